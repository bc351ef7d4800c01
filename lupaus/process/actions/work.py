"""Deeds of doing the work: give, finish, check, answer, close."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import ChecklistItem, Output, Phase, SelfTestQuestion, Task
from lupaus.process.states import Answer
from lupaus.web.access import require


class DerivedOutput(Exception):
    """The thread itself tells whether this output is there, so nobody confirms it."""


@transaction.atomic
def assign_task(task: Task, *, by: User, to: User | None, due_on: date | None = None) -> Task:
    """Say who does a task and by when; with nobody named, the task is free again."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    require(by, "process.assign_task", task)
    task.assigned_to, task.due_on = to, due_on
    task.save(update_fields=["assigned_to", "due_on"])
    record("process.task_assigned", task, by=by, to=to.reference if to else "")
    return task


@transaction.atomic
def finish_task(task: Task, *, by: User, note: str = "", at: datetime | None = None) -> Task:
    """Say that a task is done, with a note for those who come after."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    require(by, "process.finish_task", task)
    task.finished_at, task.finished_by, task.note = at or timezone.now(), by, note.strip()
    task.save(update_fields=["finished_at", "finished_by", "note"])
    record("process.task_finished", task, by=by, at=at)
    return task


@transaction.atomic
def reopen_task(task: Task, *, by: User) -> Task:
    """Take a task up again; the note stays."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    require(by, "process.finish_task", task)
    task.finished_at = task.finished_by = None
    task.save(update_fields=["finished_at", "finished_by"])
    record("process.task_reopened", task, by=by)
    return task


@transaction.atomic
def tick_item(
    item: ChecklistItem, *, by: User, conclusion: str = "", at: datetime | None = None
) -> ChecklistItem:
    """Check one thing in a task, with what was concluded of it."""
    item = ChecklistItem.objects.select_for_update().get(pk=item.pk)
    require(by, "process.tick_item", item)
    item.ticked_at, item.ticked_by, item.conclusion = at or timezone.now(), by, conclusion.strip()
    item.save(update_fields=["ticked_at", "ticked_by", "conclusion"])
    record("process.item_ticked", item, by=by, at=at)
    return item


@transaction.atomic
def untick_item(item: ChecklistItem, *, by: User) -> ChecklistItem:
    """Say that a thing is not checked after all; what was concluded stays."""
    item = ChecklistItem.objects.select_for_update().get(pk=item.pk)
    require(by, "process.tick_item", item)
    item.ticked_at = item.ticked_by = None
    item.save(update_fields=["ticked_at", "ticked_by"])
    record("process.item_unticked", item, by=by)
    return item


@transaction.atomic
def answer_self_test(
    question: SelfTestQuestion, *, by: User, answer: str, grounds: str, at: datetime | None = None
) -> SelfTestQuestion:
    """Answer a question of the self-test in one's own name, with grounds others can weigh."""
    question = SelfTestQuestion.objects.select_for_update().get(pk=question.pk)
    require(by, "process.answer_self_test", question)
    question.answer, question.grounds = Answer(answer), grounds.strip()
    question.answered_at, question.answered_by = at or timezone.now(), by
    question.save(update_fields=["answer", "grounds", "answered_at", "answered_by"])
    record("process.question_answered", question, by=by, at=at, answer=question.answer)
    return question


@transaction.atomic
def confirm_output(output: Output, *, by: User, note: str, at: datetime | None = None) -> Output:
    """Say that an output is there, when only people can tell."""
    output = Output.objects.select_for_update().get(pk=output.pk)
    require(by, "process.confirm_output", output)
    if output.derived_from:
        raise DerivedOutput(output.key)
    output.confirmed_at, output.confirmed_by, output.note = at or timezone.now(), by, note.strip()
    output.save(update_fields=["confirmed_at", "confirmed_by", "note"])
    record("process.output_confirmed", output, by=by, at=at)
    return output


@transaction.atomic
def withdraw_confirmation(output: Output, *, by: User) -> Output:
    """Say that an output is not there after all."""
    output = Output.objects.select_for_update().get(pk=output.pk)
    require(by, "process.confirm_output", output)
    output.confirmed_at = output.confirmed_by = None
    output.save(update_fields=["confirmed_at", "confirmed_by"])
    record("process.confirmation_withdrawn", output, by=by)
    return output


@transaction.atomic
def close_phase(phase: Phase, *, by: User, at: datetime | None = None) -> Phase:
    """Go on from a phase; open tasks do not stand in the way, for nothing here is compulsory."""
    phase = Phase.objects.select_for_update().get(pk=phase.pk)
    require(by, "process.close_phase", phase)
    phase.closed_at, phase.closed_by = at or timezone.now(), by
    phase.save(update_fields=["closed_at", "closed_by"])
    left_open = phase.tasks.kept().filter(finished_at__isnull=True).count()  # type: ignore[attr-defined]
    record("process.phase_closed", phase, by=by, at=at, left_open=left_open)
    return phase


@transaction.atomic
def reopen_phase(phase: Phase, *, by: User) -> Phase:
    """Return to a phase."""
    phase = Phase.objects.select_for_update().get(pk=phase.pk)
    require(by, "process.close_phase", phase)
    phase.closed_at = phase.closed_by = None
    phase.save(update_fields=["closed_at", "closed_by"])
    record("process.phase_reopened", phase, by=by)
    return phase

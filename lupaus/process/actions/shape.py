"""Deeds by which a county makes the process its own: add, drop, rename, reorder, own guidance."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models, transaction

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import ChecklistItem, Output, Phase, Process, SelfTestQuestion, Task
from lupaus.process.queries.tasks import order_after
from lupaus.process.states import PhaseKind
from lupaus.web.access import require
from lupaus.web.public_ids import new_public_id

Placed = TypeVar("Placed", Phase, Task)


def own_key() -> str:
    """The key of something a county added itself."""
    return f"own_{new_public_id()}"


@transaction.atomic
def add_phase(process: Process, *, by: User, texts: Mapping[str, str]) -> Phase:
    """Add a phase of the county's own, after the others."""
    require(by, "process.shape", process)
    last = process.phases.filter(kind=PhaseKind.PHASE).last()
    order = last.order + 1 if last else order_after(process.phases)
    process.phases.filter(order__gte=order).update(order=models.F("order") + 1)
    phase = Phase.objects.create(process=process, key=own_key(), kind=PhaseKind.PHASE, order=order, **texts)
    record("process.phase_added", phase, by=by)
    return phase


@transaction.atomic
def revise_phase(phase: Phase, *, by: User, texts: Mapping[str, str], **dates: Any) -> Phase:
    """Rename a phase, say its purpose in other words, or set its dates."""
    phase = Phase.objects.select_for_update().get(pk=phase.pk)
    require(by, "process.shape", phase)
    _write(phase, {**texts, **dates})
    record("process.phase_revised", phase, by=by)
    return phase


@transaction.atomic
def move_phase(phase: Phase, *, by: User, earlier: bool) -> None:
    """Move a phase one place earlier or later among the phases."""
    require(by, "process.shape", phase)
    neighbours = list(Phase.objects.kept().filter(process=phase.process, kind=phase.kind))
    _swap(phase, neighbours, earlier=earlier)
    record("process.phase_moved", phase, by=by, earlier=earlier)


@transaction.atomic
def drop_phase(phase: Phase, *, by: User, because: str) -> Phase:
    """Leave a phase out of the county's process, with the reason; it can be taken back."""
    return _drop(phase, by=by, because=because, event="process.phase_dropped")


@transaction.atomic
def restore_phase(phase: Phase, *, by: User) -> Phase:
    """Take back a phase that was left out."""
    return _drop(phase, by=by, because="", event="process.phase_restored")


@transaction.atomic
def add_task(phase: Phase, *, by: User, texts: Mapping[str, str], place: str = "") -> Task:
    """Add a task of the county's own to a phase."""
    require(by, "process.shape", phase)
    task = Task.objects.create(
        phase=phase, key=own_key(), order=order_after(phase.tasks), place=place, **texts
    )
    record("process.task_added", task, by=by)
    return task


@transaction.atomic
def revise_task(task: Task, *, by: User, texts: Mapping[str, str]) -> Task:
    """Rename a task, write own guidance for it, or say who usually does it."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    require(by, "process.shape", task)
    _write(task, texts)
    record("process.task_revised", task, by=by)
    return task


@transaction.atomic
def move_task(task: Task, *, by: User, earlier: bool) -> None:
    """Move a task one place earlier or later in its phase."""
    require(by, "process.shape", task)
    _swap(task, list(Task.objects.kept().filter(phase=task.phase)), earlier=earlier)
    record("process.task_moved", task, by=by, earlier=earlier)


@transaction.atomic
def drop_task(task: Task, *, by: User, because: str) -> Task:
    """Leave a task out of the county's process, with the reason; it can be taken back."""
    return _drop(task, by=by, because=because, event="process.task_dropped")


@transaction.atomic
def restore_task(task: Task, *, by: User) -> Task:
    """Take back a task that was left out."""
    return _drop(task, by=by, because="", event="process.task_restored")


@transaction.atomic
def add_item(task: Task, *, by: User, texts: Mapping[str, str]) -> ChecklistItem:
    """Add a line of the county's own to a task's checklist."""
    require(by, "process.shape", task)
    item = ChecklistItem.objects.create(task=task, key=own_key(), order=order_after(task.checklist), **texts)
    record("process.item_added", item, by=by)
    return item


@transaction.atomic
def add_output(phase: Phase, *, by: User, texts: Mapping[str, str]) -> Output:
    """Add an output of the county's own; people confirm it."""
    require(by, "process.shape", phase)
    output = Output.objects.create(phase=phase, key=own_key(), order=order_after(phase.outputs), **texts)
    record("process.output_added", output, by=by)
    return output


@transaction.atomic
def add_question(phase: Phase, *, by: User, texts: Mapping[str, str]) -> SelfTestQuestion:
    """Add a question of the county's own to a phase's self-test."""
    require(by, "process.shape", phase)
    order = order_after(phase.self_test)
    question = SelfTestQuestion.objects.create(phase=phase, key=own_key(), order=order, **texts)
    record("process.question_added", question, by=by)
    return question


def _write(thing: models.Model, values: Mapping[str, Any]) -> None:
    for field, value in values.items():
        setattr(thing, field, value)
    thing.save(update_fields=list(values))


def _swap(thing: Placed, neighbours: list[Placed], *, earlier: bool) -> None:
    """Change places with the neighbour; at the edge nothing moves."""
    here = next(place for place, other in enumerate(neighbours) if other.pk == thing.pk)
    there = here - 1 if earlier else here + 1
    if not 0 <= there < len(neighbours):
        return
    orders = sorted(other.order for other in neighbours)
    neighbours[here], neighbours[there] = neighbours[there], neighbours[here]
    for order, other in zip(orders, neighbours, strict=True):
        if other.order != order:
            other.order = order
            other.save(update_fields=["order"])


def _drop(thing: Placed, *, by: User, because: str, event: str) -> Placed:
    require(by, "process.shape", thing)
    thing.dropped_because = because.strip()
    thing.save(update_fields=["dropped_because"])
    record(event, thing, by=by, because=thing.dropped_because)
    return thing

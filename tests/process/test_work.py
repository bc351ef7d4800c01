"""Doing the work: give, finish, check, answer, confirm, close."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import Output, Phase, Process, SelfTestQuestion, Task


def happened(kind: str) -> int:
    return Event.objects.filter(kind=kind).count()


def test_a_coordinator_gives_a_task_to_someone_by_a_day(
    task: Task, coordinator: User, responder: User
) -> None:
    given = actions.assign_task(task, by=coordinator, to=responder, due_on=date(2026, 12, 1))

    assert (given.assigned_to, given.due_on) == (responder, date(2026, 12, 1))
    assert happened("process.task_assigned") == 1


def test_a_responder_gives_tasks_to_nobody(task: Task, responder: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.assign_task(task, by=responder, to=responder)

    task.refresh_from_db()
    assert task.assigned_to is None


def test_the_one_who_was_given_the_task_finishes_it(task: Task, coordinator: User, responder: User) -> None:
    actions.assign_task(task, by=coordinator, to=responder)

    done = actions.finish_task(task, by=responder, note=" Sovittu. ")

    assert done.finished_at is not None
    assert (done.finished_by, done.note) == (responder, "Sovittu.")
    assert happened("process.task_finished") == 1


def test_someone_without_the_task_does_not_finish_it(task: Task, responder: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.finish_task(task, by=responder)


def test_a_finished_task_can_be_taken_up_again(task: Task, preparer: User) -> None:
    actions.finish_task(task, by=preparer, note="Valmis")

    open_again = actions.reopen_task(task, by=preparer)

    assert (open_again.finished_at, open_again.finished_by, open_again.note) == (None, None, "Valmis")
    assert happened("process.task_reopened") == 1


def test_an_item_is_checked_with_what_was_concluded(task: Task, responder: User) -> None:
    item = task.checklist.get(key="low_threshold_way")

    ticked = actions.tick_item(item, by=responder, conclusion="Paperi ja puhelin ovat mukana.")

    assert (ticked.ticked_by, ticked.conclusion) == (responder, "Paperi ja puhelin ovat mukana.")
    assert actions.untick_item(item, by=responder).ticked_at is None
    assert (happened("process.item_ticked"), happened("process.item_unticked")) == (1, 1)


def test_a_viewer_checks_nothing(task: Task, viewer: User) -> None:
    item = task.checklist.get(key="low_threshold_way")

    with pytest.raises(PermissionDenied):
        actions.tick_item(item, by=viewer)


def test_a_question_is_answered_by_a_named_person_with_grounds(begun: Process, decision_maker: User) -> None:
    question = SelfTestQuestion.objects.get(key="realistic", phase__process=begun)

    answered = actions.answer_self_test(
        question, by=decision_maker, answer="partly", grounds="Raha riittää kahteen vuoteen."
    )

    assert (answered.answer, answered.answered_by) == ("partly", decision_maker)
    assert answered.grounds == "Raha riittää kahteen vuoteen."
    assert happened("process.question_answered") == 1


def test_a_viewer_answers_no_questions(begun: Process, viewer: User) -> None:
    question = SelfTestQuestion.objects.get(key="realistic", phase__process=begun)

    with pytest.raises(PermissionDenied):
        actions.answer_self_test(question, by=viewer, answer="yes", grounds="Näin on.")


def test_an_answer_is_one_of_three_words(begun: Process, preparer: User) -> None:
    question = SelfTestQuestion.objects.get(key="realistic", phase__process=begun)

    with pytest.raises(ValueError, match="perhaps"):
        actions.answer_self_test(question, by=preparer, answer="perhaps", grounds="En tiedä.")


def test_people_confirm_what_only_people_can_tell(begun: Process, preparer: User) -> None:
    output = Output.objects.get(key="credibility_and_commitment")

    confirmed = actions.confirm_output(output, by=preparer, note="Valtuusto kävi keskustelun.")

    assert (confirmed.confirmed_by, confirmed.note) == (preparer, "Valtuusto kävi keskustelun.")
    assert actions.withdraw_confirmation(output, by=preparer).confirmed_at is None
    assert happened("process.confirmation_withdrawn") == 1


def test_nobody_confirms_what_the_thread_shows_itself(begun: Process, preparer: User) -> None:
    output = Output.objects.get(key="sharper_picture")

    with pytest.raises(actions.DerivedOutput):
        actions.confirm_output(output, by=preparer, note="Kyllä se on tehty.")

    output.refresh_from_db()
    assert output.confirmed_at is None


def test_a_phase_is_closed_with_tasks_open_for_nothing_is_compulsory(dialogue: Phase, preparer: User) -> None:
    closed = actions.close_phase(dialogue, by=preparer)

    assert closed.closed_by == preparer
    assert happened("process.phase_closed") == 1
    assert actions.reopen_phase(dialogue, by=preparer).closed_at is None


def test_a_moderator_closes_no_phase(dialogue: Phase, moderator: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.close_phase(dialogue, by=moderator)

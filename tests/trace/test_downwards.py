"""A resident's words are followed all the way down, with a reason at every turn."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from lupaus.decision.models import CouncilDecision
from lupaus.people.models import User
from lupaus.promise.models import Disposition
from lupaus.synthesis.models import Evidence, Quote
from lupaus.trace.queries.downwards import thread_of
from lupaus.trace.steps import Step
from tests.conftest import NOW, TODAY
from tests.threads import QUOTED, Thread


def words(steps: tuple[Step, ...] | list[Step]) -> list[str]:
    return [str(step.word) for step in steps]


@pytest.fixture(autouse=True)
def in_english() -> object:
    with translation.override("en"):
        yield


def test_every_step_from_words_to_correction_is_there_in_order(thread: Thread) -> None:
    found = thread_of(thread.contribution, today=TODAY)

    assert words(found.beginning) == ["Written to us", "Read and published"]
    (branch,) = found.branches
    assert branch.quotes == (QUOTED,)
    assert words(branch.steps) == [
        "Taken up under a theme",
        "Conclusion on what Residents said",
        "What we did with it",
        "Pledge",
        "The council decided",
        "Target for 2027",
        "What we do",
        "In contracts with providers",
        "Is it kept",
        "Correction",
    ]
    assert not any(step.is_loose for step in branch.steps)


def test_the_reasons_of_the_answer_and_of_the_correction_are_told(thread: Thread) -> None:
    (branch,) = thread_of(thread.contribution, today=TODAY).branches

    reasons = [str(step.reason) for step in branch.steps if step.reason]

    assert len(reasons) == 2
    assert "Moni kertoi samasta." in reasons[0]
    assert "Sijaisia ei saatu." in reasons[1]


def test_a_conclusion_not_taken_ends_the_thread_with_its_reason(thread: Thread) -> None:
    thread.disposition.pledges.clear()
    Disposition.objects.update(outcome="not_taken", reason_en="The law already requires it.")

    (branch,) = thread_of(thread.contribution, today=TODAY).branches

    last = branch.steps[-1]
    assert str(last.word) == "What we did with it"
    assert last.badge is not None
    assert str(last.badge.word) == "not taken"
    assert str(last.reason) == "The law already requires it."


def test_without_an_answer_the_thread_hangs_loose(thread: Thread) -> None:
    thread.disposition.delete()

    (branch,) = thread_of(thread.contribution, today=TODAY).branches

    assert branch.steps[-1].is_loose


def test_hidden_words_show_the_reason_and_nothing_more(thread: Thread) -> None:
    thread.contribution.moderation = "hidden"
    thread.contribution.moderation_reason_en = "It names a person."
    thread.contribution.save(update_fields=["moderation", "moderation_reason_en", "moderation_reason"])

    found = thread_of(thread.contribution, today=TODAY)

    assert found.branches == []
    assert str(found.beginning[-1].reason) == "It names a person."


def test_words_waiting_to_be_read_say_so(thread: Thread) -> None:
    thread.contribution.moderation = "waiting"

    found = thread_of(thread.contribution, today=TODAY)

    assert words(found.beginning)[-1] == "Waiting to be read"


def test_words_nobody_has_quoted_yet_say_what_happens_next(thread: Thread) -> None:
    thread.conclusion.evidence.all().delete()
    thread.quote.codings.all().delete()

    found = thread_of(thread.contribution, today=TODAY)

    assert found.beginning[-1].is_loose
    assert "Luemme kaiken maaliskuussa." in str(found.beginning[-1].lines[0].text)


def test_words_set_aside_tell_why_nothing_was_taken(thread: Thread, preparer: User) -> None:
    thread.conclusion.evidence.all().delete()
    thread.quote.codings.all().delete()
    thread.conclusion.synthesis.set_aside.create(
        contribution=thread.contribution, reason="thanks", set_aside_by=preparer, set_aside_at=NOW
    )

    last = thread_of(thread.contribution, today=TODAY).beginning[-1]

    assert str(last.word) == "Read, but nothing was taken further"
    assert str(last.reason) == "A greeting or thanks: there is nothing to change."
    assert not last.is_loose


def test_a_decision_from_before_the_answer_is_not_told_as_its_fruit(thread: Thread) -> None:
    CouncilDecision.objects.update(decided_on=date(2026, 2, 1))

    (branch,) = thread_of(thread.contribution, today=TODAY).branches

    assert words(branch.steps)[-1] == "Council's decision"
    assert branch.steps[-1].is_loose


def test_two_quotes_of_one_conclusion_go_the_same_way(thread: Thread, preparer: User) -> None:
    second = Quote.objects.create(
        contribution=thread.contribution,
        start=35,
        end=47,
        text="Muuten hyvä.",
        quoted_by=preparer,
        quoted_at=NOW,
    )
    Evidence.objects.create(conclusion=thread.conclusion, stance="against", quote=second)

    (branch,) = thread_of(thread.contribution, today=TODAY).branches

    assert branch.quotes == (QUOTED, "Muuten hyvä.")
    assert words(branch.steps).count("What we did with it") == 1


def test_walking_down_takes_ten_queries_at_most(thread: Thread) -> None:
    with CaptureQueriesContext(connection) as queries:
        thread_of(thread.contribution, today=TODAY)

    assert len(queries) <= 10

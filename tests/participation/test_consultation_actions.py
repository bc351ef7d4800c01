"""A consultation opens only when people have what they need to answer it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.participation.actions import (
    NotChangeable,
    TextsMissing,
    WindowHasPassed,
    WindowIsBackwards,
    close_consultation,
    draft_consultation,
    edit_consultation,
    open_consultation,
    withdraw_consultation,
)
from lupaus.participation.models import Consultation
from lupaus.people.models import User
from lupaus.web.states import MoveRefused


def kinds() -> list[str]:
    return list(Event.objects.order_by("position").values_list("kind", flat=True))


def test_a_coordinator_drafts_a_consultation_that_residents_do_not_see(
    county: County, coordinator: User
) -> None:
    made = draft_consultation(
        county, by=coordinator, title_fi="Uusi", opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 20)
    )

    assert made.state == "draft"
    assert not Consultation.objects.public().exists()
    assert kinds() == ["participation.consultation_drafted"]


def test_a_viewer_may_not_draft(county: County, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        draft_consultation(county, by=viewer, opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 20))

    assert not Consultation.objects.exists()


def test_a_window_must_not_run_backwards(county: County, coordinator: User) -> None:
    with pytest.raises(WindowIsBackwards):
        draft_consultation(county, by=coordinator, opens_on=date(2026, 12, 2), closes_on=date(2026, 12, 1))

    assert not Consultation.objects.exists()


def test_a_complete_consultation_opens(
    make_consultation: Callable[..., Consultation], coordinator: User
) -> None:
    draft = make_consultation(state="draft")

    opened = open_consultation(draft, by=coordinator)

    assert opened.state == "open"
    assert kinds() == ["participation.consultation_opened"]


def test_it_does_not_open_while_a_text_is_missing_in_a_required_language(
    make_consultation: Callable[..., Consultation], coordinator: User
) -> None:
    draft = make_consultation(state="draft", question_sv="", who_reads_fi=" ", who_reads_en="")

    with pytest.raises(TextsMissing) as refusal:
        open_consultation(draft, by=coordinator)

    assert refusal.value.missing == [("question", "sv"), ("who_reads", "fi")]
    assert Consultation.objects.get().state == "draft"
    assert kinds() == []


def test_it_does_not_open_after_its_last_day(
    make_consultation: Callable[..., Consultation], coordinator: User
) -> None:
    draft = make_consultation(state="draft")

    with pytest.raises(WindowHasPassed):
        open_consultation(draft, by=coordinator, today=draft.closes_on + timedelta(days=1))


def test_a_viewer_may_not_open(make_consultation: Callable[..., Consultation], viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        open_consultation(make_consultation(state="draft"), by=viewer)


def test_an_open_consultation_does_not_open_again(consultation: Consultation, coordinator: User) -> None:
    with pytest.raises(MoveRefused):
        open_consultation(consultation, by=coordinator)


def test_closing_keeps_the_closing_words(consultation: Consultation, coordinator: User) -> None:
    closed = close_consultation(
        consultation, by=coordinator, closing_words={"fi": "Kiitos.", "sv": "Tack.", "en": ""}
    )

    closed.refresh_from_db()
    assert (closed.state, closed.closing_words_fi, closed.closing_words_sv) == ("closed", "Kiitos.", "Tack.")
    assert kinds() == ["participation.consultation_closed"]


def test_closing_words_are_needed_in_both_languages(consultation: Consultation, coordinator: User) -> None:
    with pytest.raises(TextsMissing) as refusal:
        close_consultation(consultation, by=coordinator, closing_words={"fi": "Kiitos."})

    assert refusal.value.missing == [("closing_words", "sv")]
    assert Consultation.objects.get().state == "open"


def test_a_draft_is_not_closed(make_consultation: Callable[..., Consultation], coordinator: User) -> None:
    with pytest.raises(MoveRefused):
        close_consultation(make_consultation(state="draft"), by=coordinator)


def test_a_withdrawn_consultation_leaves_residents_sight(
    consultation: Consultation, coordinator: User
) -> None:
    withdraw_consultation(consultation, by=coordinator)

    assert not Consultation.objects.public().exists()
    assert Consultation.objects.count() == 1
    assert kinds() == ["participation.consultation_withdrawn"]


def test_the_question_stays_once_people_can_answer_it(consultation: Consultation, coordinator: User) -> None:
    with pytest.raises(NotChangeable) as refusal:
        edit_consultation(consultation, by=coordinator, question_fi="Toinen kysymys?", who_reads_fi="Minä")

    assert refusal.value.fields == ["question"]
    assert Consultation.objects.get().who_reads_fi == "Osallisuuskoordinaattori lukee."


def test_an_open_window_may_be_lengthened(consultation: Consultation, coordinator: User) -> None:
    later = timezone.localdate() + timedelta(days=30)

    edit_consultation(consultation, by=coordinator, closes_on=later, question_fi=consultation.question_fi)

    assert Consultation.objects.get().closes_on == later
    assert kinds() == ["participation.consultation_edited"]


def test_editing_nothing_is_no_event(consultation: Consultation, coordinator: User) -> None:
    edit_consultation(consultation, by=coordinator, question_fi=consultation.question_fi)

    assert kinds() == []


def test_an_edit_may_not_turn_the_window_backwards(consultation: Consultation, coordinator: User) -> None:
    with pytest.raises(WindowIsBackwards):
        edit_consultation(consultation, by=coordinator, closes_on=consultation.opens_on - timedelta(days=1))


@pytest.mark.parametrize(
    ("away", "phase"), [(-6, "upcoming"), (-5, "open"), (0, "open"), (5, "open"), (6, "over")]
)
def test_the_phase_follows_the_dates(consultation: Consultation, away: int, phase: str) -> None:
    assert consultation.phase_on(timezone.localdate() + timedelta(days=away)) == phase

"""An answer is stored once, the last one counts, and nothing is answered that should not be."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.opinions.actions import (
    ClaimNotShown,
    KeyUsedOtherwise,
    NotAnAnswer,
    report_claim,
    show_next,
    vote,
)
from lupaus.opinions.models import Claim, ClaimReport, Exposure, OpinionMap, Vote, VoteEvent
from lupaus.opinions.queries import draw_claim, progress_of
from lupaus.participation.actions import ConsultationNotOpen
from lupaus.participation.models import Consultation
from lupaus.people.models import Participant, User


def test_an_answer_is_stored_with_its_event(claim: Claim, resident: Participant) -> None:
    vote(claim, value=1, by=resident)

    assert Vote.objects.get().value == 1
    assert VoteEvent.objects.get().value == 1


def test_what_a_resident_thinks_is_not_in_the_journal(claim: Claim, resident: Participant) -> None:
    vote(claim, value=1, by=resident)

    assert not Event.objects.exists()


def test_the_same_answer_sent_twice_is_one_answer(claim: Claim, resident: Participant) -> None:
    key = uuid4()

    first = vote(claim, value=-1, by=resident, form_key=key)
    again = vote(claim, value=-1, by=resident, form_key=key)

    assert first == again
    assert (Vote.objects.count(), VoteEvent.objects.count()) == (1, 1)


def test_a_later_answer_replaces_the_earlier_and_both_are_logged(claim: Claim, resident: Participant) -> None:
    vote(claim, value=1, by=resident, form_key=uuid4())
    vote(claim, value=0, by=resident, form_key=uuid4())

    assert Vote.objects.get().value == 0
    assert list(VoteEvent.objects.values_list("value", flat=True)) == [1, 0]


def test_another_answer_from_the_same_form_is_not_taken_silently(claim: Claim, resident: Participant) -> None:
    key = uuid4()
    vote(claim, value=1, by=resident, form_key=key)

    with pytest.raises(KeyUsedOtherwise):
        vote(claim, value=-1, by=resident, form_key=key)

    assert Vote.objects.get().value == 1


@pytest.mark.parametrize("value", [-2, 2, 7])
def test_an_answer_is_agree_disagree_or_pass(claim: Claim, resident: Participant, value: int) -> None:
    with pytest.raises(NotAnAnswer):
        vote(claim, value=value, by=resident)

    assert not VoteEvent.objects.exists()


@pytest.mark.parametrize("moderation", ["waiting", "hidden"])
def test_a_claim_that_is_not_shown_is_not_answered(
    make_claim: Callable[..., Claim], resident: Participant, moderation: str
) -> None:
    with pytest.raises(ClaimNotShown):
        vote(make_claim(moderation=moderation), value=1, by=resident)


@pytest.mark.parametrize("days", [-6, 6])
def test_nothing_is_answered_outside_the_window(claim: Claim, resident: Participant, days: int) -> None:
    with pytest.raises(ConsultationNotOpen):
        vote(claim, value=1, by=resident, at=timezone.now() + timedelta(days=days))


def test_officials_and_other_counties_residents_do_not_answer(
    claim: Claim, admin: User, other_county: County
) -> None:
    for by in (admin, Participant.objects.create(county=other_county)):
        with pytest.raises(PermissionDenied):
            vote(claim, value=1, by=by)  # type: ignore[arg-type]

    assert not Vote.objects.exists()


SENT = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 5), st.sampled_from([-1, 0, 1])), min_size=1, max_size=25
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENT)
def test_state_always_equals_a_replay_of_what_was_accepted(
    make_claim: Callable[..., Claim], county: County, sent: list[tuple[int, int, int]]
) -> None:
    claims = [make_claim() for _ in range(3)]
    person = Participant.objects.create(county=county)
    keys = [UUID(int=person.pk * 100 + number) for number in range(6)]
    used: dict[int, tuple[int, int]] = {}
    expected: dict[int, int] = {}

    for place, key, value in sent:
        refused = key in used and used[key] != (place, value)
        if refused:
            with pytest.raises(KeyUsedOtherwise):
                vote(claims[place], value=value, by=person, form_key=keys[key])
        else:
            vote(claims[place], value=value, by=person, form_key=keys[key])
        if key not in used:
            used[key] = (place, value)
            expected[claims[place].pk] = value

    stored = Vote.objects.filter(participant=person)
    assert dict(stored.values_list("claim_id", "value")) == expected
    replay = VoteEvent.objects.filter(participant=person).order_by("id").values_list("claim_id", "value")
    assert dict(replay) == expected
    assert VoteEvent.objects.filter(participant=person).count() == len(used)


def test_a_claim_not_understood_is_reported_once_and_put_aside(
    claim: Claim, make_claim: Callable[..., Claim], resident: Participant, opinion_map: OpinionMap
) -> None:
    other = make_claim()

    report_claim(claim, by=resident)
    report_claim(claim, by=resident)

    assert ClaimReport.objects.count() == 1
    assert show_next(opinion_map, by=resident) == other


def test_what_is_drawn_is_kept_with_its_chance_and_shown_again_until_answered(
    claim: Claim, make_claim: Callable[..., Claim], resident: Participant, opinion_map: OpinionMap
) -> None:
    make_claim()

    shown = show_next(opinion_map, by=resident)

    assert shown is not None
    assert Exposure.objects.get().probability == 0.5
    assert progress_of(opinion_map, participant=resident).pending() == shown
    vote(shown, value=0, by=resident)
    assert progress_of(opinion_map, participant=resident).pending() is None


def test_when_all_is_answered_nothing_is_drawn(
    claim: Claim, resident: Participant, opinion_map: OpinionMap
) -> None:
    vote(claim, value=1, by=resident)

    assert show_next(opinion_map, by=resident) is None
    assert progress_of(opinion_map, participant=resident).left == 0


def test_seeds_come_first_and_hidden_claims_never(
    make_claim: Callable[..., Claim], opinion_map: OpinionMap
) -> None:
    make_claim(moderation="hidden")
    make_claim()
    seed = make_claim(is_seed=True)

    drawn = [draw_claim(progress_of(opinion_map, participant=None), dice=dice) for dice in (0.0, 0.5, 0.99)]

    assert drawn == [(seed, 1.0)] * 3


def test_a_closed_consultation_takes_no_reports(
    claim: Claim, resident: Participant, consultation: Consultation
) -> None:
    Consultation.objects.update(state="closed")

    with pytest.raises(ConsultationNotOpen):
        report_claim(claim, by=resident)

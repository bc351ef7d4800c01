"""Whatever single thing is changed in the journal afterwards, the verifier finds it."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.journal.models import Chain, Event, EventDetail
from lupaus.journal.queries import verify_chain

FIELDS = ["tenant", "position", "happened_at", "kind", "subject", "actor", "commitment", "previous", "hash"]
HOW_MANY = 5


@pytest.fixture
def story(county: County) -> County:
    for number in range(HOW_MANY):
        record("test.happened", county, by=None, number=number, words=f"Sanat {number} ÄÖ")
    return county


def changed(field: str, value: Any, shift: int) -> Any:
    """Another value for a field: the next number, a later moment, or one character turned."""
    if field == "position":
        return value + HOW_MANY + shift
    if field == "happened_at":
        return value + timedelta(microseconds=shift)
    place = shift % len(value)
    turned = "0" if value[place] != "0" else "1"
    return value[:place] + turned + value[place + 1 :]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(1, HOW_MANY), field=st.sampled_from(FIELDS), shift=st.integers(1, 1000))
def test_any_single_field_of_any_event(story: County, at: int, field: str, shift: int) -> None:
    event = Event.objects.get(tenant=story.code, position=at)
    honest = getattr(event, field)

    Event.objects.filter(pk=event.pk).update(**{field: changed(field, honest, shift)})

    assert verify_chain(story.code).broken is not None
    Event.objects.filter(pk=event.pk).update(**{field: honest})
    assert verify_chain(story.code).broken is None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(1, HOW_MANY),
    words=st.text(min_size=1, alphabet=st.characters(codec="utf-8", exclude_characters="\x00")),
)
def test_any_change_of_any_detail(story: County, at: int, words: str) -> None:
    detail = EventDetail.objects.get(event__position=at)
    honest = dict(detail.body)

    EventDetail.objects.filter(pk=detail.pk).update(body={**honest, "more": words})

    broken = verify_chain(story.code).broken
    assert broken is not None
    assert broken.position == at
    EventDetail.objects.filter(pk=detail.pk).update(body=honest)


@pytest.mark.parametrize("field", ["length", "head"])
def test_a_changed_head_of_the_chain(story: County, field: str) -> None:
    Chain.objects.update(**{field: {"length": HOW_MANY + 1, "head": "0" * 64}[field]})

    assert verify_chain(story.code).broken is not None


def test_a_changed_salt(story: County) -> None:
    EventDetail.objects.filter(event__position=2).update(salt="0" * 32)

    assert verify_chain(story.code).broken is not None


def test_two_events_changing_places(story: County) -> None:
    first, second = Event.objects.filter(position__in=[2, 3])
    Event.objects.filter(pk=first.pk).update(position=99)
    Event.objects.filter(pk=second.pk).update(position=2)
    Event.objects.filter(pk=first.pk).update(position=3)

    assert verify_chain(story.code).broken is not None

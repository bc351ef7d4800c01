"""The journal shows what happened, and shows when someone has tampered with it."""

from datetime import UTC, datetime

import pytest

from lupaus.counties.models import County
from lupaus.journal.actions import as_of, erase_details, record
from lupaus.journal.models import Event, EventDetail
from lupaus.journal.queries import verify_chain
from lupaus.people.models import User


@pytest.fixture
def three_events(county: County, preparer: User) -> list[Event]:
    return [record(f"test.happened_{number}", county, by=preparer, number=number) for number in (1, 2, 3)]


def test_an_untouched_journal_is_whole(county: County, three_events: list[Event]) -> None:
    verdict = verify_chain(county.code)

    assert (verdict.events, verdict.broken) == (3, None)


def test_a_changed_event_is_found(county: County, three_events: list[Event]) -> None:
    Event.objects.filter(pk=three_events[1].pk).update(kind="test.never_happened")

    broken = verify_chain(county.code).broken

    assert broken is not None
    assert (broken.position, broken.reason) == (2, "has been changed after it was written")


def test_a_removed_event_is_found(county: County, three_events: list[Event]) -> None:
    Event.objects.filter(pk=three_events[1].pk).delete()

    broken = verify_chain(county.code).broken

    assert broken is not None
    assert broken.position == 2


def test_an_event_removed_from_the_end_is_found(county: County, three_events: list[Event]) -> None:
    Event.objects.filter(pk=three_events[2].pk).delete()

    broken = verify_chain(county.code).broken

    assert broken is not None
    assert broken.reason == "is missing from the end"


def test_a_changed_detail_is_found(county: County, three_events: list[Event]) -> None:
    EventDetail.objects.filter(event=three_events[2]).update(body={"number": 4})

    broken = verify_chain(county.code).broken

    assert broken is not None
    assert broken.position == 3


def test_erased_details_leave_the_chain_whole(county: County, three_events: list[Event]) -> None:
    erased = erase_details(f"County:{county.pk}")

    assert erased == 3
    assert verify_chain(county.code).broken is None
    assert Event.objects.count() == 3


def test_two_counties_have_chains_of_their_own(
    county: County, other_county: County, three_events: list[Event]
) -> None:
    record("test.happened", other_county, by=None)

    assert verify_chain(other_county.code).events == 1
    assert Event.objects.get(tenant="98").actor == "system"


def test_a_story_told_afterwards_keeps_its_own_days(county: County, preparer: User) -> None:
    long_ago = datetime(2025, 9, 22, 5, tzinfo=UTC)

    with as_of(long_ago):
        told = record("test.told", county, by=preparer)
    lived = record("test.lived", county, by=preparer)

    assert told.happened_at == long_ago
    assert lived.happened_at > long_ago
    assert verify_chain(county.code).broken is None

"""Officials read the journal, page by page, and check that it is whole."""

from collections.abc import Callable

import pytest
from django.test import Client

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.journal.models import Event
from lupaus.journal.queries import page_of_events, rooms_in, verify_chain
from lupaus.people.models import Participant, User

SignIn = Callable[[User], Client]


@pytest.fixture
def seven_events(county: County, preparer: User, resident: Participant) -> list[Event]:
    kinds = ["people.joined", "people.left", "participation.contributed"]
    return [
        record(kinds[number % 3], county if number < 5 else resident, by=preparer if number else None)
        for number in range(7)
    ]


def test_pages_follow_one_another_without_a_gap(county: County, seven_events: list[Event]) -> None:
    first = page_of_events(county.code, size=3)
    second = page_of_events(county.code, size=3, before=first.before)
    last = page_of_events(county.code, size=3, before=second.before)

    positions = [event.position for page in (first, second, last) for event in page.events]
    assert positions == [7, 6, 5, 4, 3, 2, 1]
    assert last.before is None


def test_events_of_one_room_or_about_one_thing(
    county: County, resident: Participant, seven_events: list[Event]
) -> None:
    of_room = page_of_events(county.code, room="participation").events
    about = page_of_events(county.code, subject=f"Participant:{resident.pk}").events

    assert [event.position for event in of_room] == [6, 3]
    assert [event.position for event in about] == [7, 6]
    assert rooms_in(county.code) == ["participation", "people"]


def test_an_official_reads_who_did_what(signed_in: SignIn, preparer: User, seven_events: list[Event]) -> None:
    page = signed_in(preparer).get("/desk/journal/?room=people", HTTP_ACCEPT_LANGUAGE="fi")

    assert page.status_code == 200
    assert preparer.name in page.content.decode()
    assert "henkilö sai roolin" in page.content.decode()


def test_another_countys_events_are_not_shown(
    signed_in: SignIn, preparer: User, other_county: County
) -> None:
    record("people.joined", other_county, by=None)

    assert signed_in(preparer).get("/desk/journal/").context["events"] == []


def test_a_whole_journal_is_said_to_be_whole(
    signed_in: SignIn, preparer: User, seven_events: list[Event]
) -> None:
    page = signed_in(preparer).post("/en/desk/journal/check/", follow=True)

    assert "The journal is whole: all 7 events are as they were written." in page.content.decode()


def test_a_changed_journal_is_said_to_be_broken(
    signed_in: SignIn, preparer: User, seven_events: list[Event]
) -> None:
    Event.objects.filter(position=4).update(actor="user:someone")

    page = signed_in(preparer).post("/en/desk/journal/check/", follow=True)

    assert "event 4 has been changed" in page.content.decode()


def test_a_county_without_events_has_a_whole_journal(county: County) -> None:
    assert verify_chain(county.code).broken is None


@pytest.mark.parametrize("strange", ["0", "x", "-1", "9" * 40])
def test_a_strange_page_address_does_no_harm(signed_in: SignIn, preparer: User, strange: str) -> None:
    assert signed_in(preparer).get("/desk/journal/", {"before": strange}).status_code == 200


@pytest.mark.parametrize("events", [1, 3])
def test_the_page_asks_as_often_for_one_as_for_many(
    signed_in: SignIn,
    preparer: User,
    county: County,
    events: int,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for _ in range(events):
        record("people.joined", county, by=preparer)
    client = signed_in(preparer)

    with django_assert_max_num_queries(7):  # type: ignore[attr-defined]
        page = client.get("/desk/journal/")

    assert len(page.context["events"]) == events

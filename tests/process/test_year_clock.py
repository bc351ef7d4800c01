"""The year clock: duties of law in the order of the year, and the county's own dates ahead."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import Process
from lupaus.process.queries import coming_dates, year_clock, year_clock_content

TODAY = date(2026, 11, 21)


def test_every_duty_is_written_in_every_language_with_its_law() -> None:
    content = year_clock_content()

    assert {event["key"] for event in content["events"]} == set(content["texts"])
    for language in ("fi", "sv", "en"):
        assert all(event.what and event.laws for event in year_clock(language, today=TODAY))


def test_duties_with_a_day_come_first_in_the_order_in_which_they_come() -> None:
    events = year_clock("fi", today=TODAY)

    assert [(event.key, event.when) for event in events[:3]] == [
        ("budget", "31.12.2026 mennessä"),
        ("accounts", "31.3.2027 mennessä"),
        ("evaluation_report", "30.6.2027 mennessä"),
    ]


def test_only_dates_ahead_are_shown(begun: Process, preparer: User) -> None:
    for days in (-1, 0, 30):
        on = TODAY + timedelta(days=days)
        actions.set_milestone(begun, by=preparer, on=on, texts={"title_fi": f"Päivä {days}"})

    assert [milestone.title for milestone in coming_dates(begun.county, today=TODAY)] == [
        "Päivä 0",
        "Päivä 30",
    ]


def test_every_official_reads_the_year_clock(
    begun: Process, preparer: User, viewer: User, signed_in: Callable[[User], Client]
) -> None:
    on = timezone.localdate() + timedelta(days=3)
    actions.set_milestone(begun, by=preparer, on=on, texts={"title_fi": "Tulokset neuvotteluun"})

    page = signed_in(viewer).get(reverse("process:year_clock")).content.decode()

    assert "Tulokset neuvotteluun" in page
    assert "Kolme ministeriötä neuvottelee alueen kanssa" in page

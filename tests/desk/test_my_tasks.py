"""An official sees what is theirs to do today, and where the thread hangs loose."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.desk.queries.mine import my_work
from lupaus.participation.models import Consultation, Contribution
from lupaus.people.models import User
from lupaus.process.models import Phase, Process, Task
from tests.conftest import NOW, TODAY
from tests.threads import Thread

SignIn = Callable[[User], Client]
MOST_QUERIES = 12


def task(process: Process, title: str, **fields: object) -> Task:
    phase, _new = Phase.objects.get_or_create(process=process, key="start", defaults={"title_fi": "Aloitus"})
    return Task.objects.create(phase=phase, key=title, title_fi=title, **fields)


def test_tasks_stand_by_deadline_and_only_ones_own(
    county: County, process: Process, preparer: User, viewer: User
) -> None:
    task(process, "Myöhemmin", assigned_to=preparer, due_on=TODAY + timedelta(days=30))
    task(process, "Ensin", assigned_to=preparer, due_on=TODAY)
    task(process, "Toisen", assigned_to=viewer, due_on=TODAY)
    task(process, "Valmis", assigned_to=preparer, finished_at=NOW)
    task(process, "Pudotettu", assigned_to=preparer, dropped_because="Ei tarvita")

    work = my_work(county, preparer, today=TODAY)

    assert [one.title for one in work.tasks] == ["Ensin", "Myöhemmin"]


def test_a_moderator_sees_how_much_waits_and_a_viewer_does_not(
    county: County, moderator: User, viewer: User
) -> None:
    Contribution.objects.create(county=county, text="Uusi", given_at=NOW)

    assert [pile.text for pile in my_work(county, moderator, today=TODAY).waiting] == [
        "1 teksti odottaa lukemista"
    ]
    assert my_work(county, viewer, today=TODAY).is_empty


def test_what_closes_within_two_weeks_is_named(
    county: County, consultation: Consultation, preparer: User
) -> None:
    consultation.state = "open"
    consultation.closes_on = TODAY + timedelta(days=14)
    consultation.save(update_fields=["state", "closes_on"])

    assert my_work(county, preparer, today=TODAY).closing == [consultation]
    assert my_work(county, preparer, today=TODAY - timedelta(days=1)).closing == []


def test_a_correction_under_way_is_the_responders_to_check(
    county: County, responder: User, thread: Thread
) -> None:
    assert my_work(county, responder, today=TODAY).corrections == [thread.action]


@pytest.mark.parametrize("name", ["desk:my_tasks", "desk:loose_ends"])
def test_an_officials_page_opens_for_officials_only(
    client: Client, signed_in: SignIn, viewer: User, thread: Thread, name: str
) -> None:
    address = reverse(name)

    assert signed_in(viewer).get(address).status_code == 200
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("name", ["desk:my_tasks", "desk:loose_ends"])
def test_queries_do_not_grow_with_rows(
    signed_in: SignIn, admin: User, process: Process, thread: Thread, name: str
) -> None:
    browser = signed_in(admin)
    task(process, "Yksi", assigned_to=admin)
    Contribution.objects.create(
        county=thread.pledge.county, text="Uusi", given_at=NOW, moderation="published"
    )
    address = reverse(name)
    browser.get(address)

    with CaptureQueriesContext(connection) as few:
        browser.get(address)
    for number in range(3):
        task(process, f"Lisää {number}", assigned_to=admin)
        Contribution.objects.create(
            county=thread.pledge.county, text="Uusi", given_at=NOW, moderation="published"
        )
    with CaptureQueriesContext(connection) as many:
        browser.get(address)

    assert len(few) <= MOST_QUERIES, [query["sql"][:80] for query in few]
    assert len(many) == len(few)

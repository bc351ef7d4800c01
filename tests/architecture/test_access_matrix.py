"""Every address, by everyone: each role, nobody, and officials of another county, as the table beside this file says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import html5lib
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lupaus.counties.models import County
from lupaus.desk.demo.stage import Stage
from lupaus.people.models import Membership, User
from lupaus.people.states import Role
from tests.architecture.access_rows import OFFICIALS, PUBLIC, Row
from tests.architecture.access_table import TABLE, things_of

SIGN_IN = "/account/login/"
NEIGHBOUR = "naapuri.example"
pytestmark = pytest.mark.django_db


@cache
def addresses() -> tuple[str, ...]:
    """The names of all addresses, with the room before them."""
    return tuple(sorted(names_in(get_resolver(), "")))


def names_in(resolver: URLResolver, room: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            if entry.name:
                yield room + entry.name
        else:
            yield from names_in(entry, f"{entry.namespace}:" if entry.namespace else room)


@dataclass(frozen=True)
class House:
    """The demo county with a browser for each of those who may come."""

    nobody: Client
    by_role: dict[str, Client]
    neighbour: Client
    things: dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def house(demo_story: Stage) -> Iterator[House]:
    allowed = settings.ALLOWED_HOSTS
    settings.ALLOWED_HOSTS = [*allowed, NEIGHBOUR, "testserver"]
    other = County.objects.create(code="98", name_fi="Naapurialue", host=NEIGHBOUR, is_in_use=True)
    neighbour = User.objects.create_user(email="admin@naapuri.example", name="Naapuri")
    Membership.objects.create(user=neighbour, county=other, role=Role.ADMIN)
    by_role = {}
    for role in Role.values:
        user = User.objects.create_user(email=f"{role}@oma.example", name=role)
        Membership.objects.create(user=user, county=demo_story.county, role=role)
        by_role[role] = signed_in(user)
    yield House(Client(), by_role, signed_in(neighbour), things_of(demo_story))
    settings.ALLOWED_HOSTS = allowed


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def ask(client: Client, row: Row, address: str, host: str = "testserver") -> tuple[int, str]:
    """What the address answers, with everything it did taken back."""
    with transaction.atomic():
        send = client.post if row.is_deed else client.get
        answer = send(address, HTTP_HOST=host)
        transaction.set_rollback(True)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.fixture
def visit(house: House) -> Callable[[str], tuple[Row, str]]:
    def find(name: str) -> tuple[Row, str]:
        return TABLE[name], reverse(name, kwargs=house.things.get(name))

    return find


@pytest.mark.parametrize("name", sorted(TABLE))
def test_nobody_in_particular(name: str, house: House, visit: Callable[[str], tuple[Row, str]]) -> None:
    row, address = visit(name)

    status, where = ask(house.nobody, row, address)

    if row.audience == PUBLIC:
        assert status == row.public_status
    else:
        assert (status, where.partition("?")[0]) == (302, SIGN_IN)


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row.audience == OFFICIALS))
def test_each_role(name: str, house: House, visit: Callable[[str], tuple[Row, str]]) -> None:
    row, address = visit(name)

    answers = {role: ask(client, row, address)[0] for role, client in house.by_role.items()}

    assert {role for role, status in answers.items() if status in (200, 302)} == row.roles
    assert {role for role, status in answers.items() if status == 403} == set(Role.values) - row.roles


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row.audience == OFFICIALS))
def test_an_official_of_another_county_has_no_role_here(
    name: str, house: House, visit: Callable[[str], tuple[Row, str]]
) -> None:
    row, address = visit(name)

    assert ask(house.neighbour, row, address)[0] == 403


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row.is_a_countys_thing))
def test_a_thing_is_not_found_under_another_countys_name(
    name: str, house: House, visit: Callable[[str], tuple[Row, str]]
) -> None:
    row, address = visit(name)

    assert ask(house.neighbour, row, address, host=NEIGHBOUR)[0] == 404


MOST_QUESTIONS = 12
PAGES = sorted(name for name, row in TABLE.items() if not row.is_deed)


def browser_for(house: House, row: Row) -> Client:
    return house.nobody if row.audience == PUBLIC else house.by_role[Role.ADMIN]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_the_database_more_than_twelve_questions(
    name: str, house: House, visit: Callable[[str], tuple[Row, str]]
) -> None:
    row, address = visit(name)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser_for(house, row).get(address)

    questions = [query["sql"] for query in asked if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(questions) <= MOST_QUESTIONS, "\n".join(questions)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_valid_html(
    name: str, language: str, house: House, visit: Callable[[str], tuple[Row, str]]
) -> None:
    row, address = visit(name)
    prefix = "" if language == "fi" else f"/{language}"

    page = browser_for(house, row).get(prefix + address)

    is_whole_page = b"<html" in page.content
    if is_whole_page:
        parser = html5lib.HTMLParser()
        parser.parse(page.content.decode())
        assert [(place, what) for place, what, _more in parser.errors] == []

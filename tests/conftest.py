"""A small cast shared by all tests: one county, its neighbour, officials in every role, and a resident."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker

from lupaus.counties.models import Area, County
from lupaus.desk.demo.play import play
from lupaus.desk.demo.stage import Stage
from lupaus.participation.models import Party
from lupaus.people.models import Membership, Participant, User
from lupaus.people.states import Role
from lupaus.process.models import Process

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def in_finnish() -> Iterator[None]:
    """Each test begins in Finnish, whatever language the one before it ended in."""
    with translation.override("fi"):
        yield


@pytest.fixture
def county(db: None) -> County:
    return County.objects.create(
        code="99",
        name_fi="Esimerkkialue",
        name_sv="Exempelområdet",
        name_en="Example County",
        kind="example",
        is_bilingual=True,
        is_in_use=True,
        instrument_name_fi="palvelulupaus",
        instrument_name_sv="servicelöfte",
        instrument_name_en="service promise",
        carrier_document_fi="palvelustrategia",
        deciding_body_fi="aluevaltuusto",
        deciding_body_sv="välfärdsområdesfullmäktige",
        deciding_body_en="county council",
    )


@pytest.fixture
def other_county(db: None) -> County:
    return County.objects.create(code="98", name_fi="Naapurialue", host="naapuri.example", is_in_use=True)


@pytest.fixture
def area(county: County) -> Area:
    return Area.objects.create(county=county, name_fi="Pohjoinen", name_sv="Norra", name_en="North")


@pytest.fixture
def residents(county: County) -> Party:
    """The party of residents and clients."""
    return Party.objects.create(
        county=county, key="residents", name_fi="Asukkaat", name_sv="Invånare", name_en="Residents"
    )


@pytest.fixture
def process(county: County) -> Process:
    return Process.objects.create(
        county=county,
        title_fi="Palvelulupaus 2027",
        title_sv="Servicelöfte 2027",
        title_en="Service promise 2027",
        started_on=date(2026, 1, 15),
    )


@pytest.fixture
def official(county: County) -> Callable[[str], User]:
    """Makes an official of the county with the given role."""

    def make(role: str, *, of: County | None = None) -> User:
        place = of or county
        user = User.objects.create_user(
            email=f"{role}.{place.code}@example.invalid", password=PASSWORD, name=f"{role.title()} Virta"
        )
        Membership.objects.create(user=user, county=place, role=role)
        return user

    return make


@pytest.fixture
def admin(official: Callable[[str], User]) -> User:
    return official(Role.ADMIN)


@pytest.fixture
def preparer(official: Callable[[str], User]) -> User:
    return official(Role.PREPARER)


@pytest.fixture
def coordinator(official: Callable[[str], User]) -> User:
    return official(Role.COORDINATOR)


@pytest.fixture
def moderator(official: Callable[[str], User]) -> User:
    return official(Role.MODERATOR)


@pytest.fixture
def responder(official: Callable[[str], User]) -> User:
    return official(Role.RESPONDER)


@pytest.fixture
def decision_maker(official: Callable[[str], User]) -> User:
    return official(Role.DECISION_MAKER)


@pytest.fixture
def viewer(official: Callable[[str], User]) -> User:
    return official(Role.VIEWER)


@pytest.fixture
def resident(county: County) -> Participant:
    return Participant.objects.create(county=county)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which the official has signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture(scope="module")
def demo_story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """The demo county's whole story, once for all the tests of a module, taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield play(today=TODAY)
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real data beside the checkout; tests that need it are skipped where it is absent."""
    place = Path(os.environ.get("LUPAUS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
    if not place.exists():
        pytest.skip("The shared data is not here: set LUPAUS_DATA to its folder.")
    return place

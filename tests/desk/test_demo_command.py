"""The demo can be told of any organiser, on any day, and never harms what is real."""

from datetime import date
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import Client

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision
from lupaus.desk.demo.play import DatabaseInUse, play
from lupaus.desk.demo.voices import CODES
from lupaus.participation.models import Consultation, Contribution

TODAY, LEAP_DAY, NEW_YEAR = date(2026, 11, 21), date(2028, 2, 29), date(2027, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "name", "languages", "areas", "today", "is_demo_installation"),
    [
        ("90", "Helsingin kaupunki", ("fi", "sv"), 1, LEAP_DAY, False),
        ("08", "Pirkanmaan hyvinvointialue", ("fi",), 4, NEW_YEAR, True),
    ],
)
def test_the_story_can_be_told_of_a_real_organiser_on_any_day(
    code: str,
    name: str,
    languages: tuple[str, ...],
    areas: int,
    today: date,
    is_demo_installation: bool,
    settings: LazySettings,
) -> None:
    settings.DEMO = is_demo_installation

    stage = play(code, today=today)

    county, preparer = stage.county, stage.people["preparer"]
    assert (county.name_fi, county.is_demo) == (name, True)  # type: ignore[attr-defined]
    assert county.required_languages == languages
    assert county.areas.count() == areas
    assert CouncilDecision.objects.get().body_name_fi == county.deciding_body_fi  # type: ignore[attr-defined]
    assert set(Consultation.objects.open_on(today)) == {stage.consultations[key] for key in ("seen", "next")}
    assert preparer.check_password(settings.DEMO_PASSWORD) is is_demo_installation
    assert preparer.has_usable_password() is is_demo_installation


def test_a_second_story_is_refused(county: County) -> None:
    with pytest.raises(DatabaseInUse):
        play(today=TODAY)


def test_the_command_does_nothing_when_told_to_only_fill_an_empty_database(county: County) -> None:
    call_command("demo", "--if-empty")

    assert Contribution.objects.count() == 0


def test_the_command_never_clears_a_real_county(county: County) -> None:
    with pytest.raises(CommandError, match="real county"):
        call_command("demo", "--fresh")

    assert County.objects.get() == county


def test_the_command_refuses_an_unknown_organiser() -> None:
    with pytest.raises(CommandError, match="No organiser has the code '77'"):
        call_command("demo", "--county", "77")


def test_the_command_tells_whose_story_it_is_and_the_receipt_codes() -> None:
    said = StringIO()

    call_command("demo", "--county", "17", stdout=said)

    assert "Pohjanmaan hyvinvointialue (17)" in said.getvalue()
    assert all(code in said.getvalue() for code in CODES.values())
    assert County.objects.get().areas.count() == 4


@pytest.mark.parametrize(("kind", "says_so"), [("county", True), ("city", True), ("example", False)])
def test_a_demo_under_a_real_name_says_that_its_bearer_did_not_make_it(
    county: County, client: Client, kind: str, says_so: bool
) -> None:
    County.objects.filter(pk=county.pk).update(kind=kind, is_demo=True)

    page = client.get("/en/").content.decode()

    assert "This is an example." in page
    assert ("neither made nor approved" in page) is says_so

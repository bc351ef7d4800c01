"""The demo can be told of any organiser, on any day, and never harms what is real."""

from datetime import date
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision
from lupaus.desk.demo.play import DatabaseInUse, play
from lupaus.desk.demo.voices import CODES
from lupaus.participation.models import Consultation, Contribution

TODAY = date(2026, 11, 21)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "name", "languages", "areas"),
    [
        ("17", "Pohjanmaan hyvinvointialue", ("fi", "sv"), 4),
        ("90", "Helsingin kaupunki", ("fi", "sv"), 1),
        ("08", "Pirkanmaan hyvinvointialue", ("fi",), 4),
    ],
)
def test_the_story_can_be_told_of_a_real_organiser(
    code: str, name: str, languages: tuple[str, ...], areas: int
) -> None:
    stage = play(code, today=TODAY)

    assert (stage.county.name_fi, stage.county.is_demo) == (name, True)  # type: ignore[attr-defined]
    assert stage.county.required_languages == languages
    assert stage.county.areas.count() == areas
    assert CouncilDecision.objects.get().body_name_fi == stage.county.deciding_body_fi  # type: ignore[attr-defined]


def test_the_story_can_be_told_on_any_day() -> None:
    leap_day = date(2028, 2, 29)

    stage = play(today=leap_day)

    assert list(Consultation.objects.open_on(leap_day)) == [stage.consultations["seen"]]


@pytest.mark.parametrize("is_demo_installation", [True, False])
def test_officials_have_the_known_password_in_a_demo_installation_only(
    is_demo_installation: bool, settings: LazySettings
) -> None:
    settings.DEMO = is_demo_installation

    stage = play(today=TODAY)

    preparer = stage.people["preparer"]
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


def test_the_command_tells_the_receipt_codes() -> None:
    said = StringIO()

    call_command("demo", stdout=said)

    assert all(code in said.getvalue() for code in CODES.values())

"""A version is shown as a wheel in every language, and an empty wheel is there to fill in together."""

import pytest

from lupaus.methods.wheel import wheel_svg
from lupaus.promise import queries
from lupaus.promise.models import Pledge, Version
from lupaus.promise.queries.missing import missing_from


def whole(version: Version) -> Version:
    return queries.version_with_content(Version.objects.filter(pk=version.pk)).get()


def test_the_wheel_has_ten_pledges_in_the_language_asked(frozen: Version) -> None:
    content = queries.wheel_content(whole(frozen), "sv")

    assert (content.core, len(content.sectors)) == ("Du får hjälp i tid.", 10)
    assert {sector.body for sector in content.sectors} == {"Jag får hjälp samma dag."}


def test_a_language_that_is_not_written_shows_the_first_that_is(frozen: Version) -> None:
    assert queries.wheel_content(whole(frozen), "en").core == "Saat apua ajoissa."


def test_sectors_lead_where_the_caller_says(frozen: Version, pledge: Pledge) -> None:
    by_call = queries.wheel_content(whole(frozen), "fi", lambda one: f"/{one.public_id}/")
    by_name = queries.wheel_content(whole(frozen), "fi", {pledge.public_id: "/here/"})

    assert by_call.sectors[0].href == f"/{pledge.public_id}/"
    assert [sector.href for sector in by_name.sectors if sector.href] == ["/here/"]


def test_a_draft_without_words_can_be_drawn(version: Version) -> None:
    drawing = wheel_svg(queries.wheel_content(whole(version), "fi"), language="fi")

    assert drawing.count('class="wheel-sector') == 10


def test_the_pairs_of_a_wheel_stand_side_by_side(frozen: Version) -> None:
    pairs = queries.wheel_pairs(queries.wheel_content(whole(frozen), "fi"))

    assert [pair.heading for pair in pairs][:2] == ["Saatavuus", "Saavutettavuus"]
    assert pairs[0].resident == "Saan apua samana päivänä."


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_empty_wheel_names_the_perspectives(language: str) -> None:
    drawing = queries.empty_wheel(language)

    assert drawing.startswith("<svg")
    assert f'xml:lang="{language}"' in drawing


def test_what_is_ready_to_freeze_can_also_be_drawn_to_a_file(frozen: Version) -> None:
    ready = whole(frozen)

    assert missing_from(ready) == []
    for language in ("fi", "sv"):
        wheel_svg(queries.wheel_content(ready, language), language=language, mode="file")

"""The drawing is whole, says everything to those who do not see it, and hides nothing that was cut."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from lupaus.methods.wheel import (
    Colours,
    EmptyWheelLabels,
    Sector,
    TextDoesNotFit,
    WheelContent,
    empty_wheel_svg,
    wheel_svg,
)
from lupaus.methods.wheel.content import UnknownPerspective, WheelIsNotWhole
from tests.methods.wheel.cast import HEADINGS, wheel

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("mode", ["web", "file"])
def test_the_wheel_is_well_formed_in_every_language(language: str, mode: str) -> None:
    root = drawn(wheel_svg(wheel(language), mode="file" if mode == "file" else "web", language=language))

    assert root.get("viewBox") == "0 0 1000 1000"
    assert root.get("lang") == language
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None


def test_every_sector_is_a_link_with_its_whole_text_as_its_name_pair_by_pair() -> None:
    root = drawn(wheel_svg(wheel(href="/lupaus/1/"), language="fi"))

    links = root.findall(f"{SVG}a")

    assert root.get("role") == "group"
    assert [link.get("href") for link in links] == ["/lupaus/1/"] * 10
    names = [str(link.get("aria-label")) for link in links[:4]]
    assert [(name.split(":")[0], name.rsplit("(")[-1]) for name in names] == [
        ("Saatavuus", "Asukas)"),
        ("Saatavuus", "Järjestäjä)"),
        ("Saavutettavuus", "Asukas)"),
        ("Saavutettavuus", "Järjestäjä)"),
    ]


def test_a_link_given_beside_the_content_goes_before_its_own() -> None:
    root = drawn(wheel_svg(wheel(href="/a/"), language="fi", links={("quality", "resident"): "/b/"}))

    assert [link.get("href") for link in root.findall(f"{SVG}a")].count("/b/") == 1


def test_a_sector_without_an_address_is_a_named_picture_and_no_link() -> None:
    root = drawn(wheel_svg(wheel(), language="fi"))

    assert root.findall(f"{SVG}a") == []
    assert len([group for group in root.findall(f"{SVG}g") if group.get("role") == "img"]) == 10


def test_nothing_in_it_breaks_the_content_security_policy() -> None:
    for svg in (wheel_svg(wheel(href="/x/"), language="fi"), wheel_svg(wheel(), mode="file", language="fi")):
        assert " style=" not in svg
        assert "<style" not in svg
        assert "<script" not in svg


def test_markup_in_a_text_is_text() -> None:
    svg = wheel_svg(wheel(body='<b>"R&D"</b>', href='/a?x=1&y="2"'), language="fi")

    assert "<b>" not in svg
    assert drawn(svg) is not None


def test_a_shortened_text_stands_in_full_in_the_title_of_its_sector() -> None:
    long = "Palvelu on hyvä ja lähellä. " * 14

    root = drawn(wheel_svg(wheel(body=long, href="/x/"), language="fi"))

    assert [link.findtext(f"{SVG}title") for link in root.findall(f"{SVG}a")] == [long] * 10


def test_a_file_refuses_a_text_that_does_not_fit() -> None:
    with pytest.raises(TextDoesNotFit):
        wheel_svg(wheel(body="Palvelu on hyvä ja lähellä. " * 14), mode="file", language="fi")
    with pytest.raises(TextDoesNotFit):
        wheel_svg(replace(wheel(), core="Arki sujuu. " * 40), mode="file", language="fi")
    with pytest.raises(TextDoesNotFit):
        wheel_svg(replace(wheel(), resident_principle="Osallistun " * 20), mode="file", language="fi")


def test_a_page_shortens_the_core_and_the_principle_with_an_ellipsis() -> None:
    svg = wheel_svg(
        replace(wheel(), core="Arki sujuu. " * 40, resident_principle="Osallistun " * 20), language="fi"
    )

    assert svg.count("…") == 2


def test_a_file_needs_no_font_and_holds_no_link() -> None:
    root = drawn(wheel_svg(wheel(href="/x/"), mode="file", language="fi"))

    assert list(root.iter(f"{SVG}text")) == []
    assert list(root.iter(f"{SVG}a")) == []
    assert root.get("width") == "1000"


def test_a_letter_the_font_lacks_stays_a_letter() -> None:
    root = drawn(wheel_svg(wheel(body="Hyvä ✓"), mode="file", language="fi"))

    assert {text.text for text in root.iter(f"{SVG}text")} == {"✓"}


def test_two_wheels_on_a_page_have_ids_of_their_own() -> None:
    ids = [
        element.get("id")
        for name in ("now", "next")
        for element in drawn(wheel_svg(wheel(), language="fi", name=name)).iter()
        if element.get("id")
    ]

    assert len(ids) == len(set(ids)) == 12


def test_a_county_brings_its_own_colours() -> None:
    svg = wheel_svg(replace(wheel(), colours=Colours(resident="#003366")), language="fi")

    assert "#003366" in svg
    assert "#0b5c6b" not in svg


def test_a_wheel_has_ten_pledges_of_known_perspectives() -> None:
    with pytest.raises(WheelIsNotWhole):
        WheelContent("", "", "", "", "", wheel().sectors[:9])
    with pytest.raises(UnknownPerspective):
        Sector("price", "resident", "Hinta", "")


@pytest.mark.parametrize("paper", ["square", "a3"])
def test_the_empty_wheel_names_the_perspectives_and_leaves_lines_to_write_on(paper: str) -> None:
    labels = EmptyWheelLabels(
        title="Oma lupauksemme",
        description="Tyhjä pyörä, johon ryhmä kirjoittaa.",
        core="Mitä tahdomme?",
        resident_title="Asukas",
        organiser_title="Järjestäjä",
        perspectives=("Saatavuus", "Saavutettavuus", "Laatu", "Vaikuttavuus", "Integraatio"),
        notes=("Ryhmä", "Päivä"),
    )

    root = drawn(empty_wheel_svg("fi", labels, paper="a3" if paper == "a3" else "square"))
    lines = [path for path in root.iter(f"{SVG}path") if path.get("stroke-opacity")]

    assert root.get("width") == ("420mm" if paper == "a3" else "277mm")
    assert len(lines) >= 40
    assert HEADINGS["fi"] == labels.perspectives

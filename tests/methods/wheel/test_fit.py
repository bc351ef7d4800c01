"""A pledge fits its sector, or is refused with the number of characters that are too many."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lupaus.methods.wheel import TextDoesNotFit, fits
from lupaus.methods.wheel.fit import arrange
from lupaus.methods.wheel.geometry import is_inside
from lupaus.methods.wheel.placing import SMALLEST, Line
from tests.methods.wheel.cast import HEADINGS, pledge_texts, wheel


def corners(line: Line) -> list[tuple[float, float]]:
    half = line.width / 2
    steps = [line.x - half + line.width * share / 10 for share in range(11)]
    return [(x, y) for x in steps for y in (line.top, line.baseline, line.bottom)]


def lies_inside(sector: int, lines: tuple[Line, ...]) -> bool:
    return all(is_inside(sector, point, margin=12) for line in lines for point in corners(line))


def test_the_smallest_text_is_12_pixels_when_the_wheel_is_drawn_700_wide() -> None:
    assert SMALLEST * 700 / 1000 >= 12


@pytest.mark.parametrize("sector", range(10))
def test_a_pledge_within_the_budget_of_ninety_characters_fits_every_sector(sector: int) -> None:
    text = "Palvelumme on helppo löytää, ja saat niistä selkeää tietoa silloin, kun sinä sitä tarvitset"

    fit = fits(text, sector, "fi", "Saavutettavuus")

    assert (len(text), fit.ok, fit.characters_too_many) == (91, True, 0)
    assert fit.size >= 20
    assert " ".join(fit.lines) == text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=pledge_texts, sector=st.integers(0, 9), language=st.sampled_from(("fi", "sv", "en")))
@example(text="a" * 400, sector=0, language="fi")
@example(text="", sector=4, language="fi")
def test_every_text_fits_or_is_refused_with_how_much_is_too_much(
    text: str, sector: int, language: str
) -> None:
    fit = fits(text, sector, language, HEADINGS[language][1])

    assert fit.size >= SMALLEST
    if fit.ok:
        assert fit.characters_too_many == 0
    else:
        assert 0 < fit.characters_too_many <= len(text)
        assert fits(text[: -fit.characters_too_many], sector, language, HEADINGS[language][1]).ok


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(pledge_texts, min_size=10, max_size=10), language=st.sampled_from(("fi", "sv", "en")))
def test_whatever_is_written_every_line_stays_inside_its_sector(texts: list[str], language: str) -> None:
    content = wheel(language)
    sectors = tuple(
        type(sector)(sector.perspective, sector.viewpoint, sector.heading, text)
        for sector, text in zip(content.sectors, texts, strict=True)
    )

    arranged = arrange(type(content)("Ydin", "A", "J", "a", "j", sectors), language, shorten=True)

    assert all(lies_inside(place, lines) for place, lines in enumerate(arranged.lines))
    assert {line.size for lines in arranged.lines for line in lines if not line.is_bold} == {arranged.size}
    assert arranged.size >= SMALLEST


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_all_ten_are_set_in_one_size_and_counterparts_begin_at_one_height(language: str) -> None:
    arranged = arrange(wheel(language), language, shorten=False)

    for place in range(5):
        assert arranged.lines[place][0].top == pytest.approx(arranged.lines[9 - place][0].top)
        assert [line.text for line in arranged.lines[place]] == [
            line.text for line in arranged.lines[9 - place]
        ]


def test_a_file_refuses_what_a_page_shortens() -> None:
    content = wheel("fi", body="Palvelu on hyvä ja lähellä. " * 14)

    with pytest.raises(TextDoesNotFit) as refused:
        arrange(content, "fi", shorten=False)

    assert refused.value.characters_too_many > 100
    shortened = arrange(content, "fi", shorten=True)
    assert shortened.shortened == frozenset(range(10))
    assert all(lines[-1].text.endswith("…") for lines in shortened.lines)


def test_a_heading_of_two_words_may_take_two_lines_but_is_not_broken() -> None:
    arranged = arrange(wheel("en"), "en", shorten=False)

    assert [line.text for line in arranged.lines[4] if line.is_bold] in (
        ["Integration of services"],
        ["Integration", "of services"],
    )


def test_a_long_compound_is_broken_at_a_syllable_and_never_without_a_hyphen() -> None:
    fit = fits("Luottamushenkilöorganisaatiomme kuuntelee", 0, "fi", "Laatu")

    assert fit.ok
    assert "".join(line.removesuffix("-") for line in fit.lines if line.endswith("-")).isalpha()

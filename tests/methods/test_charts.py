"""Charts are whole, labelled and described, and hide no gap."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.charts import (
    BarLabels,
    LineLabels,
    Point,
    coverage_bar,
    line_with_path,
    round_scale,
    stacked_bar,
)

WIDTH = 420
SVG = "{http://www.w3.org/2000/svg}"
BAR = BarLabels("Väittämä", "Useampi on samaa mieltä.", "Samaa mieltä 6", "Ohitti 3", "Eri mieltä 1")
LINE = LineLabels("Puheluihin vastaaminen", "Olemme jäljessä.", "Toteuma 82 %", "Tavoite 95 %")


def widths(svg: str) -> dict[str | None, float]:
    return {
        part.get("class"): float(part.get("width", "0")) for part in ET.fromstring(svg).iter(f"{SVG}rect")
    }


def texts(svg: str) -> list[str | None]:
    return [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_parts_of_a_bar_are_as_wide_as_their_share() -> None:
    assert widths(stacked_bar(6, 3, 1, BAR)) == {"chart-agree": 252, "chart-pass": 126, "chart-disagree": 42}


def test_every_part_is_named_also_when_nobody_chose_it() -> None:
    assert texts(stacked_bar(6, 0, 0, BAR)) == ["Samaa mieltä 6", "Ohitti 3", "Eri mieltä 1"]


def test_without_answers_the_bar_is_empty() -> None:
    assert widths(stacked_bar(0, 0, 0, BAR)) == {"chart-ground": WIDTH}


def test_a_count_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        stacked_bar(-1, 0, 0, BAR)


def test_a_chart_says_what_it_shows() -> None:
    root = ET.fromstring(stacked_bar(6, 3, 1, BAR, name="claim-7"))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "claim-7-title claim-7-desc"
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (
        "Väittämä",
        "Useampi on samaa mieltä.",
    )


def test_coverage_is_a_part_of_its_whole() -> None:
    svg = coverage_bar(3, 4, title="Kattavuus", description="Kolme neljästä.", label="3 kuntaa 4:stä")

    assert widths(svg) == {"chart-ground": WIDTH, "chart-agree": 315}
    assert texts(svg) == ["3 kuntaa 4:stä"]
    with pytest.raises(ValueError, match="part of the whole"):
        coverage_bar(5, 4, title="", description="", label="")


def test_a_missing_observation_leaves_a_gap_in_the_line() -> None:
    observations = [
        Point(0, 60, "1/2026"),
        Point(1, 70),
        Point(2, None),
        Point(3, 82),
        Point(4, 84, "5/2026"),
    ]

    root = ET.fromstring(line_with_path(observations, [Point(0, 60), Point(4, 95)], LINE, figure=str))
    lines = [line for line in root.iter(f"{SVG}polyline") if line.get("class") == "chart-line"]

    assert [len(str(line.get("points")).split()) for line in lines] == [2, 2]
    assert len(list(root.iter(f"{SVG}circle"))) == 4


def test_both_lines_carry_their_names_and_the_scale_its_figures() -> None:
    svg = line_with_path(
        [Point(0, 60, "1/2026"), Point(4, 82, "5/2026")],
        [Point(0, 60), Point(4, 95)],
        LINE,
        figure=lambda value: f"{value:g} %",
    )

    assert texts(svg) == [
        "60 %",
        "70 %",
        "80 %",
        "90 %",
        "100 %",
        "1/2026",
        "5/2026",
        "Tavoite 95 %",
        "Toteuma 82 %",
    ]


def test_one_observation_alone_can_be_drawn() -> None:
    svg = line_with_path([Point(0, 60, "1/2026")], [], LINE, figure=str)

    assert len(list(ET.fromstring(svg).iter(f"{SVG}circle"))) == 1


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        line_with_path([Point(0, None)], [], LINE, figure=str)


@pytest.mark.parametrize(
    ("low", "high", "scale"),
    [
        (60, 95, (60, 70, 80, 90, 100)),
        (0, 1, (0, 0.25, 0.5, 0.75, 1)),
        (5, 5, (4, 4.5, 5, 5.5, 6)),
        (-3, 3, (-4, -2, 0, 2, 4)),
    ],
)
def test_the_scale_is_of_round_numbers(low: float, high: float, scale: tuple[float, ...]) -> None:
    assert round_scale(low, high) == scale


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_the_scale_reaches_around_all_values(low: float, reach: float) -> None:
    scale = round_scale(low, low + reach)

    assert scale[0] <= low + 1e-6
    assert scale[-1] >= low + reach - 1e-6
    assert 2 <= len(scale) <= 7


def test_no_style_stands_in_a_chart() -> None:
    assert "style=" not in stacked_bar(6, 3, 1, BAR)
    assert "style=" not in line_with_path([Point(0, 60), Point(1, 61)], [], LINE, figure=str)

"""Bars: how people answered a claim, how much of a whole is reached."""

from __future__ import annotations

from dataclasses import dataclass

from lupaus.methods.charts.drawing import AGREE, DISAGREE, GROUND, PAPER, PASS, WIDTH, chart, text
from lupaus.methods.svg import element


@dataclass(frozen=True)
class BarLabels:
    """The words of a stacked bar: what it shows, and each part with its figure."""

    title: str
    description: str
    agree: str
    passed: str
    disagree: str


def stacked_bar(agree: int, passed: int, disagree: int, labels: BarLabels, *, name: str = "bar") -> str:
    """How people answered a claim, as one bar of three parts with each part's words under it.

    Counts must not be negative; without any answers the bar is empty. Parts differ in lightness and
    the third is hatched, so that they can be told apart without colour.
    """
    if min(agree, passed, disagree) < 0:
        raise ValueError("counts are never negative")
    everyone = agree + passed + disagree
    parts = (("agree", agree, AGREE), ("pass", passed, PASS), ("disagree", disagree, DISAGREE))
    drawn = [ground_bar(22)] if not everyone else []
    left = 0.0
    for kind, count, colour in parts:
        width = WIDTH * count / everyone if everyone else 0.0
        if width:
            drawn.append(bar_part(kind, left, width, colour))
            if kind == "disagree":
                drawn.extend(hatching(left, width))
        left += width
    drawn += [
        text(labels.agree, 0, 46, anchor="start"),
        text(labels.passed, WIDTH / 2, 46, anchor="middle", kind="quiet"),
        text(labels.disagree, WIDTH, 46, anchor="end"),
    ]
    return chart(52, labels.title, labels.description, name, *drawn)


def coverage_bar(
    covered: float, whole: float, *, title: str, description: str, label: str, name: str = "coverage"
) -> str:
    """How much of a whole is reached, as one bar with its words under it (covered <= whole)."""
    if not 0 <= covered <= whole:
        raise ValueError("what is covered is a part of the whole")
    width = WIDTH * covered / whole if whole else 0.0
    part = bar_part("agree", 0, width, AGREE) if width else ""
    return chart(52, title, description, name, ground_bar(22), part, text(label, 0, 46, anchor="start"))


def bar_part(kind: str, left: float, width: float, colour: str) -> str:
    """One part of a bar."""
    return element(
        "rect",
        {"class": f"chart-{kind}", "x": left, "y": 2, "width": width, "height": 24, "fill": colour},
    )


def hatching(left: float, width: float) -> list[str]:
    """Slanting lines over a part of a bar, so that it differs without colour too."""
    drawn = []
    start = left - 24
    while start < left + width:
        x1, x2 = max(start, left), min(start + 24, left + width)
        if x2 > x1:
            drawn.append(f"M{x1:.1f} {26 - (x1 - start):.1f}L{x2:.1f} {26 - (x2 - start):.1f}")
        start += 8
    lines = {
        "class": "chart-hatch",
        "d": "".join(drawn),
        "stroke": PAPER,
        "stroke_width": 1.5,
        "stroke_opacity": 0.55,
    }
    return [element("path", lines)]


def ground_bar(height: float) -> str:
    """The whole against which a part is seen."""
    return element(
        "rect",
        {"class": "chart-ground", "x": 0, "y": 3, "width": WIDTH, "height": height, "fill": GROUND},
    )

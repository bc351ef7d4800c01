"""The empty wheel: perspectives named, lines to write on, for a group around a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lupaus.methods.svg import NAMESPACE, element, words
from lupaus.methods.wheel.content import Colours
from lupaus.methods.wheel.drawing import circle, outlined, outlined_curve
from lupaus.methods.wheel.font import ASCENT
from lupaus.methods.wheel.geometry import (
    CENTRE,
    CORE_RADIUS,
    SIZE,
    STROKE,
    Span,
    half_ring_path,
    is_on_the_right,
    mirror,
    sector_path,
    span_between,
    span_in_core,
)
from lupaus.methods.wheel.middle import Curve, ring_lines
from lupaus.methods.wheel.placing import Line
from lupaus.methods.wheel.text import Hyphenate, fill, measure, words_of

LINE_STEP = 33
"""Space between writing lines: 9 mm when the wheel fills an A3 sheet's height."""
SHORTEST_LINE = 90
HEADING_SIZE, TITLE_SIZE = 22.0, 34.0
SHEET_WIDTH, SHEET_HEIGHT = 1516, 1072
"""A3 lying down, in the wheel's units: 420 x 297 mm with the wheel 277 mm across."""
MARGIN = 36
Paper = Literal["square", "a3"]


@dataclass(frozen=True)
class EmptyWheelLabels:
    """The words of an empty wheel, in one language."""

    title: str
    description: str
    core: str
    resident_title: str
    organiser_title: str
    perspectives: tuple[str, str, str, str, str]
    resident_principle: str = ""
    organiser_principle: str = ""
    notes: tuple[str, ...] = ()
    colours: Colours = field(default_factory=Colours)


def empty_wheel_svg(language: str, labels: EmptyWheelLabels, *, paper: Paper = "square") -> str:
    """A wheel to fill in by hand: alone, or on an A3 sheet with room for notes beside it.

    Self-contained like every file: letters are outlines.
    """
    is_sheet = paper == "a3"
    width, height = (SHEET_WIDTH, SHEET_HEIGHT) if is_sheet else (SIZE, SIZE)
    wheel = "".join(draw_wheel(labels))
    return element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {width} {height}",
            "width": "420mm" if is_sheet else "277mm",
            "height": "297mm" if is_sheet else "277mm",
            "xml:lang": language,
            "role": "img",
            "aria_labelledby": "empty-wheel-title",
            "aria_describedby": "empty-wheel-desc",
        },
        element("title", {"id": "empty-wheel-title"}, words(labels.title)),
        element("desc", {"id": "empty-wheel-desc"}, words(labels.description)),
        element("rect", {"width": width, "height": height, "fill": labels.colours.paper}),
        element("g", {"transform": f"translate({MARGIN} {MARGIN})"}, wheel) if is_sheet else wheel,
        "".join(draw_notes(labels, language)) if is_sheet else "",
    )


def draw_wheel(labels: EmptyWheelLabels) -> Iterator[str]:
    """Sectors with lines, half rings with names, the core with lines of its own."""
    for sector in range(10):
        viewpoint = "organiser" if is_on_the_right(sector) else "resident"
        perspective = sector if is_on_the_right(sector) else mirror(sector)
        yield element(
            "path",
            {
                "d": sector_path(sector),
                "fill": labels.colours.light(viewpoint),
                "stroke": labels.colours.strong(viewpoint),
                "stroke_width": STROKE,
            },
        )
        yield from draw_writing_lines(sector, labels.perspectives[perspective], labels.colours)
    for viewpoint, title, principle in (
        ("resident", labels.resident_title, labels.resident_principle),
        ("organiser", labels.organiser_title, labels.organiser_principle),
    ):
        yield element("path", {"d": half_ring_path(viewpoint), "fill": labels.colours.strong(viewpoint)})
        for curve in ring_curves(title.upper(), principle):
            yield outlined_curve(curve, viewpoint, labels.colours.paper)
    yield circle(CORE_RADIUS, fill=labels.colours.paper, stroke=labels.colours.ink, stroke_width=STROKE)
    yield centred(labels.core, CENTRE, CENTRE - 62, 19.0, labels.colours.ink)
    for index in range(4):
        height = CENTRE - 22 + index * LINE_STEP
        span = span_in_core(height - 8, height, 16)
        if span:
            yield writing_line(span, height, labels.colours)


def ring_curves(title: str, principle: str) -> tuple[Curve, ...]:
    """A half ring's words: the name alone stands in the middle of the ring."""
    if principle:
        return ring_lines(title, principle, shorten=False)
    return (Curve(title, 172.0, 26.0, is_bold=True),)


def draw_writing_lines(sector: int, heading: str, colours: Colours) -> Iterator[str]:
    """The perspective's name, as high in its sector as it fits, and lines below it."""
    needed = measure(heading, is_bold=True) * HEADING_SIZE / 1000
    top = 0.0
    while top < SIZE:
        span = span_between(sector, top, top + HEADING_SIZE)
        if span and span.width >= max(needed, SHORTEST_LINE):
            break
        top += 2
    else:
        return
    baseline = top + ASCENT * HEADING_SIZE
    yield centred(heading, (span.left + span.right) / 2, baseline, HEADING_SIZE, colours.ink)
    height = baseline + LINE_STEP * 1.05
    while height < SIZE:
        room = span_between(sector, height - LINE_STEP * 0.7, height)
        if room and room.width >= SHORTEST_LINE:
            yield writing_line(room, height, colours)
        height += LINE_STEP


def writing_line(span: Span, height: float, colours: Colours) -> str:
    """A thin line to write on."""
    return element(
        "path",
        {
            "d": f"M{span.left:.1f} {height:.1f}H{span.right:.1f}",
            "stroke": colours.ink,
            "stroke_opacity": 0.45,
            "stroke_width": 1.2,
        },
    )


def centred(text: str, x: float, baseline: float, size: float, colour: str) -> str:
    """A bold line around a middle, as outlines."""
    line = Line(text, x, baseline, size, is_bold=True)
    return outlined(text, x - line.width / 2, baseline, size, is_bold=True, colour=colour)


def draw_notes(labels: EmptyWheelLabels, language: str) -> Iterator[str]:
    """Beside the wheel: what the sheet is, and named lines for the group, the day and notes."""
    left, right = MARGIN * 2 + SIZE + 8, SHEET_WIDTH - MARGIN
    height = MARGIN + 40.0
    room = (right - left) / TITLE_SIZE * 1000
    title = fill(
        words_of(labels.title),
        [room] * 4,
        language=language,
        freedom=Hyphenate.LONG_WORDS,
        is_bold=True,
    )
    for line in title or []:
        yield outlined(line, left, height, TITLE_SIZE, is_bold=True, colour=labels.colours.ink)
        height += TITLE_SIZE * 1.2
    height += 40
    for note in labels.notes:
        yield outlined(note, left, height, 20.0, is_bold=True, colour=labels.colours.ink)
        height += LINE_STEP * 1.5
        yield writing_line(Span(left, right), height, labels.colours)
        height += LINE_STEP * 1.6
    while height < SHEET_HEIGHT - MARGIN:
        yield writing_line(Span(left, right), height, labels.colours)
        height += LINE_STEP * 1.2

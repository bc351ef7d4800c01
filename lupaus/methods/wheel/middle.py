"""Fit the statement of intent into the core, and titles and principles into the half rings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import pi

from lupaus.methods.wheel.content import TextDoesNotFit
from lupaus.methods.wheel.fit import ELLIPSIS
from lupaus.methods.wheel.font import ASCENT, DESCENT
from lupaus.methods.wheel.geometry import CENTRE, span_in_core
from lupaus.methods.wheel.placing import SMALLEST, Line
from lupaus.methods.wheel.text import Hyphenate, balance, fill, measure, words_of

CORE_SIZES = (*(size / 2 for size in range(52, 35, -1)), SMALLEST)
CORE_PADDING = 13
CORE_LEADING = 1.18
RING_SIZES = (24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0, SMALLEST)
ONE_LINE, TWO_LINES = (197.0, (155.0,)), (202.0, (175.0, 148.0))
RING_WAYS = (
    (*ONE_LINE, RING_SIZES[:5]),
    (*TWO_LINES, RING_SIZES),
    (*ONE_LINE, RING_SIZES[5:]),
)
"""Radii of the title and of the principle's lines, with the sizes to try, best first."""
RING_ENDS = 40
"""How much of a half ring's length is kept clear at each of its ends."""


@dataclass(frozen=True)
class Curve:
    """A text set along an arc of a half ring, its letters' feet towards the middle."""

    text: str
    radius: float
    size: float
    is_bold: bool

    @property
    def length(self) -> float:
        """How much of the arc the text takes."""
        return measure(self.text, self.is_bold) * self.size / 1000


@lru_cache(maxsize=1024)
def set_core(text: str, language: str) -> tuple[Line, ...] | None:
    """The core's lines, as large as they go; None when they do not fit at the smallest size."""
    words = words_of(text)
    for freedom in (Hyphenate.NEVER, Hyphenate.ANYWHERE):
        for size in CORE_SIZES:
            for count in range(1, 11):
                baselines = [
                    CENTRE + (index - (count - 1) / 2) * size * CORE_LEADING + 0.34 * size
                    for index in range(count)
                ]
                spans = [
                    span_in_core(line - ASCENT * size, line + DESCENT * size, CORE_PADDING)
                    for line in baselines
                ]
                rooms = [span.width / size * 1000 if span else 0.0 for span in spans]
                lines = balance(words, rooms, language=language, freedom=freedom, is_bold=True)
                if lines is not None and len(lines) == count:
                    return tuple(
                        Line(line, CENTRE, baseline, size, is_bold=True)
                        for line, baseline in zip(lines, baselines, strict=True)
                    )
    return None if words else ()


def core_lines(text: str, language: str, *, shorten: bool) -> tuple[Line, ...]:
    """The core's lines; a text that is too long is shortened with an ellipsis or refused."""
    lines = set_core(text, language)
    if lines is not None:
        return lines
    kept = next(
        (
            length
            for length in range(len(text) - 1, 0, -1)
            if set_core(text[:length].rstrip() + ELLIPSIS * shorten, language) is not None
        ),
        0,
    )
    if not shorten:
        raise TextDoesNotFit(text, len(text) - kept)
    return set_core(text[:kept].rstrip() + ELLIPSIS, language) or ()


def ring_lines(title: str, principle: str, *, shorten: bool) -> tuple[Curve, ...]:
    """A half ring's title and, under it, its principle on one line or two."""
    for title_radius, radii, sizes in RING_WAYS:
        for size in sizes:
            lines = fill(
                words_of(principle),
                [room_on(radius) / size * 1000 for radius in radii],
                language="",
                freedom=Hyphenate.NEVER,
            )
            title_fits = measure(title, is_bold=True) * size / 1000 <= room_on(title_radius)
            if lines is not None and title_fits:
                return (
                    Curve(title, title_radius, size, is_bold=True),
                    *(
                        Curve(line, radius, size, is_bold=False)
                        for line, radius in zip(lines, radii, strict=False)
                    ),
                )
    words = principle.split()
    if not shorten or len(words) < 2:
        raise TextDoesNotFit(principle or title, len(words[-1]) if words else len(title))
    kept = " ".join(words[:-1]).rstrip(ELLIPSIS + ",;:– ") + ELLIPSIS
    return ring_lines(title, kept, shorten=True)


def room_on(radius: float) -> float:
    """How long a text may be on a half ring's arc of a radius."""
    return pi * radius - 2 * RING_ENDS

"""Every way to set a pledge inside its sector, and how well each of them looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from lupaus.methods.wheel.font import ASCENT, DESCENT
from lupaus.methods.wheel.geometry import SIZE as WHEEL_SIZE
from lupaus.methods.wheel.geometry import (
    Span,
    box_of,
    is_on_the_right,
    middle_of,
    mirror,
    span_between,
)
from lupaus.methods.wheel.text import Hyphenate, balance, broken, fill, measure, words_of

LARGEST, SMALLEST = 24.0, 17.2
"""12 px when the wheel is drawn 700 px wide is 17.15 units: nothing is set smaller."""
LEADING, HEADING_LEADING, HEADING_GAP, HEADING_SCALE = 1.2, 1.12, 1.36, 1.06
MOST_LINES = 14
STEP_ACROSS, STEP_DOWN = 10.0, 8.0


@dataclass(frozen=True)
class Wording:
    """What is to be set, where and in which language (fi, sv or en)."""

    text: str
    heading: str
    sector: int
    language: str

    def on_the_right(self) -> Wording:
        """The same words in the counterpart sector on the right: the halves are mirror images."""
        return self if is_on_the_right(self.sector) else replace(self, sector=mirror(self.sector))


@dataclass(frozen=True)
class Line:
    """One set line: its text, the middle of its baseline, its size and weight."""

    text: str
    x: float
    baseline: float
    size: float
    is_bold: bool

    @property
    def width(self) -> float:
        """How wide the line is when set."""
        return measure(self.text, self.is_bold) * self.size / 1000

    @property
    def top(self) -> float:
        """How high its ink reaches."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """How low its ink reaches."""
        return self.baseline + DESCENT * self.size


Lines = tuple[Line, ...]


@dataclass(frozen=True)
class Placement:
    """One way to set a sector's words, and how far it is from how we would like it."""

    lines: Lines
    distance: float

    @property
    def top(self) -> float:
        """Where the words begin."""
        return self.lines[0].top

    def mirrored(self) -> Placement:
        """The same placement on the other half of the wheel."""
        return Placement(tuple(replace(line, x=WHEEL_SIZE - line.x) for line in self.lines), self.distance)


@lru_cache(maxsize=65536)
def has_room(wording: Wording, size: float, freedom: Hyphenate) -> bool:
    """Whether there is any way to set the words at a size."""
    return next(placements(wording, size, freedom, evenly=False), None) is not None


@lru_cache(maxsize=2048)
def best_by_height(wording: Wording, size: float) -> dict[float, Placement]:
    """The best way to set the words for every height at which they can begin."""
    if not is_on_the_right(wording.sector):
        mirrored = best_by_height(wording.on_the_right(), size)
        return {top: placement.mirrored() for top, placement in mirrored.items()}
    best: dict[float, Placement] = {}
    for freedom in Hyphenate:
        for placement in placements(wording, size, freedom, evenly=True):
            known = best.get(placement.top)
            if known is None or placement.distance < known.distance:
                best[placement.top] = placement
        if best:
            break
    return best


def placements(wording: Wording, size: float, freedom: Hyphenate, *, evenly: bool) -> Iterator[Placement]:
    """Every way, on a grid of middles and heights, to set the words on the right half."""
    wording = wording.on_the_right()
    words, setter = words_of(wording.text), balance if evenly else fill
    heading = Heading.of(wording)
    needed = sum(measure(word, is_bold=False) for word in words)
    left, top, right, bottom = box_of(wording.sector)
    for first_top, headings in product(grid(top, bottom, STEP_DOWN), (1, 2)):
        spans = spans_below(wording.sector, first_top, size, headings)
        room_below = sum(span.width for span in spans[headings:]) * 1000 / size
        if len(spans) < headings or needed > room_below:
            continue
        for centre in grid(left, right, STEP_ACROSS):
            rooms = [2000 / size * min(centre - span.left, span.right - centre) for span in spans]
            title = heading.lines([room / HEADING_SCALE for room in rooms[:headings]])
            if title is None or len(title) != headings:
                continue
            body = setter(words, rooms[headings:], language=wording.language, freedom=freedom)
            if body is not None:
                lines = tuple(set_at(title, body, centre, first_top, size))
                yield Placement(lines, distance_from_ideal(lines, body, wording.sector))


@dataclass(frozen=True)
class Heading:
    """A heading's words, how freely they may be broken, and the least room they need."""

    words: tuple[str, ...]
    language: str
    freedom: Hyphenate
    narrowest: float

    @classmethod
    def of(cls, wording: Wording) -> Heading:
        """The heading of a wording."""
        words = words_of(wording.heading)
        freedom = heading_freedom(wording.heading, wording.sector, wording.language)
        longest = max((measure(word, is_bold=True) for word in words), default=0)
        may_break = freedom or any("-" in word for word in words)
        return cls(words, wording.language, freedom, 0 if may_break else longest)

    def lines(self, rooms: list[float]) -> list[str] | None:
        """The heading's lines in these rooms; without a heading one empty line is kept for it."""
        if not self.words:
            return [""]
        if rooms[0] < self.narrowest and len(rooms) == 1:
            return None
        return fill(self.words, rooms, language=self.language, freedom=self.freedom, is_bold=True)


@lru_cache(maxsize=1024)
def heading_freedom(heading: str, sector: int, language: str) -> Hyphenate:
    """A heading's words are kept whole unless one of them is wider than the sector at its widest.

    That is so at the smallest size only for words of more than some twenty letters.
    """
    _, top, _, bottom = box_of(sector)
    widest = max(
        span.width
        for height in grid(top, bottom, STEP_DOWN)
        if (span := span_between(sector, height, height + SMALLEST)) is not None
    )
    longest = max(measure(word, is_bold=True) for word in words_of(heading) or ("",))
    fits_whole = longest * SMALLEST * HEADING_SCALE / 1000 <= 0.8 * widest
    return Hyphenate.NEVER if fits_whole else Hyphenate.LONG_WORDS


def distance_from_ideal(lines: Lines, body: list[str], sector: int) -> float:
    """How far a setting is from the sector's middle; broken, many and uneven lines count too."""
    middle_x, middle_y = middle_of(sector)
    block_middle = (lines[0].top + lines[-1].bottom) / 2
    away = abs(lines[0].x - middle_x) + 0.8 * abs(block_middle - middle_y)
    widths = [line.width for line in lines if not line.is_bold] or [0.0]
    uneven = max(widths) - min(widths)
    return away + 40 * broken(body) + 14 * len(body) + 0.25 * uneven


def set_at(title: list[str], body: list[str], centre: float, top: float, size: float) -> Iterator[Line]:
    """Lines one below the other, the heading's first."""
    heading_size = size * HEADING_SCALE
    baseline = top + ASCENT * heading_size
    for text in title:
        yield Line(text, centre, baseline, heading_size, is_bold=True)
        baseline += size * HEADING_LEADING
    baseline += size * (HEADING_GAP - HEADING_LEADING)
    for text in body:
        yield Line(text, centre, baseline, size, is_bold=False)
        baseline += size * LEADING


@lru_cache(maxsize=16384)
def spans_below(sector: int, top: float, size: float, headings: int) -> tuple[Span, ...]:
    """The room of the heading's lines and of every line below, as far as the sector goes."""
    spans = []
    for line in set_at([""] * headings, [""] * MOST_LINES, 0, top, size):
        span = span_between(sector, round(line.top, 2), round(line.bottom, 2))
        if span is None:
            break
        spans.append(span)
    return tuple(spans)


def grid(low: float, high: float, step: float) -> Iterator[float]:
    """Evenly spaced numbers from low to high."""
    return (low + step * index for index in range(int((high - low) / step) + 1))

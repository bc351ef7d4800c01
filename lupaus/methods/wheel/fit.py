"""Fit pledges into their sectors: as large as they go, all ten in one size, never cut in secret."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from lupaus.methods.wheel.content import TextDoesNotFit, WheelContent
from lupaus.methods.wheel.geometry import mirror
from lupaus.methods.wheel.placing import SMALLEST, Lines, Wording, best_by_height, has_room
from lupaus.methods.wheel.text import Hyphenate, words_of

SIZES = (SMALLEST, *(size / 2 for size in range(35, 49)))
COMFORTABLE = 20.0
"""Words are broken only when whole words would have to be set smaller than this."""
ELLIPSIS = "…"


@dataclass(frozen=True)
class Fit:
    """Whether a text fits its sector, at which size, and how much must go if it does not."""

    ok: bool
    size: float
    characters_too_many: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Arranged:
    """All ten sectors set in one size, and which of them had to be shortened."""

    size: float
    lines: tuple[Lines, ...]
    shortened: frozenset[int]


@lru_cache(maxsize=4096)
def fits(text: str, sector: int, language: str, heading: str = "") -> Fit:
    """Whether a pledge fits its sector (0-9, clockwise from the top) under a heading.

    Without a heading one line is kept for it. `characters_too_many` is how many characters, cut
    from the end, make the text fit.
    """
    wording = Wording(text, heading_that_fits(heading, sector, language), sector, language)
    if size := common_size([wording]):
        return Fit(True, size, 0, body_lines(wording, size))
    kept = replace(wording, text=longest_start(wording))
    return Fit(False, SMALLEST, len(text) - len(kept.text), body_lines(kept, SMALLEST))


def body_lines(wording: Wording, size: float) -> tuple[str, ...]:
    """The lines of a pledge set at a size that is known to fit."""
    chosen = min(best_by_height(wording, size).values(), key=lambda placed: placed.distance)
    return tuple(line.text for line in chosen.lines if not line.is_bold)


def arrange(content: WheelContent, language: str, *, shorten: bool) -> Arranged:
    """Set all ten pledges in one common size, counterparts beginning at the same height if they can.

    With `shorten` a text that is too long ends in an ellipsis; without it that is refused with
    TextDoesNotFit.
    """
    wordings: dict[int, Wording] = {}
    shortened = set()
    for sector in content.sectors:
        heading = heading_that_fits(sector.heading, sector.place, language)
        wording = Wording(sector.body, heading, sector.place, language)
        has_all = has_room(wording, SMALLEST, Hyphenate.ANYWHERE)
        if not shorten and not (has_all and heading == sector.heading):
            too_many = fits(sector.body, sector.place, language, heading).characters_too_many
            raise TextDoesNotFit(sector.heading, too_many or len(sector.heading) - len(heading))
        if not has_all:
            wording = replace(wording, text=shortened_text(wording))
            shortened.add(sector.place)
        wordings[sector.place] = wording
    size = common_size(wordings.values())
    lines: dict[int, Lines] = {}
    for place in range(5):
        right, left = (best_by_height(wordings[side], size) for side in (place, mirror(place)))
        one, other = min(
            product(right.values(), left.values()),
            key=lambda both: both[0].distance + both[1].distance + 0.7 * abs(both[0].top - both[1].top),
        )
        lines[place], lines[mirror(place)] = one.lines, other.lines
    return Arranged(size, tuple(lines[place] for place in range(10)), frozenset(shortened))


def common_size(wordings: Iterable[Wording]) -> float:
    """The largest size in which all fit, breaking no more words than comfort needs; 0 if none."""
    together = list(wordings)
    size = 0.0
    for freedom in Hyphenate:
        size = min(largest_size(wording, freedom) for wording in together)
        if size >= COMFORTABLE:
            break
    return size


def heading_that_fits(heading: str, sector: int, language: str) -> str:
    """The heading, or the longest start of it that fits on two lines, with an ellipsis."""
    for kept in range(len(heading), 0, -1):
        shorter = heading if kept == len(heading) else heading[:kept].rstrip() + ELLIPSIS
        if has_room(Wording("", shorter, sector, language), SMALLEST, Hyphenate.ANYWHERE):
            return shorter
    return ""


def shortened_text(wording: Wording) -> str:
    """The longest start of whole words that fits with an ellipsis after it."""
    words = words_of(longest_start(wording))
    for kept in range(len(words), 0, -1):
        shorter = " ".join(words[:kept]).rstrip(".,;:–- ") + ELLIPSIS
        if has_room(replace(wording, text=shorter), SMALLEST, Hyphenate.ANYWHERE):
            return shorter
    return ELLIPSIS


def longest_start(wording: Wording) -> str:
    """A start of a text that fits while the whole does not, as long as halving finds it."""
    low, high = 0, len(wording.text)
    while high - low > 1:
        middle = (low + high) // 2
        start = replace(wording, text=wording.text[:middle])
        low, high = (middle, high) if has_room(start, SMALLEST, Hyphenate.ANYWHERE) else (low, middle)
    return wording.text[:low]


@lru_cache(maxsize=16384)
def largest_size(wording: Wording, freedom: Hyphenate) -> float:
    """The largest size at which the words fit their sector; 0 when none does."""
    if not has_room(wording, SIZES[0], freedom):
        return 0.0
    low, high = 0, len(SIZES)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if has_room(wording, SIZES[middle], freedom) else (low, middle)
    return SIZES[low]

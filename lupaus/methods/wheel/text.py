"""Break a text into lines that each have a room of their own, as a careful typesetter would."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from lupaus.methods.wheel.font import Font, regular, semibold
from lupaus.methods.wheel.hyphenation import breaks, own_breaks

HYPHEN = "-"


class Hyphenate(IntEnum):
    """How freely words may be broken."""

    NEVER = 0
    LONG_WORDS = 1
    ANYWHERE = 2


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; a no-break space keeps two words together."""
    return tuple(word for word in text.translate(_PLAIN_SPACES).split(" ") if word)


_PLAIN_SPACES = {ord(space): " " for space in "\t\n\r\x0b\x0c\u2002\u2003\u2009"} | {0xAD: None}


@lru_cache(maxsize=65536)
def measure(word: str, is_bold: bool) -> int:
    """The width of a word in thousandths of its size."""
    return font_of(is_bold).thousandths(word)


def font_of(is_bold: bool) -> Font:
    """The weight a text is set in."""
    return semibold() if is_bold else regular()


@lru_cache(maxsize=16384)
def pieces(word: str, language: str, is_bold: bool, freedom: Hyphenate) -> tuple[tuple[int, str, int], ...]:
    """Where a word may end a line: place, what is printed there, its width; longest first."""
    ends = {place: word[:place] for place in own_breaks(word)}
    if freedom:
        for place in breaks(word, language):
            ends.setdefault(place, word[:place] + HYPHEN)
    return tuple(
        (place, printed, measure(printed, is_bold)) for place, printed in sorted(ends.items(), reverse=True)
    )


def fill(
    words: Sequence[str],
    rooms: Sequence[float],
    *,
    language: str,
    freedom: Hyphenate,
    is_bold: bool = False,
) -> list[str] | None:
    """The lines a text makes when every line takes as much as its room holds.

    `rooms` are widths in thousandths of the font size, one a line from the top. None when the
    text needs more lines than there are rooms, or when a word cannot be broken to fit.
    """
    lines: list[str] = []
    waiting = list(reversed(words))
    space = measure(" ", is_bold)
    for index, room in enumerate(rooms):
        if not waiting:
            break
        line, used = "", 0
        following = rooms[index + 1] if index + 1 < len(rooms) else 0
        while waiting:
            word = waiting[-1]
            start = used + space if line else 0
            width = measure(word, is_bold)
            if start + width <= room:
                line, used = (f"{line} {word}" if line else word), start + width
                waiting.pop()
                continue
            freely = freedom
            if freedom is Hyphenate.LONG_WORDS and line and width <= following:
                freely = Hyphenate.NEVER
            for place, printed, printed_width in pieces(word, language, is_bold, freely):
                if start + printed_width <= room:
                    line = f"{line} {printed}" if line else printed
                    waiting[-1] = word[place:]
                    break
            break
        if not line:
            return None
        lines.append(line)
    return None if waiting else lines


def balance(
    words: Sequence[str],
    rooms: Sequence[float],
    *,
    language: str,
    freedom: Hyphenate,
    is_bold: bool = False,
) -> list[str] | None:
    """The same number of lines as `fill` makes, but as even in length as they go."""
    best = fill(words, rooms, language=language, freedom=freedom, is_bold=is_bold)
    if best is None or len(best) < 2:
        return best
    low, high = 0.0, max(rooms)
    for _ in range(9):
        middle = (low + high) / 2
        tried = fill(
            words,
            [min(room, middle) for room in rooms],
            language=language,
            freedom=freedom,
            is_bold=is_bold,
        )
        if tried and len(tried) == len(best) and broken(tried) <= broken(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def broken(lines: Sequence[str]) -> int:
    """How many lines end in a hyphen."""
    return sum(line.endswith(HYPHEN) for line in lines[:-1])

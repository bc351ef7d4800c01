"""Exact spans of a text: where given words stand in it, and how the text is cut at the spans' ends.

Offsets count Unicode code points, as Python strings do. A page shows every line break as one
character, while a stored text may hold two (CR LF): offsets of the page are "shown" offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

LINE_BREAK = re.compile(r"\r\n?")
SENTENCE = re.compile(r"[^\s](?:[^\r\n])*?(?:[.!?…]+[)\"'”’»]*(?=\s|$)|(?=[\r\n]|$))")


@dataclass(frozen=True)
class Segment:
    """A stretch of text, with the numbers of the spans that cover it."""

    text: str
    spans: tuple[int, ...]


def shown(text: str) -> str:
    """The text as a page holds it: every line break is one character."""
    return LINE_BREAK.sub("\n", text)


def from_shown(text: str, start: int, end: int) -> Span:
    """The span of the stored text that stands at shown offsets `start` to `end`.

    Raises ValueError when the offsets lie outside the shown text or hold no characters.
    """
    origins = shown_origins(text)
    if not 0 <= start < end < len(origins):
        raise ValueError(f"{start} to {end} is not a span of {len(origins) - 1} characters")
    return origins[start], origins[end]


def shown_origins(text: str) -> list[int]:
    """For each shown offset, the offset in the stored text; one more for the end."""
    inside_break = {
        match.start() + 1 for match in LINE_BREAK.finditer(text) if match.end() - match.start() == 2
    }
    return [offset for offset in range(len(text)) if offset not in inside_break] + [len(text)]


def occurrences(text: str, words: str) -> list[Span]:
    """Every place where the words stand in the text exactly, spaces around them left out."""
    page, sought = shown(text), shown(words).strip()
    if not sought:
        return []
    origins = shown_origins(text)
    found = []
    start = page.find(sought)
    while start >= 0:
        found.append((origins[start], origins[start + len(sought)]))
        start = page.find(sought, start + 1)
    return found


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; (start, start) when nothing else is in it."""
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return start, start
    begins = start + len(words) - len(words.lstrip())
    return begins, begins + len(bare)


def sentences(text: str) -> list[Span]:
    """The sentences of a text, by their closing marks and line breaks."""
    spans = (trimmed(text, *match.span()) for match in SENTENCE.finditer(text))
    return [span for span in spans if span[0] < span[1]]


def segments(text: str, spans: Sequence[Span]) -> list[Segment]:
    """Cut the text wherever a span begins or ends; joined together the pieces are the text."""
    cuts = sorted({0, len(text), *(offset for span in spans for offset in span)})
    return [
        Segment(
            text[start:end],
            tuple(number for number, span in enumerate(spans) if span[0] <= start and end <= span[1]),
        )
        for start, end in pairwise(cuts)
    ]

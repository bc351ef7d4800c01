"""The measures of Source Sans 3, read once by tools/font_metrics.py into a table beside this file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ASCENT, DESCENT = 0.75, 0.21
"""How far ink reaches above and below the baseline, in font sizes (Å reaches into the leading)."""


@dataclass(frozen=True)
class Font:
    """One weight of the font: widths, kerning and outlines in thousandths of the font size."""

    advances: dict[str, int]
    kerning: dict[str, int]
    outlines: dict[str, str]

    def width(self, text: str, size: float) -> float:
        """How wide a text is when set at a size, kerned as browsers kern it."""
        return self.thousandths(text) * size / 1000

    def thousandths(self, text: str) -> int:
        """The width of a text in thousandths of whatever size it is set at."""
        return sum(self.advance(letter) for letter in text) + sum(
            self.kerning.get(text[index : index + 2], 0) for index in range(len(text) - 1)
        )

    def advance(self, letter: str) -> int:
        """The width of one letter; one the font lacks is taken to be as wide as its widest."""
        return self.advances.get(letter, 1000)

    def positions(self, text: str, size: float) -> list[tuple[str, float]]:
        """Each letter with the distance of its origin from where the text begins."""
        placed, along = [], 0
        for index, letter in enumerate(text):
            placed.append((letter, along * size / 1000))
            along += self.advance(letter) + self.kerning.get(text[index : index + 2], 0)
        return placed


@lru_cache(maxsize=1)
def _weights() -> dict[str, Font]:
    table = json.loads(files("lupaus.methods.wheel").joinpath("source_sans_3.json").read_text("utf-8"))
    return {name: Font(**table[name]) for name in ("regular", "semibold")}


def regular() -> Font:
    """The weight pledges are set in."""
    return _weights()["regular"]


def semibold() -> Font:
    """The weight headings, titles and the core are set in."""
    return _weights()["semibold"]

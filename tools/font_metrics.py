#!/usr/bin/env python3
"""Read the font's widths, kerning and outlines once, so that running Lupaus needs no font reader.

    python3 tools/font_metrics.py      writes lupaus/methods/wheel/source_sans_3.json

Needs fonttools and brotli (developers' dependencies). The wheel is set on the server: lines are
broken with these widths, and files carry these outlines, so that they look the same in a viewer
that lacks the font. Run again when the vendored font changes, and commit the result.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
FILES = ("source-sans-3-latin.woff2", "source-sans-3-latin-ext.woff2")
FONTS = ROOT / "lupaus" / "web" / "static" / "vendor" / "source-sans-3"
TABLE = ROOT / "lupaus" / "methods" / "wheel" / "source_sans_3.json"
WEIGHTS = {"regular": 400, "semibold": 600}
CHARACTERS = (
    [chr(code) for code in range(0x20, 0x7F)]
    + [chr(code) for code in range(0xA0, 0x180) if code != 0xAD]
    + list("ȘșȚț‐‑–—‘’‚“”„†•…‰‹›€→−")
)
KERNED = [character for character in CHARACTERS if character.isalpha() and ord(character) < 0xFF] + list(
    " .,:;-–”’"
)


def main() -> None:
    """Write the table for every weight the wheel is set in."""
    table: dict[str, Any] = {name: weight_table(weight) for name, weight in WEIGHTS.items()}
    table["made_from"] = {file: sha256((FONTS / file).read_bytes()).hexdigest() for file in FILES}
    TABLE.write_text(
        json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n",
        encoding="utf-8",
    )


def weight_table(weight: int) -> dict[str, dict[str, Any]]:
    """Widths, kerning and outlines of one weight, in thousandths of the font size."""
    advances: dict[str, int] = {}
    outlines: dict[str, str] = {}
    kerning: dict[str, int] = {}
    for file in FILES:
        font = instantiateVariableFont(TTFont(FONTS / file), {"wght": weight})
        scale = 1000 / font["head"].unitsPerEm
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        for character in CHARACTERS:
            if character in advances or ord(character) not in names:
                continue
            glyph = names[ord(character)]
            advances[character] = round(glyphs[glyph].width * scale)
            pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
            glyphs[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
            outlines[character] = pen.getCommands()
        kerning |= {
            pair: value for pair, value in kerning_pairs(font, names, scale).items() if pair not in kerning
        }
    return {"advances": advances, "kerning": kerning, "outlines": outlines}


def kerning_pairs(font: TTFont, names: dict[int, str], scale: float) -> dict[str, int]:
    """The pairs of letters that the font sets closer together or further apart."""
    subtables = [
        subtable.ExtSubTable if subtable.LookupType == 9 else subtable
        for index in sorted(kern_lookups(font))
        for subtable in font["GPOS"].table.LookupList.Lookup[index].SubTable
    ]
    pairs = {}
    for left in KERNED:
        for right in KERNED:
            if ord(left) in names and ord(right) in names:
                value = pair_value(subtables, names[ord(left)], names[ord(right)])
                if value:
                    pairs[left + right] = round(value * scale)
    return pairs


def kern_lookups(font: TTFont) -> set[int]:
    """Which lookups of the font belong to its kerning."""
    return {
        index
        for record in font["GPOS"].table.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }


def pair_value(subtables: list[Any], left: str, right: str) -> int:
    """How much the first subtable that knows the pair moves its second letter."""
    for subtable in subtables:
        if subtable.LookupType != 2 or left not in subtable.Coverage.glyphs:
            continue
        if subtable.Format == 1:
            pair_set = subtable.PairSet[subtable.Coverage.glyphs.index(left)]
            for record in pair_set.PairValueRecord:
                if record.SecondGlyph == right:
                    return record.Value1.XAdvance if record.Value1 else 0
        else:
            first = subtable.ClassDef1.classDefs.get(left, 0)
            second = subtable.ClassDef2.classDefs.get(right, 0)
            value = subtable.Class1Record[first].Class2Record[second].Value1
            if value is not None and getattr(value, "XAdvance", 0):
                return int(value.XAdvance)
    return 0


if __name__ == "__main__":
    main()

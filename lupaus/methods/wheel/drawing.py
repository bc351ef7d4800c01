"""The strokes a wheel is drawn with: texts as text on the web, as outlines in files.

A file must look the same in every viewer, also where Source Sans 3 is not installed, and viewers
differ in embedded fonts, `textLength` and `textPath`. So files carry the letters' outlines, glyph
by glyph; their words stand in titles and descriptions for those who listen. The web keeps real
text, which can be searched, enlarged and translated.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, degrees, radians, sin

from lupaus.methods.svg import element, number, words
from lupaus.methods.wheel.geometry import CENTRE, arc_path, at
from lupaus.methods.wheel.middle import Curve
from lupaus.methods.wheel.placing import Line
from lupaus.methods.wheel.text import font_of

FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', sans-serif"
MIDDLE_OF_HALF = {"resident": 270.0, "organiser": 90.0}


def web_lines(lines: Iterable[Line], colour: str) -> str:
    """Lines of one text as real text, one `tspan` a line."""
    drawn = []
    for is_bold in (True, False):
        same = [line for line in lines if line.is_bold is is_bold and line.text]
        if same:
            spans = (
                element("tspan", {"x": line.x, "y": line.baseline}, words(line.text) + " ") for line in same
            )
            drawn.append(
                element(
                    "text",
                    {
                        "class": "wheel-heading" if is_bold else "wheel-body",
                        "font_family": FONT_FAMILY,
                        "font_size": float(same[0].size),
                        "font_weight": 600 if is_bold else 400,
                        "text_anchor": "middle",
                        "fill": colour,
                    },
                    *spans,
                )
            )
    return "".join(drawn)


def web_curve(curve: Curve, viewpoint: str, name: str, colour: str) -> str:
    """A text along an arc of a half ring, as real text."""
    middle = MIDDLE_OF_HALF[viewpoint]
    arc = arc_path(curve.radius, middle - 89.5, middle + 89.5)
    return element("path", {"id": name, "d": arc, "fill": "none"}) + element(
        "text",
        {
            "class": "wheel-ring-text",
            "font_family": FONT_FAMILY,
            "font_size": float(curve.size),
            "font_weight": 600 if curve.is_bold else 400,
            "text_anchor": "middle",
            "fill": colour,
        },
        element("textPath", {"href": f"#{name}", "startOffset": "50%"}, words(curve.text)),
    )


def outlined_lines(lines: Iterable[Line], colour: str) -> str:
    """Lines of text as outlines."""
    return "".join(
        outlined(line.text, line.x - line.width / 2, line.baseline, line.size, line.is_bold, colour)
        for line in lines
        if line.text
    )


def outlined(text: str, x: float, baseline: float, size: float, is_bold: bool, colour: str) -> str:
    """One level line of text as outlines, from its left end."""
    font = font_of(is_bold)
    return element(
        "g",
        {"fill": colour},
        *(
            glyph(
                letter,
                is_bold,
                f"translate({number(x + along)} {number(baseline)}) scale({scale_of(size)})",
            )
            for letter, along in font.positions(text, size)
        ),
    )


def outlined_curve(curve: Curve, viewpoint: str, colour: str) -> str:
    """A text along an arc, every letter turned to stand on it by its own middle."""
    font = font_of(curve.is_bold)
    drawn = []
    for letter, along in font.positions(curve.text, curve.size):
        half = font.advance(letter) * curve.size / 2000
        turn = (along + half - curve.length / 2) / curve.radius
        angle = MIDDLE_OF_HALF[viewpoint] + degrees(turn)
        x, y = at(curve.radius, angle)
        x -= half * cos(radians(angle))
        y -= half * sin(radians(angle))
        drawn.append(
            glyph(
                letter,
                curve.is_bold,
                f"translate({number(x)} {number(y)}) rotate({number(angle)}) scale({scale_of(curve.size)})",
            )
        )
    return element("g", {"fill": colour}, *drawn)


def glyph(letter: str, is_bold: bool, transform: str) -> str:
    """One letter's outline; a letter the font lacks stays a letter."""
    outline = font_of(is_bold).outlines.get(letter)
    if outline is None:
        return element(
            "text",
            {
                "transform": transform,
                "font_family": FONT_FAMILY,
                "font_size": 1000,
                "font_weight": 600 if is_bold else 400,
            },
            words(letter),
        )
    return element("path", {"transform": transform, "d": outline}) if outline else ""


def scale_of(size: float) -> str:
    """Outlines are in thousandths of the font size."""
    return f"{size / 1000:.5f}"


def circle(radius: float, **attributes: object) -> str:
    """A circle around the wheel's middle."""
    return element("circle", {"cx": CENTRE, "cy": CENTRE, "r": radius, **attributes})

"""Draw the wheel: on a page with links and real text, in a file that any viewer shows alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lupaus.methods.svg import NAMESPACE, element, words
from lupaus.methods.wheel.content import Sector, WheelContent
from lupaus.methods.wheel.drawing import (
    circle,
    outlined_curve,
    outlined_lines,
    web_curve,
    web_lines,
)
from lupaus.methods.wheel.fit import Arranged, arrange
from lupaus.methods.wheel.geometry import (
    CORE_RADIUS,
    SIZE,
    STROKE,
    half_ring_path,
    sector_path,
)
from lupaus.methods.wheel.middle import core_lines, ring_lines

Mode = Literal["web", "file"]
FOCUS_INSET = 6


def wheel_svg(
    content: WheelContent,
    *,
    mode: Mode = "web",
    language: str,
    links: Mapping[tuple[str, str], str] | None = None,
    name: str = "wheel",
) -> str:
    """The wheel as an SVG.

    `language` is fi, sv or en. `links` overrides where sectors lead, by (perspective, viewpoint).
    `name` keeps ids apart when a page shows several wheels. In a file nothing is a link, and a
    text that does not fit is refused with TextDoesNotFit; on a page it ends in an ellipsis and
    stands in full in the sector's title.
    """
    arranged = arrange(content, language, shorten=mode == "web")
    ground = "" if mode == "web" else circle(SIZE / 2, fill=content.colours.paper)
    drawn = [
        element("title", {"id": f"{name}-title"}, words(content.title or content.core)),
        element("desc", {"id": f"{name}-desc"}, words(content.description or described(content))),
        ground,
        *(
            draw_sector(content, sector, arranged, mode=mode, links=links or {})
            for sector in content.in_reading_order()
        ),
        *(
            draw_half_ring(content, viewpoint, mode=mode, name=name)
            for viewpoint in ("resident", "organiser")
        ),
        draw_core(content, language, mode=mode),
    ]
    return element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": "wheel-drawing",
            "viewBox": f"0 0 {SIZE} {SIZE}",
            "width": SIZE if mode == "file" else None,
            "height": SIZE if mode == "file" else None,
            "xml:lang": language,
            "lang": language,
            "role": "group" if mode == "web" else "img",
            "aria_labelledby": f"{name}-title",
            "aria_describedby": f"{name}-desc",
        },
        *drawn,
    )


def described(content: WheelContent) -> str:
    """All that the wheel says, in reading order, for those who do not see it."""
    pledges = (
        f"{sector.heading} ({content.title_of(sector.viewpoint)}): {sector.body}"
        for sector in content.in_reading_order()
    )
    return " ".join((content.core, *pledges))


def draw_sector(
    content: WheelContent,
    sector: Sector,
    arranged: Arranged,
    *,
    mode: Mode,
    links: Mapping[tuple[str, str], str],
) -> str:
    """One pledge: its ground, its words and, on a page, the way to it."""
    viewpoint, colours = sector.viewpoint, content.colours
    ground = element(
        "path",
        {
            "class": f"wheel-sector wheel-sector--{viewpoint}",
            "d": sector_path(sector.place),
            "fill": colours.light(viewpoint),
            "stroke": colours.strong(viewpoint),
            "stroke_width": STROKE,
            "stroke_linejoin": "round",
        },
    )
    lines = arranged.lines[sector.place]
    if mode == "file":
        return element("g", {}, ground, outlined_lines(lines, colours.ink))
    label = f"{sector.heading}: {sector.title or sector.body} ({content.title_of(viewpoint)})"
    full = sector.title or (sector.body if sector.place in arranged.shortened else "")
    inside = (
        element("title", {}, words(full)) if full else "",
        ground,
        element(
            "path",
            {"class": "wheel-focus", "d": sector_path(sector.place, FOCUS_INSET), "fill": "none"},
        ),
        web_lines(lines, colours.ink),
    )
    href = links.get((sector.perspective, viewpoint), sector.href)
    if href:
        return element("a", {"href": href, "aria_label": label}, *inside)
    return element("g", {"role": "img", "aria_label": label}, *inside)


def draw_half_ring(content: WheelContent, viewpoint: str, *, mode: Mode, name: str) -> str:
    """A viewpoint's half ring with its name and operating principle."""
    colours = content.colours
    curves = ring_lines(
        content.title_of(viewpoint).upper(),
        content.principle_of(viewpoint),
        shorten=mode == "web",
    )
    return element(
        "g",
        {},
        element(
            "path",
            {
                "class": f"wheel-ring wheel-ring--{viewpoint}",
                "d": half_ring_path(viewpoint),
                "fill": colours.strong(viewpoint),
            },
        ),
        *(
            outlined_curve(curve, viewpoint, colours.paper)
            if mode == "file"
            else web_curve(curve, viewpoint, f"{name}-{viewpoint}-{index}", colours.paper)
            for index, curve in enumerate(curves)
        ),
    )


def draw_core(content: WheelContent, language: str, *, mode: Mode) -> str:
    """The statement of intent in the middle."""
    colours = content.colours
    lines = core_lines(content.core, language, shorten=mode == "web")
    setter = outlined_lines if mode == "file" else web_lines
    return circle(CORE_RADIUS, fill=colours.paper, stroke=colours.ink, stroke_width=STROKE) + setter(
        lines, colours.ink
    )

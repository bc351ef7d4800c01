"""The shape of the wheel: where a sector runs and how much room a line of text has in it.

All lengths are units of the viewBox 0 0 1000 1000. Sectors are numbered clockwise from the top,
0-4 on the right (the organiser's), 5-9 on the left (the resident's).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sin, sqrt

from lupaus.methods.svg import number

SIZE = 1000
CENTRE = SIZE / 2
CORE_RADIUS = 126
RING_INNER, RING_OUTER = 132, 228
SECTOR_INNER, SECTOR_OUTER = 232, 488
SECTOR_ANGLE = 36
STROKE = 3
SLIT = 6
PADDING = 15
"""Clear space between a line of text and any edge of its sector."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Span:
    """How far a line may run from left to right."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """The room there is; negative when there is none."""
        return self.right - self.left

    def mirrored(self) -> Span:
        """The same span on the other half of the wheel."""
        return Span(SIZE - self.right, SIZE - self.left)


def at(radius: float, angle: float) -> Point:
    """The point at a radius and an angle, degrees clockwise from the top."""
    return (
        CENTRE + radius * sin(radians(angle)),
        CENTRE - radius * cos(radians(angle)),
    )


def angles_of(sector: int) -> tuple[int, int]:
    """Where a sector begins and ends, degrees clockwise from the top."""
    return sector * SECTOR_ANGLE, (sector + 1) * SECTOR_ANGLE


def is_on_the_right(sector: int) -> bool:
    """Whether the sector lies on the organiser's half."""
    return sector < 5


def mirror(sector: int) -> int:
    """The counterpart: the sector at the same height on the other half."""
    return 9 - sector


def ring_part(inner: float, outer: float, start: float, end: float, inset: float = 0) -> str:
    """The outline of a part of a ring as SVG path data, drawn in by `inset` on every side.

    Radii in units, angles in degrees clockwise from the top. Sides are drawn in by the same
    distance along their whole length, so that a slit between two parts has parallel sides.
    """
    near, far = inner + inset, outer - inset
    a, b, c, d = (
        point_beside(near, start, inset),
        point_beside(far, start, inset),
        point_beside(far, end, -inset),
        point_beside(near, end, -inset),
    )
    large = int(end - start > 180)
    return (
        f"M{number(a[0])} {number(a[1])}L{number(b[0])} {number(b[1])}"
        f"A{number(far)} {number(far)} 0 {large} 1 {number(c[0])} {number(c[1])}"
        f"L{number(d[0])} {number(d[1])}"
        f"A{number(near)} {number(near)} 0 {large} 0 {number(a[0])} {number(a[1])}Z"
    )


def point_beside(radius: float, angle: float, distance: float) -> Point:
    """The point at a radius, `distance` clockwise of the ray at an angle."""
    along = sqrt(radius * radius - distance * distance)
    x, y = at(along, angle)
    return x + distance * cos(radians(angle)), y + distance * sin(radians(angle))


def sector_path(sector: int, inset: float = 0) -> str:
    """The outline of a sector as SVG path data."""
    return ring_part(SECTOR_INNER, SECTOR_OUTER, *angles_of(sector), inset)


def half_ring_path(viewpoint: str) -> str:
    """The outline of a viewpoint's half ring, with the slit that parts it from the other."""
    start = 180 if viewpoint == "resident" else 0
    path_start, path_end = start, start + 180
    near, far, half = RING_INNER, RING_OUTER, SLIT / 2
    a, b = point_beside(near, path_start, half), point_beside(far, path_start, half)
    c, d = point_beside(far, path_end, -half), point_beside(near, path_end, -half)
    return (
        f"M{number(a[0])} {number(a[1])}L{number(b[0])} {number(b[1])}"
        f"A{far} {far} 0 0 1 {number(c[0])} {number(c[1])}"
        f"L{number(d[0])} {number(d[1])}"
        f"A{near} {near} 0 0 0 {number(a[0])} {number(a[1])}Z"
    )


def arc_path(radius: float, start: float, end: float) -> str:
    """An open arc, clockwise, for a text to run along."""
    a, b = at(radius, start), at(radius, end)
    large = int(end - start > 180)
    return (
        f"M{number(a[0])} {number(a[1])}"
        f"A{number(radius)} {number(radius)} 0 {large} 1 {number(b[0])} {number(b[1])}"
    )


@lru_cache(maxsize=65536)
def span_between(sector: int, top: float, bottom: float, padding: float = PADDING) -> Span | None:
    """The room between two heights inside a sector, `padding` clear of all four of its edges.

    Exact: a straight edge is nearest at one end of the strip, the outer arc is nearest at one
    end too, the inner arc where the strip comes closest to the wheel's middle.
    """
    if not is_on_the_right(sector):
        span = span_between(mirror(sector), top, bottom, padding)
        return span.mirrored() if span else None
    near, far = SECTOR_INNER + padding, SECTOR_OUTER - padding
    start, end = (radians(angle) for angle in angles_of(sector))
    heights = (top - CENTRE, bottom - CENTRE)
    if max(abs(height) for height in heights) >= far:
        return None
    left, right = 0.0, min(sqrt(far * far - height * height) for height in heights)
    closest = 0.0 if heights[0] <= 0 <= heights[1] else min(abs(height) for height in heights)
    if closest < near:
        left = max(left, sqrt(near * near - closest * closest))
    for height in heights:
        low, high = between_rays(start, end, height, padding)
        left, right = max(left, low), min(right, high)
    return Span(CENTRE + left, CENTRE + right) if right > left else None


def between_rays(start: float, end: float, height: float, padding: float) -> tuple[float, float]:
    """Where a level line on the right half runs between two rays, clear of both (radians).

    A point is clockwise of the first ray by `x cos + y sin` (y downwards), and must be so by at
    least the padding; likewise counter-clockwise of the second.
    """
    low, high = 0.0, float(SIZE)
    for angle, sign in ((start, 1), (end, -1)):
        slope, rest = sign * cos(angle), padding - sign * height * sin(angle)
        if abs(slope) < 1e-9:
            if rest > 0:
                return 1.0, 0.0
        elif slope > 0:
            low = max(low, rest / slope)
        else:
            high = min(high, rest / slope)
    return low, high


def span_in_core(top: float, bottom: float, padding: float) -> Span | None:
    """The room between two heights inside the core."""
    far = CORE_RADIUS - padding
    furthest = max(abs(top - CENTRE), abs(bottom - CENTRE))
    if furthest >= far:
        return None
    half = sqrt(far * far - furthest * furthest)
    return Span(CENTRE - half, CENTRE + half)


def is_inside(sector: int, point: Point, margin: float = 0) -> bool:
    """Whether a point lies in a sector, at least `margin` from every edge of it."""
    x, y = point[0] - CENTRE, point[1] - CENTRE
    start, end = (radians(angle) for angle in angles_of(sector))
    return (
        SECTOR_INNER + margin <= hypot(x, y) <= SECTOR_OUTER - margin
        and x * cos(start) + y * sin(start) >= margin
        and x * cos(end) + y * sin(end) <= -margin
    )


@lru_cache(maxsize=16)
def middle_of(sector: int) -> Point:
    """The point around which a sector's text lies best: a little outside the middle radius."""
    start, end = angles_of(sector)
    return at((SECTOR_INNER + SECTOR_OUTER) / 2 + 14, (start + end) / 2)


@lru_cache(maxsize=16)
def box_of(sector: int) -> tuple[float, float, float, float]:
    """The smallest upright box around a sector: left, top, right, bottom."""
    start, end = angles_of(sector)
    corners = [at(radius, a) for radius in (SECTOR_INNER, SECTOR_OUTER) for a in (start, end)]
    corners += [at(SECTOR_OUTER, turn) for turn in (90, 270) if start < turn < end]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)

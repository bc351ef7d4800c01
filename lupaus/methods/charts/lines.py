"""A line with its path: an indicator's observations against what was promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lupaus.methods.charts.drawing import AGREE, GROUND, PAPER, QUIET, TEXT_SIZE, chart, text
from lupaus.methods.charts.scale import round_scale
from lupaus.methods.svg import element, words


@dataclass(frozen=True)
class Point:
    """A value at a moment; `at` counts days, `value` is None where there is no information."""

    at: float
    value: float | None
    label: str = ""


@dataclass(frozen=True)
class LineLabels:
    """The words of a line with its path: what it shows and the names of the two lines."""

    title: str
    description: str
    observed: str
    path: str


def line_with_path(
    observations: Sequence[Point],
    target_path: Sequence[Point],
    labels: LineLabels,
    *,
    figure: Callable[[float], str],
    name: str = "line",
) -> str:
    """An indicator's observations against the path it should follow.

    A missing value leaves a gap in the line. `figure` writes a number for the scale. The first and
    the last moment are named under the chart with their points' own labels.
    """
    everything = sorted([*observations, *target_path], key=lambda point: point.at)
    values = [point.value for point in everything if point.value is not None]
    if not values:
        raise ValueError("a chart needs at least one value")
    frame = Frame.around(everything, values)
    drawn = [
        *(scale_line(frame, tick, figure(tick)) for tick in frame.ticks),
        *(line(frame, run, "path") for run in runs(target_path)),
        *(line(frame, run, "line") for run in runs(observations)),
        *(dot(frame, point) for point in observations if point.value is not None),
        *moment_labels(frame, everything),
        *line_names(frame, observations, target_path, labels),
    ]
    return chart(Frame.HEIGHT, labels.title, labels.description, name, *drawn)


@dataclass(frozen=True)
class Frame:
    """Where moments and values lie on the paper."""

    first: float
    last: float
    ticks: tuple[float, ...]

    HEIGHT = 260
    LEFT, RIGHT, TOP, BOTTOM = 52, 408, 34, 222

    @classmethod
    def around(cls, points: Sequence[Point], values: Sequence[float]) -> Frame:
        """A frame that holds all points, with a scale of few round numbers."""
        return cls(points[0].at, points[-1].at, round_scale(min(values), max(values)))

    def x(self, at: float) -> float:
        """How far right a moment lies."""
        if self.last == self.first:
            return (self.LEFT + self.RIGHT) / 2
        return self.LEFT + (at - self.first) / (self.last - self.first) * (self.RIGHT - self.LEFT)

    def y(self, value: float) -> float:
        """How far down a value lies."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.BOTTOM - (value - low) / (high - low) * (self.BOTTOM - self.TOP)


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """Unbroken stretches of points that have a value."""
    stretches: list[list[Point]] = [[]]
    for point in sorted(points, key=lambda point: point.at):
        if point.value is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [stretch for stretch in stretches if stretch]


def line(frame: Frame, run: Sequence[Point], kind: str) -> str:
    """One unbroken stretch; the path to follow is dashed."""
    is_path = kind == "path"
    places = " ".join(f"{frame.x(point.at):.1f},{frame.y(point.value or 0):.1f}" for point in run)
    return element(
        "polyline",
        {
            "class": f"chart-{kind}",
            "points": places,
            "fill": "none",
            "stroke": QUIET if is_path else AGREE,
            "stroke_width": 2 if is_path else 3,
            "stroke_dasharray": "6 5" if is_path else None,
            "stroke_linejoin": "round",
            "stroke_linecap": "round",
        },
    )


def dot(frame: Frame, point: Point) -> str:
    """An observation, with its own words for those who point at it."""
    circle = {
        "class": "chart-dot",
        "cx": frame.x(point.at),
        "cy": frame.y(point.value or 0),
        "r": 5,
        "fill": AGREE,
        "stroke": PAPER,
        "stroke_width": 2,
    }
    return element("circle", circle, element("title", {}, words(point.label)) if point.label else "")


def scale_line(frame: Frame, tick: float, shown: str) -> str:
    """A thin line across the chart at a round value, with the value beside it."""
    height = frame.y(tick)
    rule = {
        "class": "chart-rule",
        "d": f"M{frame.LEFT - 6} {height:.1f}H{frame.RIGHT}",
        "stroke": GROUND,
        "stroke_width": 1,
    }
    return element("path", rule) + text(shown, frame.LEFT - 12, height + 5, anchor="end", kind="quiet")


def moment_labels(frame: Frame, points: Sequence[Point]) -> list[str]:
    """The first and the last named moment, under the chart."""
    named = [point for point in points if point.label]
    ends = {point.at: point for point in (*named[:1], *named[-1:])}
    return [
        text(
            point.label,
            frame.x(at),
            frame.BOTTOM + 26,
            anchor="end" if frame.x(at) > (frame.LEFT + frame.RIGHT) / 2 else "start",
            kind="quiet",
        )
        for at, point in ends.items()
    ]


def line_names(
    frame: Frame, observations: Sequence[Point], target_path: Sequence[Point], labels: LineLabels
) -> list[str]:
    """Each line's name at its own end, on the side away from the other line."""
    observed, path = runs(observations), runs(target_path)
    drawn = []
    if path:
        end = path[-1][-1]
        rises = (end.value or 0) >= (path[-1][0].value or 0)
        drawn.append(named(frame, labels.path, end, "quiet", is_above=rises))
    if observed:
        last = observed[-1][-1]
        due = value_at(path[-1], last.at) if path else None
        is_above = due is None or (last.value or 0) > due
        drawn.append(named(frame, labels.observed, last, "strong", is_above=is_above))
    return drawn


def value_at(run: Sequence[Point], at: float) -> float:
    """The value of a run at a moment, on the straight line between its points."""
    for earlier, later in pairwise(run):
        if earlier.at <= at <= later.at and later.at > earlier.at:
            share = (at - earlier.at) / (later.at - earlier.at)
            return (earlier.value or 0) * (1 - share) + (later.value or 0) * share
    return (run[0] if at < run[0].at else run[-1]).value or 0


def named(frame: Frame, name: str, point: Point, kind: str, *, is_above: bool) -> str:
    """A line's name above or below its end, on the side of the chart that has room for it."""
    x, height = frame.x(point.at), frame.y(point.value or 0)
    room_left, needed = x - frame.LEFT, len(name) * TEXT_SIZE * 0.5
    is_left = room_left > needed and (is_above or x + needed > frame.RIGHT)
    return text(
        name,
        x + (4 if is_left else -4),
        max(height - 13, 14) if is_above else min(height + 25, frame.BOTTOM - 6),
        anchor="end" if is_left else "start",
        kind=kind,
        has_halo=True,
    )

"""k-means in the plane: Lloyd's rounds, seeded starts and, for very many points, a start on a grid."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from lupaus.methods.opinion_map.types import Flags, Floats, Ints

MOST_ROUNDS = 100
STILL = 1e-5
RESTARTS = 10
GRID_ABOVE = 5_000
GRID_SIDE = 128
Small: TypeAlias = npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Clustering:
    """``labels`` int64[n], ``centres`` float64[k, 2], ``inertia`` the weighted sum of squared distances to the centres."""

    labels: Ints
    centres: Floats
    inertia: float


class Points:
    """Points of the plane with weights (None: all one), laid out for quick rounds: ``x``, ``y``, ``weights`` float64[n]."""

    def __init__(self, x: Floats, y: Floats, weights: Floats | None = None) -> None:
        self.x = np.ascontiguousarray(x)
        self.y = np.ascontiguousarray(y)
        self.weights = weights
        self.across: Floats = np.stack([self.x, self.y, np.ones(len(x))])
        down = self.across if weights is None else self.across * weights
        self.down: Floats = np.ascontiguousarray(down.T)

    @classmethod
    def of(cls, places: Floats, weights: Floats | None = None) -> "Points":
        return cls(places[:, 0], places[:, 1], weights)

    @property
    def count(self) -> int:
        return len(self.x)

    def squares(self) -> Floats:
        return self.x * self.x + self.y * self.y

    def weighted(self, values: Floats) -> Floats:
        return values if self.weights is None else values * self.weights


def nearest(points: Points, centres: Floats) -> tuple[Ints, Floats]:
    """The index of the nearest centre (the first of equals), and x.c - |c|^2/2 for it, the larger the nearer."""
    labels, best = _nearest(points, centres)
    return labels.astype(np.int64), best


def _nearest(points: Points, centres: Floats) -> tuple[Small, Floats]:
    """As ``nearest`` for at most 127 centres; small labels are quicker to carry about."""
    scores = np.column_stack([centres, (centres**2).sum(axis=1) / -2]) @ points.across
    best: Floats = scores[0]
    labels = np.zeros(points.count, dtype=np.int8)
    for index in range(1, len(centres)):
        nearer = scores[index] > best
        np.maximum(labels, nearer.view(np.int8) * np.int8(index), out=labels)
        np.maximum(best, scores[index], out=best)
    return labels, best


def lloyd(points: Points, start: Floats, *, rounds: int = MOST_ROUNDS, still: float = STILL) -> Clustering:
    """Lloyd's rounds until no centre moves by ``still`` or ``rounds`` are done; a centre that loses all its points stays where it was."""
    centres = start.copy()
    for _ in range(rounds):
        labels, _ = _nearest(points, centres)
        moved = _means(labels, centres, points)
        step = float(((moved - centres) ** 2).sum(axis=1).max())
        centres = moved
        if step < still * still:
            break
    final, best = nearest(points, centres)
    inertia = float(points.weighted(points.squares() - 2 * best).sum())
    return Clustering(final, centres, inertia)


def _means(labels: Small, centres: Floats, points: Points) -> Floats:
    moved = centres.copy()
    for index in range(len(centres)):
        x, y, mass = (labels == index).astype(np.float64) @ points.down
        if mass > 0:
            moved[index] = x / mass, y / mass
    return moved


def spread_start(points: Points, groups: int, generator: np.random.Generator) -> Floats:
    """k-means++: each next centre is drawn with chance proportional to its squared distance from the nearest one so far."""
    draws = generator.random(groups)
    chosen = np.zeros((groups, 2))
    gap: Floats | None = None
    for index in range(groups):
        chance = points.weights if gap is None else points.weighted(gap)
        if chance is None:
            place = min(int(draws[index] * points.count), points.count - 1)
        else:
            running = np.cumsum(chance)
            place = min(
                int(np.searchsorted(running, draws[index] * running[-1], side="right")), points.count - 1
            )
        chosen[index] = points.x[place], points.y[place]
        away = (points.x - chosen[index, 0]) ** 2 + (points.y - chosen[index, 1]) ** 2
        gap = away if gap is None else np.minimum(gap, away)
    return chosen


def best_of(points: Points, groups: int, *, seeds: list[list[int]], rounds: int = MOST_ROUNDS) -> Clustering:
    """The clustering of lowest inertia among seeded restarts; of equals the one of the lowest seed."""
    best: Clustering | None = None
    for seed in seeds:
        tried = lloyd(points, spread_start(points, groups, np.random.default_rng(seed)), rounds=rounds)
        if best is None or tried.inertia < best.inertia * (1 - 1e-12):
            best = tried
    assert best is not None
    return best


def cluster(places: Floats, groups: int, *, seed: int, restarts: int = RESTARTS) -> Clustering:
    """Opinion groups straight from all grouped points, float64[n, 2] (specification 4.4), numbered from the largest.

    Above 5,000 points (house) the restarts run on a weighted 128 x 128 grid and only the last rounds on all points.
    """
    points = Points.of(places)
    seeds = [[seed, 1, groups, restart] for restart in range(restarts)]
    if points.count > GRID_ABOVE:
        coarse = best_of(gridded(points), groups, seeds=seeds)
        return largest_first(lloyd(points, coarse.centres))
    return largest_first(best_of(points, groups, seeds=seeds))


def gridded(points: Points, side: int = GRID_SIDE) -> Points:
    """The points gathered into at most side x side weighted ones, each at the mean of its cell."""
    cell = _cell(points.x, side) * side + _cell(points.y, side)
    weights = np.ones(points.count) if points.weights is None else points.weights
    mass: Floats = np.bincount(cell, weights=weights).astype(np.float64)
    full = np.flatnonzero(mass > 0)
    x = np.bincount(cell, weights=points.x * weights)[full] / mass[full]
    y = np.bincount(cell, weights=points.y * weights)[full] / mass[full]
    return Points(x, y, mass[full])


def _cell(values: Floats, side: int) -> Ints:
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return np.zeros(len(values), dtype=np.int64)
    return np.minimum(((values - low) * (side / (high - low))).astype(np.int64), side - 1)


def largest_first(found: Clustering) -> Clustering:
    """The same groups numbered by size, of equals by their earliest member."""
    count = len(found.centres)
    sizes = np.bincount(found.labels, minlength=count)
    first = np.full(count, len(found.labels), dtype=np.int64)
    seen, places = np.unique(found.labels, return_index=True)
    first[seen] = places
    order = np.lexsort((first, -sizes))
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    return Clustering(rank[found.labels], found.centres[order], found.inertia)


def distinct_points(places: Floats, at_most: int) -> Floats:
    """The first distinct points in the order given, at most so many: float64[<= at_most, 2]."""
    _, first = np.unique(places, axis=0, return_index=True)
    chosen: Floats = places[np.sort(first)[:at_most]]
    return chosen


def has_distinct(places: Floats, wanted: int) -> Flags:
    """For 1..wanted: are there that many distinct points? bool[wanted]."""
    found = 0
    rest = places
    while found < wanted and len(rest):
        found += 1
        rest = rest[(rest != rest[0]).any(axis=1)]
    return np.arange(1, wanted + 1) <= found

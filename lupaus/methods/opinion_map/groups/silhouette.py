"""How clearly groups stand apart: the mean silhouette."""

import numpy as np
from scipy.spatial.distance import cdist

from lupaus.methods.opinion_map.groups.kmeans import Points, nearest
from lupaus.methods.opinion_map.types import Floats, Ints

EXACT_UP_TO = 2_000
BASE_SIDE = 10


def silhouettes(places: Floats, weights: Floats, labelings: list[Ints]) -> list[float]:
    """Mean silhouette of each labelling over the same weighted points, Euclidean; a member alone in its group scores 0.

    ``places`` float64[n, 2], ``weights`` float64[n], labels int64[n]. A point's own weight is left out of its distances.
    """
    if not len(places):
        return [0.0 for _ in labelings]
    distances = cdist(places, places)
    return [_mean_silhouette(distances, weights, labels) for labels in labelings]


def _mean_silhouette(distances: Floats, weights: Floats, labels: Ints) -> float:
    groups = int(labels.max()) + 1
    belongs = np.zeros((len(labels), groups))
    belongs[np.arange(len(labels)), labels] = weights
    mass = belongs.sum(axis=0)
    if np.count_nonzero(mass) < 2:
        return 0.0
    to_groups = distances @ belongs
    everyone = np.arange(len(labels))
    own_rest = mass[labels] - weights
    alone = np.bincount(labels, minlength=groups)[labels] == 1
    within = np.divide(to_groups[everyone, labels], own_rest, out=np.zeros(len(labels)), where=~alone)
    away = np.divide(to_groups, mass, out=np.full_like(to_groups, np.inf), where=mass > 0)
    away[everyone, labels] = np.inf
    beyond = away.min(axis=1)
    longest = np.maximum(within, beyond)
    score = np.divide(beyond - within, longest, out=np.zeros(len(labels)), where=(longest > 0) & ~alone)
    return float((score * weights).sum() / weights.sum())


def silhouettes_of_groups(places: Floats, clusterings: list[tuple[Ints, Floats]]) -> list[float]:
    """The silhouette of each (labels, centres): exact up to 2,000 participants, else over at most 100 weighted base points (specification 4.5)."""
    if len(places) <= EXACT_UP_TO:
        return silhouettes(places, np.ones(len(places)), [labels for labels, _ in clusterings])
    base = base_points(places)
    assert base.weights is not None
    together = np.column_stack([base.x, base.y])
    labelings = [nearest(base, centres)[0] for _, centres in clusterings]
    return silhouettes(together, base.weights, labelings)


def base_points(places: Floats, side: int = BASE_SIDE) -> Points:
    """At most side x side points of about equal weight: slices along the first axis, each cut along the second (house)."""
    slices = _equal_parts(places[:, 0], side)
    cell = np.zeros(len(places), dtype=np.int64)
    for part in range(side):
        inside = np.flatnonzero(slices == part)
        cell[inside] = part * side + _equal_parts(places[inside, 1], side)
    mass = np.bincount(cell, minlength=side * side).astype(np.float64)
    full = np.flatnonzero(mass)
    x = np.bincount(cell, weights=places[:, 0], minlength=side * side)[full] / mass[full]
    y = np.bincount(cell, weights=places[:, 1], minlength=side * side)[full] / mass[full]
    return Points(x, y, mass[full])


def _equal_parts(values: Floats, parts: int) -> Ints:
    """Which of so many equally filled parts each value falls in, the smallest in part 0."""
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    cuts = np.quantile(values, np.arange(1, parts) / parts)
    return np.searchsorted(cuts, values, side="right").astype(np.int64)

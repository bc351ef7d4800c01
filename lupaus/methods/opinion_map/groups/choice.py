"""How many opinion groups there are, or an honest "none"."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.groups.kmeans import Clustering, cluster, has_distinct
from lupaus.methods.opinion_map.groups.silhouette import silhouettes_of_groups
from lupaus.methods.opinion_map.groups.stability import Stability
from lupaus.methods.opinion_map.types import Floats

FEWEST, MOST = 2, 5
STABLE_MEDIAN = 0.8
STABLE_LOW = 0.6
SMALLEST_GROUP = 10
SMALLEST_SHARE = 0.05
FEWEST_GROUPED = 50
SURE = 0.8


@dataclass(frozen=True)
class Candidate:
    """One number of groups: how clearly they stand apart, how stable they are, and why it was not chosen.

    ``why_not`` holds codes: ``not_stable`` (median), ``sometimes_not_stable`` (10th percentile), ``group_too_small``, ``not_tested``, ``one_direction``.
    """

    k: int
    silhouette: float
    median: float | None
    low: float | None
    smallest_group: int
    between: float | None
    why_not: tuple[str, ...]

    @property
    def admissible(self) -> bool:
        return not self.why_not


def clusterings(places: Floats, *, seed: int) -> dict[int, Clustering]:
    """The full run's groups for k = 2..5, as far as there are that many distinct points (``places`` float64[grouped, 2])."""
    possible = has_distinct(places, MOST)
    return {k: cluster(places, k, seed=seed) for k in range(FEWEST, MOST + 1) if possible[k - 1]}


def candidates(
    places: Floats, found: Mapping[int, Clustering], stabilities: Mapping[int, Stability], *, rank: int
) -> list[Candidate]:
    """Every k with its figures, judged by the rule of specification 4.5."""
    scores = silhouettes_of_groups(places, [(each.labels, each.centres) for each in found.values()])
    return [
        _judged(k, each, score, stabilities.get(k), len(places), rank)
        for (k, each), score in zip(found.items(), scores, strict=True)
    ]


def _judged(
    k: int, found: Clustering, silhouette: float, stability: Stability | None, grouped: int, rank: int
) -> Candidate:
    smallest = int(np.bincount(found.labels, minlength=k).min())
    why_not = ["one_direction"] if rank < 2 else []
    median = low = between = None
    if stability is None or not stability.agreement:
        why_not.append("not_tested")
    else:
        median, low = stability.median(), stability.low()
        between = float((stability.confidence() < SURE).mean())
        if median < STABLE_MEDIAN:
            why_not.append("not_stable")
        if low < STABLE_LOW:
            why_not.append("sometimes_not_stable")
    if smallest < max(SMALLEST_GROUP, SMALLEST_SHARE * grouped):
        why_not.append("group_too_small")
    return Candidate(k, silhouette, median, low, smallest, between, tuple(why_not))


def chosen(judged: list[Candidate], grouped: int) -> int | None:
    """The admissible k of the largest silhouette, or None: fewer than 50 grouped, or no k holds."""
    admissible = [each for each in judged if each.admissible]
    if grouped < FEWEST_GROUPED or not admissible:
        return None
    return max(admissible, key=lambda each: (each.silhouette, -each.k)).k

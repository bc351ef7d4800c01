"""Mode ``polis``: the groups and lists Polis would compute cold from the same votes (specification 3)."""

from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.groups.kmeans import Clustering, Points, distinct_points, lloyd
from lupaus.methods.opinion_map.groups.silhouette import silhouettes
from lupaus.methods.opinion_map.moments import Counts
from lupaus.methods.opinion_map.statistics import (
    META_PRIORITY,
    SIGNIFICANT,
    priority,
    prop_test,
    smoothed_share,
    two_prop,
)
from lupaus.methods.opinion_map.types import Flags, Floats, Ints
from lupaus.methods.opinion_map.votes import Votes

FEWEST_VOTES = 7
FEWEST_PEOPLE = 15
BASE_CLUSTERS = 100
BASE_ROUNDS = 100
GROUP_ROUNDS = 20
STILL = 0.01
LISTED = 5


def grouped_people(votes: Votes, claims: int) -> Flags:
    """Who is grouped, bool[n]: at least min(7, m) raw votes, and the most diligent up to fifteen people (specification 3.6)."""
    answers = votes.answers_each()
    grouped = answers >= max(1, min(FEWEST_VOTES, claims))
    missing = FEWEST_PEOPLE - int(grouped.sum())
    if missing > 0:
        others = np.flatnonzero(~grouped & (answers > 0))
        order = np.lexsort((votes.arrival[others], -answers[others]))
        grouped[others[order[:missing]]] = True
    return grouped


@dataclass(frozen=True, eq=False)
class PolisGroups:
    """``labels`` int64[grouped] of the chosen k, ``scores`` the silhouette of each k tried, ``base`` how many base clusters there were."""

    labels: Ints
    k: int
    scores: dict[int, float]
    by_k: dict[int, Ints]
    base: int


def polis_groups(places: Floats, arrival: Ints) -> PolisGroups | None:
    """Base clusters, then k-means on their centres for each k, and the k of largest silhouette (specification 3.7 and 3.8).

    ``places`` float64[grouped, 2], ``arrival`` int64[grouped] whose order the first centres follow. None when fewer than two distinct places exist.
    """
    order = np.argsort(arrival, kind="stable")
    in_order = places[order]
    start = distinct_points(in_order, BASE_CLUSTERS)
    if len(start) < 2:
        return None
    base = _without_empty(lloyd(Points.of(in_order), start, rounds=BASE_ROUNDS, still=STILL))
    sizes = np.bincount(base.labels).astype(np.float64)
    by_k: dict[int, Ints] = {}
    scores: dict[int, float] = {}
    for k in range(2, min(5, 2 + len(sizes) // 12) + 1):
        first = distinct_points(base.centres, k)
        if len(first) < k:
            break
        found = _without_empty(lloyd(Points.of(base.centres, sizes), first, rounds=GROUP_ROUNDS, still=STILL))
        scores[k] = silhouettes(base.centres, np.ones(len(sizes)), [found.labels])[0]
        labels = np.empty(len(places), dtype=np.int64)
        labels[order] = found.labels[base.labels]
        by_k[k] = labels
    best = max(scores, key=lambda k: (scores[k], -k))
    return PolisGroups(by_k[best], int(by_k[best].max()) + 1, scores, by_k, len(sizes))


def _without_empty(found: Clustering) -> Clustering:
    used, labels = np.unique(found.labels, return_inverse=True)
    return Clustering(labels.reshape(-1).astype(np.int64), found.centres[used], found.inertia)


@dataclass(frozen=True, eq=False)
class Tests:
    """Polis' statistics of every group and claim, float64[k, m] each (specification 3.10)."""

    agree_share: Floats
    disagree_share: Floats
    agree_test: Floats
    disagree_test: Floats
    agree_ratio: Floats
    disagree_ratio: Floats
    agree_ratio_test: Floats
    disagree_ratio_test: Floats


def tests(counts: Counts) -> Tests:
    """How each group answered each claim, against one half and against all other groups together."""
    others = counts.others()
    shown, other_shown = counts.shown, others.shown
    agree_share = smoothed_share(counts.agrees, shown)
    disagree_share = smoothed_share(counts.disagrees, shown)
    return Tests(
        agree_share=agree_share,
        disagree_share=disagree_share,
        agree_test=prop_test(counts.agrees, shown),
        disagree_test=prop_test(counts.disagrees, shown),
        agree_ratio=agree_share / smoothed_share(others.agrees, other_shown),
        disagree_ratio=disagree_share / smoothed_share(others.disagrees, other_shown),
        agree_ratio_test=two_prop(counts.agrees, others.agrees, shown, other_shown),
        disagree_ratio_test=two_prop(counts.disagrees, others.disagrees, shown, other_shown),
    )


@dataclass(frozen=True)
class Representative:
    """A claim a group stands out by: which one (index), whether by agreeing, with how many of how many, and the four figures."""

    claim: int
    agrees: bool
    successes: int
    trials: int
    share: float
    test: float
    ratio: float
    ratio_test: float
    best_agree: bool = False

    @property
    def metric(self) -> float:
        return self.ratio * self.ratio_test * self.share * self.test


def representatives(counts: Counts, skipped: Flags) -> list[list[Representative]]:
    """Up to five representative claims of each group, agrees before disagrees (specification 3.11); ``skipped`` bool[m] are moderated out."""
    figures = tests(counts)
    return [_representatives_of(group, counts, figures, skipped) for group in range(len(counts.agrees))]


def _representatives_of(group: int, counts: Counts, figures: Tests, skipped: Flags) -> list[Representative]:
    sufficient: list[Representative] = []
    best: Representative | None = None
    best_agree: Representative | None = None
    for claim in np.flatnonzero(~skipped).tolist():
        agree, disagree = (_figures(group, claim, counts, figures, agrees=side) for side in (True, False))
        stronger = agree if agree.ratio_test > disagree.ratio_test else disagree
        if any(side.ratio_test > SIGNIFICANT and side.test > SIGNIFICANT for side in (agree, disagree)):
            sufficient.append(stronger)
        if best is None or stronger.ratio_test > best.ratio_test:
            best = stronger
        if agree.successes + disagree.successes and _is_better_agree(agree, best_agree):
            best_agree = agree
    if not sufficient:
        if best_agree is not None:
            return [_finished(best_agree, group, counts, figures)]
        return [] if best is None else [best]
    rest = sorted(
        (each for each in sufficient if best_agree is None or each.claim != best_agree.claim),
        key=lambda each: -each.metric,
    )
    first = [] if best_agree is None else [_finished(best_agree, group, counts, figures)]
    return sorted((first + rest)[:LISTED], key=lambda each: not each.agrees)


def _is_better_agree(agree: Representative, present: Representative | None) -> bool:
    if present is None:
        return agree.test > SIGNIFICANT or (agree.ratio > 1 and agree.share > 0.5)
    if present.ratio > 1:
        return agree.metric > present.metric
    return agree.share * agree.test > present.share * present.test


def _finished(agree: Representative, group: int, counts: Counts, figures: Tests) -> Representative:
    """The best agree as it is listed: by the direction that sets the group apart more."""
    disagree = _figures(group, agree.claim, counts, figures, agrees=False)
    listed = agree if agree.ratio_test > disagree.ratio_test else disagree
    return Representative(**{**listed.__dict__, "best_agree": True})


def _figures(group: int, claim: int, counts: Counts, figures: Tests, *, agrees: bool) -> Representative:
    place = group, claim
    return Representative(
        claim=claim,
        agrees=agrees,
        successes=int((counts.agrees if agrees else counts.disagrees)[place]),
        trials=int(counts.shown[place]),
        share=float((figures.agree_share if agrees else figures.disagree_share)[place]),
        test=float((figures.agree_test if agrees else figures.disagree_test)[place]),
        ratio=float((figures.agree_ratio if agrees else figures.disagree_ratio)[place]),
        ratio_test=float((figures.agree_ratio_test if agrees else figures.disagree_ratio_test)[place]),
    )


def majorities(counts: Counts, zeroed: Flags) -> tuple[list[int], list[int]]:
    """The claims (index) that most of everybody agrees with, and disagrees with, at most five each (specification 3.12); ``counts`` int64[m]."""
    return _majority(counts.agrees, counts.shown, zeroed), _majority(counts.disagrees, counts.shown, zeroed)


def _majority(answers: Ints, shown: Ints, zeroed: Flags) -> list[int]:
    share, test = smoothed_share(answers, shown), prop_test(answers, shown)
    listed = np.flatnonzero((share > 0.5) & (test > SIGNIFICANT) & ~zeroed)
    order = np.argsort(-(share * test)[listed], kind="stable")
    chosen: list[int] = listed[order][:LISTED].tolist()
    return chosen


def priorities(counts: Counts, far: Floats, is_meta: Flags) -> Floats:
    """The routing priority of every claim from sums over groups, float64[m] (specification 3.14); a meta claim has 49."""
    weights = priority(counts.agrees.sum(axis=0), counts.passes.sum(axis=0), counts.shown.sum(axis=0), far)
    weights[is_meta] = META_PRIORITY
    return weights

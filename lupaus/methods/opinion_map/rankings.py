"""What people agree on, reject, are unsure of and disagree about; and whether the claims shown first represent everybody."""

from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.moments import Counts
from lupaus.methods.opinion_map.statistics import (
    benjamini_hochberg,
    beta_bound,
    smoothed_share,
    two_prop,
    two_sided_p,
)
from lupaus.methods.opinion_map.types import Flags, Floats, Ints
from lupaus.methods.opinion_map.votes import AGREE, Votes

QUANTILES = (0.025, 0.1, 0.9, 0.975)
LEAST_VOTES = 10
FALSE_DISCOVERIES = 0.1
SLATE = 10


@dataclass(frozen=True, eq=False)
class Intervals:
    """2.5, 10, 90 and 97.5 % bounds of the share of each answer: float64[4, ...] of the shape of the counts (specification 4.8)."""

    agree: Floats
    disagree: Floats
    passing: Floats


def intervals(counts: Counts) -> Intervals:
    """The share of each answer among those who answered, with 80 % and 95 % intervals."""
    shown = counts.shown
    return Intervals(
        *(_bounds(answers, shown) for answers in (counts.agrees, counts.disagrees, counts.passes))
    )


def _bounds(answers: Ints, shown: Ints) -> Floats:
    """Each distinct pair of numbers is computed once: most cells of a large conversation repeat."""
    key = answers * (int(shown.max(initial=0)) + 1) + shown
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    successes, trials = answers.reshape(-1)[first], shown.reshape(-1)[first]
    bounds = np.stack([beta_bound(successes, trials, quantile) for quantile in QUANTILES])
    spread: Floats = bounds[:, inverse.reshape(-1)].reshape(4, *answers.shape)
    return spread


@dataclass(frozen=True, eq=False)
class Shared:
    """ "At least so large a share in every group", float64[m]: agreeing, rejecting, passing (specification 4.10)."""

    ground: Floats
    rejection: Floats
    uncertainty: Floats


def shared(by_group: Intervals) -> Shared:
    """The lowest of the groups' 10 % bounds, for each answer."""
    return Shared(*(each[1].min(axis=0) for each in (by_group.agree, by_group.disagree, by_group.passing)))


def split(everybody: Intervals) -> Floats:
    """How surely a claim splits everybody in two camps: the lesser of the 10 % bounds of agree and disagree, float64[m] (house)."""
    lesser: Floats = np.minimum(everybody.agree[1], everybody.disagree[1])
    return lesser


@dataclass(frozen=True)
class Divide:
    """The two groups that differ most surely about a claim, the one that agrees more first, and by how much."""

    difference: float
    groups: tuple[int, int]


def divides(counts: Counts, by_group: Intervals) -> list[Divide | None]:
    """For each claim the largest difference of agreement between two groups whose 95 % intervals do not overlap (specification 4.11)."""
    groups, claims = counts.agrees.shape
    shown = counts.shown
    share = np.divide(counts.agrees, shown, out=np.zeros((groups, claims)), where=shown > 0)
    low, high = by_group.agree[0], by_group.agree[3]
    found: list[Divide | None] = [None] * claims
    largest = np.zeros(claims)
    for more in range(groups):
        for less in range(groups):
            difference = share[more] - share[less]
            better = (low[more] > high[less]) & (shown[less] > 0) & (difference > largest)
            largest[better] = difference[better]
            for claim in np.flatnonzero(better).tolist():
                found[claim] = Divide(float(difference[claim]), (more, less))
    return found


@dataclass(frozen=True)
class Standing:
    """A group stands out on a claim by one answer: how much more often than the others, z, and the two-sided p."""

    group: int
    agrees: bool
    difference: float
    z: float
    p: float


def standings(counts: Counts) -> list[list[Standing]]:
    """For each claim the groups it is representative of, with false discoveries held at 10 % over all tests (specification 4.9)."""
    groups, claims = counts.agrees.shape
    found: list[list[Standing]] = [[] for _ in range(claims)]
    if groups < 2:
        return found
    others = counts.others()
    shown, other_shown = counts.shown, others.shown
    enough = (shown >= LEAST_VOTES) & (other_shown >= LEAST_VOTES)
    mine = np.stack([counts.agrees, counts.disagrees])
    theirs = np.stack([others.agrees, others.disagrees])
    z = two_prop(mine, theirs, shown, other_shown)
    p = np.where(enough, two_sided_p(z), np.nan)
    difference = mine / np.maximum(shown, 1) - theirs / np.maximum(other_shown, 1)
    kept = benjamini_hochberg(p, FALSE_DISCOVERIES) & (difference > 0) & (z > 0)
    for answer, group, claim in np.argwhere(kept).tolist():
        place = answer, group, claim
        found[claim].append(
            Standing(group, answer == 0, float(difference[place]), float(z[place]), float(p[place]))
        )
    return found


def first_by(score: Floats, number: int, allowed: Flags | None = None) -> list[int]:
    """The claims (index) of highest score, of equals the first."""
    places = np.arange(len(score)) if allowed is None else np.flatnonzero(allowed)
    order = np.argsort(-score[places], kind="stable")[:number]
    chosen: list[int] = places[order].tolist()
    return chosen


@dataclass(frozen=True)
class SlateCheck:
    """A certificate that the claims shown first leave no large like-minded part of the people out (specification 4.12)."""

    claims: list[int]
    people: int
    unrepresented: int
    left_out_together: int
    ratio: float
    agreeing_with_at_least: list[int]

    @property
    def represents(self) -> bool:
        return self.ratio < 1


def slate_check(votes: Votes, labels: Ints, counts: Counts, claims: list[int]) -> SlateCheck:
    """Check a slate of claims (index) on the grouped people, ``labels`` int64[n] with -1 for the others; ``counts`` int64[k, m].

    Justified-representation ratio = max over claims of |{i unrepresented: i agreed}| / (N / slate size); Halpern et al., AAAI 2023.
    """
    people = np.flatnonzero(labels >= 0)
    agreed, expected = _expected(votes, labels, counts, claims)
    without = np.zeros(votes.participant_count, dtype=np.bool_)
    without[people] = (expected[people] < 0.5).all(axis=1)
    rows = votes.rows()
    backing = np.bincount(
        votes.columns()[without[rows] & ((votes.packed & 3) == AGREE)], minlength=max(1, votes.claim_count)
    )
    together = int(backing.max())
    each_has = agreed[people].sum(axis=1)
    at_least = [int((each_has >= number).sum()) for number in range(1, len(claims) + 1)]
    share = len(people) / len(claims) if claims else 0.0
    ratio = together / share if share else 0.0
    return SlateCheck(claims, len(people), int(without.sum()), together, ratio, at_least)


def _expected(votes: Votes, labels: Ints, counts: Counts, claims: list[int]) -> tuple[Flags, Floats]:
    """Who agreed, and the expected approval e: 1 agreed, 0 answered otherwise, else the group's smoothed share; [n, slate] each."""
    rows, columns, code = votes.rows(), votes.columns(), votes.packed & 3
    share = smoothed_share(counts.agrees, counts.shown)
    expected = np.zeros((votes.participant_count, len(claims)))
    agreed = np.zeros(expected.shape, dtype=np.bool_)
    grouped = labels >= 0
    for number, claim in enumerate(claims):
        expected[grouped, number] = share[labels[grouped], claim]
    place_of = np.full(votes.claim_count, -1, dtype=np.int64)
    place_of[claims] = np.arange(len(claims))
    place = place_of[columns]
    answered = np.flatnonzero(place >= 0)
    people, agrees = rows[answered], code[answered] == AGREE
    expected[people, place[answered]] = agrees
    agreed[people, place[answered]] = agrees
    return agreed, expected


def proportional_slate(votes: Votes, labels: Ints, counts: Counts, size: int = SLATE) -> list[int]:
    """Greedy proportional approval voting on expected approvals: gain_j = sum of e_ij / (1 + u_i), then u_i += e_ij (specification 4.12)."""
    rows, columns = votes.rows(), votes.columns()
    agrees = ((votes.packed & 3) == AGREE) & (labels[rows] >= 0)
    in_group = labels[rows] >= 0
    share = smoothed_share(counts.agrees, counts.shown)
    groups, claims = share.shape
    had = np.zeros(votes.participant_count)
    chosen: list[int] = []
    while len(chosen) < min(size, claims):
        weight = np.where(labels >= 0, 1 / (1 + had), 0.0)
        by_group = np.bincount(labels[labels >= 0], weights=weight[labels >= 0], minlength=groups)
        cell = labels[rows[in_group]] * claims + columns[in_group]
        answered = np.bincount(cell, weights=weight[rows[in_group]], minlength=groups * claims).reshape(
            groups, claims
        )
        gain = ((by_group[:, None] - answered) * share).sum(axis=0)
        gain += np.bincount(columns[agrees], weights=weight[rows[agrees]], minlength=claims)
        gain[chosen] = -np.inf
        best = int(np.argmax(np.round(gain, 9)))
        chosen.append(best)
        had += _expected(votes, labels, counts, [best])[1][:, 0]
    return chosen

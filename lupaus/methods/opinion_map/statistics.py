"""The statistics Polis shows, intervals for shares, and control of false discoveries."""

import numpy as np
from scipy.special import betaincinv, ndtr

from lupaus.methods.opinion_map.moments import Counts
from lupaus.methods.opinion_map.types import Flags, Floats, Ints

SIGNIFICANT = 1.2816
NumberLike = float | Ints | Floats


def smoothed_share(successes: NumberLike, trials: NumberLike) -> Floats:
    """(s + 1) / (n + 2): a share that is one half where nobody answered (specification 3.10)."""
    return (np.asarray(successes, dtype=np.float64) + 1) / (np.asarray(trials, dtype=np.float64) + 2)


def prop_test(successes: NumberLike, trials: NumberLike) -> Floats:
    """2 sqrt(n + 1) ((s + 1)/(n + 1) - 1/2): is a share above one half? (specification 3.10)."""
    more = np.asarray(trials, dtype=np.float64) + 1
    result: Floats = 2 * np.sqrt(more) * ((np.asarray(successes, dtype=np.float64) + 1) / more - 0.5)
    return result


def two_prop(
    successes: NumberLike, other_successes: NumberLike, trials: NumberLike, other_trials: NumberLike
) -> Floats:
    """z of the difference of two shares, one added to all four numbers; 0 where the pooled share is 1 (specification 3.10)."""
    mine, other = (
        np.asarray(successes, dtype=np.float64) + 1,
        np.asarray(other_successes, dtype=np.float64) + 1,
    )
    size, other_size = (
        np.asarray(trials, dtype=np.float64) + 1,
        np.asarray(other_trials, dtype=np.float64) + 1,
    )
    pooled = (mine + other) / (size + other_size)
    spread = np.sqrt(np.maximum(pooled * (1 - pooled), 0.0) * (1 / size + 1 / other_size))
    difference = mine / size - other / other_size
    return np.divide(difference, spread, out=np.zeros_like(difference), where=spread > 0)


def two_sided_p(z: Floats) -> Floats:
    """The chance of a difference at least as large either way, if there is none."""
    chance: Floats = 2 * ndtr(-np.abs(z))
    return chance


def beta_bound(successes: NumberLike, trials: NumberLike, quantile: float) -> Floats:
    """A quantile of Beta(s + 1/2, n - s + 1/2), the share after s of n (specification 4.8)."""
    counted = np.asarray(successes, dtype=np.float64)
    bound: Floats = np.asarray(
        betaincinv(counted + 0.5, np.asarray(trials, dtype=np.float64) - counted + 0.5, quantile)
    )
    return bound


def benjamini_hochberg(p: Floats, rate: float = 0.1) -> Flags:
    """Which of the tests stand when at most ``rate`` of those that stand may be false: bool like ``p``; NaN is not a test."""
    kept = np.zeros(p.shape, dtype=np.bool_)
    tested = np.isfinite(p)
    count = int(tested.sum())
    if not count:
        return kept
    ordered = np.sort(p[tested])
    passing = np.flatnonzero(ordered <= rate * np.arange(1, count + 1) / count)
    if len(passing):
        kept[tested] = p[tested] <= ordered[passing[-1]]
    return kept


def group_aware_consensus(counts: Counts) -> tuple[Floats, Floats]:
    """Product over groups of (A + 1)/(S + 2) and its geometric mean, float64[m] each (specification 3.13)."""
    shares = smoothed_share(counts.agrees, counts.shown)
    product: Floats = shares.prod(axis=0)
    mean: Floats = product ** (1.0 / max(1, len(shares)))
    return product, mean


def priority(agrees: NumberLike, passes: NumberLike, shown: NumberLike, far: NumberLike) -> Floats:
    """Polis' weight for showing a claim next (specification 3.14); ``far`` is the claim's extremity."""
    seen = np.asarray(shown, dtype=np.float64)
    importance = (
        (1 - smoothed_share(passes, seen))
        * (np.asarray(far, dtype=np.float64) + 1)
        * smoothed_share(agrees, seen)
    )
    weight: Floats = (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
    return weight


META_PRIORITY = 49.0

"""Counts, means and the product Z'(WZQ) on packed votes, without ever writing out the table of people and claims.

Z has the entry ``vote - mean of the claim`` where a participant voted and 0 elsewhere; an unanswered claim is thus counted at its mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_array, csr_array

from lupaus.methods.opinion_map.types import Flags, Floats, Ints
from lupaus.methods.opinion_map.votes import AGREE, DISAGREE, PASS, Votes

VOTES_AT_A_TIME = 4_000_000


@dataclass(frozen=True, eq=False)
class Counts:
    """Agrees, passes and disagrees per claim, int64[m], or per group and claim, int64[k, m]."""

    agrees: Ints
    passes: Ints
    disagrees: Ints

    @property
    def shown(self) -> Ints:
        """How many answered, passes included."""
        return self.agrees + self.passes + self.disagrees

    def others(self) -> "Counts":
        """For every group the counts of all other groups together."""
        return Counts(*(each.sum(axis=0) - each for each in (self.agrees, self.passes, self.disagrees)))

    def together(self) -> "Counts":
        """All groups as one."""
        return Counts(
            *(each.sum(axis=0, keepdims=True) for each in (self.agrees, self.passes, self.disagrees))
        )

    def one_row(self) -> "Counts":
        """The counts of everybody as those of a single group: int64[1, m]."""
        return Counts(self.agrees[None, :], self.passes[None, :], self.disagrees[None, :])


def claim_counts(votes: Votes) -> Counts:
    """Counts per claim over all participants."""
    table = np.bincount(votes.packed, minlength=4 * votes.claim_count).reshape(-1, 4).astype(np.int64)
    return Counts(table[:, AGREE], table[:, PASS], table[:, DISAGREE])


def group_counts(votes: Votes, labels: Ints, groups: int) -> Counts:
    """Counts per group and claim; ``labels`` int64[n] with -1 for participants in no group."""
    width = 4 * votes.claim_count
    place = np.repeat((labels + 1) * width, votes.answers_each())
    place += votes.packed
    table = np.bincount(place, minlength=(groups + 1) * width).reshape(groups + 1, votes.claim_count, 4)[1:]
    return Counts(*(table[:, :, code].astype(np.int64) for code in (AGREE, PASS, DISAGREE)))


def claim_means(votes: Votes, zeroed: Flags | None = None, weights: Floats | None = None) -> Floats:
    """Mean vote of each claim among its voters, float64[m]; 0 where nobody voted or the claim is zeroed."""
    if weights is None:
        table = np.bincount(votes.packed, minlength=4 * votes.claim_count)
    else:
        each = np.repeat(weights, votes.answers_each())
        table = np.bincount(votes.packed, weights=each, minlength=4 * votes.claim_count)
    table = table.reshape(-1, 4).astype(np.float64)
    shown = table.sum(axis=1)
    means: Floats = np.divide(
        table[:, AGREE] - table[:, DISAGREE], shown, out=np.zeros_like(shown), where=shown > 0
    )
    if zeroed is not None:
        means[zeroed] = 0.0
    return means


class Deviations:
    """The sparse matrix Z of deviations from the means, used only through its products."""

    def __init__(self, votes: Votes, means: Floats, zeroed: Flags | None = None) -> None:
        self._votes = votes
        self._table = deviation_table(means, zeroed)
        self._whole = self._part(0, votes.participant_count) if votes.vote_count <= VOTES_AT_A_TIME else None

    def with_means(self, means: Floats, zeroed: Flags | None = None) -> "Deviations":
        """The same votes around other means; the places of the votes are shared, not copied."""
        other = object.__new__(Deviations)
        other._votes = self._votes
        other._table = deviation_table(means, zeroed)
        other._whole = None
        if self._whole is not None:
            whole = self._whole
            data = other._table[self._votes.packed]
            other._whole = csr_array((data, whole.indices, whole.indptr), shape=whole.shape, copy=False)
        return other

    def times(self, right: Floats) -> Floats:
        """Z @ right: float64[m, c] -> float64[n, c]."""
        parts = [_product(part, right) for _, _, part in self._parts()]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def gram_times(self, right: Floats, weights: Floats | None = None) -> Floats:
        """Z' W Z @ right: float64[m, c] -> float64[m, c]; ``weights`` float64[n], one where absent."""
        total = np.zeros_like(right)
        for first, last, part in self._parts():
            middle = _product(part, right)
            if weights is not None:
                middle *= weights[first:last, None]
            total += _product(part.T, middle)
        return total

    def _parts(self) -> Iterator[tuple[int, int, "csr_array[np.float64, tuple[int, int]]"]]:
        participants = self._votes.participant_count
        if self._whole is not None:
            yield 0, participants, self._whole
            return
        first = 0
        while first < participants:
            limit = self._votes.indptr[first] + VOTES_AT_A_TIME
            last = max(first + 1, int(np.searchsorted(self._votes.indptr, limit, side="right")) - 1)
            yield first, last, self._part(first, last)
            first = last

    def _part(self, first: int, last: int) -> "csr_array[np.float64, tuple[int, int]]":
        indptr = self._votes.indptr
        packed = self._votes.packed[indptr[first] : indptr[last]]
        starts = (indptr[first : last + 1] - indptr[first]).astype(np.int32)
        shape = (last - first, self._votes.claim_count)
        return csr_array(
            (self._table[packed], (packed >> 2).astype(np.int32), starts), shape=shape, copy=False
        )


def _product(left: "csr_array[np.float64, tuple[int, int]] | csc_array[np.float64]", right: Floats) -> Floats:
    product: Floats = np.asarray(left @ right, dtype=np.float64)
    return product


def deviation_table(means: Floats, zeroed: Flags | None = None) -> Floats:
    """The deviation belonging to each packed vote: float64[4 m]; 0 for a zeroed claim."""
    table = np.array([1.0, 0.0, -1.0, 0.0]) - means[:, None]
    if zeroed is not None:
        table[zeroed] = 0.0
    flat: Floats = table.reshape(-1)
    return flat

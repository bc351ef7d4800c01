"""A preview between published runs: sums that a single vote changes in microseconds, and warm restarts (specification 4.14).

What is published is always a cold full run; a preview only feeds routing and the officials' running view, and is marked as one.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.analysis import FEWEST_VOTES
from lupaus.methods.opinion_map.groups.kmeans import Points, lloyd
from lupaus.methods.opinion_map.moments import Counts, Deviations, claim_means, group_counts
from lupaus.methods.opinion_map.projection import Components, extremity, places, principal_components
from lupaus.methods.opinion_map.types import Flags, Floats, Id, Ints, as_ids
from lupaus.methods.opinion_map.votes import Votes

MOST_CLAIMS = 3_000
WARM_TOLERANCE = 1e-10
Sums = npt.NDArray[np.int32]


@dataclass(eq=False)
class PairSums:
    """Whole-number sums over people for every pair of claims, int32[m, m]: of x_j x_k, of x_j seen_k, of seen_j seen_k.

    They are exact, so that taking a vote away undoes adding it. Only up to 3,000 claims: they need 12 m^2 bytes.
    """

    products: Sums
    halves: Sums
    seen: Sums

    @classmethod
    def of(cls, votes: Votes) -> "PairSums":
        """The sums of all votes; ValueError above 3,000 claims."""
        if votes.claim_count > MOST_CLAIMS:
            raise ValueError(f"pair sums are kept for at most {MOST_CLAIMS} claims")
        shape = (votes.participant_count, votes.claim_count)
        columns, starts = votes.columns().astype(np.int32), votes.indptr.astype(np.int32)
        values = csr_array((votes.values().astype(np.int32), columns, starts), shape=shape)
        seen = csr_array((np.ones(votes.vote_count, dtype=np.int32), columns, starts), shape=shape)
        return cls(
            *(_dense(left.T @ right) for left, right in ((values, values), (values, seen), (seen, seen)))
        )

    def change(self, votes: Votes, participant: int, claim: int, value: int | None) -> None:
        """Move the sums from these votes to those after the participant's new answer (None: the answer is taken back); indices, not ids."""
        own = slice(int(votes.indptr[participant]), int(votes.indptr[participant + 1]))
        columns = (votes.packed[own] >> 2).astype(np.int64)
        values = 1 - (votes.packed[own] & 3).astype(np.int32)
        others = columns != claim
        if not others.all():
            self._add(claim, int(values[~others][0]), columns[others], values[others], -1)
        if value is not None:
            self._add(claim, value, columns[others], values[others], +1)

    def _add(self, claim: int, value: int, others: Ints, values: Sums, times: int) -> None:
        self.products[claim, others] += times * value * values
        self.products[others, claim] += times * value * values
        self.halves[claim, others] += times * value
        self.halves[others, claim] += times * values
        self.seen[claim, others] += times
        self.seen[others, claim] += times
        self.products[claim, claim] += times * value * value
        self.halves[claim, claim] += times * value
        self.seen[claim, claim] += times

    def means(self) -> Floats:
        """Mean vote of each claim: float64[m]."""
        shown = np.diagonal(self.seen).astype(np.float64)
        return np.divide(np.diagonal(self.halves), shown, out=np.zeros(len(shown)), where=shown > 0)

    def gram(self, masked: Flags | None = None) -> Floats:
        """Z'Z: G_jk = XX_jk - mean_k XM_jk - mean_j XM_kj + mean_j mean_k MM_jk, float64[m, m]; ``masked`` claims are left out."""
        means = self.means()
        crossed = self.halves * means
        gram: Floats = self.products - crossed - crossed.T + self.seen * np.outer(means, means)
        if masked is not None:
            gram[masked] = 0.0
            gram[:, masked] = 0.0
        return gram


def _dense(product: "csc_array[np.int32] | csr_array[np.int32]") -> Sums:
    return np.ascontiguousarray(product.toarray(), dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Preview:
    """The running map: warm components and centres, and the counts that routing needs. Never to be published.

    ``places`` float64[n, 2], ``labels`` int64[n] with -1 outside any group, ``centres`` float64[k, 2] or None when there are no groups.
    """

    components: Components
    centres: Floats | None
    places: Floats
    labels: Ints
    counts: Counts
    far: Floats

    def priorities(self, votes: Votes, meta: Flags | None = None) -> dict[Id, float]:
        """Polis' priority of every claim by id, for ``routing``."""
        about = np.zeros(votes.claim_count, dtype=np.bool_) if meta is None else meta
        return dict(
            zip(as_ids(votes.claims), polis.priorities(self.counts, self.far, about).tolist(), strict=True)
        )


def preview(
    votes: Votes,
    *,
    sums: PairSums | None = None,
    before: Preview | None = None,
    centres: Floats | None = None,
) -> Preview:
    """The map of the votes now, warm from the preview ``before`` or from the published group ``centres`` float64[k, 2].

    With ``sums`` the components come from the exact pair sums, without them from the operator over all votes.
    """
    means = claim_means(votes) if sums is None else sums.means()
    deviations = Deviations(votes, means)
    gram = None if sums is None else sums.gram()
    components = principal_components(
        deviations.gram_times if gram is None else lambda right: gram @ right,
        votes.claim_count,
        seed=1,
        start=None if before is None else before.components.block,
        tolerance=WARM_TOLERANCE,
    )
    answers = votes.answers_each()
    claims = int((np.bincount(votes.packed >> 2, minlength=votes.claim_count) > 0).sum())
    where = places(deviations.times(components.vectors), answers, claims)
    grouped = answers >= max(1, min(FEWEST_VOTES, claims))
    start = centres if before is None else before.centres
    labels = np.where(grouped, 0, -1)
    if start is not None and grouped.any():
        found = lloyd(Points.of(where[grouped]), start)
        labels[grouped], start = found.labels, found.centres
    counts = group_counts(votes, labels, 1 if start is None else len(start))
    return Preview(components, start, where, labels, counts, extremity(components, means, claims))

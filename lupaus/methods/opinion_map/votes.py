"""Votes packed into one array, in an order that does not depend on how they came.

A vote is one number of 16 bits, ``claim index << 2 | code`` with code 0 agree, 1 pass, 2 disagree; the rows of a participant stand together.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lupaus.methods.opinion_map.errors import BadVotes, TooManyClaims
from lupaus.methods.opinion_map.types import Flags, Ids, Ints, Packed

AGREE, PASS, DISAGREE = 0, 1, 2
MOST_CLAIMS = 16_383


@dataclass(frozen=True, eq=False)
class Votes:
    """Who agreed, passed or disagreed with which claim.

    ``participants`` n sorted ids, ``claims`` m sorted ids, ``indptr`` int64[n + 1], ``packed`` uint16[v]; ``moments`` int64[v] milliseconds or None;
    ``arrival`` int64[n] the place of each participant in the order of first votes (by id where no times are known).
    """

    participants: Ids
    claims: Ids
    indptr: Ints
    packed: Packed
    moments: Ints | None
    arrival: Ints

    @property
    def participant_count(self) -> int:
        return len(self.participants)

    @property
    def claim_count(self) -> int:
        return len(self.claims)

    @property
    def vote_count(self) -> int:
        return len(self.packed)

    def answers_each(self) -> Ints:
        """How many answers each participant gave: int64[n]."""
        return np.diff(self.indptr)

    def rows(self) -> Ints:
        """The participant's index of every vote: int64[v]."""
        return np.repeat(np.arange(self.participant_count, dtype=np.int64), self.answers_each())

    def columns(self) -> Ints:
        """The claim's index of every vote: int64[v]."""
        return (self.packed >> 2).astype(np.int64)

    def values(self) -> Ints:
        """+1 agree, 0 pass, -1 disagree for every vote: int64[v]."""
        return 1 - (self.packed & 3).astype(np.int64)

    def keep_claims(self, kept: Flags) -> "Votes":
        """The same participants with only the kept claims (bool[m])."""
        column = self.columns()
        chosen = kept[column]
        renumbered = np.cumsum(kept, dtype=np.int64) - 1
        packed = (renumbered[column[chosen]] << 2 | (self.packed[chosen] & 3)).astype(np.uint16)
        return self._with_votes(
            self.participants, self.claims[kept], chosen, packed, self.arrival, self.rows()[chosen]
        )

    def keep_participants(self, kept: Flags) -> "Votes":
        """The same claims with only the kept participants (bool[n]), as if the others had never voted."""
        rows = self.rows()
        chosen = kept[rows]
        renumbered = np.cumsum(kept, dtype=np.int64) - 1
        arrival = np.argsort(np.argsort(self.arrival[kept], kind="stable"), kind="stable").astype(np.int64)
        return self._with_votes(
            self.participants[kept],
            self.claims,
            chosen,
            self.packed[chosen],
            arrival,
            renumbered[rows[chosen]],
        )

    def _with_votes(
        self, participants: Ids, claims: Ids, chosen: Flags, packed: Packed, arrival: Ints, rows: Ints
    ) -> "Votes":
        return Votes(
            participants=participants,
            claims=claims,
            indptr=_row_starts(rows, len(participants)),
            packed=packed,
            moments=None if self.moments is None else self.moments[chosen],
            arrival=arrival,
        )

    def with_answer(self, participant: int, claim: int, value: int) -> "Votes":
        """The votes after a participant (index) answered or changed the answer to a claim (index); the order of arrival stays."""
        start, end = int(self.indptr[participant]), int(self.indptr[participant + 1])
        code = np.uint16(claim << 2 | (1 - value))
        place = start + int(np.searchsorted(self.packed[start:end] >> 2, claim))
        indptr, moments = self.indptr, self.moments
        if place < end and int(self.packed[place]) >> 2 == claim:
            packed = self.packed.copy()
            packed[place] = code
        else:
            packed = np.insert(self.packed, place, code)
            indptr = indptr.copy()
            indptr[participant + 1 :] += 1
            if moments is not None:
                latest = moments.max() if len(moments) else np.int64(0)
                moments = np.insert(moments, place, latest)
        return Votes(self.participants, self.claims, indptr, packed, moments, self.arrival)

    def sha256(self) -> str:
        """A fingerprint of exactly these votes, equal whatever the order they came in."""
        fingerprint = hashlib.sha256()
        for part in (self.participants, self.claims):
            fingerprint.update(f"{len(part)}\n".encode())
            if part.dtype.kind == "i":
                fingerprint.update(np.ascontiguousarray(part, dtype="<i8").tobytes())
            else:
                fingerprint.update("\0".join(part.tolist()).encode())
        fingerprint.update(np.ascontiguousarray(self.indptr, dtype="<i8").tobytes())
        fingerprint.update(np.ascontiguousarray(self.packed, dtype="<u2").tobytes())
        if self.moments is not None:
            fingerprint.update(np.ascontiguousarray(self.moments, dtype="<i8").tobytes())
        return fingerprint.hexdigest()


def build_votes(
    participant_ids: Sequence[int] | Sequence[str] | Ids,
    claim_ids: Sequence[int] | Sequence[str] | Ids,
    values: Sequence[int] | npt.NDArray[np.integer],
    timestamps: Sequence[int] | Ints | None = None,
    *,
    claims: Sequence[int] | Sequence[str] | Ids | None = None,
) -> Votes:
    """Pack votes, given as equally long lists, in canonical order; a participant's last vote on a claim counts.

    ``values`` +1 agree, 0 pass, -1 disagree; ``timestamps`` milliseconds (the greatest wins, then the later in the list). ``claims`` names claims that
    exist whether or not anybody has voted on them. Raises BadVotes for another value or an unknown claim, TooManyClaims above 16,383.
    """
    answers = np.asarray(values, dtype=np.int64).reshape(-1)
    people, row = _numbered(participant_ids, None)
    known, column = _numbered(claim_ids, claims)
    moments = None if timestamps is None else np.asarray(timestamps, dtype=np.int64)
    lengths = [len(row), len(column), len(answers)] + ([] if moments is None else [len(moments)])
    if len(set(lengths)) != 1:
        raise BadVotes("unequal_lengths", values={"found": ", ".join(map(str, lengths))})
    if len(known) > MOST_CLAIMS:
        raise TooManyClaims(found=len(known), limit=MOST_CLAIMS)
    wrong = np.flatnonzero((answers < -1) | (answers > 1))
    if len(wrong):
        raise BadVotes(
            "bad_vote", line=int(wrong[0]) + 1, column="vote", values={"value": int(answers[wrong[0]])}
        )
    arrival = _arrival(row, moments, len(people))
    order = _last_of_each(row * len(known) + column, moments)
    row = row[order]
    packed = (column[order] << 2 | (1 - answers[order])).astype(np.uint16)
    return Votes(
        participants=people,
        claims=known,
        indptr=_row_starts(row, len(people)),
        packed=packed,
        moments=None if moments is None else moments[order],
        arrival=arrival,
    )


def _numbered(
    ids: Sequence[int] | Sequence[str] | Ids, known: Sequence[int] | Sequence[str] | Ids | None
) -> tuple[Ids, Ints]:
    """Sorted distinct ids and the index of each given id among them."""
    given = _id_array(ids)
    if known is None:
        return _distinct(given)
    listed = np.unique(_id_array(known))
    if not len(given):
        return listed, np.zeros(0, dtype=np.int64)
    if not len(listed) or listed.dtype.kind != given.dtype.kind:
        raise BadVotes("unknown_claim", line=1, values={"claim": str(given[0])})
    index = np.minimum(np.searchsorted(listed, given), len(listed) - 1).astype(np.int64)
    strange = np.flatnonzero(listed[index] != given)
    if len(strange):
        raise BadVotes("unknown_claim", line=int(strange[0]) + 1, values={"claim": str(given[strange[0]])})
    return listed, index


def _id_array(ids: Sequence[int] | Sequence[str] | Ids) -> Ids:
    if len(ids) == 0:
        return np.zeros(0, dtype=np.int64)
    array = np.asarray(ids)
    return array.astype(np.str_) if array.dtype.kind not in "iu" else array.astype(np.int64, copy=False)


def _distinct(given: Ids) -> tuple[Ids, Ints]:
    """As np.unique with its inverse, but in linear time where whole numbers lie close together."""
    if len(given) and given.dtype.kind == "i":
        lowest, highest = int(given.min()), int(given.max())
        if highest - lowest <= 4 * len(given) + 1_000:
            offset = given.astype(np.int64) - lowest
            present = np.zeros(highest - lowest + 1, dtype=np.bool_)
            present[offset] = True
            place = np.cumsum(present, dtype=np.int64) - 1
            return np.flatnonzero(present).astype(np.int64) + lowest, place[offset]
    distinct, inverse = np.unique(given, return_inverse=True)
    return distinct, inverse.reshape(-1).astype(np.int64)


def _arrival(row: Ints, moments: Ints | None, participants: int) -> Ints:
    """The rank of each participant by the time of the first vote, then by id."""
    if moments is None:
        return np.arange(participants, dtype=np.int64)
    first = np.full(participants, np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(first, row, moments)
    rank = np.empty(participants, dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(participants)
    return rank


def _last_of_each(key: Ints, moments: Ints | None) -> Ints:
    """The index of the vote that counts for each participant and claim, in canonical order."""
    if len(key) < 2 or bool(np.all(key[1:] > key[:-1])):
        return np.arange(len(key), dtype=np.int64)
    order = np.argsort(key, kind="stable") if moments is None else np.lexsort((moments, key))
    ordered = key[order]
    last: Flags = np.append(ordered[1:] != ordered[:-1], True)
    chosen: Ints = order[last].astype(np.int64)
    return chosen


def _row_starts(rows: Ints, participants: int) -> Ints:
    starts = np.zeros(participants + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows, minlength=participants), out=starts[1:])
    return starts

"""Participants whose answers look unlike a person's own: marked and counted, never silently removed (specification 4.13, house thresholds)."""

from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.types import Flags, Ints
from lupaus.methods.opinion_map.votes import Votes

ONE_ANSWER_SHARE = 0.9
ONE_ANSWER_VOTES = 15
SAME_PEOPLE = 5
SAME_VOTES = 10
SAME_WITHIN = 10 * 60 * 1000
FAST_VOTES = 15
FAST_MEDIAN = 1000


@dataclass(frozen=True, eq=False)
class Flagged:
    """bool[n] for each rule: nearly always one answer, the same answers as others within minutes, faster than one can read."""

    one_answer: Flags
    same_answers: Flags
    too_fast: Flags

    @property
    def anyone(self) -> Flags:
        return self.one_answer | self.same_answers | self.too_fast


def flagged(votes: Votes) -> Flagged:
    """Apply the three rules; the two about time need votes with times."""
    nobody = np.zeros(votes.participant_count, dtype=np.bool_)
    if votes.moments is None:
        return Flagged(_one_answer(votes), nobody, nobody)
    return Flagged(_one_answer(votes), _same_answers(votes, votes.moments), _too_fast(votes, votes.moments))


def _one_answer(votes: Votes) -> Flags:
    each = votes.answers_each()
    code = votes.rows() * 3 + (votes.packed & 3)
    most = np.bincount(code, minlength=3 * votes.participant_count).reshape(-1, 3).max(axis=1)
    found: Flags = (each >= ONE_ANSWER_VOTES) & (most >= ONE_ANSWER_SHARE * each)
    return found


def _too_fast(votes: Votes, moments: Ints) -> Flags:
    found = np.zeros(votes.participant_count, dtype=np.bool_)
    for person in np.flatnonzero(votes.answers_each() >= FAST_VOTES).tolist():
        times = np.sort(moments[votes.indptr[person] : votes.indptr[person + 1]])
        gaps = times[1:] - times[:-1]
        found[person] = not _is_one_day(gaps) and float(np.median(gaps)) < FAST_MEDIAN
    return found


def _is_one_day(gaps: Ints) -> bool:
    """Times cut to the day tell nothing of speed."""
    return not bool((gaps % 86_400_000).any())


def _same_answers(votes: Votes, moments: Ints) -> Flags:
    """People whose whole row of at least ten votes equals that of four others, all with their first vote within ten minutes."""
    found = np.zeros(votes.participant_count, dtype=np.bool_)
    alike: dict[bytes, list[int]] = {}
    for person in np.flatnonzero(votes.answers_each() >= SAME_VOTES).tolist():
        row = slice(int(votes.indptr[person]), int(votes.indptr[person + 1]))
        alike.setdefault(votes.packed[row].tobytes(), []).append(person)
    for people in alike.values():
        if len(people) < SAME_PEOPLE:
            continue
        first = np.array(
            [moments[votes.indptr[person] : votes.indptr[person + 1]].min() for person in people]
        )
        order = np.argsort(first, kind="stable")
        for start in range(len(people) - SAME_PEOPLE + 1):
            window = order[start : start + SAME_PEOPLE]
            if first[window[-1]] - first[window[0]] <= SAME_WITHIN:
                found[np.asarray(people)[window]] = True
    return found

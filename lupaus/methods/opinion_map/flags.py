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
DAY = 86_400_000  # times cut to the day tell nothing of speed


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
    """Median time between votes under a second: more than half of the gaps are, or exactly half and the two middle ones are on average."""
    rows = votes.rows()
    times = moments[np.lexsort((moments, rows))]
    gaps = (times[1:] - times[:-1])[rows[1:] == rows[:-1]]
    people = rows[1:][rows[1:] == rows[:-1]]
    count = votes.participant_count
    fast = np.bincount(people[gaps < FAST_MEDIAN], minlength=count)
    slow = np.bincount(people[gaps >= FAST_MEDIAN], minlength=count)
    has_hours = np.bincount(people[gaps % DAY != 0], minlength=count) > 0
    asked = (votes.answers_each() >= FAST_VOTES) & has_hours
    found: Flags = asked & (fast > slow)
    for person in np.flatnonzero(asked & (fast == slow)).tolist():
        found[person] = float(np.median(gaps[people == person])) < FAST_MEDIAN
    return found


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

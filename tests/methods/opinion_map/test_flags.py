"""Answers unlike a person's own are marked and counted, and nobody is removed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.opinion_map import Votes, build_votes, compute, read_export
from lupaus.methods.opinion_map.flags import flagged
from tests.methods.opinion_map.conversations import OWN

MINUTE = 60_000
START = 1_767_225_600_000


def row(person: int, votes: list[int], start: int, step: int) -> list[tuple[int, int, int, int]]:
    return [(person, claim, vote, START + start + claim * step) for claim, vote in enumerate(votes)]


def built(cells: list[tuple[int, int, int, int]]) -> Votes:
    person, claim, vote, moment = (list(each) for each in zip(*cells, strict=True))
    return build_votes(person, claim, vote, moment)


def test_nearly_always_one_answer() -> None:
    votes = built(
        row(1, [1] * 14 + [-1], 0, 5_000) + row(2, [1] * 12 + [-1] * 3, 0, 5_000) + row(3, [1] * 14, 0, 5_000)
    )

    assert flagged(votes).one_answer.tolist() == [True, False, False]


def test_faster_than_one_can_read() -> None:
    mixed = [1, -1, 0] * 5

    votes = built(row(1, mixed, 0, 900) + row(2, mixed, 0, 1_100) + row(3, mixed[:14], 0, 900))

    assert flagged(votes).too_fast.tolist() == [True, False, False]


@given(st.lists(st.sampled_from([0, 400, 999, 1_000, 1_500, 9_000]), min_size=14, max_size=20))
def test_speed_is_the_median_time_between_votes(gaps: list[int]) -> None:
    moments = np.cumsum([START, *gaps]).tolist()
    votes = build_votes([1] * len(moments), list(range(len(moments))), [1] * len(moments), moments)

    fast = any(gaps) and float(np.median(gaps)) < 1_000
    assert flagged(votes).too_fast.tolist() == [fast]


def test_times_cut_to_the_day_say_nothing_of_speed() -> None:
    assert not flagged(built(row(1, [1, -1, 0] * 5, 0, 0))).too_fast.any()


def test_five_equal_rows_within_ten_minutes() -> None:
    same = [1, -1, 0, 1, -1] * 2
    five = [cell for person in range(5) for cell in row(person, same, person * 2 * MINUTE, 2_000)]
    four = [cell for person in range(10, 14) for cell in row(person, [-1, *same[1:]], person * MINUTE, 2_000)]
    slow = [
        cell for person in range(20, 25) for cell in row(person, [0, *same[1:]], person * 3 * MINUTE, 2_000)
    ]

    found = flagged(built(five + four + slow)).same_answers

    assert found.tolist() == [True] * 5 + [False] * 9


def test_without_times_only_the_answers_speak() -> None:
    found = flagged(build_votes([1] * 15, list(range(15)), [1] * 15))

    assert (found.one_answer.tolist(), found.too_fast.tolist(), found.same_answers.tolist()) == (
        [True],
        [False],
        [False],
    )


def test_the_flagged_still_count_and_the_headline_is_given_without_them_too() -> None:
    votes = read_export(OWN / "two-groups").votes
    crowd = np.repeat(np.arange(100, 106), 12)
    everybody = build_votes(
        np.concatenate([votes.participants[votes.rows()], crowd]),
        np.concatenate([votes.columns(), np.tile(np.arange(12), 6)]),
        np.concatenate([votes.values(), np.tile([1, -1, 1, 1, 0, 1, -1, -1, 1, 0, 1, 1], 6)]),
        np.concatenate([np.arange(votes.vote_count) * 60_000, np.tile(np.arange(12) * 2_000, 6)]),
    )

    result = compute(everybody, bootstraps=20)

    told = result.content["flagged"]
    assert isinstance(told, dict)
    assert isinstance(told["with"], dict)
    assert isinstance(told["without"], dict)
    assert (told["participants"], told["same_answers"]) == (6, 6)
    assert result.content["participants"] == 66
    assert (told["with"]["participants"], told["without"]["participants"]) == (66, 60)

"""What must hold whatever people answer (specification 11, point 3)."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lupaus.methods.opinion_map import Votes, build_votes, compute
from tests.methods.opinion_map.conversations import cells_of, conversation

Vote = tuple[int, int, int]
CELLS = st.dictionaries(
    st.tuples(st.integers(0, 30), st.integers(0, 9)), st.sampled_from([-1, 0, 1]), min_size=1, max_size=200
)


def listed(cells: dict[tuple[int, int], int]) -> list[Vote]:
    return [(person, claim, vote) for (person, claim), vote in cells.items()]


def packed(votes: list[Vote], moments: list[int] | None = None) -> Votes:
    return build_votes(
        [v[0] for v in votes], [v[1] for v in votes], [v[2] for v in votes], moments, claims=range(10)
    )


def text(votes: Votes) -> str:
    return compute(votes, bootstraps=4).to_json()


@settings(max_examples=25, deadline=None)
@given(CELLS, st.randoms(use_true_random=False))
def test_shuffled_votes_give_the_same_bytes(cells: dict[tuple[int, int], int], chance: random.Random) -> None:
    votes = listed(cells)
    shuffled = votes.copy()
    chance.shuffle(shuffled)

    assert text(packed(shuffled)) == text(packed(votes))


@settings(max_examples=25, deadline=None)
@given(CELLS)
def test_the_same_vote_sent_twice_is_one_vote(cells: dict[tuple[int, int], int]) -> None:
    votes = listed(cells)

    assert text(packed(votes + votes)) == text(packed(votes))


@settings(max_examples=25, deadline=None)
@given(CELLS, st.data())
def test_a_changed_vote_is_a_deleted_and_an_added_one(
    cells: dict[tuple[int, int], int], data: st.DataObject
) -> None:
    votes = listed(cells)
    person, claim, old = data.draw(st.sampled_from(votes))
    new = data.draw(st.sampled_from([-1, 0, 1]))
    times = list(range(1, len(votes) + 1))

    changed = packed([*votes, (person, claim, new)], [*times, len(votes) + 1])
    rest = [vote for vote in votes if vote != (person, claim, old)]

    assert cells_of(changed) == cells_of(packed([*rest, (person, claim, new)]))


@settings(max_examples=25, deadline=None)
@given(CELLS, st.integers(0, 30))
def test_an_erased_participant_never_voted(cells: dict[tuple[int, int], int], gone: int) -> None:
    votes = packed(listed(cells))
    rest = [vote for vote in listed(cells) if vote[0] != gone]

    erased = votes.keep_participants(votes.participants != gone)

    assert text(erased) == text(packed(rest))


@settings(max_examples=25, deadline=None)
@given(CELLS)
def test_a_result_equals_its_recomputation(cells: dict[tuple[int, int], int]) -> None:
    votes = packed(listed(cells))

    assert text(votes) == text(votes)
    assert compute(votes, mode="polis").to_json() == compute(votes, mode="polis").to_json()


def test_a_shuffled_real_conversation_gives_the_same_bytes() -> None:
    votes = conversation("scoop-taxes").votes
    assert votes.moments is not None
    order = np.random.default_rng(4).permutation(votes.vote_count)
    people, claims = votes.participants[votes.rows()], votes.claims[votes.columns()]

    shuffled = build_votes(
        people[order], claims[order], votes.values()[order], votes.moments[order], claims=votes.claims
    )

    assert compute(shuffled, bootstraps=10).to_json() == compute(votes, bootstraps=10).to_json()
    polis = [compute(each, mode="polis").to_json() for each in (votes, shuffled)]
    assert polis[0] == polis[1]


def test_another_seed_is_recorded_and_finds_the_same_stable_groups() -> None:
    votes = conversation("brexit-consensus").votes
    one, two = compute(votes, seed=1, bootstraps=40), compute(votes, seed=2, bootstraps=40)

    assert (one.content["seed"], two.content["seed"]) == (1, 2)
    assert one.k == two.k == 2
    assert [member.group for member in one.membership] == [member.group for member in two.membership]


@pytest.mark.parametrize("kind", [int, str])
def test_ids_may_be_numbers_or_text(kind: type) -> None:
    votes = build_votes([kind(3), kind(1), kind(3)], [kind(9), kind(9), kind(8)], [1, 0, -1])

    assert cells_of(votes) == {(kind(1), kind(9)): 0, (kind(3), kind(9)): 1, (kind(3), kind(8)): -1}
    assert votes.participants.tolist() == [kind(1), kind(3)]

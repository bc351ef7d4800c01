"""Which claim comes next: the chances are those of the specification, and nobody's claim is forgotten."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from lupaus.methods.opinion_map import Waiting, next_claim, read_export, routing_probabilities
from lupaus.methods.opinion_map.analysis import draw_map
from lupaus.methods.opinion_map.moments import group_counts
from lupaus.methods.opinion_map.polis import priorities
from lupaus.methods.opinion_map.routing import drawn
from tests.methods.opinion_map.conversations import OWN, conversation

CLAIMS = [Waiting(claim, shown=7 * claim, answers=20) for claim in range(1, 9)]
PRIORITIES = {claim: 1.0 + claim**2 for claim in range(1, 8)}


def test_chances_follow_the_formula() -> None:
    chances = routing_probabilities(CLAIMS, answered=[3, 4], priorities=PRIORITIES)

    rest = [1, 2, 5, 6, 7, 8]
    priority = np.array([PRIORITIES.get(claim, 1.0) for claim in rest])
    rarely = np.array([1 / (7 * claim + 1) for claim in rest])
    expected = 0.75 * (0.7 * priority / priority.sum() + 0.3 * rarely / rarely.sum()) + 0.25 / 6
    assert list(chances) == rest
    assert list(chances.values()) == pytest.approx(expected.tolist())


def test_a_hundred_thousand_draws_have_these_chances() -> None:
    chances = routing_probabilities(CLAIMS, priorities=PRIORITIES)
    draws = np.random.default_rng(1).random(100_000)

    seen = dict.fromkeys(chances, 0)
    for draw in draws.tolist():
        each = drawn(chances, draw)
        assert each.probability == chances[each.claim]
        seen[each.claim] += 1

    assert next_claim(CLAIMS, draw=draws[0], priorities=PRIORITIES) == drawn(chances, draws[0])

    test = chisquare(list(seen.values()), [100_000 * chance for chance in chances.values()])
    assert test.pvalue > 0.001


@given(
    st.lists(st.tuples(st.integers(0, 1000), st.floats(0, 1e6)), min_size=1, max_size=40),
    st.floats(0, 1, exclude_max=True),
)
def test_every_claim_keeps_its_least_chance(state: list[tuple[int, float]], draw: float) -> None:
    claims = [Waiting(place, shown=shown, answers=10) for place, (shown, _) in enumerate(state)]
    known = {place: priority for place, (_, priority) in enumerate(state)}

    chances = routing_probabilities(claims, priorities=known)
    found = next_claim(claims, draw=draw, priorities=known)

    assert min(chances.values()) >= 1 / (4 * len(claims)) - 1e-12
    assert sum(chances.values()) == pytest.approx(1)
    assert found is not None
    assert found.claim in chances


def test_seeds_come_first_until_each_has_ten_answers() -> None:
    claims = [Waiting(1, is_seed=True, answers=9), Waiting(2, is_seed=True, answers=10), Waiting(3)]

    assert set(routing_probabilities(claims)) == {1}
    assert set(routing_probabilities(claims, answered=[1])) == {2, 3}


def test_background_claims_come_late_and_rarely() -> None:
    claims = [Waiting(claim, is_meta=claim > 8) for claim in range(1, 11)]

    assert set(routing_probabilities(claims, answered=range(1, 7))) == {7, 8}
    assert set(routing_probabilities(claims, answered=range(1, 8))) == {8, 9, 10}
    assert set(routing_probabilities(claims, answered=range(1, 8), recent_meta=1)) == {8}


def test_nothing_is_left_to_answer() -> None:
    assert routing_probabilities(CLAIMS, answered=range(1, 9)) == {}
    assert next_claim(CLAIMS, draw=0.5, answered=range(1, 9)) is None


def test_priorities_of_ordinary_claims_are_not_all_equal() -> None:
    votes = read_export(OWN / "two-groups").votes
    where = draw_map(votes, None, seed=1)
    labels = np.where(where.grouped, 0, -1)
    meta = np.zeros(votes.claim_count, dtype=np.bool_)
    meta[0] = True

    weights = priorities(group_counts(votes, labels, 1), where.far, meta)

    assert weights[0] == 49
    assert len({round(float(weight), 6) for weight in weights[1:]}) > 5


def test_priorities_of_a_real_conversation_are_not_all_equal() -> None:
    votes = conversation("brexit-consensus").votes
    where = draw_map(votes, None, seed=1)
    none = np.zeros(votes.claim_count, dtype=np.bool_)

    weights = priorities(group_counts(votes, np.where(where.grouped, 0, -1), 1), where.far, none)

    assert len({round(float(weight), 6) for weight in weights}) > 40

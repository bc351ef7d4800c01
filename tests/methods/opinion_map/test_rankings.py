"""Common ground, differences and the certificate of the first claims, on cases small enough to check by hand."""

import numpy as np
import pytest

from lupaus.methods.opinion_map.moments import Counts, group_counts
from lupaus.methods.opinion_map.rankings import (
    divides,
    first_by,
    intervals,
    proportional_slate,
    shared,
    slate_check,
    split,
    standings,
)
from lupaus.methods.opinion_map.statistics import beta_bound, group_aware_consensus
from lupaus.methods.opinion_map.types import Ints
from lupaus.methods.opinion_map.votes import Votes
from tests.methods.opinion_map.conversations import votes_of


def counts(
    agrees: list[list[int]], disagrees: list[list[int]], passes: list[list[int]] | None = None
) -> Counts:
    none = np.zeros_like(np.array(agrees)) if passes is None else np.array(passes)
    return Counts(np.array(agrees), none, np.array(disagrees))


def test_common_ground_is_the_lowest_bound_of_any_group() -> None:
    both = counts([[72, 18], [18, 72]], [[28, 2], [2, 28]])

    ground = shared(intervals(both)).ground

    assert ground[0] == pytest.approx(min(float(beta_bound(72, 100, 0.1)), float(beta_bound(18, 20, 0.1))))
    assert round(float(ground[0]), 6) == 0.659666


def test_a_claim_that_splits_everybody() -> None:
    everybody = intervals(counts([[50, 95]], [[50, 5]]))

    scores = split(everybody)[0]

    assert scores[0] == pytest.approx(float(beta_bound(50, 100, 0.1)))
    assert scores[1] < 0.1 < scores[0]


def test_divisive_needs_intervals_that_do_not_overlap() -> None:
    both = counts([[40, 6, 0], [5, 4, 0]], [[5, 4, 0], [40, 6, 0]])

    found = divides(both, intervals(both))

    assert found[0] is not None
    assert found[0].groups == (0, 1)
    assert found[0].difference == pytest.approx(35 / 45)
    assert found[1:] == [None, None]


def test_a_group_stands_out_only_with_ten_votes_on_either_side() -> None:
    both = counts([[30, 9], [10, 0]], [[10, 0], [30, 9]])

    found = standings(both)

    assert [(one.group, one.agrees) for one in found[0]] == [(0, True), (1, False)]
    assert found[0][0].z == pytest.approx(4.418575508)
    assert found[0][0].p == pytest.approx(9.93536e-6, rel=1e-5)
    assert found[0][0].difference == pytest.approx(0.5)
    assert found[1] == []


def test_consensus_of_six_groups_and_its_geometric_mean() -> None:
    product, mean = group_aware_consensus(counts([[82]] * 6, [[16]] * 6))

    assert float(product[0]) == pytest.approx(0.83**6)
    assert float(mean[0]) == pytest.approx(0.83)


def test_equal_scores_keep_the_order_of_claims() -> None:
    assert first_by(np.array([0.5, 0.7, 0.5, 0.7]), 3) == [1, 3, 0]
    assert first_by(np.array([0.5, 0.7]), 3, np.array([True, False])) == [0]


def two_camps() -> tuple[Votes, Ints]:
    rows: list[list[int | None]] = [[1, 1, -1, None]] * 12 + [[-1, -1, 1, 1]] * 8
    return votes_of(rows), np.array([0] * 12 + [1] * 8)


def test_a_slate_for_one_camp_leaves_the_other_unrepresented() -> None:
    votes, labels = two_camps()
    by_group = group_counts(votes, labels, 2)

    check = slate_check(votes, labels, by_group, [0, 1])

    assert (check.people, check.unrepresented, check.left_out_together) == (20, 8, 8)
    assert check.ratio == pytest.approx(8 / (20 / 2))
    assert check.agreeing_with_at_least == [12, 12]
    assert slate_check(votes, labels, by_group, [0, 2]).unrepresented == 0


def test_unseen_claims_count_at_the_groups_share() -> None:
    votes, labels = two_camps()
    by_group = group_counts(votes, labels, 2)

    assert slate_check(votes, labels, by_group, [3]).unrepresented == 0


def test_a_proportional_slate_serves_both_camps() -> None:
    votes, labels = two_camps()

    chosen = proportional_slate(votes, labels, group_counts(votes, labels, 2), size=2)

    assert sorted(chosen)[0] in (0, 1)
    assert sorted(chosen)[1] in (2, 3)
    assert len(proportional_slate(votes, labels, group_counts(votes, labels, 2), size=10)) == 4

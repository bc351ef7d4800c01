"""The worked example of the specification: four people, three claims."""

import numpy as np
import pytest

from lupaus.methods.opinion_map import read_export
from lupaus.methods.opinion_map.analysis import draw_map
from lupaus.methods.opinion_map.moments import Deviations, claim_means, group_counts
from lupaus.methods.opinion_map.polis import tests as polis_tests
from lupaus.methods.opinion_map.projection import aligned
from lupaus.methods.opinion_map.statistics import group_aware_consensus
from tests.methods.opinion_map.conversations import MATRIX, OWN, cells_of, votes_of


def test_the_file_holds_the_example() -> None:
    assert cells_of(read_export(OWN / "matrix").votes) == cells_of(votes_of(MATRIX))


def test_means_and_the_product_of_deviations() -> None:
    votes = votes_of(MATRIX)
    means = claim_means(votes)

    gram = Deviations(votes, means).gram_times(np.eye(3))

    assert means == pytest.approx([0, 1 / 3, 1 / 2], abs=1e-12)
    assert gram == pytest.approx(
        np.array([[4, -8 / 3, 1], [-8 / 3, 8 / 3, -1 / 3], [1, -1 / 3, 1 / 2]]), abs=1e-12
    )


def test_components_places_and_extremity() -> None:
    drawn = draw_map(votes_of(MATRIX), None, seed=1)

    assert drawn.components.strengths == pytest.approx([6.25420646, 0.82647681], abs=1e-8)
    assert drawn.components.vectors[:, 0] == pytest.approx([0.78312307, -0.59796966, 0.17073532], abs=1e-8)
    assert drawn.components.vectors[:, 1] == pytest.approx([0.42085924, 0.71175069, 0.56239528], abs=1e-8)
    places = [(1.935606, -0.646839), (1.063680, 0.859841), (-1.267137, -0.227556), (-1.447366, 0.065697)]
    assert drawn.places == pytest.approx(np.array(places), abs=1e-6)
    assert drawn.far == pytest.approx([1.53987426, 1.07341000, 0.50899828], abs=1e-8)


def test_counts_and_statistics_of_two_groups() -> None:
    counts = group_counts(votes_of(MATRIX), np.array([0, 0, 1, 1]), 2)
    figures = polis_tests(counts)

    first = [(int(counts.agrees[g, 0]), int(counts.disagrees[g, 0]), int(counts.shown[g, 0])) for g in (0, 1)]
    assert first == [(2, 0, 2), (0, 2, 2)]
    assert group_aware_consensus(counts)[0] == pytest.approx([0.1875, 0.25, 0.2222222], abs=1e-7)
    assert figures.agree_share[0, 0] == pytest.approx(0.75)
    assert figures.agree_test[0, 0] == pytest.approx(1.7320508, abs=1e-7)
    assert figures.agree_ratio[0, 0] == pytest.approx(3)
    assert figures.agree_ratio_test[0, 0] == pytest.approx(1.7320508, abs=1e-7)
    metric = figures.agree_ratio * figures.agree_ratio_test * figures.agree_share * figures.agree_test
    assert metric[0, 0] == pytest.approx(6.75)


def test_axes_point_as_in_the_last_published_map() -> None:
    components = draw_map(votes_of(MATRIX), None, seed=1).components
    before = components.vectors * [1.0, -1.0]

    turned = aligned(components, before)

    assert turned.vectors.tolist() == before.tolist()
    assert aligned(turned, before).vectors.tolist() == before.tolist()

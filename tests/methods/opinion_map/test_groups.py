"""Clusters, silhouettes and the bootstrap, against plain ways of computing the same."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.opinion_map import FileCheckpoint, compute, read_export
from lupaus.methods.opinion_map.groups import adjusted_rand, cluster, contingency
from lupaus.methods.opinion_map.groups.kmeans import Points, gridded, lloyd, nearest
from lupaus.methods.opinion_map.groups.silhouette import base_points, silhouettes, silhouettes_of_groups
from lupaus.methods.opinion_map.groups.stability import POISSON, matched
from lupaus.methods.opinion_map.types import Floats, Ints
from tests.methods.opinion_map.conversations import OWN


def clouds(people: int, seed: int = 3) -> tuple[Floats, Ints]:
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, 3, size=people)
    centres = np.array([[4.0, 0.0], [-3.0, 2.0], [0.0, -4.0]])
    return centres[truth] + chance.normal(size=(people, 2)), truth


def plain_silhouette(places: Floats, labels: Ints) -> float:
    scores = []
    for one in range(len(places)):
        apart = np.sqrt(((places - places[one]) ** 2).sum(axis=1))
        mine = (labels == labels[one]) & (np.arange(len(places)) != one)
        if not mine.any():
            scores.append(0.0)
            continue
        within = apart[mine].mean()
        beyond = min(apart[labels == other].mean() for other in set(labels.tolist()) - {int(labels[one])})
        scores.append((beyond - within) / max(beyond, within))
    return float(np.mean(scores))


@pytest.mark.parametrize("people", [300, 25_000])
def test_three_clouds_are_found(people: int) -> None:
    places, truth = clouds(people)

    found = cluster(places, 3, seed=1)

    assert adjusted_rand(contingency(truth, found.labels, 3)) > 0.97
    sizes = np.bincount(found.labels)
    assert sizes.tolist() == sorted(sizes.tolist(), reverse=True)


def test_silhouettes_equal_the_plain_formula() -> None:
    places, truth = clouds(80)
    alone = truth.copy()
    alone[5] = 3

    found = silhouettes(places, np.ones(80), [truth, alone])

    assert found == pytest.approx(
        [plain_silhouette(places, truth), plain_silhouette(places, alone)], abs=1e-12
    )


def test_silhouettes_over_base_points_are_near_the_exact_ones() -> None:
    places, _ = clouds(4_000)
    found = cluster(places, 3, seed=1)

    near = silhouettes_of_groups(places, [(found.labels, found.centres)])[0]

    assert len(base_points(places).x) <= 100
    assert near == pytest.approx(silhouettes(places, np.ones(4_000), [found.labels])[0], abs=0.05)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_adjusted_rand_index(labels: list[int], chance: object) -> None:
    first = np.array(labels)
    renamed = 3 - first

    assert adjusted_rand(contingency(first, renamed, 4)) == pytest.approx(1)
    assert matched(contingency(first, renamed, 4))[renamed].tolist() == labels


def test_adjusted_rand_index_of_a_known_pair() -> None:
    table = contingency(np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2]), 3)

    assert adjusted_rand(table) == pytest.approx(0.24242424, abs=1e-8)


def test_weights_count_like_so_many_people() -> None:
    places, _ = clouds(60)
    weights = np.tile([1.0, 2.0, 3.0], 20)
    start = places[:3]

    weighted = lloyd(Points.of(places, weights), start)
    repeated = lloyd(Points.of(np.repeat(places, weights.astype(int), axis=0)), start)

    assert weighted.centres == pytest.approx(repeated.centres)
    assert weighted.inertia == pytest.approx(repeated.inertia)


def test_a_grid_keeps_the_mass_and_the_mean() -> None:
    places, _ = clouds(5_000)
    grid = gridded(Points.of(places))

    assert grid.weights is not None
    assert grid.weights.sum() == 5_000
    assert (grid.x * grid.weights).sum() / 5_000 == pytest.approx(places[:, 0].mean())


def test_of_equally_near_centres_the_first_wins() -> None:
    labels, _ = nearest(Points.of(np.array([[0.0, 0.0]])), np.array([[1.0, 0.0], [-1.0, 0.0]]))

    assert labels.tolist() == [0]


def test_weights_of_a_bootstrap_are_poisson() -> None:
    assert POISSON[:3] == pytest.approx([0.36787944, 0.73575888, 0.91969860], abs=1e-8)
    assert POISSON[-1] == pytest.approx(1)


def test_a_stopped_job_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    told = read_export(OWN / "two-groups")
    whole = compute(told, bootstraps=60)
    checkpoint = FileCheckpoint(tmp_path / "state.json")

    compute(told, bootstraps=45, checkpoint=checkpoint)
    saved = checkpoint.load()
    again = compute(told, bootstraps=60, checkpoint=checkpoint)

    assert saved is not None
    assert '"done": 40' in saved
    assert again.to_json() == whole.to_json()
    assert again.membership == whole.membership


def test_a_checkpoint_of_other_votes_is_not_used(tmp_path: Path) -> None:
    checkpoint = FileCheckpoint(tmp_path / "state.json")
    compute(read_export(OWN / "no-groups"), bootstraps=20, checkpoint=checkpoint)
    told = read_export(OWN / "two-groups")

    assert (
        compute(told, bootstraps=20, checkpoint=checkpoint).to_json()
        == compute(told, bootstraps=20).to_json()
    )

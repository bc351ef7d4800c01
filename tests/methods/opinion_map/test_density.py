"""The drawn map shows crowds, never a person."""

from dataclasses import replace

import numpy as np

from lupaus.methods.opinion_map import compute, explore_k, hexagons, read_export
from tests.methods.opinion_map.conversations import OWN, votes_of


def test_every_hexagon_holds_at_least_five_people() -> None:
    result = compute(read_export(OWN / "two-groups"), bootstraps=40)

    drawn = hexagons(result, across=6)

    assert drawn
    assert all(each.people >= 5 for each in drawn)
    people = sum(each.people for each in drawn)
    assert people == 60 or people <= 55
    assert {each.group for each in drawn} <= {0, 1, None}
    assert [each.people for each in drawn] == sorted((each.people for each in drawn), reverse=True)


def test_fewer_than_five_left_out_take_a_hexagon_with_them() -> None:
    result = explore_k(votes_of([[1, -1] * 6, [-1, 1] * 6] * 30), 2)
    places = np.array([[0.0, 0.0]] * 30 + [[4.0, 0.0]] * 27 + [[8.0, 0.0]] * 3)

    drawn = hexagons(replace(result, places=places, labels=np.zeros(60, dtype=np.int64)))

    assert [each.people for each in drawn] == [30]


def test_without_groups_or_spread_nothing_is_drawn() -> None:
    assert hexagons(compute(votes_of([[1, 1, 1, 1, 1, 1, 1]] * 60))) == []
    assert hexagons(compute(votes_of([[1, -1, 0]]))) == []

"""Mode ``polis`` against results the real engine stored (specification 11, golden fixtures; never shown in a demo)."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from lupaus.methods.opinion_map import Conversation, compute
from lupaus.methods.opinion_map.analysis import OpinionMap, draw_map
from lupaus.methods.opinion_map.moments import Counts, group_counts
from lupaus.methods.opinion_map.polis import (
    grouped_people,
    majorities,
    polis_groups,
    priorities,
    representatives,
)
from lupaus.methods.opinion_map.projection import extremity
from lupaus.methods.opinion_map.statistics import group_aware_consensus
from lupaus.methods.opinion_map.types import Flags, Ints, JsonObject, as_ids
from tests.methods.opinion_map.conversations import agreement, conversation, real

SETS = ["golden-25-meta", "golden-below-100"]


@dataclass(frozen=True, eq=False)
class Golden:
    conversation: Conversation
    math: JsonObject
    drawn: OpinionMap
    labels: Ints
    counts: Counts
    zeroed: Flags


@cache
def golden(name: str) -> Golden:
    told = conversation(name)
    math = json.loads((real(name) / "math-pca2.json").read_text(encoding="utf-8"))
    votes, zeroed = told.votes, told.moderated_out()
    labels = np.array([int(told.memberships.get(person, "-1")) for person in as_ids(votes.participants)])
    counts = group_counts(votes, labels, len(math["group-clusters"]))
    assert told.stored_grouped is not None
    grouped = np.isin(votes.participants, told.stored_grouped)
    return Golden(told, math, draw_map(votes, zeroed, seed=1, grouped=grouped), labels, counts, zeroed)


@pytest.fixture(params=SETS)
def engine(request: pytest.FixtureRequest) -> Golden:
    return golden(request.param)


def test_the_same_claims_are_moderated_out(engine: Golden) -> None:
    ids = as_ids(engine.conversation.votes.claims)

    assert sorted(np.array(ids)[engine.zeroed].tolist()) == sorted(engine.math["mod-out"])


def test_group_votes_equal_in_every_cell(engine: Golden) -> None:
    stored = engine.math["group-votes"]

    for group, told in stored.items():
        for claim, id_ in enumerate(as_ids(engine.conversation.votes.claims)):
            cell = told["votes"].get(str(id_), {"A": 0, "D": 0, "S": 0})
            place = int(group), claim
            ours = (engine.counts.agrees[place], engine.counts.disagrees[place], engine.counts.shown[place])
            assert ours == (cell["A"], cell["D"], cell["S"])


def test_centre_and_components(engine: Golden) -> None:
    pca = engine.math["pca"]

    assert -engine.drawn.means == pytest.approx(np.array(pca["center"]), abs=1e-9)
    for axis, stored in enumerate(np.array(pca["comps"])):
        ours = engine.drawn.components.vectors[:, axis]
        assert abs(ours @ stored) / np.linalg.norm(stored) >= 0.99999


def test_extremity_consensus_and_priorities(engine: Golden) -> None:
    ids = as_ids(engine.conversation.votes.claims)
    far = extremity(engine.drawn.components, engine.drawn.means, engine.drawn.claims)
    product, _ = group_aware_consensus(engine.counts)
    weights = priorities(engine.counts, far, engine.conversation.meta())

    assert far == pytest.approx(np.array(engine.math["pca"]["comment-extremity"]), abs=1e-9)
    assert product == pytest.approx([engine.math["group-aware-consensus"][str(id_)] for id_ in ids], abs=1e-9)
    assert weights == pytest.approx([engine.math["comment-priorities"][str(id_)] for id_ in ids], abs=1e-9)


def test_representative_claims_and_their_order(engine: Golden) -> None:
    ids = as_ids(engine.conversation.votes.claims)
    found = representatives(engine.counts, engine.zeroed)

    for group, stored in engine.math["repness"].items():
        ours = found[int(group)]
        assert [(ids[one.claim], one.agrees, one.best_agree) for one in ours] == [
            (one["tid"], one["repful-for"] == "agree", one.get("best-agree", False)) for one in stored
        ]
        for one, row in zip(ours, stored, strict=True):
            assert (one.successes, one.trials) == (row["n-success"], row["n-trials"])
            assert one.share == pytest.approx(row["p-success"], abs=1e-9)
            assert one.test == pytest.approx(row["p-test"], abs=1e-9)
            assert one.ratio == pytest.approx(row["repness"], abs=1e-9)
            assert one.ratio_test == pytest.approx(row["repness-test"], rel=1e-5)


def test_majority_lists(engine: Golden) -> None:
    ids = as_ids(engine.conversation.votes.claims)
    agree, disagree = majorities(engine.drawn.counts, engine.zeroed)
    stored = engine.math["consensus"]

    assert [ids[claim] for claim in agree] == [one["tid"] for one in stored["agree"]]
    assert [ids[claim] for claim in disagree] == [one["tid"] for one in stored["disagree"]]


@pytest.mark.parametrize(
    ("name", "scores", "least"),
    [
        ("golden-25-meta", {2: 0.397, 3: 0.432, 4: 0.429}, 0.6),
        ("golden-below-100", {2: 0.257, 3: 0.298}, 0.9),
    ],
)
def test_groups_given_the_stored_grouped_set(name: str, scores: dict[int, float], least: float) -> None:
    engine = golden(name)
    grouped = engine.drawn.grouped
    votes = engine.conversation.votes

    found = polis_groups(engine.drawn.places[grouped], votes.arrival[grouped])

    assert found is not None
    assert found.k == 3
    assert {k: round(score, 3) for k, score in found.scores.items()} == scores
    assert agreement(found.labels, engine.labels[grouped].tolist()) >= least


def test_sizes_told_by_the_specification() -> None:
    first, second = golden("golden-25-meta"), golden("golden-below-100")

    assert (first.conversation.votes.participant_count, first.drawn.claims) == (27, 57)
    assert int(first.conversation.meta().sum()) == 4
    assert (second.conversation.votes.participant_count, second.drawn.claims) == (35, 44)
    assert (int(second.drawn.grouped.sum()), int(grouped_people(second.conversation.votes, 44).sum())) == (
        23,
        19,
    )


def test_the_result_takes_the_stored_grouped_set(engine: Golden) -> None:
    result = compute(engine.conversation, mode="polis")

    assert result.k == 3
    labels = {member.participant: member.group for member in result.membership if member.group is not None}
    stored = engine.conversation.memberships
    both = [person for person in labels if person in stored]
    assert len(both) == len(stored)
    ours = np.array([labels[person] for person in both])
    assert agreement(ours, [stored[person] for person in both]) >= 0.6
    claims = result.content["claims"]
    assert isinstance(claims, list)
    assert [
        one["priority"] for one in claims if isinstance(one, dict) and one["id"] in engine.math["meta-tids"]
    ] == [49.0 for _ in engine.math["meta-tids"]]

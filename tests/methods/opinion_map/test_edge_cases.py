"""Conversations with nothing, or hardly anything, to find: always a Result, never an error, never NaN (specification 10)."""

import json
from collections.abc import Sequence

import pytest

from lupaus.methods.opinion_map import (
    Claim,
    Conversation,
    Votes,
    build_votes,
    compute,
    explore_k,
    published,
    read_export,
)
from lupaus.methods.opinion_map.compute import Mode
from tests.methods.opinion_map.conversations import OWN, votes_of

ALIKE = [[1, -1, 0, 1, 1, 1, -1, -1]] * 60
UNANIMOUS = [
    [1, (-1) ** person, (-1) ** (person // 2), 0, 1, -1, (-1) ** (person // 3), 1] for person in range(60)
]
DEGENERATE: dict[str, Sequence[Sequence[int | None]]] = {
    "one participant": [[1, -1, 0]],
    "one claim": [[1], [-1], [0], [1]],
    "one claim and many people": [[1], [-1]] * 40,
    "all rows identical": ALIKE,
    "all pass": [[0, 0, 0]] * 55,
    "a claim all agree on": UNANIMOUS,
    "a claim nobody saw": [[1, None, -1]] * 30 + [[-1, None, 1]] * 30,
    "one direction": [[1, -1] * 6, [-1, 1] * 6] * 30,
    "two participants": [[1, 1, 1, 1, 1, 1, 1], [-1, -1, -1, -1, -1, -1, -1]],
}


@pytest.mark.parametrize("mode", ["lupaus", "polis"])
@pytest.mark.parametrize("name", DEGENERATE)
def test_a_degenerate_conversation_has_a_result(name: str, mode: Mode) -> None:
    votes = votes_of(DEGENERATE[name])

    result = compute(votes, mode=mode, bootstraps=20)

    assert json.loads(result.to_json())["claims_counted"] == votes.claim_count
    assert json.dumps(published(result), allow_nan=False)
    if mode == "lupaus":
        assert result.verdict in ("too_few", "no_stable_groups")
        assert result.content["groups"] is None
    assert len(result.membership) == votes.participant_count


def test_no_votes_at_all() -> None:
    for mode in ("lupaus", "polis"):
        result = compute(build_votes([], [], [], claims=[1, 2]), mode=mode)

        assert (result.verdict, result.content["participants"], result.content["votes"]) == ("too_few", 0, 0)
        assert json.dumps(published(result), allow_nan=False)


def test_neither_votes_nor_claims() -> None:
    result = compute(build_votes([], [], []))

    assert (result.verdict, result.content["claims"]) == ("too_few", [])


def test_all_claims_moderated_out() -> None:
    votes = votes_of(ALIKE)
    claims = tuple(Claim(claim, "x", moderated=-1) for claim in range(1, 9))

    result = compute(Conversation(claims, votes))

    assert (result.content["claims_counted"], result.content["claims_dropped"], result.content["votes"]) == (
        0,
        8,
        0,
    )
    assert result.content["claims"] == []
    assert compute(Conversation(claims, votes), mode="polis").k is None


def test_one_direction_puts_zeros_on_the_second_axis() -> None:
    result = compute(read_export(OWN / "rank-one"), bootstraps=20)

    assert (result.verdict, result.content["reason"]) == ("no_stable_groups", "one_direction")
    assert not result.places[:, 1].any()
    assert result.places[:, 0].any()


def test_two_hand_made_groups_are_found_and_none_where_there_are_none() -> None:
    assert compute(read_export(OWN / "two-groups")).k == 2
    assert compute(read_export(OWN / "no-groups")).verdict == "no_stable_groups"


def test_fewer_than_fifty_grouped_people_are_too_few() -> None:
    told = read_export(OWN / "two-groups")
    some = told.votes.participants < 45

    result = compute(told.votes.keep_participants(some))

    assert (result.verdict, result.content["reason"]) == ("too_few", "few_grouped")


def test_a_moderated_claim_keeps_its_votes_and_leaves_the_next_run() -> None:
    told = read_export(OWN / "two-groups")
    rejected = Conversation(
        tuple(Claim(claim.id, claim.text, moderated=-1 if claim.id == 3 else 1) for claim in told.claims),
        told.votes,
    )

    before, without, again = (
        compute(told, bootstraps=0),
        compute(rejected, bootstraps=0),
        compute(told, bootstraps=0),
    )

    assert without.content["dropped"] == [3]
    assert without.content["claims_counted"] == 11
    assert rejected.votes.vote_count == told.votes.vote_count
    assert before.to_json() == again.to_json()


def test_another_k_is_only_an_exploration() -> None:
    result = explore_k(read_export(OWN / "two-groups"), 3)

    assert (result.verdict, result.k) == ("exploration", 3)
    assert result.content["reason"] == "chosen_by_an_official"
    with pytest.raises(ValueError, match="2, 3, 4 or 5"):
        explore_k(read_export(OWN / "two-groups"), 6)
    assert explore_k(votes_of(ALIKE), 2).verdict == "too_few"


def test_unseen_votes_are_absent_not_passes() -> None:
    votes: Votes = votes_of([[1, None], [None, 0]])

    assert votes.answers_each().tolist() == [1, 1]
    assert votes.values().tolist() == [1, 0]

"""What the public sees of a Result: nothing about few people, and nothing untrue."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.methods.opinion_map import OpinionMapResult, build_votes, compute, published, read_export
from lupaus.methods.opinion_map.types import Json, JsonObject
from lupaus.methods.suppression import with_sums
from tests.methods.opinion_map.conversations import OWN, conversation
from tests.methods.test_suppression import possible_range

COLUMNS = ("agrees", "disagrees", "passes", "shown")


def objects(value: Json) -> list[JsonObject]:
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, dict)]


def row(cell: JsonObject) -> list[int | None]:
    return [value if isinstance(value := cell[column], int) else None for column in COLUMNS]


def rows_of(claim: JsonObject) -> list[list[int | None]]:
    return [row(claim), *(row(group) for group in objects(claim["groups"]))]


def test_no_count_below_five_is_shown() -> None:
    shown = published(compute(read_export(OWN / "two-groups"), bootstraps=100))

    counts = [count for claim in objects(shown["claims"]) for each in rows_of(claim) for count in each]
    assert shown["verdict"] == "groups"
    assert any(count is not None for count in counts)
    assert all(count is None or count >= 5 for count in counts)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(12, 70), st.sampled_from([0.3, 0.6, 0.9]))
def test_no_small_cell_can_be_worked_out_from_a_published_result(seed: int, people: int, seen: float) -> None:
    chance = np.random.default_rng(seed)
    side = np.arange(people) % 3 == 0
    person, claim = np.nonzero(chance.random((people, 9)) < seen)
    vote = np.where(chance.random(len(person)) < 0.85, np.where(side[person] ^ (claim % 2 == 0), 1, -1), 0)
    result = compute(build_votes(person, claim, vote), mode="polis")
    shown = published(result)

    hidden_claims = zip(objects(result.content["claims"]), objects(shown["claims"]), strict=True)
    for true, seen_claim in hidden_claims:
        total = row(true)[:3]
        groups = [row(group)[:3] for group in objects(true["groups"])]
        outside = [sum(column) for column in zip(*groups, strict=True)] if groups else [0, 0, 0]
        rest = [
            int(everyone or 0) - int(inside or 0) for everyone, inside in zip(total, outside, strict=True)
        ]
        body = np.array([*groups, rest], dtype=np.int64)
        table = with_sums(body)
        open_rows = [*(row(group) for group in objects(seen_claim["groups"])), [None] * 4, row(seen_claim)]
        hidden = np.array([[value is None for value in each] for each in open_rows])
        has_outside = int(str(result.content["participants"])) > int(str(result.content["grouped"]))
        for cell in np.argwhere(hidden & (table < 5)).tolist():
            if cell[0] == len(groups) and groups and not has_outside:
                continue
            least, most = possible_range(table, hidden, (cell[0], cell[1]), knows_rule=False)
            assert most > least, (true["id"], cell)


def test_scores_are_never_higher_than_the_truth() -> None:
    result = compute(read_export(OWN / "two-groups"), bootstraps=100)
    shown = published(result)

    known = 0
    for true, public in zip(objects(result.content["claims"]), objects(shown["claims"]), strict=True):
        for score in ("common_ground", "common_rejection", "common_uncertainty"):
            if public[score] is not None:
                known += 1
                assert float(str(public[score])) <= float(str(true[score])) + 1e-6
    assert known > 0


def test_what_an_answer_is_at_least_is_true() -> None:
    votes = build_votes([person for person in range(60) for _ in range(8)], [*range(8)] * 60, [1] * 480)
    result = compute(votes)

    claim = objects(published(result)["claims"])[0]

    assert row(claim) == [None, None, None, 60]
    assert claim["at_least"] == {"agrees": 52}
    assert 0.75 < float(str(claim["common_ground"])) < 0.87


def test_a_conversation_of_few_people_shows_no_counts() -> None:
    shown = published(compute(build_votes([1, 2, 3] * 3, [1, 1, 1, 2, 2, 2, 3, 3, 3], [1, 0, -1] * 3)))

    assert all(
        count is None for claim in objects(shown["claims"]) for each in rows_of(claim) for count in each
    )


def test_a_small_group_disappears_and_takes_the_next_with_it() -> None:
    result = compute(read_export(OWN / "two-groups"), bootstraps=100)
    groups = objects(result.content["groups"])
    smaller = replace(result, content={**result.content, "groups": [groups[0], {**groups[1], "size": 9}]})

    shown = published(smaller)

    assert [group["size"] for group in objects(shown["groups"])] == [None, None]
    for claim in objects(shown["claims"]):
        assert all(count is None for group in objects(claim["groups"]) for count in row(group))


@pytest.mark.parametrize("name", ["vtaiwan-uberx", "brexit-consensus"])
def test_a_real_result_keeps_what_matters(name: str) -> None:
    result = compute(conversation(name), bootstraps=40)
    shown = published(result)
    claims = [claim for claim in objects(shown["claims"]) if len(objects(claim["groups"])) == 2]

    text = json.dumps(shown, allow_nan=False)
    assert 'participant"' not in text
    with_ground = [claim for claim in claims if claim["common_ground"] is not None]
    assert len(with_ground) > 0.8 * len(claims)
    assert shown["suppression"] != result.content["suppression"]
    assert published(result) == shown


def test_flagged_people_cannot_be_found_by_subtraction() -> None:
    result: OpinionMapResult = compute(conversation("scoop-taxes"), bootstraps=20)
    flagged = published(result)["flagged"]

    assert isinstance(flagged, dict)
    assert flagged["participants"] is None
    assert isinstance(flagged["without"], dict)
    assert "grouped" not in flagged["without"]

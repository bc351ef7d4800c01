"""Real conversations: our reference values, the verdicts, and what every import of them must notice."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from lupaus.methods.opinion_map import FlippedSigns, compute, read_export_files
from lupaus.methods.opinion_map.analysis import OpinionMap, draw_map
from lupaus.methods.opinion_map.groups import (
    FEWEST_GROUPED,
    Candidate,
    Sample,
    bootstrap,
    candidates,
    chosen,
    clusterings,
)
from lupaus.methods.opinion_map.types import Ints, as_ids
from tests.methods.opinion_map.conversations import agreement, conversation, real


@dataclass(frozen=True)
class Expected:
    """A row of the table: sizes, grouped, and (silhouette, ARI to Polis, median, 10th percentile) zeroed and dropped; None: not demanded."""

    people: int
    voted_claims: int
    votes: int
    grouped: tuple[int, int]
    zeroed: tuple[float, float | None, float | None, float | None]
    dropped: tuple[float, float | None, float | None, float | None]
    verdict: str | None
    equal_agrees: tuple[int, int]


SETS = {
    "vtaiwan-uberx": Expected(
        1921,
        197,
        49_443,
        (1218, 1218),
        (0.48, 0.83, 0.87, 0.81),
        (0.43, 0.75, 0.89, 0.80),
        "groups",
        (108, 197),
    ),
    "scoop-taxes": Expected(
        334, 148, 17_335, (293, 293), (0.56, 0.91, 0.91, 0.85), (0.54, 0.86, 0.88, 0.78), "groups", (130, 148)
    ),
    "brexit-consensus": Expected(
        204, 50, 5_303, (189, 189), (0.43, 0.88, 0.88, 0.76), (0.43, 0.88, 0.88, 0.76), "groups", (47, 50)
    ),
    "canadian-electoral-reform": Expected(
        448, 174, 11_950, (281, 281), (0.65, 0.90, 0.90, 0.74), (0.61, 0.84, 0.91, None), None, (152, 174)
    ),
    "ssis-land-bank": Expected(
        404,
        293,
        33_463,
        (354, 353),
        (0.45, 0.96, 0.93, 0.42),
        (0.43, 0.83, 0.91, 0.37),
        "no_stable_groups",
        (269, 297),
    ),
    "bg2050-volunteers": Expected(
        126,
        371,
        14_283,
        (107, 106),
        (0.86, 0.19, None, -0.01),
        (0.50, 0.34, 0.09, 0.04),
        "no_stable_groups",
        (343, 371),
    ),
    "london-youth-policing": Expected(
        26, 36, 638, (24, 24), (0.43, None, None, None), (0.43, None, None, None), "too_few", (37, 39)
    ),
}
STABLE = ["vtaiwan-uberx", "scoop-taxes", "brexit-consensus"]
UNSTABLE = [name for name in SETS if name not in STABLE]


@dataclass(frozen=True, eq=False)
class Drawn:
    map: OpinionMap
    candidates: list[Candidate]
    two: Ints


@cache
def drawn(name: str, moderation: str) -> Drawn:
    told = conversation(name)
    out = told.moderated_out()
    if moderation == "zeroed":
        where = draw_map(told.votes, out, seed=1)
    else:
        where = draw_map(told.votes.keep_claims(~out), None, seed=1)
    found = clusterings(where.places[where.grouped], seed=1)
    if moderation == "zeroed":
        found = {2: found[2]}
    sample = Sample(
        where.votes,
        where.zeroed,
        where.deviations,
        where.answers,
        where.claims,
        where.grouped,
        where.components,
        found,
    )
    stabilities = bootstrap(sample, seed=1, times=200)
    judged = candidates(where.places[where.grouped], found, stabilities, rank=where.components.rank)
    return Drawn(where, judged, found[2].labels)


def exported(name: str, people: OpinionMap) -> tuple[list[int], list[str]]:
    """Which of the grouped people (index) the export puts in a group, and in which."""
    stored = conversation(name).memberships
    known = [
        (place, stored[person])
        for place, person in enumerate(as_ids(people.votes.participants[people.grouped]))
        if person in stored
    ]
    return [place for place, _ in known], [group for _, group in known]


@pytest.mark.parametrize("name", SETS)
def test_sizes_and_who_is_grouped(name: str) -> None:
    votes, expected = conversation(name).votes, SETS[name]

    assert (votes.participant_count, votes.vote_count) == (expected.people, expected.votes)
    assert draw_map(votes, None, seed=1).claims == expected.voted_claims
    found = tuple(int(drawn(name, how).map.grouped.sum()) for how in ("zeroed", "dropped"))
    assert found == expected.grouped


@pytest.mark.parametrize("moderation", ["zeroed", "dropped"])
@pytest.mark.parametrize("name", SETS)
def test_reference_values_of_two_groups(name: str, moderation: str) -> None:
    silhouette, to_polis, median, low = getattr(SETS[name], moderation)
    run = drawn(name, moderation)
    two = run.candidates[0]

    assert two.k == 2
    assert two.silhouette == pytest.approx(silhouette, abs=0.03)
    if to_polis is not None:
        places, groups = exported(name, run.map)
        assert agreement(run.two[places], groups) == pytest.approx(to_polis, abs=0.03)
    if median is not None:
        assert two.median == pytest.approx(median, abs=0.03)
    if low is not None:
        assert two.low == pytest.approx(low, abs=0.1)


@pytest.mark.parametrize("name", STABLE)
def test_stable_groups_agree_with_the_exported_ones(name: str) -> None:
    run = drawn(name, "zeroed")
    places, groups = exported(name, run.map)

    assert agreement(run.two[places], groups) >= 0.80


@pytest.mark.parametrize("name", [name for name, expected in SETS.items() if expected.verdict])
def test_the_verdict(name: str) -> None:
    run = drawn(name, "dropped")
    grouped = int(run.map.grouped.sum())

    k = chosen(run.candidates, grouped)

    assert k == (2 if SETS[name].verdict == "groups" else None)
    assert (grouped < FEWEST_GROUPED) == (SETS[name].verdict == "too_few")


def test_three_groups_are_refused_although_their_silhouette_is_larger() -> None:
    two, three = drawn("brexit-consensus", "dropped").candidates[:2]

    assert three.silhouette > two.silhouette
    assert (three.silhouette, three.median, three.low) == (
        pytest.approx(0.44, abs=0.03),
        pytest.approx(0.68, abs=0.03),
        pytest.approx(0.42, abs=0.1),
    )
    assert three.why_not == ("not_stable", "sometimes_not_stable")


def test_few_people_stand_between_stable_groups_and_many_between_unstable_ones() -> None:
    stable = [drawn(name, "dropped").candidates[0].between or 0.0 for name in STABLE]

    assert all(0.02 <= share <= 0.08 for share in stable)


@pytest.mark.parametrize("name", [name for name in SETS if name != "london-youth-policing"])
def test_both_files_of_votes_hold_the_same_cells(name: str) -> None:
    told = conversation(name)

    codes = {note.code: dict(note.values) for note in told.notes}
    equal, claims = SETS[name].equal_agrees
    assert codes == {"stored_agrees_differ": {"equal": equal, "claims": claims}}


def test_claims_without_any_vote_are_kept() -> None:
    told = conversation("london-youth-policing")

    assert len(told.claims) == 39
    assert {note.code for note in told.notes} == {"stored_agrees_differ"}


@pytest.mark.parametrize("files", [("votes.csv", "comments.csv"), ("participants-votes.csv",)])
@pytest.mark.parametrize("name", SETS)
def test_flipped_signs_are_refused(name: str, files: tuple[str, ...]) -> None:
    folder = real(name)
    given = {file: (folder / file).read_bytes() for file in files}
    read_export_files(given)

    with pytest.raises(FlippedSigns):
        read_export_files(given, flip=True)


@pytest.mark.parametrize("alone", ["votes.csv", "participants-votes.csv"])
def test_one_file_of_votes_is_enough(alone: str) -> None:
    folder = real("scoop-taxes")
    told = read_export_files({alone: folder / alone})

    assert told.votes.packed.tolist() == conversation("scoop-taxes").votes.packed.tolist()
    assert [claim.text for claim in told.claims] == [""] * 148


def test_the_whole_result_of_a_real_conversation() -> None:
    result = compute(conversation("brexit-consensus"), bootstraps=60)

    assert (result.verdict, result.k) == ("groups", 2)
    check = result.content["slate_check"]
    assert isinstance(check, dict)
    assert check["represents"] is True
    assert np.array([member.group is not None for member in result.membership]).sum() == 189

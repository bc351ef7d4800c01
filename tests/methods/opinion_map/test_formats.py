"""Every variant of the export is read alike, and what we write is read back as it was."""

import csv
import json
import random
from pathlib import Path

import pytest

from lupaus.methods.opinion_map import (
    Claim,
    Conversation,
    compute,
    read_export,
    read_export_files,
    write_export,
)
from lupaus.methods.opinion_map.exchange.safety import harmless, plain_text
from lupaus.methods.opinion_map.exchange.tables import read_group_counts, read_importance
from tests.methods.opinion_map.conversations import OWN, cells_of, votes_of

FORMATS = OWN / "formats"
CELLS = {(1, 1): 1, (1, 2): -1, (2, 1): 1, (2, 3): 1, (3, 1): -1, (3, 2): 1, (3, 3): 0, (4, 1): -1, (4, 2): 1}


@pytest.mark.parametrize("variant", ["old", "october-2024", "from-2025", "engine"])
def test_every_variant_gives_the_same_votes(variant: str) -> None:
    assert cells_of(read_export(FORMATS / variant).votes) == CELLS


def test_the_last_vote_counts_whatever_the_order_of_the_file() -> None:
    rows = "timestamp,datetime,comment-id,voter-id,vote\n30,,1,1,-1\n20,,1,1,1\n30,,1,2,1\n30,,1,2,0\n"

    votes = read_export_files({"votes.csv": rows.encode()}).votes

    assert cells_of(votes) == {(1, 1): -1, (2, 1): 0}


def test_old_claims() -> None:
    told = read_export(FORMATS / "old")

    assert [claim.text for claim in told.claims] == [
        'Lähipalvelu säilyy, "aina".',
        "Rivi yksi\nrivi kaksi",
        "Vastaanotto on auki illalla",
    ]
    assert told.claims[0].created == 1_767_225_600_000
    assert told.summary["topic"] == "Hyvä arki, kaikille"
    assert told.summary["conversation-description"] == "Esimerkki.\n\nUseita rivejä."
    assert dict(told.memberships) == {1: "0", 2: "0", 3: "1", 4: "1"}
    assert told.notes == ()


def test_claims_of_october_2024() -> None:
    told = read_export(FORMATS / "october-2024")

    assert [(claim.is_meta, claim.is_seed, claim.moderated) for claim in told.claims] == [
        (False, True, 1),
        (False, False, 0),
        (True, False, 1),
    ]
    assert told.moderated_out().tolist() == [False, False, True]


def test_claims_and_votes_from_2025_on() -> None:
    told = read_export(FORMATS / "from-2025")

    assert told.claims[0].created == 1_767_225_600_000
    assert told.moderated_out().tolist() == [False, False, True]
    assert told.votes.moments is not None
    assert told.votes.moments.min() >= 1_767_225_600_000
    assert read_group_counts("g", (FORMATS / "from-2025/comment-groups.csv").read_text(encoding="utf-8"))[
        1
    ] == {
        "total": (4, 2, 2, 0),
        "a": (2, 2, 0, 0),
        "b": (2, 0, 2, 0),
    }
    marked = read_importance(
        "i", (FORMATS / "from-2025/participant-importance.csv").read_text(encoding="utf-8"), None
    )
    assert marked == {1: (1,), 2: (1,), 3: (1,), 4: (1,)}


def test_files_of_the_engine() -> None:
    told = read_export(FORMATS / "engine")

    assert dict(told.memberships) == {1: "0", 2: "0", 3: "1", 4: "1"}
    assert told.stored_grouped == (1, 2, 3, 4)
    assert told.summary == {"topic": "Hyvä arki", "conversation-description": "", "voters": "4"}


def test_uploads_with_longer_names_and_a_byte_order_mark() -> None:
    old = FORMATS / "old"
    files = {
        "2026-01-01 comments.csv": b"\xef\xbb\xbf" + (old / "comments.csv").read_bytes(),
        "Kartta_participants_votes.CSV": (old / "participants-votes.csv").open("rb"),
        "kartta-votes.csv": old / "votes.csv",
    }
    with files["Kartta_participants_votes.CSV"]:  # type: ignore[union-attr]
        told = read_export_files(files)

    assert cells_of(told.votes) == CELLS


def test_cells_that_differ_between_the_files_are_reported() -> None:
    old = FORMATS / "old"
    people = (
        (old / "participants-votes.csv")
        .read_text(encoding="utf-8")
        .replace("2,0,0,2,2,0,1,,1", "2,0,0,2,1,0,0,,1")
    )
    told = read_export_files(
        {
            "comments.csv": old / "comments.csv",
            "votes.csv": old / "votes.csv",
            "participants-votes.csv": people.encode(),
        }
    )

    assert [(note.code, dict(note.values)) for note in told.notes] == [("cells_differ", {"cells": 1})]


def test_votes_alone_cannot_show_their_sign() -> None:
    told = read_export_files({"votes.csv": FORMATS / "old/votes.csv"})

    assert [note.code for note in told.notes] == ["sign_not_checked"]
    assert [claim.id for claim in told.claims] == [1, 2, 3]


def test_ids_that_are_not_numbers() -> None:
    rows = "timestamp,datetime,comment-id,voter-id,vote\n1,,a7,007,1\n1,,b,8,-1\n"

    assert cells_of(read_export_files({"votes.csv": rows.encode()}).votes) == {
        ("007", "a7"): 1,
        ("8", "b"): -1,
    }


def exported(folder: Path, conversation: Conversation) -> Conversation:
    write_export(folder, conversation, compute(conversation, bootstraps=20), chance=random.Random(3))
    return read_export(folder)


@pytest.mark.parametrize(
    "name", ["two-groups", "no-groups", "rank-one", "formats/october-2024", "formats/from-2025"]
)
def test_export_then_import_is_the_same_conversation(name: str, tmp_path: Path) -> None:
    told = read_export(OWN / name)
    back = exported(tmp_path, told)

    def plain(each: Conversation) -> list[tuple[object, ...]]:
        return [
            (claim.id, claim.text, claim.moderated, claim.is_meta, claim.is_seed) for claim in each.claims
        ]

    def rows(each: Conversation) -> list[tuple[object, ...]]:
        cells = cells_of(each.votes)
        people = each.votes.participants.tolist()
        return sorted(
            tuple(
                cells.get((person, claim.id)) or 0 if (person, claim.id) in cells else 9
                for claim in each.claims
            )
            for person in people
        )

    assert plain(back) == plain(told)
    assert rows(back) == rows(told)
    assert sorted(back.votes.participants.tolist()) == list(range(1, told.votes.participant_count + 1))
    assert [note.code for note in back.notes] == []


def test_groups_survive_export_and_import(tmp_path: Path) -> None:
    told = read_export(OWN / "two-groups")
    back = exported(tmp_path, told)
    sizes = sorted(list(back.memberships.values()).count(group) for group in ("0", "1"))

    groups = compute(told, bootstraps=20).content["groups"]

    assert isinstance(groups, list)
    assert sizes == sorted(group["size"] for group in groups if isinstance(group, dict))


def test_the_export_tells_nobody_apart(tmp_path: Path) -> None:
    told = read_export(OWN / "two-groups")
    exported(tmp_path, told)

    with (tmp_path / "votes.csv").open(encoding="utf-8", newline="") as file:
        votes = list(csv.DictReader(file))
    with (tmp_path / "comments.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    assert all(int(vote["timestamp"]) % 86_400 == 0 for vote in votes)
    assert [(vote["comment-id"], vote["voter-id"]) for vote in votes] == [
        (vote["comment-id"], vote["voter-id"])
        for vote in sorted(votes, key=lambda each: (int(each["comment-id"]), int(each["voter-id"])))
    ]
    assert {claim["author-id"] for claim in claims} == {""}
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["path"] for each in package["resources"]] == [
        "comments.csv",
        "claims.csv",
        "votes.csv",
        "participants-votes.csv",
        "comment-groups.csv",
    ]
    assert json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["verdict"] == "groups"


@pytest.mark.parametrize(
    "text", ["=1+1", "+358", "-", "@maija", "'=x", "''-y", "'lainaus'", "tavallinen", "\tx", ""]
)
def test_formulas_are_made_harmless_and_whole_again(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t"))
    assert plain_text(harmless(text)) == text


def test_a_claim_that_looks_like_a_formula_comes_back(tmp_path: Path) -> None:
    told = Conversation(claims=(Claim(1, "=SUMMA(A1)"), Claim(2, "'-x")), votes=votes_of([[1, -1]]))
    back = exported(tmp_path, told)

    assert "'=SUMMA(A1)" in (tmp_path / "comments.csv").read_text(encoding="utf-8")
    assert [claim.text for claim in back.claims] == ["=SUMMA(A1)", "'-x"]
    assert (tmp_path / "comments.csv").read_bytes().count(b"\r") == 0

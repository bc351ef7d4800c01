"""A conversation is taken in whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.journal.models import Event
from lupaus.methods.opinion_map import BadVotes, FlippedSigns
from lupaus.opinions.actions import (
    ImportedLanguageUnknown,
    MapNotEmpty,
    discard_staged,
    import_conversation,
    import_staged,
    stage_import,
)
from lupaus.opinions.models import Claim, OpinionMap, StagedImport, Vote, VoteEvent
from lupaus.participation.models import Consultation, Contribution
from lupaus.people.models import Participant, User

COMMENTS = b"""timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1600000000000,x,0,1,2,1,1,"The bus, please."
1600000001000,x,1,1,1,1,0,Longer hours.
1600000002000,x,2,2,0,0,-1,Rude words.
1600000003000,x,5,2,0,0,0,Nobody saw this.
"""
VOTES = b"""timestamp,datetime,comment-id,voter-id,vote
1600000010000,x,0,1,1
1600000011000,x,0,2,-1
1600000012000,x,0,3,1
1600000013000,x,1,1,-1
1600000014000,x,1,1,1
1600000015000,x,1,2,-1
1600000016000,x,2,3,0
"""
FILES = {"comments.csv": COMMENTS, "votes.csv": VOTES}


def nothing_came_in() -> bool:
    return not (
        Claim.objects.exists()
        or Contribution.objects.exists()
        or Participant.objects.exists()
        or Vote.objects.exists()
        or OpinionMap.objects.exists()
        or Event.objects.exists()
    )


def test_a_conversation_comes_in_with_its_claims_people_and_last_answers(
    consultation: Consultation, coordinator: User
) -> None:
    opinion_map = import_conversation(consultation, FILES, by=coordinator, language="en")

    claims = Claim.objects.filter(opinion_map=opinion_map).order_by("number")
    assert [(claim.number, claim.text_en, claim.contribution.moderation) for claim in claims] == [
        (0, "The bus, please.", "published"),
        (1, "Longer hours.", "published"),
        (2, "Rude words.", "hidden"),
        (5, "Nobody saw this.", "waiting"),
    ]
    assert Participant.objects.filter(kind="imported").count() == 3
    assert sorted(Vote.objects.values_list("claim__number", "value")) == [
        (0, -1),
        (0, 1),
        (0, 1),
        (1, -1),
        (1, 1),
        (2, 0),
    ]
    assert VoteEvent.objects.count() == 6
    assert Vote.objects.filter(claim__number=1, value=1).get().given_at == datetime(
        2020, 9, 13, 12, 26, 54, tzinfo=UTC
    )
    assert [event.kind for event in Event.objects.all()] == [
        "opinions.map_opened",
        "opinions.conversation_imported",
    ]


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        (
            {"comments.csv": COMMENTS, "votes.csv": VOTES.replace(b"comment-id", b"claim")},
            "missing_column",
            1,
        ),
        ({"comments.csv": COMMENTS, "votes.csv": VOTES.replace(b",2,-1", b",2,5", 1)}, "bad_vote", 3),
        (
            {"comments.csv": COMMENTS.replace(b",1,1,1,1,0,", b",0,1,1,1,0,"), "votes.csv": VOTES},
            "duplicate_claim",
            3,
        ),
        (
            {"comments.csv": COMMENTS.replace(b"Longer hours.", b" "), "votes.csv": VOTES},
            "claim_without_text",
            3,
        ),
        ({"comments.csv": COMMENTS.replace(b"Rude", b"\xff\xfe"), "votes.csv": VOTES}, "not_utf8", 4),
        ({"comments.csv": COMMENTS, "votes.csv": VOTES + b"1600000017000,x,99,1,1\n"}, "unknown_claim", 9),
        ({"comments.csv": COMMENTS, "votes.csv": b""}, "empty_file", None),
        ({"comments.csv": COMMENTS}, "no_votes_file", None),
        ({"holiday.jpg": b"x"}, "unknown_file", None),
    ],
)
def test_bad_files_are_refused_with_the_row_and_nothing_comes_in(
    consultation: Consultation, coordinator: User, files: dict[str, bytes], code: str, line: int | None
) -> None:
    with pytest.raises(BadVotes) as refusal:
        import_conversation(consultation, files, by=coordinator)

    assert (refusal.value.code, refusal.value.line) == (code, line)
    assert nothing_came_in()


def test_votes_with_turned_signs_are_refused_and_come_in_when_flipped(
    consultation: Consultation, coordinator: User
) -> None:
    turned = VOTES.replace(b",1\n", b",x\n").replace(b",-1\n", b",1\n").replace(b",x\n", b",-1\n")
    raw = {"comments.csv": COMMENTS, "votes.csv": turned}

    with pytest.raises(FlippedSigns):
        import_conversation(consultation, raw, by=coordinator)
    assert nothing_came_in()

    import_conversation(consultation, raw, by=coordinator, flip=True)
    assert Vote.objects.filter(claim__number=0, value=1).count() == 2


def test_a_map_with_claims_takes_no_import(
    claim: Claim, consultation: Consultation, coordinator: User
) -> None:
    with pytest.raises(MapNotEmpty):
        import_conversation(consultation, FILES, by=coordinator)
    with pytest.raises(MapNotEmpty):
        stage_import(claim.opinion_map, files=FILES, language="fi", by=coordinator)


def test_only_the_products_languages(consultation: Consultation, coordinator: User) -> None:
    with pytest.raises(ImportedLanguageUnknown):
        import_conversation(consultation, FILES, by=coordinator, language="de")

    assert nothing_came_in()


def test_a_moderator_imports_nothing(consultation: Consultation, moderator: User) -> None:
    with pytest.raises(PermissionDenied):
        import_conversation(consultation, FILES, by=moderator)


def test_files_are_laid_ready_looked_through_and_then_taken_in(
    opinion_map: OpinionMap, coordinator: User
) -> None:
    staged = stage_import(opinion_map, files=FILES, language="sv", by=coordinator)
    assert not Claim.objects.exists()

    import_staged(staged, by=coordinator)

    assert Claim.objects.count() == 4
    assert not StagedImport.objects.exists()


def test_bad_files_are_not_even_laid_ready(opinion_map: OpinionMap, coordinator: User) -> None:
    with pytest.raises(BadVotes):
        stage_import(opinion_map, files={"votes.csv": b"x"}, language="fi", by=coordinator)

    assert not StagedImport.objects.exists()


def test_files_laid_ready_may_be_left_out_after_all(opinion_map: OpinionMap, coordinator: User) -> None:
    staged = stage_import(opinion_map, files=FILES, language="fi", by=coordinator)

    discard_staged(staged, by=coordinator)

    assert not StagedImport.objects.exists()
    assert not Claim.objects.exists()


@pytest.mark.parametrize("name", ["london-youth-policing", "golden-below-100"])
def test_real_conversations_come_in(
    shared_data: Path, consultation: Consultation, coordinator: User, name: str
) -> None:
    files = {path.name: path.read_bytes() for path in (shared_data / "opinion" / name).iterdir()}

    import_conversation(consultation, files, by=coordinator, language="en")

    assert Claim.objects.count() > 20
    assert Vote.objects.count() > 500

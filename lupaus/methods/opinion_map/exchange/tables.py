"""The CSV files of an export, in every variant that has been seen (specification 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lupaus.methods.opinion_map.conversation import ACCEPTED, NOT_MODERATED, REJECTED, Claim
from lupaus.methods.opinion_map.errors import BadVotes
from lupaus.methods.opinion_map.exchange.sources import VOTE, Row, Table, plain_id, shortened
from lupaus.methods.opinion_map.types import Id

ABOUT_PARTICIPANT = (
    "participant",
    "xid",
    "group-id",
    "n-comments",
    "n-votes",
    "n-agree",
    "n-disagree",
    "n-important",
)
MODERATION = {"1": ACCEPTED, "0": NOT_MODERATED, "-1": REJECTED}


@dataclass
class VoteList:
    """Votes as a file gives them, one after another; ``moments`` stays empty where the file tells no times."""

    file: str
    participants: list[Id] = field(default_factory=list)
    claims: list[Id] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    moments: list[int] = field(default_factory=list)

    def flipped(self) -> "VoteList":
        """The same votes with the other sign."""
        return VoteList(
            self.file, self.participants, self.claims, [-value for value in self.values], self.moments
        )


@dataclass
class People:
    """What ``participants-votes.csv`` tells: the votes, the groups, and how often each is said to have agreed and disagreed."""

    votes: VoteList
    columns: list[Id]
    everyone: dict[Id, int] = field(default_factory=dict)
    groups: dict[Id, str] = field(default_factory=dict)
    agrees: dict[Id, int] = field(default_factory=dict)
    disagrees: dict[Id, int] = field(default_factory=dict)


def read_summary(name: str, text: str) -> dict[str, str]:
    """``summary.csv``: lines of key and value; a value may span lines."""
    table = Table(name, text)
    lines = [table.columns]
    while (fields := table._next_fields()) is not None:
        lines.append(fields)
    return {fields[0].strip(): ",".join(fields[1:]) for fields in lines if fields}


def read_claims(name: str, text: str) -> list[Claim]:
    """``comments.csv``: every claim, with or without votes."""
    table = Table(name, text)
    table.require("timestamp", "comment-id", "agrees", "disagrees", "moderated", "comment-body")
    claims: list[Claim] = []
    lines: dict[Id, int] = {}
    for row in table.rows():
        claim = _claim(row)
        if claim.id in lines:
            raise row.bad("duplicate_claim", "comment-id", claim=claim.id, first_line=lines[claim.id])
        lines[claim.id] = row.line
        claims.append(claim)
    return claims


def _claim(row: Row) -> Claim:
    id_ = row.id("comment-id", "claim_without_id")
    place = row.places["comment-body"]
    body = row.fields[place]
    if not body.strip():
        raise row.bad("claim_without_text", "comment-body", claim=id_)
    moderated = row.text("moderated")
    if moderated not in MODERATION:
        raise row.bad("bad_moderation", "moderated", value=shortened(moderated))
    author = row.text("author-id")
    return Claim(
        id=id_,
        text=body,
        moderated=MODERATION[moderated],
        is_meta=_is_true(row, "is-meta"),
        is_seed=_is_true(row, "is-seed"),
        author=plain_id(author) if author else None,
        created=row.moment("timestamp"),
        agrees=row.whole("agrees"),
        disagrees=row.whole("disagrees"),
    )


def _is_true(row: Row, column: str) -> bool:
    return row.text(column).lower() in ("true", "1")


def read_marks(name: str, text: str) -> dict[Id, tuple[bool, bool]]:
    """``claims.csv`` of our own export: whether each claim is about the participants, and whether officials wrote it."""
    table = Table(name, text)
    table.require("comment-id", "is-meta", "is-seed")
    return {
        row.id("comment-id", "claim_without_id"): (_is_true(row, "is-meta"), _is_true(row, "is-seed"))
        for row in table.rows()
    }


def read_vote_list(
    name: str, text: str, claims: Mapping[Id, Claim] | None, people: People | None
) -> VoteList:
    """``votes.csv``: all votes, changed ones too; refused when it names a claim or participant that the other files do not know."""
    table = Table(name, text)
    table.require("timestamp", "comment-id", "voter-id", "vote")
    votes = VoteList(name)
    for row in table.rows():
        claim = row.id("comment-id", "claim_without_id")
        if claims is not None and claim not in claims:
            raise row.bad("unknown_claim", "comment-id", claim=shortened(str(claim)))
        participant = row.id("voter-id", "participant_without_id")
        if people is not None and participant not in people.everyone:
            raise row.bad("unknown_participant", "voter-id", participant=shortened(str(participant)))
        votes.values.append(row.vote("vote"))
        votes.moments.append(row.moment("timestamp"))
        votes.claims.append(claim)
        votes.participants.append(participant)
    return votes


def read_people(name: str, text: str, claims: Mapping[Id, Claim] | None) -> People:
    """``participants-votes.csv``: one row per participant, one column per claim."""
    table = Table(name, text)
    table.require("participant", "group-id")
    places = [place for place, column in enumerate(table.columns) if column not in ABOUT_PARTICIPANT]
    columns = [_claim_of_column(table, place, claims) for place in places]
    if len(set(columns)) != len(columns):
        twice = next(column for column in columns if columns.count(column) > 1)
        raise BadVotes(
            "duplicate_claim", file=name, line=1, column=str(twice), values={"claim": twice, "first_line": 1}
        )
    people = People(VoteList(name), columns)
    votes = people.votes
    for row in table.rows():
        participant = _participant(row, people.everyone)
        if row.text("group-id"):
            people.groups[participant] = row.text("group-id")
        agrees, disagrees = row.whole("n-agree"), row.whole("n-disagree")
        if agrees is not None and disagrees is not None:
            people.agrees[participant], people.disagrees[participant] = agrees, disagrees
        for place, claim in zip(places, columns, strict=True):
            cell = row.fields[place]
            if cell:
                if cell not in VOTE:
                    raise row.bad("bad_vote", table.columns[place], value=shortened(cell))
                votes.participants.append(participant)
                votes.claims.append(claim)
                votes.values.append(VOTE[cell])
    return people


def _participant(row: Row, known: dict[Id, int]) -> Id:
    participant = row.id("participant", "participant_without_id")
    if participant in known:
        raise row.bad(
            "duplicate_participant", "participant", participant=participant, first_line=known[participant]
        )
    known[participant] = row.line
    return participant


def _claim_of_column(table: Table, place: int, claims: Mapping[Id, Claim] | None) -> Id:
    claim = plain_id(table.columns[place])
    if claim == "" or (claims is not None and claim not in claims):
        raise BadVotes(
            "unknown_claim",
            file=table.name,
            line=1,
            column=table.columns[place] or f"{place + 1}",
            values={"claim": shortened(str(claim))},
        )
    return claim


def read_group_counts(name: str, text: str) -> dict[Id, dict[str, tuple[int, int, int, int]]]:
    """``comment-groups.csv`` (2025 on): votes, agrees, disagrees and passes of each claim in each group, by the group's letter."""
    table = Table(name, text)
    table.require("comment-id", "total-votes", "total-agrees", "total-disagrees", "total-passes")
    letters = [
        column[6:-6] for column in table.columns if column.startswith("group-") and column.endswith("-votes")
    ]
    found: dict[Id, dict[str, tuple[int, int, int, int]]] = {}
    for row in table.rows():
        found[row.id("comment-id", "claim_without_id")] = {
            part: _four(row, prefix)
            for part, prefix in [("total", "total"), *((one, f"group-{one}") for one in letters)]
        }
    return found


def _four(row: Row, prefix: str) -> tuple[int, int, int, int]:
    votes, agrees, disagrees, passes = (
        row.whole(f"{prefix}-{what}") or 0 for what in ("votes", "agrees", "disagrees", "passes")
    )
    return votes, agrees, disagrees, passes


def read_importance(name: str, text: str, claims: Mapping[Id, Claim] | None) -> dict[Id, tuple[Id, ...]]:
    """``participant-importance.csv``: which claims each participant marked as important to them."""
    table = Table(name, text)
    table.require("participant", "group-id", "n-important")
    places = [place for place, column in enumerate(table.columns) if column not in ABOUT_PARTICIPANT]
    columns = [_claim_of_column(table, place, claims) for place in places]
    found: dict[Id, tuple[Id, ...]] = {}
    for row in table.rows():
        marked: list[Id] = []
        for place, claim in zip(places, columns, strict=True):
            cell = row.fields[place].strip()
            if cell not in ("", "0", "1"):
                raise row.bad("bad_number", table.columns[place], value=shortened(cell))
            if cell == "1":
                marked.append(claim)
        found[row.id("participant", "participant_without_id")] = tuple(marked)
    return found

"""Our own export for the organiser: the present Polis files, a description of them and the Result (specification 7 and 9)."""

import csv
import io
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from lupaus.methods.opinion_map.conversation import Claim, Conversation
from lupaus.methods.opinion_map.exchange.safety import harmless
from lupaus.methods.opinion_map.moments import Counts, claim_counts, group_counts
from lupaus.methods.opinion_map.result import OpinionMapResult
from lupaus.methods.opinion_map.types import Id, Ints, JsonObject, as_ids
from lupaus.methods.opinion_map.votes import Votes

DAY = 86_400_000
FILES: Mapping[str, tuple[str, ...]] = {
    "comments.csv": (
        "timestamp",
        "datetime",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "comment-body",
    ),
    "claims.csv": ("comment-id", "is-meta", "is-seed"),
    "votes.csv": ("timestamp", "datetime", "comment-id", "voter-id", "vote"),
}
FIRST_COLUMNS = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
Cell = int | str


def write_export(
    folder: Path, conversation: Conversation, result: OpinionMapResult, *, chance: random.Random | None = None
) -> None:
    """Write a conversation for its organiser: fresh random participant numbers, times cut to the day, no authors, no formulas.

    ``chance`` draws the numbers (the system's own randomness by default).
    """
    folder.mkdir(parents=True, exist_ok=True)
    votes = conversation.votes
    numbers = list(range(1, votes.participant_count + 1))
    (chance or random.SystemRandom()).shuffle(numbers)
    number = np.array(numbers, dtype=np.int64)
    groups = {member.participant: member.group for member in result.membership}
    labels = [groups.get(person) for person in as_ids(votes.participants)]
    _write(folder, "summary.csv", None, _summary(conversation, result))
    _write(folder, "comments.csv", FILES["comments.csv"], _claims(conversation))
    _write(folder, "claims.csv", FILES["claims.csv"], _marks(conversation.claims))
    _write(folder, "votes.csv", FILES["votes.csv"], _votes(votes, number))
    ids = as_ids(votes.claims)
    _write(folder, "participants-votes.csv", [*FIRST_COLUMNS, *map(str, ids)], _people(votes, number, labels))
    described = ["comments.csv", "claims.csv", "votes.csv", "participants-votes.csv"]
    if result.k is not None:
        _write(
            folder,
            "comment-groups.csv",
            _group_columns(result.k),
            _group_rows(conversation, labels, result.k),
        )
        described.append("comment-groups.csv")
    _write_text(folder, "result.json", result.to_json())
    package = json.dumps(_package(conversation, described), ensure_ascii=False, indent=1, sort_keys=True)
    _write_text(folder, "datapackage.json", package + "\n")


def _write(folder: Path, name: str, header: Sequence[str] | None, rows: Iterable[Sequence[Cell]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if header is not None:
        writer.writerow(header)
    writer.writerows(rows)
    _write_text(folder, name, text.getvalue())


def _write_text(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")


def _day(moment: int | None) -> tuple[int, str]:
    """Seconds of the day's beginning and the day in words; 0 and nothing where no time is known."""
    if moment is None:
        return 0, ""
    seconds = moment // DAY * DAY // 1000
    return seconds, datetime.fromtimestamp(seconds, UTC).strftime("%a %b %d %H:%M:%S UTC %Y")


def _summary(conversation: Conversation, result: OpinionMapResult) -> list[Sequence[Cell]]:
    told = conversation.summary
    people = conversation.votes.participant_count
    return [
        ("topic", harmless(told.get("topic", ""))),
        ("url", harmless(told.get("url", ""))),
        ("voters", people),
        ("voters-in-conv", people),
        ("commenters", ""),
        ("comments", len(conversation.claims)),
        ("groups", result.k or 0),
        ("conversation-description", harmless(told.get("conversation-description", ""))),
    ]


def _claims(conversation: Conversation) -> list[Sequence[Cell]]:
    counts = claim_counts(conversation.votes)
    place = {claim: index for index, claim in enumerate(as_ids(conversation.votes.claims))}
    rows: list[Sequence[Cell]] = []
    for claim in conversation.claims:
        index = place.get(claim.id)
        agrees = 0 if index is None else int(counts.agrees[index])
        disagrees = 0 if index is None else int(counts.disagrees[index])
        rows.append(
            (*_day(claim.created), claim.id, "", agrees, disagrees, claim.moderated, harmless(claim.text))
        )
    return rows


def _marks(claims: Iterable[Claim]) -> list[Sequence[Cell]]:
    return [(claim.id, str(claim.is_meta).lower(), str(claim.is_seed).lower()) for claim in claims]


def _votes(votes: Votes, number: Ints) -> list[Sequence[Cell]]:
    """The current votes, ordered by claim and by the fresh numbers, so that the order tells nothing."""
    ids = as_ids(votes.claims)
    people = number[votes.rows()]
    columns, values = votes.columns(), votes.values()
    order = np.lexsort((people, columns)).tolist()
    moments = None if votes.moments is None else votes.moments.tolist()
    rows: list[Sequence[Cell]] = []
    for vote in order:
        when = _day(None if moments is None else moments[vote])
        rows.append((*when, ids[int(columns[vote])], int(people[vote]), int(values[vote])))
    return rows


def _people(votes: Votes, number: Ints, labels: Sequence[int | None]) -> Iterable[Sequence[Cell]]:
    columns, values = votes.columns(), votes.values()
    for person in np.argsort(number).tolist():
        own = slice(int(votes.indptr[person]), int(votes.indptr[person + 1]))
        cells: list[Cell] = [""] * votes.claim_count
        for claim, value in zip(columns[own].tolist(), values[own].tolist(), strict=True):
            cells[claim] = value
        group = labels[person]
        agrees, disagrees = int((values[own] == 1).sum()), int((values[own] == -1).sum())
        yield (
            int(number[person]),
            "" if group is None else group,
            "",
            own.stop - own.start,
            agrees,
            disagrees,
            *cells,
        )


def _group_columns(groups: int) -> list[str]:
    parts = ["total", *(f"group-{chr(ord('a') + group)}" for group in range(groups))]
    counted = [f"{part}-{what}" for part in parts for what in ("votes", "agrees", "disagrees", "passes")]
    return ["comment-id", "comment", *counted]


def _group_rows(
    conversation: Conversation, labels: Sequence[int | None], groups: int
) -> Iterable[Sequence[Cell]]:
    votes = conversation.votes
    texts: dict[Id, str] = {claim.id: claim.text for claim in conversation.claims}
    known = np.array([-1 if label is None else label for label in labels], dtype=np.int64)
    total, by_group = claim_counts(votes).one_row(), group_counts(votes, known, groups)
    for place, claim in enumerate(as_ids(votes.claims)):
        cells = [*_four(total, 0, place)]
        for group in range(groups):
            cells += _four(by_group, group, place)
        yield (claim, harmless(texts.get(claim, "")), *cells)


def _four(counts: Counts, group: int, claim: int) -> list[int]:
    place = group, claim
    return [int(each[place]) for each in (counts.shown, counts.agrees, counts.disagrees, counts.passes)]


def _package(conversation: Conversation, files: Sequence[str]) -> JsonObject:
    """The Frictionless description of the files."""
    return {
        "profile": "data-package",
        "name": "opinion-map",
        "title": conversation.summary.get("topic", ""),
        "description": "For the organiser only: one row per participant. Agree 1, pass 0, disagree -1.",
        "formulas_made_harmless": True,
        "resources": [
            {
                "name": name.removesuffix(".csv"),
                "path": name,
                "format": "csv",
                "encoding": "utf-8",
                "profile": "tabular-data-resource",
            }
            for name in files
        ],
    }

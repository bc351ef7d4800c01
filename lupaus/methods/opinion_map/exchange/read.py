"""Read a whole conversation from its files: nothing is taken in unless all of it is right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np

from lupaus.methods.opinion_map.conversation import Claim, Conversation, Note
from lupaus.methods.opinion_map.errors import BadVotes, FlippedSigns, TooManyClaims
from lupaus.methods.opinion_map.exchange.engine_files import (
    read_engine_claims,
    read_engine_math,
    read_engine_summary,
    read_engine_votes,
)
from lupaus.methods.opinion_map.exchange.safety import plain_text
from lupaus.methods.opinion_map.exchange.sources import LARGEST_FILE, Source, text_of
from lupaus.methods.opinion_map.exchange.tables import (
    People,
    VoteList,
    read_claims,
    read_group_counts,
    read_importance,
    read_marks,
    read_people,
    read_summary,
    read_vote_list,
)
from lupaus.methods.opinion_map.moments import claim_counts
from lupaus.methods.opinion_map.types import Id, as_ids
from lupaus.methods.opinion_map.votes import MOST_CLAIMS, Votes, build_votes

KINDS: tuple[tuple[str, str], ...] = (
    ("participants-votes.csv", "participants-votes"),
    ("participant-votes.csv", "participants-votes"),
    ("participant-importance.csv", "participant-importance"),
    ("comment-groups.csv", "comment-groups"),
    ("comments.csv", "comments"),
    ("claims.csv", "claims"),
    ("votes.csv", "votes"),
    ("summary.csv", "summary"),
    ("datapackage.json", "datapackage"),
    ("math-pca2.json", "engine-math"),
    ("comments.json", "engine-comments"),
    ("conversation.json", "engine-conversation"),
    ("votes.json", "engine-votes"),
    ("result.json", "result"),
)
Read = TypeVar("Read", covariant=True)


def read_export(folder: Path, *, flip: bool = False) -> Conversation:
    """Read the export in a folder, in any variant and however many of its files are there; raises BadVotes.

    ``flip`` turns the sign of the votes, for raw votes in which -1 means agree.
    """
    files: dict[str, Source] = {
        path.name: path for path in sorted(folder.iterdir()) if path.is_file() and kind_of(path.name)
    }
    return read_export_files(files, flip=flip)


def read_export_files(
    files: Mapping[str, Source], *, flip: bool = False, limit: int = LARGEST_FILE
) -> Conversation:
    """Read the files of an export by their names, as from an upload; each at most ``limit`` bytes; raises BadVotes."""
    return _Import(files, flip=flip, limit=limit).conversation()


def kind_of(name: str) -> str | None:
    """What a file is, by how its name ends ("2024-10-comments.csv" too); None for a stranger."""
    plain = name.lower().replace("_", "-")
    return next((kind for ending, kind in KINDS if plain.endswith(ending)), None)


class _Import:
    """One import under way: the files by kind, and what was noticed."""

    def __init__(self, files: Mapping[str, Source], *, flip: bool, limit: int) -> None:
        self._flip = flip
        self._limit = limit
        self._named: dict[str, tuple[str, Source]] = {}
        self._notes: list[Note] = []
        for name, source in files.items():
            kind = kind_of(name)
            if kind is None:
                raise BadVotes("unknown_file", file=name)
            if kind in self._named:
                raise BadVotes("duplicate_file", file=name, values={"kind": kind})
            self._named[kind] = (name, source)

    def conversation(self) -> Conversation:
        claims = self._claims()
        known = None if claims is None else {claim.id: claim for claim in claims}
        if known is not None and len(known) > MOST_CLAIMS:
            raise TooManyClaims(found=len(known), limit=MOST_CLAIMS)
        people = self._opened("participants-votes", lambda name, text: read_people(name, text, known))
        listed = self._listed_votes(known, people)
        votes = self._votes(listed, people, claims)
        math = self._opened("engine-math", read_engine_math)
        groups, grouped = ({}, None) if math is None else math
        if people is not None:
            groups = dict(people.groups)
        if claims is None:
            claims = [Claim(claim) for claim in as_ids(votes.claims)]
        self._opened("comment-groups", read_group_counts)
        self._opened("participant-importance", lambda name, text: read_importance(name, text, known))
        summary = self._opened("summary", read_summary) or self._opened(
            "engine-conversation", read_engine_summary
        )
        return Conversation(
            claims=tuple(sorted(claims, key=lambda claim: (isinstance(claim.id, str), claim.id))),
            votes=votes,
            memberships=groups,
            stored_grouped=grouped,
            summary=summary or {},
            notes=tuple(self._notes),
        )

    def _text(self, kind: str) -> tuple[str, str] | None:
        if kind not in self._named:
            return None
        name, source = self._named[kind]
        return name, text_of(name, source, self._limit)

    def _opened(self, kind: str, read: "Reader[Read]") -> Read | None:
        found = self._text(kind)
        return None if found is None else read(*found)

    def _claims(self) -> list[Claim] | None:
        claims = self._opened("comments", read_claims)
        if claims is None:
            return self._opened("engine-comments", read_engine_claims)
        if "datapackage" in self._named:
            claims = [replace(claim, text=plain_text(claim.text)) for claim in claims]
        marks = self._opened("claims", read_marks)
        if marks is None:
            return claims
        return [
            replace(claim, is_meta=marks[claim.id][0], is_seed=marks[claim.id][1])
            if claim.id in marks
            else claim
            for claim in claims
        ]

    def _listed_votes(self, known: Mapping[Id, Claim] | None, people: People | None) -> VoteList | None:
        listed = self._opened("votes", lambda name, text: read_vote_list(name, text, known, people))
        if listed is None:
            listed = self._opened("engine-votes", lambda name, text: read_engine_votes(name, text, known))
        return listed

    def _votes(self, listed: VoteList | None, people: People | None, claims: Sequence[Claim] | None) -> Votes:
        first = listed if listed is not None else None if people is None else people.votes
        if first is None:
            raise BadVotes("no_votes_file")
        ids = _claim_ids(first, people, claims)
        votes = _built(first.flipped() if self._flip else first, ids)
        self._check_sign(votes, first.file, people, claims)
        if listed is not None and people is not None:
            differing = _differing_cells(votes, _built(people.votes, ids))
            if differing:
                self._notes.append(Note("cells_differ", {"cells": differing}, people.votes.file))
        return votes

    def _check_sign(
        self, votes: Votes, file: str, people: People | None, claims: Sequence[Claim] | None
    ) -> None:
        """The sign trap (specification 7): recounted agrees must lie nearer the stored agrees than the stored disagrees."""
        counts = claim_counts(votes)
        recount = dict(zip(as_ids(votes.claims), counts.agrees.tolist(), strict=True))
        stored = [claim for claim in claims or () if claim.agrees is not None and claim.disagrees is not None]
        if stored:
            self._compare_counts(stored, recount)
            pairs = [(recount.get(each.id, 0), each.agrees or 0, each.disagrees or 0) for each in stored]
        elif people is not None and people.agrees:
            said = np.bincount(votes.rows()[votes.values() == 1], minlength=votes.participant_count).tolist()
            mine = dict(zip(as_ids(votes.participants), said, strict=True))
            pairs = [(mine.get(one, 0), people.agrees[one], people.disagrees[one]) for one in people.agrees]
        else:
            self._notes.append(Note("sign_not_checked", file=file))
            return
        if _distance(pairs, 1) > _distance(pairs, 2):
            raise FlippedSigns(file=file)

    def _compare_counts(self, stored: Sequence[Claim], recount: Mapping[Id, int]) -> None:
        equal = sum(recount.get(claim.id, 0) == claim.agrees for claim in stored)
        if equal < len(stored):
            self._notes.append(Note("stored_agrees_differ", {"equal": equal, "claims": len(stored)}))


class Reader(Protocol[Read]):
    """Reads one kind of file from its name and text."""

    def __call__(self, name: str, text: str, /) -> Read: ...


def _distance(pairs: Iterable[tuple[int, int, int]], place: int) -> int:
    return sum(abs(each[0] - each[place]) for each in pairs)


def _claim_ids(first: VoteList, people: People | None, claims: Sequence[Claim] | None) -> list[Id]:
    if claims is not None:
        return [claim.id for claim in claims]
    ids = dict.fromkeys(first.claims)
    if people is not None:
        ids.update(dict.fromkeys(people.columns))
    return list(ids)


def _built(listed: VoteList, ids: Sequence[Id]) -> Votes:
    """Pack a list of votes; ids are numbers if all of their kind are, else text."""
    return build_votes(
        _alike(listed.participants),
        _alike(listed.claims, all(isinstance(each, int) for each in ids)),
        listed.values,
        listed.moments or None,
        claims=_alike(ids),
    )


def _alike(ids: Sequence[Id], numbers: bool | None = None) -> list[int] | list[str]:
    if numbers if numbers is not None else all(isinstance(each, int) for each in ids):
        return [int(each) for each in ids]
    return [str(each) for each in ids]


def _differing_cells(first: Votes, second: Votes) -> int:
    """In how many cells two sets of votes differ."""
    if first.participants.dtype.kind != second.participants.dtype.kind:
        return max(first.vote_count, second.vote_count)
    everyone = np.union1d(first.participants, second.participants)

    def cells(votes: Votes) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        person = np.searchsorted(everyone, votes.participants).astype(np.int64)[votes.rows()]
        return (person * (votes.claim_count + 1) + votes.columns()) * 4 + votes.values() + 1

    ours, theirs = cells(first), cells(second)
    return len(np.unique(np.setxor1d(ours, theirs) // 4))

"""The JSON files of the engine itself: claims, votes, and what it computed (specification 7)."""

from collections.abc import Mapping
from datetime import datetime

from lupaus.methods.opinion_map.conversation import ACCEPTED, NOT_MODERATED, REJECTED, Claim
from lupaus.methods.opinion_map.errors import BadVotes
from lupaus.methods.opinion_map.exchange.sources import (
    json_object,
    json_records,
    moment_of,
    plain_id,
    shortened,
)
from lupaus.methods.opinion_map.exchange.tables import VoteList
from lupaus.methods.opinion_map.types import Id, Json, JsonObject

PARTICIPANT = ("participant_id", "pid")
CLAIM = ("statement_id", "tid")
MODERATED = ("moderated", "mod")


def read_engine_claims(name: str, text: str) -> list[Claim]:
    """``comments.json``: claims under the keys of either API."""
    claims: list[Claim] = []
    lines: dict[Id, int] = {}
    for line, record in json_records(name, text):
        id_ = _id(record, CLAIM, name, line)
        if id_ in lines:
            raise _bad(name, line, "duplicate_claim", CLAIM, claim=id_, first_line=lines[id_])
        lines[id_] = line
        body = record.get("txt")
        if not isinstance(body, str) or not body.strip():
            raise BadVotes("claim_without_text", file=name, line=line, column="txt", values={"claim": id_})
        moderated = _either(record, MODERATED)
        if moderated is not None and moderated not in (REJECTED, NOT_MODERATED, ACCEPTED):
            raise _bad(name, line, "bad_moderation", MODERATED, value=shortened(str(moderated)))
        author = _either(record, PARTICIPANT)
        claims.append(
            Claim(
                id=id_,
                text=body,
                moderated=moderated if isinstance(moderated, int) else NOT_MODERATED,
                is_meta=record.get("is_meta") is True,
                is_seed=record.get("is_seed") is True,
                author=author if isinstance(author, int) else None,
                created=_created(record.get("created")),
                agrees=_count(record.get("agree_count")),
                disagrees=_count(record.get("disagree_count")),
            )
        )
    return claims


def read_engine_votes(name: str, text: str, claims: Mapping[Id, Claim] | None) -> VoteList:
    """``votes.json``: the votes under the keys of either API."""
    votes = VoteList(name)
    for line, record in json_records(name, text):
        claim = _id(record, CLAIM, name, line)
        if claims is not None and claim not in claims:
            raise _bad(name, line, "unknown_claim", CLAIM, claim=shortened(str(claim)))
        value = record.get("vote")
        if isinstance(value, bool) or value not in (-1, 0, 1):
            raise BadVotes(
                "bad_vote", file=name, line=line, column="vote", values={"value": shortened(str(value))}
            )
        moment = moment_of(str(record.get("modified", 0)))
        if moment is None:
            given = shortened(str(record.get("modified")))
            raise BadVotes("bad_timestamp", file=name, line=line, column="modified", values={"value": given})
        votes.participants.append(_id(record, PARTICIPANT, name, line))
        votes.claims.append(claim)
        votes.values.append(int(str(value)))
        votes.moments.append(moment)
    return votes


def read_engine_math(name: str, text: str) -> tuple[dict[Id, str], tuple[Id, ...]]:
    """``math-pca2.json``: the group of each participant, and whom the engine grouped."""
    math = json_object(name, text)
    try:
        base = _object(math["base-clusters"])
        people = dict(zip(_numbers(base["id"]), map(_numbers, _list(base["members"])), strict=True))
        groups: dict[Id, str] = {}
        for cluster in map(_object, _list(math["group-clusters"])):
            for member in _numbers(cluster["members"]):
                groups.update((person, str(cluster["id"])) for person in people[member])
        return groups, tuple(_numbers(math["in-conv"]))
    except (KeyError, ValueError) as error:
        values = {"problem": shortened(str(error))}
        raise BadVotes("wrong_structure", file=name, values=values) from error


def read_engine_summary(name: str, text: str) -> dict[str, str]:
    """``conversation.json``: the topic and description."""
    told = json_object(name, text)
    wanted = {"topic": "topic", "description": "conversation-description", "participant_count": "voters"}
    return {ours: str(told[theirs]) for theirs, ours in wanted.items() if told.get(theirs) is not None}


def _either(record: JsonObject, keys: tuple[str, ...]) -> Json:
    return next((record[key] for key in keys if key in record), None)


def _id(record: JsonObject, keys: tuple[str, ...], name: str, line: int) -> Id:
    given = _either(record, keys)
    if isinstance(given, bool) or not isinstance(given, int | str) or given == "":
        code = "claim_without_id" if keys is CLAIM else "participant_without_id"
        raise _bad(name, line, code, keys)
    return plain_id(given) if isinstance(given, str) else given


def _bad(name: str, line: int, code: str, keys: tuple[str, ...], **values: int | str) -> BadVotes:
    return BadVotes(code, file=name, line=line, column=keys[-1], values=values)


def _count(given: Json) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _created(given: Json) -> int | None:
    if isinstance(given, str) and "-" in given:
        return int(datetime.fromisoformat(given).timestamp() * 1000)
    return moment_of(str(given))


def _list(given: Json) -> list[Json]:
    if not isinstance(given, list):
        raise ValueError("a list is expected")
    return given


def _object(given: Json) -> JsonObject:
    if not isinstance(given, dict):
        raise ValueError("an object is expected")
    return given


def _numbers(given: Json) -> list[int]:
    return [int(str(each)) for each in _list(given)]

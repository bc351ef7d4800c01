"""A chain of hashes: each entry seals the one before it, so that no past entry can be changed unseen.

Source: the standard construction h_n = SHA-256(h_{n-1} || canonical JSON of entry n); personal contents are sealed
only through a salted commitment SHA-256(salt || canonical JSON), so that they can be erased without breaking the chain.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

GENESIS = "0" * 64

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Break:
    """Where a chain stops being whole: the position (from 1) and what is wrong there."""

    position: int
    reason: str


def canonical(body: Mapping[str, Json]) -> bytes:
    """The one way of writing a JSON object as bytes: keys sorted, no spaces, UTF-8."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def seal(previous: str, body: Mapping[str, Json]) -> str:
    """The hash of an entry given the hash before it, as 64 hexadecimal digits."""
    return hashlib.sha256(previous.encode() + canonical(body)).hexdigest()


def commitment(salt: str, body: Mapping[str, Json]) -> str:
    """A promise of contents that can be checked while the contents exist and tells nothing when they are gone."""
    return hashlib.sha256(salt.encode() + canonical(body)).hexdigest()


def first_break(entries: Iterable[tuple[Mapping[str, Json], str]]) -> Break | None:
    """The first place where (body, hash) pairs, oldest first, do not chain; None when they all do."""
    previous = GENESIS
    for position, (body, stored) in enumerate(entries, start=1):
        if body.get("previous") != previous:
            return Break(position, "does not follow the entry before it")
        if seal(previous, body) != stored:
            return Break(position, "has been changed after it was written")
        previous = stored
    return None

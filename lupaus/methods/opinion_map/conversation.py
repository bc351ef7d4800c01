"""A whole conversation as it was imported or as a room hands it over: claims, votes and what else was known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lupaus.methods.opinion_map.errors import Value
from lupaus.methods.opinion_map.types import Flags, Id, as_ids
from lupaus.methods.opinion_map.votes import Votes

REJECTED, NOT_MODERATED, ACCEPTED = -1, 0, 1


@dataclass(frozen=True)
class Claim:
    """A short claim people answer (väittämä): what is known of it besides the votes.

    ``created`` milliseconds; ``agrees`` and ``disagrees`` as the exporting system stored them, None where it stored none.
    """

    id: Id
    text: str = ""
    moderated: int = ACCEPTED
    is_meta: bool = False
    is_seed: bool = False
    author: Id | None = None
    created: int | None = None
    agrees: int | None = None
    disagrees: int | None = None

    @property
    def counts(self) -> bool:
        """Rejected claims and claims about the participants themselves have no influence on the map."""
        return self.moderated != REJECTED and not self.is_meta


@dataclass(frozen=True)
class Note:
    """Something worth knowing about an import that did not stop it: a code, values and where."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    file: str | None = None


@dataclass(frozen=True, eq=False)
class Conversation:
    """``memberships`` the groups the exporting system drew, by participant; ``stored_grouped`` whom it grouped, where it says so."""

    claims: tuple[Claim, ...]
    votes: Votes
    memberships: Mapping[Id, str] = field(default_factory=dict)
    stored_grouped: tuple[Id, ...] | None = None
    summary: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    def moderated_out(self) -> Flags:
        """Which claims of the votes do not count: bool[m]."""
        out = {claim.id for claim in self.claims if not claim.counts}
        return np.array([claim in out for claim in as_ids(self.votes.claims)], dtype=np.bool_)

    def meta(self) -> Flags:
        """Which claims of the votes are about the participants themselves: bool[m]."""
        about = {claim.id for claim in self.claims if claim.is_meta}
        return np.array([claim in about for claim in as_ids(self.votes.claims)], dtype=np.bool_)


def conversation_of(votes: Votes) -> Conversation:
    """A conversation of which nothing but the votes is known."""
    return Conversation(claims=tuple(Claim(claim) for claim in as_ids(votes.claims)), votes=votes)

"""Which claim a participant sees next (specification 5)."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from lupaus.methods.opinion_map.types import Floats, Id

PRIORITY_SHARE = 0.7
FLOOR = 0.25
SEED_ANSWERS = 10
ANSWERS_BEFORE_META = 7
VISIT = 20


@dataclass(frozen=True)
class Waiting:
    """A published claim that a participant might be shown: ``shown`` how often it was, ``answers`` how many it has."""

    id: Id
    shown: int = 0
    answers: int = 0
    is_seed: bool = False
    is_meta: bool = False


@dataclass(frozen=True)
class Draw:
    """The claim to show and the chance it had: both are stored."""

    claim: Id
    probability: float


def routing_probabilities(
    claims: Sequence[Waiting],
    *,
    answered: Collection[Id] = (),
    recent_meta: int = 0,
    priorities: Mapping[Id, float] | None = None,
) -> dict[Id, float]:
    """The chance of every claim the participant has not answered to be the next one, summing to 1 (empty when nothing is left).

    ``answered`` are the participant's own answers, ``recent_meta`` how many of the last two claims shown were background or meta claims,
    ``priorities`` Polis' priority by claim id from the last published or preview counts (missing: 1). Seeds come first until each has ten answers;
    then p = 0.75 * (0.7 priority share + 0.3 share of 1/(shown + 1)) + 0.25 / remaining, so p >= 1/(4 remaining).
    """
    rest = _open_to(claims, answered, recent_meta)
    young = [claim for claim in rest if claim.is_seed and claim.answers < SEED_ANSWERS]
    eligible = young or rest
    if not eligible:
        return {}
    known = {} if priorities is None else priorities
    priority = np.array([max(0.0, known.get(claim.id, 1.0)) for claim in eligible])
    rarely = np.array([1.0 / (claim.shown + 1) for claim in eligible])
    weight = PRIORITY_SHARE * _share(priority) + (1 - PRIORITY_SHARE) * _share(rarely)
    chance = (1 - FLOOR) * weight + FLOOR / len(eligible)
    return dict(zip((claim.id for claim in eligible), chance.tolist(), strict=True))


def next_claim(
    claims: Sequence[Waiting],
    *,
    draw: float,
    answered: Collection[Id] = (),
    recent_meta: int = 0,
    priorities: Mapping[Id, float] | None = None,
) -> Draw | None:
    """The next claim by a number ``draw`` in [0, 1); None when the participant has answered everything."""
    chances = routing_probabilities(claims, answered=answered, recent_meta=recent_meta, priorities=priorities)
    return drawn(chances, draw) if chances else None


def drawn(chances: Mapping[Id, float], draw: float) -> Draw:
    """The claim at ``draw`` in [0, 1) when every claim takes up as much room as its chance."""
    ids = list(chances)
    ends = list(accumulate(chances.values()))
    place = min(bisect_right(ends, draw * ends[-1]), len(ids) - 1)
    return Draw(ids[place], chances[ids[place]])


def _open_to(claims: Sequence[Waiting], answered: Collection[Id], recent_meta: int) -> list[Waiting]:
    """Unanswered claims; background and meta claims only after seven answers, and at most one in three."""
    done = frozenset(answered)
    rest = [claim for claim in claims if claim.id not in done]
    ordinary = [claim for claim in rest if not claim.is_meta]
    meta_may_come = len(done) >= ANSWERS_BEFORE_META and recent_meta == 0
    return rest if meta_may_come else ordinary


def _share(weights: Floats) -> Floats:
    total = float(weights.sum())
    if total <= 0:
        return np.full(len(weights), 1.0 / len(weights))
    shares: Floats = weights / total
    return shares

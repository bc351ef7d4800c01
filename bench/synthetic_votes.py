"""Made-up conversations of any size: three groups (.5, .3, .2) and about thirty votes a person, log-normal."""

from __future__ import annotations

from math import gcd

import numpy as np
import numpy.typing as npt

from lupaus.methods.opinion_map import Votes, build_votes

SHARES = (0.5, 0.3, 0.2)
VOTES_EACH = 30
SPREAD = 0.5
AT_A_TIME = 100_000


def synthetic(participants: int, claims: int, *, seed: int = 7) -> tuple[Votes, npt.NDArray[np.int64]]:
    """Packed votes and the true group of every participant: int64[participants]."""
    chance = np.random.default_rng(seed)
    truth = chance.choice(len(SHARES), size=participants, p=SHARES).astype(np.int64)
    agreeing = chance.beta(0.8, 0.8, size=(len(SHARES), claims))
    passing = chance.uniform(0.05, 0.25, size=claims)
    wanted = np.exp(chance.normal(np.log(VOTES_EACH) - SPREAD**2 / 2, SPREAD, size=participants))
    each = np.clip(np.round(wanted), 1, claims).astype(np.int64)
    people, columns, values = [], [], []
    for first in range(0, participants, AT_A_TIME):
        part = slice(first, min(first + AT_A_TIME, participants))
        rows, chosen = _distinct_claims(each[part], claims, chance)
        group = truth[part][rows]
        draw = chance.random(len(rows))
        answer = np.where(draw < agreeing[group, chosen], 1, -1)
        answer[chance.random(len(rows)) < passing[chosen]] = 0
        people.append(rows + first)
        columns.append(chosen)
        values.append(answer.astype(np.int64))
    votes = build_votes(
        np.concatenate(people), np.concatenate(columns), np.concatenate(values), claims=np.arange(claims)
    )
    return votes, truth


def _distinct_claims(
    each: npt.NDArray[np.int64], claims: int, chance: np.random.Generator
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """For every person so many distinct claims, in order of person and claim: a random walk of one step length over the shuffled claims."""
    people = len(each)
    shuffled = chance.permutation(claims)
    steps = np.array([step for step in range(1, claims + 1) if gcd(step, claims) == 1], dtype=np.int64)
    start, step = chance.integers(0, claims, size=people), chance.choice(steps, size=people)
    rows = np.repeat(np.arange(people, dtype=np.int64), each)
    turn = np.arange(len(rows), dtype=np.int64) - np.repeat(np.cumsum(each) - each, each)
    key = np.sort(rows * claims + shuffled[(start[rows] + turn * step[rows]) % claims])
    return key // claims, key % claims

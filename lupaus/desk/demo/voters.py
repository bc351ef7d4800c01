"""Simulated voters of the opinion map: two ways of seeing things, some who waver, and noise."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

AGREE, PASS, DISAGREE = 1, 0, -1


@dataclass(frozen=True)
class SimulatedVote:
    """One answer of one simulated participant to one claim."""

    participant: int
    claim: str
    value: int


def simulate(model: dict[str, Any], claims: list[dict[str, Any]]) -> Iterator[SimulatedVote]:
    """Draw every vote from the model with its seed, so that each demo has the same map."""
    dice = Random(model["seed"])
    views = list(model["shares"])
    weights = list(model["shares"].values())
    fewest, most = model["answers"]
    for participant in range(model["participants"]):
        view = dice.choices(views, weights)[0]
        seen = dice.sample(claims, min(len(claims), dice.randint(fewest, most)))
        for claim in seen:
            yield SimulatedVote(participant, claim["key"], _answer(claim, view, dice))


def _answer(claim: dict[str, Any], view: str, dice: Random) -> int:
    near, online = claim["agree"]
    likely = {"near": near, "online": online, "mixed": (near + online) / 2}[view]
    if dice.random() * 100 < claim["pass"]:
        return PASS
    return AGREE if dice.random() * 100 < likely else DISAGREE

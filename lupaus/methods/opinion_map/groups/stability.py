"""Do the groups survive when other people had happened to take part? Poisson bootstraps of the participants."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from scipy.optimize import linear_sum_assignment

from lupaus.methods.opinion_map.groups.kmeans import (
    GRID_ABOVE,
    Clustering,
    Points,
    best_of,
    gridded,
    lloyd,
    nearest,
)
from lupaus.methods.opinion_map.moments import Deviations, claim_means
from lupaus.methods.opinion_map.projection import Components, places, principal_components
from lupaus.methods.opinion_map.types import Flags, Floats, Ints
from lupaus.methods.opinion_map.votes import Votes

RESTARTS = 3
CHECKPOINT_EVERY = 20
TOLERANCE = 1e-5
LARGEST_SAMPLE = 20_000
POISSON = np.cumsum(np.exp(-1.0) / np.cumprod(np.concatenate([[1.0], np.arange(1.0, 20.0)])))


class Checkpoint(Protocol):
    """Where a long run leaves what it has so far, so that a job that was stopped can go on."""

    def load(self) -> str | None:
        """What was saved last, or None."""

    def save(self, state: str) -> None:
        """Keep the state in place of the one before."""


@dataclass(frozen=True)
class FileCheckpoint:
    """A checkpoint in a file; it is replaced whole, so that a crash leaves the earlier one."""

    path: Path

    def load(self) -> str | None:
        return self.path.read_text(encoding="utf-8") if self.path.exists() else None

    def save(self, state: str) -> None:
        beside = self.path.with_name(self.path.name + ".new")
        beside.write_text(state, encoding="utf-8")
        beside.replace(self.path)


@dataclass
class Stability:
    """What the bootstraps said of one k: adjusted Rand index of each, and how often each grouped participant sat in the matched group."""

    agreement: list[float] = field(default_factory=list)
    stayed: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def median(self) -> float:
        return float(np.median(self.agreement))

    def low(self) -> float:
        """The 10th percentile."""
        return float(np.percentile(self.agreement, 10))

    def confidence(self) -> Floats:
        """Share of bootstraps in which each grouped participant stayed in the matched group: float64[grouped]."""
        share: Floats = self.stayed / max(1, len(self.agreement))
        return share


@dataclass(frozen=True, eq=False)
class Sample:
    """What a bootstrap needs: the votes, who is grouped, the full run's components and the full run's clusterings by k."""

    votes: Votes
    zeroed: Flags | None
    deviations: Deviations
    answers: Ints
    claims: int
    grouped: Flags
    components: Components
    found: Mapping[int, Clustering]


def bootstrap(
    sample: Sample, *, seed: int, times: int, checkpoint: Checkpoint | None = None, fingerprint: str = ""
) -> dict[int, Stability]:
    """Run so many bootstraps (specification 4.5), for every k at once.

    Each draws its numbers from its own seed, so going on from a checkpoint gives the same as never having stopped.
    """
    grouped = int(sample.grouped.sum())
    state = {k: Stability([], np.zeros(grouped, dtype=np.int64)) for k in sample.found}
    done = _resume(state, checkpoint, fingerprint)
    for number in range(done, times):
        for k, labels in _one(sample, seed=seed, number=number).items():
            reference = sample.found[k].labels
            table = contingency(reference, labels, k)
            state[k].agreement.append(adjusted_rand(table))
            state[k].stayed += matched(table)[labels] == reference
        if checkpoint is not None and (number + 1) % CHECKPOINT_EVERY == 0:
            checkpoint.save(_written(state, number + 1, fingerprint))
    return state


def _one(sample: Sample, *, seed: int, number: int) -> dict[int, Ints]:
    """The labels of all grouped participants after one redrawing of the participants."""
    draws = np.random.default_rng([seed, 2, number]).random(sample.votes.participant_count)
    weights = np.searchsorted(POISSON, draws, side="right").astype(np.float64)
    means = claim_means(sample.votes, sample.zeroed, weights)
    deviations = sample.deviations.with_means(means, sample.zeroed)
    components = principal_components(
        lambda right: deviations.gram_times(right, weights),
        sample.votes.claim_count,
        seed=seed,
        start=sample.components.block,
        tolerance=TOLERANCE,
    )
    everyone = places(deviations.times(components.vectors), sample.answers, sample.claims)[sample.grouped]
    weight = weights[sample.grouped]
    drawn = weight > 0
    if not drawn.any():
        return {k: np.zeros(len(everyone), dtype=np.int64) for k in sample.found}
    points = Points.of(everyone[drawn], weight[drawn])
    coarse = gridded(points) if points.count > GRID_ABOVE else None
    all_points = Points.of(everyone)
    labels: dict[int, Ints] = {}
    for k in sample.found:
        seeds = [[seed, 3, number, k, restart] for restart in range(RESTARTS)]
        if coarse is None:
            centres = best_of(points, k, seeds=seeds).centres
        else:
            centres = lloyd(points, best_of(coarse, k, seeds=seeds).centres).centres
        labels[k] = nearest(all_points, centres)[0]
    return labels


def contingency(first: Ints, second: Ints, groups: int) -> Ints:
    """How many have each pair of labels: int64[groups, groups]."""
    return (
        np.bincount(first * groups + second, minlength=groups * groups)
        .reshape(groups, groups)
        .astype(np.int64)
    )


def adjusted_rand(table: Ints) -> float:
    """Adjusted Rand index of two labellings from their table of counts: 1 equal, about 0 by chance (Hubert and Arabie 1985)."""

    def pairs(counts: Ints) -> float:
        return float((counts * (counts - 1) // 2).sum())

    total = pairs(table.sum(keepdims=True))
    together, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    if total == 0:
        return 1.0
    expected = rows * columns / total
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def matched(table: Ints) -> Ints:
    """For each label of the second labelling the label of the first it matches best overall (Hungarian method)."""
    rows, columns = linear_sum_assignment(-table)
    match = np.zeros(table.shape[1], dtype=np.int64)
    match[columns] = rows
    return match


def _written(state: Mapping[int, Stability], done: int, fingerprint: str) -> str:
    each = {str(k): {"agreement": s.agreement, "stayed": s.stayed.tolist()} for k, s in state.items()}
    return json.dumps({"fingerprint": fingerprint, "done": done, "groups": each})


def _resume(state: dict[int, Stability], checkpoint: Checkpoint | None, fingerprint: str) -> int:
    """Take up the saved state if it is of this very run; the number of bootstraps already done."""
    saved = None if checkpoint is None else checkpoint.load()
    if saved is None:
        return 0
    read = json.loads(saved)
    if read["fingerprint"] != fingerprint or set(read["groups"]) != {str(k) for k in state}:
        return 0
    for k, stability in state.items():
        stability.agreement = [float(value) for value in read["groups"][str(k)]["agreement"]]
        stability.stayed = np.asarray(read["groups"][str(k)]["stayed"], dtype=np.int64)
    return int(read["done"])

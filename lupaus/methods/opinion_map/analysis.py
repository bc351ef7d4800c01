"""From votes to the map and the groups, as arrays; ``result`` turns them into what is published."""

from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.groups import (
    Candidate,
    Checkpoint,
    Clustering,
    Sample,
    Stability,
    bootstrap,
    candidates,
    chosen,
    clusterings,
)
from lupaus.methods.opinion_map.groups.choice import FEWEST_GROUPED
from lupaus.methods.opinion_map.groups.stability import LARGEST_SAMPLE
from lupaus.methods.opinion_map.moments import Counts, Deviations, claim_counts, claim_means
from lupaus.methods.opinion_map.projection import Components, extremity, places, principal_components
from lupaus.methods.opinion_map.types import Flags, Floats, Ints
from lupaus.methods.opinion_map.votes import Votes

FEWEST_VOTES = 7


@dataclass(frozen=True, eq=False)
class OpinionMap:
    """Everybody's place: ``votes`` that count, ``zeroed`` bool[m] claims without influence (None: all have it), ``claims`` m with at least one vote.

    ``answers`` int64[n] k_i of the projection, ``grouped`` bool[n], ``places`` float64[n, 2], ``far`` float64[m] extremity.
    """

    votes: Votes
    zeroed: Flags | None
    claims: int
    counts: Counts
    means: Floats
    deviations: Deviations
    components: Components
    answers: Ints
    grouped: Flags
    places: Floats
    far: Floats


@dataclass(frozen=True, eq=False)
class Grouping:
    """The verdict: ``labels`` int64[n] with -1 outside any group, ``k`` None when there are no groups.

    ``confidence`` float64[n] share of bootstraps in the matched group (NaN where unknown); ``sampled`` how many people the bootstraps ran on.
    """

    labels: Ints
    k: int | None
    verdict: str
    reason: str
    candidates: list[Candidate]
    confidence: Floats
    bootstraps: int
    sampled: int | None = None


def draw_map(
    votes: Votes, zeroed: Flags | None, *, seed: int, grouped: Flags | None = None, warm: Floats | None = None
) -> OpinionMap:
    """Counts, components and places of all votes; ``grouped`` overrides who is grouped, ``warm`` is a block to start the components from."""
    counts = claim_counts(votes)
    has_votes = counts.shown > 0
    claims = int(has_votes.sum())
    means = claim_means(votes, zeroed)
    deviations = Deviations(votes, means, zeroed)
    components = principal_components(deviations.gram_times, votes.claim_count, seed=seed, start=warm)
    raw = votes.answers_each()
    answers = raw
    if zeroed is not None:
        counted = ~zeroed[votes.columns()]
        answers = np.bincount(votes.rows()[counted], minlength=votes.participant_count) + int(
            (zeroed & has_votes).sum()
        )
    if grouped is None:
        grouped = raw >= max(1, min(FEWEST_VOTES, claims))
    return OpinionMap(
        votes=votes,
        zeroed=zeroed,
        claims=claims,
        counts=counts,
        means=means,
        deviations=deviations,
        components=components,
        answers=answers,
        grouped=grouped,
        places=places(deviations.times(components.vectors), answers, claims),
        far=extremity(components, means, claims),
    )


def honest_groups(
    drawn: OpinionMap,
    *,
    seed: int,
    bootstraps: int,
    checkpoint: Checkpoint | None = None,
    fingerprint: str = "",
) -> Grouping:
    """Groups if there are stable ones, else the verdict that there are none (specification 4.4 to 4.7)."""
    where = drawn.places[drawn.grouped]
    found = clusterings(where, seed=seed)
    stabilities: dict[int, Stability] = {}
    sampled: int | None = None
    if len(where) >= FEWEST_GROUPED and found and bootstraps:
        sample, chosen_people = _sample(drawn, found, seed)
        sampled = int(sample.grouped.sum()) if chosen_people is not None else None
        stabilities = bootstrap(
            sample, seed=seed, times=bootstraps, checkpoint=checkpoint, fingerprint=fingerprint
        )
    judged = candidates(where, found, stabilities, rank=drawn.components.rank)
    k = chosen(judged, len(where))
    labels = np.full(drawn.votes.participant_count, -1, dtype=np.int64)
    confidence = np.full(len(labels), np.nan)
    if k is not None:
        labels[drawn.grouped] = found[k].labels
        if sampled is None:
            confidence[drawn.grouped] = stabilities[k].confidence()
    verdict, reason = _verdict(drawn, judged, k)
    return Grouping(labels, k, verdict, reason, judged, confidence, bootstraps if stabilities else 0, sampled)


def _verdict(drawn: OpinionMap, judged: list[Candidate], k: int | None) -> tuple[str, str]:
    if int(drawn.grouped.sum()) < FEWEST_GROUPED:
        return "too_few", "few_grouped"
    if k is not None:
        return "groups", "stable"
    if drawn.components.rank == 0 or not judged:
        return "no_stable_groups", "no_differences"
    if drawn.components.rank == 1:
        return "no_stable_groups", "one_direction"
    if all("not_tested" in each.why_not for each in judged):
        return "no_stable_groups", "not_tested"
    return "no_stable_groups", "none_admissible"


def _sample(drawn: OpinionMap, found: dict[int, Clustering], seed: int) -> tuple[Sample, Flags | None]:
    """What the bootstraps run on: everybody, or above 20,000 grouped a seeded sample of 20,000 grouped participants (house)."""
    people = np.flatnonzero(drawn.grouped)
    if len(people) <= LARGEST_SAMPLE:
        return Sample(
            drawn.votes,
            drawn.zeroed,
            drawn.deviations,
            drawn.answers,
            drawn.claims,
            drawn.grouped,
            drawn.components,
            found,
        ), None
    order = np.argsort(np.random.default_rng([seed, 4]).random(len(people)), kind="stable")
    kept = np.zeros(drawn.votes.participant_count, dtype=np.bool_)
    kept[people[order[:LARGEST_SAMPLE]]] = True
    votes = drawn.votes.keep_participants(kept)
    inside = kept[people]
    smaller = {k: Clustering(each.labels[inside], each.centres, each.inertia) for k, each in found.items()}
    deviations = Deviations(votes, drawn.means, drawn.zeroed)
    everyone = np.ones(votes.participant_count, dtype=np.bool_)
    return Sample(
        votes,
        drawn.zeroed,
        deviations,
        drawn.answers[kept],
        drawn.claims,
        everyone,
        drawn.components,
        smaller,
    ), kept


def polis_grouping(drawn: OpinionMap) -> Grouping:
    """The groups of mode ``polis``: always some, if there are two distinct places at all."""
    people = np.flatnonzero(drawn.grouped)
    labels = np.full(drawn.votes.participant_count, -1, dtype=np.int64)
    unknown = np.full(len(labels), np.nan)
    found = polis.polis_groups(drawn.places[people], drawn.votes.arrival[people]) if len(people) else None
    if found is None:
        return Grouping(labels, None, "too_few", "no_differences", [], unknown, 0)
    labels[people] = found.labels
    judged = [
        Candidate(k, score, None, None, int(np.bincount(found.by_k[k]).min()), None, ())
        for k, score in found.scores.items()
    ]
    return Grouping(labels, found.k, "groups", "largest_silhouette", judged, unknown, 0)

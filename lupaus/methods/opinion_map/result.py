"""The Result of an opinion map (specification 6): immutable, plain, versioned, the same bytes for the same votes."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.analysis import Grouping, OpinionMap
from lupaus.methods.opinion_map.claims import claim_entries, slate
from lupaus.methods.opinion_map.flags import Flagged
from lupaus.methods.opinion_map.groups.choice import SURE
from lupaus.methods.opinion_map.moments import Counts, group_counts
from lupaus.methods.opinion_map.rankings import Intervals, first_by, intervals, shared
from lupaus.methods.opinion_map.types import Flags, Floats, Id, Ids, Ints, Json, JsonObject, as_id, as_ids

SCHEMA = "lupaus-opinion-map/1"
METHOD_VERSION = 1
DECIMALS = 6
HEADLINE = 10


@dataclass(frozen=True, eq=False)
class Run:
    """What was computed, from what and how."""

    mode: str
    moderation: str
    seed: int
    bootstraps: int
    exploration: int | None
    computed_on: date | None
    input_sha256: str
    claims: Ids
    moderated_out: Flags


@dataclass(frozen=True, eq=False)
class Drawn:
    """The map with its groups; ``meta`` bool[m] marks the claims about the participants themselves."""

    map: OpinionMap
    grouping: Grouping
    meta: Flags

    @cached_property
    def counted(self) -> Counts:
        """Counts per group and claim, int64[k, m]; without groups everybody is one."""
        if self.grouping.k is None:
            return self.map.counts.one_row()
        return group_counts(self.map.votes, self.grouping.labels, self.grouping.k)

    @cached_property
    def bounds(self) -> Intervals:
        """The intervals belonging to ``counted``."""
        return intervals(self.counted)


@dataclass(frozen=True)
class Member:
    """Where one participant sits: ``group`` None when not grouped; ``confidence`` None when not tested. For the organiser only."""

    participant: Id
    group: int | None
    confidence: float | None

    @property
    def is_between(self) -> bool:
        """Sits in the group in fewer than four of five bootstraps: "between groups"."""
        return self.confidence is not None and self.confidence < SURE


@dataclass(frozen=True, eq=False)
class OpinionMapResult:
    """``content`` is the Result as plain values; everything else belongs to the organiser and is never published.

    ``people`` n ids, ``labels`` int64[n] with -1 outside any group, ``confidence`` float64[n] (NaN: not tested), ``places`` float64[n, 2].
    """

    content: JsonObject
    people: Ids
    labels: Ints
    confidence: Floats
    places: Floats

    @cached_property
    def membership(self) -> tuple[Member, ...]:
        """Where every participant sits, in the order of their ids."""
        return tuple(
            Member(person, label if label >= 0 else None, sure if sure == sure else None)
            for person, label, sure in zip(
                as_ids(self.people), self.labels.tolist(), self.confidence.tolist(), strict=True
            )
        )

    @property
    def verdict(self) -> str:
        return str(self.content["verdict"])

    @property
    def k(self) -> int | None:
        k = self.content["k"]
        return k if isinstance(k, int) else None

    def to_json(self) -> str:
        """The Result as text: sorted keys, six decimals, so that equal results are equal bytes."""
        return as_json(self.content)

    def membership_json(self) -> list[Json]:
        """Who is in which group, for the organiser's own file."""
        return [{"participant": each.participant, "group": each.group} for each in self.membership]


def as_json(content: JsonObject) -> str:
    """Byte-stable JSON text, ending in a line feed."""
    return json.dumps(rounded(content), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def rounded(value: Json) -> Json:
    """The same value with all fractions at six decimals and no negative zero."""
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0
    if isinstance(value, list):
        return [rounded(each) for each in value]
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return value


def assemble(run: Run, drawn: Drawn, marked: Flagged, without: Drawn | None) -> OpinionMapResult:
    """Put the Result together."""
    drawn_map, grouping = drawn.map, drawn.grouping
    has_groups = grouping.k is not None
    labels = grouping.labels if has_groups else np.where(drawn_map.grouped, 0, -1)
    by_group = drawn.counted if has_groups else group_counts(drawn_map.votes, labels, 1)
    shown_first = first_by(shared(drawn.bounds).ground, HEADLINE, _listed(drawn))
    content: JsonObject = {
        "schema": SCHEMA,
        "method": {"mode": run.mode, "version": METHOD_VERSION},
        "parameters": _parameters(run, grouping),
        "input_sha256": run.input_sha256,
        "seed": run.seed,
        "computed_on": None if run.computed_on is None else run.computed_on.isoformat(),
        "participants": drawn_map.votes.participant_count,
        "grouped": int(drawn_map.grouped.sum()),
        "votes": drawn_map.votes.vote_count,
        "claims_counted": int((~run.moderated_out).sum()),
        "claims_dropped": int(run.moderated_out.sum()),
        "dropped": list(as_ids(run.claims[run.moderated_out])),
        "verdict": grouping.verdict,
        "reason": grouping.reason,
        "k": grouping.k,
        "candidates": [
            {
                "k": each.k,
                "silhouette": each.silhouette,
                "ari_median": each.median,
                "ari_p10": each.low,
                "smallest_group": each.smallest_group,
                "between": each.between,
                "admissible": each.admissible and grouping.verdict != "exploration",
                "why_not": list(each.why_not),
            }
            for each in grouping.candidates
        ],
        "groups": _groups(drawn),
        "slate_check": slate(drawn_map, labels, by_group, shown_first),
        "flagged": _flagged(drawn, marked, without),
        "suppression": {"applied": False},
    }
    if run.mode == "polis":
        content["polis"] = _polis(drawn)
    plain = rounded(content)
    assert isinstance(plain, dict)
    plain["claims"] = claim_entries(drawn_map, drawn.counted, drawn.bounds, has_groups, drawn.meta)
    return OpinionMapResult(
        content=plain,
        people=drawn_map.votes.participants,
        labels=grouping.labels,
        confidence=grouping.confidence,
        places=drawn_map.places,
    )


def _listed(drawn: Drawn) -> Flags:
    """The claims that may head a list: those with votes and with influence."""
    has_votes: Flags = drawn.map.counts.shown > 0
    return has_votes if drawn.map.zeroed is None else has_votes & ~drawn.map.zeroed


def _parameters(run: Run, grouping: Grouping) -> JsonObject:
    return {
        "moderation": run.moderation,
        "bootstraps": grouping.bootstraps,
        "bootstrap_sample": grouping.sampled,
        "exploration": run.exploration,
        "least_votes_to_be_grouped": 7,
        "least_grouped": 50,
        "stable_median": 0.8,
        "stable_p10": 0.6,
        "smallest_group": 10,
        "smallest_group_share": 0.05,
        "false_discoveries": 0.1,
    }


def _groups(drawn: Drawn) -> Json:
    grouping = drawn.grouping
    if grouping.k is None:
        return None
    sizes = np.bincount(grouping.labels[grouping.labels >= 0], minlength=grouping.k)
    sure = ~(grouping.confidence < SURE)
    between = np.bincount(grouping.labels[(grouping.labels >= 0) & ~sure], minlength=grouping.k)
    return [
        {
            "group": group,
            "size": int(sizes[group]),
            "between": int(between[group]),
            "name": None,
            "naming_claims": [],
        }
        for group in range(grouping.k)
    ]


def _flagged(drawn: Drawn, marked: Flagged, without: Drawn | None) -> JsonObject:
    return {
        "participants": int(marked.anyone.sum()),
        "one_answer": int(marked.one_answer.sum()),
        "same_answers": int(marked.same_answers.sum()),
        "too_fast": int(marked.too_fast.sum()),
        "with": _headline(drawn),
        "without": None if without is None else _headline(without),
    }


def _headline(drawn: Drawn) -> JsonObject:
    """What would be said first, to compare the map with and without the flagged."""
    grouping, drawn_map = drawn.grouping, drawn.map
    ranks = shared(drawn.bounds)
    listed = _listed(drawn)
    claims = drawn_map.votes.claims
    return {
        "verdict": grouping.verdict,
        "k": grouping.k,
        "participants": drawn_map.votes.participant_count,
        "grouped": int(drawn_map.grouped.sum()),
        "common_ground": [as_id(claims[claim]) for claim in first_by(ranks.ground, HEADLINE, listed)],
        "common_rejection": [as_id(claims[claim]) for claim in first_by(ranks.rejection, HEADLINE, listed)],
    }


def _polis(drawn: Drawn) -> JsonObject:
    """What only Polis shows: its lists of representative claims and of the majority."""
    drawn_map, grouping = drawn.map, drawn.grouping
    zeroed = (
        drawn_map.zeroed
        if drawn_map.zeroed is not None
        else np.zeros(drawn_map.votes.claim_count, dtype=np.bool_)
    )
    ids = as_ids(drawn_map.votes.claims)
    agree, disagree = polis.majorities(drawn_map.counts, zeroed)
    lists: list[Json] = []
    if grouping.k is not None:
        for group, found in enumerate(polis.representatives(drawn.counted, zeroed)):
            lists.append({"group": group, "claims": [_representative(ids, each) for each in found]})
    return {
        "representative": lists,
        "majority": {
            "agree": [ids[claim] for claim in agree],
            "disagree": [ids[claim] for claim in disagree],
        },
    }


def _representative(ids: list[Id], each: polis.Representative) -> JsonObject:
    return {
        "id": ids[each.claim],
        "answer": "agree" if each.agrees else "disagree",
        "successes": each.successes,
        "trials": each.trials,
        "share": each.share,
        "test": each.test,
        "ratio": each.ratio,
        "ratio_test": each.ratio_test,
        "best_agree": each.best_agree,
    }

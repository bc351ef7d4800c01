"""What the Result says of each claim, and the certificate for the claims shown first."""

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.analysis import OpinionMap
from lupaus.methods.opinion_map.moments import Counts
from lupaus.methods.opinion_map.rankings import (
    Divide,
    Intervals,
    Shared,
    Standing,
    divides,
    intervals,
    slate_check,
    split,
    standings,
)
from lupaus.methods.opinion_map.statistics import group_aware_consensus
from lupaus.methods.opinion_map.types import Flags, Ints, Json, JsonObject, as_ids

ANSWERS = ("agree", "disagree", "pass")


def claim_entries(
    drawn: OpinionMap, has_groups: bool, counted: Counts, by_group: Counts, meta: Flags, ranks: Shared
) -> list[Json]:
    """One entry per claim; ``counted`` are the groups, or everybody as one group when there are none, int64[k, m]."""
    everybody = intervals(drawn.counts.one_row())
    each_group = intervals(counted)
    product, geometric = group_aware_consensus(counted)
    weights = polis.priorities(by_group if has_groups else counted, drawn.far, meta)
    split_scores = split(everybody)[0]
    tests = polis.tests(by_group) if has_groups else None
    stand = standings(by_group) if has_groups else [[] for _ in range(drawn.votes.claim_count)]
    divided = divides(by_group, each_group) if has_groups else [None] * drawn.votes.claim_count
    total = drawn.counts.one_row()
    entries: list[Json] = []
    for claim, id_ in enumerate(as_ids(drawn.votes.claims)):
        entry: JsonObject = {"id": id_, **_cell(total, everybody, 0, claim)}
        entry["moderated_out"] = bool(drawn.zeroed is not None and drawn.zeroed[claim])
        entry["groups"] = (
            [
                {"group": group, **_cell(by_group, each_group, group, claim)}
                for group in range(len(by_group.agrees))
            ]
            if has_groups
            else []
        )
        entry["common_ground"] = float(ranks.ground[claim])
        entry["common_rejection"] = float(ranks.rejection[claim])
        entry["common_uncertainty"] = float(ranks.uncertainty[claim])
        entry["split"] = float(split_scores[claim])
        entry["gac"] = float(product[claim])
        entry["gac_geometric"] = float(geometric[claim])
        entry["divisive"] = _divide(divided[claim])
        entry["representative_of"] = [_standing(each) for each in stand[claim]]
        entry["polis_z"] = [] if tests is None else _polis_z(tests, claim)
        entry["extremity"] = float(drawn.far[claim])
        entry["priority"] = float(weights[claim])
        entries.append(entry)
    return entries


def _cell(counts: Counts, bounds: Intervals, group: int, claim: int) -> JsonObject:
    low_high: JsonObject = {}
    for answer, each in zip(ANSWERS, (bounds.agree, bounds.disagree, bounds.passing), strict=True):
        lowest, low, high, highest = (float(bound) for bound in each[:, group, claim])
        low_high[answer] = {"80": [low, high], "95": [lowest, highest]}
    return {
        "agrees": int(counts.agrees[group, claim]),
        "disagrees": int(counts.disagrees[group, claim]),
        "passes": int(counts.passes[group, claim]),
        "shown": int(counts.shown[group, claim]),
        "intervals": low_high,
    }


def _divide(found: Divide | None) -> Json:
    return None if found is None else {"difference": found.difference, "groups": list(found.groups)}


def _standing(found: Standing) -> JsonObject:
    answer = "agree" if found.agrees else "disagree"
    return {
        "group": found.group,
        "answer": answer,
        "difference": found.difference,
        "z": found.z,
        "p": found.p,
    }


def _polis_z(tests: polis.Tests, claim: int) -> list[Json]:
    return [
        {
            "group": group,
            "agree": float(tests.agree_ratio_test[group, claim]),
            "disagree": float(tests.disagree_ratio_test[group, claim]),
        }
        for group in range(len(tests.agree_ratio_test))
    ]


def slate(drawn: OpinionMap, labels: Ints, by_group: Counts, claims: list[int]) -> Json:
    """Do the claims shown first represent everybody who is grouped?"""
    check = slate_check(drawn.votes, labels, by_group, claims)
    ids = as_ids(drawn.votes.claims)
    people = max(1, check.people)
    return {
        "claims": [ids[claim] for claim in check.claims],
        "people": check.people,
        "unrepresented": check.unrepresented,
        "unrepresented_share": check.unrepresented / people,
        "justified_representation": check.ratio,
        "represents": check.represents,
        "agree_with_at_least": [
            {"claims": number, "people": count, "share": count / people}
            for number, count in enumerate(check.agreeing_with_at_least, start=1)
        ],
    }

"""What the Result says of each claim, and the certificate for the claims shown first."""

import numpy as np

from lupaus.methods.opinion_map import polis
from lupaus.methods.opinion_map.analysis import OpinionMap
from lupaus.methods.opinion_map.moments import Counts
from lupaus.methods.opinion_map.rankings import (
    Divide,
    Intervals,
    Standing,
    divides,
    intervals,
    shared,
    slate_check,
    split,
    standings,
)
from lupaus.methods.opinion_map.statistics import group_aware_consensus
from lupaus.methods.opinion_map.types import Flags, Floats, Ints, Json, JsonObject, as_ids

ANSWERS = ("agree", "disagree", "pass")
DECIMALS = 6


def claim_entries(
    drawn: OpinionMap, counted: Counts, bounds: Intervals, has_groups: bool, meta: Flags
) -> list[Json]:
    """One entry per claim; ``counted`` int64[k, m] are the groups, or everybody as one group when there are none, with their ``bounds``."""
    claims = drawn.votes.claim_count
    total = drawn.counts.one_row()
    everybody = intervals(total) if has_groups else bounds
    ranks = shared(bounds)
    product, geometric = group_aware_consensus(counted)
    scores = {
        "common_ground": ranks.ground,
        "common_rejection": ranks.rejection,
        "common_uncertainty": ranks.uncertainty,
        "split": split(everybody)[0],
        "gac": product,
        "gac_geometric": geometric,
        "extremity": drawn.far,
        "priority": polis.priorities(counted, drawn.far, meta),
    }
    plain_scores = {name: _plain(each) for name, each in scores.items()}
    tests = polis.tests(counted) if has_groups else None
    stand = standings(counted) if has_groups else [[] for _ in range(claims)]
    divided = divides(counted, bounds) if has_groups else [None] * claims
    whole = _cells(total, everybody)[0]
    by_group = _cells(counted, bounds) if has_groups else []
    out = drawn.zeroed.tolist() if drawn.zeroed is not None else [False] * claims
    return [
        {
            "id": id_,
            **whole[claim],
            "moderated_out": out[claim],
            "groups": [{"group": group, **cells[claim]} for group, cells in enumerate(by_group)],
            **{name: each[claim] for name, each in plain_scores.items()},
            "divisive": _divide(divided[claim]),
            "representative_of": [_standing(each) for each in stand[claim]],
            "polis_z": [] if tests is None else _polis_z(tests, claim),
        }
        for claim, id_ in enumerate(as_ids(drawn.votes.claims))
    ]


def _plain(values: Floats) -> list[float]:
    """Six decimals, as plain numbers without a negative zero."""
    plain: list[float] = (np.round(values, DECIMALS) + 0.0).tolist()
    return plain


def _cells(counts: Counts, bounds: Intervals) -> list[list[JsonObject]]:
    """For every group and claim its counts and intervals."""
    answers = [
        np.round(each, DECIMALS).transpose(1, 2, 0).tolist()
        for each in (bounds.agree, bounds.disagree, bounds.passing)
    ]
    columns = [each.tolist() for each in (counts.agrees, counts.disagrees, counts.passes, counts.shown)]
    return [
        [
            _cell(numbers, spreads)
            for numbers, spreads in zip(zip(*group, strict=True), zip(*spread, strict=True), strict=True)
        ]
        for group, spread in zip(zip(*columns, strict=True), zip(*answers, strict=True), strict=True)
    ]


def _cell(numbers: tuple[int, ...], spreads: tuple[list[float], ...]) -> JsonObject:
    agrees, disagrees, passes, shown = numbers
    return {
        "agrees": agrees,
        "disagrees": disagrees,
        "passes": passes,
        "shown": shown,
        "intervals": {
            answer: {"80": [low, high], "95": [lowest, highest]}
            for answer, (lowest, low, high, highest) in zip(ANSWERS, spreads, strict=True)
        },
    }


def _divide(found: Divide | None) -> Json:
    if found is None:
        return None
    return {"difference": round(found.difference, DECIMALS), "groups": list(found.groups)}


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
            "agree": round(float(tests.agree_ratio_test[group, claim]), DECIMALS),
            "disagree": round(float(tests.disagree_ratio_test[group, claim]), DECIMALS),
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

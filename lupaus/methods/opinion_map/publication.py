"""The Result as the public may see it: without small cells, and without any figure from which one could be worked out (specification 9)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.result import OpinionMapResult, rounded
from lupaus.methods.opinion_map.statistics import beta_bound
from lupaus.methods.opinion_map.types import Json, JsonObject
from lupaus.methods.suppression import SMALLEST_CELL, SMALLEST_GROUP, hidden_cells, hidden_groups

COLUMNS = ("agrees", "disagrees", "passes", "shown")
ANSWERS = {"agrees": "agree", "disagrees": "disagree", "passes": "pass"}
SCORES = {"common_ground": "agrees", "common_rejection": "disagrees", "common_uncertainty": "passes"}
TOTAL_COST = (3, 2, 1, 4)
GROUP_COST = (30, 20, 10, 40)


@dataclass(frozen=True)
class Seen:
    """One row of counts after suppression: None where hidden, and what an answer is at least."""

    counts: dict[str, int | None]
    at_least: dict[str, int]

    def has(self, *columns: str) -> bool:
        return all(self.counts[column] is not None for column in columns)


def published(result: OpinionMapResult) -> JsonObject:
    """The Result after suppression: safe for the public, and true. Hidden figures are None."""
    content: JsonObject = {**result.content}
    groups = _objects(content["groups"])
    hidden = hidden_groups([_whole(group["size"]) for group in groups])
    outside = _whole(content["participants"]) - sum(_whole(group["size"]) for group in groups)
    cells: list[int] = []
    content["claims"] = [
        _claim(claim, hidden, outside, _whole(content["participants"]), cells)
        for claim in _objects(content["claims"])
    ]
    content["groups"] = (
        None
        if content["groups"] is None
        else [_group(group, out) for group, out in zip(groups, hidden, strict=True)]
    )
    content["candidates"] = [
        _candidate(each, _whole(content["grouped"])) for each in _objects(content["candidates"])
    ]
    content["slate_check"] = _slate(_object(content["slate_check"]))
    content["flagged"] = _flagged(_object(content["flagged"]))
    if "polis" in content:
        content["polis"] = _polis(_object(content["polis"]), _objects(content["claims"]))
    content["suppression"] = {
        "applied": True,
        "smallest_group": SMALLEST_GROUP,
        "smallest_cell": SMALLEST_CELL,
        "hidden_cells": sum(cells),
    }
    plain = rounded(content)
    return _object(plain)


def _claim(
    claim: JsonObject, hidden: Sequence[bool], outside: int, participants: int, cells: list[int]
) -> JsonObject:
    rows = _objects(claim["groups"])
    total = [_whole(claim[column]) for column in COLUMNS[:3]]
    if rows:
        body = np.array([[_whole(row[column]) for column in COLUMNS[:3]] for row in rows], dtype=np.int64)
        closed, small = list(hidden), list(hidden)
        if outside:
            body = np.vstack([body, np.array(total, dtype=np.int64) - body.sum(axis=0)])
            closed.append(True)
            small.append(outside < SMALLEST_GROUP)
        costs = np.array([GROUP_COST] * len(body) + [TOTAL_COST], dtype=np.int64)
        out = hidden_cells(body, closed_rows=closed, small_rows=small, costs=costs)
        everybody = _seen(claim, out[-1])
        each = [_seen(row, out[place]) for place, row in enumerate(rows)]
        cells.append(int(out[-1].sum() + out[: len(rows)].sum()))
    else:
        few = participants < SMALLEST_GROUP
        out = hidden_cells(
            np.array([total], dtype=np.int64),
            closed_rows=[few],
            small_rows=[few],
            total_is_public=False,
            costs=np.array([GROUP_COST, TOTAL_COST], dtype=np.int64),
        )
        everybody = _seen(claim, out[0])
        each = []
        cells.append(int(out[0].sum()))
    return _claim_seen(claim, rows, everybody, each)


def _seen(row: JsonObject, out: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> Seen:
    values = [_whole(row[column]) for column in COLUMNS]
    counts: dict[str, int | None] = {
        column: None if out[place] else values[place] for place, column in enumerate(COLUMNS)
    }
    at_least: dict[str, int] = {}
    if counts["shown"] is not None:
        for place, column in enumerate(COLUMNS[:3]):
            rest = [other for other in range(3) if other != place]
            if out[place] and values[place] >= SMALLEST_CELL:
                taken = [values[other] if not out[other] else SMALLEST_CELL - 1 for other in rest]
                if all(not out[other] or values[other] < SMALLEST_CELL for other in rest):
                    at_least[column] = max(SMALLEST_CELL, counts["shown"] - sum(taken))
    return Seen(counts, at_least)


def _claim_seen(claim: JsonObject, rows: list[JsonObject], everybody: Seen, each: list[Seen]) -> JsonObject:
    base = each or [everybody]
    shown: JsonObject = {**claim, **_row(claim, everybody)}
    shown["groups"] = [
        {"group": row["group"], **_row(row, seen)} for row, seen in zip(rows, each, strict=True)
    ]
    shown["in_groups"] = _together(each)
    for score, column in SCORES.items():
        shown[score] = _score(claim[score], column, base)
    exact = all(seen.has("agrees", "shown") for seen in base)
    every = exact and everybody.has(*COLUMNS) and all(seen.has(*COLUMNS) for seen in base)
    shown["split"] = claim["split"] if everybody.has("agrees", "disagrees", "shown") else None
    for name in ("gac", "gac_geometric"):
        shown[name] = claim[name] if exact else None
    for name in ("extremity", "priority"):
        shown[name] = claim[name] if every else None
    shown["divisive"] = _divisive(claim["divisive"], each)
    shown["representative_of"] = [_standing(one, base) for one in _objects(claim["representative_of"])]
    shown["polis_z"] = [
        {
            "group": one["group"],
            "agree": one["agree"] if exact else None,
            "disagree": one["disagree"] if all(seen.has("disagrees", "shown") for seen in base) else None,
        }
        for one in _objects(claim["polis_z"])
    ]
    return shown


def _row(row: JsonObject, seen: Seen) -> JsonObject:
    """The counts of a row with the intervals that are no secret."""
    intervals = _object(row["intervals"])
    open_intervals: JsonObject = {
        answer: intervals[answer] if seen.has(column, "shown") else None for column, answer in ANSWERS.items()
    }
    counts: JsonObject = dict(seen.counts)
    at_least: JsonObject = dict(seen.at_least)
    return {**counts, "at_least": at_least, "intervals": open_intervals}


def _together(each: list[Seen]) -> Json:
    """Everybody in a group, where every group's figure is public."""
    if not each:
        return None
    sums: JsonObject = {}
    for column in COLUMNS:
        values = [value for seen in each if (value := seen.counts[column]) is not None]
        sums[column] = sum(values) if len(values) == len(each) else None
    return sums


def _score(score: Json, column: str, base: list[Seen]) -> Json:
    """ "At least so large a share": exact where public, from what an answer is at least elsewhere, so that it is never too high."""
    if all(seen.has(column, "shown") for seen in base):
        return score
    bounds: list[float] = []
    for seen in base:
        shown, answers = seen.counts["shown"], seen.counts[column]
        if shown is None:
            return None
        known = answers if answers is not None else seen.at_least.get(column, 0)
        bounds.append(float(beta_bound(known, shown, 0.1)))
    return min(bounds)


def _divisive(found: Json, each: list[Seen]) -> Json:
    if not isinstance(found, dict):
        return None
    pair = [_whole(group) for group in _list(found["groups"])]
    return found if all(each[group].has("agrees", "shown") for group in pair) else None


def _standing(one: JsonObject, base: list[Seen]) -> JsonObject:
    column = "agrees" if one["answer"] == "agree" else "disagrees"
    if all(seen.has(column, "shown") for seen in base):
        return one
    return {**one, "difference": None, "z": None, "p": None}


def _group(group: JsonObject, out: bool) -> JsonObject:
    size, between = _whole(group["size"]), _whole(group["between"])
    return {
        **group,
        "size": None if out else size,
        "between": None if out or between < SMALLEST_CELL else between,
    }


def _candidate(each: JsonObject, grouped: int) -> JsonObject:
    smallest = _whole(each["smallest_group"])
    between = each["between"]
    few = isinstance(between, float) and between * grouped < SMALLEST_CELL
    return {
        **each,
        "smallest_group": None if smallest < SMALLEST_GROUP else smallest,
        "between": None if few else between,
    }


def _slate(check: JsonObject) -> JsonObject:
    people, left_out = _whole(check["people"]), _whole(check["unrepresented"])
    shown: JsonObject = {**check}
    few = left_out < SMALLEST_CELL
    if few:
        shown["unrepresented"] = shown["unrepresented_share"] = None
    share = people / max(1, len(_list(check["claims"])))
    ratio = check["justified_representation"]
    assert isinstance(ratio, float)
    if ratio * share < SMALLEST_CELL:
        shown["justified_representation"] = None
        shown["justified_representation_below"] = SMALLEST_CELL / share if share else None
    kept, levels = people, []
    for level in _objects(check["agree_with_at_least"]):
        count = _whole(level["people"])
        if count >= SMALLEST_CELL and kept - count >= SMALLEST_CELL:
            levels.append(level)
            kept = count
        else:
            levels.append({**level, "people": None, "share": None})
    shown["agree_with_at_least"] = list[Json](levels)
    return shown


def _flagged(flagged: JsonObject) -> JsonObject:
    """How many were flagged, unless few; the headline lists with and without them, but no numbers to subtract."""
    rules = ("participants", "one_answer", "same_answers", "too_fast")
    shown: JsonObject = {
        rule: flagged[rule] if _whole(flagged[rule]) >= SMALLEST_CELL else None for rule in rules
    }
    for which in ("with", "without"):
        headline = flagged[which]
        if isinstance(headline, dict):
            headline = {
                name: each for name, each in headline.items() if name not in ("participants", "grouped")
            }
        shown[which] = headline
    return shown


def _polis(polis: JsonObject, claims: list[JsonObject]) -> JsonObject:
    """Polis' lists: which claims and which answer stay, the figures only where the cell is public."""
    by_id = {str(claim["id"]): _objects(claim["groups"]) for claim in claims}
    lists: list[Json] = []
    for group in _objects(polis["representative"]):
        place = _whole(group["group"])
        kept: list[Json] = []
        for one in _objects(group["claims"]):
            column = "agrees" if one["answer"] == "agree" else "disagrees"
            rows = by_id[str(one["id"])]
            is_open = all(row[column] is not None and row["shown"] is not None for row in rows)
            numbers = ("successes", "trials", "share", "test", "ratio", "ratio_test")
            kept.append(one if is_open else {**one, **dict.fromkeys(numbers)})
        lists.append({"group": place, "claims": kept})
    return {**polis, "representative": lists}


def _whole(value: Json) -> int:
    assert isinstance(value, int)
    return value


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


def _object(value: Json) -> JsonObject:
    assert isinstance(value, dict)
    return value


def _objects(value: Json) -> list[JsonObject]:
    return [] if value is None else [_object(each) for each in _list(value)]

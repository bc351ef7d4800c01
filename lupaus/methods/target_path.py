"""Judging a series against the path that was promised for it.

A path runs in straight lines from the baseline through the target points. The latest value is judged against the
path on the day it was measured. Source of the rules: written here, line by line; each has a test of its own.
Exact: values are compared as fractions, so a value exactly on the line is on the path.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise


class PathState(StrEnum):
    """How things stand, the loudest first. Only the last two are good news."""

    WORSE_THAN_BASELINE = "worse_than_baseline"
    BEHIND = "behind"
    SERIES_BROKEN = "series_broken"
    STALE = "stale"
    NO_DATA = "no_data"
    NOT_AVAILABLE = "not_available"
    REPORTED_BY_ANOTHER_BODY = "reported_by_another_body"
    NO_PATH = "no_path"
    ON_PATH = "on_path"
    REACHED = "reached"

    @property
    def is_good(self) -> bool:
        return self in (PathState.ON_PATH, PathState.REACHED)

    @property
    def loudness(self) -> int:
        """0 is the loudest; for sorting."""
        return list(PathState).index(self)


class Better(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Kind(StrEnum):
    """What a row of a series tells of itself."""

    AVAILABLE = "available"
    PRELIMINARY = "preliminary"
    NOT_AVAILABLE = "not_available"
    OTHER_BODY = "other_body"
    BREAK = "break"


@dataclass(frozen=True)
class Mark:
    """A value on a day: the baseline, or a point of the path."""

    on: date
    value: Decimal


@dataclass(frozen=True)
class Measured:
    """A row of a series. `part` names a dimension (an area, say); only rows without one are totals."""

    on: date
    value: Decimal | None
    kind: str = Kind.AVAILABLE
    part: str | None = None


@dataclass(frozen=True)
class Judgement:
    """What can be said of a series today.

    `latest` is the last value known, `expected` what the path asked on the day it was measured, `progress` the share
    of the way from baseline to the last target in whole per cents, 0 to 100. `overdue`: a target day has passed, and
    its value has not been shown to be met; `due` is that target. `last_known` is how things stood by the latest
    value, also when that value is too old to say how things stand now.
    """

    state: PathState
    latest: Decimal | None = None
    latest_on: date | None = None
    expected: Decimal | None = None
    progress: int | None = None
    baseline: Mark | None = None
    target: Mark | None = None
    due: Mark | None = None
    overdue: bool = False
    last_known: PathState | None = None


def judge(
    observations: Iterable[Measured],
    *,
    baseline: Mark | None,
    targets: Iterable[Mark],
    better: str,
    today: date,
    stale_after: timedelta,
) -> Judgement:
    """Judge the totals of a series up to today against the path from the baseline through the targets.

    Rows with a `part`, rows of the future, and rows from before the baseline are left out.
    Raises ValueError when `better` is neither "up" nor "down", or two totals or two targets share a day.
    """
    sign = _sign(better)
    marks = sorted(targets, key=lambda mark: mark.on)
    path = _path(baseline, marks)
    totals = _totals(observations, today, baseline.on if baseline else None)
    target = path[-1] if len(path) > 1 else (marks[-1] if marks and baseline is None else None)
    known = [row for row in totals if row.value is not None and row.kind not in _WITHOUT_VALUE]
    last = known[-1] if known else None
    against = _against_path(last, path, sign) if last else PathState.NO_DATA
    state = _state(totals, against, today, stale_after, baseline)
    due = _due(path, today)
    return Judgement(
        state=state,
        latest=last.value if last else None,
        latest_on=last.on if last else None,
        expected=_expected(path, last.on) if last else None,
        progress=_progress(path, last, sign) if last and state != PathState.SERIES_BROKEN else None,
        baseline=baseline,
        target=target,
        due=due,
        overdue=due is not None and not state.is_good and not _meets(last, due, sign),
        last_known=against if last else None,
    )


def expected_on(day: date, *, baseline: Mark, targets: Iterable[Mark]) -> Decimal | None:
    """What the path asks on a day, to four decimals; None before the baseline."""
    return _expected(_path(baseline, targets), day)


_WITHOUT_VALUE = (Kind.NOT_AVAILABLE, Kind.OTHER_BODY)


def _sign(better: str) -> int:
    return 1 if Better(better) is Better.UP else -1


def _path(baseline: Mark | None, targets: Iterable[Mark]) -> list[Mark]:
    """The baseline and the targets after it, by day; empty without a baseline."""
    if baseline is None:
        return []
    later = sorted((mark for mark in targets if mark.on > baseline.on), key=lambda mark: mark.on)
    if len({mark.on for mark in later}) != len(later):
        raise ValueError("Two targets stand on the same day.")
    return [baseline, *later]


def _totals(rows: Iterable[Measured], today: date, since: date | None) -> list[Measured]:
    totals = sorted((row for row in rows if row.part is None), key=lambda row: row.on)
    if len({row.on for row in totals}) != len(totals):
        raise ValueError("Two totals stand on the same day.")
    return [row for row in totals if row.on <= today and (since is None or row.on >= since)]


def _state(
    totals: Sequence[Measured],
    against: PathState,
    today: date,
    stale_after: timedelta,
    baseline: Mark | None,
) -> PathState:
    if not totals:
        return PathState.NO_DATA
    newest = totals[-1]
    if today - newest.on > stale_after:
        return PathState.STALE
    if newest.kind == Kind.OTHER_BODY:
        return PathState.REPORTED_BY_ANOTHER_BODY
    if newest.kind == Kind.NOT_AVAILABLE or newest.value is None:
        return PathState.NOT_AVAILABLE
    if any(row.kind == Kind.BREAK and (baseline is None or row.on > baseline.on) for row in totals):
        return PathState.SERIES_BROKEN
    return against


def _against_path(last: Measured, path: Sequence[Mark], sign: int) -> PathState:
    if len(path) < 2:
        return PathState.NO_PATH
    value = _exact(last.value)
    start, target = path[0], path[-1]
    if sign * (value - _exact(start.value)) < 0:
        return PathState.WORSE_THAN_BASELINE
    holds_level = target.value == start.value and last.on < target.on
    if sign * (value - _exact(target.value)) >= 0 and not holds_level:
        return PathState.REACHED
    asked = _asked(path, last.on)
    return PathState.ON_PATH if asked is None or sign * (value - asked) >= 0 else PathState.BEHIND


def _asked(path: Sequence[Mark], day: date) -> Fraction | None:
    """The exact value of the path on a day; after its last point, the last value."""
    if not path or day < path[0].on:
        return None
    for earlier, later in pairwise(path):
        if day < later.on:
            share = Fraction((day - earlier.on).days, (later.on - earlier.on).days)
            return _exact(earlier.value) + share * (_exact(later.value) - _exact(earlier.value))
    return _exact(path[-1].value)


def _expected(path: Sequence[Mark], day: date) -> Decimal | None:
    asked = _asked(path, day) if len(path) > 1 else None
    if asked is None:
        return None
    return (Decimal(asked.numerator) / Decimal(asked.denominator)).quantize(Decimal("0.0001"))


def _progress(path: Sequence[Mark], last: Measured, sign: int) -> int | None:
    if len(path) < 2:
        return None
    start, goal, value = (_exact(part) for part in (path[0].value, path[-1].value, last.value))
    if sign * (value - start) < 0:
        return 0
    if sign * (goal - start) <= 0:
        return 100 if sign * (value - goal) >= 0 else 0
    return min(100, int(100 * (value - start) / (goal - start)))


def _due(path: Sequence[Mark], today: date) -> Mark | None:
    passed = [mark for mark in path[1:] if mark.on < today]
    return passed[-1] if passed else None


def _meets(last: Measured | None, due: Mark, sign: int) -> bool:
    return last is not None and sign * (_exact(last.value) - _exact(due.value)) >= 0


def _exact(value: Decimal | None) -> Fraction:
    assert value is not None
    return Fraction(value)

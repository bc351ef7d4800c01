"""Define indicators and the paths they are judged against."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from lupaus.counties.models import County
from lupaus.implementation.models import Measure
from lupaus.journal.actions import record
from lupaus.methods.hashchain import Json
from lupaus.monitoring.models import Indicator, TargetPoint
from lupaus.monitoring.queries import key_indicators_in_use
from lupaus.monitoring.states import KEY_INDICATORS_AT_MOST, Direction
from lupaus.people.models import User
from lupaus.promise.models import Pledge
from lupaus.web.access import require
from lupaus.web.content_forms import columns

Texts = Mapping[str, str]


class TooManyKeyIndicators(Exception):
    """The county already follows as many key indicators as anyone can keep in mind."""


class CodeIsTaken(Exception):
    """Another indicator of the county has this code."""


class PathIsImpossible(Exception):
    """The points do not make a path from the baseline to something better."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def define_indicator(
    county: County,
    *,
    code: str,
    name: Texts,
    kind: str,
    direction: str,
    unit: Texts,
    source: Texts,
    explanation: Texts | None = None,
    owner: Texts | None = None,
    note: Texts | None = None,
    source_address: str = "",
    decimals: int = 1,
    is_key: bool = False,
    stale_after_days: int = 400,
    pledges: Iterable[Pledge] = (),
    measures: Iterable[Measure] = (),
    by: User,
    at: datetime | None = None,
) -> Indicator:
    """Say by which number the keeping of pledges is followed, and which way is better."""
    require(by, "monitoring.define_indicator", county)
    _lock(county)
    if is_key and key_indicators_in_use(county) >= KEY_INDICATORS_AT_MOST:
        raise TooManyKeyIndicators
    if Indicator.objects.of(county).filter(code__iexact=code).exists():
        raise CodeIsTaken(code)
    indicator = Indicator.objects.create(
        county=county,
        code=code,
        kind=kind,
        direction=direction,
        source_address=source_address,
        decimals=decimals,
        is_key=is_key,
        stale_after_days=stale_after_days,
        order=Indicator.objects.of(county).count(),
        **columns("name", name),
        **columns("unit", unit),
        **columns("source", source),
        **columns("explanation", explanation),
        **columns("owner", owner),
        **columns("note", note),
    )
    indicator.pledges.set(pledges)
    indicator.measures.set(measures)
    record("monitoring.indicator_defined", indicator, by=by, at=at, code=code)
    return indicator


@transaction.atomic
def edit_indicator(
    indicator: Indicator,
    *,
    name: Texts,
    kind: str,
    unit: Texts,
    source: Texts,
    explanation: Texts,
    owner: Texts,
    note: Texts,
    source_address: str,
    decimals: int,
    is_key: bool,
    stale_after_days: int,
    pledges: Iterable[Pledge],
    measures: Iterable[Measure],
    by: User,
    at: datetime | None = None,
) -> Indicator:
    """Mend what an indicator says of itself. Its code and direction stay: they decide what its figures mean."""
    require(by, "monitoring.define_indicator", indicator)
    _lock(indicator.county)
    if is_key and key_indicators_in_use(indicator.county, without=indicator) >= KEY_INDICATORS_AT_MOST:
        raise TooManyKeyIndicators
    texts: dict[str, Texts] = {
        "name": name,
        "unit": unit,
        "source": source,
        "explanation": explanation,
        "owner": owner,
        "note": note,
    }
    changed: dict[str, str | int] = {
        column: text for field, said in texts.items() for column, text in columns(field, said).items()
    }
    changed |= {
        "kind": kind,
        "source_address": source_address,
        "decimals": decimals,
        "is_key": is_key,
        "stale_after_days": stale_after_days,
    }
    for field, value in changed.items():
        setattr(indicator, field, value)
    indicator.save(update_fields=list(changed))
    indicator.pledges.set(pledges)
    indicator.measures.set(measures)
    record("monitoring.indicator_edited", indicator, by=by, at=at)
    return indicator


@transaction.atomic
def set_path(
    indicator: Indicator,
    *,
    baseline: Decimal,
    baseline_on: date,
    points: Sequence[tuple[date, Decimal]],
    by: User,
    at: datetime | None = None,
) -> Indicator:
    """Say where we start from and by when we mean to be where (tavoitepolku)."""
    require(by, "monitoring.set_path", indicator)
    _check_path(indicator, baseline, baseline_on, points)
    before: Json = [[str(point.on), str(point.value)] for point in indicator.path.all()]
    indicator.baseline, indicator.baseline_on = baseline, baseline_on
    indicator.save(update_fields=["baseline", "baseline_on"])
    indicator.path.all().delete()
    TargetPoint.objects.bulk_create(
        TargetPoint(indicator=indicator, on=on, value=value) for on, value in sorted(points)
    )
    after: Json = [[str(on), str(value)] for on, value in sorted(points)]
    record("monitoring.path_set", indicator, by=by, at=at, baseline=str(baseline), before=before, after=after)
    return indicator


def _check_path(
    indicator: Indicator, baseline: Decimal, baseline_on: date, points: Sequence[tuple[date, Decimal]]
) -> None:
    days = [on for on, _value in points]
    sign = 1 if indicator.direction == Direction.UP else -1
    if not points:
        raise PathIsImpossible("empty")
    if len(set(days)) != len(days):
        raise PathIsImpossible("same_day")
    if min(days) <= baseline_on:
        raise PathIsImpossible("before_baseline")
    if any(sign * (value - baseline) < 0 for _on, value in points):
        raise PathIsImpossible("wrong_way")


def _lock(county: County) -> None:
    """One at a time, so that the limit of key indicators holds."""
    County.objects.select_for_update().get(pk=county.pk)

"""Yearly targets of pledges, and where there are none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from lupaus.decision.models import DecisionPackage, YearlyTarget
from lupaus.decision.queries.pledges import SpokenPledge, spoken_pledges
from lupaus.decision.states import PackageState
from lupaus.promise.models import Pledge, ServicePromise

HORIZON = 3


@dataclass(frozen=True)
class TargetCell:
    """A pledge in a year: its target, or a gap."""

    year: int
    target: YearlyTarget | None
    is_decided: bool = False


@dataclass(frozen=True)
class TargetRow:
    """A pledge and its targets year by year."""

    spoken: SpokenPledge
    cells: tuple[TargetCell, ...]


def targets_of(pledge: Pledge) -> QuerySet[YearlyTarget]:
    """The yearly targets of a pledge with their measures and units: a link of the thread."""
    return YearlyTarget.objects.filter(pledge=pledge).prefetch_related("measures__unit")


def target_years(promise: ServicePromise, *, today: date | None = None) -> list[int]:
    """The years to plan for: those that have targets, this year and the two after it."""
    this_year = (today or timezone.localdate()).year
    known = YearlyTarget.objects.filter(pledge__pair__promise=promise).values_list("year", flat=True)
    return sorted({*known, *range(this_year, this_year + HORIZON)})


def target_rows(promise: ServicePromise, *, years: Sequence[int]) -> list[TargetRow]:
    """Every pledge of the promise with its target or gap in each year."""
    sealed_at = _sealed_at(promise)
    targets: dict[int, dict[int, YearlyTarget]] = defaultdict(dict)
    for target in YearlyTarget.objects.filter(pledge__pair__promise=promise):
        targets[target.pledge_id][target.year] = target
    return [
        TargetRow(
            spoken, tuple(_cell(year, targets[spoken.pledge.pk].get(year), sealed_at) for year in years)
        )
        for spoken in spoken_pledges(promise.county, promise=promise)
    ]


def _cell(year: int, target: YearlyTarget | None, sealed_at: datetime | None) -> TargetCell:
    is_decided = target is not None and sealed_at is not None and target.set_at <= sealed_at
    return TargetCell(year, target, is_decided)


def _sealed_at(promise: ServicePromise) -> datetime | None:
    """When targets were last sealed into a package that is before the council or approved."""
    packages = DecisionPackage.objects.filter(
        version__promise=promise, state__in=(PackageState.FROZEN, PackageState.DECIDED)
    )
    newest = packages.order_by("-compiled_at").first()
    return newest.compiled_at if newest else None


def is_before_council(target: YearlyTarget) -> bool:
    """Whether the target stands in a package that is before the council or approved, and so stays."""
    sealed_at = _sealed_at(target.pledge.pair.promise)
    return sealed_at is not None and target.set_at <= sealed_at

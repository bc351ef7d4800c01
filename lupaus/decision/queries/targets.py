"""Yearly targets of pledges, and where there are none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from lupaus.decision.models import YearlyTarget
from lupaus.decision.queries.pledges import SpokenPledge, spoken_pledges
from lupaus.promise.models import Pledge, ServicePromise

HORIZON = 3


@dataclass(frozen=True)
class TargetCell:
    """A pledge in a year: its target, or a gap."""

    year: int
    target: YearlyTarget | None


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
    targets: dict[int, dict[int, YearlyTarget]] = defaultdict(dict)
    for target in YearlyTarget.objects.filter(pledge__pair__promise=promise):
        targets[target.pledge_id][target.year] = target
    return [
        TargetRow(spoken, tuple(TargetCell(year, targets[spoken.pledge.pk].get(year)) for year in years))
        for spoken in spoken_pledges(promise.county, promise=promise)
    ]

"""By whom and how pledges are kept."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lupaus.counties.models import County
from lupaus.decision.queries import SpokenPledge, spoken_pledges
from lupaus.implementation.models import ContractClause, Measure, Unit
from lupaus.implementation.states import MeasureState
from lupaus.promise.models import Pledge


@dataclass(frozen=True)
class KeptPledge:
    """A pledge with the measures and contract clauses that keep it; without any, a loose end."""

    spoken: SpokenPledge
    measures: tuple[Measure, ...]
    clauses: tuple[ContractClause, ...]

    @property
    def is_loose(self) -> bool:
        return not self.measures and not self.clauses


STATE_BADGES: dict[str, str] = {
    MeasureState.PLANNED: "draft",
    MeasureState.UNDER_WAY: "open",
    MeasureState.DONE: "ok",
    MeasureState.DROPPED: "closed",
}


@dataclass(frozen=True)
class MeasureLine:
    """A measure as a list shows it on a day."""

    measure: Measure
    today: date

    @property
    def badge(self) -> str:
        return STATE_BADGES[self.measure.state]

    @property
    def is_late(self) -> bool:
        """Whether the measure should have ended and has not."""
        is_open = self.measure.state in (MeasureState.PLANNED, MeasureState.UNDER_WAY)
        return is_open and self.measure.ends_on < self.today


def measures_of(pledge: Pledge) -> QuerySet[Measure]:
    """What is done to keep a pledge, and by which unit: a link of the thread."""
    return Measure.objects.filter(pledge=pledge).select_related("unit", "target")


def clauses_of(pledge: Pledge) -> QuerySet[ContractClause]:
    """What providers have agreed to for a pledge: a link of the thread."""
    return ContractClause.objects.filter(pledge=pledge).select_related("provider")


def measures_in(county: County, *, pledge: str = "", unit: str = "", state: str = "") -> QuerySet[Measure]:
    """The county's measures, narrowed by the public ids of a pledge and a unit, and by state."""
    every: QuerySet[Measure] = Measure.objects.of(county)
    found = every.select_related("unit", "target", "pledge__pair__promise__county")
    if pledge:
        found = found.filter(pledge__public_id=pledge)
    if unit:
        found = found.filter(unit__public_id=unit)
    if state in MeasureState.values:
        found = found.filter(state=state)
    return found


def kept_pledges(county: County) -> list[KeptPledge]:
    """Every pledge with what keeps it, in five queries; those without anything are shown too."""
    measures: dict[int, list[Measure]] = defaultdict(list)
    for measure in Measure.objects.of(county).select_related("unit"):
        measures[measure.pledge_id].append(measure)
    clauses: dict[int, list[ContractClause]] = defaultdict(list)
    for clause in ContractClause.objects.of(county).select_related("provider"):
        clauses[clause.pledge_id].append(clause)
    return [
        KeptPledge(spoken, tuple(measures[spoken.pledge.pk]), tuple(clauses[spoken.pledge.pk]))
        for spoken in spoken_pledges(county)
    ]


def pledges_without_measures(county: County) -> list[SpokenPledge]:
    """The pledges that nobody does anything about yet."""
    with_measures = set(Measure.objects.of(county).values_list("pledge_id", flat=True))
    return [spoken for spoken in spoken_pledges(county) if spoken.pledge.pk not in with_measures]


def units_of(county: County) -> QuerySet[Unit]:
    """The county's units with the people responsible."""
    units: QuerySet[Unit] = Unit.objects.of(county)
    return units.select_related("responsible")

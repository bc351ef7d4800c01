"""Which indicators there are, with what hangs on them."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from lupaus.counties.models import County
from lupaus.decision.queries import SpokenPledge, spoken_pledges
from lupaus.implementation.models import Measure
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.promise.models import Pledge

HEADINGS = {
    "indicator": pgettext_lazy("heading of a column", "indicator"),
    "date": pgettext_lazy("heading of a column", "date"),
    "value": pgettext_lazy("heading of a column", "value"),
    "area": pgettext_lazy("heading of a column", "area"),
    "state": pgettext_lazy("heading of a column", "state"),
    "note": pgettext_lazy("heading of a column", "note"),
}


@dataclass(frozen=True)
class Followed:
    """What an indicator follows: pledges and measures."""

    pledges: tuple[SpokenPledge, ...]
    measures: tuple[Measure, ...]


def followed_by(indicator: Indicator) -> Followed:
    """The pledges and measures an indicator follows, with what they say now."""
    return Followed(
        tuple(spoken_pledges(indicator.county, among=Pledge.objects.filter(indicators=indicator))),
        tuple(indicator.measures.select_related("unit")),
    )


def example_rows(county: County) -> list[list[str]]:
    """The headings of a file of figures in the reader's language, and a row to fill for each indicator."""
    names = ("indicator", "date", "value", "area", "state", "note")
    headings = [str(HEADINGS[name]) for name in names]
    today = timezone.localdate().isoformat()
    codes = Indicator.objects.of(county).values_list("code", flat=True)
    return [headings, *([code, today, "", "", "", ""] for code in codes)]


def indicators_of(pledge: Pledge) -> QuerySet[Indicator]:
    """The indicators a pledge is followed by, with their corrective actions loaded: a link of the thread."""
    followed: QuerySet[Indicator] = Indicator.objects.filter(pledges=pledge).prefetch_related(
        "corrective_actions"
    )
    return followed


def with_thread(county: County) -> QuerySet[Indicator]:
    """Every indicator of the county with its pledges, measures and corrective actions, in four queries."""
    indicators: QuerySet[Indicator] = Indicator.objects.of(county).prefetch_related(
        "pledges__pair", "measures__unit", "corrective_actions"
    )
    return indicators


def key_indicators_in_use(county: County, *, without: Indicator | None = None) -> int:
    """How many key indicators the county follows, one left aside."""
    chosen = Indicator.objects.of(county).key()
    return len([one for one in chosen if without is None or one.pk != without.pk])


def open_findings(county: County) -> QuerySet[CorrectiveAction]:
    """Corrective actions whose effect has not been checked yet, the most urgent first."""
    return (
        CorrectiveAction.objects.filter(indicator__county=county, effect_checked_on=None)
        .select_related("indicator")
        .order_by("due_on", "id")
    )

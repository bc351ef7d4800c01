"""Which indicators there are, with what hangs on them."""

from django.db.models import QuerySet

from lupaus.counties.models import County
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.promise.models import Pledge


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

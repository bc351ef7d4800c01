"""Whether the promise is kept: indicators judged, for the front page and the follow-up."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F

from lupaus.counties.models import County
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.monitoring.queries import Judgement, judgements
from lupaus.promise.models import Pledge, Wording
from lupaus.promise.states import VersionState


def key_indicators(county: County, *, today: date) -> list[Judgement]:
    """The three to five key indicators with what can be said of each, in words."""
    return judgements(county, today=today, indicators=list(Indicator.objects.of(county).key()))


@dataclass
class Followed:
    """An indicator with the pledges it follows and what has been corrected because of it."""

    judgement: Judgement
    pledges: list[Wording] = field(default_factory=list)
    corrective_actions: list[CorrectiveAction] = field(default_factory=list)


def followed(county: County, *, today: date) -> list[Followed]:
    """Every indicator that follows a promise, key indicators first, then the loudest."""
    rows = [Followed(judgement) for judgement in judgements(county, today=today)]
    by_indicator = {row.judgement.indicator.pk: row for row in rows}
    for indicator_id, wording in _wordings(list(by_indicator)):
        by_indicator[indicator_id].pledges.append(wording)
    for action in CorrectiveAction.objects.filter(indicator__county=county).order_by("found_on"):
        by_indicator[action.indicator_id].corrective_actions.append(action)
    return sorted(
        rows,
        key=lambda row: (
            not row.judgement.indicator.is_key,
            row.judgement.state.loudness,
            row.judgement.indicator.pk,
        ),
    )


def pledges_of(indicator: Indicator) -> list[Wording]:
    """The pledges an indicator follows, as they read now."""
    return [wording for _pk, wording in _wordings([indicator.pk])]


def _wordings(indicator_ids: list[int]) -> list[tuple[int, Wording]]:
    decided = Wording.objects.filter(
        version__state=VersionState.DECIDED, pledge__indicators__in=indicator_ids
    ).annotate(indicator_key=F("pledge__indicators"))
    rows = decided.select_related("pledge__pair")
    return [(row.indicator_key, row) for row in rows]


def pledges_without_indicator(county: County) -> int:
    """How many pledges nothing follows yet; said aloud on the follow-up page."""
    count: int = (
        Pledge.objects.of(county)
        .filter(indicators=None, wordings__version__state=VersionState.DECIDED)
        .count()
    )
    return count

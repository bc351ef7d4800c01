"""How indicators stand against their paths, in one whole sentence a resident can read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Value
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.methods import target_path
from lupaus.methods.target_path import Mark, Measured, PathState
from lupaus.monitoring.models import Indicator, Observation, TargetPoint
from lupaus.monitoring.queries.numbers import number_text
from lupaus.monitoring.states import BADGES, STATE_WORDS
from lupaus.web.languages import shown
from lupaus.web.templatetags.lupaus import day


@dataclass(frozen=True)
class Judgement:
    """How one indicator stands today; its words are in the language of the page they are read on."""

    indicator: Indicator
    found: target_path.Judgement

    @property
    def state(self) -> PathState:
        return self.found.state

    @property
    def badge(self) -> str:
        return BADGES[self.found.state]

    @property
    def words(self) -> str:
        return str(STATE_WORDS[self.found.state])

    @property
    def is_overdue(self) -> bool:
        return self.found.overdue

    @property
    def is_off_path(self) -> bool:
        """Whether someone should find out why, and do something."""
        return self.found.state in (PathState.WORSE_THAN_BASELINE, PathState.BEHIND)

    @property
    def latest(self) -> str:
        return self.number(self.found.latest)

    @property
    def latest_on(self) -> date | None:
        return self.found.latest_on

    @property
    def expected(self) -> str:
        return self.number(self.found.expected)

    @property
    def progress(self) -> int | None:
        return self.found.progress

    @property
    def progress_text(self) -> str:
        if self.found.progress is None:
            return ""
        return _("%(percent)s of the way from the start to the target") % {
            "percent": number_text(Decimal(self.found.progress), decimals=0, unit="%")
        }

    @property
    def baseline(self) -> str:
        return self.number(self.found.baseline.value if self.found.baseline else None)

    @property
    def target(self) -> str:
        return self.number(self.found.target.value if self.found.target else None)

    @property
    def target_on(self) -> date | None:
        return self.found.target.on if self.found.target else None

    @property
    def sentence(self) -> str:
        """What can be said, whole: never put together from pieces."""
        return sentence_for(self.found) % {
            "value": self.latest,
            "day": day(self.latest_on),
            "expected": self.expected,
            "baseline": self.baseline,
            "target": self.target,
            "target_day": day(self.target_on),
        }

    @property
    def overdue_sentence(self) -> str:
        """That a target day went by without its target, or nothing."""
        if not self.found.overdue or self.found.due is None:
            return ""
        return _("The target %(target)s was due on %(day)s and has not been shown to be met.") % {
            "target": self.number(self.found.due.value),
            "day": day(self.found.due.on),
        }

    def number(self, value: Decimal | None) -> str:
        unit = shown(self.indicator, "unit").text
        return number_text(value, decimals=self.indicator.decimals, unit=unit)


def sentence_for(found: target_path.Judgement) -> str:
    """The sentence of a state, with named places for its figures."""
    was_worse = found.last_known is PathState.WORSE_THAN_BASELINE
    if found.state is PathState.STALE and was_worse:
        return _(
            "The latest figure is too old to say how things stand now. On %(day)s it was %(value)s, "
            "worse than the %(baseline)s at the start."
        )
    if found.state is PathState.NOT_AVAILABLE and found.latest is not None:
        return _(
            "The newest figure is not available, so we do not know how things stand now. "
            "On %(day)s it was %(value)s."
        )
    if found.state is PathState.NO_PATH and found.target is not None:
        return _(
            "On %(day)s the figure was %(value)s. The target is %(target)s by %(target_day)s, but there is no "
            "figure from the start, so we cannot say whether we are on our path."
        )
    return _sentences()[found.state]


def _sentences() -> dict[PathState, str]:
    return {
        PathState.WORSE_THAN_BASELINE: _(
            "Things are worse than at the start: on %(day)s the figure was %(value)s, and at the start it was "
            "%(baseline)s."
        ),
        PathState.BEHIND: _(
            "We are behind: on %(day)s the figure was %(value)s, and on our path it should have been %(expected)s."
        ),
        PathState.ON_PATH: _(
            "We are on our path: on %(day)s the figure was %(value)s, and the path asked for %(expected)s."
        ),
        PathState.REACHED: _(
            "We have reached the target: on %(day)s the figure was %(value)s, and the target is %(target)s."
        ),
        PathState.STALE: _(
            "The latest figure is too old to say how things stand now. On %(day)s it was %(value)s."
        ),
        PathState.NO_DATA: _("There are no figures yet, so we do not know how things stand."),
        PathState.NOT_AVAILABLE: _("The figure is not available, so we do not know how things stand."),
        PathState.REPORTED_BY_ANOTHER_BODY: _(
            "Another body reports this figure, so we do not have our own figure to judge."
        ),
        PathState.SERIES_BROKEN: _(
            "The way of measuring has changed, so the figure %(value)s of %(day)s cannot be compared with the start."
        ),
        PathState.NO_PATH: _(
            "On %(day)s the figure was %(value)s. No target has been set, so we cannot say whether that is enough."
        ),
    }


def judge(indicator: Indicator, *, today: date | None = None) -> Judgement:
    """How one indicator stands."""
    return _judged([indicator], today)[0]


def judgements(
    county: County, *, today: date | None = None, indicators: Iterable[Indicator] | None = None
) -> list[Judgement]:
    """How the county's indicators (or those given) stand, in their own order and in two queries."""
    return _judged(list(Indicator.objects.of(county) if indicators is None else indicators), today)


def _judged(indicators: list[Indicator], today: date | None) -> list[Judgement]:
    totals, points = _series([indicator.pk for indicator in indicators])
    return [
        Judgement(
            indicator,
            target_path.judge(
                totals[indicator.pk],
                baseline=_baseline(indicator),
                targets=points[indicator.pk],
                better=indicator.direction,
                today=today or timezone.localdate(),
                stale_after=timedelta(days=indicator.stale_after_days),
            ),
        )
        for indicator in indicators
    ]


ON_PATH_ROW = "path"


def _series(names: list[int]) -> tuple[dict[int, list[Measured]], dict[int, list[Mark]]]:
    """County totals and path points of many indicators, in one query."""
    observed = Observation.objects.rewrite(False).filter(indicator__in=names, area=None)
    promised = TargetPoint.objects.filter(indicator__in=names)
    rows = observed.order_by().values_list("indicator_id", "on", "value", "state")
    marks = promised.order_by().values_list("indicator_id", "on", "value", Value(ON_PATH_ROW))
    totals: dict[int, list[Measured]] = defaultdict(list)
    points: dict[int, list[Mark]] = defaultdict(list)
    for indicator_id, on, value, state in rows.union(marks, all=True):
        if state == ON_PATH_ROW:
            points[indicator_id].append(Mark(on, value))
        else:
            totals[indicator_id].append(Measured(on, value, state))
    return totals, points


def _baseline(indicator: Indicator) -> Mark | None:
    if indicator.baseline is None or indicator.baseline_on is None:
        return None
    return Mark(indicator.baseline_on, indicator.baseline)

"""Charts of the public pages; each has its table beside it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lupaus.methods.charts import LineLabels, Point, line_with_path
from lupaus.monitoring.models import Observation, TargetPoint
from lupaus.monitoring.queries import Judgement, number_text
from lupaus.web.languages import shown
from lupaus.web.templatetags.lupaus import day


def chart_of(
    judgement: Judgement, observations: Sequence[Observation], path: Sequence[TargetPoint]
) -> SafeString:
    """The observations as a line, and the path from the start to the target; nothing when there is no value."""
    measured = [_point(row.on, row.value) for row in observations]
    if not any(point.value is not None for point in measured):
        return SafeString()
    promised = [_point(point.on, point.value) for point in path]
    start = judgement.found.baseline
    if promised and start is not None:
        promised.insert(0, _point(start.on, start.value))
    indicator = judgement.indicator
    labels = LineLabels(
        title=shown(indicator, "name").text,
        description=judgement.sentence,
        observed=_("measured"),
        path=_("path to the target"),
    )
    drawn = line_with_path(
        measured,
        promised,
        labels,
        figure=lambda value: number_text(Decimal(str(value)), decimals=0 if value == int(value) else 1),
    )
    return SafeString(drawn)


def _point(on: date, value: Decimal | None) -> Point:
    return Point(on.toordinal(), None if value is None else float(value), day(on))

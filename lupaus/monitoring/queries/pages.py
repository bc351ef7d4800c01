"""An indicator as a page shows it: its judgement, its chart with a table, and what hangs on it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lupaus.methods.charts import LineLabels, Point, line_with_path
from lupaus.monitoring.models import Indicator, Observation, TargetPoint
from lupaus.monitoring.queries.judging import Judgement
from lupaus.monitoring.queries.numbers import number_text
from lupaus.web.languages import shown
from lupaus.web.templatetags.lupaus import day


@dataclass(frozen=True)
class FigureRow:
    """A figure as a table shows it."""

    observation: Observation
    value: str

    @property
    def has_remark(self) -> bool:
        return self.observation.state != "available"


@dataclass(frozen=True)
class Figures:
    """The figures of an indicator: the county's own, each area's, and the points of the path."""

    totals: tuple[FigureRow, ...]
    areas: tuple[FigureRow, ...]
    path: tuple[tuple[date, str], ...]
    chart: SafeString | None


def figures_of(judgement: Judgement) -> Figures:
    """Every figure of an indicator and its chart, in two queries; areas stand apart from the county's own."""
    indicator = judgement.indicator
    rows = list(Observation.objects.filter(indicator=indicator).select_related("area").order_by("on", "id"))
    points = list(TargetPoint.objects.filter(indicator=indicator))
    totals = [row for row in rows if row.area is None]
    areas = sorted((row for row in rows if row.area is not None), key=lambda row: (row.area_id or 0, row.on))
    return Figures(
        totals=tuple(FigureRow(row, judgement.number(row.value)) for row in reversed(totals)),
        areas=tuple(FigureRow(row, judgement.number(row.value)) for row in areas),
        path=tuple((point.on, judgement.number(point.value)) for point in points),
        chart=_chart(judgement, totals, points),
    )


def _chart(judgement: Judgement, totals: list[Observation], points: list[TargetPoint]) -> SafeString | None:
    """The county's own figures against the path; nothing when there is nothing to draw."""
    indicator = judgement.indicator
    observed = [_point(judgement, row.on, row.value) for row in totals]
    path = [_point(judgement, point.on, point.value) for point in points]
    if indicator.baseline_on is not None and indicator.baseline is not None and path:
        later = [point for point, row in zip(path, points, strict=True) if row.on > indicator.baseline_on]
        path = [_point(judgement, indicator.baseline_on, indicator.baseline), *later]
    if not any(point.value is not None for point in (*observed, *path)):
        return None
    labels = LineLabels(
        title=shown(indicator, "name").text,
        description=judgement.sentence,
        observed=_("Figures"),
        path=_("Our path"),
    )
    return mark_safe(line_with_path(observed, path, labels, figure=_figure, name=indicator.public_id))


def _point(judgement: Judgement, on: date, value: Decimal | None) -> Point:
    label = f"{day(on)}"
    return Point(on.toordinal(), None if value is None else float(value), label)


def _figure(value: float) -> str:
    rounded = Decimal(str(round(value, 4)))
    decimals = max(0, -int(rounded.normalize().as_tuple().exponent))
    return number_text(rounded, decimals=decimals)


def path_initial(indicator: Indicator) -> dict[str, object]:
    """What the path's form shows first."""
    initial: dict[str, object] = {
        "baseline": _plain(indicator.baseline),
        "baseline_on": indicator.baseline_on,
    }
    for number, point in enumerate(indicator.path.all(), start=1):
        initial |= {f"on_{number}": point.on, f"value_{number}": _plain(point.value)}
    return initial


def _plain(value: Decimal | None) -> str:
    """A number for an input, without trailing zeros and with a decimal comma."""
    if value is None:
        return ""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")

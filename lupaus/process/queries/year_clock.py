"""The year clock (vuosikello): what law brings round every year, and the dates of the county's own work."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.foundations.queries import LawLink, law_link
from lupaus.process.models import Milestone
from lupaus.process.queries.handbook import CONTENT
from lupaus.web.templatetags.lupaus import day


@dataclass(frozen=True)
class ClockEvent:
    """A duty that comes round: when, what, and where the law says so."""

    key: str
    when: str
    what: str
    laws: tuple[LawLink, ...]


@cache
def year_clock_content() -> dict[str, Any]:
    return dict(yaml.safe_load((CONTENT / "year_clock.yaml").read_text(encoding="utf-8")))


def year_clock(language: str, *, today: date) -> tuple[ClockEvent, ...]:
    """The duties of the year: those with a day in the order in which they come, then the others."""
    content = year_clock_content()
    events = sorted(content["events"], key=lambda event: next_day(event, today) or date.max)
    return tuple(
        ClockEvent(
            event["key"],
            _when(event, today),
            content["texts"][event["key"]][language],
            tuple(law_link(code, language) for code in event["laws"]),
        )
        for event in events
    )


def next_day(event: dict[str, Any], today: date) -> date | None:
    """The day a duty comes round next; none when the act gives no day."""
    if not event["month"]:
        return None
    this_year = date(today.year, event["month"], event["day"])
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def _when(event: dict[str, Any], today: date) -> str:
    if on := next_day(event, today):
        return _("by %(on)s") % {"on": day(on)}
    words = {
        "monthly": _("every month"),
        "every_four_months": _("every four months"),
        "every_term": _("once in a council term"),
    }
    return words.get(year_clock_content()["rhythms"].get(event["key"], ""), _("every year, the day varies"))


def coming_dates(county: County, *, today: date) -> QuerySet[Milestone]:
    """The dates ahead in the county's own work."""
    return Milestone.objects.filter(process__county=county, on__gte=today).select_related("process")

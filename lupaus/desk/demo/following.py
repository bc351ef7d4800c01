"""Follow in public: indicators with real figures, and what is done when the path is lost."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from django.utils import timezone

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, series, texts_of
from lupaus.monitoring.actions import define_indicator, import_observations, raise_finding, set_path
from lupaus.monitoring.models import Indicator
from lupaus.monitoring.queries import preview_observations

DEFINED_ON, FIRST_IMPORT_ON, LATEST_ON, LATEST_IMPORT_ON, STALE_ON = -148, -118, -32, -28, -520
HEADINGS = ("indicator", "date", "value", "note_fi", "note_sv", "note_en")


def plan(stage: Stage) -> None:
    """Indicators and paths, two files of figures, and one corrective action."""
    told = chapter("indicators")["finding"]
    stage.plan(DEFINED_ON, lambda: follow(stage))
    stage.plan(FIRST_IMPORT_ON, lambda: take_figures_in(stage, is_latest=False))
    stage.plan(LATEST_IMPORT_ON, lambda: take_figures_in(stage, is_latest=True))
    stage.plan(told["raised"], lambda: correct(stage))


def follow(stage: Stage) -> None:
    """Define the key indicators and the paths they are judged against."""
    for told in chapter("indicators")["indicators"]:
        stage.indicators[told["key"]] = define(stage, told)


def define(stage: Stage, told: dict[str, Any]) -> Indicator:
    preparer, defined = stage.people["preparer"], stage.now
    indicator = define_indicator(
        stage.county,
        code=told["key"],
        kind=told["kind"],
        direction=told["direction"],
        is_key=told.get("is_key", True),
        name=told["name"],
        explanation=told["meaning"],
        unit=told.get("own_unit", chapter("indicators")["unit"]),
        source=source_of(told),
        owner=texts_of(stage.units[told["unit"]], "name"),
        note=note_of(told),
        pledges=[stage.pledges[key] for key in told["pledges"]],
        by=preparer,
        at=defined,
    )
    if figures := observations(stage, told):
        (baseline_on, _, baseline), (last_on, _, _) = figures[0], figures[-1]
        ends_on = date(last_on.year + told["target_years"], 12, 31)
        points = [(ends_on, Decimal(told["target"]))]
        set_path(
            indicator, baseline=baseline, baseline_on=baseline_on, points=points, by=preparer, at=defined
        )
    return indicator


def observations(stage: Stage, told: dict[str, Any]) -> list[tuple[date, int, Decimal]]:
    """The real yearly figures, moved so that the last was measured lately, or too long ago when it is stale."""
    if "variable" not in told:
        return []
    first, last = told["years"]
    newest = stage.on(STALE_ON if told["state"] == "stale" else LATEST_ON)
    return [
        (date(newest.year - (last - year), newest.month, min(newest.day, 28)), year, Decimal(str(value)))
        for year, value in sorted(series(told["variable"]).items())
        if first <= year <= last
    ]


def source_of(told: dict[str, Any]) -> dict[str, str]:
    if "variable" in told:
        return dict(chapter("indicators")["source"]["name"])
    return dict(chapter("indicators")["own_source"])


def note_of(told: dict[str, Any]) -> dict[str, str]:
    """That the figures are real, from when, and that the target is invented."""
    if "variable" not in told:
        return dict(chapter("indicators")["own_note"])
    first, last = told["years"]
    notes = chapter("indicators")["source"]["note" if first != last else "note_of_one_year"]
    return {language: notes[language].format(first=first, last=last) for language in LANGUAGES}


def take_figures_in(stage: Stage, *, is_latest: bool) -> None:
    """The figures come in from a file, as a responsible unit would bring them."""
    today = timezone.localdate(stage.now)
    file = BytesIO(file_of(stage, is_latest=is_latest))
    file.name = f"sotkanet-{today.isoformat()}.csv"
    preview = preview_observations(stage.county, file, today=today)
    import_observations(stage.county, preview=preview, by=stage.people["responder"], at=stage.now)


def file_of(stage: Stage, *, is_latest: bool) -> bytes:
    """A file of figures; each row says from which year the real figure is."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(HEADINGS)
    said = chapter("indicators")["year_note"]
    for told in chapter("indicators")["indicators"]:
        for on, year, value in observations(stage, told):
            if (on > stage.on(FIRST_IMPORT_ON)) is is_latest:
                notes = [said[language].format(year=year) for language in LANGUAGES]
                rows.writerow((told["key"], on.isoformat(), value, *notes))
    return written.getvalue().encode()


def correct(stage: Stage) -> None:
    """One finding, its cause, and what is done about it."""
    told = chapter("indicators")["finding"]
    raise_finding(
        stage.indicators[told["indicator"]],
        finding=told["text"],
        cause=told["cause"],
        action=told["action"]["text"],
        responsible=texts_of(stage.units["family"], "name"),
        due_on=stage.on(told["action"]["due"]),
        found_on=timezone.localdate(stage.now),
        by=stage.people["responder"],
        at=stage.now,
    )

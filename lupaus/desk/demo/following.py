"""Follow in public: indicators with real figures, and what is done when the path is lost."""

from datetime import date
from decimal import Decimal
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, in_languages, series, texts_of
from lupaus.journal.actions import record
from lupaus.monitoring.models import CorrectiveAction, Indicator, Observation, TargetPoint

LATEST_ON = -30
STALE_ON = -520


def follow(stage: Stage) -> dict[str, Indicator]:
    """The key indicators with their paths and observations."""
    return {
        told["key"]: set_indicator(stage, told, order)
        for order, told in enumerate(chapter("indicators")["indicators"])
    }


def set_indicator(stage: Stage, told: dict[str, Any], order: int) -> Indicator:
    unit = stage.units[told["unit"]]
    observed = observations(stage, told)
    first_on, baseline = observed[0] if observed else (stage.on(-140), None)
    indicator = Indicator.objects.create(
        county=stage.county,
        code=told["key"],
        kind=told["kind"],
        direction=told["direction"],
        is_key=True,
        order=order,
        decimals=1,
        baseline=baseline,
        baseline_on=first_on if observed else None,
        **in_languages("name", told["name"]),
        **in_languages("explanation", told["meaning"]),
        **in_languages("unit", told.get("own_unit", chapter("indicators")["unit"])),
        **in_languages("source", source_of(told)),
        **in_languages("owner", texts_of(unit, "name")),
        **in_languages("note", note_of(told)),
    )
    indicator.pledges.set(stage.pledges[key] for key in told["pledges"])
    if baseline is not None:
        TargetPoint.objects.create(indicator=indicator, on=first_on, value=baseline)
    last_on = observed[-1][0] if observed else stage.today
    ends = last_on.replace(year=last_on.year + told["target_years"], month=12, day=31)
    TargetPoint.objects.create(indicator=indicator, on=ends, value=Decimal(told["target"]))
    Observation.objects.bulk_create(
        Observation(indicator=indicator, on=day, value=value) for day, value in observed
    )
    record("monitoring.indicator_set", indicator, by=stage.people["preparer"], at=stage.at(-135))
    return indicator


def observations(stage: Stage, told: dict[str, Any]) -> list[tuple[date, Decimal]]:
    """The real yearly figures, moved so that the last one was measured lately (or too long ago, when stale)."""
    if "variable" not in told:
        return []
    first, last = told["years"]
    newest = stage.on(STALE_ON if told["state"] == "stale" else LATEST_ON)
    return [
        (newest.replace(year=newest.year - (last - year), day=min(newest.day, 28)), Decimal(str(value)))
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
    notes = chapter("indicators")["source"]["note"]
    return {language: notes[language].format(first=first, last=last) for language in LANGUAGES}


def correct(stage: Stage, indicators: dict[str, Indicator]) -> None:
    """One finding, its cause, and what is done about it."""
    told = chapter("indicators")["finding"]
    action = CorrectiveAction.objects.create(
        indicator=indicators[told["indicator"]],
        found_on=stage.on(told["raised"]),
        due_on=stage.on(told["action"]["due"]),
        raised_by=stage.people["preparer"],
        **in_languages("finding", told["text"]),
        **in_languages("cause", told["cause"]),
        **in_languages("action", told["action"]["text"]),
        **in_languages("responsible", texts_of(stage.units["family"], "name")),
    )
    record(
        "monitoring.corrective_action_decided",
        action,
        by=stage.people["preparer"],
        at=stage.at(told["raised"]),
    )

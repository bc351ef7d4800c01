"""Keep the pledges: units, measures and contract clauses."""

from functools import partial
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.implementation.actions import agree_clause, assign, name_provider, name_unit, set_measure_state
from lupaus.implementation.states import MeasureState

NAMED_ON, ASSIGNED_ON = -170, -130
MANAGER = {"fi": "päällikkö", "sv": "chef", "en": "manager"}


def plan(stage: Stage) -> None:
    """The units first; after the decision their measures, and the terms providers agree to."""
    stage.plan(NAMED_ON, lambda: name_units(stage))
    for told in chapter("decision")["measures"]:
        stage.plan(ASSIGNED_ON, partial(assign_measure, stage, told))
        for day, state, note in steps(told):
            stage.plan(day, partial(tell, stage, told["key"], state, note), hour=14)
    for told in chapter("decision")["providers"]:
        stage.plan(told["starts"] - 15, partial(sign_clause, stage, told))


def steps(told: dict[str, Any]) -> list[tuple[int, MeasureState, dict[str, str] | None]]:
    """When a measure began and was done, with a note where something stood in the way."""
    note = told.get("note")
    if told["state"] == MeasureState.PLANNED:
        return []
    if told["state"] == MeasureState.DONE:
        return [(told["starts"], MeasureState.UNDER_WAY, None), (told["ends"], MeasureState.DONE, note)]
    return [(told.get("told", told["starts"]), MeasureState.UNDER_WAY, note)]


def name_units(stage: Stage) -> None:
    """The units that answer for keeping the pledges."""
    for unit in chapter("county")["units"]:
        stage.units[unit["key"]] = name_unit(
            stage.county,
            name=unit["name"],
            responsible_role=MANAGER,
            responsible=stage.people["responder"],
            by=stage.people["preparer"],
            at=stage.now,
        )


def assign_measure(stage: Stage, told: dict[str, Any]) -> None:
    """Who does what, by when, for which pledge."""
    pledge = stage.pledges[told["pledge"]]
    stage.measures[told["key"]] = assign(
        pledge,
        title=told["title"],
        reason=told["why"],
        unit=stage.units[told["unit"]],
        target=pledge.yearly_targets.first(),
        starts_on=stage.on(told["starts"]),
        ends_on=stage.on(told["ends"]),
        by=stage.people["preparer"],
        at=stage.now,
    )


def tell(stage: Stage, key: str, state: MeasureState, note: dict[str, str] | None) -> None:
    """The unit's manager tells how the measure goes."""
    manager = stage.people["responder"]
    stage.measures[key] = set_measure_state(
        stage.measures[key], state=state, note=note, by=manager, at=stage.now
    )


def sign_clause(stage: Stage, told: dict[str, Any]) -> None:
    """What a provider promises in its contract."""
    preparer = stage.people["preparer"]
    agree_clause(
        stage.pledges[told["pledge"]],
        provider=name_provider(stage.county, name=told["name"]["fi"], by=preparer, at=stage.now),
        text=told["clause"],
        contract=told["contract"],
        holds_from=stage.on(told["starts"]),
        by=preparer,
        at=stage.now,
    )

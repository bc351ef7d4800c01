"""Keep the pledges: units, measures and contract clauses."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.implementation.actions import agree_clause, assign, name_provider, name_unit, set_measure_state
from lupaus.implementation.models import Measure
from lupaus.implementation.states import MeasureState

NAMED_ON, ASSIGNED_ON = -170, -130
MANAGER = {"fi": "päällikkö", "sv": "chef", "en": "manager"}


def name_units(stage: Stage) -> None:
    """The units that answer for keeping the pledges."""
    for unit in chapter("county")["units"]:
        stage.units[unit["key"]] = name_unit(
            stage.county,
            name=unit["name"],
            responsible_role=MANAGER,
            responsible=stage.people["responder"],
            by=stage.people["preparer"],
            at=stage.at(NAMED_ON),
        )


def assign_measures(stage: Stage) -> None:
    """Who does what, by when, for which pledge, and how it goes."""
    for told in chapter("decision")["measures"]:
        pledge = stage.pledges[told["pledge"]]
        measure = assign(
            pledge,
            title=told["title"],
            reason=told["why"],
            unit=stage.units[told["unit"]],
            target=pledge.yearly_targets.first(),
            starts_on=stage.on(told["starts"]),
            ends_on=stage.on(told["ends"]),
            by=stage.people["preparer"],
            at=stage.at(ASSIGNED_ON),
        )
        tell_how_it_goes(stage, measure, told)


def tell_how_it_goes(stage: Stage, measure: Measure, told: dict[str, Any]) -> None:
    """The unit's manager tells when the measure began, when it was done, and what stood in the way."""
    manager, note = stage.people["responder"], told.get("note")
    if told["state"] == MeasureState.PLANNED:
        return
    is_done = told["state"] == MeasureState.DONE
    begun = told["starts"] if is_done else told.get("told", told["starts"])
    set_measure_state(
        measure,
        state=MeasureState.UNDER_WAY,
        note=None if is_done else note,
        by=manager,
        on=stage.on(begun),
        at=stage.at(begun),
    )
    if is_done:
        done = told["ends"]
        set_measure_state(
            measure,
            state=MeasureState.DONE,
            note=note,
            by=manager,
            on=stage.on(done),
            at=stage.at(done),
        )


def sign_clauses(stage: Stage) -> None:
    """What providers promise in their contracts."""
    preparer = stage.people["preparer"]
    for told in chapter("decision")["providers"]:
        signed = stage.at(told["starts"] - 15)
        agree_clause(
            stage.pledges[told["pledge"]],
            provider=name_provider(stage.county, name=told["name"]["fi"], by=preparer, at=signed),
            text=told["clause"],
            contract=told["contract"],
            holds_from=stage.on(told["starts"]),
            by=preparer,
            at=signed,
        )

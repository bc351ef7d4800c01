"""Decide and keep: yearly targets, the council's decision, measures and contract clauses."""

from lupaus.decision.models import YearlyTarget
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, in_languages, texts_of
from lupaus.implementation.models import ContractClause, Measure, Provider, Unit
from lupaus.journal.actions import record

TARGETS_ON, ASSIGNED_ON = -155, -130


def name_units(stage: Stage) -> None:
    """The units that answer for keeping the pledges."""
    for unit in chapter("county")["units"]:
        stage.units[unit["key"]] = Unit.objects.create(
            county=stage.county,
            responsible=stage.people["responder"],
            **in_languages("name", unit["name"]),
            **in_languages("responsible_role", {"fi": "päällikkö", "sv": "chef", "en": "manager"}),
        )


def set_targets(stage: Stage) -> None:
    """What will have come true of each pledge by the end of the next year."""
    for told in chapter("decision")["targets"]:
        unit = stage.units[told["unit"]]
        target = YearlyTarget.objects.create(
            pledge=stage.pledges[told["pledge"]],
            year=stage.on(-140).year + 1,
            set_by=stage.people["preparer"],
            set_at=stage.at(TARGETS_ON),
            **in_languages("text", told["level"]),
            **in_languages("measured_by", told["measured"]),
            **in_languages("responsible", texts_of(unit, "name")),
            **in_languages("budget_reference", dict.fromkeys(LANGUAGES, told["budget"])),
        )
        record("decision.target_set", target, by=stage.people["preparer"], at=stage.at(TARGETS_ON))


def assign_measures(stage: Stage) -> None:
    """Who does what, by when, for which pledge."""
    for told in chapter("decision")["measures"]:
        pledge = stage.pledges[told["pledge"]]
        measure = Measure.objects.create(
            pledge=pledge,
            target=pledge.yearly_targets.first(),
            unit=stage.units[told["unit"]],
            starts_on=stage.on(told["starts"]),
            ends_on=stage.on(told["ends"]),
            state=told["state"],
            state_since=stage.on(min(told["starts"], -5)),
            **in_languages("title", told["title"]),
            **in_languages("reason", told["why"]),
            **(in_languages("state_note", told["note"]) if "note" in told else {}),
        )
        record("implementation.assigned", measure, by=stage.people["preparer"], at=stage.at(ASSIGNED_ON))


def sign_clauses(stage: Stage) -> None:
    """What providers promise in their contracts."""
    for told in chapter("decision")["providers"]:
        clause = ContractClause.objects.create(
            pledge=stage.pledges[told["pledge"]],
            provider=Provider.objects.create(county=stage.county, name=told["name"]["fi"]),
            holds_from=stage.on(told["starts"]),
            **in_languages("text", told["clause"]),
            **in_languages("contract", told["contract"]),
        )
        record(
            "implementation.clause_agreed", clause, by=stage.people["preparer"], at=stage.at(told["starts"])
        )

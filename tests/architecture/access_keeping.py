"""Who may open the addresses of deciding, keeping and following."""

from lupaus.decision.models import DecisionPackage
from lupaus.desk.demo.stage import Stage
from lupaus.implementation.models import Measure, Unit
from lupaus.monitoring.actions import keep_preview
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.monitoring.queries import Preview
from tests.architecture.access_rows import (
    PREPARERS,
    RECORDERS,
    RESPONDERS,
    Row,
    deed_on_thing,
    desk,
    desk_thing,
)

DECISION: dict[str, Row] = {
    "decision:decisions": desk(),
    "decision:targets": desk_thing(),
    "decision:set_target": desk_thing(PREPARERS),
    "decision:gate": desk_thing(),
    "decision:compile_package": deed_on_thing(PREPARERS),
    "decision:package": desk_thing(),
    "decision:decide": desk_thing(RECORDERS),
}

IMPLEMENTATION: dict[str, Row] = {
    "implementation:measures": desk(),
    "implementation:assign": desk_thing(PREPARERS),
    "implementation:measure": desk_thing(),
    "implementation:set_measure_state": deed_on_thing(PREPARERS),
    "implementation:units": desk(),
    "implementation:name_unit": desk(PREPARERS),
    "implementation:edit_unit": desk_thing(PREPARERS),
    "implementation:clauses": desk(),
    "implementation:agree_clause": desk_thing(PREPARERS),
}

MONITORING: dict[str, Row] = {
    "monitoring:indicators": desk(),
    "monitoring:define_indicator": desk(PREPARERS),
    "monitoring:import_observations": desk(RESPONDERS),
    "monitoring:example_file": desk(),
    "monitoring:preview_observations": desk_thing(RESPONDERS),
    "monitoring:confirm_observations": deed_on_thing(RESPONDERS),
    "monitoring:indicator": desk_thing(),
    "monitoring:edit_indicator": desk_thing(PREPARERS),
    "monitoring:set_path": desk_thing(PREPARERS),
    "monitoring:raise_finding": desk_thing(RESPONDERS),
    "monitoring:check_effect": desk_thing(RESPONDERS),
}


def things_of_keeping(story: Stage) -> dict[str, dict[str, object]]:
    """What of the demo stands in the addresses of these three rooms."""
    package = DecisionPackage.objects.of(story.county)[0]
    pledge = {"public_id": next(iter(story.pledges.values())).public_id}
    version = {"public_id": package.version.public_id}
    indicator = {"public_id": Indicator.objects.of(story.county)[0].public_id}
    measure = {"public_id": Measure.objects.of(story.county)[0].public_id}
    preview = keep_preview(
        story.county, preview=Preview("luvut.csv", "0" * 64, ()), by=story.people["responder"]
    )
    names = {
        "decision:targets": {"public_id": story.promise.public_id},
        "decision:set_target": {**pledge, "year": 2030},
        "decision:gate": version,
        "decision:compile_package": version,
        "decision:package": {"public_id": package.public_id},
        "decision:decide": {"public_id": package.public_id},
        "implementation:assign": pledge,
        "implementation:measure": measure,
        "implementation:set_measure_state": measure,
        "implementation:edit_unit": {"public_id": Unit.objects.of(story.county)[0].public_id},
        "implementation:agree_clause": pledge,
        "monitoring:preview_observations": {"public_id": preview.public_id},
        "monitoring:confirm_observations": {"public_id": preview.public_id},
        "monitoring:check_effect": {"public_id": CorrectiveAction.objects.of(story.county)[0].public_id},
    }
    of_indicators = ("indicator", "edit_indicator", "set_path", "raise_finding")
    return {**names, **{f"monitoring:{name}": indicator for name in of_indicators}}

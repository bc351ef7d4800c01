"""Take the promise to the council: yearly targets, the sealed package, and what was decided."""

from lupaus.decision.actions import compile_package, decide, set_target
from lupaus.decision.states import CouncilOutcome
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, texts_of

TARGETS_ON, COMPILED_ON = -156, -152


def set_targets(stage: Stage) -> None:
    """What will have come true of each pledge by the end of the next year."""
    for told in chapter("decision")["targets"]:
        set_target(
            stage.pledges[told["pledge"]],
            year=stage.on(chapter("decision")["decision"]["day"]).year + 1,
            text=told["level"],
            measured_by=told["measured"],
            responsible=texts_of(stage.units[told["unit"]], "name"),
            budget_reference=dict.fromkeys(LANGUAGES, told["budget"]),
            by=stage.people["preparer"],
            at=stage.at(TARGETS_ON),
        )


def take_to_council(stage: Stage) -> None:
    """Seal the package, and let the council approve it."""
    told = chapter("decision")["decision"]
    version = stage.promise.versions.latest("number")
    package = compile_package(version, by=stage.people["preparer"], at=stage.at(COMPILED_ON))
    decide(
        package,
        outcome=CouncilOutcome.APPROVED,
        decided_on=stage.on(told["day"]),
        section=told["section"],
        minutes_address=told["minutes"],
        note=told["text"],
        by=stage.people["decision_maker"],
        at=stage.at(told["day"], 18),
    )

"""Take the promise to the council: yearly targets, the sealed package, and what was decided."""

from django.utils import timezone

from lupaus.decision.actions import compile_package, decide, set_target
from lupaus.decision.models import DecisionPackage
from lupaus.decision.states import CouncilOutcome
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, texts_of

TARGETS_ON, COMPILED_ON = -156, -152


def plan(stage: Stage) -> None:
    stage.plan(TARGETS_ON, lambda: set_targets(stage))
    stage.plan(COMPILED_ON, lambda: compile_for_council(stage))
    day = stage.working_day(chapter("decision")["decision"]["day"])
    stage.plan(day, lambda: decide_in_council(stage), hour=18)


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
            at=stage.now,
        )


def compile_for_council(stage: Stage) -> None:
    """Seal everything the council decides on."""
    version = stage.promise.versions.latest("number")
    compile_package(version, by=stage.people["preparer"], at=stage.now)


def decide_in_council(stage: Stage) -> None:
    """The council approves the package."""
    told = chapter("decision")["decision"]
    decide(
        DecisionPackage.objects.of(stage.county).get(),
        outcome=CouncilOutcome.APPROVED,
        decided_on=timezone.localdate(stage.now),
        section=told["section"],
        minutes_address=told["minutes"],
        note=told["text"],
        by=stage.people["decision_maker"],
        at=stage.now,
    )

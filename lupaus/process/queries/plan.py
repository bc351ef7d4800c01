"""What the project plan still lacks."""

from enum import StrEnum

from lupaus.process.models import Process

TEXTS = ("purpose", "scope", "boundary_conditions", "interfaces", "methods")


class PlanGap(StrEnum):
    """A part a project plan should have (projektisuunnitelman osa)."""

    PURPOSE = "purpose"
    SCOPE = "scope"
    BOUNDARY_CONDITIONS = "boundary_conditions"
    INTERFACES = "interfaces"
    METHODS = "methods"
    PROJECT_GROUP = "project_group"
    STEERING_GROUP = "steering_group"
    RESOURCES = "resources"
    TIMETABLE = "timetable"


def plan_gaps(process: Process) -> tuple[PlanGap, ...]:
    """The parts of the plan with nothing in them yet, in the plan's order; ask for `with_plan_parts` first."""
    parts = vars(process)
    present = {
        **{PlanGap(name): bool(getattr(process, name)) for name in TEXTS},
        PlanGap.PROJECT_GROUP: parts["has_project_group"],
        PlanGap.STEERING_GROUP: parts["has_steering_group"],
        PlanGap.RESOURCES: parts["has_resources"],
        PlanGap.TIMETABLE: parts["has_timetable"],
    }
    return tuple(gap for gap in PlanGap if not present[gap])

"""What the project plan still lacks."""

from enum import StrEnum

from lupaus.process.models import Process
from lupaus.process.states import GroupKind

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
    """The parts of the plan that nothing has been written for yet, in the plan's order."""
    kinds = set(process.groups.filter(members__isnull=False).values_list("kind", flat=True))
    present = {
        **{PlanGap(name): bool(getattr(process, name)) for name in TEXTS},
        PlanGap.PROJECT_GROUP: GroupKind.PROJECT in kinds,
        PlanGap.STEERING_GROUP: GroupKind.STEERING in kinds,
        PlanGap.RESOURCES: process.resources.exists(),
        PlanGap.TIMETABLE: process.milestones.exists(),
    }
    return tuple(gap for gap in PlanGap if not present[gap])

"""The project plan (projektisuunnitelma) as one page, gathered from where its parts are kept."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lupaus.foundations.models import FoundationConclusion, FoundationItem
from lupaus.participation.models import Consultation, Party
from lupaus.participation.states import ConsultationState
from lupaus.process.models import Group, GroupMember, Process
from lupaus.process.queries import PlanGap, plan_gaps


@dataclass(frozen=True)
class SeatedGroup:
    """A group with those who sit in it."""

    group: Group
    members: tuple[GroupMember, ...]


@dataclass(frozen=True)
class ProjectPlan:
    """Everything a reader of the plan needs, in its order."""

    process: Process
    missing: tuple[str, ...]
    items: QuerySet[FoundationItem]
    conclusions: QuerySet[FoundationConclusion]
    groups: tuple[SeatedGroup, ...]
    resources: Any
    milestones: Any
    parties: QuerySet[Party]
    consultations: QuerySet[Consultation]


def project_plan(process: Process) -> ProjectPlan:
    """Gather the plan; `process` comes with its plan parts."""
    names = part_names()
    return ProjectPlan(
        process=process,
        missing=tuple(names[gap] for gap in plan_gaps(process)),
        items=FoundationItem.objects.filter(county=process.county, concluded_at__isnull=False),
        conclusions=FoundationConclusion.objects.filter(county=process.county),
        groups=seated_groups(process),
        resources=process.resources.all(),
        milestones=process.milestones.all(),
        parties=Party.objects.filter(county=process.county),
        consultations=Consultation.objects.filter(process=process).exclude(state=ConsultationState.WITHDRAWN),
    )


def seated_groups(process: Process) -> tuple[SeatedGroup, ...]:
    """The groups that have members, in the order they were set up."""
    members = (
        GroupMember.objects.filter(group__process=process).select_related("group").order_by("group_id", "id")
    )
    by_group = groupby(members, key=lambda member: member.group)
    return tuple(SeatedGroup(group, tuple(seated)) for group, seated in by_group)


def part_names() -> dict[PlanGap, str]:
    """What each part of the plan is called."""
    return {
        PlanGap.PURPOSE: _("Goals of the work"),
        PlanGap.SCOPE: _("Scope"),
        PlanGap.BOUNDARY_CONDITIONS: _("Boundary conditions"),
        PlanGap.INTERFACES: _("Key actors and interfaces"),
        PlanGap.METHODS: _("Methods and tools"),
        PlanGap.PROJECT_GROUP: _("A project group with members"),
        PlanGap.STEERING_GROUP: _("A steering group with members"),
        PlanGap.RESOURCES: _("Resources"),
        PlanGap.TIMETABLE: _("Timetable"),
    }

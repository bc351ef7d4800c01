"""Deeds of organising the work: the plan's texts, groups, means and dates."""

from collections.abc import Mapping
from datetime import date

from django.db import models, transaction

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import Group, GroupMember, Milestone, Process, Resource
from lupaus.process.states import TiedTo
from lupaus.web.access import require


@transaction.atomic
def write_plan(process: Process, *, by: User, texts: Mapping[str, str]) -> Process:
    """Write the goals, scope, boundary conditions, interfaces and methods of the work."""
    process = Process.objects.select_for_update().get(pk=process.pk)
    require(by, "process.organise", process)
    for field, text in texts.items():
        setattr(process, field, text)
    process.save(update_fields=list(texts))
    record("process.plan_written", process, by=by)
    return process


@transaction.atomic
def form_group(process: Process, *, by: User, kind: str, texts: Mapping[str, str]) -> Group:
    """Set up a group (ryhmä) that does or steers the work."""
    require(by, "process.organise", process)
    group = Group.objects.create(process=process, kind=kind, **texts)
    record("process.group_formed", group, by=by)
    return group


@transaction.atomic
def revise_group(group: Group, *, by: User, kind: str, texts: Mapping[str, str]) -> Group:
    """Correct what a group is and does."""
    group = Group.objects.select_for_update().get(pk=group.pk)
    require(by, "process.organise", group)
    group.kind = kind
    for field, text in texts.items():
        setattr(group, field, text)
    group.save(update_fields=["kind", *texts])
    record("process.group_revised", group, by=by)
    return group


@transaction.atomic
def remove_group(group: Group, *, by: User) -> None:
    """Dissolve a group; the journal keeps that it was there."""
    _remove(group, by=by, event="process.group_removed")


@transaction.atomic
def seat_member(
    group: Group, *, by: User, name: str, texts: Mapping[str, str], user: User | None = None
) -> GroupMember:
    """Give a person a seat in a group, in a named role."""
    require(by, "process.organise", group)
    member = GroupMember.objects.create(
        group=group, user=user, name=name or (user.name if user else ""), **texts
    )
    record("process.member_seated", member, by=by)
    return member


@transaction.atomic
def unseat_member(member: GroupMember, *, by: User) -> None:
    """Take a person out of a group."""
    _remove(member, by=by, event="process.member_unseated")


@transaction.atomic
def name_resource(process: Process, *, by: User, texts: Mapping[str, str]) -> Resource:
    """Name what the work has to use (resurssi): working time, money, skills, tools."""
    require(by, "process.organise", process)
    resource = Resource.objects.create(process=process, **texts)
    record("process.resource_named", resource, by=by)
    return resource


@transaction.atomic
def remove_resource(resource: Resource, *, by: User) -> None:
    """Take a resource off the plan."""
    _remove(resource, by=by, event="process.resource_removed")


@transaction.atomic
def set_milestone(
    process: Process, *, by: User, on: date, texts: Mapping[str, str], tied_to: str = TiedTo.WORK
) -> Milestone:
    """Set a date of the work, or of the county's other preparation it is tied to."""
    require(by, "process.organise", process)
    milestone = Milestone.objects.create(process=process, on=on, tied_to=tied_to, **texts)
    record("process.milestone_set", milestone, by=by)
    return milestone


@transaction.atomic
def remove_milestone(milestone: Milestone, *, by: User) -> None:
    """Take a date off the timetable."""
    _remove(milestone, by=by, event="process.milestone_removed")


def _remove(thing: Group | GroupMember | Resource | Milestone, *, by: User, event: str) -> None:
    require(by, "process.organise", thing)
    record(event, thing, by=by, name=str(thing))
    models.Model.delete(thing)

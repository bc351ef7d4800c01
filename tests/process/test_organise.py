"""Organising the work, and what the project plan still lacks."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import GroupMember, Milestone, Process, Resource
from lupaus.process.queries import PlanGap, plan_gaps
from lupaus.process.states import TiedTo

TEXTS = {
    "purpose_fi": "Lupaus, joka pidetään.",
    "scope_fi": "Sosiaali- ja terveyspalvelut.",
    "boundary_conditions_fi": "Talousarvio.",
    "interfaces_fi": "Kunnat.",
    "methods_fi": "Kysely ja työpajat.",
}


def gaps(process: Process) -> tuple[PlanGap, ...]:
    return plan_gaps(Process.objects.with_plan_parts().get(pk=process.pk))


def test_a_new_plan_lacks_every_part(begun: Process) -> None:
    assert gaps(begun) == tuple(PlanGap)


def test_a_plan_lacks_nothing_when_every_part_is_there(begun: Process, coordinator: User) -> None:
    actions.write_plan(begun, by=coordinator, texts=TEXTS)
    for kind in ("project", "steering"):
        group = actions.form_group(begun, by=coordinator, kind=kind, texts={"name_fi": "Ryhmä"})
        actions.seat_member(group, by=coordinator, name="Aino Esimerkki", texts={"role_fi": "vetäjä"})
    actions.name_resource(begun, by=coordinator, texts={"title_fi": "Kaksi ihmistä"})
    actions.set_milestone(
        begun,
        by=coordinator,
        on=date(2027, 6, 14),
        tied_to=TiedTo.COUNCIL,
        texts={"title_fi": "Valtuusto päättää"},
    )

    assert gaps(begun) == ()
    assert Event.objects.filter(kind="process.plan_written").count() == 1


def test_a_group_without_members_is_not_yet_a_group(begun: Process, coordinator: User) -> None:
    actions.form_group(begun, by=coordinator, kind="project", texts={"name_fi": "Projektiryhmä"})

    assert PlanGap.PROJECT_GROUP in gaps(begun)


def test_an_official_takes_a_seat_under_the_name_in_lupaus(
    begun: Process, coordinator: User, preparer: User
) -> None:
    group = actions.form_group(begun, by=coordinator, kind="project", texts={"name_fi": "Projektiryhmä"})

    member = actions.seat_member(group, by=coordinator, name="", user=preparer, texts={"role_fi": "vetäjä"})

    assert (member.name, member.user) == (preparer.name, preparer)


def test_what_is_taken_off_the_plan_stays_in_the_journal(begun: Process, coordinator: User) -> None:
    group = actions.form_group(begun, by=coordinator, kind="other", texts={"name_fi": "Viestintäryhmä"})
    member = actions.seat_member(group, by=coordinator, name="Aino Esimerkki", texts={})
    resource = actions.name_resource(begun, by=coordinator, texts={"title_fi": "Rahaa"})
    milestone = actions.set_milestone(begun, by=coordinator, on=date(2027, 1, 1), texts={"title_fi": "Alku"})

    actions.unseat_member(member, by=coordinator)
    actions.remove_group(group, by=coordinator)
    actions.remove_resource(resource, by=coordinator)
    actions.remove_milestone(milestone, by=coordinator)

    assert not GroupMember.objects.exists()
    assert not Resource.objects.exists()
    assert not Milestone.objects.exists()
    assert Event.objects.filter(kind__endswith="_removed").count() == 3


def test_a_responder_does_not_organise_the_work(begun: Process, responder: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.write_plan(begun, by=responder, texts=TEXTS)
    with pytest.raises(PermissionDenied):
        actions.form_group(begun, by=responder, kind="project", texts={"name_fi": "Ryhmä"})

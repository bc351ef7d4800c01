"""Groups and their members."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import GroupForm, MemberForm
from lupaus.process.models import Group, GroupMember
from lupaus.process.views.gate import process_for, write_page
from lupaus.web.access import require


def group_for(request: OfficialRequest, group_id: str) -> Group:
    groups = Group.objects.select_related("process__county")
    return get_object_or_404(groups, public_id=group_id, process__county=request.county)


@officials_only
def form_group(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Set up a group."""
    process = process_for(request, process_id)
    require(request.user, "process.organise", process)
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data["kind"]
        actions.form_group(process, by=request.user, kind=kind, texts=form.text_columns())
        messages.success(request, _("The group is set up. Name its members next."))
        return redirect("process:organisation", process.public_id)
    return write_page(
        request,
        form,
        heading=_("Set up a group"),
        lead=_("The project group does the work and the steering group settles the lines."),
        back=reverse("process:organisation", args=[process.public_id]),
        back_title=_("Organisation of the work"),
        button=_("Set up"),
    )


@officials_only
def revise_group(request: OfficialRequest, group_id: str) -> HttpResponse:
    """Correct what a group is and does."""
    group = group_for(request, group_id)
    require(request.user, "process.organise", group)
    form = GroupForm(request.POST or None, thing=group)
    if request.method == "POST" and form.is_valid():
        actions.revise_group(
            group, by=request.user, kind=form.cleaned_data["kind"], texts=form.text_columns()
        )
        messages.success(request, _("The group is saved."))
        return redirect("process:organisation", group.process.public_id)
    return write_page(
        request,
        form,
        heading=_("Change the group"),
        lead=str(group),
        back=reverse("process:organisation", args=[group.process.public_id]),
        back_title=_("Organisation of the work"),
        button=_("Save"),
    )


@require_POST
@officials_only
def remove_group(request: OfficialRequest, group_id: str) -> HttpResponse:
    group = group_for(request, group_id)
    actions.remove_group(group, by=request.user)
    messages.success(request, _("The group is removed."))
    return redirect("process:organisation", group.process.public_id)


@officials_only
def seat_member(request: OfficialRequest, group_id: str) -> HttpResponse:
    """Give a person a seat in a group."""
    group = group_for(request, group_id)
    require(request.user, "process.organise", group)
    form = MemberForm(request.POST or None, county=request.county)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("user", "name")}
        actions.seat_member(group, by=request.user, texts=form.text_columns(), **facts)
        return redirect("process:organisation", group.process.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a member"),
        lead=str(group),
        back=reverse("process:organisation", args=[group.process.public_id]),
        back_title=_("Organisation of the work"),
        button=_("Add"),
    )


@require_POST
@officials_only
def unseat_member(request: OfficialRequest, member_id: str) -> HttpResponse:
    members = GroupMember.objects.select_related("group__process__county")
    member: GroupMember = get_object_or_404(
        members, public_id=member_id, group__process__county=request.county
    )
    actions.unseat_member(member, by=request.user)
    messages.success(request, _("The member is out of the group."))
    return redirect("process:organisation", member.group.process.public_id)

"""Who may do what in the county, and how a new person is let in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people import actions
from lupaus.people.forms import InviteForm
from lupaus.people.models import Membership, User
from lupaus.people.queries import members_of, way_in
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require


@officials_only
def members(request: OfficialRequest) -> HttpResponse:
    """Everyone with a role in the county."""
    people: dict[User, list[Membership]] = {}
    for membership in members_of(request.county):
        people.setdefault(membership.user, []).append(membership)
    context = {
        "people": people.items(),
        "may_manage": may(request.user, "people.manage_members", request.county),
        "section": "people",
    }
    return render(request, "people/members.html", context)


@officials_only
def invite_member(request: OfficialRequest) -> HttpResponse:
    """Let a person in with a role."""
    require(request.user, "people.manage_members", request.county)
    form = InviteForm(request.POST or None)
    if form.is_valid():
        user = actions.invite(request.county, by=request.user, **form.cleaned_data)
        if user.has_usable_password():
            messages.success(
                request, _("%(name)s already has an account and now has the role too.") % {"name": user}
            )
            return redirect("people:members")
        actions.send_invitation(user, request.county, address=address_in(request, user), by=request.user)
        return redirect("people:invitation", public_id=user.public_id)
    return render(request, "people/invite_member.html", {"form": form, "section": "people"})


@officials_only
def invitation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """The address where a new person chooses a password, for handing over by other means than mail."""
    require(request.user, "people.manage_members", request.county)
    user = get_object_or_404(
        User.objects.filter(memberships__county=request.county).distinct(), public_id=public_id
    )
    if user.has_usable_password():
        raise Http404
    if request.method == "POST":
        actions.send_invitation(user, request.county, address=address_in(request, user), by=request.user)
        messages.success(request, _("We sent the invitation again."))
        return redirect("people:invitation", public_id=user.public_id)
    context = {"invited": user, "address": address_in(request, user), "section": "people"}
    return render(request, "people/invitation.html", context)


@require_POST
@officials_only
def remove_role(request: OfficialRequest, public_id: str, role: str) -> HttpResponse:
    """Take a role away."""
    membership = get_object_or_404(members_of(request.county), user__public_id=public_id, role=role)
    try:
        actions.leave(membership, by=request.user)
    except actions.LastAdministrator:
        messages.error(request, _("The county needs an administrator. Give the role to someone else first."))
    else:
        messages.success(request, _("%(name)s no longer has the role.") % {"name": membership.user})
    return redirect("people:members")


def address_in(request: HttpRequest, user: User) -> str:
    """The whole address of a person's way in."""
    return request.build_absolute_uri(way_in(user))

"""Officials keep the list of parties whose voice is heard as their own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.participation import actions
from lupaus.participation.forms import PartyForm
from lupaus.participation.models import Party
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require


@officials_only
def parties(request: OfficialRequest) -> HttpResponse:
    """The parties in the order in which every list shows them."""
    context = {
        "parties": Party.objects.of(request.county),
        "may_manage": may(request.user, "participation.manage_parties", request.county),
        "section": "participation",
    }
    return render(request, "participation/parties.html", context)


@require_POST
@officials_only
def add_usual_parties(request: OfficialRequest) -> HttpResponse:
    """Begin the list with the parties that are usually heard."""
    added = actions.add_usual_parties(request.county, by=request.user)
    if added:
        messages.success(
            request, _("The usual parties are in the list. Rename them, add your own, or reorder.")
        )
    return redirect("participation:parties")


@officials_only
def add_party(request: OfficialRequest) -> HttpResponse:
    """A new party, last in the list."""
    require(request.user, "participation.manage_parties", request.county)
    form = PartyForm(request.POST or None, county=request.county)
    if form.is_valid():
        actions.add_party(
            request.county,
            name=form.texts("name"),
            description=form.texts("description"),
            is_offered_to_residents=form.cleaned_data["is_offered_to_residents"],
            by=request.user,
        )
        messages.success(request, _("The party is in the list."))
        return redirect("participation:parties")
    return render(request, "participation/add_party.html", {"form": form, "section": "participation"})


@officials_only
def edit_party(request: OfficialRequest, key: str) -> HttpResponse:
    """Rename or describe a party."""
    party = get_object_or_404(Party.objects.of(request.county).select_related("county"), key=key)
    require(request.user, "participation.manage_parties", party)
    form = PartyForm(request.POST or None, county=request.county, party=party)
    if form.is_valid():
        actions.edit_party(
            party,
            name=form.texts("name"),
            description=form.texts("description"),
            is_offered_to_residents=form.cleaned_data["is_offered_to_residents"],
            by=request.user,
        )
        messages.success(request, _("Saved."))
        return redirect("participation:parties")
    context = {"form": form, "party": party, "section": "participation"}
    return render(request, "participation/edit_party.html", context)


@officials_only
@require_POST
def move_party(request: OfficialRequest, key: str) -> HttpResponse:
    """One place up or down."""
    party = get_object_or_404(Party.objects.of(request.county).select_related("county"), key=key)
    actions.move_party(party, up=request.POST.get("to") == "up", by=request.user)
    return redirect("participation:parties")

"""The county's own names, areas, customer segments and services."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.counties import actions
from lupaus.counties.models import Area, Part, Segment, Service
from lupaus.people.forms import PART_FORMS, CountyForm
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require

KINDS: dict[str, type[Part]] = {"areas": Area, "segments": Segment, "services": Service}


@officials_only
def county(request: OfficialRequest) -> HttpResponse:
    """What the county is called and made of."""
    own = request.county
    context = {
        "areas": own.areas.prefetch_related("municipalities"),
        "segments": own.segments.all(),
        "services": own.services.all(),
        "may_arrange": may(request.user, "counties.arrange", own),
        "section": "county",
    }
    return render(request, "people/county.html", context)


@officials_only
def describe_county(request: OfficialRequest) -> HttpResponse:
    """Change names, languages and the address for residents."""
    require(request.user, "counties.arrange", request.county)
    form = CountyForm(request.POST or None, instance=request.county)
    if form.is_valid():
        actions.describe_county(request.county, form.cleaned_data, by=request.user)
        messages.success(request, _("The county's details are saved."))
        return redirect("people:county")
    return render(request, "people/describe_county.html", {"form": form, "section": "county"})


@officials_only
def add_part(request: OfficialRequest, kind: str) -> HttpResponse:
    """Add an area, a segment or a service."""
    require(request.user, "counties.arrange", request.county)
    model = model_of(kind)
    form = PART_FORMS[model](request.POST or None, county=request.county)
    if form.is_valid():
        part = actions.add_part(request.county, model, by=request.user, name=form.name())
        if isinstance(part, Area):
            actions.group_municipalities(part, form.cleaned_data["municipalities"], by=request.user)
        return redirect("people:county")
    return render(request, "people/add_part.html", {"form": form, "kind": kind, "section": "county"})


@officials_only
def edit_part(request: OfficialRequest, kind: str, public_id: str) -> HttpResponse:
    """Rename an area, a segment or a service; choose an area's municipalities."""
    part = part_of(request, kind, public_id)
    require(request.user, "counties.arrange", request.county)
    form = PART_FORMS[type(part)](request.POST or None, county=request.county, part=part)
    if form.is_valid():
        actions.rename_part(part, by=request.user, name=form.name())
        if isinstance(part, Area):
            actions.group_municipalities(part, form.cleaned_data["municipalities"], by=request.user)
        return redirect("people:county")
    context = {"form": form, "kind": kind, "part": part, "section": "county"}
    return render(request, "people/edit_part.html", context)


@require_POST
@officials_only
def move_part(request: OfficialRequest, kind: str, public_id: str) -> HttpResponse:
    """One step up or down in the list."""
    part = part_of(request, kind, public_id)
    actions.move_part(part, earlier=request.POST.get("where") == "up", by=request.user)
    return redirect("people:county")


@require_POST
@officials_only
def remove_part(request: OfficialRequest, kind: str, public_id: str) -> HttpResponse:
    """Remove what nothing stands on."""
    part = part_of(request, kind, public_id)
    try:
        actions.remove_part(part, by=request.user)
    except actions.PartInUse:
        messages.error(
            request, _("%(name)s is in use, so it cannot be removed. You can rename it.") % {"name": part}
        )
        return redirect("people:edit_part", kind=kind, public_id=public_id)
    messages.success(request, _("%(name)s is removed.") % {"name": part})
    return redirect("people:county")


def model_of(kind: str) -> type[Part]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def part_of(request: OfficialRequest, kind: str, public_id: str) -> Part:
    part: Part = get_object_or_404(model_of(kind), county=request.county, public_id=public_id)  # type: ignore[assignment]
    return part

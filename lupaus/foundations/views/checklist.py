"""The foundation checklist and its conclusions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.foundations import actions
from lupaus.foundations.forms import ConclusionForm, ItemConclusionForm
from lupaus.foundations.models import FoundationConclusion, FoundationItem
from lupaus.foundations.queries import Progress
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require


@officials_only
def foundations(request: OfficialRequest) -> HttpResponse:
    """What the promise rests on, and what the county concludes of it."""
    require(request.user, "foundations.see", request.county)
    items = list(FoundationItem.objects.of(request.county).select_related("concluded_by"))
    concluded = sum(1 for item in items if item.concluded_at)
    context = {
        "section": "foundations",
        "items": items,
        "progress": Progress(concluded, len(items)),
        "conclusions": FoundationConclusion.objects.of(request.county),
        "may_write": may(request.user, "foundations.write", request.county),
    }
    return render(request, "foundations/foundations.html", context)


@officials_only
def conclude_item(request: OfficialRequest, key: str) -> HttpResponse:
    """Write the county's conclusion of one thing in its foundation."""
    item = get_object_or_404(FoundationItem.objects.of(request.county), key=key)
    require(request.user, "foundations.write", item)
    form = ItemConclusionForm(request.POST or None, thing=item)
    if request.method == "POST" and form.is_valid():
        actions.conclude_item(item, by=request.user, texts=form.text_columns())
        messages.success(request, _("The conclusion is saved."))
        return redirect("foundations:foundations")
    return render(
        request, "foundations/conclude_item.html", {"section": "foundations", "item": item, "form": form}
    )


@officials_only
def add_conclusion(request: OfficialRequest) -> HttpResponse:
    """Add a short conclusion on the whole foundation."""
    require(request.user, "foundations.write", request.county)
    form = ConclusionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_conclusion(request.county, by=request.user, texts=form.text_columns())
        messages.success(request, _("The conclusion is on the list."))
        return redirect("foundations:foundations")
    return render(request, "foundations/add_conclusion.html", {"section": "foundations", "form": form})


@officials_only
def revise_conclusion(request: OfficialRequest, conclusion_id: str) -> HttpResponse:
    """Say a conclusion in other words."""
    conclusion = get_object_or_404(FoundationConclusion.objects.of(request.county), public_id=conclusion_id)
    require(request.user, "foundations.write", conclusion)
    form = ConclusionForm(request.POST or None, thing=conclusion)
    if request.method == "POST" and form.is_valid():
        actions.revise_conclusion(conclusion, by=request.user, texts=form.text_columns())
        messages.success(request, _("The conclusion is saved."))
        return redirect("foundations:foundations")
    context = {"section": "foundations", "form": form, "conclusion": conclusion}
    return render(request, "foundations/revise_conclusion.html", context)


@require_POST
@officials_only
def remove_conclusion(request: OfficialRequest, conclusion_id: str) -> HttpResponse:
    conclusion = get_object_or_404(FoundationConclusion.objects.of(request.county), public_id=conclusion_id)
    actions.remove_conclusion(conclusion, by=request.user)
    messages.success(request, _("The conclusion is off the list."))
    return redirect("foundations:foundations")

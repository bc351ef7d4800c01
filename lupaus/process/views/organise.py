"""Organisation of the work: the plan's texts, means and dates."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import MilestoneForm, PlanForm, ResourceForm
from lupaus.process.models import Milestone, Resource
from lupaus.process.views.gate import process_for, write_page
from lupaus.web.access import may, require


@officials_only
def organisation(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Who does the work, by what means and when."""
    process = process_for(request, process_id)
    require(request.user, "process.see", process)
    context = {
        "section": "process",
        "process": process,
        "groups": process.groups.prefetch_related("members"),
        "resources": process.resources.all(),
        "milestones": process.milestones.all(),
        "may_organise": may(request.user, "process.organise", process),
    }
    return render(request, "process/organisation.html", context)


@officials_only
def write_plan(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Write the texts of the project plan."""
    process = process_for(request, process_id)
    require(request.user, "process.organise", process)
    form = PlanForm(request.POST or None, thing=process)
    if request.method == "POST" and form.is_valid():
        actions.write_plan(process, by=request.user, texts=form.text_columns())
        messages.success(request, _("The plan is saved."))
        return redirect("desk:project_plan", process.public_id)
    return write_page(
        request,
        form,
        heading=_("Write the project plan"),
        lead=_("Write what you know now. Each part may wait, and you can come back."),
        back=reverse("desk:project_plan", args=[process.public_id]),
        back_title=_("Project plan"),
        button=_("Save"),
    )


@officials_only
def name_resource(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Name what the work has to use."""
    process = process_for(request, process_id)
    require(request.user, "process.organise", process)
    form = ResourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.name_resource(process, by=request.user, texts=form.text_columns())
        return redirect("process:organisation", process.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a resource"),
        lead=_("Name one thing the work has to use."),
        back=reverse("process:organisation", args=[process.public_id]),
        back_title=_("Organisation of the work"),
        button=_("Add"),
    )


@require_POST
@officials_only
def remove_resource(request: OfficialRequest, resource_id: str) -> HttpResponse:
    resource: Resource = get_object_or_404(
        Resource.objects.select_related("process__county"),
        public_id=resource_id,
        process__county=request.county,
    )
    actions.remove_resource(resource, by=request.user)
    messages.success(request, _("The resource is off the plan."))
    return redirect("process:organisation", resource.process.public_id)


@officials_only
def set_milestone(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Set a date on the timetable."""
    process = process_for(request, process_id)
    require(request.user, "process.organise", process)
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("on", "tied_to")}
        actions.set_milestone(process, by=request.user, texts=form.text_columns(), **facts)
        return redirect("process:organisation", process.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a date"),
        lead=_("Add a date of this work, or of other preparation it must fit."),
        back=reverse("process:organisation", args=[process.public_id]),
        back_title=_("Organisation of the work"),
        button=_("Add"),
    )


@require_POST
@officials_only
def remove_milestone(request: OfficialRequest, milestone_id: str) -> HttpResponse:
    milestone: Milestone = get_object_or_404(
        Milestone.objects.select_related("process__county"),
        public_id=milestone_id,
        process__county=request.county,
    )
    actions.remove_milestone(milestone, by=request.user)
    messages.success(request, _("The date is off the timetable."))
    return redirect("process:organisation", milestone.process.public_id)

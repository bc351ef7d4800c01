"""Phases: what is in them, shaping them, and going on from them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import DropForm, PhaseForm, StartForm
from lupaus.process.views.gate import phase_for, process_for, write_page
from lupaus.web.access import may, require


@officials_only
def start_process(request: OfficialRequest) -> HttpResponse:
    """Begin a round of work on a promise."""
    require(request.user, "process.start", request.county)
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        started_on = form.cleaned_data["started_on"]
        actions.start(request.county, by=request.user, title=form.texts("title"), started_on=started_on)
        messages.success(request, _("The process is here. Adapt it to your county as you like."))
        return redirect("desk:process_board")
    return write_page(
        request,
        form,
        heading=_("Start the process"),
        lead=_("You get the foundation, six phases and their tasks with guides. Everything can be changed."),
        back=reverse("desk:process_board"),
        back_title=_("Process board"),
        button=_("Start"),
    )


@officials_only
def phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """One phase as the county has shaped it."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.see", phase)
    tasks = list(phase.tasks.select_related("assigned_to", "finished_by"))
    context = {
        "section": "process",
        "phase": phase,
        "tasks": [task for task in tasks if not task.dropped_because],
        "dropped": [task for task in tasks if task.dropped_because],
        "outputs": phase.outputs.select_related("confirmed_by"),
        "questions": phase.self_test.count(),
        "may_shape": may(request.user, "process.shape", phase),
        "may_close": may(request.user, "process.close_phase", phase),
    }
    return render(request, "process/phase.html", context)


@officials_only
def add_phase(request: OfficialRequest, process_id: str) -> HttpResponse:
    """Add a phase of the county's own."""
    process = process_for(request, process_id)
    require(request.user, "process.shape", process)
    form = PhaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        phase = actions.add_phase(process, by=request.user, texts=form.text_columns())
        actions.revise_phase(phase, by=request.user, texts={}, **form.dates())
        messages.success(request, _("The phase is in the process. Add its tasks next."))
        return redirect("process:phase", phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a phase"),
        lead=_("Add a phase of your own after the others. You can move it earlier."),
        back=reverse("desk:process_board"),
        back_title=_("Process board"),
        button=_("Add"),
    )


@officials_only
def revise_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """Rename a phase or set its dates."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.shape", phase)
    form = PhaseForm(request.POST or None, thing=phase)
    if request.method == "POST" and form.is_valid():
        actions.revise_phase(phase, by=request.user, texts=form.text_columns(), **form.dates())
        messages.success(request, _("The phase is saved."))
        return redirect("process:phase", phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Change the phase"),
        lead=_("Rename the phase, say what it is for, or set its dates."),
        back=reverse("process:phase", args=[phase.public_id]),
        back_title=str(phase),
        button=_("Save"),
    )


@officials_only
def drop_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """Leave a phase out, with the reason."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.shape", phase)
    form = DropForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.drop_phase(phase, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("The phase is left out. You can take it back at any time."))
        return redirect("desk:process_board")
    return write_page(
        request,
        form,
        heading=_("Leave the phase out"),
        lead=str(phase),
        back=reverse("process:phase", args=[phase.public_id]),
        back_title=str(phase),
        button=_("Leave out"),
    )


@require_POST
@officials_only
def restore_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    phase = actions.restore_phase(phase_for(request, phase_id), by=request.user)
    messages.success(request, _("The phase is back."))
    return redirect("process:phase", phase.public_id)


@require_POST
@officials_only
def move_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    phase = phase_for(request, phase_id)
    actions.move_phase(phase, by=request.user, earlier=request.POST.get("direction") == "earlier")
    messages.success(request, _("The phase has a new place."))
    return redirect("process:phase", phase.public_id)


@require_POST
@officials_only
def close_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    actions.close_phase(phase_for(request, phase_id), by=request.user)
    messages.success(request, _("The phase is closed. You can return to it at any time."))
    return redirect("desk:process_board")


@require_POST
@officials_only
def reopen_phase(request: OfficialRequest, phase_id: str) -> HttpResponse:
    phase = actions.reopen_phase(phase_for(request, phase_id), by=request.user)
    messages.success(request, _("The phase is open again."))
    return redirect("process:phase", phase.public_id)

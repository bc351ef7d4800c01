"""Making a phase's tasks the county's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import DropForm, LineForm, TaskForm
from lupaus.process.views.gate import phase_for, task_for, write_page
from lupaus.web.access import require


@officials_only
def add_task(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """Add a task of the county's own."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.shape", phase)
    form = TaskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_task(phase, by=request.user, texts=form.text_columns())
        messages.success(request, _("The task is in the phase."))
        return redirect("process:phase", phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a task"),
        lead=_("Add a task of your own to the phase. It stands last until you move it."),
        back=reverse("process:phase", args=[phase.public_id]),
        back_title=str(phase),
        button=_("Add"),
    )


@officials_only
def revise_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    """Rename a task, or write own guidance for it."""
    task = task_for(request, task_id)
    require(request.user, "process.shape", task)
    form = TaskForm(request.POST or None, thing=task)
    if request.method == "POST" and form.is_valid():
        actions.revise_task(task, by=request.user, texts=form.text_columns())
        messages.success(request, _("The task is saved."))
        return redirect("process:task", task.public_id)
    return write_page(
        request,
        form,
        heading=_("Change the task"),
        lead=_("Rename the task or write a guide of your own. Only your county sees the change."),
        back=reverse("process:task", args=[task.public_id]),
        back_title=str(task),
        button=_("Save"),
    )


@officials_only
def drop_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    """Leave a task out, with the reason."""
    task = task_for(request, task_id)
    require(request.user, "process.shape", task)
    form = DropForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.drop_task(task, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("The task is left out. You can take it back at any time."))
        return redirect("process:phase", task.phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Leave the task out"),
        lead=str(task),
        back=reverse("process:phase", args=[task.phase.public_id]),
        back_title=str(task.phase),
        button=_("Leave out"),
    )


@require_POST
@officials_only
def restore_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    task = actions.restore_task(task_for(request, task_id), by=request.user)
    messages.success(request, _("The task is back."))
    return redirect("process:phase", task.phase.public_id)


@require_POST
@officials_only
def move_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    task = task_for(request, task_id)
    actions.move_task(task, by=request.user, earlier=request.POST.get("direction") == "earlier")
    return redirect(reverse("process:phase", args=[task.phase.public_id]) + "#tasks")


@officials_only
def add_item(request: OfficialRequest, task_id: str) -> HttpResponse:
    """Add a line of the county's own to a task's checklist."""
    task = task_for(request, task_id)
    require(request.user, "process.shape", task)
    form = LineForm(request.POST or None, field="text")
    if request.method == "POST" and form.is_valid():
        actions.add_item(task, by=request.user, texts=form.text_columns())
        return redirect(reverse("process:task", args=[task.public_id]) + "#checklist")
    return write_page(
        request,
        form,
        heading=_("Add a line to the checklist"),
        lead=str(task),
        back=reverse("process:task", args=[task.public_id]),
        back_title=str(task),
        button=_("Add"),
    )

"""A task: how to do it well, who does it, and saying that it is done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.foundations.queries import laws_by_code
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import AssignForm, FinishForm, ItemForm
from lupaus.process.models import ChecklistItem
from lupaus.process.queries import checklist_of, place_address
from lupaus.process.views.gate import task_for, write_page
from lupaus.web.access import may, require


@officials_only
def task(request: OfficialRequest, task_id: str) -> HttpResponse:
    """One task with its guide, checklist and state."""
    task = task_for(request, task_id)
    require(request.user, "process.see", task)
    context = {
        "section": "process",
        "task": task,
        "phase": task.phase,
        "checklist": checklist_of(task),
        "laws": laws_by_code(task.laws) if task.laws else [],
        "place": place_address(
            task.place, process_id=task.phase.process.public_id, phase_id=task.phase.public_id
        ),
        "finish_form": FinishForm(initial={"note": task.note}),
        "may_assign": may(request.user, "process.assign_task", task),
        "may_finish": may(request.user, "process.finish_task", task),
        "may_tick": may(request.user, "process.tick_item", task),
        "may_shape": may(request.user, "process.shape", task),
    }
    return render(request, "process/task.html", context)


@officials_only
def assign_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    """Say who does a task and by when."""
    task = task_for(request, task_id)
    require(request.user, "process.assign_task", task)
    form = AssignForm(request.POST or None, task=task)
    if request.method == "POST" and form.is_valid():
        actions.assign_task(task, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is agreed who does the task."))
        return redirect("process:task", task.public_id)
    return write_page(
        request,
        form,
        heading=_("Who does it, and by when?"),
        lead=str(task),
        back=reverse("process:task", args=[task.public_id]),
        back_title=str(task),
        button=_("Save"),
    )


@require_POST
@officials_only
def finish_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    task = task_for(request, task_id)
    form = FinishForm(request.POST)
    if form.is_valid():
        actions.finish_task(task, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("The task is done."))
    else:
        messages.error(request, _("The note is too long. Shorten it to 2,000 characters."))
    return redirect("process:task", task.public_id)


@require_POST
@officials_only
def reopen_task(request: OfficialRequest, task_id: str) -> HttpResponse:
    task = actions.reopen_task(task_for(request, task_id), by=request.user)
    messages.success(request, _("The task is open again."))
    return redirect("process:task", task.public_id)


def item_for(request: OfficialRequest, task_id: str, item_id: int) -> ChecklistItem:
    items = ChecklistItem.objects.select_related("task__phase__process__county")
    return get_object_or_404(items, pk=item_id, task=task_for(request, task_id))


@require_POST
@officials_only
def tick_item(request: OfficialRequest, task_id: str, item_id: int) -> HttpResponse:
    item = item_for(request, task_id, item_id)
    actions.tick_item(item, by=request.user, conclusion=item.conclusion)
    return redirect(reverse("process:task", args=[task_id]) + "#checklist")


@require_POST
@officials_only
def untick_item(request: OfficialRequest, task_id: str, item_id: int) -> HttpResponse:
    actions.untick_item(item_for(request, task_id, item_id), by=request.user)
    return redirect(reverse("process:task", args=[task_id]) + "#checklist")


@officials_only
def check_item(request: OfficialRequest, task_id: str, item_id: int) -> HttpResponse:
    """Check a thing and write what was concluded of it."""
    item = item_for(request, task_id, item_id)
    require(request.user, "process.tick_item", item)
    form = ItemForm(request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        actions.tick_item(item, by=request.user, conclusion=form.cleaned_data["conclusion"])
        return redirect(reverse("process:task", args=[task_id]) + "#checklist")
    return write_page(
        request,
        form,
        heading=str(item),
        lead=_("Write what you concluded. The line is then checked."),
        back=reverse("process:task", args=[task_id]),
        back_title=str(item.task),
        button=_("Save"),
    )

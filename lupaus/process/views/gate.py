"""The one gate to each thing of the process, and the page every small form stands on."""

from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from lupaus.people.requests import OfficialRequest
from lupaus.process.models import Phase, Process, Task


def process_for(request: OfficialRequest, process_id: str) -> Process:
    processes: QuerySet[Process] = Process.objects.of(request.county).select_related("county")
    return get_object_or_404(processes, public_id=process_id)


def phase_for(request: OfficialRequest, phase_id: str) -> Phase:
    phases: QuerySet[Phase] = Phase.objects.of(request.county).select_related("process__county", "closed_by")
    return get_object_or_404(phases, public_id=phase_id)


def task_for(request: OfficialRequest, task_id: str) -> Task:
    tasks: QuerySet[Task] = Task.objects.of(request.county)
    tasks = tasks.select_related("phase__process__county", "assigned_to", "finished_by")
    return get_object_or_404(tasks, public_id=task_id)


def write_page(
    request: OfficialRequest, form: Form, *, heading: str, lead: str, back: str, back_title: str, button: str
) -> HttpResponse:
    """A page with one form, its purpose in the first line, and the way back."""
    context = {
        "section": "process",
        "form": form,
        "heading": heading,
        "lead": lead,
        "back": back,
        "back_title": back_title,
        "button": button,
    }
    return render(request, "process/write.html", context)

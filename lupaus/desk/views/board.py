"""The process board and the project plan."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from lupaus.desk.queries import board as boards
from lupaus.desk.queries import plan as plans
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process.models import Process
from lupaus.web.access import may, require


@officials_only
def process_board(request: OfficialRequest) -> HttpResponse:
    """Where we are, what is next, and who did what, in the round of work begun last."""
    return shown_board(request, look(request))


@officials_only
def board_of_round(request: OfficialRequest, process_id: str) -> HttpResponse:
    """The same of one round of work, also of an earlier one."""
    board = look(request, process_id)
    if board is None:
        raise Http404
    return shown_board(request, board)


def look(request: OfficialRequest, process_id: str = "") -> boards.Board | None:
    require(request.user, "process.see", request.county)
    today = timezone.localdate()
    return boards.process_board(request.county, user=request.user, today=today, process_id=process_id)


def shown_board(request: OfficialRequest, board: boards.Board | None) -> HttpResponse:
    context = {
        "section": "process",
        "board": board,
        "may_start": may(request.user, "process.start", request.county),
        "may_shape": may(request.user, "process.shape", request.county),
    }
    return render(request, "desk/process_board.html", context)


@officials_only
def project_plan(request: OfficialRequest, process_id: str) -> HttpResponse:
    """The project plan as one readable, printable page."""
    processes = Process.objects.with_plan_parts().select_related("county")
    process: Process = get_object_or_404(processes, public_id=process_id, county=request.county)
    require(request.user, "process.see", process)
    context = {
        "section": "process",
        "plan": plans.project_plan(process),
        "may_organise": may(request.user, "process.organise", process),
    }
    return render(request, "desk/project_plan.html", context)

"""A resident's own data: see, take along, erase."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lupaus.people.actions import erase
from lupaus.people.middleware import COOKIE
from lupaus.people.queries import own_data, traces_of
from lupaus.people.requests import ResidentRequest


@never_cache
def my_data(request: ResidentRequest) -> HttpResponse:
    """What this device has given us, in numbers."""
    traces = traces_of(request.participant) if request.participant else None
    return render(request, "people/my_data.html", {"traces": traces})


@never_cache
def my_data_file(request: ResidentRequest) -> HttpResponse:
    """All of it as a file."""
    if request.participant is None:
        return redirect("people:my_data")
    told = own_data(request.participant)
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="lupaus-my-data.json"'
    return response


@require_POST
def erase_my_data(request: ResidentRequest) -> HttpResponse:
    """Forget this device and its answers."""
    if request.participant is not None:
        erase(request.participant, by=request.participant)
        messages.success(request, _("Done. Your answers are gone and this device is forgotten."))
    response = redirect("people:my_data")
    response.delete_cookie(COOKIE, samesite="Lax")
    return response

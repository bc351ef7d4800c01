"""The county's journal, for officials to read and to check."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lupaus.journal.queries import page_of_events, rooms_in, verify_chain
from lupaus.people.queries import actors_of
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import require

BREAKS = {
    "changed": gettext_lazy(
        "The journal is not whole: event %(position)s has been changed after it was written."
    ),
    "missing": gettext_lazy("The journal is not whole: something is missing at event %(position)s."),
}


@officials_only
def journal(request: OfficialRequest) -> HttpResponse:
    """What has happened, newest first."""
    require(request.user, "people.read_journal", request.county)
    room, subject = request.GET.get("room", ""), request.GET.get("subject", "")
    page = page_of_events(
        request.county.code, room=room, subject=subject, before=whole_number(request.GET.get("before"))
    )
    context = {
        "page": page,
        "events": actors_of(page.events),
        "rooms": rooms_in(request.county.code),
        "room": room,
        "subject": subject,
        "section": "journal",
    }
    return render(request, "people/journal.html", context)


@require_POST
@officials_only
def check_journal(request: OfficialRequest) -> HttpResponse:
    """Walk the chain from the first event and say whether it is whole."""
    require(request.user, "people.read_journal", request.county)
    verdict = verify_chain(request.county.code)
    if verdict.broken is None:
        messages.success(
            request,
            _("The journal is whole: all %(count)s events are as they were written.")
            % {"count": verdict.events},
        )
    else:
        said = BREAKS["changed" if "changed" in verdict.broken.reason else "missing"]
        messages.error(request, said % {"position": verdict.broken.position})
    return redirect("people:journal")


def whole_number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None

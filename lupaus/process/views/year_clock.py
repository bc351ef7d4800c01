"""The year clock."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process.queries import coming_dates
from lupaus.process.queries import year_clock as clock_of
from lupaus.web.access import require


@officials_only
def year_clock(request: OfficialRequest) -> HttpResponse:
    """What comes round every year, and the dates ahead in the county's own work."""
    require(request.user, "process.see", request.county)
    today = timezone.localdate()
    context = {
        "section": "process",
        "events": clock_of((get_language() or "fi")[:2], today=today),
        "dates": coming_dates(request.county, today=today),
    }
    return render(request, "process/year_clock.html", context)

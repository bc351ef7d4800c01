"""The front page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lupaus.people.requests import ResidentRequest
from lupaus.publication.queries.followed import key_indicators
from lupaus.publication.queries.front import last_closed, latest_changes, open_now
from lupaus.publication.queries.promises import pairs_of, public_versions, read_wordings
from lupaus.publication.wheel import wheel_of


def home(request: ResidentRequest) -> HttpResponse:
    """What the county promises, whether it is kept, and what one can take part in now."""
    today = timezone.localdate()
    version = next(iter(public_versions(request.county)), None)
    if version:
        read_wordings(version, with_points=False)
    consultations = open_now(request.county, today=today)
    return render(
        request,
        "publication/home.html",
        {
            "version": version,
            "pairs": pairs_of(version, with_points=False) if version else [],
            "wheel": wheel_of(version) if version else "",
            "open_first": consultations[0] if consultations else None,
            "open_others": consultations[1:],
            "closed": None if consultations else last_closed(request.county),
            "indicators": key_indicators(request.county, today=today),
            "changes": latest_changes(request.county),
        },
    )

"""Tell every request which county it is for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lupaus.counties.queries import county_for


def county_of_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.county`, or say that the installation has no county yet."""

    def middleware(request: HttpRequest) -> HttpResponse:
        host = request.get_host().split(":")[0]
        county = county_for(host)
        if county is None:
            return render(request, "web/no_county.html", {"county": None}, status=503)
        request.county = county  # type: ignore[attr-defined]
        return get_response(request)

    return middleware

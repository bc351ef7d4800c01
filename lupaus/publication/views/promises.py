"""Promises and their pledges."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.methods.wheel import TextDoesNotFit
from lupaus.participation.models import Contribution
from lupaus.people.requests import ResidentRequest
from lupaus.promise.models import Version
from lupaus.publication.queries.promises import pairs_of, public_version, public_versions, read_wordings
from lupaus.publication.wheel import empty_wheel_file, file_of, wheel_of
from lupaus.trace.queries.upwards import thread_of_pledge
from lupaus.trace.words.grounds import steps_of


def promises(request: ResidentRequest) -> HttpResponse:
    """The county's promises, one for everyone or one for each customer group."""
    context = {"versions": public_versions(request.county), "section": "promises"}
    return render(request, "publication/promises.html", context)


def promise(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One promise: the wheel, the pairs, and how it came about."""
    version = read_wordings(_version(request, public_id))
    context = {
        "version": version,
        "pairs": pairs_of(version),
        "wheel": wheel_of(version),
        "contributions": Contribution.objects.of(request.county).public().count(),
        "section": "promises",
    }
    return render(request, "publication/promise.html", context)


def wheel_file(request: ResidentRequest, public_id: str) -> HttpResponse:
    """The wheel as a picture file that stands alone."""
    version = read_wordings(_version(request, public_id), with_points=False)
    try:
        return _svg(file_of(version), f"{public_id}-{get_language()}.svg")
    except TextDoesNotFit:
        messages.warning(
            request, _("A text is too long for its place, so the wheel has no file in this language.")
        )
        return redirect("publication:promise", public_id=public_id)


def empty_wheel(request: ResidentRequest) -> HttpResponse:
    """The empty wheel, to work one's own promise in together."""
    return _svg(empty_wheel_file(), f"empty-wheel-{get_language()}.svg")


def pledge(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One pledge with its whole thread, from people's words to whether it is kept."""
    thread = thread_of_pledge(request.county, public_id, today=timezone.localdate())
    if thread is None:
        raise Http404
    wording = thread.kept.wordings[-1]
    context = {
        "thread": thread,
        "wording": wording,
        "points": wording.points.all(),
        "steps": steps_of(thread),
        "promise": thread.pledge.pair.promise,
        "section": "promises",
    }
    return render(request, "publication/pledge.html", context)


def _version(request: ResidentRequest, public_id: str) -> Version:
    version = public_version(request.county, public_id)
    if version is None:
        raise Http404
    return version


def _svg(text: str, file_name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file_name}"'
    return response

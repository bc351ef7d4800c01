"""Freeze a draft, begin the next one, and see what changed between versions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise import actions, queries
from lupaus.promise.forms import ReviseForm
from lupaus.promise.models import ServicePromise, Version
from lupaus.promise.states import VersionState
from lupaus.promise.views.editor import pair_cards
from lupaus.web.access import may, require
from lupaus.web.refusals import Refused


@officials_only
def freeze(request: OfficialRequest, public_id: str) -> HttpResponse:
    """What the draft still lacks; when nothing, a button that makes it final."""
    versions = Version.objects.of(request.county).filter(promise__public_id=public_id)
    version = get_object_or_404(queries.version_with_content(versions.filter(state=VersionState.DRAFT)))
    require(request.user, "promise.freeze", version)
    if request.method == "POST":
        try:
            actions.freeze(version, by=request.user)
            messages.success(request, _("The version has been frozen."))
            return redirect("promise:edit_promise", public_id=public_id)
        except Refused as refusal:
            messages.warning(request, str(refusal))
    context = {
        "section": "promise",
        "promise": version.promise,
        "version": version,
        "missing": queries.missing_from(version),
    }
    return render(request, "promise/freeze.html", context)


@officials_only
def revise(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Begin the next draft with a public reason."""
    promise = get_object_or_404(
        ServicePromise.objects.of(request.county).select_related("county"), public_id=public_id
    )
    require(request.user, "promise.draft", promise)
    form = ReviseForm(request.POST or None, county=request.county)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revise(promise, reason=form.texts("reason"), by=request.user)
            return redirect("promise:edit_promise", public_id=public_id)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "promise/revise.html", {"section": "promise", "promise": promise, "form": form})


@officials_only
def versions(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Every version of a promise, newest first."""
    promise = get_object_or_404(queries.promises_with_versions(request.county), public_id=public_id)
    return render(request, "promise/versions.html", {"section": "promise", "promise": promise})


@officials_only
def version(request: OfficialRequest, public_id: str, number: int) -> HttpResponse:
    """One version as it reads, and what changed in it since the one before."""
    of_promise = queries.version_with_content(
        Version.objects.of(request.county).filter(promise__public_id=public_id)
    )
    shown = get_object_or_404(of_promise, number=number)
    before = of_promise.filter(pk=shown.follows_id).first() if shown.follows_id else None
    language = (get_language() or "fi")[:2]
    context = {
        "section": "promise",
        "promise": shown.promise,
        "version": shown,
        "pairs": pair_cards(shown, lambda pledge: f"#{pledge.public_id}"),
        "before": before,
        "differences": queries.differences(before, shown, language) if before else [],
        "may_draft": may(request.user, "promise.draft", shown) and shown.is_draft,
    }
    return render(request, "promise/version.html", context)

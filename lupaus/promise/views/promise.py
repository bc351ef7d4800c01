"""The county's promises, and one promise as a wheel to write."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise import queries
from lupaus.promise.forms import CORE_FIELDS, BeginForm, CoreForm
from lupaus.promise.models import Pledge, Version
from lupaus.promise.rules import ChangedMeanwhile
from lupaus.promise.states import VersionState
from lupaus.promise.views.editor import drawing, pair_cards, saved_texts
from lupaus.synthesis.queries import current_process
from lupaus.web.access import may, require
from lupaus.web.refusals import Refused


@officials_only
def promises(request: OfficialRequest) -> HttpResponse:
    """The county's promises with their versions."""
    context = {
        "section": "promise",
        "promises": queries.promises_with_versions(request.county),
        "may_begin": may(request.user, "promise.begin", request.county),
    }
    return render(request, "promise/promises.html", context)


@officials_only
def begin_promise(request: OfficialRequest) -> HttpResponse:
    """Name a new promise and whom it is for; its wheel begins empty."""
    require(request.user, "promise.begin", request.county)
    form = BeginForm(request.POST or None, county=request.county)
    if request.method == "POST" and form.is_valid():
        made = form.save(process=current_process(request.county), by=request.user)
        return redirect("promise:edit_promise", public_id=made.public_id)
    return render(request, "promise/begin_promise.html", {"section": "promise", "form": form})


@officials_only
def edit_promise(request: OfficialRequest, public_id: str) -> HttpResponse:
    """The newest version of a promise: its wheel and its five pairs, to write while it is a draft."""
    version = newest(request, public_id)
    may_draft = may(request.user, "promise.draft", version) and version.is_draft

    def link(pledge: Pledge) -> str:
        if may_draft:
            return reverse("promise:edit_pledge", args=[public_id, pledge.public_id])
        return reverse("promise:version", args=[public_id, version.number]) + f"#{pledge.public_id}"

    context = {
        "section": "promise",
        "promise": version.promise,
        "version": version,
        "drawing": drawing(version, link),
        "pairs": pair_cards(version, link),
        "undisposed": queries.undisposed_conclusions(version.promise).count(),
        "may_draft": may_draft,
        "may_revise": may(request.user, "promise.draft", version) and not version.is_draft,
        "is_decided": version.state == VersionState.DECIDED,
    }
    return render(request, "promise/edit_promise.html", context)


def newest(request: OfficialRequest, public_id: str) -> Version:
    """The newest version of a promise of this county, with its content."""
    versions = Version.objects.of(request.county).filter(promise__public_id=public_id)
    version = queries.version_with_content(versions).order_by("-number").first()
    if version is None:
        raise Http404
    return version


@officials_only
def edit_core(request: OfficialRequest, public_id: str) -> HttpResponse:
    """The statement of intent and the two principles."""
    version = get_object_or_404(
        Version.objects.of(request.county).select_related("promise__county"),
        promise__public_id=public_id,
        state=VersionState.DRAFT,
    )
    require(request.user, "promise.draft", version)
    form = CoreForm(request.POST or None, version=version)
    context = {"section": "promise", "promise": version.promise, "version": version, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by=request.user)
            messages.success(request, _("Saved."))
            return redirect("promise:edit_promise", public_id=public_id)
        except ChangedMeanwhile as refusal:
            version.refresh_from_db()
            data = {**request.POST.dict(), "seen": queries.stamp_of_version(version)}
            context |= {
                "conflict": str(refusal),
                "theirs": saved_texts(version, *CORE_FIELDS),
                "form": CoreForm(data, version=version),
            }
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "promise/edit_core.html", context)

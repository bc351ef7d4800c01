"""Officials' pages on the way to the council."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.decision import actions
from lupaus.decision.forms import DecisionForm, TargetForm
from lupaus.decision.models import DecisionPackage, YearlyTarget
from lupaus.decision.queries import (
    SpokenPledge,
    content_of,
    decisions_of,
    for_gate,
    gate_parts,
    is_whole,
    packages_of,
    promises_on_their_way,
    target_rows,
    target_years,
)
from lupaus.decision.states import ON_ITS_WAY, PackageState
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise.models import Pledge, ServicePromise, Version
from lupaus.web.access import may, require


def page(request: OfficialRequest, name: str, **shown: Any) -> HttpResponse:
    return render(request, f"decision/{name}.html", {"section": "decision", **shown})


@officials_only
def decisions(request: OfficialRequest) -> HttpResponse:
    """Where each promise is on its way to the council, and what has been decided."""
    return page(
        request,
        "decisions",
        promises=promises_on_their_way(request.county),
        decisions=decisions_of(request.county),
        waiting=packages_of(request.county).filter(state=PackageState.FROZEN),
    )


@officials_only
def targets(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Ten pledges by year: targets and gaps."""
    promise = get_object_or_404(
        ServicePromise.objects.of(request.county).select_related("county"), public_id=public_id
    )
    years = target_years(promise)
    rows = target_rows(promise, years=years)
    may_set = may(request.user, "decision.set_target", promise)
    return page(request, "targets", promise=promise, years=years, rows=rows, may_set=may_set)


@officials_only
def set_target(request: OfficialRequest, public_id: str, year: int) -> HttpResponse:
    """Write the target of one pledge for one year."""
    pledge = get_object_or_404(
        Pledge.objects.of(request.county).select_related("pair__promise__county"), public_id=public_id
    )
    require(request.user, "decision.set_target", pledge)
    if not 2020 <= year <= 2100:
        raise Http404
    target = YearlyTarget.objects.filter(pledge=pledge, year=year).first()
    form = TargetForm(request.POST or None, pledge=pledge, target=target)
    if form.is_valid():
        try:
            actions.set_target(pledge, year=year, by=request.user, **form.all_texts())
        except actions.TargetIsDecided:
            form.add_error(
                None, _("This target is before the council or decided. Set a target for a later year.")
            )
        else:
            messages.success(request, _("The target is saved."))
            return redirect("decision:targets", pledge.pair.promise.public_id)
    return page(request, "set_target", form=form, spoken=_spoken(pledge), year=year, target=target)


def _spoken(pledge: Pledge) -> SpokenPledge:
    return SpokenPledge(pledge, pledge.wordings.order_by("-version__number").first())


@officials_only
def gate(request: OfficialRequest, public_id: str) -> HttpResponse:
    """What is missing before the promise can go to the council; after that, its package."""
    version = _on_its_way(request, public_id)
    if version is None:
        return _to_package(request, public_id)
    return _gate_page(request, version)


def _on_its_way(request: OfficialRequest, public_id: str) -> Version | None:
    versions = for_gate(Version.objects.of(request.county).filter(packages=None, state__in=ON_ITS_WAY))
    return versions.filter(public_id=public_id).first()


def _to_package(request: OfficialRequest, public_id: str) -> HttpResponse:
    sealed = get_object_or_404(packages_of(request.county), version__public_id=public_id)
    return redirect("decision:package", sealed.public_id)


def _gate_page(request: OfficialRequest, version: Version, *, status: int = 200) -> HttpResponse:
    parts = gate_parts(version)
    response = page(
        request,
        "gate",
        version=version,
        parts=parts,
        lacking=sum(len(part.gaps) for part in parts),
        may_compile=may(request.user, "decision.compile_package", version),
    )
    response.status_code = status
    return response


@require_POST
@officials_only
def compile_package(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Seal the package, or say what is missing."""
    require(request.user, "decision.compile_package", request.county)
    version = _on_its_way(request, public_id)
    if version is None:
        return _to_package(request, public_id)
    try:
        package = actions.compile_package(version, by=request.user)
    except actions.PackageIsIncomplete:
        messages.error(request, _("The package was not made. Mend what is missing first."))
        return _gate_page(request, version, status=409)
    messages.success(request, _("The package is sealed. Take it to the council."))
    return redirect("decision:package", package.public_id)


@officials_only
def package(request: OfficialRequest, public_id: str) -> HttpResponse:
    """What the council has before it, as it was sealed."""
    found = get_object_or_404(packages_of(request.county), public_id=public_id)
    return page(
        request,
        "package",
        package=found,
        content=content_of(found),
        is_whole=is_whole(found),
        decision=getattr(found, "decision", None),
        may_decide=found.state == PackageState.FROZEN and may(request.user, "decision.decide", found),
    )


@officials_only
def decide(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Record the council's decision."""
    found: DecisionPackage = get_object_or_404(packages_of(request.county), public_id=public_id)
    require(request.user, "decision.decide", found)
    form = DecisionForm(request.POST or None, package=found)
    if form.is_valid():
        given = {
            name: form.cleaned_data[name] for name in ("outcome", "decided_on", "section", "minutes_address")
        }
        try:
            actions.decide(found, **given, note=form.texts("note"), by=request.user)
        except actions.PackageIsClosed:
            messages.error(
                request,
                _("This package is closed: it has been decided, or a newer draft has taken its place."),
            )
        else:
            messages.success(request, _("The decision is recorded."))
        return redirect("decision:package", found.public_id)
    return page(request, "decide", form=form, package=found)

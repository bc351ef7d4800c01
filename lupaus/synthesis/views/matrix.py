"""The synthesis at a glance, and signing it off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.synthesis import actions, queries
from lupaus.synthesis.forms import ReasonForm
from lupaus.synthesis.models import Synthesis
from lupaus.web.access import may
from lupaus.web.refusals import Refused


@officials_only
def matrix(request: OfficialRequest) -> HttpResponse:
    """Perspectives by parties, with the gaps."""
    synthesis = queries.current_synthesis(request.county)
    context: dict[str, object] = {"section": "synthesis", "synthesis": synthesis}
    if synthesis is None:
        context["process"] = queries.current_process(request.county)
        context["may_code"] = may(request.user, "synthesis.code", request.county)
        return render(request, "synthesis/begin_synthesis.html", context)
    context["matrix"] = queries.matrix(synthesis)
    context["may_sign_off"] = may(request.user, "synthesis.sign_off", synthesis)
    context["form"] = ReasonForm()
    return render(request, "synthesis/matrix.html", context)


@officials_only
@require_POST
def begin_synthesis(request: OfficialRequest) -> HttpResponse:
    process = queries.current_process(request.county)
    if process is not None:
        actions.begin(process, by=request.user)
    return redirect("synthesis:matrix")


@officials_only
@require_POST
def sign_off_synthesis(request: OfficialRequest) -> HttpResponse:
    synthesis = get_object_or_404(
        Synthesis, pk=getattr(queries.current_synthesis(request.county), "pk", None)
    )
    try:
        actions.sign_off_synthesis(synthesis, by=request.user)
        messages.success(request, _("The synthesis has been signed off."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("synthesis:matrix")


@officials_only
@require_POST
def reopen_synthesis(request: OfficialRequest) -> HttpResponse:
    synthesis = get_object_or_404(
        Synthesis, pk=getattr(queries.current_synthesis(request.county), "pk", None)
    )
    try:
        actions.reopen_synthesis(synthesis, reason=request.POST.get("reason", ""), by=request.user)
        messages.success(request, _("The synthesis is open again."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("synthesis:matrix")

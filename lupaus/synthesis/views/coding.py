"""Read what people said, quote it exactly, and say what it is about."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.methods.spans import segments
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process.models import Process
from lupaus.synthesis import actions, queries
from lupaus.synthesis.forms import CodingForm
from lupaus.synthesis.models import Coding
from lupaus.synthesis.queries import CodingFilters
from lupaus.synthesis.states import AsideReason
from lupaus.synthesis.views.filters import filter_groups, state_links
from lupaus.web.access import may, require
from lupaus.web.refusals import Refused


@officials_only
def coding(request: OfficialRequest) -> HttpResponse:
    """The pile of contributions, newest first."""
    filters = CodingFilters.read(request.GET.dict())
    synthesis = queries.current_synthesis(request.county)
    page = queries.coding_page(request.county, synthesis, filters, after=request.GET.get("after", ""))
    context = {
        "section": "coding",
        "filters": filters,
        "page": page,
        "states": state_links(filters),
        "groups": filter_groups(request.county, filters),
        "is_first_page": "after" not in request.GET,
    }
    return render(request, "synthesis/coding.html", context)


@officials_only
def code_contribution(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One contribution with its quotes, and a form for the next quote."""
    synthesis = queries.current_synthesis(request.county)
    contribution = get_object_or_404(
        queries.coded_contribution(request.county, synthesis), public_id=public_id
    )
    form = CodingForm(
        request.POST or None, contribution=contribution, themes=queries.themes_with_counts(synthesis)
    )
    process = synthesis.process if synthesis else queries.current_process(request.county)
    if request.method == "POST":
        require(request.user, "synthesis.code", contribution)
        if process is None:
            form.add_error(None, _("Begin a process first: quotes are gathered into its synthesis."))
        elif form.is_valid() and saved(request, form, process):
            return redirect(here(request, public_id))
    quotes = queries.quotes_with_codings(contribution, synthesis)
    filters = CodingFilters.read(request.GET.dict())
    before, after = queries.neighbours(contribution, request.county, synthesis, filters)
    context = {
        "section": "coding",
        "contribution": contribution,
        "segments": segments(contribution.text, [(quote.start, quote.end) for quote in quotes]),
        "quotes": quotes,
        "form": form,
        "filters": filters,
        "before": before,
        "after": after,
        "may_code": may(request.user, "synthesis.code", contribution)
        and (synthesis is None or synthesis.is_open),
        "aside_reasons": AsideReason.choices,
        "is_signed_off": synthesis is not None and not synthesis.is_open,
    }
    return render(request, "synthesis/code_contribution.html", context)


def saved(request: OfficialRequest, form: CodingForm, process: Process) -> bool:
    """Whether the quote was made; if not, the form says why."""
    try:
        form.save(process, by=request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Quoted and coded."))
    return True


@officials_only
@require_POST
def set_aside(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Nothing to quote here: on to the next one."""
    contribution = get_object_or_404(queries.pile(request.county), public_id=public_id)
    synthesis = queries.current_synthesis(request.county)
    filters = CodingFilters.read(request.GET.dict())
    _before, after = queries.neighbours(contribution, request.county, synthesis, filters)
    process = synthesis.process if synthesis else queries.current_process(request.county)
    try:
        if process is not None:
            synthesis = actions.begin(process, by=request.user)
            reason = request.POST.get("reason", "")
            actions.set_aside(contribution, synthesis=synthesis, reason=reason, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect(here(request, public_id))
    return redirect(here(request, after) if after else f"{reverse('synthesis:coding')}{filters.query}")


@officials_only
@require_POST
def put_back(request: OfficialRequest, public_id: str) -> HttpResponse:
    contribution = get_object_or_404(queries.pile(request.county), public_id=public_id)
    synthesis = queries.current_synthesis(request.county)
    try:
        if synthesis is not None:
            actions.put_back(contribution, synthesis=synthesis, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(here(request, public_id))


@officials_only
@require_POST
def withdraw_coding(request: OfficialRequest, pk: int) -> HttpResponse:
    coding = get_object_or_404(
        Coding.objects.filter(quote__contribution__county=request.county).select_related(
            "quote__contribution"
        ),
        pk=pk,
    )
    try:
        actions.withdraw_coding(coding, by=request.user)
        messages.success(request, _("The coding has been withdrawn."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(here(request, coding.quote.contribution.public_id))


def here(request: OfficialRequest, public_id: str) -> str:
    """The page of a contribution, with the filters one came by."""
    filters = CodingFilters.read(request.GET.dict())
    return reverse("synthesis:code_contribution", kwargs={"public_id": public_id}) + filters.query

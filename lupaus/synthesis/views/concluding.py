"""Conclude from what a party said about a perspective."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.foundations.states import Perspective
from lupaus.participation.models import Party
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.synthesis import actions, queries
from lupaus.synthesis.forms import ConclusionForm
from lupaus.synthesis.models import Conclusion, Evidence, Synthesis
from lupaus.synthesis.queries import CellQuote
from lupaus.synthesis.states import Stance
from lupaus.web.access import may, require
from lupaus.web.refusals import Refused


@officials_only
def conclude(request: OfficialRequest, party: str, perspective: str) -> HttpResponse:
    """One cell: what the party said, what has been concluded, and a form for a conclusion."""
    if perspective not in Perspective.values:
        raise Http404
    speaker = get_object_or_404(Party.objects.of(request.county), key=party)
    synthesis = queries.current_synthesis(request.county)
    if synthesis is None:
        return redirect("synthesis:matrix")
    form = conclusion_form(request, synthesis, perspective, speaker)
    if request.method == "POST":
        require(request.user, "synthesis.conclude", synthesis)
        if form.is_valid() and (made := saved(request, form, perspective, speaker)):
            return redirect("synthesis:edit_conclusion", public_id=made.public_id)
    context = {
        **cell_context(request, synthesis, perspective, speaker),
        "conclusions": queries.conclusions_of_cell(synthesis, perspective=perspective, party=speaker),
        "form": form,
    }
    return render(request, "synthesis/conclude.html", context)


@officials_only
def edit_conclusion(request: OfficialRequest, public_id: str) -> HttpResponse:
    """A draft to write and sign off, or a signed-off conclusion to read."""
    conclusion = get_object_or_404(
        Conclusion.objects.of(request.county).select_related(
            "synthesis__process__county", "party", "area", "signed_off_by"
        ),
        public_id=public_id,
    )
    evidence = list(queries.evidence_of(conclusion))
    if not conclusion.is_draft:
        return show_signed_off(request, conclusion, evidence)
    form = conclusion_form(
        request, conclusion.synthesis, conclusion.perspective, conclusion.party, conclusion, evidence
    )
    if request.method == "POST":
        require(request.user, "synthesis.conclude", conclusion)
        if form.is_valid() and saved(request, form, conclusion.perspective, conclusion.party):
            return redirect("synthesis:edit_conclusion", public_id=public_id)
    context = {
        **cell_context(request, conclusion.synthesis, conclusion.perspective, conclusion.party),
        "conclusion": conclusion,
        "form": form,
        "has_evidence": any(one.stance == Stance.FOR for one in evidence),
        "has_against": any(one.stance == Stance.AGAINST for one in evidence),
    }
    return render(request, "synthesis/edit_conclusion.html", context)


def show_signed_off(
    request: OfficialRequest, conclusion: Conclusion, evidence: list[Evidence]
) -> HttpResponse:
    """A conclusion that no longer changes, with all it rests on."""
    context = {
        **cell_context(request, conclusion.synthesis, conclusion.perspective, conclusion.party),
        "conclusion": conclusion,
        "evidence": evidence_rows(request, evidence),
        "newer": conclusion.superseded_by.first(),
    }
    return render(request, "synthesis/conclusion.html", context)


def evidence_rows(request: OfficialRequest, evidence: list[Evidence]) -> list[dict[str, object]]:
    """Evidence beside the claim it names, where it is a claim."""
    claims = (
        {claim.key: claim for claim in queries.claims_of_results(request.county)}
        if any(one.result_id for one in evidence)
        else {}
    )
    return [{"evidence": one, "claim": claims.get(f"{one.result_id}-{one.claim_number}")} for one in evidence]


def cell_context(
    request: OfficialRequest, synthesis: Synthesis, perspective: str, party: Party
) -> dict[str, object]:
    return {
        "section": "synthesis",
        "synthesis": synthesis,
        "party": party,
        "perspective": perspective,
        "perspective_label": Perspective(perspective).label,
        "may_conclude": may(request.user, "synthesis.conclude", synthesis) and synthesis.is_open,
        "may_sign_off": may(request.user, "synthesis.sign_off", synthesis) and synthesis.is_open,
    }


def conclusion_form(
    request: OfficialRequest,
    synthesis: Synthesis,
    perspective: str,
    party: Party,
    conclusion: Conclusion | None = None,
    evidence: list[Evidence] | None = None,
) -> ConclusionForm:
    said = queries.quotes_of_cell(synthesis, perspective=perspective, party=party)
    known = {one.quote.pk for one in said}
    return ConclusionForm(
        request.POST or None,
        synthesis=synthesis,
        quotes=[
            *said,
            *(CellQuote(one.quote, []) for one in evidence or () if one.quote and one.quote.pk not in known),
        ],
        claims=queries.claims_of_results(request.county),
        themes=queries.themes_with_counts(synthesis),
        evidence=evidence or [],
        conclusion=conclusion,
    )


def saved(
    request: OfficialRequest, form: ConclusionForm, perspective: str, party: Party
) -> Conclusion | None:
    """The conclusion as it was saved; None when it was refused, and the form says why."""
    try:
        conclusion = form.save(perspective=perspective, party=party, by=request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, _("Saved as a draft."))
    return conclusion


@officials_only
@require_POST
def sign_off(request: OfficialRequest, public_id: str) -> HttpResponse:
    conclusion = get_object_or_404(
        Conclusion.objects.of(request.county).select_related("party"), public_id=public_id
    )
    try:
        actions.sign_off(conclusion, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("synthesis:edit_conclusion", public_id=public_id)
    messages.success(request, _("The conclusion has been signed off."))
    return redirect("synthesis:conclude", party=conclusion.party.key, perspective=conclusion.perspective)


@officials_only
@require_POST
def drop(request: OfficialRequest, public_id: str) -> HttpResponse:
    conclusion = get_object_or_404(
        Conclusion.objects.of(request.county).select_related("party"), public_id=public_id
    )
    try:
        actions.drop(conclusion, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("synthesis:edit_conclusion", public_id=public_id)
    messages.success(request, _("The draft has been removed."))
    return redirect("synthesis:conclude", party=conclusion.party.key, perspective=conclusion.perspective)


@officials_only
@require_POST
def replace(request: OfficialRequest, public_id: str) -> HttpResponse:
    conclusion = get_object_or_404(Conclusion.objects.of(request.county), public_id=public_id)
    try:
        newer = actions.replace(conclusion, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("synthesis:edit_conclusion", public_id=public_id)
    return redirect("synthesis:edit_conclusion", public_id=newer.public_id)

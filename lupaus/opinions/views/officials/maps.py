"""A map and its claims, as officials see them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.opinions import actions
from lupaus.opinions.forms import ClaimForm, SeedForm
from lupaus.opinions.models import Claim, OpinionMap
from lupaus.opinions.queries import claims_overview
from lupaus.participation.models import Consultation
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require
from lupaus.web.languages import LANGUAGES


@officials_only
def officials_map(request: OfficialRequest, public_id: str) -> HttpResponse:
    """The map's claims, runs and results, and what can be done next."""
    own = Consultation.objects.of(request.county).select_related("county", "opinion_map")
    consultation = get_object_or_404(own, public_id=public_id)
    opinion_map = consultation.opinion_map if hasattr(consultation, "opinion_map") else None
    overview = claims_overview(opinion_map) if opinion_map else []
    context = {
        "consultation": consultation,
        "opinion_map": opinion_map,
        "overview": overview,
        "waiting": sum(1 for each in overview if each.is_waiting),
        "run": opinion_map.runs.defer("body", "membership").first() if opinion_map else None,
        "staged": opinion_map.staged_imports.defer("files").first() if opinion_map else None,
        "results": consultation.results.all(),
        "may_manage": may(request.user, "opinions.open_map", consultation),
        "may_edit": may(request.user, "opinions.edit_claim", consultation),
        "section": "participation",
    }
    return render(request, "opinions/officials_map.html", context)


@officials_only
@require_POST
def open_map(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Give the consultation its map."""
    consultation = get_object_or_404(Consultation.objects.of(request.county), public_id=public_id)
    actions.open_map(consultation, by=request.user)
    return redirect("opinions:officials_map", public_id=public_id)


@officials_only
def seed_claim(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Write a claim in every language; the form stays for the next one."""
    opinion_map = own_map(request, public_id)
    require(request.user, "opinions.seed_claim", opinion_map)
    form = SeedForm(request.POST or None, county=request.county)
    if form.is_valid():
        texts = form.texts("text")
        language = next(code for code in LANGUAGES if texts[code])
        actions.propose_claim(
            opinion_map,
            text=texts[language],
            language=language,
            translations=texts,
            by=request.user,
            is_seed=True,
        )
        messages.success(request, _("The claim is among those people answer."))
        return redirect("opinions:seed_claim", public_id=public_id)
    context = {"form": form, "consultation": opinion_map.consultation, "section": "participation"}
    return render(request, "opinions/seed_claim.html", context)


@officials_only
def edit_claim(request: OfficialRequest, public_id: str, number: int) -> HttpResponse:
    """Translate a claim, or mark what it is about; its author's words stay."""
    opinion_map = own_map(request, public_id)
    claims = Claim.objects.select_related("contribution", "opinion_map__consultation__county")
    claim: Claim = get_object_or_404(claims, opinion_map=opinion_map, number=number)
    require(request.user, "opinions.edit_claim", claim)
    form = ClaimForm(request.POST or None, claim=claim)
    if form.is_valid():
        texts = form.texts("text")
        actions.edit_claim(claim, translations=texts, is_meta=form.cleaned_data["is_meta"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("opinions:officials_map", public_id=public_id)
    context = {"form": form, "claim": claim, "consultation": opinion_map.consultation}
    return render(request, "opinions/edit_claim.html", {**context, "section": "participation"})


def own_map(request: OfficialRequest, public_id: str) -> OpinionMap:
    """A map of the official's own county."""
    own = OpinionMap.objects.of(request.county).select_related("consultation__county")
    found: OpinionMap = get_object_or_404(own, consultation__public_id=public_id)
    return found

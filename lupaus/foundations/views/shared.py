"""National objectives, the ministries' recommendations and the law."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.foundations import actions
from lupaus.foundations.forms import RecommendationForm
from lupaus.foundations.models import LegalFloor, LegalReference, NationalObjective, SteeringRecommendation
from lupaus.foundations.queries import laws_by_act
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require


@officials_only
def national_objectives(request: OfficialRequest) -> HttpResponse:
    """National objectives, and what the ministries recommended to this county."""
    require(request.user, "foundations.see", request.county)
    context = {
        "section": "foundations",
        "objectives": NationalObjective.objects.all(),
        "recommendations": SteeringRecommendation.objects.of(request.county),
        "may_write": may(request.user, "foundations.write", request.county),
    }
    return render(request, "foundations/national_objectives.html", context)


@officials_only
def add_recommendation(request: OfficialRequest) -> HttpResponse:
    """Enter what the ministries recommended."""
    require(request.user, "foundations.write", request.county)
    form = RecommendationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("year", "address")}
        actions.add_recommendation(request.county, by=request.user, texts=form.text_columns(), **facts)
        messages.success(request, _("The recommendation is entered."))
        return redirect("foundations:national_objectives")
    return render(request, "foundations/add_recommendation.html", {"section": "foundations", "form": form})


@require_POST
@officials_only
def remove_recommendation(request: OfficialRequest, recommendation_id: str) -> HttpResponse:
    recommendation = get_object_or_404(
        SteeringRecommendation.objects.of(request.county), public_id=recommendation_id
    )
    actions.remove_recommendation(recommendation, by=request.user)
    messages.success(request, _("The recommendation is removed."))
    return redirect("foundations:national_objectives")


@officials_only
def legal_references(request: OfficialRequest) -> HttpResponse:
    """The sections of law that shape the work, as links, and the limits law has set over time."""
    require(request.user, "foundations.see", request.county)
    newest = LegalReference.objects.order_by("-read_on").values_list("read_on", flat=True).first()
    context = {
        "section": "foundations",
        "acts": laws_by_act(),
        "floors": LegalFloor.objects.all(),
        "read_on": newest,
    }
    return render(request, "foundations/legal_references.html", context)

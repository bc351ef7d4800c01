"""Whether the promise is kept."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from lupaus.monitoring.models import Indicator
from lupaus.monitoring.queries import figures_of, judge
from lupaus.people.requests import ResidentRequest
from lupaus.publication.queries.followed import followed, pledges_of, pledges_without_indicator


def follow_up(request: ResidentRequest) -> HttpResponse:
    """Every indicator with its judgement in words, the key indicators first."""
    rows = followed(request.county, today=timezone.localdate())
    context = {
        "key": [row for row in rows if row.judgement.indicator.is_key],
        "others": [row for row in rows if not row.judgement.indicator.is_key],
        "without": pledges_without_indicator(request.county),
        "section": "follow_up",
    }
    return render(request, "publication/follow_up.html", context)


def indicator(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One indicator: what it shows, on which path it should be, and which pledges it follows."""
    found = get_object_or_404(Indicator.objects.of(request.county), public_id=public_id)
    judgement = judge(found)
    context = {
        "indicator": found,
        "judgement": judgement,
        "figures": figures_of(judgement),
        "pledges": pledges_of(found),
        "corrective_actions": found.corrective_actions.order_by("found_on"),
        "section": "follow_up",
    }
    return render(request, "publication/indicator.html", context)

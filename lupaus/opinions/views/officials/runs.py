"""Compute a map, look at all of it on one page, publish it, name its groups, take the files."""

import csv
import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.methods.opinion_map.exchange.safety import harmless
from lupaus.opinions import actions
from lupaus.opinions.forms import GroupNameForm
from lupaus.opinions.models import GroupName, MapRun, OpinionMap
from lupaus.opinions.queries import claims_overview
from lupaus.opinions.views.officials.maps import own_map
from lupaus.opinions.views.reading import Reading, percent
from lupaus.participation.models import Result
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require
from lupaus.web.languages import LANGUAGES, in_language

COUNTS = ("id", "agrees", "disagrees", "passes", "shown")
SCORES = ("common_ground", "common_rejection", "common_uncertainty", "split")


@officials_only
@require_POST
def compute_map(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Compute from the answers stored now."""
    actions.compute_map(own_map(request, public_id), by=request.user)
    return redirect("opinions:map_run", public_id=public_id)


@officials_only
@require_POST
def publish_map(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Publish a result that never changes."""
    result = actions.publish_map(own_map(request, public_id), by=request.user)
    messages.success(request, _("The result is public."))
    return redirect("opinions:result", public_id=result.public_id)


@officials_only
def map_run(request: OfficialRequest, public_id: str) -> HttpResponse:
    """The whole map on one page: verdict, every number of groups, all claims with exposure and intervals."""
    opinion_map = own_map(request, public_id)
    run = latest_run(opinion_map)
    context = {
        "consultation": opinion_map.consultation,
        "run": run,
        "body": run.body,
        "reading": Reading({"opinion_map": run.body}),
        "rows": _rows(opinion_map, run),
        "may_publish": may(request.user, "opinions.publish_map", opinion_map),
        "may_download": may(request.user, "opinions.download_membership", opinion_map),
        "section": "participation",
    }
    return render(request, "opinions/map_run.html", context)


@officials_only
def run_file(request: OfficialRequest, public_id: str) -> HttpResponse:
    """result.json with everyone's group: for the organiser only, never public."""
    opinion_map = own_map(request, public_id)
    require(request.user, "opinions.download_membership", opinion_map)
    run = latest_run(opinion_map)
    content = {**run.body, "membership": run.membership}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
    answer = HttpResponse(text + "\n", content_type="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="result.json"'
    return answer


@officials_only
def claims_file(request: OfficialRequest, public_id: str) -> HttpResponse:
    """All claims with their figures as a table."""
    opinion_map = own_map(request, public_id)
    run = latest_run(opinion_map)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="claims.csv"'
    table = csv.writer(answer, lineterminator="\n")
    table.writerow([*COUNTS, *SCORES, *(f"text_{language}" for language in LANGUAGES)])
    claims = {each.claim.number: each.claim for each in claims_overview(opinion_map)}
    for entry in run.body["claims"]:
        claim = claims.get(entry["id"])
        words = [harmless(in_language(claim, "text", code)) if claim else "" for code in LANGUAGES]
        table.writerow([*(entry[column] for column in (*COUNTS, *SCORES)), *words])
    return answer


@officials_only
def name_group(request: OfficialRequest, public_id: str, group: int) -> HttpResponse:
    """Name a group of a published result, with the claims that justify the name."""
    own = Result.objects.of(request.county).select_related("county", "consultation")
    result = get_object_or_404(own, public_id=public_id)
    require(request.user, "opinions.name_group", result)
    listed = Reading(result.body).groups()
    if group >= len(listed):
        raise Http404
    claims = [(each.number, f"{each.text.text} ({each.sentence})") for each in listed[group].claims]
    named = GroupName.objects.filter(result=result, group=group).first()
    form = GroupNameForm(request.POST or None, county=request.county, claims=claims, named=named)
    if form.is_valid():
        texts = {"name": form.texts("name"), "because": form.texts("because")}
        numbers = form.cleaned_data["claim_numbers"]
        actions.name_group(result, group=group, claim_numbers=numbers, by=request.user, **texts)
        return redirect("opinions:result", public_id=public_id)
    context = {"form": form, "consultation": result.consultation, "group": listed[group]}
    return render(request, "opinions/name_group.html", {**context, "section": "participation"})


def latest_run(opinion_map: OpinionMap) -> MapRun:
    """The newest computation of a map; not found before there is one."""
    runs = MapRun.objects.filter(opinion_map=opinion_map).select_related("result", "computed_by")
    if (run := runs.first()) is None:
        raise Http404
    return run


def _rows(opinion_map: OpinionMap, run: MapRun) -> list[dict[str, object]]:
    overviews = {each.claim.number: each for each in claims_overview(opinion_map)}
    return [
        {
            "entry": entry,
            "overview": overviews.get(entry["id"]),
            "agree": _interval(entry["intervals"]["agree"]),
            "disagree": _interval(entry["intervals"]["disagree"]),
        }
        for entry in run.body["claims"]
    ]


def _interval(bounds: dict[str, list[float]]) -> str:
    """The 95 % interval of a share."""
    low, high = bounds["95"]
    return f"{percent(low)}–{percent(high)}"

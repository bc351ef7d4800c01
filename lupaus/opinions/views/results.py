"""The public page of a result: what people agree on, where they differ, and how we know."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lupaus.opinions.models import Vote
from lupaus.opinions.views.reading import SORTS, Reading
from lupaus.participation.models import Consultation, Result
from lupaus.people.requests import ResidentRequest


def result(request: ResidentRequest, public_id: str) -> HttpResponse:
    """What most agree on, where groups differ, what people are unsure of, and every claim."""
    visible = Result.objects.visible_to(request.user, request.county)
    result = get_object_or_404(visible.select_related("consultation", "superseded_by"), public_id=public_id)
    sort = request.GET.get("sort", "")
    sort = sort if sort in SORTS else SORTS[0]
    reading = Reading(
        result.body, names=result.group_names.all(), own=_own_answers(request, result.consultation)
    )
    context = {
        "result": result,
        "consultation": result.consultation,
        "reading": reading,
        "map": reading.map,
        "common_ground": reading.common_ground(),
        "common_rejection": reading.common_rejection(),
        "groups": reading.groups(),
        "differences": reading.differences(),
        "uncertainty": reading.uncertainty(),
        "split": reading.split(),
        "all_claims": reading.all_claims(sort),
        "sorts": [(key, word, key == sort) for key, word in _sort_words().items()],
        "section": "take_part",
    }
    return render(request, "opinions/result.html", context)


def _own_answers(request: ResidentRequest, consultation: Consultation) -> dict[int, int]:
    """The participant's own answers by claim number, for this device only."""
    if request.participant is None:
        return {}
    own = Vote.objects.filter(participant=request.participant, claim__opinion_map__consultation=consultation)
    return dict(own.values_list("claim__number", "value"))


def _sort_words() -> dict[str, str]:
    return {
        "ground": _("Common ground"),
        "agrees": _("Most agree"),
        "disagrees": _("Most disagree"),
        "passes": _("Most pass"),
        "number": _("Number"),
    }

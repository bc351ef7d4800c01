"""Where residents see what they can take part in, and write."""

from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.participation import actions
from lupaus.participation.forms import ContributionForm, said_too_long
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.queries import PAGE, page_of_contributions, residents_list
from lupaus.participation.states import Channel, Phase
from lupaus.people.actions import begin
from lupaus.people.middleware import remember
from lupaus.people.models import Participant
from lupaus.people.requests import ResidentRequest

KINDS: dict[str, str] = {
    Phase.OPEN: "open",
    Phase.UPCOMING: "info",
    Phase.DRAFT: "draft",
    Phase.OVER: "closed",
    Phase.CLOSED: "closed",
    Phase.WITHDRAWN: "none",
}


def consultations(request: ResidentRequest) -> HttpResponse:
    """What one can take part in now, soon, and what has been asked before."""
    asked = {name: request.GET.get(name, "") for name in ("when", "words", "sort")}
    listed = residents_list(
        request.county, today=timezone.localdate(), **asked | {"sort": asked["sort"] or "closing"}
    )
    first = min(int(request.GET["from"]), len(listed)) if request.GET.get("from", "").isdecimal() else 0
    context = {
        "listed": [{"each": each, "kind": KINDS[each.phase]} for each in listed[first : first + PAGE]],
        "count": len(listed),
        "asked": asked,
        "when_links": _links(asked, "when", _when_words()),
        "sort_links": _links(asked, "sort", _sort_words()),
        "next_link": _address(asked | {"from": str(first + PAGE)}) if len(listed) > first + PAGE else "",
        "section": "take_part",
    }
    return render(request, "participation/consultations.html", context)


def consultation(request: ResidentRequest, public_id: str) -> HttpResponse:
    """What is asked, by when, who reads the answers, what happens then, and what others have said."""
    consultation = _visible(request, public_id)
    contributions = Contribution.objects.filter(consultation=consultation).public().own_words()
    context = {
        "consultation": consultation,
        **_window(consultation),
        "page": page_of_contributions(contributions, after=request.GET.get("after", "")),
        "is_first_page": "after" not in request.GET,
        "count": contributions.count(),
        "results": consultation.results.filter(superseded_by=None),
        "page_language": (get_language() or "fi")[:2],
        "section": "take_part",
    }
    return render(request, "participation/consultation.html", context)


def contribute(request: ResidentRequest, public_id: str) -> HttpResponse:
    """Write one's own words; what was written is never lost on the way."""
    consultation = _visible(request, public_id)
    if consultation.channel == Channel.OPINION_MAP:
        return redirect("opinions:vote", public_id=public_id)
    form = ContributionForm(_posted(request), county=request.county)
    if form.is_valid() and (response := _sent(request, consultation, form)):
        return response
    context = {"form": form, "consultation": consultation, **_window(consultation), "section": "take_part"}
    return render(request, "participation/contribute.html", context)


def _sent(
    request: ResidentRequest, consultation: Consultation, form: ContributionForm
) -> HttpResponse | None:
    """The way to the receipt, or None with the form told what to mend."""
    try:
        with transaction.atomic():
            participant = participant_of(request)
            given, code = actions.contribute(consultation, by=participant, **form.cleaned_data)
    except actions.ConsultationNotOpen:
        form.add_error(None, _("Answers are no longer taken here. Your text is below, so you can copy it."))
    except actions.AlreadySent:
        form.add_error(
            None,
            _("You already sent another text from this form. To send this one too, press Send once more."),
        )
        form.with_new_key()
    except actions.TextMissing:
        form.add_error("text", _("Write something first."))
    except actions.TextTooLong as refusal:
        form.add_error("text", said_too_long(refusal.too_many))
    else:
        response = redirect("publication:receipt", code=code)
        # A resend after a lost connection belongs to the one who sent first.
        remember(response, given.participant or participant, secure=request.is_secure())
        return response
    return None


def participant_of(request: ResidentRequest) -> Participant:
    """The one who takes part on this device; begun at the first answer, without a name."""
    return request.participant or begin(request.county, language=(get_language() or "fi")[:2])


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _visible(request: ResidentRequest, public_id: str) -> Consultation:
    visible = Consultation.objects.visible_to(request.user, request.county).select_related("county")
    found: Consultation = get_object_or_404(visible, public_id=public_id)
    return found


def _window(consultation: Consultation) -> dict[str, Any]:
    today = timezone.localdate()
    phase = consultation.phase_on(today)
    return {
        "phase": phase,
        "phase_kind": KINDS[phase],
        "is_open": phase == Phase.OPEN,
        "is_upcoming": phase == Phase.UPCOMING,
        "is_preview": phase in (Phase.DRAFT, Phase.WITHDRAWN),
        "is_opinion_map": consultation.channel == Channel.OPINION_MAP,
        "days_left": (consultation.closes_on - today).days,
    }


def _when_words() -> dict[str, str]:
    return {"": _("All"), "open": _("Open now"), "upcoming": _("Opening soon"), "closed": _("Closed")}


def _sort_words() -> dict[str, str]:
    return {"": _("Closing soon"), "newest": _("Newest"), "most": _("Most answers")}


def _links(asked: dict[str, str], name: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """Filters as plain links that keep what else was asked."""
    return [
        {"word": word, "address": _address(asked | {name: key}), "is_chosen": asked[name] == key}
        for key, word in words.items()
    ]


def _address(asked: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in asked.items() if value})

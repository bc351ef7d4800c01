"""Officials read what came in before others see it, and write down what was said on paper."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.participation import actions
from lupaus.participation.forms import ModerationForm, PaperForm, said_too_long
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.queries import moderation_queue, moderation_reasons, page_of_contributions
from lupaus.participation.states import MODERATION_MOVES, Moderation
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require
from lupaus.web.states import MoveRefused


@officials_only
def moderation(request: OfficialRequest) -> HttpResponse:
    """The queue: what waits first, what was published or hidden a tap away."""
    state = request.GET.get("state", "")
    state = state if state in Moderation.values else Moderation.WAITING.value
    chosen = (
        Consultation.objects.of(request.county).filter(public_id=request.GET.get("consultation", "")).first()
    )
    queue = moderation_queue(request.county, state=state, consultation=chosen)
    context = {
        "page": page_of_contributions(queue, after=request.GET.get("after", "")),
        "count": queue.count(),
        "state": state,
        "states": [(value, label, value == state) for value, label in Moderation.choices],
        "chosen": chosen,
        "consultations": Consultation.objects.of(request.county),
        "kept": urlencode({"state": state, "consultation": chosen.public_id if chosen else ""}),
        "reasons": _short_reasons(),
        "goes_on": "goes_on" in request.GET,
        "may_moderate": may(request.user, "participation.moderate", request.county),
        "section": "participation",
    }
    return render(request, "participation/moderation.html", context)


@officials_only
@require_POST
def moderate(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Publish or hide one text; the page goes on with the next."""
    contribution = _own_contribution(request, public_id)
    form = ModerationForm(request.POST, county=request.county)
    to = request.POST.get("to", "")
    if form.is_valid():
        try:
            actions.moderate(contribution, to=to, reason=form.reason(), by=request.user)
            return redirect(_queue_address(request))
        except actions.ReasonMissing:
            form.add_error(None, _("Choose a reason, or write one in each language the county uses."))
        except MoveRefused:
            form.add_error(None, _("Somebody else has decided on this text in the meantime."))
    return _contribution_page(request, contribution, form)


@officials_only
@require_POST
def publish_many(request: OfficialRequest) -> HttpResponse:
    """Publish all the texts that were ticked after reading them."""
    require(request.user, "participation.moderate", request.county)
    waiting = Contribution.objects.of(request.county).waiting()
    ticked = waiting.filter(public_id__in=request.POST.getlist("ticked"))
    for contribution in ticked:
        actions.moderate(contribution, to=Moderation.PUBLISHED, reason=None, by=request.user)
    number = len(ticked)
    messages.success(
        request,
        ngettext("%(count)s text was published.", "%(count)s texts were published.", number)
        % {"count": number},
    )
    return redirect(_queue_address(request))


@officials_only
def officials_contribution(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One text with everything an official needs to decide on it."""
    contribution = _own_contribution(request, public_id)
    return _contribution_page(request, contribution, ModerationForm(county=request.county))


@officials_only
def enter_from_paper(request: OfficialRequest) -> HttpResponse:
    """Write down what was said on paper, by phone or in a meeting; the form stays for the next one."""
    require(request.user, "participation.enter_from_paper", request.county)
    form = PaperForm(request.POST or None, county=request.county, initial=_kept_from_last(request))
    if form.is_valid() and (code := _entered(request, form)):
        messages.success(
            request,
            _("Saved, and waiting to be read. The receipt code for the person is %(code)s.") % {"code": code},
        )
        kept = {
            name: request.POST.get(name, "") for name in ("consultation", "channel", "given_on", "source")
        }
        return redirect(f"{reverse('participation:enter_from_paper')}?{urlencode(kept)}")
    return render(request, "participation/enter_from_paper.html", {"form": form, "section": "participation"})


def _entered(request: OfficialRequest, form: PaperForm) -> str:
    try:
        return actions.enter_from_paper(by=request.user, **form.cleaned_data)[1]
    except actions.DateOutOfPlace:
        form.add_error("given_on", _("The day is in the future. Choose the day it was given."))
    except actions.AlreadySent:
        form.add_error(
            None, _("This form already saved another text. To save this one too, press Save again.")
        )
        form.with_new_key()
    except actions.TextTooLong as refusal:
        form.add_error("text", said_too_long(refusal.too_many))
    return ""


def _contribution_page(
    request: OfficialRequest, contribution: Contribution, form: ModerationForm
) -> HttpResponse:
    context = {
        "contribution": contribution,
        "form": form,
        "moves": MODERATION_MOVES[contribution.moderation],
        "may_moderate": may(request.user, "participation.moderate", contribution),
        "section": "participation",
    }
    return render(request, "participation/officials_contribution.html", context)


def _own_contribution(request: OfficialRequest, public_id: str) -> Contribution:
    own = Contribution.objects.of(request.county).select_related(
        "county", "consultation", "party", "area", "moderated_by"
    )
    found: Contribution = get_object_or_404(own, public_id=public_id)
    return found


def _queue_address(request: OfficialRequest) -> str:
    kept = {name: request.POST.get(name, "") for name in ("state", "consultation")} | {"goes_on": "1"}
    return f"{reverse('participation:moderation')}?{urlencode(kept)}"


def _kept_from_last(request: OfficialRequest) -> dict[str, str]:
    """A pile of forms from one workshop shares its consultation, day and source."""
    names = ("consultation", "channel", "given_on", "source")
    return {name: request.GET[name] for name in names if request.GET.get(name)}


def _short_reasons() -> list[tuple[str, str]]:
    language = (get_language() or "fi")[:2]
    return [(key, words[language].split(". ")[0]) for key, words in moderation_reasons().items()]

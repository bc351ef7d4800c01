"""Where residents answer claims one at a time, see and change their answers, and add claims of their own."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.opinions import actions
from lupaus.opinions.forms import AnswerForm, ProposalForm
from lupaus.opinions.models import Claim, OpinionMap, Vote
from lupaus.opinions.queries import VISIT, draw_claim, progress_of, who_sent
from lupaus.participation.actions import AlreadySent, ConsultationNotOpen
from lupaus.participation.queries import receipt_code_of
from lupaus.people.actions import begin
from lupaus.people.middleware import remember
from lupaus.people.models import Participant
from lupaus.people.requests import ResidentRequest
from lupaus.web.languages import shown


def vote(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One claim at a time; one may stop at any time and go on another day."""
    opinion_map = _visible_map(request, public_id)
    progress = progress_of(opinion_map, participant=request.participant)
    claim = progress.pending()
    if claim is None and (drawn := draw_claim(progress)):
        claim = drawn[0]
    visit = _visit(request)
    context = {
        **_common(opinion_map),
        "progress": progress,
        "claim": claim,
        "text": shown(claim, "text") if claim else None,
        "is_translated": claim is not None and shown(claim, "text").language != claim.contribution.language,
        "answered": len(progress.answered & progress.claims.keys()),
        "visit": visit,
        "is_pause": visit > 0 and visit % VISIT == 0 and "more" not in request.GET,
        "form_key": uuid4(),
    }
    return render(request, "opinions/vote.html", context)


@require_POST
def answer(request: ResidentRequest, public_id: str, number: int) -> HttpResponse:
    """Take an answer and show the next claim; a resend changes nothing."""
    opinion_map = _visible_map(request, public_id)
    claim = _answerable(opinion_map, number)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose agree, disagree or pass."))
        return redirect("opinions:vote", public_id=public_id)
    is_change, form_key = "change" in request.POST, form.cleaned_data["form_key"]
    try:
        with transaction.atomic():
            participant = _participant(request, form_key)
            actions.vote(claim, value=form.cleaned_data["value"], form_key=form_key, by=participant)
            if not is_change:
                actions.show_next(opinion_map, by=participant)
    except ConsultationNotOpen:
        messages.error(request, _("Answers are no longer taken here."))
        return redirect("participation:consultation", public_id=public_id)
    except actions.KeyUsedOtherwise:
        messages.info(request, _("You had already answered this claim. You can change your answer here."))
        response = redirect(f"{reverse('opinions:my_answers', args=[public_id])}#claim-{number}")
        remember(response, participant, secure=request.is_secure())
        return response
    return _onwards(request, public_id, participant, number if is_change else None, form.next_visit)


@require_POST
def report_claim(request: ResidentRequest, public_id: str, number: int) -> HttpResponse:
    """ "I don't understand this": put the claim aside and tell officials."""
    opinion_map = _visible_map(request, public_id)
    claim = _answerable(opinion_map, number)
    try:
        with transaction.atomic():
            participant = _participant(request)
            actions.report_claim(claim, by=participant)
            actions.show_next(opinion_map, by=participant)
    except ConsultationNotOpen:
        messages.error(request, _("Answers are no longer taken here."))
        return redirect("participation:consultation", public_id=public_id)
    messages.info(request, _("Thank you. We look at how the claim is written. Here is another one."))
    return _onwards(request, public_id, participant, None, _visit(request))


def my_answers(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One's own answers, seen only on this device, each of which may be changed while the window is open."""
    opinion_map = _visible_map(request, public_id)
    own = Vote.objects.filter(participant=request.participant, claim__opinion_map=opinion_map)
    own = own.select_related("claim__contribution").order_by("claim__number")
    context = {
        **_common(opinion_map),
        "answers": [{"vote": each, "form_key": uuid4()} for each in (own if request.participant else [])],
    }
    return render(request, "opinions/my_answers.html", context)


def propose_claim(request: ResidentRequest, public_id: str) -> HttpResponse:
    """Add a claim of one's own; it is read before others see it."""
    opinion_map = _visible_map(request, public_id)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (response := _proposed(request, opinion_map, form)):
        return response
    return render(request, "opinions/propose_claim.html", {**_common(opinion_map), "form": form})


def _proposed(request: ResidentRequest, opinion_map: OpinionMap, form: ProposalForm) -> HttpResponse | None:
    try:
        with transaction.atomic():
            participant = _participant(request)
            actions.propose_claim(opinion_map, by=participant, **form.cleaned_data)
    except (ConsultationNotOpen, actions.TakesNoClaims):
        form.add_error(None, _("Claims are no longer taken here. Your text is below, so you can copy it."))
    except AlreadySent:
        form.add_error(
            None,
            _("You already sent another claim from this form. To send this one too, press Send once more."),
        )
        form.with_new_key()
    else:
        response = redirect("publication:receipt", code=receipt_code_of(form.cleaned_data["form_key"]))
        remember(response, participant, secure=request.is_secure())
        return response
    return None


def _onwards(
    request: ResidentRequest, public_id: str, participant: Participant, changed: int | None, visit: int
) -> HttpResponse:
    if changed is not None:
        messages.success(request, _("Your answer is changed."))
        address = f"{reverse('opinions:my_answers', args=[public_id])}#claim-{changed}"
    else:
        address = f"{reverse('opinions:vote', args=[public_id])}?{urlencode({'visit': visit})}"
    response = redirect(address)
    remember(response, participant, secure=request.is_secure())
    return response


def _participant(request: ResidentRequest, form_key: UUID | None = None) -> Participant:
    known = request.participant or (who_sent(form_key, county=request.county) if form_key else None)
    return known or begin(request.county, language=(get_language() or "fi")[:2])


def _visible_map(request: ResidentRequest, public_id: str) -> OpinionMap:
    visible = OpinionMap.objects.visible_to(request.user, request.county).select_related(
        "consultation__county"
    )
    found: OpinionMap = get_object_or_404(visible, consultation__public_id=public_id)
    return found


def _answerable(opinion_map: OpinionMap, number: int) -> Claim:
    published = Claim.objects.published().select_related("contribution", "opinion_map__consultation__county")
    found: Claim = get_object_or_404(published, opinion_map=opinion_map, number=number)
    return found


def _visit(request: ResidentRequest) -> int:
    given = request.POST.get("visit") or request.GET.get("visit") or "0"
    return int(given) if given.isdecimal() and len(given) < 6 else 0


def _common(opinion_map: OpinionMap) -> dict[str, Any]:
    consultation = opinion_map.consultation
    today = timezone.localdate()
    return {
        "consultation": consultation,
        "is_open": consultation.is_open_on(today),
        "takes_claims": opinion_map.takes_claims,
        "section": "take_part",
    }

"""Officials' pages of consultations: list, draft, open, close."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.participation import actions
from lupaus.participation.forms import ClosingForm, ConsultationForm
from lupaus.participation.models import Consultation
from lupaus.participation.queries import missing_texts, officials_list
from lupaus.participation.states import CONSULTATION_MOVES, Channel, ConsultationState, Moderation
from lupaus.participation.views.residents import KINDS
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require
from lupaus.web.content_forms import language_words
from lupaus.web.states import MoveRefused

LATEST = 10


@officials_only
def officials_consultations(request: OfficialRequest) -> HttpResponse:
    """Every consultation with what waits in it."""
    listed = officials_list(request.county, today=timezone.localdate())
    context = {
        "listed": [{"each": each, "kind": KINDS[each.phase]} for each in listed],
        "waiting": sum(each.waiting for each in listed),
        "may_prepare": may(request.user, "participation.prepare_consultation", request.county),
        "may_enter": may(request.user, "participation.enter_from_paper", request.county),
        "section": "participation",
    }
    return render(request, "participation/officials_consultations.html", context)


@officials_only
def draft_consultation(request: OfficialRequest) -> HttpResponse:
    """Begin a new consultation; nobody outside sees it yet."""
    require(request.user, "participation.prepare_consultation", request.county)
    form = ConsultationForm(request.POST or None, county=request.county)
    if form.is_valid():
        made = actions.draft_consultation(request.county, by=request.user, **form.values())
        messages.success(request, _("The draft is saved. Only officials see it."))
        return redirect("participation:officials_consultation", public_id=made.public_id)
    return render(
        request, "participation/draft_consultation.html", {"form": form, "section": "participation"}
    )


@officials_only
def officials_consultation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One consultation: what it lacks, what waits, what can be done now."""
    consultation = own_consultation(request, public_id)
    contributions = consultation.contributions.select_related("party", "area")
    phase = consultation.phase_on(timezone.localdate())
    context = {
        "consultation": consultation,
        "phase": phase,
        "kind": KINDS[phase],
        "missing": _missing(consultation),
        "waiting": contributions.filter(moderation=Moderation.WAITING).count(),
        "latest": contributions[:LATEST],
        "count": contributions.count(),
        "results": consultation.results.all(),
        "is_opinion_map": consultation.channel == Channel.OPINION_MAP,
        "moves": CONSULTATION_MOVES[consultation.state],
        "may_prepare": may(request.user, "participation.prepare_consultation", consultation),
        "section": "participation",
    }
    return render(request, "participation/officials_consultation.html", context)


@officials_only
def edit_consultation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Mend a consultation; what people already answer to cannot be changed."""
    consultation = own_consultation(request, public_id)
    require(request.user, "participation.prepare_consultation", consultation)
    form = ConsultationForm(request.POST or None, county=request.county, consultation=consultation)
    if form.is_valid():
        actions.edit_consultation(consultation, by=request.user, **form.values())
        messages.success(request, _("Saved."))
        return redirect("participation:officials_consultation", public_id=public_id)
    context = {"form": form, "consultation": consultation, "section": "participation"}
    return render(request, "participation/edit_consultation.html", context)


@officials_only
@require_POST
def open_consultation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Open a consultation, or say what it still lacks."""
    consultation = own_consultation(request, public_id)
    try:
        actions.open_consultation(consultation, by=request.user)
        messages.success(request, _("The consultation is open in its window."))
    except actions.WindowHasPassed:
        messages.error(request, _("The last day has passed. Choose a later last day first."))
    except actions.TextsMissing:
        messages.error(request, _("Some texts are missing. Write them first; they are listed below."))
    except MoveRefused:
        messages.error(request, _("This consultation cannot be opened now."))
    return redirect("participation:officials_consultation", public_id=public_id)


@officials_only
def close_consultation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Close a consultation with words to those who answered; afterwards the words may still be mended."""
    consultation = own_consultation(request, public_id)
    require(request.user, "participation.close_consultation", consultation)
    form = ClosingForm(request.POST or None, consultation=consultation)
    if form.is_valid():
        words = form.texts("closing_words")
        if consultation.state == ConsultationState.CLOSED:
            texts = {f"closing_words_{language}": text for language, text in words.items()}
            actions.edit_consultation(consultation, by=request.user, **texts)
        else:
            actions.close_consultation(consultation, by=request.user, closing_words=words)
        messages.success(request, _("The closing words are on the consultation's page."))
        return redirect("participation:officials_consultation", public_id=public_id)
    context = {"form": form, "consultation": consultation, "section": "participation"}
    return render(request, "participation/close_consultation.html", context)


@officials_only
@require_POST
def withdraw_consultation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Take a consultation away from residents' sight."""
    consultation = own_consultation(request, public_id)
    try:
        actions.withdraw_consultation(consultation, by=request.user)
        messages.success(request, _("Residents no longer see the consultation. What was given is kept."))
    except MoveRefused:
        messages.error(request, _("A closed consultation is not withdrawn: people have seen it."))
    return redirect("participation:officials_consultation", public_id=public_id)


def own_consultation(request: OfficialRequest, public_id: str) -> Consultation:
    own = Consultation.objects.of(request.county).select_related("county", "process")
    found: Consultation = get_object_or_404(own, public_id=public_id)
    return found


def _missing(consultation: Consultation) -> list[str]:
    """The texts that must be written before opening, in words."""
    names = {
        "title": _("Title"),
        "lead": _("What one can do, in one sentence"),
        "question": _("The question"),
        "who_reads": _("Who reads the answers"),
        "what_happens_next": _("What happens next, and when"),
    }
    words = language_words()
    return [f"{names[field]}, {words[language]}" for field, language in missing_texts(consultation)]

"""Write one pledge beside its evidence."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise import queries
from lupaus.promise.forms import PledgeForm
from lupaus.promise.models import Pledge, Wording
from lupaus.promise.rules import ChangedMeanwhile
from lupaus.promise.states import VersionState
from lupaus.promise.views.editor import saved_texts
from lupaus.web.access import require
from lupaus.web.content_forms import LanguageInput
from lupaus.web.languages import LANGUAGES, Shown
from lupaus.web.refusals import Refused


@officials_only
def edit_pledge(request: OfficialRequest, public_id: str, pledge_id: str) -> HttpResponse:
    """The sentence, the points and the basis of a pledge in the draft."""
    wording = drafted(request, public_id, pledge_id)
    require(request.user, "promise.draft", wording)
    conclusions = list(queries.conclusions_to_choose(wording.version.promise, wording.pledge.perspective))
    goals = list(queries.goals_to_choose(request.county))
    form = PledgeForm(request.POST or None, wording=wording, conclusions=conclusions, goals=goals)
    context: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by=request.user)
            messages.success(request, _("The pledge has been saved."))
            return redirect("promise:edit_pledge", public_id=public_id, pledge_id=pledge_id)
        except ChangedMeanwhile as refusal:
            wording = drafted(request, public_id, pledge_id)
            data = {**request.POST.dict(), "seen": queries.stamp_of_wording(wording)}
            form = PledgeForm(data, wording=wording, conclusions=conclusions, goals=goals)
            context = {"conflict": str(refusal), "theirs": their_texts(wording)}
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "promise/edit_pledge.html", {**pledge_context(wording, form), **context})


def their_texts(wording: Wording) -> list[Shown]:
    """What another official has saved of the pledge."""
    texts = saved_texts(wording, "sentence", "plain", "change_reason")
    for point in wording.points.all():
        texts += saved_texts(point, "text")
    return texts


def drafted(request: OfficialRequest, public_id: str, pledge_id: str) -> Wording:
    """The pledge as the open draft has it."""
    wordings = Wording.objects.filter(
        version__promise__county=request.county, version__state=VersionState.DRAFT
    ).select_related("version__promise__county")
    return get_object_or_404(
        queries.wording_with_content(wordings),
        version__promise__public_id=public_id,
        pledge__public_id=pledge_id,
    )


def pledge_context(wording: Wording, form: PledgeForm) -> dict[str, object]:
    """What the page of a pledge shows beside its form."""
    earlier = Wording.objects.filter(pledge=wording.pledge, version__number__lt=wording.version.number)
    return {
        "section": "promise",
        "promise": wording.version.promise,
        "wording": wording,
        "perspective": Perspective(wording.pledge.perspective).label,
        "viewpoint": wording.pledge.viewpoint,
        "viewpoint_label": Viewpoint(wording.pledge.viewpoint).label,
        "form": form,
        "sentences": [hinted(one, wording.pledge) for one in form.localized["sentence"].inputs],
        "earlier": earlier.select_related("version").order_by("-version__number"),
    }


def hinted(one: LanguageInput, pledge: Pledge) -> dict[str, object]:
    """A sentence's input with whether what is in it fits the wheel."""
    return {"input": one, "fit": fit(str(one.field.value() or ""), pledge, one.language)}


def fit(sentence: str, pledge: Pledge, language: str) -> dict[str, object]:
    found = queries.fit_of(
        sentence, perspective=pledge.perspective, viewpoint=pledge.viewpoint, language=language
    )
    return {"is_empty": not sentence.strip(), "ok": found.ok, "too_many": found.characters_too_many}


@officials_only
def fit_hint(request: OfficialRequest, public_id: str, pledge_id: str, language: str) -> HttpResponse:
    """Whether a sentence that is being written fits the wheel: a part of the pledge's page, not a page."""
    if language not in LANGUAGES:
        raise Http404
    pledge = get_object_or_404(
        Pledge.objects.of(request.county).select_related("pair"),
        pair__promise__public_id=public_id,
        public_id=pledge_id,
    )
    if "HX-Request" not in request.headers:
        return redirect("promise:edit_pledge", public_id=public_id, pledge_id=pledge_id)
    sentence = sent_sentence(request, language)
    return render(request, "promise/_fit.html", {"fit": fit(sentence, pledge, language)})


def sent_sentence(request: HttpRequest, language: str) -> str:
    return request.GET.get(f"sentence_{language}", "")[:400]

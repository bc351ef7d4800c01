"""What became of each conclusion, and why."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise import queries
from lupaus.promise.forms import DispositionForm
from lupaus.promise.models import Pledge, ServicePromise, Version
from lupaus.promise.queries import DisposedConclusion
from lupaus.promise.states import Outcome
from lupaus.synthesis.models import Conclusion
from lupaus.web.access import may, require
from lupaus.web.languages import shown
from lupaus.web.refusals import Refused


@officials_only
def dispositions(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Every conclusion that stands, the unanswered first."""
    promise = get_object_or_404(
        ServicePromise.objects.of(request.county).select_related("county"), public_id=public_id
    )
    rows = queries.dispositions(promise)
    chosen = request.GET.get("outcome", "")
    context = {
        "section": "promise",
        "promise": promise,
        "rows": [row for row in rows if not chosen or outcome_of(row) == chosen],
        "filters": filter_links(rows, chosen),
        "open": sum(row.disposition is None for row in rows),
        "may_dispose": may(request.user, "promise.dispose", promise),
        "has_draft": queries.draft_of(promise) is not None,
    }
    return render(request, "promise/dispositions.html", context)


def outcome_of(row: DisposedConclusion) -> str:
    return row.disposition.outcome if row.disposition else "open"


def filter_links(rows: list[DisposedConclusion], chosen: str) -> list[dict[str, object]]:
    """All, unanswered and each outcome, with how many there are."""
    labels = {
        "": _("All"),
        "open": _("Without an answer"),
        **{value: str(label) for value, label in Outcome.choices},
    }
    return [
        {
            "query": f"?outcome={value}" if value else "?",
            "label": label,
            "count": sum(not value or outcome_of(row) == value for row in rows),
            "is_current": value == chosen,
        }
        for value, label in labels.items()
    ]


@officials_only
def dispose(request: OfficialRequest, public_id: str, conclusion_id: str) -> HttpResponse:
    """Answer one conclusion."""
    promise = get_object_or_404(
        ServicePromise.objects.of(request.county).select_related("county"), public_id=public_id
    )
    require(request.user, "promise.dispose", promise)
    conclusion = get_object_or_404(
        Conclusion.objects.of(request.county).signed_off().select_related("party"), public_id=conclusion_id
    )
    form = DispositionForm(
        request.POST or None,
        promise=promise,
        conclusion=conclusion,
        pledges=pledges_of(promise),
        disposition=promise.dispositions.filter(conclusion=conclusion).first(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by=request.user)
            messages.success(request, _("The answer has been saved."))
            return redirect("promise:dispositions", public_id=public_id)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"section": "promise", "promise": promise, "conclusion": conclusion, "form": form}
    context["perspective"] = Perspective(conclusion.perspective).label
    return render(request, "promise/dispose.html", context)


def pledges_of(promise: ServicePromise) -> dict[Pledge, str]:
    """The promise's pledges, each named by its place and its newest sentence."""
    newest = Version.objects.filter(promise=promise).order_by("-number")[:1]
    whole = get_object_or_404(queries.version_with_content(Version.objects.filter(pk__in=newest)))
    return {
        wording.pledge: ": ".join(
            part
            for part in (
                f"{Perspective(wording.pledge.perspective).label}, {Viewpoint(wording.pledge.viewpoint).label.lower()}",
                shown(wording, "sentence").text,
            )
            if part
        )
        for wording in whole.wordings.all()
    }

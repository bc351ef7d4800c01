"""What the council has decided."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from lupaus.decision.models import CouncilDecision
from lupaus.people.requests import ResidentRequest
from lupaus.promise.models import Disposition
from lupaus.publication.queries.promises import pairs_of, read_wordings


def decisions(request: ResidentRequest) -> HttpResponse:
    """The council's decisions on promises, the newest first."""
    rows = CouncilDecision.objects.filter(package__version__promise__county=request.county)
    context = {
        "decisions": rows.select_related("package__version__promise"),
        "section": "decisions",
    }
    return render(request, "publication/decisions.html", context)


def decision(request: ResidentRequest, public_id: str) -> HttpResponse:
    """One decision: what was decided, on what grounds, and the seal of what the council had before it."""
    rows = CouncilDecision.objects.filter(package__version__promise__county=request.county)
    found: CouncilDecision = get_object_or_404(
        rows.select_related("package__version__promise"), public_id=public_id
    )
    version = read_wordings(found.package.version, with_points=False)
    dispositions = Disposition.objects.filter(promise=version.promise).select_related("conclusion__party")
    context = {
        "decision": found,
        "package": found.package,
        "version": version,
        "pairs": pairs_of(version, with_points=False),
        "dispositions": dispositions.order_by("outcome", "pk"),
        "section": "decisions",
    }
    return render(request, "publication/decision.html", context)

"""What became of people's words: receipts, contributions and conclusions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from lupaus.participation.models import Contribution
from lupaus.people.queries import receipt_digest
from lupaus.people.requests import ResidentRequest
from lupaus.publication.forms import ReceiptForm
from lupaus.synthesis.models import Conclusion
from lupaus.trace.queries.conclusions import thread_of_conclusion
from lupaus.trace.queries.downwards import thread_of

RELATED = ("county", "consultation", "party", "area")


def find_receipt(request: ResidentRequest) -> HttpResponse:
    """Type the code of a receipt to see what became of one's own words."""
    form = ReceiptForm(request.GET if "code" in request.GET else None, county=request.county)
    if form.is_bound and form.is_valid():
        return redirect("publication:receipt", code=form.cleaned_data["code"])
    return render(request, "publication/find_receipt.html", {"form": form})


@never_cache
def receipt(request: ResidentRequest, code: str) -> HttpResponse:
    """Where one's own words went, or why they changed nothing."""
    contributions = Contribution.objects.of(request.county).select_related(*RELATED)
    contribution = contributions.filter(receipt__digest=receipt_digest(code)).first()
    if contribution is None:
        messages.warning(request, _("No receipt has this code. Check the code and try again."))
        return redirect("publication:find_receipt")
    context = {
        "code": code,
        "contribution": contribution,
        "thread": thread_of(contribution, today=timezone.localdate()),
    }
    return render(request, "publication/receipt.html", context)


def contribution(request: ResidentRequest, public_id: str) -> HttpResponse:
    """A published contribution and what came of it, for anyone to see."""
    contributions = Contribution.objects.of(request.county).public().select_related(*RELATED)
    found = get_object_or_404(contributions, public_id=public_id)
    context = {
        "contribution": found,
        "thread": thread_of(found, today=timezone.localdate()),
        "section": "take_part",
    }
    return render(request, "publication/contribution.html", context)


def conclusion(request: ResidentRequest, public_id: str) -> HttpResponse:
    """A signed-off conclusion: what it rests on, and what was done with it."""
    conclusions = (
        Conclusion.objects.of(request.county)
        .signed_off()
        .select_related("party", "area", "synthesis__process__county")
    )
    found = get_object_or_404(conclusions, public_id=public_id)
    context = {"conclusion": found, "thread": thread_of_conclusion(found, today=timezone.localdate())}
    return render(request, "publication/conclusion.html", context)

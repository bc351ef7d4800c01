"""What became of every conclusion that stands."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from lupaus.promise.models import Disposition, ServicePromise
from lupaus.synthesis.models import Conclusion


@dataclass(frozen=True)
class DisposedConclusion:
    """A conclusion beside what became of it, if that has been said."""

    conclusion: Conclusion
    disposition: Disposition | None


def conclusions_for(promise: ServicePromise) -> QuerySet[Conclusion]:
    """The standing conclusions that the promise must answer to: those of its own process."""
    standing: QuerySet[Conclusion] = Conclusion.objects.standing()
    return standing.filter(synthesis__process=promise.process_id)


def undisposed_conclusions(promise: ServicePromise) -> QuerySet[Conclusion]:
    """The standing conclusions of which nobody has yet said what became of them."""
    said = Disposition.objects.filter(promise=promise, conclusion=OuterRef("pk"))
    return conclusions_for(promise).filter(~Exists(said)).select_related("party")


def dispositions(promise: ServicePromise) -> list[DisposedConclusion]:
    """Every standing conclusion with what became of it, the unanswered first."""
    said = {
        disposition.conclusion_id: disposition
        for disposition in promise.dispositions.select_related("disposed_by").prefetch_related(
            "pledges__pair"
        )
    }
    rows = [
        DisposedConclusion(conclusion, said.get(conclusion.pk))
        for conclusion in conclusions_for(promise).select_related("party", "synthesis__process__county")
    ]
    return sorted(rows, key=lambda row: row.disposition is not None)

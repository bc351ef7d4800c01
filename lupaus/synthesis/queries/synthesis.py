"""Find the synthesis of the county's present work, and what stands in it."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from lupaus.counties.models import County
from lupaus.participation.models import Party
from lupaus.participation.states import Moderation
from lupaus.process.models import Process
from lupaus.synthesis.models import Coding, Conclusion, Evidence, Quote, Synthesis, Theme


def current_process(county: County) -> Process | None:
    """The county's newest process."""
    return Process.objects.filter(county=county).order_by("-started_on", "-id").first()


def current_synthesis(county: County) -> Synthesis | None:
    """The synthesis of the county's newest process, when it has been begun."""
    return (
        Synthesis.objects.filter(process__county=county)
        .select_related("process__county", "signed_off_by")
        .order_by("-process__started_on", "-process_id")
        .first()
    )


def themes_with_counts(synthesis: Synthesis | None) -> QuerySet[Theme]:
    """The synthesis' themes with the number of quotes that stand under each."""
    live = Q(codings__withdrawn_at=None, codings__quote__contribution__moderation=Moderation.PUBLISHED)
    return (
        Theme.objects.filter(synthesis=synthesis)
        .annotate(quote_count=Count("codings__quote", filter=live, distinct=True))
        .order_by("id")
    )


@dataclass(frozen=True)
class CellQuote:
    """A quote of a cell, with the themes it was coded to there."""

    quote: Quote
    themes: list[Theme]


def quotes_of_cell(synthesis: Synthesis, *, perspective: str, party: Party) -> list[CellQuote]:
    """What a party has said about a perspective: its quotes coded to it, in one query."""
    codings = (
        Coding.objects.live()
        .filter(theme__synthesis=synthesis, perspective=perspective, quote__contribution__party=party)
        .select_related("theme", "quote__contribution__area", "quote__contribution__party")
        .order_by("quote__contribution_id", "quote__start", "quote_id", "pk")
    )
    found: dict[int, CellQuote] = {}
    for coding in codings:
        found.setdefault(coding.quote_id, CellQuote(coding.quote, [])).themes.append(coding.theme)
    return list(found.values())


def quotes_of_theme(theme: Theme) -> QuerySet[Quote]:
    """What has been said under a theme."""
    live = Coding.objects.live().filter(theme=theme)
    return with_codings(theme.synthesis, Quote.objects.filter(codings__in=live)).distinct()


def with_codings(synthesis: Synthesis, quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """Quotes with their speakers; `quote.codings.all()` are then only those that stand in this synthesis."""
    live = Coding.objects.live().filter(theme__synthesis=synthesis).select_related("theme")
    return quotes.select_related("contribution__area", "contribution__party").prefetch_related(
        Prefetch("codings", queryset=live)
    )


def conclusions_of_cell(synthesis: Synthesis, *, perspective: str, party: Party) -> QuerySet[Conclusion]:
    """The conclusions of a cell, newest last, with how much evidence each has."""
    return (
        Conclusion.objects.filter(synthesis=synthesis, perspective=perspective, party=party)
        .select_related("area", "signed_off_by")
        .annotate(
            is_replaced=Exists(Conclusion.objects.filter(supersedes=OuterRef("pk"))),
            for_count=Count("evidence", filter=Q(evidence__stance="for")),
            against_count=Count("evidence", filter=Q(evidence__stance="against")),
        )
        .order_by("id")
    )


def evidence_of(conclusion: Conclusion) -> QuerySet[Evidence]:
    """What a conclusion rests on, with the words and results themselves."""
    return conclusion.evidence.select_related(
        "quote__contribution__area", "quote__contribution__party", "result__consultation"
    )

"""From people's words to pledges: quotes, codings, conclusions with evidence, and what became of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F

from lupaus.participation.models import Contribution
from lupaus.participation.states import Channel
from lupaus.promise.models import Disposition
from lupaus.synthesis.models import Coding, Evidence, Quote, SetAside


@dataclass
class Fate:
    """What became of a conclusion in one promise, and the pledges it led to."""

    disposition: Disposition
    pledge_ids: list[int] = field(default_factory=list)


@dataclass
class Heard:
    """One quote of a contribution, what it was coded to and the conclusions that rest on it."""

    quote: Quote
    codings: list[Coding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def heard(contribution: Contribution) -> list[Heard]:
    """The quotes taken from a contribution, in the order of its text; two queries."""
    found: dict[int, Heard] = {}
    codings = Coding.objects.filter(quote__contribution=contribution, withdrawn_at=None)
    for coding in codings.select_related("quote", "theme"):
        found.setdefault(coding.quote_id, Heard(coding.quote)).codings.append(coding)
    evidence = Evidence.objects.filter(quote__contribution=contribution)
    for piece in evidence.select_related("quote", "conclusion__party"):
        if piece.quote is not None:
            found.setdefault(piece.quote.pk, Heard(piece.quote)).evidence.append(piece)
    return sorted(found.values(), key=lambda one: one.quote.start)


def evidence_of_claim(contribution: Contribution) -> list[Evidence]:
    """Conclusions that rest on a result of the claim this contribution became."""
    if contribution.channel != Channel.OPINION_MAP:
        return []
    pieces = Evidence.objects.filter(
        result__consultation=contribution.consultation_id,
        claim_number=F("result__consultation__opinion_map__claims__number"),
    ).filter(result__consultation__opinion_map__claims__contribution=contribution)
    return list(pieces.select_related("result", "conclusion__party"))


def set_aside_of(contribution: Contribution) -> SetAside | None:
    """Why nothing was quoted from a contribution, when somebody read it and said so; one query."""
    return SetAside.objects.filter(contribution=contribution).order_by("-set_aside_at").first()


def fates(conclusion_ids: Iterable[int]) -> dict[int, list[Fate]]:
    """What became of each conclusion, promise by promise; one query."""
    found: dict[int, dict[int, Fate]] = defaultdict(dict)
    rows = Disposition.objects.filter(conclusion__in=list(conclusion_ids))
    for row in rows.annotate(pledge_key=F("pledges")).order_by("disposed_at", "pk"):
        fate = found[row.conclusion_id].setdefault(row.pk, Fate(row))
        if row.pledge_key is not None:
            fate.pledge_ids.append(row.pledge_key)
    return {conclusion_id: list(by_row.values()) for conclusion_id, by_row in found.items()}

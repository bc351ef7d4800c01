"""The pile of contributions to read and code, and one's place in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.dateparse import parse_datetime

from lupaus.counties.models import County
from lupaus.participation.models import Contribution
from lupaus.participation.states import Channel, Moderation
from lupaus.synthesis.models import Coding, Quote, SetAside, Synthesis
from lupaus.synthesis.queries.synthesis import with_codings

PAGE = 25
STATES = ("uncoded", "coded", "aside", "all")


@dataclass(frozen=True)
class CodingFilters:
    """Which contributions are shown; empty means all."""

    state: str = "uncoded"
    consultation: str = ""
    party: str = ""
    area: str = ""
    language: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "CodingFilters":
        """The filters named in an address; unknown states mean uncoded."""
        chosen = {name: str(given.get(name, "")) for name in ("consultation", "party", "area", "language")}
        state = str(given.get("state", ""))
        return cls(state=state if state in STATES else "uncoded", **chosen)

    def but(self, **changes: str) -> "CodingFilters":
        return replace(self, **changes)

    @property
    def query(self) -> str:
        """The filters as the end of an address, empty when they are the usual ones."""
        words = {name: value for name, value in vars(self).items() if value}
        if words.get("state") == "uncoded":
            del words["state"]
        return f"?{urlencode(words)}" if words else ""

    @property
    def narrows(self) -> bool:
        return any((self.consultation, self.party, self.area, self.language))


@dataclass(frozen=True)
class CodingPage:
    """A page of the pile."""

    rows: Sequence[Contribution]
    total: int
    after: str


def pile(county: County) -> QuerySet[Contribution]:
    """Published words of people, newest first: what can be quoted."""
    published: QuerySet[Contribution] = Contribution.objects.filter(
        county=county, moderation=Moderation.PUBLISHED
    )
    return published.exclude(channel=Channel.OPINION_MAP).order_by("-given_at", "-id")


def is_coded(synthesis: Synthesis | None) -> Exists:
    """Whether a contribution has a coded quote in this synthesis."""
    return Exists(
        Coding.objects.filter(
            quote__contribution=OuterRef("pk"), withdrawn_at=None, theme__synthesis=synthesis
        )
    )


def is_set_aside(synthesis: Synthesis | None) -> Exists:
    """Whether a contribution has been read and found to hold nothing to quote."""
    return Exists(SetAside.objects.filter(contribution=OuterRef("pk"), synthesis=synthesis))


def filtered(county: County, synthesis: Synthesis | None, filters: CodingFilters) -> QuerySet[Contribution]:
    """The part of the pile that the filters leave."""
    contributions = pile(county)
    if filters.state == "uncoded":
        contributions = contributions.filter(~is_coded(synthesis), ~is_set_aside(synthesis))
    elif filters.state == "coded":
        contributions = contributions.filter(is_coded(synthesis))
    elif filters.state == "aside":
        contributions = contributions.filter(is_set_aside(synthesis), ~is_coded(synthesis))
    named = {
        "consultation__public_id": filters.consultation,
        "party__key": filters.party,
        "area__public_id": filters.area,
        "language": filters.language,
    }
    return contributions.filter(**{column: value for column, value in named.items() if value})


def coding_page(
    county: County, synthesis: Synthesis | None, filters: CodingFilters, *, after: str = ""
) -> CodingPage:
    """A page of contributions, newest first, from the place named by `after`."""
    wanted = filtered(county, synthesis, filters)
    rows = wanted.select_related("party", "area", "consultation").annotate(
        is_set_aside=is_set_aside(synthesis),
        quote_count=Count(
            "quotes",
            filter=Q(quotes__codings__withdrawn_at=None, quotes__codings__theme__synthesis=synthesis),
            distinct=True,
        ),
    )
    if place := read_place(after):
        rows = rows.filter(beyond(*place))
    page = list(rows[: PAGE + 1])
    last = page[PAGE - 1] if len(page) > PAGE else None
    return CodingPage(page[:PAGE], wanted.count(), place_of(last) if last else "")


def coded_contribution(county: County, synthesis: Synthesis | None) -> QuerySet[Contribution]:
    """Contributions as the coding page shows one."""
    shown = pile(county).select_related("party", "area", "consultation", "county")
    return shown.annotate(is_set_aside=is_set_aside(synthesis))


def quotes_with_codings(contribution: Contribution, synthesis: Synthesis | None) -> list[Quote]:
    """The quotes of a contribution that are coded now, in reading order."""
    if synthesis is None:
        return []
    quotes = with_codings(synthesis, Quote.objects.filter(contribution=contribution))
    return [quote for quote in quotes.order_by("start", "end") if quote.codings.all()]


def neighbours(
    contribution: Contribution, county: County, synthesis: Synthesis | None, filters: CodingFilters
) -> tuple[str, str]:
    """The public ids of the contributions before and after this one under the filters; empty at the ends."""
    wanted = filtered(county, synthesis, filters).exclude(pk=contribution.pk)
    here = (contribution.given_at, contribution.pk)
    after = wanted.filter(beyond(*here)).values_list("public_id", flat=True).first()
    before = (
        wanted.filter(beyond(*here, direction="gt"))
        .order_by("given_at", "id")
        .values_list("public_id", flat=True)
        .first()
    )
    return before or "", after or ""


def beyond(moment: datetime, pk: int, direction: Literal["lt", "gt"] = "lt") -> Q:
    """Rows after a place in the order of the pile, without counting those before it."""
    return Q(**{f"given_at__{direction}": moment}) | Q(given_at=moment, **{f"pk__{direction}": pk})


def place_of(contribution: Contribution) -> str:
    return f"{contribution.given_at.isoformat()}~{contribution.pk}"


def read_place(after: str) -> tuple[datetime, int] | None:
    """A place written into an address; None when it is no place."""
    moment, _tilde, pk = after.partition("~")
    try:
        read = parse_datetime(moment)
    except ValueError:
        return None
    return (read, int(pk)) if read and read.tzinfo and pk.isdecimal() else None

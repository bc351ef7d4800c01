"""Claims of published opinion maps, with how people answered: evidence beside quotes."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from lupaus.counties.models import County
from lupaus.participation.models import Result
from lupaus.participation.states import Channel


@dataclass(frozen=True)
class ClaimOfResult:
    """A claim as a published result counted it; a figure is None where too few answered to show it."""

    result: Result
    number: int
    text: str
    agrees: int | None
    disagrees: int | None
    shown: int | None

    @property
    def agreement(self) -> int | None:
        """How many per cent of those who answered agreed."""
        return None if self.agrees is None or not self.shown else round(100 * self.agrees / self.shown)

    @property
    def disagreement(self) -> int | None:
        """How many per cent of those who answered disagreed."""
        return None if self.disagrees is None or not self.shown else round(100 * self.disagrees / self.shown)

    @property
    def key(self) -> str:
        """Names the claim in a form."""
        return f"{self.result.pk}-{self.number}"


def claims_of_results(county: County) -> list[ClaimOfResult]:
    """Every counted claim of the county's published results in force, by result and number."""
    results = Result.objects.filter(county=county, channel=Channel.OPINION_MAP, superseded_by=None)
    return [claim for result in results.order_by("published_at", "pk") for claim in claims_of(result)]


def claims_of(result: Result) -> list[ClaimOfResult]:
    """The claims that one result counted, in the order of their numbers."""
    body: Any = result.body
    counted = {int(claim["id"]): claim for claim in body.get("opinion_map", {}).get("claims", [])}
    return [
        ClaimOfResult(
            result=result,
            number=number,
            text=in_page_language(claim["text"], claim.get("language", "")),
            agrees=counted[number].get("agrees"),
            disagrees=counted[number].get("disagrees"),
            shown=counted[number].get("shown"),
        )
        for claim in body.get("claims", [])
        if (number := int(claim["number"])) in counted
    ]


def in_page_language(text: dict[str, str], original: str) -> str:
    """A claim in the page's language, or as its author wrote it."""
    wanted = (get_language() or "fi")[:2]
    return text.get(wanted) or text.get(original) or next((words for words in text.values() if words), "")

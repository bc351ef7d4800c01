"""Claims of published opinion maps, with how people answered: evidence beside quotes."""

from dataclasses import dataclass
from typing import Any

from lupaus.counties.models import County
from lupaus.opinions.models import Claim
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
    results = {
        result.consultation_id: result
        for result in Result.objects.filter(
            county=county, channel=Channel.OPINION_MAP, superseded_by=None
        ).order_by("published_at", "pk")
    }
    claims = (
        Claim.objects.filter(opinion_map__consultation__in=results)
        .select_related("opinion_map")
        .order_by("opinion_map_id", "number")
    )
    counted = {pk: counts_of(result.body) for pk, result in results.items()}
    return [
        ClaimOfResult(results[asked], claim.number, claim.text, *counted[asked][claim.number])
        for claim in claims
        if claim.number in counted[asked := claim.opinion_map.consultation_id]
    ]


def counts_of(body: Any) -> dict[int, tuple[int | None, int | None, int | None]]:
    """Agrees, disagrees and answers by claim number, from a result's body."""
    claims = body.get("claims", []) if isinstance(body, dict) else []
    return {
        int(claim["id"]): (claim.get("agrees"), claim.get("disagrees"), claim.get("shown"))
        for claim in claims
    }

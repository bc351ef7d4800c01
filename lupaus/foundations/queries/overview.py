"""How far a county has come with its foundation, and the law it leans on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Q

from lupaus.counties.models import County
from lupaus.foundations.models import FoundationItem, LegalReference


@dataclass(frozen=True)
class Progress:
    """How many of the things the foundation must cover have a conclusion."""

    concluded: int
    of: int

    @property
    def is_whole(self) -> bool:
        return self.of > 0 and self.concluded == self.of


def foundation_progress(county: County) -> Progress:
    counts = FoundationItem.objects.of(county).aggregate(
        of=Count("id"), concluded=Count("id", filter=Q(concluded_at__isnull=False))
    )
    return Progress(counts["concluded"], counts["of"])


def laws_by_code(codes: Iterable[str]) -> list[LegalReference]:
    return list(LegalReference.objects.filter(code__in=list(codes)))


def laws_by_act() -> list[tuple[str, str, list[LegalReference]]]:
    """Every legal reference under its act: name, number, sections."""
    references = LegalReference.objects.all()
    return [
        (name, act, list(sections))
        for (act, name), sections in groupby(
            references, key=lambda reference: (reference.act, reference.act_name)
        )
    ]

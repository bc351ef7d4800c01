"""Perspectives by parties: how much each party has said, what has been concluded, and where the gaps are."""

from dataclasses import dataclass

from django.db.models import Count

from lupaus.foundations.states import Perspective
from lupaus.participation.models import Party
from lupaus.synthesis.models import Coding, Conclusion, Synthesis
from lupaus.synthesis.states import ConclusionState


@dataclass(frozen=True)
class Cell:
    """What one party has said about one perspective."""

    perspective: str
    party: str
    quotes: int
    drafts: int
    signed_off: int

    @property
    def state(self) -> str:
        """silent: nobody has spoken; gap: quotes without a conclusion; draft; or done."""
        if self.drafts:
            return "draft"
        if self.signed_off:
            return "done"
        return "gap" if self.quotes else "silent"


@dataclass(frozen=True)
class MatrixRow:
    """A party with its five cells."""

    party: Party
    cells: list[Cell]


@dataclass(frozen=True)
class Matrix:
    """The whole synthesis at a glance."""

    perspectives: list[tuple[str, str]]
    rows: list[MatrixRow]
    quotes_without_party: int

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def gaps(self) -> int:
        return sum(cell.state == "gap" for cell in self.cells)

    @property
    def drafts(self) -> int:
        return sum(cell.drafts for cell in self.cells)

    @property
    def signed_off(self) -> int:
        return sum(cell.signed_off for cell in self.cells)


def matrix(synthesis: Synthesis) -> Matrix:
    """Count quotes and conclusions by party and perspective, in a fixed number of queries."""
    said = {
        (row["quote__contribution__party"], row["perspective"]): row["quotes"]
        for row in Coding.objects.live()
        .filter(theme__synthesis=synthesis)
        .order_by()
        .values("quote__contribution__party", "perspective")
        .annotate(quotes=Count("quote", distinct=True))
    }
    drafts, signed_off = counted(synthesis)
    perspectives = [(value, str(label)) for value, label in Perspective.choices]
    rows = [
        MatrixRow(
            party,
            [
                Cell(
                    perspective,
                    party.key,
                    said.get((party.pk, perspective), 0),
                    drafts.get((party.pk, perspective), 0),
                    signed_off.get((party.pk, perspective), 0),
                )
                for perspective, _label in perspectives
            ],
        )
        for party in Party.objects.filter(county=synthesis.county)
    ]
    nameless = sum(quotes for (party, _perspective), quotes in said.items() if party is None)
    return Matrix(perspectives, rows, nameless)


Counts = dict[tuple[int, str], int]


def counted(synthesis: Synthesis) -> tuple[Counts, Counts]:
    """Drafts, and conclusions that stand, by party and perspective."""
    conclusions = Conclusion.objects.filter(synthesis=synthesis)
    standing = set(Conclusion.objects.standing().filter(synthesis=synthesis).values_list("pk", flat=True))
    drafts: Counts = {}
    signed_off: Counts = {}
    for pk, party, perspective, state in conclusions.values_list("pk", "party_id", "perspective", "state"):
        if state == ConclusionState.DRAFT:
            drafts[party, perspective] = drafts.get((party, perspective), 0) + 1
        elif pk in standing:
            signed_off[party, perspective] = signed_off.get((party, perspective), 0) + 1
    return drafts, signed_off

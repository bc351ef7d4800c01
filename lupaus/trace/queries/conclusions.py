"""A conclusion's thread: what it rests on, and what was done with it."""

from dataclasses import dataclass
from datetime import date

from lupaus.synthesis.models import Conclusion
from lupaus.synthesis.states import Stance
from lupaus.trace.queries.downwards import after_conclusion
from lupaus.trace.queries.heard import fates
from lupaus.trace.queries.kept import kept
from lupaus.trace.queries.upwards import evidence_of
from lupaus.trace.steps import Line, Step
from lupaus.trace.words.heard import quotes_of


@dataclass(frozen=True)
class ConclusionThread:
    """Evidence on both sides, and the steps that followed."""

    supporting: tuple[Line, ...]
    opposing: tuple[Line, ...]
    steps: list[Step]


def thread_of_conclusion(conclusion: Conclusion, *, today: date) -> ConclusionThread:
    """What people's words a conclusion rests on, and what became of it."""
    evidence = evidence_of([conclusion.pk])[conclusion.pk]
    by_conclusion = fates([conclusion.pk])
    pledge_ids = {pk for fate in by_conclusion.get(conclusion.pk, []) for pk in fate.pledge_ids}
    return ConclusionThread(
        supporting=quotes_of(evidence, Stance.FOR),
        opposing=quotes_of(evidence, Stance.AGAINST),
        steps=after_conclusion(conclusion, by_conclusion, kept(conclusion.county, pledge_ids, today=today)),
    )

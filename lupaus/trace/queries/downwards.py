"""A contribution's thread: from a resident's words to the newest result."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lupaus.participation.models import Contribution
from lupaus.participation.states import Moderation
from lupaus.synthesis.models import Conclusion, Evidence
from lupaus.trace.queries.heard import Fate, Heard, evidence_of_claim, fates, heard, set_aside_of
from lupaus.trace.queries.kept import Kept, kept
from lupaus.trace.steps import Branch, Step
from lupaus.trace.words import heard as heard_words
from lupaus.trace.words.kept import steps_after


@dataclass(frozen=True)
class ContributionThread:
    """The common beginning and a branch for each part of the words that was taken up."""

    beginning: list[Step]
    branches: list[Branch]


def thread_of(contribution: Contribution, *, today: date) -> ContributionThread:
    """Everything that came of a contribution, step by step, with a reason at every turn."""
    beginning = [heard_words.given(contribution), heard_words.read_by_moderator(contribution)]
    if contribution.moderation == Moderation.HIDDEN:
        return ContributionThread(beginning, [])
    parts = heard(contribution)
    claim_evidence = evidence_of_claim(contribution)
    if not parts and not claim_evidence:
        if contribution.moderation == Moderation.PUBLISHED:
            aside = set_aside_of(contribution)
            beginning.append(
                heard_words.set_aside(aside) if aside else heard_words.not_taken_up_yet(contribution)
            )
        return ContributionThread(beginning, [])
    pieces = [piece for part in parts for piece in part.evidence] + claim_evidence
    by_conclusion = fates({piece.conclusion_id for piece in pieces})
    pledge_ids = {pk for found in by_conclusion.values() for fate in found for pk in fate.pledge_ids}
    followed = kept(contribution.county, pledge_ids, today=today)
    branches = [_branch(group, by_conclusion, followed) for group in _by_conclusion(parts)]
    branches += [
        Branch((), _("Answers to the claim"), _from_evidence(piece, by_conclusion, followed))
        for piece in claim_evidence
    ]
    return ContributionThread(beginning, branches)


def _by_conclusion(parts: list[Heard]) -> list[list[Heard]]:
    """Quotes that led to the same conclusions go the same way; quotes that led to none yet go alone."""
    groups: dict[tuple[int, ...], list[Heard]] = {}
    for part in parts:
        key = tuple(sorted({piece.conclusion_id for piece in part.evidence})) or (-part.quote.pk,)
        groups.setdefault(key, []).append(part)
    return list(groups.values())


def _branch(group: list[Heard], by_conclusion: dict[int, list[Fate]], followed: dict[int, Kept]) -> Branch:
    steps = [heard_words.quoted(group)]
    pieces = {piece.conclusion_id: piece for part in group for piece in part.evidence}
    if not pieces:
        steps.append(heard_words.no_conclusion_yet())
    for piece in pieces.values():
        steps += _from_evidence(piece, by_conclusion, followed)
    return Branch(tuple(part.quote.text for part in group), steps=tuple(steps))


def _from_evidence(
    piece: Evidence, by_conclusion: dict[int, list[Fate]], followed: dict[int, Kept]
) -> tuple[Step, ...]:
    return (
        heard_words.concluded(piece.conclusion, piece.stance),
        *after_conclusion(piece.conclusion, by_conclusion, followed),
    )


def after_conclusion(
    conclusion: Conclusion, by_conclusion: dict[int, list[Fate]], followed: dict[int, Kept]
) -> list[Step]:
    """What was done with a conclusion, and what followed from that."""
    found = by_conclusion.get(conclusion.pk, [])
    if not found:
        return [heard_words.no_fate_yet()]
    steps = []
    for fate in found:
        steps.append(heard_words.fate_of(fate))
        since = localtime(fate.disposition.disposed_at).date()
        steps += steps_after([followed[pk] for pk in fate.pledge_ids if pk in followed], since=since)
    return steps

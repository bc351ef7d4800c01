"""Write down what a party brought up, name the evidence for and against, and sign it off."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.counties.models import Area
from lupaus.journal.actions import record
from lupaus.opinions.models import Claim
from lupaus.participation.models import Party, Result
from lupaus.participation.states import Moderation
from lupaus.people.models import User
from lupaus.synthesis.actions.synthesis import demand_open
from lupaus.synthesis.models import Conclusion, Evidence, Quote, Synthesis, Theme
from lupaus.synthesis.rules import (
    ConclusionHasNoEvidence,
    ConclusionIsSignedOff,
    TextIsMissing,
    WrongEvidence,
)
from lupaus.synthesis.states import CONCLUSION_MOVES, ConclusionState, Stance
from lupaus.web.access import require
from lupaus.web.content_forms import columns, language_words, missing_languages, written
from lupaus.web.states import move


@transaction.atomic
def conclude(
    synthesis: Synthesis,
    *,
    perspective: str,
    party: Party,
    text: dict[str, str],
    area: Area | None = None,
    themes: Iterable[Theme] = (),
    supersedes: Conclusion | None = None,
    by: User,
    at: datetime | None = None,
) -> Conclusion:
    """Begin a conclusion on what a party brought up about a perspective; a draft until it is signed off."""
    require(by, "synthesis.conclude", synthesis)
    demand_open(synthesis)
    demand_some_text(text)
    demand_same_county(synthesis, party, area, *(themes := list(themes)))
    if supersedes:
        demand_replaceable(supersedes, synthesis)
    conclusion = Conclusion.objects.create(
        synthesis=synthesis,
        perspective=perspective,
        party=party,
        area=area,
        supersedes=supersedes,
        written_by=by,
        written_at=at or timezone.now(),
        **columns("text", text),
    )
    conclusion.themes.set(themes)
    record("synthesis.concluded", conclusion, by=by, at=at, perspective=perspective, party=party.key)
    return conclusion


@transaction.atomic
def rewrite(
    conclusion: Conclusion,
    *,
    text: dict[str, str],
    area: Area | None = None,
    themes: Iterable[Theme] = (),
    against_note: str = "",
    by: User,
) -> Conclusion:
    """Write a draft conclusion better."""
    conclusion = lock_draft(conclusion, by=by)
    demand_some_text(text)
    demand_same_county(conclusion.synthesis, area, *(themes := list(themes)))
    texts = columns("text", text)
    for column, words in texts.items():
        setattr(conclusion, column, words)
    conclusion.area, conclusion.against_note = area, against_note.strip()
    conclusion.save(update_fields=[*texts, "area", "against_note"])
    conclusion.themes.set(themes)
    record("synthesis.conclusion_rewritten", conclusion, by=by)
    return conclusion


@transaction.atomic
def add_evidence(
    conclusion: Conclusion,
    *,
    stance: str,
    quote: Quote | None = None,
    result: Result | None = None,
    claim_number: int | None = None,
    note: dict[str, str] | None = None,
    by: User,
) -> Evidence:
    """Name a quote, or a claim of a result, as evidence for or against; named again, its side changes."""
    conclusion = lock_draft(conclusion, by=by)
    if (quote is None) == (result is None):
        raise WrongEvidence(_("Name one thing as evidence: a quote or a claim of a result."))
    demand_same_county(conclusion.synthesis, quote, result)
    if quote and quote.contribution.moderation != Moderation.PUBLISHED:
        raise WrongEvidence(_("The quoted contribution is no longer published, so it cannot be evidence."))
    if result and not is_claim_of(result, claim_number):
        raise WrongEvidence(_("The result has no such claim. Choose one from the list."))
    evidence, _is_new = Evidence.objects.update_or_create(
        conclusion=conclusion,
        quote=quote,
        result=result,
        claim_number=claim_number,
        defaults={"stance": Stance(stance), **(columns("note", note) if note is not None else {})},
    )
    record("synthesis.evidence_added", conclusion, by=by, evidence=evidence.pk, stance=stance)
    return evidence


@transaction.atomic
def set_evidence(
    conclusion: Conclusion,
    *,
    quotes: Mapping[Quote, str],
    claims: Mapping[tuple[Result, int], str],
    by: User,
) -> Conclusion:
    """Let a draft conclusion rest on exactly these quotes and claims, each for or against."""
    conclusion = lock_draft(conclusion, by=by)
    kept = [
        add_evidence(conclusion, stance=stance, quote=quote, by=by).pk for quote, stance in quotes.items()
    ] + [
        add_evidence(conclusion, stance=stance, result=result, claim_number=number, by=by).pk
        for (result, number), stance in claims.items()
    ]
    conclusion.evidence.exclude(pk__in=kept).delete()
    return conclusion


@transaction.atomic
def replace(conclusion: Conclusion, *, by: User, at: datetime | None = None) -> Conclusion:
    """Begin a new conclusion in the place of a signed-off one, with its words and evidence to start from."""
    newer = conclude(
        conclusion.synthesis,
        perspective=conclusion.perspective,
        party=conclusion.party,
        text=written(conclusion, "text"),
        area=conclusion.area,
        themes=conclusion.themes.all(),
        supersedes=conclusion,
        by=by,
        at=at,
    )
    for evidence in conclusion.evidence.exclude(quote__contribution__moderation=Moderation.HIDDEN):
        Evidence.objects.create(
            conclusion=newer,
            stance=evidence.stance,
            quote=evidence.quote,
            result=evidence.result,
            claim_number=evidence.claim_number,
            **columns("note", written(evidence, "note")),
        )
    return newer


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: User) -> None:
    """Take a piece of evidence out of a draft conclusion."""
    conclusion = lock_draft(evidence.conclusion, by=by)
    record("synthesis.evidence_removed", conclusion, by=by, evidence=evidence.pk)
    evidence.delete()


@transaction.atomic
def drop(conclusion: Conclusion, *, by: User) -> None:
    """Remove a draft conclusion that is not needed."""
    conclusion = lock_draft(conclusion, by=by)
    record("synthesis.conclusion_dropped", conclusion, by=by, texts={**written(conclusion, "text")})
    conclusion.delete()


@transaction.atomic
def sign_off(conclusion: Conclusion, *, by: User, at: datetime | None = None) -> Conclusion:
    """Stand behind a conclusion; after this its words and evidence never change."""
    require(by, "synthesis.sign_off", conclusion)
    conclusion = lock_draft(conclusion, by=by)
    missing = missing_languages(written(conclusion, "text"), conclusion.county.required_languages)
    if missing:
        words = language_words()
        raise TextIsMissing(
            _("The conclusion is missing %(languages)s. Write it, then sign off.")
            % {"languages": ", ".join(words[code] for code in missing)}
        )
    evidence = conclusion.evidence.exclude(quote__contribution__moderation=Moderation.HIDDEN)
    if not evidence.filter(stance=Stance.FOR).exists():
        raise ConclusionHasNoEvidence(
            _("The conclusion rests on nothing yet. Choose at least one quote or claim that speaks for it.")
        )
    conclusion.signed_off_at, conclusion.signed_off_by = at or timezone.now(), by
    move(conclusion, ConclusionState.SIGNED_OFF, CONCLUSION_MOVES, also=["signed_off_at", "signed_off_by"])
    record("synthesis.signed_off", conclusion, by=by, at=at)
    return conclusion


def lock_draft(conclusion: Conclusion, *, by: User) -> Conclusion:
    """The conclusion, held for changing; refused once it has been signed off."""
    conclusion = (
        Conclusion.objects.select_for_update(of=("self",))
        .select_related("synthesis__process__county")
        .get(pk=conclusion.pk)
    )
    require(by, "synthesis.conclude", conclusion)
    if not conclusion.is_draft:
        raise ConclusionIsSignedOff(
            _("This conclusion has been signed off and never changes. Write a new one to replace it.")
        )
    demand_open(conclusion.synthesis)
    return conclusion


def demand_replaceable(conclusion: Conclusion, synthesis: Synthesis) -> None:
    """Only a signed-off conclusion is replaced, and only once."""
    if not Conclusion.objects.signed_off().filter(pk=conclusion.pk, synthesis=synthesis).exists():
        raise WrongEvidence(_("Only a signed-off conclusion of this synthesis can be replaced by a new one."))
    if conclusion.superseded_by.exists():
        raise WrongEvidence(_("A newer conclusion already replaces this one. Open that one instead."))


def demand_some_text(text: dict[str, str]) -> None:
    if not any(words.strip() for words in text.values()):
        raise TextIsMissing(_("Write the conclusion in at least one language."))


def demand_same_county(synthesis: Synthesis, *things: Party | Area | Theme | Quote | Result | None) -> None:
    if any(thing is not None and thing.county.pk != synthesis.county.pk for thing in things):
        raise WrongEvidence(_("This belongs to another county and cannot be used here."))


def is_claim_of(result: Result, number: int | None) -> bool:
    """Whether the claim stands in the result's opinion map; a result may also be evidence as a whole."""
    return (
        number is None
        or Claim.objects.filter(opinion_map__consultation=result.consultation_id, number=number).exists()
    )

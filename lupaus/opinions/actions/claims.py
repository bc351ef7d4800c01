"""A map is opened, and claims come into it: from officials as seeds, from residents after they have been read."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.opinions.models import Claim, OpinionMap
from lupaus.participation.actions import (
    AlreadySent,
    ConsultationNotOpen,
    TakesNoTexts,
    TextMissing,
    TextTooLong,
    moderate,
    take_in,
)
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.states import Channel, ConsultationState, Moderation
from lupaus.people.models import Participant, User
from lupaus.web.access import require
from lupaus.web.content_forms import columns
from lupaus.web.languages import LANGUAGES

LONGEST_CLAIM = 140


class TakesNoClaims(Exception):
    """Residents' own claims are not asked for in this map."""


@transaction.atomic
def open_map(consultation: Consultation, *, by: User) -> OpinionMap:
    """Give a consultation its opinion map (mielipidekartta)."""
    require(by, "opinions.open_map", consultation)
    if consultation.channel != Channel.OPINION_MAP:
        raise TakesNoTexts
    opinion_map, is_new = OpinionMap.objects.get_or_create(consultation=consultation)
    if is_new:
        record("opinions.map_opened", opinion_map, by=by)
    return opinion_map


@transaction.atomic
def propose_claim(
    opinion_map: OpinionMap,
    *,
    text: str,
    language: str,
    by: Participant | User,
    is_seed: bool = False,
    at: datetime | None = None,
    form_key: UUID | None = None,
    translations: Mapping[str, str] | None = None,
) -> Claim:
    """A claim of a resident waits to be read; an official's seed claim is shown at once."""
    require(by, "opinions.propose_claim", opinion_map)
    moment = at or timezone.now()
    # The map is locked, so that two claims never get the same number and a second send finds the first.
    opinion_map = OpinionMap.objects.select_for_update().get(pk=opinion_map.pk)
    consultation = opinion_map.consultation
    text = " ".join(text.split())
    if form_key is not None and (sent := Contribution.objects.filter(form_key=form_key).first()):
        if sent.text != text or sent.consultation_id != consultation.pk:
            raise AlreadySent
        return sent.claim
    if isinstance(by, Participant):
        _check_takes_claims(opinion_map, moment)
        is_seed = False
    elif consultation.state == ConsultationState.WITHDRAWN:
        raise ConsultationNotOpen
    if not text:
        raise TextMissing
    if len(text) > LONGEST_CLAIM:
        raise TextTooLong(len(text) - LONGEST_CLAIM)
    return _add(opinion_map, text, language, by, is_seed, moment, form_key, translations)


def _check_takes_claims(opinion_map: OpinionMap, moment: datetime) -> None:
    if not opinion_map.takes_claims:
        raise TakesNoClaims
    if not opinion_map.consultation.is_open_on(timezone.localdate(moment)):
        raise ConsultationNotOpen


def _add(
    opinion_map: OpinionMap,
    text: str,
    language: str,
    by: Participant | User,
    is_seed: bool,
    moment: datetime,
    form_key: UUID | None,
    translations: Mapping[str, str] | None,
) -> Claim:
    participant = by if isinstance(by, Participant) else None
    contribution, _ = take_in(
        opinion_map.consultation,
        channel=Channel.OPINION_MAP,
        text=text,
        language=language,
        participant=participant,
        by=by,
        at=moment,
        form_key=form_key,
    )
    last = opinion_map.claims.aggregate(last=Max("number"))["last"]
    claim = Claim.objects.create(
        opinion_map=opinion_map,
        contribution=contribution,
        number=0 if last is None else last + 1,
        is_seed=is_seed,
        **columns("text", {**(translations or {}), language: text}),
    )
    if is_seed and isinstance(by, User):
        moderate(contribution, to=Moderation.PUBLISHED, reason=None, by=by, at=moment)
    record("opinions.claim_proposed", claim, by=by, at=moment)
    return claim


@transaction.atomic
def edit_claim(claim: Claim, *, translations: Mapping[str, str], is_meta: bool, by: User) -> Claim:
    """Translate a claim, or mark that it is about those who answer; its original wording stays."""
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    require(by, "opinions.edit_claim", claim)
    original = claim.contribution.language
    texts = {code: translations.get(code, "") for code in LANGUAGES} | {original: claim.contribution.text}
    too_many = max(len(text) - LONGEST_CLAIM for code, text in texts.items() if code != original)
    if too_many > 0:
        raise TextTooLong(too_many)
    named = columns("text", texts)
    for field, text in named.items():
        setattr(claim, field, text)
    claim.is_meta = is_meta
    claim.save(update_fields=["text", "is_meta", *named])
    record("opinions.claim_edited", claim, by=by)
    return claim

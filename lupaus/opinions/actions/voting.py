"""People answer claims: each answer is stored once, and the last one counts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lupaus.opinions.models import Claim, ClaimReport, Exposure, OpinionMap, Vote, VoteEvent
from lupaus.opinions.queries import draw_claim, progress_of
from lupaus.participation.actions import ConsultationNotOpen
from lupaus.participation.models import Consultation
from lupaus.participation.states import Moderation
from lupaus.people.models import Participant
from lupaus.web.access import require

ANSWERS = (-1, 0, 1)


class NotAnAnswer(Exception):
    """An answer is agree, pass or disagree."""


class ClaimNotShown(Exception):
    """The claim is not, or no longer, one that people answer."""


class KeyUsedOtherwise(Exception):
    """The same form already gave another answer: the change must be made on purpose."""


@transaction.atomic
def vote(
    claim: Claim, *, value: int, by: Participant, form_key: UUID | None = None, at: datetime | None = None
) -> Vote:
    """Someone answers a claim; the same answer sent twice is one answer, and a later answer replaces an earlier.

    Answers have a log of their own, `VoteEvent`: the journal tells what officials do, not what a resident thinks.
    """
    require(by, "opinions.vote", claim)
    moment = at or timezone.now()
    # A participant's own answers wait for each other, so that two tabs cannot answer the same claim at once.
    by = Participant.objects.select_for_update().get(pk=by.pk)
    if form_key is not None and (earlier := VoteEvent.objects.filter(form_key=form_key).first()):
        if (earlier.participant_id, earlier.claim_id, earlier.value) != (by.pk, claim.pk, value):
            raise KeyUsedOtherwise
        return Vote.objects.get(participant=by, claim=claim)
    if value not in ANSWERS:
        raise NotAnAnswer
    _check_answerable(claim, moment)
    VoteEvent.objects.create(claim=claim, participant=by, value=value, form_key=form_key, given_at=moment)
    Exposure.objects.get_or_create(claim=claim, participant=by, defaults={"shown_at": moment})
    answer, _ = Vote.objects.update_or_create(
        participant=by,
        claim=claim,
        defaults={"value": value, "form_key": form_key, "given_at": moment},
    )
    return answer


@transaction.atomic
def report_claim(claim: Claim, *, by: Participant, at: datetime | None = None) -> ClaimReport:
    """ "I don't understand this": the claim is put aside for the participant and told to officials."""
    require(by, "opinions.vote", claim)
    moment = at or timezone.now()
    _check_answerable(claim, moment)
    report, _ = ClaimReport.objects.get_or_create(
        claim=claim, participant=by, defaults={"reported_at": moment}
    )
    return report


@transaction.atomic
def show_next(opinion_map: OpinionMap, *, by: Participant, at: datetime | None = None) -> Claim | None:
    """Draw the next claim for a participant, and keep that it was shown and what chance it had."""
    drawn = draw_claim(progress_of(opinion_map, participant=by))
    if drawn is None:
        return None
    claim, probability = drawn
    Exposure.objects.get_or_create(
        claim=claim,
        participant=by,
        defaults={"probability": probability, "shown_at": at or timezone.now()},
    )
    return claim


def _check_answerable(claim: Claim, moment: datetime) -> None:
    consultation = Consultation.objects.get(opinion_map__claims=claim)
    if not consultation.is_open_on(timezone.localdate(moment)):
        raise ConsultationNotOpen
    if claim.contribution.moderation != Moderation.PUBLISHED:
        raise ClaimNotShown

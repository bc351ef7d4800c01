"""A conversation held elsewhere is taken in as a whole, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.methods.opinion_map import Claim as EngineClaim
from lupaus.methods.opinion_map import Conversation, read_export_files
from lupaus.opinions.actions.claims import open_map
from lupaus.opinions.models import Claim, OpinionMap, StagedImport, Vote, VoteEvent
from lupaus.opinions.queries import packed, unpacked
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.states import Channel, Moderation
from lupaus.people.models import Participant, User
from lupaus.people.states import ParticipantKind
from lupaus.web.access import require
from lupaus.web.content_forms import columns
from lupaus.web.languages import LANGUAGES

BATCH = 2_000
HIDDEN_ELSEWHERE = {
    "fi": "Väittämä oli piilotettu jo siinä palvelussa, josta keskustelu tuotiin.",
    "sv": "Påståendet var dolt redan i den tjänst som diskussionen hämtades från.",
    "en": "The claim was already hidden in the service the conversation was brought from.",
}


class MapNotEmpty(Exception):
    """The map already has claims: an import would mix two conversations."""


class ImportedLanguageUnknown(Exception):
    """The claims' language must be one the product knows."""


@dataclass(frozen=True)
class _Arrival:
    """What every imported row shares: into which map, in which language, by whom and when."""

    opinion_map: OpinionMap
    language: str
    source: str
    by: User
    moment: datetime


@transaction.atomic
def stage_import(
    opinion_map: OpinionMap,
    *,
    files: Mapping[str, bytes],
    language: str,
    by: User,
    flip: bool = False,
    at: datetime | None = None,
) -> StagedImport:
    """Lay an export's files ready to be looked through; nothing is taken in yet."""
    require(by, "opinions.import_conversation", opinion_map)
    if opinion_map.claims.exists():
        raise MapNotEmpty
    _check_language(language)
    read_export_files(files, flip=flip, limit=settings.UPLOAD_LIMIT)
    opinion_map.staged_imports.all().delete()
    return StagedImport.objects.create(
        opinion_map=opinion_map,
        language=language,
        is_flipped=flip,
        files=packed(files),
        file_names=", ".join(sorted(files))[:300],
        staged_by=by,
        staged_at=at or timezone.now(),
    )


@transaction.atomic
def import_staged(staged: StagedImport, *, by: User) -> OpinionMap:
    """Take in what was looked through."""
    files = unpacked(bytes(staged.files), name=staged.file_names, limit=settings.UPLOAD_LIMIT)
    opinion_map = import_conversation(
        staged.opinion_map.consultation, files, by=by, language=staged.language, flip=staged.is_flipped
    )
    staged.delete()
    return opinion_map


@transaction.atomic
def discard_staged(staged: StagedImport, *, by: User) -> None:
    """Leave the files out after all."""
    require(by, "opinions.import_conversation", staged)
    staged.delete()


@transaction.atomic
def import_conversation(
    consultation: Consultation,
    files: Mapping[str, bytes],
    *,
    by: User,
    language: str = "fi",
    flip: bool = False,
    at: datetime | None = None,
) -> OpinionMap:
    """Take in a whole conversation of the Polis export format, or nothing of it."""
    require(by, "opinions.import_conversation", consultation)
    _check_language(language)
    opinion_map = open_map(consultation, by=by)
    opinion_map = OpinionMap.objects.select_for_update().get(pk=opinion_map.pk)
    if opinion_map.claims.exists():
        raise MapNotEmpty
    conversation = read_export_files(files, flip=flip, limit=settings.UPLOAD_LIMIT)
    opinion_map.imported_from = ", ".join(sorted(files))[:300]
    opinion_map.save(update_fields=["imported_from"])
    source = opinion_map.imported_from[:160]
    arrival = _Arrival(opinion_map, language, source, by, at or timezone.now())
    claims = _take_claims(arrival, conversation)
    _take_votes(arrival, conversation, claims)
    record(
        "opinions.conversation_imported",
        opinion_map,
        by=by,
        at=at,
        claims=len(claims),
        participants=conversation.votes.participant_count,
        votes=conversation.votes.vote_count,
        sha256=conversation.votes.sha256(),
    )
    return opinion_map


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise ImportedLanguageUnknown


def _take_claims(arrival: _Arrival, conversation: Conversation) -> list[Claim]:
    """The claims in the order of the packed votes' columns, each with its contribution."""
    given = {claim.id: claim for claim in conversation.claims}
    ids = conversation.votes.claims.tolist()
    voted = set(conversation.votes.columns().tolist())
    own = [_contribution(arrival, given[id_], has_votes=place in voted) for place, id_ in enumerate(ids)]
    contributions = Contribution.objects.bulk_create(own, batch_size=BATCH)
    keeps_numbers = conversation.votes.claims.dtype.kind == "i" and (not ids or min(ids) >= 0)
    return Claim.objects.bulk_create(
        [
            Claim(
                opinion_map=arrival.opinion_map,
                contribution=contribution,
                number=ids[place] if keeps_numbers else place,
                is_seed=given[ids[place]].is_seed,
                is_meta=given[ids[place]].is_meta,
                **columns("text", {arrival.language: contribution.text}),
            )
            for place, contribution in enumerate(contributions)
        ],
        batch_size=BATCH,
    )


def _contribution(arrival: _Arrival, claim: EngineClaim, *, has_votes: bool) -> Contribution:
    """A claim's own words: hidden ones stay hidden; what people already answered elsewhere is shown here too."""
    state = Moderation.PUBLISHED if claim.moderated > 0 or has_votes else Moderation.WAITING
    if claim.moderated < 0:
        state = Moderation.HIDDEN
    created = None if claim.created is None else datetime.fromtimestamp(claim.created / 1000, UTC)
    return Contribution(
        county=arrival.opinion_map.county,
        consultation=arrival.opinion_map.consultation,
        channel=Channel.OPINION_MAP,
        text=claim.text or str(claim.id),
        language=arrival.language,
        given_at=created or arrival.moment,
        source=arrival.source,
        moderation=state,
        moderated_at=None if state == Moderation.WAITING else arrival.moment,
        moderated_by=None if state == Moderation.WAITING else arrival.by,
        **columns("moderation_reason", HIDDEN_ELSEWHERE if state == Moderation.HIDDEN else None),
    )


def _take_votes(arrival: _Arrival, conversation: Conversation, claims: list[Claim]) -> None:
    votes = conversation.votes
    county = arrival.opinion_map.county
    people = Participant.objects.bulk_create(
        [
            Participant(county=county, kind=ParticipantKind.IMPORTED, language=arrival.language)
            for _ in range(votes.participant_count)
        ],
        batch_size=BATCH,
    )
    moments = votes.moments if votes.moments is not None else np.zeros(votes.vote_count, dtype=np.int64)
    answers = [
        {
            "participant": people[row],
            "claim": claims[column],
            "value": value,
            "given_at": datetime.fromtimestamp(moment / 1000, UTC) if moment else arrival.moment,
        }
        for row, column, value, moment in zip(
            votes.rows().tolist(),
            votes.columns().tolist(),
            votes.values().tolist(),
            moments.tolist(),
            strict=True,
        )
    ]
    VoteEvent.objects.bulk_create([VoteEvent(**answer) for answer in answers], batch_size=BATCH)
    Vote.objects.bulk_create([Vote(**answer) for answer in answers], batch_size=BATCH)

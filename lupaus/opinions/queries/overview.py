"""What officials see of a map: its claims with their answers, and what an import would bring."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q

from lupaus.methods.opinion_map import Conversation, Note, read_export_files
from lupaus.opinions.models import Claim, ClaimReport, Exposure, OpinionMap, StagedImport, Vote
from lupaus.opinions.queries.packing import unpacked
from lupaus.participation.states import Moderation


@dataclass(frozen=True)
class ClaimOverview:
    """A claim with how often it was shown, answered and not understood."""

    claim: Claim
    shown: int
    agrees: int
    passes: int
    disagrees: int
    reports: int

    @property
    def answers(self) -> int:
        return self.agrees + self.passes + self.disagrees

    @property
    def is_waiting(self) -> bool:
        return self.claim.contribution.moderation == Moderation.WAITING

    @property
    def is_hidden(self) -> bool:
        return self.claim.contribution.moderation == Moderation.HIDDEN


def claims_overview(opinion_map: OpinionMap) -> list[ClaimOverview]:
    """Every claim of a map, those waiting to be read first, in four reads."""
    counted = (
        Vote.objects.filter(claim__opinion_map=opinion_map)
        .values_list("claim_id")
        .annotate(
            agrees=Count("pk", filter=Q(value=1)),
            passes=Count("pk", filter=Q(value=0)),
            disagrees=Count("pk", filter=Q(value=-1)),
        )
    )
    votes = {claim: (agrees, passes, disagrees) for claim, agrees, passes, disagrees in counted}
    shown = dict(
        Exposure.objects.filter(claim__opinion_map=opinion_map)
        .order_by()
        .values_list("claim_id")
        .annotate(number=Count("pk"))
    )
    reports = dict(
        ClaimReport.objects.filter(claim__opinion_map=opinion_map)
        .values_list("claim_id")
        .annotate(number=Count("pk"))
    )
    claims = Claim.objects.filter(opinion_map=opinion_map).select_related("contribution")
    overviews = [
        ClaimOverview(
            claim, shown.get(claim.pk, 0), *votes.get(claim.pk, (0, 0, 0)), reports=reports.get(claim.pk, 0)
        )
        for claim in claims
    ]
    return sorted(overviews, key=lambda each: (not each.is_waiting, each.is_hidden, each.claim.number))


@dataclass(frozen=True)
class ImportPreview:
    """What an import would bring, before anything of it is taken in."""

    claims: int
    hidden: int
    unmoderated: int
    without_votes: int
    participants: int
    votes: int
    topic: str
    notes: Sequence[Note]


def preview_import(staged: StagedImport) -> ImportPreview:
    """Read the staged files once more and count what is in them."""
    files = unpacked(bytes(staged.files), name=staged.file_names, limit=settings.UPLOAD_LIMIT)
    conversation: Conversation = read_export_files(files, flip=staged.is_flipped, limit=settings.UPLOAD_LIMIT)
    votes = conversation.votes
    return ImportPreview(
        claims=len(conversation.claims),
        hidden=sum(1 for claim in conversation.claims if claim.moderated < 0),
        unmoderated=sum(1 for claim in conversation.claims if claim.moderated == 0),
        without_votes=votes.claim_count - len(set(votes.columns().tolist())),
        participants=votes.participant_count,
        votes=votes.vote_count,
        topic=conversation.summary.get("topic", ""),
        notes=conversation.notes,
    )

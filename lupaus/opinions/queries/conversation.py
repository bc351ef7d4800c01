"""A map's claims and answers in the form the engine reads."""

from lupaus.methods.opinion_map import Claim as EngineClaim
from lupaus.methods.opinion_map import Conversation, build_votes
from lupaus.opinions.models import OpinionMap, Vote
from lupaus.participation.states import Moderation

MARKS = {Moderation.PUBLISHED: 1, Moderation.WAITING: -1, Moderation.HIDDEN: -1}


def conversation_of(opinion_map: OpinionMap) -> Conversation:
    """Every claim and every present answer; claims that are not shown are kept out of the map by their mark."""
    claims = tuple(
        EngineClaim(
            id=claim.number,
            text=claim.contribution.text,
            moderated=MARKS[Moderation(claim.contribution.moderation)],
            is_meta=claim.is_meta,
            is_seed=claim.is_seed,
        )
        for claim in opinion_map.claims.select_related("contribution")
    )
    answers = list(
        Vote.objects.filter(claim__opinion_map=opinion_map)
        .order_by("participant_id", "claim__number")
        .values_list("participant_id", "claim__number", "value", "given_at")
    )
    votes = build_votes(
        [participant for participant, _, _, _ in answers],
        [number for _, number, _, _ in answers],
        [value for _, _, value, _ in answers],
        [int(moment.timestamp() * 1000) for _, _, _, moment in answers],
        claims=[int(claim.id) for claim in claims],
    )
    return Conversation(claims=claims, votes=votes)

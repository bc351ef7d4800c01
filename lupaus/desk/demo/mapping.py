"""Draw the opinion map: claims by officials and residents, and simulated answers to them."""

from datetime import timedelta
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, in_languages
from lupaus.desk.demo.voters import simulate
from lupaus.journal.actions import record
from lupaus.opinions.models import Claim, OpinionMap, Vote, VoteEvent
from lupaus.participation.models import Contribution, Result
from lupaus.participation.states import Channel, Moderation
from lupaus.people.models import Participant
from lupaus.people.states import ParticipantKind

PUBLISHED_ON = -296
RESULT_TITLE = {
    "fi": "Mielipidekartta: mistä olemme samaa mieltä",
    "sv": "Åsiktskartan: vad vi är överens om",
    "en": "Opinion map: what we agree on",
}


def draw_map(stage: Stage) -> OpinionMap:
    """The map with its claims; three were turned down, each with a reason."""
    opinion_map = OpinionMap.objects.create(
        consultation=stage.consultations["map"], seed=chapter("claims")["model"]["seed"]
    )
    for number, claim in enumerate(chapter("claims")["claims"], start=1):
        stage.claims[claim["key"]] = write_claim(stage, opinion_map, claim, number)
    return opinion_map


def write_claim(stage: Stage, opinion_map: OpinionMap, claim: dict[str, Any], number: int) -> Claim:
    """A claim is a contribution too, so that its author can follow it."""
    is_seed = claim["by"] == "official"
    opened = (stage.consultations["map"].opens_on - stage.today).days
    moment = stage.at(opened - 1 if is_seed else opened + number % 20, 11, number)
    rejected = claim.get("rejected")
    contribution = Contribution.objects.create(
        county=stage.county,
        consultation=stage.consultations["map"],
        channel=Channel.OPINION_MAP,
        text=claim["fi"],
        party=None if is_seed else stage.parties["residents"],
        given_at=moment,
        is_example=True,
        moderation=Moderation.HIDDEN if rejected else Moderation.PUBLISHED,
        moderated_at=moment + timedelta(hours=20),
        moderated_by=stage.people["moderator"],
        **(in_languages("moderation_reason", rejected) if rejected else {}),
    )
    record("opinions.claim_written", contribution, by=None, at=moment)
    return Claim.objects.create(
        opinion_map=opinion_map,
        contribution=contribution,
        number=number,
        is_seed=is_seed,
        **in_languages("text", claim),
    )


def let_vote(stage: Stage) -> None:
    """Some 240 simulated participants answer; written in one go, and marked as simulated on the consultation."""
    model, claims = chapter("claims")["model"], chapter("claims")["claims"]
    opened = (stage.consultations["map"].opens_on - stage.today).days
    participants = Participant.objects.bulk_create(
        Participant(county=stage.county, kind=ParticipantKind.DEVICE, language="fi")
        for _ in range(model["participants"])
    )
    answers = [
        {
            "claim": stage.claims[vote.claim],
            "participant": participants[vote.participant],
            "value": vote.value,
            "given_at": stage.at(opened + vote.participant % 39, 8 + vote.participant % 13),
        }
        for vote in simulate(model, [claim for claim in claims if "rejected" not in claim])
    ]
    Vote.objects.bulk_create(Vote(**answer) for answer in answers)
    VoteEvent.objects.bulk_create(VoteEvent(**answer) for answer in answers)


def publish(stage: Stage) -> None:
    """The map's result, as anyone can check it."""
    stage.results["map"] = Result.objects.create(
        county=stage.county,
        consultation=stage.consultations["map"],
        channel=Channel.OPINION_MAP,
        method="lupaus",
        body={},
        input_sha256="0" * 64,
        published_at=stage.at(PUBLISHED_ON),
        published_by=stage.people["coordinator"],
        **in_languages("title", RESULT_TITLE),
    )

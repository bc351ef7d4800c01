"""Draw the opinion map: claims by officials and residents, and simulated answers to them."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.desk.demo.voices import consultation_of
from lupaus.desk.demo.voters import simulate
from lupaus.opinions.actions import name_group, open_map, propose_claim, publish_map
from lupaus.opinions.models import Claim, OpinionMap, Vote, VoteEvent
from lupaus.participation.actions import moderate
from lupaus.participation.models import Contribution
from lupaus.participation.states import Moderation
from lupaus.people.actions import begin
from lupaus.people.models import Participant

PUBLISHED_ON = -296


def draw_map(stage: Stage) -> OpinionMap:
    """The map with its claims; three were turned down, each with a reason."""
    opened = consultation_of("map")["opens"]
    opinion_map = open_map(stage.consultations["map"], by=stage.people["coordinator"])
    for number, claim in enumerate(chapter("claims")["claims"]):
        if claim["by"] == "official":
            written = propose_claim(
                opinion_map,
                text=claim["fi"],
                language="fi",
                by=stage.people["moderator"],
                is_seed=True,
                at=stage.at(opened, 8, number),
                translations=claim,
            )
        else:
            written = take_claim(stage, opinion_map, claim, day=opened + number % 20)
        stage.claims[claim["key"]] = written
    Contribution.objects.filter(consultation=stage.consultations["map"]).update(is_example=True)
    return opinion_map


def take_claim(stage: Stage, opinion_map: OpinionMap, claim: dict[str, Any], *, day: int) -> Claim:
    """A resident writes a claim, and the moderator reads it."""
    rejected = claim.get("rejected")
    written = propose_claim(
        opinion_map,
        text=claim["fi"],
        language="fi",
        by=begin(stage.county, language="fi"),
        at=stage.at(day, 12),
        translations=claim,
    )
    moderate(
        written.contribution,
        to=Moderation.HIDDEN if rejected else Moderation.PUBLISHED,
        reason=rejected,
        by=stage.people["moderator"],
        at=stage.at(day, 16),
    )
    return written


def let_vote(stage: Stage) -> None:
    """Some 400 simulated participants answer; written in one go, and marked as simulated on the consultation."""
    model, claims = chapter("claims")["model"], chapter("claims")["claims"]
    opened = consultation_of("map")["opens"]
    participants = Participant.objects.bulk_create(
        Participant(county=stage.county, language="fi") for _ in range(model["participants"])
    )
    answers = [
        {
            "claim": stage.claims[vote.claim],
            "participant": participants[vote.participant],
            "value": vote.value,
            "given_at": stage.at(opened + 20 + vote.participant % 20, 8 + vote.participant % 13),
        }
        for vote in simulate(model, [claim for claim in claims if "rejected" not in claim])
    ]
    Vote.objects.bulk_create(Vote(**answer) for answer in answers)
    VoteEvent.objects.bulk_create(VoteEvent(**answer) for answer in answers)


def publish(stage: Stage, opinion_map: OpinionMap) -> None:
    """The map's result, as anyone can check it, with names for the groups that hold."""
    coordinator = stage.people["coordinator"]
    stage.results["map"] = result = publish_map(opinion_map, by=coordinator, at=stage.at(PUBLISHED_ON))
    body = result.body["opinion_map"]
    for name in chapter("claims")["group_names"]:
        group = group_that_agrees(body, stage.claims[name["sign"]].number)
        if group is not None:
            name_group(
                result,
                group=group,
                name=name["name"],
                because=name["because"],
                claim_numbers=[stage.claims[key].number for key in name["claims"]],
                by=coordinator,
            )


def group_that_agrees(body: dict[str, Any], number: int) -> int | None:
    """The opinion group of which agreeing with this claim is typical, when the map has such a group."""
    claim = next(each for each in body["claims"] if each["id"] == number)
    return next((each["group"] for each in claim["representative_of"] if each["answer"] == "agree"), None)

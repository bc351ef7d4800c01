"""Draw the opinion map: claims by officials and residents, and simulated answers to them."""

from functools import partial
from typing import Any

from lupaus.desk.demo import voices
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.desk.demo.voters import simulate
from lupaus.opinions.actions import name_group, open_map, propose_claim, publish_map
from lupaus.opinions.models import OpinionMap, Vote, VoteEvent
from lupaus.participation.actions import moderate
from lupaus.participation.models import Contribution
from lupaus.participation.states import Moderation
from lupaus.people.actions import begin
from lupaus.people.models import Participant

PUBLISHED_ON = -296
CHAPTERS = {"map": "claims", "next": "claims_next"}


def plan(stage: Stage, key: str) -> None:
    """A map's whole life: seeds, residents' claims, votes, and its result when the map is over."""
    voices.plan(stage, key)
    asked = voices.consultation_of(key)
    opened, is_over = asked["opens"], "closing" in asked
    stage.plan(opened, lambda: open_with_seeds(stage, key), hour=8, minute=5)
    for number, claim in enumerate(claims(key, by="resident")):
        day = opened + 2 + number
        stage.plan(day, partial(take_claim, stage, key, claim), hour=12, minute=number)
        if not claim.get("waits"):
            stage.plan(day, partial(judge_claim, stage, claim), hour=16, minute=number)
    stage.plan(opened + model(key)["days"][1] + 1, lambda: let_vote(stage, key), hour=22)
    if is_over:
        stage.plan(PUBLISHED_ON, lambda: publish(stage, key))


def model(key: str) -> dict[str, Any]:
    """How the map's votes are simulated."""
    return dict(chapter(CHAPTERS[key])["model"])


def claims(key: str, *, by: str) -> list[dict[str, Any]]:
    return [claim for claim in chapter(CHAPTERS[key])["claims"] if claim["by"] == by]


def open_with_seeds(stage: Stage, key: str) -> None:
    """The map begins with the officials' own claims."""
    opinion_map = open_map(stage.consultations[key], by=stage.people["coordinator"])
    for claim in claims(key, by="official"):
        stage.claims[claim["key"]] = propose_claim(
            opinion_map,
            text=claim["fi"],
            language="fi",
            by=stage.people["moderator"],
            is_seed=True,
            at=stage.now,
            translations=claim,
        )
    mark_as_example(stage, key)


def take_claim(stage: Stage, key: str, claim: dict[str, Any]) -> None:
    stage.claims[claim["key"]] = propose_claim(
        OpinionMap.objects.get(consultation=stage.consultations[key]),
        text=claim["fi"],
        language="fi",
        by=begin(stage.county, language="fi"),
        at=stage.now,
        translations=claim,
    )
    mark_as_example(stage, key)


def mark_as_example(stage: Stage, key: str) -> None:
    Contribution.objects.filter(consultation=stage.consultations[key]).update(is_example=True)


def judge_claim(stage: Stage, claim: dict[str, Any]) -> None:
    """The moderator shows the claim, or says why not."""
    rejected = claim.get("rejected")
    to = Moderation.HIDDEN if rejected else Moderation.PUBLISHED
    contribution, moderator = stage.claims[claim["key"]].contribution, stage.people["moderator"]
    moderate(contribution, to=to, reason=rejected, by=moderator, at=stage.now)


def let_vote(stage: Stage, key: str) -> None:
    """Simulated participants answer; written in one go, and marked as simulated on the consultation."""
    how, opened = model(key), voices.consultation_of(key)["opens"]
    first, last = how["days"]
    shown = [claim for claim in chapter(CHAPTERS[key])["claims"] if not {"rejected", "waits"} & claim.keys()]
    participants = Participant.objects.bulk_create(
        Participant(county=stage.county, language="fi") for _ in range(how["participants"])
    )
    answers = [
        {
            "claim": stage.claims[vote.claim],
            "participant": participants[vote.participant],
            "value": vote.value,
            "given_at": stage.at(
                opened + first + vote.participant % (last - first + 1), 8 + vote.participant % 13
            ),
        }
        for vote in simulate(how, shown)
    ]
    Vote.objects.bulk_create(Vote(**answer) for answer in answers)
    VoteEvent.objects.bulk_create(VoteEvent(**answer) for answer in answers)


def publish(stage: Stage, key: str) -> None:
    """The map's result, as anyone can check it, with names for the groups that hold."""
    coordinator = stage.people["coordinator"]
    opinion_map = OpinionMap.objects.get(consultation=stage.consultations[key])
    stage.results[key] = result = publish_map(opinion_map, by=coordinator, at=stage.now)
    body = result.body["opinion_map"]
    for name in chapter(CHAPTERS[key])["group_names"]:
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

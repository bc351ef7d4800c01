"""Hear people: parties, consultations, and what everyone wrote, moderated one by one."""

from datetime import datetime
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions, in_languages
from lupaus.participation.actions import (
    add_party,
    close_consultation,
    contribute,
    draft_consultation,
    moderate,
    open_consultation,
    take_in,
)
from lupaus.participation.models import Contribution
from lupaus.participation.states import Channel, Moderation
from lupaus.people.actions import begin

ON_PAPER = {"paper": Channel.PAPER, "phone": Channel.PHONE, "workshop": Channel.EVENT}
SOURCES = {"paper": "paperilomake", "phone": "puhelu", "workshop": "työpaja"}
KINDS = {"text": Channel.TEXT, "opinion_map": Channel.OPINION_MAP}
# The receipts that are shown to everyone, one for each fate of a resident's words.
CODES = {"taken": "saan-yhte-yden", "partly": "tyta-rjam-amma", "not_taken": "mets-anta-kana"}


def gather_parties(stage: Stage) -> None:
    """The groups whose voices are told apart."""
    for party in chapter("parties")["parties"]:
        stage.parties[party["key"]] = add_party(
            stage.county, key=party["key"], name=party["name"], by=stage.people["coordinator"]
        )


def consultation_of(key: str) -> dict[str, Any]:
    """What the story asks people under this key."""
    return next(one for one in chapter("consultations")["consultations"] if one["key"] == key)


def ask(stage: Stage, key: str) -> None:
    """Draft and open one question to people."""
    asked, coordinator = consultation_of(key), stage.people["coordinator"]
    consultation = draft_consultation(
        stage.county,
        by=coordinator,
        at=stage.at(asked["opens"] - 7),
        process=stage.process,
        channel=KINDS[asked["kind"]],
        opens_on=stage.on(asked["opens"]),
        closes_on=stage.on(asked["closes"]),
        is_simulated=True,
        **in_languages("title", asked["title"]),
        **in_languages("lead", asked["lead"]),
        **in_languages("question", asked["question"]),
        **in_languages("background", asked["background"]),
        **in_languages("what_happens_next", asked["next"]),
        **in_languages("who_reads", asked["readers"]),
    )
    stage.consultations[key] = open_consultation(
        consultation, by=coordinator, today=stage.on(asked["opens"]), at=stage.at(asked["opens"], 8)
    )


def close(stage: Stage, key: str) -> None:
    """Stop taking answers, and say what was heard."""
    asked = consultation_of(key)
    stage.consultations[key] = close_consultation(
        stage.consultations[key],
        by=stage.people["coordinator"],
        closing_words=asked["closing"],
        at=stage.at(asked["closes"] + 1, 9),
    )


def hear(stage: Stage, key: str) -> None:
    """Everything people wrote in one consultation, each with a receipt; all but the newest read by the moderator."""
    opened = consultation_of(key)["opens"]
    for number, words in enumerate(contributions(key)):
        day, minute = opened + int(words["day"]), (number * 13) % 60
        moment = stage.at(day, 9 + minute % 10, minute)
        stage.contributions[words["key"]] = contribution = take_words(stage, key, words, at=moment)
        if not words.get("waits"):
            judge(stage, contribution, words.get("hidden"), at=stage.at(min(day + 1, -1), 20, minute))


def take_words(stage: Stage, key: str, words: dict[str, Any], *, at: datetime) -> Contribution:
    """On the web by the resident; from paper, phone and workshops by the official who wrote it down."""
    given: dict[str, Any] = {
        "text": words["text"],
        "language": words["language"],
        "party": stage.parties[words["party"]],
        "area": stage.areas[words["area"]],
        "at": at,
        "code": CODES.get(words.get("showcase", "")),
        "is_example": True,
    }
    if via := words.get("via"):
        contribution, code = take_in(
            stage.consultations[key],
            channel=ON_PAPER[via],
            participant=None,
            source=SOURCES[via],
            by=stage.people["moderator"],
            **given,
        )
    else:
        resident = begin(stage.county, language=words["language"])
        contribution, code = contribute(stage.consultations[key], by=resident, **given)
    if "showcase" in words:
        stage.receipts[words["showcase"]] = code
    return contribution


def judge(stage: Stage, contribution: Contribution, hidden: dict[str, str] | None, *, at: datetime) -> None:
    """Publish, or hide with a reason the writer can read."""
    to = Moderation.HIDDEN if hidden else Moderation.PUBLISHED
    moderate(contribution, to=to, reason=hidden, by=stage.people["moderator"], at=at)

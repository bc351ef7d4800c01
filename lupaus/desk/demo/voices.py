"""Hear people: parties, consultations, and what everyone wrote, moderated one by one."""

from functools import partial
from typing import Any

from django.utils import timezone

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions, in_languages
from lupaus.participation.actions import (
    add_usual_parties,
    close_consultation,
    contribute,
    draft_consultation,
    moderate,
    open_consultation,
    take_in,
)
from lupaus.participation.states import Channel, Moderation
from lupaus.people.actions import begin

ON_PAPER = {"paper": Channel.PAPER, "phone": Channel.PHONE, "workshop": Channel.EVENT}
SOURCES = {"paper": "paperilomake", "phone": "puhelu", "workshop": "työpaja"}
KINDS = {"text": Channel.TEXT, "opinion_map": Channel.OPINION_MAP}
# The receipts that are shown to everyone, one for each fate of a resident's words.
CODES = {"taken": "saan-yhte-yden", "partly": "tyta-rjam-amma", "not_taken": "mets-anta-kana"}


def plan(stage: Stage, key: str) -> None:
    """One question to people, from its draft to its closing, with everything they wrote in between."""
    asked = consultation_of(key)
    if key == "works":
        stage.plan(asked["opens"] - 8, lambda: gather_parties(stage))
    stage.plan(asked["opens"] - 7, lambda: draft(stage, asked))
    stage.plan(asked["opens"], lambda: ask(stage, asked), hour=8)
    for number, words in enumerate(contributions(key) if asked["kind"] == "text" else []):
        day, minute = asked["opens"] + int(words["day"]), (number * 13) % 60
        stage.plan(day, partial(take_words, stage, key, words), hour=9 + minute % 10, minute=minute)
        if not words.get("waits"):
            stage.plan(min(day + 1, -1), partial(judge, stage, words), hour=20, minute=minute)
    if "closing" in asked:
        stage.plan(asked["closes"] + 1, lambda: close(stage, asked), hour=9)


def gather_parties(stage: Stage) -> None:
    """The groups whose voices are told apart."""
    added = add_usual_parties(stage.county, by=stage.people["coordinator"])
    stage.parties |= {party.key: party for party in added}


def consultation_of(key: str) -> dict[str, Any]:
    """What the story asks people under this key."""
    return next(one for one in chapter("consultations")["consultations"] if one["key"] == key)


def draft(stage: Stage, asked: dict[str, Any]) -> None:
    stage.consultations[asked["key"]] = draft_consultation(
        stage.county,
        by=stage.people["coordinator"],
        at=stage.now,
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


def ask(stage: Stage, asked: dict[str, Any]) -> None:
    stage.consultations[asked["key"]] = open_consultation(
        stage.consultations[asked["key"]],
        by=stage.people["coordinator"],
        today=timezone.localdate(stage.now),
        at=stage.now,
    )


def close(stage: Stage, asked: dict[str, Any]) -> None:
    """Stop taking answers, and say what was heard."""
    stage.consultations[asked["key"]] = close_consultation(
        stage.consultations[asked["key"]],
        by=stage.people["coordinator"],
        closing_words=asked["closing"],
        at=stage.now,
    )


def take_words(stage: Stage, key: str, words: dict[str, Any]) -> None:
    """On the web by the resident; from paper, phone and workshops by the official who wrote it down."""
    given: dict[str, Any] = {
        "text": words["text"],
        "language": words["language"],
        "party": stage.parties[words["party"]],
        "area": stage.areas[words["area"]],
        "at": stage.now,
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
    stage.contributions[words["key"]] = contribution
    if "showcase" in words:
        stage.receipts[words["showcase"]] = code


def judge(stage: Stage, words: dict[str, Any]) -> None:
    """Publish, or hide with a reason the writer can read."""
    hidden = words.get("hidden")
    to = Moderation.HIDDEN if hidden else Moderation.PUBLISHED
    contribution, moderator = stage.contributions[words["key"]], stage.people["moderator"]
    stage.contributions[words["key"]] = moderate(
        contribution, to=to, reason=hidden, by=moderator, at=stage.now
    )

"""Draft the promise: a first version, what became of every conclusion, and the version that was decided."""

from functools import partial
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.promise.actions import begin_promise, dispose, draft, freeze, rest_on, revise, word
from lupaus.promise.models import Pledge, Version

BEGUN_ON, WRITTEN_ON, DISPOSED_ON, FIRST_FROZEN_ON = -248, -244, -236, -222
NEXT_ON = -3
REVISED_ON, REWORDED_ON, FROZEN_ON = -200, -192, -161


def plan(stage: Stage) -> None:
    """Two versions, and between them what became of every conclusion."""
    stage.plan(BEGUN_ON, lambda: begin(stage))
    stage.plan(WRITTEN_ON, lambda: write_first(stage))
    for order, told in enumerate(chapter("conclusions")["conclusions"]):
        stage.plan(DISPOSED_ON + order // 4, partial(answer, stage, told), hour=13, minute=order)
    stage.plan(FIRST_FROZEN_ON, lambda: seal(stage), hour=16)
    stage.plan(REVISED_ON, lambda: begin_again(stage))
    stage.plan(REWORDED_ON, lambda: write_second(stage))
    stage.plan(FROZEN_ON, lambda: seal(stage), hour=16)
    stage.plan(NEXT_ON, lambda: begin_again(stage, "why_next"))


def newest(stage: Stage) -> Version:
    return stage.promise.versions.latest("number")


def seal(stage: Stage) -> None:
    """The newest draft never changes after this."""
    freeze(newest(stage), by=stage.people["preparer"], at=stage.now)


def begin(stage: Stage) -> None:
    """The empty wheel: five pairs, ten pledges, no words yet."""
    told = chapter("promise")["promise"]
    stage.promise_ = begin_promise(
        stage.county,
        process=stage.process,
        segment=stage.segments[told["segment"]],
        title=told["title"],
        by=stage.people["preparer"],
        at=stage.now,
    )
    for pledge in Pledge.objects.filter(pair__promise=stage.promise):
        stage.pledges[f"{pledge.perspective}.{pledge.viewpoint}"] = pledge


def write_first(stage: Stage) -> None:
    """The first wording of everything."""
    first, told = newest(stage), chapter("promise")["promise"]
    draft(
        first,
        statement_of_intent=told["intent"],
        resident_principle=told["principles"]["resident"],
        organiser_principle=told["principles"]["organiser"],
        by=stage.people["preparer"],
    )
    for pledge in chapter("promise")["pledges"]:
        write_pledge(stage, first, pledge)


def write_pledge(stage: Stage, version: Version, told: dict[str, Any]) -> None:
    """A pledge's first sentence and points, and the goals it serves."""
    preparer = stage.people["preparer"]
    wording = version.wordings.get(pledge=stage.pledges[told["key"]])
    wording = word(
        wording,
        sentence=told.get("first", told["text"]),
        plain=told.get("first", told["plain"]),
        points=told["points"],
        by=preparer,
    )
    for goal in told["goals"]:
        rest_on(wording, goal=stage.goals[goal], by=preparer)


def answer(stage: Stage, told: dict[str, Any]) -> None:
    """Say in public what became of a conclusion, and why; the pledges named then stand on it."""
    fate = told["disposition"]
    dispose(
        stage.promise,
        conclusion=stage.conclusions[told["key"]],
        outcome=fate["outcome"],
        reason=fate["reason"],
        pledges=[stage.pledges[key] for key in fate["pledges"]],
        by=stage.people["preparer"],
        at=stage.now,
    )


def begin_again(stage: Stage, why: str = "why_again") -> None:
    """A new draft, with its reason for everyone to read."""
    again = chapter("promise")["promise"][why]
    revise(stage.promise, reason=again, by=stage.people["preparer"], at=stage.now)


def write_second(stage: Stage) -> None:
    """Three sentences change, each with its reason."""
    second = newest(stage)
    for told in chapter("promise")["pledges"]:
        if "change" in told:
            word(
                second.wordings.get(pledge=stage.pledges[told["key"]]),
                sentence=told["text"],
                plain=told["plain"],
                change_reason=told["change"],
                by=stage.people["preparer"],
            )

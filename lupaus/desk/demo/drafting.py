"""Draft the promise: a first version, what became of every conclusion, and the version that was decided."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.journal.actions import as_of
from lupaus.promise.actions import begin_promise, dispose, draft, freeze, rest_on, revise, word
from lupaus.promise.models import Pledge, Version

BEGUN_ON, DISPOSED_ON, FIRST_FROZEN_ON, REVISED_ON, FROZEN_ON = -248, -236, -222, -200, -160


def begin(stage: Stage) -> Version:
    """The empty wheel: five pairs, ten pledges, no words yet."""
    told = chapter("promise")["promise"]
    stage.promise_ = begin_promise(
        stage.county,
        process=stage.process,
        segment=stage.segments[told["segment"]],
        title=told["title"],
        by=stage.people["preparer"],
        at=stage.at(BEGUN_ON),
    )
    for pledge in Pledge.objects.filter(pair__promise=stage.promise):
        stage.pledges[f"{pledge.perspective}.{pledge.viewpoint}"] = pledge
    return stage.promise.versions.get()


def write_first(stage: Stage) -> None:
    """The first wording of everything, and what became of every conclusion; then it was talked over."""
    first, preparer = begin(stage), stage.people["preparer"]
    told = chapter("promise")["promise"]
    with as_of(stage.at(BEGUN_ON + 4)):
        draft(
            first,
            statement_of_intent=told["intent"],
            resident_principle=told["principles"]["resident"],
            organiser_principle=told["principles"]["organiser"],
            by=preparer,
        )
        for pledge in chapter("promise")["pledges"]:
            write_pledge(stage, first, pledge)
    dispose_all(stage)
    freeze(first, by=preparer, at=stage.at(FIRST_FROZEN_ON, 16))


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


def dispose_all(stage: Stage) -> None:
    """Say in public what became of every conclusion, and why; the pledges named then stand on it."""
    for order, told in enumerate(chapter("conclusions")["conclusions"]):
        fate = told["disposition"]
        dispose(
            stage.promise,
            conclusion=stage.conclusions[told["key"]],
            outcome=fate["outcome"],
            reason=fate["reason"],
            pledges=[stage.pledges[key] for key in fate["pledges"]],
            by=stage.people["preparer"],
            at=stage.at(DISPOSED_ON + order // 4, 13),
        )


def write_second(stage: Stage) -> None:
    """The next draft: three sentences change, each with its reason."""
    preparer = stage.people["preparer"]
    again = chapter("promise")["promise"]["why_again"]
    second = revise(stage.promise, reason=again, by=preparer, at=stage.at(REVISED_ON))
    with as_of(stage.at(REVISED_ON + 8)):
        for told in chapter("promise")["pledges"]:
            if "change" in told:
                word(
                    second.wordings.get(pledge=stage.pledges[told["key"]]),
                    sentence=told["text"],
                    plain=told["plain"],
                    change_reason=told["change"],
                    by=preparer,
                )
    freeze(second, by=preparer, at=stage.at(FROZEN_ON, 16))

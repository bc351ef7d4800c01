"""Draft the promise: a first version, what became of every conclusion, and the version that was decided."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, in_languages
from lupaus.journal.actions import record
from lupaus.promise.models import (
    Basis,
    Disposition,
    Pledge,
    PledgePair,
    Point,
    ServicePromise,
    Version,
    Wording,
)
from lupaus.promise.states import VersionState

FIRST_ON, FIRST_FROZEN_ON, SECOND_ON, SECOND_FROZEN_ON, DISPOSED_ON = -240, -222, -200, -165, -180
WHY_AGAIN = {
    "fi": "Muutimme kolmea lausetta henkilöstön, asukkaiden ja mielipidekartan perusteella.",
    "sv": "Vi ändrade tre meningar utifrån personalen, invånarna och åsiktskartan.",
    "en": "We changed three sentences because of staff, residents and the opinion map.",
}


def draft(stage: Stage) -> None:
    """The promise, its five pairs, and two versions of every pledge."""
    told = chapter("promise")["promise"]
    stage.promise_ = promise = ServicePromise.objects.create(
        county=stage.county,
        process=stage.process,
        segment=stage.segments[told["segment"]],
        **in_languages("title", told["title"]),
    )
    for order, pledge in enumerate(chapter("promise")["pledges"]):
        perspective, viewpoint = pledge["key"].split(".")
        pair, _ = PledgePair.objects.get_or_create(
            promise=promise, perspective=perspective, defaults={"order": order // 2}
        )
        stage.pledges[pledge["key"]] = Pledge.objects.create(pair=pair, viewpoint=viewpoint)
    first = write_version(stage, 1, None, day=FIRST_ON)
    freeze(stage, first, VersionState.SUPERSEDED, day=FIRST_FROZEN_ON)
    second = write_version(stage, 2, first, day=SECOND_ON)
    freeze(stage, second, VersionState.FROZEN, day=SECOND_FROZEN_ON)


def write_version(stage: Stage, number: int, follows: Version | None, *, day: int) -> Version:
    told, preparer = chapter("promise"), stage.people["preparer"]
    version = Version.objects.create(
        promise=stage.promise,
        number=number,
        follows=follows,
        started_at=stage.at(day),
        started_by=preparer,
        **in_languages("statement_of_intent", told["promise"]["intent"]),
        **in_languages("resident_principle", told["promise"]["principles"]["resident"]),
        **in_languages("organiser_principle", told["promise"]["principles"]["organiser"]),
        **(in_languages("change_reason", WHY_AGAIN) if follows else {}),
    )
    for pledge in told["pledges"]:
        word(stage, version, pledge)
    record("promise.drafted", version, by=preparer, at=stage.at(day))
    return version


def word(stage: Stage, version: Version, pledge: dict[str, Any]) -> None:
    """The pledge's sentence in this version, its points, and what it stands on."""
    is_first = version.number == 1
    sentence = pledge.get("first", pledge["text"]) if is_first else pledge["text"]
    changed = not is_first and "change" in pledge
    wording = Wording.objects.create(
        version=version,
        pledge=stage.pledges[pledge["key"]],
        **in_languages("sentence", sentence),
        **in_languages("plain", pledge["plain"]),
        **(in_languages("change_reason", pledge["change"]) if changed else {}),
    )
    for order, point in enumerate(pledge["points"]):
        Point.objects.create(wording=wording, order=order, **in_languages("text", point))
    for conclusion in chapter("conclusions")["conclusions"]:
        if pledge["key"] in conclusion["disposition"]["pledges"]:
            Basis.objects.create(wording=wording, conclusion=stage.conclusions[conclusion["key"]])
    for goal in pledge["goals"]:
        Basis.objects.create(wording=wording, goal=stage.goals[goal])


def freeze(stage: Stage, version: Version, state: str, *, day: int) -> None:
    version.state = state
    version.frozen_at, version.frozen_by = stage.at(day, 16), stage.people["preparer"]
    version.save(update_fields=["state", "frozen_at", "frozen_by"])
    record("promise.frozen", version, by=stage.people["preparer"], at=stage.at(day, 16))


def dispose(stage: Stage) -> None:
    """Say in public what became of every conclusion, and why."""
    for told in chapter("conclusions")["conclusions"]:
        fate = told["disposition"]
        disposition = Disposition.objects.create(
            promise=stage.promise,
            conclusion=stage.conclusions[told["key"]],
            outcome=fate["outcome"],
            disposed_by=stage.people["preparer"],
            disposed_at=stage.at(DISPOSED_ON),
            **in_languages("reason", fate["reason"]),
        )
        disposition.pledges.set(stage.pledges[key] for key in fate["pledges"])
        record("promise.disposed", disposition, by=stage.people["preparer"], at=stage.at(DISPOSED_ON))

"""All that a version says, as plain values: what is hashed when it is frozen, and put in packages."""

import hashlib

from django.db import models

from lupaus.methods.hashchain import Json, canonical
from lupaus.promise.models import Basis, Version, Wording
from lupaus.web.languages import LANGUAGES, in_language


def texts(thing: models.Model, field: str) -> dict[str, Json]:
    return {code: in_language(thing, field, code) for code in LANGUAGES}


def content_of(version: Version) -> dict[str, Json]:
    """Every text of a version in every language, with what each pledge stands on.

    Pass a version fetched through `version_with_content`, or it costs a query for each pledge.
    Goals are named by their public id only: strategies change, a frozen version does not.
    """
    return {
        "promise": version.promise.public_id,
        "title": texts(version.promise, "title"),
        "version": version.number,
        "change_reason": texts(version, "change_reason"),
        "statement_of_intent": texts(version, "statement_of_intent"),
        "resident_principle": texts(version, "resident_principle"),
        "organiser_principle": texts(version, "organiser_principle"),
        "pledges": [pledge_content(wording) for wording in version.wordings.all()],
    }


def pledge_content(wording: Wording) -> dict[str, Json]:
    """What one pledge says in a version."""
    return {
        "pledge": wording.pledge.public_id,
        "perspective": wording.pledge.perspective,
        "viewpoint": wording.pledge.viewpoint,
        "sentence": texts(wording, "sentence"),
        "plain": texts(wording, "plain"),
        "change_reason": texts(wording, "change_reason"),
        "points": [texts(point, "text") for point in wording.points.all()],
        "basis": [basis_content(basis) for basis in wording.basis.all()],
    }


def basis_content(basis: Basis) -> dict[str, Json]:
    """What a pledge stands on: a conclusion with its words, or a goal."""
    if basis.conclusion is not None:
        named: dict[str, Json] = {
            "conclusion": basis.conclusion.public_id,
            "text": texts(basis.conclusion, "text"),
        }
    else:
        named = {"goal": basis.goal.public_id if basis.goal else ""}
    return {**named, "note": texts(basis, "note")}


def content_sha256(version: Version) -> str:
    """The fingerprint of a version's content: the same as long as nothing in it changes."""
    return hashlib.sha256(canonical(content_of(version))).hexdigest()


def stamp_of_version(version: Version) -> str:
    """Marks what a form showed of a version's own texts, to notice when another has saved meanwhile."""
    fields = ("statement_of_intent", "resident_principle", "organiser_principle")
    return stamp({field: texts(version, field) for field in fields})


def stamp_of_wording(wording: Wording) -> str:
    """Marks what a form showed of a pledge, to notice when another has saved meanwhile."""
    return stamp(pledge_content(wording))


def stamp(body: dict[str, Json]) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()[:16]

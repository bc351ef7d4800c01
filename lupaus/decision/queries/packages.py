"""Decision packages: what goes into one, what one says, and whether it is still whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Prefetch, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision, DecisionPackage, YearlyTarget
from lupaus.decision.states import CouncilOutcome
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.methods.hashchain import Json, canonical
from lupaus.promise.models import Disposition, Pledge, ServicePromise, Version, Wording
from lupaus.promise.states import Outcome
from lupaus.web.languages import LANGUAGES, Shown, in_language
from lupaus.web.templatetags.lupaus import marked

FORM = "lupaus.decision_package.1"


def body_of(version: Version, *, at: datetime) -> dict[str, Json]:
    """Everything the council decides on, in all languages, as plain values that a hash can seal."""
    promise, county = version.promise, version.promise.county
    targets: dict[int, list[Json]] = {}
    for target in YearlyTarget.objects.filter(pledge__pair__promise=promise).order_by("year"):
        targets.setdefault(target.pledge_id, []).append(_target(target))
    wordings = version.wordings.select_related("pledge__pair").prefetch_related(
        "points", "basis__conclusion", "basis__goal"
    )
    dispositions = Disposition.objects.filter(promise=promise).select_related("conclusion__party")
    return {
        "form": FORM,
        "compiled_at": at.isoformat(),
        "county": {"code": county.code, "name": _texts(county, "name")},
        "instrument": _texts(county, "instrument_name"),
        "carrier": _texts(county, "carrier_document"),
        "promise": {"id": promise.public_id, "title": _texts(promise, "title")},
        "version": {
            "id": version.public_id,
            "number": version.number,
            "statement_of_intent": _texts(version, "statement_of_intent"),
            "resident_principle": _texts(version, "resident_principle"),
            "organiser_principle": _texts(version, "organiser_principle"),
            "change_reason": _texts(version, "change_reason"),
        },
        "pledges": [
            _pledge(wording, targets.get(wording.pledge_id, []))
            for wording in wordings.order_by("pledge__pair__order", "-pledge__viewpoint")
        ],
        "dispositions": [
            _disposition(disposition)
            for disposition in dispositions.prefetch_related("pledges").order_by("conclusion_id")
        ],
    }


def _pledge(wording: Wording, targets: list[Json]) -> dict[str, Json]:
    return {
        "id": wording.pledge.public_id,
        "perspective": wording.pledge.pair.perspective,
        "viewpoint": wording.pledge.viewpoint,
        "sentence": _texts(wording, "sentence"),
        "plain": _texts(wording, "plain"),
        "change_reason": _texts(wording, "change_reason"),
        "points": [_texts(point, "text") for point in wording.points.all()],
        "basis": [
            {
                "kind": "goal" if basis.goal else "conclusion",
                "id": (basis.goal or basis.conclusion).public_id,  # type: ignore[union-attr]
                "text": _texts(basis.goal or basis.conclusion, "text"),
                "note": _texts(basis, "note"),
            }
            for basis in wording.basis.all()
        ],
        "targets": targets,
    }


def _target(target: YearlyTarget) -> dict[str, Json]:
    fields = ("text", "measured_by", "responsible", "budget_reference")
    return {"id": target.public_id, "year": target.year, **{name: _texts(target, name) for name in fields}}


def _disposition(disposition: Disposition) -> dict[str, Json]:
    conclusion = disposition.conclusion
    return {
        "conclusion": conclusion.public_id,
        "perspective": conclusion.perspective,
        "party": _texts(conclusion.party, "name"),
        "text": _texts(conclusion, "text"),
        "outcome": disposition.outcome,
        "reason": _texts(disposition, "reason"),
        "pledges": [pledge.public_id for pledge in disposition.pledges.all()],
    }


def _texts(thing: models.Model | None, field: str) -> dict[str, Json]:
    return {code: in_language(thing, field, code) if thing else "" for code in LANGUAGES}


def package_hash(body: Mapping[str, Json]) -> str:
    """SHA-256 of the body in its one canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(body)).hexdigest()


def is_whole(package: DecisionPackage) -> bool:
    """Whether the package still says exactly what was sealed."""
    return package_hash(package.body) == package.sha256


# --- Reading one ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PackagePledge:
    """A pledge as it stood in the package, in the page's language."""

    id: str
    viewpoint: str
    viewpoint_words: str
    sentence: SafeString
    points: list[SafeString]
    basis: list[SafeString]
    targets: list[dict[str, Any]]


@dataclass(frozen=True)
class PackageContent:
    """A package as a page shows it."""

    title: SafeString
    statement_of_intent: SafeString
    resident_principle: SafeString
    organiser_principle: SafeString
    pairs: list[tuple[str, list[PackagePledge]]]
    dispositions: list[dict[str, Any]]


def content_of(package: DecisionPackage) -> PackageContent:
    """What the package says, read from its own frozen body and nothing else."""
    body: dict[str, Any] = package.body
    version = body["version"]
    pairs: dict[str, list[PackagePledge]] = {}
    for pledge in body["pledges"]:
        pairs.setdefault(str(Perspective(pledge["perspective"]).label), []).append(_read_pledge(pledge))
    return PackageContent(
        title=_said(body["promise"]["title"]),
        statement_of_intent=_said(version["statement_of_intent"]),
        resident_principle=_said(version["resident_principle"]),
        organiser_principle=_said(version["organiser_principle"]),
        pairs=list(pairs.items()),
        dispositions=[
            {
                "perspective": Perspective(row["perspective"]).label,
                "party": _said(row["party"]),
                "text": _said(row["text"]),
                "outcome": Outcome(row["outcome"]).label,
                "reason": _said(row["reason"]),
            }
            for row in body["dispositions"]
        ],
    )


def _read_pledge(pledge: dict[str, Any]) -> PackagePledge:
    fields = ("text", "measured_by", "responsible", "budget_reference")
    return PackagePledge(
        id=pledge["id"],
        viewpoint=pledge["viewpoint"],
        viewpoint_words=str(Viewpoint(pledge["viewpoint"]).label),
        sentence=_said(pledge["sentence"]),
        points=[_said(point) for point in pledge["points"]],
        basis=[_said(basis["text"]) for basis in pledge["basis"]],
        targets=[
            {"year": target["year"], **{name: _said(target[name]) for name in fields}}
            for target in pledge["targets"]
        ],
    )


def _said(texts: Mapping[str, str]) -> SafeString:
    """The text in the page's language, or marked with the language it is in."""
    wanted = (get_language() or "fi")[:2]
    for code in (wanted, *LANGUAGES):
        if text := texts.get(code, ""):
            return marked(Shown(text, code, code != wanted))
    return marked(Shown("", wanted, False))


# --- Finding them --------------------------------------------------------------------------------------


def packages_of(county: County) -> QuerySet[DecisionPackage]:
    """Every package of the county with its version and decision, the newest first."""
    return DecisionPackage.objects.of(county).select_related("version__promise", "decision")


def promises_on_their_way(county: County) -> QuerySet[ServicePromise]:
    """The county's promises with their versions, packages and decisions loaded."""
    versions = Version.objects.order_by("-number").prefetch_related("packages__decision")
    promises: QuerySet[ServicePromise] = ServicePromise.objects.of(county)
    return promises.prefetch_related(Prefetch("versions", queryset=versions))


def decisions_of(county: County) -> QuerySet[CouncilDecision]:
    """What the council has decided, the newest first."""
    decisions: QuerySet[CouncilDecision] = CouncilDecision.objects.of(county)
    return decisions.select_related("package__version__promise")


def decision_of(pledge: Pledge) -> CouncilDecision | None:
    """The approval by which a pledge holds now: a link of the thread."""
    return (
        CouncilDecision.objects.filter(
            package__version__promise__pairs=pledge.pair_id, outcome=CouncilOutcome.APPROVED
        )
        .select_related("package__version__promise")
        .order_by("-decided_on", "-id")
        .first()
    )

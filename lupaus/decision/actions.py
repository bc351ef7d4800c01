"""Take the promise to the council: set targets, seal the package, record the decision."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lupaus.decision.models import CouncilDecision, DecisionPackage, YearlyTarget
from lupaus.decision.queries import Gap, body_of, for_gate, gaps, is_before_council, package_hash
from lupaus.decision.states import ON_ITS_WAY, PACKAGE_MOVES, CouncilOutcome, PackageState
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.promise.actions import adopt, freeze
from lupaus.promise.models import Pledge, Version
from lupaus.promise.states import VersionState
from lupaus.web.access import require
from lupaus.web.content_forms import columns
from lupaus.web.languages import LANGUAGES, in_language
from lupaus.web.states import move

Texts = Mapping[str, str]


class TargetIsDecided(Exception):
    """The target stands in a package the council has before it or has approved."""


class PackageIsIncomplete(Exception):
    """Something is missing before the promise can go to the council."""

    def __init__(self, missing: Sequence[Gap]) -> None:
        super().__init__(f"{len(missing)} things are missing")
        self.gaps = list(missing)


class PackageExists(Exception):
    """This version has been taken to the council already."""


class VersionIsPast(Exception):
    """A newer version has taken the place of this one, so it is no longer on its way to the council."""


class PackageIsClosed(Exception):
    """The council has already decided on this package, or a newer draft has taken its place."""


class DecisionDateIsWrong(Exception):
    """A decision is made after its package is sealed and not in the future."""


@transaction.atomic
def set_target(
    pledge: Pledge,
    *,
    year: int,
    text: Texts,
    measured_by: Texts,
    responsible: Texts,
    budget_reference: Texts | None,
    by: User,
    at: datetime | None = None,
) -> YearlyTarget:
    """Say what will have come true of a pledge by the end of a year, who answers for it, and with which money."""
    require(by, "decision.set_target", pledge)
    target = YearlyTarget.objects.select_for_update().filter(pledge=pledge, year=year).first()
    if target is not None and is_before_council(target):
        raise TargetIsDecided
    values = {
        **columns("text", text),
        **columns("measured_by", measured_by),
        **columns("responsible", responsible),
        **columns("budget_reference", budget_reference),
        "set_by": by,
        "set_at": at or timezone.now(),
    }
    target, is_new = YearlyTarget.objects.update_or_create(pledge=pledge, year=year, defaults=values)
    record("decision.target_set" if is_new else "decision.target_changed", target, by=by, at=at, year=year)
    return target


@transaction.atomic
def compile_package(version: Version, *, by: User, at: datetime | None = None) -> DecisionPackage:
    """Freeze the version when it is complete, and seal everything the council decides on."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    require(by, "decision.compile_package", version)
    if version.packages.exists():
        raise PackageExists
    if version.state not in ON_ITS_WAY:
        raise VersionIsPast
    at = at or timezone.now()
    whole = for_gate(Version.objects.filter(pk=version.pk)).get()
    if missing := gaps(whole, today=timezone.localdate(at)):
        raise PackageIsIncomplete(missing)
    if version.is_draft:
        version = freeze(version, by=by, at=at)
    body = body_of(version, at=at)
    package = DecisionPackage.objects.create(
        version=version, body=body, sha256=package_hash(body), compiled_at=at, compiled_by=by
    )
    record("decision.package_compiled", package, by=by, at=at, sha256=package.sha256)
    return package


@transaction.atomic
def decide(
    package: DecisionPackage,
    *,
    outcome: str,
    decided_on: date,
    section: str,
    minutes_address: str = "",
    note: Texts | None = None,
    by: User,
    at: datetime | None = None,
) -> CouncilDecision:
    """Record what the council decided; an approval puts the version in force and the earlier one aside."""
    package = DecisionPackage.objects.select_for_update().get(pk=package.pk)
    require(by, "decision.decide", package)
    if package.state != PackageState.FROZEN or package.version.state != VersionState.FROZEN:
        raise PackageIsClosed
    at = at or timezone.now()
    if not timezone.localdate(package.compiled_at) <= decided_on <= timezone.localdate(at):
        raise DecisionDateIsWrong
    decision = CouncilDecision.objects.create(
        package=package,
        outcome=outcome,
        decided_on=decided_on,
        section=section,
        minutes_address=minutes_address,
        recorded_by=by,
        recorded_at=at,
        **columns("note", note),
        **{f"body_name_{code}": in_language(package.county, "deciding_body", code) for code in LANGUAGES},
    )
    if outcome == CouncilOutcome.APPROVED:
        adopt(package.version, by=by, at=at)
        move(package, PackageState.DECIDED, PACKAGE_MOVES)
    else:
        move(package, PackageState.RETURNED, PACKAGE_MOVES)
    record("decision.decided", decision, by=by, at=at, outcome=str(outcome))
    return decision

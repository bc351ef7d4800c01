"""The council's decision is recorded once, and puts one version in force."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lupaus.decision.actions import DecisionDateIsWrong, PackageIsClosed, compile_package, decide
from lupaus.decision.models import CouncilDecision
from lupaus.decision.queries import decision_of
from lupaus.decision.states import CouncilOutcome, PackageState
from lupaus.journal.models import Event
from lupaus.promise.models import Version
from lupaus.promise.states import VersionState
from tests.promised import said


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def package(complete, preparer):
    return compile_package(complete, by=preparer)


def approve(package, by, **changes):
    return decide(
        package,
        **{"outcome": CouncilOutcome.APPROVED, "decided_on": today(), "section": "47", **changes},
        by=by,
    )


def test_an_approval_puts_the_version_in_force(package, decision_maker, pledge) -> None:
    decision = approve(package, decision_maker, note=said("Huomio"))

    package.refresh_from_db()
    package.version.refresh_from_db()
    assert package.state == PackageState.DECIDED
    assert package.version.state == VersionState.DECIDED
    assert (decision.body_name_fi, decision.body_name_sv) == ("aluevaltuusto", "välfärdsområdesfullmäktige")
    assert decision.note_sv == "Huomio (sv)"
    assert decision_of(pledge) == decision
    assert Event.objects.filter(kind="decision.decided").count() == 1


def test_the_version_in_force_before_is_superseded(package, decision_maker) -> None:
    earlier = Version.objects.create(
        promise=package.version.promise, number=9, state=VersionState.DECIDED, started_at=timezone.now()
    )

    approve(package, decision_maker)

    earlier.refresh_from_db()
    assert earlier.state == VersionState.SUPERSEDED
    assert Version.objects.decided().get() == Version.objects.get(pk=package.version_id)


def test_a_returned_promise_leaves_the_version_in_force_alone(package, decision_maker, pledge) -> None:
    earlier = Version.objects.create(
        promise=package.version.promise, number=9, state=VersionState.DECIDED, started_at=timezone.now()
    )

    approve(package, decision_maker, outcome=CouncilOutcome.RETURNED)

    package.refresh_from_db()
    earlier.refresh_from_db()
    assert package.state == PackageState.RETURNED
    assert earlier.state == VersionState.DECIDED
    assert decision_of(pledge) is None


def test_the_council_decides_once(package, decision_maker) -> None:
    approve(package, decision_maker)

    with pytest.raises(PackageIsClosed):
        approve(package, decision_maker, outcome=CouncilOutcome.RETURNED)
    assert CouncilDecision.objects.count() == 1


@pytest.mark.parametrize("days", [-1, 1])
def test_a_decision_is_neither_before_its_package_nor_in_the_future(package, decision_maker, days) -> None:
    with pytest.raises(DecisionDateIsWrong):
        approve(package, decision_maker, decided_on=today() + timedelta(days=days))

    package.refresh_from_db()
    assert package.state == PackageState.FROZEN


def test_a_viewer_records_nothing(package, viewer) -> None:
    with pytest.raises(PermissionDenied):
        approve(package, viewer)

    assert not CouncilDecision.objects.exists()

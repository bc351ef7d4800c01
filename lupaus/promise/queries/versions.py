"""Find a promise's versions, with what they hold."""

from django.db.models import Prefetch, QuerySet

from lupaus.counties.models import County
from lupaus.foundations.models import Goal
from lupaus.promise.models import Basis, ServicePromise, Version, Wording
from lupaus.promise.states import VersionState


def version_with_content(versions: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with everything that is written in them, in a fixed number of queries."""
    basis = Basis.objects.select_related("conclusion__party", "goal__strategy")
    wordings = Wording.objects.select_related("pledge__pair").prefetch_related(
        "points", Prefetch("basis", queryset=basis)
    )
    return versions.select_related("promise__county", "promise__segment").prefetch_related(
        Prefetch("wordings", queryset=wordings)
    )


def current_version(promise: ServicePromise) -> Version | None:
    """The version that the council has decided and that is in force."""
    return promise.versions.filter(state=VersionState.DECIDED).first()


def latest_version(promise: ServicePromise) -> Version | None:
    """The newest version, whatever its state."""
    return promise.versions.order_by("-number").first()


def draft_of(promise: ServicePromise) -> Version | None:
    """The version that is being written now."""
    return promise.versions.filter(state=VersionState.DRAFT).first()


def goals_to_choose(county: County) -> QuerySet[Goal]:
    """The goals of the county's strategies that a pledge can stand on."""
    goals = Goal.objects.filter(strategy__county=county).select_related("strategy")
    return goals.order_by("strategy__kind", "strategy_id", "order")

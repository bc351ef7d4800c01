"""Find a promise's versions, with what they hold."""

from django.db.models import Count, Prefetch, QuerySet

from lupaus.counties.models import County
from lupaus.foundations.models import Goal
from lupaus.promise.models import Basis, ServicePromise, Version, Wording
from lupaus.promise.queries.dispositions import conclusions_for
from lupaus.promise.states import VersionState
from lupaus.synthesis.models import Conclusion


def wording_with_content(wordings: QuerySet[Wording]) -> QuerySet[Wording]:
    """Pledges' wordings with their points and what they stand on."""
    basis = Basis.objects.select_related("conclusion__party", "goal__strategy")
    return wordings.select_related("pledge__pair").prefetch_related(
        "points", Prefetch("basis", queryset=basis)
    )


def version_with_content(versions: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with everything that is written in them, in a fixed number of queries."""
    wordings = wording_with_content(Wording.objects.all())
    return versions.select_related("promise__county", "promise__segment").prefetch_related(
        Prefetch("wordings", queryset=wordings)
    )


def promises_with_versions(county: County) -> QuerySet[ServicePromise]:
    """The county's promises with their versions, newest first."""
    versions = Version.objects.order_by("-number")
    promises = ServicePromise.objects.filter(county=county).select_related("segment")
    return promises.prefetch_related(Prefetch("versions", queryset=versions))


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


def conclusions_to_choose(promise: ServicePromise, perspective: str) -> QuerySet[Conclusion]:
    """The conclusions on a perspective that a pledge can stand on, with how much speaks for each."""
    return (
        conclusions_for(promise)
        .filter(perspective=perspective)
        .select_related("party")
        .annotate(evidence_count=Count("evidence"))
        .order_by("party__order", "pk")
    )

"""A promise as people see it: its version in force, in five pairs."""

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.promise.models import Point, Version, Wording
from lupaus.promise.states import VersionState
from lupaus.web.languages import Shown, shown

PUBLIC_STATES = [VersionState.DECIDED, VersionState.FROZEN]


@dataclass(frozen=True)
class PledgeShown:
    """One pledge on a page."""

    address: str
    viewpoint: str
    viewpoint_name: str
    sentence: Shown
    points: tuple[Shown, ...]


@dataclass(frozen=True)
class PairShown:
    """A perspective with what it means to the resident and to the organiser."""

    perspective: str
    name: str
    resident: PledgeShown | None
    organiser: PledgeShown | None


def public_versions(county: County) -> list[Version]:
    """For each promise the version people may see: the one in force, or else the one before the council."""
    rows = Version.objects.of(county).filter(state__in=PUBLIC_STATES).select_related("promise__segment")
    newest: dict[int, Version] = {}
    for version in rows.order_by("promise_id", "-number"):
        known = newest.get(version.promise_id)
        if known is None or (known.state != VersionState.DECIDED and version.state == VersionState.DECIDED):
            newest[version.promise_id] = version
    return list(newest.values())


def public_version(county: County, public_id: str) -> Version | None:
    """The version of one promise that people may see; None when there is none yet."""
    found = [version for version in public_versions(county) if version.promise.public_id == public_id]
    return found[0] if found else None


def read_wordings(version: Version, *, with_points: bool = True) -> Version:
    """Bring the version's ten wordings along, once for its wheel and its pairs."""
    wordings = Wording.objects.select_related("pledge__pair")
    if with_points:
        wordings = wordings.prefetch_related(Prefetch("points", Point.objects.order_by("order", "pk")))
    prefetch_related_objects([version], Prefetch("wordings", wordings))
    return version


def pairs_of(version: Version, *, with_points: bool = True) -> list[PairShown]:
    """The five pairs of a version whose wordings have been read, in the order of the perspectives."""
    by_place = {(one.pledge.pair.perspective, one.pledge.viewpoint): one for one in version.wordings.all()}
    return [
        PairShown(
            perspective=perspective.value,
            name=str(perspective.label),
            resident=_pledge(by_place.get((perspective, Viewpoint.RESIDENT)), with_points),
            organiser=_pledge(by_place.get((perspective, Viewpoint.ORGANISER)), with_points),
        )
        for perspective in Perspective
    ]


def _pledge(wording: Wording | None, with_points: bool) -> PledgeShown | None:
    if wording is None:
        return None
    points = tuple(shown(point, "text") for point in wording.points.all()) if with_points else ()
    viewpoint = Viewpoint(wording.pledge.viewpoint)
    return PledgeShown(
        address=reverse("publication:pledge", args=[wording.pledge.public_id]),
        viewpoint=viewpoint.value,
        viewpoint_name=str(viewpoint.label),
        sentence=shown(wording, "sentence"),
        points=points,
    )

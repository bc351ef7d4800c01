"""The wheel of a version, for pages and as a file."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.methods.wheel import EmptyWheelLabels, Sector, WheelContent, empty_wheel_svg, wheel_svg
from lupaus.promise.models import Version
from lupaus.publication.queries.promises import PairShown, PledgeShown
from lupaus.web.languages import shown


def page_language() -> str:
    return (get_language() or "fi")[:2]


def wheel_of(version: Version, pairs: list[PairShown]) -> SafeString:
    """The wheel for a page, every sector a link to its pledge. The texts are escaped where it is drawn."""
    return SafeString(wheel_svg(_content(version, pairs), mode="web", language=page_language()))


def file_of(version: Version, pairs: list[PairShown]) -> str:
    """The wheel as a file of its own."""
    return wheel_svg(_content(version, pairs), mode="file", language=page_language())


def empty_wheel_file() -> str:
    """The empty wheel, lying on an A3 sheet."""
    availability, accessibility, quality, effectiveness, integration = (str(one.label) for one in Perspective)
    return empty_wheel_svg(
        page_language(),
        EmptyWheelLabels(
            title=_("Our service promise"),
            description=_("An empty wheel to fill in together: five perspectives from two viewpoints."),
            core=_("What we want"),
            resident_title=str(Viewpoint.RESIDENT.label),
            organiser_title=str(Viewpoint.ORGANISER.label),
            perspectives=(availability, accessibility, quality, effectiveness, integration),
        ),
    )


def _content(version: Version, pairs: list[PairShown]) -> WheelContent:
    sectors = []
    for pair in pairs:
        sectors.append(_sector(pair, "resident", pair.resident))
        sectors.append(_sector(pair, "organiser", pair.organiser))
    return WheelContent(
        core=shown(version, "statement_of_intent").text,
        resident_title=str(Viewpoint.RESIDENT.label),
        organiser_title=str(Viewpoint.ORGANISER.label),
        resident_principle=shown(version, "resident_principle").text,
        organiser_principle=shown(version, "organiser_principle").text,
        sectors=tuple(sectors),
        title=shown(version.promise, "title").text,
    )


def _sector(pair: PairShown, viewpoint: str, pledge: PledgeShown | None) -> Sector:
    return Sector(
        perspective=pair.perspective,
        viewpoint="resident" if viewpoint == "resident" else "organiser",
        heading=pair.name,
        body=pledge.sentence.text if pledge else "",
        href=pledge.address if pledge else "",
    )

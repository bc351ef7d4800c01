"""A version as a wheel: its words in one language, and whether each fits its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils import translation
from django.utils.translation import gettext as _

from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.methods.wheel import (
    EmptyWheelLabels,
    Fit,
    Sector,
    TextDoesNotFit,
    WheelContent,
    empty_wheel_svg,
    fits,
)
from lupaus.methods.wheel.middle import core_lines, ring_lines
from lupaus.promise.models import Pledge, Version, Wording
from lupaus.web.languages import shown

Links = Callable[[Pledge], str] | Mapping[str, str]


@dataclass(frozen=True)
class WheelPair:
    """A pair of the wheel as a list shows it, for small screens."""

    heading: str
    resident: str
    resident_href: str
    organiser: str
    organiser_href: str


def wheel_content(version: Version, language: str, links: Links | None = None) -> WheelContent:
    """The words of a version's wheel. `links` gives a pledge's address: a function of the pledge, or by public id."""
    with translation.override(language):
        return WheelContent(
            core=shown(version, "statement_of_intent", language).text,
            resident_title=str(Viewpoint.RESIDENT.label),
            organiser_title=str(Viewpoint.ORGANISER.label),
            resident_principle=shown(version, "resident_principle", language).text,
            organiser_principle=shown(version, "organiser_principle", language).text,
            sectors=tuple(sector_of(wording, language, links) for wording in version.wordings.all()),
            title=shown(version.promise, "title", language).text,
        )


def sector_of(wording: Wording, language: str, links: Links | None) -> Sector:
    """One pledge as a sector of the wheel."""
    sentence = shown(wording, "sentence", language).text
    return Sector(
        perspective=wording.pledge.perspective,
        viewpoint=side(wording.pledge.viewpoint),
        heading=str(Perspective(wording.pledge.perspective).label),
        body=sentence,
        href=address_of(wording.pledge, links),
        title=sentence or _("not written yet"),
    )


def side(viewpoint: str) -> Literal["resident", "organiser"]:
    return "resident" if viewpoint == Viewpoint.RESIDENT else "organiser"


def address_of(pledge: Pledge, links: Links | None) -> str:
    if links is None:
        return ""
    return links(pledge) if callable(links) else links.get(pledge.public_id, "")


def wheel_pairs(content: WheelContent) -> list[WheelPair]:
    """The same wheel as five pairs."""
    read = content.in_reading_order()
    return [
        WheelPair(resident.heading, resident.title, resident.href, organiser.title, organiser.href)
        for resident, organiser in zip(read[::2], read[1::2], strict=True)
    ]


def fit_of(sentence: str, *, perspective: str, viewpoint: str, language: str) -> Fit:
    """Whether a pledge's sentence fits its sector in a language."""
    with translation.override(language):
        heading = str(Perspective(perspective).label)
    place = Sector(perspective, side(viewpoint), heading, "").place
    return fits(sentence, place, language, heading)


def core_overflow(text: str, language: str) -> int:
    """How many characters too many a statement of intent has for the core of the wheel."""
    try:
        core_lines(text, language, shorten=False)
    except TextDoesNotFit as refusal:
        return refusal.characters_too_many
    return 0


def principle_overflow(principle: str, viewpoint: str, language: str) -> int:
    """How many characters too many an operating principle has for its half ring."""
    with translation.override(language):
        title = str(Viewpoint(viewpoint).label).upper()
    try:
        ring_lines(title, principle, shorten=False)
    except TextDoesNotFit as refusal:
        return refusal.characters_too_many
    return 0


def empty_wheel(language: str, *, title: str = "", on_a3: bool = False) -> str:
    """A wheel to fill in together, as an SVG file."""
    with translation.override(language):
        labels = EmptyWheelLabels(
            title=title or _("Our promise"),
            description=_(
                "An empty wheel: ten sectors to write pledges in, and the statement of intent in the middle."
            ),
            core=_("Our intent"),
            resident_title=str(Viewpoint.RESIDENT.label),
            organiser_title=str(Viewpoint.ORGANISER.label),
            perspectives=tuple(str(label) for label in Perspective.labels),  # type: ignore[arg-type]
            notes=(_("Group"), _("Date"), _("What did we leave out, and why?")),
        )
        return empty_wheel_svg(language, labels, paper="a3" if on_a3 else "square")

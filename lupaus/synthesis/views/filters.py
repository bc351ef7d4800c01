"""The coding page's filters as plain links."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lupaus.counties.models import Area, County
from lupaus.participation.models import Consultation, Party
from lupaus.participation.states import Channel
from lupaus.synthesis.queries import CodingFilters
from lupaus.web.languages import LANGUAGES, shown
from lupaus.web.templatetags.lupaus import NAMES


@dataclass(frozen=True)
class FilterLink:
    """One choice of a filter."""

    label: str
    query: str
    is_current: bool


@dataclass(frozen=True)
class FilterGroup:
    """The choices of one filter."""

    label: str
    links: list[FilterLink]


def state_links(filters: CodingFilters) -> list[FilterLink]:
    """Uncoded, coded, set aside or all."""
    labels = {
        "uncoded": _("To read"),
        "coded": _("Coded"),
        "aside": _("Nothing to quote"),
        "all": _("All"),
    }
    return [
        FilterLink(label, filters.but(state=state).query or "?", filters.state == state)
        for state, label in labels.items()
    ]


def filter_groups(county: County, filters: CodingFilters) -> list[FilterGroup]:
    """Narrowing by consultation, party, area and language."""
    asked = Consultation.objects.filter(county=county).exclude(channel=Channel.OPINION_MAP)
    return [
        group(
            filters,
            "consultation",
            _("Consultation"),
            ((one.public_id, shown(one, "title").text) for one in asked),
        ),
        group(filters, "party", _("Party"), parties(county)),
        group(filters, "area", _("Area"), areas(county)),
        group(filters, "language", _("Language"), ((code, NAMES[code]) for code in LANGUAGES)),
    ]


def parties(county: County) -> Iterable[tuple[str, str]]:
    return ((party.key, shown(party, "name").text) for party in Party.objects.filter(county=county))


def areas(county: County) -> Iterable[tuple[str, str]]:
    return ((area.public_id, shown(area, "name").text) for area in Area.objects.filter(county=county))


def group(filters: CodingFilters, name: str, label: str, choices: Iterable[tuple[str, str]]) -> FilterGroup:
    chosen = getattr(filters, name)
    links = [FilterLink(_("All"), filters.but(**{name: ""}).query or "?", not chosen)]
    links += [
        FilterLink(words, filters.but(**{name: value}).query, chosen == value) for value, words in choices
    ]
    return FilterGroup(label, links)

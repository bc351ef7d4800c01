"""Bring a county into the product, and keep its names, areas, segments and services."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypedDict

from django.db import transaction
from django.db.models import Max

from lupaus.counties.models import Area, County, Municipality, Part
from lupaus.counties.queries import is_in_use
from lupaus.counties.states import CountyKind
from lupaus.journal.actions import record
from lupaus.web.access import Actor, require

CONTENT = Path(__file__).parent / "content" / "organisers.json"


class MunicipalityRow(TypedDict):
    code: str
    name: dict[str, str]
    language_status: str
    population_2022: int | None


class OrganiserRow(TypedDict):
    code: str
    kind: str
    name: dict[str, str]
    is_bilingual: bool
    municipalities: list[MunicipalityRow]


class UnknownOrganiser(Exception):
    """No organiser has this code."""

    def __init__(self, code: str) -> None:
        known = ", ".join(sorted(organisers()))
        super().__init__(f"No organiser has the code {code!r}. The codes are: {known}.")


@cache
def organisers() -> dict[str, OrganiserRow]:
    """The 22 organisers of social and health services by their code: 21 counties and Helsinki."""
    rows: list[OrganiserRow] = json.loads(CONTENT.read_text(encoding="utf-8"))["organisers"]
    return {row["code"]: row for row in rows}


@transaction.atomic
def install_organiser(code: str, *, is_demo: bool = False) -> County:
    """Take one of the 22 organisers into use, with its names, languages and municipalities."""
    if code not in organisers():
        raise UnknownOrganiser(code)
    row = organisers()[code]
    names = {f"name_{language}": name for language, name in row["name"].items()}
    county, _is_new = County.objects.update_or_create(
        code=code,
        defaults={
            "kind": row["kind"],
            "is_bilingual": row["is_bilingual"],
            "is_in_use": True,
            "is_demo": is_demo,
            **names,
            **instrument(row["kind"]),
        },
    )
    for municipality in row["municipalities"]:
        Municipality.objects.update_or_create(
            county=county,
            code=municipality["code"],
            defaults={
                "language_status": municipality["language_status"],
                "population": municipality["population_2022"],
                **{f"name_{language}": name for language, name in municipality["name"].items()},
            },
        )
    return county


def instrument(kind: str) -> dict[str, str]:
    """What the promise and its carrier are called until the county says otherwise."""
    city = kind == CountyKind.CITY
    return {
        "instrument_name_fi": "palvelulupaus",
        "instrument_name_sv": "servicelöfte",
        "instrument_name_en": "service promise",
        "carrier_document_fi": "palvelustrategia",
        "carrier_document_sv": "servicestrategi",
        "carrier_document_en": "service strategy",
        "deciding_body_fi": "kaupunginvaltuusto" if city else "aluevaltuusto",
        "deciding_body_sv": "stadsfullmäktige" if city else "välfärdsområdesfullmäktige",
        "deciding_body_en": "city council" if city else "county council",
    }


class PartInUse(Exception):
    """An area, segment or service that something stands on cannot be removed."""


@transaction.atomic
def describe_county(county: County, texts: Mapping[str, str | bool], *, by: Actor) -> County:
    """Change what the county, its promise and its deciding body are called, and its languages."""
    require(by, "counties.arrange", county)
    for field, value in texts.items():
        setattr(county, field, value)
    county.save(update_fields=list(texts))
    record("counties.described", county, by=by, fields=", ".join(sorted(texts)))
    return county


@transaction.atomic
def add_part(county: County, kind: type[Part], *, by: Actor, name: dict[str, str]) -> Part:
    """Add an area, a customer segment or a service, last in its list."""
    require(by, "counties.arrange", county)
    last = kind.objects.filter(county=county).aggregate(last=Max("order"))["last"]
    names = {f"name_{language}": text for language, text in name.items()}
    part = kind.objects.create(county=county, order=0 if last is None else last + 1, **names)
    record("counties.part_added", part, by=by, name=part.name)
    return part


@transaction.atomic
def rename_part(part: Part, *, by: Actor, name: dict[str, str]) -> Part:
    """Give an area, a customer segment or a service another name."""
    require(by, "counties.arrange", part.county)
    names = {f"name_{language}": text for language, text in name.items()}
    for field, text in names.items():
        setattr(part, field, text)
    part.save(update_fields=list(names))
    record("counties.part_renamed", part, by=by, name=part.name)
    return part


@transaction.atomic
def group_municipalities(area: Area, municipalities: Iterable[Municipality], *, by: Actor) -> None:
    """Say which municipalities an area is made of."""
    require(by, "counties.arrange", area.county)
    own = [municipality for municipality in municipalities if municipality.county_id == area.county_id]
    area.municipalities.set(own)
    record(
        "counties.municipalities_grouped", area, by=by, codes=", ".join(sorted(place.code for place in own))
    )


@transaction.atomic
def move_part(part: Part, *, earlier: bool, by: Actor) -> None:
    """Move an area, a segment or a service one step in its list."""
    require(by, "counties.arrange", part.county)
    parts: list[Part] = list(type(part).objects.filter(county=part.county))
    place = parts.index(part)
    other = place - 1 if earlier else place + 1
    if not 0 <= other < len(parts):
        return
    parts[place], parts[other] = parts[other], parts[place]
    for order, each in enumerate(parts):
        each.order = order
        each.save(update_fields=["order"])
    record("counties.part_moved", part, by=by, order=other)


@transaction.atomic
def remove_part(part: Part, *, by: Actor) -> None:
    """Remove an area, a segment or a service on which nothing stands."""
    require(by, "counties.arrange", part.county)
    if is_in_use(part):
        raise PartInUse(part)
    record("counties.part_removed", part, by=by, name=part.name)
    part.delete()

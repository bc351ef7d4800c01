"""Bring a county into the product."""

import json
from functools import cache
from pathlib import Path
from typing import TypedDict

from django.db import transaction

from lupaus.counties.models import County, Municipality
from lupaus.counties.states import CountyKind

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

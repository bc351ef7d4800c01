"""The house's own texts on law and words, read from the files beside the room; no database."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content"
FINLEX = "https://www.finlex.fi"
# Where Finlex keeps the law in force, and where the acts as they were given (amendments and decisions).
IN_FORCE = {"fi": "fi/lainsaadanto", "sv": "sv/lagstiftning", "en": "fi/lainsaadanto"}
AS_GIVEN = {
    "fi": "fi/lainsaadanto/saadoskokoelma",
    "sv": "sv/lagstiftning/forfattningssamling",
    "en": "fi/lainsaadanto/saadoskokoelma",
}
ONLY_AS_GIVEN = frozenset({"468/2024", "1056/2024", "272/2025"})
# Å, Ä and Ö stand last in Finnish and Swedish.
NORDIC_ORDER = str.maketrans({"å": "zz1", "ä": "zz2", "ö": "zz3"})


@dataclass(frozen=True)
class LawLink:
    """A section of law as a link: its name, what it says in one sentence, and where to read it."""

    code: str
    name: str
    says: str
    address: str


@dataclass(frozen=True)
class Concept:
    """A word of the service promise (käsite) with an explanation anyone understands."""

    key: str
    term: str
    synonym: str
    meaning: str
    in_other_languages: tuple[tuple[str, str], ...]
    laws: tuple[LawLink, ...]


@cache
def read(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8")))


def finlex_address(act: str, language: str) -> str:
    """Where to read an act, built from its number: 611/2021 stands under 2021/611."""
    number, year = act.split("/")
    place = AS_GIVEN if act in ONLY_AS_GIVEN else IN_FORCE
    return f"{FINLEX}/{place[language]}/{year}/{number}"


def law_content() -> dict[str, Any]:
    """The legal references as they stand in the house's files."""
    return read("legal_references")


def national_objective_content() -> dict[str, Any]:
    return read("national_objectives")


def legal_floor_content() -> dict[str, Any]:
    return read("legal_floors")


def checklist_content() -> list[dict[str, Any]]:
    return list(read("checklist")["items"])


@cache
def law_link(code: str, language: str) -> LawLink:
    law = law_content()
    reference = next(reference for reference in law["references"] if reference["code"] == code)
    act = reference["act"]
    name = f"{law['acts'][act][language]} ({act}) {reference['section']}".strip()
    return LawLink(code, name, reference["says"][language], finlex_address(act, language))


@cache
def glossary(language: str) -> tuple[Concept, ...]:
    """Every concept in the language, in the order of its alphabet."""
    concepts = [
        Concept(
            key=entry["key"],
            term=entry["term"][language],
            synonym=_synonym(entry, language),
            meaning=entry["meaning"][language],
            in_other_languages=tuple(
                (other, entry["term"][other]) for other in ("fi", "sv", "en") if other != language
            ),
            laws=tuple(law_link(code, language) for code in entry.get("law", [])),
        )
        for entry in read("glossary")["concepts"]
    ]
    return tuple(sorted(concepts, key=lambda concept: concept.term.lower().translate(NORDIC_ORDER)))


def _synonym(entry: dict[str, Any], language: str) -> str:
    synonym = str(entry.get("synonyms", {}).get(language, ""))
    return "" if synonym == entry["term"][language] else synonym

"""Law, words and objectives as data: whole in three languages, and claiming nothing the law does not say."""

import re

import pytest

from lupaus.foundations.queries import (
    checklist_content,
    glossary,
    law_content,
    legal_floor_content,
    national_objective_content,
)
from lupaus.foundations.queries.content import finlex_address

LANGUAGES = ("fi", "sv", "en")
CONCEPTS = {
    "county",
    "service_promise",
    "organiser",
    "resident",
    "client",
    "provider",
    "viewpoint",
    "perspective",
    "availability",
    "accessibility",
    "quality",
    "effectiveness",
    "integration",
    "counterpart_pair",
    "pledge",
    "operating_principle",
    "statement_of_intent",
    "claim",
    "comment_round",
    "formal_statement",
    "participation_plan",
    "statutory_council",
    "expert_by_experience",
    "resident_panel",
    "participatory_budgeting",
    "initiative",
    "county_council",
    "service_strategy",
    "county_strategy",
    "year_clock",
    "national_objectives",
    "plain_language",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_is_explained_in_one_or_two_sentences(language: str) -> None:
    concepts = glossary(language)

    assert {concept.key for concept in concepts} == CONCEPTS
    for concept in concepts:
        assert concept.term, concept.key
        assert 1 <= len(re.findall(r"[.](?:\s|$)", concept.meaning)) <= 2, concept.key
        assert 30 <= len(concept.meaning) <= 220, concept.key


def test_the_glossary_stands_in_the_order_of_its_alphabet() -> None:
    swedish = [concept.term for concept in glossary("sv")]

    assert swedish[0] == "anordnare"
    assert swedish.index("välfärdsområde") < swedish.index("årsklocka")


def test_a_statutory_word_stands_beside_the_handbooks_word() -> None:
    by_key = {concept.key: concept for concept in glossary("sv")}

    assert (by_key["effectiveness"].term, by_key["effectiveness"].synonym) == ("effekt", "verkningsfullhet")
    assert by_key["integration"].synonym == "samordning av tjänster"
    assert by_key["availability"].in_other_languages == (("fi", "saatavuus"), ("en", "availability"))


def test_the_promise_is_explained_as_voluntary() -> None:
    meanings = [next(c.meaning for c in glossary(code) if c.key == "service_promise") for code in LANGUAGES]

    assert "Laki ei vaadi sitä" in meanings[0]
    assert "Lagen kräver det inte" in meanings[1]
    assert "No law asks for it" in meanings[2]


def test_every_legal_reference_is_whole() -> None:
    law = law_content()
    codes = [reference["code"] for reference in law["references"]]

    assert len(codes) == len(set(codes)) == 37
    for reference in law["references"]:
        assert reference["act"] in law["acts"], reference["code"]
        assert all(reference["says"][language].strip() for language in LANGUAGES), reference["code"]
    assert all(act[language] for act in law["acts"].values() for language in LANGUAGES)


def test_a_link_to_law_is_built_from_the_number_of_the_act() -> None:
    assert finlex_address("611/2021", "fi") == "https://www.finlex.fi/fi/lainsaadanto/2021/611"
    assert finlex_address("612/2021", "sv") == "https://www.finlex.fi/sv/lagstiftning/2021/612"
    assert finlex_address("272/2025", "fi") == "https://www.finlex.fi/fi/lainsaadanto/saadoskokoelma/2025/272"


def test_the_checklist_objectives_and_floors_are_in_every_language() -> None:
    assert [item["key"] for item in checklist_content()] == [
        "legislation",
        "county_strategy",
        "service_strategy",
        "structures_and_management",
        "national_steering",
    ]
    floors = legal_floor_content()
    texts = [
        *(item["title"] for item in checklist_content()),
        *(item["guide"] for item in checklist_content()),
        *national_objective_content()["objectives"],
        *floors["services"].values(),
        *floors["limits"].values(),
    ]
    assert all(text[language].strip() for text in texts for language in LANGUAGES)
    assert len(floors["floors"]) == 8

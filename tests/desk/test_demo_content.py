"""The demo's story reads well and hangs together before any of it is played into a database."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from lupaus.desk.demo.story import CONTENT, LANGUAGES, chapter, contributions, series
from lupaus.desk.demo.voters import simulate
from lupaus.participation.queries import usual_parties

CHAPTERS = sorted(path.stem for path in CONTENT.glob("*.yaml"))
PERSPECTIVES = ("availability", "accessibility", "quality", "effectiveness", "integration")
PLEDGES = [
    f"{perspective}.{viewpoint}" for perspective in PERSPECTIVES for viewpoint in ("resident", "organiser")
]
ENGLISH = re.compile(r"\b(the|and|with|of|are|we)\b", re.IGNORECASE)


def all_contributions() -> list[dict[str, Any]]:
    return contributions("works") + contributions("seen")


def quotes() -> dict[str, dict[str, Any]]:
    return {
        f"{words['key']}.{number}": quote
        for words in all_contributions()
        for number, quote in enumerate(words.get("quotes", []), start=1)
    }


def texts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every place of a chapter that holds a text per language."""
    if isinstance(node, dict):
        if "fi" in node:
            yield path, node
        for key, value in node.items():
            yield from texts(value, f"{path}/{key}")
    if isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, f"{path}/{number}")


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_text_exists_in_three_languages(name: str) -> None:
    lacking = [
        path
        for path, text in texts(chapter(name))
        for language in LANGUAGES
        if not str(text.get(language, "")).strip()
    ]

    assert lacking == []


def empty(node: Any, path: str = "") -> Iterator[str]:
    """Places without a value: an unquoted comma ends a text and leaves the rest as an empty key."""
    if isinstance(node, dict):
        for key, value in node.items():
            if value is None:
                yield f"{path}/{key}"
            yield from empty(value, f"{path}/{key}")
    if isinstance(node, list):
        for number, value in enumerate(node):
            yield from empty(value, f"{path}/{number}")


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_text_is_cut_at_a_comma(name: str) -> None:
    assert list(empty(chapter(name))) == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_english_is_left_in_finnish_or_swedish(name: str) -> None:
    left = [
        text[language]
        for _, text in texts(chapter(name))
        for language in ("fi", "sv")
        if ENGLISH.search(text[language])
    ]

    assert left == []


def test_every_quote_is_an_exact_and_single_span_of_its_contribution() -> None:
    wrong = [
        quote["text"]
        for words in all_contributions()
        for quote in words.get("quotes", [])
        if words["text"].count(quote["text"]) != 1
    ]

    assert wrong == []


def test_contributions_have_realistic_lengths() -> None:
    lengths = [len(words["text"]) for words in all_contributions()]

    assert (min(lengths) >= 20, max(lengths) <= 600) == (True, True)


def test_contributions_come_in_three_languages_and_from_every_perspective() -> None:
    spoken = {words["language"] for words in all_contributions()}
    coded = {quote["perspective"] for quote in quotes().values()}

    assert spoken == set(LANGUAGES)
    assert coded == set(PERSPECTIVES)


def test_moderation_hides_three_contributions_and_quotes_none_of_them() -> None:
    hidden = [words for words in all_contributions() if "hidden" in words]

    assert len(hidden) == 3
    assert [words for words in hidden if words.get("quotes")] == []


def test_every_key_that_the_story_points_at_exists() -> None:
    areas = {area["key"] for area in chapter("county")["areas"]}
    services = {service["key"] for service in chapter("county")["services"]}
    units = {unit["key"] for unit in chapter("county")["units"]}
    parties = set(usual_parties())
    themes = {theme["key"] for theme in chapter("themes")["themes"]}
    goals = {goal["key"] for strategy in chapter("foundations")["strategies"] for goal in strategy["goals"]}
    decision = chapter("decision")

    assert {words["area"] for words in all_contributions()} <= areas
    assert {words["service"] for words in all_contributions() if "service" in words} <= services
    assert {words["party"] for words in all_contributions()} <= parties
    assert {quote["theme"] for quote in quotes().values()} == themes
    assert {goal for pledge in chapter("promise")["pledges"] for goal in pledge["goals"]} <= goals
    assert {deed["unit"] for deed in decision["targets"] + decision["measures"]} <= units
    assert {unit["unit"] for unit in chapter("indicators")["indicators"]} <= units


def test_every_conclusion_stands_on_evidence_that_exists() -> None:
    known = set(quotes()) | {claim["key"] for claim in chapter("claims")["claims"] if "rejected" not in claim}
    unknown = [
        evidence
        for conclusion in chapter("conclusions")["conclusions"]
        for evidence in conclusion["for"] + conclusion["against"]
        if evidence not in known
    ]

    assert unknown == []
    assert all(conclusion["for"] for conclusion in chapter("conclusions")["conclusions"])


def test_conclusions_are_taken_partly_taken_and_not_taken() -> None:
    outcomes = {
        conclusion["disposition"]["outcome"]: bool(conclusion["disposition"]["pledges"])
        for conclusion in chapter("conclusions")["conclusions"]
    }

    assert outcomes == {"taken": True, "partly": True, "not_taken": False}


def test_every_pledge_has_a_conclusion_a_goal_a_target_a_measure_and_both_kinds_of_indicator() -> None:
    decision = chapter("decision")
    indicators = chapter("indicators")["indicators"]

    for pledge in chapter("promise")["pledges"]:
        key = pledge["key"]
        conclusions = [c for c in chapter("conclusions")["conclusions"] if key in c["disposition"]["pledges"]]
        assert conclusions, key
        assert pledge["goals"], key
        assert [target for target in decision["targets"] if target["pledge"] == key], key
        assert [measure for measure in decision["measures"] if measure["pledge"] == key], key
        assert {i["kind"] for i in indicators if key in i["pledges"]} == {"progress", "outcome"}, key


def test_pledges_fit_the_wheel() -> None:
    promise = chapter("promise")
    pledges = promise["pledges"]

    assert [pledge["key"] for pledge in pledges] == PLEDGES
    for language in LANGUAGES:
        assert len(promise["promise"]["intent"][language]) <= 60
        assert all(len(text[language]) <= 30 for text in promise["promise"]["principles"].values())
        assert all(len(pledge["text"][language]) <= 85 for pledge in pledges)
        assert all(len(pledge["first"][language]) <= 85 for pledge in pledges if "first" in pledge)
    assert all(3 <= len(pledge["points"]) <= 4 for pledge in pledges)
    assert len([pledge for pledge in pledges if "change" in pledge]) == 3


def test_closing_words_tell_the_true_number_of_answers() -> None:
    asked = next(one for one in chapter("consultations")["consultations"] if one["key"] == "works")
    answers = str(len(contributions("works")))

    assert [answers in asked["closing"][language].split() for language in LANGUAGES] == [True, True, True]


def test_claims_are_short_and_three_are_rejected_with_a_reason() -> None:
    claims = chapter("claims")["claims"]

    assert len(claims) == 40
    assert len([claim for claim in claims if "rejected" in claim]) == 3
    assert max(len(claim[language]) for claim in claims for language in LANGUAGES) <= 80


def test_simulated_votes_are_the_same_every_time() -> None:
    claims = [claim for claim in chapter("claims")["claims"] if "rejected" not in claim]
    model = chapter("claims")["model"]

    votes = list(simulate(model, claims))

    assert votes == list(simulate(model, claims))
    assert {vote.participant for vote in votes} == set(range(412))
    assert len({(vote.participant, vote.claim) for vote in votes}) == len(votes)


def test_indicators_carry_real_figures_and_cover_every_judgement() -> None:
    indicators = chapter("indicators")["indicators"]

    assert {indicator["state"] for indicator in indicators} == {
        "on_path",
        "behind",
        "worse_than_baseline",
        "stale",
        "no_data",
    }
    assert all(series(indicator["variable"]) for indicator in indicators if "variable" in indicator)
    assert series("0 - 17-vuotiaat lapset, joista on tehty lastensuojeluilmoitus")[2020] == 106.16

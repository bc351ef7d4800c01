"""Read what people said: exact quotes, themes, and conclusions with evidence for and against."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions
from lupaus.synthesis.actions import (
    add_evidence,
    add_theme,
    begin,
    code,
    conclude,
    quote,
    set_aside,
    sign_off,
    sign_off_synthesis,
)
from lupaus.synthesis.models import Conclusion, Quote
from lupaus.synthesis.states import Stance

BEGUN_ON, READ_ON, WRITTEN_ON, SIGNED_ON = -347, -294, -262, -250


def begin_reading(stage: Stage) -> None:
    """The synthesis of the process and its themes."""
    coordinator = stage.people["coordinator"]
    stage.synthesis_ = begin(stage.process, by=coordinator, at=stage.at(BEGUN_ON))
    for theme in chapter("themes")["themes"]:
        stage.themes[theme["key"]] = add_theme(stage.synthesis, title=theme["name"], by=coordinator)


def read(stage: Stage, key: str) -> None:
    """Quote and code every published contribution, and set aside those that hold nothing to quote."""
    coordinator = stage.people["coordinator"]
    for order, words in enumerate(contributions(key)):
        day = READ_ON + order // 3
        chosen = words.get("quotes", [])
        for number, span in enumerate(chosen, start=1):
            stage.quotes[f"{words['key']}.{number}"] = take_quote(stage, words["key"], span, day=day)
        if not chosen and "hidden" not in words:
            contribution = stage.contributions[words["key"]]
            set_aside(contribution, synthesis=stage.synthesis, by=coordinator, at=stage.at(day, 14))


def take_quote(stage: Stage, key: str, span: dict[str, Any], *, day: int) -> Quote:
    """An exact span, coded to a perspective and a theme."""
    contribution, coordinator = stage.contributions[key], stage.people["coordinator"]
    start = contribution.text.index(span["text"])
    made = quote(
        contribution, start=start, end=start + len(span["text"]), by=coordinator, at=stage.at(day, 13)
    )
    theme = stage.themes[span["theme"]]
    code(made, perspective=span["perspective"], theme=theme, by=coordinator, at=stage.at(day, 13, 5))
    return made


def conclude_all(stage: Stage) -> None:
    """What each party brought up, signed off one by one and then as a whole."""
    preparer = stage.people["preparer"]
    for order, told in enumerate(chapter("conclusions")["conclusions"]):
        written = write_conclusion(stage, told, day=WRITTEN_ON + order // 3)
        stage.conclusions[told["key"]] = sign_off(written, by=preparer, at=stage.at(SIGNED_ON, 10, order))
    stage.synthesis_ = sign_off_synthesis(stage.synthesis, by=preparer, at=stage.at(SIGNED_ON, 15))


def write_conclusion(stage: Stage, told: dict[str, Any], *, day: int) -> Conclusion:
    coordinator = stage.people["coordinator"]
    conclusion = conclude(
        stage.synthesis,
        perspective=told["perspective"],
        party=stage.parties[told["party"]],
        text=told["text"],
        themes=[stage.themes[told["theme"]]],
        by=coordinator,
        at=stage.at(day, 11),
    )
    for stance, keys in ((Stance.FOR, told["for"]), (Stance.AGAINST, told["against"])):
        for key in keys:
            add_evidence(conclusion, stance=stance, by=coordinator, **evidence(stage, key))
    return conclusion


def evidence(stage: Stage, key: str) -> dict[str, Any]:
    """A quote by its key, or the claim's place in the map's published result."""
    if key in stage.quotes:
        return {"quote": stage.quotes[key]}
    return {"result": stage.results["map"], "claim_number": stage.claims[key].number}

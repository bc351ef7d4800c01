"""Read what people said: exact quotes, themes, and conclusions with evidence for and against."""

from functools import partial
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions
from lupaus.participation.models import Contribution
from lupaus.synthesis.actions import (
    add_evidence,
    add_theme,
    begin,
    code,
    conclude,
    quote,
    reopen_synthesis,
    set_aside,
    sign_off,
    sign_off_synthesis,
)
from lupaus.synthesis.models import Quote
from lupaus.synthesis.states import Stance

BEGUN_ON, READ_ON, WRITTEN_ON, SIGNED_ON = -347, -294, -262, -250
REOPENED_ON = -5
WHY_REOPENED = "Luemme uuden kyselyn vastaukset ja katsomme, mitä lupauksessa pitää muuttaa."


def plan(stage: Stage) -> None:
    """Read, quote and code; write the conclusions; sign off one by one and then the whole."""
    preparer = stage.people["preparer"]
    stage.plan(BEGUN_ON, lambda: begin_reading(stage))
    for order, words in enumerate(contributions("works")):
        if "hidden" not in words:
            stage.plan(READ_ON + order // 3, partial(read, stage, words), hour=13, minute=order)
    for order, told in enumerate(chapter("conclusions")["conclusions"]):
        stage.plan(WRITTEN_ON + order // 3, partial(write_conclusion, stage, told), hour=11, minute=order)
        stage.plan(SIGNED_ON, partial(sign, stage, told["key"]), minute=order)
    stage.plan(SIGNED_ON, lambda: sign_off_synthesis(stage.synthesis, by=preparer, at=stage.now), hour=15)
    stage.plan(REOPENED_ON, lambda: read_on(stage), hour=9)


def begin_reading(stage: Stage) -> None:
    """The synthesis of the process and its themes."""
    coordinator = stage.people["coordinator"]
    stage.synthesis_ = begin(stage.process, by=coordinator, at=stage.now)
    for theme in chapter("themes")["themes"]:
        stage.themes[theme["key"]] = add_theme(stage.synthesis, title=theme["name"], by=coordinator)


def read(stage: Stage, words: dict[str, Any]) -> None:
    """Quote and code what was said, or set it aside when there is nothing to quote."""
    contribution, coordinator = stage.contributions[words["key"]], stage.people["coordinator"]
    for number, span in enumerate(words.get("quotes", []), start=1):
        stage.quotes[f"{words['key']}.{number}"] = take_quote(stage, contribution, span)
    if not words.get("quotes"):
        reason = words.get("aside", "said_already")
        set_aside(contribution, synthesis=stage.synthesis, reason=reason, by=coordinator, at=stage.now)


def take_quote(stage: Stage, contribution: Contribution, span: dict[str, Any]) -> Quote:
    """An exact span, coded to a perspective and a theme."""
    coordinator, start = stage.people["coordinator"], contribution.text.index(span["text"])
    made = quote(contribution, start=start, end=start + len(span["text"]), by=coordinator, at=stage.now)
    theme = stage.themes[span["theme"]]
    code(made, perspective=span["perspective"], theme=theme, by=coordinator, at=stage.now)
    return made


def write_conclusion(stage: Stage, told: dict[str, Any]) -> None:
    """What a party brought up, with what speaks for and against it."""
    coordinator = stage.people["coordinator"]
    stage.conclusions[told["key"]] = conclusion = conclude(
        stage.synthesis,
        perspective=told["perspective"],
        party=stage.parties[told["party"]],
        text=told["text"],
        themes=[stage.themes[told["theme"]]],
        by=coordinator,
        at=stage.now,
    )
    for stance, keys in ((Stance.FOR, told["for"]), (Stance.AGAINST, told["against"])):
        for key in keys:
            add_evidence(conclusion, stance=stance, by=coordinator, **evidence(stage, key))


def sign(stage: Stage, key: str) -> None:
    conclusion, preparer = stage.conclusions[key], stage.people["preparer"]
    stage.conclusions[key] = sign_off(conclusion, by=preparer, at=stage.now)


def read_on(stage: Stage) -> None:
    """New answers have come, so there is something to code again."""
    stage.synthesis_ = reopen_synthesis(
        stage.synthesis, reason=WHY_REOPENED, by=stage.people["preparer"], at=stage.now
    )


def evidence(stage: Stage, key: str) -> dict[str, Any]:
    """A quote by its key, or the claim's place in the map's published result."""
    if key in stage.quotes:
        return {"quote": stage.quotes[key]}
    return {"result": stage.results["map"], "claim_number": stage.claims[key].number}

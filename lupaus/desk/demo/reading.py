"""Read what people said: exact quotes, themes, and conclusions with evidence for and against."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, contributions, in_languages
from lupaus.journal.actions import record
from lupaus.synthesis.models import Coding, Conclusion, Evidence, Quote, Synthesis, Theme
from lupaus.synthesis.states import ConclusionState, Stance, SynthesisState

READ_ON, WRITTEN_ON, SIGNED_ON = -295, -262, -250


def begin_reading(stage: Stage) -> None:
    """The synthesis of the process and its themes."""
    stage.synthesis_ = Synthesis.objects.create(process=stage.process)
    for theme in chapter("themes")["themes"]:
        stage.themes[theme["key"]] = Theme.objects.create(
            synthesis=stage.synthesis, **in_languages("title", theme["name"])
        )


def read(stage: Stage, key: str, *, day: int) -> None:
    """Quote and code every contribution of a consultation that has something to say."""
    for words in contributions(key):
        for number, chosen in enumerate(words.get("quotes", []), start=1):
            stage.quotes[f"{words['key']}.{number}"] = quote(stage, words["key"], chosen, day=day)


def quote(stage: Stage, key: str, chosen: dict[str, Any], *, day: int) -> Quote:
    """An exact span, coded to a perspective and a theme."""
    contribution, coordinator = stage.contributions[key], stage.people["coordinator"]
    start, moment = contribution.text.index(chosen["text"]), stage.at(day, 13)
    made = Quote.objects.create(
        contribution=contribution,
        start=start,
        end=start + len(chosen["text"]),
        text=chosen["text"],
        quoted_by=coordinator,
        quoted_at=moment,
    )
    record("synthesis.quoted", made, by=coordinator, at=moment)
    Coding.objects.create(
        quote=made,
        perspective=chosen["perspective"],
        theme=stage.themes[chosen["theme"]],
        coded_by=coordinator,
        coded_at=moment,
    )
    return made


def conclude(stage: Stage) -> None:
    """What each party brought up, signed off one by one and then as a whole."""
    for told in chapter("conclusions")["conclusions"]:
        stage.conclusions[told["key"]] = write_conclusion(stage, told)
    synthesis, moment = stage.synthesis, stage.at(SIGNED_ON, 15)
    synthesis.state = SynthesisState.SIGNED_OFF
    synthesis.signed_off_at, synthesis.signed_off_by = moment, stage.people["preparer"]
    synthesis.save(update_fields=["state", "signed_off_at", "signed_off_by"])
    record("synthesis.signed_off", synthesis, by=stage.people["preparer"], at=moment)


def write_conclusion(stage: Stage, told: dict[str, Any]) -> Conclusion:
    preparer = stage.people["preparer"]
    conclusion = Conclusion.objects.create(
        synthesis=stage.synthesis,
        perspective=told["perspective"],
        party=stage.parties[told["party"]],
        state=ConclusionState.SIGNED_OFF,
        written_by=stage.people["coordinator"],
        written_at=stage.at(WRITTEN_ON),
        signed_off_at=stage.at(SIGNED_ON),
        signed_off_by=preparer,
        **in_languages("text", told["text"]),
    )
    conclusion.themes.add(stage.themes[told["theme"]])
    for stance, keys in ((Stance.FOR, told["for"]), (Stance.AGAINST, told["against"])):
        for key in keys:
            Evidence.objects.create(conclusion=conclusion, stance=stance, **evidence(stage, key))
    record("synthesis.concluded", conclusion, by=stage.people["coordinator"], at=stage.at(WRITTEN_ON))
    record("synthesis.conclusion_signed_off", conclusion, by=preparer, at=stage.at(SIGNED_ON))
    return conclusion


def evidence(stage: Stage, key: str) -> dict[str, Any]:
    """A quote by its key, or the claim's place in the map's published result."""
    if key in stage.quotes:
        return {"quote": stage.quotes[key]}
    return {"result": stage.results["map"], "claim_number": stage.claims[key].number}

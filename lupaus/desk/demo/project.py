"""Begin the work: the foundation, the process, who does it, by what means and when."""

from typing import Any

from django.utils import timezone

from lupaus.desk.demo import working
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, in_languages
from lupaus.foundations.actions import add_conclusion, add_goal, add_strategy, conclude_item
from lupaus.foundations.models import FoundationConclusion, FoundationItem
from lupaus.process.actions import form_group, name_resource, seat_member, set_milestone, start


def plan(stage: Stage) -> None:
    begun = chapter("process")["phases"]["foundation"]
    stage.plan(begun["starts"], lambda: start_project(stage), hour=8)
    stage.plan(begun["ends"], lambda: lay_foundation(stage), hour=9)


def start_project(stage: Stage) -> None:
    """Start the process, which also gives the county its checklist of the foundation."""
    stage.process_ = start(
        stage.county,
        by=stage.people["preparer"],
        started_on=timezone.localdate(stage.now),
        at=stage.now,
        **chapter("process")["plan"],
    )
    working.plan(stage)
    coordinator = stage.people["coordinator"]
    for group in chapter("people")["groups"]:
        seat_group(stage, group)
    for resource in chapter("process")["resources"]:
        texts = in_languages("title", resource["text"]) | in_languages("amount", resource["amount"])
        name_resource(stage.process, by=coordinator, texts=texts)
    for date in chapter("process")["timetable"]:
        set_milestone(
            stage.process,
            by=coordinator,
            on=stage.on(stage.working_day(date["day"])),
            texts=in_languages("title", date),
            tied_to=date["tied_to"],
        )


def seat_group(stage: Stage, group: dict[str, Any]) -> None:
    coordinator = stage.people["coordinator"]
    texts = in_languages("name", group["name"]) | in_languages("duty", group["task"])
    formed = form_group(stage.process, by=coordinator, kind=group["key"], texts=texts)
    for member in group["members"]:
        user = stage.people[member["person"]]
        seat_member(
            formed, by=coordinator, name=user.name, user=user, texts=in_languages("role", member["role"])
        )


def lay_foundation(stage: Stage) -> None:
    """Strategies and goals, and what the county concludes of its foundation."""
    preparer = stage.people["preparer"]
    for strategy in chapter("foundations")["strategies"]:
        entered = add_strategy(
            stage.county,
            by=preparer,
            kind=strategy["kind"],
            decided_on=stage.on(-480),
            texts=in_languages("title", strategy["name"]),
        )
        for goal in strategy["goals"]:
            stage.goals[goal["key"]] = add_goal(
                entered, by=preparer, texts=in_languages("text", goal["text"])
            )
    for key, conclusion in chapter("process")["foundation"].items():
        item = FoundationItem.objects.get(county=stage.county, key=key)
        conclude_item(item, by=preparer, texts=in_languages("conclusion", conclusion))
    for conclusion in chapter("process")["conclusions"]:
        add_conclusion(stage.county, by=preparer, texts=in_languages("text", conclusion))
    # These two deeds know only the present; in the story they were done when the foundation was laid.
    FoundationItem.objects.of(stage.county).exclude(concluded_at=None).update(concluded_at=stage.now)
    FoundationConclusion.objects.of(stage.county).update(written_at=stage.now)

"""Begin the work: strategies and goals, the process, its groups, means and dates."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter, in_languages
from lupaus.foundations.models import Goal, Strategy
from lupaus.journal.actions import record
from lupaus.process.models import Group, GroupMember, Milestone, Process, Resource


def lay_foundation(stage: Stage) -> None:
    """The strategies and goals that the promise must serve."""
    for strategy in chapter("foundations")["strategies"]:
        made = Strategy.objects.create(
            county=stage.county,
            kind=strategy["kind"],
            decided_on=stage.on(-480),
            **in_languages("title", strategy["name"]),
        )
        for order, goal in enumerate(strategy["goals"]):
            stage.goals[goal["key"]] = Goal.objects.create(
                strategy=made, order=order, **in_languages("text", goal["text"])
            )


def start_project(stage: Stage) -> None:
    """Start the process, with who does it, by what means and when."""
    project = chapter("foundations")["project"]
    begun = project["timetable"][0]["day"]
    stage.process_ = process = Process.objects.create(
        county=stage.county,
        started_on=stage.on(begun),
        **in_languages("title", project["title"]),
        **in_languages("purpose", project["aim"]),
        **in_languages("scope", project["scope"]),
        **in_languages("boundary_conditions", joined(project["analysis"])),
    )
    record("process.started", process, by=stage.people["preparer"], at=stage.at(begun))
    for group in chapter("people")["groups"]:
        seat_group(stage, group)
    for resource in project["resources"]:
        Resource.objects.create(process=process, **in_languages("title", resource))
    for milestone in project["timetable"]:
        Milestone.objects.create(
            process=process, on=stage.on(milestone["day"]), **in_languages("title", milestone)
        )


def seat_group(stage: Stage, group: dict[str, Any]) -> None:
    made = Group.objects.create(
        process=stage.process,
        kind=group["key"],
        **in_languages("name", group["name"]),
        **in_languages("duty", group["task"]),
    )
    for member in group["members"]:
        user = stage.people[member["person"]]
        GroupMember.objects.create(group=made, user=user, name=user.name, role=member["role"]["fi"])


def joined(texts: list[dict[str, str]]) -> dict[str, str]:
    """Several sentences as one text per language, a line each."""
    return {language: "\n".join(text[language] for text in texts) for language in LANGUAGES}

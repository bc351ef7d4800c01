"""Work through the process: what is done, what is under way, and what people answered of it."""

from functools import partial
from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.people.models import User
from lupaus.process.actions import (
    answer_self_test,
    assign_task,
    close_phase,
    confirm_output,
    drop_task,
    finish_task,
    revise_phase,
    tick_item,
)
from lupaus.process.models import Phase, Task


def plan(stage: Stage) -> None:
    """Put every phase of the process on the agenda, as far as the story has come."""
    for phase in stage.process.phases.all():
        plan_phase(stage, phase, chapter("process")["phases"][phase.key])


def plan_phase(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    preparer, last = stage.people["preparer"], min(told["ends"], -6)
    window = {"starts_on": stage.on(told["starts"]), "ends_on": stage.on(told["ends"])}
    stage.plan(told["starts"], lambda: revise_phase(phase, by=preparer, texts={}, **window), hour=8)
    plan_tasks(stage, phase, told)
    stage.plan(last, lambda: answer(stage, phase), hour=13)
    stage.plan(last, lambda: confirm(stage, phase), hour=14)
    if told.get("closed"):
        stage.plan(told["ends"], lambda: close_phase(phase, by=preparer, at=stage.now), hour=16)


def plan_tasks(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    """Drop what was left out, give the open ones to people, and finish the rest over the phase's time."""
    tasks = list(phase.tasks.all())
    last = min(told["ends"], -3)
    for number, task in enumerate(tasks, 1):
        day = told["starts"] + (last - told["starts"]) * number // len(tasks)
        by = stage.people["preparer" if number % 2 else "coordinator"]
        if because := chapter("process")["dropped_tasks"].get(task.key):
            stage.plan(told["starts"], partial(drop_task, task, by=stage.people["preparer"], because=because))
        elif given := chapter("process")["open_tasks"].get(task.key):
            stage.plan(told["starts"], partial(give, stage, task, given))
        else:
            stage.plan(day, partial(finish, stage, task, by=by), hour=15)


def give(stage: Stage, task: Task, given: dict[str, Any]) -> None:
    to, due_on = stage.people[given["to"]], stage.on(given["due"])
    assign_task(task, by=stage.people["coordinator"], to=to, due_on=due_on)


def finish(stage: Stage, task: Task, *, by: User) -> None:
    for item in task.checklist.all():
        tick_item(item, by=by, at=stage.now)
    finish_task(task, by=by, at=stage.now)


def answer(stage: Stage, phase: Phase) -> None:
    """Named people answer the self-test with grounds."""
    for question in phase.self_test.all():
        if given := chapter("process")["self_test"].get(question.key):
            answer_self_test(
                question,
                by=stage.people[given["by"]],
                answer=given["answer"],
                grounds=given["grounds"],
                at=stage.now,
            )


def confirm(stage: Stage, phase: Phase) -> None:
    for output in phase.outputs.all():
        if note := chapter("process")["confirmed_outputs"].get(output.key):
            confirm_output(output, by=stage.people["preparer"], note=note, at=stage.now)

"""Work through the process: what is done, what is under way, and what people answered of it."""

from typing import Any

from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter
from lupaus.journal.actions import as_of
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


def work(stage: Stage, *keys: str) -> None:
    """Bring some phases of the process board to where the story stands today."""
    for key in keys:
        phase, told = stage.process.phases.get(key=key), chapter("process")["phases"][key]
        with as_of(stage.at(told["starts"], 8)):
            work_through(stage, phase, told)


def work_through(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    preparer = stage.people["preparer"]
    window = {"starts_on": stage.on(told["starts"]), "ends_on": stage.on(told["ends"])}
    revise_phase(phase, by=preparer, texts={}, **window)
    do_tasks(stage, phase, told)
    answer(stage, phase, told)
    confirm(stage, phase, told)
    if told.get("closed"):
        close_phase(phase, by=preparer, at=stage.at(told["ends"], 16))


def do_tasks(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    """Drop what was left out, give the open ones to people, and finish the rest over the phase's time."""
    tasks = list(phase.tasks.all())
    last = min(told["ends"], -3)
    for number, task in enumerate(tasks, 1):
        day = told["starts"] + (last - told["starts"]) * number // len(tasks)
        if because := chapter("process")["dropped_tasks"].get(task.key):
            drop_task(task, by=stage.people["preparer"], because=because)
        elif given := chapter("process")["open_tasks"].get(task.key):
            to = stage.people[given["to"]]
            assign_task(task, by=stage.people["coordinator"], to=to, due_on=stage.on(given["due"]))
        else:
            finish(stage, task, day=day, by=stage.people["preparer" if number % 2 else "coordinator"])


def finish(stage: Stage, task: Task, *, day: int, by: User) -> None:
    for item in task.checklist.all():
        tick_item(item, by=by, at=stage.at(day, 9))
    finish_task(task, by=by, at=stage.at(day, 15))


def answer(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    """Named people answer the self-test with grounds."""
    for question in phase.self_test.all():
        if given := chapter("process")["self_test"].get(question.key):
            answer_self_test(
                question,
                by=stage.people[given["by"]],
                answer=given["answer"],
                grounds=given["grounds"],
                at=stage.at(min(told["ends"], -6), 13),
            )


def confirm(stage: Stage, phase: Phase, told: dict[str, Any]) -> None:
    for output in phase.outputs.all():
        if note := chapter("process")["confirmed_outputs"].get(output.key):
            confirm_output(
                output, by=stage.people["preparer"], note=note, at=stage.at(min(told["ends"], -6), 14)
            )

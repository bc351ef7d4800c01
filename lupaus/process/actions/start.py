"""Begin a process: the county's own copy of the handbook's foundation, phases and threads."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.foundations.actions import lay_foundation
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import ChecklistItem, Output, Phase, Process, SelfTestQuestion, Task
from lupaus.process.queries.handbook import Chapter, ChapterTask, handbook, role_words
from lupaus.web.access import require
from lupaus.web.content_forms import columns
from lupaus.web.languages import LANGUAGES


@transaction.atomic
def start(
    county: County,
    *,
    by: User,
    title: Mapping[str, str],
    started_on: date | None = None,
    at: datetime | None = None,
    **texts: Mapping[str, str],
) -> Process:
    """Begin the work on a promise, with every phase, task, output and question for the county to adapt."""
    require(by, "process.start", county)
    lay_foundation(county, by=by)
    process = Process.objects.create(
        county=county,
        started_on=started_on or timezone.localdate(),
        **columns("title", title),
        **{
            column: text
            for field, written in texts.items()
            for column, text in columns(field, written).items()
        },
    )
    for order, chapter in enumerate(handbook()):
        _copy_chapter(process, chapter, order)
    record("process.started", process, by=by, at=at)
    return process


def _copy_chapter(process: Process, chapter: Chapter, order: int) -> None:
    phase = Phase.objects.create(
        process=process,
        key=chapter.key,
        kind=chapter.kind,
        order=order,
        **columns("title", chapter.title),
        **columns("purpose", chapter.purpose),
    )
    for number, task in enumerate(chapter.tasks, 1):
        _copy_task(phase, task, number)
    Output.objects.bulk_create(
        Output(
            phase=phase,
            key=output.key,
            derived_from=output.derived_from,
            order=number,
            **columns("title", output.title),
        )
        for number, output in enumerate(chapter.outputs, 1)
    )
    SelfTestQuestion.objects.bulk_create(
        SelfTestQuestion(phase=phase, key=question.key, order=number, **columns("text", question.title))
        for number, question in enumerate(chapter.self_test, 1)
    )


def _copy_task(phase: Phase, task: ChapterTask, order: int) -> None:
    row = Task.objects.create(
        phase=phase,
        key=task.key,
        place=task.place,
        laws=list(task.laws),
        order=order,
        **columns("title", task.title),
        **columns("guide", task.guide),
        **columns("who", _roles_in_words(task.who)),
    )
    ChecklistItem.objects.bulk_create(
        ChecklistItem(task=row, key=item.key, order=number, **columns("text", item.title))
        for number, item in enumerate(task.checklist, 1)
    )


def _roles_in_words(roles: tuple[str, ...]) -> dict[str, str]:
    """The roles that usually do a task, named in every language."""
    return {language: ", ".join(role_words()[role][language] for role in roles) for language in LANGUAGES}

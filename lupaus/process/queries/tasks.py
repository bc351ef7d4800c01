"""Which process is under way, and whose tasks are open."""

from typing import Any

from django.db.models import F, Max, QuerySet

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process.models import ChecklistItem, Process, Task


def current_process(county: County) -> Process | None:
    """The round of work begun last."""
    return Process.objects.filter(county=county).select_related("county").first()


def tasks_given_to(user: User, *, county: County) -> QuerySet[Task]:
    """A person's open tasks, the nearest date first and those without a date last."""
    open_tasks: QuerySet[Task] = (
        Task.objects.of(county).kept().filter(assigned_to=user, finished_at__isnull=True)
    )
    return open_tasks.select_related("phase").order_by(
        F("due_on").asc(nulls_last=True), "phase__order", "order"
    )


def checklist_of(task: Task) -> list[ChecklistItem]:
    return list(task.checklist.select_related("ticked_by"))


def order_after(rows: Any) -> int:
    """The place after the last row."""
    return int(rows.aggregate(last=Max("order"))["last"] or 0) + 1

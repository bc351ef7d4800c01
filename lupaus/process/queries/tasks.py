"""What stands in a task, and in which place something new stands."""

from typing import Any

from django.db.models import Max

from lupaus.process.models import ChecklistItem, Task


def checklist_of(task: Task) -> list[ChecklistItem]:
    return list(task.checklist.select_related("ticked_by"))


def order_after(rows: Any) -> int:
    """The place after the last row."""
    return int(rows.aggregate(last=Max("order"))["last"] or 0) + 1

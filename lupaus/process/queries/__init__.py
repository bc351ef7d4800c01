"""Read the process: the handbook it began from, and how far the work has come."""

from lupaus.process.queries.handbook import Chapter, ChapterTask, handbook
from lupaus.process.queries.places import place_address
from lupaus.process.queries.plan import PlanGap, plan_gaps
from lupaus.process.queries.tasks import checklist_of, order_after

__all__ = [
    "Chapter",
    "ChapterTask",
    "PlanGap",
    "checklist_of",
    "handbook",
    "order_after",
    "place_address",
    "plan_gaps",
]

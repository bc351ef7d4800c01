"""Read the process: the handbook it began from, and how far the work has come."""

from lupaus.process.queries.handbook import Chapter, ChapterTask, handbook
from lupaus.process.queries.places import place_address
from lupaus.process.queries.plan import PlanGap, plan_gaps
from lupaus.process.queries.tasks import checklist_of, order_after
from lupaus.process.queries.year_clock import ClockEvent, coming_dates, year_clock, year_clock_content

__all__ = [
    "Chapter",
    "ChapterTask",
    "ClockEvent",
    "PlanGap",
    "checklist_of",
    "coming_dates",
    "handbook",
    "order_after",
    "place_address",
    "plan_gaps",
    "year_clock",
    "year_clock_content",
]

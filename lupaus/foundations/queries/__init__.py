"""Read the foundations: the county's own, and those all counties share."""

from lupaus.foundations.queries.content import (
    Concept,
    LawLink,
    checklist_content,
    glossary,
    law_content,
    law_link,
    legal_floor_content,
    national_objective_content,
)
from lupaus.foundations.queries.overview import Progress, foundation_progress, laws_by_act, laws_by_code

__all__ = [
    "Concept",
    "LawLink",
    "Progress",
    "checklist_content",
    "foundation_progress",
    "glossary",
    "law_content",
    "law_link",
    "laws_by_act",
    "laws_by_code",
    "legal_floor_content",
    "national_objective_content",
]

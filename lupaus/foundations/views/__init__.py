"""Officials' pages of the foundations."""

from lupaus.foundations.views.checklist import (
    add_conclusion,
    conclude_item,
    foundations,
    remove_conclusion,
    revise_conclusion,
)
from lupaus.foundations.views.shared import (
    add_recommendation,
    legal_references,
    national_objectives,
    remove_recommendation,
)
from lupaus.foundations.views.strategies import (
    add_goal,
    add_strategy,
    remove_goal,
    revise_goal,
    revise_strategy,
    strategies,
)

__all__ = [
    "add_conclusion",
    "add_goal",
    "add_recommendation",
    "add_strategy",
    "conclude_item",
    "foundations",
    "legal_references",
    "national_objectives",
    "remove_conclusion",
    "remove_goal",
    "remove_recommendation",
    "revise_conclusion",
    "revise_goal",
    "revise_strategy",
    "strategies",
]

"""Deeds of the foundations: write down what the promise rests on."""

from lupaus.foundations.actions.checklist import (
    add_conclusion,
    conclude_item,
    lay_foundation,
    remove_conclusion,
    revise_conclusion,
)
from lupaus.foundations.actions.shared import renew_shared
from lupaus.foundations.actions.strategies import (
    GoalIsInUse,
    add_goal,
    add_recommendation,
    add_strategy,
    remove_goal,
    remove_recommendation,
    revise_goal,
    revise_strategy,
)

__all__ = [
    "GoalIsInUse",
    "add_conclusion",
    "add_goal",
    "add_recommendation",
    "add_strategy",
    "conclude_item",
    "lay_foundation",
    "remove_conclusion",
    "remove_goal",
    "remove_recommendation",
    "renew_shared",
    "revise_conclusion",
    "revise_goal",
    "revise_strategy",
]

"""Deeds on strategies, their goals and the ministries' recommendations."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max, ProtectedError

from lupaus.counties.models import County
from lupaus.foundations.models import Goal, SteeringRecommendation, Strategy
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.web.access import require


class GoalIsInUse(Exception):
    """A pledge leans on the goal, so it cannot be removed."""


@transaction.atomic
def add_strategy(
    county: County,
    *,
    by: User,
    kind: str,
    texts: Mapping[str, str],
    decided_on: date | None = None,
    address: str = "",
) -> Strategy:
    """Enter a strategy (strategia) the promise must lean on."""
    require(by, "foundations.write", county)
    strategy = Strategy.objects.create(
        county=county, kind=kind, decided_on=decided_on, address=address, **texts
    )
    record("foundations.strategy_added", strategy, by=by)
    return strategy


@transaction.atomic
def revise_strategy(
    strategy: Strategy,
    *,
    by: User,
    kind: str,
    texts: Mapping[str, str],
    decided_on: date | None = None,
    address: str = "",
) -> Strategy:
    """Correct what is said of a strategy."""
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    require(by, "foundations.write", strategy)
    strategy.kind, strategy.decided_on, strategy.address = kind, decided_on, address
    for field, text in texts.items():
        setattr(strategy, field, text)
    strategy.save(update_fields=["kind", "decided_on", "address", *texts])
    record("foundations.strategy_revised", strategy, by=by)
    return strategy


@transaction.atomic
def add_goal(strategy: Strategy, *, by: User, texts: Mapping[str, str]) -> Goal:
    """Enter a goal (tavoite) of a strategy, for pledges to serve."""
    require(by, "foundations.write", strategy)
    last = strategy.goals.aggregate(last=Max("order"))["last"] or 0
    goal = Goal.objects.create(strategy=strategy, order=last + 1, **texts)
    record("foundations.goal_added", goal, by=by)
    return goal


@transaction.atomic
def revise_goal(goal: Goal, *, by: User, texts: Mapping[str, str]) -> Goal:
    """Correct the wording of a goal."""
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    require(by, "foundations.write", goal)
    for field, text in texts.items():
        setattr(goal, field, text)
    goal.save(update_fields=list(texts))
    record("foundations.goal_revised", goal, by=by)
    return goal


@transaction.atomic
def remove_goal(goal: Goal, *, by: User) -> None:
    """Remove a goal that no pledge leans on."""
    require(by, "foundations.write", goal)
    record("foundations.goal_removed", goal, by=by, text=goal.text)
    try:
        goal.delete()
    except ProtectedError as protected:
        raise GoalIsInUse(goal.text) from protected


@transaction.atomic
def add_recommendation(
    county: County, *, by: User, year: int, texts: Mapping[str, str], address: str = ""
) -> SteeringRecommendation:
    """Enter what the ministries recommended in a yearly negotiation (toimenpidesuositus)."""
    require(by, "foundations.write", county)
    recommendation = SteeringRecommendation.objects.create(county=county, year=year, address=address, **texts)
    record("foundations.recommendation_added", recommendation, by=by)
    return recommendation


@transaction.atomic
def remove_recommendation(recommendation: SteeringRecommendation, *, by: User) -> None:
    """Remove a recommendation entered by mistake."""
    require(by, "foundations.write", recommendation)
    record("foundations.recommendation_removed", recommendation, by=by, text=recommendation.text)
    recommendation.delete()

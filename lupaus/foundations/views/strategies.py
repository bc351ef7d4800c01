"""Strategies and their goals."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.foundations import actions
from lupaus.foundations.forms import GoalForm, StrategyForm
from lupaus.foundations.models import Goal, Strategy
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require


@officials_only
def strategies(request: OfficialRequest) -> HttpResponse:
    """The county's strategies with their goals."""
    require(request.user, "foundations.see", request.county)
    context = {
        "section": "foundations",
        "strategies": Strategy.objects.of(request.county).prefetch_related("goals"),
        "may_write": may(request.user, "foundations.write", request.county),
    }
    return render(request, "foundations/strategies.html", context)


@officials_only
def add_strategy(request: OfficialRequest) -> HttpResponse:
    """Enter a strategy."""
    require(request.user, "foundations.write", request.county)
    form = StrategyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_strategy(
            request.county, by=request.user, texts=form.text_columns(), **strategy_facts(form)
        )
        messages.success(request, _("The strategy is entered. Add its goals next."))
        return redirect("foundations:strategies")
    return render(request, "foundations/add_strategy.html", {"section": "foundations", "form": form})


@officials_only
def revise_strategy(request: OfficialRequest, strategy_id: str) -> HttpResponse:
    """Correct what is said of a strategy."""
    strategy = get_object_or_404(Strategy.objects.of(request.county), public_id=strategy_id)
    require(request.user, "foundations.write", strategy)
    form = StrategyForm(request.POST or None, thing=strategy)
    if request.method == "POST" and form.is_valid():
        actions.revise_strategy(strategy, by=request.user, texts=form.text_columns(), **strategy_facts(form))
        messages.success(request, _("The strategy is saved."))
        return redirect("foundations:strategies")
    context = {"section": "foundations", "form": form, "strategy": strategy}
    return render(request, "foundations/revise_strategy.html", context)


def strategy_facts(form: StrategyForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("kind", "decided_on", "address")}


@officials_only
def add_goal(request: OfficialRequest, strategy_id: str) -> HttpResponse:
    """Enter a goal of a strategy."""
    strategy = get_object_or_404(Strategy.objects.of(request.county), public_id=strategy_id)
    require(request.user, "foundations.write", strategy)
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_goal(strategy, by=request.user, texts=form.text_columns())
        messages.success(request, _("The goal is entered."))
        return redirect("foundations:strategies")
    context = {"section": "foundations", "form": form, "strategy": strategy}
    return render(request, "foundations/add_goal.html", context)


@officials_only
def revise_goal(request: OfficialRequest, goal_id: str) -> HttpResponse:
    """Correct the wording of a goal."""
    goal = get_object_or_404(
        Goal.objects.of(request.county).select_related("strategy__county"), public_id=goal_id
    )
    require(request.user, "foundations.write", goal)
    form = GoalForm(request.POST or None, thing=goal)
    if request.method == "POST" and form.is_valid():
        actions.revise_goal(goal, by=request.user, texts=form.text_columns())
        messages.success(request, _("The goal is saved."))
        return redirect("foundations:strategies")
    return render(
        request, "foundations/revise_goal.html", {"section": "foundations", "form": form, "goal": goal}
    )


@require_POST
@officials_only
def remove_goal(request: OfficialRequest, goal_id: str) -> HttpResponse:
    goal = get_object_or_404(
        Goal.objects.of(request.county).select_related("strategy__county"), public_id=goal_id
    )
    try:
        actions.remove_goal(goal, by=request.user)
    except actions.GoalIsInUse:
        messages.error(
            request, _("A pledge leans on this goal. Take the goal out of the pledge's basis first.")
        )
    else:
        messages.success(request, _("The goal is removed."))
    return redirect("foundations:strategies")

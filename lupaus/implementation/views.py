"""Officials' pages on keeping the pledges."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.decision.queries import SpokenPledge, spoken_pledges
from lupaus.implementation import actions
from lupaus.implementation.forms import AssignForm, ClauseForm, MeasureStateForm, UnitForm
from lupaus.implementation.models import ContractClause, Measure, Unit
from lupaus.implementation.queries import MeasureLine, kept_pledges, measures_in, units_of
from lupaus.implementation.states import MeasureState
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.promise.models import Pledge
from lupaus.web.access import may, require
from lupaus.web.states import MoveRefused


def page(request: OfficialRequest, name: str, **shown: Any) -> HttpResponse:
    return render(request, f"implementation/{name}.html", {"section": "implementation", **shown})


@officials_only
def measures(request: OfficialRequest) -> HttpResponse:
    """What is done to keep the pledges, by whom, and which pledges nobody keeps yet."""
    chosen = {name: request.GET.get(name, "") for name in ("pledge", "unit", "state")}
    today = timezone.localdate()
    return page(
        request,
        "measures",
        measures=[MeasureLine(measure, today) for measure in measures_in(request.county, **chosen)],
        pledges=kept_pledges(request.county),
        units=units_of(request.county),
        states=MeasureState.choices,
        chosen=chosen,
        may_assign=may(request.user, "implementation.assign", request.county),
    )


@officials_only
def assign(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Give a unit a measure for a pledge."""
    pledge = _pledge(request, public_id)
    require(request.user, "implementation.assign", pledge)
    form = AssignForm(request.POST or None, pledge=pledge)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("unit", "starts_on", "ends_on", "target")}
        title, reason = form.texts("title"), form.texts("reason")
        measure = actions.assign(pledge, title=title, reason=reason, by=request.user, **given)
        messages.success(request, _("The measure is assigned."))
        return redirect("implementation:measure", measure.public_id)
    return page(request, "assign", form=form, spoken=_spoken(pledge))


def _pledge(request: OfficialRequest, public_id: str) -> Pledge:
    pledges = Pledge.objects.of(request.county).select_related("pair__promise__county")
    return get_object_or_404(pledges, public_id=public_id)


def _spoken(pledge: Pledge) -> SpokenPledge:
    return SpokenPledge(pledge, pledge.wordings.order_by("-version__number").first())


@officials_only
def measure(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One measure: for which pledge, by whom, and how it goes."""
    found = _measure(request, public_id)
    return _measure_page(request, found, MeasureStateForm(measure=found))


def _measure(request: OfficialRequest, public_id: str) -> Measure:
    measure: Measure = get_object_or_404(measures_in(request.county), public_id=public_id)
    return measure


def _measure_page(request: OfficialRequest, found: Measure, form: MeasureStateForm) -> HttpResponse:
    return page(
        request,
        "measure",
        line=MeasureLine(found, timezone.localdate()),
        spoken=_spoken(found.pledge),
        form=form,
        may_change=bool(form.fields["state"].choices)  # type: ignore[attr-defined]
        and may(request.user, "implementation.set_measure_state", found),
    )


@require_POST
@officials_only
def set_measure_state(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Tell how the measure goes."""
    found = _measure(request, public_id)
    require(request.user, "implementation.set_measure_state", found)
    form = MeasureStateForm(request.POST, measure=found)
    if not form.is_valid():
        return _measure_page(request, found, form)
    try:
        actions.set_measure_state(
            found, state=form.cleaned_data["state"], note=form.texts("note"), by=request.user
        )
    except MoveRefused:
        messages.error(request, _("Someone changed the measure meanwhile. Look at it and try again."))
    else:
        messages.success(request, _("The new state is saved."))
    return redirect("implementation:measure", found.public_id)


@officials_only
def units(request: OfficialRequest) -> HttpResponse:
    """The units and who answers for each."""
    may_name = may(request.user, "implementation.name_unit", request.county)
    return page(request, "units", units=units_of(request.county), may_name=may_name)


@officials_only
def name_unit(request: OfficialRequest) -> HttpResponse:
    """Name a new unit."""
    return _unit_page(request, None)


@officials_only
def edit_unit(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Mend a unit's name or who answers for it."""
    unit: Unit = get_object_or_404(units_of(request.county), public_id=public_id)
    return _unit_page(request, unit)


def _unit_page(request: OfficialRequest, unit: Unit | None) -> HttpResponse:
    require(request.user, "implementation.name_unit", request.county)
    form = UnitForm(request.POST or None, county=request.county, unit=unit)
    if form.is_valid():
        actions.name_unit(
            request.county,
            unit=unit,
            name=form.texts("name"),
            responsible_role=form.texts("responsible_role"),
            responsible=form.cleaned_data["responsible"],
            by=request.user,
        )
        messages.success(request, _("The unit is saved."))
        return redirect("implementation:units")
    return page(request, "name_unit", form=form, unit=unit)


@officials_only
def clauses(request: OfficialRequest) -> HttpResponse:
    """What providers have agreed to."""
    agreed = ContractClause.objects.of(request.county).select_related("provider", "pledge__pair")
    pledges = {spoken.pledge.pk: spoken for spoken in spoken_pledges(request.county)}
    return page(request, "clauses", rows=[(clause, pledges[clause.pledge_id]) for clause in agreed])


@officials_only
def agree_clause(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Write a pledge into a provider's contract."""
    pledge = _pledge(request, public_id)
    require(request.user, "implementation.agree_clause", pledge)
    form = ClauseForm(request.POST or None, pledge=pledge)
    if form.is_valid():
        provider = actions.name_provider(request.county, name=form.cleaned_data["provider"], by=request.user)
        actions.agree_clause(
            pledge,
            provider=provider,
            text=form.texts("text"),
            contract=form.texts("contract"),
            holds_from=form.cleaned_data["holds_from"],
            by=request.user,
        )
        messages.success(request, _("The clause is saved."))
        return redirect("implementation:clauses")
    return page(request, "agree_clause", form=form, spoken=_spoken(pledge))

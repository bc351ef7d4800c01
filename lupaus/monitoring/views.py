"""Officials' pages on following the promise."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.monitoring import actions
from lupaus.monitoring.forms import EffectForm, FindingForm, IndicatorForm, ObservationsForm, PathForm
from lupaus.monitoring.models import CorrectiveAction, Indicator, ObservationPreview
from lupaus.monitoring.queries import (
    FileRefused,
    Preview,
    example_rows,
    figures_of,
    followed_by,
    judge,
    judgements,
    open_findings,
    path_initial,
)
from lupaus.monitoring.queries import preview_observations as look_at
from lupaus.monitoring.states import KEY_INDICATORS_AT_MOST, RowOutcome
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import may, require

ROWS_SHOWN = 200


def page(request: OfficialRequest, name: str, **shown: Any) -> HttpResponse:
    return render(request, f"monitoring/{name}.html", {"section": "monitoring", **shown})


@officials_only
def indicators(request: OfficialRequest) -> HttpResponse:
    """How every indicator stands against its path, the key indicators first."""
    judged = judgements(request.county)
    return page(
        request,
        "indicators",
        key=[judgement for judgement in judged if judgement.indicator.is_key],
        others=[judgement for judgement in judged if not judgement.indicator.is_key],
        most=KEY_INDICATORS_AT_MOST,
        findings=open_findings(request.county),
        may_define=may(request.user, "monitoring.define_indicator", request.county),
        may_import=may(request.user, "monitoring.import_observations", request.county),
    )


def _indicator(request: OfficialRequest, public_id: str) -> Indicator:
    found: QuerySet[Indicator] = Indicator.objects.of(request.county).select_related("county")
    return get_object_or_404(found, public_id=public_id)


@officials_only
def indicator(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One indicator: its judgement, figures, path, and what was done when the path was lost."""
    found = _indicator(request, public_id)
    judgement = judge(found)
    return page(
        request,
        "indicator",
        judgement=judgement,
        figures=figures_of(judgement),
        followed=followed_by(found),
        findings=found.corrective_actions.all(),
        may_define=may(request.user, "monitoring.define_indicator", found),
        may_find=may(request.user, "monitoring.raise_finding", found),
    )


@officials_only
def define_indicator(request: OfficialRequest) -> HttpResponse:
    """Define a new indicator."""
    require(request.user, "monitoring.define_indicator", request.county)
    form = IndicatorForm(request.POST or None, county=request.county)
    if form.is_valid():
        try:
            made = actions.define_indicator(request.county, by=request.user, **form.given())
        except actions.TooManyKeyIndicators:
            form.add_error("is_key", too_many_key_indicators())
        except actions.CodeIsTaken:
            form.add_error("code", _("Another indicator has this code. Choose another one."))
        else:
            messages.success(request, _("The indicator is defined. Set its path next."))
            return redirect("monitoring:set_path", made.public_id)
    return page(request, "define_indicator", form=form)


def too_many_key_indicators() -> str:
    return _(
        "There are already %(most)s key indicators. More would not be followed. Take the mark from another one first."
    ) % {"most": KEY_INDICATORS_AT_MOST}


@officials_only
def edit_indicator(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Mend what an indicator says of itself."""
    found = _indicator(request, public_id)
    require(request.user, "monitoring.define_indicator", found)
    form = IndicatorForm(request.POST or None, county=request.county, indicator=found)
    if form.is_valid():
        try:
            actions.edit_indicator(found, by=request.user, **form.given())
        except actions.TooManyKeyIndicators:
            form.add_error("is_key", too_many_key_indicators())
        else:
            messages.success(request, _("The indicator is saved."))
            return redirect("monitoring:indicator", found.public_id)
    return page(request, "define_indicator", form=form, indicator=found)


@officials_only
def set_path(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Set where we start from and where we mean to be by when."""
    found = _indicator(request, public_id)
    require(request.user, "monitoring.set_path", found)
    form = PathForm(request.POST or None, initial=path_initial(found))
    if form.is_valid():
        start = {name: form.cleaned_data[name] for name in ("baseline", "baseline_on")}
        try:
            actions.set_path(found, **start, points=form.written_points(), by=request.user)
        except actions.PathIsImpossible as refusal:
            form.add_error(None, path_refusal(refusal.reason))
        else:
            messages.success(request, _("The path is saved."))
            return redirect("monitoring:indicator", found.public_id)
    return page(request, "set_path", form=form, indicator=found)


def path_refusal(reason: str) -> str:
    return {
        "empty": _("Write at least one target."),
        "same_day": _("Two targets are on the same day. Move one of them."),
        "before_baseline": _("A target is on the day of the start or before it. Choose a later day."),
        "wrong_way": _(
            "A target is worse than the figure at the start. Check the figures, and which way is better."
        ),
    }[reason]


@officials_only
def import_observations(request: OfficialRequest) -> HttpResponse:
    """Choose a file of figures to look at."""
    require(request.user, "monitoring.import_observations", request.county)
    form = ObservationsForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            preview = look_at(request.county, form.cleaned_data["file"])
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            kept = actions.keep_preview(request.county, preview=preview, by=request.user)
            return redirect("monitoring:preview_observations", kept.public_id)
    return page(request, "import_observations", form=form)


@officials_only
def example_file(request: OfficialRequest) -> HttpResponse:
    """A file to begin from: the right headings and a row for each indicator."""
    lines = [";".join(cells) for cells in example_rows(request.county)]
    response = HttpResponse("\ufeff" + "\r\n".join(lines) + "\r\n", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("figures")}.csv"'
    return response


def _kept(request: OfficialRequest, public_id: str) -> ObservationPreview:
    kept: QuerySet[ObservationPreview] = ObservationPreview.objects.of(request.county)
    found = get_object_or_404(kept, public_id=public_id)
    require(request.user, "monitoring.import_observations", request.county)
    return found


@officials_only
def preview_observations(request: OfficialRequest, public_id: str) -> HttpResponse:
    """What the file would bring, row by row, before anything is taken in."""
    kept = _kept(request, public_id)
    preview = Preview.from_json(kept.body)
    refused = preview.of(RowOutcome.REFUSED)
    others = [row for row in preview.rows if row.outcome != RowOutcome.REFUSED]
    return page(
        request,
        "preview_observations",
        kept=kept,
        preview=preview,
        refused=refused[:ROWS_SHOWN],
        rows=others[:ROWS_SHOWN],
        rows_hidden=max(0, len(others) - ROWS_SHOWN) + max(0, len(refused) - ROWS_SHOWN),
    )


@require_POST
@officials_only
def confirm_observations(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Take in exactly what was looked at."""
    kept = _kept(request, public_id)
    if request.POST.get("digest") != kept.digest:
        messages.error(request, _("This is not the file you looked at. Choose the file again."))
        return redirect("monitoring:import_observations")
    preview = Preview.from_json(kept.body)
    try:
        taken = actions.import_observations(request.county, preview=preview, by=request.user)
    except (actions.PreviewIsOutdated, actions.PreviewHasRefusals, actions.NothingToTakeIn):
        messages.error(request, _("The figures have changed since you looked. Choose the file again."))
        return redirect("monitoring:import_observations")
    messages.success(request, _("The figures are in place: %(rows)s new or changed.") % {"rows": taken.rows})
    return redirect("monitoring:indicators")


@officials_only
def raise_finding(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Say what was found, why, and what is done about it."""
    found = _indicator(request, public_id)
    require(request.user, "monitoring.raise_finding", found)
    form = FindingForm(request.POST or None, indicator=found)
    if form.is_valid():
        actions.raise_finding(
            found,
            finding=form.texts("finding"),
            cause=form.texts("cause"),
            action=form.texts("action"),
            responsible=form.texts("responsible"),
            due_on=form.cleaned_data["due_on"],
            by=request.user,
        )
        messages.success(request, _("The corrective action is saved."))
        return redirect("monitoring:indicator", found.public_id)
    return page(request, "raise_finding", form=form, judgement=judge(found))


@officials_only
def check_effect(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Say whether a corrective action helped."""
    every: QuerySet[CorrectiveAction] = CorrectiveAction.objects.of(request.county)
    action = get_object_or_404(every.select_related("indicator__county"), public_id=public_id)
    require(request.user, "monitoring.check_effect", action)
    form = EffectForm(request.POST or None, action=action)
    if form.is_valid():
        try:
            actions.check_effect(action, effect=form.texts("effect"), by=request.user)
        except actions.EffectIsChecked:
            messages.error(request, _("The effect has been checked already."))
        else:
            messages.success(request, _("The effect is saved."))
        return redirect("monitoring:indicator", action.indicator.public_id)
    return page(request, "check_effect", form=form, action=action)

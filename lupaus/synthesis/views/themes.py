"""Themes and the quotes under them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.synthesis import actions, queries
from lupaus.synthesis.forms import ThemeForm
from lupaus.synthesis.models import Theme
from lupaus.web.access import may
from lupaus.web.refusals import Refused


@officials_only
def themes(request: OfficialRequest) -> HttpResponse:
    """All themes with their number of quotes, and a form for a new one."""
    synthesis = queries.current_synthesis(request.county)
    if synthesis is None:
        return redirect("synthesis:matrix")
    form = ThemeForm(request.POST or None, synthesis=synthesis)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by=request.user)
            return redirect("synthesis:themes")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "section": "synthesis",
        "themes": queries.themes_with_counts(synthesis),
        "form": form,
        "may_code": may(request.user, "synthesis.code", synthesis) and synthesis.is_open,
    }
    return render(request, "synthesis/themes.html", context)


@officials_only
def edit_theme(request: OfficialRequest, public_id: str) -> HttpResponse:
    """One theme, what was said under it, and its name to better."""
    theme = get_object_or_404(
        Theme.objects.of(request.county).select_related("synthesis__process__county"), public_id=public_id
    )
    form = ThemeForm(request.POST or None, synthesis=theme.synthesis, theme=theme)
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("Saved."))
        return redirect("synthesis:edit_theme", public_id=public_id)
    context = {
        "section": "synthesis",
        "theme": theme,
        "quotes": queries.quotes_of_theme(theme),
        "form": form,
        "may_code": may(request.user, "synthesis.code", theme),
    }
    return render(request, "synthesis/edit_theme.html", context)


@officials_only
@require_POST
def remove_theme(request: OfficialRequest, public_id: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.of(request.county), public_id=public_id)
    try:
        actions.remove_theme(theme, by=request.user)
        messages.success(request, _("The theme has been removed."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("synthesis:edit_theme", public_id=public_id)
    return redirect("synthesis:themes")

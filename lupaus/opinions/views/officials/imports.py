"""Bring in a conversation held elsewhere: choose the files, look through what is in them, take them in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.methods.opinion_map import BadVotes
from lupaus.opinions import actions
from lupaus.opinions.forms import ImportForm, explain, note_words
from lupaus.opinions.models import OpinionMap, StagedImport
from lupaus.opinions.queries import preview_import as preview_of
from lupaus.opinions.views.officials.maps import own_map
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.web.access import require


@officials_only
def import_conversation(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Choose the files; wrong ones are told by file, row and mend, and nothing of them is taken in."""
    opinion_map = own_map(request, public_id)
    require(request.user, "opinions.import_conversation", opinion_map)
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid() and _staged(request, opinion_map, form):
        return redirect("opinions:preview_import", public_id=public_id)
    context = {"form": form, "consultation": opinion_map.consultation, "section": "participation"}
    return render(request, "opinions/import_conversation.html", context)


@officials_only
def preview_import(request: OfficialRequest, public_id: str) -> HttpResponse:
    """What would be taken in: counts, and what was noticed in the files."""
    staged = _own_staged(request, public_id)
    require(request.user, "opinions.import_conversation", staged)
    preview = preview_of(staged)
    context = {
        "staged": staged,
        "preview": preview,
        "notes": [note_words(note) for note in preview.notes],
        "consultation": staged.opinion_map.consultation,
        "section": "participation",
    }
    return render(request, "opinions/preview_import.html", context)


@officials_only
@require_POST
def take_in_import(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Take in what was looked through, all of it or nothing."""
    staged = _own_staged(request, public_id)
    try:
        actions.import_staged(staged, by=request.user)
        messages.success(request, _("The conversation is here. Look at its claims before you publish."))
    except actions.MapNotEmpty:
        messages.error(request, _("The map already has claims. Bring the conversation into a new one."))
    return redirect("opinions:officials_map", public_id=public_id)


@officials_only
@require_POST
def discard_import(request: OfficialRequest, public_id: str) -> HttpResponse:
    """Leave the files out after all."""
    actions.discard_staged(_own_staged(request, public_id), by=request.user)
    return redirect("opinions:officials_map", public_id=public_id)


def _staged(request: OfficialRequest, opinion_map: OpinionMap, form: ImportForm) -> bool:
    try:
        actions.stage_import(
            opinion_map,
            files=form.cleaned_data["export"],
            language=form.cleaned_data["language"],
            flip=form.cleaned_data["flip"],
            by=request.user,
        )
    except BadVotes as error:
        form.add_error("flip" if error.code == "flipped_signs" else "export", explain(error))
        return False
    except actions.MapNotEmpty:
        form.add_error(None, _("The map already has claims. Bring the conversation into a new one."))
        return False
    return True


def _own_staged(request: OfficialRequest, public_id: str) -> StagedImport:
    staged = StagedImport.objects.select_related("opinion_map__consultation__county")
    found: StagedImport = get_object_or_404(
        staged,
        opinion_map__consultation__county=request.county,
        opinion_map__consultation__public_id=public_id,
    )
    return found

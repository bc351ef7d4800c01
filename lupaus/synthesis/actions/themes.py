"""Themes: what several people spoke of, named by people."""

from django.db import transaction
from django.utils.translation import gettext as _

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.synthesis.actions.synthesis import demand_open
from lupaus.synthesis.models import Synthesis, Theme
from lupaus.synthesis.rules import TextIsMissing, ThemeHasQuotes
from lupaus.web.access import require
from lupaus.web.content_forms import columns


@transaction.atomic
def add_theme(
    synthesis: Synthesis, *, title: dict[str, str], description: dict[str, str] | None = None, by: User
) -> Theme:
    """Name a new theme."""
    require(by, "synthesis.code", synthesis)
    demand_open(synthesis)
    demand_title(title)
    theme = Theme.objects.create(
        synthesis=synthesis, **columns("title", title), **columns("description", description)
    )
    record("synthesis.theme_added", theme, by=by)
    return theme


@transaction.atomic
def edit_theme(
    theme: Theme, *, title: dict[str, str], description: dict[str, str] | None = None, by: User
) -> Theme:
    """Name a theme better, or in more languages."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    require(by, "synthesis.code", theme)
    demand_title(title)
    texts = {**columns("title", title), **columns("description", description)}
    for column, text in texts.items():
        setattr(theme, column, text)
    theme.save(update_fields=list(texts))
    record("synthesis.theme_edited", theme, by=by)
    return theme


@transaction.atomic
def remove_theme(theme: Theme, *, by: User) -> None:
    """Remove a theme that nothing has ever stood under."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    require(by, "synthesis.code", theme)
    demand_open(theme.synthesis)
    if theme.codings.exists() or theme.conclusions.exists():
        raise ThemeHasQuotes(
            _("Quotes or conclusions stand under this theme, so it is kept. You can rename it.")
        )
    record("synthesis.theme_removed", theme, by=by, title=theme.title)
    theme.delete()


def demand_title(title: dict[str, str]) -> None:
    if not any(text.strip() for text in title.values()):
        raise TextIsMissing(_("Give the theme a name in at least one language."))

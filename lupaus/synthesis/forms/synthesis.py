"""A theme's name, and a reason for opening the synthesis again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lupaus.people.models import User
from lupaus.synthesis import actions
from lupaus.synthesis.models import Synthesis, Theme
from lupaus.web.content_forms import ContentForm, localized_fields, written


class ThemeForm(ContentForm):
    """A theme in the county's languages."""

    def __init__(self, *args: Any, synthesis: Synthesis, theme: Theme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.synthesis, self.theme = synthesis, theme
        localized_fields(
            self,
            "title",
            label=str(_("Name of the theme")),
            required_languages=synthesis.county.required_languages,
            max_length=120,
            initial=written(theme, "title"),
        )
        localized_fields(
            self,
            "description",
            label=str(_("What belongs under it")),
            max_length=300,
            initial=written(theme, "description"),
        )

    def save(self, by: User) -> Theme:
        texts = {"title": self.texts("title"), "description": self.texts("description")}
        if self.theme:
            return actions.edit_theme(self.theme, **texts, by=by)
        return actions.add_theme(self.synthesis, **texts, by=by)


class ReasonForm(forms.Form):
    """Why a finished synthesis is opened again."""

    reason = forms.CharField(label=_("Why is the synthesis opened again?"), max_length=300)

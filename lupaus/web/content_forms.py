"""Forms that ask for a text in Finnish, Swedish and English side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from lupaus.web.languages import LANGUAGES, in_language


def language_words() -> dict[str, str]:
    """How a text is said to be in each language: "in Finnish"."""
    return {"fi": _("in Finnish"), "sv": _("in Swedish"), "en": _("in English")}


@dataclass(frozen=True)
class LanguageInput:
    """One of the three inputs of a text."""

    language: str
    label: str
    field: BoundField
    is_needed: bool


@dataclass(frozen=True)
class LocalizedGroup:
    """A text asked for in every language, as the component `<c-localized-field>` shows it."""

    name: str
    label: str
    help_text: str
    help_id: str
    inputs: tuple[LanguageInput, ...]


class ContentForm(forms.Form):
    """A form whose texts are written per language; extend it and call `localized_fields` when it is made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._localized: dict[str, tuple[str, str, Sequence[str]]] = {}

    @property
    def localized(self) -> dict[str, LocalizedGroup]:
        """The three-language texts by name: `form.localized.title` in a template."""
        words = language_words()
        return {
            name: LocalizedGroup(
                name,
                label,
                help_text,
                f"id_{self.add_prefix(name)}_help",
                tuple(
                    LanguageInput(code, words[code], self[f"{name}_{code}"], code in needed)
                    for code in LANGUAGES
                ),
            )
            for name, (label, help_text, needed) in self._localized.items()
        }

    def texts(self, name: str) -> dict[str, str]:
        """What was written, per language, ready for an action."""
        return {code: str(self.cleaned_data.get(f"{name}_{code}") or "") for code in LANGUAGES}


def localized_fields(
    form: ContentForm,
    name: str,
    *,
    label: str,
    required_languages: Sequence[str] = (),
    needed_languages: Sequence[str] = (),
    max_length: int | None = None,
    widget: type[forms.Widget] | None = None,
    help_text: str = "",
    initial: Mapping[str, str] | None = None,
    attributes: Mapping[str, str] | None = None,
) -> None:
    """Add `name_fi`, `name_sv` and `name_en`; only the required languages must be filled.

    `needed_languages` can be left for later, as in a draft, but are not called optional.
    """
    form._localized[name] = (label, help_text, (*required_languages, *needed_languages))
    words = language_words()
    for code in LANGUAGES:
        attrs = {"lang": code, **(attributes or {})}
        form.fields[f"{name}_{code}"] = forms.CharField(
            label=_("%(label)s, %(language)s") % {"label": label, "language": words[code]},
            required=code in required_languages,
            max_length=max_length,
            widget=(widget or forms.TextInput)(attrs=attrs),
            initial=(initial or {}).get(code, ""),
        )


def written(thing: models.Model | None, field: str) -> dict[str, str]:
    """What a row already says in each language, for the form's first showing."""
    return {code: in_language(thing, field, code) if thing else "" for code in LANGUAGES}


def columns(field: str, texts: Mapping[str, str] | None) -> dict[str, str]:
    """The columns of one content field: title_fi, title_sv, title_en."""
    return {f"{field}_{code}": (texts or {}).get(code, "").strip() for code in LANGUAGES}


def missing_languages(texts: Mapping[str, str] | None, required: Sequence[str]) -> tuple[str, ...]:
    """The required languages in which nothing has been written."""
    return tuple(code for code in required if not (texts or {}).get(code, "").strip())

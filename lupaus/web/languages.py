"""Content in Finnish, Swedish and English: what to show, and when to say that a text is in another language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Shown:
    """A text as it is shown: `language` says in which language it is, `is_other` that it is not the page's."""

    text: str
    language: str
    is_other: bool


def in_language(thing: models.Model, field: str, language: str) -> str:
    """The text of a field in exactly this language, empty when it has not been written."""
    return str(thing.__dict__.get(f"{field}_{language}") or "")


def shown(thing: models.Model, field: str, language: str | None = None) -> Shown:
    """The text in the page's language, or else in the first language it has been written in."""
    return in_first({code: in_language(thing, field, code) for code in LANGUAGES}, language)


def in_first(texts: Mapping[str, str], language: str | None = None) -> Shown:
    """The same for texts by language, such as those of a published result."""
    wanted = (language or get_language() or "fi")[:2]
    for candidate in (wanted, *LANGUAGES):
        if text := texts.get(candidate):
            return Shown(text, candidate, candidate != wanted)
    return Shown("", wanted, False)


def languages_of(thing: models.Model, field: str) -> tuple[str, ...]:
    """The languages in which the text has been written."""
    return tuple(language for language in LANGUAGES if in_language(thing, field, language))

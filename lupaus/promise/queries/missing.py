"""What a draft still lacks before it can be frozen, thing by thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lupaus.foundations.states import Viewpoint
from lupaus.promise.models import Pledge, Version, Wording
from lupaus.promise.queries.dispositions import undisposed_conclusions
from lupaus.promise.queries.versions import version_with_content
from lupaus.promise.queries.wheel import core_overflow, fit_of, principle_overflow
from lupaus.synthesis.models import Conclusion
from lupaus.web.content_forms import language_words, missing_languages, written
from lupaus.web.languages import LANGUAGES, in_language


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, and where it is mended: in a pledge, the version's texts, or a disposition."""

    kind: str
    sentence: str
    pledge: Pledge | None = None
    conclusion: Conclusion | None = None


def pledges_without_basis(version: Version) -> list[Pledge]:
    """The pledges that stand on nothing: no conclusion, no goal."""
    return [
        wording.pledge
        for wording in version.wordings.select_related("pledge__pair").filter(basis=None).order_by("pk")
    ]


def missing(version: Version) -> list[Missing]:
    """Everything that stops the version from being frozen; empty when it is ready."""
    return missing_from(version_with_content(Version.objects.filter(pk=version.pk)).get())


def missing_from(version: Version) -> list[Missing]:
    """The same, of a version already fetched with its content."""
    before = {wording.pledge_id: wording for wording in Wording.objects.filter(version=version.follows_id)}
    required = version.county.required_languages
    found = [*missing_in_version(version, required)]
    for wording in version.wordings.all():
        found += missing_in_wording(wording, before.get(wording.pledge_id), required)
    found += [
        Missing("disposition", _("Nobody has said what became of this conclusion."), conclusion=conclusion)
        for conclusion in undisposed_conclusions(version.promise)
    ]
    return found


def missing_in_version(version: Version, required: tuple[str, ...]) -> Iterator[Missing]:
    """What the core and the half rings of the wheel lack."""
    words = language_words()
    names = {
        "statement_of_intent": _("The statement of intent"),
        "resident_principle": _("The resident's principle"),
        "organiser_principle": _("The organiser's principle"),
    }
    for field, name in names.items():
        for language in missing_languages(written(version, field), required):
            yield Missing(
                field, _("%(text)s is missing %(language)s.") % {"text": name, "language": words[language]}
            )
        for language in LANGUAGES:
            if too_many := overflow(field, in_language(version, field, language), language):
                yield Missing(
                    field,
                    _("%(text)s %(language)s is %(count)s characters too long for the wheel.")
                    % {"text": name, "language": words[language], "count": too_many},
                )


def overflow(field: str, text: str, language: str) -> int:
    if field == "statement_of_intent":
        return core_overflow(text, language)
    viewpoint = Viewpoint.RESIDENT if field == "resident_principle" else Viewpoint.ORGANISER
    return principle_overflow(text, viewpoint, language)


def missing_in_wording(
    wording: Wording, before: Wording | None, required: tuple[str, ...]
) -> Iterator[Missing]:
    """What one pledge lacks."""
    words, pledge = language_words(), wording.pledge
    for language in missing_languages(written(wording, "sentence"), required):
        yield Missing(
            "sentence", _("The sentence is missing %(language)s.") % {"language": words[language]}, pledge
        )
    for language in LANGUAGES:
        fit = fit_of(
            in_language(wording, "sentence", language),
            perspective=pledge.perspective,
            viewpoint=pledge.viewpoint,
            language=language,
        )
        if not fit.ok:
            yield Missing(
                "fit",
                _("The sentence %(language)s is %(count)s characters too long for the wheel.")
                % {"language": words[language], "count": fit.characters_too_many},
                pledge,
            )
    for number, point in enumerate(wording.points.all(), start=1):
        for language in missing_languages(written(point, "text"), required):
            yield Missing(
                "point",
                _("Point %(number)s is missing %(language)s.")
                % {"number": number, "language": words[language]},
                pledge,
            )
    if not wording.basis.all():
        yield Missing("basis", _("The pledge stands on nothing: name a conclusion or a goal."), pledge)
    if before and is_changed(wording, before):
        for language in missing_languages(written(wording, "change_reason"), required):
            yield Missing(
                "change_reason",
                _("The wording has changed, but the reason is missing %(language)s.")
                % {"language": words[language]},
                pledge,
            )


def is_changed(wording: Wording, before: Wording) -> bool:
    """Whether the pledge says something else than before; a language added anew changes nothing."""
    return any(
        old and old != in_language(wording, "sentence", language)
        for language, old in written(before, "sentence").items()
    )

"""What the editor shows of a version: its wheel, and each pledge with what it still lacks."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from lupaus.foundations.states import Perspective
from lupaus.methods.wheel import wheel_svg
from lupaus.promise import queries
from lupaus.promise.models import Pledge, Version, Wording
from lupaus.web.content_forms import missing_languages, written
from lupaus.web.languages import LANGUAGES, Shown, in_language


@dataclass(frozen=True)
class PledgeCard:
    """One pledge of the editor."""

    wording: Wording
    href: str
    points: int
    basis: int
    lacks_sentence: bool
    lacks_language: bool
    is_too_long: bool

    @property
    def is_ready(self) -> bool:
        return not (self.lacks_sentence or self.lacks_language or self.is_too_long) and self.basis > 0


@dataclass(frozen=True)
class PairCard:
    """A perspective with its two pledges, the resident's first."""

    heading: str
    resident: PledgeCard
    organiser: PledgeCard

    @property
    def sides(self) -> tuple[PledgeCard, PledgeCard]:
        return self.resident, self.organiser


def pair_cards(version: Version, link: Callable[[Pledge], str]) -> list[PairCard]:
    """The five pairs of a version that was fetched with its content."""
    sides: dict[str, dict[str, PledgeCard]] = {}
    for wording in version.wordings.all():
        card = pledge_card(wording, link(wording.pledge), version.county.required_languages)
        sides.setdefault(wording.pledge.perspective, {})[wording.pledge.viewpoint] = card
    return [
        PairCard(str(Perspective(perspective).label), pair["resident"], pair["organiser"])
        for perspective, pair in sides.items()
    ]


def pledge_card(wording: Wording, href: str, required: tuple[str, ...]) -> PledgeCard:
    texts = written(wording, "sentence")
    return PledgeCard(
        wording=wording,
        href=href,
        points=len(wording.points.all()),
        basis=len(wording.basis.all()),
        lacks_sentence=not any(texts.values()),
        lacks_language=any(texts.values()) and bool(missing_languages(texts, required)),
        is_too_long=any(not fit_of(wording, language) for language in LANGUAGES),
    )


def fit_of(wording: Wording, language: str) -> bool:
    """Whether the pledge's sentence fits the wheel in a language."""
    return queries.fit_of(
        in_language(wording, "sentence", language),
        perspective=wording.pledge.perspective,
        viewpoint=wording.pledge.viewpoint,
        language=language,
    ).ok


def drawing(version: Version, link: Callable[[Pledge], str]) -> SafeString:
    """The version's wheel in the page's language."""
    language = (get_language() or "fi")[:2]
    content = queries.wheel_content(version, language, link)
    # The wheel escapes every word that it draws.
    return mark_safe(wheel_svg(content, language=language))


def saved_texts(thing: models.Model, *fields: str) -> list[Shown]:
    """What stands saved in each language, to lay beside what someone else has just written."""
    return [
        Shown(text, language, True)
        for field in fields
        for language in LANGUAGES
        if (text := in_language(thing, field, language))
    ]

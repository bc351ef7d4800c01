"""A consultation is drafted, opened, closed, or withdrawn."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.participation.models import Consultation
from lupaus.participation.queries import missing_texts
from lupaus.participation.states import CHANGEABLE, CONSULTATION_MOVES, ConsultationState
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns, missing_languages
from lupaus.web.languages import LANGUAGES
from lupaus.web.states import move


class WindowIsBackwards(Exception):
    """The last day is before the first."""


class WindowHasPassed(Exception):
    """The last day is already behind us, so nobody could answer."""


class TextsMissing(Exception):
    """A text people need is not written in a language the county must use."""

    def __init__(self, missing: list[tuple[str, str]]) -> None:
        super().__init__(", ".join(f"{field} ({language})" for field, language in missing))
        self.missing = missing


class NotChangeable(Exception):
    """A text that people have already answered to."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@transaction.atomic
def draft_consultation(
    county: County, *, by: User, at: datetime | None = None, **values: Any
) -> Consultation:
    """Begin a consultation (kuuleminen): only officials see it until it opens."""
    require(by, "participation.prepare_consultation", county)
    _check_window(values["opens_on"], values["closes_on"])
    consultation = Consultation.objects.create(county=county, **values)
    record("participation.consultation_drafted", consultation, by=by, at=at)
    return consultation


@transaction.atomic
def edit_consultation(consultation: Consultation, *, by: User, **values: Any) -> Consultation:
    """Mend a consultation; once it is open, the question people answer to stays."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(by, "participation.prepare_consultation", consultation)
    changed = [name for name, value in values.items() if _differs(consultation, name, value)]
    frozen = sorted({_field(name) for name in changed} - CHANGEABLE[consultation.state])
    if frozen:
        raise NotChangeable(frozen)
    for name in changed:
        setattr(consultation, name, values[name])
    _check_window(consultation.opens_on, consultation.closes_on)
    if changed:
        consultation.save(update_fields=sorted({*changed, *(_field(name) for name in changed)}))
        record("participation.consultation_edited", consultation, by=by, fields=", ".join(sorted(changed)))
    return consultation


@transaction.atomic
def open_consultation(
    consultation: Consultation, *, by: User, today: date | None = None, at: datetime | None = None
) -> Consultation:
    """Let people answer, when everything they need to read is there in the county's languages."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(by, "participation.open_consultation", consultation)
    if consultation.closes_on < (today or timezone.localdate()):
        raise WindowHasPassed
    if missing := missing_texts(consultation):
        raise TextsMissing(missing)
    move(consultation, ConsultationState.OPEN, CONSULTATION_MOVES)
    record("participation.consultation_opened", consultation, by=by, at=at)
    return consultation


@transaction.atomic
def close_consultation(
    consultation: Consultation,
    *,
    by: User,
    closing_words: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Consultation:
    """Stop taking answers, and tell people in closing words what was heard and what comes next."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(by, "participation.close_consultation", consultation)
    also: list[str] = []
    if closing_words is not None:
        required = consultation.county.required_languages
        if lacking := missing_languages(closing_words, required):
            raise TextsMissing([("closing_words", language) for language in lacking])
        for name, text in columns("closing_words", closing_words).items():
            setattr(consultation, name, text)
            also.append(name)
        also.append("closing_words")
    move(consultation, ConsultationState.CLOSED, CONSULTATION_MOVES, also=also)
    record("participation.consultation_closed", consultation, by=by, at=at)
    return consultation


@transaction.atomic
def withdraw_consultation(consultation: Consultation, *, by: User) -> Consultation:
    """Take a consultation away from residents' sight; what was given stays stored."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(by, "participation.close_consultation", consultation)
    move(consultation, ConsultationState.WITHDRAWN, CONSULTATION_MOVES)
    record("participation.consultation_withdrawn", consultation, by=by)
    return consultation


def _check_window(opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise WindowIsBackwards


def _field(name: str) -> str:
    """The content field of a language column: title of title_sv."""
    stem, _, language = name.rpartition("_")
    return stem if language in LANGUAGES else name


def _differs(consultation: Consultation, name: str, value: object) -> bool:
    present = consultation.__dict__.get(name) if name != _field(name) else getattr(consultation, name)
    return (present or "") != (value or "")

"""Write to the journal, in the same transaction as the deed itself."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from lupaus.journal.models import Chain, Event, EventDetail
from lupaus.methods.hashchain import Json, commitment, seal
from lupaus.web.access import Actor

SYSTEM = "system"
_told_of: ContextVar[datetime | None] = ContextVar("told_of", default=None)


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """What is recorded inside happened at this moment: for a story told afterwards, such as the demo's."""
    token = _told_of.set(moment)
    try:
        yield
    finally:
        _told_of.reset(token)


class Subject(Protocol):
    """A thing that events are about: any row that belongs to a county."""

    pk: Any

    @property
    def county(self) -> Any: ...


@transaction.atomic
def record(
    kind: str, thing: Subject, *, by: Actor | None, at: datetime | None = None, **details: Json
) -> Event:
    """Add an event to the county's chain. `details` may be erased later; the chain keeps only their commitment."""
    tenant = thing.county.code
    Chain.objects.get_or_create(tenant=tenant)
    chain = Chain.objects.select_for_update().get(tenant=tenant)
    salt = secrets.token_hex(16)
    event = Event(
        tenant=tenant,
        position=chain.length + 1,
        happened_at=(at or _told_of.get() or timezone.now()).astimezone(UTC),
        kind=kind,
        subject=f"{type(thing).__name__}:{thing.pk}",
        actor=by.reference if by else SYSTEM,
        commitment=commitment(salt, details),
        previous=chain.head,
    )
    event.hash = seal(chain.head, event.body())
    event.save(force_insert=True)
    EventDetail.objects.create(event=event, salt=salt, body=details)
    chain.length, chain.head = event.position, event.hash
    chain.save(update_fields=["length", "head"])
    return event


@transaction.atomic
def erase_details(subject: str) -> int:
    """Remove what events said of a thing that someone asked to have forgotten; the events themselves stay."""
    return EventDetail.objects.filter(event__subject=subject).delete()[0]


@transaction.atomic
def erase_details_by(actor: str) -> int:
    """Remove what events said when this person did something; the events themselves stay."""
    return EventDetail.objects.filter(event__actor=actor).delete()[0]

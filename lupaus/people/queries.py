"""Codes and tokens: who is asking, without asking who they are; and what we know of them."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date, datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import models
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.people.models import Membership, Participant, Receipt, User

# What opens doors is never handed out, not even to its owner.
SECRET_FIELDS = {"password", "digest", "form_key", "id"}


def receipt_digest(code: str) -> str:
    """The keyed hash under which a receipt code is stored; spaces, dashes and case do not matter."""
    plain = re.sub(r"[^0-9a-z]", "", code.lower())
    return hmac.new(settings.SECRET_KEY.encode(), b"receipt:" + plain.encode(), hashlib.sha256).hexdigest()


def receipt_by_code(county: County, code: str) -> Receipt | None:
    return Receipt.objects.filter(county=county, digest=receipt_digest(code)).first()


def way_in(user: User) -> str:
    """The path where this person chooses a password; it works once and for a week."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


def members_of(county: County) -> models.QuerySet[Membership]:
    """Everyone with a role in the county, by name."""
    return county.memberships.select_related("user").order_by("user__name", "user_id", "role")


def demo_accounts(county: County) -> models.QuerySet[Membership]:
    """The accounts anyone may try in a demo; none anywhere else."""
    if not (settings.DEMO and county.is_demo):
        return Membership.objects.none()
    return county.memberships.select_related("user").order_by("pk")


def own_data(person: Participant | User) -> dict[str, object]:
    """Everything that is tied to a participant or an account, as plain values for a file.

    Every row of every room that points at the person is there, so a new room cannot forget its own.
    """
    told: dict[str, object] = {"self": row_as_told(person)}
    for relation in person._meta.related_objects:
        if relation.related_name and not isinstance(relation.related_model, str):
            if relation.related_model._meta.app_label == "mfa":
                continue
            told[relation.related_name] = [
                row_as_told(row) for row in _rows(relation.related_model, relation.field.name, person)
            ]
    return told


def _rows(model: type[models.Model], field: str, person: models.Model) -> models.QuerySet[models.Model]:
    others = [each.name for each in model._meta.concrete_fields if each.is_relation and each.name != field]
    rows = model._base_manager.filter(**{field: person}).order_by("pk")
    return rows.select_related(*others) if others else rows


def row_as_told(row: models.Model) -> dict[str, str | int | bool | None]:
    """A row as its owner reads it: field names and values, other rows by what they are called."""
    told: dict[str, str | int | bool | None] = {}
    for field in row._meta.concrete_fields:
        if field.name in SECRET_FIELDS:
            continue
        value = getattr(row, field.name)
        if isinstance(value, (datetime, date)):
            told[field.name] = value.isoformat()
        elif value is None or isinstance(value, (bool, int)):
            told[field.name] = value
        else:
            told[field.name] = str(value)
    return told


@dataclass(frozen=True)
class Traces:
    """How many texts and answers are tied to a participant."""

    texts: int
    answers: int


def traces_of(participant: Participant) -> Traces:
    """What a resident sees before deciding to take it along or to erase it."""
    told = own_data(participant)
    return Traces(texts=_count(told.get("contributions")), answers=_count(told.get("votes")))


def _count(rows: object) -> int:
    return len(rows) if isinstance(rows, list) else 0


@dataclass(frozen=True)
class ToldEvent:
    """A journal event with the name of the official who did it, when it was an official."""

    event: Event
    official: str
    kind: str


def actors_of(events: list[Event]) -> list[ToldEvent]:
    """Journal events with their officials' names, fetched together."""
    wanted = {event.actor.removeprefix("user:") for event in events if event.actor.startswith("user:")}
    names = {f"user:{user.public_id}": str(user) for user in User.objects.filter(public_id__in=wanted)}
    return [ToldEvent(event, names.get(event.actor, ""), event.actor.partition(":")[0]) for event in events]

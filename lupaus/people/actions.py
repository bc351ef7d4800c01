"""What people do: join, take part, get a receipt, leave, be forgotten."""

import secrets
from datetime import datetime

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.journal.actions import erase_details_by, record
from lupaus.people.models import Membership, Participant, Receipt, User
from lupaus.people.queries import receipt_digest
from lupaus.people.states import ParticipantKind, Role
from lupaus.web.access import Actor, require
from lupaus.web.public_ids import ALPHABET

CODE_LENGTH = 12


class LastAdministrator(Exception):
    """A county must always have someone who can let others in."""


class AlreadyAtHome(Exception):
    """The person has chosen a password already, so nobody else may be given a way in."""


@transaction.atomic
def join(county: County, *, user: User, role: str, by: User | None) -> Membership:
    """Give a person a role in the county."""
    if by is not None:
        require(by, "people.manage_members", county)
    membership, is_new = Membership.objects.get_or_create(user=user, county=county, role=role)
    if is_new:
        record("people.joined", county, by=by, user=user.public_id, role=role)
    return membership


def begin(county: County, *, language: str, kind: str = ParticipantKind.DEVICE) -> Participant:
    """Someone takes part for the first time on this device: a token, no name."""
    return Participant.objects.create(county=county, language=language, kind=kind)


@transaction.atomic
def give_receipt(
    county: County, participant: Participant | None, *, at: datetime | None = None, code: str | None = None
) -> tuple[Receipt, str]:
    """A receipt and its code (abcd-efgh-jkmn); the code is shown now and never stored."""
    plain = code or "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    receipt = Receipt.objects.create(
        county=county, participant=participant, digest=receipt_digest(plain), given_at=at or timezone.now()
    )
    plain = plain.replace("-", "")
    return receipt, "-".join(plain[start : start + 4] for start in range(0, len(plain), 4))


class HasAdministrator(Exception):
    """The county has an administrator already, who lets others in."""


@transaction.atomic
def appoint_first_administrator(county: County, *, email: str, name: str, language: str = "fi") -> User:
    """Let the first person of a county in; everyone after that is let in by an administrator."""
    if Membership.objects.filter(county=county, role=Role.ADMIN).exists():
        raise HasAdministrator(county)
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email=email, name=name, language=language)
    join(county, user=user, role=Role.ADMIN, by=None)
    return user


@transaction.atomic
def invite(county: County, *, email: str, name: str, role: str, by: User, title: str = "") -> User:
    """Let a person in: a new account without a password, or a role for one who has an account."""
    require(by, "people.manage_members", county)
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email=email, name=name, title=title, language=by.language)
    join(county, user=user, role=role, by=by)
    return user


@transaction.atomic
def send_invitation(user: User, county: County, *, address: str, by: User) -> None:
    """Mail a person the address where they choose their password."""
    require(by, "people.manage_members", county)
    if user.has_usable_password():
        raise AlreadyAtHome(user)
    record("people.invited", county, by=by, user=user.public_id)
    with translation.override(user.language):
        subject = _("You can now sign in to Lupaus")
        letter = render_to_string(
            "people/invitation_letter.txt", {"user": user, "county": county, "address": address, "by": by}
        )
    transaction.on_commit(lambda: send_mail(subject, letter, None, [user.email]))


@transaction.atomic
def leave(membership: Membership, *, by: User) -> None:
    """Take a role away from a person; the account stays, for the sake of what it has done."""
    county = membership.county
    require(by, "people.manage_members", county)
    others = county.memberships.select_for_update().filter(role=Role.ADMIN, user__is_active=True)
    if membership.role == Role.ADMIN and not others.exclude(pk=membership.pk).exists():
        raise LastAdministrator(membership)
    record("people.left", county, by=by, user=membership.user.public_id, role=membership.role)
    membership.delete()


@transaction.atomic
def introduce_oneself(user: User, *, name: str, title: str, language: str) -> User:
    """An official corrects their own name, title and language."""
    user.name, user.title, user.language = name, title, language
    user.save(update_fields=["name", "title", "language"])
    return user


@transaction.atomic
def erase(participant: Participant, *, by: Actor | None) -> None:
    """Forget someone who took part: their token, their answers and what the journal says of them.

    Texts they gave stay, because conclusions may quote them, but nothing tells any more who gave them.
    """
    require(by, "people.erase", participant)
    record("people.erased", participant.county, by=None)
    erase_details_by(participant.reference)
    participant.delete()

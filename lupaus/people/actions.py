"""What people do: join, take part, get a receipt."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.people.models import Membership, Participant, Receipt, User
from lupaus.people.queries import receipt_digest
from lupaus.people.states import ParticipantKind
from lupaus.web.access import require
from lupaus.web.public_ids import ALPHABET

CODE_LENGTH = 12


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

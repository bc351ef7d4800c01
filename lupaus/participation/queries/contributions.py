"""What people have written, a page at a time, and the code that opens a receipt."""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from lupaus.counties.models import County
from lupaus.participation.models import Consultation, Contribution, ContributionQuerySet
from lupaus.web.public_ids import ALPHABET

LONGEST_TEXT = 5_000
PAGE = 20
CODE_LENGTH = 12


@dataclass(frozen=True)
class ContributionPage:
    """Contributions newest first; `next` is the public id from which the next page goes on."""

    contributions: list[Contribution]
    next: str


def page_of_contributions(
    contributions: ContributionQuerySet, *, after: str = "", size: int = PAGE
) -> ContributionPage:
    """One page after the contribution with this public id: new texts do not shift the pages."""
    newest_first = contributions.select_related("party", "area", "consultation").order_by("-given_at", "-id")
    if after and (last := contributions.filter(public_id=after).values_list("given_at", "id").first()):
        given_at, number = last
        newest_first = newest_first.filter(Q(given_at__lt=given_at) | Q(given_at=given_at, id__lt=number))
    found = list(newest_first[: size + 1])
    return ContributionPage(found[:size], found[size - 1].public_id if len(found) > size else "")


def moderation_queue(
    county: County, *, state: str, consultation: Consultation | None = None
) -> ContributionQuerySet:
    """Texts to be read by an official, of the whole county or of one consultation."""
    queue: ContributionQuerySet = Contribution.objects.of(county).filter(moderation=state)
    if consultation is not None:
        queue = queue.filter(consultation=consultation)
    return queue


def receipt_code_of(form_key: UUID | None) -> str:
    """The receipt code of what was sent from this form: the same again when the same form is sent twice."""
    if form_key is None:
        return ""
    key = settings.SECRET_KEY.encode()
    number = int.from_bytes(hmac.new(key, b"receipt-code:" + form_key.bytes, hashlib.sha256).digest(), "big")
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    code = "".join(letters)
    return "-".join(code[start : start + 4] for start in range(0, CODE_LENGTH, 4))

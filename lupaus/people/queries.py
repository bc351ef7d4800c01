"""Codes and tokens: who is asking, without asking who they are."""

import hashlib
import hmac
import re

from django.conf import settings

from lupaus.counties.models import County
from lupaus.people.models import Receipt


def receipt_digest(code: str) -> str:
    """The keyed hash under which a receipt code is stored; spaces, dashes and case do not matter."""
    plain = re.sub(r"[^0-9a-z]", "", code.lower())
    return hmac.new(settings.SECRET_KEY.encode(), b"receipt:" + plain.encode(), hashlib.sha256).hexdigest()


def receipt_by_code(county: County, code: str) -> Receipt | None:
    return Receipt.objects.filter(county=county, digest=receipt_digest(code)).first()

"""Numbers the way people write and read them: 1 234,5 or 1234.5."""

import re
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import get_language

FOUR_DECIMALS = Decimal("0.0001")
LARGEST = Decimal(10) ** 12
_WRITTEN = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,][0-9]+)?")


def number_in(text: str) -> Decimal | None:
    """The number someone wrote, to four decimals; None when it cannot be read in one way only."""
    written = text.strip().replace("\u2212", "-").removesuffix("%").rstrip()
    if not _WRITTEN.fullmatch(written):
        return None
    number = Decimal(re.sub(r"[ \u00a0\u202f]", "", written).replace(",", "."))
    return number.quantize(FOUR_DECIMALS) if abs(number) < LARGEST else None


def number_text(number: Decimal | None, *, decimals: int = 2, unit: str = "") -> str:
    """A number in the page's language, with its per cent sign when that is the unit."""
    if number is None:
        return "–"
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(number, format=pattern, locale=(get_language() or "fi")[:2])
    return f"{text}\u00a0%" if unit.strip() == "%" else text

"""Rows of a file of observations: each understood, or refused with what to mend in it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lupaus.counties.models import Area, County
from lupaus.monitoring.models import Indicator
from lupaus.monitoring.queries.files import Row
from lupaus.monitoring.queries.numbers import number_in
from lupaus.monitoring.states import VALUELESS, RowOutcome, ValueState
from lupaus.web.languages import LANGUAGES, in_language

EARLIEST = date(1970, 1, 1)
NOTES = tuple(f"note_{language}" for language in LANGUAGES)
LONGEST_NOTE = 300


@dataclass(frozen=True)
class PreviewRow:
    """A row of the file as it was understood, and what would happen to it."""

    number: int
    outcome: str
    indicator: str = ""
    area: str = ""
    area_name: str = ""
    on: date | None = None
    value: Decimal | None = None
    state: str = ValueState.AVAILABLE
    notes: tuple[tuple[str, str], ...] = ()
    before: Decimal | None = None
    message: str = ""
    places: tuple[tuple[str, str], ...] = ()
    written: str = ""

    @property
    def problem(self) -> str:
        """What is wrong with the row and how to mend it, in the reader's language."""
        if not self.message:
            return ""
        known = {
            "state": str(ValueState.NOT_AVAILABLE.label),
            "states": ", ".join(str(label) for label in ValueState.labels),
        }
        return _(self.message) % {**known, **dict(self.places)}

    @property
    def outcome_words(self) -> str:
        return str(RowOutcome(self.outcome).label)

    @property
    def state_words(self) -> str:
        return str(ValueState(self.state).label)

    @property
    def day(self) -> date:
        assert self.on is not None, "a refused row has no day"
        return self.on

    @property
    def key(self) -> tuple[str, str, date | None]:
        return self.indicator, self.area, self.on


class RowRefused(Exception):
    """A row cannot be taken in; the message, translated when it is shown, says what to mend."""

    def __init__(self, message: str, **places: str) -> None:
        super().__init__(message)
        self.message, self.places = message, places


class RowReader:
    """Understands rows one after another, remembering which figures the file has already given."""

    def __init__(self, county: County, today: date) -> None:
        self.today = today
        self.indicators = _by_names(Indicator.objects.of(county), "code", "name")
        self.areas = _by_names(Area.objects.filter(county=county), "public_id", "name")
        self.states = _state_words()
        self.seen: dict[tuple[str, str, date], int] = {}

    def read(self, row: Row) -> PreviewRow:
        written = " · ".join(cell for cell in row.cells.values() if cell)
        try:
            return self.understood(row, written)
        except RowRefused as refusal:
            return PreviewRow(
                number=row.number,
                outcome=RowOutcome.REFUSED.value,
                message=refusal.message,
                places=tuple(sorted(refusal.places.items())),
                written=written,
            )

    def understood(self, row: Row, written: str) -> PreviewRow:
        if row.is_too_wide:
            raise RowRefused(
                gettext_noop(
                    "The row has more cells than there are headings. If the figure has a decimal comma, separate the "
                    "columns with semicolons."
                )
            )
        indicator = self.indicator(row.cells.get("indicator", ""))
        area = self.area(row.cells.get("area", ""))
        on = self.day(row.cells.get("on", ""))
        state = self.state(row.cells.get("state", ""))
        value = self.value(row.cells.get("value", ""), state)
        self.remember(row.number, (indicator, area, on))
        notes = tuple((name, self.note(row.cells[name])) for name in NOTES if name in row.cells)
        return PreviewRow(
            number=row.number,
            outcome=RowOutcome.NEW.value,
            indicator=indicator,
            area=area,
            area_name=row.cells.get("area", ""),
            on=on,
            value=value,
            state=state,
            notes=notes,
            written=written,
        )

    def indicator(self, text: str) -> str:
        if not text:
            raise RowRefused(gettext_noop("The indicator is missing. Write its code in the row."))
        if found := self.indicators.get(text.casefold()):
            return found
        raise RowRefused(
            gettext_noop("There is no indicator “%(name)s”. Check the code, or define the indicator first."),
            name=text,
        )

    def area(self, text: str) -> str:
        if not text or text.casefold() in self.areas:
            return self.areas[text.casefold()] if text else ""
        raise RowRefused(
            gettext_noop(
                "There is no area “%(name)s”. Check the name; leave the cell empty for the whole county."
            ),
            name=text,
        )

    def day(self, text: str) -> date:
        if not text:
            raise RowRefused(gettext_noop("The date is missing. Write it as 31.12.2025, 2025-12-31 or 2025."))
        found = _day_in(text)
        if found is None or found < EARLIEST:
            raise RowRefused(
                gettext_noop(
                    "“%(text)s” is not a date we understand. Write it as 31.12.2025, 2025-12-31 or 2025."
                ),
                text=text,
            )
        if found > self.today:
            raise RowRefused(
                gettext_noop(
                    "The date “%(text)s” is still to come. Write the day the figure was measured; a year means its "
                    "last day."
                ),
                text=text,
            )
        return found

    def state(self, text: str) -> str:
        if not text:
            return ValueState.AVAILABLE.value
        if found := self.states.get(text.casefold()):
            return found
        raise RowRefused(
            gettext_noop("“%(text)s” is not a state. Leave it empty, or write one of these: %(states)s."),
            text=text,
        )

    def value(self, text: str, state: str) -> Decimal | None:
        if not text:
            if state in VALUELESS:
                return None
            raise RowRefused(
                gettext_noop("The figure is missing. Write it, or write “%(state)s” as the state.")
            )
        if state in VALUELESS:
            raise RowRefused(
                gettext_noop(
                    "The state says that there is no figure, but the row has one. Keep only the right one."
                )
            )
        number = number_in(text)
        if number is None:
            raise RowRefused(
                gettext_noop("“%(text)s” is not a number we understand. Write it as 1234,5 or 1234.5."),
                text=text,
            )
        return number

    def note(self, text: str) -> str:
        if len(text) > LONGEST_NOTE:
            raise RowRefused(
                gettext_noop("The note is longer than %(most)s characters. Shorten it."),
                most=str(LONGEST_NOTE),
            )
        return text

    def remember(self, number: int, key: tuple[str, str, date]) -> None:
        earlier = self.seen.setdefault(key, number)
        if earlier != number:
            raise RowRefused(
                gettext_noop(
                    "Row %(row)s already gives this figure for the same day. Keep only one of them."
                ),
                row=str(earlier),
            )


def _by_names(rows: Any, name: str, field: str) -> dict[str, str]:
    """Every way a row may be named in a file, folded, to its own name."""
    names: dict[str, str] = {}
    for row in rows:
        own = getattr(row, name)
        for text in (own, *(in_language(row, field, language) for language in LANGUAGES)):
            if text:
                names.setdefault(text.casefold(), own)
    return names


def _state_words() -> dict[str, str]:
    """A state's code and its word in each language, folded, to its code."""
    words = {state.value: state.value for state in ValueState}
    for language in LANGUAGES:
        with translation.override(language):
            words |= {str(state.label).casefold(): state.value for state in ValueState}
    return words


def _day_in(text: str) -> date | None:
    """31.12.2025, 2025-12-31, 2025-12 (its last day) or 2025 (its last day)."""
    try:
        if match := re.fullmatch(r"(\d{4})", text):
            return date(int(match[1]), 12, 31)
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
            return date(int(match[1]), int(match[2]), monthrange(int(match[1]), int(match[2]))[1])
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None

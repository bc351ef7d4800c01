"""What a file of observations would bring: each row new, changed, the same, or refused with its mend."""

import hashlib
import json
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import IO, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lupaus.counties.models import Area, County
from lupaus.monitoring.models import Indicator, Observation
from lupaus.monitoring.queries.files import LARGEST_FILE, FileRefused, Row, read_table
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
    problem: str = ""
    written: str = ""

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


@dataclass(frozen=True)
class Preview:
    """What would be taken in, exactly; nothing is taken in while any row is refused."""

    file_name: str
    sha256: str
    rows: tuple[PreviewRow, ...]
    left_out: tuple[str, ...] = ()

    def of(self, outcome: str) -> list[PreviewRow]:
        return [row for row in self.rows if row.outcome == outcome]

    @property
    def counts(self) -> dict[str, int]:
        return {outcome.value: len(self.of(outcome)) for outcome in RowOutcome}

    @property
    def is_clean(self) -> bool:
        return not self.of(RowOutcome.REFUSED)

    @property
    def brings_something(self) -> bool:
        return self.is_clean and any(row.outcome != RowOutcome.SAME for row in self.rows)

    @property
    def digest(self) -> str:
        """Names this very preview: the same rows with the same outcomes, and no others."""
        text = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        rows = [{**asdict(row), "on": row.on and row.on.isoformat()} for row in self.rows]
        for row in rows:
            row["value"], row["before"] = _digits(row["value"]), _digits(row["before"])
            row["notes"] = [list(note) for note in row["notes"]]
        return {
            "file_name": self.file_name,
            "sha256": self.sha256,
            "rows": rows,
            "left_out": list(self.left_out),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Preview":
        rows = [
            PreviewRow(
                **{
                    **row,
                    "on": row["on"] and date.fromisoformat(row["on"]),
                    "value": None if row["value"] is None else Decimal(row["value"]),
                    "before": None if row["before"] is None else Decimal(row["before"]),
                    "notes": tuple((name, text) for name, text in row["notes"]),
                }
            )
            for row in body["rows"]
        ]
        return cls(body["file_name"], body["sha256"], tuple(rows), tuple(body["left_out"]))


class RowRefused(Exception):
    """A row cannot be taken in; the message says what to mend."""


def preview_observations(county: County, file: IO[bytes], *, today: date | None = None) -> Preview:
    """Look at a file before anything is taken in. Raises FileRefused when the file as a whole cannot be read."""
    body = file.read(LARGEST_FILE + 1)
    table = read_table(body)
    reader = _Reader(county, today or timezone.localdate())
    rows = tuple(reader.read(row) for row in table.rows)
    name = str(getattr(file, "name", "") or "")[-200:]
    preview = Preview(name, hashlib.sha256(body).hexdigest(), rows, table.left_out)
    return compared_again(county, preview)


def compared_again(county: County, preview: Preview) -> Preview:
    """The same rows beside the figures that are in place at this moment."""
    known = _known(county)
    return replace(preview, rows=tuple(_compared(row, known) for row in preview.rows))


def _compared(row: PreviewRow, known: Mapping[tuple[str, str, date | None], Observation]) -> PreviewRow:
    if row.outcome == RowOutcome.REFUSED:
        return row
    old = known.get(row.key)
    if old is None:
        return replace(row, outcome=RowOutcome.NEW.value, before=None)
    notes_stay = all(in_language(old, "note", name.removeprefix("note_")) == text for name, text in row.notes)
    same = (old.value, old.state) == (row.value, row.state) and notes_stay
    return replace(row, outcome=(RowOutcome.SAME if same else RowOutcome.CHANGED).value, before=old.value)


def _known(county: County) -> dict[tuple[str, str, date | None], Observation]:
    rows = Observation.objects.filter(indicator__county=county).select_related("indicator", "area")
    return {(row.indicator.code, row.area.public_id if row.area else "", row.on): row for row in rows}


class _Reader:
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
            return PreviewRow(row.number, RowOutcome.REFUSED.value, problem=str(refusal), written=written)

    def understood(self, row: Row, written: str) -> PreviewRow:
        if row.is_too_wide:
            raise RowRefused(
                _(
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
            raise RowRefused(_("The indicator is missing. Write its code in the row."))
        if found := self.indicators.get(text.casefold()):
            return found
        raise RowRefused(
            _("There is no indicator “%(name)s”. Check the code, or define the indicator first.")
            % {"name": text}
        )

    def area(self, text: str) -> str:
        if not text or text.casefold() in self.areas:
            return self.areas[text.casefold()] if text else ""
        raise RowRefused(
            _("There is no area “%(name)s”. Check the name; leave the cell empty for the whole county.")
            % {"name": text}
        )

    def day(self, text: str) -> date:
        if not text:
            raise RowRefused(_("The date is missing. Write it as 31.12.2025, 2025-12-31 or 2025."))
        found = _day_in(text)
        if found is None or found < EARLIEST:
            raise RowRefused(
                _("“%(text)s” is not a date we understand. Write it as 31.12.2025, 2025-12-31 or 2025.")
                % {"text": text}
            )
        if found > self.today:
            raise RowRefused(
                _(
                    "The date “%(text)s” is still to come. Write the day the figure was measured; a year means its "
                    "last day."
                )
                % {"text": text}
            )
        return found

    def state(self, text: str) -> str:
        if not text:
            return ValueState.AVAILABLE.value
        if found := self.states.get(text.casefold()):
            return found
        raise RowRefused(
            _("“%(text)s” is not a state. Leave it empty, or write one of these: %(states)s.")
            % {"text": text, "states": ", ".join(str(label) for label in ValueState.labels)}
        )

    def value(self, text: str, state: str) -> Decimal | None:
        if not text:
            if state in VALUELESS:
                return None
            raise RowRefused(
                _("The figure is missing. Write it, or write “%(state)s” as the state.")
                % {"state": ValueState.NOT_AVAILABLE.label}
            )
        if state in VALUELESS:
            raise RowRefused(
                _("The state says that there is no figure, but the row has one. Keep only the right one.")
            )
        number = number_in(text)
        if number is None:
            raise RowRefused(
                _("“%(text)s” is not a number we understand. Write it as 1234,5 or 1234.5.") % {"text": text}
            )
        return number

    def note(self, text: str) -> str:
        if len(text) > LONGEST_NOTE:
            raise RowRefused(
                _("The note is longer than %(most)s characters. Shorten it.") % {"most": LONGEST_NOTE}
            )
        return text

    def remember(self, number: int, key: tuple[str, str, date]) -> None:
        earlier = self.seen.setdefault(key, number)
        if earlier != number:
            raise RowRefused(
                _("Row %(row)s already gives this figure for the same day. Keep only one of them.")
                % {"row": earlier}
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


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


__all__ = ["FileRefused", "Preview", "PreviewRow", "compared_again", "preview_observations"]

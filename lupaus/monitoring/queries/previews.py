"""What a file of observations would bring, and whether it still would."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import IO, Any

from django.utils import timezone

from lupaus.counties.models import County
from lupaus.monitoring.models import Observation
from lupaus.monitoring.queries.files import LARGEST_FILE, read_table
from lupaus.monitoring.queries.rows import PreviewRow, RowReader
from lupaus.monitoring.states import RowOutcome
from lupaus.web.languages import in_language


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
            row["places"] = [list(place) for place in row["places"]]
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
                    "places": tuple((name, text) for name, text in row["places"]),
                }
            )
            for row in body["rows"]
        ]
        return cls(body["file_name"], body["sha256"], tuple(rows), tuple(body["left_out"]))


def preview_observations(county: County, file: IO[bytes], *, today: date | None = None) -> Preview:
    """Look at a file before anything is taken in. Raises FileRefused when the file as a whole cannot be read."""
    body = file.read(LARGEST_FILE + 1)
    table = read_table(body)
    reader = RowReader(county, today or timezone.localdate())
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


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"

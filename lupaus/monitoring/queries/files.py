"""Read a file of observations, CSV or XLSX, into plain rows; a file that cannot be read says how to mend it."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 20_000

COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("indicator", "mittari", "tunnus", "indikator", "mätare", "code", "koodi"),
    "on": ("date", "päivä", "päivämäärä", "pvm", "datum", "dag", "day", "year", "vuosi", "år"),
    "value": ("value", "arvo", "luku", "värde", "siffra", "figure"),
    "area": ("area", "alue", "område"),
    "state": ("state", "tila", "status", "läge"),
    "note_fi": ("huomautus", "huomio", "note_fi"),
    "note_sv": ("anmärkning", "note_sv"),
    "note_en": ("note", "note_en"),
}
REQUIRED = ("indicator", "on", "value")
_MEANING = {name: column for column, names in COLUMNS.items() for name in names}


class FileRefused(Exception):
    """The file cannot be read; the message says why and how to mend it, in the reader's language."""


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file: its number there and its cells by column."""

    number: int
    cells: dict[str, str]
    is_too_wide: bool = False


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    left_out: tuple[str, ...]


def read_table(body: bytes) -> Table:
    """The rows of the file under columns we know. Raises FileRefused."""
    if not body.strip():
        raise FileRefused(
            _("The file is empty. Choose a file that has a row of headings and at least one figure.")
        )
    if len(body) > LARGEST_FILE:
        raise FileRefused(
            _("The file is larger than 10 MB. Split it into smaller files and bring them one by one.")
        )
    if body.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused(
            _("This is an old Excel file (.xls). Save it as .xlsx or as CSV UTF-8 and try again.")
        )
    lines = _workbook_lines(body) if body.startswith(b"PK") else _csv_lines(body)
    return _table(lines)


def _table(lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    written = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not written:
        raise FileRefused(
            _("The file is empty. Choose a file that has a row of headings and at least one figure.")
        )
    headings = [heading.strip() for heading in written[0][1]]
    columns = [_MEANING.get(heading.casefold()) for heading in headings]
    _check_columns(columns, headings)
    if len(written) == 1:
        raise FileRefused(_("The file has headings but no figures. Add a row for each figure."))
    if len(written) - 1 > MOST_ROWS:
        raise FileRefused(
            _("The file has more than %(most)s rows. Split it into smaller files and bring them one by one.")
            % {"most": MOST_ROWS}
        )
    rows = tuple(_row(number, cells, columns) for number, cells in written[1:])
    left_out = tuple(
        heading for heading, column in zip(headings, columns, strict=True) if heading and not column
    )
    return Table(rows, tuple(column for column in columns if column), left_out)


def _row(number: int, cells: Sequence[str], columns: Sequence[str | None]) -> Row:
    named = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    return Row(number, named, is_too_wide=any(cell.strip() for cell in cells[len(columns) :]))


def _check_columns(columns: Sequence[str | None], headings: Sequence[str]) -> None:
    named = [column for column in columns if column]
    if len(set(named)) != len(named):
        raise FileRefused(
            _("Two columns mean the same thing. Keep only one of each. The headings are: %(headings)s.")
            % {"headings": ", ".join(headings)}
        )
    if missing := [column for column in REQUIRED if column not in named]:
        names = {"indicator": _("indicator"), "on": _("date or year"), "value": _("value")}
        raise FileRefused(
            _(
                "Row 1 lacks these columns: %(missing)s. Name the columns mittari, päivä and arvo (or indicator, "
                "date and value). The headings are now: %(headings)s."
            )
            % {"missing": ", ".join(names[column] for column in missing), "headings": ", ".join(headings)}
        )


def _csv_lines(body: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    text = _text(body)
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    delimiter = max(";\t,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileRefused(
                _(
                    "Row %(row)s cannot be read: a quotation mark is left open or stands in the middle. Mend it and try again."
                )
                % {"row": start}
            ) from error
        yield start, cells
        start = reader.line_num + 1


def _text(body: bytes) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in body[:2000]:
        raise FileRefused(
            _(
                "The file is not text in UTF-8. Save it in Excel as “CSV UTF-8”, or as an .xlsx file, and try again."
            )
        )
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(
            _(
                "Row %(row)s has letters that are not UTF-8 (the file is perhaps in the Windows-1252 encoding). "
                "Save it in Excel as “CSV UTF-8”, or as an .xlsx file, and try again."
            )
            % {"row": body[: error.start].count(b"\n") + 1}
        ) from error


def _workbook_lines(body: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    broken = _("The Excel file cannot be opened. Save it again as .xlsx, or as CSV UTF-8, and try again.")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise FileRefused(
                    _("The file is larger than 10 MB. Split it into smaller files and bring them one by one.")
                )
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        sheet = book.worksheets[0]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError) as error:
        raise FileRefused(broken) from error
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 2), start=1):
        yield number, [_cell_text(cell) for cell in cells]
    book.close()


def _cell_text(cell: Any) -> str:
    """A cell as it would have been written by hand: dates as ISO days, a share shown as per cent as per cents."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        number = Decimal(str(value))
        if "%" in str(cell.number_format or ""):
            number *= 100
        return f"{number.quantize(Decimal('0.000001')).normalize():f}"
    return str(value)

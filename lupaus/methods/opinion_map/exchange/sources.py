"""Files as they come, from a folder or an upload: sized before they are read, decoded, and cut into rows that know their line."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from lupaus.methods.opinion_map.errors import BadVotes, FileTooLarge
from lupaus.methods.opinion_map.types import Id, Json, JsonObject

LARGEST_FILE = 200_000_000
Source: TypeAlias = "bytes | Path | BinaryIO"


def text_of(name: str, source: Source, limit: int = LARGEST_FILE) -> str:
    """The whole file as text, without a byte order mark; refused with FileTooLarge before anything is loaded when it exceeds ``limit`` bytes."""
    content = _bytes_of(name, source, limit)
    if not content.strip():
        raise BadVotes("empty_file", file=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadVotes("not_utf8", file=name, line=line, values={"byte": error.start + 1}) from error


def _bytes_of(name: str, source: Source, limit: int) -> bytes:
    if isinstance(source, bytes):
        if len(source) > limit:
            raise FileTooLarge(file=name, limit=limit)
        return source
    if isinstance(source, Path):
        if source.stat().st_size > limit:
            raise FileTooLarge(file=name, limit=limit)
        return source.read_bytes()
    if source.seekable():
        if source.seek(0, io.SEEK_END) > limit:
            raise FileTooLarge(file=name, limit=limit)
        source.seek(0)
    content = source.read(limit + 1)
    if len(content) > limit:
        raise FileTooLarge(file=name, limit=limit)
    return content


@dataclass(frozen=True)
class Row:
    """One row of a table: its file, the line it begins on, and its fields by column."""

    file: str
    line: int
    places: dict[str, int]
    fields: Sequence[str]

    def text(self, column: str) -> str:
        """The field of the column, stripped; empty where the table has no such column."""
        place = self.places.get(column)
        return "" if place is None else self.fields[place].strip()

    def bad(self, code: str, column: str, **values: int | str) -> BadVotes:
        """An error that names this row and column."""
        return BadVotes(code, file=self.file, line=self.line, column=column, values=values)

    def id(self, column: str, missing: str) -> Id:
        """A number or name that identifies something; ``missing`` is the code of the error when there is none."""
        given = self.text(column)
        if not given:
            raise self.bad(missing, column)
        return plain_id(given)

    def whole(self, column: str) -> int | None:
        """A whole number, or None where the field is empty."""
        given = self.text(column)
        if not given:
            return None
        try:
            return int(given)
        except ValueError:
            raise self.bad("bad_number", column, value=shortened(given)) from None

    def moment(self, column: str) -> int:
        """A time in milliseconds; files from 2025 on give seconds."""
        given = self.text(column)
        found = moment_of(given)
        if found is None:
            raise self.bad("bad_timestamp", column, value=shortened(given))
        return found

    def vote(self, column: str) -> int:
        """1 agree, 0 pass, -1 disagree."""
        given = self.text(column)
        if given not in VOTE:
            raise self.bad("bad_vote", column, value=shortened(given))
        return VOTE[given]


VOTE = {"1": 1, "0": 0, "-1": -1}
SECONDS_BELOW = 100_000_000_000
LATEST = 100_000_000_000_000


def moment_of(given: str) -> int | None:
    """Milliseconds from a number of seconds or milliseconds; None when it is neither."""
    try:
        moment = int(given)
    except ValueError:
        try:
            moment = int(float(given))
        except (ValueError, OverflowError):
            return None
    if not 0 <= moment < LATEST:
        return None
    return moment * 1000 if moment < SECONDS_BELOW else moment


def plain_id(given: str) -> Id:
    """A number where it is written as one, else the text itself."""
    return (
        int(given)
        if given.isascii() and given.isdigit() and len(given) < 19 and str(int(given)) == given
        else given
    )


def shortened(given: str) -> str:
    """At most forty characters of what was given, for a message."""
    return given if len(given) <= 40 else given[:39] + "…"


class Table:
    """A table with a header row (RFC 4180): ``columns`` and its rows, one after another."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        self._line = 1
        self.columns = [column.strip() for column in self._next_fields() or []]
        self.places = {column: place for place, column in enumerate(self.columns)}

    def require(self, *wanted: str) -> None:
        """Refuse the table unless it has all of these columns."""
        missing = [column for column in wanted if column not in self.places]
        if not missing:
            return
        if len(self.columns) == 1 and self.columns[0].count(";") >= 2:
            raise BadVotes("wrong_delimiter", file=self.name, line=1, values={"delimiter": ";"})
        if len(missing) == len(wanted):
            found = shortened(", ".join(self.columns))
            raise BadVotes(
                "wrong_columns",
                file=self.name,
                line=1,
                values={"expected": ", ".join(wanted), "found": found},
            )
        raise BadVotes(
            "missing_column", file=self.name, line=1, column=missing[0], values={"missing": missing[0]}
        )

    def rows(self) -> Iterator[Row]:
        """Every row that is not blank, checked to be as long as the header."""
        while True:
            line = self._line
            fields = self._next_fields()
            if fields is None:
                return
            if not fields:
                continue
            if len(fields) != len(self.columns):
                values = {"found": len(fields), "expected": len(self.columns)}
                raise BadVotes("wrong_field_count", file=self.name, line=line, values=values)
            yield Row(self.name, line, self.places, fields)

    def _next_fields(self) -> list[str] | None:
        try:
            fields = next(self._reader, None)
        except csv.Error as error:
            raise BadVotes(
                "wrong_structure", file=self.name, line=self._line, values={"problem": str(error)}
            ) from error
        self._line = self._reader.line_num + 1
        return fields


def json_object(name: str, text: str) -> JsonObject:
    """A file that holds one JSON object."""
    try:
        read: Json = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadVotes("not_json", file=name, line=error.lineno, values={"problem": error.msg}) from error
    if not isinstance(read, dict):
        raise BadVotes("wrong_structure", file=name, line=1, values={"problem": "an object is expected"})
    return read


def json_records(name: str, text: str) -> Iterator[tuple[int, JsonObject]]:
    """The objects of a file that holds a JSON list, each with the line it begins on."""
    decoder = json.JSONDecoder()
    place, line, counted = _past(text, 0, " \t\r\n"), 1, 0
    if text[place : place + 1] != "[":
        raise BadVotes("wrong_structure", file=name, line=1, values={"problem": "a list is expected"})
    place = _past(text, place + 1, " \t\r\n")
    while text[place : place + 1] != "]":
        line += text.count("\n", counted, place)
        counted = place
        try:
            record, place = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise BadVotes("not_json", file=name, line=error.lineno, values={"problem": error.msg}) from error
        if not isinstance(record, dict):
            raise BadVotes(
                "wrong_structure", file=name, line=line, values={"problem": "an object is expected"}
            )
        yield line, record
        place = _past(text, place, " \t\r\n,")


def _past(text: str, place: int, skipped: str) -> int:
    while place < len(text) and text[place] in skipped:
        place += 1
    return place

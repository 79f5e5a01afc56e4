"""CSV and TSV: one record a row, below a header that names the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import IO

from qattr.reading.encodings import Note, bad_bytes, decode
from qattr.reading.kinds import listed
from qattr.reading.lines import lines
from qattr.reading.own import is_own_header
from qattr.reading.plain import LEFT_OUT
from qattr.reading.record import article_of
from qattr.reading.types import Article, Failure, Reading, Task, Unreadable

MARKS = ",;\t|"
"""What may stand between cells, where nobody says it."""
_LONE_RETURN = re.compile(r"(?<=\r)(?!\n|$)")
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*\Z', re.IGNORECASE)
_QUOTE = "Put cells with delimiters or quotes between double quotes"


class _Decoded:
    """The decoded lines of a CSV file for :mod:`csv`; ``bad`` and ``note`` tell of bytes since somebody looked."""

    def __init__(self, stream: IO[bytes], encoding: str, reading: Reading) -> None:
        self.bad: Unreadable | None = None
        self.note: Note | None = None
        self._lines = lines(stream, encoding, reading.errors)
        self._encoding = encoding
        self._reading = reading

    def __iter__(self) -> Iterator[str]:
        for offset, line in self._lines:
            # a lone carriage return ends a line too, in files of an old kind
            yield from _LONE_RETURN.split(line if isinstance(line, str) else self._decoded(line, offset))

    def _decoded(self, line: bytes, offset: int) -> str:
        """One line as text; what is bad in it is kept for the row's error."""
        try:
            return line.decode("utf-8" if self._encoding == "auto" else self._encoding)
        except UnicodeError as error:
            try:
                text, self.note = decode(line, self._reading, offset or 1, self._encoding)
                return text
            except Unreadable:
                self.bad = self.bad or bad_bytes(line, error, offset, self._encoding)
        return line.decode("latin-1")  # only to find where the row ends: not every codec can replace what is bad

    def told(self, where: str) -> Failure | None:
        """What is to be said of the bytes of the row that begins there; it is forgotten then."""
        bad, note, self.bad, self.note = self.bad, self.note, None, None
        if bad:
            return Failure(where, bad.reason, bad.step)
        return note.of(where) if note else None


def cut(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    """One task a row, its cells under the names of the header."""
    import csv

    csv.field_size_limit(2**31 - 1)
    decoded = _Decoded(stream, encoding, reading)
    body = iter(decoded)
    first, skipped = next(body, ""), 0
    delimiter = reading.delimiter
    if named := _SEPARATOR.match(first):  # Excel's own line
        delimiter, first, skipped = delimiter or named[1], next(body, ""), 1
    delimiter = delimiter or _delimiter(first, reading.text_field)
    rows = csv.reader(chain([first], body), delimiter=delimiter, strict=True)
    header: list[str] = []
    short = False
    while True:
        where = f"{path}:{rows.line_num + 1 + skipped}"
        row, reason = _next(rows)
        if row is None:
            break
        if not header:
            header = _checked(row, reason, decoded.bad, reading)
            continue
        if row and len(row) < len(header) and not reason:
            if not short:
                short = True
                yield Failure(where, _cells(row, header), "The missing ones are taken as empty", note=True)
            row += [""] * (len(header) - len(row))
        elif row and len(row) > len(header):
            reason = _cells(row, header)
        told = decoded.told(where)
        if told:
            yield told
        if reason and not told:
            yield Failure(where, f"no CSV row ({reason})", _QUOTE)
        elif row and not reason and (told is None or told.note):
            yield Task(where, "csv", {name: cell for name, cell in zip(header, row, strict=True) if name})
    if not header:
        raise Unreadable("no header row", "The first row must name the columns")


def record(task: Task, reading: Reading) -> Article:
    """The article of a row.  Raises :class:`Unreadable`."""
    assert isinstance(task.data, dict)
    return article_of(task.source, dict(task.data), reading)


def _next(rows: Iterator[list[str]]) -> tuple[list[str] | None, str]:
    """The next row and what is wrong with it; ``None`` at the end."""
    import csv

    try:
        return next(rows), ""
    except StopIteration:
        return None, ""
    except csv.Error as error:
        return [], str(error)


def _cells(row: list[str], header: list[str]) -> str:
    """``3 cells under a header of 4``"""
    return f"{len(row)} cell{'' if len(row) == 1 else 's'} under a header of {len(header)}"


def _delimiter(header: str, column: str) -> str:
    """The first mark at which the header has the column, else the one it has most."""
    return next((mark for mark in MARKS if column in names(header, mark)), max(MARKS, key=header.count))


def names(header: str, mark: str) -> list[str]:
    """The columns of a header line that is cut at a mark."""
    return [name.strip(' "\r\n\t\ufeff') for name in header.split(mark)]


def _checked(row: list[str], reason: str, bad: Unreadable | None, reading: Reading) -> list[str]:
    """The header, when it is one and has the column.  Raises :class:`Unreadable`."""
    if bad:
        raise bad
    if reason or not any(row):
        raise Unreadable(f"no header row{f' ({reason})' if reason else ''}", "The first row must name the columns")
    header = [name.strip() for name in row]
    if reading.kind is None and is_own_header(header):
        raise LEFT_OUT
    column = reading.text_field
    if column not in header:
        raise Unreadable(f"no column {column!r}; it has {listed(header)}", "Name the column with --text-field")
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        many = "several columns are" if len(twice) > 1 else "two columns are"
        raise Unreadable(f"{many} called {listed(map(repr, twice))}", "Give each column a name of its own")
    return header

"""Files with one article a line or row (JSON Lines, CSV), cut into tasks as they are read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import IO

from qattr.reading.files import bad_bytes, detect_encoding, failure, listed, open_bytes
from qattr.reading.types import Failure, Kind, Reading, Task, Unreadable

_LONE_RETURN = re.compile(r"(?<=\r)(?!\n|$)")


def records(path: str, kind: Kind, reading: Reading) -> Iterator[Task | Failure]:
    """The records of a ``jsonl`` or ``csv`` file, one task each; what is no record is a failure in its place.

    A file that cannot be read further ends with a failure that names it.
    """
    done = 0
    try:
        with open_bytes(path) as stream:
            encoding = _stream_encoding(stream, reading.encoding)
            cut = _jsonl_tasks if kind == "jsonl" else _csv_tasks
            for done, task in enumerate(cut(path, stream, encoding, reading), 1):  # noqa: B007
                yield task
    except (OSError, EOFError, zlib.error, Unreadable) as error:
        last = failure(path, error)
        yield last._replace(reason=f"{last.reason} (after record {done})") if done else last


def _stream_encoding(stream: IO[bytes], encoding: str) -> str:
    """The encoding of a file of records; ``auto`` looks at its first bytes only."""
    if encoding != "auto":
        return encoding
    head: bytes = stream.peek(1 << 16) if hasattr(stream, "peek") else b""
    import codecs

    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return detect_encoding(head)
    return "utf-8"


def _lines(stream: IO[bytes], encoding: str) -> Iterator[tuple[int, bytes | str]]:
    """Lines with the byte offset at which each begins; decoded already where bytes cannot be cut at line feeds."""
    if "\n".encode(encoding) == b"\n":
        offset = 0
        for line in stream:
            if not offset and line.startswith(b"\xef\xbb\xbf"):
                offset, line = 3, line[3:]
            yield offset, line
            offset += len(line)
        return
    import io

    try:
        for text in io.TextIOWrapper(stream, encoding, newline="\n"):
            yield 0, text
    except UnicodeError as error:
        raise Unreadable(f"not {encoding} ({error})", "Name the right encoding with --encoding") from None


def _jsonl_tasks(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    for number, (offset, line) in enumerate(_lines(stream, encoding), 1):
        if line.strip():
            yield Task(f"{path}:{number}", "jsonl", line, offset)


class _Rows:
    """The decoded lines of a CSV file for :mod:`csv`; ``bad`` is the first bad byte since somebody looked."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self.bad: Unreadable | None = None
        self._lines = _lines(stream, encoding)
        self._encoding = encoding

    def __iter__(self) -> Iterator[str]:
        for offset, line in self._lines:
            # a lone carriage return ends a line too, in files of an old kind
            yield from _LONE_RETURN.split(line if isinstance(line, str) else self._decoded(line, offset))

    def _decoded(self, line: bytes, offset: int) -> str:
        try:
            return line.decode(self._encoding)
        except UnicodeError as error:
            self.bad = self.bad or bad_bytes(line, error, offset, self._encoding)
            return line.decode("latin-1")  # only to find where the row ends: not every codec can replace what is bad


def _csv_tasks(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    import csv

    csv.field_size_limit(2**31 - 1)
    decoded = _Rows(stream, encoding)
    lines = iter(decoded)
    first = next(lines, "")
    rows = csv.reader(chain([first], lines), delimiter=_delimiter(first, reading.text_field), strict=True)
    header: list[str] = []
    while True:
        where = f"{path}:{rows.line_num + 1}"
        reason = ""
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            row, reason = [], str(error)
        if not header:
            header = _checked(row, reason, decoded.bad, reading.text_field)
            continue
        if row and len(row) != len(header):
            reason = f"{len(row)} cells under a header of {len(header)}"
        if decoded.bad:
            yield Failure(where, decoded.bad.reason, decoded.bad.step)
            decoded.bad = None
        elif reason:
            yield Failure(where, f"no CSV row ({reason})", "Put cells with delimiters or quotes between double quotes")
        elif row:
            yield Task(where, "csv", dict(zip(header, row, strict=True)))
    if not header:
        raise Unreadable("no header row", "The first row must name the columns")


def _delimiter(header: str, column: str) -> str:
    """Comma, semicolon or tab: the first at which the header has the column, else the one it has most."""
    for mark in ",;\t":
        if column in (name.strip(' "\r\n') for name in header.split(mark)):
            return mark
    return max(",;\t", key=header.count)


def _checked(header: list[str], reason: str, bad: Unreadable | None, column: str) -> list[str]:
    """The header, when it is one and has the column.  Raises :class:`Unreadable`."""
    if bad:
        raise bad
    if reason or not any(header):
        raise Unreadable(f"no header row{f' ({reason})' if reason else ''}", "The first row must name the columns")
    if column not in header:
        raise Unreadable(f"no column {column!r}; it has {listed(header)}", "Name the column with --text-field")
    return header

"""Files with one article a line or row (JSON Lines, CSV), cut into tasks as they are read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO

from qattr.corpus import Failure, Kind, Reading, Task, Unreadable, bad_bytes, detect_encoding, failure, open_bytes


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


def _csv_tasks(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    import csv

    csv.field_size_limit(2**31 - 1)
    bad: list[Unreadable] = []  # the first bad byte of the row that is being read

    def decoded() -> Iterator[str]:
        for offset, line in _lines(stream, encoding):
            if isinstance(line, str):
                yield line
                continue
            try:
                yield line.decode(encoding)
            except UnicodeError as error:
                bad.append(bad_bytes(line, error, offset, encoding))
                yield line.decode(encoding, "replace")

    lines = decoded()
    first = next(lines, "")
    if not first.strip():
        raise Unreadable("no header row", "The first row must name the columns")
    if bad:
        raise bad[0]
    delimiter = next((d for d in ",;\t" if reading.text_field in next(csv.reader([first], delimiter=d))), None)
    if delimiter is None:
        names = ", ".join(next(csv.reader([first])))
        raise Unreadable(f"no column {reading.text_field!r}; it has {names}", "Name the column with --text-field")
    header = next(csv.reader([first], delimiter=delimiter))
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 2
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            row, reason = [], str(error)
        else:
            reason = f"{len(row)} cells under a header of {len(header)}" if row and len(row) != len(header) else ""
        if row is None:
            return
        where, line = f"{path}:{line}", rows.line_num + 2
        if bad:
            yield Failure(where, bad[0].reason, bad[0].step)
            bad.clear()
        elif reason:
            yield Failure(where, f"no CSV row ({reason})", "Put cells with delimiters or quotes between double quotes")
        elif row:
            yield Task(where, "csv", dict(zip(header, row, strict=True)))

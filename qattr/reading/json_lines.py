"""JSON Lines: one record a line, parsed where the article is analysed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from qattr.reading.encodings import decode
from qattr.reading.lines import lines
from qattr.reading.own import is_own_line
from qattr.reading.plain import LEFT_OUT
from qattr.reading.record import article_of
from qattr.reading.types import Article, Failure, Reading, Task, Unreadable


def cut(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    """One task a line, not parsed yet."""
    told = "" if encoding == reading.encoding else encoding
    for number, (offset, line) in enumerate(lines(stream, encoding, reading.errors), 1):
        if number == 1 and reading.kind is None and isinstance(line, bytes) and is_own_line(line):
            raise LEFT_OUT
        if line.strip():
            yield Task(f"{path}:{number}", "jsonl", line, offset, told)


def record(task: Task, reading: Reading) -> Article:
    """The article of one line.  Raises :class:`Unreadable`."""
    assert isinstance(task.data, bytes | str)
    if isinstance(task.data, str):
        return article_of(task.source, parsed(task.data), reading)
    text, note = decode(task.data, reading, task.offset, task.encoding)
    return article_of(task.source, parsed(text), reading, (note.of(task.source),) if note else ())


def parsed(line: str) -> dict[str, Any]:
    """The object in a line.  Raises :class:`Unreadable`."""
    try:
        found = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        what = f"no JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
        raise Unreadable(what, "Each line must be one JSON object; jq -c makes it so") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"JSON that cannot be read ({error})", "Simplify the record") from None
    if not isinstance(found, dict):
        raise Unreadable("no JSON object", "Each line must be an object; jq -c '.[]' cuts up an array")
    return found

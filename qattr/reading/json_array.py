"""JSON that is not one record a line: an array of records, or objects over several lines, read piece by piece."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from qattr.reading.own import is_own_record
from qattr.reading.plain import LEFT_OUT
from qattr.reading.record import article_of
from qattr.reading.types import Article, Failure, Reading, Task, Unreadable

PART = 1 << 16
"""Characters that are read at a time; a record that is longer doubles it, so that none is parsed often."""
LONGEST = 32 << 20
"""Characters of one record; where no value has ended by then, there is none."""
_BETWEEN = re.compile(r"[\s,\]]*")


def cut(path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
    """One task a record, parsed; ``FILE[3]`` is the fourth of an array, as ``jq '.[3]'`` counts."""
    text = io.TextIOWrapper(stream, "utf-8" if encoding == "auto" else encoding, reading.errors)
    try:
        for place, value in values(text):
            where = path if place is None else f"{path}[{place}]"
            if not isinstance(value, dict):
                yield Failure(where, f"no JSON object but {type(value).__name__}", "An article must be an object")
            elif not place and reading.kind is None and is_own_record(value):
                raise LEFT_OUT
            else:
                yield Task(where, "json", value)
    except json.JSONDecodeError as error:
        raise Unreadable(f"no JSON ({error.msg.removesuffix(' at')})", "Check it with jq . FILE") from None
    except UnicodeError as error:
        raise Unreadable(f"not {text.encoding} ({error})", "Name the right encoding with --encoding") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"JSON that cannot be read ({error})", "Simplify the record") from None


def record(task: Task, reading: Reading) -> Article:
    """The article of a record.  Raises :class:`Unreadable`."""
    assert isinstance(task.data, dict)
    return article_of(task.source, dict(task.data), reading)


def values(text: IO[str]) -> Iterator[tuple[int | None, Any]]:
    """The values of an array with their numbers; or those one after the other, the first without one.

    Raises ``json.JSONDecodeError`` where there is no value.
    """
    decoder = json.JSONDecoder()
    held = text.read(PART).lstrip("\ufeff \t\r\n")
    is_array = held.startswith("[")
    at, number, ended = int(is_array), 0, False
    while True:
        at = _end(_BETWEEN, held, at)
        if at == len(held) and not ended:
            held, at = text.read(PART), 0
            ended = not held
            continue
        if at == len(held):
            return
        try:
            value, stop = decoder.raw_decode(held, at)
        except json.JSONDecodeError:
            more = "" if ended or len(held) - at > LONGEST else text.read(max(PART, len(held) - at))
            if not more:
                raise
            held, at = held[at:] + more, 0
            continue
        yield (number if is_array or number else None), value
        at, number = stop, number + 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern ends that begins at an offset; the offset where it does not match."""
    match = pattern.match(text, at)
    return match.end() if match else at

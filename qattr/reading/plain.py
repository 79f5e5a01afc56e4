"""Plain text: the file is the article."""

from __future__ import annotations

from qattr.reading.encodings import decode
from qattr.reading.opening import shown
from qattr.reading.own import is_own_text
from qattr.reading.types import Article, Failure, LeftOut, Reading, Task

LEFT_OUT = LeftOut("results of qattr, no article", "Left out")


def article(task: Task, data: bytes, reading: Reading) -> Article:
    """The article in a text file's bytes.  Raises :class:`qattr.reading.types.Unreadable`."""
    text, notes = decoded(task, data, reading)
    if is_own_text(text):
        raise LEFT_OUT
    return Article(shown(task.source), text, notes=notes)


def decoded(task: Task, data: bytes, reading: Reading) -> tuple[str, tuple[Failure, ...]]:
    """A file's text, and what is to be said of how it was decoded."""
    text, note = decode(data, reading, task.offset, task.encoding)
    return text, (note.of(task.source),) if note else ()

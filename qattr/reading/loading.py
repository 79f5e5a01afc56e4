"""A task -> its article: read, decoded, parsed or extracted, and what is no part of the article marked as such."""

from __future__ import annotations

from qattr.reading.files import LARGEST
from qattr.reading.kinds import cutter, extractor, holds_records
from qattr.reading.marks import without_invisible
from qattr.reading.opening import explain_error, is_damage, open_bytes
from qattr.reading.types import Article, Reading, Task, Unreadable

_USUAL = 64 << 10
_SPLIT = "Split it, one article a file or JSON line"


def load(task: Task, reading: Reading) -> Article:
    """Read, decode, parse or extract the article of a task.

    Raises :class:`Unreadable` with a reason and a next step.
    """
    data = _read(task.source) if task.data is None else task.data
    if not isinstance(data, dict) and len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST >> 20} MB: no single article", _SPLIT)
    if holds_records(task.kind):
        article = cutter(task.kind).record(task, reading)
    else:
        assert isinstance(data, bytes)
        article = extractor(task.kind).article(task, data, reading)
    return article if article.text.isascii() else without_invisible(article)


def _read(path: str) -> bytes:
    """A file's bytes, unpacked. Raises :class:`Unreadable` where it is larger than an article or damaged."""
    try:
        with open_bytes(path, buffering=0) as stream:
            data = part = stream.read(_USUAL)  # to ask for more at once reserves the memory for it
            while part and len(data) <= LARGEST:
                part = stream.read(max(_USUAL, len(data)))
                data += part
            return data
    except MemoryError:
        raise Unreadable("too large for the memory", _SPLIT) from None
    except Unreadable:
        raise
    except Exception as error:
        if not is_damage(error):
            raise
        raise Unreadable(*explain_error(error, path)) from None

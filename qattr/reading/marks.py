"""What stands in a file and is no part of its article: the engine reads without it, and spans count with it.

Markdown's asterisks and zero-width characters are taken out before the analysis; :func:`restored` moves every span of
the document back to where it is in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, TypeVar

from qattr.model import Document
from qattr.reading.types import Article, Marks

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
"""Soft hyphens, zero-width characters and marks of direction: a name with one in it is the same name."""
_Any = TypeVar("_Any")


def without(text: str, ranges: Iterable[tuple[int, int]]) -> Marks:
    """A text without some ranges, which may touch or lie in each other.

    >>> without("**Kami** siap", [(0, 2), (6, 8)])
    Marks(text='Kami siap', removed=((0, 2), (6, 8)))
    """
    removed: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if removed and start <= removed[-1][1]:
            removed[-1] = (removed[-1][0], max(end, removed[-1][1]))
        elif start < end:
            removed.append((start, end))
    kept, at = [], 0
    for start, end in removed:
        kept.append(text[at:start])
        at = end
    return Marks("".join([*kept, text[at:]]), tuple(removed))


def without_invisible(article: Article) -> Article:
    """The article, its invisible characters among the marks; the same one where it has none."""
    found = [m.span() for m in INVISIBLE.finditer(article.text)] if INVISIBLE.search(article.text) else []
    if not found:
        return article
    before = article.marks.removed if article.marks else ()
    return article._replace(marks=without(article.text, [*before, *found]))


def restored(document: Document, text: str, marks: Marks) -> Document:
    """The document of ``marks.text``, its spans where they are in ``text``."""
    lengths = [end - start for start, end in marks.removed]
    shifts = [0, *accumulate(lengths)]
    edges = [start - shift for (start, _), shift in zip(marks.removed, shifts, strict=False)]

    def place(at: int) -> int:
        """Where an offset of the text without marks stands in the text with them."""
        return at + shifts[bisect_right(edges, at)]

    def moved(value: _Any) -> _Any:
        """Any value of the result with its spans moved."""
        if not isinstance(value, tuple):
            return value
        fields: tuple[str, ...] = getattr(value, "_fields", ())
        if not fields:
            return type(value)(map(moved, value))
        made: Any = type(value)(*map(moved, value))
        if "start" not in fields:
            return made  # type: ignore[no-any-return]
        start = place(made.start)
        end = place(made.end - 1) + 1 if made.end > made.start else start
        return made._replace(text=text[start:end], start=start, end=end)  # type: ignore[no-any-return]

    return moved(document)._replace(text=text)

"""``markdown``: a table for a wiki, an issue or a static site; one row a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qattr.model import Document, Quote
from qattr.output import Style
from qattr.output.fields import kept
from qattr.output.safe import cell, one_line
from qattr.reading.types import Article

_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_COLUMNS = ("Speaker", "Role", "Verb", "Type", "Line", "Quote")


def head(style: Style, title: str) -> str:
    """The header of the table."""
    return header((*(("Source",) if style.many else ()), *_COLUMNS, *(_CONTEXT if style.context else ()), *style.keep))


def article(item: Article, document: Document, style: Style) -> str:
    """A row a quote."""
    first = (document.source,) if style.many else ()
    fields = kept(item, style.keep)
    shown = _circumstances if style.context else _nothing
    return "".join(row((*first, *_values(q), *shown(q), *fields)) for q in document.quotes)


def _circumstances(q: Quote) -> tuple[str | None, ...]:
    """When, where, on what occasion, to whom."""
    return tuple(span and span.text for span in q.context)


def _nothing(q: Quote) -> tuple[str | None, ...]:
    """No further cells."""
    return ()


_CONTEXT = ("When", "Where", "Occasion", "To")


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def _values(q: Quote) -> tuple[object, ...]:
    """The cells of a quote."""
    text = f"“{q.text.strip()}”" if q.type == "direct" else q.text
    names = ", ".join((q.speaker, *q.co_speakers)) if q.speaker else None
    return names, q.role or q.affiliation, q.cue and q.cue.text, q.type, q.line, text


def header(names: Iterable[str]) -> str:
    """The two lines that begin a table."""
    names = list(names)
    return row(names) + "|" + " --- |" * len(names) + "\n"


def row(values: Iterable[object]) -> str:
    """One row; what Markdown or HTML would take for markup is escaped."""
    cells = (_MARKUP.sub(r"\\\1", one_line(cell(value))).translate(_ENTITIES) for value in values)
    return "| " + " | ".join(cells) + " |\n"

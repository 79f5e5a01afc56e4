"""``csv`` and ``tsv``: one row a quote, for spreadsheets and data frames.

No cell can become a formula: one that begins like a formula gets an apostrophe in front.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qattr.model import Document, Quote
from qattr.output import Style
from qattr.output.fields import kept
from qattr.output.safe import cell as safe_cell
from qattr.output.safe import one_line
from qattr.reading.types import Article

Column = Callable[[str | None, Quote, str | None], object]
"""The source, the quote and its speaker's kind -> the cell."""

COLUMNS: dict[str, Column] = {
    "source": lambda source, q, kind: source,
    "id": lambda source, q, kind: q.id,
    "type": lambda source, q, kind: q.type,
    "speaker": lambda source, q, kind: q.speaker,
    "kind": lambda source, q, kind: kind,
    "role": lambda source, q, kind: q.role,
    "affiliation": lambda source, q, kind: q.affiliation,
    "cue": lambda source, q, kind: q.cue.text if q.cue else None,
    "act": lambda source, q, kind: q.cue.act if q.cue else None,
    "mention": lambda source, q, kind: q.mention.text if q.mention else None,
    "text": lambda source, q, kind: q.text,
    "line": lambda source, q, kind: q.line,
    "start": lambda source, q, kind: q.start,
    "end": lambda source, q, kind: q.end,
    "co_speakers": lambda source, q, kind: "; ".join(q.co_speakers),
    "rule": lambda source, q, kind: q.rule,
    "confidence": lambda source, q, kind: q.confidence,
    "time": lambda source, q, kind: q.context.time and q.context.time.text,
    "day": lambda source, q, kind: q.context.time and q.context.time.date,
    "place": lambda source, q, kind: q.context.place and q.context.place.text,
    "occasion": lambda source, q, kind: q.context.occasion and q.context.occasion.text,
    "addressee": lambda source, q, kind: q.context.addressee and q.context.addressee.text,
}
"""The columns of csv, tsv and xlsx in their order, named as in the JSON (``kind`` is the speaker's)."""


def head(style: Style, title: str) -> str:
    """The header."""
    return row(columns(style), style.format)


def article(item: Article, document: Document, style: Style) -> str:
    """A row a quote."""
    return "".join(row(values, style.format) for values in rows(item, document, style))


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def columns(style: Style) -> tuple[str, ...]:
    """The names of the columns; the fields that are kept come last."""
    return (*COLUMNS, *style.keep)


def rows(item: Article, document: Document, style: Style) -> Iterator[tuple[object, ...]]:
    """The values of :func:`columns`, a quote a row."""
    kinds = {s.id: s.kind for s in document.speakers}
    fields = kept(item, style.keep)
    for quote in document.quotes:
        kind = kinds.get(quote.speaker_id or 0)
        yield (*(cell(document.source, quote, kind) for cell in COLUMNS.values()), *fields)


def row(values: Iterable[object], format: str) -> str:
    """One line: RFC 4180 quoting for ``csv``; for ``tsv`` no quoting, since no cell holds a tab or a line break."""
    cells = [safe_cell(value) for value in values]
    if format == "tsv":
        return "\t".join(map(one_line, cells)) + "\n"
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(text: str) -> str:
    """A cell in marks where it holds a comma, a mark or a line end."""
    if any(mark in text for mark in ',"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text

"""``csv`` and ``tsv``: one row a quote, for spreadsheets and data frames.

No cell can become a formula: one that begins like a formula gets an apostrophe in front.
"""

from __future__ import annotations

from collections.abc import Iterable

from qattr.model import Document, Quote
from qattr.output import Style
from qattr.output.safe import cell, one_line
from qattr.reading.types import Article

COLUMNS = (
    "source", "id", "type", "speaker", "kind", "role", "affiliation", "cue", "act", "mention", "text",
    "line", "start", "end", "co_speakers", "rule", "confidence",
)  # fmt: skip
"""The columns of csv, tsv and markdown, named as in the JSON (``kind`` is the speaker's)."""


def head(style: Style, title: str) -> str:
    return row(COLUMNS, style.format)


def article(item: Article, document: Document, style: Style) -> str:
    return "".join(row(values, style.format) for values in rows(document))


def foot(style: Style) -> str:
    return ""


def rows(document: Document) -> Iterable[tuple[object, ...]]:
    """The values of :data:`COLUMNS`, a quote a row."""
    kinds = {s.id: s.kind for s in document.speakers}
    return (_values(document.source, q, kinds.get(q.speaker_id or 0)) for q in document.quotes)


def _values(source: str | None, q: Quote, kind: str | None) -> tuple[object, ...]:
    cue, act = (q.cue.text, q.cue.act) if q.cue else (None, None)
    mention = q.mention.text if q.mention else None
    others = "; ".join(q.co_speakers)
    return (
        source, q.id, q.type, q.speaker, kind, q.role, q.affiliation, cue, act, mention, q.text,
        q.line, q.start, q.end, others, q.rule, q.confidence,
    )  # fmt: skip


def row(values: Iterable[object], format: str) -> str:
    """One line: RFC 4180 quoting for ``csv``; for ``tsv`` no quoting, since no cell holds a tab or a line break."""
    cells = [cell(value) for value in values]
    if format == "tsv":
        return "\t".join(map(one_line, cells)) + "\n"
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(text: str) -> str:
    if any(mark in text for mark in ',"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text

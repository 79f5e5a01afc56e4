"""The article cut into stretches inside and outside its quotes: what ``text`` and ``html`` are drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from qattr.model import Document, Quote


def segments(document: Document) -> Iterator[tuple[int, int, Quote | None]]:
    """The whole text in order as ``(start, end, quote)``, the quote ``None`` outside all quotes.

    Quotes may overlap; a stretch then belongs to the quote that began first, and the later one gets what is left of
    it.  A quote of which nothing is left has an empty stretch, so each quote of the document comes exactly once.
    """
    at = 0
    for quote in sorted(document.quotes, key=lambda q: (q.start, -q.end)):
        start = max(at, quote.start)
        if start > at:
            yield at, start, None
        yield start, max(start, quote.end), quote
        at = max(start, quote.end)
    if at < len(document.text):
        yield at, len(document.text), None

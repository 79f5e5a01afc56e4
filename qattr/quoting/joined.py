"""Quotation marks -> quoted spans: paragraph by paragraph, and joined where one runs over several.

Marks are paired within a paragraph, so that one bad paragraph spoils no other; what runs over several paragraphs is
joined afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from qattr.quoting.marks import Mark, QuotedSpan, marks
from qattr.quoting.pairs import Pairs
from qattr.text.article import Article
from qattr.text.windows import BARE_PARAGRAPHS

_AFTER_QUOTATION = frozenset(("post", "nya"))
_FEWEST_WRAPPED = 4
"""Marks of a text that stands between marks and holds a quotation."""


def quoted_spans(article: Article) -> list[QuotedSpan]:
    """The outermost quoted spans, in order; nested ones are part of the span around them.

    >>> from qattr.text.scanner import scan
    >>> [(m.start, m.end) for m in quoted_spans(scan('"Ya," kata Budi. "Siap."'))]
    [(1, 4), (18, 23)]
    """
    joined = _Joined(article.text)
    every = _without_wrapping(article, list(marks(article)))
    starts = [mark.start for mark in every]
    at = 0
    for first, last in article.paragraphs:
        here, at = at, bisect_left(starts, last, at)
        if here == at:
            joined.skip()
        else:
            joined.add(Pairs(article, every[here:at], first, last))
    return list(_tight(article.text, joined.spans))


def _without_wrapping(article: Article, every: list[Mark]) -> list[Mark]:
    """``"Pasar tutup. "Kami rugi," kata Rahma. Ia pulang."``: the marks without the two that a page set around its
    whole text; what they hold is no quotation, for marks open, close and are attributed in it."""
    if len(every) < _FEWEST_WRAPPED or not (_opens_only(every[1]) and _closes_only(every[-2])):
        return every
    text, inner = article.text, every[1:-1]
    if text[: every[0].start].strip() or text[every[-1].end :].strip():
        return every
    return inner if any(_is_attributed(article, mark) for mark in inner if _closes_only(mark)) else every


def _opens_only(mark: Mark) -> bool:
    """``"Kami``."""
    return mark.can_open and not mark.can_close


def _closes_only(mark: Mark) -> bool:
    """``siap,"``."""
    return mark.can_close and not mark.can_open


def _is_attributed(article: Article, mark: Mark) -> bool:
    """``siap,"`` | *kata Rahma*, *ujarnya*: whether a cue stands right after a mark."""
    after = article.at(mark.end)
    entry = article.lexicon.cues.get(article.lows[after]) if after < len(article.lows) else None
    return entry is not None and entry[2] in _AFTER_QUOTATION


class _Joined:
    """The spans of the paragraphs so far; one that was left open may go on in the next paragraph."""

    __slots__ = ("bare", "carried", "pending", "spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[QuotedSpan] = []
        self.carried: int | None = None
        """An opening mark whose paragraph ended without a closing one …"""
        self.pending: int | None = None
        """… the same, over paragraphs without a mark …"""
        self.bare = 0
        """… of which there have been so many."""

    def skip(self) -> None:
        """A paragraph without a mark."""
        self.carried = None
        self.bare += 1

    def add(self, paragraph: Pairs) -> None:
        """A paragraph with marks."""
        spans = paragraph.spans
        opener = paragraph.marks[0]
        if self._is_closed_by(opener):
            before = self.spans.pop()
            spans = [span for span in spans if span.open >= opener.end]
            spans.insert(0, QuotedSpan(before.start, opener.start, before.open, opener.end, False))
        if self.carried is not None and opener.can_open and not self.text[paragraph.first : opener.start].strip():
            spans = self._carried_on(spans, paragraph, self.carried)
        self.spans.extend(spans)
        still_carried = self.carried is not None and bool(self.spans) and self.spans[-1].open == self.carried
        if paragraph.open_end is None or not still_carried:
            self.carried = paragraph.open_end
        self.pending, self.bare = paragraph.open_end, 0

    def _is_closed_by(self, mark: Mark) -> bool:
        """Opened once, closed once, with line breaks between."""
        may_end = mark.can_close and not mark.can_open and not mark.single
        return self.pending is not None and self.bare <= BARE_PARAGRAPHS and may_end

    def _carried_on(self, spans: list[QuotedSpan], paragraph: Pairs, carried: int) -> list[QuotedSpan]:
        """Each paragraph of one quotation opens with a mark; only the last one closes it."""
        if spans and spans[0].open == paragraph.marks[0].start:
            before = self.spans.pop()
            return [spans[0]._replace(start=before.start, open=before.open), *spans[1:]]
        if paragraph.open_end is not None:
            return [QuotedSpan(self.spans.pop().start, paragraph.last, carried, paragraph.last, False)]
        return spans


def _tight(text: str, spans: list[QuotedSpan]) -> Iterator[QuotedSpan]:
    """The spans without blanks just inside their marks; those that hold nothing else are left out."""
    for span in spans:
        inside = text[span.start : span.end]
        bare = inside.strip()
        if bare == inside and bare:
            yield span
        elif bare:
            start = span.end - len(inside.lstrip())
            yield span._replace(start=start, end=start + len(bare))

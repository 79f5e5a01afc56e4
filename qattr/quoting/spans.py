"""The stage of this package: an article -> its quoted spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from qattr.quoting.joined import quoted_spans
from qattr.quoting.marks import QuotedSpan
from qattr.text.article import Article


def find_spans(article: Article) -> tuple[list[QuotedSpan], list[QuotedSpan]]:
    """*"Kami siap," kata Rahma.*: the quoted spans of the article, and those that lie in its noise."""
    spans, noise = quoted_spans(article), article.noise
    if not noise:
        return spans, []
    starts = [start for start, _ in noise]
    inside: list[QuotedSpan] = []
    outside: list[QuotedSpan] = []
    for span in spans:
        nearest = bisect_right(starts, span.start) - 1
        (inside if nearest >= 0 and noise[nearest][1] > span.start else outside).append(span)
    return outside, inside


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Half-open ranges in order, those that overlap made one: noise may lie inside a quotation.

    >>> merged([(7, 9), (0, 4), (2, 6)])
    [(0, 6), (7, 9)]
    """
    apart: list[tuple[int, int]] = []
    last = -1
    for start, end in sorted(ranges):
        if start >= last:
            apart.append((start, end))
            last = end
        elif end > last:
            apart[-1] = (apart[-1][0], end)
            last = end
    return apart

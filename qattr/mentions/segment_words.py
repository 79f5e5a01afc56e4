"""The words among which a name is looked for, by their classes: *Kepala Dinas Rahma Wulandari* is ``VVGN``."""

from __future__ import annotations

from qattr.mentions.word_classes import segment_classes
from qattr.text.article import Article

NAME_WORDS = frozenset("GNX")
"""Classes of words that can be part of a name, …"""
UNSURE = frozenset("NX")
"""… and of those that need not be."""
ANYWHERE = "GXNVADTPL."
"""All classes."""


class Segment:
    """Words that may hold a name: *Kepala Dinas Rahma Wulandari*.  A place is the number of a word in it, from 0 on."""

    __slots__ = ("article", "classes", "first", "known", "lows", "size")

    article: Article
    first: int
    """The segment's first word in the article."""
    lows: tuple[str, ...]
    classes: str
    """One letter a word."""
    known: frozenset[int]
    """The words that stand alone at a cue elsewhere in the article (*kata Rahma*), but for acronyms inside."""
    size: int
    """The number of words."""

    def __init__(
        self, article: Article, first: int, lows: tuple[str, ...], classes: str, known: frozenset[int]
    ) -> None:
        self.article, self.first, self.lows, self.classes, self.known = article, first, lows, classes, known
        self.size = len(classes)

    def is_short_name(self, k: int) -> bool:
        """Whether word ``k`` stands alone at a cue elsewhere in the article: *kata Rahma*."""
        return self.lows[k] in self.article.short_names

    def is_last(self, k: int) -> bool:
        """Whether word ``k`` is the segment's last."""
        return k == self.size - 1

    def has(self, k: int, bits: int) -> bool:
        """Whether word ``k`` has one of some features."""
        return bool(self.article.features[self.first + k] & bits)

    def unsure_from(self, k: int) -> int:
        """Where the unsure words right before word ``k`` begin: *Bupati* | *Sukamaju* before *Rahma*; else ``k``."""
        while k and self.classes[k - 1] in UNSURE:
            k -= 1
        return k


def segment(article: Article, i: int, j: int) -> Segment:
    """The words ``i``-``j`` of an article, those at the end left out with which no name ends (small words, marks)."""
    classes = segment_classes(article, i, j).rstrip("L.")
    lows = article.lows[i : i + len(classes)]
    known: frozenset[int] = frozenset()
    if not article.short_names.isdisjoint(lows):
        last = len(lows) - 1
        known = frozenset(
            k for k, low in enumerate(lows) if low in article.short_names and (classes[k] != "A" or k == last)
        )
    return Segment(article, i, lows, classes, known)

"""Where a segment meets the next word (*Kepala Dinas Kesehatan* + *mengatakan*): what the questions ask about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from qattr.lexicon.tags import tagged
from qattr.mentions.single_words import contains_role, organization_word, role_word
from qattr.text.article import Article
from qattr.text.features import CAPITAL, HUMAN, NAME, ROLE, STARTER

_INTRODUCES_PERSON = tagged("introduces", "person")
_PAPERS = tagged("is", "paper")

_SOMEBODY = ROLE | HUMAN


class Joint:
    """A segment that began at word ``start``, and word ``at``, which may go on with it."""

    __slots__ = ("article", "at", "before", "bits", "end", "low", "next_bits", "next_low", "start")

    article: Article
    start: int
    at: int
    end: int
    """Before it the phrase must end."""
    low: str
    """The word in lower case …"""
    bits: int
    """… and its features."""
    before: int
    """The word before it, a bracket left out: *Sosial* in *Menteri Sosial (Mensos) dan*."""
    next_low: str
    """The word after it in lower case, ``""`` at the end …"""
    next_bits: int
    """… and its features, 0 at the end."""

    def __init__(self, article: Article, start: int, at: int, end: int) -> None:
        lows, features = article.lows, article.features
        self.article, self.start, self.at, self.end = article, start, at, end
        self.low, self.bits = lows[at], features[at]
        self.before = at - 1 if lows[at - 1] != ")" and at > start else _word_before(article, start, at)
        if at + 1 < end:
            self.next_low, self.next_bits = lows[at + 1], features[at + 1]
        else:
            self.next_low, self.next_bits = "", 0

    @property
    def first(self) -> bool:
        """Whether the segment has no word yet."""
        return self.at == self.start

    @property
    def before_low(self) -> str:
        """The word before, in lower case."""
        return self.article.lows[self.before]

    @property
    def before_bits(self) -> int:
        """The features of the word before."""
        return self.article.features[self.before]

    @property
    def head(self) -> str:
        """The first word of the segment, in lower case."""
        return self.article.lows[self.start]

    @property
    def head_bits(self) -> int:
        """The features of the segment's first word."""
        return self.article.features[self.start]

    @property
    def head_class(self) -> str | None:
        """The class of the role noun that the segment begins with: *office*, *trade*, *kin* …"""
        return self.article.lexicon.roles.get(self.head)

    @property
    def after_name(self) -> bool:
        """Whether the word before belongs to a name: *Rahma Wulandari* + *dari*."""
        return bool(self.before_bits & NAME)

    @property
    def between_capitals(self) -> bool:
        """Whether the words on both sides have a capital: *Hasan* + *bin Ali*."""
        return bool(self.before_bits & self.next_bits & CAPITAL)

    @property
    def next_capital(self) -> bool:
        """Whether the word after has a capital."""
        return bool(self.next_bits & CAPITAL)

    @property
    def next_role(self) -> bool:
        """Whether the word after begins a role."""
        return bool(self.next_low) and role_word(self.article, self.at + 1)

    @property
    def next_organization(self) -> bool:
        """Whether the word after begins the name of an organization."""
        return bool(self.next_low) and organization_word(self.article, self.at + 1)

    def headed(self) -> bool:
        """Whether the segment begins with a role, an organization or a common noun, or holds a role."""
        return heads(self.article, self.start, self.at)


Question: TypeAlias = Callable[[Joint], bool | None]
"""Does the segment go on with the word?  Yes, no, or not my business."""


def heads(article: Article, i: int, j: int) -> bool:
    """Whether the words ``i``-``j`` begin with a role, an organization or a common noun, or hold a role."""
    bits, low = article.features[i], article.lows[i]
    if bits & _SOMEBODY:
        return True
    begins = bits & STARTER and (
        role_word(article, i) or low in article.lexicon.organizations or low in _INTRODUCES_PERSON or low in _PAPERS
    )
    return bool(begins) or contains_role(article, i, j)


def _word_before(article: Article, start: int, at: int) -> int:
    """The word before ``at``, a bracket left out; ``start`` where the segment has no word yet."""
    words, before = article.words, max(start, at - 1)
    if at > start and words[before] == ")":
        while before > start and words[before] != "(":
            before -= 1
        before = max(start, before - 1)
    return before

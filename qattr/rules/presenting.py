"""Sentences that only present somebody: *Begitu pula dengan* | *Hanum*, *Hal serupa dialami* | *Hasan*.

:data:`QUESTIONS` are asked in order; each says where the name begins, or that the opening is not its business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import UPPER
from qattr.text.walk import over

DETERMINERS = tagged("refers", "back")
PRESENTS = tagged("floor", "presents")
SHARED = tagged("floor", "shared")

OPENS_PRESENTING = tagged("floor", "shared", "likewise", "brings_in")
"""Words that open a sentence which presents somebody, where none is *bernama*."""
_ALSO = tagged("adds", "again", "also")
_LIKE = tagged("floor", "likewise")
_IS = tagged("equates", "terms")
_BEFALLS = tagged("floor", "befalls")


class Presentation(NamedTuple):
    """The words ``first``-``name`` that open a sentence and may present somebody."""

    article: Article
    first: int
    name: int
    """The word after them, at which a name may begin."""

    @property
    def word(self) -> str:
        """Its first word."""
        return self.article.lows[self.first]

    @property
    def last_word(self) -> str:
        """Its last word."""
        return self.article.lows[self.name - 1]

    @property
    def is_one_word(self) -> bool:
        """*Adalah* | *Rahma*."""
        return self.name == self.first + 1


def presents(article: Article, first: int, end: int) -> int | None:
    """*Begitu pula dengan* | *Hanum*: where the name may begin after an opening that presents somebody."""
    lows, connectives = article.lows, article.lexicon.connectives
    at = first
    while at < end and (lows[at] in connectives or lows[at] == ","):
        at += 1
    if at >= end or (lows[at] not in OPENS_PRESENTING and "bernama" not in article.vocabulary):
        return None
    name = over(lows, PRESENTS, at, min(end, at + windows.PRESENTS))
    if name >= end:
        return None
    if name > at:
        opening = Presentation(article, at, name)
        for question in QUESTIONS:
            begins = question(opening)
            if begins is not None:
                return begins
    if lows[name - 1] == "bernama" or lows[at] == "namanya":
        return name
    return _whose_name(article, first, end)


def _whose_name(article: Article, first: int, end: int) -> int | None:
    """*Petani itu bernama* | *Hasan*."""
    lows = article.lows
    if first + 3 < end and lows[first + 2] == "bernama" and lows[first + 1] in DETERMINERS:
        return first + 3 if article.features[first] & UPPER else None
    return None


def so_too_with(opening: Presentation) -> int | None:
    """*Begitu pula dengan* | *Hanum*, *Sama halnya dengan* | *Hanum*."""
    return opening.name if opening.last_word == "dengan" and opening.word in _LIKE else None


def back_to(opening: Presentation) -> int | None:
    """*Kembali ke* | *Rahma, ia mengatakan …*."""
    there = opening.article.lows[opening.name] == "ke"
    return opening.name + 1 if opening.word == "kembali" and there else None


def there_is_also(opening: Presentation) -> int | None:
    """*Ada pula* | *Hanum*."""
    return opening.name if opening.word == "ada" and opening.last_word in _ALSO else None


def it_is(opening: Presentation) -> int | None:
    """*Adalah* | *Hanum yang pertama melihat api.*"""
    return opening.name if opening.word == "adalah" and opening.is_one_word else None


def one_of_them(opening: Presentation) -> int | None:
    """*Salah satunya adalah* | *Hanum*, *Salah satunya,* | *Hanum*."""
    comma = opening.article.lows[opening.name] == ","
    return opening.name + comma if opening.word == "salah" and (opening.last_word in _IS or comma) else None


def the_same_befalls(opening: Presentation) -> int | None:
    """*Hal serupa dialami* | *Hanum*, *Nasib serupa menimpa* | *Hanum*."""
    shared = opening.word in SHARED or opening.word == "salah"
    return opening.name if shared and opening.last_word in _BEFALLS else None


def such_as(opening: Presentation) -> int | None:
    """*Seperti* | *Hanum yang mengaku kaget.*"""
    return opening.name if opening.word == "seperti" and opening.is_one_word else None


QUESTIONS: tuple[Callable[[Presentation], int | None], ...] = (
    so_too_with,
    back_to,
    there_is_also,
    it_is,
    one_of_them,
    the_same_befalls,
    such_as,
)

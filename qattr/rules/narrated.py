"""Whom a sentence of the narrator is about: *Tak lama,* | *Rahma* | *memasuki ruangan*."""

from __future__ import annotations

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.mentions.single_words import opens_predicate
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.walk import COMMA, first_of

OPENS_ADVERBIAL = tagged("opens", "inserted_adverbial", "fronted_adverbial")
SKIPPED = tagged("skipped", "before_subject")

_BEFORE_SUBJECT = frozenset(",-\u2013\u2014")
_ON_BEHALF = tagged("opens", "behalf")


def narrated(article: Article, begin: int, end: int) -> Mention | None:
    """*Tak lama, Rahma memasuki ruangan*: whom the narrator's sentence ``begin``-``end`` is about, after connectives,
    words of time and one adverbial that a comma closes.  After an adverbial its predicate must follow."""
    if article.in_noise(begin):
        return None  # a headline, a caption
    plain = _over_connectives(article, begin, end)
    i = _over_times(article, _over_adverbial(article, plain, end), end)
    mention = read(article, i, end) if i < end else None
    if mention is None or i == plain:
        return mention
    after = after_subject(article, mention, end)
    return mention if after < end and opens_predicate(article, after) else None


def _over_connectives(article: Article, i: int, end: int) -> int:
    """*Sementara itu,* | *Rahma …*."""
    lows, connectives = article.lows, article.lexicon.connectives
    while i < end and (lows[i] in connectives or lows[i] in SKIPPED or lows[i] in _BEFORE_SUBJECT):
        i += 1
    return i


def _over_adverbial(article: Article, i: int, end: int) -> int:
    """*Usai rapat di Solo,* | *Rahma …*, *Sejauh ini* | *Persada belum …*."""
    lows, times = article.lows, article.lexicon.times
    if i >= end or not _opens_adverbial(article, i):
        return i
    comma = first_of(lows, COMMA, i + 1, min(end, i + windows.ADVERBIAL))
    if comma is not None:
        return comma + 1
    return i + 2 if i + 1 < end and lows[i + 1] in times else i


def _opens_adverbial(article: Article, i: int) -> bool:
    """*Tak lama*, *Senin siang*, *Menanggapi kabar itu*."""
    low, lex = article.lows[i], article.lexicon
    return (
        low in OPENS_ADVERBIAL
        or low in lex.days
        or (low in lex.times and low not in lex.given)
        or (verb_like(low) and low not in lex.roles and low not in article.short_names)
    )


def _over_times(article: Article, i: int, end: int) -> int:
    """*Kemarin* | *Hasan Basuki pulang*."""
    lows, lex = article.lows, article.lexicon
    while i < end and (lows[i] in lex.times or lows[i] in lex.days) and lows[i] not in lex.given:
        i += 1
    return i


def after_subject(article: Article, mention: Mention, end: int) -> int:
    """*Hasan* | *atas nama direksi,* | *memohon maaf*: where the predicate of a subject may begin."""
    lows = article.lows
    i = mention.last
    if i < end and lows[i] == ",":
        i += 1
    if i < end and lows[i] in _ON_BEHALF:
        comma = first_of(lows, COMMA, i, min(end, i + windows.ADVERBIAL))
        i = comma + 1 if comma is not None else end
    return i

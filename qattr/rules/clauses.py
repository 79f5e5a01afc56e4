"""Where a reported clause begins after its source, and where it ends.

*Menurut Rahma saat ditemui di Solo, Kamis,* | *pasar akan dibuka* | *, seperti dikutip dari Harian Pagi.*
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.mentions.single_words import place_length
from qattr.rules.complements import Opening
from qattr.rules.predicates import has_predicate
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ALNUM
from qattr.text.walk import COMMA, back_over, first_of, last_of

_JOINS_NAMES = tagged("joins", "names")
OCCASION = tagged("opens", "occasion")

OPENS_EITHER = tagged("opens", "occasion_or_clause")
"""They open an occasion of talk (*kata Rahma, saat ditemui*) or the rest of a clause (*saat hujan, air naik*)."""
TAKEN_FROM = tagged("cite", "taken")
LEADS_TO_CITATION = tagged("cite", "leads")
_CLOSING = ".,;:!?\u2026-\u2013\u2014(["


def time_or_place(article: Article, i: int, end: int) -> bool:
    """*Senin siang*, *3 Maret*, *saat ditemui*, *di Solo,*: whether an adverbial of time, place or occasion begins at
    word ``i`` rather than a clause."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.days or low in lex.times or low in lex.months or low in OCCASION:
        return True
    if article.words[i][0].isdigit() and i + 1 < end and article.lows[i + 1] in lex.months:
        return True
    size = place_length(article, i, end)
    return bool(size) and (i + size >= end or article.words[i + size] in ",.(")


def clause_after(article: Article, mention: Mention, end: int) -> Opening:
    """*Menurut Rahma saat ditemui,* | *pasar …*: where the clause after a source begins, over adverbials to a comma."""
    i = mention.last
    if i >= end or article.words[i] == ",":
        return _after_commas(article, i, end)
    return _after_occasion(article, i, end)


def _after_commas(article: Article, i: int, end: int) -> Opening:
    """*Menurut Rahma* | *, Senin siang,* | *pasar …*."""
    if i >= end:
        return Opening(i, "")
    comma: int | None = i
    while comma is not None:
        i = comma + 1
        comma = _adverbial_end(article, i, end)
    return Opening(i, ",")


def _adverbial_end(article: Article, i: int, end: int) -> int | None:
    """*Senin siang* | *,*: the comma that closes an adverbial at word ``i``."""
    if i >= end or article.lows[i] in OPENS_EITHER or not time_or_place(article, i, end):
        return None
    return first_of(article.lows, COMMA, i, min(end, i + windows.ADVERBIAL))


def _after_occasion(article: Article, i: int, end: int) -> Opening:
    """*Menurut Budi* | *saat ditemui di Solo, Kamis,* | *pasar …*: over an occasion and the dates and places in it."""
    words, low = article.words, article.lows[i]
    if low in OCCASION or low in article.lexicon.days:
        for j in range(i, min(end, i + windows.OCCASION)):
            if words[j] == "," and not (
                j + 1 < end and (time_or_place(article, j + 1, end) or words[j + 1][0].isdigit())
            ):
                return Opening(j + 1, ",")
    return Opening(i, "")


def with_its_subject(article: Article, source: Mention, clause: Opening) -> tuple[Mention, Opening]:
    """*Menurut Rahma,* | *Ketua Komisi dan bupati* | *seharusnya bertemu*: a clause that begins with its predicate has
    its subject in the last words that were read as the source's apposition, or in the place after its name."""
    first = clause.first
    if source.type != "name" or source.name is None or not _lacks_subject(article, first):
        return source, clause
    comma = last_of(article.lows, COMMA, source.first, first)
    if comma is not None and comma + 1 < first:
        shorter = read(article, source.first, comma)
        if shorter is not None and shorter.type == "name" and shorter.last == comma:
            return shorter, Opening(comma + 1, ",")
    last = source.name[1] - 1
    if last == first - 1 and last > source.name[0] and article.lows[last] in article.lexicon.places:
        shorter = read(article, source.first, last)
        if shorter is not None and shorter.type == "name" and article.lows[last - 1] in article.short_names:
            return shorter, Opening(last, ",")
    return source, clause


def _lacks_subject(article: Article, i: int) -> bool:
    """*seharusnya bertemu*, *dan bupati harus bertemu*: whether a clause begins at word ``i`` without its subject."""
    low = article.lows[i]
    return low in _JOINS_NAMES or low in article.lexicon.predicates or has_predicate(article, i, i + 1)


def clause_end(article: Article, first: int, last: int) -> int:
    """*pasar akan dibuka* | *, seperti dikutip dari Harian Pagi.*: a clause's end without the stop or comma after it,
    and without the paper that it was taken from."""
    words, features = article.words, article.features
    if article.holds(TAKEN_FROM):
        last = _before_citation(article, first, last)
    if last < len(words) and words[last] == "," and words[last - 1] == ".":
        return last  # … Rp 3,5 M., kata Rahma: the dot is the abbreviation's
    while last > first and not features[last - 1] & ALNUM and words[last - 1] in _CLOSING:
        last -= 1
    return last


def _before_citation(article: Article, first: int, last: int) -> int:
    """*pasar akan dibuka* | *, seperti dikutip dari Harian Pagi*."""
    lows = article.lows
    for i in range(last - 1, max(first, last - windows.CITED_FROM), -1):
        if lows[i] in TAKEN_FROM:
            comma = back_over(lows, LEADS_TO_CITATION, i, first + 1) - 1
            if lows[comma] == ",":
                return comma
    return last

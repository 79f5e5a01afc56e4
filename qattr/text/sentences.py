"""Where a sentence begins: after a stop that belongs to no abbreviation, after a dateline, after a subhead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import compress, count

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import ALNUM, ALPHA, APART, GIVEN, LOWER, STOPS, UPPER
from qattr.text.windows import DATELINE, SUBHEAD

_AFTER_NO_END = STOPS.union(")],")
"""After a stop these mean that the sentence does not end with it: *(…).*, *!?*."""
_CLOSES = frozenset("\"\u201d\u201c\u00bb\u2019'")
"""Marks that nearly every quotation ends with: no stop is the last of it then."""
_TIME_ZONES = tagged("is", "time_zone")
"""*pukul 09.00 WIB. Rahma …*: a full stop after one of these ends the sentence."""
_AFTER_SUBHEAD = frozenset(map(str.capitalize, tagged("floor", "asked", "answering")))
"""With a capital they open a sentence, also without a stop before them: *Sudah berani* | *Dihubungi terpisah, …*"""
PRONOUNS = tagged("refers", "person")
"""*Ia*, *Dia*: what stands after a stop without a blank and is no part of an abbreviation."""
_ROMAN = tagged("is", "roman_number")
_ROMAN = frozenset("IVX")
_COUNTED = tagged("counted", "roman")
"""*pada kuartal* | *I. Pemicunya …*: the letter is a number."""
_DATELINES = 4
"""Paragraphs at the head of a text that may open with a dateline."""
_SHORT = 5
"""No word that is shortened without being known to be has so many letters."""


def _after_dateline(article: Article, first: int) -> int | None:
    """The word after a dateline (*JAKARTA, KOMPAS.com -*, *Jakarta (ANTARA) --*) that opens a paragraph."""
    words = article.words
    for i in range(first, min(len(words), first + DATELINE)):
        word = words[i]
        if word in "-\u2013\u2014":
            while i < len(words) and words[i] in "-\u2013\u2014":
                i += 1
            return i if i > first + 1 and i < len(words) else None
        if not (word[0].isupper() or word in ",.()/:" or "." in word or word[0].isdigit()) or (
            word == "." and i > first and words[i - 1][0].islower()
        ):
            return None
    return None


def sentence_starts(article: Article, inside: list[tuple[int, int]]) -> list[int]:
    """The words that open a sentence, in order; ``inside`` are spans (in code points) in which nothing ends.

    A stop ends a sentence when the next word has a capital, a digit or a mark, unless it belongs to an
    abbreviation (*dr.*, *No.*) or an initial (*Sara K. Lubis*).
    """
    starts = {0, *article.starts_paragraph}
    datelines = [_after_dateline(article, first) for first in sorted(article.starts_paragraph)[:_DATELINES]]
    starts.update(after for after in datelines if after is not None)
    if not article.vocabulary.isdisjoint(_AFTER_SUBHEAD):
        starts.update(_after_subheads(article, starts))
    starts.update(i + 1 for i in _stops(article, inside) if _ends_sentence(article, i))
    starts.update(_after_unclosed(article, inside))
    return sorted(starts)


def _ends_sentence(article: Article, i: int) -> bool:
    """Whether a sentence ends with the stop ``i``."""
    stop, following = article.words[i], article.words[i + 1]
    if not article.features[i + 1] & UPPER and (following in _AFTER_NO_END or (stop == "." and following[0].islower())):
        return following[0].islower() and _opens_small(article, i)
    # what opens the text ends nothing
    return stop != "." or (i > 0 and not _shortens(article, i))


def _opens_small(article: Article, i: int) -> bool:
    """*… itu bohong. rina juga mengatakan*, *… imbuhnya. dr. Lia*: whether a sentence begins with a small letter."""
    before, after, lex = article.lows[i - 1] if i else "", article.lows[i + 1], article.lexicon
    if not article.blank_before(i + 1) or not article.features[i - 1] & LOWER or before in lex.abbreviations:
        return False
    if after in lex.titles and after in lex.abbreviations:
        return True
    # a stop that should not be there: bisa dipakai untuk. makan
    goes_on = before in lex.stops or before in lex.prepositions or before in lex.predicates
    return len(before) >= _SHORT and not goes_on


def _after_unclosed(article: Article, inside: list[tuple[int, int]]) -> Iterator[int]:
    """A quotation without a closing mark that ends with a stop ends its sentence when what follows opens one."""
    text, words, features = article.text, article.words, article.features
    for _, close in inside:
        if text[close - 1] in _CLOSES or text[max(0, close - 2) : close].rstrip()[-1:] not in STOPS:
            continue
        i = bisect_right(article.ends, close)
        while i < len(words) and not features[i] & ALNUM and words[i] not in ".?!,;:(":
            i += 1
        if 0 < i < len(words) and features[i] & UPPER and article.lows[i] not in article.lexicon.cues:
            yield i


def _stops(article: Article, inside: list[tuple[int, int]]) -> list[int]:
    """The stops that have a word after them and lie outside the spans."""
    ends, stops = article.ends, article.stops
    if stops and stops[-1] == len(ends) - 1:
        stops = stops[:-1]
    outside = []
    at = 0
    for opening, close in inside:
        outside += stops[at : bisect_left(stops, bisect_right(ends, opening))]
        at = bisect_left(stops, bisect_right(ends, close), at)
    return outside + stops[at:]


def _shortens(article: Article, i: int) -> bool:
    """Whether the full stop ``i`` belongs to an abbreviation (*dr.*, *S.Pd*) or an initial (*Sara K. Lubis*)."""
    if not article.features[i - 1] & (UPPER | APART) or _ends_with_letter(article, i):
        return False
    if _ends_with_roman_number(article, i):
        return False
    return _joins_short_capitals(article, i) or _is_abbreviation(article, i) or _is_initial(article, i)


def _ends_with_letter(article: Article, i: int) -> bool:
    """*golongan E dan F. Namun, …*, *kuartal I. Pemicunya …*: a letter that is no initial, for a connective follows or
    it counts something."""
    if len(article.lows[i - 1]) != 1:
        return False
    counts = article.words[i - 1] in _ROMAN and i > 1 and article.lows[i - 2] in _COUNTED
    return counts or (not article.features[i + 1] & GIVEN and article.lows[i + 1] in article.lexicon.connectives)


def _ends_with_roman_number(article: Article, i: int) -> bool:
    """*pada kuartal I. Pemicunya …*: a number behind a small noun, no initial."""
    return i > 1 and article.lows[i - 1] in _ROMAN and bool(article.features[i - 2] & LOWER)


def _joins_short_capitals(article: Article, i: int) -> bool:
    """*PK/Pid.Sus/2020*, *S.Pd*: no blank, and a short word with a capital on either side."""
    before, after = article.words[i - 1], article.words[i + 1]
    if len(before) > 2 and before.isupper() and len(after) > 2 and after[1:].islower():
        return False  # KRL.Cek Berita
    return (
        bool(article.features[i - 1] & article.features[i + 1] & UPPER)
        and len(before) < _SHORT
        and len(after) < _SHORT
        and not article.blank_before(i + 1)
        and article.lows[i + 1] not in PRONOUNS
    )


def _is_abbreviation(article: Article, i: int) -> bool:
    """*dr.*, *No.*; but *09.00 WIB.* and *seluas 40 m.* end a sentence."""
    low = article.lows[i - 1]
    if low not in article.lexicon.abbreviations or low in _TIME_ZONES:
        return False
    return low != "m" or not _follows_figure(article, i)


def _is_initial(article: Article, i: int) -> bool:
    """*Sara K. Lubis*: one capital letter, with something before it that is no figure."""
    word = article.words[i - 1]
    single = len(word) == 1 and word.isupper() and article.words[i + 1][0].isalpha()
    return single and i > 1 and not _follows_figure(article, i)


def _follows_figure(article: Article, i: int) -> bool:
    """Whether a figure stands before the word before ``i``."""
    return i > 1 and article.words[i - 2][0].isdigit()


def _after_subheads(article: Article, starts: set[int]) -> list[int]:
    """The words that open a sentence after a subhead without a line break: *Sudah berani* | *Dihubungi terpisah, …*"""
    words, features = article.words, article.features
    return [
        i
        for i in compress(count(), map(_AFTER_SUBHEAD.__contains__, words))
        if i + 1 < len(words)
        and words[i + 1][0].islower()
        and any(_opens(article, k, starts) for k in range(max(0, i - SUBHEAD), i))
        and all(features[k] & ALPHA for k in range(max(0, i - 1), i))
    ]


def _opens(article: Article, i: int, starts: set[int]) -> bool:
    """Whether word ``i`` opens a sentence, as far as the stop or closing mark before it tells."""
    return i in starts or article.words[i - 1] in '.?!\u201d\u00bb"'

"""Where a sentence begins: after a stop that belongs to no abbreviation, after a dateline, after a subhead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress, count

from qattr.text.article import Article
from qattr.text.features import ALNUM, ALPHA, APART, GIVEN, STOPS, UPPER

_AFTER_NO_END = STOPS.union(")],")
"""After a stop these mean that the sentence does not end with it: *(…).*, *!?*."""
_CLOSES = frozenset("\"\u201d\u201c\u2019'")
"""Marks that nearly every quotation ends with: no stop is the last of it then."""
_ZONES = frozenset(("wib", "wita", "wit"))
_DATELINE_WORDS = 12


def _after_dateline(article: Article, first: int) -> int | None:
    """The word after a dateline (*JAKARTA, KOMPAS.com -*, *Jakarta (ANTARA) --*) that opens a paragraph."""
    words = article.words
    for i in range(first, min(len(words), first + _DATELINE_WORDS)):
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
    words, lows, ends, features = article.words, article.lows, article.ends, article.features
    starts = {0, *article.starts_paragraph}
    for first in sorted(article.starts_paragraph)[:4]:
        after = _after_dateline(article, first)
        if after is not None:
            starts.add(after)
    if not article.vocabulary.isdisjoint(_AFTER_SUBHEAD):
        starts.update(_after_subheads(article, starts))
    abbreviations = article.lexicon.abbreviations
    for i in _stops(article, inside):
        if not features[i + 1] & UPPER:
            following = words[i + 1]
            if following in _AFTER_NO_END or (words[i] == "." and following[0].islower()):
                continue
        before = features[i - 1]
        if (
            (before & UPPER and len(words[i - 1]) < _SHORT)
            or (before & APART and lows[i - 1] in abbreviations)
            or i == 0  # what opens the text ends nothing
        ) and (words[i] == "." and (i == 0 or _shortens(article, i))):
            continue
        starts.add(i + 1)
    text = article.text
    # A quotation without a closing mark that ends with a stop ends its sentence when what follows opens one.
    for _, close in inside:
        if text[close - 1] in _CLOSES or text[max(0, close - 2) : close].rstrip()[-1:] not in STOPS:
            continue
        i = bisect_right(ends, close)
        while i < len(words) and not features[i] & ALNUM and words[i] not in ".?!,;:(":
            i += 1
        if 0 < i < len(words) and features[i] & UPPER and lows[i] not in article.lexicon.cues:
            starts.add(i)
    return sorted(starts)


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


_SHORT = 5
"""No word that is shortened without being known to be has so many letters."""


def _shortens(article: Article, i: int) -> bool:
    """Whether the full stop ``i`` belongs to an abbreviation (*dr.*, *S.Pd*) or an initial (*Sara K. Lubis*)."""
    words, ends, features = article.words, article.ends, article.features
    word, after, before = words[i - 1], words[i + 1], article.lows[i - 1]
    if len(before) == 1 and not features[i + 1] & GIVEN and article.lows[i + 1] in article.lexicon.connectives:
        return False  # golongan E dan F. Namun, …: no initial
    if (
        features[i - 1] & UPPER
        and features[i + 1] & UPPER
        and len(word) < _SHORT
        and len(after) < _SHORT
        and ends[i + 1] - len(after) == ends[i]
        and after not in ("Ia", "Dia")
    ):
        return True  # PK/Pid.Sus/2020, S.Pd
    figure = i > 1 and words[i - 2][0].isdigit()
    if before in article.lexicon.abbreviations and before not in _ZONES and not (before == "m" and figure):
        return True
    return len(before) == 1 and word.isupper() and i > 1 and not figure and after[0].isalpha()


_AFTER_SUBHEAD = frozenset(
    ("Menanggapi", "Merespons", "Menyikapi", "Dihubungi", "Ditemui", "Dikonfirmasi", "Ditanya", "Menjawab")
)
_SUBHEAD = 6


def _after_subheads(article: Article, starts: set[int]) -> list[int]:
    """The words that open a sentence after a subhead without a line break: *Sudah berani* | *Dihubungi terpisah, …*"""
    words, features = article.words, article.features
    return [
        i
        for i in compress(count(), map(_AFTER_SUBHEAD.__contains__, words))
        if i + 1 < len(words)
        and words[i + 1][0].islower()
        and any(_opens(article, k, starts) for k in range(max(0, i - _SUBHEAD), i))
        and all(features[k] & ALPHA for k in range(max(0, i - 1), i))
    ]


def _opens(article: Article, i: int, starts: set[int]) -> bool:
    """Whether word ``i`` opens a sentence, as far as the stop or closing mark before it tells."""
    return i in starts or article.words[i - 1] in '.?!\u201d"'

"""The reported clause after an active verb: *mengatakan kepada warga, Kamis, bahwa* | *pasar akan dibuka*.

What may stand between the verb and its clause, where the clause begins, and where the next reported clause ends it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.mentions import Range
from qattr.rules.cues import shape
from qattr.rules.objects import takes_clause
from qattr.rules.predicates import has_predicate
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, CAPITAL, DAY
from qattr.text.walk import COMMA, first_of, over

ASKED_FOR = tagged("object", "asked_for")
OCCASION = tagged("opens", "occasion")
SETTINGS = tagged("speech", "address", "setting")

AGAIN = tagged("adds", "again")
_ALSO = tagged("adds", "again", "also")
THAT = tagged("opens", "reported")
_IF = tagged("opens", "condition")
_ASKING = tagged("opens", "question")
_SOTHAT = tagged("opens", "order")
_DIRECTIVE = tagged("opens", "order", "purpose")
JOINS_REPORTS = tagged("joins", "reports")
_OPENS_SECOND = THAT | _IF | COMMA
PRONOUNS = tagged("refers", "person")


class Opening(NamedTuple):
    """Where a clause may begin, and the mark before it that says so: ``,``, ``bahwa`` or a word like it, or empty."""

    first: int
    mark: str


def complement_of(article: Article, cue: int, end: int, later_cues: list[int]) -> Range | None:
    """*Rahma mengatakan kepada warga bahwa* | *pasar akan dibuka*: the words (half-open) of the reported clause after
    the active verb at ``cue``; ``None`` where a noun phrase or nothing stands there.

    ``end`` is the sentence's; ``later_cues`` are the cues of the sentence after this one.
    """
    lows = article.lows
    first = over(lows, _ALSO, cue + 1, end)
    if first >= end or lows[first] == "lain" or _second_verb_reports(article, first, end):
        return None
    if article.lexicon.cues[lows[cue]][3] == "directive":
        return _request(article, first, end)
    opening = _over_occasion(article, _over_day(article, first, end, first > cue + 1), end)
    opening = _over_mark(article, opening, end)
    end = _second_report(article, opening.first, end, later_cues)
    if opening.first >= end or not takes_clause(article, cue, opening.first, end, bool(opening.mark)):
        return None
    return opening.first, end


def _second_verb_reports(article: Article, i: int, end: int) -> bool:
    """*menyampaikan* | *sekaligus mengingatkan bahwa …*: the first of two verbs has no clause of its own."""
    return article.lows[i] in JOINS_REPORTS and i + 1 < end and shape(article, i + 1) == "active"


def _request(article: Article, i: int, end: int) -> Range | None:
    """*meminta* | *warga agar* | *tidak panik*, *meminta* | *rekeningnya dibuka untuk membayar gaji*."""
    lows = article.lows
    if lows[i] in ASKED_FOR:
        return None  # meminta maaf dan menjelaskan …: the second verb reports
    stop = first_of(lows, COMMA, i, end) or end
    leads = first_of(lows, _DIRECTIVE, i, min(stop, i + windows.DIRECTIVE))
    if leads is None or has_predicate(article, i, leads):
        return (i, end) if has_predicate(article, i, stop) else None
    return (leads + 1, end) if leads + 1 < end else None


def _over_day(article: Article, i: int, end: int, again: bool) -> int:
    """*mengatakan* | *Minggu malam* | *bahwa …*; ``again``: *kembali* or the like stood before word ``i``."""
    features, times = article.features, article.lexicon.times
    while i + 1 < end and (features[i] & DAY or (again and article.lows[i] in times)):
        i, again = i + 1, True
    return i


def _over_occasion(article: Article, i: int, end: int) -> Opening:
    """*mengatakan* | *kepada warga* | *bahwa …*: where the clause opens after an addressee or an occasion."""
    if article.lows[i] in OCCASION:
        for question in _AFTER_OCCASION:
            opening = question(article, i, end)
            if opening is not None:
                return opening
    return Opening(i, "")


def _at_bahwa(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *saat rapat di Solo* | *bahwa …*."""
    that = first_of(article.lows, THAT, i, min(end, i + windows.OCCASION_BEFORE_THAT))
    return Opening(that, "bahwa") if that is not None else None


def _after_setting(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *dalam sambutannya* | *, pasar itu …*."""
    lows = article.lows
    comma = first_of(lows, COMMA, i + 1, min(end, i + windows.SETTING)) if lows[i] == "dalam" else None
    return Opening(comma, "") if comma is not None and not SETTINGS.isdisjoint(lows[i:comma]) else None


def _after_addressee(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *kepada warga agar* | *tidak panik*, *bertanya* | *kepada warga* | *apakah …*."""
    lows = article.lows
    if lows[i] != "kepada":
        return None
    at = first_of(lows, COMMA | _ASKING | _SOTHAT, i, min(end, i + windows.ADDRESSEE))
    if at is None:
        return None
    if lows[at] in _SOTHAT:
        return Opening(at + 1, lows[at])
    return Opening(at, "" if lows[at] == "," else lows[at])


_AFTER_OCCASION: tuple[Callable[[Article, int, int], Opening | None], ...] = (
    _at_bahwa,
    _after_setting,
    _after_addressee,
)


def _over_mark(article: Article, opening: Opening, end: int) -> Opening:
    """*mengatakan* | *, bahwa* | *harga turun*: over *bahwa*, a comma or a colon, which mark the clause.

    A real condition (*jika hujan, maka …*) stays in the clause."""
    lows = article.lows
    i, mark = opening
    if i >= end:
        return opening
    if lows[i] in ",:":
        i, mark = over(lows, THAT, i + 1, min(end, i + 2)), ","
    elif lows[i] in THAT or lows[i] in _IF:
        mark = "bahwa"
        if lows[i] in THAT or "maka" not in lows[i:end]:
            i += 1
    return Opening(over(lows, COMMA, i, min(end, i + 1)), mark)


def _second_report(article: Article, first: int, end: int, later_cues: list[int]) -> int:
    """*harga turun* | *dan menambahkan bahwa …*: where a clause ends because the sentence goes on to report another."""
    lows, features = article.lows, article.features
    for cue in later_cues:
        if cue >= end - 1:
            break
        if cue < first + 2 or lows[cue + 1] not in _OPENS_SECOND:
            continue
        if shape(article, cue) == "active" and not features[cue] & CAPITAL:
            k = cue - 1
            while k > first and (features[k] & ADVERB or lows[k] in PRONOUNS):
                k -= 1
            if lows[k] in JOINS_REPORTS:
                return k - 1 if lows[k - 1] == "," else k
    return end

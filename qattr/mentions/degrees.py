"""Academic degrees after a name, with and without dots: *Rahma Wulandari* | *, S.H., M.Hum.*, *Hasan Basri* | *MM*."""

from __future__ import annotations

from qattr.text.article import Article
from qattr.text.features import CAPITAL

OPENS_DEGREE = frozenset(("S", "M", "Ph", "Sp", "A"))
"""What stands before the first dot of a degree: *S.H.*, *Ph.D.*"""
_INITIALS_OF_DEGREES = frozenset("smpa")
_MOST_LETTERS = 6
"""Letters of a degree that is written with dots: *S.Kom.I*, *M.Pd.I*."""
_SPACED = frozenset("SM")
"""After one of these a degree may hold a blank: *M. Si*."""


def after_degrees(article: Article, i: int, end: int) -> int:
    """*Rahma,* | *S.H., M.Hum.* | *mengatakan*: after the degrees that begin at word ``i``; ``i`` if there is none."""
    last = j = i
    while (after := _after_degree(article, j, end)) > j:
        last = j = after
        if j + 1 < end and article.words[j] == "," and article.features[j + 1] & CAPITAL:
            j += 1
    return last


def _after_degree(article: Article, i: int, end: int) -> int:
    """After the one degree that begins at word ``i``: *M.Hum.* is four words; ``i`` where there is none."""
    if i >= end or not article.features[i] & CAPITAL:
        return i
    words = article.words
    after, letters = i, ""
    while after < end and _is_part(article, i, after, letters):
        letters += article.lows[after] if words[after] != "." else ""
        after += 1
    lex = article.lexicon
    if lex.titles.get(letters) in _TITLES_BEFORE_NAMES:
        return i
    return after if letters in lex.degrees or _is_dotted(article, i, after, letters) else i


_TITLES_BEFORE_NAMES = frozenset(("rank", "academic"))
"""Classes of titles that begin the next name rather than end this one: *Dr*, *Kombes*."""


def _is_part(article: Article, i: int, k: int, letters: str) -> bool:
    """Whether word ``k`` goes on with the degree that began at word ``i``: a dot, or letters right after it."""
    word = article.words[k]
    if word == ".":
        return True
    if not word.isalpha() or len(letters) >= _MOST_LETTERS:
        return False
    return k == i or not article.blank_before(k) or _is_spaced(article, i, k, letters)


def _is_spaced(article: Article, i: int, k: int, letters: str) -> bool:
    """*M. Si*: a degree with a blank inside."""
    return k == i + 2 and article.words[i] in _SPACED and letters + article.lows[k] in article.lexicon.degrees


def _is_dotted(article: Article, i: int, after: int, letters: str) -> bool:
    """*S.Ling.*: a degree that no table has, known by its dots."""
    words = article.words
    return (
        letters[:1] in _INITIALS_OF_DEGREES
        and after - i > 2
        and words[i] in OPENS_DEGREE
        and words[i + 1] == "."
        and len(letters) <= _MOST_LETTERS
    )

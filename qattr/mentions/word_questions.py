"""What one word can be: the beginning of a post, of a body, a title, a place, a field of work, part of a name.

These are the questions that every reader of a source phrase asks; none of them looks farther than a word or two.
"""

from __future__ import annotations

from qattr.text.article import Article
from qattr.text.features import (
    ALPHA,
    BODY,
    CAPITAL,
    FIELD,
    GIVEN,
    NAME,
    PAIR,
    POST,
    PREDICATE,
    RANK_PART,
    ROLE,
    TITLE,
    TITLES,
)

Range = tuple[int, int]
"""Words ``i`` to ``j``, half-open."""


def ordinal(low: str) -> bool:
    """*ke-5*."""
    return low.startswith("ke-") and low[3:].isdigit()


def role_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin a post, trade or kinship."""
    kind = article.kinds[i]
    if not kind & _ROLES:
        return False
    return bool(kind & ROLE) or _pair(article, i) in article.lexicon.role_abbreviations


_ROLES = ROLE | PAIR


def _pair(article: Article, i: int) -> str:
    """Word ``i`` and the next."""
    lows = article.lows
    return f"{lows[i]} {lows[i + 1]}" if i + 1 < len(lows) else lows[i]


def body_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin the name of a body."""
    kind = article.kinds[i]
    if not kind & _BODIES:
        return False
    return bool(kind & BODY) or article.lows[i] in article.acronyms


_BODIES = BODY | CAPITAL


def title_word(article: Article, i: int) -> bool:
    """Whether word ``i`` is a title or a rank: *Dr*, *Pak*, *Kombes*."""
    kinds = article.kinds
    kind = kinds[i]
    if not kind & TITLES:
        return False
    if kind & TITLE:
        return True
    for k in range(i - 1, max(-1, i - _RANK_PARTS), -1):
        if not kinds[k] & RANK_PART:
            return bool(kinds[k] & TITLE)
    return False


_RANK_PARTS = 8
"""Words that a rank can have behind its first: *Komisaris Besar Polisi*."""


def place_length(article: Article, i: int, end: int) -> int:
    """How many words from ``i`` on are the name of a place (0 for none)."""
    lex, lows = article.lexicon, article.lows
    if lows[i] not in lex.place_words:
        return 0
    for j in range(min(end, i + 4), i, -1):
        if " ".join(lows[i:j]) in lex.places:
            return j - i
    return 0


def field_word(article: Article, i: int) -> bool:
    """Whether word ``i`` names a field of work: a known one, or a noun in *pe-…-an*, *ke-…-an*."""
    kind = article.kinds[i]
    return bool(kind & FIELD) or (not kind & GIVEN and article.lows[i] in article.vocabulary)


def no_person(article: Article, i: int) -> bool:
    """Whether word ``i`` can stand inside the name of a post: no person, post, title or place."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.fields and lex.roles.get(low) != "post":
        return True
    if (role_word(article, i) and lex.roles.get(low) != "kin") or low in lex.given:
        return False
    return field_word(article, i) or not (low in lex.titles or low in lex.place_words or low in lex.bodies)


def plain_name(article: Article, i: int) -> bool:
    """A capitalized word that is no part of a post, a body, a field or a place."""
    return bool(article.kinds[i] & NAME)


def contains_role(article: Article, i: int, j: int) -> bool:
    """Whether a post stands behind the first word of ``i``-``j``: *Persada Direktur Utama*."""
    for kind in article.kinds[i + 1 : j]:  # noqa: SIM110 (asked at every word: a loop takes half of what any() does)
        if kind & POST:
            return True
    return False


def capitals_end(article: Article, i: int, end: int) -> int:
    """Behind the run of capitalized words at ``i``: *Rahma Wulandari* | *mengatakan*."""
    kinds = article.kinds
    while i < end and kinds[i] & CAPITAL and kinds[i] & ALPHA:
        i += 1
    return i


def opens_predicate(article: Article, i: int) -> bool:
    """Whether word ``i`` goes on as a clause does rather than a phrase: *akan*, *diduga*, *memeriksa*."""
    return bool(article.kinds[i] & PREDICATE)

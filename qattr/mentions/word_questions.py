"""What one word can be: the beginning of a role, of an organization, a title, a place, a field of work, part of a name.

These are the questions that every reader of a source phrase asks; none of them looks farther than a word or two.
"""

from __future__ import annotations

from qattr.text.article import Article
from qattr.text.features import (
    ALPHA,
    CAPITAL,
    FIELD,
    GIVEN,
    NAME,
    OFFICE_NOUN,
    ORGANIZATION,
    PAIR,
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
    """Whether word ``i`` can begin a role, trade or kinship."""
    kind = article.features[i]
    if not kind & _ROLES:
        return False
    return bool(kind & ROLE) or _pair(article, i) in article.lexicon.role_abbreviations


_ROLES = ROLE | PAIR


def _pair(article: Article, i: int) -> str:
    """Word ``i`` and the next."""
    lows = article.lows
    return f"{lows[i]} {lows[i + 1]}" if i + 1 < len(lows) else lows[i]


def organization_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin the name of an organization."""
    kind = article.features[i]
    if not kind & _ORGANIZATIONS:
        return False
    return bool(kind & ORGANIZATION) or article.lows[i] in article.acronyms


_ORGANIZATIONS = ORGANIZATION | CAPITAL


def title_word(article: Article, i: int) -> bool:
    """Whether word ``i`` is a title or a rank: *Dr*, *Pak*, *Kombes*."""
    features = article.features
    kind = features[i]
    if not kind & TITLES:
        return False
    if kind & TITLE:
        return True
    for k in range(i - 1, max(-1, i - _RANK_PARTS), -1):
        if not features[k] & RANK_PART:
            return bool(features[k] & TITLE)
    return False


_RANK_PARTS = 8
"""Words that a rank can have after its first: *Komisaris Besar Polisi*."""


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
    kind = article.features[i]
    return bool(kind & FIELD) or (not kind & GIVEN and article.lows[i] in article.vocabulary)


def no_person(article: Article, i: int) -> bool:
    """Whether word ``i`` can stand inside the name of a role: no person, role, title or place."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.fields and lex.roles.get(low) != "office":
        return True
    if (role_word(article, i) and lex.roles.get(low) != "kin") or low in lex.given:
        return False
    return field_word(article, i) or not (low in lex.titles or low in lex.place_words or low in lex.organizations)


def plain_name(article: Article, i: int) -> bool:
    """A capitalized word that is no part of a role, an organization, a field or a place."""
    return bool(article.features[i] & NAME)


def contains_role(article: Article, i: int, j: int) -> bool:
    """Whether a role stands after the first word of ``i``-``j``: *Persada Direktur Utama*."""
    for kind in article.features[i + 1 : j]:  # noqa: SIM110 (asked at every word: a loop takes half of what any() does)
        if kind & OFFICE_NOUN:
            return True
    return False


def capitals_end(article: Article, i: int, end: int) -> int:
    """After the run of capitalized words at ``i``: *Rahma Wulandari* | *mengatakan*."""
    features = article.features
    while i < end and features[i] & CAPITAL and features[i] & ALPHA:
        i += 1
    return i


def opens_predicate(article: Article, i: int) -> bool:
    """Whether word ``i`` goes on as a clause does rather than a phrase: *akan*, *diduga*, *memeriksa*."""
    return bool(article.features[i] & PREDICATE)

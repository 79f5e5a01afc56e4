"""What one word can be: the beginning of a role, of an organization, a title, a place, a field of work, part of a name.

These are the questions that every reader of a phrase asks; none of them looks farther than a word or two.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import (
    ALPHA,
    BEFORE_ENGLISH_ROLE,
    CAPITAL,
    FIELD,
    GIVEN,
    OFFICE_NOUN,
    ORGANIZATION,
    PAIR,
    PREDICATE,
    RANK_PART,
    ROLE,
    TITLE,
    TITLES,
)
from qattr.text.windows import ENGLISH_ROLE_WORDS, NAME_OF_PLACE, RANK_WORDS

Range = tuple[int, int]
"""Words ``i`` to ``j``, half-open."""


def ordinal(low: str) -> bool:
    """*ke-5*."""
    return low.startswith("ke-") and low[3:].isdigit()


def role_word(article: Article, i: int) -> bool:
    """*Kepala*, *pedagang*, *ibu*: whether word ``i`` can begin a role, trade or kinship."""
    bits = article.features[i]
    if not bits & _ROLES:
        return False
    return bool(bits & ROLE) or _pair(article, i) in article.lexicon.role_abbreviations or _english_role(article, i)


_ROLES = ROLE | PAIR


def _pair(article: Article, i: int) -> str:
    """*kabid humas*: word ``i`` and the next."""
    lows = article.lows
    return f"{lows[i]} {lows[i + 1]}" if i + 1 < len(lows) else lows[i]


def _english_role(article: Article, i: int) -> bool:
    """*Wealth Management* | *Head*: whether words of an English role begin at word ``i`` and its noun follows."""
    lows, features = article.lows, article.features
    if lows[i] not in BEFORE_ENGLISH_ROLE:
        return False
    for k in range(i + 1, min(len(lows), i + ENGLISH_ROLE_WORDS)):
        if lows[k] in _ENGLISH_ROLES:
            return bool(features[k] & CAPITAL)
        if lows[k] not in BEFORE_ENGLISH_ROLE and lows[k] not in _ENGLISH_JOINS:
            return False
    return False


_ENGLISH_ROLES = tagged("english", "role")
_ENGLISH_JOINS = frozenset(("&", "and"))


def organization_word(article: Article, i: int) -> bool:
    """*Dinas*, *DPRD*: whether word ``i`` can begin the name of an organization."""
    bits = article.features[i]
    if not bits & _ORGANIZATIONS:
        return False
    return bool(bits & ORGANIZATION) or article.lows[i] in article.acronyms


_ORGANIZATIONS = ORGANIZATION | CAPITAL


def title_word(article: Article, i: int) -> bool:
    """*Dr*, *Pak*, *Kombes*: whether word ``i`` is a title or a part of a rank (*Komisaris* | *Besar*)."""
    features = article.features
    bits = features[i]
    if not bits & TITLES:
        return False
    if bits & TITLE:
        return True
    for k in range(i - 1, max(-1, i - RANK_WORDS), -1):
        if not features[k] & RANK_PART and article.lows[k] != ".":
            return bool(features[k] & TITLE)
    return False


def place_length(article: Article, i: int, end: int) -> int:
    """*Jawa Barat*: 2, how many words from ``i`` on are the name of a place; 0 for none."""
    lex, lows = article.lexicon, article.lows
    if lows[i] not in lex.place_words:
        return 0
    for j in range(min(end, i + NAME_OF_PLACE), i, -1):
        if " ".join(lows[i:j]) in lex.places:
            return j - i
    return 0


def field_word(article: Article, i: int) -> bool:
    """*Kesehatan*, *Pangan*: whether word ``i`` names a field of work, or is a common noun elsewhere in the article."""
    bits = article.features[i]
    return bool(bits & FIELD) or (not bits & GIVEN and article.lows[i] in article.vocabulary)


def no_person(article: Article, i: int) -> bool:
    """*Informasi*: whether word ``i`` can stand inside the name of a role, being no person, role, title or place."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.fields and lex.roles.get(low) != "office":
        return True
    if (role_word(article, i) and lex.roles.get(low) != "kin") or low in lex.given:
        return False
    return field_word(article, i) or not (low in lex.titles or low in lex.place_words or low in lex.organizations)


def contains_role(article: Article, i: int, j: int) -> bool:
    """*Persada Direktur Utama*: whether an office stands after the first word of ``i``-``j``."""
    for bits in article.features[i + 1 : j]:  # noqa: SIM110 (asked at every word: a loop takes half of what any() does)
        if bits & OFFICE_NOUN:
            return True
    return False


def capitals_end(article: Article, i: int, end: int) -> int:
    """After the run of capitalized words at ``i``: *Rahma Wulandari* | *mengatakan*."""
    features = article.features
    while i < end and features[i] & CAPITAL and features[i] & ALPHA:
        i += 1
    return i


def opens_predicate(article: Article, i: int) -> bool:
    """*akan*, *diduga*, *memeriksa*: whether word ``i`` goes on as a clause does rather than a phrase."""
    return bool(article.features[i] & PREDICATE)

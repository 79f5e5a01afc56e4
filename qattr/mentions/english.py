"""Roles in English order, in which the noun of the role comes last: *Business Innovation and Sales* | *Director*.

An Indonesian role begins with its noun (*Kepala Dinas Pasar*); an English one begins as far back as its words are
English, or are the name of a company before it (*Laras Indonesia Head of Research*).
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALPHA, CAPITAL, FIELD, GIVEN, PLACE, ROLE
from qattr.text.windows import ENGLISH_ROLE_WORDS

_NOUNS = tagged("english", "role")
"""*Director*, *Head*, *Officer*."""
_LINKS = tagged("english", "link") | {"&", ","}
"""*and*, *of*, *&*."""
_CAPITAL_WORD = CAPITAL | ALPHA
_ENDINGS = (
    "ment", "ments", "tion", "tions", "sion", "sions", "ing", "ity", "ities", "ness", "ship", "ships", "ence", "ance",
    "ics", "ial", "tive", "ware", "ology", "chain",
)  # fmt: skip
"""Endings of English nouns and adjectives that no Indonesian word has."""


def english_role(article: Article, i: int, end: int) -> bool:
    """*Business Innovation and Sales Director*: whether an English role begins at word ``i``, before its noun."""
    bits = article.features[i]
    if bits & _CAPITAL_WORD != _CAPITAL_WORD or bits & GIVEN or not (bits & ACRONYM or _is_english(article, i)):
        return False
    return _noun_after(article, i + 1, end)


def company_with_role(article: Article, i: int, end: int) -> bool:
    """*Laras Indonesia* | *Head of Research*: whether a company, told by its place, stands at word ``i`` before an
    English role."""
    features = article.features
    if i + 2 >= end or features[i] & (_CAPITAL_WORD | GIVEN | ROLE) != _CAPITAL_WORD or not features[i + 1] & PLACE:
        return False
    return article.lows[i + 2] in _NOUNS or english_role(article, i + 2, end)


def role_begins(article: Article, i: int, begin: int) -> int:
    """*Business Innovation and Sales* | *Director*: where the English role begins whose noun is word ``i``."""
    if article.lows[i] not in _NOUNS:
        return i
    first = k = i
    while k > begin and i - k < ENGLISH_ROLE_WORDS:
        k -= 1
        bits = article.features[k]
        if bits & _CAPITAL_WORD == _CAPITAL_WORD and not bits & GIVEN and _is_english(article, k):
            first = k
        elif article.lows[k] not in _LINKS or k + 1 != first or article.lows[k] == ",":
            break
    return first


def _is_english(article: Article, i: int) -> bool:
    """*Financial*, *Watershed*: a word of a role or a field of work, or one that ends like English nouns."""
    bits = article.features[i]
    return bool(bits & (FIELD | ROLE)) or article.lows[i].endswith(_ENDINGS)


def _noun_after(article: Article, i: int, end: int) -> bool:
    """Whether the noun of an English role follows, with nothing but English words and links before it."""
    lows, features = article.lows, article.features
    for k in range(i, min(end, i + ENGLISH_ROLE_WORDS)):
        if lows[k] in _NOUNS and features[k] & CAPITAL:
            return True
        if lows[k] in _LINKS:
            continue
        if features[k] & _CAPITAL_WORD != _CAPITAL_WORD or features[k] & GIVEN or not _is_english(article, k):
            return False
    return False

"""What the rest of the article says of two words in a row: *Ketua Umum DPP Lentara* | *Rahma Wulandari*, where the
article has *Lentara menolak* and *Rahma menilai* as well.

A word of a name may stand alone elsewhere, and so may a word of an organization; a place between the two is found
where **both** do.  Asked only of the places between two words of which nothing is known.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import ALPHA, CAPITAL, GIVEN, LOWER, ORGANIZATION, PLACE, ROLE, TITLES

_NAME_FOLLOWS = tagged("needs", "name")
_CLOSES_COMPANY = tagged("closes", "company")
_CAPITAL_WORD = CAPITAL | ALPHA
_NO_NAME = LOWER | ROLE | TITLES | ORGANIZATION | PLACE


def parts_elsewhere(article: Article, k: int, end: int) -> bool:
    """*Lentara* | *Rahma Wulandari*: whether the article has the one word without the other, both ways round (or
    *kata Wulandari*), or has the words before ``k`` as the name of an organization; the name ends before ``end``."""
    if _organization_elsewhere(article, k):
        return True
    named = article.lows[k + 1 : end]
    return _without_next(article, k - 1) and (
        _without_word_before(article, k)
        or (article.lows[k - 1] not in article.short_names and not article.short_names.isdisjoint(named))
    )


def _others(article: Article, k: int) -> list[int]:
    """Where else word ``k`` stands with its capital."""
    lows, features = article.lows, article.features
    low, found, i = lows[k], [], -1
    for _ in range(lows.count(low)):
        i = lows.index(low, i + 1)
        if i != k and features[i] & CAPITAL:
            found.append(i)
    return found


def _without_next(article: Article, k: int) -> bool:
    """*Lentara menolak* beside *Lentara Rahma*: the word with no capital before and after it."""
    lows, features = article.lows, article.features
    last = len(lows) - 1
    return any(
        (i == last or (lows[i + 1] != lows[k + 1] and not features[i + 1] & CAPITAL))
        and (i == 0 or not features[i - 1] & CAPITAL or bool(features[i - 1] & _NO_NAME))
        for i in _others(article, k)
    )


def _without_word_before(article: Article, k: int) -> bool:
    """*Rahma menilai* beside *Lentara Rahma*: the word after no capital that could belong to its name."""
    lows, features = article.lows, article.features
    return any(
        i == 0 or (lows[i - 1] != lows[k - 1] and (not features[i - 1] & CAPITAL or bool(features[i - 1] & _NO_NAME)))
        for i in _others(article, k)
    )


def _organization_elsewhere(article: Article, k: int) -> bool:
    """*PT Lentara*, *Lentara Tbk*, *Bina Lentara akan …*: the word before ``k``, without that after it, after a noun
    whose name must follow, before the end of a company's name, or after the same word that begins no role."""
    lows, features = article.lows, article.features
    for i in _others(article, k - 1):
        if i + 1 < len(lows) and lows[i + 1] == lows[k]:
            continue
        if i and lows[i - 1] in _NAME_FOLLOWS and features[i - 1] & CAPITAL:
            return True
        if i + 1 < len(lows) and lows[i + 1] in _CLOSES_COMPANY and features[i + 1] & CAPITAL:
            return True
        if _pair_stands_alone(article, i, k):
            return True
    return False


def _pair_stands_alone(article: Article, i: int, k: int) -> bool:
    """*Bina Lentara akan …* beside *Kepala Bina Lentara Rahma*: at word ``i`` the two before ``k`` stand alone."""
    lows, features = article.lows, article.features
    if i < 1 or k < 2 or lows[i - 1] != lows[k - 2] or features[i - 1] & _CAPITAL_WORD != _CAPITAL_WORD:
        return False
    if features[i - 1] & (ROLE | TITLES | GIVEN):
        return False
    if i + 1 < len(lows) and features[i + 1] & CAPITAL:
        return False
    first = i - 2
    first -= first >= 0 and features[first] & (CAPITAL | ORGANIZATION) == CAPITAL | ORGANIZATION  # Perumda Bina Lentara
    return first < 0 or not features[first] & CAPITAL

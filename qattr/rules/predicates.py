"""Whether some words are a clause: they hold a predicate that no *yang*, *untuk* or preposition has used up."""

from __future__ import annotations

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import CAPITAL, PREDICATE

ADJECTIVES = tagged("may_be", "attribute")
AFTER_STATES = tagged("after", "state")
CONSUMERS = tagged("governs", "verb")
STATES = tagged("is", "state")
THREATS = tagged("after", "akan")

_TELLS = ADJECTIVES | CONSUMERS | STATES | {"belum"}
"""Words that say something about the predicates around them."""
_NO_PREDICATE = {"belum": "lama", "bakal": "calon"}
"""Words that make a clause, but not before these: *belum lama*, *bakal calon bupati*."""


def is_preposition_akan(article: Article, i: int) -> bool:
    """*mengingatkan warga* | *akan ancaman longsor*: *akan* with a noun after it is no predicate."""
    after = article.lows[i + 1]
    return article.lows[i] == "akan" and (is_abstract(after) or after in THREATS)


def _is_predicate(article: Article, i: int) -> bool:
    """*akan*, *memeriksa*, *ditutup*: whether word ``i`` is a predicate by itself."""
    if not article.features[i] & PREDICATE:
        return False
    low = article.lows[i]
    if low == "akan" and i + 1 < len(article.lows) and is_preposition_akan(article, i):
        return False
    return low in article.lexicon.predicates or (verb_like(low) and not article.features[i] & CAPITAL)


def _ends_in_state(article: Article, i: int, k: int, j: int) -> bool:
    """*pasar* | *sepi karena hujan*: a state with no noun after it, which it would only describe."""
    lows = article.lows
    return k > i and (k + 1 == j or lows[k + 1] in AFTER_STATES or not lows[k + 1][0].isalnum())


def has_predicate(article: Article, i: int, j: int) -> bool:
    """Whether the words ``i``-``j`` are a clause: a predicate that is not used up by *yang*, *untuk* and the like.

    Predicates side by side (*akan segera dibuka*) count as one.

    >>> from qattr.text.scanner import scan
    >>> a = scan("harga akan naik"); has_predicate(a, 0, 3)
    True
    >>> a = scan("kronologi kejadian yang menewaskan warga"); has_predicate(a, 0, 5)
    False
    """
    lows, features = article.lows, article.features
    used_up = 0
    after_predicate = False
    for k in range(i, j):
        low = lows[k]
        if not features[k] & PREDICATE and low not in _TELLS:
            after_predicate = False
            continue
        if k + 1 < j and lows[k + 1] == _NO_PREDICATE.get(low):
            continue
        if low in ADJECTIVES:
            after_predicate = False
        elif low in CONSUMERS:
            if low == "yang" or (k + 1 < j and _is_predicate(article, k + 1)):
                used_up += 1
            after_predicate = False
        elif _is_predicate(article, k):
            if not after_predicate:
                if not used_up:
                    return True
                used_up = 0
            after_predicate = True
        elif low in STATES and _ends_in_state(article, i, k, j):
            return True
        else:
            after_predicate = False
    return False

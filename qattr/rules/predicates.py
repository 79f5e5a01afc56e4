"""Whether some words are a clause: they hold a predicate that no *yang*, *untuk* or preposition has used up."""

from __future__ import annotations

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CAPITAL, CUE, DAY, LOWER, PREDICATE, PREPOSITION
from qattr.text.walk import COMMA, first_of

ADJECTIVES = tagged("may_be", "attribute")
AFTER_STATES = tagged("after", "state")
CONSUMERS = tagged("governs", "verb")
STATES = tagged("is", "state")
THREATS = tagged("after", "akan")
DETERMINERS = tagged("refers", "back")
TIME_CLAUSES = tagged("opens", "time_clause")
"""What they open tells when: *kondisi ban* | *sebelum bus berangkat*."""
_ANEW = tagged("resumes", "clause") | tagged("cue", "judges")
HOW_TOLD = tagged("after", "told")
"""After a definite noun they say how it is told: *menjelaskan hal itu* | *lebih lanjut*."""

_TELLS = ADJECTIVES | CONSUMERS | STATES | TIME_CLAUSES | {"belum"}
"""Words that say something about the predicates around them."""
_NO_PREDICATE = {"belum": "lama", "bakal": "calon"}
"""Words that make a clause, but not before these: *belum lama*, *bakal calon bupati*."""
_THAN = tagged("after", "comparison")
_MORE = tagged("compares", "more")
_DIFFERS = tagged("compares", "differs")
"""*angka itu lebih tinggi* | *dari tahun lalu*, *angka berbeda* | *dengan data lama*."""
_ASKING = tagged("opens", "question")
_TIME_NOUNS = tagged("before_itu", "time", "when")
_POINTS = DETERMINERS | tagged("refers", "person")
_NOT_AFTER = {"tengah": frozenset(("di", "ke", "dari"))}
"""Words that make a clause, but not after these: *di tengah hujan*."""


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
    if low in _NOT_AFTER and i and article.lows[i - 1] in _NOT_AFTER[low]:
        return False
    return low in article.lexicon.predicates or (verb_like(low) and not article.features[i] & CAPITAL)


def _begins_anew(article: Article, k: int) -> bool:
    """*syarat yang ditetapkan* | *harus dipenuhi*: a modal after the verb of a relative clause; but *yang berjanji akan
    datang* goes on."""
    before = article.lows[k - 1]
    if article.lows[k] not in _ANEW or before in _ANEW or article.features[k - 1] & (CUE | CAPITAL | ADVERB):
        return False
    return verb_like(before) or before in article.lexicon.predicates


def _ends_in_state(article: Article, i: int, k: int, j: int) -> bool:
    """*pasar* | *sepi karena hujan*: a state with no noun after it, which it would only describe."""
    lows = article.lows
    return k > i and (k + 1 == j or lows[k + 1] in AFTER_STATES or not lows[k + 1][0].isalnum())


def has_predicate(article: Article, i: int, j: int) -> bool:
    """Whether the words ``i``-``j`` are a clause: a predicate that is not used up by *yang*, *untuk* and the like, or
    what can only be one where it stands.

    >>> from qattr.text.scanner import scan
    >>> a = scan("harga akan naik"); has_predicate(a, 0, 3)
    True
    >>> a = scan("kronologi kejadian yang menewaskan warga"); has_predicate(a, 0, 5)
    False
    >>> a = scan("audit itu ngawur"); has_predicate(a, 0, 3)
    True
    """
    return _has_verb(article, i, j) or says_of_definite(article, i, j)


def _has_verb(article: Article, i: int, j: int) -> bool:
    """*harga* | *akan segera dibuka*: predicates side by side count as one."""
    lows, features = article.lows, article.features
    used_up = 0
    after_predicate = False
    k = i - 1
    while (k := k + 1) < j:
        low = lows[k]
        if not features[k] & PREDICATE and low not in _TELLS:
            after_predicate = False
            continue
        if k + 1 < j and lows[k + 1] == _NO_PREDICATE.get(low):
            continue
        if low in TIME_CLAUSES and k > i and not (k + 1 < j and lows[k + 1] in DETERMINERS):
            k = first_of(lows, COMMA, k, j) or j
            after_predicate = False
        elif low in ADJECTIVES:
            if not used_up and k + 1 < j and lows[k + 1] in _THAN and (low in _DIFFERS or lows[k - 1] in _MORE):
                return True
            after_predicate = False
        elif low in CONSUMERS:
            if low == "yang" or (k + 1 < j and _is_predicate(article, k + 1)):
                used_up += 1
            after_predicate = False
        elif _is_predicate(article, k):
            if not after_predicate or _begins_anew(article, k):
                if not used_up:
                    return True
                used_up = 0
            after_predicate = True
        elif low in STATES and _ends_in_state(article, i, k, j):
            return True
        else:
            after_predicate = False
    return False


def says_of_definite(article: Article, i: int, j: int) -> bool:
    """*audit itu* | *ngawur*, *momen itulah* | *yang memicu aksi*: what follows *itu* is said of the noun before it."""
    lows, features, lexicon = article.lows, article.features, article.lexicon
    for k in range(i + 1, j - 1):
        low, after = lows[k], lows[k + 1]
        if low not in DETERMINERS:
            if (low in CONSUMERS and low != "yang") or low in _ASKING:
                return False
            if after == "yang" and low.endswith("lah") and low[:-3] in _POINTS:
                return True
            continue
        bits = features[k + 1]
        if lows[k - 1] in TIME_CLAUSES or lows[k - 1] in lexicon.times or lows[k - 1] in _TIME_NOUNS:
            continue  # saat ini, hari itu
        if bits & (ALPHA | LOWER) != ALPHA | LOWER or bits & (PREPOSITION | DAY):
            continue
        if after in lexicon.predicates and after not in HOW_TOLD:
            return True
        if after in lexicon.stops or after in lexicon.times or after in HOW_TOLD or after in DETERMINERS:
            continue
        if not bits & ADVERB:
            return True
    return False

"""Reporting verbs in the text: where they stand, and whether what follows is a clause.

The forms come from the lexicon (the morphology makes them out of roots); many of them are everyday words too
(*lanjut*, *tambah*, *jelas*, *kata kunci*), so a form is only a candidate here: position decides, in the rules.
"""

from __future__ import annotations

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.vocabulary import (
    ADJECTIVES,
    AFTER_STATES,
    CONSUMERS,
    EQUATES,
    FEELINGS,
    FELT_AT,
    NEGATIONS,
    OCCASION,
    PURPOSE,
    STATES,
    STORIES,
    TAKES_A_NOUN,
    THREATS,
)
from qattr.mentions.segments import CAPITAL_WORD
from qattr.text.article import Article
from qattr.text.derived import derived
from qattr.text.features import ADVERB, CAPITAL, DAY, PREDICATE, TITLES, UPPER

Shape = str
"""``post`` *kata*, ``nya`` *katanya*, ``active`` *mengatakan*, ``passive`` *dikatakan*, ``passive_nya`` *dikatakannya*,
``prep`` *menurut*, ``prep_nya`` *menurutnya*, ``cite`` *dikutip*."""


_SECURED = frozenset(["diri", "tempat", "tiket", "gelar", "kemenangan"])
"""What *memastikan* secures rather than states (*memastikan diri lolos ke final*)."""
_THAT = frozenset(["itu", "ini", "tersebut"])
_NO_CLAUSE = frozenset(["banyak", "begitu", "demikian", "lain", "sebaliknya"])
"""How somebody speaks or hopes rather than what (*berharap banyak pada tim itu*, *mengatakan demikian*)."""


def shape(article: Article, i: int) -> Shape:
    """The shape of the cue at word ``i`` (empty where there is none)."""
    entry = article.lexicon.cues.get(article.lows[i])
    if entry is None:
        return ""
    kind = entry[2]
    if kind == "bare" and i and article.lows[i - 1] == "di":
        return "passive"  # di ungkapkan: the prefix set apart
    return kind


def candidates(article: Article, closed: list[tuple[int, int]]) -> list[int]:
    """The words that can be cues, outside the spans ``closed`` (sorted and apart, in code points)."""
    ends = article.ends
    spans = iter(closed)
    after = (len(article.text) + 1,) * 2
    low, high = next(spans, after)
    found = []
    for i in article.cues:
        end = ends[i]
        while high < end:
            low, high = next(spans, after)
        if end <= low:
            found.append(i)
    return found


def short_names(article: Article, cues: list[int]) -> frozenset[str]:
    """Names that stand alone at a cue (*kata Rahma*, *Rahma mengatakan*), lower case: proof where a name begins."""
    lows, features, entries = article.lows, article.features, article.lexicon.cues
    found = set()
    last = len(features) - 1
    for i in cues:
        kind = entries[lows[i]][2]
        if kind == "active":
            j = i - 1
            while features[j] & ADVERB and j > 0 and j > i - 4:
                j -= 1
            if features[j] & CAPITAL_WORD == CAPITAL_WORD and j >= 0 and not _goes_before(article, j):
                found.add(lows[j])
        elif kind in _BEFORE_A_NAME and i < last:
            j = i + 1
            while features[j] & TITLES and j < last and j < i + 4:
                j += 1
            if features[j] & CAPITAL and (j == last or not features[j + 1] & CAPITAL or features[j + 1] & DAY):
                found.add(lows[j])
    return frozenset(low for low in found if _name_like(article, low))


_BEFORE_A_NAME = frozenset(["post", "prep", "passive"])


def _goes_before(article: Article, j: int) -> bool:
    """Whether a name that ends with word ``j`` may have begun before it: *Sara Lubis*, *Sara K. Lubis*."""
    words, features = article.words, article.features
    if j == 0 or features[j - 1] & CAPITAL:
        return j > 0
    return (
        words[j - 1] in ".)"
        and not article.blank_before(j - 1)
        and j - 1 not in article.starts_paragraph
        and bool(features[j - 2] & UPPER)
    )


def _name_like(article: Article, low: str) -> bool:
    lex = article.lexicon
    if low in article.acronyms:
        return False
    if low in lex.given:
        return True
    return not (
        low in derived(lex).of_office
        or low in lex.places
        or low in lex.pronouns
        or low in lex.openers
        or low in lex.stops
        or low in lex.days
    )


_BLOCKS = NEGATIONS | PURPOSE | {"yang"}


def blocked(article: Article, i: int) -> bool:
    """Whether what stands right before an active cue makes it no report: a negation, a purpose, a relative clause."""
    if i == 0:
        return False
    lows = article.lows
    before = lows[i - 1]
    if before in _BLOCKS:
        return True
    if article.features[i - 1] & ADVERB and i > 1 and lows[i - 2] in _BLOCKS:
        return True
    return before == "dengan" and i > 1 and lows[i - 2] in EQUATES  # cara itu ialah dengan berbicara bahwa …


def _warns(article: Article, i: int) -> bool:
    """*mengingatkan warga* | *akan ancaman longsor*: a preposition with its noun, no predicate."""
    after = article.lows[i + 1]
    return article.lows[i] == "akan" and (is_abstract(after) or after in THREATS)


def _predicate(article: Article, i: int) -> bool:
    if not article.features[i] & PREDICATE:
        return False
    low = article.lows[i]
    if low == "akan" and i + 1 < len(article.lows) and _warns(article, i):
        return False
    return low in article.lexicon.predicates or (verb_like(low) and not article.features[i] & CAPITAL)


_TELLS = ADJECTIVES | CONSUMERS | STATES | {"belum"}
"""Words that say something about the predicates around them."""


_NO_PREDICATE = {"belum": "lama", "bakal": "calon"}
"""Words that make a clause, but not before these: *belum lama*, *bakal calon bupati*."""


def has_predicate(article: Article, i: int, j: int) -> bool:
    """Whether the words ``i``-``j`` are a clause: a predicate that is not used up by *yang*, *untuk* and the like.

    >>> from qattr.text.scan import scan
    >>> a = scan("harga akan naik"); has_predicate(a, 0, 3)
    True
    >>> a = scan("kronologi kejadian yang menewaskan warga"); has_predicate(a, 0, 5)
    False
    """
    lows, features = article.lows, article.features
    pending = 0
    in_group = False
    for k in range(i, j):
        low = lows[k]
        if not features[k] & PREDICATE and low not in _TELLS:
            in_group = False
            continue
        if k + 1 < j and lows[k + 1] == _NO_PREDICATE.get(low):
            continue
        if low in ADJECTIVES:
            in_group = False
            continue
        if low in CONSUMERS:
            if low == "yang" or (k + 1 < j and _predicate(article, k + 1)):
                pending += 1
            in_group = False
            continue
        if _predicate(article, k):
            if in_group:
                continue
            in_group = True
            if pending:
                pending = 0
                continue
            return True
        if low in STATES and (k + 1 == j or lows[k + 1] in AFTER_STATES or not lows[k + 1][0].isalnum()) and k > i:
            return True
        in_group = False
    return False


def takes_clause(article: Article, i: int, start: int, end: int, marked: bool) -> bool:
    """Whether ``start``-``end`` after the cue ``i`` are a reported clause; ``marked`` by *bahwa* or a comma."""
    if end - start < 1:
        return False
    lows = article.lows
    lemma, _, _, takes = article.lexicon.cues[lows[i]]
    if marked:
        return has_predicate(article, start, end) if takes == "noun" else end - start > 1
    if takes in ("noun", "marked"):
        return False
    low = lows[start]
    if low in _SECURED and lemma in ("pasti", "nyata"):
        return False
    if low in _NO_CLAUSE and (start + 1 == end or lows[start + 1] in (".", "pada", "kepada", "dari")):
        return False
    if low in STORIES:
        return False  # menceritakan detik-detik dirinya menyelamatkan diri
    after = end
    if low == "itu":
        after = start + 1
    elif low == "hal" and start + 2 < end and lows[start + 1] in _THAT:
        after = start + 2
    if after < end and lows[after] in OCCASION:
        return False  # mengemukakan itu menanggapi polemik, mengatakan hal itu setelah bertemu bupati
    if low in FELT_AT and lows[i] in FEELINGS:
        return False  # curiga dengan gerak-gerik itu
    if takes == "clause":
        near = min(end - 1, start + 6)
        if "akan" in lows[start + 1 : near]:
            warned = any(_warns(article, k) for k in range(start + 1, near))
            if warned and not has_predicate(article, start, end):
                return False  # mengingatkan nelayan akan bahaya ombak
        noun = low in TAKES_A_NOUN or (end - start < 8 and is_abstract(low))
        return end - start > 1 and (not noun or has_predicate(article, start, end) or "sebagai" in lows[start:end])
    return low not in TAKES_A_NOUN and has_predicate(article, start, end)

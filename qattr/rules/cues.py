"""Reporting verbs in the text: where they stand, what shape they have, and the names that stand alone beside them.

The forms come from the lexicon (the morphology makes them out of roots); many of them are everyday words too
(*lanjut*, *tambah*, *jelas*, *kata kunci*), so a form is only a candidate here: position decides, in the rules.
"""

from __future__ import annotations

from qattr.lexicon.morphology import Shape
from qattr.lexicon.tags import tagged
from qattr.mentions import CAPITAL_WORD
from qattr.text.article import Article
from qattr.text.derived import derived
from qattr.text.features import ADVERB, CAPITAL, DAY, TITLES, UPPER

EQUATES = tagged("equates", "terms")
NEGATIONS = tagged("blocks", "denied")
PURPOSE = tagged("blocks", "not_yet")


def shape(article: Article, i: int) -> Shape:
    """*mengatakan* -> ``active``: the shape of the cue at word ``i`` (empty where there is none)."""
    entry = article.lexicon.cues.get(article.lows[i])
    if entry is None:
        return ""
    if entry[2] == "bare" and i and article.lows[i - 1] == "di":
        return "passive"  # di ungkapkan: the prefix set apart
    return entry[2]


def candidates(article: Article, closed: list[tuple[int, int]]) -> list[int]:
    """The words that can be cues, outside the spans ``closed`` (sorted and apart, in code points)."""
    ends = article.ends
    spans = iter(closed)
    after = (len(article.text) + 1,) * 2
    low, high = next(spans, after)
    cues = []
    for i in article.cues:
        end = ends[i]
        while high < end:
            low, high = next(spans, after)
        if end <= low:
            cues.append(i)
    return cues


def short_names(article: Article, cues: list[int]) -> frozenset[str]:
    """Names that stand alone at a cue (*kata Rahma*, *Rahma mengatakan*), lower case: proof where a name begins."""
    lows, features, entries = article.lows, article.features, article.lexicon.cues
    names = set()
    last = len(features) - 1
    for i in cues:
        cue_shape = entries[lows[i]][2]
        if cue_shape == "active":
            j = i - 1
            while features[j] & ADVERB and j > 0 and j > i - 4:
                j -= 1
            if features[j] & CAPITAL_WORD == CAPITAL_WORD and j >= 0 and not _goes_before(article, j):
                names.add(lows[j])
        elif cue_shape in _BEFORE_A_NAME and i < last:
            j = i + 1
            while features[j] & TITLES and j < last and j < i + 4:
                j += 1
            if features[j] & CAPITAL and (j == last or not features[j + 1] & CAPITAL or features[j + 1] & DAY):
                names.add(lows[j])
    return frozenset(low for low in names if _name_like(article, low))


_BEFORE_A_NAME = frozenset(["post", "prep", "passive"])


def _goes_before(article: Article, j: int) -> bool:
    """Whether a name that ends with word ``j`` may have begun before it: *Sara Lubis*, *Sara K. Lubis*."""
    words, features = article.words, article.features
    if j == 0 or features[j - 1] & CAPITAL:
        return j > 0
    return (
        words[j - 1] in ".)"
        and not article.blank_before(j - 1)
        and j not in article.starts_paragraph
        and bool(features[j - 2] & UPPER)
    )


def _name_like(article: Article, low: str) -> bool:
    """*rahma*, not *bupati*, *solo*, *dia*, *senin*: whether a word at a cue can be the name of a person."""
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

"""Whoever has no name and no role: *ujar* | *konsorsium*, *tutur* | *penyintas gempa*."""

from __future__ import annotations

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions.mention import Mention
from qattr.mentions.single_words import capitals_end
from qattr.text.article import Article
from qattr.text.features import ALNUM, LOWER, NAME
from qattr.text.windows import NOUN_WORDS

_OTHERS = tagged("refers", "others")
"""*yang* | *lain*."""
_A = tagged("introduces", "something")
"""*sebuah* | *komentar*: no verb follows."""


def noun_mention(article: Article, i: int, end: int) -> Mention | None:
    """*ujar* | *penyintas gempa* | *.*: the common noun that begins at word ``i``, right after a bare cue.

    A name in apposition is the name: *ujar* | *istrinya, Agustina Boru*.  ``None`` where the words are no noun or go on
    after it."""
    lows, lex = article.lows, article.lexicon
    if i + 1 < end and lows[i] == "yang" and lows[i + 1] in _OTHERS:
        return Mention(i, i + 2, "unnamed", (i, i + 2))  # "Malu," tulis yang lain.
    after = i
    while after < min(end, i + NOUN_WORDS) and _is_of_noun(article, i, after):
        after += 1
    if after == i or (after < end and _goes_on(article, after)):
        return None
    named = _named_relative(article, i, after, end)
    if named is not None:
        return named
    if lows[i] in lex.cues or verb_like(lows[i]):
        return None
    return Mention(i, after, "unnamed", (i, after))


def _is_of_noun(article: Article, first: int, k: int) -> bool:
    """*penyintas* | *gempa*: a small word that neither ends the phrase nor, after the first, is a cue."""
    low, lex = article.lows[k], article.lexicon
    if not article.words[k].isalpha() or not article.features[k] & LOWER:
        return False
    ends = (lex.stops, lex.prepositions, lex.subject_adverbs, lex.predicates, lex.pronouns, lex.days)
    if any(low in table for table in ends):
        return False
    return k == first or low not in lex.cues or (k == first + 1 and article.lows[first] in _A)


def _goes_on(article: Article, k: int) -> bool:
    """*ujar penyintas gempa* | *Karang*: another word stands there that does not end the phrase."""
    low, lex = article.lows[k], article.lexicon
    return article.words[k].isalpha() and low not in lex.stops and low not in lex.prepositions


def _named_relative(article: Article, i: int, after: int, end: int) -> Mention | None:
    """*ujar* | *istrinya, Agustina Boru*: the name in apposition to somebody's relative."""
    name = after + 1
    if not article.lows[after - 1].endswith("nya") or name >= end or article.words[after] != ",":
        return None
    last = capitals_end(article, name, end)
    features = article.features
    if last == name or not all(bits & NAME for bits in features[name:last]):
        return None
    if last < end and features[last] & ALNUM:
        return None
    return Mention(i, last, "name", (name, last), (name, last))

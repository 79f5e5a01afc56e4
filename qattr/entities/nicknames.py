"""What the article says somebody is called: *Amah, sapaan akrab Rahma Wulandari*, *Guru yang disapa Amah ini*.

A nickname right after its name (*Rahma Wulandari alias Amah*) is read with the name (:mod:`qattr.mentions.assembly`);
here is what stands the other way round, or in a sentence of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.mentions.names import name_after_role
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range, capitals_end, opens_predicate, role_word
from qattr.text.article import Article
from qattr.text.features import ALNUM, ALPHA, CAPITAL, LOWER

_NEAR_NICKNAME = tagged("nickname", "near")
"""*sapaan akrab*, *yang disapa*: a nickname stands near."""
_NICKNAME_NOUNS = tagged("nickname", "noun")
"""*sapaan*, *panggilannya*."""
_BETWEEN = tagged("nickname", "between")
"""*sapaan* | *akrab* | *Amah*, *disapa* | *dengan nama* | *Amah*."""
_REFERS_BACK = tagged("refers", "back")
"""*Atlet yang akrab disapa Amah ini*."""
_LONGEST_NICKNAME = 4
_SENTENCE_ENDS = frozenset('.?!\u2026"\u201d')
_SMALL = frozenset(",-\u2013\u2014(")


class Nickname(NamedTuple):
    """A nickname and the name that stands beside it; ``None`` where it is the name of somebody named before."""

    nick: Range
    name: Mention | None


def nicknames(article: Article) -> list[Nickname]:
    """All nicknames that stand before a name or in a sentence of their own."""
    found = []
    for i in article.places(_NEAR_NICKNAME):
        nickname = _called_by_noun(article, i) if article.lows[i] in _NICKNAME_NOUNS else _called_by_verb(article, i)
        if nickname is not None:
            found.append(nickname)
    return found


def _run_before(article: Article, j: int) -> int:
    """Where the run of capitals that ends before word ``j`` begins."""
    i = j
    while i > 0 and j - i < _LONGEST_NICKNAME and article.features[i - 1] & CAPITAL and article.features[i - 1] & ALPHA:
        i -= 1
    return i


def _called_by_noun(article: Article, i: int) -> Nickname | None:
    """*Amah, sapaan akrab Rahma Wulandari*, *Rahma Wulandari, sapaan akrabnya Amah*, *Amah, sapaan akrabnya,*."""
    words, lows = article.words, article.lows
    j = i - 1 if i and words[i - 1] in _SMALL else i
    begin = _run_before(article, j)
    if begin == j:
        return None
    own = lows[i].endswith("nya")
    a = i + 1
    while a < len(words) and a < i + 4 and lows[a] in _BETWEEN:
        own = own or lows[a].endswith("nya")
        a += 1
    last = capitals_end(article, a, min(len(words), a + _LONGEST_NICKNAME))
    if last == a:
        return Nickname((begin, j), None) if own else None
    if own or j - begin > last - a:
        name = read(article, begin, j)
        return Nickname((a, last), name) if name is not None and name.type == "name" else None
    if role_word(article, a) and name_after_role(article, a, last) == last:
        return None  # Amah, sapaan akrab Bupati Karang
    name = read(article, a, len(words))
    return Nickname((begin, j), name) if name is not None and name.type == "name" else None


def _heads_clause(article: Article, i: int) -> bool:
    """Whether the description that ends with word ``i`` opens its sentence or stands after a cue."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    for k in range(i, max(-1, i - _DESCRIBES_WORDS), -1):
        if not features[k] & ALNUM:
            return False
        if k == 0 or words[k - 1] in _SENTENCE_ENDS or k in article.starts_paragraph:
            return True
        if features[k - 1] & LOWER and lows[k - 1] in lex.cues and lex.cues[lows[k - 1]][2] == "post":
            return True
        if lows[k] in lex.pronouns or opens_predicate(article, k):
            return False
    return False


_DESCRIBES_WORDS = 6


def _called_by_verb(article: Article, i: int) -> Nickname | None:
    """*Atlet yang akrab disapa Amah ini*: a description gives the nickname of somebody named before."""
    words, lows = article.words, article.lows
    k = i
    while k > 0 and i - k < 3 and lows[k - 1] in _BETWEEN:
        k -= 1
    if k < 2 or lows[k - 1] != "yang":
        return None
    titled = lows[k - 2] in article.lexicon.titles  # kata Kiai yang biasa disapa Kiai Mukti
    if not (titled or _heads_clause(article, k - 2)):
        return None  # Rahma Wulandari, yang akrab disapa Amah: read with the name; menelepon wanita yang disapa Amah
    a = i + 1
    while a < len(words) and a < i + 4 and lows[a] in _BETWEEN:
        a += 1
    last = capitals_end(article, a, min(len(words), a + _LONGEST_NICKNAME))
    if last == a:
        return None
    closed = last < len(words) and lows[last] in _REFERS_BACK
    return Nickname((a, last), None) if closed or titled else None

"""What the article says somebody is called: *Amah, sapaan akrab Rahma Wulandari*, *Guru yang disapa Amah ini*.

A nickname right after its name (*Rahma Wulandari alias Amah*) is read with the name (:mod:`qattr.mentions.assembly`);
here is what stands the other way round, or in a sentence of its own.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range, name_after_role, read
from qattr.mentions.single_words import capitals_end, opens_predicate, role_word
from qattr.text import windows
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
_SENTENCE_ENDS = frozenset('.?!\u2026"\u201d\u00bb')
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
    features = article.features
    i = j
    while i > 0 and j - i < windows.NICKNAME_RUN and features[i - 1] & CAPITAL and features[i - 1] & ALPHA:
        i -= 1
    return i


def _run_after(article: Article, i: int) -> Range | None:
    """*sapaan* | *akrabnya* | *Amah*: the run of capitals after word ``i`` and what may stand between."""
    lows = article.lows
    first = i + 1
    while first < len(lows) and first <= i + windows.WORDS_TO_NICKNAME and lows[first] in _BETWEEN:
        first += 1
    last = capitals_end(article, first, min(len(lows), first + windows.NICKNAME_RUN))
    return (first, last) if last > first else None


def _called_by_noun(article: Article, i: int) -> Nickname | None:
    """*Amah, sapaan akrab Rahma Wulandari*, *Rahma Wulandari, sapaan akrabnya Amah*, *Amah, sapaan akrabnya,*."""
    end = i - 1 if i and article.words[i - 1] in _SMALL else i
    before = _run_before(article, end), end
    if before[0] == end:
        return None
    after = _run_after(article, i)
    own = _is_own(article, i)
    if after is None:
        return Nickname(before, None) if own else None
    if own or _size(before) > _size(after):
        return _nickname_of(read(article, *before), after)
    first, last = after
    if role_word(article, first) and name_after_role(article, first, last) == last:
        return None  # Amah, sapaan akrab Bupati Karang
    return _nickname_of(read(article, first, len(article.words)), before)


def _is_own(article: Article, i: int) -> bool:
    """*sapaannya*, *sapaan akrabnya*: whether the nickname is said to be that of somebody named before."""
    lows = article.lows
    if lows[i].endswith("nya"):
        return True
    between = takewhile(_BETWEEN.__contains__, lows[i + 1 : i + 1 + windows.WORDS_TO_NICKNAME])
    return any(low.endswith("nya") for low in between)


def _size(span: Range) -> int:
    """How many words."""
    return span[1] - span[0]


def _nickname_of(name: Mention | None, nick: Range) -> Nickname | None:
    """A nickname beside the name of a person."""
    return Nickname(nick, name) if name is not None and name.type == "name" else None


def _called_by_verb(article: Article, i: int) -> Nickname | None:
    """*Atlet yang akrab disapa Amah ini*: a description gives the nickname of somebody named before."""
    lows = article.lows
    k = i
    while k > 0 and i - k < windows.WORDS_TO_NICKNAME and lows[k - 1] in _BETWEEN:
        k -= 1
    if k < 2 or lows[k - 1] != "yang":
        return None
    titled = lows[k - 2] in article.lexicon.titles  # kata Kiai yang biasa disapa Kiai Mukti
    if not (titled or _heads_clause(article, k - 2)):
        return None  # Rahma Wulandari, yang akrab disapa Amah: read with the name; menelepon wanita yang disapa Amah
    nick = _run_after(article, i)
    if nick is None:
        return None
    closed = nick[1] < len(lows) and lows[nick[1]] in _REFERS_BACK
    return Nickname(nick, None) if closed or titled else None


def _heads_clause(article: Article, i: int) -> bool:
    """Whether the description that ends with word ``i`` opens its sentence or stands after a cue."""
    for k in range(i, max(-1, i - windows.DESCRIPTION), -1):
        for question in (_interrupted, _opens_here, _in_clause):
            answer = question(article, k)
            if answer is not None:
                return answer
    return False


# Whether word k settles where a description begins: yes it heads its clause, no it does not, None neither.


def _interrupted(article: Article, k: int) -> bool | None:
    """*pasar,* | *atlet*: a mark stands in it."""
    return None if article.features[k] & ALNUM else False


def _opens_here(article: Article, k: int) -> bool | None:
    """*.* | *Atlet itu*, *kata* | *atlet itu*: a sentence begins, or a bare cue stands before it."""
    if k == 0 or article.words[k - 1] in _SENTENCE_ENDS or k in article.starts_paragraph:
        return True
    cue = article.lexicon.cues.get(article.lows[k - 1]) if article.features[k - 1] & LOWER else None
    return True if cue is not None and cue[2] == "post" else None


def _in_clause(article: Article, k: int) -> bool | None:
    """*ia menelepon atlet*: a pronoun or a predicate stands before it in its clause."""
    return False if article.lows[k] in article.lexicon.pronouns or opens_predicate(article, k) else None

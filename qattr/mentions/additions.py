"""What is added after a name: *alias Kaesang*, *dari Lembaga Kota*, *yang juga ketua panitia*, *selaku direktur*."""

from __future__ import annotations

from qattr.lexicon.vocabulary import (
    CALLED,
    DETERMINERS,
    INTRODUCES_ROLE,
    UNITS,
)
from qattr.mentions.parts import LONGEST, Parts
from qattr.mentions.phrases import split_phrase
from qattr.mentions.word_questions import Range, opens_predicate, organization_word, role_word
from qattr.text.article import Article
from qattr.text.features import ALPHA, CAPITAL

_BY_NOUN = ("sapaan", "panggilan", "sapaannya", "panggilannya")
_BEFORE_CALLED = frozenset(["yang", "atau", "akrab", "biasa", "kerap", "juga", "lebih", "sering"])
_DASHES = "-\u2013\u2014"
MAY_ADD_TO_NAME = CALLED | INTRODUCES_ROLE | _BEFORE_CALLED | frozenset(("alias", "dari", *_BY_NOUN, *_DASHES))
"""Words and marks that may add something to the name before them: *alias Kaesang*, *dari Lembaga Kota*, *selaku …*."""


_AFTER_YANG = CALLED | _BEFORE_CALLED | frozenset(("alias", *_BY_NOUN, "sekaligus", "merupakan", "menjabat", "adalah"))


def more_after(article: Article, last: int) -> bool:
    """Whether the word at ``last``, or after a comma there, may add something to the name before it (*alias*, *yang
    akrab disapa*, but not *yang datang*)."""
    lows = article.lows
    total = len(lows)
    if last < total and lows[last] == ",":
        last += 1
    if last >= total or lows[last] not in MAY_ADD_TO_NAME:
        return False
    if lows[last] not in _BEFORE_CALLED or lows[last] == "atau":
        return True
    return last + 1 < total and lows[last + 1] in _AFTER_YANG


def organization_after(parts: Parts, last: int) -> int:
    """*Rahma Wulandari dari Lembaga Kota*, *Rahma Wulandari dari Humas Pasar Melur*: the organization or unit after a
    name; where the phrase ends now."""
    article = parts.article
    words, lows, features = article.words, article.lows, article.features
    if last + 1 >= len(words) or lows[last] != "dari" or not features[last + 1] & CAPITAL:
        return last
    unit = lows[last + 1] in UNITS
    if unit or organization_word(article, last + 1):
        segments, _, _ = split_phrase(article, last + 1, min(len(words), last + LONGEST))
        if segments:
            if unit:
                parts.role(*segments[0])
            else:
                parts.organizations.append(segments[0])
            return segments[0][1]
    return last


def second_role(parts: Parts, last: int) -> int:
    """*Rahma Wulandari, yang juga menjabat ketua panitia*: a further role; where the phrase ends now."""
    article = parts.article
    words, lows = article.words, article.lows
    at = last + (last < len(words) and words[last] == ",")
    if not (
        at + 2 < len(words)
        and lows[at] == "yang"
        and lows[at + 1] in ("juga", "sekaligus", "merupakan", "menjabat", "adalah")
    ):
        return last
    begin = at + 2
    while (
        begin < len(words)
        and begin < at + 5
        and lows[begin] in ("menjabat", "merupakan", "adalah", "sebagai", "selaku")
    ):
        begin += 1
    if begin < len(words) and role_word(article, begin):
        segments, stop, _ = split_phrase(article, begin, min(len(words), begin + LONGEST))
        if segments:
            parts.role(*segments[0])
            return stop + (stop < len(words) and lows[stop] in DETERMINERS)  # yang juga ketua panitia ini
    return last


def introduced_role(parts: Parts, last: int) -> int:
    """*Rahma Wulandari selaku ketua panitia*: the role that a word leads to; where the phrase ends now."""
    article = parts.article
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    if (
        last < len(words)
        and lows[last] in INTRODUCES_ROLE
        and last + 1 < len(words)
        and role_word(article, last + 1)
        and (lows[last] == "selaku" or lex.roles.get(lows[last + 1]) == "office" or features[last + 1] & CAPITAL)
    ):
        segments, stop, _ = split_phrase(article, last + 1, min(len(words), last + LONGEST))
        narrated = stop < len(words) and features[stop] & ALPHA and opens_predicate(article, stop)
        if segments and (lows[last] == "selaku" or not narrated):
            parts.role(*segments[0])
            return stop
    return last


def alias_like(article: Article, inner: Range) -> bool:
    i, j = inner
    return (
        0 < j - i <= 3
        and all(article.features[k] & ALPHA and article.features[k] & CAPITAL for k in range(i, j))
        and article.lows[i] not in ("purn", "pol", "alm", "almh")
    )


def called_otherwise(article: Article, i: int) -> tuple[int, list[Range]]:
    """*alias Kaesang*, *atau Gus Ipul*, *yang akrab disapa Emil*, *, sapaan akrabnya Emil,* after a name: where it
    ends, and the nickname."""
    words, lows, features = article.words, article.lows, article.features
    j = i
    dash = j < len(words) and words[j] in _DASHES
    while j < len(words) and j < i + 6 and (lows[j] in _BEFORE_CALLED or (j == i and (words[j] == "," or dash))):
        j += 1
    if j >= len(words) or (j == i and lows[j] not in ("alias", *_BY_NOUN)):
        return i, []
    if lows[j] in CALLED or lows[j] == "alias":
        j += 1
        while j < len(words) and lows[j] in ("dengan", "sebagai", "nama", "panggilan"):
            j += 1
    elif lows[j] in _BY_NOUN:
        j += 1
        while j < len(words) and lows[j] in ("akrab", "akrabnya", "karib", "sehari-hari", "sehari-harinya", "dari"):
            j += 1
    elif lows[j - 1] != "atau":
        return i, []
    k = j
    while k < len(words) and k < j + 4 and features[k] & ALPHA and features[k] & CAPITAL:
        k += 1
    if k == j and lows[j - 1] in ("akrabnya", "karibnya", "sapaannya", "panggilannya"):
        return j, []  # Amah, sapaan akrabnya, mengatakan
    if k == j:
        return i, []
    last = k
    if last < len(words) and (lows[last] in DETERMINERS or (dash and words[last] in _DASHES)):
        last += 1
    return last, [(j, k)]

"""Names, roles, organizations, pronouns and descriptions: which words name somebody.

:func:`read` reads one phrase forward from a word.  Such a phrase is one or more segments, divided by commas or
brackets: *Menteri Sosial (Mensos) Rahma Wulandari*, *Budi Santoso, peneliti senior Lembaga Kajian Kota*, *politikus
itu*.  Role, organization and name often run together without a mark; :func:`.names.name_start` finds where the name
begins by weighing the evidence of every possible place.  :data:`READERS` lists the shapes that a phrase can have.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.additions import MAY_ADD_TO_NAME, more_after
from qattr.mentions.assembly import assemble
from qattr.mentions.descriptions import description
from qattr.mentions.kept import kept
from qattr.mentions.mention import Mention
from qattr.mentions.phrases import split_phrase
from qattr.mentions.unnamed import noun_mention
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import (
    ALNUM,
    ALPHA,
    APART,
    CAPITAL,
    DAY,
    GIVEN,
    HANDLE,
    NAME,
    ORGANIZATION,
    PREPOSITION,
    STARTER,
    is_site,
)
from qattr.text.walk import first_of

__all__ = ["noun_mention", "read"]

_PRONOUNS = tagged("refers", "person")
"""*dia*, *mereka*, *pihaknya*."""
_PLAIN_NAME = NAME | STARTER | ORGANIZATION | APART
"""Of these features a word that is a person's name and nothing else has the first alone."""
_OPENS = CAPITAL | STARTER | APART
"""One of these has every word that can begin a phrase; a name has a capital."""


def read(article: Article, i: int, end: int) -> Mention | None:
    """*Menteri Sosial Rahma Wulandari* | *mengatakan*: the phrase that begins at word ``i`` and ends before word
    ``end``; ``None`` where none begins there.

    ``end`` is at most the number of words."""
    end = min(end, i + windows.PHRASE_WORDS)
    if i >= end:
        return None
    bits = article.features[i]
    if bits & _PLAIN_NAME == NAME and bits & ALPHA:
        name = _plain_name(article, i, end)
        if name is not None:
            return name
    elif bits & HANDLE:
        return Mention(i, i + 1, "name", (i, i + 1), (i, i + 1))  # @melur_info
    elif not _may_begin(article, i):
        return None
    elif article.lows[i] in _PRONOUNS:
        return Mention(i, i + 1, "pronoun", (i, i + 1))
    readings = kept(article).mentions
    if (i, end) not in readings:
        readings[i, end] = _first_reading(article, i, end)
    return readings[i, end]


def _may_begin(article: Article, i: int) -> bool:
    """Whether a phrase can begin with word ``i``: a capital, a small word for somebody, a site; no preposition."""
    bits, low = article.features[i], article.lows[i]
    if not bits & _OPENS or not bits & ALPHA:
        return False
    if bits & PREPOSITION and not bits & GIVEN:
        return False
    return bool(bits & (CAPITAL | STARTER)) or is_site(low)


# --------------------------------------------------------------------------------------- names that stand alone

_JOINS_NAMES = tagged("joins", "mentions")
"""*Rahma dan Hasan*."""
_AFTER_NAMES = _JOINS_NAMES.union(tagged("in_name", "particle"), tagged("english", "link"), "*([/&'\u2019")
"""Words and marks after which a phrase that begins with a name may go on: *Rahma dan Hasan*, *Rahma (45)*."""


def _plain_name(article: Article, i: int, end: int) -> Mention | None:
    """*Rahma Wulandari* | *mengatakan*, *Rahma* | *, saat …*: a name to which the words after it surely add nothing.

    Half of all phrases are so; all that could be found in longer ones need not be looked for."""
    lows, features = article.lows, article.features
    if lows[i] in article.acronyms or i in article.spelled:
        return None
    last = i + 1
    while last < end and features[last] & _PLAIN_NAME == NAME:
        last += 1
    if _may_go_on(article, last, end):
        return None
    return Mention(i, last, "name", (i, last), (i, last))


def _may_go_on(article: Article, last: int, end: int) -> bool:
    """Whether what stands at word ``last``, or after a comma there, may add something to the name before it."""
    lows, features = article.lows, article.features
    total = len(lows)
    k = last + (last < total and lows[last] == ",")
    if k >= total:
        return False
    bits, low = features[k], lows[k]
    if low in _AFTER_NAMES or (low in MAY_ADD_TO_NAME and more_after(article, last)):
        return True
    after_comma = k > last
    if k < end and bits & (CAPITAL | STARTER) and not (after_comma and bits & DAY):
        return True
    return after_comma and bool(bits & ALNUM) and not bits & ALPHA  # Sutarmi, 47 tahun


# ------------------------------------------------- the shapes of a phrase: a mention, or None for "not my business"

_OPENS_ACCOUNT = tagged("opens", "account")
_OF_ACCOUNT = tagged("names", "account")
"""What stands between *akun* and whose it is: *akun Instagram resmi Persada*."""
_STATEMENTS = tagged("holds", "speech")
"""*pernyataan*, *siaran*: where somebody says something."""
_OF_STATEMENT = _STATEMENTS | tagged("inside", "statement")
"""Words between one of them and the name: *keterangan resmi dari Persada*."""


def _account(article: Article, i: int, end: int) -> Mention | None:
    """*pemilik akun @rina*, *akun Instagram resmi Persada*: whose account it is."""
    lows = article.lows
    if lows[i] not in _OPENS_ACCOUNT:
        return None
    owner = i
    while owner < end and lows[owner] in _OF_ACCOUNT:
        owner += 1
    named = read(article, owner, end) if "akun" in lows[i:owner] else None
    return named.replace(first=i) if named is not None and named.type in _WITH_NAMES else None


_WITH_NAMES = frozenset(("name", "organization"))
"""Types of mentions with a name."""


def _statement_of(article: Article, i: int, end: int) -> Mention | None:
    """*keterangan resmi* | *Persada*, *pengakuan* | *Rahma*: whose words they are."""
    lows = article.lows
    if lows[i] not in _STATEMENTS:
        return None
    speaker = i + 1
    while speaker < end and lows[speaker] in _OF_STATEMENT:
        speaker += 1
    named = read(article, speaker, end)
    return named.replace(first=i) if named is not None and named.type != "pronoun" else None


def _site(article: Article, i: int, end: int) -> Mention | None:
    """*detikcom*, *kompas.com*."""
    return Mention(i, i + 1, "organization", (i, i + 1), (i, i + 1)) if is_site(article.lows[i]) else None


def _spelled_out(article: Article, i: int, end: int) -> Mention | None:
    """*Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)*: a full name with commas, and its short form."""
    full = article.spelled.get(i)
    if full is None or "," not in article.lows[i:full] or full + 2 >= end:
        return None
    return Mention(i, full + 3, "organization", (i, full), (i, full), aliases=((full + 1, full + 2),))


def _segments(article: Article, i: int, end: int) -> Mention | None:
    """*Menteri Sosial Rahma Wulandari, ketua panitia, dan Hasan*: any other phrase, and who is joined to it."""
    mention = _one(article, i, end)
    if mention is None or mention.type not in _WITH_NAMES:
        return mention
    last = mention.last
    if last >= end - 1:
        return mention
    if article.lows[last] in _JOINS:
        other = _of_kin(article, last + 1, end) or read(article, last + 1, end)
        if other is not None and other.type == mention.type:
            return mention.replace(last=other.last, also=(other.replace(also=()), *other.also))
    others = _listed(article, mention, end) if article.lows[last] == "," else ()
    return mention.replace(last=others[-1].last, also=others) if others else mention


def _one(article: Article, i: int, end: int) -> Mention | None:
    """*Menteri Sosial Rahma Wulandari, ketua panitia* | *, dan Hasan*: a phrase alone."""
    segments, last, brackets = split_phrase(article, i, end)
    return assemble(article, segments, last, brackets) if segments else None


def _of_kin(article: Article, i: int, end: int) -> Mention | None:
    """*Hasan dan* | *istrinya, Rahma Wulandari,*: a name behind what its owner is to the one before."""
    low = article.lows[i]
    if not low.endswith("nya") or article.lexicon.roles.get(low[:-3]) != "kin":
        return None
    comma = i + 1 < end and article.lows[i + 1] == ","
    name = i + 1 + comma
    relative = _one(article, name, end) if name < end else None
    if relative is None or relative.type != "name":
        return None
    closed = comma and relative.last < end - 1 and article.lows[relative.last] == ","
    return relative.replace(first=i, last=relative.last + closed)


def _listed(article: Article, first: Mention, end: int) -> tuple[Mention, ...]:
    """*Hasan Basuki* | *, Karso Utomo, dan Rahma Wulandari*: two more at least, the last one joined by *dan*."""
    lows, at = article.lows, first.last
    if first_of(lows, _JOINS_NAMES, at, min(end, at + windows.LISTED_NAMES)) is None:
        return ()
    others: list[Mention] = []
    while at < end - 1:
        at += lows[at] == ","
        closing = lows[at] in _JOINS_NAMES
        other = _one(article, at + closing, end) if at + closing < end else None
        if other is None or other.type != first.type or not _stands_alone(article, other):
            return ()
        others.append(other)
        at = other.last
        if closing:
            return tuple(others) if len(others) > 1 else ()
        if at < end and lows[at] != "," and lows[at] not in _JOINS_NAMES:
            return ()
    return ()


def _stands_alone(article: Article, mention: Mention) -> bool:
    """*Karso Utomo*, *Rahma* (where the article quotes one), *PT Persada*, not *Jawa Tengah*."""
    if mention.name is None or mention.type == "organization":
        return mention.name is not None
    i, j = mention.name
    low = article.lows[i]
    if low in article.short_names or low in article.lexicon.given:
        return True
    return j - i > 1 and low not in article.lexicon.place_words


_JOINS = _JOINS_NAMES | {"/"}

READERS: tuple[tuple[Callable[[Article, int, int], Mention | None], int], ...] = (
    (_account, STARTER),
    (description, STARTER),
    (_statement_of, STARTER),
    (_site, APART),
    (_spelled_out, _OPENS),
    (_segments, _OPENS),
)
"""Each is asked where the first word has one of these features; the first mention counts.  What a phrase of a special
shape says comes before the reading by segments, which takes any phrase."""


def _first_reading(article: Article, i: int, end: int) -> Mention | None:
    """The mention that the first of :data:`READERS` finds at word ``i``."""
    bits = article.features[i]
    for reader, begins in READERS:
        if bits & begins:
            mention = reader(article, i, end)
            if mention is not None:
                return mention
    return None

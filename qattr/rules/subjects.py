"""The subject of a reporting verb: the source that stands before it in its sentence.

*Budi, peneliti senior, mengatakan* · *Dalam rapat itu, Budi juga menilai* · *Budi yang ditemui di rumahnya menyebut* ·
*Budi, dalam rapat di Solo, Kamis (1/2), menyatakan* · *Budi datang dan mengatakan* (the subject of the sentence).
"""

from __future__ import annotations

from typing import NamedTuple

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import OPENS_DEGREE, Mention, after_degrees, read
from qattr.mentions.single_words import capitals_end, place_length, role_word
from qattr.rules.openings import SEVERAL, openings
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import (
    ADVERB,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HANDLE,
    LOWER,
    ORGANIZATION,
    ROLE,
    STARTER,
    TITLE,
    TITLES,
)
from qattr.text.walk import COMMA, first_of, last_of

ADVERBIAL = tagged("opens", "inserted_adverbial")
GOVERNS = tagged("governs", "name")
OPENS_CLAUSE = tagged("opens", "clause")
SOMEONE = tagged("introduces", "someone")
REGIONS = tagged("is", "region")
REGIONS_AND_ROADS = tagged("is", "region", "road")
VERB_JOINS = tagged("joins", "verbs")

_PERCENT = tagged("counts", "share") | {"%"}
_THROUGH = tagged("floor", "through")
_DASHES = frozenset("-\u2013\u2014")
_SPEAKS_THROUGH = frozenset(["organization", "name", "role"])
_MAY_BE_MET = frozenset(["unnamed", "role"])
"""Forms of a subject whose name may stand nearer to the verb."""


class Subject(NamedTuple):
    """The source that is a verb's subject."""

    mention: Mention
    borrowed: bool
    """Whether it is the subject of the verb before (*Budi datang dan mengatakan*)."""


def subject_before(article: Article, start: int, cue: int) -> Subject | None:
    """*Dalam rapat itu,* | *Budi* | *juga menilai*: the source that is the subject of the verb at word ``cue`` in the
    sentence that begins at ``start``."""
    start = max(start, cue - windows.BEFORE_SUBJECT)
    if cue <= start:
        return None
    own = None if article.lows[cue - 1] == "dengan" else _own_subject(article, start, cue)
    if own is not None:
        return Subject(own, False)
    borrowed = _subject_of_the_verb_before(article, start, cue)
    return Subject(borrowed, True) if borrowed is not None else None


def _own_subject(article: Article, start: int, cue: int) -> Mention | None:
    """*Budi* | *, peneliti senior, mengatakan*."""
    tried = set()
    passed = start  # after a phrase that belongs to the words before it
    for at in openings(article, start, cue):
        if at in tried or at < passed or at >= cue:
            continue
        tried.add(at)
        if _only_opens(article, at) or (at > start and (_governed(article, at) or _is_degree(article, at, cue))):
            continue
        mention = read(article, at, cue)
        if mention is None or not _can_be_source(article, mention, start, cue):
            continue
        if at > start and _belongs_to_words_before(article, at, mention):
            if mention.name is not None and mention.last < cue and article.lows[mention.last] == "yang":
                passed = mention.name[1]
            continue
        mention = _with_share(article, mention)
        subject = _who_speaks_for(article, mention, cue) or _at_or_near_verb(article, mention, at > start, cue)
        if subject is not None:
            return subject
    return None


def _with_share(article: Article, mention: Mention) -> Mention:
    """*70 persen* | *warga*: a part of some people, counted."""
    i = mention.first
    if i and mention.type in _MAY_BE_MET and mention.name is None and article.lows[i - 1] in SEVERAL:
        return mention.replace(first=i - 1, type="unnamed", head=(i - 1, mention.head[1]), roles=())
    if (
        i < 2
        or mention.name is not None
        or article.lows[i - 1] not in _PERCENT
        or not article.words[i - 2][0].isdigit()
    ):
        return mention
    return mention.replace(first=i - 2, head=(i - 2, mention.head[1]))


def _subject_of_the_verb_before(article: Article, start: int, cue: int) -> Mention | None:
    """*Budi* | *datang dan mengatakan*."""
    lows = article.lows
    joined = lows[cue - 1] in VERB_JOINS or (
        cue - 2 > start and lows[cue - 2] in VERB_JOINS and article.features[cue - 1] & ADVERB
    )
    if not joined:
        return None
    for at in openings(article, start, cue):
        mention = read(article, at, cue)
        if mention is not None and _can_be_source(article, mention, start, cue) and (not at or lows[at - 1] != "bahwa"):
            return mention
    return None


# ------------------------------------------------------------------------------- where no subject begins


def _governed(article: Article, at: int) -> bool:
    """*Senada dengan* | *Persada, juru bicara itu mengatakan*: a preposition has the name."""
    return article.lows[at - 1] in GOVERNS


def _only_opens(article: Article, at: int) -> bool:
    """*Saat*, *Meski*, *Berdasarkan*: a word that opens sentences and is no name, place or organization as well."""
    low = article.lows[at]
    return (
        article.features[at] & _MAY_OPEN_ONLY == CAPITAL
        and low in article.lexicon.openers
        and low not in article.short_names
        and low not in article.lexicon.places
        and low not in article.acronyms
        and at not in article.spelled
    )


def _is_degree(article: Article, at: int, cue: int) -> bool:
    """*Rahma Wulandari,* | *M.Si mengatakan*, *Rahma,* | *SpKJ mengatakan*; but *kemarin, MA mengatakan* is a court."""
    word = article.words[at]
    if article.words[at - 1] != "," or not article.features[at] & CAPITAL:
        return False
    mixed = not word.isupper() and not word[1:].islower()
    return (mixed or word in OPENS_DEGREE) and after_degrees(article, at, cue) > at


def _belongs_to_words_before(article: Article, at: int, mention: Mention) -> bool:
    """*… yang diajukan* | *Bupati Melur* | *, Rahma mengatakan*: the role belongs to the words before it."""
    lows = article.lows
    return (
        bool(article.features[at - 1] & LOWER)
        and mention.name is not None
        and lows[mention.name[0] - 1] == ","
        and lows[at - 1] not in OPENS_CLAUSE
        and lows[at - 1] not in article.lexicon.connectives
    )


# -------------------------------------------------------------------- who of those before the verb speaks


def _who_speaks_for(article: Article, mention: Mention, cue: int) -> Mention | None:
    """*Persada melalui* | *juru bicaranya, Rahma,* | *mengatakan*."""
    if mention.last >= cue or article.lows[mention.last] not in _THROUGH or mention.type not in _SPEAKS_THROUGH:
        return None
    through = read(article, mention.last + 1, cue)
    named = through is not None and through.type == "name" and _reaches(article, through.last, cue)
    return through if named else None


def _at_or_near_verb(article: Article, mention: Mention, inside: bool, cue: int) -> Mention | None:
    """*Rahma* | *juga mengatakan*: a source that reaches its verb, or the name that stands nearer to it; ``inside``:
    the source does not open the sentence."""
    if not (_reaches(article, mention.last, cue) or _lives_there(article, mention, cue)):
        return _with_trade_after(article, mention, cue)
    if mention.type not in _MAY_BE_MET:
        return mention
    nearer = None
    if inside and mention.type == "unnamed" and mention.last < cue:
        nearer = _name_at_verb(article, mention.first, cue)
    return nearer or _name_after_relative(article, mention, cue) or mention


def _lives_there(article: Article, mention: Mention, cue: int) -> bool:
    """*Rahma, warga Kampung Karang, Melur Utara* | *mengatakan*: only the rest of an address stands before the verb."""
    lows, features = article.lows, article.features
    i = mention.last
    if mention.type != "name" or not mention.roles or i >= cue or article.words[i] != ",":
        return False
    if REGIONS_AND_ROADS.isdisjoint(lows[mention.roles[-1][0] : i]):
        return False
    j = capitals_end(article, i + 1, cue)
    if j == i + 1 or any(
        features[k] & (GIVEN | ROLE | TITLE) or lows[k] in article.short_names for k in range(i + 1, j)
    ):
        return False
    return all(features[k] & ADVERB for k in range(j, cue))


def _with_trade_after(article: Article, mention: Mention, cue: int) -> Mention | None:
    """*Karso Utomo* | *pemilik rumah*, *Rahma Wulandari* | *seorang peneliti dari Melur* | *mengatakan*: a trade behind
    a name without a comma."""
    after = mention.last
    if mention.type != "name" or mention.roles or mention.name is None or not _opens_trade(article, after):
        return None
    if mention.name[1] - mention.name[0] == 1 and not article.features[mention.name[0]] & GIVEN:
        return None
    trade = read(article, after, cue)
    if trade is None or trade.name is not None or not trade.roles or not _reaches(article, trade.last, cue):
        return None
    return mention.replace(last=trade.last, roles=trade.roles, organizations=trade.organizations)


def _opens_trade(article: Article, i: int) -> bool:
    """*seorang*, *pemilik*, *warga*, not *Ketua*."""
    bits = article.features[i]
    return article.lows[i] in SOMEONE or bool(bits & ROLE and bits & LOWER)


def _name_at_verb(article: Article, after: int, cue: int) -> Mention | None:
    """*… perbaikan sejumlah obyek, seperti kaca,* | *Bambang* | *mengatakan*: between the last comma and the verb."""
    comma = last_of(article.lows, COMMA, after + 1, cue)
    mention = read(article, comma + 1, cue) if comma is not None and comma + 1 < cue else None
    return mention if mention is not None and mention.type == "name" and mention.last == cue else None


def _name_after_relative(article: Article, mention: Mention, cue: int) -> Mention | None:
    """*Guru yang ditemui di dermaga, Bernadus, berharap*, *Direktur Melur, yang baru dilantik, Hasan menilai*: the name
    after the relative clause of a description or role."""
    lows = article.lows
    relative = mention.last
    if lows[relative] == "," and mention.type == "role":
        relative += 1
    if relative >= cue or lows[relative] != "yang" or (lows[cue - 1] != "," and relative == mention.last):
        return None
    end = cue - 1 if lows[cue - 1] == "," else cue
    comma = first_of(lows, COMMA, relative, end)
    name = read(article, comma + 1, end) if comma is not None else None
    if name is None or name.type != "name" or name.roles or name.last != end:
        return None
    role = mention.roles or ((mention.head,) if role_word(article, mention.head[0]) else ())
    return name.replace(first=mention.first, roles=role, organizations=mention.organizations)


def _reaches(article: Article, i: int, cue: int) -> bool:
    """*Rahma* | *, dalam rapat di Solo, juga* | *mengatakan*: whether nothing but adverbs, a relative clause or an
    adverbial stands between the phrase that ends before word ``i`` and the verb."""
    words, lows, features = article.words, article.lows, article.features
    while i < cue and (features[i] & ADVERB or ("-" in lows[i] and words[i][0].islower())):
        i += 1
    if i == cue:
        return True
    if lows[i] == ",":
        return _reaches_over_comma(article, i + 1, cue)
    if lows[i] in _DASHES:
        return lows[cue - 1] in _DASHES
    return (lows[i] in ADVERBIAL and i + 1 < cue) or bool(features[i] & DAY)


def _reaches_over_comma(article: Article, i: int, cue: int) -> bool:
    """*Rahma,* | *warga Solo,* | *mengatakan*, *Rahma,* | *Kamis (1/2),* | *menyatakan*."""
    lows, features = article.lows, article.features
    while i < cue and features[i] & ADVERB:
        i += 1
    if i == cue:
        return True
    closed = lows[cue - 1] == ","
    if closed and cue - i < windows.APPOSITION and first_of(lows, ":;", i, cue) is None:
        return True  # a further apposition, closed by a comma
    return _is_adverbial(article, i, cue) and (closed or cue - i < windows.ADVERBIAL)


def _is_adverbial(article: Article, i: int, cue: int) -> bool:
    """*dalam rapat*, *Kamis*, *1 Februari*, *Solo*, *Kecamatan Melur*: what may stand between subject and verb."""
    low, lex, bits = article.lows[i], article.lexicon, article.features[i]
    return bool(
        low in ADVERBIAL
        or bits & DAY
        or low in lex.times
        or low[0].isdigit()
        or place_length(article, i, cue)
        or (low in REGIONS and bits & CAPITAL)
    )


# -------------------------------------------------------------------------------- whether it can be a source

_SURELY_SOURCE = GIVEN | HANDLE
_MAY_OPEN_ONLY = CAPITAL | STARTER | GIVEN | HANDLE | ORGANIZATION | TITLES | CUE


def _can_be_source(article: Article, mention: Mention, start: int, cue: int) -> bool:
    """*Rahma* | *mengatakan*, not *Lucunya, …*: a capitalized common word that only opens its sentence is no name."""
    if mention.name is None:
        return True
    if start < mention.first and _is_place(article, mention, cue):
        return False
    low, lex = article.lows[mention.name[0]], article.lexicon
    if mention.type == "organization":
        return low not in lex.openers or low in lex.organizations or low in lex.acronyms or low in lex.given
    if mention.type != "name" or article.features[mention.name[0]] & _SURELY_SOURCE or low in article.short_names:
        return True
    return _can_be_person(article, mention, mention.name, cue)


def _can_be_person(article: Article, mention: Mention, name: tuple[int, int], cue: int) -> bool:
    """*Karyono*, not *Adanya petugas*, *Berbekal*: whether a name that is no known one can be a person's."""
    low, lex, several = article.lows[name[0]], article.lexicon, name[1] - name[0] > 1
    plain = not mention.roles and not mention.rank
    if (plain and low in article.vocabulary) or (not several and _is_common_form(low)):
        return False
    if several or not plain or mention.aliases:
        return low not in lex.openers
    if _is_common_word(article, name):
        return low in lex.places and mention.last == cue
    return True


def _is_common_word(article: Article, name: tuple[int, int]) -> bool:
    """*Berbekal*, *Meski*, *Kesehatan*, *Senin*, *Jawa Tengah*."""
    low, lex = article.lows[name[0]], article.lexicon
    return bool(
        verb_like(low)
        or low in lex.openers
        or low in lex.fields
        or low in lex.days
        or low in lex.months
        or (low in lex.place_words and place_length(article, *name))
    )


def _is_common_form(low: str) -> bool:
    """*tujuannya*, *nilai-nilai*: no name is built so."""
    left, _, right = low.partition("-")
    return left == right or (len(low) > 5 and low.endswith("nya"))


def _is_place(article: Article, mention: Mention, cue: int) -> bool:
    """*Saat panen di Solo, Jawa Tengah, Rabu (16/3), Budi mengatakan*: a place inside the sentence, not at the verb."""
    if mention.name is None or mention.roles or mention.rank or mention.last >= cue:
        return False
    i, j = mention.name
    return article.lows[i] not in article.short_names and place_length(article, i, j) == j - i

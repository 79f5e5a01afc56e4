"""The subject of a reporting verb: the source that stands before it in its sentence.

*Budi, peneliti senior, mengatakan* · *Dalam rapat itu, Budi juga menilai* · *Budi yang ditemui di rumahnya menyebut* ·
*Budi, dalam rapat di Solo, Kamis (1/2), menyatakan* · *Budi datang dan mengatakan* (the subject of the sentence).
"""

from __future__ import annotations

from collections.abc import Iterator

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.vocabulary import (
    ADVERBIAL,
    DETERMINERS,
    GOVERNS,
    OPENS_ADVERBIAL,
    OPENS_CLAUSE,
    PRESENTS,
    REGIONS,
    REGIONS_AND_ROADS,
    SHARED,
    SKIPPED,
    VERB_JOINS,
)
from qattr.mentions.names import OPENS_DEGREE, after_degrees
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import capitals_end, opens_predicate, place_length, role_word
from qattr.text.article import Article
from qattr.text.features import (
    ADVERB,
    ALNUM,
    ALPHA,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HANDLE,
    LEADS,
    LOWER,
    OFFICE_NOUN,
    ORGANIZATION,
    ROLE,
    STARTER,
    STOP,
    TITLE,
    TITLES,
    UPPER,
)

_FARTHEST = 60
_BEFORE_SUBJECT = frozenset(",-\u2013\u2014")
_ADVERBIAL_WORDS = 14
_PRESENTS_WORDS = 7


def subject_before(article: Article, start: int, cue: int) -> tuple[Mention, bool] | None:
    """The source that is the subject of the verb at word ``cue`` in the sentence that begins at ``start``.

    The flag says whether the verb has only borrowed the subject of an earlier verb (*Budi datang dan mengatakan*).
    """
    if cue - start > _FARTHEST:
        start = cue - _FARTHEST
    if cue <= start:
        return None
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    tried = set()
    passed = start  # after a phrase that belongs to the words before it
    for at in openings(article, start, cue):
        if at > start:
            if at in tried or at >= cue or at < passed or lows[at - 1] in GOVERNS:
                continue
            tried.add(at)
        if features[at] & _MAY_OPEN_ONLY == CAPITAL and lows[at] in lex.openers and _opens_only(article, at):
            continue
        if at > start and words[at - 1] == "," and words[at] in OPENS_DEGREE and after_degrees(article, at, cue) > at:
            continue  # Rahma Wulandari, | M.Si mengatakan
        mention = read(article, at, cue)
        if mention is None or not _can_be_source(article, mention, start, cue):
            continue
        if (
            at > start
            and features[at - 1] & LOWER
            and mention.name is not None
            and words[mention.name[0] - 1] == ","
            and lows[at - 1] not in OPENS_CLAUSE
            and lows[at - 1] not in lex.connectives
        ):
            # … yang diajukan Bupati Melur, Rahma mengatakan: the role belongs to the words before it
            passed = mention.name[1] if mention.last < cue and lows[mention.last] == "yang" else passed
            continue
        if (
            mention.last < cue
            and lows[mention.last] in ("melalui", "lewat")
            and mention.type in ("organization", "name", "role")
        ):
            through = read(article, mention.last + 1, cue)
            if through is not None and through.type == "name" and _reaches(article, through.last, cue):
                return through, False
        if _reaches(article, mention.last, cue) or _lives_there(article, mention, cue):
            if mention.type not in _MAY_BE_MET:
                return mention, False
            if mention.type == "unnamed" and at > start and mention.last < cue:
                nearer = _at_the_verb(article, at, cue)
                if nearer is not None:
                    return nearer, False
            return _met(article, mention, cue) or mention, False
    if lows[cue - 1] in VERB_JOINS or (cue - 2 > start and lows[cue - 2] in VERB_JOINS and features[cue - 1] & ADVERB):
        for at in openings(article, start, cue):
            mention = read(article, at, cue)
            if (
                mention is not None
                and _can_be_source(article, mention, start, cue)
                and words[at - 1 if at else 0] != "bahwa"
            ):
                return mention, True
    return None


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


def _at_the_verb(article: Article, after: int, cue: int) -> Mention | None:
    """*… perbaikan sejumlah obyek, seperti kaca, Bambang mengatakan*: the name between the last comma and the verb."""
    comma = next((k for k in range(cue - 1, after, -1) if article.words[k] == ","), None)
    mention = read(article, comma + 1, cue) if comma is not None and comma + 1 < cue else None
    return mention if mention is not None and mention.type == "name" and mention.last == cue else None


_MAY_BE_MET = frozenset(["unnamed", "role"])
"""Forms of a subject whose name may stand nearer to the verb."""


def _met(article: Article, mention: Mention, cue: int) -> Mention | None:
    """*Guru yang ditemui di dermaga, Bernadus, berharap*, *Direktur Melur, yang baru dilantik, Hasan menilai*: the name
    after the relative clause of a description or role."""
    words, lows = article.words, article.lows
    relative = mention.last
    if words[relative] == "," and mention.type == "role":
        relative += 1
    if relative >= cue or lows[relative] != "yang" or (words[cue - 1] != "," and relative == mention.last):
        return None
    end = cue - 1 if words[cue - 1] == "," else cue
    comma = next((i for i in range(relative, end) if words[i] == ","), None)
    name = read(article, comma + 1, end) if comma is not None else None
    if name is None or name.type != "name" or name.roles or name.last != end:
        return None
    role = mention.roles or ((mention.head,) if role_word(article, mention.head[0]) else ())
    return name.replace(first=mention.first, roles=role, organizations=mention.organizations)


def narrated(article: Article, begin: int, end: int) -> Mention | None:
    """*Tak lama, Rahma memasuki ruangan*: whom the narrator's sentence ``begin``-``end`` is about, after connectives,
    words of time and one adverbial that a comma closes.  After an adverbial its predicate must follow."""
    words, lows, lex = article.words, article.lows, article.lexicon
    if article.in_noise(begin):
        return None  # a headline, a caption
    i = begin
    while i < end and (lows[i] in lex.connectives or lows[i] in SKIPPED or words[i] in _BEFORE_SUBJECT):
        i += 1
    low, plain = lows[i] if i < end else "", i
    if (
        low in OPENS_ADVERBIAL
        or low in lex.days
        or (low in lex.times and low not in lex.given)
        or (verb_like(low) and low not in lex.roles and low not in article.short_names)
    ):
        comma = next((k for k in range(i + 1, min(end, i + _ADVERBIAL_WORDS)) if words[k] == ","), None)
        if comma is not None:
            i = comma + 1
        elif i + 1 < end and lows[i + 1] in lex.times:
            i += 2  # Sejauh ini Persada belum menaikkan harga
    while i < end and (lows[i] in lex.times or lows[i] in lex.days) and lows[i] not in lex.given:
        i += 1  # Kemarin Hasan Basuki pulang
    mention = read(article, i, end) if i < end else None
    if mention is None or i == plain:
        return mention
    after = after_subject(article, mention, end)
    return mention if after < end and opens_predicate(article, after) else None


_ON_BEHALF = frozenset(["atas", "dalam", "saat", "mewakili", "selaku"])


def after_subject(article: Article, mention: Mention, end: int) -> int:
    """Where the predicate of a subject may begin: *Hasan* | *atas nama direksi,* | *memohon maaf*."""
    words = article.words
    i = mention.last
    if i < end and words[i] == ",":
        i += 1
    if i < end and article.lows[i] in _ON_BEHALF:
        i = next((k + 1 for k in range(i, min(end, i + _ADVERBIAL_WORDS)) if words[k] == ","), end)
    return i


OPENS_PRESENTING = SHARED | {"begitu", "demikian", "sama", "serupa", "kembali", "ada", "adalah", "salah", "namanya"}
"""Words that open a sentence which presents somebody, where none is *bernama*."""


def presents(article: Article, first: int, end: int) -> int | None:
    """*Begitu pula dengan* | *Hanum*: where the name may begin after an opening that presents somebody."""
    lows, connectives = article.lows, article.lexicon.connectives
    i = first
    while i < end and (lows[i] in connectives or lows[i] == ","):
        i += 1
    if i >= end:
        return None
    low, at = lows[i], i
    if low not in OPENS_PRESENTING and "bernama" not in article.vocabulary:
        return None
    if low in PRESENTS:
        while i < end and i < at + _PRESENTS_WORDS and lows[i] in PRESENTS:
            i += 1
        if i >= end:
            return None
        before = lows[i - 1]
        if before == "dengan" and low in ("begitu", "demikian", "sama", "serupa"):
            return i
        if low == "kembali" and lows[i] == "ke":
            return i + 1  # Kembali ke Rahma, ia mengatakan …
        if low == "ada" and before in ("pula", "juga"):
            return i
        if low == "adalah" and i == at + 1:
            return i
        if low == "salah" and (before in ("adalah", "ialah", "yakni", "yaitu") or lows[i] == ","):
            return i + (lows[i] == ",")
        if (low in SHARED or low == "salah") and before in ("dialami", "dirasakan", "dilakukan", "menimpa", "oleh"):
            return i
        if low == "seperti" and i == at + 1:
            return i
    if lows[i - 1] == "bernama" or low == "namanya":
        return i
    if first + 3 < end and lows[first + 2] == "bernama" and lows[first + 1] in DETERMINERS:
        return first + 3 if article.features[first] & UPPER else None  # Petani itu bernama Hasan
    return None


def openings(article: Article, start: int, cue: int) -> Iterator[int]:
    """The words at which a subject may begin, leftmost first; most often the sentence begins with it.

    A word can be among them more than once."""
    lows, features = article.lows, article.features
    if not features[start] & LEADS or lows[start] not in article.lexicon.connectives:
        yield start
    connectives = article.lexicon.connectives
    at = start
    while at < cue and (lows[at] in SKIPPED or not features[at] & ALNUM or lows[at] in connectives):
        at += 1
    # a connective phrase may itself be several words (Di sisi lain, Lebih lanjut); every later place counts as well
    if at > start:
        yield at
    if lows[start] == "lanjut":
        yield start + 1  # Lanjut Rahma mengatakan …
    for i, kind in enumerate(features[start:cue], start):
        if not kind & _ROLE_OR_LEADS:
            continue
        if kind & OFFICE_NOUN and i > start and not (features[i - 1] & CAPITAL and role_word(article, i - 1)):
            yield i
        if kind & LEADS:
            yield i + 1
            if i + 2 < cue and lows[i + 1] in ("itu", "ini", "lain", "lanjut", "juga", "hal"):
                yield i + 2
    begin = _begins_at_verb(article, start, cue)
    if begin is not None:
        yield begin


_ROLE_OR_LEADS = OFFICE_NOUN | LEADS


def _begins_at_verb(article: Article, start: int, cue: int) -> int | None:
    """*Lebih jauh* | *Budi menilai*: where a name or role right before the verb begins, whatever stands before it."""
    words, lows, features, lex = article.words, article.lows, article.features, article.lexicon
    i = cue - 1
    while i > start and (features[i] & ADVERB or (i == cue - 1 and words[i] == ",")):
        i -= 1
    i = _before_degrees(article, start, i)
    stop = i
    while i >= start and stop - i < 25:
        kind = features[i]
        if kind & ALPHA:
            if not (kind & CAPITAL or lows[i] in ("dan", "itu", "ini", "tersebut") or role_word(article, i)):
                break
        elif words[i] not in "()" and not (words[i] == "." and i > start and features[i - 1] & TITLES):
            break  # but: Ir. Rahma Wulandari
        i -= 1
    if i == stop:
        return None
    begin = i + 1
    if begin > start:
        while (
            begin < stop
            and (features[begin] & STOP or lows[begin] in lex.connectives)
            and not features[begin] & GIVEN
            and not role_word(article, begin)
        ):
            begin += 1
    if begin + 2 <= stop and lows[begin + 1] in ("ini", "itu", "tadi", "lalu") and lows[begin] in lex.openers:
        begin += 2  # Hari ini Persada mengumumkan …
    return begin


_DEGREE_WORDS = 8


def _before_degrees(article: Article, start: int, last: int) -> int:
    """*Rahma Wulandari* | *, S.H., M.Si*: the last word before the degrees that end with word ``last``."""
    words = article.words
    if article.features[last] & LOWER:
        return last  # most words before a verb
    for comma in range(last - 1, max(start, last - _DEGREE_WORDS), -1):
        if words[comma] == ",":
            return comma - 1 if after_degrees(article, comma + 1, last + 1) > last else last
    return last


def _can_be_source(article: Article, mention: Mention, start: int, cue: int) -> bool:
    """A capitalized common word that only opens its sentence is no name."""
    if mention.name is None:
        return True
    if start < mention.first and _is_place(article, mention, cue):
        return False
    i, j = mention.name
    low, lex = article.lows[i], article.lexicon
    if mention.type == "organization":
        return low not in lex.openers or low in lex.organizations or low in lex.acronyms or low in lex.given
    if mention.type != "name" or article.features[i] & _SURELY_SOURCE or low in article.short_names:
        return True
    plain = not mention.roles and not mention.rank
    if plain and low in article.vocabulary:
        return False
    if j - i == 1 and _common_form(low):
        return False  # Adanya petugas …, Nilai-nilai itu …
    if j - i > 1 or not plain or mention.aliases:
        return low not in lex.openers
    if low.endswith("nya") and len(low) > 5 and mention.last < cue and article.words[mention.last] == ",":
        return False  # Lucunya, …
    if (
        verb_like(low)
        or low in lex.openers
        or low in lex.fields
        or low in lex.days
        or low in lex.months
        or (low in lex.place_words and place_length(article, i, j))
    ):
        return low in lex.places and mention.last == cue
    return True


_SURELY_SOURCE = GIVEN | HANDLE
_MAY_OPEN_ONLY = CAPITAL | STARTER | GIVEN | HANDLE | ORGANIZATION | TITLES | CUE


def _opens_only(article: Article, i: int) -> bool:
    """*Saat*, *Meski*, *Berdasarkan*: whether a word that opens sentences is no name, place or organization as well."""
    low = article.lows[i]
    return not (
        low in article.short_names or low in article.lexicon.places or low in article.acronyms or i in article.spelled
    )


def _common_form(low: str) -> bool:
    """*tujuannya*, *nilai-nilai*: no name is built so."""
    left, _, right = low.partition("-")
    return left == right or (len(low) > 5 and low.endswith("nya"))


def _is_place(article: Article, mention: Mention, cue: int) -> bool:
    """*Saat panen di Solo, Jawa Tengah, Rabu (16/3), Budi mengatakan*: a place inside the sentence, not at the verb."""
    if mention.name is None or mention.roles or mention.rank or mention.last >= cue:
        return False
    i, j = mention.name
    return article.lows[i] not in article.short_names and place_length(article, i, j) == j - i


def _reaches(article: Article, i: int, cue: int) -> bool:
    """Whether nothing but adverbs, a relative clause or an adverbial stands between the phrase and the verb."""
    if i == cue:
        return True
    words, lows, features, lex = article.words, article.lows, article.features, article.lexicon
    while i < cue and (features[i] & ADVERB or ("-" in lows[i] and words[i][0].islower())):
        i += 1
    if i == cue:
        return True
    if words[i] == ",":
        if i + 1 == cue:
            return True
        i += 1
        while i < cue and features[i] & ADVERB:
            i += 1
        if i == cue:
            return True
        if words[cue - 1] == "," and cue - i < 26 and not any(words[k] in ":;" for k in range(i, cue)):
            return True  # a further apposition, closed by a comma
        if (
            lows[i] in ADVERBIAL
            or features[i] & DAY
            or lows[i] in lex.times
            or words[i][0].isdigit()
            or place_length(article, i, cue)
            or (lows[i] in REGIONS and features[i] & CAPITAL)
        ):
            return words[cue - 1] == "," or cue - i < 14
        return False
    if words[i] in "-\u2013\u2014":
        return words[cue - 1] in "-\u2013\u2014"
    if lows[i] == "yang":
        return True
    return lows[i] in ADVERBIAL or bool(features[i] & DAY)

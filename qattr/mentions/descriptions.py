"""Somebody who has been named before, by what he is: *politikus senior itu*, *pria asal Solo tersebut*, *ibu dua anak*.

A description begins with a noun for somebody and is closed by *itu*, *ini*, *tersebut*, an age or a birthplace.
:data:`QUESTIONS` is asked in order, and the first answer counts: a mention, ``"no"`` (no description begins here) or
``None`` (not my business).  The last question walks to the word that closes; :data:`WORDS` is asked of every word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.mention import Mention
from qattr.mentions.names import name_start, strong_name
from qattr.mentions.organizations import organization_ranges
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD
from qattr.mentions.single_words import capitals_end, organization_word, place_length, role_word
from qattr.text.article import Article
from qattr.text.features import (
    ALNUM,
    ALPHA,
    CAPITAL,
    CUE,
    DAY,
    HUMAN,
    LOWER,
    MONTH,
    NAME,
    PREPOSITION,
    ROLE,
    STARTER,
    STOP,
)
from qattr.text.windows import DESCRIPTION_WORDS

DETERMINERS = tagged("refers", "back")
"""*itu*, *ini*, *tersebut*."""
_HUMANS = tagged("is", "human")
"""*pria*, *saksi*: human beings by what they are rather than by their role."""
_OF_SOMEBODY = tagged("belongs", "to_name")
"""*istri Hasan*, *sahabat Rahma*."""
_FIELDS_OF_TWO = tagged("is", "field")
"""*pebulu tangkis*, although *tangkis* is a verb of saying."""
_PAPERS = tagged("is", "paper")
"""*laporan*, *putusan*: papers that are a source."""
_NUMBERS = tagged("counts", "exactly")
_BEFORE_NOUN = tagged("described", "before_noun")
"""*sang* pengacara, *mantan* pemain itu."""
_PARENTS = tagged("of", "children")
_BEFORE_BIRTHPLACE = tagged("leads", "birthplace")
_AGE = "berusia"
_CLOSES = DETERMINERS | {_AGE}
"""*politikus senior itu*, *pria berusia 40 tahun*."""
_OPENS = _BEFORE_NOUN | _PARENTS
_INSIDE = _CLOSES | _BEFORE_BIRTHPLACE
"""Without one of these words a phrase that does not begin with one of those above is no description."""
_TIMES = tagged("before_itu", "time")
"""*saat itu*, *malam itu*: not somebody."""
_TIMES_BY_PREPOSITION = tagged("before_itu", "when")
_PARTS_OF_TIME = tagged("is", "time")
"""*pada bulan itu*, *awal bulan ini*; but *pemain 26 tahun itu* is somebody."""
_INSIDE_DESCRIPTION = tagged("inside", "description")
"""*pedagang di pasar itu*: they end other phrases but no description."""
_MARKS_INSIDE = frozenset("()/&-.")
_REPORTING = frozenset(("active", "post", "nya"))
"""Shapes of cues at which the description is over."""


class Described:
    """Words that may be a description, and what its questions look at."""

    __slots__ = ("article", "at", "end", "first", "noun")

    article: Article
    first: int
    noun: int
    """The noun for somebody: *pengacara* in *sang pengacara itu*."""
    end: int
    at: int
    """The word that is asked about."""

    def __init__(self, article: Article, first: int, noun: int, end: int, at: int) -> None:
        self.article, self.first, self.noun = article, first, noun
        self.end, self.at = end, at

    @property
    def word(self) -> str:
        """The word that is asked about, in lower case."""
        return self.article.lows[self.at]

    @property
    def in_relative_clause(self) -> bool:
        """*pria yang datang* | *itu*: whether the word stands after a *yang*."""
        return "yang" in self.article.lows[self.noun + 1 : self.at]

    def until(self, after: int) -> Mention:
        """The description that ends before word ``after``."""
        return Mention(self.first, after, "description", (self.first, after))

    def low(self, i: int) -> str:
        """Word ``i`` in lower case; nothing where the phrase is over."""
        return self.article.lows[i] if i < self.end else ""


Answer = Mention | Literal["no", "goes on"]


def description(article: Article, i: int, end: int) -> Mention | None:
    """*politikus senior itu*: the description that begins at word ``i``, ``None`` where none does.

    With the name in apposition it is a name: *Pedagang itu, Sumarni, berharap …*."""
    lows = article.lows
    if lows[i] not in _OPENS and _INSIDE.isdisjoint(lows[i + 1 : i + DESCRIPTION_WORDS]):
        return None  # most roles
    noun = i
    while noun < end and lows[noun] in _BEFORE_NOUN:
        noun += 1
    if noun >= end:
        return None
    phrase = Described(article, i, noun, end, noun)
    answer = first_answer(QUESTIONS, phrase)
    return _with_name(phrase, answer) if isinstance(answer, Mention) else None


def _with_name(phrase: Described, described: Mention) -> Mention:
    """*Pedagang itu* | *, Sumarni,* | *berharap*: the name in apposition, the description its role; else as it was."""
    article, end = phrase.article, phrase.end
    words, features = article.words, article.features
    i = described.last + 1
    if i >= end or words[i - 1] != "," or not features[i] & CAPITAL or features[i] & (DAY | MONTH):
        return described
    j = capitals_end(article, i, end)
    if i == j or not all(bits & NAME for bits in features[i:j]) or (j < end and words[j] not in ",.("):
        return described
    named = Mention(described.first, j, "name", (i, j), (i, j))
    if role_word(article, described.first):
        named.roles = (_role_in(phrase, described),)
    return named


def _role_in(phrase: Described, described: Mention) -> tuple[int, int]:
    """*pedagang* | *yang datang itu*, *pedagang beras* | *itu*: the description up to its relative clause or *itu*."""
    lows = phrase.article.lows
    first, last = described.head
    if "yang" in lows[first + 1 : last]:
        return first, lows.index("yang", first + 1)
    return first, last - (lows[last - 1] in DETERMINERS)


# ---------------------------------------------------------------- questions of the phrase: a mention, "no", or nothing


def _after_sang(phrase: Described) -> Answer | None:
    """*sang pengacara*: closed without *itu*; but *sang kakak Rahma Wulandari* is a role with its name."""
    article, noun, end = phrase.article, phrase.noun, phrase.end
    lows, features = article.lows, article.features
    if noun == phrase.first or lows[phrase.first] != "sang" or not features[noun] & ALPHA:
        return None
    if not (role_word(article, noun) or features[noun] & CAPITAL or lows[noun] in _HUMANS):
        return None
    after = noun + 1
    while after < capitals_end(article, after, end) and lows[after] not in article.lexicon.stops:
        after += 1
    if _has_name_after_comma(phrase, after):
        return "no"
    if name_start(article, noun, after) < after and role_word(article, noun):
        return "no"
    return phrase.until(after)


def _has_name_after_comma(phrase: Described, comma: int) -> bool:
    """*kata sang pengacara* | *, Rahma, …*; but in *menurut sang pengacara, Rahma sudah pulang* a clause begins."""
    article, end = phrase.article, phrase.end
    if phrase.low(comma) != "," or comma + 1 >= end or not article.features[comma + 1] & CAPITAL:
        return False
    after = phrase.low(capitals_end(article, comma + 1, end))
    return after != "dan" and after not in article.lexicon.predicates


def _is_nobody(phrase: Described) -> Answer | None:
    """*pasar itu*: the noun is nobody; an organization and a paper are somebody (*dinas itu*, *laporan itu*)."""
    article, noun = phrase.article, phrase.noun
    bits, low = article.features[noun], article.lows[noun]
    somebody = bits & _SOMEBODY or (
        bits & STARTER and (role_word(article, noun) or low in article.lexicon.organizations or low in _PAPERS)
    )
    return None if somebody else "no"


_SOMEBODY = ROLE | HUMAN


def _with_birthplace(phrase: Described) -> Answer | None:
    """*aktor* | *kelahiran Tual, Maluku, tersebut*.  *kelahiran* is said of somebody named before, *asal* only with
    *itu* after it."""
    article, end = phrase.article, phrase.end
    leads = phrase.noun + 1
    if phrase.low(leads) not in _BEFORE_BIRTHPLACE:
        return None
    first_place = capitals_end(article, leads + 1, end)
    if first_place == leads + 1:
        return None
    place = place_length(article, leads + 1, first_place)
    if place and first_place - leads - 1 > place and not organization_word(article, leads + 1 + place):
        return "no"  # pengusaha kelahiran Tual Rahma Wulandari
    after = _after_year(phrase, _after_more_places(phrase, first_place))
    if phrase.low(after) == "," and phrase.low(after + 1) in DETERMINERS:
        return phrase.until(after + 2)
    if phrase.low(after) in DETERMINERS:
        return phrase.until(after + 1) if after > first_place + 1 else None  # pria asal Solo itu: as any other
    closed = phrase.low(leads) == "kelahiran" and phrase.low(after) not in _MORE
    return phrase.until(after) if closed else None


_MORE = frozenset(",(")


def _after_more_places(phrase: Described, after: int) -> int:
    """*Tual* | *, Maluku*: after the places that follow the first one."""
    article, end = phrase.article, phrase.end
    while after + 1 < end and article.words[after] == ",":
        size = place_length(article, after + 1, end)
        if not size:
            break
        after += 1 + size
    return after


def _after_year(phrase: Described, i: int) -> int:
    """*kelahiran Tual* | *1980*."""
    low = phrase.low(i)
    return i + 1 if len(low) == 4 and low.isdigit() else i


def _parent_of(phrase: Described) -> Answer | None:
    """*Ibu tiga anak* | *menjelaskan*, *ayah dua orang anak ini*."""
    count = phrase.noun + 1
    if phrase.low(phrase.noun) not in _PARENTS:
        return None
    if not (phrase.low(count) in _NUMBERS or phrase.low(count).isdigit()):
        return None
    children = count + 1 + (phrase.low(count + 1) == "orang")
    if phrase.low(children) != "anak":
        return None
    return phrase.until(children + 1 + (phrase.low(children + 1) in DETERMINERS))


def _closed_by_a_word(phrase: Described) -> Answer | None:
    """*politikus senior* | *itu*: goes from word to word until one of :data:`WORDS` closes or ends the phrase."""
    begin, last = phrase.noun + 1, min(phrase.end, phrase.noun + DESCRIPTION_WORDS)
    if _CLOSES.isdisjoint(phrase.article.lows[begin:last]):
        return "no"
    for phrase.at in range(begin, last):
        answer: Answer | None = first_answer(WORDS, phrase)
        if answer is not None and answer != "goes on":
            return answer
    return "no"


QUESTIONS: tuple[Callable[[Described], Answer | None], ...] = (
    _after_sang,
    _is_nobody,
    _with_birthplace,
    _parent_of,
    _closed_by_a_word,
)

# ------------------------------------- questions of each word: a mention, "no", "goes on", or nothing (it goes on, too)


def _capital(phrase: Described) -> Answer | None:
    """*Kepala* | *Dinas Kesehatan Melur* | *itu*."""
    return "goes on" if phrase.article.features[phrase.at] & CAPITAL_MASK == CAPITAL_WORD else None


def _age(phrase: Described) -> Answer | None:
    """*pria* | *berusia 40 tahun*; before *itu* it is part of a longer one."""
    if phrase.word != _AGE or phrase.low(phrase.at + 2) != "tahun" or not phrase.low(phrase.at + 1)[0].isdigit():
        return None
    return phrase.until(phrase.at + 3) if phrase.low(phrase.at + 3) not in DETERMINERS else None


def _at_that_time(phrase: Described) -> Answer | None:
    """*kata Gubernur Rahma* | *kala itu*."""
    return "no" if phrase.word == "kala" else None


def _itu_of_time(phrase: Described) -> Answer | None:
    """*Hasan yang saat* | *itu* | *hadir*, *Hasan pada awal bulan* | *ini*."""
    if phrase.word not in DETERMINERS:
        return None
    noun, before = phrase.low(phrase.at - 1), phrase.at - 2
    if noun in _TIMES_BY_PREPOSITION:
        leads = phrase.article.features[before] & PREPOSITION or phrase.low(before) in _PARTS_OF_TIME
        return "goes on" if leads else None
    return "goes on" if noun in _TIMES else None


def _after_name(phrase: Described) -> Answer | None:
    """*Gubernur Rahma Wulandari membuka pasar* | *itu*, *Anggota Komisi Hasan Basri* | *yang menerima tamu itu*."""
    low = phrase.word
    if (low not in DETERMINERS and low != "yang") or phrase.in_relative_clause:
        return None
    if phrase.low(phrase.noun) in _OF_SOMEBODY:
        return None  # mantan istri Hasan Basri itu
    return (
        "no" if strong_name(phrase.article, phrase.noun, capitals_end(phrase.article, phrase.noun, phrase.at)) else None
    )


def _itu(phrase: Described) -> Answer | None:
    """*politikus senior* | *itu*: closed; what stands before it may be a role (*Kepala Dinas Kesehatan itu*)."""
    if phrase.word not in DETERMINERS:
        return None
    if phrase.low(phrase.at - 1) == "," and not phrase.in_relative_clause:
        return "no"  # Menurut Kepala Dinas, Rahma, itu wajar
    article, first, noun = phrase.article, phrase.first, phrase.low(phrase.noun)
    described = phrase.until(phrase.at + 1)
    if not role_word(article, first) or phrase.at == first + 1 or phrase.in_relative_clause:
        return described
    if noun in _PAPERS or (noun in _HUMANS and noun not in _OF_SOMEBODY):
        return described
    role_end = _before_age(phrase)
    return described.replace(roles=((first, role_end),), organizations=organization_ranges(article, first, role_end))


def _before_age(phrase: Described) -> int:
    """*pemain* | *26 tahun itu*: where the age before the word begins; the word itself where there is none."""
    words, lows = phrase.article.words, phrase.article.lows
    ages = (m for m in range(phrase.first + 1, phrase.at - 1) if words[m][0].isdigit() and lows[m + 1] == "tahun")
    return next(ages, phrase.at)


def _relative_clause(phrase: Described) -> Answer | None:
    """*pria* | *yang datang itu*: in a relative clause nearly every word goes on."""
    return "goes on" if phrase.word == "yang" else None


def _list_of_places(phrase: Described) -> Answer | None:
    """*Warga Desa Karang* | *, Melur Tengah, Andara itu,*: places up to *itu*; after any other comma it is over."""
    if phrase.word != "," or phrase.in_relative_clause:
        return None
    after = _after_listed_places(phrase.article, phrase.at, phrase.end)
    return phrase.until(after) if after is not None else "no"


def _after_listed_places(article: Article, comma: int, end: int) -> int | None:
    """*Warga Desa Karang* | *, Melur Tengah, Andara itu*: after the *itu* that closes the places, if one does."""
    j = comma
    while j < end and article.words[j] == ",":
        place = capitals_end(article, j + 1, end)
        if place == j + 1:  # pemain asal Karang, Melur, ini
            closed = j > comma and place < end and article.lows[place] in DETERMINERS
            named = j - comma > _ONE_PLACE and not place_length(article, comma + 1, end)
            return place + 1 if closed and not named else None  # Kepala Dinas, Rahma Wulandari, itu wajar
        j = place
    return j + 1 if j < end and article.lows[j] in DETERMINERS else None


_ONE_PLACE = 2
"""A comma and one word."""


def _mark(phrase: Described) -> Answer | None:
    """*politikus (senior) itu*, but no comma or stop."""
    return None if phrase.article.features[phrase.at] & ALNUM or phrase.word in _MARKS_INSIDE else "no"


def _ends(phrase: Described) -> Answer | None:
    """*politikus* | *mengatakan*, *pedagang* | *kepada itu*: a stop or a verb, outside a relative clause."""
    if phrase.in_relative_clause or f"{phrase.low(phrase.at - 1)} {phrase.word}" in _FIELDS_OF_TWO:
        return None
    bits, low, lex = phrase.article.features[phrase.at], phrase.word, phrase.article.lexicon
    stop = bits & STOP and low not in _INSIDE_DESCRIPTION
    cue = bits & CUE and not bits & CAPITAL and lex.cues[low][2] in _REPORTING
    verb = bits & LOWER and low[:2] == "me" and verb_like(low) and low not in lex.roles
    return "no" if stop or cue or verb else None


WORDS: tuple[Callable[[Described], Answer | None], ...] = (
    _capital,
    _age,
    _at_that_time,
    _itu_of_time,
    _after_name,
    _itu,
    _relative_clause,
    _list_of_places,
    _mark,
    _ends,
)
"""The first answer counts."""

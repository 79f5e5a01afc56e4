"""What the words after a comma add to a phrase: *Rahma Wulandari,* | *kepala pasar,* adds a role.

Two decisions, each a list of questions: does the segment before the comma hold a name already (:data:`HOLDS_NAME`), and
what is added (:data:`ADDITIONS`)?  The first line of a docstring is a phrase in which ``|`` marks the cuts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.english import company_with_role, english_role
from qattr.mentions.names import name_start, strong_name
from qattr.mentions.single_words import (
    contains_role,
    no_person,
    organization_word,
    place_length,
    role_word,
    title_word,
)
from qattr.text.article import Article
from qattr.text.features import ALPHA, CAPITAL, DAY, GIVEN, MONTH, NAME, STARTER, STOP
from qattr.text.windows import LIST_WORDS, PLACE_WORDS, PLACES_BEFORE_NAME

_INTRODUCES_PERSON = tagged("introduces", "person")
_ROLE_IN_CAPITALS = tagged("written", "capital")
_DESCRIBES = tagged("describes", "organization")
_HUMANS = tagged("is", "human")
_LEADS_TO_NAME = tagged("leads", "name")
_SEVERAL = tagged("counts", "several")
_REGIONS = tagged("is", "region")
_SOMEBODYS = tagged("belongs", "to_somebody")

_JOIN_LISTS = tagged("joins", "lists")
"""Before the last part of a list: *Data, Informasi, dan Komunikasi*."""
Gain = Literal["role", "name", "organization", "place", "nothing"]
"""What is added; a *place* goes on with the segment (*Lurah Karang, Kecamatan Melur*), *nothing* ends the phrase."""
_MAY_BE_ADDED = CAPITAL | STARTER
"""One of these has every word that can follow a comma inside a phrase."""


class Comma:
    """A comma after the segment that began at word ``start``; all numbers are word indexes."""

    __slots__ = ("article", "at", "end", "headed", "named", "roled", "start")

    article: Article
    start: int
    at: int
    end: int
    """Before it the phrase must end."""
    named: bool
    """A segment with a name has been closed before this one."""
    roled: bool
    """A segment that begins with a role has been closed before this one."""
    headed: bool
    """The segment begins with a role, a person of a kind, or an organization with a role in it."""

    def __init__(self, article: Article, start: int, at: int, end: int, named: bool, roled: bool) -> None:
        self.article, self.start, self.at, self.end = article, start, at, end
        self.named, self.roled = named, roled
        self.headed = begins_role(article, start) or (
            contains_role(article, start, at)
            and (
                organization_word(article, start)
                or english_role(article, start, at)
                or company_with_role(article, start, at)
            )
        )

    @property
    def after(self) -> int:
        """The word after the comma."""
        return self.at + 1

    @property
    def low(self) -> str:
        """That word in lower case."""
        return self.article.lows[self.at + 1]

    @property
    def head(self) -> str:
        """The first word of the segment, in lower case."""
        return self.article.lows[self.start]

    def has(self, i: int, bits: int) -> bool:
        """Whether word ``i`` has one of these features."""
        return bool(self.article.features[i] & bits)

    @property
    def capital(self) -> bool:
        """Whether the word after has a capital."""
        return self.has(self.after, CAPITAL)

    @property
    def organization(self) -> bool:
        """Whether the word after begins the name of an organization."""
        return self.capital and organization_word(self.article, self.after)

    @property
    def place(self) -> bool:
        """Whether the name of a place follows."""
        return place_length(self.article, self.after, self.end) > 0

    @property
    def known_name(self) -> bool:
        """Whether a given name or a name that the article uses alone follows."""
        return self.low in self.article.lexicon.given or self.low in self.article.short_names

    @property
    def name_at(self) -> int:
        """Where the name begins in the segment before the comma; the comma where it has none."""
        return name_start(self.article, self.start, self.at)

    def holds_name(self) -> bool:
        """Whether the phrase has its name before the comma."""
        return first_answer(HOLDS_NAME, self) is not False


def added(comma: Comma) -> Gain:
    """*Rahma Wulandari,* | *kepala pasar*: ``"role"``; *Rahma Wulandari,* | *Senin*: ``"nothing"``."""
    return first_answer(ADDITIONS, comma) or "nothing"


def begins_role(article: Article, i: int) -> bool:
    """*Kepala Dinas*, *pria*, *seorang warga*: whether a role or a person of a kind begins at word ``i``."""
    return role_word(article, i) or article.lows[i] in _HUMANS or article.lows[i] in _INTRODUCES_PERSON


# ------------------------------------------------------------------- is the name before the comma already?


def _name_to_come(comma: Comma) -> bool | None:
    """Dosen Jurusan Hukum, | Universitas Melur, | Rahma: after role and organization the name is still to come."""
    to_come = comma.roled and not comma.named and not comma.headed and organization_word(comma.article, comma.start)
    return False if to_come else None


def _has_been_named(comma: Comma) -> bool | None:
    """Rahma Wulandari, | Hasan Basri: a segment without a role is the name, and one before may have been."""
    return True if comma.named or not comma.headed else None


def _role_only(comma: Comma) -> bool | None:
    """Kepala Dinas Pasar, | Rahma Wulandari: surely no name in the segment."""
    return None if strong_name(comma.article, comma.start, comma.at) else False


def _somebodys(comma: Comma) -> bool | None:
    """kuasa hukum Hasan Basri, | Wirsa, | hadir: the name before the comma is the client's."""
    name_follows = comma.capital and comma.has(comma.after, NAME) and comma.low not in comma.article.lexicon.days
    return False if comma.head in _SOMEBODYS and name_follows else None


def _surer_name(comma: Comma) -> bool | None:
    """Direktur Hasan Basri, | Rudi, | hadir: a known name or a title after the comma is surer than a word before."""
    article, split = comma.article, comma.name_at
    if not comma.known_name and not title_word(article, comma.after):
        return None
    if _is_company_of_head(comma, split):
        return False
    return title_word(article, split - 1) or article.lows[split] in article.short_names


def _is_company_of_head(comma: Comma, split: int) -> bool:
    """CEO Sagara, | Adam Wirawan, | hadir: one word, no given name, after a role that the name of a company follows;
    that the word stands at a cue elsewhere tells only that the company speaks as well."""
    article = comma.article
    return split == comma.at - 1 and article.lows[split - 1] in _OF_COMPANIES and not comma.has(split, GIVEN)


_OF_COMPANIES = tagged("of", "company")


def _whose_manager(comma: Comma) -> bool | None:
    """Direktur Hasan, | Wirsa Sasmaka, | hadir: whose director, as one word stands there and two names follow."""
    article, split, after = comma.article, comma.name_at, comma.after
    if not comma.capital or after + 1 >= comma.end or not comma.has(after, NAME) or not comma.has(after + 1, NAME):
        return None
    if not _WHERE.isdisjoint(article.lows[split : comma.at]):
        return False
    return split != comma.at - 1 or title_word(article, split - 1)


_WHERE = tagged("leads", "workplace")


HOLDS_NAME: list[Callable[[Comma], bool | None]] = [
    # before _has_been_named: a segment that is only an organization has no role
    _name_to_come,
    # before _surer_name: a name by itself is sure; those below ask about one after a role
    _has_been_named,
    # before _whose_manager: it asks about a name in the segment
    _role_only,
    _somebodys,
    _surer_name,
    _whose_manager,
]
"""Has the phrase its name before the comma?  Where nobody says no, it has."""


# ------------------------------------------------------------------------------------------ what is added


def _clause_begins(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | harga beras turun; Rahma Wulandari, |: the word begins neither a name nor a description."""
    i, end = comma.after, comma.end
    return None if i < end and comma.has(i, ALPHA) and comma.has(i, _MAY_BE_ADDED) else "nothing"


def _day_follows(comma: Comma) -> Gain | None:
    """pedagang beras, | Senin: the day when it was said."""
    small_stop = comma.has(comma.after, STOP) and not comma.capital
    return "nothing" if small_stop or comma.has(comma.after, DAY | MONTH) else None


def _several_follow(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | para pedagang itu mengeluh: several people are the subject of the clause."""
    return "nothing" if comma.low in _SEVERAL else None


def _officer_of_organization(comma: Comma) -> Gain | None:
    """Ditreskrimsus Polda Melur, | Kombes Hendra Sasmaka: a rank after an organization brings the name."""
    article, start = comma.article, comma.start
    bare = not comma.named and organization_word(article, start) and not role_word(article, start)
    return "name" if bare and title_word(article, comma.after) else None


def _somebody_named(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | pasien bernama Tarno, pulang: somebody else, of whom is told."""
    lows, i = comma.article.lows, comma.after
    if comma.headed or i + 2 >= comma.end or lows[i + 1] not in _LEADS_TO_NAME:
        return None
    return None if lows[i + 2] in _OWN_NAME else "nothing"


_OWN_NAME = tagged("same", "person")
"""*Emil, pria bernama asli Hasan*: the same person."""


def _role_follows(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | kepala pasar, | mengatakan: a role, or a person of a kind; or the next of a list of people."""
    article, i = comma.article, comma.after
    small = comma.low in _HUMANS and not comma.capital
    if not (small or comma.low in _OPENS_DESCRIPTION or role_word(article, i) or english_role(article, i, comma.end)):
        return None
    if not comma.capital or not comma.holds_name():
        return "role"
    listed = i in article.starts_paragraph or (comma.headed and not comma.named)
    return "nothing" if listed else "role"  # Menteri Sosial Rahma, | Menteri Agama Hasan


_OPENS_DESCRIPTION = tagged("opens", "description")


def _name_of_described(comma: Comma) -> Gain | None:
    """kantor berita Andara Selatan, | Nusa News, | melaporkan: the name after what kind of organization it is."""
    kind = comma.head in _DESCRIBES and not comma.has(comma.start, CAPITAL) and not comma.headed and not comma.named
    return "name" if kind and comma.capital and not comma.place else None


def _organization_of_role(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | ketua panitia, | Dinas Niaga Melur, | mengatakan: the organization of the role."""
    role_added = comma.headed and comma.named and comma.holds_name()
    organization = comma.organization and comma.low not in comma.article.lexicon.places
    return "organization" if role_added and organization else None


def _has_name(comma: Comma) -> Gain | None:
    """Rahma Wulandari, | Hasan Basri datang: who has a name and no role to come gets nothing more."""
    return "nothing" if comma.holds_name() else None


def _titled_name(comma: Comma) -> Gain | None:
    """Kepala Dinas Pasar, | dr. Rahma Wulandari, | mengatakan: a title brings the name."""
    return "name" if title_word(comma.article, comma.after) else None


def _place_of_role(comma: Comma) -> Gain | None:
    """Lurah Karang, Kecamatan Melur, | Rahma Wulandari, | mengatakan: a place between the role and the name."""
    if not comma.capital or not (comma.low in _REGIONS or comma.place):
        return None
    return "place" if _name_after_places(comma) else None


def _organization_follows(comma: Comma) -> Gain | None:
    """Dosen Hukum, | Universitas Melur, | Rahma Wulandari, | mengatakan: the organization before the name."""
    return "organization" if comma.organization and comma.low not in comma.article.lexicon.given else None


def _name_follows(comma: Comma) -> Gain | None:
    """Kepala Dinas Pasar, | Rahma Wulandari, | mengatakan: a name in apposition to its role."""
    if not comma.capital:
        return None
    unknown = not comma.place and comma.low not in comma.article.lexicon.fields
    return "name" if unknown or comma.known_name else None


ADDITIONS: list[Callable[[Comma], Gain | None]] = [
    # before _day_follows: at the end there is no word to ask about
    _clause_begins,
    _day_follows,
    # before _role_follows: *pedagang* is a role
    _several_follow,
    # before _has_name: an organization counts as the name of its segment
    _officer_of_organization,
    # before _role_follows: *pasien* is a role
    _somebody_named,
    # before _has_name: who has a name may still get a role
    _role_follows,
    # before _has_name: *kantor berita* counts as a name
    _name_of_described,
    # before _has_name: who has a name and a role may get their organization
    _organization_of_role,
    # before _name_follows: nobody gets a second name
    _has_name,
    _titled_name,
    # before _organization_follows: *Kecamatan* is an organization as well
    _place_of_role,
    _organization_follows,
    _name_follows,
]
"""What do the words after the comma add?  Where nobody says so, nothing."""


def _name_after_places(comma: Comma) -> bool:
    """*Lurah Karang, Kecamatan Melur,* | *Rahma Wulandari*: whether a name follows the places after the comma."""
    article, end = comma.article, comma.end
    j = comma.after
    for _ in range(PLACES_BEFORE_NAME):
        k = j
        while j < end and j < k + PLACE_WORDS and comma.has(j, ALPHA) and comma.has(j, CAPITAL):
            j += 1
        if j == k or j + 1 >= end or article.words[j] != "," or not comma.has(j + 1, CAPITAL):
            return False
        j += 1
        if comma.has(j, NAME):
            return True
        if article.lows[j] not in _REGIONS and not place_length(article, j, end):
            return False
    return False


# ----------------------------------------------------------------------- a comma inside the name of a role


def list_goes_on(article: Article, comma: int, end: int) -> bool:
    """*Kepala Pusat Data* with *, Informasi, dan Komunikasi*: whether the comma stands inside the name of a role."""
    i = comma + 1
    if i >= end:
        return False
    lows, features = article.lows, article.features
    if i + 1 < end and lows[i] in _JOIN_LISTS:
        return bool(features[i + 1] & CAPITAL) and no_person(article, i + 1) and no_person(article, comma - 1)
    if not features[i] & CAPITAL or not no_person(article, i) or lows[i] in article.lexicon.days:
        return False
    for k in range(i + 1, min(end, i + LIST_WORDS)):
        if lows[k] in _JOIN_LISTS:
            last = k + 1 < end and bool(features[k + 1] & CAPITAL)
            return last and (no_person(article, k + 1) or lows[k + 1] in article.lexicon.fields)
        if not _in_list(article, k):
            return False
    return False


def _in_list(article: Article, k: int) -> bool:
    """Whether word ``k`` can stand inside such a list: a capital or a comma, but no day and no other role."""
    low, lex = article.lows[k], article.lexicon
    if not article.features[k] & CAPITAL and low != ",":
        return False
    other_role = (
        role_word(article, k) and low not in _HUMANS and low not in _ROLE_IN_CAPITALS and lex.roles.get(low) != "kin"
    )
    return low not in lex.days and not other_role

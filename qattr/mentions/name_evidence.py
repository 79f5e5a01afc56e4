"""The evidence for where a name begins: every piece of it, with its number and its reason, in one place.

*Kepala Dinas Kesehatan Melur* | *Rahma Wulandari*: no mark divides role and name.  :mod:`.no_name` says where none can
begin.  Every other place gets the points of the lists at the foot (:data:`THE_NAME`, :data:`KNOWN_NAMES`,
:data:`BEFORE_IT`), and the place with the most has the name, if it has more than none.  All look at a segment's words
by their classes (:mod:`qattr.mentions.word_classes`: ``VVVVGN``).  A new piece of evidence is a function and a line in
one of these lists.

Points are whole numbers, so that equal scores are equal; 10 is about what one more word of a name is worth.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.elsewhere import parts_elsewhere
from qattr.mentions.no_name import is_ruled_out
from qattr.mentions.segment_words import ANYWHERE, NAME_WORDS, Segment
from qattr.text.features import GIVEN, PLACE

_NAME_FOLLOWS = tagged("needs", "name")
"""Organizations and buildings whose name follows: *RSUD Melur*, *PT Persada*, *Hotel Nusa*."""
_OF_COMPANIES = tagged("of", "company")
"""Roles that the name of a company follows: *Direktur Persada*; …"""
_OF_TEAMS = tagged("of", "team")
"""… that of a club, party or band: *kiper Persada*, *vokalis Lentera*; …"""
_OF_PLACES = tagged("of", "place")
"""… that of a place: *Bupati Sukamaju*; …"""
_OF_PROVINCES = tagged("of", "province")
"""… of those the ones whose places the table of places all has: *Gubernur Melur*; …"""
_OF_UNLISTED_PLACES = tagged("of", "unlisted_place")
"""… and of a place that it may lack: *Camat Melur*."""
_MAY_GO_ON = _NAME_FOLLOWS | _OF_UNLISTED_PLACES | _OF_COMPANIES | _OF_TEAMS | tagged("english", "role")
"""An unknown name after one of these may be an organization or a village: *Direktur Persada*, *Camat Melur*."""

_OF_NATION = tagged("covers", "nation")
"""*KPK*, *UI*: organizations with no place behind them."""
_PARTICLES = tagged("in_name", "particle")
"""*Al Ghazali*."""

_IN_NAMES = NAME_WORDS | {"P", "."}
"""Classes of words and marks that can stand in a name."""
_OF_ROLES = frozenset("VADL")
"""Classes of the words that end a role or an organization."""


def best_place(words: Segment) -> int:
    """*Kepala Dinas Rahma Wulandari*: 2, the first of the places with the most points; the size where none has any."""
    best, most = words.size, 0
    for k in range(_after_titles(words), words.size):
        if not is_ruled_out(words, k):
            points = score(words, k)
            if points > most:
                best, most = k, points
    return best


def score(words: Segment, k: int) -> int:
    """The points of a name that begins at word ``k``."""
    points = 0
    for scorer in THE_NAME:
        points += scorer(words, k)
    if words.known:
        for scorer in KNOWN_NAMES:
            points += scorer(words, k)
    if k:
        for scorer in _BEFORE[words.classes[k - 1]]:
            points += scorer(words, k)
    return points


def _after_titles(words: Segment) -> int:
    """After the last title, before which no name begins: *Menteri Dr* | *Rahma*; but *RSUD Dr Sutomo*, *Rahma Haji*."""
    for k in range(words.size - 1, -1, -1):
        if words.classes[k] == "T" and not (k and (words.classes[k - 1] == "G" or words.lows[k - 1] in _NAME_FOLLOWS)):
            return 0 if words.is_last(k) else k + 1
    return 0


# ------------------------------------------------------------------------------------ the scorers: points, or 0

FIRST_WORD = {"G": 35, "X": 7, "N": 5, "A": -20, "V": -40}
"""Points of a name's first word by its class: a given name is nearly proof, a common word nearly disproof."""
LATER_WORD = {"G": 20, "X": 7, "N": 5, "A": -10, "V": -40, "D": -60, "L": -60, "T": 0, "P": 0, ".": 0}
"""Points of each further word: numbers and small words stand in roles; titles, particles and marks say nothing."""


def first_word(words: Segment, k: int) -> int:
    """*Rahma*: what the first word is; 30 where it is known to stand for somebody (*kata Rahma*)."""
    return 30 if k in words.known else FIRST_WORD[words.classes[k]]


def later_words(words: Segment, k: int) -> int:
    """*Rahma* | *Wulandari*: what each further word is; known ones have a scorer of their own."""
    points = 0
    for m in range(k + 1, words.size):
        if m not in words.known:
            points += LATER_WORD[words.classes[m]]
    return points


def known_later(words: Segment, k: int) -> int:
    """*Rahma* | *Wulandari* where the article has *kata Wulandari*: 20 for the second word; 5 for the last one or in a
    short name; -15 where it stands deep inside, for there it begins the name itself."""
    points = 0
    for m in words.known:
        if m == k + 1:
            points += 20
        elif m > k:
            points += 5 if words.is_last(m) or words.size - k < _LONG_NAME else -15
    return points


_LONG_NAME = 4
"""Words from which on a known word can stand deep inside a name."""


def place_inside(words: Segment, k: int) -> int:
    """*UIN Syarif Hidayatullah Jakarta* | *Azra*: -30 for each place with words after it; no name goes on after one."""
    if "V" not in words.classes[k + 1 :]:
        return 0
    return -30 * sum(
        words.classes[m] == "V" and len(words.lows[m]) > 2 and m not in words.known and words.has(m, PLACE)
        for m in range(k + 1, words.size - 1)
    )


def length(words: Segment, k: int) -> int:
    """Most names have two or three words: -5, 10, 6, -3 for one to four, and 10 less for each that is more.

    One word that is known to stand for somebody is as good as two: 0."""
    count = words.size - k - words.classes.count(".", k)
    if count == 1 and words.is_short_name(k):
        return 0
    return _BY_LENGTH[count] if count < len(_BY_LENGTH) else -10 * (count - len(_BY_LENGTH) + 1)


_BY_LENGTH = (0, -5, 10, 6, -3)


def known_left_out(words: Segment, k: int) -> int:
    """*Rahma* | *Wulandari* where the article has *kata Rahma*: -30 for each known name before the place."""
    return -30 * sum(m < k and words.classes[m] in NAME_WORDS for m in words.known)


def given_left_out(words: Segment, k: int) -> int:
    """*Hasan* | *Basri*: -15 for each given name before the place that is no organization's (*RSUD Dr Sutomo*)."""
    if "G" not in words.classes[:k]:
        return 0
    return -15 * sum(
        words.classes[m] == "G" and m not in words.known and not _of_organization(words, m) for m in range(k)
    )


def _of_organization(words: Segment, m: int) -> bool:
    """Whether the name word ``m`` belongs to an organization: *UIN Syarif Hidayatullah*, *RSUD Dr Sutomo*."""
    while m and words.classes[m - 1] in "GNXT":
        m -= 1
    if m > 2 and words.lows[m - 1] == ")":
        m -= 1
    return m > 0 and words.lows[m - 1] in _NAME_FOLLOWS


def after_title(words: Segment, k: int) -> int:
    """*Kombes* | *Rahma*: 60; but -40 after the title in the name of an organization: *RSUD Dr* | *Sutomo*."""
    return -40 if k > 1 and words.lows[k - 2] in _NAME_FOLLOWS else 60


def after_role(words: Segment, k: int) -> int:
    """*Kepala Dinas Kesehatan* | *Rahma*, *Dinas Sosial (Dinsos)* | *Rahma*: 10 right after a word of a role."""
    return 10 if words.classes[k - 1] != "." or words.lows[k - 1] == ")" else 0


def known_after_bracket(words: Segment, k: int) -> int:
    """*Direktur Lembaga (LS)* | *Gema Nusantara* where the article has *kata Gema*: 40, a bracket closes a role."""
    return 40 if words.lows[k - 1] == ")" and k in words.known else 0


def names_organization(words: Segment, k: int) -> int:
    """*Direktur PT* | *Persada*: -30 after a noun whose name must follow."""
    return -30 if words.lows[k - 1] in _NAME_FOLLOWS and not words.is_short_name(k) else 0


def names_territory(words: Segment, k: int) -> int:
    """*Camat* | *Karang Rahma Wulandari*, *Lurah* | *Karang*: -20 after a role whose place the tables may lack."""
    if words.lows[k - 1] not in _OF_UNLISTED_PLACES or words.is_short_name(k):
        return 0
    left = words.size - k
    return -20 if (left > 2 and not words.has(k, GIVEN)) or (left == 1 and words.classes[k] != "G") else 0


# The last four weigh unsure words that stay before the name: *Bupati* | *Sukamaju* | *Rahma Wulandari*.


def _one_before_given(words: Segment, k: int, begin: int) -> bool:
    """*Sukamaju* | *Rahma Wulandari*: one unsure word, then a given name and more."""
    return k - begin == 1 and words.classes[k] == "G" and not words.is_last(k)


def _is_long_organization(words: Segment, k: int, begin: int) -> bool:
    """*Ketua Persatuan Guru* | *Melur* | *Sutarto Alim* where the article has *kata Sutarto*: the words before the name
    go on with the organization."""
    lex = words.article.lexicon
    return (
        not words.is_last(k)
        and words.is_short_name(k)
        and words.classes[begin - 1] in _OF_ROLES
        and not words.has(begin - 1, PLACE)
        and "X" not in words.classes[begin:k]
        and any(low in lex.organizations or low in _OF_COMPANIES for low in words.lows[:begin])
    )


def organization_goes_on(words: Segment, k: int) -> int:
    """*Ketua Persatuan Guru* | *Melur* | *Sutarto Alim* where the article has *kata Sutarto*: 10."""
    begin = words.unsure_from(k)
    return 10 if begin and _is_long_organization(words, k, begin) else 0


def name_word_left_out(words: Segment, k: int) -> int:
    """*Gubernur* | *Wira* | *Adiguna*: -20, for after a finished role the next name word begins the name.

    Not so where an organization goes on (*Ketua DPRD Melur* | *Hasan Basri*) or may (*Direktur Persada*)."""
    begin = words.unsure_from(k)
    if not begin or words.classes[begin - 1] not in _ENDS_ROLE:
        return 0
    head = words.lows[begin - 1]
    organization = words.article.lexicon.organizations.get(head) == "organization" and head not in _OF_NATION
    if (
        head in _MAY_GO_ON
        or _is_long_organization(words, k, begin)
        or (organization and _one_before_given(words, k, begin))
    ):
        return 0
    return -20


_ENDS_ROLE = _OF_ROLES | {"."}


def parted_elsewhere(words: Segment, k: int) -> int:
    """*Ketua DPP* | *Lentara* | *Rahma Wulandari* where the article has *Lentara menolak* and *Rahma menilai*: 45."""
    if (words.is_last(k) and not words.is_short_name(k)) or words.lows[k - 1] in _PARTICLES:
        return 0
    if not _IN_NAMES.issuperset(words.classes[k:]):
        return 0
    first = words.first
    return 45 if words.unsure_from(k) and parts_elsewhere(words.article, first + k, first + words.size) else 0


def after_place_of_role(words: Segment, k: int) -> int:
    """*Bupati* | *Sukamaju* | *Rahma Wulandari*: 30, one unknown word after such a role is its place."""
    begin = words.unsure_from(k)
    if not begin or not _one_before_given(words, k, begin) or words.lows[begin - 1] not in _OF_PLACES:
        return 0
    return 0 if _is_no_province(words, begin) else 30


def after_no_province(words: Segment, k: int) -> int:
    """*Gubernur* | *Ratno* | *Bagas Wijayanegara*: -20, for all provinces are known, and *Ratno* is none."""
    begin = words.unsure_from(k)
    if not begin or not _one_before_given(words, k, begin):
        return 0
    return -20 if _is_no_province(words, begin) else 0


def _is_no_province(words: Segment, begin: int) -> bool:
    """*Gubernur* | *Ratno*: the role has a province, the word after it is none."""
    return words.lows[begin - 1] in _OF_PROVINCES and not words.has(begin, PLACE)


THE_NAME: tuple[Callable[[Segment, int], int], ...] = (first_word, later_words, place_inside, length)
"""What the words say with which the name would begin and go on; …"""
KNOWN_NAMES: tuple[Callable[[Segment, int], int], ...] = (known_later, known_left_out)
"""… what the other known names of the segment say; …"""

BEFORE_IT: tuple[tuple[Callable[[Segment, int], int], str], ...] = (
    (given_left_out, ANYWHERE),
    (names_organization, ANYWHERE),
    (names_territory, ANYWHERE),
    (after_title, "T"),
    (after_role, "VADL."),
    (known_after_bracket, "."),
    (organization_goes_on, "XN"),
    (parted_elsewhere, "XN"),
    (name_word_left_out, "XN"),
    (after_place_of_role, "XN"),
    (after_no_province, "XN"),
)
"""… and what the words before it say, each asked where the one right before is of one of these classes.  All
points are added up; the order says nothing."""
_BEFORE = {letter: tuple(scorer for scorer, after in BEFORE_IT if letter in after) for letter in LATER_WORD}

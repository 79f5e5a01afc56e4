"""Where no name begins, whatever the evidence: at a number or a small word, and where :data:`RULED_OUT` says yes."""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.segment_words import ANYWHERE, Segment
from qattr.text.features import GIVEN, OFFICE_NOUN

_INTRODUCES_ROLE = tagged("introduces", "role")
"""*selaku ketua panitia*."""
_SCHOOLS = tagged("is", "school")
"""They have a number and a place: *SMAN 1 Melur*."""
_EXECUTIVE = tagged("extends", "executive")
"""*Direktur Utama*."""
_BEFORE_BIRTHPLACE = tagged("leads", "birthplace")
"""*kelahiran Melur*."""
_NEVER_FIRST = frozenset("DLTP.")
"""No name begins with a number, a small word, a title or a mark."""


def is_ruled_out(words: Segment, k: int) -> bool:
    """Whether no name begins at word ``k``, whatever the evidence."""
    if words.classes[k] in _NEVER_FIRST:
        return True
    for question in _RULED_OUT[words.classes[k - 1] if k else _START]:  # noqa: SIM110 (half the time of any())
        if question(words, k):
            return True
    return False


def introduces_role(words: Segment, k: int) -> bool:
    """*Rahma* | *selaku ketua panitia*."""
    return words.lows[k] in _INTRODUCES_ROLE


def role_before_name(words: Segment, k: int) -> bool:
    """*Hakim Marbun*: a role that is a name as well, with a name after it."""
    return (
        words.size > 1
        and words.has(0, GIVEN)
        and words.lows[0] in words.article.lexicon.roles
        and (words.is_short_name(1) or words.classes[1] in "GX")
    )


def initial_inside(words: Segment, k: int) -> bool:
    """*Sara* | *K. Lubis*: an initial goes on with the name before it."""
    return len(words.lows[k]) == 1


def place_of_school(words: Segment, k: int) -> bool:
    """*Kepala SMAN 1* | *Melur*: the place of a school that has a number."""
    return k > 1 and words.lows[k - 2] in _SCHOOLS and words.classes[k] == "N" and not words.is_short_name(k)


def executive(words: Segment, k: int) -> bool:
    """*Komisaris* | *Utama PSN Rahma*: a role goes on, although *Utama* is a name as well."""
    return words.lows[k] in _EXECUTIVE and words.has(k - 1, OFFICE_NOUN)


def birthplace(words: Segment, k: int) -> bool:
    """*pengusaha kelahiran* | *Tual Rahma*: a place follows."""
    return words.lows[k - 1] in _BEFORE_BIRTHPLACE


def second_half_of_place(words: Segment, k: int) -> bool:
    """*Wali Kota Palangka* | *Raya*."""
    before, low, places = words.lows[k - 1], words.lows[k], words.article.lexicon.places
    return f"{before} {low}" in places or before + low in places


_START = "^"
"""The class before a segment's first word."""
RULED_OUT: tuple[tuple[Callable[[Segment, int], bool], str], ...] = (
    (introduces_role, _START + ANYWHERE),
    (role_before_name, _START),
    (initial_inside, "GXN"),
    (place_of_school, "D"),
    (second_half_of_place, "V"),
    (executive, "VT"),
    (birthplace, "L"),
)
"""Each is asked where the word right before is of one of these classes; besides, no name begins with a number, a small
word, a title or a mark."""
_RULED_OUT = {
    letter: tuple(question for question, after in RULED_OUT if letter in after) for letter in _START + ANYWHERE
}

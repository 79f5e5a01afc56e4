"""One article as parallel lists of words: no object a token, a word is named by its index.

The start of word ``i`` is ``ends[i] - len(words[i])``.  All offsets are code points into the untouched text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Set
from contextlib import suppress
from itertools import compress, count
from typing import NamedTuple, TypeVar, cast

from qattr.lexicon import Lexicon
from qattr.lexicon.tags import tagged
from qattr.text.derived import derived
from qattr.text.features import ALNUM, BREAKS, CAPITAL, CUE, UPPER

BEFORE_PLACES = tagged("before_name", "place")
"""A capitalized word after one of these is a place's name: *di Melur*, *tanggul Melur*."""

_FEW_WORDS = 2
"""So many words are looked for one after the other."""
_OF_INTEREST = CUE | CAPITAL | BREAKS

Cache = TypeVar("Cache")


def standing(column: tuple[str, ...], wanted: Set[str]) -> list[int]:
    """Where some few words stand in a column, in order.

    To look for one after the other takes a quarter of the time, each, that it takes to ask of every word whether it is
    among them."""
    found = []
    for word in wanted:
        i = -1
        with suppress(ValueError):
            while True:
                i = column.index(word, i + 1)
                found.append(i)
    found.sort()
    return found


class Columns(NamedTuple):
    """What is known of each word, column by column; word ``i`` is entry ``i`` of each of the first four."""

    words: tuple[str, ...]
    lows: tuple[str, ...]
    """The words in lower case."""
    features: tuple[int, ...]
    """What each word can be by itself: bits, named in :mod:`qattr.text.features`."""
    ends: list[int]
    """The end offset of each word."""
    vocabulary: frozenset[str]
    """Every word as it is written."""


class Article:
    """What the scan found (:func:`qattr.text.scanner.scan`); the later stages read it and change nothing.

    A class with slots rather than a named tuple: the rules read these lists many thousand times, and a slot is the
    cheapest attribute that Python has.
    """

    __slots__ = (
        "_kept", "_placed", "acronyms", "capitals", "common", "cues", "ends", "features", "lexicon", "lowered",
        "lows", "noise", "paragraphs", "seams", "short_names", "spelled", "starts_paragraph", "stops", "text",
        "vocabulary", "words",
    )  # fmt: skip

    text: str
    lexicon: Lexicon
    paragraphs: list[tuple[int, int]]
    """Start and end of every line that holds something; the whole text where there are no line breaks."""
    words: tuple[str, ...]
    lows: tuple[str, ...]
    """The words in lower case."""
    features: tuple[int, ...]
    """What each word can be by itself: bits, named in :mod:`qattr.text.features`."""
    ends: list[int]
    """The end offset of each word."""
    vocabulary: frozenset[str]
    """Every word as it is written: a capitalized word that also stands here in lower case is a common word."""
    cues: list[int]
    """The words that can be cues, …"""
    stops: list[int]
    """… the stops, …"""
    capitals: list[int]
    """… the words with a capital: whoever looks for names need not go through all words …"""
    seams: list[int]
    """… and the words that may be two which have lost the blank between them."""
    lowered: frozenset[str]
    """The words with a capital in lower case."""
    common: frozenset[str]
    """Words in lower case that belong to roles, organizations, fields and places."""
    starts_paragraph: frozenset[int]
    """The words that open a paragraph."""
    noise: list[tuple[int, int]]
    """Spans of the text that are not the article: related links, bylines, advertisement."""
    acronyms: dict[str, tuple[int, int]]
    """Short forms of organizations that the article spells out (*Jaringan Pasar Rakyat (JPR)*), lower case -> full
    name."""
    spelled: dict[int, int]
    """Where such a full name begins -> the word after it."""
    short_names: frozenset[str]
    """Names that stand alone at a cue (*kata Rahma*), lower case: proof where a name begins. Found with the cues."""
    _kept: dict[type, object]
    _placed: dict[str, int] | None

    def __init__(self, text: str, lexicon: Lexicon, columns: Columns, paragraphs: list[tuple[int, int]]) -> None:
        self.text, self.lexicon, self.paragraphs = text, lexicon, paragraphs
        self.words, self.lows, self.features, self.ends, self.vocabulary = columns
        self._sort_out()
        self.lowered = frozenset(map(self.lows.__getitem__, self.capitals))
        self.common = derived(lexicon).common
        self.starts_paragraph = frozenset([bisect_right(self.ends, start) for start, _ in paragraphs])
        self.noise, self.acronyms, self.spelled = [], {}, {}
        self.short_names = frozenset()
        self._kept = {}
        self._placed = None

    def _sort_out(self) -> None:
        """Cues, stops, capitals and seams, in one pass."""
        cues: list[int] = []
        stops: list[int] = []
        capitals: list[int] = []
        seams: list[int] = []
        for i, features in enumerate(self.features):
            if features & _OF_INTEREST:
                if features & CAPITAL:
                    capitals.append(i)
                if features & CUE:
                    cues.append(i)
                if features & BREAKS:
                    (seams if features & ALNUM else stops).append(i)
        self.cues, self.stops, self.capitals, self.seams = cues, stops, capitals, seams

    def kept(self, cache: type[Cache]) -> Cache:
        """What a later stage keeps of this article, so that several rules can ask for the same: ``kept(Kept)``.

        ``cache`` is the class that holds it; it is made, without arguments, when it is first asked for."""
        found = self._kept.get(cache)
        if found is None:
            found = self._kept[cache] = cache()
        return cast(Cache, found)

    def start(self, i: int) -> int:
        """The offset of the first character of word ``i`` (the text's length after the last word)."""
        return self.ends[i] - len(self.words[i]) if i < len(self.words) else len(self.text)

    def at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``."""
        return bisect_right(self.ends, offset)

    def after(self, offset: int) -> int:
        """The index of the first word that begins at ``offset`` or after it."""
        i = bisect_right(self.ends, offset)
        return i + 1 if i < len(self.ends) and self.ends[i] - len(self.words[i]) < offset else i

    def in_noise(self, i: int) -> bool:
        """Whether word ``i`` is no part of the article."""
        end = self.ends[i]
        k = bisect_right(self.noise, (end, 0)) - 1
        return k >= 0 and self.noise[k][1] >= end

    def holds(self, wanted: Set[str]) -> bool:
        """Whether one of some words (lower case) stands in the text."""
        return not (self.vocabulary.isdisjoint(wanted) and self.lowered.isdisjoint(wanted))

    def places(self, wanted: Set[str]) -> Iterator[int]:
        """Where the words stand that are among ``wanted`` (lower case), in order."""
        found = self.vocabulary & wanted | self.lowered & wanted
        if len(found) > _FEW_WORDS:
            return compress(count(), map(found.__contains__, self.lows))
        return iter(standing(self.lows, found))

    def is_placed(self, i: int) -> bool:
        """Whether the article uses word ``i`` elsewhere as a place's name: *di Melur*, *Sungai Melur*."""
        if self._placed is None:
            self._placed = self._find_places()
        return self._placed.get(self.lows[i], i) != i

    def _find_places(self) -> dict[str, int]:
        """Where a word (lower case) first stands after a noun for a place that is no part of a role."""
        lows, features, roles = self.lows, self.features, self.lexicon.roles
        found: dict[str, int] = {}
        for i in self.capitals:
            if i and lows[i - 1] in BEFORE_PLACES and features[i] & UPPER and (i == 1 or lows[i - 2] not in roles):
                found.setdefault(lows[i], i)
        return found

    def blank_before(self, i: int) -> bool:
        """Whether something stands between word ``i`` and the one before it."""
        return i == 0 or self.ends[i] - len(self.words[i]) > self.ends[i - 1]

    def slice(self, i: int, j: int) -> str:
        """The text of the words ``i`` to ``j`` (half-open)."""
        return self.text[self.ends[i] - len(self.words[i]) : self.ends[j - 1]] if j > i else ""

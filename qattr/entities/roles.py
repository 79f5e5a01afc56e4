"""Which entity has which role, and whether two roles are the same: their words, with abbreviations spelled out."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from qattr.entities.entity import Entities
from qattr.lexicon.tags import tagged
from qattr.mentions import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM, PAIR, ROLE

_UNCOUNTED = tagged("around_role", "uncounted")
"""Words around a role that do not tell which: *sang menteri*, *Bapak Bupati*."""
_FORMER = tagged("says", "former")
"""*mantan menteri*."""


class RoleWords(dict[Range, list[str]]):
    """The words of a role, abbreviations spelled out, worked out when asked for: *Menkes* is *menteri kesehatan*."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __missing__(self, span: Range) -> list[str]:
        words = self[span] = _spelled_out(self.article, span)
        return words


def _spelled_out(article: Article, span: Range) -> list[str]:
    """*sang Menkes* -> ``["menteri", "kesehatan"]``."""
    lows, features, lex = article.lows, article.features, article.lexicon
    abbreviations, acronyms = lex.role_abbreviations, lex.acronyms
    i, j = span
    role = lows[i:j]
    short = abbreviations.keys()
    if short.isdisjoint(role) and short.isdisjoint(map(" ".join, pairwise(role))) and acronyms.keys().isdisjoint(role):
        return [low for low, kind in zip(role, features[i:j], strict=True) if kind & ALNUM and low not in _UNCOUNTED]
    out: list[str] = []
    while i < j:
        low = lows[i]
        i += 1
        if features[i - 1] & (ROLE | PAIR) and i < j and f"{low} {lows[i]}" in abbreviations:
            out += abbreviations[f"{low} {lows[i]}"].lower().split()
            i += 1
        elif low in abbreviations:
            out += abbreviations[low].lower().split()
        elif low in acronyms and low not in lex.roles:
            out += acronyms[low].lower().split()
        elif low not in _UNCOUNTED and low[0].isalnum():
            out.append(low)
    return out


def same_role(wanted: list[str], have: list[str]) -> bool:
    """Whether the words of one role begin and are held by the other's.

    >>> same_role(["kepala", "dinas"], ["mantan", "kepala", "dinas", "kesehatan"])
    True
    """
    if not have or not wanted:
        return False
    if wanted[0] != have[0]:
        if have[0] in _FORMER and len(have) > 1:
            return same_role(wanted, have[1:])
        return False
    return set(wanted) <= set(have)


class HeldRoles:
    """Who has which role; what is asked for at every attribution is looked up, not walked to."""

    __slots__ = ("_article", "_by_word", "_by_written_word", "_entities", "_indexed", "_written", "held", "words")

    def __init__(self, article: Article, entities: Entities) -> None:
        self._article = article
        self._entities = entities
        self.words = RoleWords(article)
        self.held: list[tuple[int, Range]] = []
        """Who has which role, in the order in which that was learnt."""
        self._by_word: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        """The first ``_indexed`` of these by every word of the role, abbreviations spelled out."""
        self._indexed = 0
        self._by_written_word: dict[str, dict[int, None]] = {}
        """The people among the first ``_written`` of these by every word of the role, as it is written."""
        self._written = 0

    def hold(self, at: int, role: Range, *, beside: bool) -> None:
        """An entity has a role; ``beside``: it stands at the name."""
        roles = self._entities[at].roles
        if role not in roles:
            self.held.append((at, role))
        roles[role] = beside or roles.get(role, False)

    def holders(self, word: str) -> dict[int, None]:
        """The people in whose roles a word is written."""
        for at, role in self.held[self._written :]:
            if self._entities[at].kind == "person":
                self._write(at, role)
        self._written = len(self.held)
        return self._by_written_word.get(word, {})

    def _write(self, at: int, role: Range) -> None:
        """A person has a role of these words."""
        for word in self._article.lows[role[0] : role[1]]:
            self._by_written_word.setdefault(word, {})[at] = None

    def became_person(self, at: int) -> None:
        """The roles of an entity count from now on: it is a person."""
        for role in self._entities[at].roles:
            self._write(at, role)

    def with_words(self, wanted: list[str]) -> list[tuple[int, list[str]]] | None:
        """Entities and the words of their roles, among them all roles with all of these; ``None`` where none is.

        The list grows with what is learnt later."""
        roles = self._by_word
        for at, span in self.held[self._indexed :]:
            have = self.words[span]
            role = at, have
            for word in set(have):
                roles[word].append(role)
        self._indexed = len(self.held)
        if not roles.keys() >= set(wanted):
            return None
        return min(map(roles.__getitem__, wanted), key=len)

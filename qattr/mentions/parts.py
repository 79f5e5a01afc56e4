"""What a phrase is made of: the mention that is read, and what its segments have given so far."""

from __future__ import annotations

from typing import Any, Literal

from qattr.mentions.names import OPENS_DEGREE, behind_degrees
from qattr.mentions.organizations import body_ranges
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD
from qattr.mentions.word_questions import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM

LONGEST = 40
"""Words of one source phrase."""


Form = Literal["name", "pronoun", "role", "description", "body", "unnamed"]


class Mention:
    """A phrase that points to a source; all numbers are word indexes.

    A class with slots, because nothing else is read so often; nothing changes a mention that has been read."""

    __slots__ = ("aliases", "also", "bodies", "first", "form", "head", "last", "name", "rank", "roles")

    first: int
    last: int
    """Behind the whole phrase, appositions and brackets included."""
    form: Form
    head: Range
    """The words that point: the name, the pronoun, the post, the description."""
    name: Range | None
    roles: tuple[Range, ...]
    bodies: tuple[Range, ...]
    aliases: tuple[Range, ...]
    """Other names given on the spot: *(Jokowi)*, *alias Kaesang*, *akrab disapa Emil*."""
    also: tuple[Mention, ...]
    """Further sources joined by *dan*."""
    rank: bool
    """A rank or title stands before the name."""

    def __init__(
        self,
        first: int,
        last: int,
        form: Form,
        head: Range,
        name: Range | None = None,
        roles: tuple[Range, ...] = (),
        bodies: tuple[Range, ...] = (),
        aliases: tuple[Range, ...] = (),
        also: tuple[Mention, ...] = (),
        rank: bool = False,
    ) -> None:
        self.first = first
        self.last = last
        self.form = form
        self.head = head
        self.name = name
        self.roles = roles
        self.bodies = bodies
        self.aliases = aliases
        self.also = also
        self.rank = rank

    def replace(self, **changes: Any) -> Mention:
        """The same mention with other values under these names."""
        return Mention(**{name: getattr(self, name) for name in self.__slots__} | changes)


class Parts:
    """What the segments of one phrase have given so far; each step below adds to it."""

    __slots__ = ("article", "bodies", "brackets", "form", "known", "name", "rank", "roles", "segments")

    def __init__(
        self, article: Article, segments: list[Range], brackets: list[tuple[int, Range]], known: frozenset[str]
    ) -> None:
        self.article = article
        self.segments = segments
        self.brackets = brackets
        self.known = known
        self.name: Range | None = None
        self.form: Form | None = None
        self.roles: list[Range] = []
        self.bodies: list[Range] = []
        self.rank = False

    def named(self, i: int, j: int) -> None:
        """The words ``i``-``j``, without a bracket at their end, are the person's name."""
        self.name, self.form = strip_brackets(self.article, (i, j), self.brackets), "name"

    def post(self, i: int, j: int) -> None:
        """The words ``i``-``j`` are a post, and may hold a body; *pemain lainnya* is a *pemain*."""
        while j - i > 1 and self.article.lows[j - 1] in ("lain", "lainnya"):
            j -= 1
        self.roles.append((i, j))
        if j - i > 1:
            self.bodies.extend(body_ranges(self.article, i, j))


def strip_brackets(article: Article, span: Range, brackets: list[tuple[int, Range]]) -> Range:
    """The range up to its first bracket where that stands at its end; trailing dots and lower-case words go as well."""
    i, j = span
    kinds = article.kinds
    for kind in kinds[i + 1 : j]:
        if kind & CAPITAL_MASK != CAPITAL_WORD:
            break
    else:
        return span  # Rahma Wulandari: no mark, letter or degree
    words, lows = article.words, article.lows
    for at, inner in brackets:
        if i < at < j and inner[1] + 1 >= j:
            j = at
    if "," in words[i + 1 : j]:  # degrees: Lisa Rahma, S.H.
        j = words.index(",", i + 1)
    if not OPENS_DEGREE.isdisjoint(words[i + 1 : j]):
        for k in range(i + 1, j - 1):
            if words[k] in OPENS_DEGREE and words[k + 1] == "." and behind_degrees(article, k, j) >= j - 1:
                j = k  # Rustono M.Hum
                break
    while (
        j - i > 1
        and lows[j - 1] in article.lexicon.degrees
        and words[j - 1][1:2].isupper()
        and not (j - i == 2 and initials(words[i]))
        and lows[j - 1] != "md"
    ):
        j -= 1  # Sofyan Hidayat MM
    while j > i + 1 and not kinds[j - 1] & ALNUM and words[j - 1] in ".-\u2013/&'":
        if words[j - 1] == "." and (len(words[j - 2]) == 1 or lows[j - 2] == "tbk"):
            break
        j -= 1
    return i, j


def initials(word: str) -> bool:
    """*RD*: a person whose name is withheld."""
    return len(word) < 4 and word.isupper()

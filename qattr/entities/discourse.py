"""What is known while the turns of an article are gone through: who is named, who has the floor, what is told before.

A link (:mod:`.links`) asks this and the turn, nothing else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from qattr.entities.entity import Entity
from qattr.entities.floor import Floor
from qattr.entities.groups import Groups, SharedName
from qattr.entities.matching import add, find
from qattr.entities.table import EntityTable
from qattr.mentions import Mention, Range
from qattr.rules.attribution import Turn
from qattr.rules.dispatch import Dispatch
from qattr.rules.narrated import narrated
from qattr.text import windows
from qattr.text.article import Article


class Discourse:
    """The entities, the sentences and the turns of one article, and the floor up to the turn that is asked about."""

    __slots__ = ("_coming", "_starts", "_turns", "article", "floor", "groups", "sentences", "table")

    def __init__(self, table: EntityTable, sentences: list[int], turns: list[Turn]) -> None:
        self.article: Article = table.article
        self.table = table
        self.sentences = sentences
        """The words that open a sentence."""
        self.floor = Floor()
        self.groups = Groups(table, self.floor)
        self._starts = [turn.at for turn in turns]
        self._turns = turns
        self._coming: list[Turn] | None = None

    # -- entities

    def entity(self, at: int) -> Entity:
        """The entity with this index."""
        return self.table.entities[at]

    def is_person(self, at: int | None) -> bool:
        """Whether there is such an entity and it is a person."""
        return at is not None and self.table.entities[at].kind == "person"

    def named(self, mention: Mention) -> list[int]:
        """The entities that a mention with a name can mean."""
        assert mention.name is not None
        return find(self.table, self.table.keys[mention.name])

    def sharing(self, mention: Mention, found: list[int]) -> SharedName:
        """What is known of the several entities that :meth:`named` has found."""
        assert mention.name is not None
        return self.groups.sharing(self.table.keys[mention.name], found)

    def add(self, mention: Mention) -> int | None:
        """The entity of a mention with a name, a new one where nobody is called so."""
        return add(self.table, mention)

    # -- sentences and turns

    def sentence_of(self, i: int) -> int:
        """The number of the sentence in which word ``i`` stands."""
        return bisect_right(self.sentences, i) - 1

    def sentence(self, number: int) -> Range:
        """The words of a sentence."""
        begins = self.sentences
        last = begins[number + 1] if number + 1 < len(begins) else len(self.article.words)
        return begins[number], last

    def told_of(self, number: int) -> Mention | None:
        """*Hasan memasuki ruangan.*: whom a sentence is about in which nobody speaks."""
        begin, end = self.sentence(number)
        k = bisect_left(self._starts, begin)
        if k < len(self._starts) and self._starts[k] < end:
            return None
        return narrated(self.article, begin, end)

    def coming(self, i: int) -> Turn | None:
        """The first turn after word ``i`` whose words tell who speaks."""
        if self._coming is None:
            self._coming = [turn for turn in self._turns if turn.mention is not None and turn.speaks]
        k = bisect_right(self._coming, i, key=attrgetter("at"))
        return self._coming[k] if k < len(self._coming) else None

    def turns_of(self, at: int) -> Iterator[Turn]:
        """The last turns at which an entity had the floor, latest first."""
        for when, who in islice(reversed(self.floor.turns), windows.TURNS_BACK):
            if who == at:
                yield self._turns[bisect_left(self._starts, when)]

    # -- the floor

    def give_floor(self, at: int, turn: Turn, others: tuple[int, ...] = ()) -> None:
        """An entity has spoken, or is brought in as speaking, perhaps with others."""
        if others:
            self.floor.together = turn.at, (at, *others)
        entity = self.table.entities[at]
        guest = entity.kind == "organization" and self._is_guest(entity, turn)
        self.floor.give(at, turn, guest=guest)

    def _is_guest(self, entity: Entity, turn: Turn) -> bool:
        """*BPS mencatat inflasi naik*: an organization whose words are only reported, *polisi* or *pemerintah* take no
        floor from a person."""
        if not self.is_person(self.floor.holder):
            return False
        general = len(entity.key) == 1 and self.article.lexicon.organizations.get(entity.key[0]) == "speaks"
        return general or not (turn.aloud and turn.speaks)


class Together(NamedTuple):
    """*Keduanya*: several entities that speak as one."""

    first: int
    others: tuple[int, ...]


Link = Callable[[Discourse, Turn], int | Together | None]
NO_WORDS = ""
"""Where a turn would have the type of its mention if it had one: *ujarnya*, a quotation without a cue."""
DISPATCH = Dispatch[Link]()
looks_at = DISPATCH.at
"""The link below looks at turns whose mentions have these types."""


def only(found: Iterable[int]) -> int | None:
    """The only one; ``None`` where there are several or none.

    >>> only([3]), only([3, 4]), only([])
    (3, None, None)
    """
    some = list(islice(found, 2))
    return some[0] if len(some) == 1 else None

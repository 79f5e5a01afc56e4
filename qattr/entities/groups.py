"""Entities among whom it is asked again and again who spoke last, and who is introduced first.

*Rahmat* where many are called so, *Kepala Dinas* where many are: an article may quote thousands, so the answer is
carried on from one question to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from qattr.entities.entity import NOWHERE, Entities, Entity
from qattr.entities.floor import Floor
from qattr.entities.roles import same_role
from qattr.entities.table import EntityTable
from qattr.lexicon.tags import tagged

_ANY_ORGANIZATION = tagged("means", "any_organization")
"""*lembaga itu*: an organization of whatever kind."""
_COMPANY = tagged("means", "this_company")
"""*perseroan*: the company that the article is about."""
_HEADS_COMPANY = tagged("heads", "company")
"""*PT Persada*, *Bank Melur*."""
_FEW = 32
"""Of so many entities each is asked; of more, the turns are walked back."""
T = TypeVar("T")


class Group:
    """Some of the entities; it may grow."""

    __slots__ = ("_earliest", "_entities", "_floor", "_moved", "_spoke", "_walked", "members")

    def __init__(self, floor: Floor, entities: Entities) -> None:
        self._floor = floor
        self._entities = entities
        self.members: dict[int, None] = {}
        self._spoke: list[int] = []
        """Those who spoke last in the first ``_walked`` turns."""
        self._walked = 0
        self._earliest = (NOWHERE, -1)
        self._moved = -1

    def join(self, at: int) -> None:
        """Count an entity among these."""
        if at in self.members:
            return
        self.members[at] = None
        self._moved = -1
        history = self._floor.last
        last = history[self._spoke[0]] if self._spoke else -1
        when = history.get(at, -1)
        if when > last:
            self._spoke = [at]
        elif when == last >= 0:
            self._spoke.append(at)

    def spoke_last(self) -> list[int]:
        """Who of these had the floor last: none where nobody had it, several where they had it at the same word."""
        history, turns = self._floor.last, self._floor.turns
        if len(self.members) <= _FEW:
            return _latest(self.members, history)
        found: list[int] = []
        last = -1
        for n in range(len(turns) - 1, self._walked - 1, -1):
            when, at = turns[n]
            if when < last:
                break
            if at in self.members and at not in found:
                found.append(at)
                last = when
        self._walked = len(turns)
        if found:
            self._spoke = found + [at for at in self._spoke if at not in found and history[at] == last]
        return self._spoke

    def earliest(self) -> tuple[int, int]:
        """Where the first of these is introduced, and who that is."""
        entities = self._entities
        if self._moved != entities.moved:
            self._moved = entities.moved
            self._earliest = min(((entities[at].introduced, at) for at in self.members), default=(NOWHERE, -1))
        return self._earliest


def _latest(members: Iterable[int], history: dict[int, int]) -> list[int]:
    """Those who had the floor last."""
    found: list[int] = []
    last = -1
    for at in members:
        when = history.get(at, -1)
        if when > last:
            found, last = [at], when
        elif when == last >= 0:
            found.append(at)
    return found


class _Growing(Generic[T]):
    """A group of those whom a growing list tells, where a question says yes."""

    __slots__ = ("_asked", "_listed", "_question", "group")

    def __init__(self, group: Group, listed: Sequence[T], question: Callable[[T], int | None]) -> None:
        self.group = group
        self._listed = listed
        self._question = question
        """One of the list -> the entity that belongs here, or ``None``."""
        self._asked = 0

    def up_to_date(self) -> Group:
        """The group with what has come to the list since it was last asked for."""
        for item in self._listed[self._asked :]:
            at = self._question(item)
            if at is not None:
                self.group.join(at)
        self._asked = len(self._listed)
        return self.group


class SharedName(NamedTuple):
    """*Rahma*, where two people are called so."""

    found: list[int]
    group: Group
    first: list[int]
    """Those of them whose name begins with it."""


class Groups:
    """The groups that have been asked for so far: by role, by a word for an organization, by a shared name."""

    __slots__ = ("_by_name", "_by_organization", "_by_role", "_floor", "_table", "_turned")

    def __init__(self, table: EntityTable, floor: Floor) -> None:
        self._table = table
        self._floor = floor
        self._by_role: dict[tuple[str, ...], _Growing[tuple[int, list[str]]]] = {}
        self._by_organization: dict[str, _Growing[int]] = {}
        self._by_name: dict[tuple[str, ...], SharedName] = {}
        self._turned = 0

    def _none(self) -> Group:
        """A group without members."""
        return Group(self._floor, self._table.entities)

    def having(self, wanted: list[str]) -> Group:
        """*Kepala Dinas*: those who have a role of these words, abbreviations spelled out."""
        listed = self._table.roles.with_words(wanted)
        key = tuple(wanted)
        known = self._by_role.get(key)
        if known is None:
            if listed is None:
                return self._none()

            def has_it(role: tuple[int, list[str]]) -> int | None:
                """Whose role it is, if it is the wanted one."""
                return role[0] if same_role(wanted, role[1]) else None

            known = self._by_role[key] = _Growing(self._none(), listed, has_it)
        return known.up_to_date()

    def organizations_like(self, noun: str) -> Group:
        """The organizations that *lembaga itu*, *yayasan itu* can mean."""
        anything = noun in _ANY_ORGANIZATION
        return self._organizations(noun, lambda entity: anything or noun in entity.key)

    def companies(self) -> Group:
        """The organizations that are surely companies."""
        return self._organizations("*pt", lambda entity: entity.key[0] in _HEADS_COMPANY)

    def meant_by_company(self) -> Group:
        """The organizations that *perseroan* can mean, since it stands for one that has been named."""
        return self._organizations("*perseroan", lambda entity: entity.key[0] not in _COMPANY)

    def _organizations(self, key: str, belongs: Callable[[Entity], bool]) -> Group:
        """The organizations of which a question is true, kept under ``key``."""
        entities = self._table.entities
        if self._turned != entities.turned:
            self._turned = entities.turned
            self._by_organization.clear()
        known = self._by_organization.get(key)
        if known is None:

            def is_one(at: int) -> int | None:
                """The entity itself, if it is such an organization."""
                return at if entities[at].kind == "organization" and belongs(entities[at]) else None

            known = self._by_organization[key] = _Growing(self._none(), self._table.organizations, is_one)
        return known.up_to_date()

    def sharing(self, key: tuple[str, ...], found: list[int]) -> SharedName:
        """The several entities that have been found for a name, as a group; kept as long as the table keeps them."""
        kept = self._by_name.get(key)
        if kept is not None and kept.found is found:
            return kept
        group, entities = self._none(), self._table.entities
        for at in found:
            group.join(at)
        shared = SharedName(found, group, [at for at in found if entities[at].key[0] == key[0]])
        if self._table.shared.get(key) is found:
            self._by_name[key] = shared
        return shared

"""Sources among whom it is asked again and again who spoke last, and who is introduced first.

*Rahmat* where many are called so, *Kepala Dinas* where many are: an article may quote thousands, so the answer is
carried on from one question to the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qattr.entities.table import EntityTable


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


_FEW = 32
"""Of so many entities each is asked; of more, the turns are walked back."""


class Group:
    """Some of the entities; it may grow."""

    __slots__ = ("_earliest", "_moved", "_spoke", "_table", "_walked", "members", "read", "taken_from")

    def __init__(self, table: EntityTable, taken_from: list[Any] | None = None) -> None:
        self._table = table
        self.members: dict[int, None] = {}
        self.taken_from = [] if taken_from is None else taken_from
        """A growing list that tells who belongs here; ``read`` of it have been looked at."""
        self.read = 0
        self._spoke: list[int] = []
        """Those who spoke last in the first ``_walked`` turns."""
        self._walked = 0
        self._earliest = (0, 0)
        self._moved = -1

    def fresh(self) -> list[Any]:
        """What has come to ``taken_from`` since it was last asked for."""
        rest = self.taken_from[self.read :]
        self.read = len(self.taken_from)
        return rest

    def join(self, at: int) -> None:
        """Count an entity among these."""
        if at in self.members:
            return
        self.members[at] = None
        self._moved = -1
        history = self._table.history
        last = history[self._spoke[0]] if self._spoke else -1
        when = history.get(at, -1)
        if when > last:
            self._spoke = [at]
        elif when == last >= 0:
            self._spoke.append(at)

    def spoke_last(self) -> list[int]:
        """Who of these had the floor last: none where nobody had it, several where they had it at the same word."""
        history, turns = self._table.history, self._table.had_floor
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
        if self._moved != self._table.moved:
            self._moved = self._table.moved
            entities = self._table.entities
            self._earliest = min(((entities[at].introduced, at) for at in self.members), default=(1 << 60, -1))
        return self._earliest

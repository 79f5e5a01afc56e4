"""Sources among whom it is asked again and again who spoke last, and who is introduced first.

*Rahmat* where many are called so, *Kepala Dinas* where many are: an article may quote thousands, so the answer is
carried on from one question to the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qattr.entities.table import People


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
"""Of so many sources each is asked; of more, the turns are walked back."""


class Group:
    """Some of the sources; it may grow."""

    __slots__ = ("_earliest", "_moved", "_people", "_spoke", "_walked", "members", "read", "taken_from")

    def __init__(self, people: People, taken_from: list[Any] | None = None) -> None:
        self._people = people
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
        """Count a source among these."""
        if at in self.members:
            return
        self.members[at] = None
        self._moved = -1
        history = self._people.history
        last = history[self._spoke[0]] if self._spoke else -1
        when = history.get(at, -1)
        if when > last:
            self._spoke = [at]
        elif when == last >= 0:
            self._spoke.append(at)

    def spoke_last(self) -> list[int]:
        """Who of these had the floor last: none where nobody had it, several where they had it at the same word."""
        history, turns = self._people.history, self._people.turns
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
        if self._moved != self._people.moved:
            self._moved = self._people.moved
            sources = self._people.sources
            self._earliest = min(((sources[at].introduced, at) for at in self.members), default=(1 << 60, -1))
        return self._earliest

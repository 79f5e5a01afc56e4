"""Who has the floor now, and who had it when: the history that *-nya*, *dia* and a bare quotation ask."""

from __future__ import annotations

from enum import IntEnum

from qattr.rules.attribution import Turn


class Voice(IntEnum):
    """How somebody is heard, weakest first."""

    BROUGHT_IN = 0
    """*Hal itu disampaikan Rahma.*"""
    REPORTED = 1
    """*Rahma mengatakan stok aman.*"""
    ALOUD = 2
    """*"Stok aman," kata Rahma.*"""


def voice_of(turn: Turn) -> Voice:
    """*Hal itu disampaikan Rahma*, *Rahma mengatakan stok aman*, *"Stok aman," kata Rahma*: how a turn is heard."""
    if not turn.speaks:
        return Voice.BROUGHT_IN
    return Voice.ALOUD if turn.aloud else Voice.REPORTED


class Floor:
    """Rahma speaks at word 4, Hasan at word 30: Hasan has the floor, ``last`` is ``{rahma: 4, hasan: 30}``.

    Entities are named by their index, places by their word.
    """

    __slots__ = ("before", "holder", "last", "reported", "since", "times", "together", "turns", "voice")

    def __init__(self) -> None:
        self.holder: int | None = None
        """Who has it."""
        self.voice = Voice.BROUGHT_IN
        """The strongest voice in which the holder has been heard since the floor came to them …"""
        self.times = 0
        """… and how often."""
        self.since: Turn | None = None
        """The turn at which the floor came to the holder."""
        self.together: tuple[int, tuple[int, ...]] | None = None
        """Who spoke together last, and when."""
        self.before: int | None = None
        """Who was quoted aloud last before the holder."""
        self.reported: int | None = None
        """The organization that was reported since, without taking the floor."""
        self.last: dict[int, int] = {}
        """When each entity last had it, as a guest too."""
        self.turns: list[tuple[int, int]] = []
        """When somebody had it, and who, in text order."""

    def give(self, at: int, turn: Turn, *, guest: bool) -> None:
        """The floor goes to an entity at a turn; a ``guest`` is heard, and whoever has the floor keeps it."""
        self.last[at] = turn.at
        self.turns.append((turn.at, at))
        if guest:
            self.reported = at
            return
        voice = voice_of(turn)
        if at != self.holder:
            if self.voice == Voice.ALOUD:
                self.before = self.holder
            self.holder, self.voice, self.times, self.since = at, voice, 0, turn
        self.voice = max(self.voice, voice)
        self.times += 1
        self.reported = None

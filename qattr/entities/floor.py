"""Who has the floor now, and who had it when: the history that *-nya*, *dia* and a bare quotation ask."""

from __future__ import annotations


class Floor:
    """Rahma speaks at word 4, Hasan at word 30: Hasan has the floor, ``last`` is ``{rahma: 4, hasan: 30}``.

    Entities are named by their index, places by their word.
    """

    __slots__ = ("holder", "last", "reported", "turns")

    def __init__(self) -> None:
        self.holder: int | None = None
        """Who has it."""
        self.reported: int | None = None
        """The organization that was reported since, without taking the floor."""
        self.last: dict[int, int] = {}
        """When each entity last had it, as a guest too."""
        self.turns: list[tuple[int, int]] = []
        """When somebody had it, and who, in text order."""

    def give(self, at: int, when: int, *, guest: bool) -> None:
        """The floor goes to an entity at a word; a ``guest`` is heard, and whoever has the floor keeps it."""
        self.last[at] = when
        self.turns.append((when, at))
        if guest:
            self.reported = at
        else:
            self.holder, self.reported = at, None

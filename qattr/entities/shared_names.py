"""Names of which several entities have a longer form: *Rahma* beside *Rahma Wulandari* and *Siti Rahma*."""

from __future__ import annotations

from collections.abc import Iterable

from qattr.entities.names import NameKey


class SharedNames(dict[NameKey, list[int] | None]):
    """A shared name -> the entities that it can mean; ``None`` where another one may have come since."""

    __slots__ = ("_by_word",)

    def __init__(self) -> None:
        super().__init__()
        self._by_word: dict[str, set[NameKey]] = {}

    def keep(self, key: NameKey, found: list[int]) -> None:
        """A name is shared by these."""
        self[key] = found
        for word in key:
            self._by_word.setdefault(word, set()).add(key)

    def reopen(self, words: Iterable[str]) -> None:
        """Somebody is called by these words: whoever shares a name with one of them is looked for again."""
        for word in words:
            for key in self._by_word.pop(word, ()):
                self[key] = None

    def reopen_all(self) -> None:
        """An entity has become a person: all are looked for again."""
        for key in self:
            self[key] = None

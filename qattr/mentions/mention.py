"""The words that name somebody: *Menteri Sosial Rahma Wulandari*, *politikus itu*, *dia*."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from qattr.mentions.single_words import Range

MentionType = Literal["name", "pronoun", "role", "description", "organization", "unnamed"]


@dataclass(slots=True, eq=False)
class Mention:
    """A phrase that names somebody; all numbers are word indexes. Nothing changes a mention that has been read."""

    first: int
    last: int
    """After the whole phrase, appositions and brackets included."""
    type: MentionType
    head: Range
    """The words that point: the name, the pronoun, the role, the description."""
    name: Range | None = None
    roles: tuple[Range, ...] = ()
    organizations: tuple[Range, ...] = ()
    aliases: tuple[Range, ...] = ()
    """Other names given on the spot: *(Jokowi)*, *alias Kaesang*, *akrab disapa Emil*."""
    also: tuple[Mention, ...] = ()
    """Further sources joined by *dan*."""
    rank: bool = False
    """A rank or title stands before the name."""

    def replace(self, **changes: Any) -> Mention:
        """The same mention with other values under these names."""
        return dataclasses.replace(self, **changes)

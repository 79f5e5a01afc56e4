"""The words that name somebody: *Menteri Sosial Rahma Wulandari*, *politikus itu*, *dia*."""

from __future__ import annotations

from typing import Any, Literal

from qattr.mentions.single_words import Range

MentionType = Literal["name", "pronoun", "role", "description", "organization", "unnamed"]


class Mention:
    """A phrase that names somebody; all numbers are word indexes. Nothing changes a mention that has been read."""

    __slots__ = ("aliases", "also", "first", "head", "last", "name", "organizations", "rank", "roles", "type")

    first: int
    last: int
    """After the whole phrase, appositions and brackets included."""
    type: MentionType
    head: Range
    """The words that point: the name, the pronoun, the role, the description."""
    name: Range | None
    roles: tuple[Range, ...]
    organizations: tuple[Range, ...]
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
        type: MentionType,
        head: Range,
        name: Range | None = None,
        aliases: tuple[Range, ...] = (),
    ) -> None:
        self.first, self.last, self.type, self.head = first, last, type, head
        self.name, self.aliases, self.rank = name, aliases, False
        self.roles = self.organizations = self.also = ()

    def replace(self, **changes: Any) -> Mention:
        """The same mention with other values under these names."""
        made = Mention(self.first, self.last, self.type, self.head, self.name, self.aliases)
        made.roles, made.organizations, made.also, made.rank = self.roles, self.organizations, self.also, self.rank
        for field, value in changes.items():
            setattr(made, field, value)
        return made

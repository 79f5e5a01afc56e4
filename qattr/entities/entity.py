"""Who speaks or is named, while an article is being read."""

from __future__ import annotations

from qattr.entities.names import NameKey
from qattr.mentions import Mention, Range
from qattr.model import Kind

NOWHERE = 1 << 60
"""Where an entity is introduced of whom no mention has been noted."""


class Entity:
    """Somebody who speaks or is named: *Rahma Wulandari*, whom the article also calls *Rahma* and *Amah*."""

    __slots__ = ("aliases", "introduced", "key", "kind", "links", "mentions", "name", "organizations", "roles")

    key: NameKey
    """What is compared of the name by which the entity came; ``("*", "warga")`` where it came without one."""
    name: str
    """What is shown: the text of the first mention until :mod:`.naming` has chosen among all."""
    kind: Kind
    links: dict[NameKey, str]
    """What the entity is called, as it is compared, and the link that said so."""
    aliases: dict[str, None]
    """What the entity is called, as it is shown, the name itself included."""
    mentions: dict[Range, Mention]
    """Where the entity is named, and the phrase that was read there, in the order in which they were noted."""
    roles: dict[Range, bool]
    """The roles, and whether they stand at the name itself."""
    organizations: dict[Range, None]
    introduced: int
    """The first word of the first mention."""

    def __init__(self, key: NameKey, name: str, kind: Kind) -> None:
        self.key, self.name, self.kind = key, name, kind
        self.links, self.aliases, self.mentions, self.roles, self.organizations = {}, {}, {}, {}, {}
        self.introduced = NOWHERE

    @property
    def without_name(self) -> bool:
        """*seorang warga*: whether the entity came without a name, so that its key begins with ``*``."""
        return self.key[0] == "*"


class Entities(list[Entity]):
    """All entities of an article in the order in which they came; elsewhere they are named by their index."""

    __slots__ = ("moved", "turned")

    def __init__(self) -> None:
        super().__init__()
        self.moved = 0
        """How often one turned out to be introduced earlier than had been thought."""
        self.turned = 0
        """How often one turned out to be a person and no organization."""

"""Who is named in the article: its entities, and what is known of their names, roles and organizations.

The table keeps and finds; which entity a name means is asked in :mod:`.matching`, who has the floor in :mod:`.floor`.
"""

from __future__ import annotations

from qattr.entities.companies import Companies
from qattr.entities.entity import Entities, Entity
from qattr.entities.names import NameKey, NameKeys, shown_name
from qattr.entities.roles import HeldRoles
from qattr.entities.shared_names import SharedNames
from qattr.entities.short_forms import ShortForms
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.model import Kind
from qattr.text.article import Article

_RELATED = tagged("belongs", "to_name")
"""*sahabat Rahma*: the role of somebody else."""


class EntityTable:
    """All entities of one article.

    What is asked for at every attribution is looked up, not walked to: an article may quote thousands.
    """

    __slots__ = (
        "_short_forms", "article", "by_form", "by_spelled", "by_word", "companies", "entities", "keys", "nicknames",
        "organizations", "roles", "shared",
    )  # fmt: skip

    def __init__(self, article: Article) -> None:
        self.article = article
        self.entities = Entities()
        self.keys = NameKeys(article)
        self.by_form: dict[NameKey, list[int]] = {}
        """Who is called exactly so."""
        self.by_word: dict[str, dict[int, None]] = {}
        self.by_spelled: dict[str, dict[int, None]] = {}
        """Organizations by the words of their names, acronyms spelled out."""
        self.nicknames: dict[NameKey, list[int]] = {}
        self.shared = SharedNames()
        self.organizations: list[int] = []
        """All that were organizations when they came."""
        self.roles = HeldRoles(article, self.entities)
        self.companies = Companies(article, self.keys)
        self._short_forms: ShortForms | None = None

    # -- names

    def new(self, key: NameKey, name: str, kind: Kind) -> int:
        """An entity that has not been named before."""
        at = len(self.entities)
        self.entities.append(Entity(key, name, kind))
        self.call(at, key, "same_name")
        if kind == "organization":
            self.organizations.append(at)
            for word in self.spelled(key):
                self.by_spelled.setdefault(word, {})[at] = None
        return at

    def call(self, at: int, key: NameKey, link: str) -> None:
        """An entity is named by these words as well, says a link."""
        self._keep(at, key, link, self.by_form)

    def nicknamed(self, at: int, key: NameKey) -> None:
        """An entity is called so, says the article."""
        self._keep(at, key, "nickname", self.nicknames)

    def _keep(self, at: int, key: NameKey, link: str, names: dict[NameKey, list[int]]) -> None:
        """An entity is called so; it is found by each of the words."""
        self.entities[at].links.setdefault(key, link)
        for word in key:
            self.by_word.setdefault(word, {})[at] = None
        if self.shared:
            self.shared.reopen(key)
        known = names.setdefault(key, [])
        if at not in known:
            known.append(at)

    def spelled(self, key: NameKey) -> NameKey:
        """A name with the acronyms in it spelled out: *bps sukamaju* is *badan pusat statistik sukamaju*."""
        long = self.article.lexicon.acronyms
        if long.keys().isdisjoint(key):
            return key
        return tuple(part for word in key for part in (long[word].lower().split() if word in long else (word,)))

    def short_forms(self) -> ShortForms:
        """The entities by what they could be called for short or by mistake."""
        if self._short_forms is None:
            self._short_forms = ShortForms(self.entities, self.by_word)
        self._short_forms.catch_up()
        return self._short_forms

    # -- what a mention says

    def note(self, at: int, mention: Mention, shown: str) -> None:
        """Keep what a named mention says of its entity: where it is named and how, roles, organizations, nicknames."""
        entity, name = self.entities[at], mention.name
        assert name is not None
        if entity.kind != "person" and (mention.rank or (mention.roles and entity.kind != "organization")):
            self._become_person(at)
        entity.aliases[shown] = None
        entity.mentions.setdefault(name, mention)
        if mention.first < entity.introduced:
            entity.introduced = mention.first
            self.entities.moved += 1
        for role in mention.roles:
            beside = name[0] == role[1] == role[0] + 1
            if not (beside and self.article.lows[role[0]] in _RELATED):
                self.roles.hold(at, role, beside=True)
        for organization in mention.organizations:
            entity.organizations[organization] = None
        for alias in mention.aliases:
            key = self.keys[alias]
            if key and not (len(key) == 1 and len(key[0]) < 2):
                self.nicknamed(at, key)
                entity.aliases[shown_name(self.article, alias)] = None

    def _become_person(self, at: int) -> None:
        """*Kombes Persada*: what was an organization has a rank or a role."""
        self.entities[at].kind = "person"
        self.entities.turned += 1
        self.shared.reopen_all()
        self.roles.became_person(at)

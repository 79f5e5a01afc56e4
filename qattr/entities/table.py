"""Who is named in the article: its entities, their names, roles and organizations, and who has the floor.

:mod:`.gathering` reads the places where they are named; here is what is known of them, and how it is found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import compress, count

from qattr.entities.entity import NOT_SHOWN, WHERE, Entity, NameKeys, Shared, without_brackets
from qattr.entities.gathering import Gatherer
from qattr.entities.groups import Group
from qattr.entities.name_links import NAME_LINKS, NameKey, short_name
from qattr.entities.roles import Roles, same_role
from qattr.entities.short_forms import ShortForms
from qattr.lexicon.vocabulary import ANY_ORGANIZATION, COMPANY, PART_OF_NAME, RELATED
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range
from qattr.model import Kind
from qattr.rules.attribution import Turn
from qattr.text.article import Article
from qattr.text.features import TITLES


class EntityTable:
    """All entities of one article, and who has the floor.

    What is asked for at every attribution is looked up, not walked to: an article may quote thousands.
    """

    __slots__ = (
        "_coming",
        "_holders",
        "_holders_read",
        "_short_forms",
        "_told",
        "article",
        "by_form",
        "by_spelled",
        "by_word",
        "company",
        "company_names",
        "entities",
        "floor",
        "groups",
        "had_floor",
        "held",
        "history",
        "keys",
        "moved",
        "nicknames",
        "organizations",
        "reported",
        "role_words",
        "roles_by_word",
        "roles_read",
        "sentences",
        "shared",
        "shared_words",
        "turn_starts",
        "turns",
    )  # fmt: skip

    def __init__(self, article: Article, sentences: list[int]) -> None:
        self.article = article
        self.sentences = sentences
        self.entities: list[Entity] = []
        self.floor: int | None = None
        self.reported: int | None = None
        """The organization that was reported since, without taking the floor."""
        self.history: dict[int, int] = {}
        """When each entity last had the floor."""
        self.had_floor: list[tuple[int, int]] = []
        """When somebody had the floor, and who, in text order."""
        self.company = (-1, -1)
        """When an organization that *perseroan* can mean last had it, and which."""
        self.by_form: dict[NameKey, list[int]] = {}
        self.by_word: dict[str, dict[int, None]] = {}
        self.by_spelled: dict[str, dict[int, None]] = {}
        """Organizations by the words of their names, acronyms spelled out."""
        self._short_forms: ShortForms | None = None
        self.nicknames: dict[NameKey, list[int]] = {}
        self.shared: dict[NameKey, Shared | None] = {}
        """Names of which several entities have a longer form; ``None`` where another one may have come since."""
        self.shared_words: dict[str, set[NameKey]] = {}
        self.groups: dict[NameKey, Group] = {}
        self.organizations: list[int] = []
        self.held: list[tuple[int, Range]] = []
        """Who has which role, and in ``roles_by_word`` the first ``roles_read`` of these by every word, spelled out."""
        self.roles_by_word: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        self.roles_read = 0
        self._holders: dict[str, dict[int, None]] = {}
        self._holders_read = 0
        self.moved = 0
        """How often an entity turned out to stand earlier, or to be of another kind, than had been thought."""
        self.turns: list[Turn] = []
        """All of the article, in text order; ``turn_starts`` are the words where they stand."""
        self.turn_starts: list[int] = []
        self._coming: list[Turn] | None = None
        self.keys = NameKeys(article)
        self.role_words = Roles(article)
        self.company_names: set[NameKey] | None = None
        self._told: tuple[list[Mention], list[Mention]] | None = None

    # -- names

    def text(self, span: Range) -> str:
        """A name as it is written, without the titles before it and the brackets in it."""
        i, j = span
        article = self.article
        if j - i == 1:
            return article.words[i]
        lows, features = article.lows, article.features
        while (
            i < j - 1
            and (features[i] & TITLES or lows[i] in NOT_SHOWN)
            and not (lows[i] in PART_OF_NAME and i + 2 == j)
        ):
            i += 1
        if j - i == 1:
            return article.words[i]
        raw = article.slice(i, j)
        return " ".join((without_brackets(raw) if "(" in raw else raw).split())

    def add(self, mention: Mention) -> int | None:
        """Make sure that a named mention has an entity; several candidates leave it open (``None``)."""
        name = mention.name
        assert name is not None
        key = self.keys[name]
        if not key:
            return None
        found = self.by_form.get(key)
        if found is None:
            if mention.type == "organization" and "tbk" in self.article.lows[name[0] : name[1]]:
                found = []  # PT Persada Tbk is no short form of its daughter PT Persada Air
            elif key in self.shared and key not in self.nicknames:
                return None  # further entities make a shared name nobody's own
            else:
                found = self.find(key)
        if len(found) > 1:
            return None
        if found:
            at = found[0]
        else:
            organization = mention.type == "organization" or not (
                mention.roles or mention.rank or not self._company(key)
            )
            at = self.new(key, self.text(name), "organization" if organization else "person")
        self._note(at, mention, name)
        return at

    def _company(self, key: NameKey) -> bool:
        """Whether a name is the short form of a company: *Lembayung Motor* of *PT Lembayung Motor Indonesia*."""
        article = self.article
        if self.company_names is None:
            at = compress(count(1), map("pt".__eq__, article.lows)) if "PT" in article.vocabulary else ()
            self.company_names = {tuple(article.lows[i : i + n]) for i in at for n in (1, 2, 3)}
        return key in self.company_names

    def new(self, key: NameKey, name: str, kind: Kind) -> int:
        """An entity that has not been named before."""
        at = len(self.entities)
        self.entities.append(Entity(key, name, kind))
        self.form(at, key, "same_name")
        if kind == "organization":
            self.organizations.append(at)
            for word in self.spelled(key):
                self.by_spelled.setdefault(word, {})[at] = None
        return at

    def spelled(self, key: NameKey) -> NameKey:
        """A name with the acronyms in it spelled out: *bps sukamaju* is *badan pusat statistik sukamaju*."""
        long = self.article.lexicon.acronyms
        if long.keys().isdisjoint(key):
            return key
        return tuple(part for word in key for part in (long[word].lower().split() if word in long else (word,)))

    def form(self, at: int, key: NameKey, link: str) -> None:
        """An entity is named by these words as well."""
        self.entities[at].forms.setdefault(key, link)
        self._index(at, key)
        known = self.by_form.setdefault(key, [])
        if at not in known:
            known.append(at)

    def nicknamed(self, at: int, key: NameKey) -> None:
        """An entity is called so, says the article."""
        self.entities[at].forms.setdefault(key, "nickname")
        self._index(at, key)
        known = self.nicknames.setdefault(key, [])
        if at not in known:
            known.append(at)

    def _index(self, at: int, key: NameKey) -> None:
        by_word = self.by_word
        for word in key:
            by_word.setdefault(word, {})[at] = None
        if self.shared_words:
            for word in key:
                for other in self.shared_words.pop(word, ()):
                    self.shared[other] = None

    def short_forms(self) -> ShortForms:
        """The entities by what they could be called for short or by mistake."""
        if self._short_forms is None:
            self._short_forms = ShortForms(self.entities, self.by_word)
        self._short_forms.catch_up()
        return self._short_forms

    def find(self, key: NameKey) -> list[int]:
        """The entities that a name can mean; more than one where it is shared."""
        exact = self.by_form.get(key)
        if exact:
            return exact
        shared = self.shared.get(key)
        if shared is not None and key not in self.nicknames:
            return shared.found
        if not self.entities:
            return []
        for link in NAME_LINKS:
            found = link(self, key)
            if found:
                if len(found) == 1:
                    self.form(found[0], key, link.__name__)
                elif link is short_name:
                    self.shared[key] = self._shared(key, found)
                    for word in key:
                        self.shared_words.setdefault(word, set()).add(key)
                return found
        return []

    def forget(self) -> None:
        """Let go of the groups, which point back here: memory is free again at once, not when the cycles are found."""
        self.groups.clear()
        self.shared.clear()

    def sharing(self, key: NameKey, found: list[int]) -> Shared:
        """What is known of the several entities that :meth:`find` has found for a name."""
        shared = self.shared.get(key)
        return shared if shared is not None and shared.found is found else self._shared(key, found)

    def _shared(self, key: NameKey, found: list[int]) -> Shared:
        group = Group(self)
        for at in found:
            group.join(at)
        return Shared(found, group, [at for at in found if self.entities[at].key[0] == key[0]])

    # -- roles and organizations

    def hold(self, at: int, span: Range, beside: bool) -> None:
        """An entity has a role; ``beside``: it stands at the name."""
        roles = self.entities[at].roles
        if span not in roles:
            self.held.append((at, span))
        roles[span] = beside or roles.get(span, False)

    def holders(self, word: str) -> dict[int, None]:
        """The people in whose roles a word is written."""
        for at, span in self.held[self._holders_read :]:
            if self.entities[at].kind == "person":
                self._write_role(at, span)
        self._holders_read = len(self.held)
        return self._holders.get(word, {})

    def _write_role(self, at: int, span: Range) -> None:
        for word in self.article.lows[span[0] : span[1]]:
            self._holders.setdefault(word, {})[at] = None

    def having(self, wanted: list[str]) -> Group:
        """Those who have a role of these words, abbreviations spelled out."""
        roles = self.roles_by_word
        for at, span in self.held[self.roles_read :]:
            have = self.role_words[span]
            role = at, have
            for word in set(have):
                roles[word].append(role)
        self.roles_read = len(self.held)
        key = ("post", *wanted)
        if key not in self.groups:
            if not roles.keys() >= set(wanted):
                return Group(self)
            self.groups[key] = Group(self, min(map(roles.__getitem__, wanted), key=len))
        group = self.groups[key]
        for at, have in group.fresh():
            if same_role(wanted, have):
                group.join(at)
        return group

    def organizations_like(self, head: str) -> Group:
        """The organizations that *lembaga itu*, *yayasan itu* can mean."""
        group = self.groups.setdefault(("organization", head), Group(self, self.organizations))
        for at in group.fresh():
            entity = self.entities[at]
            if entity.kind == "organization" and (head in entity.key or head in ANY_ORGANIZATION):
                group.join(at)
        return group

    def companies(self) -> Group:
        """The organizations that are surely companies."""
        group = self.groups.setdefault(("organization",), Group(self, self.organizations))
        for at in group.fresh():
            entity = self.entities[at]
            if entity.kind == "organization" and entity.key[0] in ("pt", "bank", "grup"):
                group.join(at)
        return group

    def _note(self, at: int, mention: Mention, name: Range) -> None:
        """Keep what a mention says of its entity: where it is named, roles, organizations, nicknames."""
        entity = self.entities[at]
        if entity.kind != "person" and (mention.rank or (mention.roles and entity.kind != "organization")):
            self._become_person(at)
        if entity.mentions:  # the first has given the name
            text = self.text(name)
            if text != entity.name:
                entity.aliases[text] = None
        entity.mentions[name] = None
        if mention.first < entity.introduced:
            entity.introduced = mention.first
            self.moved += 1
        for span in mention.roles:
            beside = name[0] == span[1] == span[0] + 1
            if not (beside and self.article.lows[span[0]] in RELATED):
                self.hold(at, span, beside=True)
        for span in mention.organizations:
            entity.organizations[span] = None
        for span in mention.aliases:
            key = self.keys[span]
            if key and not (len(key) == 1 and len(key[0]) < 2):
                self.nicknamed(at, key)
                entity.aliases[self.text(span)] = None

    def _become_person(self, at: int) -> None:
        entity = self.entities[at]
        entity.kind = "person"
        self.shared = dict.fromkeys(self.shared)
        self.groups = {key: group for key, group in self.groups.items() if key[0] != "organization"}
        self.company = max(
            ((when, other) for other, when in self.history.items() if self._a_company(other)), default=(-1, -1)
        )
        for span in entity.roles:
            self._write_role(at, span)

    def _a_company(self, at: int) -> bool:
        """Whether *perseroan* can mean this entity."""
        entity = self.entities[at]
        return entity.kind == "organization" and entity.key[0] not in COMPANY

    def gather(self, turns: list[Turn], closed: list[Range]) -> None:
        """Read every place where the article names one of the entities that point; ``closed`` is not read."""
        Gatherer(self, turns, closed).gather()

    def only_company(self, before: int, *, listed: bool) -> Mention | None:
        """The one company with *PT* before its name that is named, quoted or not, before a word; ``None`` for several.

        ``listed``: among those with *Tbk* after the name, whose shares are traded."""
        if self._told is None:
            self._told = self._companies_told()
        told = self._told[listed]
        if not told or told[0].last >= before or (len(told) > 1 and told[1].last < before):
            return None
        return told[0]

    def _companies_told(self) -> tuple[list[Mention], list[Mention]]:
        """The first mention of every company, and of every listed one."""
        article = self.article
        every: dict[NameKey, Mention] = {}
        listed: dict[NameKey, Mention] = {}
        for i in compress(count(), map("pt".__eq__, article.lows)):
            mention = read(article, i, len(article.words)) if article.words[i] == "PT" else None
            if mention is None or mention.type != "organization" or mention.head[1] - mention.head[0] < 2:
                continue
            every.setdefault(self.keys[mention.head][:2], mention)
            if "tbk" in article.lows[mention.head[0] : mention.head[1] + 1]:
                listed.setdefault(self.keys[mention.head], mention)
        return (sorted(every.values(), key=lambda m: m.last), sorted(listed.values(), key=lambda m: m.last))

    # -- the floor

    def coming(self, at: int) -> Turn | None:
        """The first turn after a word that names somebody who speaks."""
        if self._coming is None:
            self._coming = [turn for turn in self.turns if turn.mention is not None and turn.speaks]
        k = bisect_right(self._coming, at, key=WHERE)
        return self._coming[k] if k < len(self._coming) else None

    def give_floor(self, at: int, when: int, aloud: bool) -> None:
        """The floor goes to an entity; an organization whose words are only reported (*BPS mencatat inflasi naik*),
        *polisi* or
        *pemerintah* do not take it from a person."""
        entity = self.entities[at]
        self.history[at] = when
        self.had_floor.append((when, at))
        if entity.kind == "organization":
            if self._a_company(at):
                self.company = max(self.company, (when, at))
            general = len(entity.key) == 1 and self.article.lexicon.organizations.get(entity.key[0]) == "speaks"
            if self.floor is not None and self.entities[self.floor].kind == "person" and (general or not aloud):
                self.reported = at
                return
        self.floor, self.reported = at, None

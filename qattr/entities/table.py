"""Who is named in the article: its sources, their names, posts and bodies, and who has the floor.

:mod:`.gathering` reads the places where they are named; here is what is known of them, and how it is found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import compress, count

from qattr.entities.entity import NOT_SHOWN, WHERE, Keys, Pointer, Shared, Source, without_brackets
from qattr.entities.gathering import Gatherer
from qattr.entities.groups import Group
from qattr.entities.name_links import NAME_LINKS, Key, short_name
from qattr.entities.roles import Posts, same_post
from qattr.entities.short_forms import ShortForms
from qattr.lexicon.vocabulary import ANY_BODY, COMPANY, PART_OF_NAME, RELATED
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range
from qattr.model import Kind
from qattr.text.article import Article
from qattr.text.features import TITLES


class People:
    """All sources of one article, and who has the floor.

    What is asked for at every statement is looked up, not walked to: an article may quote thousands.
    """

    __slots__ = (
        "_coming", "_holders", "_holders_read", "_short_forms", "_told", "article", "bodies", "by_form", "by_spelled",
        "by_word", "company", "company_names", "floor", "groups", "held", "history", "keys", "known", "moved",
        "nicknames", "pointers", "pointing", "post_words", "posts", "posts_read", "reported", "sentences", "shared",
        "shared_words", "sources", "turns",
    )  # fmt: skip

    def __init__(self, article: Article, known: frozenset[str], sentences: list[int]) -> None:
        self.article = article
        self.known = known
        self.sentences = sentences
        self.sources: list[Source] = []
        self.floor: int | None = None
        self.reported: int | None = None
        """The body that was reported since, without taking the floor."""
        self.history: dict[int, int] = {}
        """When each source last had the floor."""
        self.turns: list[tuple[int, int]] = []
        """When somebody had the floor, and who, in text order."""
        self.company = (-1, -1)
        """When a body that *perseroan* can mean last had it, and which."""
        self.by_form: dict[Key, list[int]] = {}
        self.by_word: dict[str, dict[int, None]] = {}
        self.by_spelled: dict[str, dict[int, None]] = {}
        """Bodies by the words of their names, acronyms spelled out."""
        self._short_forms: ShortForms | None = None
        self.nicknames: dict[Key, list[int]] = {}
        self.shared: dict[Key, Shared | None] = {}
        """Names of which several sources have a longer form; ``None`` where another one may have come since."""
        self.shared_words: dict[str, set[Key]] = {}
        self.groups: dict[Key, Group] = {}
        self.bodies: list[int] = []
        self.held: list[tuple[int, Range]] = []
        """Who has which post, and in ``posts`` the first ``posts_read`` of these by every word, spelled out."""
        self.posts: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        self.posts_read = 0
        self._holders: dict[str, dict[int, None]] = {}
        self._holders_read = 0
        self.moved = 0
        """How often a source turned out to stand earlier, or to be of another kind, than had been thought."""
        self.pointers: list[Pointer] = []
        """All of the article, in text order; ``pointing`` are the words where they stand."""
        self.pointing: list[int] = []
        self._coming: list[Pointer] | None = None
        self.keys = Keys(article)
        self.post_words = Posts(article)
        self.company_names: set[Key] | None = None
        self._told: tuple[list[Mention], list[Mention]] | None = None

    # -- names

    def text(self, span: Range) -> str:
        """A name as it is written, without the titles before it and the brackets in it."""
        i, j = span
        article = self.article
        if j - i == 1:
            return article.words[i]
        lows, kinds = article.lows, article.kinds
        while (
            i < j - 1 and (kinds[i] & TITLES or lows[i] in NOT_SHOWN) and not (lows[i] in PART_OF_NAME and i + 2 == j)
        ):
            i += 1
        if j - i == 1:
            return article.words[i]
        raw = article.slice(i, j)
        return " ".join((without_brackets(raw) if "(" in raw else raw).split())

    def add(self, mention: Mention) -> int | None:
        """Make sure that a named mention has a source; several candidates leave it open (``None``)."""
        name = mention.name
        assert name is not None
        key = self.keys[name]
        if not key:
            return None
        found = self.by_form.get(key)
        if found is None:
            if mention.form == "body" and "tbk" in self.article.lows[name[0] : name[1]]:
                found = []  # PT Persada Tbk is no short form of its daughter PT Persada Air
            elif key in self.shared and key not in self.nicknames:
                return None  # further sources make a shared name nobody's own
            else:
                found = self.find(key)
        if len(found) > 1:
            return None
        if found:
            at = found[0]
        else:
            body = mention.form == "body" or not (mention.roles or mention.rank or not self._company(key))
            at = self.new(key, self.text(name), "organization" if body else "person")
        self._note(at, mention, name)
        return at

    def _company(self, key: Key) -> bool:
        """Whether a name is the short form of a company: *Lembayung Motor* of *PT Lembayung Motor Indonesia*."""
        article = self.article
        if self.company_names is None:
            at = compress(count(1), map("pt".__eq__, article.lows)) if "PT" in article.vocabulary else ()
            self.company_names = {tuple(article.lows[i : i + n]) for i in at for n in (1, 2, 3)}
        return key in self.company_names

    def new(self, key: Key, name: str, kind: Kind) -> int:
        """A source that has not been named before."""
        at = len(self.sources)
        self.sources.append(Source(key, name, kind))
        self.form(at, key, "same_name")
        if kind == "organization":
            self.bodies.append(at)
            for word in self.spelled(key):
                self.by_spelled.setdefault(word, {})[at] = None
        return at

    def spelled(self, key: Key) -> Key:
        """A name with the acronyms in it spelled out: *bps sukamaju* is *badan pusat statistik sukamaju*."""
        long = self.article.lexicon.acronyms
        if long.keys().isdisjoint(key):
            return key
        return tuple(part for word in key for part in (long[word].lower().split() if word in long else (word,)))

    def form(self, at: int, key: Key, link: str) -> None:
        """A source is named by these words as well."""
        self.sources[at].forms.setdefault(key, link)
        self._index(at, key)
        known = self.by_form.setdefault(key, [])
        if at not in known:
            known.append(at)

    def nicknamed(self, at: int, key: Key) -> None:
        """A source is called so, says the article."""
        self.sources[at].forms.setdefault(key, "nickname")
        self._index(at, key)
        known = self.nicknames.setdefault(key, [])
        if at not in known:
            known.append(at)

    def _index(self, at: int, key: Key) -> None:
        by_word = self.by_word
        for word in key:
            by_word.setdefault(word, {})[at] = None
        if self.shared_words:
            for word in key:
                for other in self.shared_words.pop(word, ()):
                    self.shared[other] = None

    def short_forms(self) -> ShortForms:
        """The sources by what they could be called for short or by mistake."""
        if self._short_forms is None:
            self._short_forms = ShortForms(self.sources, self.by_word)
        self._short_forms.catch_up()
        return self._short_forms

    def find(self, key: Key) -> list[int]:
        """The sources that a name can mean; more than one where it is shared."""
        exact = self.by_form.get(key)
        if exact:
            return exact
        shared = self.shared.get(key)
        if shared is not None and key not in self.nicknames:
            return shared.found
        if not self.sources:
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

    def sharing(self, key: Key, found: list[int]) -> Shared:
        """What is known of the several sources that :meth:`find` has found for a name."""
        shared = self.shared.get(key)
        return shared if shared is not None and shared.found is found else self._shared(key, found)

    def _shared(self, key: Key, found: list[int]) -> Shared:
        group = Group(self)
        for at in found:
            group.join(at)
        return Shared(found, group, [at for at in found if self.sources[at].key[0] == key[0]])

    # -- posts and bodies

    def hold(self, at: int, span: Range, beside: bool) -> None:
        """A source has a post; ``beside``: it stands at the name."""
        roles = self.sources[at].roles
        if span not in roles:
            self.held.append((at, span))
        roles[span] = beside or roles.get(span, False)

    def holders(self, word: str) -> dict[int, None]:
        """The people in whose posts a word is written."""
        for at, span in self.held[self._holders_read :]:
            if self.sources[at].kind == "person":
                self._write_post(at, span)
        self._holders_read = len(self.held)
        return self._holders.get(word, {})

    def _write_post(self, at: int, span: Range) -> None:
        for word in self.article.lows[span[0] : span[1]]:
            self._holders.setdefault(word, {})[at] = None

    def having(self, wanted: list[str]) -> Group:
        """Those who have a post of these words, abbreviations spelled out."""
        posts = self.posts
        for at, span in self.held[self.posts_read :]:
            have = self.post_words[span]
            post = at, have
            for word in set(have):
                posts[word].append(post)
        self.posts_read = len(self.held)
        key = ("post", *wanted)
        if key not in self.groups:
            if not posts.keys() >= set(wanted):
                return Group(self)
            self.groups[key] = Group(self, min(map(posts.__getitem__, wanted), key=len))
        group = self.groups[key]
        for at, have in group.fresh():
            if same_post(wanted, have):
                group.join(at)
        return group

    def bodies_like(self, head: str) -> Group:
        """The bodies that *lembaga itu*, *yayasan itu* can mean."""
        group = self.groups.setdefault(("body", head), Group(self, self.bodies))
        for at in group.fresh():
            source = self.sources[at]
            if source.kind == "organization" and (head in source.key or head in ANY_BODY):
                group.join(at)
        return group

    def companies(self) -> Group:
        """The bodies that are surely companies."""
        group = self.groups.setdefault(("body",), Group(self, self.bodies))
        for at in group.fresh():
            source = self.sources[at]
            if source.kind == "organization" and source.key[0] in ("pt", "bank", "grup"):
                group.join(at)
        return group

    def _note(self, at: int, mention: Mention, name: Range) -> None:
        """Keep what a mention says of its source: where it is named, posts, bodies, nicknames."""
        source = self.sources[at]
        if source.kind != "person" and (mention.rank or (mention.roles and source.kind != "organization")):
            self._become_person(at)
        if source.mentions:  # the first has given the name
            text = self.text(name)
            if text != source.name:
                source.aliases[text] = None
        source.mentions[name] = None
        if mention.first < source.introduced:
            source.introduced = mention.first
            self.moved += 1
        for span in mention.roles:
            beside = name[0] == span[1] == span[0] + 1
            if not (beside and self.article.lows[span[0]] in RELATED):
                self.hold(at, span, beside=True)
        for span in mention.bodies:
            source.bodies[span] = None
        for span in mention.aliases:
            key = self.keys[span]
            if key and not (len(key) == 1 and len(key[0]) < 2):
                self.nicknamed(at, key)
                source.aliases[self.text(span)] = None

    def _become_person(self, at: int) -> None:
        source = self.sources[at]
        source.kind = "person"
        self.shared = dict.fromkeys(self.shared)
        self.groups = {key: group for key, group in self.groups.items() if key[0] != "body"}
        self.company = max(
            ((when, other) for other, when in self.history.items() if self._a_company(other)), default=(-1, -1)
        )
        for span in source.roles:
            self._write_post(at, span)

    def _a_company(self, at: int) -> bool:
        """Whether *perseroan* can mean this source."""
        source = self.sources[at]
        return source.kind == "organization" and source.key[0] not in COMPANY

    def gather(self, pointers: list[Pointer], closed: list[Range]) -> None:
        """Read every place where the article names one of the sources that point; ``closed`` is not read."""
        Gatherer(self, pointers, closed).gather()

    def only_company(self, before: int, *, listed: bool) -> Mention | None:
        """The one company with *PT* before its name that is named, quoted or not, before a word; ``None`` for several.

        ``listed``: among those with *Tbk* behind the name, whose shares are traded."""
        if self._told is None:
            self._told = self._companies_told()
        told = self._told[listed]
        if not told or told[0].last >= before or (len(told) > 1 and told[1].last < before):
            return None
        return told[0]

    def _companies_told(self) -> tuple[list[Mention], list[Mention]]:
        """The first mention of every company, and of every listed one."""
        article = self.article
        every: dict[Key, Mention] = {}
        listed: dict[Key, Mention] = {}
        for i in compress(count(), map("pt".__eq__, article.lows)):
            mention = read(article, i, len(article.words), self.known) if article.words[i] == "PT" else None
            if mention is None or mention.form != "body" or mention.head[1] - mention.head[0] < 2:
                continue
            every.setdefault(self.keys[mention.head][:2], mention)
            if "tbk" in article.lows[mention.head[0] : mention.head[1] + 1]:
                listed.setdefault(self.keys[mention.head], mention)
        return (sorted(every.values(), key=lambda m: m.last), sorted(listed.values(), key=lambda m: m.last))

    # -- the floor

    def coming(self, at: int) -> Pointer | None:
        """The first pointer behind a word that names somebody who speaks."""
        if self._coming is None:
            self._coming = [pointer for pointer in self.pointers if pointer.mention is not None and pointer.speaks]
        k = bisect_right(self._coming, at, key=WHERE)
        return self._coming[k] if k < len(self._coming) else None

    def give_floor(self, at: int, when: int, aloud: bool) -> None:
        """The floor goes to a source; a body whose words are only reported (*BPS mencatat inflasi naik*), *polisi* or
        *pemerintah* do not take it from a person."""
        source = self.sources[at]
        self.history[at] = when
        self.turns.append((when, at))
        if source.kind == "organization":
            if self._a_company(at):
                self.company = max(self.company, (when, at))
            general = len(source.key) == 1 and self.article.lexicon.bodies.get(source.key[0]) == "speaks"
            if self.floor is not None and self.sources[self.floor].kind == "person" and (general or not aloud):
                self.reported = at
                return
        self.floor, self.reported = at, None

"""Who is named in the article: its sources, their names, posts and bodies, and who has the floor.

:meth:`People.gather` reads every place where the article names one of its sources, so that *kata Rahma* finds *Kepala
Dinas Kesehatan Rahma Wulandari* wherever that stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import compress, count, pairwise
from typing import NamedTuple

from qattr.assembly import LONGEST
from qattr.groups import Group
from qattr.kinds import ALPHA, CAPITAL, LOWER, is_capital
from qattr.lexer import Article, derived
from qattr.mentions import Mention, read
from qattr.model import Kind
from qattr.morphology import is_abstract
from qattr.name_links import NAME_LINKS, Key, short_name
from qattr.nicknames import nicknames
from qattr.posts import role_words, same_post
from qattr.spellings import Spellings
from qattr.subjects import narrated
from qattr.vocabulary import (
    ANY_BODY,
    BEFORE_A_POST,
    BEFORE_NICKNAME,
    COMPANY,
    HOUSE,
    HUMANS,
    PART_OF_NAME,
    PRODUCTS,
    RELATED,
    WEAK,
)
from qattr.words import Range, role_word


class Pointer(NamedTuple):
    """One statement's way to its source, in text order."""

    at: int
    """The word where the statement's attribution (or the statement) stands."""
    mention: Mention | None
    how: str
    """``mention``, ``nya``, ``floor``; ``same``/``next`` are settled before."""
    speaks: bool = True
    """False where somebody only takes the floor (*Hal itu disampaikan Budi*)."""
    aloud: bool = True
    """False where the statement is reported, not quoted."""


def _without_brackets(raw: str) -> str:
    """The text outside its brackets; one that is not closed runs to the end."""
    out, depth = [], 0
    for ch in raw:
        if ch == "(":
            depth += 1
        elif ch == ")" and depth:
            depth -= 1
        elif not depth:
            out.append(ch)
    return "".join(out)


class Source:
    """Somebody who speaks or is named, while the article is being read."""

    __slots__ = ("aliases", "bodies", "forms", "introduced", "key", "kind", "mentions", "name", "roles")

    def __init__(self, key: Key, name: str, kind: Kind) -> None:
        self.key = key
        self.name = name
        self.kind = kind
        self.forms: dict[Key, str] = {key: "same_name"}
        self.aliases: dict[str, None] = {}
        self.mentions: dict[Range, None] = {}
        self.roles: dict[Range, bool] = {}
        """The posts, and whether they stand at the name itself."""
        self.bodies: dict[Range, None] = {}
        self.introduced = 1 << 60


class Shared(NamedTuple):
    """A name that several sources can be meant by."""

    found: list[int]
    group: Group
    first: list[int]
    """Those of them whose name begins with it."""


class People:
    """All sources of one article, and who has the floor.

    What is asked for at every statement is looked up, not walked to: an article may quote thousands.
    """

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
        self.named: list[tuple[int, int]] = []
        """Where somebody is named, and who, in text order."""
        self.turns: list[tuple[int, int]] = []
        """When somebody had the floor, and who, in text order."""
        self.company = (-1, -1)
        """When a body that *perseroan* can mean last had it, and which."""
        self.by_form: dict[Key, list[int]] = {}
        self.by_word: dict[str, dict[int, None]] = {}
        self.spellings = Spellings()
        """The words of ``by_word``."""
        self.by_spelled: dict[str, dict[int, None]] = {}
        """Bodies by the words of their names, acronyms spelled out."""
        self.by_letters: dict[str, list[int]] = {}
        """Bodies by what their acronym would be: *bps*."""
        self.by_joined: dict[str, dict[int, None]] = {}
        """Names by two of their words written as one."""
        self.by_initials: dict[str, list[int]] = {}
        self.by_beginning: dict[str, list[int]] = {}
        """Names of several words by the first two letters."""
        self.by_ends: dict[tuple[str, str], list[int]] = {}
        """Names of several words by the first letter, and by the first three, and the last word."""
        self.nicknames: dict[Key, list[int]] = {}
        self.shared: dict[Key, Shared | None] = {}
        """Names of which several sources have a longer form; ``None`` where another one may have come since."""
        self.shared_words: dict[str, set[Key]] = {}
        self.groups: dict[Key, Group] = {}
        self.bodies: list[int] = []
        self.held: list[tuple[int, Range]] = []
        """Who has which post, and in ``posts`` the first ``posts_read`` of these by every word, spelled out."""
        self.posts: dict[str, list[tuple[int, list[str]]]] = {}
        self.posts_read = 0
        self.holders: dict[str, dict[int, None]] = {}
        """People by the words of their posts as they are written."""
        self.moved = 0
        """How often a source turned out to stand earlier, or to be of another kind, than had been thought."""
        self.coming: list[Pointer] = []
        self.keys: dict[Range, Key] = {}
        self.company_names: set[Key] | None = None
        self._told: tuple[list[Mention], list[Mention]] | None = None
        self.talk: list[int] = []
        """The words at which somebody speaks or is quoted."""

    # -- names

    def key(self, span: Range) -> Key:
        """The comparable words of a name: lower case, without dots and titles."""
        key = self.keys.get(span)
        if key is None:
            key = self.keys[span] = self._key(span)
        return key

    def _key(self, span: Range) -> Key:
        article = self.article
        out: list[str] = []
        for i in range(*span):
            low = article.lows[i]
            if low[0].isalnum() or low[0] == "@":
                out.append(low)
        while len(out) > 1 and (
            out[0] in HOUSE or article.lexicon.titles.get(out[0]) in ("honorific", "academic", "rank")
        ):
            if len(out) == 2 and out[0] in PART_OF_NAME:
                break
            out = out[1:]
        if len(out) > 1 and out[-1] == "tbk":
            out = out[:-1]
        return tuple(out)

    def text(self, span: Range) -> str:
        i, j = span
        article = self.article
        while (
            i < j - 1
            and (
                (article.lows[i] in HOUSE and article.lows[i] != "the")
                or article.lows[i] in article.lexicon.titles
                or article.words[i] == "."
            )
            and not (article.lows[i] in PART_OF_NAME and i + 2 == j)
        ):
            i += 1
        raw = article.slice(i, j)
        return " ".join((_without_brackets(raw) if "(" in raw else raw).split())

    def add(self, mention: Mention) -> int | None:
        """Make sure that a named mention has a source; several candidates leave it open (``None``)."""
        assert mention.name is not None
        key = self.key(mention.name)
        if not key:
            return None
        if mention.form == "body" and "tbk" in self.article.lows[mention.name[0] : mention.name[1]]:
            found = self.by_form.get(key, [])  # PT Persada Tbk is no short form of its daughter PT Persada Air
        elif key in self.shared and key not in self.by_form and key not in self.nicknames:
            return None  # further sources make a shared name nobody's own
        else:
            found = self.find(key)
        if len(found) > 1:
            return None
        if found:
            at = found[0]
        else:
            body = mention.form == "body" or not (mention.roles or mention.rank or not self._company(key))
            at = self.new(key, self.text(mention.name), "organization" if body else "person")
        self.note(at, mention)
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
        if len(key) < 2:
            return at
        for first, second in pairwise(key):
            if len(first) > 1 and len(second) > 2:
                self.by_joined.setdefault(first + second, {})[at] = None
        self.by_initials.setdefault("".join(word[0] for word in key), []).append(at)
        self.by_beginning.setdefault(key[0][:2], []).append(at)
        for begins in {key[0][:1], key[0][:3]}:
            self.by_ends.setdefault((begins, key[-1]), []).append(at)
        if kind == "organization":
            letters = "".join(word[0] for word in key if word not in ("dan", "di", "untuk"))
            self.by_letters.setdefault(letters, []).append(at)
        return at

    def spelled(self, key: Key) -> Key:
        """A name with the acronyms in it spelled out: *bps sukamaju* is *badan pusat statistik sukamaju*."""
        long = self.article.lexicon.acronyms
        if not any(word in long for word in key):
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
        for word in key:
            if word not in self.by_word:
                self.by_word[word] = {}
                self.spellings.add(word)
            self.by_word[word][at] = None
            for other in self.shared_words.pop(word, ()):
                self.shared[other] = None

    def find(self, key: Key) -> list[int]:
        """The sources that a name can mean; more than one where it is shared."""
        exact = self.by_form.get(key)
        if exact:
            return exact
        shared = self.shared.get(key)
        if shared is not None and key not in self.nicknames:
            return shared.found
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
        source = self.sources[at]
        if span not in source.roles:
            self.held.append((at, span))
            if source.kind == "person":
                self._write_post(at, span)
        source.roles[span] = beside or source.roles.get(span, False)

    def _write_post(self, at: int, span: Range) -> None:
        for word in self.article.lows[span[0] : span[1]]:
            self.holders.setdefault(word, {})[at] = None

    def having(self, wanted: list[str]) -> Group:
        """Those who have a post of these words, abbreviations spelled out."""
        for at, span in self.held[self.posts_read :]:
            have = role_words(self.article, span)
            for word in set(have):
                self.posts.setdefault(word, []).append((at, have))
        self.posts_read = len(self.held)
        key = ("post", *wanted)
        if key not in self.groups:
            if not all(word in self.posts for word in wanted):
                return Group(self)
            self.groups[key] = Group(self, min((self.posts[word] for word in wanted), key=len))
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

    def note(self, at: int, mention: Mention) -> None:
        """Keep what a mention says of its source: where it is named, posts, bodies, nicknames."""
        source = self.sources[at]
        if mention.roles or mention.rank:
            self._become(at, "person" if source.kind != "organization" or mention.rank else source.kind)
        if mention.name is not None:
            if mention.name not in source.mentions:
                source.mentions[mention.name] = None
                insort(self.named, (mention.name[0], at))
            if mention.first < source.introduced:
                source.introduced = mention.first
                self.moved += 1
            text = self.text(mention.name)
            if text != source.name:
                source.aliases.setdefault(text)
        for span in mention.roles:
            beside = mention.name is not None and mention.name[0] == span[1] == span[0] + 1
            if not (beside and self.article.lows[span[0]] in RELATED):
                self.hold(at, span, beside=True)
        for span in mention.bodies:
            source.bodies.setdefault(span)
        for span in mention.aliases:
            key = self.key(span)
            if key and not (len(key) == 1 and len(key[0]) < 2):
                self.nicknamed(at, key)
                source.aliases.setdefault(self.text(span))

    def _become(self, at: int, kind: Kind) -> None:
        source = self.sources[at]
        if source.kind == kind:
            return
        source.kind = kind
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
        """Read every place where the article names one of the sources that point."""
        article = self.article
        lex, words, lows, kinds = article.lexicon, article.words, article.lows, article.kinds
        named = [m for p in pointers if p.mention for m in (p.mention, *p.mention.also) if m.name is not None]
        people: set[str] = set()
        bodies: set[str] = set()
        covered: set[int] = set()
        for mention in named:
            assert mention.name is not None
            (bodies if mention.form == "body" else people).update(self.key(mention.name))
            for span in mention.aliases:
                (bodies if mention.form == "body" else people).update(self.key(span))
                covered.update(range(*span))
            covered.update(range(*mention.name))
        people = {w for w in people if len(w) > 1 and not self._common(w)}
        bodies = {w for w in bodies if len(w) > 1 and w not in people and not self._common(w)}
        found = list(named)
        for short, (i, j) in article.acronyms.items():
            if (
                short in bodies
                or any(word in bodies for word in short.split())
                or any(low in bodies for low in lows[i:j])
            ):
                at = article.at(article.ends[j - 1] + 1)
                size = len(short.split())
                found.append(
                    Mention(
                        i,
                        j,
                        "body",
                        (i, j),
                        (i, j),
                        aliases=((at + 1, at + 1 + size),) if at + 1 + size <= len(words) else (),
                    )
                )
        for word in bodies:
            spelled = lex.acronyms.get(word)
            at = article.text.find(spelled) if spelled else -1
            if at >= 0 and spelled:
                i, j = article.at(at), article.at(at + len(spelled) - 1) + 1
                found.append(Mention(i, j, "body", (i, j), (i, j)))
        starts = [s for s, _ in closed]
        done = -1
        for i in article.places(people | bodies):
            if i <= done or i in covered or not kinds[i] & CAPITAL:
                continue
            low = lows[i]
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            phrase = self.introduction(i) if low in people else self.body_at(i)
            if phrase is not None and phrase.name is not None:
                found.append(phrase)
                done = phrase.name[1] - 1
        found.extend(self._counterparts(found, covered, starts, closed))
        found.extend(self._holders(pointers, closed))
        found.sort(key=lambda m: (-len(self.key(m.name)) if m.name else 0, m.first))
        wanted = {self.key(m.name) for m in named if m.name is not None and m.form == "name"}
        called = [(key, c) for c in nicknames(article, self.known) if (key := self.key(c.nick)) in wanted]
        nicks = {key for key, _ in called}
        for mention in found:
            if not nicks or mention.name is None or self.key(mention.name) not in nicks:
                self.add(mention)
        for key, nickname in called:
            if key in self.nicknames:
                continue
            whose = self.add(nickname.name) if nickname.name is not None else self._named_before(nickname.nick[0])
            if whose is not None and key not in self.by_form:
                self.nicknamed(whose, key)
                self.sources[whose].aliases.setdefault(self.text(nickname.nick))
        for mention in found if nicks else ():
            if mention.name is not None and self.key(mention.name) in nicks:
                self.add(mention)

    def _named_before(self, i: int) -> int | None:
        """Whom the narrator named last before word ``i``: the subject of the sentence before, or the last source."""
        article = self.article
        at = bisect_right(self.sentences, i) - 1
        subject = narrated(article, self.sentences[at - 1], self.sentences[at], self.known) if at > 0 else None
        if subject is not None and subject.form == "name" and subject.name is not None:
            size = subject.name[1] - subject.name[0]
            if size > 1 or subject.roles or article.lows[subject.name[0]] in article.lexicon.given:
                return self.add(subject)
        for n in range(bisect_left(self.named, (i, 0)) - 1, -1, -1):
            source = self.sources[self.named[n][1]]
            if source.kind == "person" and len(source.key) > 1:
                return self.named[n][1]
        return None

    def _holders(self, pointers: list[Pointer], closed: list[Range]) -> list[Mention]:
        """Those introduced with a post that stands for them (*Bupati Melur, Rahma, membuka …* … *kata Bupati*)."""
        article = self.article
        heads = set()
        for pointer in pointers:
            mention = pointer.mention
            if mention is not None and mention.form in ("role", "description"):
                words = role_words(article, mention.head)
                if words:
                    heads.add(words[0])
        if not heads:
            return []
        starts = [s for s, _ in closed]
        found = []
        end = 0
        for short, head in derived(article.lexicon).post_heads:
            if head in heads:
                heads.add(short)
            elif short in heads:
                heads.discard(short)  # it is spelled out: another post
        for i in article.places(heads):
            if i < end or not article.kinds[i] & CAPITAL or not role_word(article, i) or _part_of_post(article, i):
                continue
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            mention = read(article, i, len(article.words), self.known)
            if mention is not None and mention.name is not None and mention.roles:
                found.append(mention)
                end = mention.name[1]
        return found

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
            every.setdefault(self.key(mention.head)[:2], mention)
            if "tbk" in article.lows[mention.head[0] : mention.head[1] + 1]:
                listed.setdefault(self.key(mention.head), mention)
        return (sorted(every.values(), key=lambda m: m.last), sorted(listed.values(), key=lambda m: m.last))

    def _counterparts(
        self, found: list[Mention], covered: set[int], starts: list[int], closed: list[Range]
    ) -> list[Mention]:
        """Full names of which only a cut or misspelt form speaks (*Prasetyo Hadi* … *kata Pras*)."""
        article = self.article
        longer = {word for m in found if m.name for key in (self.key(m.name),) if len(key) > 1 for word in key}
        single = {
            key[0]
            for m in found
            if m.name and m.form == "name"
            for key in (self.key(m.name),)
            if len(key) == 1 and len(key[0]) > 1 and key[0] not in longer
        }
        if not single:
            return []
        more = []
        words, lows, kinds = article.words, article.lows, article.kinds
        heads = {word[:3] for word in single}
        letters = {word[0] for word in single if len(word) < 5}
        spellings = Spellings(single)
        begun = {word[:size] for word in single if 4 < len(word) <= _LONGEST for size in range(1, len(word) + 1)}
        near = {low for low in article.low_words if (low[:3] in heads or low[0] in letters) and low not in single}
        for i in article.places(near):
            low = lows[i]
            if i in covered or not kinds[i] & CAPITAL:
                continue
            after = lows[i + 1] if i + 1 < len(lows) else ""
            if low[0] in letters and any(
                "".join(part[0] for part in lows[i : i + size]) in single and all(map(is_capital, words[i : i + size]))
                for size in (2, 3, 4)
            ):
                mention = self.introduction(i)
                if mention is not None and mention.name is not None and mention.name[1] - mention.name[0] > 1:
                    more.append(mention)
                continue
            if not (
                any(low[:size] in single for size in range(4, min(len(low), _LONGEST)))
                or any(True for _ in spellings.near(low))
                or _blended(low, after, single, begun)
            ):
                continue
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            mention = self.introduction(i)
            if mention is not None and mention.name is not None and mention.name[1] - mention.name[0] > 1:
                more.append(mention)
        return more

    def _common(self, word: str) -> bool:
        lex = self.article.lexicon
        return (
            word in lex.stops
            or word in lex.prepositions
            or (word in lex.fields and word not in lex.given)
            or (word in lex.places and word not in lex.given)
            or word in WEAK
        )

    def body_at(self, i: int) -> Mention | None:
        """The name of a body around word ``i``, where no post stands before it and no person's name behind."""
        article = self.article
        words, lows, kinds = article.words, article.lows, article.kinds
        begin = self.sentences[max(0, bisect_right(self.sentences, i) - 1)] if self.sentences else 0
        post = next(
            (
                m
                for m in range(i - 1, max(begin, i - 8) - 1, -1)
                if article.lexicon.roles.get(lows[m]) == "post" and kinds[m] & CAPITAL
            ),
            None,
        )
        if post is not None and not any(
            words[m] == "," or (words[m] == "(" and not role_word(article, m + 1)) for m in range(post, i)
        ):
            return None  # Kepala Seksi (Kasi) Logistik BPBD Melur: part of a post
        k = i
        while (
            k > begin
            and kinds[k - 1] & CAPITAL
            and kinds[k - 1] & ALPHA
            and (k - 1 > begin or lows[k - 1] not in article.lexicon.openers)
        ):
            k -= 1
            if k <= i - LONGEST:
                return None
        if role_word(article, k) or (k and (role_word(article, k - 1) or lows[k - 1] in PRODUCTS)):
            return None
        mention = read(article, k, len(words), self.known)
        return (
            mention
            if mention is not None
            and mention.form == "body"
            and mention.name is not None
            and mention.name[0] <= i < mention.name[1]
            else None
        )

    def introduction(self, i: int) -> Mention | None:
        """The phrase around the name word ``i``, with the post before it."""
        words, lows, kinds = self.article.words, self.article.lows, self.article.kinds
        if i > 1 and words[i - 1] == "(" and kinds[i - 2] & CAPITAL:
            mention = self._around(i - 2)
            return mention if mention is not None and any(a <= i < b for a, b in mention.aliases) else None
        if i > 2 and lows[i - 1] in BEFORE_NICKNAME:
            k = i - 1
            while k > i - 7 and k > 0 and not (kinds[k] & CAPITAL and kinds[k] & ALPHA):
                k -= 1
            mention = self._around(k) if kinds[k] & CAPITAL and k < i - 1 else None
            if mention is not None and any(a <= i < b for a, b in mention.aliases):
                return mention
        return self._around(i)

    def _around(self, i: int) -> Mention | None:
        """The phrase around the name word ``i`` where that is no nickname of somebody named before it."""
        article = self.article
        words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
        at = bisect_right(self.sentences, i) - 1
        begin = self.sentences[at] if at >= 0 else 0
        end = self.sentences[at + 1] if at + 1 < len(self.sentences) else len(words)
        starts: list[int] = []
        k = i
        while k > begin and k > i - 24:
            low, word = lows[k - 1], words[k - 1]
            if word[0].isalpha():
                if low in lex.days or (
                    (low in lex.stops or low in lex.prepositions)
                    and low not in ("dan", "untuk", "di", "pada", "dari")
                    and not is_capital(word)
                ):
                    break
                cue = lex.cues.get(low)
                if cue is not None and not is_capital(word) and low not in lex.fields:
                    break
            elif word not in ",().&/-" and not word[0].isdigit():
                break
            k -= 1
            if role_word(article, k) or lows[k] in HUMANS:
                starts.append(k)
        if starts and starts[-1] == begin + 1 and lows[begin] == "sebagai" and lows[begin + 1] in HUMANS:
            starts.clear()  # Sebagai sesama artis, Rahma …: a comparison, no post
        for k in reversed(starts[-6:]):
            if k > begin and lows[k - 1] in ("dan", "atau") and kinds[k] & LOWER and words[i - 1] == ",":
                continue  # pemilihan ketua dan wakil ketua, Rahma menilai …: the end of a clause
            if (
                lows[k] in HUMANS
                and lex.roles.get(lows[k]) != "kin"
                and k + 1 < i
                and kinds[k + 1] & CAPITAL
                and role_word(article, k + 1)
            ):
                continue  # keluarga. / keluarga Menteri Agama Budi: the post is the name's
            mention = read(article, k, end, self.known)
            if mention is None or mention.name is None:
                continue
            if lows[k] in RELATED and mention.name[0] == k + 1:
                continue  # Sahabat Rahma beruntung: somebody else
            if (
                k > begin
                and (kinds[k - 1] & LOWER or (k - 1 == begin and lows[k - 1] != "sebagai"))
                and words[mention.name[0] - 1] == ","
                and (lows[k - 1] in lex.stops or lows[k - 1] in lex.prepositions or lows[k - 1] in lex.cues)
            ):
                continue  # dimaki oleh pedagang, Mahmud …: the post is somebody else's
            if mention.name[0] <= i < mention.name[1]:
                return mention
            if any(a <= i < b for a, b in mention.roles) and kinds[k] & CAPITAL:
                return None  # the word is part of somebody's post
        k, begin = i, max(begin, i - LONGEST + 1)  # no name that begins before reaches the word
        while k > begin and kinds[k - 1] & CAPITAL and kinds[k - 1] & ALPHA and lows[k - 1] not in lex.openers:
            k -= 1
        while k <= i:
            mention = read(article, k, end, self.known)
            if mention is not None and mention.name is not None and mention.name[0] <= i < mention.name[1]:
                first, last = mention.name
                given = sum(low in lex.given for low in lows[first:last])
                glued = last - first > 4 and lows[first] in lex.given and given * 2 < last - first
                if not glued and not any(self._no_name(m) for m in range(first, last)):
                    return mention
            k += 1
        return None

    def _no_name(self, i: int) -> bool:
        """*Pernikahan Rahma*, *Rahma Gugat Hasan*: a capitalized word that is a noun of an act or a verb."""
        low, lex = self.article.lows[i], self.article.lexicon
        return (
            low not in lex.given
            and low not in self.known
            and (
                is_abstract(low)
                or low in lex.predicates
                or low in lex.cues
                or ("-" in low and low in lex.subject_adverbs)
            )
        )

    # -- the floor

    def give_floor(self, at: int | None, when: int, aloud: bool) -> None:
        """The floor goes to a source; a body whose words are only reported (*BPS mencatat inflasi naik*), *polisi* or
        *pemerintah* do not take it from a person."""
        if at is None:
            return
        source = self.sources[at]
        self.history[at] = when
        self.turns.append((when, at))
        if self._a_company(at):
            self.company = max(self.company, (when, at))
        if (
            self.floor is not None
            and source.kind == "organization"
            and self.sources[self.floor].kind == "person"
            and (not aloud or (len(source.key) == 1 and self.article.lexicon.bodies.get(source.key[0]) == "speaks"))
        ):
            self.reported = at
            return
        self.floor, self.reported = at, None


_LONGEST = 40
"""Letters of a name of which a cut form is looked for."""


def _blended(low: str, after: str, single: set[str], begun: set[str]) -> bool:
    """Whether beginnings of two words, or of one, make one of these names: *Setya Novanto*, *Setnov*.

    ``begun`` are the beginnings of the names that count."""
    if any(after[:size] in single for size in range(5, min(len(after), _LONGEST) + 1)):
        return True
    for size in range(1, len(low) + 1):
        head = low[:size]
        if head not in begun:
            return False
        if len(head) > 4 and head in single:
            return True
        for more in range(1, len(after) + 1):
            name = head + after[:more]
            if name not in begun:
                break
            if len(name) > 4 and name in single:
                return True
    return False


def _part_of_post(article: Article, i: int) -> bool:
    """Whether a longer post holds the one at word ``i``: *Wakil* | *Bupati*, *Juru Bicara* | *Presiden*."""
    if not i or not article.kinds[i - 1] & CAPITAL:
        return False
    return role_word(article, i - 1) or article.lows[i - 1] in BEFORE_A_POST

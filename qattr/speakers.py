"""From the words that point to a source to the source itself.

Names are gathered first: every place where the article names one of its sources is read, so that *kata Rahma* finds
*Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands.  Then the statements are gone through in order, and each
pointer is taken to a source by the first of :data:`LINKS` that knows an answer.  *-nya*, *dia* and a bare quotation
mean whoever has the floor: the last source that spoke or was introduced as speaking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import compress, count
from typing import NamedTuple

from qattr.lexer import Article, made_of
from qattr.mentions import Mention, read
from qattr.vocabulary import ANY_BODY, BEFORE_NICKNAME, COMPANY, HOUSE, HUMANS, PAPERS, PART_OF_NAME, WEAK
from qattr.words import Range, is_capital, role_word

Key = tuple[str, ...]


class Pointer(NamedTuple):
    """One statement's way to its source, in text order."""

    at: int
    """The word where the statement's attribution (or the statement) stands."""
    mention: Mention | None
    how: str
    """``mention``, ``nya``, ``floor``; ``same``/``next`` are settled before."""
    speaks: bool = True
    """False where somebody only takes the floor (*Hal itu disampaikan Budi*)."""


class Answer(NamedTuple):
    """Who it is: indexes into the sources, and the link that said so."""

    source: int | None
    link: str
    others: tuple[int, ...] = ()


class Source:
    """Somebody who speaks or is named, while the article is being read."""

    __slots__ = ("aliases", "bodies", "forms", "introduced", "key", "kind", "mentions", "name", "roles")

    def __init__(self, key: Key, name: str, kind: str) -> None:
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


class People:
    """All sources of one article, and who has the floor."""

    def __init__(self, article: Article, known: frozenset[str], sentences: list[int]) -> None:
        self.article = article
        self.known = known
        self.sentences = sentences
        self.sources: list[Source] = []
        self.floor: int | None = None
        self.history: dict[int, int] = {}
        """When each source last had the floor."""
        self.reads: dict[int, Mention] = {}
        self.by_form: dict[Key, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        self.nicknames: dict[Key, list[int]] = {}
        self.coming: list[Pointer] = []
        self.keys: dict[Range, Key] = {}
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
            if low[0].isalnum():
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
        out, depth = [], 0
        for ch in raw:
            if ch == "(":
                depth += 1
            elif ch == ")" and depth:
                depth -= 1
            elif not depth:
                out.append(ch)
        return " ".join("".join(out).split())

    def add(self, mention: Mention) -> int | None:
        """Make sure that a named mention has a source; several candidates leave it open (``None``)."""
        assert mention.name is not None
        key = self.key(mention.name)
        if not key:
            return None
        found = self.find(key)
        if len(found) > 1:
            return None
        if found:
            at = found[0]
        else:
            at = self.new(key, self.text(mention.name), "organization" if mention.form == "body" else "person")
        self.note(at, mention)
        return at

    def new(self, key: Key, name: str, kind: str) -> int:
        at = len(self.sources)
        self.sources.append(Source(key, name, kind))
        self.form(at, key, "same_name")
        return at

    def form(self, at: int, key: Key, link: str) -> None:
        self.sources[at].forms.setdefault(key, link)
        for word in key:
            ats = self.by_word.setdefault(word, [])
            if at not in ats:
                ats.append(at)
        known = self.by_form.setdefault(key, [])
        if at not in known:
            known.append(at)

    def nicknamed(self, at: int, key: Key) -> None:
        self.sources[at].forms.setdefault(key, "nickname")
        for word in key:
            ats = self.by_word.setdefault(word, [])
            if at not in ats:
                ats.append(at)
        known = self.nicknames.setdefault(key, [])
        if at not in known:
            known.append(at)

    def find(self, key: Key) -> list[int]:
        """The sources that a name can mean; more than one where it is shared."""
        exact = self.by_form.get(key)
        if exact:
            return exact
        for link in NAME_LINKS:
            found = link(self, key)
            if found:
                if len(found) == 1:
                    self.form(found[0], key, link.__name__)
                return found
        return []

    def note(self, at: int, mention: Mention) -> None:
        """Keep what a mention says of its source: where it is named, posts, bodies, nicknames."""
        source = self.sources[at]
        if mention.name is not None:
            source.mentions.setdefault(mention.name)
            source.introduced = min(source.introduced, mention.first)
            text = self.text(mention.name)
            if text != source.name:
                source.aliases.setdefault(text)
        for span in mention.roles:
            source.roles[span] = True
        for span in mention.bodies:
            source.bodies.setdefault(span)
        for span in mention.aliases:
            key = self.key(span)
            if key and not (len(key) == 1 and len(key[0]) < 2):
                self.nicknamed(at, key)
                source.aliases.setdefault(self.text(span))
        if mention.roles or mention.rank:
            source.kind = "person" if source.kind != "organization" or mention.rank else source.kind

    def gather(self, pointers: list[Pointer], closed: list[Range]) -> None:
        """Read every place where the article names one of the sources that point."""
        article = self.article
        lex, words, lows = article.lexicon, article.words, article.lows
        named = [m for p in pointers if p.mention for m in (p.mention, *p.mention.also) if m.name is not None]
        people: set[str] = set()
        bodies: set[str] = set()
        covered: set[int] = set()
        for mention in named:
            assert mention.name is not None
            (bodies if mention.form == "body" else people).update(self.key(mention.name))
            for span in mention.aliases:
                people.update(self.key(span))
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
        for i in compress(count(), map((people | bodies).__contains__, lows)):
            if i <= done or i in covered or not is_capital(words[i]):
                continue
            low = lows[i]
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            mention = self.introduction(i) if low in people else self.body_at(i)
            if mention is not None and mention.name is not None:
                found.append(mention)
                done = mention.name[1] - 1
        found.extend(self._counterparts(found, covered, starts, closed))
        found.extend(self._holders(pointers, closed))
        found.sort(key=lambda m: (-len(self.key(m.name)) if m.name else 0, m.first))
        for mention in found:
            self.add(mention)

    def _holders(self, pointers: list[Pointer], closed: list[Range]) -> list[Mention]:
        """Those who are introduced with a post that later stands for them (*Bupati Melur, Rahma, membuka …* … *kata Bupati*)."""
        article = self.article
        heads = set()
        for pointer in pointers:
            mention = pointer.mention
            if mention is not None and mention.form in ("role", "description"):
                words = _role_words(self, mention.head)
                if words:
                    heads.add(words[0])
        if not heads:
            return []
        starts = [s for s, _ in closed]
        found = []
        end = 0
        for short, spelled in article.lexicon.role_abbreviations.items():
            head = spelled.split(" ", 1)[0].lower()
            if head in heads:
                heads.add(short)
            elif short in heads:
                heads.discard(short)  # it is spelled out: another post
        for i in compress(count(), map(heads.__contains__, article.lows)):
            if i < end or not is_capital(article.words[i]) or not role_word(article, i):
                continue
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            mention = read(article, i, len(article.words), self.known)
            if mention is not None and mention.name is not None and mention.roles:
                found.append(mention)
                end = mention.name[1]
        return found

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
        words, lows = article.words, article.lows
        heads = {word[:3] for word in single}
        letters = {word[0] for word in single if len(word) < 5}
        for i, low in enumerate(lows):
            if (
                (low[:3] not in heads and low[0] not in letters)
                or i in covered
                or not is_capital(words[i])
                or low in single
            ):
                continue
            after = lows[i + 1] if i + 1 < len(lows) else ""
            if low[0] in letters and any(
                len(word) < 5
                and word == "".join(part[0] for part in lows[i : i + len(word)])
                and all(map(is_capital, words[i : i + len(word)]))
                for word in single
            ):
                mention = self.introduction(i)
                if mention is not None and mention.name is not None and mention.name[1] - mention.name[0] > 1:
                    more.append(mention)
                continue
            if not any(
                (low.startswith(word) and len(low) > len(word) and len(word) > 3)
                or _one_apart(word, low)
                or (len(word) > 4 and made_of(word, [low, after]))
                for word in single
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
            or word in lex.places
            or word in WEAK
        )

    def body_at(self, i: int) -> Mention | None:
        """The name of a body around word ``i``, where no post stands before it and no person's name behind."""
        article = self.article
        words, lows = article.words, article.lows
        begin = self.sentences[max(0, bisect_right(self.sentences, i) - 1)] if self.sentences else 0
        if any(
            role_word(article, m) and is_capital(words[m]) and article.lexicon.roles.get(lows[m]) == "post"
            for m in range(max(begin, i - 8), i)
        ) and not any(words[m] in ",()" for m in range(max(begin, i - 8), i)):
            return None
        k = i
        while (
            k > begin
            and is_capital(words[k - 1])
            and words[k - 1][0].isalpha()
            and (k - 1 > begin or lows[k - 1] not in article.lexicon.openers)
        ):
            k -= 1
        if role_word(article, k) or (k and role_word(article, k - 1)):
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
        article = self.article
        words, lows, lex = article.words, article.lows, article.lexicon
        if i > 1 and words[i - 1] == "(" and is_capital(words[i - 2]):
            mention = self.introduction(i - 2)
            return mention if mention is not None and any(a <= i < b for a, b in mention.aliases) else None
        if i > 2 and lows[i - 1] in BEFORE_NICKNAME:
            k = i - 1
            while k > i - 7 and k > 0 and not (is_capital(words[k]) and words[k][0].isalpha()):
                k -= 1
            mention = self.introduction(k) if is_capital(words[k]) and k < i - 1 else None
            if mention is not None and any(a <= i < b for a, b in mention.aliases):
                return mention
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
        for k in reversed(starts[-6:]):
            if (
                lows[k] in HUMANS
                and lex.roles.get(lows[k]) != "kin"
                and k + 1 < i
                and is_capital(words[k + 1])
                and role_word(article, k + 1)
            ):
                continue  # keluarga. / keluarga Menteri Agama Budi: the post is the name's
            mention = read(article, k, end, self.known)
            if mention is None or mention.name is None:
                continue
            if (
                k > begin
                and words[k - 1].islower()
                and words[mention.name[0] - 1] == ","
                and (lows[k - 1] in lex.stops or lows[k - 1] in lex.prepositions or lows[k - 1] in lex.cues)
            ):
                continue  # dimaki oleh pedagang, Mahmud …: the post is somebody else's
            if mention.name[0] <= i < mention.name[1]:
                return mention
            if any(a <= i < b for a, b in mention.roles) and is_capital(words[k]):
                return None  # the word is part of somebody's post
        k = i
        while k > begin and is_capital(words[k - 1]) and words[k - 1][0].isalpha() and lows[k - 1] not in lex.openers:
            k -= 1
        while k <= i:
            mention = read(article, k, end, self.known)
            if mention is not None and mention.name is not None and mention.name[0] <= i < mention.name[1]:
                return mention
            k += 1
        return None

    # -- the floor

    def give_floor(self, at: int | None, when: int) -> None:
        """The floor goes to a source; *polisi* or *pemerintah* do not take it from somebody with a name."""
        if (
            at is not None
            and self.floor is not None
            and self.sources[at].kind == "organization"
            and len(self.sources[at].key) == 1
        ):
            low = self.sources[at].key[0]
            if self.article.lexicon.bodies.get(low) == "speaks" and self.sources[self.floor].kind == "person":
                self.history[at] = when
                return
        if at is not None:
            self.floor = at
            self.history[at] = when


NameLink = Callable[[People, Key], list[int]]


def nickname(people: People, key: Key) -> list[int]:
    """Rahma Wulandari, akrab disapa Amah … kata Amah

    What the article says a source is called."""
    return people.nicknames.get(key, [])


def short_name(people: People, key: Key) -> list[int]:
    """Rahma Wulandari … kata Rahma

    A part of a longer name, in its order; a name that two people share goes to the one who has the floor."""
    lists = [people.by_word.get(word) for word in key]
    if not lists or any(not found for found in lists):
        return []
    common = set(lists[0] or ())
    for found in lists[1:]:
        common &= set(found or ())
    if " ".join(key) in people.article.lexicon.places and not (
        len(key) == 1 and key[0] in people.article.lexicon.given
    ):
        common = {at for at in common if people.sources[at].key[0] in ("pemerintah", "timnas", "presiden")}
    return sorted(at for at in common if any(_inside(key, form) for form in people.sources[at].forms))


def _inside(short: Key, long: Key) -> bool:
    words = iter(long)
    return len(short) < len(long) and all(word in words for word in short)


def acronym(people: People, key: Key) -> list[int]:
    """Badan Pusat Statistik … BPS mencatat

    An abbreviation of a body that the article or the lexicon spells out."""
    expansions = people.article.lexicon.acronyms
    spelled: list[str] = []
    for word in key:
        spelled.extend(expansions[word].lower().split() if word in expansions else [word])
    long = tuple(spelled)
    found = []
    for at, source in enumerate(people.sources):
        if source.kind != "organization":
            continue
        other: list[str] = []
        for word in source.key:
            other.extend(expansions[word].lower().split() if word in expansions else [word])
        if long != key or tuple(other) != source.key:
            full = tuple(other)
            if full == long or _inside(long, full):
                found.append(at)
                continue
        if (
            len(key) == 1
            and len(source.key) > 1
            and key[0] == "".join(w[0] for w in source.key if w not in ("dan", "di", "untuk"))
        ):
            found.append(at)
    return found


def variant_name(people: People, key: Key) -> list[int]:
    """Thomas Surya Lembayung … Tom Lembayung

    The same last name and a first name that begins alike."""
    if len(key) < 2:
        return []
    alike = [
        at for at in people.by_word.get(key[0], []) + people.by_word.get(key[-1], [])
        if len(people.sources[at].key) == len(key) and sum(a != b for a, b in zip(key, people.sources[at].key, strict=True)) == 1
        and all(a == b or _one_apart(a, b) for a, b in zip(key, people.sources[at].key, strict=True))
    ]  # fmt: skip
    if alike:
        return sorted(set(alike))
    return [
        at
        for at in people.by_word.get(key[-1], ())
        if len(people.sources[at].key) > 1 and people.sources[at].key[-1] == key[-1] and people.sources[at].key[0][0] == key[0][0]
        and people.sources[at].kind == "person" and (people.sources[at].key[0][:3] == key[0][:3] or len(key[0]) <= 3)
    ]  # fmt: skip


def near_spelling(people: People, key: Key) -> list[int]:
    """Prasetyo Hadi … kata Pras; Sjafrie … kata Sjafire

    A misspelt or cut form, when one candidate alone is that near."""
    if len(key) != 1 or len(key[0]) < 2:
        return []
    word = key[0]
    initials = [
        at
        for at, source in enumerate(people.sources)
        if source.kind == "person" and len(source.key) > 1 and word == "".join(part[0] for part in source.key)
    ]
    if len(initials) == 1:
        return initials
    if len(word) < 4:
        return []
    blended = [
        at
        for at, source in enumerate(people.sources)
        if source.kind == "person"
        and len(source.key) > 1
        and word[:2] == source.key[0][:2]
        and made_of(word, list(source.key))
        and len(word) < len("".join(source.key[:2]))
    ]
    if len(blended) == 1:
        return blended
    found = set()
    for other, ats in people.by_word.items():
        apart = _one_apart(word, other)
        if apart or (len(other) > len(word) and other.startswith(word)):
            found.update(
                at for at in ats if people.sources[at].kind == "person" and (apart or len(people.sources[at].key) > 1)
            )
    return sorted(found) if len(found) == 1 else []


def _one_apart(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two neighbours changed round."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a == b or a[0] != b[0]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[i + 1 :] == short[i:]


NAME_LINKS: list[NameLink] = [nickname, short_name, acronym, variant_name, near_spelling]

# --------------------------------------------------------------------------------- pointer -> source

Link = Callable[[People, Pointer], int | None]


def same_name(people: People, pointer: Pointer) -> int | None:
    """Kepala pasar Rahma Wulandari … kata Rahma Wulandari

    The name itself, a part of it, its nickname or acronym; a shared one goes to the one who has the floor."""
    mention = pointer.mention
    if mention is None or mention.name is None:
        return None
    found = people.find(people.key(mention.name))
    if len(found) == 1:
        return found[0]
    key = people.key(mention.name)
    first = [at for at in found if people.sources[at].key[0] == key[0]]
    if len(first) == 1 and (first[0] in people.history or not any(at in people.history for at in found)):
        return first[0]
    recent = [at for at in found if at in people.history]
    if recent:
        return max(recent, key=lambda at: people.history[at])
    before = [at for at in found if people.sources[at].introduced <= pointer.at]
    return before[0] if len(before) == 1 else None


def the_company(people: People, pointer: Pointer) -> int | None:
    """PT Persada Tbk mengumumkan … Perseroan memperkirakan …

    *perseroan, perusahaan, manajemen* are the company that the article is about."""
    mention = pointer.mention
    if mention is None or mention.name is None or mention.form != "body" or mention.name[1] - mention.name[0] != 1:
        return None
    if people.article.lows[mention.name[0]] not in COMPANY:
        return None
    spoken = [
        (when, at)
        for at, when in people.history.items()
        if people.sources[at].kind == "organization" and people.sources[at].key[0] not in COMPANY
    ]
    if spoken:
        return max(spoken)[1]
    named = [
        (source.introduced, at)
        for at, source in enumerate(people.sources)
        if source.kind == "organization" and source.introduced < pointer.at and source.key[0] in ("pt", "bank", "grup")
    ]
    return min(named)[1] if named else None


def role_name(people: People, pointer: Pointer) -> int | None:
    """Bupati Sukamaju, Rahma Wulandari … ujar Bupati

    A post used as a name finds the one who has it; abbreviations are spelled out (*Menkes* = *Menteri Kesehatan*)."""
    mention = pointer.mention
    if mention is None or mention.form not in ("role", "description", "unnamed"):
        return None
    if mention.form == "unnamed" and people.article.lows[mention.first] in (
        "seorang",
        "sejumlah",
        "beberapa",
        "para",
        "salah",
    ):
        return None
    wanted = _role_words(people, mention.head)
    if not wanted:
        return None
    best: list[tuple[int, int]] = []
    for at, source in enumerate(people.sources):
        for span in source.roles:
            have = _role_words(people, span)
            if _same_post(wanted, have):
                best.append((people.history.get(at, -1), at))
                break
    if not best:
        return None
    when = max(best)[0]
    candidates = [at for w, at in best if w == when]
    if when >= 0 or len(candidates) == 1:
        return candidates[0]
    before = [at for at in candidates if people.sources[at].introduced <= pointer.at]
    return before[-1] if before else None


def _role_words(people: People, span: Range) -> list[str]:
    article = people.article
    lex = article.lexicon
    out: list[str] = []
    i, j = span
    while i < j:
        low = article.lows[i]
        two = f"{low} {article.lows[i + 1]}" if i + 1 < j else ""
        if two in lex.role_abbreviations:
            out.extend(lex.role_abbreviations[two].lower().split())
            i += 2
            continue
        if low in lex.role_abbreviations:
            out.extend(lex.role_abbreviations[low].lower().split())
        elif low in lex.acronyms and low not in lex.roles:
            out.extend(lex.acronyms[low].lower().split())
        elif low[0].isalnum() and low not in (
            "sang",
            "itu",
            "ini",
            "tersebut",
            "para",
            "si",
            "bapak",
            "pak",
            "ibu",
            "bu",
        ):
            out.append(low)
        i += 1
    return out


def _same_post(wanted: list[str], have: list[str]) -> bool:
    """Whether the words of one post begin and are held by the other's."""
    if not have or not wanted:
        return False
    if wanted[0] != have[0]:
        if have[0] in ("mantan", "eks", "bekas") and len(have) > 1:
            return _same_post(wanted, have[1:])
        return False
    return set(wanted) <= set(have)


def someone_before(people: People, pointer: Pointer) -> int | None:
    """Seorang pedagang kain menangis. "Modal saya habis," kata pedagang itu.

    *N itu* is the nameless *seorang N* of the sentences before."""
    mention = pointer.mention
    if mention is None or mention.form != "description" or mention.head[1] - mention.head[0] != 2:
        return None
    article = people.article
    noun, first = article.lows[mention.head[0]], mention.first
    for i in range(first - 2, max(0, first - _SOMEONE_WITHIN), -1):
        if article.lows[i] == noun and article.lows[i - 1] in ("seorang", "seseorang"):
            someone = read(article, i - 1, first, people.known)
            if someone is None or someone.form != "unnamed":
                return None
            return itself(people, pointer._replace(mention=someone))
    return None


_SOMEONE_WITHIN = 60


def described(people: People, pointer: Pointer) -> int | None:
    """Rahma … ucap perempuan berkerudung itu

    A description that no post explains means whoever is speaking; *lembaga itu* the last body."""
    mention = pointer.mention
    if mention is None or mention.form != "description":
        return None
    article = people.article
    first, last = mention.head
    head = article.lows[first]
    if head == "sang" and first + 1 < last:
        head = article.lows[first + 1]
    if (head in PAPERS and head not in HUMANS) or head in ("sumber", "narasumber"):
        return None
    if article.lexicon.bodies.get(head) and head not in article.lexicon.roles:
        bodies = [
            (people.history.get(at, -1), -abs(s.introduced - pointer.at), at)
            for at, s in enumerate(people.sources)
            if s.kind == "organization" and (head in s.key or head in ANY_BODY)
        ]
        return max(bodies)[2] if bodies else None
    if article.lexicon.roles.get(head) == "post":
        holders = [
            at
            for at, s in enumerate(people.sources)
            if any(head in article.lows[i:j] for i, j in s.roles) and s.kind == "person"
        ]
        if len(holders) == 1:
            return holders[0]  # menteri kelahiran Ambon itu
    if people.floor is not None and people.sources[people.floor].kind != "organization":
        return people.floor
    return _prominent(people, pointer)


def previous_subject(people: People, pointer: Pointer) -> int | None:
    """Rahma berbicara. Hasan memasuki ruangan. Ia menyatakan sidang dibuka.

    *Ia* at the head of a sentence is the person whom the narrator's sentence before is about, if nobody spoke in it."""
    mention = pointer.mention
    article = people.article
    if mention is None or mention.form != "pronoun" or article.lows[mention.first] not in ("ia", "dia", "beliau"):
        return None
    at = bisect_right(people.sentences, mention.first) - 1
    if at < 1 or mention.first - people.sentences[at] > 2:
        return None
    begin, end = people.sentences[at - 1], people.sentences[at]
    if any(begin <= other < end for other in people.talk):
        return None
    i = begin
    while i < end and (article.lows[i] in article.lexicon.connectives or article.words[i] == ","):
        i += 1
    subject = read(article, i, end, people.known) if i < end else None
    if subject is None or subject.form != "name" or subject.name is None or subject.last >= end:
        return None
    low = article.lows[subject.name[0]]
    found = people.find(people.key(subject.name))
    if len(found) == 1 and people.sources[found[0]].kind == "person":
        return found[0]
    if (
        (low in article.lexicon.given or subject.roles)
        and low not in article.lexicon.openers
        and subject.name[1] - subject.name[0] > 1
    ):
        return people.add(subject)
    return None


def speaking(people: People, pointer: Pointer) -> int | None:
    """Rahma mengatakan pasar aman. "Tidak ada masalah," tambahnya.

    *-nya*, *dia*, *pihaknya* and a quotation without a cue: whoever has the floor."""
    mention = pointer.mention
    if mention is not None and mention.form != "pronoun":
        return None
    if (
        mention is not None
        and people.article.lows[mention.first] in ("mereka", "keduanya", "ketiganya")
        and people.floor is not None
        and people.sources[people.floor].kind == "person"
    ):
        several = [(when, at) for at, when in people.history.items() if people.sources[at].kind != "person"]
        return max(several)[1] if several and max(several)[0] > pointer.at - 150 else None
    return people.floor


def next_speaker(people: People, pointer: Pointer) -> int | None:
    """ "Kami tidak tahu apa-apa." / "Kami hanya petani," kata Rahma.

    A quotation before anybody has spoken belongs to whoever speaks next."""
    if pointer.mention is not None or pointer.how != "bare":
        return None
    coming = bisect_right(people.coming, pointer.at, key=lambda other: other.at)
    if coming == len(people.coming):
        return None
    for link in (same_name, role_name, itself):
        at = link(people, people.coming[coming])
        if at is not None:
            return at
    return None


def prominent(people: People, pointer: Pointer) -> int | None:
    """Rahma Wulandari kini menjadi sorotan. "Saya hanya berbagi cerita," ujarnya.

    Nobody has spoken yet: the person whom the sentences before are about."""
    mention = pointer.mention
    if mention is not None and mention.form not in ("pronoun",):
        return None
    return _prominent(people, pointer)


def _prominent(people: People, pointer: Pointer) -> int | None:
    article = people.article
    at = bisect_right(people.sentences, pointer.at) - 1
    for k in range(at, max(-1, at - 12), -1):
        begin = people.sentences[k]
        end = people.sentences[k + 1] if k + 1 < len(people.sentences) else len(article.words)
        i = begin
        while i < end and (article.lows[i] in article.lexicon.connectives or article.words[i] in ",-\u2013\u2014"):
            i += 1
        if i >= min(end, pointer.at):
            continue
        mention = read(article, i, end, people.known)
        many = pointer.mention is not None and article.lows[pointer.mention.first] == "mereka"
        if mention is None or mention.name is None or mention.form != ("body" if many else "name"):
            continue
        if many:
            return people.add(mention)
        low = article.lows[mention.name[0]]
        size = mention.name[1] - mention.name[0]
        if low in article.lexicon.openers and low not in article.lexicon.given:
            continue
        if (
            low in article.lexicon.given
            or (size > 1 and low not in article.lexicon.fields)
            or mention.rank
            or mention.roles
        ):
            return people.add(mention)
    return None


def itself(people: People, pointer: Pointer) -> int | None:
    """ "Banjir datang tengah malam," kata seorang warga.

    A source without a name, or a post whose holder the article never names, stands for itself."""
    mention = pointer.mention
    if mention is None or mention.name is not None or mention.form == "pronoun":
        return None
    i, j = mention.head
    lows = people.article.lows
    while (
        i < j - 1
        and lows[i] in ("seorang", "sang", "salah", "satu", "para", "sejumlah", "beberapa")
        and lows[i] != "para"
    ):
        i += 1
    key = tuple(low for low in lows[i:j] if low[0].isalnum() and low not in ("itu", "ini", "tersebut"))
    exact = people.by_form.get(("*", *key))
    if exact:
        return exact[0]
    name = " ".join(people.article.slice(*mention.head).split())
    if lows[j - 1].endswith("nya") and lows[j - 1][:-3] in PAPERS:
        name = name[:-3]  # dalam amar putusannya: amar putusan
    at = people.new(("*", *key), name, "unnamed")
    people.sources[at].mentions.setdefault(mention.head)
    people.sources[at].introduced = mention.first
    for span in mention.roles:
        people.sources[at].roles[span] = True
    for span in mention.bodies:
        people.sources[at].bodies.setdefault(span)
    return at


LINKS: list[Link] = [
    the_company,
    same_name,
    role_name,
    someone_before,
    described,
    previous_subject,
    speaking,
    next_speaker,
    prominent,
    itself,
]


def resolve(people: People, pointers: list[Pointer]) -> list[Answer]:
    """Take every pointer to its source, in text order."""
    answers: list[Answer] = []
    people.coming = [pointer for pointer in pointers if pointer.mention is not None and pointer.speaks]
    people.talk = [pointer.at for pointer in pointers]
    for pointer in pointers:
        answer = Answer(None, "")
        for link in LINKS:
            at = link(people, pointer)
            if at is None:
                continue
            name = link.__name__
            mention = pointer.mention
            if mention is not None:
                if mention.name is not None:
                    name = people.sources[at].forms.get(people.key(mention.name), name)
                elif mention.form in ("role", "description") and name in ("role_name", "described"):
                    source = people.sources[at]
                    for span in mention.roles:
                        source.roles.setdefault(span, False)
                    for span in mention.bodies:
                        source.bodies.setdefault(span)
            others = tuple(
                other
                for m in (mention.also if mention else ())
                if m.name is not None
                and len(found := people.find(people.key(m.name))) == 1
                and (other := found[0]) != at
            )
            answer = Answer(at, name, others)
            break
        answers.append(answer)
        people.give_floor(answer.source, pointer.at)
    return answers


def best_role(people: People, source: Source) -> Range | None:
    """The fullest post: the first at the name, or a later, longer form of the same."""
    if not source.roles or source.kind == "organization":
        return None
    spans = sorted(source.roles, key=lambda span: (not source.roles[span], span[0]))
    best = spans[0]
    words = _role_words(people, best)
    for span in spans[1:]:
        other = _role_words(people, span)
        if len(other) > len(words) and _same_post(words, other):
            best, words = span, other
    return best

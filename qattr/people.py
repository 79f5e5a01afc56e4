"""Who is named in the article: its sources, their names, posts and bodies, and who has the floor.

:meth:`People.gather` reads every place where the article names one of its sources, so that *kata Rahma* finds *Kepala
Dinas Kesehatan Rahma Wulandari* wherever that stands.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, count
from typing import NamedTuple

from qattr.lexer import Article, derived, made_of
from qattr.mentions import Mention, read
from qattr.model import Kind
from qattr.morphology import is_abstract
from qattr.name_links import NAME_LINKS, Key, one_apart
from qattr.nicknames import nicknames
from qattr.posts import role_words
from qattr.subjects import narrated
from qattr.vocabulary import BEFORE_A_POST, BEFORE_NICKNAME, HOUSE, HUMANS, PART_OF_NAME, RELATED, WEAK
from qattr.words import Range, is_capital, role_word


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


class People:
    """All sources of one article, and who has the floor."""

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
        self.reads: dict[int, Mention] = {}
        self.by_form: dict[Key, list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        self.nicknames: dict[Key, list[int]] = {}
        self.coming: list[Pointer] = []
        self.keys: dict[Range, Key] = {}
        self.company_names: set[Key] | None = None
        self._companies: list[Mention] | None = None
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
        return " ".join((_without_brackets(raw) if "(" in raw else raw).split())

    def add(self, mention: Mention) -> int | None:
        """Make sure that a named mention has a source; several candidates leave it open (``None``)."""
        assert mention.name is not None
        key = self.key(mention.name)
        if not key:
            return None
        listed = mention.form == "body" and "tbk" in self.article.lows[mention.name[0] : mention.name[1]]
        # PT Persada Tbk is no short form of its daughter PT Persada Air
        found = self.by_form.get(key, []) if listed else self.find(key)
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
            beside = mention.name is not None and mention.name[0] == span[1] == span[0] + 1
            if not (beside and self.article.lows[span[0]] in RELATED):
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
            if i <= done or i in covered or not is_capital(words[i]):
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
        near = [
            (span[0], at)
            for at, source in enumerate(self.sources)
            if source.kind == "person" and len(source.key) > 1
            for span in source.mentions
            if span[0] < i
        ]
        return max(near)[1] if near else None

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
            if i < end or not is_capital(article.words[i]) or not role_word(article, i) or _part_of_post(article, i):
                continue
            c = bisect_right(starts, i) - 1
            if c >= 0 and closed[c][1] > i:
                continue
            mention = read(article, i, len(article.words), self.known)
            if mention is not None and mention.name is not None and mention.roles:
                found.append(mention)
                end = mention.name[1]
        return found

    def companies(self) -> list[Mention]:
        """The companies with *PT* before their name, wherever the article names them, quoted or not."""
        if self._companies is None:
            article = self.article
            self._companies = [
                mention
                for i in compress(count(), map("pt".__eq__, article.lows))
                if article.words[i] == "PT"
                and (mention := read(article, i, len(article.words), self.known)) is not None
                and mention.form == "body"
                and mention.head[1] - mention.head[0] > 1
            ]
        return self._companies

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
        near = {low for low in article.low_words if (low[:3] in heads or low[0] in letters) and low not in single}
        for i in article.places(near):
            low = lows[i]
            if i in covered or not is_capital(words[i]):
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
                or one_apart(word, low)
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
            or (word in lex.places and word not in lex.given)
            or word in WEAK
        )

    def body_at(self, i: int) -> Mention | None:
        """The name of a body around word ``i``, where no post stands before it and no person's name behind."""
        article = self.article
        words, lows = article.words, article.lows
        begin = self.sentences[max(0, bisect_right(self.sentences, i) - 1)] if self.sentences else 0
        post = next(
            (
                m
                for m in range(i - 1, max(begin, i - 8) - 1, -1)
                if article.lexicon.roles.get(lows[m]) == "post" and is_capital(words[m])
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
        if starts and starts[-1] == begin + 1 and lows[begin] == "sebagai" and lows[begin + 1] in HUMANS:
            starts.clear()  # Sebagai sesama artis, Rahma …: a comparison, no post
        for k in reversed(starts[-6:]):
            if k > begin and lows[k - 1] in ("dan", "atau") and words[k].islower() and words[i - 1] == ",":
                continue  # pemilihan ketua dan wakil ketua, Rahma menilai …: the end of a clause
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
            if lows[k] in RELATED and mention.name[0] == k + 1:
                continue  # Sahabat Rahma beruntung: somebody else
            if (
                k > begin
                and (words[k - 1].islower() or (k - 1 == begin and lows[k - 1] != "sebagai"))
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
        if (
            at is not None
            and self.floor is not None
            and self.sources[at].kind == "organization"
            and self.sources[self.floor].kind == "person"
        ):
            low = self.sources[at].key[0]
            if not aloud or (len(self.sources[at].key) == 1 and self.article.lexicon.bodies.get(low) == "speaks"):
                self.history[at] = when
                self.reported = at
                return
        if at is not None:
            self.floor, self.reported = at, None
            self.history[at] = when


def _part_of_post(article: Article, i: int) -> bool:
    """Whether a longer post holds the one at word ``i``: *Wakil* | *Bupati*, *Juru Bicara* | *Presiden*."""
    if not i or not is_capital(article.words[i - 1]):
        return False
    return role_word(article, i - 1) or article.lows[i - 1] in BEFORE_A_POST

"""Where a name begins and ends, by the other forms of it in the article: *Projo Rahma Wulandari* … *kata Rahma*.

A form with clean edges at a turn proves that its words are a name; words before or after it elsewhere belong to the
name only if they can be names themselves: the questions at the foot asks each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qattr.entities.names import NameKey
from qattr.entities.naming import Form, Setting
from qattr.lexicon import everyday
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range
from qattr.rules.attribution import Turn
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALPHA, CAPITAL, GIVEN, OFFICE, PLACE, ROLE, ROMAN, TITLES

_IN_NAMES = tagged("in_name", "particle", "balinese", "initials") | {"pt", "cv", "tbk"}
"""*van*, *bin*, *Made*, *FX*: words inside names; *PT*, *Tbk*: those of companies."""
_OF_THING = tagged("names", "product", "account", "channel")
"""*aplikasi*, *akun*, *kanal*: a thing is called so, not a person."""
_DASHES = frozenset("-\u2013\u2014/")
_LETTERS_OF_ACRONYM = 3
"""Two capitals before a name are initials more often than an organization."""


class Edges:
    """The clean forms of all names that stand at turns, and what they tell of the longer ones."""

    __slots__ = ("article", "begins", "clean", "ends", "last_words", "lengths", "setting", "sure")

    article: Article
    setting: Setting
    clean: set[NameKey]
    """The clean forms, as words in small letters."""
    lengths: dict[str, set[int]]
    """Of how many words they are, by the first of them: thousands may share that one."""
    sure: set[str]
    """The words of clean forms."""
    begins: set[NameKey]
    """The first two words of names that nothing stands before that could belong to them."""
    ends: set[NameKey]
    """The last two of those that a mark or a verb of saying closes, …"""
    last_words: set[str]
    """… and the last."""

    def __init__(self, setting: Setting) -> None:
        self.article, self.setting = setting.article, setting
        self.clean, self.lengths = set(), {}
        self.sure, self.begins, self.ends, self.last_words = set(), set(), set(), set()

    def learn(self, at_turns: Iterable[Mention], found: Iterable[Mention]) -> None:
        """*kata Rahma*, *Rahma mengatakan*: keep the forms that have nothing beside them that could belong to them."""
        lows = self.article.lows
        for mention in at_turns:
            name = mention.name
            if name is None or mention.type != "name":
                continue
            if name[1] - name[0] > 1 and lows[name[0]] in self.article.lexicon.acronyms:
                continue  # Irjen Kemenkes Rahma: the ministry is no name
            if Form(self.setting, name, mention).has_clean_edges:
                words = tuple(lows[name[0] : name[1]])
                self.clean.add(words)
                self.lengths.setdefault(words[0], set()).add(len(words))
                self.sure.update(words)
        if not self.sure:
            return
        for mention in found:
            if mention.name is None or mention.name[1] - mention.name[0] < 2:
                continue
            form, (i, j) = Form(self.setting, mention.name, mention), mention.name
            if form.begins_clean and (form.after_cue or not self._begins_elsewhere(i)):
                self.begins.add(lows[i : i + 2])
            if form.before_saying or form.before_mark:
                self.ends.add(lows[j - 2 : j])
                self.last_words.add(lows[j - 1])

    def _begins_elsewhere(self, i: int) -> bool:
        """*kelahiran* | *Kenya Otieno*, *kanal* | *YouTube Rahma*: a place or a thing is called so."""
        article = self.article
        return article.lows[i] in article.lexicon.places or article.lows[i - 1] in _OF_THING

    def trimmed(self, mention: Mention) -> Mention:
        """*Projo Rahma Wulandari* -> *Rahma Wulandari*, where *kata Rahma* has shown it; the role takes the rest."""
        name = mention.name
        if name is None or name[1] - name[0] < 2:
            return mention
        inner = self._inside(name)
        if inner is None:
            return mention
        name = self._one_of_pair(name, inner)
        kept = self._first(name, inner[0]), self._last(name, inner[1])
        if kept == mention.name:
            return mention
        if mention.type == "organization" and kept[0] > name[0]:
            return self._person(kept) or _cut(mention, kept)
        return _cut(mention, kept)

    def _one_of_pair(self, name: Range, inner: Range) -> Range:
        """*Rahma - Hasan*: the one of a pair of whom the clean form is."""
        words, features, (first, last) = self.article.words, self.article.features, name
        if _DASHES.isdisjoint(words[first:last]):
            return name
        dashes = [k for k in range(first, last) if words[k] in _DASHES]
        return (
            max([first, *(k + 1 for k in dashes if k < inner[0] and not features[k + 1] & ROLE)]),
            min([last, *(k for k in dashes if k >= inner[1])]),
        )

    def _person(self, kept: Range) -> Mention | None:
        """*Direktur Stok (DS) Kemendag* | *Rahma*: what was read as *Kemendag Rahma*, with the role of Rahma."""
        person = self.setting.introductions.person(kept[0])
        if person is None or not person.roles or person.name is None or person.name[1] < kept[1]:
            return None
        return _cut(person, (max(kept[0], person.name[0]), kept[1]))

    def _inside(self, name: Range) -> Range | None:
        """From the last word with which a clean form inside a name begins to the first with which one ends."""
        lows = self.article.lows
        first = last = -1
        for i in range(*name):
            for length in self.lengths.get(lows[i], ()):
                j = i + length
                if j <= name[1] and length < name[1] - name[0] and lows[i:j] in self.clean:
                    first = max(first, i)
                    last = j if last < 0 else min(last, j)
        return None if first < 0 else (first, max(last, first + 1))

    def _first(self, name: Range, first: int) -> int:
        """Where the name begins: after the last word before ``first`` that is no name."""
        lows, begin = self.article.lows, name[0]
        questions = BEFORE
        if self.may_be_name(begin) or lows[begin : begin + 2] in self.begins:
            questions = CERTAIN
        elif not self.no_name(begin, first, BEFORE):
            questions = FROM_THE_MIDDLE
        for k in range(first - 1, begin - 1, -1):
            if self.no_name(k, first, questions):
                k += 1
                while k < first and not self.article.features[k] & ALPHA:
                    k += 1
                return k
        return begin

    def _last(self, name: Range, last: int) -> int:
        """Where it ends: before the first word from ``last`` on that is no name."""
        lows, end = self.article.lows, name[1]
        if lows[end - 2 : end] in self.ends or lows[last - 1] not in self.last_words:
            return end
        for k in range(last, end):
            if self.no_name(k, last - 1, AFTER):
                return k
        return end

    def no_name(self, k: int, beside: int, questions: tuple[Question, ...]) -> bool:
        """Whether word ``k`` cannot belong to the name of which word ``beside`` is one."""
        return not self.may_be_name(k) and any(question(self, k, beside) for question in questions)

    def may_be_name(self, k: int) -> bool:
        """*Rahma*, *M*, *bin*: whether nothing is to be asked of word ``k``."""
        low, kind = self.article.lows[k], self.article.features[k]
        return low in self.sure or bool(kind & GIVEN) or len(low) < 2 or low in _IN_NAMES


def _cut(mention: Mention, kept: Range) -> Mention:
    """A mention with fewer words in its name; what stood before the name goes on its role."""
    name = mention.name
    assert name is not None
    roles = tuple((i, kept[0]) if j == name[0] and kept[0] > name[0] else (i, j) for i, j in mention.roles)
    head = kept if mention.head == name else mention.head
    return mention.replace(name=kept, head=head, roles=roles)


# Whether word k is no name though it stands in a run of capitals with the name word beside.


def _acronym(edges: Edges, k: int, beside: int) -> bool:
    """*DPP* | *Rahma*, *Kemenkes* | *Rahma*, *Rahma* | *MLA*, *B2G* | *Rahma*: an organization, a degree, a code."""
    article = edges.article
    kind, low = article.features[k], article.lows[k]
    if low in article.lexicon.acronyms or any(letter.isdigit() for letter in low):
        return True
    capitals = bool(kind & ACRONYM) and not article.features[beside] & ACRONYM
    return capitals and low not in ROMAN and len(low) >= _LETTERS_OF_ACRONYM


def _platform(edges: Edges, k: int, beside: int) -> bool:
    """*Instagram* | *Rahma*: where an account is, not whose."""
    return edges.article.lows[k] in _OF_THING


def _of_office(edges: Edges, k: int, beside: int) -> bool:
    """*Dinas* | *Rahma*, *Jakarta* | *Rahma*: a word of roles, organizations, fields or places."""
    return bool(edges.article.features[k] & (OFFICE | PLACE))


def _title_inside(edges: Edges, k: int, beside: int) -> bool:
    """*Relawan Sahabat Gus* | *Rahma*: before a title inside a run no name begins."""
    features = edges.article.features
    return bool(features[k] & TITLES) and bool(features[k - 1] & CAPITAL)


def _everyday(edges: Edges, k: int, beside: int) -> bool:
    """*Pidato* | *Rahma*, *Rahma* | *Resmi*: the press writes it in small letters."""
    return edges.article.lows[k] in everyday.words()


def _stands_alone(edges: Edges, k: int, beside: int) -> bool:
    """*Projo* | *Rahma* … *relawan Projo.*: elsewhere it stands without the name, and ends a run of capitals."""
    article, quoted = edges.article, edges.setting.introductions.quoted
    lows, features, low, last = article.lows, article.features, article.lows[k], len(article.lows) - 1
    return any(
        lows[i] == low and not (i < last and features[i + 1] & CAPITAL) and not quoted(i) for i in article.capitals
    )


Question = Callable[[Edges, int, int], bool]
CERTAIN: tuple[Question, ...] = (_acronym, _platform)
"""Where the run begins as a name does."""
BEFORE: tuple[Question, ...] = (*CERTAIN, _of_office, _title_inside, _everyday, _stands_alone)
FROM_THE_MIDDLE: tuple[Question, ...] = (*CERTAIN, _of_office, _title_inside, _stands_alone)
"""Where its first word is an unknown one: *Adhe Nuansa Wibisono*."""
AFTER: tuple[Question, ...] = (*CERTAIN, _of_office, _everyday)


def trimmed_turns(turns: list[Turn], edges: Edges) -> list[Turn]:
    """The turns with the names in their mentions trimmed."""
    out = []
    for turn in turns:
        mention = turn.mention
        if mention is not None:
            trimmed = edges.trimmed(mention)
            if mention.also:
                also = tuple(edges.trimmed(other) for other in mention.also)
                if any(a is not b for a, b in zip(also, mention.also, strict=True)):
                    trimmed = trimmed.replace(also=also)
            if trimmed is not mention:
                turn = turn.with_mention(trimmed)
        out.append(turn)
    return out

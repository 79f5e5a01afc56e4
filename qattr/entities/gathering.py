"""Every place where the article names one of its entities, read before the attributions are gone through.

*Kata Rahma* finds *Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands: before the attribution or after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from operator import attrgetter
from typing import TYPE_CHECKING

from qattr.entities.name_links import NameKey
from qattr.entities.nicknames import Nickname, nicknames
from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.vocabulary import BEFORE_A_ROLE, BEFORE_NICKNAME, PRODUCTS, RELATED, WEAK
from qattr.mentions.parts import LONGEST
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range, role_word
from qattr.rules.subjects import narrated
from qattr.text.derived import derived
from qattr.text.features import (
    ALPHA,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HUMAN,
    LOWER,
    OFFICE_NOUN,
    PAIR,
    PREPOSITION,
    ROLE,
    STOP,
)
from qattr.text.spellings import Spellings

if TYPE_CHECKING:
    from qattr.entities.table import EntityTable
    from qattr.rules.attribution import Turn


class Gatherer:
    """Reads the mentions of the entities that point, and hands them to :class:`qattr.entities.table.EntityTable`."""

    __slots__ = (
        "article",
        "closed",
        "covered",
        "keys",
        "sentences",
        "table",
        "turns",
    )  # fmt: skip

    def __init__(self, table: EntityTable, turns: list[Turn], closed: list[Range]) -> None:
        self.table = table
        self.article = table.article
        self.sentences = table.sentences
        self.keys = table.keys
        self.turns = turns
        self.closed = closed
        """Quotations and noise: nobody is introduced there."""
        self.covered: set[int] = set()
        """The words of the names that point."""

    def gather(self) -> None:
        """Make an entity of everybody who is named, those with the longest names first."""
        table, keys = self.table, self.keys
        named: list[Mention] = []
        roles: list[Mention] = []
        for turn in self.turns:
            mention = turn.mention
            if mention is None:
                continue
            if mention.name is not None:
                named.append(mention)
            elif mention.type in ("role", "description"):
                roles.append(mention)
            if mention.also:
                named.extend(other for other in mention.also if other.name is not None)
        found = [*named, *self._named_again(named)]
        found.extend(self._counterparts(found))
        if roles:
            found.extend(self._holders(roles))
        found.sort(key=_FIRST)
        found.sort(key=lambda m: len(keys[m.name]), reverse=True)  # type: ignore[index]
        called = self._called(named)
        nicks = {key for key, _ in called}
        later = []
        for mention in found:
            if nicks and keys[mention.name] in nicks:  # type: ignore[index]
                later.append(mention)
            else:
                table.add(mention)
        if called:
            self._nickname(called)
        for mention in later:
            table.add(mention)

    def _quoted(self, i: int) -> bool:
        """Whether word ``i`` stands in a quotation or in noise."""
        at = bisect_left(self.closed, (i + 1, 0))
        return at > 0 and self.closed[at - 1][1] > i

    # -- the names that point, elsewhere

    def _named_again(self, named: list[Mention]) -> list[Mention]:
        """Where the words of these names stand elsewhere: *Rahma Wulandari* … *kata Rahma*."""
        article, keys, covered = self.article, self.keys, self.covered
        table: set[str] = set()
        organizations: set[str] = set()
        for mention in named:
            words = organizations if mention.type == "organization" else table
            assert mention.name is not None
            words.update(keys[mention.name])
            covered.update(range(*mention.name))
            for span in mention.aliases:
                words.update(keys[span])
                covered.update(range(*span))
        table = self._telling(table)
        found = []
        if organizations:
            organizations = self._telling(organizations - table)
            found = self._spelled_out(organizations)
        done = -1
        lows = article.lows
        wanted = table | organizations if organizations else table
        for i in [i for i in article.capitals if lows[i] in wanted]:
            if i <= done or i in covered or self._quoted(i):
                continue
            phrase = self._introduction(i) if lows[i] in table else self._organization_at(i)
            if phrase is not None and phrase.name is not None:
                found.append(phrase)
                done = phrase.name[1] - 1
        return found

    def _telling(self, words: set[str]) -> set[str]:
        """Those of a name's words that can stand for it: not *dari*, *pembangunan*, *sumatera* or a single letter."""
        lex = self.article.lexicon
        common = words & lex.stops | words & lex.prepositions | words & WEAK
        common |= (words & lex.fields | words & lex.places) - lex.given
        return {word for word in words - common if len(word) > 1}

    def _spelled_out(self, organizations: set[str]) -> list[Mention]:
        """The full names of organizations that are called by acronyms: *Badan Pusat Statistik (BPS)* … *BPS
        mencatat*."""
        article = self.article
        lows, ends = article.lows, article.ends
        found = []
        for short, (i, j) in article.acronyms.items():
            parts = short.split()
            if organizations.isdisjoint(parts) and organizations.isdisjoint(lows[i:j]):
                continue
            first = article.at(ends[j - 1] + 1) + 1
            last = first + len(parts)
            found.append(
                Mention(i, j, "organization", (i, j), (i, j), aliases=((first, last),) if last <= len(lows) else ())
            )
        for word in organizations:
            spelled = article.lexicon.acronyms.get(word)
            at = article.text.find(spelled) if spelled else -1
            if at >= 0 and spelled:
                i, j = article.at(at), article.at(at + len(spelled) - 1) + 1
                found.append(Mention(i, j, "organization", (i, j), (i, j)))
        return found

    # -- full names of those who are called otherwise

    def _counterparts(self, found: list[Mention]) -> list[Mention]:
        """Full names of which only a cut or misspelt form speaks (*Prasetyo Hadi* … *kata Pras*)."""
        longer: set[str] = set()
        single: set[str] = set()
        keys = self.keys
        for mention in found:
            key = keys[mention.name]  # type: ignore[index]
            if len(key) > 1:
                longer.update(key)
            elif key and mention.type == "name" and len(key[0]) > 1:
                single.add(key[0])
        single -= longer
        if not single:
            return []
        article = self.article
        lows = article.lows
        sizes = {len(word) for word in single if len(word) < 5}
        letters = {word[0] for word in single if len(word) < 5}
        begins = {word[:_BEGIN] for word in single}
        near = {low for low in article.lowered if low[:_BEGIN] in begins}
        if letters:
            near.update([low for low in article.lowered if low[0] in letters])
        near -= single
        if not near:
            return []
        spellings = Spellings(single)
        begun = {word[:size] for word in single if 4 < len(word) <= _LONGEST for size in range(1, len(word) + 1)}
        more = []
        for i in [i for i in article.capitals if lows[i] in near]:
            if i in self.covered:
                continue
            low = lows[i]
            if not (low[0] in letters and self._has_initials(i, single, sizes)) and (
                self._quoted(i)
                or not (
                    any(low[:size] in single for size in range(4, min(len(low), _LONGEST)))
                    or any(True for _ in spellings.near(low))
                    or _blended(low, lows[i + 1] if i + 1 < len(lows) else "", single, begun)
                )
            ):
                continue
            full = self._introduction(i)
            if full is not None and full.name is not None and full.name[1] - full.name[0] > 1:
                more.append(full)
        return more

    def _has_initials(self, i: int, single: set[str], sizes: set[int]) -> bool:
        """Whether the capitalized words from ``i`` on begin with the letters of one of these names: *AHY*."""
        article = self.article
        return any(
            "".join([low[0] for low in article.lows[i : i + size]]) in single
            and all(kind & CAPITAL for kind in article.features[i : i + size])
            for size in sizes
        )

    def _holders(self, roles: list[Mention]) -> list[Mention]:
        """Those introduced with a role that stands for them (*Bupati Melur, Rahma, membuka …* … *kata Bupati*)."""
        article = self.article
        heads = set()
        for role in roles:
            heads.update(self.table.role_words[role.head][:1])
        abbreviated = derived(article.lexicon).role_heads
        for head in tuple(heads):
            heads.update(abbreviated.get(head, ()))
        found = []
        end = 0
        lows = article.lows
        for i in [i for i in article.capitals if lows[i] in heads]:
            if i < end or not role_word(article, i) or self._part_of_role(i) or self._quoted(i):
                continue
            mention = read(article, i, self._sentence(i)[1])
            if mention is not None and mention.name is not None and mention.roles:
                found.append(mention)
                end = mention.name[1]
        return found

    def _part_of_role(self, i: int) -> bool:
        """Whether a longer role holds the one at word ``i``: *Wakil* | *Bupati*, *Juru Bicara* | *Presiden*."""
        article = self.article
        if not i or not article.features[i - 1] & CAPITAL:
            return False
        return role_word(article, i - 1) or article.lows[i - 1] in BEFORE_A_ROLE

    # -- nicknames

    def _called(self, named: list[Mention]) -> list[tuple[NameKey, Nickname]]:
        """The nicknames by which somebody points."""
        called = nicknames(self.article)
        if not called:
            return []
        wanted = {self.keys[m.name] for m in named if m.name is not None and m.type == "name"}
        return [(key, nickname) for nickname in called if (key := self.keys[nickname.nick]) in wanted]

    def _nickname(self, called: list[tuple[NameKey, Nickname]]) -> None:
        """Give the nicknames to those who are called so."""
        table = self.table
        told = sorted((span[0], at) for at, entity in enumerate(table.entities) for span in entity.mentions)
        for key, nickname in called:
            if key in table.nicknames:
                continue
            subject = nickname.name or self._subject_before(nickname.nick[0])
            if subject is not None:
                whose = table.add(subject)
                if whose is not None and subject.name is not None:
                    insort(told, (subject.name[0], whose))
            else:
                whose = self._last_told(told, nickname.nick[0])
            if whose is not None and key not in table.by_form:
                table.nicknamed(whose, key)
                table.entities[whose].aliases.setdefault(table.text(nickname.nick))

    def _subject_before(self, i: int) -> Mention | None:
        """The person whom the narrator's sentence before word ``i`` is about."""
        article = self.article
        at = bisect_right(self.sentences, i) - 1
        subject = narrated(article, self.sentences[at - 1], self.sentences[at]) if at > 0 else None
        if subject is None or subject.type != "name" or subject.name is None:
            return None
        size = subject.name[1] - subject.name[0]
        full = size > 1 or subject.roles or article.lows[subject.name[0]] in article.lexicon.given
        return subject if full else None

    def _last_told(self, told: list[tuple[int, int]], i: int) -> int | None:
        """The last person with a full name before word ``i``; ``told``: where who is named, in text order."""
        for n in range(bisect_left(told, (i, 0)) - 1, -1, -1):
            at = told[n][1]
            entity = self.table.entities[at]
            if entity.kind == "person" and len(entity.key) > 1:
                return at
        return None

    # -- the phrase around a word

    def _sentence(self, i: int) -> Range:
        """The sentence in which word ``i`` stands."""
        sentences = self.sentences
        at = bisect_right(sentences, i)
        return sentences[at - 1] if at else 0, sentences[at] if at < len(sentences) else len(self.article.words)

    def _organization_at(self, i: int) -> Mention | None:
        """The name of an organization around word ``i``, where no role stands before it and no person's name after."""
        article = self.article
        words, lows, features = article.words, article.lows, article.features
        begin = self.sentences[max(0, bisect_right(self.sentences, i) - 1)] if self.sentences else 0
        role = i - 1
        while role >= begin and role >= i - 8 and not features[role] & OFFICE_NOUN:
            role -= 1
        if (
            role >= begin
            and role >= i - 8
            and not any(words[m] == "," or (words[m] == "(" and not role_word(article, m + 1)) for m in range(role, i))
        ):
            return None  # Kepala Seksi (Kasi) Logistik BPBD Melur: part of a role
        k = i
        while (
            k > begin
            and features[k - 1] & CAPITAL
            and features[k - 1] & ALPHA
            and (k - 1 > begin or lows[k - 1] not in article.lexicon.openers)
        ):
            k -= 1
            if k <= i - LONGEST:
                return None
        if role_word(article, k) or (k and (role_word(article, k - 1) or lows[k - 1] in PRODUCTS)):
            return None
        mention = read(article, k, len(words))
        return (
            mention
            if mention is not None
            and mention.type == "organization"
            and mention.name is not None
            and mention.name[0] <= i < mention.name[1]
            else None
        )

    def _introduction(self, i: int) -> Mention | None:
        """The phrase around the name word ``i``, with the role before it."""
        words, lows, features = self.article.words, self.article.lows, self.article.features
        if i > 1 and words[i - 1] == "(" and features[i - 2] & CAPITAL:
            mention = self._around(i - 2)
            return mention if mention is not None and any(a <= i < b for a, b in mention.aliases) else None
        if i > 2 and lows[i - 1] in BEFORE_NICKNAME:
            k = i - 1
            while k > i - 7 and k > 0 and not (features[k] & CAPITAL and features[k] & ALPHA):
                k -= 1
            mention = self._around(k) if features[k] & CAPITAL and k < i - 1 else None
            if mention is not None and any(a <= i < b for a, b in mention.aliases):
                return mention
        return self._around(i)

    def _around(self, i: int) -> Mention | None:
        """The phrase around the name word ``i`` where that is no nickname of somebody named before it."""
        article = self.article
        words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
        begin, end = self._sentence(i)
        starts: list[int] = []
        k = i
        lowest = max(begin, i - 24)
        while k > lowest:
            k -= 1
            kind = features[k]
            if kind & _TELLS == ALPHA:
                continue
            if kind & ALPHA:
                if kind & DAY:
                    break
                if kind & _LEADS_AWAY and not kind & CAPITAL:
                    low = lows[k]
                    if kind & (STOP | PREPOSITION) and low not in _IN_A_ROLE:
                        break
                    if kind & CUE and low not in lex.fields:
                        break
            elif words[k] not in ",().&/-" and not words[k][0].isdigit():
                break
            if kind & HUMAN or (kind & _MAY_BE_ROLE and role_word(article, k)):
                starts.append(k)
        if starts and starts[-1] == begin + 1 and lows[begin] == "sebagai" and features[begin + 1] & HUMAN:
            starts.clear()  # Sebagai sesama artis, Rahma …: a comparison, no role
        for k in reversed(starts[-6:]):
            if k > begin and lows[k - 1] in ("dan", "atau") and features[k] & LOWER and words[i - 1] == ",":
                continue  # pemilihan ketua dan wakil ketua, Rahma menilai …: the end of a clause
            if (
                features[k] & HUMAN
                and lex.roles.get(lows[k]) != "kin"
                and k + 1 < i
                and features[k + 1] & CAPITAL
                and role_word(article, k + 1)
            ):
                continue  # keluarga. / keluarga Menteri Agama Budi: the role is the name's
            mention = read(article, k, end)
            if mention is None or mention.name is None:
                continue
            if lows[k] in RELATED and mention.name[0] == k + 1:
                continue  # Sahabat Rahma beruntung: somebody else
            if (
                k > begin
                and (features[k - 1] & LOWER or (k - 1 == begin and lows[k - 1] != "sebagai"))
                and words[mention.name[0] - 1] == ","
                and features[k - 1] & _LEADS_AWAY
            ):
                continue  # dimaki oleh pedagang, Mahmud …: the role is somebody else's
            if mention.name[0] <= i < mention.name[1]:
                return mention
            if any(a <= i < b for a, b in mention.roles) and features[k] & CAPITAL:
                return None  # the word is part of somebody's role
        k, begin = i, max(begin, i - LONGEST + 1)  # no name that begins before reaches the word
        while k > begin and features[k - 1] & CAPITAL and features[k - 1] & ALPHA and lows[k - 1] not in lex.openers:
            k -= 1
        while k <= i:
            mention = read(article, k, end)
            if mention is not None and mention.name is not None and mention.name[0] <= i < mention.name[1]:
                first, last = mention.name
                if not self._glued(first, last) and not self._tells_more(first, last):
                    return mention
            k += 1
        return None

    def _glued(self, i: int, j: int) -> bool:
        """*Rahma Dorong Pemerintah Benahi Pasar*: a run of capitals that begins with a given name, few more in it."""
        features = self.article.features
        return j - i > 4 and bool(features[i] & GIVEN) and sum(kind & GIVEN > 0 for kind in features[i:j]) * 2 < j - i

    def _tells_more(self, i: int, j: int) -> bool:
        """*Pernikahan Rahma*, *Rahma Gugat Hasan*: one of the capitalized words is a noun of an act or a verb."""
        lows, features, lex = self.article.lows, self.article.features, self.article.lexicon
        for k in range(i, j):
            low = lows[k]
            if (
                not features[k] & GIVEN
                and low not in self.article.short_names
                and (
                    is_abstract(low)
                    or low in lex.predicates
                    or low in lex.cues
                    or ("-" in low and low in lex.subject_adverbs)
                )
            ):
                return True
        return False


_LEADS_AWAY = STOP | PREPOSITION | CUE
_MAY_BE_ROLE = ROLE | PAIR
_TELLS = ALPHA | DAY | _LEADS_AWAY | HUMAN | _MAY_BE_ROLE
"""Of these a word that neither ends nor opens what stands before a name has the first alone."""
_IN_A_ROLE = frozenset(["dan", "untuk", "di", "pada", "dari"])
"""*Kepala Bidang Pembinaan dan Pelatihan*, *Komandan Pos untuk Wilayah Timur*."""
_FIRST = attrgetter("first")
_BEGIN = 3
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

"""What is no longer form of an organization's name: *Lumina Store Services* is not *Lumina*, *Damra Apps* not *Damra*.

An organization grows by its legal form, a place or a part of its own (*Persada Tbk*, *BPS Melur*), and by a longer name
with which the article introduces it (*Lembayung Motor* … *Lembayung*); never to a product that is called after it.
"""

from __future__ import annotations

from collections.abc import Iterable

from qattr.entities.names import NameKey
from qattr.entities.naming import Form, Setting
from qattr.lexicon import everyday
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.text.article import Article
from qattr.text.features import ACRONYM, BREAKS, CAPITAL, GIVEN, LOWER, OFFICE, ORGANIZATION, PLACE

_PRODUCT = tagged("in_name", "product")
"""*Damra* | *Apps*, *Lumina* | *Store*: with such a word the name is that of something the organization sells."""
_INSIDE = tagged("in_name", "organization", "particle")
"""*Badan Riset* | *dan* | *Inovasi*: small words inside names."""
_LEGAL = frozenset(("pt", "cv", "tbk", "persero"))
_PART_OF_IT = OFFICE | ORGANIZATION | PLACE
"""*BPS* | *Melur*, *Persada* | *Foundation*: the words of parts, places and kinds of organizations."""


class Bodies:
    """The organizations that speak, by the names they have at the turns."""

    __slots__ = ("article", "begun", "longest", "setting")

    article: Article
    setting: Setting
    begun: dict[NameKey, int]
    """Names at turns, as words in small letters -> where the first one stands in running text."""
    longest: int

    def __init__(self, setting: Setting) -> None:
        self.article, self.setting, self.begun, self.longest = setting.article, setting, {}, 0

    def learn(self, at_turns: Iterable[Mention], found: Iterable[Mention]) -> None:
        """Keep the names with clean edges, and where each stands first."""
        for mention in at_turns:
            if mention.name is not None and self._is_body(mention):
                form = Form(self.setting, mention.name, mention)
                if form.has_clean_edges:
                    words = self._words(mention)
                    self.begun[words] = mention.name[0]
                    self.longest = max(self.longest, len(words))
        if not self.begun:
            return
        for mention in found:
            if mention.name is None or self._words(mention) not in self.begun:
                continue
            if not Form(self.setting, mention.name, mention).in_headline:
                words = self._words(mention)
                self.begun[words] = min(self.begun[words], mention.name[0])

    def _is_body(self, mention: Mention) -> bool:
        """*Persada*, *SkyNet*: an organization, or a name of one word with a capital inside."""
        assert mention.name is not None
        i, j = mention.name
        if not self.article.features[i] & CAPITAL or self.article.lows[i] in everyday.words():
            return False
        return mention.type == "organization" or (j == i + 1 and bool(self.article.features[i] & BREAKS))

    def _words(self, mention: Mention) -> NameKey:
        """The words of a mention's name in small letters."""
        assert mention.name is not None
        return self.article.lows[mention.name[0] : mention.name[1]]

    def of_this(self, mention: Mention) -> Mention | None:
        """The mention, shorter where it runs on into its sentence; ``None`` where it names a product.

        *Lumina tampaknya kesal* -> *Lumina*; *Lumina Store Services* -> ``None``."""
        name = mention.name
        if name is None or name[1] - name[0] < 2 or not self.begun:
            return mention
        words = self._words(mention)
        end = self._short_end(words)
        if not end:
            return None if self._is_thing_of(mention, words, name[0]) else mention
        rest = name[0] + end
        if self._runs_on(rest):
            head = (name[0], rest) if mention.head == name else mention.head
            return mention.replace(name=(name[0], rest), head=head)
        form = Form(self.setting, name, mention)
        return None if not form.at_turn and self._is_product(name[0], rest, name[1]) else mention

    def _short_end(self, words: NameKey) -> int:
        """How many of the words are the name at a turn with which they begin; 0 for none."""
        return next((n for n in range(min(self.longest, len(words) - 1), 0, -1) if words[:n] in self.begun), 0)

    def _runs_on(self, k: int) -> bool:
        """*Lumina* | *tampaknya*: whether a word goes on as the sentence does."""
        low = self.article.lows[k]
        return bool(self.article.features[k] & LOWER) and low not in _INSIDE and low in everyday.words()

    def _is_product(self, i: int, k: int, j: int) -> bool:
        """Whether the words ``k``-``j`` make something else of the organization ``i``-``k``."""
        lows, features = self.article.lows, self.article.features
        if not _LEGAL.isdisjoint(lows[i:j]) or any(kind & GIVEN for kind in features[k:j]):
            return False  # Satgas Melur Rahma: a person of it
        rest = lows[k:j]
        if not _PRODUCT.isdisjoint(rest) or any(low[-1].isdigit() for low in rest) or _is_model(features[j - 1]):
            return True
        if self.begun[lows[i:k]] >= i:
            return False
        return not any(kind & _PART_OF_IT for kind in features[k:j])

    def _is_thing_of(self, mention: Mention, words: NameKey, i: int) -> bool:
        """*Piala Dunia FIFA*, *Chip Lumina*: whether the name at a turn ends what begins with an everyday word."""
        if self.article.features[i] & _PART_OF_IT or words[0] in _LEGAL:
            return False
        sizes = range(1, min(self.longest, len(words) - 1) + 1)
        first = min((self.begun[words[-n:]] for n in sizes if words[-n:] in self.begun), default=-1)
        if first < 0 or Form(self.setting, (i, i + len(words)), mention).at_turn:
            return False
        return first < i or words[0] in everyday.words()


def _is_model(kind: int) -> bool:
    """*Lumina TV*, *Lumina ID*: capitals that spell no organization, field or place."""
    return bool(kind & ACRONYM) and not kind & _PART_OF_IT

"""What entities could be called for short or by mistake, other than by a part of their names.

*Al Hadad* for *Alhadad*, *RW* for *Rahma Wulandari*, *Rahwul* for *Rahma Wulandari*: :mod:`.name_links` asks.
"""

from __future__ import annotations

from itertools import islice, pairwise

from qattr.entities.entity import Entities
from qattr.lexicon.tags import tagged
from qattr.text.spellings import Spellings

_NO_LETTER = tagged("in_acronym", "no_letter")
"""*Badan Ukur dan Takar*: *BUT*."""


class ShortForms:
    """The entities by what is made of their names; filled as far as the article goes when somebody asks."""

    __slots__ = (
        "_entities", "_read", "_words", "_words_read", "beginning", "ends", "initials", "joined", "letters",
        "spellings",
    )  # fmt: skip

    def __init__(self, entities: Entities, words: dict[str, dict[int, None]]) -> None:
        self._entities = entities
        self._words = words
        self._read = self._words_read = 0
        self.joined: dict[str, dict[int, None]] = {}
        """By two words of a name written as one."""
        self.initials: dict[str, list[int]] = {}
        self.beginning: dict[str, list[int]] = {}
        """By the first two letters of a name of several words."""
        self.ends: dict[tuple[str, str], list[int]] = {}
        """By the first letter, and by the first three, and the last word of such a name."""
        self.letters: dict[str, list[int]] = {}
        """Organizations by what their acronym would be: *bps*."""
        self.spellings = Spellings()
        """The words of all names."""

    def catch_up(self) -> None:
        """Take in the entities, and the words of names, that have come since."""
        for at in range(self._read, len(self._entities)):
            if len(self._entities[at].key) > 1:
                self._take(at)
        self._read = len(self._entities)
        # The words are never taken out, so the last of them are the new ones.
        for word in islice(reversed(self._words), len(self._words) - self._words_read):
            self.spellings.add(word)
        self._words_read = len(self._words)

    def _take(self, at: int) -> None:
        """*Setia Budi Lubis*: joined *setiabudi*, initials *sbl*, beginning *se*, ends *(s, lubis)*, *(set, lubis)*."""
        entity = self._entities[at]
        key = entity.key
        for first, second in pairwise(key):
            if len(first) > 1 and len(second) > 2:
                self.joined.setdefault(first + second, {})[at] = None
        self.initials.setdefault("".join([word[0] for word in key]), []).append(at)
        self.beginning.setdefault(key[0][:2], []).append(at)
        for begins in {key[0][:1], key[0][:3]}:
            self.ends.setdefault((begins, key[-1]), []).append(at)
        if entity.kind == "organization":
            letters = "".join([word[0] for word in key if word not in _NO_LETTER])
            self.letters.setdefault(letters, []).append(at)

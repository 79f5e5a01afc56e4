"""Full names of which only a cut or misspelt form speaks: *Harjanto Hadi* … *kata Harja*."""

from __future__ import annotations

from qattr.entities.introductions import Introductions
from qattr.entities.names import NameKeys
from qattr.mentions import Mention
from qattr.text.article import Article
from qattr.text.features import CAPITAL
from qattr.text.spellings import Spellings

_SHORT = 5
"""A name of fewer letters can be the initials of another."""
_BEGIN = 3
"""Letters with which a cut form of five letters or more begins as the name does."""
_LONGEST_NAME = 40
"""Letters of a name of which a cut form is looked for."""


def full_names(introductions: Introductions, keys: NameKeys, named: list[Mention], covered: set[int]) -> list[Mention]:
    """Longer names elsewhere in the article of which single words in ``named`` may be short forms.

    ``covered`` are the words of the names at the turns, which are not read again."""
    single = _single_names(keys, named)
    if not single:
        return []
    article = introductions.article
    near = _alike(single, article.lowered)
    if not near:
        return []
    forms, lows = _CutForms(single), article.lows
    found = []
    for i in [i for i in article.capitals if lows[i] in near]:
        if i in covered:
            continue
        if not forms.initials_at(article, i) and (introductions.quoted(i) or not forms.cut_at(article, i)):
            continue
        full = introductions.person(i)
        if full is not None and full.name is not None and full.name[1] - full.name[0] > 1:
            found.append(full)
    return found


def _single_names(keys: NameKeys, named: list[Mention]) -> set[str]:
    """The names of one word that are part of no longer one: *harja*."""
    longer: set[str] = set()
    single: set[str] = set()
    for mention in named:
        key = keys[mention.name] if mention.name is not None else ()
        if len(key) > 1:
            longer.update(key)
        elif key and mention.type == "name" and len(key[0]) > 1:
            single.add(key[0])
    return single - longer


def _alike(single: set[str], lowered: frozenset[str]) -> set[str]:
    """The capitalized words of an article that begin as one of these names does; ``lowered``: all, in lower case."""
    begins = {word[:_BEGIN] for word in single}
    letters = {word[0] for word in single if len(word) < _SHORT}
    near = {low for low in lowered if low[:_BEGIN] in begins}
    if letters:
        near.update([low for low in lowered if low[0] in letters])
    return near - single


class _CutForms:
    """*harja*, *lhy*: names of one word, and what the words of their full forms can look like."""

    __slots__ = ("begun", "letters", "single", "sizes", "spellings")

    single: set[str]
    letters: set[str]
    """First letters of those that may be initials, …"""
    sizes: set[int]
    """… and how many letters these have."""
    begun: set[str]
    """The beginnings of those that may be blended of two names."""
    spellings: Spellings

    def __init__(self, single: set[str]) -> None:
        short = [word for word in single if len(word) < _SHORT]
        blended = [word for word in single if 4 < len(word) <= _LONGEST_NAME]
        self.single = single
        self.letters = {word[0] for word in short}
        self.sizes = {len(word) for word in short}
        self.begun = {word[:size] for word in blended for size in range(1, len(word) + 1)}
        self.spellings = Spellings(single)

    def initials_at(self, article: Article, i: int) -> bool:
        """*Lukas Harun Yahya* … *LHY*: whether the capitals from ``i`` on begin with the letters of a name."""
        if article.lows[i][0] not in self.letters:
            return False
        return any(
            "".join([low[0] for low in article.lows[i : i + size]]) in self.single
            and all(kind & CAPITAL for kind in article.features[i : i + size])
            for size in self.sizes
        )

    def cut_at(self, article: Article, i: int) -> bool:
        """*Harjanto* … *Harja*, *Wahyudin* … *Wahyudni*, *Rahma Wulandari* … *Rahwul*."""
        lows = article.lows
        low = lows[i]
        if any(low[:size] in self.single for size in range(4, min(len(low), _LONGEST_NAME))):
            return True
        if any(True for _ in self.spellings.near(low)):
            return True
        return self._blended(low, lows[i + 1] if i + 1 < len(lows) else "")

    def _blended(self, low: str, after: str) -> bool:
        """Whether beginnings of two words, or of one, make one of these names: *Rahma Wulandari*, *Rahwul*."""
        single, begun = self.single, self.begun
        if any(after[:size] in single for size in range(5, min(len(after), _LONGEST_NAME) + 1)):
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

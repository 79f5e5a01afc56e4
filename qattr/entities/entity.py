"""Who speaks or is named while an article is being read: what is compared of a name, and what an entity is."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from qattr.entities.groups import Group
from qattr.entities.name_links import NameKey
from qattr.lexicon.vocabulary import HOUSE, PART_OF_NAME
from qattr.mentions.word_questions import Range
from qattr.model import Kind
from qattr.text.article import Article
from qattr.text.features import ALNUM, HANDLE, TITLE

WHERE = attrgetter("at")
"""Where a turn stands."""


def without_brackets(raw: str) -> str:
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


class NameKeys(dict[Range, NameKey]):
    """A name's words -> what of them is compared: lower case, without dots and titles; worked out when asked for.

    *dr. Rahma Wulandari*, *RAHMA WULANDARI* are both ``("rahma", "wulandari")``.
    """

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __missing__(self, span: Range) -> NameKey:
        i, j = span
        article = self.article
        features = article.features
        if j - i == 1:
            key: NameKey = (article.lows[i],) if features[i] & _IN_A_KEY else ()
        else:
            key = article.lows[i:j]
            plain = key[0] not in HOUSE and key[-1] != "tbk"
            for kind in features[i:j]:
                plain = plain and kind & _ALNUM_OR_TITLE == ALNUM
            if not plain:
                key = self._without_titles(key)
        self[span] = key
        return key

    def _without_titles(self, lows: NameKey) -> NameKey:
        titles = self.article.lexicon.titles
        out = [low for low in lows if low[0].isalnum() or low[0] == "@"]
        while len(out) > 1 and (out[0] in HOUSE or titles.get(out[0]) in ("honorific", "academic", "rank")):
            if len(out) == 2 and out[0] in PART_OF_NAME:
                break
            del out[0]
        if len(out) > 1 and out[-1] == "tbk":
            out.pop()
        return tuple(out)


_IN_A_KEY = ALNUM | HANDLE
_ALNUM_OR_TITLE = ALNUM | TITLE
"""A word has of these the first alone where it is neither mark nor title."""
NOT_SHOWN = HOUSE - {"the"} | {"."}
"""What is left out before a name, besides titles: *pihak Persada*, *dr. Rahma*."""


class Entity:
    """Somebody who speaks or is named, while the article is being read."""

    __slots__ = ("aliases", "forms", "introduced", "key", "kind", "mentions", "name", "organizations", "roles")

    def __init__(self, key: NameKey, name: str, kind: Kind) -> None:
        self.key = key
        self.name = name
        self.kind = kind
        self.forms: dict[NameKey, str] = {key: "same_name"}
        self.aliases: dict[str, None] = {}
        self.mentions: dict[Range, None] = {}
        self.roles: dict[Range, bool] = {}
        """The roles, and whether they stand at the name itself."""
        self.organizations: dict[Range, None] = {}
        self.introduced = 1 << 60


class Shared(NamedTuple):
    """A name that several entities can be meant by."""

    found: list[int]
    group: Group
    first: list[int]
    """Those of them whose name begins with it."""

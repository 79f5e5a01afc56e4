"""What of a name is compared, and what of it is shown."""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM, HANDLE, TITLE, TITLES

_UNCOUNTED = tagged("before_name", "uncounted")
"""*pihak Persada*, *almarhum Hasan*: no part of the name."""
_HONORIFIC_IN_NAME = tagged("in_name", "honorific")
"""*Gus Yahya*: kept where one word follows."""
_TITLE_CLASSES = ("honorific", "academic", "rank")
NameKey = tuple[str, ...]
"""The comparable words of a name: lower case, without dots and titles."""


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
            plain = key[0] not in _UNCOUNTED and key[-1] != "tbk"
            for kind in features[i:j]:
                plain = plain and kind & _ALNUM_OR_TITLE == ALNUM
            if not plain:
                key = self._without_titles(key)
        self[span] = key
        return key

    def _without_titles(self, lows: NameKey) -> NameKey:
        """``("dr", ".", "rahma", "wulandari")`` -> ``("rahma", "wulandari")``; *Gus Rahma* stays whole."""
        titles = self.article.lexicon.titles
        out = [low for low in lows if low[0].isalnum() or low[0] == "@"]
        while len(out) > 1 and (out[0] in _UNCOUNTED or titles.get(out[0]) in _TITLE_CLASSES):
            if len(out) == 2 and out[0] in _HONORIFIC_IN_NAME:
                break
            del out[0]
        if len(out) > 1 and out[-1] == "tbk":
            out.pop()
        return tuple(out)


_IN_A_KEY = ALNUM | HANDLE
_ALNUM_OR_TITLE = ALNUM | TITLE
"""A word has of these the first alone where it is neither mark nor title."""
_NOT_SHOWN = _UNCOUNTED - {"the"} | {"."}
"""What is left out before a name, besides titles: *pihak Persada*, *dr. Rahma*."""


def shown_name(article: Article, name: Range) -> str:
    """*dr. Rahma (45) Wulandari* -> *Rahma Wulandari*: as it is written, without titles before and brackets in it."""
    i, j = name
    lows, features = article.lows, article.features
    while i < j - 1 and (features[i] & TITLES or lows[i] in _NOT_SHOWN):
        if i + 2 == j and lows[i] in _HONORIFIC_IN_NAME:
            break
        i += 1
    if j - i == 1:
        return article.words[i]
    raw = article.slice(i, j)
    return " ".join((without_brackets(raw) if "(" in raw else raw).split())


def without_brackets(raw: str) -> str:
    """*Rahma (45) Wulandari* -> *Rahma  Wulandari*; a bracket that is not closed runs to the end.

    >>> without_brackets("Rahma (45")
    'Rahma '
    """
    out, depth = [], 0
    for ch in raw:
        if ch == "(":
            depth += 1
        elif ch == ")" and depth:
            depth -= 1
        elif not depth:
            out.append(ch)
    return "".join(out)

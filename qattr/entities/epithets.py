"""What the press calls an office or a body instead of its name: *bendahara negara*, *Korps Bhayangkara*."""

from __future__ import annotations

from qattr.lexicon.tags import tag_values, tagged
from qattr.mentions import Mention
from qattr.text.article import Article

_EPITHETS = {phrase: tuple(tuple(name.split("_")) for name in names) for phrase, names in tag_values("epithet").items()}
"""*bank sentral*: the names and offices that it can stand for, as they are compared."""
_HEADS = frozenset(phrase.partition(" ")[0] for phrase in _EPITHETS)
_REFERS_BACK = tagged("refers", "back")
"""*bendahara negara | itu*."""


def meant_by(article: Article, mention: Mention) -> tuple[tuple[str, ...], ...]:
    """*bendahara negara itu* -> ``(("menteri", "keuangan"),)``: the names and offices that a mention can stand for."""
    i, j = mention.head
    lows = article.lows
    if lows[i] not in _HEADS:
        return ()
    while j - 1 > i and lows[j - 1] in _REFERS_BACK:
        j -= 1
    return _EPITHETS.get(" ".join(lows[i:j]), ())

"""Whether two roles are the same: their words, with abbreviations spelled out."""

from __future__ import annotations

from itertools import pairwise

from qattr.mentions.word_questions import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM, PAIR, ROLE


class Roles(dict[Range, list[str]]):
    """The words of a role, abbreviations spelled out, worked out when asked for: *Menkes* is *menteri kesehatan*."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __missing__(self, span: Range) -> list[str]:
        words = self[span] = _spelled_out(self.article, span)
        return words


def _spelled_out(article: Article, span: Range) -> list[str]:
    lows, features, lex = article.lows, article.features, article.lexicon
    abbreviations, acronyms = lex.role_abbreviations, lex.acronyms
    i, j = span
    role = lows[i:j]
    short = abbreviations.keys()
    if short.isdisjoint(role) and short.isdisjoint(map(" ".join, pairwise(role))) and acronyms.keys().isdisjoint(role):
        return [low for low, kind in zip(role, features[i:j], strict=True) if kind & ALNUM and low not in _NO_ROLE]
    out: list[str] = []
    while i < j:
        low = lows[i]
        i += 1
        if features[i - 1] & (ROLE | PAIR) and i < j and f"{low} {lows[i]}" in abbreviations:
            out += abbreviations[f"{low} {lows[i]}"].lower().split()
            i += 1
        elif low in abbreviations:
            out += abbreviations[low].lower().split()
        elif low in acronyms and low not in lex.roles:
            out += acronyms[low].lower().split()
        elif low not in _NO_ROLE and low[0].isalnum():
            out.append(low)
    return out


_NO_ROLE = frozenset(["sang", "itu", "ini", "tersebut", "para", "si", "bapak", "pak", "ibu", "bu"])
"""Words around a role that do not tell which: *sang menteri*, *Bapak Bupati*."""


def same_role(wanted: list[str], have: list[str]) -> bool:
    """Whether the words of one role begin and are held by the other's."""
    if not have or not wanted:
        return False
    if wanted[0] != have[0]:
        if have[0] in ("mantan", "eks", "bekas") and len(have) > 1:
            return same_role(wanted, have[1:])
        return False
    return set(wanted) <= set(have)

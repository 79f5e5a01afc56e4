"""Whether two posts are the same: their words, with abbreviations spelled out."""

from __future__ import annotations

from itertools import pairwise

from qattr.mentions.word_questions import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM, PAIR, ROLE


class Posts(dict[Range, list[str]]):
    """The words of a post, abbreviations spelled out, worked out when asked for: *Menkes* is *menteri kesehatan*."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __missing__(self, span: Range) -> list[str]:
        words = self[span] = _spelled_out(self.article, span)
        return words


def _spelled_out(article: Article, span: Range) -> list[str]:
    lows, kinds, lex = article.lows, article.kinds, article.lexicon
    abbreviations, acronyms = lex.role_abbreviations, lex.acronyms
    i, j = span
    post = lows[i:j]
    short = abbreviations.keys()
    if short.isdisjoint(post) and short.isdisjoint(map(" ".join, pairwise(post))) and acronyms.keys().isdisjoint(post):
        return [low for low, kind in zip(post, kinds[i:j], strict=True) if kind & ALNUM and low not in _NO_POST]
    out: list[str] = []
    while i < j:
        low = lows[i]
        i += 1
        if kinds[i - 1] & (ROLE | PAIR) and i < j and f"{low} {lows[i]}" in abbreviations:
            out += abbreviations[f"{low} {lows[i]}"].lower().split()
            i += 1
        elif low in abbreviations:
            out += abbreviations[low].lower().split()
        elif low in acronyms and low not in lex.roles:
            out += acronyms[low].lower().split()
        elif low not in _NO_POST and low[0].isalnum():
            out.append(low)
    return out


_NO_POST = frozenset(["sang", "itu", "ini", "tersebut", "para", "si", "bapak", "pak", "ibu", "bu"])
"""Words around a post that do not tell which: *sang menteri*, *Bapak Bupati*."""


def same_post(wanted: list[str], have: list[str]) -> bool:
    """Whether the words of one post begin and are held by the other's."""
    if not have or not wanted:
        return False
    if wanted[0] != have[0]:
        if have[0] in ("mantan", "eks", "bekas") and len(have) > 1:
            return same_post(wanted, have[1:])
        return False
    return set(wanted) <= set(have)

"""Short forms of organizations that the article spells out: *Jaringan Pasar Rakyat (JPR)*."""

from __future__ import annotations

import re

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import GIVEN, UPPER
from qattr.text.windows import LISTED, SPELLED_OUT

_BRACKETED = re.compile(r"\(([^\W\d_][\w&-]{1,11}(?: [^\W\d_]\w{1,11})?)\)")
"""One or two words in brackets; `re`, because every article asks it, so that all would load `regex` for it."""
_INSIDE_NAMES = tagged("in_name", "organization")
"""Small words inside the name of an organization: *Badan Riset dan Inovasi*."""
_FEWEST_WORDS = 2


def spelled_out(article: Article) -> dict[str, tuple[int, int]]:
    """*Jaringan Pasar Rakyat (JPR)*: short forms in lower case -> the words of the name; no persons (*(SBY)*)."""
    found: dict[str, tuple[int, int]] = {}
    for match in _BRACKETED.finditer(article.text):
        if not all(word[0].isupper() for word in match.group(1).split(" ")):
            continue
        short = match.group(1).lower()
        name = _name_before(article, article.at(match.start()), short.replace(" ", ""))
        if name is not None:
            found.setdefault(short, name)
    return found


def _name_before(article: Article, end: int, short: str) -> tuple[int, int] | None:
    """The organization whose name ends at the bracket and which the short form stands for."""
    start = _run_start(article, end)
    while start < end and not _may_head(article, start, short):
        start += 1
    if end - start < _FEWEST_WORDS or _holds_given_name(article, start, end):
        return None
    return (start, end) if _is_proved(article, start, end, short) else None


def _run_start(article: Article, end: int) -> int:
    """Where the run of capitalized words begins that ends at a word, small words between them included."""
    words, lows, features = article.words, article.lows, article.features
    listed = "dan" in lows[max(0, end - LISTED) : end]  # Badan Meteorologi, Klimatologi, dan Geofisika
    farthest = max(0, end - SPELLED_OUT)
    start = end
    while start > farthest and start not in article.starts_paragraph:
        before = start - 1
        if not (features[before] & UPPER or lows[before] in _INSIDE_NAMES or (listed and words[before] == ",")):
            break
        start = before
    return start


def _may_head(article: Article, i: int, short: str) -> bool:
    """Whether the name may begin with a word: a noun for an organization, *the*, the first letter of the short form."""
    low, lex = article.lows[i], article.lexicon
    if not article.features[i] & UPPER:
        return False
    return low in lex.organizations or low == "the" or (low[0] == short[0] and low not in lex.roles)


def _holds_given_name(article: Article, start: int, end: int) -> bool:
    """Whether somebody's name stands in it (*Rahma Wulandari (RW)*)."""
    lex = article.lexicon
    named = zip(article.features[start:end], article.lows[start:end], strict=True)
    return any(features & GIVEN and low not in lex.fields and low not in lex.ambiguous for features, low in named)


def _is_proved(article: Article, start: int, end: int, short: str) -> bool:
    """Whether the words are the name: a noun for an organization heads them, or the short form is made of them."""
    name = article.lows[start:end]
    made = made_of(short, [low for low in name if low not in _INSIDE_NAMES and low != ","])
    if name[0] in article.lexicon.organizations:
        return made or "," not in name
    return "," not in name and (made or name[0] == "the")


def made_of(short: str, parts: list[str]) -> bool:
    """Whether a short form is put together from the beginnings of a name's words, in order.

    >>> made_of("bps", ["badan", "pusat", "statistik"]), made_of("abc", ["air", "batu"])
    (True, False)
    >>> made_of("setnov", ["setya", "novanto"])
    True
    """
    reach = {0}
    for part in parts:
        more = set()
        for at in reach:
            size = 0
            while size < len(part) and at + size < len(short) and part[size] == short[at + size]:
                size += 1
                more.add(at + size)
        reach |= more
    return len(short) in reach

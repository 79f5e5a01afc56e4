"""Short forms of organizations that the article spells out: *Jaringan Pasar Rakyat (JPR)*."""

from __future__ import annotations

import re

from qattr.text.article import Article
from qattr.text.features import GIVEN, UPPER

_BRACKETED = re.compile(r"\(([A-Z][\w&-]{1,11}(?: [A-Z]\w{1,11})?)\)")
_LINKS_WORDS = frozenset(["dan", "untuk", "of", "for", "and", "the", "atas", "bagi"])


def spelled_out(article: Article) -> dict[str, tuple[int, int]]:
    """Organizations that are spelled out before a short form in brackets; a person's initials (*(SBY)*) are left
    out."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    found: dict[str, tuple[int, int]] = {}
    for match in _BRACKETED.finditer(article.text):
        short = match.group(1).lower()
        j = article.at(match.start())
        k = j
        listed = "dan" in lows[max(0, j - 4) : j]  # Badan Meteorologi, Klimatologi, dan Geofisika
        farthest = max(0, j - 12)
        while (
            k > farthest
            and k not in article.starts_paragraph
            and (features[k - 1] & UPPER or lows[k - 1] in _LINKS_WORDS or (listed and words[k - 1] == ","))
        ):
            k -= 1
        letters = short.replace(" ", "")
        while k < j and not (
            features[k] & UPPER
            and (
                lows[k] in lex.organizations
                or lows[k] == "the"
                or (lows[k][0] == letters[0] and lows[k] not in lex.roles)
            )
        ):
            k += 1
        name = lows[k:j]
        if len(name) < 2 or any(
            kind & GIVEN and low not in lex.fields and low not in lex.ambiguous
            for kind, low in zip(features[k:j], name, strict=True)
        ):
            continue
        if name[0] in lex.organizations:
            proved = "," not in name or _made_of_words(letters, name)
        else:
            proved = "," not in name and (name[0] == "the" or _made_of_words(letters, name))
        if proved:
            found.setdefault(short, (k, j))
    return found


def _made_of_words(short: str, name: tuple[str, ...]) -> bool:
    return made_of(short, [low for low in name if low not in _LINKS_WORDS and low != ","])


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

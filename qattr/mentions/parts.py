"""What the segments of one phrase have given so far, on the way to a :class:`Mention`."""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.mention import Mention, MentionType
from qattr.mentions.names import OPENS_DEGREE, after_degrees
from qattr.mentions.organizations import organization_ranges
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD
from qattr.mentions.single_words import Range
from qattr.text.article import Article
from qattr.text.features import ALNUM

__all__ = ["Mention", "Parts", "initials", "strip_brackets"]


_OTHERS = tagged("after_role", "others")
"""*pemain lain*, *pemain lainnya*."""


class Parts:
    """What the segments of one phrase have given so far; each step below adds to it."""

    __slots__ = ("article", "brackets", "name", "organizations", "rank", "roles", "segments", "type")

    article: Article
    segments: list[Range]
    brackets: list[tuple[int, Range]]
    name: Range | None
    type: MentionType | None
    roles: list[Range]
    organizations: list[Range]
    rank: bool

    def __init__(self, article: Article, segments: list[Range], brackets: list[tuple[int, Range]]) -> None:
        self.article, self.segments, self.brackets = article, segments, brackets
        self.name = self.type = None
        self.roles, self.organizations = [], []
        self.rank = False

    def named(self, i: int, j: int) -> None:
        """The words ``i``-``j``, without a bracket at their end, are the person's name."""
        self.name, self.type = strip_brackets(self.article, (i, j), self.brackets), "name"

    def role(self, i: int, j: int) -> None:
        """The words ``i``-``j`` are a role, and may hold an organization; *pemain lainnya* is a *pemain*."""
        while j - i > 1 and self.article.lows[j - 1] in _OTHERS:
            j -= 1
        self.roles.append((i, j))
        if j - i > 1:
            self.organizations.extend(organization_ranges(self.article, i, j))


def strip_brackets(article: Article, span: Range, brackets: list[tuple[int, Range]]) -> Range:
    """The range up to its first bracket where that stands at its end; trailing dots and lower-case words go as well."""
    i, j = span
    features = article.features
    for kind in features[i + 1 : j]:
        if kind & CAPITAL_MASK != CAPITAL_WORD:
            break
    else:
        return span  # Rahma Wulandari: no mark, letter or degree
    words, lows = article.words, article.lows
    for at, inner in brackets:
        if i < at < j and inner[1] + 1 >= j:
            j = at
    if "," in words[i + 1 : j]:  # degrees: Lisa Rahma, S.H.
        j = words.index(",", i + 1)
    if not OPENS_DEGREE.isdisjoint(words[i + 1 : j]):
        for k in range(i + 1, j - 1):
            if words[k] in OPENS_DEGREE and words[k + 1] == "." and after_degrees(article, k, j) >= j - 1:
                j = k  # Rustono M.Hum
                break
    j -= j - i > 2 and words[j - 1] == "." and lows[j - 2] in article.lexicon.degrees  # Sofyan Hidayat SH.
    while (
        j - i > 1
        and lows[j - 1] in article.lexicon.degrees
        and words[j - 1][1:2].isupper()
        and not (j - i == 2 and initials(words[i]))
        and lows[j - 1] != "md"
    ):
        j -= 1  # Sofyan Hidayat MM
    while j > i + 1 and not features[j - 1] & ALNUM and words[j - 1] in ".-\u2013/&'":
        if words[j - 1] == "." and (len(words[j - 2]) == 1 or lows[j - 2] == "tbk"):
            break
        j -= 1
    return i, j


def initials(word: str) -> bool:
    """*RD*: a person whose name is withheld."""
    return len(word) < 4 and word.isupper()

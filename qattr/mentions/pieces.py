"""One segment of a phrase while its name, role and organization are told apart."""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.parts import Parts
from qattr.mentions.single_words import organization_word, role_word, title_word
from qattr.mentions.word_classes import TITLE_IN_ROLE
from qattr.text.article import Article
from qattr.text.features import CAPITAL, GIVEN, HUMAN, LOWER, NAME, TITLES


class Piece:
    """A segment (*seorang pedagang Rahma*), and what the segments before it have given."""

    __slots__ = ("article", "end", "first", "first_low", "head", "low", "next", "number", "parts")

    parts: Parts
    number: int
    """Which of the segments it is, from 0."""
    head: int
    """Its first word after *seorang*, *selaku*: *pedagang*."""
    article: Article
    """The article that it stands in."""
    first: int
    """Its first word."""
    end: int
    """After its last word."""
    first_low: str
    """Its first word in lower case."""
    low: str
    """The word at its head in lower case."""
    next: int | None
    """The first word of the next segment, ``None`` after the last."""

    def __init__(self, parts: Parts, number: int, head: int) -> None:
        segments, lows = parts.segments, parts.article.lows
        self.parts, self.number, self.head, self.article = parts, number, head, parts.article
        self.first, self.end = segments[number]
        self.first_low, self.low = lows[self.first], lows[head]
        self.next = segments[number + 1][0] if number + 1 < len(segments) else None

    @property
    def name_found(self) -> bool:
        """Whether a segment before has given the name."""
        return self.parts.name is not None

    @property
    def undecided(self) -> bool:
        """Whether the segments before have given neither a name nor a type."""
        return self.parts.name is None and self.parts.type is None

    def has(self, i: int, bits: int) -> bool:
        """Whether word ``i`` has one of these features."""
        return bool(self.article.features[i] & bits)

    @property
    def only_role(self) -> bool:
        """*Kepala Dinas Pasar,* | *Rahma Wulandari*: whether the next segment brings the name, as it begins no role."""
        follows = self.next
        return follows is not None and not self.name_found and not _opens_description(self.article, follows)


_OPENS_DESCRIPTION = tagged("opens", "description")


def _opens_description(article: Article, i: int) -> bool:
    """*salah satu warga*, *selaku ketua*, *Dinas Pasar*: whether a role, a description or an organization begins."""
    if _is_given_name(article, i):
        return False
    return (
        role_word(article, i)
        or bool(article.features[i] & HUMAN)
        or article.lows[i] in _OPENS_DESCRIPTION
        or organization_word(article, i)
    )


def _is_given_name(article: Article, i: int) -> bool:
    """*Putri* | *Wulandari*: whether a role that is a given name as well stands before a further word of a name."""
    features = article.features
    return bool(features[i] & GIVEN and features[i] & CAPITAL and i + 1 < len(features) and features[i + 1] & NAME)


_RANK_BRACKETS = tagged("in_brackets", "rank")
_SMALL_RANKS = tagged("ends", "small_role")


def title_at(piece: Piece, i: int) -> bool:
    """*Brigjen*, *(Purn)*: whether word ``i``, before a name, is a title or a dot or bracket that belongs to one."""
    article = piece.article
    if any(at <= i <= inner[1] and article.lows[inner[0]] in _RANK_BRACKETS for at, inner in piece.parts.brackets):
        return True
    if piece.has(i, TITLES):
        before = i - 1  # Sekretaris Jenderal | Rahma; but Kapolda Melur | Inspektur Jenderal Rahma
        in_role = i > piece.head and article.lows[before] in TITLE_IN_ROLE and not piece.has(before, TITLES)
        return not in_role and (title_word(article, i) or i == piece.head)  # Kapuspen TNI | Brigjen Marinir
    return article.words[i] == "."


def before_titles(piece: Piece, split: int) -> int:
    """*Menteri Sosial* | *Dr* | *Rahma*: where the role ends before the titles of the name at ``split``; titles are
    part of neither, nor is a comma.  *bek muda* | *Hasan*: a rank in small letters is part of the role."""
    end = split
    while end > piece.head + 1 and title_at(piece, end - 1):
        if piece.article.lows[end - 1] in _SMALL_RANKS and piece.has(end - 1, LOWER):
            break
        end -= 1
    return end - (piece.article.words[end - 1] == ",")

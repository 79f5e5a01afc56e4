"""A segment that begins with an organization: *Polda Melur*, *Ditreskrimsus Polda Melur Kombes* | *Hendra*.

:data:`SHAPES` are asked in order; a question answers ``True`` where the segment is of its shape, and has then put what
it found into the parts, or ``None``.  The first line of a docstring is a phrase; ``|`` marks where the name begins.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.names import name_start, word_class
from qattr.mentions.pieces import Piece
from qattr.mentions.single_words import role_word, title_word
from qattr.mentions.word_classes import TITLE_IN_ROLE
from qattr.text.features import CAPITAL

_DESCRIBES = tagged("describes", "organization")


def read_organization(piece: Piece) -> None:
    """*Polda Melur*: the organization, and the name if the segment has one, go into the parts."""
    first_answer(SHAPES, piece)


def _after_role(piece: Piece) -> bool:
    """*Kepala Unit Lantas,* | *Polda Melur*: whether the segment before ended with a role."""
    roles = piece.parts.roles
    return bool(roles) and roles[-1][1] == piece.first - 1


def _ranked_officer(piece: Piece) -> bool | None:
    """Ditreskrimsus Polda Melur Kombes | Hendra Sasmaka: a rank or degree, then the name."""
    article, parts, end = piece.article, piece.parts, piece.end
    lows, titles = article.lows, article.lexicon.titles
    if piece.name_found:
        return None
    inside = (k for k in range(piece.head + 1, end - 1) if lows[k - 1] not in TITLE_IN_ROLE)
    rank = next((k for k in inside if titles.get(lows[k]) in _OF_OFFICERS), None)
    if rank is None:
        return None
    name = next((k for k in range(rank, end - 1) if not title_word(article, k) and lows[k] not in _IN_RANKS), end - 1)
    if _after_role(piece):
        parts.roles[-1] = (parts.roles[-1][0], rank)  # Kepala Unit Lantas, Polda Melur Iptu Endang
    else:
        parts.organizations.append((piece.head, rank))
    parts.named(name, end)
    parts.rank = True
    return True


_OF_OFFICERS = frozenset(("rank", "academic"))
"""Classes of titles that tell a person from the organization before it."""
_IN_RANKS = frozenset(".()")
"""Marks inside a rank: *Kombes (Pol.)*."""


def _officer_follows(piece: Piece) -> bool | None:
    """Ditreskrimsus Polda Melur, Kombes | Hendra Sasmaka: the name comes after the comma, with its rank."""
    if not piece.undecided or piece.next is None or not title_word(piece.article, piece.next):
        return None
    piece.parts.organizations.append((piece.head, piece.end))
    return True


def _name_follows(piece: Piece) -> bool | None:
    """kantor berita Andara Selatan, | Warta Andara: what kind of organization it is, then its name."""
    follows = piece.next
    if not piece.undecided or follows is None or piece.has(piece.head, CAPITAL):
        return None
    return True if piece.has(follows, CAPITAL) and not role_word(piece.article, follows) else None


def _source_itself(piece: Piece) -> bool | None:
    """| Polda Melur; emiten perbankan | PT Bank Nusa: the organization is the source; what describes it is left out."""
    if not piece.undecided:
        return None
    start, end = piece.head, piece.end
    described = piece.low in _DESCRIBES and not (
        piece.has(start, CAPITAL) and (start + 1 == end or piece.has(start + 1, CAPITAL))
    )
    if described:
        start = next((k for k in range(start + 1, end) if piece.has(k, CAPITAL)), start)
    piece.parts.named(piece.first if piece.first_low == "para" else start, end)
    piece.parts.type = "organization"
    return True


def _organization_of_role(piece: Piece) -> bool | None:
    """Kepala Unit Lantas, Ditjen Irigasi | Hasan Basri: the role goes on, and perhaps a sure name follows."""
    article, parts, end = piece.article, piece.parts, piece.end
    if not _after_role(piece):
        return None
    split = end if piece.name_found else name_start(article, piece.head, end)
    sure = split < end and (article.lows[split] in article.short_names or word_class(article, split, end) == "G")
    if not sure:
        split = end
    parts.roles[-1] = (parts.roles[-1][0], split)
    parts.organizations.append((piece.first, split))
    if split < end:
        parts.named(split, end)
    return True


SHAPES: list[Callable[[Piece], bool | None]] = [
    # before _source_itself: it takes every organization that comes first
    _ranked_officer,
    # before _source_itself: the same
    _officer_follows,
    # before _source_itself: the same
    _name_follows,
    _source_itself,
    _organization_of_role,
]
"""What is an organization at the head of a segment?"""

"""A segment that begins with a role: *Kepala Dinas Kesehatan* | *Rahma Wulandari*.

Where the role ends is asked of :data:`ROLE_ENDS`: each question answers with the word at which the name begins (the
segment's end where it has none) or ``None`` (not my business).  The first line of a docstring is a phrase in which
``|`` marks that place.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.names import name_start, word_class
from qattr.mentions.pieces import Piece, before_titles
from qattr.mentions.single_words import Range, title_word
from qattr.text.article import Article
from qattr.text.features import CAPITAL

_LEADS_TO_NAME = tagged("leads", "name")
_INTRODUCES_PERSON = tagged("introduces", "person")
_SEVERAL = tagged("counts", "several", "exactly")
_PAPERS = tagged("is", "paper")
_JOINS_ROLES = tagged("joins", "roles")
_ADDS_ROLE = tagged("adds", "role")
_INTRODUCES_ROLE = tagged("introduces", "role")
"""*Direktur Persada selaku pengelola pasar*."""
_LEADS_SECOND_ROLE = tagged("leads", "second_role") | {"sebagai"}
"""*yang juga menjabat sebagai Wali Kota*."""


def read_role(piece: Piece) -> None:
    """*Kepala Dinas Kesehatan Rahma Wulandari*: the role, and the name if the segment has one, go into the parts."""
    parts, end = piece.parts, piece.end
    split = first_answer(ROLE_ENDS, piece)
    assert split is not None  # the last question always answers
    if piece.name_found:
        if split < end:
            parts.rank = False
        _add_roles(piece, end)  # ibunda dari almarhum Abi: the whole segment is the role of who has been named
        return
    role_end, name = split, split
    if split < end:
        role_end = before_titles(piece, split)
        if not piece.only_role:
            parts.rank = role_end < split
        name += piece.article.lows[split] in _LEADS_TO_NAME  # bernama | Tarno
    _add_roles(piece, role_end)
    if name < end:
        parts.named(name, end)
    elif parts.type is None and not piece.only_role:
        parts.type = "unnamed" if _has_no_name(piece) else "role"


def _has_no_name(piece: Piece) -> bool:
    """*seorang pedagang*, *tiga warga*, *pedagang beras*: somebody whom the article does not name; but *Gubernur*."""
    if piece.first_low in _INTRODUCES_PERSON or piece.first_low in _SEVERAL or piece.low in _PAPERS:
        return True
    return not piece.has(piece.head, CAPITAL) and piece.article.lexicon.roles.get(piece.low) != "office"


def _add_roles(piece: Piece, end: int) -> None:
    """The roles from the head to word ``end``; a paper (*laporan*) is none."""
    if end > piece.head and piece.low not in _PAPERS:
        for role in offices(piece.article, piece.head, end):
            piece.parts.role(*role)


def offices(article: Article, i: int, j: int) -> list[Range]:
    """*Ketua Asosiasi* | *yang juga Wali Kota Melur*: the roles of the words ``i``-``j``, each on its own; *Direktur
    sekaligus pemilik kios* is one role, and two."""
    lows = article.lows
    for k in range(i + 1, j - 1):
        if lows[k] in _JOINS_ROLES:
            return [(i, j), (i, k), *offices(article, k + 1, j)]
        if lows[k] in _INTRODUCES_ROLE:
            return [(i, k), *offices(article, k + 1, j)]
        if lows[k] == "yang" and lows[k + 1] in _ADDS_ROLE:
            second = k + 2
            while second < j - 1 and lows[second] in _LEADS_SECOND_ROLE:
                second += 1
            return [(i, k), *offices(article, second, j)]
    return [(i, j)]


# ------------------------------------------------------------------------------------ where the role ends


def _after_bernama(piece: Piece) -> int | None:
    """seorang warga berinisial | HS: the word that leads to the name."""
    lows = piece.article.lows[piece.head : piece.end]
    if len(lows) < 2 or _LEADS_TO_NAME.isdisjoint(lows):
        return None
    return piece.head + next(k for k, low in enumerate(lows) if low in _LEADS_TO_NAME)


def _name_in_next(piece: Piece) -> int | None:
    """Kepala Dinas Kesehatan, | Rahma Wulandari: the name comes after the comma."""
    return piece.end if piece.only_role else None


def _several_people(piece: Piece) -> int | None:
    """dua warga Melur |: several people have no name."""
    return piece.end if piece.first_low in _SEVERAL else None


def _somebody_nameless(piece: Piece) -> int | None:
    """seorang pedagang di Pasar Induk |: only a sure name is the name of *seorang pedagang* or *sumber*."""
    article = piece.article
    introduced = piece.first_low in _INTRODUCES_PERSON and piece.first_low != "sang"
    if not introduced and piece.low != "sumber":
        return None
    split = name_start(article, piece.head, piece.end)
    sure = split < piece.end and (
        article.lows[split] in article.short_names
        or word_class(article, split, piece.end) == "G"
        or title_word(article, split - 1)
    )
    return None if sure else piece.end


def _by_evidence(piece: Piece) -> int:
    """Kepala Dinas Pasar | Rahma Wulandari: the place with the best evidence (:mod:`.names`)."""
    return name_start(piece.article, piece.head, piece.end)


ROLE_ENDS: list[Callable[[Piece], int | None]] = [
    # before _somebody_nameless: *seorang warga bernama* leads to a name
    _after_bernama,
    # before _by_evidence: a word before the comma may look like a name
    _name_in_next,
    # before _by_evidence: so may the place of several people
    _several_people,
    # before _by_evidence: so may the place of *seorang pedagang*
    _somebody_nameless,
    _by_evidence,
]
"""Where does the role end and the name begin?"""

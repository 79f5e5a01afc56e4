"""A segment that begins with titles or a name: *Dr. Rahma Wulandari*, *Sofyan Hidayat* | *Wakil Ketua Koperasi*."""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.names import name_start
from qattr.mentions.organizations import looks_like_organization
from qattr.mentions.parts import initials, strip_brackets
from qattr.mentions.pieces import Piece, title_at
from qattr.mentions.single_words import Range, role_word
from qattr.mentions.word_classes import TITLE_IN_ROLE
from qattr.text.article import Article
from qattr.text.features import CAPITAL, NAME

_PART_OF_NAME = tagged("in_name", "honorific")
_INTRODUCES_PERSON = tagged("introduces", "person")
_INTRODUCES_ROLE = tagged("introduces", "role")


def read_name(piece: Piece) -> bool:
    """*Dr. Rahma Wulandari*: the name, and a role before or after it, go into the parts; ``False`` where the phrase
    names nobody."""
    parts = piece.parts
    start = _after_titles(piece)
    parts.rank = parts.rank or start > piece.head
    if piece.head < start < piece.end and role_word(piece.article, start):
        name = name_start(piece.article, start, piece.end)  # Dr Direktur RSUD Melur | Rahma
        parts.role(start, name)
        start = name
    if start >= piece.end:
        if piece.undecided:
            parts.type = "role"
    elif not piece.has(start, CAPITAL):
        if piece.undecided and piece.first_low in _INTRODUCES_PERSON and piece.article.lows[start] != "satunya":
            parts.type = "unnamed"  # seorang tetangga
    elif not piece.name_found:
        return _name_and_role(piece, start)
    return True


def _after_titles(piece: Piece) -> int:
    """*Dr.* | *Rahma Wulandari*: after the titles; *Gus Ipul* keeps its own, as one word alone follows."""
    start = piece.head
    while start < piece.end and title_at(piece, start):
        if piece.article.lows[start] in _PART_OF_NAME and start + 2 == piece.end:
            break
        start += 1
    return start


def _name_and_role(piece: Piece, start: int) -> bool:
    """The name that begins at word ``start`` and a role run together with it; ``False`` where that is a heading."""
    article, parts = piece.article, piece.parts
    end = strip_brackets(article, (start, _before_introduced(piece, start)), parts.brackets)[1]
    title = _title_inside(article, (start, end))
    role = _role_inside(article, (start, end)) if piece.number == 0 else None
    if title is not None:
        parts.roles.append((start, title))  # Uskup Agung Kota Kardinal Yosef: a role that the lexicon does not know
        start, parts.rank = title + 1, True
    elif role is not None:
        if role + 1 >= end or not _all_names(article, start, role):
            return False  # Bantuan Datang Kepala Desa Hasan: a heading run together with the sentence
        parts.role(role, end)
        end = role
    end = _before_degree(article, (start, end))
    parts.named(start, end)
    known = article.lows[end - 1] in article.lexicon.organizations
    if not parts.rank and (known or looks_like_organization(article, start, end)):
        parts.type = "organization"
    return True


def _before_introduced(piece: Piece, start: int) -> int:
    """*Rahma Wulandari* | *selaku ketua*: where the name ends at the latest."""
    lows = piece.article.lows
    return next((k for k in range(start + 1, piece.end) if lows[k] in _INTRODUCES_ROLE), piece.end)


def _title_inside(article: Article, span: Range) -> int | None:
    """*Uskup Agung Kota* | *Kardinal Yosef*: the last title among the words, one or more words before its name."""
    lows, titles, given = article.lows, article.lexicon.titles, article.lexicon.given
    inside = (k for k in range(span[1] - 2, span[0], -1) if lows[k - 1] not in TITLE_IN_ROLE)
    title = next((k for k in inside if titles.get(lows[k]) in _BEFORE_NAMES and lows[k] not in given), None)
    if title is not None and len(lows[title]) == 1 and _all_names(article, span[0], title):
        return None  # Hasan H. Wirawan
    return title


_BEFORE_NAMES = frozenset(("rank", "academic", "honorific"))
"""Classes of titles that stand before a name."""


def _role_inside(article: Article, span: Range) -> int | None:
    """*Sofyan Hidayat* | *Wakil Ketua Koperasi*: where a role begins after the name, without a comma."""
    lows, lex = article.lows, article.lexicon
    start, end = span
    role = next(
        (k for k in range(start + 1, end) if lex.roles.get(lows[k]) in _AFTER_NAMES and lows[k] not in lex.given),
        None,
    )
    if role is None:
        return None
    while role > start + 1 and lows[role - 1] in lex.role_modifiers:
        role -= 1
    trade = lex.roles.get(lows[role]) == "trade"
    return None if trade and (role + 1 >= end or not _all_names(article, start, role)) else role


_AFTER_NAMES = frozenset(("office", "trade"))
"""Classes of role nouns that may follow a name; *Hasan Anak Melur* is a name."""


def _before_degree(article: Article, span: Range) -> int:
    """*Sofyan Hidayat* | *MM*: before the degrees at the end; but *RD MD*, whose name is withheld."""
    lows, lex = article.lows, article.lexicon
    start, end = span
    while end - start > 1 and lows[end - 1] in lex.degrees and lows[end - 1] not in lex.given:
        if lows[end - 1] == "md" or (end - start == 2 and initials(article.words[start])):
            break
        end -= 1
    return end


def _all_names(article: Article, i: int, j: int) -> bool:
    """*Sofyan Hidayat*, but not *Bantuan Datang*: no common word among them, and none that opens a sentence."""
    lows, common, openers = article.lows, article.vocabulary, article.lexicon.openers
    return all(article.features[k] & NAME and lows[k] not in common and lows[k] not in openers for k in range(i, j))

"""From the segments of one phrase to a :class:`Mention`: which words are the name, the roles, the organizations.

Each segment is read as what it begins with: an organization (:mod:`.organization_segments`), a role
(:mod:`.role_segments`) or a name (:mod:`.name_segments`).  What stands after the whole phrase and adds to its name
(*alias Emil*, *yang juga ketua panitia*) is in :mod:`.additions`.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.additions import AFTER_NAME, alias_like, called_otherwise, more_after
from qattr.mentions.english import company_with_role, english_role
from qattr.mentions.name_segments import read_name
from qattr.mentions.names import name_after_role, name_start
from qattr.mentions.organization_segments import read_organization
from qattr.mentions.parts import Mention, Parts, strip_brackets
from qattr.mentions.pieces import Piece, title_at
from qattr.mentions.role_segments import read_role
from qattr.mentions.single_words import Range, contains_role, organization_word, role_word
from qattr.text.article import Article
from qattr.text.features import GIVEN, HUMAN, NAME, PAIR, ROLE

_INTRODUCES_PERSON = tagged("introduces", "person")
_INTRODUCES_ROLE = tagged("introduces", "role")
_BEFORE_HEAD = _INTRODUCES_PERSON | _INTRODUCES_ROLE
_THINGS = tagged("is", "thing")
_PAPERS = tagged("is", "paper")
_OF_TEAMS = tagged("of", "team")
_EXECUTIVE = tagged("extends", "executive")


def assemble(article: Article, segments: list[Range], last: int, brackets: list[tuple[int, Range]]) -> Mention | None:
    """*Rahma Wulandari* | *peneliti senior Lembaga Kota*: name, roles and organizations out of the segments of a phrase
    that ends at word ``last``; ``None`` where it names nobody."""
    parts = Parts(article, segments, brackets)
    for number, (i, j) in enumerate(segments):
        first = _head(article, i, j)
        if first is None or not _read_segment(Piece(parts, number, first)):
            return None
    if parts.type is None:
        return None
    head = parts.name if parts.name is not None else strip_brackets(article, segments[0], brackets)
    aliases: list[Range] = []
    if parts.name is not None:
        aliases += [inner for at, inner in brackets if at == parts.name[1] and alias_like(article, inner)]
        if more_after(article, last):
            last = _add_nickname(parts, last, aliases)
            for add in AFTER_NAME:
                last = add(parts, last)
    mention = Mention(segments[0][0], last, parts.type, head, parts.name, tuple(aliases))
    mention.roles, mention.organizations, mention.rank = tuple(parts.roles), tuple(parts.organizations), parts.rank
    return mention


def _head(article: Article, i: int, j: int) -> int | None:
    """*seorang* | *pedagang*: the first word that says who it is; ``None`` for *salah satu cara*."""
    lows = article.lows
    if lows[i] not in _BEFORE_HEAD:
        return i
    head = i + (lows[i] in _INTRODUCES_ROLE)
    while head < j and lows[head] in _INTRODUCES_PERSON:
        head += 1
    return None if head >= j or (lows[head - 1] == "satu" and lows[head] in _THINGS) else head


def _read_segment(piece: Piece) -> bool:
    """What a segment begins with decides how it is read; ``False`` where the phrase names nobody."""
    article, head = piece.article, piece.head
    role = piece.has(head, ROLE) or (piece.has(head, PAIR) and role_word(article, head))
    if role and piece.number and piece.has(head, GIVEN) and _brings_name(piece):
        return read_name(piece)
    if role and article.lexicon.titles.get(piece.low) == "rank" and _is_rank_of_name(piece):
        return read_name(piece)
    organization = not role and piece.low not in article.short_names and organization_word(article, head)
    if organization and not contains_role(article, head, piece.end):
        read_organization(piece)
    elif role or organization or piece.has(head, HUMAN) or piece.low in _PAPERS or _english_role(piece):
        read_role(piece)
    else:
        return read_name(piece)
    return True


def _brings_name(piece: Piece) -> bool:
    """*Ketua Fraksi Persada,* | *Putri Wulandari*: a given name although it is a role, too, as the name is to come."""
    return bool(piece.parts.roles) and piece.undecided and piece.has(piece.end - 1, NAME) and piece.end - piece.head > 1


def _is_rank_of_name(piece: Piece) -> bool:
    """*Irjen Hasan Basri*, *Jenderal (Purn) Hasan*; but *Irjen Kementerian Sosial Hasan* has an office, *Kapten Hasan*
    may lead a team, and *Komisaris Utama Hasan* a company."""
    article, end = piece.article, piece.end
    if piece.only_role or piece.low in _OF_TEAMS or article.lows[min(piece.head + 1, end - 1)] in _EXECUTIVE:
        return False
    name = name_start(article, piece.head, end)
    return piece.head < name < end and all(title_at(piece, k) for k in range(piece.head, name))


def _english_role(piece: Piece) -> bool:
    """*POLARIS Product Manager Budi*, *Business Innovation Director Budi*: whether an English role begins."""
    article, head, end = piece.article, piece.head, piece.end
    return english_role(article, head, end) or company_with_role(article, head, end)


def _add_nickname(parts: Parts, last: int, aliases: list[Range]) -> int:
    """*Rahma Wulandari, yang akrab disapa Amah*: the nickname goes into the aliases; where the phrase ends now.

    *Amah, sapaan akrab Bupati Karang Rahma Wulandari*: the longer one is the name, and a role may stand before it."""
    article, name = parts.article, parts.name
    assert name is not None  # nothing else is called otherwise
    last, called = called_otherwise(article, last)
    if called is None:
        return last
    if role_word(article, called[0]):
        split = name_after_role(article, *called)
        parts.role(called[0], split)
        if split < called[1]:
            parts.name = split, called[1]
            aliases.append(name)
    elif called[1] - called[0] > name[1] - name[0]:
        parts.name = called
        aliases.append(name)
    else:
        aliases.append(called)
    return last

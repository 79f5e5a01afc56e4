"""From the segments of one phrase to a :class:`Mention`: which words are the name, the roles, the organizations."""

from __future__ import annotations

from qattr.lexicon.vocabulary import (
    ARTICLES,
    DESCRIBES,
    ENGLISH_ROLES,
    INTRODUCES_ROLE,
    LOWER_IN_ROLES,
    NAMED,
    NUMBERS,
    PAPERS,
    PART_OF_NAME,
    PLURALS,
    RANK_BRACKETS,
    THINGS,
)
from qattr.mentions.additions import (
    alias_like,
    called_otherwise,
    introduced_role,
    more_after,
    organization_after,
    second_role,
)
from qattr.mentions.names import name_after_role, name_start, word_class
from qattr.mentions.organizations import looks_like_organization
from qattr.mentions.parts import Mention, Parts, initials, strip_brackets
from qattr.mentions.word_questions import Range, contains_role, organization_word, role_word, title_word
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALNUM, CAPITAL, GIVEN, HUMAN, LOWER, NAME, PAIR, ROLE, TITLES


def assemble(article: Article, segments: list[Range], last: int, brackets: list[tuple[int, Range]]) -> Mention | None:
    """Name, roles and organizations out of the segments of one phrase (*Rahma Wulandari* | *peneliti senior Lembaga
    Kota*)."""
    lows, features = article.lows, article.features
    parts = Parts(article, segments, brackets)
    for number, (i, j) in enumerate(segments):
        k = i
        if lows[k] in _BEFORE_HEAD:
            k += lows[k] in INTRODUCES_ROLE
            while k < j and lows[k] in ARTICLES:
                k += 1
            if k >= j or (lows[k - 1] == "satu" and lows[k] in THINGS):
                return None
        kind = features[k]
        role = bool(kind & ROLE) or (bool(kind & PAIR) and role_word(article, k))
        organization = not role and organization_word(article, k) and lows[k] not in article.short_names
        if organization and not contains_role(article, k, j):
            _organization_segment(parts, number, k)
        elif (
            role
            or organization
            or kind & HUMAN
            or lows[k] in PAPERS
            or (kind & ACRONYM and _english_role(article, k, j))
        ):
            _role_segment(parts, number, k)
        elif not _name_segment(parts, number, k):
            return None
    if parts.type is None:
        return None
    name = parts.name
    start = segments[0][0]
    head = name if name is not None else strip_brackets(article, (start, segments[0][1]), brackets)
    aliases: list[Range] = []
    if name is not None:
        if brackets:
            aliases.extend(inner for at, inner in brackets if at == name[1] and alias_like(article, inner))
        if more_after(article, last):
            last, called = called_otherwise(article, last)
            if called and role_word(article, called[0][0]):
                begin, end = called[0]
                split = name_after_role(article, begin, end)
                parts.role(begin, split)  # Amah, sapaan akrab Bupati Karang
                name, called = ((split, end), [name]) if split < end else (name, called[1:])
            elif called and called[0][1] - called[0][0] > name[1] - name[0]:
                name, called = called[0], [name]  # Amah, sapaan akrab Rahma Wulandari
            aliases.extend(called)
            last = organization_after(parts, last)
            last = second_role(parts, last)
            last = introduced_role(parts, last)
    return Mention(
        start,
        last,
        parts.type,
        head,
        name,
        tuple(parts.roles),
        tuple(parts.organizations),
        tuple(aliases),
        (),
        parts.rank,
    )


_BEFORE_HEAD = INTRODUCES_ROLE | ARTICLES


def _organization_segment(parts: Parts, number: int, k: int) -> None:
    """*Polda Melur*: a segment that begins with an organization at word ``k``; a rank and a name may follow in it."""
    article, segments = parts.article, parts.segments
    words, lows, titles, features = article.words, article.lows, article.lexicon.titles, article.features
    roles, organizations = parts.roles, parts.organizations
    i, j = segments[number]
    after_role = bool(roles) and roles[-1][1] == i - 1
    open_yet = parts.name is None and parts.type is None
    ranked = next((m for m in range(k + 1, j - 1) if titles.get(lows[m]) in ("rank", "academic")), None)
    if ranked is not None and parts.name is None:
        split = ranked
        while split < j - 1 and (title_word(article, split) or words[split] in ".()"):
            split += 1
        if after_role:
            roles[-1] = (roles[-1][0], ranked)  # Kepala Unit …, Polda Melur Iptu Endang
        else:
            organizations.append((k, ranked))
        parts.named(split, j)
        parts.rank = True
        return
    if open_yet and number + 1 < len(segments):
        if title_word(article, segments[number + 1][0]):
            organizations.append((k, j))
            return
        second = segments[1][0]
        if not features[k] & CAPITAL and features[second] & CAPITAL and not role_word(article, second):
            return  # kantor berita Nusa, Warta Kota: the name comes after the comma
    if open_yet:
        first = k
        if lows[k] in DESCRIBES and (not features[k] & CAPITAL or (k + 1 < j and not features[k + 1] & CAPITAL)):
            first = next((m for m in range(k + 1, j) if features[m] & CAPITAL), k)
        parts.named(i if lows[i] == "para" else first, j)
        parts.type = "organization"
    elif after_role:
        split = name_start(article, k, j) if parts.name is None else j
        if split < j and not (lows[split] in article.short_names or word_class(article, split, j) == "G"):
            split = j
        roles[-1] = (roles[-1][0], split)
        organizations.append((i, split))
        if split < j:  # Kepala Unit …, Ditjen Irigasi Rahma Wulandari
            parts.named(split, j)


def _role_segment(parts: Parts, number: int, k: int) -> None:
    """*Kepala Dinas Kesehatan Rahma Wulandari*: a segment that begins with a role at word ``k``."""
    article, segments, name = parts.article, parts.segments, parts.name
    lows, features = article.lows, article.features
    i, j = segments[number]
    pure_role = number + 1 < len(segments) and name is None and not _begins_role(article, segments[number + 1][0])
    inverted = None
    if j - k > 1 and not NAMED.isdisjoint(lows[k:j]):
        inverted = next(m for m in range(k, j) if lows[m] in NAMED)
    several = lows[i] in _SEVERAL
    if inverted is not None:
        split = inverted
    elif (
        pure_role
        or several
        or (j - k == 1 and features[k] & _ROLE_OR_NAME == ROLE and lows[k] not in article.short_names)
    ):
        split = j
    else:
        split = name_start(article, k, j)
    if (
        inverted is None
        and split < j
        and (lows[k] == "sumber" or (lows[i] in ARTICLES and lows[i] != "sang"))
        and lows[split] not in article.short_names
        and word_class(article, split, j) != "G"
        and not title_word(article, split - 1)
    ):
        split = j  # seorang pedagang di Pasar Induk: nobody with a name
    role_end = _before_titles(parts, k, split) if name is None and split < j else split
    if not pure_role and split < j:
        parts.rank = role_end < split
    if name is None and inverted is not None:
        split += 1
    if name is not None and split < j:
        role_end = j  # a name inside a role that stands in apposition: ibunda dari almarhum Abi
    if role_end > k and lows[k] not in PAPERS:
        for office in _offices(article, k, role_end):
            parts.role(*office)
    if name is None and split < j:
        parts.named(split, j)
    elif name is None and parts.type is None and not pure_role:
        unnamed = (
            lows[i] in ARTICLES
            or several
            or (not features[k] & CAPITAL and article.lexicon.roles.get(lows[k]) != "office")
            or lows[k] in PAPERS
        )
        parts.type = "unnamed" if unnamed else "role"


_SEVERAL = PLURALS | NUMBERS
_ROLE_OR_NAME = ROLE | GIVEN | ACRONYM
"""Of these a word that is a role and no name (*Gubernur*, but not *Hakim*) has the first alone."""


def _before_titles(parts: Parts, k: int, split: int) -> int:
    """Where the role from ``k`` on ends: titles stand between role and name and are part of neither."""
    article = parts.article
    end = split
    while (
        end > k + 1
        and _title_at(article, end - 1, parts.brackets)
        and not (article.lows[end - 1] in LOWER_IN_ROLES and article.features[end - 1] & LOWER)
    ):
        end -= 1
    return end


def _name_segment(parts: Parts, number: int, k: int) -> bool:
    """*Dr. Rahma Wulandari*: a segment that begins with titles or a name; ``False`` where the phrase is no source."""
    article = parts.article
    lows, features = article.lows, article.features
    i, j = parts.segments[number]
    split = k
    while split < j and _title_at(article, split, parts.brackets):
        if lows[split] in PART_OF_NAME and split + 2 == j:
            break
        split += 1
        parts.rank = True
    if k < split < j and role_word(article, split):
        name_at = name_start(article, split, j)
        parts.role(split, name_at)
        split = name_at
    if split >= j:
        if parts.name is None and parts.type is None:
            parts.type = "role"
        return True
    if not features[split] & CAPITAL:
        if parts.name is None and parts.type is None and lows[i] in ARTICLES and lows[split] != "satunya":
            parts.type = "unnamed"
        return True
    return parts.name is not None or _name_and_rest(parts, number, split)


def _name_and_rest(parts: Parts, number: int, split: int) -> bool:
    """The name that begins at word ``split`` and a role glued to it; ``False`` where a heading is glued to a role."""
    article, brackets = parts.article, parts.brackets
    lows, lex = article.lows, article.lexicon
    j = parts.segments[number][1]
    inner = strip_brackets(article, (split, _name_until(article, split, j)), brackets)[1]
    later = None
    if inner - split > 2:
        later = next(
            (
                m
                for m in range(inner - 2, split, -1)
                if lex.titles.get(lows[m]) in ("rank", "academic", "honorific") and lows[m] not in lex.given
            ),
            None,
        )
    if later is not None:  # a role that the lexicon does not know, then a title: Uskup Agung Kota Kardinal Yosef
        parts.roles.append((split, later))
        split, parts.rank = later + 1, True
    elif number == 0 and inner - split > 1:
        role = _glued_role(article, split, inner)
        if role is not None and role < inner:
            if role + 1 >= inner or not _all_names(article, split, role):
                return False  # a heading glued to a role: Bantuan Datang Kepala Desa Budi
            parts.role(role, inner)  # Sofyan Hidayat Wakil Ketua Koperasi: no comma before the role
            inner = role
    while (
        inner - split > 1
        and not (inner - split == 2 and initials(article.words[split]))
        and lows[inner - 1] in lex.degrees
        and lows[inner - 1] != "md"
        and lows[inner - 1] not in lex.given
    ):
        inner -= 1
    parts.named(split, inner)
    if not parts.rank and (lows[inner - 1] in lex.organizations or looks_like_organization(article, split, inner)):
        parts.type = "organization"
    return True


def _glued_role(article: Article, split: int, inner: int) -> int | None:
    """Where a role begins after the name at ``split``, without a comma (*Sofyan Hidayat Wakil Ketua Koperasi*)."""
    lows, lex = article.lows, article.lexicon
    role = next(
        (
            m
            for m in range(split + 1, inner)
            if lex.roles.get(lows[m]) in ("office", "trade") and lows[m] not in lex.given
        ),
        None,
    )
    if role is None:
        return None
    while role > split + 1 and lows[role - 1] in lex.role_modifiers:
        role -= 1
    if lex.roles.get(lows[role]) == "trade" and (role + 1 >= inner or not _all_names(article, split, role)):
        return None
    return role


def _all_names(article: Article, i: int, j: int) -> bool:
    """Whether every word is part of a name: no common word, none that opens a sentence."""
    lows, vocabulary, openers, features = article.lows, article.vocabulary, article.lexicon.openers, article.features
    return all(features[m] & NAME and lows[m] not in vocabulary and lows[m] not in openers for m in range(i, j))


def _title_at(article: Article, i: int, brackets: list[tuple[int, Range]]) -> bool:
    """Whether word ``i``, before a name, is a title, or a dot or bracket that belongs to one (*Brigjen (Purn)*)."""
    kind = article.features[i]
    if kind & ALNUM:
        return bool(kind & TITLES)
    word = article.words[i]
    if word in "()":
        return any(at <= i <= inner[1] and article.lows[inner[0]] in RANK_BRACKETS for at, inner in brackets)
    return word == "."


def _offices(article: Article, i: int, j: int) -> list[Range]:
    """The offices of *Ketua Asosiasi yang juga Wali Kota Melur*, each on its own."""
    lows = article.lows
    if j - i < _TWO_OFFICES or _JOINS_OFFICES.isdisjoint(lows[i + 1 : j - 1]):
        return [(i, j)]
    for k in range(i + 1, j - 1):
        if lows[k] in ("sekaligus", "merangkap") or (lows[k] == "yang" and lows[k + 1] in ("juga", "sekaligus")):
            return [(i, k), *_offices(article, k + (2 if lows[k] == "yang" else 1), j)]
    return [(i, j)]


_TWO_OFFICES = 3
"""Words that two offices have at least, with the one that joins them."""
_JOINS_OFFICES = frozenset(["sekaligus", "merangkap", "yang"])


def _english_role(article: Article, i: int, j: int) -> bool:
    """*POLARIS Product Manager Budi*: whether the short name at ``i`` stands before an English role."""
    return not ENGLISH_ROLES.isdisjoint(article.lows[i + 1 : min(j, i + 4)])


def _begins_role(article: Article, i: int) -> bool:
    return (
        role_word(article, i)
        or bool(article.features[i] & HUMAN)
        or article.lows[i] in ("salah", "seorang", "selaku")
        or organization_word(article, i)
    )


def _name_until(article: Article, i: int, j: int) -> int:
    """Where a run of name words ends inside a segment."""
    lows = article.lows
    for k in range(i + 1, j):
        if lows[k] in INTRODUCES_ROLE:
            return k
    return j

"""From the segments of one phrase to a :class:`Mention`: which words are the name, which the posts, which the bodies."""

from __future__ import annotations

from typing import Literal, NamedTuple

from qattr.bodies import body_ranges, looks_like_body
from qattr.lexer import Article
from qattr.names import behind_degrees, name_start, word_class
from qattr.phrases import split_phrase
from qattr.vocabulary import (
    ARTICLES,
    CALLED,
    DESCRIBES,
    DETERMINERS,
    ENGLISH_POSTS,
    HUMANS,
    INTRODUCES_ROLE,
    LOWER_IN_POSTS,
    NAMED,
    PAPERS,
    PART_OF_NAME,
    RANK_BRACKETS,
)
from qattr.words import (
    Range,
    body_word,
    contains_role,
    is_acronym,
    is_capital,
    opens_predicate,
    plain_name,
    role_word,
    title_word,
)

LONGEST = 40

Form = Literal["name", "pronoun", "role", "description", "body", "unnamed"]


class Mention(NamedTuple):
    """A phrase that points to a source; all numbers are word indexes."""

    first: int
    last: int
    """Behind the whole phrase, appositions and brackets included."""
    form: Form
    head: Range
    """The words that point: the name, the pronoun, the post, the description."""
    name: Range | None = None
    roles: tuple[Range, ...] = ()
    bodies: tuple[Range, ...] = ()
    aliases: tuple[Range, ...] = ()
    """Other names given on the spot: *(Jokowi)*, *alias Kaesang*, *akrab disapa Emil*."""
    also: tuple[Mention, ...] = ()
    """Further sources joined by *dan*."""
    rank: bool = False
    """A rank or title stands before the name."""


def assemble(
    article: Article, segments: list[Range], last: int, brackets: list[tuple[int, Range]], known: frozenset[str]
) -> Mention | None:
    """Name, posts and bodies out of the segments of one phrase."""
    words, lows, lex = article.words, article.lows, article.lexicon
    name: Range | None = None
    form: Form | None = None
    roles: list[Range] = []
    bodies: list[Range] = []
    aliases: list[Range] = []
    rank = False
    for number, (i, j) in enumerate(segments):
        pure_role = number + 1 < len(segments) and name is None and not _begins_role(article, segments[number + 1][0])
        k = i
        if lows[k] in INTRODUCES_ROLE:
            k += 1
        while k < j and lows[k] in ARTICLES:
            k += 1
        if k >= j:
            return None
        body = body_word(article, k) and not role_word(article, k) and lows[k] not in known
        if body and not contains_role(article, k, j):
            ranked = next((m for m in range(k + 1, j - 1) if lex.titles.get(lows[m]) in ("rank", "academic")), None)
            if ranked is not None and name is None:
                split = ranked
                while split < j - 1 and (title_word(article, split) or words[split] in ".()"):
                    split += 1
                if roles and roles[-1][1] == i - 1:
                    roles[-1] = (roles[-1][0], ranked)  # Kepala Unit …, Polda Melur Iptu Endang
                else:
                    bodies.append((k, ranked))
                name, form, rank = _strip_brackets(article, (split, j), brackets), "name", True
                continue
            if (
                name is None
                and form is None
                and number + 1 < len(segments)
                and title_word(article, segments[number + 1][0])
            ):
                bodies.append((k, j))
                continue
            if (
                name is None
                and form is None
                and number + 1 < len(segments)
                and not is_capital(words[k])
                and is_capital(words[segments[1][0]])
                and not _begins_role(article, segments[1][0])
            ):
                continue  # kantor berita Nusa, Warta Kota: the name comes behind the comma
            if name is None and form is None:
                first = k
                if lows[k] in DESCRIBES and (not is_capital(words[k]) or (k + 1 < j and not is_capital(words[k + 1]))):
                    first = next((m for m in range(k + 1, j) if is_capital(words[m])), k)
                name, form = _strip_brackets(article, (i if lows[i] == "para" else first, j), brackets), "body"
            elif roles and roles[-1][1] == i - 1:
                split = name_start(article, k, j, known) if name is None else j
                if split < j and not (lows[split] in known or word_class(article, split, j) == "G"):
                    split = j
                roles[-1] = (roles[-1][0], split)
                bodies.append((i, split))
                if split < j:  # Kepala Unit …, Ditjen Irigasi Rahma Wulandari
                    name, form = _strip_brackets(article, (split, j), brackets), "name"
            continue
        if role_word(article, k) or lows[k] in HUMANS or lows[k] in PAPERS or body or _english_post(article, k, j):
            inverted = next((m for m in range(k, j) if lows[m] in NAMED), None)
            split = inverted if inverted is not None else j if pure_role else name_start(article, k, j, known)
            if (
                inverted is None
                and split < j
                and (lows[k] == "sumber" or (lows[i] in ARTICLES and lows[i] != "sang"))
                and lows[split] not in known
                and word_class(article, split, j) != "G"
                and not title_word(article, split - 1)
            ):
                split = j  # seorang pedagang di Pasar Induk: nobody with a name
            # titles stand between post and name and are part of neither
            role_end = split
            while (
                name is None
                and split < j
                and role_end > k + 1
                and _title_at(article, role_end - 1, brackets)
                and not (lows[role_end - 1] in LOWER_IN_POSTS and words[role_end - 1].islower())
            ):
                role_end -= 1
            if not pure_role and split < j:
                rank = role_end < split
            if name is None and inverted is not None:
                split += 1
            if name is not None and split < j and not (split - k <= 1 and False):
                role_end = j  # a name inside a post that stands in apposition: ibunda dari almarhum Abi
            if role_end > k and lows[k] not in PAPERS:
                for part in _offices(article, k, role_end):
                    roles.append(part)
                    bodies.extend(body_ranges(article, *part))
            if name is None and split < j:
                name, form = _strip_brackets(article, (split, j), brackets), "name"
            elif name is None and form is None and not pure_role:
                unnamed = (
                    lows[i] in ARTICLES
                    or (not is_capital(words[k]) and lex.roles.get(lows[k]) != "post")
                    or lows[k] in PAPERS
                )
                form = "unnamed" if unnamed else "role"
            continue
        split = k
        while split < j and (title_word(article, split) or _title_at(article, split, brackets)):
            if lows[split] in PART_OF_NAME and split + 2 == j:
                break
            split += 1
            rank = True
        if split < j and role_word(article, split) and split > k:
            name_at = name_start(article, split, j, known)
            roles.append((split, name_at))
            bodies.extend(body_ranges(article, split, name_at))
            split = name_at
        if split >= j:
            if name is None and form is None:
                form = "role"
            continue
        if not is_capital(words[split]):
            if name is None and form is None and lows[i] in ARTICLES and lows[split] != "satunya":
                form = "unnamed"
            continue
        if name is None:
            inner = _strip_brackets(article, (split, _name_until(article, split, j)), brackets)[1]
            later = next(
                (
                    m
                    for m in range(inner - 2, split, -1)
                    if article.lexicon.titles.get(lows[m]) in ("rank", "academic", "honorific")
                    and lows[m] not in lex.given
                ),
                None,
            )
            if (
                later is not None
            ):  # a post that the lexicon does not know, then a title: Uskup Agung Kota Kardinal Yosef
                roles.append((split, later))
                split, rank = later + 1, True
            post = next(
                (
                    m
                    for m in range(split + 1, inner)
                    if lex.roles.get(lows[m]) in ("post", "trade") and lows[m] not in lex.given
                ),
                None,
            )
            if number == 0 and later is None and post is not None:
                while post > split + 1 and lows[post - 1] in lex.role_modifiers:
                    post -= 1
                if post + 1 >= inner or not all(
                    plain_name(article, m) and lows[m] not in article.vocabulary and lows[m] not in lex.openers
                    for m in range(split, post)
                ):
                    if lex.roles.get(lows[post]) == "trade":
                        post = inner
                if post < inner and (
                    post + 1 >= inner
                    or not all(
                        plain_name(article, m) and lows[m] not in article.vocabulary and lows[m] not in lex.openers
                        for m in range(split, post)
                    )
                ):
                    return None  # a heading glued to a post: Bantuan Datang Kepala Desa Budi
                if post < inner:
                    roles.append((post, inner))  # Sofyan Hidayat Wakil Ketua Koperasi: no comma before the post
                    bodies.extend(body_ranges(article, post, inner))
                    inner = post
            while (
                inner - split > 1
                and lows[inner - 1] in lex.degrees
                and lows[inner - 1] != "md"
                and (lows[inner - 1] not in lex.given)
            ):
                inner -= 1
            name, form = _strip_brackets(article, (split, inner), brackets), "name"
            if not rank and (lows[inner - 1] in lex.bodies or looks_like_body(article, split, inner)):
                form = "body"
    if form is None:
        return None
    start = segments[0][0]
    head = name if name is not None else _strip_brackets(article, (start, segments[0][1]), brackets)
    if name is not None:
        aliases.extend(inner for at, inner in brackets if at == name[1] and _alias_like(article, inner))
        last, called = _called(article, last)
        aliases.extend(called)
    if (
        name is not None
        and last + 1 < len(words)
        and lows[last] == "dari"
        and body_word(article, last + 1)
        and is_capital(words[last + 1])
    ):
        segs, stop, _ = split_phrase(article, last + 1, min(len(words), last + LONGEST), known)
        if segs:
            bodies.append(segs[0])
            last = segs[0][1]
    also_at = last + (last < len(words) and words[last] == ",")
    if (
        name is not None
        and also_at + 2 < len(words)
        and lows[also_at] == "yang"
        and lows[also_at + 1] in ("juga", "sekaligus", "merupakan", "menjabat", "adalah")
    ):
        begin = also_at + 2
        while (
            begin < len(words)
            and begin < also_at + 5
            and lows[begin] in ("menjabat", "merupakan", "adalah", "sebagai", "selaku")
        ):
            begin += 1
        if begin < len(words) and role_word(article, begin):
            segs, stop, _ = split_phrase(article, begin, min(len(words), begin + LONGEST), known)
            if segs:
                roles.append(segs[0])
                bodies.extend(body_ranges(article, *segs[0]))
                last = stop
    if (
        last < len(words)
        and lows[last] in INTRODUCES_ROLE
        and name is not None
        and last + 1 < len(words)
        and role_word(article, last + 1)
        and (lows[last] == "selaku" or lex.roles.get(lows[last + 1]) == "post" or is_capital(words[last + 1]))
    ):
        segs, stop, _ = split_phrase(article, last + 1, min(len(words), last + LONGEST), known)
        if segs and not (stop < len(words) and words[stop][0].isalpha() and opens_predicate(article, stop)):
            roles.append(segs[0])
            bodies.extend(body_ranges(article, *segs[0]))
            last = stop
    return Mention(start, last, form, head, name, tuple(roles), tuple(bodies), tuple(aliases), (), rank)


def _title_at(article: Article, i: int, brackets: list[tuple[int, Range]]) -> bool:
    """Whether word ``i``, before a name, is a title, or a dot or bracket that belongs to one (*Brigjen (Purn)*)."""
    word = article.words[i]
    if word in "()":
        return any(at <= i <= inner[1] and article.lows[inner[0]] in RANK_BRACKETS for at, inner in brackets)
    return word == "." or article.lows[i] in article.lexicon.titles or article.lows[i] == "purn"


def _offices(article: Article, i: int, j: int) -> list[Range]:
    """The offices of *Ketua Asosiasi yang juga Wali Kota Melur*, each on its own."""
    lows = article.lows
    for k in range(i + 1, j - 1):
        if lows[k] in ("sekaligus", "merangkap") or (lows[k] == "yang" and lows[k + 1] in ("juga", "sekaligus")):
            return [(i, k), *_offices(article, k + (2 if lows[k] == "yang" else 1), j)]
    return [(i, j)]


def _english_post(article: Article, i: int, j: int) -> bool:
    """*POLARIS Product Manager Budi*: a company's short name before an English post."""
    return is_acronym(article.words[i]) and any(article.lows[k] in ENGLISH_POSTS for k in range(i + 1, min(j, i + 4)))


def _begins_role(article: Article, i: int) -> bool:
    return (
        role_word(article, i)
        or article.lows[i] in HUMANS
        or article.lows[i] in ("salah", "seorang", "selaku")
        or body_word(article, i)
    )


def _strip_brackets(article: Article, span: Range, brackets: list[tuple[int, Range]]) -> Range:
    """The range up to its first bracket where that stands at its end; trailing dots and lower-case words go as well."""
    i, j = span
    for at, inner in brackets:
        if i < at < j and inner[1] + 1 >= j:
            j = at
    for k in range(i + 1, j):
        if article.words[k] == ",":  # degrees: Lisa Rahma, S.H.
            j = k
            break
    for k in range(i + 1, j):
        if (
            article.words[k] in ("S", "M", "Ph", "Sp", "A")
            and k + 1 < j
            and article.words[k + 1] == "."
            and behind_degrees(article, k, j) >= j - 1
        ):
            j = k  # Rustono M.Hum
            break
    while (
        j - i > 2
        and article.lows[j - 1] in article.lexicon.degrees
        and article.words[j - 1][1:2].isupper()
        and article.lows[j - 1] != "md"
    ):
        j -= 1  # Sofyan Hidayat MM
    while j > i + 1 and article.words[j - 1] in ".-\u2013/&'":
        if article.words[j - 1] == "." and (len(article.words[j - 2]) == 1 or article.lows[j - 2] == "tbk"):
            break
        j -= 1
    return i, j


def _name_until(article: Article, i: int, j: int) -> int:
    """Where a run of name words ends inside a segment."""
    for k in range(i, j):
        if article.lows[k] in INTRODUCES_ROLE and k > i:
            return k
    return j


def _alias_like(article: Article, inner: Range) -> bool:
    i, j = inner
    return (
        0 < j - i <= 3
        and all(article.words[k][0].isalpha() and is_capital(article.words[k]) for k in range(i, j))
        and article.lows[i] not in ("purn", "pol", "alm", "almh")
    )


def _called(article: Article, i: int) -> tuple[int, list[Range]]:
    """*alias Kaesang*, *atau Gus Ipul*, *yang akrab disapa Emil*, *, sapaan akrabnya Emil,* behind a name: where it ends,
    and the nickname."""
    words, lows = article.words, article.lows
    j = i
    dash = j < len(words) and words[j] in "-\u2013\u2014"
    while (
        j < len(words)
        and j < i + 6
        and (
            lows[j] in ("yang", "atau", "akrab", "biasa", "kerap", "juga", "lebih", "sering")
            or (j == i and (words[j] == "," or dash))
        )
    ):
        j += 1
    if j >= len(words) or (j == i and lows[j] not in ("alias", "sapaan", "panggilan")):
        return i, []
    if lows[j] in CALLED or lows[j] == "alias":
        j += 1
        while j < len(words) and lows[j] in ("dengan", "sebagai", "nama", "panggilan"):
            j += 1
    elif lows[j] in ("sapaan", "panggilan"):
        j += 1
        while j < len(words) and lows[j] in ("akrab", "akrabnya", "karib", "sehari-hari", "sehari-harinya", "dari"):
            j += 1
    elif lows[j - 1] != "atau":
        return i, []
    k = j
    while k < len(words) and k < j + 4 and words[k][0].isalpha() and is_capital(words[k]):
        k += 1
    if k == j:
        return i, []
    last = k
    if last < len(words) and (lows[last] in DETERMINERS or (dash and words[last] in "-\u2013\u2014")):
        last += 1
    return last, [(j, k)]

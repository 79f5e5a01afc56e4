"""Names, posts, bodies, pronouns and descriptions: which words name a source.

:func:`read` reads one source phrase forward from a word.  Such a phrase is one or more segments, divided by commas
or brackets: *Menteri Sosial (Mensos) Rahma Wulandari*, *Budi Santoso, peneliti senior Lembaga Kajian Kota*,
*politikus itu*.  Post, body and name often run together without a mark; :func:`_name_start` finds where the name
begins by weighing the evidence of every possible place.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from qattr.lexer import Article
from qattr.lexicon import Lexicon
from qattr.morphology import name_like, verb_like
from qattr.vocabulary import (
    ARTICLES,
    BALINESE,
    CALLED,
    CAPITAL_ONLY,
    DESCRIBES,
    DETERMINERS,
    ENGLISH_LINKS,
    ENGLISH_POSTS,
    HUMANS,
    IN_POSTS,
    INITIALS,
    INTRODUCES_ROLE,
    LAST_WORDS,
    LOWER_IN_POSTS,
    NAMED,
    NEEDS_A_NAME,
    NO_ACRONYM,
    NO_BODY_BEFORE,
    OF_A_BODY,
    OF_A_PLACE,
    PAPERS,
    PART_OF_NAME,
    PARTICLES,
    PARTS,
    PLURALS,
    PRONOUNS,
    RANK_BRACKETS,
    REGIONS,
    ROMAN,
    SAID_IN,
    SOMEBODYS,
    TEAM,
    TERRITORIAL,
    TERRITORY,
    UNIT_LIKE,
    WHOLE_POSTS,
    WHOLES,
)

Form = Literal["name", "pronoun", "role", "description", "body", "unnamed"]
Range = tuple[int, int]
"""Words ``i`` to ``j``, half-open."""


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


_LONGEST = 40  # words of one source phrase
_BRACKET = 12


def is_capital(word: str) -> bool:
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())  # al-Hamdan


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.replace("-", "").isalpha()


def role_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin a post, trade or kinship."""
    low = article.lows[i]
    lex = article.lexicon
    if low in lex.roles or low in lex.role_modifiers or low in lex.role_abbreviations:
        return low not in CAPITAL_ONLY or article.words[i][0].isupper()
    return low in article.starters and _pair(article, i) in lex.role_abbreviations


def _pair(article: Article, i: int) -> str:
    lows = article.lows
    return f"{lows[i]} {lows[i + 1]}" if i + 1 < len(lows) else lows[i]


def body_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin the name of a body."""
    low = article.lows[i]
    lex = article.lexicon
    if low in lex.bodies or (low in article.acronyms and is_capital(article.words[i])):
        return True
    return low in lex.acronyms and (
        article.words[i].isupper() or (is_capital(article.words[i]) and len(low) > 4 and low not in lex.given)
    )


def title_word(article: Article, i: int) -> bool:
    kind = article.lexicon.titles.get(article.lows[i])
    return kind is not None and (kind != "rank_part" or title_word(article, i - 1) if i else False)


def place_length(article: Article, i: int, end: int) -> int:
    """How many words from ``i`` on are the name of a place (0 for none)."""
    lex, lows = article.lexicon, article.lows
    if lows[i] not in lex.place_words:
        return 0
    for j in range(min(end, i + 4), i, -1):
        if " ".join(lows[i:j]) in lex.places:
            return j - i
    return 0


# ------------------------------------------------------------------------------------ one phrase


def read(article: Article, i: int, end: int, known: frozenset[str] = frozenset()) -> Mention | None:
    """The source phrase that begins at word ``i`` and ends before word ``end``; ``None`` where none begins there.

    ``known`` holds short names (lower case) that the article uses on their own: they prove where a name begins.
    """
    words, lows = article.words, article.lows
    end = min(end, len(words), i + _LONGEST)
    if i >= end or not words[i][0].isalpha():
        return None
    low = lows[i]
    if not is_capital(words[i]) and low not in article.starters and not low.startswith("detik") and "." not in low:
        return None
    if low in PRONOUNS:
        return Mention(i, i + 1, "pronoun", (i, i + 1))
    lex = article.lexicon
    if low in lex.prepositions and low not in lex.given and low != "dekat":
        return None
    key = (i, end, known)
    if key not in article.reads:
        article.reads[key] = _read(article, i, end, known)
    return article.reads[key]  # type: ignore[no-any-return]


def _read(article: Article, i: int, end: int, known: frozenset[str]) -> Mention | None:
    words, lows = article.words, article.lows
    low = lows[i]
    described = _description(article, i, end)
    if described is not None:
        named = _name_behind(article, described, end, known)
        return named or described
    if low in SAID_IN:
        j = i + 1
        while j < end and (
            lows[j] in SAID_IN
            or lows[j] in ("resmi", "tertulis", "bersama", "pers", "dari", "di", "media", "sosial", "akun")
        ):
            j += 1
        inner = read(article, j, end, known) if j < end else None
        if inner is not None and inner.form != "pronoun":
            return inner._replace(first=i)
    if low.startswith("detik") or "." in low[1:]:
        return Mention(i, i + 1, "body", (i, i + 1), (i, i + 1))
    listed = next(((k, j) for k, j in article.acronyms.values() if k == i), None)
    if listed is not None and "," in lows[i : listed[1]] and listed[1] + 2 < end:
        i, j = listed  # Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)
        return Mention(i, j + 3, "body", (i, j), (i, j), aliases=((j + 1, j + 2),))
    segments, last, aliases = _segments(article, i, end, known)
    if not segments:
        return None
    mention = _assemble(article, segments, last, aliases, known)
    if mention is None:
        return None
    if (
        mention.last < end - 1
        and (lows[mention.last] in ("dan", "serta") or words[mention.last] == "/")
        and mention.form in ("name", "body")
    ):
        other = read(article, mention.last + 1, end, known)
        if other is not None and other.form in ("name", "body") and (other.form == mention.form):
            mention = mention._replace(last=other.last, also=(other._replace(also=()), *other.also))
    return mention


def _name_behind(article: Article, described: Mention, end: int, known: frozenset[str]) -> Mention | None:
    """*Pedagang itu, Sumarni, berharap …*: the name in apposition to a description."""
    words, lows = article.words, article.lows
    i = described.last
    if (
        described.form != "description"
        or i + 1 >= end
        or words[i] != ","
        or not is_capital(words[i + 1])
        or not _plain_name(article, i + 1)
    ):
        return None
    j = _capitals_end(article, i + 1, end)
    if not all(_plain_name(article, k) for k in range(i + 1, j)) or (j < end and words[j] not in ",.("):
        return None
    if lows[i + 1] in article.lexicon.days or lows[i + 1] in article.lexicon.months:
        return None
    first, last = described.head
    relative = next((k for k in range(first + 1, last) if lows[k] == "yang"), None)
    role = (
        (first, relative)
        if relative is not None
        else (first, last - 1)
        if lows[last - 1] in DETERMINERS
        else (first, last)
    )
    return Mention(first, j, "name", (i + 1, j), (i + 1, j), (role,) if role_word(article, first) else ())


def _description(article: Article, i: int, end: int) -> Mention | None:
    """*politikus senior itu*, *pria asal Solo tersebut*: somebody who has been named before."""
    words, lows = article.words, article.lows
    j = i
    while j < end and lows[j] in ("sang", "mantan", "eks"):
        j += 1
    if j >= end:
        return None
    if (
        lows[i] == "sang"
        and words[j][0].isalpha()
        and (role_word(article, j) or is_capital(words[j]) or lows[j] in HUMANS)
    ):
        k = j + 1
        while k < end and words[k][0].isalpha() and is_capital(words[k]) and lows[k] not in article.lexicon.stops:
            k += 1
        if k < end and words[k] == "," and k + 1 < end and (is_capital(words[k + 1])):
            return None
        split = _name_start(article, j, k, frozenset())
        if split < k and role_word(article, j):
            return None  # sang kakak Rahma Wulandari: a name follows
        return Mention(i, k, "description", (i, k))
    low = lows[j]
    if not (low in HUMANS or role_word(article, j) or low in article.lexicon.bodies or low in PAPERS):
        return None
    cues, stops = article.lexicon.cues, article.lexicon.stops
    relative = False
    for k in range(j + 1, min(end, j + 16)):
        word = words[k]
        low = lows[k]
        if (
            low == "berusia"
            and k + 2 < end
            and words[k + 1][0].isdigit()
            and lows[k + 2] == "tahun"
            and not (k + 3 < end and lows[k + 3] in DETERMINERS)
        ):
            return Mention(i, k + 3, "description", (i, k + 3))
        if low in DETERMINERS:
            form: Form = "description"
            if not relative and _strong_name(article, j, _capitals_end(article, j, k), frozenset()):
                return None  # Gubernur Rahma Wulandari membuka pasar itu
            age = next((m for m in range(i + 1, k - 1) if words[m][0].isdigit() and lows[m + 1] == "tahun"), k)
            roles: tuple[Range, ...] = ((i, age),) if role_word(article, i) and k > i + 1 and not relative else ()
            if lows[j] in PAPERS or lows[j] in HUMANS:
                roles, bodies = (), ()
            bodies = _body_ranges(article, i, age) if roles else ()
            return Mention(i, k + 1, form, (i, k + 1), roles=roles, bodies=bodies)
        if low == "yang":
            relative = True
        if not (word[0].isalnum() or word in "()/&-."):
            return None
        if not relative and low in cues and cues[low][2] in ("active", "post", "nya") and not is_capital(word):
            return None
        if not relative and word.islower() and low[:2] == "me" and verb_like(low) and low not in article.lexicon.roles:
            return None
        if not relative and low in stops and low not in ("asal", "di", "dari", "untuk", "dan", "pada"):
            return None
    return None


def noun_source(article: Article, i: int, end: int) -> Mention | None:
    """A common noun right behind a bare cue (*ujar konsorsium*, *tutur penyintas gempa*): whoever it is has no name."""
    words, lows, lex = article.words, article.lows, article.lexicon
    j = i
    while j < min(end, i + 5) and words[j].isalpha() and words[j].islower():
        low = lows[j]
        if (
            low in lex.stops
            or low in lex.prepositions
            or low in lex.subject_adverbs
            or low in lex.predicates
            or low in lex.pronouns
            or low in lex.days
        ):
            break
        if low in lex.cues and j > i:
            break
        j += 1
    if j == i or (j < end and words[j].isalpha() and lows[j] not in lex.stops and lows[j] not in lex.prepositions):
        return None
    if lows[j - 1].endswith("nya") and j + 1 < end and words[j] == "," and _plain_name(article, j + 1):
        k = _capitals_end(article, j + 1, end)  # ujar istrinya, Agustina Boru
        if all(_plain_name(article, m) for m in range(j + 1, k)) and (k >= end or not words[k][0].isalnum()):
            return Mention(i, k, "name", (j + 1, k), (j + 1, k))
    if lows[i] in lex.cues or verb_like(lows[i]):
        return None
    return Mention(i, j, "unnamed", (i, j))


def _segments(
    article: Article, i: int, end: int, known: frozenset[str]
) -> tuple[list[Range], int, list[tuple[int, Range]]]:
    """The comma-divided parts of a phrase, where it ends, and what stands in brackets behind which word."""
    words, lows = article.words, article.lows
    segments: list[Range] = []
    brackets: list[tuple[int, Range]] = []
    start = j = i
    named = False  # a segment with a name has been closed
    roled = False
    while j < end:
        word, low = words[j], lows[j]
        if word in "([" and j > start:
            close = _bracket_end(article, j, end)
            if close is None:
                break
            brackets.append((j, (j + 1, close)))
            j = close + 1
            continue
        if (
            j > start
            and low in ("salah", "seorang")
            and (is_capital(words[j - 1]) or words[j - 1] == ")")
            and not named
            and not role_word(article, start)
        ):
            segments.append((start, j))  # Tarno salah satu warga: no comma before the description
            named, start = True, j
        if word == "/" and j > start and _plain_name(article, j - 1) and j + 1 < end and _plain_name(article, j + 1):
            break  # Hendra Setiawan/Mohammad Ahsan: two people
        if (
            word in "-\u2013\u2014"
            and j > start
            and j + 1 < end
            and words[j + 1][0].islower()
            and role_word(article, j + 1)
        ):
            # Ibnu Salman –ulama kota itu– mengatakan
            close = next((k for k in range(j + 1, min(end, j + 14)) if words[k] in "-\u2013\u2014"), None)
            if close is not None:
                segments += [(start, j), (j + 1, close)]
                return segments, close + 1, brackets
        if word == ",":
            if j == start:
                break
            after = _degrees(article, j + 1, end)
            if after > j + 1:
                j = after
                continue
            headed = role_word(article, start) or lows[start] in HUMANS or lows[start] in ARTICLES
            if (headed or (body_word(article, start) and is_capital(words[start]))) and _list_goes_on(article, j, end):
                j += 1
                continue
            if j + 3 < end and words[j + 1][0].isdigit() and lows[j + 2] == "tahun" and words[j + 3] == ",":
                brackets.append((j, (j + 1, j + 3)))  # Sutarmi, 47 tahun, warga …: an age
                if j > start:
                    segments.append((start, j))
                named, start, j = named or not headed, j + 4, j + 4
                continue
            follows = _apposition(article, start, j, end, named, roled, known)
            if not follows:
                break
            if follows == "place":
                j += 1
                continue
            is_role = headed or (body_word(article, start) and _contains_role(article, start, j))
            segments.append((start, j))
            if (not is_role and not (follows == "name" and roled)) or (
                _name_start(article, start, j, known) < j and follows not in ("name", "body")
            ):
                named = True
            if is_role:
                roled = True
            start = j = j + 1
            continue
        if not _continues(article, start, j, end, known):
            break
        j += 1
    if j > start:
        segments.append((start, j))
    if len(segments) > 1 and words[start].islower() and j < end and words[j][0].isalpha() and _goes_on(article, j):
        segments.pop()  # Menurut Rahma, korban diduga terpeleset: the subject of the clause, no apposition
        j = start - 1
    return segments, j, brackets


def _goes_on(article: Article, i: int) -> bool:
    low, lex = article.lows[i], article.lexicon
    return low in lex.predicates or low in lex.subject_adverbs or verb_like(low)


def _bracket_end(article: Article, j: int, end: int) -> int | None:
    for k in range(j + 1, min(len(article.words), j + _BRACKET)):
        if article.words[k] in ")]":
            return k
    return None


def _degrees(article: Article, i: int, end: int) -> int:
    """Behind the academic degrees that begin at word ``i`` (``i`` itself where there is none)."""
    words, lows = article.words, article.lows
    degrees = article.lexicon.degrees
    j = i
    while j < end:
        k, letters = j, ""
        while (
            k < end
            and (words[k] == "." or (words[k].isalpha() and (len(letters) < 6)))
            and (k == j or words[k] == "." or not article.blank_before(k))
        ):
            letters += lows[k] if words[k] != "." else ""
            k += 1
        dotted = (
            letters[:1] in ("s", "m", "p", "a")
            and k - j > 2
            and words[j] in ("S", "M", "Ph", "Sp", "A")
            and words[j + 1] == "."
            and len(letters) < 7
        )
        if (
            k == j
            or not (letters in degrees or dotted)
            or not is_capital(words[j])
            or article.lexicon.titles.get(letters) in ("rank", "academic")
        ):
            return j
        j = k
        while j < end and words[j] == "." and letters:
            j += 1
        if j < end and words[j] == "," and j + 1 < end and is_capital(words[j + 1]):
            following = _degrees(article, j + 1, end)
            return following if following > j + 1 else j
    return j


def _field(article: Article, i: int) -> bool:
    """Whether word ``i`` names a field of work: a known one, or a noun in *pe-…-an*, *ke-…-an*."""
    low = article.lows[i]
    return (
        low in article.lexicon.fields
        or (low in article.vocabulary and low not in article.lexicon.given)
        or (low[:2] in ("pe", "ke") and low.endswith("an") and len(low) > 7 and low not in article.lexicon.given)
    )


def _list_goes_on(article: Article, comma: int, end: int) -> bool:
    """*Kepala Pusat Data, Informasi, dan Komunikasi …*: a comma inside the name of a post."""
    words, lows, lex = article.words, article.lows, article.lexicon
    i = comma + 1
    if i + 1 < end and lows[i] == "dan":
        return is_capital(words[i + 1]) and _no_name(article, i + 1) and _no_name(article, comma - 1)
    if i >= end or not is_capital(words[i]) or not _no_name(article, i) or lows[i] in lex.days:
        return False
    for k in range(i + 1, min(end, i + 12)):
        if lows[k] == "dan":
            return k + 1 < end and is_capital(words[k + 1]) and _no_name(article, k + 1)
        if (
            not (is_capital(words[k]) or words[k] == ",")
            or lows[k] in lex.days
            or (role_word(article, k) and lex.roles.get(lows[k]) != "kin")
        ):
            return False
    return False


def _no_name(article: Article, i: int) -> bool:
    """Whether word ``i`` can stand inside the name of a post: no person, post, title or place."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.fields and lex.roles.get(low) != "post":
        return True
    if (role_word(article, i) and lex.roles.get(low) != "kin") or low in lex.given:
        return False
    return _field(article, i) or not (low in lex.titles or low in lex.place_words or low in lex.bodies)


def _apposition(
    article: Article, start: int, comma: int, end: int, named: bool, roled: bool, known: frozenset[str]
) -> str:
    """What the words behind a comma add to the phrase: ``"role"``, ``"name"``, ``"body"`` or nothing."""
    words, lows = article.words, article.lows
    i = comma + 1
    if i >= end or not words[i][0].isalpha():
        return ""
    low = lows[i]
    lex = article.lexicon
    if low in lex.days or low in lex.months or (low in lex.stops and not is_capital(words[i])):
        return ""
    if low in PLURALS:
        return ""  # Menurut Rahma, para pedagang …: the clause begins
    if title_word(article, i) and not named and body_word(article, start) and not role_word(article, start):
        return "name"  # kata Ditreskrimsus Polda Melur, Kombes Hendra
    headed = (
        role_word(article, start)
        or lows[start] in HUMANS
        or lows[start] in ARTICLES
        or (body_word(article, start) and _contains_role(article, start, comma))
    )
    if not headed and roled and not named and body_word(article, start):
        has_name = False  # Dosen Jurusan Hukum, Universitas Melur, Rahma: the name is still to come
    else:
        has_name = named or not headed or _strong_name(article, start, comma, known)
    if has_name and headed and not named and (low in lex.given or low in known or title_word(article, i)):
        # General Manager Persada Rudi Hartono / General Manager Persada, Rudi Hartono: the second name is the surer one
        split = _name_start(article, start, comma, known)
        has_name = title_word(article, split - 1) or lows[split] in known
    elif (
        has_name
        and headed
        and not named
        and lows[start] in SOMEBODYS
        and is_capital(words[i])
        and _plain_name(article, i)
        and low not in lex.days
    ):
        has_name = False  # kuasa hukum Arya, Rudi Muchtar: the first name is the client's
    elif (
        has_name
        and headed
        and not named
        and is_capital(words[i])
        and i + 1 < end
        and _plain_name(article, i)
        and _plain_name(article, i + 1)
    ):
        # manajer Surya, Willi Santoso: one word behind the post is whose manager it is
        split = _name_start(article, start, comma, known)
        has_name = split != comma - 1 or title_word(article, split - 1)
    if role_word(article, i) or (low in HUMANS and not is_capital(words[i])) or low in ("salah", "seorang", "selaku"):
        if not has_name:
            # "Kepala Dinas, Sekretaris Dinas": two posts in a row want a name
            return "role"
        if is_capital(words[i]) and (i in article.starts_paragraph or (headed and not named)):
            return ""  # Menteri Sosial Rahma, Menteri Agama Hasan: the next of a list of people
        return "role"
    if has_name:
        if roled and named and not headed:
            return ""
        if (
            headed
            and not named
            and body_word(article, i)
            and is_capital(words[i])
            and not _strong_name(article, start, comma, known)
        ):
            return "body"
        if headed and named and body_word(article, i) and is_capital(words[i]) and low not in lex.places:
            return "body"
        return ""
    if title_word(article, i):
        return "name"
    if (
        is_capital(words[i])
        and (low in REGIONS or place_length(article, i, end))
        and _name_behind_place(article, i, end)
    ):
        return "place"
    if body_word(article, i) and is_capital(words[i]) and low not in lex.given:
        return "body"
    if is_capital(words[i]) and not place_length(article, i, end) and low not in lex.fields:
        return "name"
    if is_capital(words[i]) and (low in lex.given or low in known):
        return "name"
    return ""


def _name_behind_place(article: Article, i: int, end: int) -> bool:
    """*Lurah Karang, Kecamatan Melur, Rahma Wulandari*: a place between the post and the name."""
    words = article.words
    j = i
    while j < end and j < i + 6 and words[j][0].isalpha() and is_capital(words[j]):
        j += 1
    return j + 1 < end and words[j] == "," and is_capital(words[j + 1]) and _plain_name(article, j + 1)


def _contains_role(article: Article, i: int, j: int) -> bool:
    return any(
        article.lexicon.roles.get(article.lows[k]) == "post" and is_capital(article.words[k]) for k in range(i + 1, j)
    )


def _strong_name(article: Article, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a segment that begins with a post surely holds a name as well."""
    split = _name_start(article, start, end, known)
    if split >= end:
        return False
    lows = article.lows
    return title_word(article, split - 1) or any(
        lows[k] in known or _word_class(article, k, end) == "G" for k in range(split, end)
    )


def _continues(article: Article, start: int, j: int, end: int, known: frozenset[str]) -> bool:
    """Whether word ``j`` belongs to the segment that began at ``start``."""
    words, lows = article.words, article.lows
    lex = article.lexicon
    word, low = words[j], lows[j]
    nxt = words[j + 1] if j + 1 < end else ""
    if word[0].isalpha() and is_capital(word):
        if low in lex.days or (low in lex.months and j > start):
            return False
        if j > start and low in DETERMINERS:
            return False
        if (
            j > start
            and low in lex.given
            and _is_acronym(words[start])
            and lows[start] not in NEEDS_A_NAME
            and body_word(article, start)
            and not _contains_role(article, start, j)
        ):
            return False
        if (
            j > start
            and _is_acronym(words[j - 1])
            and _is_acronym(words[start])
            and body_word(article, start)
            and lows[start] not in NEEDS_A_NAME
            and _plain_name(article, j)
            and j + 1 < end
            and _plain_name(article, j + 1)
        ):
            return False  # KPR Rahma Wulandari: a body, then a person
        return not (
            j > start
            and low in lex.cues
            and lex.cues[low][2] in ("active", "prep", "prep_nya")
            and low not in lex.given
        )
    if j == start:
        if low in ARTICLES or low in lex.titles:
            return True
        if not word[0].isalpha():
            return False
        return role_word(article, j) or low in lex.bodies or low in HUMANS or low in PAPERS
    back = j - 1
    if words[back] == ")":
        while back > start and words[back] != "(":
            back -= 1
        back = max(start, back - 1)
    before, prior = words[back], lows[back]
    if word == ".":
        if (len(before) == 1 and before.isupper()) or prior in lex.abbreviations or prior in lex.titles:
            return bool(nxt) and (nxt[0].isupper() or nxt in ",(") and j + 1 not in article.starts_paragraph
        return False
    if word in "/&-\u2013'\u2019" and nxt and is_capital(nxt) and is_capital(before):
        return True
    headed = (
        role_word(article, start)
        or lows[start] in HUMANS
        or lows[start] in lex.bodies
        or lows[start] in ARTICLES
        or lows[start] in PAPERS
        or _contains_role(article, start, j)
    )
    if word[0].isdigit():
        return (
            headed
            and (not _plain_name(article, j - 1) or prior in ("urut", "nomor"))
            and not (j > start + 1 and lows[j - 1] in lex.times)
        )
    if not word[0].isalpha():
        return False
    if low in PARTICLES and nxt and is_capital(nxt) and is_capital(before) and (low not in ("di", "da") or False):
        return True
    if low in ENGLISH_LINKS and nxt and is_capital(nxt) and is_capital(before):
        return True
    if low in ("sekaligus", "merangkap") and headed and nxt and role_word(article, j + 1):
        return True
    if low == "yang" and headed and j + 2 < end and lows[j + 1] in ("juga", "sekaligus") and role_word(article, j + 2):
        return True
    if prior == "yang" and low in ("juga", "sekaligus"):
        return True
    if low in ("dan", "serta"):
        if not (nxt and headed):
            return False
        if before == ",":
            return is_capital(nxt)  # _list_goes_on has looked
        if before[0].islower() and lows[j + 1] in lex.places and not is_capital(words[start]):
            return True  # legenda sepak bola dunia dan Italia
        if (
            nxt[0].islower()
            and (before[0].islower() or back == start)
            and role_word(article, j + 1)
            and role_word(article, start)
        ):
            return True  # ekonom dan pemerhati kebijakan
        if is_capital(before) and is_capital(nxt):
            if _no_name(article, back) and _no_name(article, j + 1) and _capitals_end(article, j + 1, end) > j + 2:
                return True
            return ((_field(article, back) or _field(article, j + 1)) and lows[j + 1] not in known) or (
                lows[start] in lex.bodies and _body_list(article, start, j, end)
            )
        return False
    if not headed:
        return False
    if low == "untuk" and nxt and is_capital(nxt) and is_capital(before) and not _plain_name(article, j - 1):
        return True
    if low == "bidang" and nxt and is_capital(nxt) and not _plain_name(article, back):
        return True
    if low in lex.titles and nxt and (is_capital(nxt) or nxt == "."):
        return True
    if low in NAMED and nxt and is_capital(nxt):
        return True
    cue = lex.cues.get(low)
    if cue is not None and cue[2] != "noun" and low not in lex.fields and not (low == "berita" and prior == "kantor"):
        return False
    if low in DETERMINERS or (verb_like(low) and low not in lex.roles and len(low) > 5 and low not in lex.titles):
        return False
    if low in ("beserta", "bersama", "rombongan", "angkat"):
        return False
    tail_is_name = is_capital(before) and _plain_name(article, back)
    if low in ("dari", "di", "pada", "asal", "bidang"):
        kind = lex.roles.get(lows[start])
        if (
            low in ("di", "pada")
            and kind == "post"
            and nxt
            and is_capital(nxt)
            and body_word(article, j + 1)
            and not tail_is_name
            and _name_start(article, j + 1, _capitals_end(article, j + 1, end), known)
            < _capitals_end(article, j + 1, end)
        ):
            return True  # Kepala Bidang Logistik di Badan Bencana Kota Rahma: the name comes behind the body
        if (
            low == "dari"
            and nxt
            and is_capital(nxt)
            and not tail_is_name
            and (body_word(article, j + 1) or lows[start] in PAPERS)
        ):
            return True
        lower_head = not is_capital(words[start])
        if tail_is_name and kind is not None and not (lower_head and prior not in lex.given and prior not in known):
            return False
        if not (nxt and (kind in ("trade", "kin") or lows[start] in HUMANS or lows[start] in ARTICLES)):
            return False
        if low == "dari":
            return kind == "kin" or is_capital(nxt)
        if low == "asal":
            return is_capital(nxt)
        return is_capital(nxt) and (
            body_word(article, j + 1) or lows[j + 1] in ("pasar", "desa", "kampung", "kawasan", "perumahan", "jalan")
        )
    if j == start + 1 and low in IN_POSTS:
        return True
    if (
        low in lex.stops
        or low in lex.prepositions
        or low in lex.pronouns
        or low in lex.subject_adverbs
        or low in lex.predicates
    ):
        return False
    if (
        is_capital(words[start])
        and not role_word(article, start)
        and lows[start] not in HUMANS
        and any(is_capital(words[k]) for k in range(start + 1, j))
    ):
        return False  # Partai Persada / menang: the name of a body is over
    return not tail_is_name or (
        not is_capital(words[start])
        and lows[j - 1] not in lex.given
        and lows[j - 1] not in known
        and not _unknown_name(article, start, j)
    )


def _capitals_end(article: Article, i: int, end: int) -> int:
    while i < end and is_capital(article.words[i]) and article.words[i][0].isalpha():
        i += 1
    return i


def _body_list(article: Article, start: int, j: int, end: int) -> bool:
    """*Kementerian Koperasi dan Usaha Kecil*: the name of a body goes on behind *dan*."""
    return article.lows[start] in (
        "kementerian",
        "dinas",
        "badan",
        "komisi",
        "fakultas",
        "lembaga",
        "komite",
        "departemen",
        "persatuan",
        "direktorat",
    )


def _plain_name(article: Article, i: int) -> bool:
    """A capitalized word that is no part of a post, a body, a field or a place."""
    low, lex = article.lows[i], article.lexicon
    if not is_capital(article.words[i]) or _is_acronym(article.words[i]):
        return False
    if low in lex.given:
        return True
    return not (
        low in lex.roles
        or low in lex.role_modifiers
        or low in lex.role_abbreviations
        or low in lex.bodies
        or low in lex.fields
        or low in lex.place_words
        or low in lex.acronyms
        or low in lex.titles
    )


def _unknown_name(article: Article, start: int, j: int) -> bool:
    """Two or more capitals in a row at the end of a segment: surely a name."""
    return j - 2 > start and _plain_name(article, j - 2) and _plain_name(article, j - 1)


# ---------------------------------------------------------------------- post, body and name apart

# What a word at the start, inside or before a name says for or against a name beginning there.
_GIVEN, _UNKNOWN, _FIRST_GIVEN, _KNOWN_FIRST, _KNOWN_INSIDE = 2.0, 0.5, 1.5, 3.0, 2.0
_SOMETIMES, _KNOWN_LATE = 0.7, 0.5
_LENGTH = (0.0, -0.5, 1.0, 0.6, -0.3)  # by the number of words: most names have two or three
_LEFT_OUT, _PLACED = -2.0, 3.0
_VOCABULARY, _NUMBER, _KNOWN_LOST, _GIVEN_LOST = -4.0, -6.0, -3.0, -1.5


def _word_class(article: Article, i: int, end: int) -> str:
    """One letter: T title, D number, A acronym, G given name, X given name or common word, V vocabulary, L lower case, N unknown."""
    word, low = article.words[i], article.lows[i]
    lex = article.lexicon
    if not word[0].isalpha():
        return "D" if word[0].isdigit() else "."
    if not is_capital(word):
        return "P" if low in PARTICLES else "L"
    if title_word(article, i) and not (
        i and article.lows[i - 1] in ("direktur", "inspektur", "sekretaris", "konsul", "jaksa", "guru", "duta")
    ):
        return "T"
    if low in INITIALS and word.isupper():
        return "G"
    if low in ("i", "ni") and i + 1 < len(article.lows) and article.lows[i + 1] in BALINESE:
        return "G"
    if low in ROMAN and (len(low) > 1 or low == "i"):
        return "D"
    common = (
        (low[:2] in ("pe", "ke") and low.endswith("an") and len(low) > 7)
        or low in lex.fields
        or low in lex.roles
        or low in lex.role_modifiers
        or low in lex.bodies
        or low in lex.place_words
        or low in lex.role_abbreviations
        or low in HUMANS
    )
    if low in article.acronyms:
        return "A"
    if low in lex.roles and i and article.lows[i - 1] in ("majelis", "ketua", "kepala", "calon", "mantan", "wakil"):
        return "V"
    if low in lex.given:
        return "X" if (common and low not in lex.ambiguous) or low in lex.ambiguous else "G"
    if common:
        return "V"
    if _is_acronym(word) or (low in lex.acronyms and len(low) > 4):
        return "A"
    if low in article.vocabulary:
        return "V"
    return "G" if name_like(low) else "N"


def _name_start(article: Article, i: int, j: int, known: frozenset[str]) -> int:
    """The word at which the name begins in the segment ``i``-``j`` (``j`` where it holds no name)."""
    lows, lex = article.lows, article.lexicon
    classes = []
    depth = 0
    for k in range(i, j):
        word = article.words[k]
        depth += word == "("
        classes.append("." if depth else _word_class(article, k, j))
        depth -= word == ")" and depth > 0
    size = j - i
    while size and classes[size - 1] in "L.":
        size -= 1
    best, best_score = size, 0.0
    titles = [
        k
        for k in range(size)
        if classes[k] == "T" and not (k and (classes[k - 1] == "G" or lows[i + k - 1] in NEEDS_A_NAME))
    ]
    first = titles[-1] + 1 if titles and titles[-1] + 1 < size else 0
    for k in range(first, size):
        if classes[k] in "DLTP." or lows[i + k] in INTRODUCES_ROLE:
            continue
        if (
            not k
            and size > 1
            and lows[i] in lex.roles
            and lows[i] in lex.given
            and (lows[i + 1] in known or classes[1] in "GX")
        ):
            continue  # Hakim Marbun: a post that is a name as well
        if k and len(lows[i + k]) == 1 and classes[k - 1] in "NGX":
            continue  # an initial inside a name: Sara K. Lubis
        score = _score(article, i, k, classes, size, known)
        if score > best_score:
            best, best_score = k, score
    return i + best if best < size else j


def _may_go_on(low: str, lex: Lexicon) -> bool:
    """Whether a word of a post may be followed by the unknown name of a body or village (*Direktur Persada*, *Camat Melur*)."""
    if (
        low in NEEDS_A_NAME
        or low in TERRITORIAL
        or low in OF_A_BODY
        or low in ENGLISH_POSTS
        or low in ("utama", "umum", "senior", "eksekutif", "bicara")
    ):
        return True
    return low in TEAM


def _score(article: Article, i: int, k: int, classes: list[str], size: int, known: frozenset[str]) -> float:
    lows = article.lows
    lex = article.lexicon
    score = 0.0
    for m in range(k, size):
        kind, low = classes[m], lows[i + m]
        if low in known and not (kind == "A" and m < size - 1):
            score += _KNOWN_FIRST if m == k else _KNOWN_INSIDE if m == k + 1 else _KNOWN_LATE
        elif kind == "G":
            score += _GIVEN + (_FIRST_GIVEN if m == k else 0)
        elif kind == "X":
            score += _SOMETIMES
        elif kind == "N":
            score += _UNKNOWN
        elif kind == "A":
            score += -1.0 if m > k else -2.0
        elif kind in "DL":
            score += _NUMBER
        elif kind == "V":
            score += _VOCABULARY
    for m in range(k):
        kind, low = classes[m], lows[i + m]
        if low in known and kind in "GNX":
            score += _KNOWN_LOST
        elif kind == "G":
            score += _GIVEN_LOST
    run = k  # words right before the name that could belong to it
    while run and classes[run - 1] in "NX":
        run -= 1
    if run and run < k and classes[run - 1] in "VADL." and not (_may_go_on(lows[i + run - 1], lex)):
        score += _LEFT_OUT  # behind a finished post the next name word begins the name
    if k - run == 1 and size - k > 1 and lows[i + run - 1] in OF_A_PLACE and classes[k] == "G" and run:
        score += _PLACED
    if k:
        before, low = classes[k - 1], lows[i + k - 1]
        if before == "T":
            score += 6
        elif before in "VADL" or low == ")":
            score += 1
        if low in NEEDS_A_NAME and lows[i + k] not in known:
            score -= 3
        if low in TERRITORIAL and k + 2 < size and lows[i + k] not in lex.given and lows[i + k] not in known:
            score -= 2
        if low in TERRITORIAL and k + 1 == size and lows[i + k] not in known and classes[k] != "G":
            score -= 2
    length = sum(1 for m in range(k, size) if classes[m] != ".")
    if length < len(_LENGTH):
        return score + (_LENGTH[length] if length > 1 or lows[i + k] not in known else 0.0)
    return score - (length - len(_LENGTH) + 1)


def _body_ranges(article: Article, i: int, j: int) -> tuple[Range, ...]:
    """The body inside a post's words ``i``-``j``: *Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*.

    Post and territory or portfolio are one (*Wali Kota Melur*, *Menteri Keuangan*), and so are post and unit."""
    words, lows, lex = article.words, article.lows, article.lexicon
    k = i
    while k < j and (lows[k] in lex.role_modifiers or lows[k] == "sang"):
        k += 1
    head = k
    if head >= j or any(low in WHOLE_POSTS for low in lows[head : min(j, head + 3)]):
        return ()
    end = next(
        (
            m
            for m in range(head + 2, j)
            if words[m].islower()
            and lows[m] in ("bidang", "dari", "untuk")
            and lows[m - 1] not in NO_BODY_BEFORE
            and m > head + 1
            and _body_at(article, head + 1, m)
        ),
        j,
    )
    begin = _body_at(article, head + 1, end)
    if begin is not None and lows[begin] in LAST_WORDS:
        while (
            begin > head + 1
            and is_capital(words[begin - 1])
            and words[begin - 1][0].isalpha()
            and lows[begin - 1] not in lex.roles
            and not (lows[begin - 1] in lex.fields and lows[begin - 1] not in lex.places)
        ):
            begin -= 1
    if begin is None:
        begin = _foreign_body(article, head, end)
    return ((begin, end),) if begin is not None else ()


def _body_at(article: Article, i: int, j: int) -> int | None:
    """The word between ``i`` and ``j`` at which the name of a body begins, behind the units that belong to the post."""
    words, lows, lex = article.words, article.lows, article.lexicon
    for k in range(i, j):
        low, word = lows[k], words[k]
        if not word[0].isalpha() or not is_capital(word) or words[k - 1] == "(" or low in TERRITORY:
            continue
        two = f"{low} {lows[k + 1]}" if k + 1 < j else low
        if two == "satuan tugas" or (lows[k - 1] in ("dari", "di", "pada") and low in lex.bodies):
            return k
        if (two in UNIT_LIKE or (low == "komisi" and k + 1 < j and lows[k + 1] in ROMAN)) and _body_at(
            article, k + 2, j
        ) is not None:
            continue
        kind = lex.bodies.get(low)
        if kind == "body" and low in PARTS:
            whole = next((m for m in range(k + 2, j) if lows[m] in WHOLES and is_capital(words[m])), None)
            return k if whole is None else whole
        if kind == "body":
            return k
        if (
            kind is None
            and low not in NO_ACRONYM
            and low not in lex.role_abbreviations
            and low not in lex.places
            and low not in lex.roles
            and low not in ROMAN
        ):
            if low in article.acronyms or (low in lex.acronyms and (word.isupper() or len(low) > 4)):
                return k
            if _is_acronym(word) and low not in lex.fields:
                return k
    return None


def _foreign_body(article: Article, head: int, j: int) -> int | None:
    """The body of a post that names no body noun: *Direktur Utama* | *Persada Nusantara*, *CEO* | *Kopikita*."""
    words, lows, lex = article.words, article.lows, article.lexicon
    if not (lex.roles.get(lows[head]) == "trade" or lows[head] in ENGLISH_POSTS or lows[head] in OF_A_BODY):
        return None
    for k in range(head + 1, j):
        low, word = lows[k], words[k]
        if (
            not (word[0].isalpha() and is_capital(word))
            or _field(article, k)
            or low in lex.roles
            or low in lex.role_modifiers
            or low in TERRITORY
        ):
            continue
        if low in lex.bodies or low in ("utama", "jenderal", "eksekutif") or place_length(article, k, j):
            continue
        return k if not any(words[m] == "," for m in range(k, j)) else None
    return None


def _assemble(
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
        if body and not _contains_role(article, k, j):
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
                split = _name_start(article, k, j, known) if name is None else j
                if split < j and not (lows[split] in known or _word_class(article, split, j) == "G"):
                    split = j
                roles[-1] = (roles[-1][0], split)
                bodies.append((i, split))
                if split < j:  # Kepala Unit …, Ditjen Irigasi Rahma Wulandari
                    name, form = _strip_brackets(article, (split, j), brackets), "name"
            continue
        if role_word(article, k) or lows[k] in HUMANS or lows[k] in PAPERS or body or _english_post(article, k, j):
            inverted = next((m for m in range(k, j) if lows[m] in NAMED), None)
            split = inverted if inverted is not None else j if pure_role else _name_start(article, k, j, known)
            if (
                inverted is None
                and split < j
                and (lows[k] == "sumber" or (lows[i] in ARTICLES and lows[i] != "sang"))
                and lows[split] not in known
                and _word_class(article, split, j) != "G"
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
                    bodies.extend(_body_ranges(article, *part))
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
            name_at = _name_start(article, split, j, known)
            roles.append((split, name_at))
            bodies.extend(_body_ranges(article, split, name_at))
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
                    _plain_name(article, m) and lows[m] not in article.vocabulary and lows[m] not in lex.openers
                    for m in range(split, post)
                ):
                    if lex.roles.get(lows[post]) == "trade":
                        post = inner
                if post < inner and (
                    post + 1 >= inner
                    or not all(
                        _plain_name(article, m) and lows[m] not in article.vocabulary and lows[m] not in lex.openers
                        for m in range(split, post)
                    )
                ):
                    return None  # a heading glued to a post: Bantuan Datang Kepala Desa Budi
                if post < inner:
                    roles.append((post, inner))  # Sofyan Hidayat Wakil Ketua Koperasi: no comma before the post
                    bodies.extend(_body_ranges(article, post, inner))
                    inner = post
            while (
                inner - split > 1
                and lows[inner - 1] in lex.degrees
                and lows[inner - 1] != "md"
                and (lows[inner - 1] not in lex.given)
            ):
                inner -= 1
            name, form = _strip_brackets(article, (split, inner), brackets), "name"
            if not rank and (lows[inner - 1] in lex.bodies or _looks_like_body(article, split, inner)):
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
        segs, stop, _ = _segments(article, last + 1, min(len(words), last + _LONGEST), known)
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
            segs, stop, _ = _segments(article, begin, min(len(words), begin + _LONGEST), known)
            if segs:
                roles.append(segs[0])
                bodies.extend(_body_ranges(article, *segs[0]))
                last = stop
    if (
        last < len(words)
        and lows[last] in INTRODUCES_ROLE
        and name is not None
        and last + 1 < len(words)
        and role_word(article, last + 1)
        and (lows[last] == "selaku" or lex.roles.get(lows[last + 1]) == "post" or is_capital(words[last + 1]))
    ):
        segs, stop, _ = _segments(article, last + 1, min(len(words), last + _LONGEST), known)
        if segs and not (stop < len(words) and words[stop][0].isalpha() and _goes_on(article, stop)):
            roles.append(segs[0])
            bodies.extend(_body_ranges(article, *segs[0]))
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
    return _is_acronym(article.words[i]) and any(article.lows[k] in ENGLISH_POSTS for k in range(i + 1, min(j, i + 4)))


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
            and _degrees(article, k, j) >= j - 1
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


def _looks_like_body(article: Article, i: int, j: int) -> bool:
    """A capitalized run that reads like a body: *Yonhap News*, *The Fed*, *MNC Sekuritas*."""
    lows, lex, words = article.lows, article.lexicon, article.words
    if lows[i] == "the" or words[i].endswith((".com", ".id", ".co")):
        return True
    if j - i == 1:
        return lows[i] in lex.acronyms or (lows[i] in lex.places and lows[i] not in lex.given)
    return any(
        (low in lex.bodies or low in lex.fields or low in lex.places) and low not in lex.given for low in lows[i:j]
    )


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

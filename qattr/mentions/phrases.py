"""Where a source phrase ends, and the segments into which commas and brackets divide it.

*Rahma Wulandari (45), Kepala Dinas Kesehatan, Perumahan, dan Permukiman,* | *mengatakan*: some commas part segments,
some stand inside the name of a role, the last one ends the phrase.
"""

from __future__ import annotations

from qattr.lexicon.vocabulary import (
    ARTICLES,
    CAPITAL_ONLY,
    DESCRIBES,
    HUMANS,
    NAMED,
    PLURALS,
    REGIONS,
    SOMEBODYS,
)
from qattr.mentions.names import after_degrees, name_start, strong_name
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD, goes_on_with
from qattr.mentions.word_questions import (
    Range,
    contains_role,
    no_person,
    opens_predicate,
    organization_word,
    place_length,
    role_word,
    title_word,
)
from qattr.text.article import Article
from qattr.text.features import (
    ACRONYM,
    ALNUM,
    ALPHA,
    CAPITAL,
    DAY,
    LOWER,
    MONTH,
    NAME,
    STARTER,
    STOP,
)

_BRACKET = 12
_PLACES = 4


def split_phrase(article: Article, i: int, end: int) -> tuple[list[Range], int, list[tuple[int, Range]]]:
    """The parts of a phrase (*Rahma Wulandari* | *peneliti senior*), where it ends, and its brackets."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    segments: list[Range] = []
    brackets: list[tuple[int, Range]] = []
    start = j = i
    acronym = features[i] & ACRONYM  # the segment begins with one
    named = False  # a segment with a name has been closed
    roled = False
    while j < end:
        kind = features[j]
        if kind & CAPITAL_MASK == CAPITAL_WORD and not acronym:
            j += 1  # Kepala Dinas Kesehatan Rahma Wulandari
            continue
        if kind & ALNUM:
            if (
                kind & STARTER
                and not named
                and j > start
                and (lows[j] in ("salah", "seorang") or (kind & LOWER and lex.roles.get(lows[j]) == "trade"))
                and (features[j - 1] & CAPITAL or words[j - 1] == ")")
                and not role_word(article, start)
                and features[start] & NAME
            ):
                segments.append((start, j))  # Tarno salah satu warga: no comma before the description
                named, start, acronym = True, j, kind & ACRONYM
            if not goes_on_with(article, start, j, end):
                break
            j += 1
            continue
        word = words[j]
        if word in "([" and j > start:
            close = _bracket_end(article, j, end)
            if close is None:
                break
            brackets.append((j, (j + 1, close)))
            j = close + 1
            continue
        if word == "/" and j > start and features[j - 1] & NAME and j + 1 < end and features[j + 1] & NAME:
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
            follows = features[j + 1] if j + 1 < end else 0
            if j == start or (follows & ALPHA and not follows & _MAY_BE_ADDED and lows[j + 1] not in ("dan", "and")):
                break
            if follows & CAPITAL:
                after = after_degrees(article, j + 1, end)
                if after > j + 1:
                    j = after  # Rahma, S.H.
                    continue
            headed = role_word(article, start) or lows[start] in HUMANS or lows[start] in ARTICLES
            if (headed or (organization_word(article, start) and features[start] & CAPITAL)) and _list_goes_on(
                article, j, end
            ):
                j += 1
                continue
            if j + 3 < end and words[j + 1][0].isdigit() and lows[j + 2] == "tahun" and words[j + 3] == ",":
                brackets.append((j, (j + 1, j + 3)))  # Sutarmi, 47 tahun, warga …: an age
                if j > start:
                    segments.append((start, j))
                named, start, j = named or not headed, j + 4, j + 4
                acronym = j < end and features[j] & ACRONYM
                continue
            adds = _apposition(article, start, j, end, named, roled)
            if not adds:
                break
            if adds == "place":
                j += 1
                continue
            is_role = headed or (organization_word(article, start) and contains_role(article, start, j))
            segments.append((start, j))
            if (not is_role and not (adds == "name" and roled)) or (
                name_start(article, start, j) < j and adds not in ("name", "organization")
            ):
                named = True
            if is_role:
                roled = True
            start = j = j + 1
            acronym = j < end and features[j] & ACRONYM
            continue
        if not goes_on_with(article, start, j, end):
            break
        j += 1
    if j > start:
        segments.append((start, j))
    if (
        len(segments) > 1
        and features[start] & LOWER
        and j < end
        and features[j] & ALPHA
        and opens_predicate(article, j)
    ):
        segments.pop()  # Menurut Rahma, korban diduga terpeleset: the subject of the clause, no apposition
        j = start - (words[start - 1] == ",")
    return segments, j, brackets


def _bracket_end(article: Article, j: int, end: int) -> int | None:
    for k in range(j + 1, min(end, j + _BRACKET)):
        if article.words[k] in ")]":
            return k
    return None


def _list_goes_on(article: Article, comma: int, end: int) -> bool:
    """*Kepala Pusat Data, Informasi, dan Komunikasi …*: a comma inside the name of a role."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    i = comma + 1
    if i + 1 < end and lows[i] in ("dan", "and"):
        return bool(features[i + 1] & CAPITAL) and no_person(article, i + 1) and no_person(article, comma - 1)
    if i >= end or not features[i] & CAPITAL or not no_person(article, i) or lows[i] in lex.days:
        return False
    for k in range(i + 1, min(end, i + 12)):
        if lows[k] in ("dan", "and"):
            after = k + 1 < end and bool(features[k + 1] & CAPITAL)
            return after and (no_person(article, k + 1) or lows[k + 1] in lex.fields)
        if (
            not (features[k] & CAPITAL or words[k] == ",")
            or lows[k] in lex.days
            or (
                lows[k] not in HUMANS
                and role_word(article, k)
                and lex.roles.get(lows[k]) != "kin"
                and lows[k] not in CAPITAL_ONLY
            )
        ):
            return False
    return False


def _apposition(article: Article, start: int, comma: int, end: int, named: bool, roled: bool) -> str:
    """What the words after a comma add to the phrase: ``"role"``, ``"name"``, ``"organization"`` or nothing."""
    words, lows, features = article.words, article.lows, article.features
    i = comma + 1
    if i >= end or not features[i] & ALPHA or not features[i] & _MAY_BE_ADDED:
        return ""
    low = lows[i]
    lex = article.lexicon
    if features[i] & (DAY | MONTH) or (features[i] & STOP and not features[i] & CAPITAL):
        return ""
    if low in PLURALS:
        return ""  # Menurut Rahma, para pedagang …: the clause begins
    if title_word(article, i) and not named and organization_word(article, start) and not role_word(article, start):
        return "name"  # kata Ditreskrimsus Polda Melur, Kombes Hendra
    headed = (
        role_word(article, start)
        or lows[start] in HUMANS
        or lows[start] in ARTICLES
        or (organization_word(article, start) and contains_role(article, start, comma))
    )
    if not headed and i + 2 < end and lows[i + 1] in NAMED and lows[i + 2] not in ("asli", "lengkap"):
        return ""  # Menurut Rahma, pasien bernama Tarno …: somebody else
    if not headed and roled and not named and organization_word(article, start):
        has_name = False  # Dosen Jurusan Hukum, Universitas Melur, Rahma: the name is still to come
    else:
        has_name = named or not headed or strong_name(article, start, comma)
    if (
        has_name
        and headed
        and not named
        and lows[start] in SOMEBODYS
        and features[i] & CAPITAL
        and features[i] & NAME
        and low not in lex.days
    ):
        has_name = False  # kuasa hukum Arya, Rudi Muchtar: the first name is the client's
    elif (
        has_name and headed and not named and (low in lex.given or low in article.short_names or title_word(article, i))
    ):
        # General Manager Persada Rudi Hartono / General Manager Persada, Rudi Hartono: the second name is the surer one
        split = name_start(article, start, comma)
        has_name = title_word(article, split - 1) or lows[split] in article.short_names
    elif (
        has_name
        and headed
        and not named
        and features[i] & CAPITAL
        and i + 1 < end
        and features[i] & NAME
        and features[i + 1] & NAME
    ):
        # manajer Surya, Willi Santoso: one word after the role is whose manager it is
        split = name_start(article, start, comma)
        apart = any(words[k] in ("dari", "di", "pada") for k in range(split, comma))
        has_name = not apart and (split != comma - 1 or title_word(article, split - 1))
    if role_word(article, i) or (low in HUMANS and not features[i] & CAPITAL) or low in ("salah", "seorang", "selaku"):
        if not has_name:
            # "Kepala Dinas, Sekretaris Dinas": two roles in a row want a name
            return "role"
        if features[i] & CAPITAL and (i in article.starts_paragraph or (headed and not named)):
            return ""  # Menteri Sosial Rahma, Menteri Agama Hasan: the next of a list of people
        return "role"
    if (
        not named
        and not headed
        and lows[start] in DESCRIBES
        and not features[start] & CAPITAL
        and features[i] & CAPITAL
        and not place_length(article, i, end)
    ):
        return "name"  # kantor berita Andara Selatan, Nusa News, melaporkan
    if has_name:
        if roled and named and not headed:
            return ""
        if (
            headed
            and not named
            and organization_word(article, i)
            and features[i] & CAPITAL
            and not strong_name(article, start, comma)
        ):
            return "organization"
        if headed and named and organization_word(article, i) and features[i] & CAPITAL and low not in lex.places:
            return "organization"
        return ""
    if title_word(article, i):
        return "name"
    if (
        features[i] & CAPITAL
        and (low in REGIONS or place_length(article, i, end))
        and _name_after_place(article, i, end)
    ):
        return "place"
    if organization_word(article, i) and features[i] & CAPITAL and low not in lex.given:
        return "organization"
    if features[i] & CAPITAL and not place_length(article, i, end) and low not in lex.fields:
        return "name"
    if features[i] & CAPITAL and (low in lex.given or low in article.short_names):
        return "name"
    return ""


_MAY_BE_ADDED = CAPITAL | STARTER


def _name_after_place(article: Article, i: int, end: int) -> bool:
    """*Lurah Karang, Kecamatan Melur, Rahma Wulandari*: a place between the role and the name."""
    words, features = article.words, article.features
    j = i
    for _ in range(_PLACES):
        k = j
        while j < end and j < k + 6 and features[j] & ALPHA and features[j] & CAPITAL:
            j += 1
        if j == k or j + 1 >= end or words[j] != "," or not features[j + 1] & CAPITAL:
            return False
        if features[j + 1] & NAME:
            return True
        j += 1
        if not (article.lows[j] in REGIONS or place_length(article, j, end)):
            return False
    return False

"""Where a source phrase ends, and the segments into which commas and brackets divide it.

*Rahma Wulandari (45), Kepala Dinas Kesehatan, Perumahan, dan Permukiman,* | *mengatakan*: some commas part segments,
some stand inside the name of a post, the last one ends the phrase.
"""

from __future__ import annotations

from qattr.article import Article
from qattr.bodies import body_goes_on
from qattr.kinds import (
    ACRONYM,
    ADVERB,
    ALNUM,
    ALPHA,
    APART,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HUMAN,
    LOWER,
    MONTH,
    NAME,
    PREDICATE,
    PREPOSITION,
    ROLE,
    STARTER,
    STOP,
    TITLES,
    UPPER,
    is_capital,
)
from qattr.morphology import verb_like
from qattr.names import behind_degrees, name_start, strong_name, unknown_name
from qattr.vocabulary import (
    ARTICLES,
    CAPITAL_ONLY,
    CREDITS,
    DESCRIBES,
    DETERMINERS,
    ENGLISH_LINKS,
    HUMANS,
    IN_POSTS,
    NAMED,
    NEEDS_A_NAME,
    NO_CUES,
    OFFICES,
    PAPERS,
    PARTICLES,
    PLURALS,
    REGIONS,
    REGIONS_AND_ROADS,
    SOMEBODYS,
)
from qattr.words import (
    Range,
    body_word,
    capitals_end,
    contains_role,
    field_word,
    no_person,
    opens_predicate,
    ordinal,
    place_length,
    role_word,
    title_word,
)

CAPITAL_WORD = CAPITAL | ALPHA
CAPITAL_MASK = CAPITAL_WORD | APART
"""A word that goes on with the capitals before it has of these bits those of :data:`CAPITAL_WORD`."""
_BRACKET = 12
_PLACES = 4


def split_phrase(
    article: Article, i: int, end: int, known: frozenset[str]
) -> tuple[list[Range], int, list[tuple[int, Range]]]:
    """The parts of a phrase (*Rahma Wulandari* | *peneliti senior*), where it ends, and its brackets."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    segments: list[Range] = []
    brackets: list[tuple[int, Range]] = []
    start = j = i
    acronym = kinds[i] & ACRONYM  # the segment begins with one
    named = False  # a segment with a name has been closed
    roled = False
    while j < end:
        kind = kinds[j]
        if kind & CAPITAL_MASK == CAPITAL_WORD and not acronym:
            j += 1  # Kepala Dinas Kesehatan Rahma Wulandari
            continue
        if kind & ALNUM:
            if (
                kind & STARTER
                and not named
                and j > start
                and (lows[j] in ("salah", "seorang") or (kind & LOWER and lex.roles.get(lows[j]) == "trade"))
                and (kinds[j - 1] & CAPITAL or words[j - 1] == ")")
                and not role_word(article, start)
                and kinds[start] & NAME
            ):
                segments.append((start, j))  # Tarno salah satu warga: no comma before the description
                named, start, acronym = True, j, kind & ACRONYM
            if not _continues(article, start, j, end, known):
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
        if word == "/" and j > start and kinds[j - 1] & NAME and j + 1 < end and kinds[j + 1] & NAME:
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
            behind = kinds[j + 1] if j + 1 < end else 0
            if j == start or (behind & ALPHA and not behind & _MAY_BE_ADDED and lows[j + 1] not in ("dan", "and")):
                break
            if behind & CAPITAL:
                after = behind_degrees(article, j + 1, end)
                if after > j + 1:
                    j = after  # Rahma, S.H.
                    continue
            headed = role_word(article, start) or lows[start] in HUMANS or lows[start] in ARTICLES
            if (headed or (body_word(article, start) and kinds[start] & CAPITAL)) and _list_goes_on(article, j, end):
                j += 1
                continue
            if j + 3 < end and words[j + 1][0].isdigit() and lows[j + 2] == "tahun" and words[j + 3] == ",":
                brackets.append((j, (j + 1, j + 3)))  # Sutarmi, 47 tahun, warga …: an age
                if j > start:
                    segments.append((start, j))
                named, start, j = named or not headed, j + 4, j + 4
                acronym = j < end and kinds[j] & ACRONYM
                continue
            follows = _apposition(article, start, j, end, named, roled, known)
            if not follows:
                break
            if follows == "place":
                j += 1
                continue
            is_role = headed or (body_word(article, start) and contains_role(article, start, j))
            segments.append((start, j))
            if (not is_role and not (follows == "name" and roled)) or (
                name_start(article, start, j, known) < j and follows not in ("name", "body")
            ):
                named = True
            if is_role:
                roled = True
            start = j = j + 1
            acronym = j < end and kinds[j] & ACRONYM
            continue
        if not _continues(article, start, j, end, known):
            break
        j += 1
    if j > start:
        segments.append((start, j))
    if len(segments) > 1 and kinds[start] & LOWER and j < end and kinds[j] & ALPHA and opens_predicate(article, j):
        segments.pop()  # Menurut Rahma, korban diduga terpeleset: the subject of the clause, no apposition
        j = start - (words[start - 1] == ",")
    return segments, j, brackets


def _bracket_end(article: Article, j: int, end: int) -> int | None:
    for k in range(j + 1, min(end, j + _BRACKET)):
        if article.words[k] in ")]":
            return k
    return None


def _list_goes_on(article: Article, comma: int, end: int) -> bool:
    """*Kepala Pusat Data, Informasi, dan Komunikasi …*: a comma inside the name of a post."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    i = comma + 1
    if i + 1 < end and lows[i] in ("dan", "and"):
        return bool(kinds[i + 1] & CAPITAL) and no_person(article, i + 1) and no_person(article, comma - 1)
    if i >= end or not kinds[i] & CAPITAL or not no_person(article, i) or lows[i] in lex.days:
        return False
    for k in range(i + 1, min(end, i + 12)):
        if lows[k] in ("dan", "and"):
            behind = k + 1 < end and bool(kinds[k + 1] & CAPITAL)
            return behind and (no_person(article, k + 1) or lows[k + 1] in lex.fields)
        if (
            not (kinds[k] & CAPITAL or words[k] == ",")
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


def _apposition(
    article: Article, start: int, comma: int, end: int, named: bool, roled: bool, known: frozenset[str]
) -> str:
    """What the words behind a comma add to the phrase: ``"role"``, ``"name"``, ``"body"`` or nothing."""
    words, lows, kinds = article.words, article.lows, article.kinds
    i = comma + 1
    if i >= end or not kinds[i] & ALPHA or not kinds[i] & _MAY_BE_ADDED:
        return ""
    low = lows[i]
    lex = article.lexicon
    if kinds[i] & (DAY | MONTH) or (kinds[i] & STOP and not kinds[i] & CAPITAL):
        return ""
    if low in PLURALS:
        return ""  # Menurut Rahma, para pedagang …: the clause begins
    if title_word(article, i) and not named and body_word(article, start) and not role_word(article, start):
        return "name"  # kata Ditreskrimsus Polda Melur, Kombes Hendra
    headed = (
        role_word(article, start)
        or lows[start] in HUMANS
        or lows[start] in ARTICLES
        or (body_word(article, start) and contains_role(article, start, comma))
    )
    if not headed and i + 2 < end and lows[i + 1] in NAMED and lows[i + 2] not in ("asli", "lengkap"):
        return ""  # Menurut Rahma, pasien bernama Tarno …: somebody else
    if not headed and roled and not named and body_word(article, start):
        has_name = False  # Dosen Jurusan Hukum, Universitas Melur, Rahma: the name is still to come
    else:
        has_name = named or not headed or strong_name(article, start, comma, known)
    if (
        has_name
        and headed
        and not named
        and lows[start] in SOMEBODYS
        and kinds[i] & CAPITAL
        and kinds[i] & NAME
        and low not in lex.days
    ):
        has_name = False  # kuasa hukum Arya, Rudi Muchtar: the first name is the client's
    elif has_name and headed and not named and (low in lex.given or low in known or title_word(article, i)):
        # General Manager Persada Rudi Hartono / General Manager Persada, Rudi Hartono: the second name is the surer one
        split = name_start(article, start, comma, known)
        has_name = title_word(article, split - 1) or lows[split] in known
    elif (
        has_name
        and headed
        and not named
        and kinds[i] & CAPITAL
        and i + 1 < end
        and kinds[i] & NAME
        and kinds[i + 1] & NAME
    ):
        # manajer Surya, Willi Santoso: one word behind the post is whose manager it is
        split = name_start(article, start, comma, known)
        apart = any(words[k] in ("dari", "di", "pada") for k in range(split, comma))
        has_name = not apart and (split != comma - 1 or title_word(article, split - 1))
    if role_word(article, i) or (low in HUMANS and not kinds[i] & CAPITAL) or low in ("salah", "seorang", "selaku"):
        if not has_name:
            # "Kepala Dinas, Sekretaris Dinas": two posts in a row want a name
            return "role"
        if kinds[i] & CAPITAL and (i in article.starts_paragraph or (headed and not named)):
            return ""  # Menteri Sosial Rahma, Menteri Agama Hasan: the next of a list of people
        return "role"
    if (
        not named
        and not headed
        and lows[start] in DESCRIBES
        and not kinds[start] & CAPITAL
        and kinds[i] & CAPITAL
        and not place_length(article, i, end)
    ):
        return "name"  # kantor berita Andara Selatan, Nusa News, melaporkan
    if has_name:
        if roled and named and not headed:
            return ""
        if (
            headed
            and not named
            and body_word(article, i)
            and kinds[i] & CAPITAL
            and not strong_name(article, start, comma, known)
        ):
            return "body"
        if headed and named and body_word(article, i) and kinds[i] & CAPITAL and low not in lex.places:
            return "body"
        return ""
    if title_word(article, i):
        return "name"
    if kinds[i] & CAPITAL and (low in REGIONS or place_length(article, i, end)) and _name_behind_place(article, i, end):
        return "place"
    if body_word(article, i) and kinds[i] & CAPITAL and low not in lex.given:
        return "body"
    if kinds[i] & CAPITAL and not place_length(article, i, end) and low not in lex.fields:
        return "name"
    if kinds[i] & CAPITAL and (low in lex.given or low in known):
        return "name"
    return ""


_MAY_BE_ADDED = CAPITAL | STARTER


def _name_behind_place(article: Article, i: int, end: int) -> bool:
    """*Lurah Karang, Kecamatan Melur, Rahma Wulandari*: a place between the post and the name."""
    words, kinds = article.words, article.kinds
    j = i
    for _ in range(_PLACES):
        k = j
        while j < end and j < k + 6 and kinds[j] & ALPHA and kinds[j] & CAPITAL:
            j += 1
        if j == k or j + 1 >= end or words[j] != "," or not kinds[j + 1] & CAPITAL:
            return False
        if kinds[j + 1] & NAME:
            return True
        j += 1
        if not (article.lows[j] in REGIONS or place_length(article, j, end)):
            return False
    return False


def _continues(article: Article, start: int, j: int, end: int, known: frozenset[str]) -> bool:
    """Whether word ``j`` belongs to the segment that began at ``start``."""
    lows, kinds, lex = article.lows, article.kinds, article.lexicon
    kind, low = kinds[j], lows[j]
    if kind & CAPITAL_WORD == CAPITAL_WORD:
        return _capital_continues(article, start, j, end)
    if kind & _ENDS_PHRASE and kind & ALPHA and not kind & STARTER and low not in _GOES_ON:
        return False  # Kepala Dinas Kesehatan / mengatakan
    if j == start:
        return bool(kind & STARTER) and (
            low in ARTICLES
            or low in lex.titles
            or role_word(article, j)
            or low in lex.bodies
            or low in HUMANS
            or low in PAPERS
        )
    back = _word_before(article, start, j) if lows[j - 1] == ")" else j - 1
    behind = kinds[j + 1] if j + 1 < end else 0
    prior = lows[back]
    if not kind & ALNUM:
        if low == ".":
            return _dot_continues(article, back, j, end)
        return low in "/&-\u2013'\u2019" and bool(behind & kinds[back] & CAPITAL)
    if not kind & ALPHA:
        return (
            low[0].isdigit()
            and _headed(article, start, j)
            and (not kinds[j - 1] & NAME or prior in ("urut", "nomor") or prior in lex.months)
            and not (j > start + 1 and lows[j - 1] in lex.times)
        )
    if behind & kinds[back] & CAPITAL and ((low in PARTICLES and low not in ("di", "da")) or low in ENGLISH_LINKS):
        return True
    if prior == "yang" and low in ("juga", "sekaligus"):
        return True
    if not kinds[start] & _SOMEBODY and not _headed(article, start, j):
        return False
    if low in _LINKS:
        linked = _link_continues(article, start, back, j, end, known)
        if linked is not None:
            return linked
    elif kind & _ENDS_PHRASE and not kind & STARTER:
        return False
    if ordinal(low):
        return True  # Presiden ke-5
    if kind & TITLES and (behind & CAPITAL or (behind and lows[j + 1] == ".")):
        return True
    if (
        kind & CUE
        and lex.cues[low][2] != "noun"
        and low not in lex.fields
        and not (low == "berita" and prior == "kantor")
    ):
        return False
    if low in DETERMINERS or (kind & PREDICATE and verb_like(low) and low not in lex.roles and low not in lex.titles):
        return False
    if low in ("beserta", "bersama", "rombongan", "angkat"):
        return False
    tail_is_name = bool(kinds[back] & NAME)
    if low in ("dari", "di", "pada", "asal", "bidang"):
        return _preposition_continues(article, start, j, end, known, tail_is_name)
    if j == start + 1 and low in IN_POSTS:
        return True
    if kind & _BREAKS_OFF or low in lex.pronouns or low in lex.predicates:
        return False
    if (
        kinds[start] & CAPITAL
        and not role_word(article, start)
        and lows[start] not in HUMANS
        and any(kinds[k] & CAPITAL for k in range(start + 1, j))
    ):
        return False  # Partai Persada / menang: the name of a body is over
    return not tail_is_name or (
        not kinds[start] & CAPITAL
        and lows[j - 1] not in lex.given
        and lows[j - 1] not in known
        and not unknown_name(article, start, j)
    )


_LINKS = frozenset(("sekaligus", "merangkap", "yang", "juga", "dan", "serta", "and", "untuk", "bidang"))
_LINKS |= frozenset(("setempat", "sekitar", "dari", "di", "pada", "asal")) | NAMED | IN_POSTS
"""Small words that may go on inside a post."""
_GOES_ON = _LINKS | PARTICLES | ENGLISH_LINKS
"""Of the words that end a phrase, those that may go on with it as well."""
_SOMEBODY = ROLE | HUMAN
_ENDS_PHRASE = STOP | PREPOSITION | PREDICATE
_BREAKS_OFF = STOP | PREPOSITION | ADVERB


def _dot_continues(article: Article, back: int, j: int, end: int) -> bool:
    """Whether the full stop at ``j`` belongs to the word before it, at ``back``: *Sara K. Lubis*, *dr. Rahma*."""
    if j + 1 >= end or not article.kinds[back] & (APART | STARTER):
        return False
    before, prior, lex = article.words[back], article.lows[back], article.lexicon
    if (len(before) == 1 and before.isupper()) or prior in lex.abbreviations or prior in lex.titles:
        follows = article.kinds[j + 1] & UPPER or article.lows[j + 1] in (",", "(")
        return bool(follows) and j + 1 not in article.starts_paragraph
    return False


def _link_continues(article: Article, start: int, back: int, j: int, end: int, known: frozenset[str]) -> bool | None:
    """Whether the small word at ``j`` (*dan*, *yang juga*, *bidang*) goes on inside a post; ``None`` where it is to be
    judged as any other word.  ``back`` is the word before it, a bracket left out."""
    lows, kinds = article.lows, article.kinds
    low, prior = lows[j], lows[back]
    follows = lows[j + 1] if j + 1 < end else ""
    capital = bool(follows) and bool(kinds[j + 1] & CAPITAL)
    if low in ("sekaligus", "merangkap") and follows and role_word(article, j + 1):
        return True
    if low == "yang" and j + 2 < end and follows in ("juga", "sekaligus") and role_word(article, j + 2):
        return True
    if low in ("dan", "serta") and follows == "juga":
        return j + 2 < end and role_word(article, j + 2)
    if prior == "dan" and low == "juga":
        return bool(follows) and role_word(article, j + 1)
    if low in ("dan", "serta") or (low == "and" and prior == ","):
        return bool(follows) and _and_continues(article, start, back, j, end, known)
    if low == "untuk" and capital and kinds[back] & CAPITAL and not kinds[j - 1] & NAME:
        return True
    if low == "bidang" and capital:
        return not kinds[back] & NAME or any(body_word(article, k) for k in range(start + 1, back))
    if low in ("setempat", "sekitar") and not kinds[back] & NAME:
        return True  # tokoh masyarakat setempat, Hasan
    if low in NAMED and capital:
        return True
    return None


def _headed(article: Article, start: int, j: int) -> bool:
    """Whether the words ``start``-``j`` begin with a post, a body or a common noun, or hold a post."""
    kind, low = article.kinds[start], article.lows[start]
    if kind & _SOMEBODY:
        return True
    begins = kind & STARTER and (
        role_word(article, start) or low in article.lexicon.bodies or low in ARTICLES or low in PAPERS
    )
    return bool(begins) or contains_role(article, start, j)


def _word_before(article: Article, start: int, j: int) -> int:
    """The word before ``j``, a bracket left out: *Sosial* in *Menteri Sosial (Mensos) dan*."""
    words, back = article.words, j - 1
    if words[back] == ")":
        while back > start and words[back] != "(":
            back -= 1
        back = max(start, back - 1)
    return back


def _capital_continues(article: Article, start: int, j: int, end: int) -> bool:
    """Whether the capitalized word ``j`` belongs to the segment; days, cues and a person behind an acronym do not."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    kind, low = kinds[j], lows[j]
    if kind & DAY:
        return False
    if low in CREDITS and j + 1 < end and words[j + 1] == ":":
        return False  # Head of Marketing Persada Foto: the credit of a picture
    if j == start:
        return True
    if kind & MONTH:
        site = (
            words[j - 1].isdigit() and j - 1 > start and (body_word(article, j - 2) or lows[j - 2] in REGIONS_AND_ROADS)
        )
        return site and bool(kinds[j - 2] & CAPITAL)  # pedagang di Pasar 23 Maret
    if low in DETERMINERS or (low in ("juga", "pun", "telah") and not kind & GIVEN):
        return False
    if (
        kind & GIVEN
        and kinds[start] & ACRONYM
        and lows[start] not in NEEDS_A_NAME
        and body_word(article, start)
        and not contains_role(article, start, j)
    ):
        return False
    if (
        kinds[j - 1] & ACRONYM
        and kinds[start] & ACRONYM
        and body_word(article, start)
        and lows[start] not in NEEDS_A_NAME
        and kind & NAME
        and j + 1 < end
        and kinds[j + 1] & NAME
    ):
        return False  # KPR Rahma Wulandari: a body, then a person
    return not (
        kind & CUE
        and lex.cues[low][2] in ("active", "prep", "prep_nya")
        and not kind & GIVEN
        and f"{lows[j - 1]} {low}" not in NO_CUES
    )


def _and_continues(article: Article, start: int, back: int, j: int, end: int, known: frozenset[str]) -> bool:
    """Whether the *dan* at ``j`` joins parts of one post or body (*Pekerjaan Umum dan Permukiman*) rather than people;
    ``back`` is the word before it, a bracket left out."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    before, nxt = words[back], words[j + 1]
    if before == ",":
        return is_capital(nxt)  # _list_goes_on has looked
    if ordinal(lows[back]) and ordinal(lows[j + 1]):
        return True  # Wakil Presiden ke-10 dan ke-12
    if before[0].islower() and lows[j + 1] in lex.places and not kinds[start] & CAPITAL:
        return True  # legenda sepak bola dunia dan Italia
    if (
        nxt[0].islower()
        and (before[0].islower() or back == start)
        and role_word(article, j + 1)
        and role_word(article, start)
    ):
        return True  # ekonom dan pemerhati kebijakan
    if before[0].islower() and nxt[0].islower() and lex.roles.get(lows[start]) == "trade":
        return field_word(article, back) and field_word(article, j + 1)  # peneliti hukum dan studi agraria
    if is_capital(before) and is_capital(nxt):
        if lex.roles.get(lows[j + 1]) == "post" and strong_name(article, start, j, known):
            return False  # Gubernur Melur Rahma dan Gubernur Andara Hasan
        if no_person(article, back) and no_person(article, j + 1) and capitals_end(article, j + 1, end) > j + 2:
            return True
        return ((field_word(article, back) or field_word(article, j + 1)) and lows[j + 1] not in known) or (
            lows[start] in lex.bodies and body_goes_on(article, start)
        )
    return False


def _holds_name(article: Article, i: int, j: int, known: frozenset[str], surely: bool) -> bool:
    return strong_name(article, i, j, known) if surely else name_start(article, i, j, known) < j


def _run_end(article: Article, i: int, end: int) -> int:
    """Behind the capitalized words at ``i``, over a *dan* between two of them."""
    j = capitals_end(article, i, end)
    while j + 1 < end and article.lows[j] == "dan" and article.kinds[j + 1] & CAPITAL:
        j = capitals_end(article, j + 1, end)
    return j


def _preposition_continues(
    article: Article, start: int, j: int, end: int, known: frozenset[str], tail_is_name: bool
) -> bool:
    """Whether *dari*, *di*, *asal* at ``j`` leads to where somebody works or comes from (*pedagang di Pasar Induk*)."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    low, prior = lows[j], lows[_word_before(article, start, j)]
    nxt = words[j + 1] if j + 1 < end else ""
    kind = lex.roles.get(lows[start])
    if low == "dari" and lows[start] in OFFICES:
        return False  # kata Presiden dari Istana Melur
    if (
        low in ("di", "pada", "dari")
        and kind == "post"
        and nxt
        and is_capital(nxt)
        and body_word(article, j + 1)
        and _holds_name(article, j + 1, _run_end(article, j + 1, end), known, tail_is_name)
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
    lower_head = not kinds[start] & CAPITAL
    if tail_is_name and kind is not None and not (lower_head and prior not in lex.given and prior not in known):
        return False
    if not (nxt and (kind in ("trade", "kin") or lows[start] in HUMANS or lows[start] in ARTICLES)):
        return False
    if low == "dari":
        return kind == "kin" or is_capital(nxt)
    if low == "asal":
        return is_capital(nxt)
    if low in ("di", "dari") and lows[j + 1] in REGIONS_AND_ROADS and j + 2 < end and kinds[j + 2] & CAPITAL:
        return True  # pedagang di jalan Melur
    return is_capital(nxt) and (
        body_word(article, j + 1) or lows[j + 1] in ("pasar", "desa", "kampung", "kawasan", "perumahan", "jalan")
    )

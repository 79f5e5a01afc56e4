"""The body inside a post, and runs of capitals that are a body rather than a person.

*Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*, *Direktur Utama* | *Persada Nusantara*.
"""

from __future__ import annotations

from qattr.lexicon.vocabulary import (
    COMPLETE_POSTS,
    ENGLISH_POSTS,
    LAST_WORDS,
    NO_ACRONYM,
    NO_BODY_BEFORE,
    OF_A_BODY,
    ORGAN_LEVELS,
    ORGANS,
    PARTS,
    ROMAN,
    TERRITORY,
    UNIT_LIKE,
    WHOLE_POSTS,
    WHOLES,
)
from qattr.mentions.word_questions import Range, field_word, place_length
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALPHA, BODY, CAPITAL, FIELD, GIVEN, LOWER, PLACE, is_capital


def body_ranges(article: Article, i: int, j: int) -> tuple[Range, ...]:
    """The body inside a post's words ``i``-``j``: *Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*.

    Post and territory or portfolio are one (*Wali Kota Melur*, *Menteri Keuangan*), and so are post and unit, and a
    post that goes on behind the body (*Wakil Ketua Kadin bidang Pangan*, *Anggota DPR dari Fraksi Persada*)."""
    body, end = _body_of(article, i, j)
    if body is None or (end < j and (_field_follows(article, end) or _party_follows(article, end, j))):
        return ()
    return (body,)


def held_body(article: Article, i: int, j: int) -> Range | None:
    """The body of a post, also where it stands inside: *Kadin* in *Wakil Ketua Kadin bidang Pangan*."""
    return _body_of(article, i, j)[0]


def _body_of(article: Article, i: int, j: int) -> tuple[Range | None, int]:
    """The body of a post and where its name ends; ``j`` where it has none."""
    lows, lex, kinds = article.lows, article.lexicon, article.kinds
    head = i
    while head < j and (lows[head] in lex.role_modifiers or lows[head] == "sang"):
        head += 1
    if head >= j or (not WHOLE_POSTS.isdisjoint(lows[head : min(j, head + 3)]) and lows[head] != "deputi"):
        return None, j
    end = j if _GOES_ON_WITH.isdisjoint(lows[head + 2 : j]) else _body_end(article, head, j)
    if end < j and lows[end] == "dari" and end + 1 < j and not _party_follows(article, end, j):
        begin = _body_at(article, end + 1, j)
        if begin is not None:
            return (begin, j), j  # anggota Tim Peneliti Gempa dari Universitas Melur
    begin = _behind_organ(article, head, end)
    if begin is None:
        begin = _body_at(article, head + 1, end)
    if begin is None or begin > head + 2:
        begin = _behind_complete(article, head, end) or begin
    if begin is not None and lows[begin] in LAST_WORDS:
        while (
            begin > head + 1
            and kinds[begin - 1] & CAPITAL
            and kinds[begin - 1] & ALPHA
            and lows[begin - 1] not in lex.roles
            and not (lows[begin - 1] in lex.fields and lows[begin - 1] not in lex.places)
        ):
            begin -= 1
    if begin is None:
        begin = _foreign_body(article, head, end)
    return ((begin, end), end) if begin is not None else (None, j)


_GOES_ON_WITH = frozenset(["bidang", "dari", "untuk"])


def _body_end(article: Article, head: int, j: int) -> int:
    """Where the body ends because the post goes on: *Wakil Ketua Kadin* | *bidang Pangan*; ``j`` where it does not."""
    lows, kinds = article.lows, article.kinds
    for m in range(head + 2, j):
        if (
            lows[m] in _GOES_ON_WITH
            and (kinds[m] & LOWER or lows[m] == "bidang")
            and lows[m - 1] not in NO_BODY_BEFORE
            and lows[m - 1] != "koordinator"
            and _body_at(article, head + 1, m) is not None
        ):
            return m
    return j


def _field_follows(article: Article, end: int) -> bool:
    """*Wakil Ketua Kadin* | *bidang Pangan*, *Juru Bicara Pemda* | *untuk Penanganan Wabah*."""
    return article.lows[end] in ("bidang", "untuk")


def _party_follows(article: Article, end: int, j: int) -> bool:
    """*Anggota Komisi II DPR* | *dari Fraksi Persada*."""
    return end + 1 < j and article.lows[end] == "dari" and article.lows[end + 1] in ("fraksi", "partai")


_ORGANS_BEGIN = frozenset(name.split(" ", 1)[0] for name in ORGANS)


def _behind_organ(article: Article, head: int, j: int) -> int | None:
    """The body behind the organ of an association: *Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* |
    *Persada*; behind a longer post the organ begins the body: *Ketua Umum* | *Pengurus Besar Ikatan Bidan*."""
    lows, kinds = article.lows, article.kinds
    for k in (head + 1, head + 2):
        if k >= j - 1 or not kinds[k] & CAPITAL:
            return None
        if lows[k] not in _ORGANS_BEGIN:
            continue
        two = f"{lows[k]} {lows[k + 1]}"
        size = 1 if lows[k] in ORGANS else 2 if two in ORGANS else 0
        if not size:
            continue
        behind = k + size
        if behind < j and lows[behind] in ORGAN_LEVELS:
            behind += 1
        if behind >= j or not kinds[behind] & CAPITAL or not kinds[behind] & ALPHA or lows[behind] in NO_ACRONYM:
            return None
        place = place_length(article, behind, j)
        if place and behind + place >= j:
            return None
        return behind if k == head + 1 else k
    return None


def _behind_complete(article: Article, head: int, j: int) -> int | None:
    """The body behind a post that needs no unit: *Direktur Utama* | *Kawasan Industri Melur*."""
    lows, kinds = article.lows, article.kinds
    k = head + 2
    if k >= j or not kinds[k] & CAPITAL or not kinds[k] & ALPHA:
        return None
    if f"{lows[head]} {lows[head + 1]}" not in COMPLETE_POSTS or lows[k] == "bidang":
        return None
    return k if lows[k] not in NO_ACRONYM else None


def _body_at(article: Article, i: int, j: int) -> int | None:
    """The word between ``i`` and ``j`` at which the name of a body begins, behind the units that belong to the post."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    short_forms = article.acronyms
    for k, written in enumerate(kinds[i:j], i):
        if written & _CAPITAL_WORD != _CAPITAL_WORD or words[k - 1] == "(":
            continue
        low = lows[k]
        if not (written & _MAY_BE_BODY or low in short_forms or low in _UNITS_BEGIN):
            continue  # most words
        if low in TERRITORY:
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
            whole = next((m for m in range(k + 2, j) if lows[m] in WHOLES and kinds[m] & CAPITAL), None)
            return k if whole is None else whole
        if kind == "body":
            return k
        if (
            kind is None
            and (
                low in short_forms
                or (low in lex.acronyms and (len(low) > 4 or words[k].isupper()))
                or (written & ACRONYM and low not in lex.fields)
            )
            and low not in NO_ACRONYM
            and low not in lex.role_abbreviations
            and low not in lex.places
            and low not in lex.roles
            and low not in ROMAN
        ):
            return k
    return None


_CAPITAL_WORD = CAPITAL | ALPHA
_MAY_BE_BODY = BODY | ACRONYM | GIVEN
_UNITS_BEGIN = frozenset(name.split(" ", 1)[0] for name in UNIT_LIKE) | {"satuan"}


def _foreign_body(article: Article, head: int, j: int) -> int | None:
    """The body of a post that names no body noun: *Direktur Utama* | *Persada Nusantara*, *CEO* | *Kopikita*."""
    if head + 1 >= j:
        return None
    words, lows, lex = article.words, article.lows, article.lexicon
    if not (lex.roles.get(lows[head]) == "trade" or lows[head] in ENGLISH_POSTS or lows[head] in OF_A_BODY):
        return None
    for k in range(head + 1, j):
        low, word = lows[k], words[k]
        if (
            not (word[0].isalpha() and is_capital(word))
            or words[k - 1] == "("
            or field_word(article, k)
            or low in lex.roles
            or low in lex.role_modifiers
            or low in TERRITORY
        ):
            continue
        if low in lex.bodies or low in ("utama", "jenderal", "eksekutif") or place_length(article, k, j):
            continue
        return k if not any(words[m] == "," for m in range(k, j)) else None
    return None


def looks_like_body(article: Article, i: int, j: int) -> bool:
    """A capitalized run that reads like a body: *Yonhap News*, *The Fed*, *MNC Sekuritas*."""
    lows, lex, words = article.lows, article.lexicon, article.words
    if lows[i] == "the" or words[i].endswith((".com", ".id", ".co")):
        return True
    if j - i == 1:
        if article.kinds[i] & (CAPITAL | BODY | PLACE) == CAPITAL:
            return False  # most names
        spelled = words[i].isupper() or (len(lows[i]) > 4 and lows[i] not in lex.given)
        return (lows[i] in lex.acronyms and spelled) or (lows[i] in lex.places and lows[i] not in lex.given)
    for k, kind in enumerate(article.kinds[i:j], i):
        if not kind & _OF_A_BODY or kind & GIVEN:
            continue  # most words
        if lows[k] in lex.bodies or lows[k] in lex.fields or lows[k] in lex.places:
            return True
    return False


_OF_A_BODY = BODY | FIELD | PLACE


def body_goes_on(article: Article, start: int) -> bool:
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

"""The organization inside a role, and runs of capitals that are an organization rather than a person.

*Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*, *Direktur Utama* | *Persada Nusantara*.
"""

from __future__ import annotations

from qattr.lexicon.vocabulary import (
    COMPLETE_ROLES,
    ENGLISH_ROLES,
    LAST_WORDS,
    NO_ACRONYM,
    NO_ORGANIZATION_BEFORE,
    OF_A_ORGANIZATION,
    ORGAN_LEVELS,
    ORGANS,
    PARTS,
    ROMAN,
    TERRITORY,
    UNIT_LIKE,
    WHOLE_ROLES,
    WHOLES,
)
from qattr.mentions.word_questions import Range, field_word, place_length
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALPHA, CAPITAL, FIELD, GIVEN, LOWER, ORGANIZATION, PLACE, is_capital


def organization_ranges(article: Article, i: int, j: int) -> tuple[Range, ...]:
    """The organization inside a role's words ``i``-``j``: *Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* |
    *Polda Melur*.

    Role and territory or portfolio are one (*Wali Kota Melur*, *Menteri Keuangan*), and so are role and unit, and a
    role that goes on after the organization (*Wakil Ketua Kadin bidang Pangan*, *Anggota DPR dari Fraksi Persada*)."""
    organization, end = _organization_of(article, i, j)
    if organization is None or (end < j and (_field_follows(article, end) or _party_follows(article, end, j))):
        return ()
    return (organization,)


def held_organization(article: Article, i: int, j: int) -> Range | None:
    """The organization of a role, also where it stands inside: *Kadin* in *Wakil Ketua Kadin bidang Pangan*."""
    return _organization_of(article, i, j)[0]


def _organization_of(article: Article, i: int, j: int) -> tuple[Range | None, int]:
    """The organization of a role and where its name ends; ``j`` where it has none."""
    lows, lex, features = article.lows, article.lexicon, article.features
    head = i
    while head < j and (lows[head] in lex.role_modifiers or lows[head] == "sang"):
        head += 1
    if head >= j or (not WHOLE_ROLES.isdisjoint(lows[head : min(j, head + 3)]) and lows[head] != "deputi"):
        return None, j
    end = j if _GOES_ON_WITH.isdisjoint(lows[head + 2 : j]) else _organization_end(article, head, j)
    if end < j and lows[end] == "dari" and end + 1 < j and not _party_follows(article, end, j):
        begin = _organization_at(article, end + 1, j)
        if begin is not None:
            return (begin, j), j  # anggota Tim Peneliti Gempa dari Universitas Melur
    begin = _after_organ(article, head, end)
    if begin is None:
        begin = _organization_at(article, head + 1, end)
    if begin is None or begin > head + 2:
        begin = _after_complete(article, head, end) or begin
    if begin is not None and lows[begin] in LAST_WORDS:
        while (
            begin > head + 1
            and features[begin - 1] & CAPITAL
            and features[begin - 1] & ALPHA
            and lows[begin - 1] not in lex.roles
            and not (lows[begin - 1] in lex.fields and lows[begin - 1] not in lex.places)
        ):
            begin -= 1
    if begin is None:
        begin = _foreign_organization(article, head, end)
    return ((begin, end), end) if begin is not None else (None, j)


_GOES_ON_WITH = frozenset(["bidang", "dari", "untuk"])


def _organization_end(article: Article, head: int, j: int) -> int:
    """Where the organization ends because the role goes on: *Wakil Ketua Kadin* | *bidang Pangan*; ``j`` where it
    does not."""
    lows, features = article.lows, article.features
    for m in range(head + 2, j):
        if (
            lows[m] in _GOES_ON_WITH
            and (features[m] & LOWER or lows[m] == "bidang")
            and lows[m - 1] not in NO_ORGANIZATION_BEFORE
            and lows[m - 1] != "koordinator"
            and _organization_at(article, head + 1, m) is not None
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


def _after_organ(article: Article, head: int, j: int) -> int | None:
    """The organization after the organ of an association: *Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* |
    *Persada*; after a longer role the organ begins the organization: *Ketua Umum* | *Pengurus Besar Ikatan Bidan*."""
    lows, features = article.lows, article.features
    for k in (head + 1, head + 2):
        if k >= j - 1 or not features[k] & CAPITAL:
            return None
        if lows[k] not in _ORGANS_BEGIN:
            continue
        two = f"{lows[k]} {lows[k + 1]}"
        size = 1 if lows[k] in ORGANS else 2 if two in ORGANS else 0
        if not size:
            continue
        after = k + size
        if after < j and lows[after] in ORGAN_LEVELS:
            after += 1
        if after >= j or not features[after] & CAPITAL or not features[after] & ALPHA or lows[after] in NO_ACRONYM:
            return None
        place = place_length(article, after, j)
        if place and after + place >= j:
            return None
        return after if k == head + 1 else k
    return None


def _after_complete(article: Article, head: int, j: int) -> int | None:
    """The organization after a role that needs no unit: *Direktur Utama* | *Kawasan Industri Melur*."""
    lows, features = article.lows, article.features
    k = head + 2
    if k >= j or not features[k] & CAPITAL or not features[k] & ALPHA:
        return None
    if f"{lows[head]} {lows[head + 1]}" not in COMPLETE_ROLES or lows[k] == "bidang":
        return None
    return k if lows[k] not in NO_ACRONYM else None


def _organization_at(article: Article, i: int, j: int) -> int | None:
    """The word between ``i`` and ``j`` at which the name of an organization begins, after the units that belong to
    the role."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    short_forms = article.acronyms
    for k, written in enumerate(features[i:j], i):
        if written & _CAPITAL_WORD != _CAPITAL_WORD or words[k - 1] == "(":
            continue
        low = lows[k]
        if not (written & _MAY_BE_ORGANIZATION or low in short_forms or low in _UNITS_BEGIN):
            continue  # most words
        if low in TERRITORY:
            continue
        two = f"{low} {lows[k + 1]}" if k + 1 < j else low
        if two == "satuan tugas" or (lows[k - 1] in ("dari", "di", "pada") and low in lex.organizations):
            return k
        if (two in UNIT_LIKE or (low == "komisi" and k + 1 < j and lows[k + 1] in ROMAN)) and _organization_at(
            article, k + 2, j
        ) is not None:
            continue
        kind = lex.organizations.get(low)
        if kind == "organization" and low in PARTS:
            whole = next((m for m in range(k + 2, j) if lows[m] in WHOLES and features[m] & CAPITAL), None)
            return k if whole is None else whole
        if kind == "organization":
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
_MAY_BE_ORGANIZATION = ORGANIZATION | ACRONYM | GIVEN
_UNITS_BEGIN = frozenset(name.split(" ", 1)[0] for name in UNIT_LIKE) | {"satuan"}


def _foreign_organization(article: Article, head: int, j: int) -> int | None:
    """The organization of a role that names no organization noun: *Direktur Utama* | *Persada Nusantara*, *CEO* |
    *Kopikita*."""
    if head + 1 >= j:
        return None
    words, lows, lex = article.words, article.lows, article.lexicon
    if not (lex.roles.get(lows[head]) == "trade" or lows[head] in ENGLISH_ROLES or lows[head] in OF_A_ORGANIZATION):
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
        if low in lex.organizations or low in ("utama", "jenderal", "eksekutif") or place_length(article, k, j):
            continue
        return k if not any(words[m] == "," for m in range(k, j)) else None
    return None


def looks_like_organization(article: Article, i: int, j: int) -> bool:
    """A capitalized run that reads like an organization: *Yonhap News*, *The Fed*, *MNC Sekuritas*."""
    lows, lex, words = article.lows, article.lexicon, article.words
    if lows[i] == "the" or words[i].endswith((".com", ".id", ".co")):
        return True
    if j - i == 1:
        if article.features[i] & (CAPITAL | ORGANIZATION | PLACE) == CAPITAL:
            return False  # most names
        spelled = words[i].isupper() or (len(lows[i]) > 4 and lows[i] not in lex.given)
        return (lows[i] in lex.acronyms and spelled) or (lows[i] in lex.places and lows[i] not in lex.given)
    for k, kind in enumerate(article.features[i:j], i):
        if not kind & _OF_A_ORGANIZATION or kind & GIVEN:
            continue  # most words
        if lows[k] in lex.organizations or lows[k] in lex.fields or lows[k] in lex.places:
            return True
    return False


_OF_A_ORGANIZATION = ORGANIZATION | FIELD | PLACE


def organization_goes_on(article: Article, start: int) -> bool:
    """*Kementerian Koperasi dan Usaha Kecil*: the name of an organization goes on after *dan*."""
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

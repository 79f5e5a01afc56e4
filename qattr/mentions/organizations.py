"""The organization inside a role, and runs of capitals that are an organization rather than a person.

*Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*, *Direktur Utama* | *Persada Nusantara*.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.mentions.single_words import Range, field_word, place_length
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALPHA, CAPITAL, FIELD, GIVEN, LOWER, ORGANIZATION, PLACE

_CAPITAL_WORD = CAPITAL | ALPHA

# --------------------------------------------------------------------------- what kind of role it is

_WHOLE_ROLES = tagged("one_with", "territory")
"""*Menteri Keuangan*, *Wali Kota Melur*: one with their territory or portfolio."""
_COMPLETE_ROLES = tagged("complete", "role")
"""*Direktur Utama* | *Kawasan Industri Melur*: they need no unit, so that the rest is the organization."""
_OF_COMPANIES = tagged("of", "company") | tagged("english", "role")
"""*Direktur Persada*, *CEO Kopikita*: roles that the name of a company follows."""
_EXECUTIVE = tagged("extends", "executive")
"""*Direktur Utama*, *Direktur Eksekutif*."""
_OF_SUBJECTS = tagged("of", "subject_matter")
"""*peneliti bidang energi*: after them *bidang* and *dari* end no organization."""

# -------------------------------------------------------------------------------- what follows the role

_TERRITORY = tagged("inside", "role")
"""*Kepala Desa Melur*, *Kepala Stasiun Melur*: territories and sites that are part of the role."""
_UNITS = tagged("acts_as", "unit")
"""*Ketua Dewan Pimpinan* | *Partai Persada*: units that belong to the role before an organization."""
_PARTS = tagged("part", "organization")
"""*Komisi A*, *Fakultas Hukum*, *Fraksi Persada*: parts of an organization; …"""
_WHOLES = tagged("has", "parts")
"""… a part of one of these stays in the role: *Anggota Komisi A* | *DPRD Melur*."""
_ORGANS = tagged("organ", "association")
"""*Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* | *Partai Persada*."""
_ORGANS_BEGIN = frozenset(name.split(" ", 1)[0] for name in _ORGANS)
_ORGAN_LEVELS = tagged("level", "organ")
"""*Pusat*, *Wilayah*."""
_ENDS_ENGLISH_NAME = tagged("ends", "english_name")
"""*Melur Watch*: English nouns whose name stands before them."""
_COUNTRIES = tagged("is", "country")
"""*RI*: no organization, though written like one."""
_ROMAN = tagged("is", "roman_number")
_LEADS_TO_FIELD = tagged("leads", "field")
"""*Wakil Ketua Kadin* | *bidang Pangan*, *Juru Bicara Pemda* | *untuk Penanganan Wabah*."""
_GOES_ON_WITH = _LEADS_TO_FIELD | {"dari"}
_LEADS_TO_WORKPLACE = tagged("leads", "workplace")
_PARTIES = tagged("is", "party")


def organization_ranges(article: Article, i: int, j: int) -> tuple[Range, ...]:
    """*Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*: the organization inside a role's words
    ``i``-``j``.

    Role and territory or portfolio are one (*Wali Kota Melur*, *Menteri Keuangan*), and so are role and unit, and a
    role that goes on after the organization (*Wakil Ketua Kadin bidang Pangan*, *Anggota DPR dari Fraksi Persada*)."""
    organization, end = _organization_of(article, i, j)
    if organization is None:
        return ()
    role_goes_on = end < j and (article.lows[end] in _LEADS_TO_FIELD or _party_follows(article, end, j))
    return () if role_goes_on else (organization,)


def held_organization(article: Article, i: int, j: int) -> Range | None:
    """The organization of a role, also where it stands inside: *Kadin* in *Wakil Ketua Kadin bidang Pangan*."""
    return _organization_of(article, i, j)[0]


def _organization_of(article: Article, i: int, j: int) -> tuple[Range | None, int]:
    """*Wakil Ketua* | *Kadin* | *bidang Pangan*: the organization of a role, and where its name ends; ``None`` and
    ``j`` where it has none."""
    head = _role_noun(article, i, j)
    if head >= j or _is_one_with_territory(article, head, j):
        return None, j
    end = _organization_end(article, head, j)
    employer = _employer(article, end, j)
    if employer is not None:
        return employer, j
    for question in BEGINNINGS:
        begin = question(article, head, end)
        if begin is not None:
            return (begin, end), end
    return None, j


def _role_noun(article: Article, i: int, j: int) -> int:
    """*mantan Wakil* | *Ketua*: where the noun of the role stands."""
    modifiers = article.lexicon.role_modifiers
    while i < j and (article.lows[i] in modifiers or article.lows[i] == "sang"):
        i += 1
    return i


def _is_one_with_territory(article: Article, head: int, j: int) -> bool:
    """*Menteri Keuangan*, *Wali Kota Melur*; but the *Deputi Gubernur* has an organization."""
    lows = article.lows
    return lows[head] != "deputi" and not _WHOLE_ROLES.isdisjoint(lows[head : min(j, head + 3)])


def _organization_end(article: Article, head: int, j: int) -> int:
    """*Wakil Ketua Kadin* | *bidang Pangan*: where the organization ends because the role goes on; ``j`` where it
    does not."""
    lows, features = article.lows, article.features
    if _GOES_ON_WITH.isdisjoint(lows[head + 2 : j]):
        return j
    for m in range(head + 2, j):
        if (
            lows[m] in _GOES_ON_WITH
            and (features[m] & LOWER or lows[m] == "bidang")
            and lows[m - 1] not in _OF_SUBJECTS
            and _organization_at(article, head + 1, m) is not None
        ):
            return m
    return j


def _party_follows(article: Article, end: int, j: int) -> bool:
    """*Anggota Komisi II DPR* | *dari Fraksi Persada*."""
    return end + 1 < j and article.lows[end] == "dari" and article.lows[end + 1] in _PARTIES


def _employer(article: Article, end: int, j: int) -> Range | None:
    """*anggota Tim Peneliti Gempa dari* | *Universitas Melur*."""
    if end + 1 >= j or article.lows[end] != "dari" or _party_follows(article, end, j):
        return None
    begin = _organization_at(article, end + 1, j)
    return (begin, j) if begin is not None else None


# -------------------------------------------- where the organization of a role begins: a word, or "not my business"


def _after_organ(article: Article, head: int, j: int) -> int | None:
    """*Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* | *Persada*: after the organ of an association.

    After a longer role the organ begins the organization: *Ketua Umum* | *Pengurus Besar Ikatan Bidan*."""
    lows, features = article.lows, article.features
    for k in (head + 1, head + 2):
        if k >= j - 1 or not features[k] & CAPITAL:
            return None
        size = _organ_length(article, k)
        if size:
            break
    else:
        return None
    after = k + size
    if after < j and lows[after] in _ORGAN_LEVELS:
        after += 1
    if after >= j or features[after] & _CAPITAL_WORD != _CAPITAL_WORD or lows[after] in _COUNTRIES:
        return None
    place = place_length(article, after, j)
    if place and after + place >= j:
        return None  # Ketua DPP Melur
    return after if k == head + 1 else k


def _organ_length(article: Article, k: int) -> int:
    """*Dewan Pimpinan*: 2, *DPP*: 1; how many words from ``k`` on are an organ, 0 for none."""
    lows = article.lows
    if lows[k] not in _ORGANS_BEGIN:
        return 0
    if lows[k] in _ORGANS:
        return 1
    return 2 if f"{lows[k]} {lows[k + 1]}" in _ORGANS else 0


def _by_noun(article: Article, head: int, j: int) -> int | None:
    """*Kepala* | *Dinas Kesehatan*, *Kepala Bidang Humas* | *Polda Melur*: by the noun of an organization.

    A role that needs no unit comes before a noun farther on: *Direktur Utama* | *Kawasan Industri Bandara*."""
    begin = _organization_at(article, head + 1, j)
    if begin is None or begin > head + 2:
        complete = _after_complete_role(article, head, j)
        if complete is not None:
            return complete
    return _english_name_begin(article, head, begin) if begin is not None else None


def _after_complete_role(article: Article, head: int, j: int) -> int | None:
    """*Direktur Utama* | *Kawasan Industri Melur*: after a role that needs no unit."""
    lows = article.lows
    k = head + 2
    if k >= j or article.features[k] & _CAPITAL_WORD != _CAPITAL_WORD:
        return None
    if f"{lows[head]} {lows[head + 1]}" not in _COMPLETE_ROLES or lows[k] == "bidang" or lows[k] in _COUNTRIES:
        return None
    return k


def _company(article: Article, head: int, j: int) -> int | None:
    """*Direktur Utama* | *Persada Nusantara*, *CEO* | *Kopikita*: the name of a company has no noun for it."""
    lows = article.lows
    if lows[head] not in _OF_COMPANIES and article.lexicon.roles.get(lows[head]) != "trade":
        return None
    for k in range(head + 1, j):
        if _is_company_name(article, k, j):
            return k if "," not in article.words[k:j] else None
    return None


def _is_company_name(article: Article, k: int, j: int) -> bool:
    """*Persada*: a capitalized word that is no part of the role, no field of work, no place."""
    low, lex = article.lows[k], article.lexicon
    if article.features[k] & _CAPITAL_WORD != _CAPITAL_WORD or article.words[k - 1] == "(" or field_word(article, k):
        return False
    of_role = (lex.roles, lex.role_modifiers, lex.organizations, _TERRITORY, _EXECUTIVE)
    return not any(low in table for table in of_role) and not place_length(article, k, j)


BEGINNINGS: tuple[Callable[[Article, int, int], int | None], ...] = (
    _after_organ,
    _by_noun,
    _company,
)
"""The first answer counts: organs before nouns, nouns before mere capitals."""


def _english_name_begin(article: Article, head: int, noun: int) -> int:
    """*Ketua* | *Melur Watch*: the name before the English noun for an organization; else the noun itself."""
    lows, lex = article.lows, article.lexicon
    begin = noun
    if lows[noun] not in _ENDS_ENGLISH_NAME:
        return noun
    while (
        begin > head + 1
        and article.features[begin - 1] & _CAPITAL_WORD == _CAPITAL_WORD
        and lows[begin - 1] not in lex.roles
        and not (lows[begin - 1] in lex.fields and lows[begin - 1] not in lex.places)
    ):
        begin -= 1
    return begin


# --------------------------------------------- at which word the name of an organization begins: yes or no, or ``None``


def _organization_at(article: Article, i: int, j: int) -> int | None:
    """*Bidang Humas* | *Polda Melur*: the word in ``i``-``j`` at which the name of an organization begins, after the
    units that belong to the role."""
    lows, words, acronyms = article.lows, article.words, article.acronyms
    for k, bits in enumerate(article.features[i:j], i):
        if bits & _CAPITAL_WORD != _CAPITAL_WORD or words[k - 1] == "(":
            continue
        if not (bits & _MAY_BE_ORGANIZATION or lows[k] in acronyms or lows[k] in _UNITS_BEGIN):
            continue  # most words
        for question in AT_WORDS:
            begins = question(article, k, j)
            if begins is not None:
                break
        if begins:
            return _whole_of(article, k, j)
    return None


_MAY_BE_ORGANIZATION = ORGANIZATION | ACRONYM | GIVEN
_UNITS_BEGIN = frozenset(name.split(" ", 1)[0] for name in _UNITS) | {"satuan"}


def _whole_of(article: Article, k: int, j: int) -> int:
    """*Komisi A* | *DPRD Melur*: the whole after a part; else ``k`` itself (*pengajar di* | *Fakultas Hukum*)."""
    lows = article.lows
    if lows[k] not in _PARTS or lows[k - 1] in _LEADS_TO_WORKPLACE:
        return k
    return next((m for m in range(k + 2, j) if lows[m] in _WHOLES and article.features[m] & CAPITAL), k)


def _two(article: Article, k: int, j: int) -> str:
    """*dewan pimpinan*: word ``k`` and the next."""
    lows = article.lows
    return f"{lows[k]} {lows[k + 1]}" if k + 1 < j else lows[k]


def _is_territory(article: Article, k: int, j: int) -> bool | None:
    """*Kepala* | *Desa Melur*: no."""
    return False if article.lows[k] in _TERRITORY else None


def _is_task_force(article: Article, k: int, j: int) -> bool | None:
    """*Ketua* | *Satuan Tugas Banjir*: yes."""
    return True if _two(article, k, j) == "satuan tugas" else None


def _is_workplace(article: Article, k: int, j: int) -> bool | None:
    """*peneliti di* | *Bagian Irigasi*: yes, also where it is a unit."""
    lows = article.lows
    return True if lows[k - 1] in _LEADS_TO_WORKPLACE and lows[k] in article.lexicon.organizations else None


def _is_unit(article: Article, k: int, j: int) -> bool | None:
    """*Ketua* | *Dewan Pimpinan Partai Persada*, *Anggota* | *Komisi II DPR*: no, it comes later."""
    lows = article.lows
    numbered = lows[k] == "komisi" and k + 1 < j and lows[k + 1] in _ROMAN
    unit = numbered or _two(article, k, j) in _UNITS
    return False if unit and _organization_at(article, k + 2, j) is not None else None


def _is_noun(article: Article, k: int, j: int) -> bool | None:
    """*Kepala* | *Dinas Kesehatan*: yes; but *Bidang* is a unit."""
    noun = article.lexicon.organizations.get(article.lows[k])
    return noun == "organization" if noun is not None else None


def _is_no_acronym(article: Article, k: int, j: int) -> bool | None:
    """*RI*, *III*, *Dirut*, *Melur*: no."""
    lex = article.lexicon
    others = (_COUNTRIES, _ROMAN, lex.role_abbreviations, lex.places, lex.roles)
    return False if any(article.lows[k] in table for table in others) else None


def _is_acronym(article: Article, k: int, j: int) -> bool | None:
    """*Ketua* | *JPR*: yes, where the article or the lexicon has it, or it is written so."""
    low, lex = article.lows[k], article.lexicon
    listed = low in lex.acronyms and (len(low) > _SHORT_ACRONYM or article.words[k].isupper())
    written = article.features[k] & ACRONYM and low not in lex.fields
    return bool(low in article.acronyms or listed or written)


_SHORT_ACRONYM = 4
"""Letters up to which an acronym must be written in capitals: *DPR*, but *Golkar*."""

AT_WORDS: tuple[Callable[[Article, int, int], bool | None], ...] = (
    _is_territory,
    _is_task_force,
    _is_workplace,
    _is_unit,
    _is_noun,
    _is_no_acronym,
    _is_acronym,
)
"""The first answer counts."""

# ------------------------------------------------------------------------ organizations that stand alone


def looks_like_organization(article: Article, i: int, j: int) -> bool:
    """*Yonhap News*, *The Fed*, *MNC Sekuritas*: a capitalized run that reads like an organization."""
    if article.lows[i] == "the" or article.words[i].endswith(_SITES):
        return True
    if j - i == 1:
        return _is_organization_name(article, i)
    lows, lex = article.lows, article.lexicon
    for k, bits in enumerate(article.features[i:j], i):
        if not bits & _OF_ORGANIZATIONS or bits & GIVEN:
            continue  # most words
        if lows[k] in lex.organizations or lows[k] in lex.fields or lows[k] in lex.places:
            return True
    return False


_SITES = (".com", ".id", ".co")
_OF_ORGANIZATIONS = ORGANIZATION | FIELD | PLACE


def _is_organization_name(article: Article, i: int) -> bool:
    """*Golkar*, *DPR*, *Melur*: one word that is an acronym or a place and no given name."""
    bits, low, lex = article.features[i], article.lows[i], article.lexicon
    if bits & (CAPITAL | ORGANIZATION | PLACE) == CAPITAL:
        return False  # most names
    written = article.words[i].isupper() or (len(low) > _SHORT_ACRONYM and low not in lex.given)
    return (low in lex.acronyms and written) or (low in lex.places and low not in lex.given)


_WITH_AND = tagged("dan", "in_name")


def organization_goes_on(article: Article, start: int) -> bool:
    """*Kementerian Koperasi* | *dan Usaha Kecil*: an organization whose name goes on after *dan*."""
    return article.lows[start] in _WITH_AND

"""What a word is where a name may begin, in one letter: *Kepala Dinas Rahma Wulandari* is ``VVGN``.

| class | what it is | as in |
| --- | --- | --- |
| G | a given name | *Rahma*, *FX*, *Setyowati* |
| X | a given name that is a common word as well | *Bunga*, *Surya* |
| N | a word with a capital that nothing is known of | *Lubis* |
| V | vocabulary: a word of roles, organizations, fields and places | *Kepala*, *Dinas*, *Melur* |
| A | an acronym or the short form of an organization | *DPRD* |
| D | a number, or a letter or month that stands for one | *Komisi III*, *17 Agustus* |
| T | a title | *Dr*, *Kombes* |
| P | a small word inside a name | *bin*, *van* |
| L | any other word without a capital | *bidang* |
| . | a mark, or what stands in brackets | |
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.morphology import name_like
from qattr.lexicon.tags import tagged
from qattr.mentions.single_words import title_word
from qattr.text.article import Article
from qattr.text.features import (
    ACRONYM,
    ALPHA,
    CAPITAL,
    FIELD,
    GIVEN,
    MONTH,
    OFFICE,
    ORGANIZATION,
    STARTER,
    STOP,
    TITLES,
)

TITLE_IN_ROLE = tagged("before_title", "role")
"""After one of these a title is part of the role or office: *Direktur Jenderal*, *Direktorat Jenderal*."""
_ROLE_IN_ROLE = tagged("before_role", "role")
"""After one of these a role is no name: *Ketua Hakim*, although *Hakim* is one."""
_PARTICLES = tagged("in_name", "particle")
"""*Hasan bin Ali*, *Maria van Dijk*."""
_INITIALS = tagged("in_name", "initials")
"""*FX Hadi*, *Tb Hasan*: letters that begin a name though they are written like an acronym."""
_ROMAN = tagged("is", "roman_number")
"""*Komisi II*, *Paku Buwono XIII*."""
_SEVERAL_OF_ONE_NAME = tagged("counts", "namesakes")
"""*Raja Olaf II*, *Paus Leander III*: the number belongs to the name."""
_BALINESE = tagged("in_name", "balinese")
_BEFORE_BALINESE = tagged("before_name", "balinese")
"""*I Made*, *Ni Luh*: part of the name before a Balinese one."""
_MOST_LETTERS = max(map(len, _INITIALS | _ROMAN), default=0)
_SHORTEST_ORGANIZATION = 5
"""Letters of an organization noun that is no part of a name: *Dewan*, but *Bank* is a name as well."""


def word_class(article: Article, i: int, end: int) -> str:
    """The class of word ``i`` in a segment that ends before word ``end``: *Rahma* is ``G``."""
    if article.features[i] & OFFICE:
        return "A" if article.lows[i] in article.acronyms else "V"
    for question in CLASSES:
        answer = question(article, i, end)
        if answer:
            return answer
    return "N"


def segment_classes(article: Article, i: int, j: int) -> str:
    """The classes of the words ``i``-``j``, a letter a word; what stands in brackets counts as marks."""
    lows, acronyms = article.lows, article.acronyms
    classes = [
        "V" if bits & OFFICE and lows[k] not in acronyms else word_class(article, k, j)  # half of all are V
        for k, bits in enumerate(article.features[i:j], i)
    ]
    words = article.words[i:j]
    if "(" in words:
        depth = 0
        for k, word in enumerate(words):
            depth += word == "("
            if depth:
                classes[k] = "."
            depth -= word == ")" and depth > 0
    return "".join(classes)


# ------------------------------------------------------- the questions: a class, or "" for "not my business"


def _mark_or_number(article: Article, i: int, end: int) -> str:
    """*17*, *(*: it does not begin with a letter."""
    if article.features[i] & ALPHA:
        return ""
    return "D" if article.words[i][0].isdigit() else "."


def _age_group(article: Article, i: int, end: int) -> str:
    """*Timnas Andara U-16*."""
    low = article.lows[i]
    return "D" if low[:2] == "u-" and low[2:].isdigit() else ""


def _month_after_number(article: Article, i: int, end: int) -> str:
    """*Universitas 17 Agustus 1945*: part of a date."""
    return "D" if article.features[i] & MONTH and i and article.words[i - 1].isdigit() else ""


def _title(article: Article, i: int, end: int) -> str:
    """*Dr*, *Kombes*; but *Direktur Jenderal*, *Guru Besar* are roles."""
    bits = article.features[i]
    if not (bits & TITLES and bits & CAPITAL) or (i and article.lows[i - 1] in TITLE_IN_ROLE):
        return ""
    return "T" if title_word(article, i) else ""


def _small(article: Article, i: int, end: int) -> str:
    """*bidang*, *bin*: no capital."""
    if article.features[i] & CAPITAL:
        return ""
    return "P" if article.lows[i] in _PARTICLES else "L"


def _letters(article: Article, i: int, end: int) -> str:
    """*FX Hadi*, *I Made*: letters that begin a name; *Komisi III*, *Komisi B*: letters that are a number."""
    lows = article.lows
    low = lows[i]
    if len(low) > _MOST_LETTERS:
        return ""
    if low in _INITIALS and article.words[i].isupper():
        return "G"
    if low in _BEFORE_BALINESE and i + 1 < len(lows) and lows[i + 1] in _BALINESE:
        return "G"
    if low in _ROMAN and i > 1 and lows[i - 2] in _SEVERAL_OF_ONE_NAME:
        return "N"
    roman = low in _ROMAN and article.words[i].isupper() and (len(low) > 1 or low == "i")
    return "D" if roman or (len(low) == 1 and i and lows[i - 1] == "komisi") else ""


def _short_form(article: Article, i: int, end: int) -> str:
    """*JPR* in an article that spells it out: *Jaringan Pasar Rakyat (JPR)*."""
    return "A" if article.lows[i] in article.acronyms else ""


def _role_after_role(article: Article, i: int, end: int) -> str:
    """*Ketua* | *Hakim*: no name, although *Hakim* is one."""
    role = article.features[i] & STARTER and article.lows[i] in article.lexicon.roles
    return "V" if role and i and article.lows[i - 1] in _ROLE_IN_ROLE else ""


def _given(article: Article, i: int, end: int) -> str:
    """*Rahma*; *Bunga* is a common word as well."""
    if not article.features[i] & GIVEN:
        return ""
    return "X" if _is_common(article, i) or article.lows[i] in article.lexicon.ambiguous else "G"


def _common(article: Article, i: int, end: int) -> str:
    """*Kesehatan*, *Pertanian*: a word of roles, organizations, fields and places."""
    return "V" if _is_common(article, i) else ""


def _is_common(article: Article, i: int) -> bool:
    """*Kesehatan*: a field of work, or a word of a role, an organization or a place."""
    return bool(article.features[i] & FIELD) or article.lows[i] in article.common


def _acronym(article: Article, i: int, end: int) -> str:
    """*DPRD*: capitals throughout, or the noun of an organization."""
    bits = article.features[i]
    organization = bits & ORGANIZATION and len(article.lows[i]) >= _SHORTEST_ORGANIZATION
    return "A" if bits & ACRONYM or organization else ""


def _also_in_lower_case(article: Article, i: int, end: int) -> str:
    """*Sejahtera* in an article that writes *sejahtera* as well: a common word; but *Steven Yang*."""
    return "V" if article.lows[i] in article.vocabulary and not article.features[i] & STOP else ""


def _formed_like_a_name(article: Article, i: int, end: int) -> str:
    """*Setyowati*, *Kusumawardana*: names are formed so."""
    return "G" if name_like(article.lows[i]) else ""


def _place_elsewhere(article: Article, i: int, end: int) -> str:
    """*Camat Karang* | *Rahma* where the article has *di Karang* as well: a place, if a capital follows."""
    followed = i + 1 < end and article.features[i + 1] & CAPITAL
    return "V" if followed and article.is_placed(i) else ""


def _half_of_place(article: Article, i: int, end: int) -> str:
    """*Kulon Progo*: a place that the table of places writes as one word."""
    lows, places = article.lows, article.lexicon.places
    half = (i + 1 < len(lows) and lows[i] + lows[i + 1] in places) or (i > 0 and lows[i - 1] + lows[i] in places)
    return "V" if half else ""


CLASSES: tuple[Callable[[Article, int, int], str], ...] = (
    _mark_or_number,
    _age_group,
    _month_after_number,
    _title,
    _small,
    _letters,
    _short_form,
    _role_after_role,
    _given,
    _common,
    _acronym,
    _also_in_lower_case,
    _formed_like_a_name,
    _place_elsewhere,
    _half_of_place,
)
"""The first answer counts: what is sure by its form before what the lexicon says, that before what the article says."""

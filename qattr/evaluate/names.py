"""When two names, roles or spans are the same: what the measure compares, and nothing that the engine knows."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_TRIMMED = " \t\r\n\u00a0\"'“”„‟‘’‚‛«»‹›.,;:!?…-–—()"
"""Marks, blanks and final punctuation, which no span is judged by."""

# The measure must not move when the lexicon grows, else the figures of two versions could not be compared: these lists
# are its own, and those of the annotation guide's scorer.
_TITLES = frozenset(
    """
    bapak pak ibu bu sdr saudara tuan nyonya nona mr mrs ms sir dr dr. drs dra ir prof profesor h hj haji hajah kh kiai
    kyai ustaz ustadz ustad gus habib jenderal letjen mayjen brigjen kolonel letkol mayor kapten lettu letda serma serka
    sertu serda kopral praka pratu prada laksamana marsekal komjen irjen kombes akbp kompol akp iptu ipda aiptu aipda
    bripka brigpol briptu bripda kombespol pol komisaris besar ajun inspektur brigadir dokter raden rm kph sultan polisi
    tni purn kardinal romo pastor pendeta suster uskup ajudan letnan mayjend brigjend laksda laksma laksdya marsda
    marsma madya muda pertama satu dua
    """.split()  # noqa: SIM905
)
_ARTICLES = frozenset(("para", "seorang", "sang", "si", "sebuah", "pihak", "pt", "cv"))
_ONE_OF_MANY = ["salah", "satu"]
_LISTED_COMPANY = "tbk"
_DEGREES = re.compile(r"(?:,?\s+(?:[SM]\.\s?[A-Z][A-Za-z]{0,4}\.?|S\.?H\.?|M\.?H\.?|Ph\.?\s?D\.?))+$")
SAME = 0.75
"""From this token F1 on two roles, or two spans of context, are the same."""


def words(text: str) -> list[str]:
    """``"Wali Kota (Walkot)"`` -> ``["wali", "kota", "walkot"]``."""
    return re.findall(r"\w+", text.casefold())


def name_key(name: str | None) -> tuple[str, ...]:
    """``"Prof. Dr. Rahma Wulandari, M.Si"`` -> ``("rahma", "wulandari")``.

    No titles in front, no degrees behind, no brackets, no *PT* and *Tbk*; ``()`` for nobody.
    """
    if not name:
        return ()
    name = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFC", name))
    parts = words(_DEGREES.sub("", name.split(",")[0].strip()))
    if parts[:2] == _ONE_OF_MANY:
        parts = parts[2:]
    while len(parts) > 1 and (parts[0] in _TITLES or parts[0] in _ARTICLES):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] == _LISTED_COMPANY:
        parts = parts[:-1]
    return tuple(parts)


def token_f1(left: str, right: str) -> float:
    """``("Kepala Dinas Kota", "Kepala Dinas")`` -> ``0.8``: twice the shared words by all words, 0 to 1."""
    a, b = Counter(words(left)), Counter(words(right))
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


def same_role(wanted: tuple[str | None, ...], got: str | None) -> bool:
    """True when a role is one of those wanted, or when none is wanted and none is given."""
    return any(token_f1(got, role) >= SAME if got and role else not got and not role for role in wanted)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``('"Kami siap," kata', 0, 12)`` -> ``(1, 10)``: a span without the marks, blanks and punctuation at its ends."""
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """``((0, 10), (5, 10))`` -> ``0.5``: intersection over union of two spans, 0 to 1."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0

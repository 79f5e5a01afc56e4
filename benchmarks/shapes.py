"""Texts of any length that a careless step would take more than linear time for.

Each function takes a length in characters and returns a text of about that length.
"""

from __future__ import annotations

from collections.abc import Callable

ARTICLE = """\
"Jembatan itu sudah bisa dilalui," kata Kepala Dinas Pekerjaan Umum Kota Mandira Rahman Hidayat, Senin (3/2/2025).
Menurut Rahman, perbaikan memakan waktu dua bulan. Ia menambahkan, dana Rp 3,5 miliar berasal dari provinsi.
"Warga tidak perlu memutar lagi," ujarnya. Sementara itu, pedagang pasar, Siti Aminah, berharap jalan segera diaspal.
"Pembeli sepi sejak banjir," keluh Siti. Film "Bayang di Dermaga" diputar di balai desa pada malam harinya.
"""


def _repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def ordinary(length: int) -> str:
    """An ordinary article repeated."""
    return _repeated(ARTICLE, length)


def one_paragraph(length: int) -> str:
    """The same without a line break."""
    return _repeated(ARTICLE.replace("\n", " "), length)


def only_marks(length: int) -> str:
    """Quotation marks and nothing else."""
    return _repeated('"', length)


def unclosed(length: int) -> str:
    """One opening mark and no closing one."""
    return '"' + _repeated(ARTICLE.replace('"', "").replace("\n", " "), length - 1)


def capitalized(length: int) -> str:
    """One run of capitalized words."""
    return _repeated("Rahman Hidayat Siti Aminah Yohanes Leki ", length)


def only_cues(length: int) -> str:
    """Reporting verbs and nothing else."""
    return _repeated("kata ujar mengatakan menurut katanya menambahkan bahwa ", length)


def digits_and_dots(length: int) -> str:
    """Numbers, as in a table that lost its lines."""
    return _repeated("12.345.678,90. 3.1. ", length)


SHAPES: dict[str, Callable[[int], str]] = {
    "an ordinary article repeated": ordinary,
    "one paragraph without a break": one_paragraph,
    "only quotation marks": only_marks,
    "one unclosed quote": unclosed,
    "one capitalized run": capitalized,
    "only cue words": only_cues,
    "digits and dots": digits_and_dots,
}
"""The shapes of the table ``python -m benchmarks`` prints and of ``tests/test_invariants.py``."""

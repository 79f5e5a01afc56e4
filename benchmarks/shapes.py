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


def fragments(length: int) -> str:
    """Reported clauses, each with some quoted words in it."""
    return _repeated('Rahma menyebut aturan itu "tidak adil" bagi warga. ', length)


def _distinct(unit: Callable[[str, str, int], str], length: int) -> str:
    """Units each of which has two names of its own, which no other unit has."""
    parts: list[str] = []
    size = n = 0
    while size < length:
        parts.append(unit(_name(n), _name(3 * n + 100_003), n))
        size += len(parts[-1])
        n += 1
    return "".join(parts)[:length]


def _name(n: int) -> str:
    """An invented name; numbers that are near to one another give names that are not."""
    n = n * 123_457 % len(_SYLLABLES) ** 4
    letters = ""
    for _ in range(4):
        n, rest = divmod(n, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return f"{letters.capitalize()}r"


_SYLLABLES = [consonant + vowel for vowel in "ai" for consonant in "bdgklmnprst"]


def people(length: int) -> str:
    """Thousands of people, each quoted by the full name and then by the first one."""
    return _distinct(lambda a, b, _: f'"Harga naik," kata {a} {b}. "Stok tipis," ujar {a}.\n', length)


def one_first_name(length: int) -> str:
    """Thousands of people who share the first name by which each is called."""
    return _distinct(lambda a, _b, _: f'"Harga naik," kata Rahmat {a}. "Stok tipis," ujar Rahmat.\n', length)


def misspelt(length: int) -> str:
    """Thousands of people whose names are misspelt or cut."""
    return _distinct(lambda a, b, _: f'"Naik," kata {a} {b}. "Tipis," ujar {a[:3]}{a[4]}{a[3]}{a[5:]}.\n', length)


def posts(length: int) -> str:
    """Thousands with a post, who are called by the post."""
    return _distinct(
        lambda a, b, _: f'"Naik," kata Kepala Desa {a}, {b} Hidayat. "Tipis," ujar Kepala Desa {a}.\n', length
    )


def descriptions(length: int) -> str:
    """Thousands of people, each described when they speak again."""
    return _distinct(lambda a, b, _: f'Menteri {a} {b} menilai harga naik. "Benar," kata menteri itu.\n', length)


def bodies(length: int) -> str:
    """Thousands of bodies with an acronym in brackets, by which each is called, and by *lembaga itu*."""
    return _distinct(
        lambda a, b, _: f"Yayasan {a} {b} (Y{a[0]}{b[0]}) menilai harga naik. Lembaga itu berharap harga turun.\n",
        length,
    )


def nicknames(length: int) -> str:
    """Thousands of people with a nickname."""
    return _distinct(lambda a, b, _: f'{a} {b}, akrab disapa {b[:4]}, menolak. "Tidak," kata {b[:4]}.\n', length)


def names_in_brackets(length: int) -> str:
    """Brackets that never close, each behind the name of somebody who is quoted."""
    return '"Harga naik," kata Rahmat Hidayat.\n' + _repeated("Rahmat (", length - 36)


def queries(length: int) -> str:
    """Question marks before words that none closes, as where marks were lost on the way."""
    return _repeated("?Rahma datang *lagi [ke ", length)


SHAPES: dict[str, Callable[[int], str]] = {
    "an ordinary article repeated": ordinary,
    "one paragraph without a break": one_paragraph,
    "only quotation marks": only_marks,
    "one unclosed quote": unclosed,
    "one capitalized run": capitalized,
    "only cue words": only_cues,
    "digits and dots": digits_and_dots,
    "many short fragments": fragments,
    "question marks for marks": queries,
}
"""The shapes of the table ``python -m benchmarks`` prints and of ``tests/test_invariants.py``."""

CROWDS: dict[str, Callable[[int], str]] = {
    "people": people,
    "one first name": one_first_name,
    "misspelt names": misspelt,
    "posts": posts,
    "descriptions": descriptions,
    "bodies": bodies,
    "nicknames": nicknames,
    "names in brackets": names_in_brackets,
}
"""Texts that name thousands, for ``tests/test_invariants.py``: whoever is looked for must not be walked to."""

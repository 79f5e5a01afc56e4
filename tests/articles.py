"""Texts for the property tests: articles made of real shapes, and ways to break them.

The articles are built from templates with invented people, so that every run has quotes to look at; the damage is what
happens to text on its way through scrapers, editors and encodings.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from hypothesis import strategies as st


def _lines(block: str) -> tuple[str, ...]:
    return tuple(block.strip().splitlines())


NAMES = _lines("""
Rahmat Hidayat
Siti Aminah
Yohanes Leki
Made Sudiarta
Ma'ruf Asnawi
Bambang
Dr. Ratna Sari, M.Si
AKP Joni Purba
Kiai Haji Zainuri
Maria de Fatima
TSW (34)
Hasan bin Ali
Putri Ayu Lestari (Tari)
""")
SHORT = ("Rahmat", "Siti", "Leki", "Sudiarta", "Ma'ruf", "Bambang", "Ratna", "Purba", "Tari", "dia", "ia", "mereka")
ROLES = _lines("""
Kepala Dinas Kesehatan Kota Mandira
Direktur Utama PT Laut Biru
Kapolsek Sungai Lilin
pedagang cabai
Menteri Perikanan
anggota Komisi II DPRD
pengamat politik Universitas Rimba
ibu korban
Ketua RT 05
""")
BODIES = _lines("""
PT Laut Biru
Polres Tanjung Emas
Badan Pengawas Sungai (BPS)
pemerintah
warga
Yayasan Bina Desa
""")
CUES = ("kata", "ujar", "jelas", "tambah", "lanjut", "ungkap", "tutur", "tegas", "sebut", "aku", "tanya", "tulis")
ACTIVE = (
    "mengatakan",
    "menyebut",
    "menjelaskan",
    "menilai",
    "menambahkan",
    "mengaku",
    "berharap",
    "memastikan",
    "meminta",
)
CLAUSES = _lines("""
harga beras turun Rp 1.500 per kilogram
jembatan itu selesai pada 2026
pasien dirawat dr. Bagas sejak pagi
tidak ada korban jiwa
kami menunggu keputusan pengadilan
dana Rp 3,5 M. sudah cair
jalan ditutup pukul 19.30
""")
TAILS = ("", ", Senin (3/2/2025)", " kepada wartawan di Kupang", " saat dihubungi", " melalui keterangan tertulis")
NOISE = _lines("""
SCROLL TO CONTINUE WITH CONTENT
Baca juga: Harga Cabai Naik Lagi
ADVERTISEMENT
[Gambas:Video 20detik]
""")
TEMPLATES = _lines("""
"{C1}," {cue} {name}{tail}.
"{C1}," {cue} {role} {name}{tail}.
"{C1}," {cue} {name}, {role}{tail}. "{C2}."
"{C1}," {cue}nya{tail}.
"{C1}," {cue} {short}, "{c2}."
{name} {active}, "{C1}."
{Cue} {name}, "{C1}."
{name} {active} bahwa {c1}.
{Role} {name} {active} {c1}. Ia menambahkan, {c2}.
Menurut {name}, {c1}.
{C1}, {cue} {short}.
Proyek itu, {cue} {short}, {c1}.
Hal itu disampaikan {role} {name}{tail}.
{Body} "menolak keras" rencana itu dan menyebut aturan itu "tidak adil".
{Body} {active} {c1}.
Film "Bayang di Dermaga" diputar di balai desa.
{C1}. {C2}.
{noise}
"{C1}."
""")

PLAIN = "hujan turun sejak pagi dan jalan di lereng itu licin."
"""A paragraph without quotes, names or cues."""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def article(random: Random) -> str:
    """An article of a few paragraphs with straight, balanced, unnested marks."""
    paragraphs = []
    for _ in range(random.randint(1, 7)):
        sentences = []
        for _ in range(random.randint(1, 3)):
            words = {
                "c1": random.choice(CLAUSES),
                "c2": random.choice(CLAUSES),
                "cue": random.choice(CUES),
                "active": random.choice(ACTIVE),
                "name": random.choice(NAMES),
                "short": random.choice(SHORT),
                "role": random.choice(ROLES),
                "body": random.choice(BODIES),
                "tail": random.choice(TAILS),
                "noise": random.choice(NOISE),
            }
            words |= {key.capitalize(): _capital(value) for key, value in words.items()}
            sentences.append(random.choice(TEMPLATES).format(**words))
        paragraphs.append(" ".join(sentences))
    return "\n".join(paragraphs)


MARKS = "\"“”„«»‘’'`´″"
ODD = (
    *("\x00", "\x07", "\x1b[31m", "\r", "\x85", "\u2028", "\u200b", "\u200f", "\u202e", "\u0301", "\ufeff"),
    *("\ud800", "\udfff", "\U0001f600", "&quot;", "&amp;", "''", "\t", "\u00a0", "....", "0", "(", ")"),
)


def _somewhere(random: Random, text: str) -> int:
    return random.randint(0, len(text))


def _a_mark(random: Random, text: str) -> int | None:
    places = [i for i, c in enumerate(text) if c in MARKS]
    return random.choice(places) if places else None


def cut(random: Random, text: str) -> str:
    a, b = sorted((_somewhere(random, text), _somewhere(random, text)))
    return random.choice((text[:a], text[a:], text[:a] + text[b:], text[a:b]))


def drop_mark(random: Random, text: str) -> str:
    at = _a_mark(random, text)
    return text if at is None else text[:at] + text[at + 1 :]


def double_mark(random: Random, text: str) -> str:
    at = _a_mark(random, text)
    return text if at is None else text[:at] + text[at] + text[at:]


def swap_mark(random: Random, text: str) -> str:
    at = _a_mark(random, text)
    return text if at is None else text[:at] + random.choice(MARKS) + text[at + 1 :]


def one_style(random: Random, text: str) -> str:
    return text.replace('"', random.choice((*MARKS, "''", "&quot;")))


def insert(random: Random, text: str) -> str:
    at = _somewhere(random, text)
    return text[:at] + random.choice((*ODD, *MARKS)) + text[at:]


def join_paragraphs(random: Random, text: str) -> str:
    return text.replace("\n", random.choice(("", " ")), random.randint(1, 9))


def change_case(random: Random, text: str) -> str:
    a, b = sorted((_somewhere(random, text), _somewhere(random, text)))
    change: Callable[[str], str] = random.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:a] + change(text[a:b]) + text[b:]


def lose_blanks(random: Random, text: str) -> str:
    return "".join(c for c in text if c != " " or random.random() > 0.2)


def double_blanks(random: Random, text: str) -> str:
    return "".join(c * 2 if c == " " and random.random() < 0.2 else c for c in text)


def decompose(random: Random, text: str) -> str:
    return unicodedata.normalize("NFD", text.replace("e", "é") if random.random() < 0.5 else text)


def shuffle(random: Random, text: str) -> str:
    words = text.split(" ")
    random.shuffle(words)
    return " ".join(words)


def repeat(random: Random, text: str) -> str:
    a, b = sorted((_somewhere(random, text), _somewhere(random, text)))
    return text[:a] + text[a:b] * random.randint(2, 4) + text[b:]


DAMAGE: tuple[Callable[[Random, str], str], ...] = (
    cut, drop_mark, double_mark, swap_mark, one_style, insert, join_paragraphs, change_case, lose_blanks, double_blanks,
    decompose, shuffle, repeat,
)  # fmt: skip


def damaged(random: Random, text: str) -> str:
    """The text after one to five accidents."""
    for _ in range(random.randint(1, 5)):
        text = random.choice(DAMAGE)(random, text)
    return text


seeds = st.integers(min_value=0, max_value=2**64 - 1)
whole_articles = seeds.map(lambda seed: article(Random(seed)))
broken_articles = seeds.map(lambda seed: damaged(r := Random(seed), article(r)))
_GLUE = (
    *(" ", " ", " ", ", ", ". ", ": ", "\n", "\r\n", "nya", "bahwa ", "menurut ", "Menurut ", "dan ", "yang "),
    *"?!-—@#/",
)
_TOKENS = (*MARKS, *ODD, *NAMES, *SHORT, *ROLES, *BODIES, *CUES, *ACTIVE, *CLAUSES, *NOISE, *_GLUE)
token_soup = st.lists(st.sampled_from(_TOKENS), max_size=60).map("".join)
any_text = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(MARKS + ' \n.,:"kata')), max_size=200)
"""Any code points at all, lone surrogates included."""

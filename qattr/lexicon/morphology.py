"""Regular Indonesian word formation: from a root and affix patterns to word forms.

This is the only place that knows how *meN-* assimilates.  The lexicon's build uses it, and so does
``--verbs FILE`` at run time.  A pattern is what a line of ``verbs.toml`` lists under ``forms``:

=============  ===================  ==============================  ==================
pattern        from *tambah*/*aku*  shapes                          used as
=============  ===================  ==============================  ==================
``0``          tambah, tambahnya    ``post``, ``nya``               after a quote
``-kan -i``    tambahkan, akui      ``bare``                        headlines, *ia akui*
``ber``        berkata              ``active``                      subject before it
``me`` …       menambahkan          ``active``                      subject before it
``di`` …       dikatakan(nya)       ``passive``, ``passive_nya``    agent after it
``ter``        terungkap            ``passive``                     agent after it
``shape:word`` as written           the shape named                 irregular, loans
=============  ===================  ==============================  ==================

``me``, ``memper``, ``di`` and ``diper`` may carry ``-kan`` or ``-i``.  A ``prep:`` word gets its
``-nya`` form as well (*menurut*, *menurutnya*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

from qattr.lexicon.tags import tagged

NO_VERB = tagged("looks", "verb")
"""Words that are built like a verb and are none: *berbagai*, *direksi*, *terakhir*."""

Shape = Literal["", "post", "nya", "bare", "active", "passive", "passive_nya", "prep", "prep_nya", "cite"]
"""``post`` *kata*, ``nya`` *katanya*, ``bare`` *akui*, ``active`` *mengatakan*, ``passive`` *dikatakan*,
``passive_nya`` *dikatakannya*, ``prep`` *menurut*, ``prep_nya`` *menurutnya*, ``cite`` *dikutip*; empty: no cue."""
SHAPES: tuple[str, ...] = get_args(Shape)[1:]
"""Every shape that a form may have."""

_VOWELS = frozenset("aiueo")
_KEPT_CLUSTERS = ("kh", "kl", "kr", "kw", "pl", "pr", "ps", "sk", "sl", "sp", "st", "sw", "sy", "tr")
_NASAL = {"b": "mem", "f": "mem", "p": "mem", "v": "mem", "c": "men", "d": "men", "j": "men", "t": "men", "z": "men"}
_DROPPED = frozenset("kpts")
_SUFFIXES = ("", "-kan", "-i")


def men(root: str) -> str:
    """The *meN-* form of a root, with assimilation.

    The first sound decides the nasal; *k p t s* are dropped after it, but clusters keep them.  A root
    of one syllable takes *menge-*.

    >>> [men(w) for w in ("kata", "papar", "tulis", "sebut", "ungkap", "jawab", "lapor", "cuit")]
    ['mengata', 'memapar', 'menulis', 'menyebut', 'mengungkap', 'menjawab', 'melapor', 'mencuit']
    >>> [men(w) for w in ("klaim", "prediksi", "kritik", "khawatir", "cek", "nyata", "hitung")]
    ['mengklaim', 'memprediksi', 'mengkritik', 'mengkhawatir', 'mengecek', 'menyata', 'menghitung']
    """
    if sum(letter in _VOWELS for letter in root) == 1:
        return "menge" + root
    first = root[0]
    if first in "lmnrwy":
        return "me" + root
    rest = root if first not in _DROPPED or root.startswith(_KEPT_CLUSTERS) else root[1:]
    if first == "s":
        return ("men" if rest is root else "meny") + rest
    return _NASAL.get(first, "meng") + rest


def ber(root: str) -> str:
    """The *ber-* form: *be-* before *r* and before a first syllable in *-er*, *bel-* in *belajar*.

    >>> [ber(w) for w in ("kata", "cerita", "kerja", "respons")]
    ['berkata', 'bercerita', 'bekerja', 'berespons']
    """
    if root == "ajar":
        return "belajar"
    closed_er = root[1:3] == "er" and root[3:4] not in _VOWELS
    return ("be" if root[0] == "r" or closed_er else "ber") + root


def ter(root: str) -> str:
    """The *ter-* form.

    >>> [ter(w) for w in ("ungkap", "rekam")]
    ['terungkap', 'terekam']
    """
    return ("te" if root[0] == "r" else "ter") + root


def nya(form: str) -> str:
    """The form with *-nya*, which points to a third person.

    >>> nya("kata")
    'katanya'
    """
    return form + "nya"


def _expand(root: str, pattern: str) -> list[tuple[str, str]]:
    """The (form, shape) pairs of one pattern; an unknown pattern is a :class:`ValueError`."""
    if not root:
        raise ValueError("empty root; name the word that the forms are made of")
    shape, colon, words = pattern.partition(":")
    if colon:
        if shape not in SHAPES:
            raise ValueError(f"unknown shape {shape!r} in {pattern!r}; one of {', '.join(SHAPES)}")
        word = words.replace("_", " ")
        if shape == "post":
            return [(word, "post"), (nya(word), "nya")]
        if shape == "prep":
            return [(word, "prep"), (nya(word), "prep_nya")]
        if shape == "passive":
            return [(word, "passive"), (nya(word), "passive_nya")]
        return [(word, shape)]
    if pattern == "0":
        return [(root, "post"), (nya(root), "nya")]
    if pattern == "ber":
        return [(ber(root), "active")]
    if pattern == "ter":
        return [(ter(root), "passive")]
    prefix, dash, ending = pattern.partition("-")
    if dash + ending in _SUFFIXES:
        if not prefix:
            return [(root + ending, "bare")]
        if prefix in ("me", "memper"):
            return [((men(root) if prefix == "me" else prefix + root) + ending, "active")]
        if prefix in ("di", "diper"):
            word = prefix + root + ending
            return [(word, "passive"), (nya(word), "passive_nya")]
    raise ValueError(
        f"unknown pattern {pattern!r}; use 0, -kan, -i, ber, ter, me, memper, di, diper (the last four with -kan, -i) "
        "or shape:word"
    )


def forms(root: str, patterns: Iterable[str]) -> dict[str, str]:
    """Every form that the patterns make of a root, with its shape; the first pattern wins a form.

    >>> forms("kata", ["0", "ber", "me-kan", "di-kan"])  # doctest: +NORMALIZE_WHITESPACE
    {'kata': 'post', 'katanya': 'nya', 'berkata': 'active', 'mengatakan': 'active',
     'dikatakan': 'passive', 'dikatakannya': 'passive_nya'}
    >>> forms("aku", ["me", "me-i", "di-i", "active:ngaku"])  # doctest: +NORMALIZE_WHITESPACE
    {'mengaku': 'active', 'mengakui': 'active', 'diakui': 'passive', 'diakuinya': 'passive_nya',
     'ngaku': 'active'}
    >>> forms("menurut", ["prep:menurut"])
    {'menurut': 'prep', 'menurutnya': 'prep_nya'}

    Raises :class:`ValueError` for a pattern that is not one.
    """
    found: dict[str, str] = {}
    for pattern in patterns:
        for form, shape in _expand(root, pattern):
            found.setdefault(form, shape)
    return found


def is_abstract(word: str) -> bool:
    """Whether a word is built like an abstract noun (*ke-…-an*, *pe(N)-…-an*, *per-…-an*): part of a role or an
    organization, hardly ever of a person's name.

    >>> [is_abstract(w) for w in ("kebencanaan", "Penagihan", "Pemberdayaan", "kenan", "Pangemanan", "Kelvin")]
    [True, True, True, False, False, False]
    """
    low = word.lower()
    return len(low) > 7 and low.endswith("an") and low.startswith(("ke", "pe")) and low.isalpha()


_NAME_LIKE = re.compile(r"[a-z]{3,}(?:wati|yanti|ianti|yono|iono|udin|uddin|ningsih|diana|ryanto|dianto)")


def name_like(word: str) -> bool:
    """Whether a word is built like a given name (*Suyanti*, *Karyono*, *Rosdiana*); lower case.

    >>> [name_like(w) for w in ("rosdiana", "karyono", "komarudin", "mandira", "sukamaju")]
    [True, True, True, False, False]
    """
    return _NAME_LIKE.fullmatch(word) is not None


def verb_like(low: str) -> bool:
    """Whether a word (lower case) has the form of a verb: *meN-*, *di-*, *ber-*, *ter-*."""
    if len(low) > 7 and low.endswith("nya"):
        low = low[:-3]
    if low in NO_VERB or len(low) < 5:
        return False
    head = low[:3]
    if low[:2] == "di":
        return len(low) > 5 and "-" not in low
    if head in ("mem", "men", "mel", "mer", "mew", "mey"):
        return len(low) > 5
    return head in ("ber", "ter") and len(low) > 5

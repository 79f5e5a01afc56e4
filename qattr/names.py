"""Where the name begins in a segment that may begin with a post, a body or titles.

*Kepala Dinas Kesehatan Melur* | *Rahma Wulandari*: no mark divides them.  Every word gets a class
(:func:`word_class`), every place where a name could begin a score out of the classes around it.
"""

from __future__ import annotations

from qattr.kinds import CAPITAL, NAME, is_acronym, is_capital
from qattr.lexer import Article
from qattr.lexicon import Lexicon
from qattr.morphology import name_like
from qattr.vocabulary import (
    BALINESE,
    ENGLISH_POSTS,
    INITIALS,
    INTRODUCES_ROLE,
    NEEDS_A_NAME,
    OF_A_BODY,
    OF_A_PLACE,
    OF_A_PROVINCE,
    PARTICLES,
    ROMAN,
    TEAM,
    TERRITORIAL,
)
from qattr.words import title_word

# What a word inside, at the start or before a name says for or against a name beginning there, by its class.
_INSIDE = {"G": 2.0, "X": 0.7, "N": 0.5, "A": -1.0, "V": -4.0, "D": -6.0, "L": -6.0, "T": 0.0, "P": 0.0, ".": 0.0}
_FIRST = _INSIDE | {"G": 3.5, "A": -2.0}
_KNOWN_FIRST, _KNOWN_INSIDE, _KNOWN_LATE, _KNOWN_DEEP = 3.0, 2.0, 0.5, -1.5
_LONG, _BREAK = 4, -3.0
_LENGTH = (0.0, -0.5, 1.0, 0.6, -0.3)  # by the number of words: most names have two or three
_LEFT_OUT, _PLACED, _BODY_GOES_ON = -2.0, 3.0, 1.0
_KNOWN_LOST, _GIVEN_LOST = -3.0, -1.5


def word_class(article: Article, i: int, end: int) -> str:
    """What a word is, in one letter (*Kepala Dinas Rahma Wulandari* is ``VVGN``).

    T title, D number, A acronym, G given name, X given name or common word, V vocabulary, P particle, L lower case,
    N unknown, a dot for punctuation."""
    word, low = article.words[i], article.lows[i]
    lex = article.lexicon
    if not word[0].isalpha():
        return "D" if word[0].isdigit() else "."
    if low.startswith("u-") and low[2:].isdigit():
        return "D"  # Timnas Andara U-16
    if low in lex.months and i and article.words[i - 1].isdigit():
        return "D"  # Universitas 17 Agustus 1945
    if not is_capital(word):
        return "P" if low in PARTICLES else "L"
    if title_word(article, i) and not (
        i and article.lows[i - 1] in ("direktur", "inspektur", "sekretaris", "konsul", "jaksa", "guru", "duta")
    ):
        return "T"
    if low in INITIALS and word.isupper():
        return "G"
    if low in ("i", "ni") and i + 1 < len(article.lows) and article.lows[i + 1] in BALINESE:
        return "G"
    if (low in ROMAN and (len(low) > 1 or low == "i")) or (len(low) == 1 and i and article.lows[i - 1] == "komisi"):
        return "D"  # Komisi III, Komisi B
    common = low in article.common or (low[:2] in ("pe", "ke") and low.endswith("an") and len(low) > 7)
    if low in article.acronyms:
        return "A"
    if low in lex.roles and i and article.lows[i - 1] in ("majelis", "ketua", "kepala", "calon", "mantan", "wakil"):
        return "V"
    if low in lex.given:
        return "X" if (common and low not in lex.ambiguous) or low in lex.ambiguous else "G"
    if common:
        return "V"
    if is_acronym(word) or (low in lex.acronyms and len(low) > 4):
        return "A"
    if low in article.vocabulary:
        return "V"
    if name_like(low):
        return "G"
    goes_on = i + 1 < end and article.kinds[i + 1] & CAPITAL
    return "V" if (goes_on and article.is_placed(i)) or _half_of_place(article, i) else "N"


def _half_of_place(article: Article, i: int) -> bool:
    """*Kulon Progo*: a place that the table of places writes as one word."""
    lows, places = article.lows, article.lexicon.places
    return (i + 1 < len(lows) and lows[i] + lows[i + 1] in places) or (i > 0 and lows[i - 1] + lows[i] in places)


def name_start(article: Article, i: int, j: int, known: frozenset[str]) -> int:
    """Where the name begins in the words ``i``-``j``, ``j`` if they hold none (*Kepala Dinas Kesehatan* | *Rahma*)."""
    key = ("name", i, j, known)
    if key not in article.reads:
        article.reads[key] = _name_start(article, i, j, known)
    return article.reads[key]  # type: ignore[no-any-return]


def _classes(article: Article, i: int, j: int) -> str:
    """The classes of the words ``i``-``j``; what stands in brackets counts as punctuation."""
    classes = [word_class(article, k, j) for k in range(i, j)]
    words = article.words[i:j]
    if "(" in words:
        depth = 0
        for k, word in enumerate(words):
            depth += word == "("
            if depth:
                classes[k] = "."
            depth -= word == ")" and depth > 0
    return "".join(classes)


def _name_start(article: Article, i: int, j: int, known: frozenset[str]) -> int:
    lows, lex = article.lows, article.lexicon
    whole = j
    j = next((k for k in range(i + 1, j) if lows[k] == "," and behind_degrees(article, k + 1, j) >= j), j)
    classes = _classes(article, i, j)
    size = len(classes.rstrip("L."))
    best, best_score = size, 0.0
    if size == 2 and lows[i] == "hakim" and classes[1] in "NGX" and not _COURT.isdisjoint(article.vocabulary):
        return i + 1  # kata Hakim Marbun
    titles = [
        k
        for k in range(size)
        if classes[k] == "T" and not (k and (classes[k - 1] == "G" or lows[i + k - 1] in NEEDS_A_NAME))
    ]
    first = titles[-1] + 1 if titles and titles[-1] + 1 < size else 0
    for k in range(first, size):
        if classes[k] in "DLTP." or lows[i + k] in INTRODUCES_ROLE:
            continue
        if (
            not k
            and size > 1
            and lows[i] in lex.roles
            and lows[i] in lex.given
            and (lows[i + 1] in known or classes[1] in "GX")
        ):
            continue  # Hakim Marbun: a post that is a name as well
        if k and len(lows[i + k]) == 1 and classes[k - 1] in "NGX":
            continue  # an initial inside a name: Sara K. Lubis
        if k and classes[k - 1] == "V" and _place_goes_on(article, i + k):
            continue
        score = _score(article, i, k, classes, size, known)
        if score > best_score:
            best, best_score = k, score
    if 1 < best < size:
        dot = lows[i + best - 1] == "."
        if best - dot > 1 and classes[best - 1 - dot] != "T" and _initial_at(article, i + best - 1 - dot):
            best -= 1 + dot  # Kabupaten Melur M | Rahma Wulandari
    return i + best if best < size else whole


_COURT = frozenset(["majelis", "Majelis", "hakim", "terdakwa"])
"""Where one of these stands in an article, *Hakim Marbun* is a judge."""


def _initial_at(article: Article, i: int) -> bool:
    """Whether word ``i`` is an initial before a name rather than the letter of a class (*Komisi B*, *Kelas A*)."""
    low = article.lows[i]
    return len(low) == 1 and low in "fhjkmnrsty" and article.words[i].isupper()


def strong_name(article: Article, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a segment that begins with a post surely holds a name as well (*Menteri Sosial Rahma*)."""
    split = name_start(article, start, end, known)
    if split >= end:
        return False
    lows = article.lows
    return title_word(article, split - 1) or any(
        lows[k] in known or word_class(article, k, end) == "G" for k in range(split, end)
    )


def unknown_name(article: Article, start: int, j: int) -> bool:
    """Two or more capitals in a row at the end of a segment, surely a name: *pedagang Sugandi Tarmo*."""
    kinds = article.kinds
    return j - 2 > start and bool(kinds[j - 2] & kinds[j - 1] & NAME)


def _may_go_on(low: str, lex: Lexicon) -> bool:
    """Whether an unknown name behind a word of a post may be a body or village (*Direktur Persada*, *Camat Melur*)."""
    if (
        low in NEEDS_A_NAME
        or low in TERRITORIAL
        or low in OF_A_BODY
        or low in ENGLISH_POSTS
        or low in ("utama", "umum", "senior", "eksekutif", "bicara")
    ):
        return True
    return low in TEAM


def _score(article: Article, i: int, k: int, classes: str, size: int, known: frozenset[str]) -> float:
    lows = article.lows
    lex = article.lexicon
    score = 0.0
    worth = _FIRST
    for m in range(k, size):
        kind = classes[m]
        if lows[i + m] in known and not (kind == "A" and m < size - 1):
            late = _KNOWN_LATE if m == size - 1 or size - k < _LONG else _KNOWN_DEEP
            score += _KNOWN_FIRST if m == k else _KNOWN_INSIDE if m == k + 1 else late
        else:
            score += worth[kind]
            if kind == "V" and k < m < size - 1 and lows[i + m] in lex.place_words and len(lows[i + m]) > 2:
                score += _BREAK  # UIN Syarif Hidayatullah Jakarta Azra: no name goes on behind a place
        worth = _INSIDE
    for m in range(k):
        kind, low = classes[m], lows[i + m]
        if low in known and kind in "GNX":
            score += _KNOWN_LOST
        elif kind == "G" and not _named_after(lows, classes, i, m):
            score += _GIVEN_LOST
    run = k  # words right before the name that could belong to it
    while run and classes[run - 1] in "NX":
        run -= 1
    if run and run < k and classes[run - 1] in "VADL.":
        if (
            lows[i + k] in known
            and size - k > 1
            and classes[run - 1] != "."
            and lows[i + run - 1] not in lex.place_words
            and "X" not in classes[run:k]
            and any(low in lex.bodies or low in OF_A_BODY for low in lows[i : i + run])
        ):
            score += _BODY_GOES_ON  # Ketua Persatuan Guru Melur | Sutarto Alim … kata Sutarto
        elif k - run == 1 and size - k > 1 and classes[k] == "G" and lex.bodies.get(lows[i + run - 1]) == "body":
            pass  # Ketua DPRD Melur | Hasan Basri: a place behind the body
        elif not _may_go_on(lows[i + run - 1], lex):
            score += _LEFT_OUT  # behind a finished post the next name word begins the name
    if k - run == 1 and size - k > 1 and lows[i + run - 1] in OF_A_PLACE and classes[k] == "G" and run:
        # Bupati Sukamaju Rahma; the provinces are all known: Gubernur Ratno Bagas Wijayanegara
        score += _LEFT_OUT if lows[i + run - 1] in OF_A_PROVINCE and lows[i + run] not in lex.place_words else _PLACED
    if k:
        before, low = classes[k - 1], lows[i + k - 1]
        if before == "T":
            score += -4 if k > 1 and lows[i + k - 2] in NEEDS_A_NAME else 6  # RSUD Dr Sutomo | Rahma
        elif before in "VADL" or low == ")":
            score += 1
        if low in NEEDS_A_NAME and lows[i + k] not in known:
            score -= 3
        if low in TERRITORIAL and k + 2 < size and lows[i + k] not in lex.given and lows[i + k] not in known:
            score -= 2
        if low in TERRITORIAL and k + 1 == size and lows[i + k] not in known and classes[k] != "G":
            score -= 2
    length = size - k - classes.count(".", k, size)
    if length < len(_LENGTH):
        return score + (_LENGTH[length] if length > 1 or lows[i + k] not in known else 0.0)
    return score - (length - len(_LENGTH) + 1)


def _place_goes_on(article: Article, i: int) -> bool:
    """Whether word ``i`` is the second half of a place: *Palangka* | *Raya*."""
    before, low, places = article.lows[i - 1], article.lows[i], article.lexicon.places
    return f"{before} {low}" in places or before + low in places


def _named_after(lows: tuple[str, ...], classes: str, i: int, m: int) -> bool:
    """Whether the name word ``m`` belongs to a body: *UIN Syarif Hidayatullah*, *RSUD Dr Sutomo*."""
    while m and classes[m - 1] in "GNXT":
        m -= 1
    if m > 2 and lows[i + m - 1] == ")":
        m -= 1
    return m > 0 and lows[i + m - 1] in NEEDS_A_NAME


def _set_apart(article: Article, j: int, k: int, letters: str) -> bool:
    """*M. Si*: a degree with a blank inside."""
    return k == j + 2 and article.words[j] in ("S", "M") and letters + article.lows[k] in article.lexicon.degrees


def behind_degrees(article: Article, i: int, end: int) -> int:
    """Behind the academic degrees that begin at word ``i`` (``i`` itself where there is none): *, S.H., M.Hum.*"""
    words, lows, kinds = article.words, article.lows, article.kinds
    degrees = article.lexicon.degrees
    j = i
    while j < end:
        k, letters = j, ""
        while (
            k < end
            and (words[k] == "." or (words[k].isalpha() and (len(letters) < 6)))
            and (k == j or words[k] == "." or not article.blank_before(k) or _set_apart(article, j, k, letters))
        ):
            letters += lows[k] if words[k] != "." else ""
            k += 1
        dotted = (
            letters[:1] in ("s", "m", "p", "a")
            and k - j > 2
            and words[j] in ("S", "M", "Ph", "Sp", "A")
            and words[j + 1] == "."
            and len(letters) < 7
        )
        if (
            k == j
            or not (letters in degrees or dotted)
            or not kinds[j] & CAPITAL
            or article.lexicon.titles.get(letters) in ("rank", "academic")
        ):
            return j
        j = k
        while j < end and words[j] == "." and letters:
            j += 1
        if j < end and words[j] == "," and j + 1 < end and kinds[j + 1] & CAPITAL:
            following = behind_degrees(article, j + 1, end)
            return following if following > j + 1 else j
    return j

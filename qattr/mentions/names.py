"""Where the name begins in a segment that may begin with a role, an organization or titles.

*Kepala Dinas Kesehatan Melur* | *Rahma Wulandari*: no mark divides them.  Every word gets a class
(:func:`word_class`), every place where a name could begin a score out of the classes around it.
"""

from __future__ import annotations

from qattr.lexicon.morphology import name_like
from qattr.lexicon.vocabulary import (
    BALINESE,
    ENGLISH_ROLES,
    INITIALS,
    INTRODUCES_ROLE,
    NEEDS_A_NAME,
    OF_A_ORGANIZATION,
    OF_A_PLACE,
    OF_A_PROVINCE,
    PARTICLES,
    ROMAN,
    SCHOOLS,
    TEAM,
    TERRITORIAL,
)
from qattr.mentions.word_questions import title_word
from qattr.text.article import Article
from qattr.text.features import (
    ACRONYM,
    ALPHA,
    CAPITAL,
    FIELD,
    GIVEN,
    MONTH,
    NAME,
    OFFICE,
    ORGANIZATION,
    PLACE,
    STARTER,
    TITLES,
)

# What a word inside, at the start or before a name says for or against a name beginning there, by its class; in tenths,
# so that equal scores are equal.
_INSIDE = {"G": 20, "X": 7, "N": 5, "A": -10, "V": -40, "D": -60, "L": -60, "T": 0, "P": 0, ".": 0}
_NEVER = -10_000
_FIRST = _INSIDE | {"G": 35, "A": -20} | dict.fromkeys("DLTP.", _NEVER)
_KNOWN_FIRST, _KNOWN_INSIDE, _KNOWN_LATE, _KNOWN_DEEP = 30, 20, 5, -15
_LONG, _BREAK = 4, -30
_LENGTH = (0, -5, 10, 6, -3)  # by the number of words: most names have two or three
_LONGER = -10
_MOST_LENGTH = max(_LENGTH)
_LEFT_OUT, _PLACED, _ORGANIZATION_GOES_ON = -20, 30, 10
_KNOWN_LOST, _GIVEN_LOST = -30, -15
_TITLED, _TITLE_OF_A_ORGANIZATION, _AFTER_A_ROLE, _UNNAMED_ORGANIZATION, _UNNAMED_PLACE = 60, -40, 10, -30, -20


def word_class(article: Article, i: int, end: int) -> str:
    """What a word is, in one letter (*Kepala Dinas Rahma Wulandari* is ``VVGN``).

    T title, D number, A acronym, G given name, X given name or common word, V vocabulary, P particle, L lower case,
    N unknown, a dot for punctuation."""
    kind, low = article.features[i], article.lows[i]
    if kind & OFFICE:
        return "A" if low in article.acronyms else "V"
    word = article.words[i]
    if not kind & ALPHA:
        return "D" if word[0].isdigit() else "."
    lex = article.lexicon
    if low[:2] == "u-" and low[2:].isdigit():
        return "D"  # Timnas Andara U-16
    if kind & _MONTH_OR_TITLE:
        if kind & MONTH and i and article.words[i - 1].isdigit():
            return "D"  # Universitas 17 Agustus 1945
        if kind & CAPITAL and title_word(article, i) and not (i and article.lows[i - 1] in _TITLE_GOES_ON):
            return "T"
    if not kind & CAPITAL:
        return "P" if low in PARTICLES else "L"
    if len(low) < _SHORT:
        letters = _letters(article, i)
        if letters:
            return letters
    if low in article.acronyms:
        return "A"
    if kind & STARTER and i and low in lex.roles and article.lows[i - 1] in _ROLE_GOES_ON:
        return "V"
    common = kind & FIELD or low in article.common
    if kind & GIVEN:
        return "X" if common or low in lex.ambiguous else "G"
    if common:
        return "V"
    if kind & ACRONYM or (kind & ORGANIZATION and len(low) > 4):
        return "A"
    if low in article.vocabulary:
        return "V"
    if name_like(low):
        return "G"
    goes_on = i + 1 < end and article.features[i + 1] & CAPITAL
    return "V" if (goes_on and article.is_placed(i)) or _half_of_place(article, i) else "N"


_MONTH_OR_TITLE = MONTH | TITLES
_TITLE_GOES_ON = frozenset(["direktur", "inspektur", "sekretaris", "konsul", "jaksa", "guru", "duta"])
"""After one of these a title is part of the role: *Direktur Jenderal*, *Guru Besar*."""
_ROLE_GOES_ON = frozenset(["majelis", "ketua", "kepala", "calon", "mantan", "wakil"])
"""After one of these a role is no name: *Ketua Hakim*, although *Hakim* is one."""
_SHORT = 1 + max(map(len, INITIALS | ROMAN))


def _letters(article: Article, i: int) -> str:
    """The class of a capitalized word that is letters or a number: *FX Hadi*, *I Made*, *Komisi III*; else nothing."""
    lows = article.lows
    low = lows[i]
    if low in INITIALS and article.words[i].isupper():
        return "G"
    if low in ("i", "ni") and i + 1 < len(lows) and lows[i + 1] in BALINESE:
        return "G"
    if (low in ROMAN and (len(low) > 1 or low == "i")) or (len(low) == 1 and i and lows[i - 1] == "komisi"):
        return "D"  # Komisi III, Komisi B
    return ""


def _half_of_place(article: Article, i: int) -> bool:
    """*Kulon Progo*: a place that the table of places writes as one word."""
    lows, places = article.lows, article.lexicon.places
    return (i + 1 < len(lows) and lows[i] + lows[i + 1] in places) or (i > 0 and lows[i - 1] + lows[i] in places)


def name_start(article: Article, i: int, j: int) -> int:
    """Where the name begins in the words ``i``-``j``, ``j`` if they hold none (*Kepala Dinas Kesehatan* | *Rahma*)."""
    key = ("name", i, j)
    found: int | None = article.reads.get(key)
    if found is None:
        found = article.reads[key] = _name_start(article, i, j)
    return found


def _classes(article: Article, i: int, j: int) -> str:
    """The classes of the words ``i``-``j``; what stands in brackets counts as punctuation."""
    lows, short_forms = article.lows, article.acronyms
    classes = [
        "V" if kind & OFFICE and lows[k] not in short_forms else word_class(article, k, j)  # half of all are V
        for k, kind in enumerate(article.features[i:j], i)
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


def _name_start(article: Article, i: int, j: int) -> int:
    whole = j
    lows = article.lows[i:j]
    if "," in lows:
        j = next((k for k in range(i + 1, j) if lows[k - i] == "," and after_degrees(article, k + 1, j) >= j), j)
    classes = _classes(article, i, j).rstrip("L.")
    size = len(classes)
    lows = lows[:size]
    if _NAMELESS.issuperset(classes) and article.short_names.isdisjoint(lows):
        return whole  # Kepala Dinas Kesehatan
    if size == 2 and lows[0] == "hakim" and classes[1] in "NGX" and not _COURT.isdisjoint(article.vocabulary):
        return i + 1  # kata Hakim Marbun
    k = _best_start(article, i, lows, classes)
    if 1 < k < size:
        dot = lows[k - 1] == "."
        if k - dot > 1 and classes[k - 1 - dot] != "T" and _initial_at(article, i + k - 1 - dot):
            k -= 1 + dot  # Kabupaten Melur M | Rahma Wulandari
    return i + k if k < size else whole


_NAMELESS = frozenset("VADLP.")
"""Where all words are of these classes, and none is known, no place has a score above 0."""
_COURT = frozenset(["majelis", "Majelis", "hakim", "terdakwa"])
"""Where one of these stands in an article, *Hakim Marbun* is a judge."""


def _initial_at(article: Article, i: int) -> bool:
    """Whether word ``i`` is an initial before a name rather than the letter of a class (*Komisi B*, *Kelas A*)."""
    low = article.lows[i]
    return len(low) == 1 and low in "fhjkmnrsty" and article.words[i].isupper()


def strong_name(article: Article, start: int, end: int) -> bool:
    """Whether a segment that begins with a role surely holds a name as well (*Menteri Sosial Rahma*)."""
    split = name_start(article, start, end)
    if split >= end:
        return False
    lows = article.lows
    return title_word(article, split - 1) or any(
        lows[k] in article.short_names or word_class(article, k, end) == "G" for k in range(split, end)
    )


def name_after_role(article: Article, i: int, j: int) -> int:
    """Where the name begins after a role beside a nickname, where one unknown word is the place of the role (*Amah,
    sapaan akrab Bupati Karang*)."""
    split = name_start(article, i, j)
    return j if split == j - 1 and word_class(article, split, j) == "N" else split


def unknown_name(article: Article, start: int, j: int) -> bool:
    """Two or more capitals in a row at the end of a segment, surely a name: *pedagang Sugandi Tarmo*."""
    features = article.features
    return j - 2 > start and bool(features[j - 2] & features[j - 1] & NAME)


_MAY_GO_ON = NEEDS_A_NAME | TERRITORIAL | OF_A_ORGANIZATION | ENGLISH_ROLES | TEAM
_MAY_GO_ON |= {"utama", "umum", "senior", "eksekutif", "bicara"}
"""An unknown name after one of these may be an organization or village: *Direktur Persada*, *Camat Melur*."""


def _best_start(article: Article, i: int, lows: tuple[str, ...], classes: str) -> int:
    """The place with the highest score, the first of several; the segment's size where none has a score above 0.

    *Kepala Dinas Rahma Wulandari* (``VVGN``): 2."""
    size = len(classes)
    inside = [*map(_INSIDE.__getitem__, classes)]  # what each word adds inside a name
    known_at = []
    if not article.short_names.isdisjoint(lows):
        known_at = [
            m for m, low in enumerate(lows) if low in article.short_names and (classes[m] != "A" or m == size - 1)
        ]
        for m in known_at:
            inside[m] = 0
    for m, bits in enumerate(article.features[i : i + size - 1]):
        if bits & PLACE and classes[m] == "V" and len(lows[m]) > 2 and m not in known_at:
            inside[m] += _BREAK  # UIN Syarif Hidayatullah Jakarta Azra: no name goes on after a place
    begin = _after_titles(lows, classes) if "T" in classes else 0
    best, best_score = size, 0
    most = _MOST_LENGTH + _KNOWN_INSIDE * len(known_at)
    rest = sum(inside)  # what stands after a word says …
    gone = most_after = 0  # … and what is left before it
    for k, kind in enumerate(classes):
        rest -= inside[k]
        if k >= begin:
            score = rest + gone + (_KNOWN_FIRST if k in known_at and kind not in "DLTP." else _FIRST[kind])
            if score + most_after + most > best_score:
                for m in known_at:
                    if m > k:
                        score += _known_inside(k, m, size)
                length = size - k - classes.count(".", k)
                if length > 1 or lows[k] not in article.short_names:
                    score += _LENGTH[length] if length < len(_LENGTH) else _LONGER * (length - len(_LENGTH) + 1)
                if score + most_after > best_score:
                    if k:
                        score += _after(article, i, k, lows, classes)
                    if score > best_score and not _goes_on(article, i, k, lows, classes):
                        best, best_score = k, score
        if k in known_at:
            gone += _KNOWN_LOST if kind in "GNX" else 0
        elif kind == "G" and not _named_after(lows, classes, k):
            gone += _GIVEN_LOST
        most_after = _MOST_AFTER[kind]
    return best


def _known_inside(k: int, m: int, size: int) -> int:
    """What the known word ``m`` adds to a name that begins at ``k`` before it."""
    if m == k + 1:
        return _KNOWN_INSIDE
    return _KNOWN_LATE if m == size - 1 or size - k < _LONG else _KNOWN_DEEP


def _after_titles(lows: tuple[str, ...], classes: str) -> int:
    """After the last title, where a name can begin: *Menteri Dr* | *Rahma*; but *RSUD Dr Sutomo*, *Rahma Haji*."""
    for k in range(len(classes) - 1, -1, -1):
        if classes[k] == "T" and not (k and (classes[k - 1] == "G" or lows[k - 1] in NEEDS_A_NAME)):
            return k + 1 if k + 1 < len(classes) else 0
    return 0


def _goes_on(article: Article, i: int, k: int, lows: tuple[str, ...], classes: str) -> bool:
    """Whether word ``k`` of a segment goes on with what stands before it, or begins a role: no name begins there."""
    low = lows[k]
    if low in INTRODUCES_ROLE:
        return True
    if not k:  # Hakim Marbun: a role that is a name as well
        return (
            len(classes) > 1
            and bool(article.features[i] & GIVEN)
            and low in article.lexicon.roles
            and (lows[1] in article.short_names or classes[1] in "GX")
        )
    before = classes[k - 1]
    if len(low) == 1 and before in "NGX":
        return True  # an initial inside a name: Sara K. Lubis
    if before == "D" and k > 1 and lows[k - 2] in SCHOOLS and classes[k] == "N" and low not in article.short_names:
        return True  # Kepala SMAN 1 Melur
    return before == "V" and _place_goes_on(article, i + k)


def _after(article: Article, i: int, k: int, lows: tuple[str, ...], classes: str) -> int:
    """What the words before word ``k`` of a segment say for or against a name there: *Bupati Sukamaju* | *Rahma*."""
    score = 0
    before, low = classes[k - 1], lows[k - 1]
    if before in "NX":
        score = _after_name_words(article, i, k, lows, classes)
    elif before == "T":  # RSUD Dr Sutomo | Rahma
        score = _TITLE_OF_A_ORGANIZATION if k > 1 and lows[k - 2] in NEEDS_A_NAME else _TITLED
    elif before in "VADL" or low == ")":
        score = _AFTER_A_ROLE
    if lows[k] in article.short_names:
        return score
    if low in NEEDS_A_NAME:
        score += _UNNAMED_ORGANIZATION
    if low in TERRITORIAL:
        left = len(classes) - k
        if (left > 2 and not article.features[i + k] & GIVEN) or (left == 1 and classes[k] != "G"):
            score += _UNNAMED_PLACE
    return score


_MOST_AFTER = (
    dict.fromkeys("GAVDLP.", _AFTER_A_ROLE) | dict.fromkeys("NX", _PLACED + _ORGANIZATION_GOES_ON) | {"T": _TITLED}
)
"""The most that the words before a place can add to its score, by the class of the last one."""


def _after_name_words(article: Article, i: int, k: int, lows: tuple[str, ...], classes: str) -> int:
    """What words that could belong to the name, left before it, say: *Bupati* | *Sukamaju* | *Rahma Wulandari*."""
    lex = article.lexicon
    several = len(classes) - k > 1
    run = k - 1  # where those words begin
    while run and classes[run - 1] in "NX":
        run -= 1
    if not run:
        return 0
    score = 0
    before, head = classes[run - 1], lows[run - 1]
    if before in "VADL.":
        if (
            several
            and lows[k] in article.short_names
            and before != "."
            and not article.features[i + run - 1] & PLACE
            and "X" not in classes[run:k]
            and any(low in lex.organizations or low in OF_A_ORGANIZATION for low in lows[:run])
        ):
            score = _ORGANIZATION_GOES_ON  # Ketua Persatuan Guru Melur | Sutarto Alim … kata Sutarto
        elif several and k - run == 1 and classes[k] == "G" and lex.organizations.get(head) == "organization":
            pass  # Ketua DPRD Melur | Hasan Basri: a place after the organization
        elif head not in _MAY_GO_ON:
            score = _LEFT_OUT  # after a finished role the next name word begins the name
    if several and k - run == 1 and classes[k] == "G" and head in OF_A_PLACE:
        # Bupati Sukamaju Rahma; the provinces are all known: Gubernur Ratno Bagas Wijayanegara
        score += _LEFT_OUT if head in OF_A_PROVINCE and not article.features[i + run] & PLACE else _PLACED
    return score


def _place_goes_on(article: Article, i: int) -> bool:
    """Whether word ``i`` is the second half of a place: *Palangka* | *Raya*."""
    before, low, places = article.lows[i - 1], article.lows[i], article.lexicon.places
    return f"{before} {low}" in places or before + low in places


def _named_after(lows: tuple[str, ...], classes: str, m: int) -> bool:
    """Whether the name word ``m`` belongs to an organization: *UIN Syarif Hidayatullah*, *RSUD Dr Sutomo*."""
    while m and classes[m - 1] in "GNXT":
        m -= 1
    if m > 2 and lows[m - 1] == ")":
        m -= 1
    return m > 0 and lows[m - 1] in NEEDS_A_NAME


def _set_apart(article: Article, j: int, k: int, letters: str) -> bool:
    """*M. Si*: a degree with a blank inside."""
    return k == j + 2 and article.words[j] in ("S", "M") and letters + article.lows[k] in article.lexicon.degrees


OPENS_DEGREE = frozenset(("S", "M", "Ph", "Sp", "A"))
"""What stands before the first dot of a degree: *S.H.*, *Ph.D.*"""


def after_degrees(article: Article, i: int, end: int) -> int:
    """After the academic degrees that begin at word ``i`` (``i`` itself where there is none): *, S.H., M.Hum.*"""
    words, lows, features = article.words, article.lows, article.features
    degrees = article.lexicon.degrees
    j = i
    while j < end and features[j] & CAPITAL:
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
            and words[j] in OPENS_DEGREE
            and words[j + 1] == "."
            and len(letters) < 7
        )
        if k == j or not (letters in degrees or dotted) or article.lexicon.titles.get(letters) in ("rank", "academic"):
            return j
        j = k
        while j < end and words[j] == "." and letters:
            j += 1
        if j < end and words[j] == "," and j + 1 < end and features[j + 1] & CAPITAL:
            following = after_degrees(article, j + 1, end)
            return following if following > j + 1 else j
    return j

"""Text -> words with their offsets, paragraphs, sentence starts and the parts that are no article.

One scan, no object a token: an :class:`Article` holds parallel lists, and a word is named by its index.
The start of word ``i`` is ``ends[i] - len(words[i])``.  All offsets are code points into the untouched text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import Any, NamedTuple

from qattr.kinds import ALNUM, ALPHA, UPPER, Forms
from qattr.lexicon import DEFAULT, Lexicon
from qattr.vocabulary import BEFORE_PLACES, HUMANS, OPENS_CLAUSE, SMALL_STARTERS

# A word may hold apostrophes and hyphens (Ma'ruf, Al-Qur'an, Ganjar-Mahfud), a number its points, a site its dots.
_TOKEN = (
    r"(?:(?<!\w)@\w+(?:\.[a-z\d_]\w*)*|[^\w\s]|(?:Rp|RP|USD|IDR|RM|SGD|EUR)?\d+(?:[.,:/]\d+)*(?:[-\u2013]?\w+)*"
    r"|\w[\w\u0300-\u036f]*(?:['\u2019\u2018`\u00b4\u02bc-]\w[\w\u0300-\u036f]*)*(?:(?<=\d)[.,]\d+)*(?:\.(?:com|co|id|net|org|tv|news|ac|go)\b)*)"
)
# What most words are, tried first: it halves the time.
_PLAIN = r"[A-Za-z]++(?![\w'\u2019\u2018`\u00b4\u02bc-]|\.[a-z])|"
_SCAN = re.compile(r"\s*+(?:" + _PLAIN + _TOKEN + r"|\Z)")
# The same where the text holds characters that print nothing, or blanks written as entities.
_BLANK = (
    r"(?:[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x1f\x7f-\x9f]"
    r"|&nbsp;|&#160;)*+"
)
_SCAN_ODD = re.compile(_BLANK + "(?:" + _PLAIN + _TOKEN + r"|\Z)")
_ODD_RANGES = (
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_ODD = frozenset(chr(code) for first, last in _ODD_RANGES for code in range(first, last + 1))
"""What prints nothing and is no blank for Python: each is a word of its own where the scan does not leave it out."""
_LEADING_BLANK = re.compile(_BLANK)
_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029]")
_STOPS = frozenset(".?!\u2026")


class Article:
    """What the scan found; the later stages read it and change nothing.

    A class with slots rather than a named tuple: the rules read these lists many thousand times, and a slot is the
    cheapest attribute that Python has.
    """

    __slots__ = (
        "_placed", "acronyms", "common", "ends", "kinds", "lexicon", "low_words", "lows", "noise", "paragraphs",
        "reads", "spelled", "starters", "starts_paragraph", "text", "vocabulary", "words",
    )  # fmt: skip

    text: str
    lexicon: Lexicon
    words: tuple[str, ...]
    lows: tuple[str, ...]
    """The words in lower case."""
    low_words: frozenset[str]
    """The different ones of them."""
    kinds: tuple[int, ...]
    """What each word can be by itself: bits, named in :mod:`qattr.kinds`."""
    ends: list[int]
    """The end offset of each word."""
    paragraphs: list[tuple[int, int]]
    """Start and end of every line that holds something; the whole text where there are no line breaks."""
    starters: frozenset[str]
    """Words in lower case that can begin a source phrase although they have no capital (*politikus*, *seorang*)."""
    common: frozenset[str]
    """Words in lower case that belong to posts, bodies, fields and places."""
    vocabulary: frozenset[str]
    """Every word as it is written: a capitalized word that also stands here in lower case is a common word."""
    starts_paragraph: frozenset[int]
    """The words that open a paragraph."""
    noise: list[tuple[int, int]]
    """Spans of the text that are not the article: related links, bylines, advertisement."""
    acronyms: dict[str, tuple[int, int]]
    """Short forms of bodies that the article spells out (*Jaringan Pasar Rakyat (JPR)*), lower case -> full name."""
    spelled: dict[int, int]
    """Where such a full name begins -> the word behind it."""
    reads: dict[Any, Any]
    """Phrases that :func:`qattr.mentions.read` has read, so that several rules can ask for the same one."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        words: tuple[str, ...],
        lows: tuple[str, ...],
        kinds: tuple[int, ...],
        ends: list[int],
        vocabulary: frozenset[str],
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.words = words
        self.lows = lows
        self.kinds = kinds
        self.low_words = frozenset(lows)
        self.ends = ends
        self.paragraphs = _paragraphs(text)
        made = derived(lexicon)
        self.starters, self.common = made.starters, made.common
        self.vocabulary = vocabulary
        self.starts_paragraph = frozenset(bisect_right(ends, start) for start, _ in self.paragraphs)
        self.reads = {}
        self._placed: dict[str, int] | None = None
        self.noise = _noise(self)
        self.acronyms = _acronyms(self)
        self.spelled = dict(reversed(self.acronyms.values()))

    def start(self, i: int) -> int:
        """The offset of the first character of word ``i`` (the text's length behind the last word)."""
        return self.ends[i] - len(self.words[i]) if i < len(self.words) else len(self.text)

    def at(self, offset: int) -> int:
        """The index of the first word that ends behind ``offset``."""
        return bisect_right(self.ends, offset)

    def in_noise(self, i: int) -> bool:
        """Whether word ``i`` is no part of the article."""
        end = self.ends[i]
        k = bisect_right(self.noise, (end, 0)) - 1
        return k >= 0 and self.noise[k][1] >= end

    def places(self, wanted: Set[str]) -> Iterator[int]:
        """Where the words stand that are among ``wanted`` (lower case), in order."""
        if self.low_words.isdisjoint(wanted):
            return iter(())
        return compress(count(), map(wanted.__contains__, self.lows))

    def is_placed(self, i: int) -> bool:
        """Whether the article uses word ``i`` elsewhere as a place's name: *di Melur*, *Sungai Melur*."""
        if self._placed is None:
            self._placed = self._find_places()
        return self._placed.get(self.lows[i], i) != i

    def _find_places(self) -> dict[str, int]:
        """Where a word (lower case) first stands behind a noun for a place that is no part of a post."""
        words, lows, kinds, roles = self.words, self.lows, self.kinds, self.lexicon.roles
        found: dict[str, int] = {}
        for i in self.places(BEFORE_PLACES):
            if i + 1 < len(words) and kinds[i + 1] & UPPER and (i == 0 or lows[i - 1] not in roles):
                found.setdefault(lows[i + 1], i + 1)
        return found

    def blank_before(self, i: int) -> bool:
        """Whether something stands between word ``i`` and the one before it."""
        return i == 0 or self.ends[i] - len(self.words[i]) > self.ends[i - 1]

    def slice(self, i: int, j: int) -> str:
        """The text of the words ``i`` to ``j`` (half-open)."""
        return self.text[self.start(i) : self.ends[j - 1]] if j > i else ""


def scan(text: str, lexicon: Lexicon = DEFAULT) -> Article:
    """Cut a text into words.

    >>> scan("Kata Budi, siap.").words
    ('Kata', 'Budi', ',', 'siap', '.')
    """
    made = derived(lexicon)
    forms = made.forms
    pieces = _SCAN.findall(text)
    while pieces and not pieces[-1].strip():
        pieces.pop()  # the last blanks, at which the scan ends
    words, lows, kinds = _columns(forms, pieces)
    ends = list(accumulate(map(len, pieces)))
    vocabulary = frozenset(words)
    if not vocabulary.isdisjoint(_ODD) or "&nbsp;" in text or "&#160;" in text:
        pieces = _SCAN_ODD.findall(text)
        bare = [piece[_LEADING_BLANK.match(piece).end() :] for piece in pieces]  # type: ignore[union-attr]
        while bare and not bare[-1]:
            bare.pop()
        words, lows, kinds = _columns(forms, bare)
        ends = list(accumulate(map(len, pieces[: len(bare)])))
        vocabulary = frozenset(words)
    glued = _glued(vocabulary & forms.seams, lexicon)
    if glued:
        bare, ends = _unglue(words, ends, glued)
        words, lows, kinds = _columns(forms, bare)
    return Article(text, lexicon, words, lows, kinds, ends, vocabulary)


def _columns(forms: Forms, pieces: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """The words, the words in lower case and their kinds, each for itself."""
    return tuple(zip(*map(forms.__getitem__, pieces), strict=True)) or ((), (), ())  # type: ignore[return-value]


_GOES_ON_BELOW = ",\"'\u201d\u2019"
"""Ends of a line behind which a small letter on the next line goes on (*"Kami siap,"* / *ujar Rahma*)."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that hold something; a line that goes on with a small letter belongs to the one before."""
    found: list[tuple[int, int]] = []
    end = -1
    for line in _LINE_BREAK.split(text):
        start, end = end + 1, end + 1 + len(line)
        body = line.lstrip()
        if not body:
            continue
        last = found[-1][1] if found else 0
        near = bool(found) and text.count("\n", last, start) < 2  # no blank line between
        if near and body[0].islower() and (text[last - 1].isalnum() or text[last - 1] in _GOES_ON_BELOW):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


_BRACKETED = re.compile(r"\(([A-Z][\w&-]{1,11}(?: [A-Z]\w{1,11})?)\)")
_LINKS_WORDS = frozenset(["dan", "untuk", "of", "for", "and", "the", "atas", "bagi"])


def _acronyms(article: Article) -> dict[str, tuple[int, int]]:
    """Bodies that are spelled out before a short form in brackets; a person's initials (*(SBY)*) are left out."""
    words, lows, lex, kinds = article.words, article.lows, article.lexicon, article.kinds
    found: dict[str, tuple[int, int]] = {}
    for match in _BRACKETED.finditer(article.text):
        short = match.group(1).lower()
        j = article.at(match.start())
        k = j
        listed = "dan" in lows[max(0, j - 4) : j]  # Badan Meteorologi, Klimatologi, dan Geofisika
        while (
            k > 0
            and j - k < 12
            and k not in article.starts_paragraph
            and (kinds[k - 1] & UPPER or lows[k - 1] in _LINKS_WORDS or (words[k - 1] == "," and listed))
        ):
            k -= 1
        letters = short.replace(" ", "")
        while k < j and not (
            kinds[k] & UPPER
            and (lows[k] in lex.bodies or lows[k] == "the" or (lows[k][0] == letters[0] and lows[k] not in lex.roles))
        ):
            k += 1
        if k >= j - 1 or any(
            low in lex.given and low not in lex.fields and low not in lex.ambiguous for low in lows[k:j]
        ):
            continue
        parts = [low for low in lows[k:j] if low not in _LINKS_WORDS and low != ","]
        if "," in lows[k:j] and not (lows[k] in lex.bodies and made_of(letters, parts)):
            continue
        if lows[k] in lex.bodies or lows[k] == "the" or made_of(letters, parts):
            found.setdefault(short, (k, j))
    return found


def made_of(short: str, parts: list[str]) -> bool:
    """Whether a short form is put together from the beginnings of a name's words, in order.

    >>> made_of("bps", ["badan", "pusat", "statistik"]), made_of("abc", ["air", "batu"])
    (True, False)
    >>> made_of("setnov", ["setya", "novanto"])
    True
    """
    reach = {0}
    for part in parts:
        more = set()
        for at in reach:
            size = 0
            while size < len(part) and at + size < len(short) and part[size] == short[at + size]:
                size += 1
                more.add(at + size)
        reach |= more
    return len(short) in reach


class Derived(NamedTuple):
    """What is worked out of a lexicon once."""

    starters: frozenset[str]
    common: frozenset[str]
    post_heads: tuple[tuple[str, str], ...]
    """An abbreviated post, and the first word of what it stands for."""
    answers: frozenset[str]
    """*membantahnya*, *membenarkannya*, *mengakuinya*."""
    subject_behind: frozenset[str]
    """Words and marks behind which the subject of a verb may begin."""
    of_office: frozenset[str]
    """Words of posts and bodies, fields of work and acronyms: no personal name unless it is a given name as well."""
    forms: Forms
    """The pieces of a text met so far."""


_derived: dict[int, tuple[Lexicon, Derived]] = {}


def derived(lexicon: Lexicon) -> Derived:
    """The tables that are made of a lexicon's own; those of the last lexicon are kept."""
    found = _derived.get(id(lexicon))
    if found is None or found[0] is not lexicon or len(found[1].forms) > _MOST_FORMS:
        _derived.clear()
        found = _derived[id(lexicon)] = (lexicon, _derive(lexicon))
    return found[1]


_MOST_FORMS = 100_000
"""Then they are begun anew; they are never emptied, because another thread may be reading them."""


def _derive(lexicon: Lexicon) -> Derived:
    several = (name.split(" ", 1)[0] for name in lexicon.role_abbreviations)
    posts = frozenset(lexicon.roles).union(lexicon.role_modifiers)
    people = lexicon.given - lexicon.places  # Sri, though there is a Sri Lanka
    starters = SMALL_STARTERS.union(posts, several, lexicon.bodies, lexicon.titles)
    of_office = posts.union(lexicon.role_abbreviations, lexicon.bodies, lexicon.fields, lexicon.acronyms)
    return Derived(
        starters,
        HUMANS.union(posts, lexicon.role_abbreviations, lexicon.bodies, lexicon.fields, lexicon.place_words - people),
        tuple((short, spelled.split(" ", 1)[0].lower()) for short, spelled in lexicon.role_abbreviations.items()),
        frozenset(
            f"{form}nya"
            for form, cue in lexicon.cues.items()
            if cue[2] == "active" and cue[1] in ("deny", "confirm", "admit")
        ),
        OPENS_CLAUSE.union(lexicon.connectives, ',:;-\u2013\u2014)"\u201c\u201d'),
        of_office,
        Forms(lexicon, starters, of_office),
    )


_SEAM = re.compile(r"([A-Za-z]?[a-z]+?)((?:[A-Z]|(?<=ansir|kutip|.dari)detik)[\w'-]*)$")


def _glued(vocabulary: frozenset[str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Words that lost the blank between them (*PenmasPolda*, *dilansirAntara*), where one of the two is known."""
    found: dict[str, tuple[str, ...]] = {}
    for word in vocabulary:
        if "-" in word:
            left, _, right = word.partition("-")
            if (
                right[:1].isupper()
                and (left[-1:].isdigit() or (left.lower() in lexicon.places and left[:1].isupper()))
                and _opens_phrase(right.lower(), lexicon)
            ):
                found[word] = (left, "-", right)  # Warta7-Ketua, Solo-Kapolres: an outlet or place glued to a post
            continue
        seam = _SEAM.match(word) if len(word) > 4 else None
        if seam is None:
            continue
        left, right = seam.groups()
        low, tail = left.lower(), right.lower()
        if (
            low in lexicon.cues
            or low in lexicon.prepositions
            or low in lexicon.place_words
            or (low in lexicon.given and len(low) > 3)
            or lexicon.titles.get(tail) == "rank"
            or lexicon.bodies.get(tail) == "body"
        ):
            found[word] = (left, right)
    return found


def _opens_phrase(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.roles or low in lexicon.bodies or low in lexicon.role_abbreviations


def _unglue(words: tuple[str, ...], ends: list[int], glued: dict[str, tuple[str, ...]]) -> tuple[list[str], list[int]]:
    new_words: list[str] = []
    new_ends: list[int] = []
    for word, end in zip(words, ends, strict=True):
        if word in glued:
            start = end - len(word)
            for piece in glued[word]:
                start += len(piece)
                new_words.append(piece)
                new_ends.append(start)
        else:
            new_words.append(word)
            new_ends.append(end)
    return new_words, new_ends


_ZONES = frozenset(("wib", "wita", "wit"))
_DATELINE_WORDS = 12


def _behind_dateline(article: Article, first: int) -> int | None:
    """The word behind a dateline (*JAKARTA, KOMPAS.com -*, *Jakarta (ANTARA) --*) that opens a paragraph."""
    words = article.words
    for i in range(first, min(len(words), first + _DATELINE_WORDS)):
        word = words[i]
        if word in "-\u2013\u2014":
            while i < len(words) and words[i] in "-\u2013\u2014":
                i += 1
            return i if i > first + 1 and i < len(words) else None
        if not (word[0].isupper() or word in ",.()/:" or "." in word or word[0].isdigit()) or (
            word == "." and i > first and words[i - 1][0].islower()
        ):
            return None
    return None


def sentence_starts(article: Article, inside: list[tuple[int, int]]) -> list[int]:
    """The words that open a sentence, in order; ``inside`` are spans (in code points) in which nothing ends.

    A stop ends a sentence when the next word has a capital, a digit or a mark, unless it belongs to an
    abbreviation (*dr.*, *No.*) or an initial (*Sara K. Lubis*).
    """
    words, lows, ends, kinds = article.words, article.lows, article.ends, article.kinds
    lex = article.lexicon
    lexicon_pronouns = ("Ia", "Dia")
    starts = set(article.starts_paragraph)
    starts.add(0)
    for first in sorted(article.starts_paragraph)[:4]:
        behind = _behind_dateline(article, first)
        if behind is not None:
            starts.add(behind)
    if not article.vocabulary.isdisjoint(_BEHIND_SUBHEAD):
        starts.update(_behind_subheads(article, starts))
    zones = iter(inside)
    low, high = next(zones, (len(article.text) + 1,) * 2)
    for i in compress(count(), map(_STOPS.__contains__, words)):
        while ends[i] > high:
            low, high = next(zones, (len(article.text) + 1,) * 2)
        if low < ends[i] <= high or i + 1 >= len(words):
            continue
        after = words[i + 1]
        if after in _STOPS or after in ")],":
            continue
        if words[i] != ".":
            starts.add(i + 1)
            continue
        if after[0].islower() or i == 0:
            continue
        if (
            ends[i + 1] - len(after) == ends[i]
            and after[0].isupper()
            and len(words[i - 1]) < 5
            and len(after) < 5
            and kinds[i - 1] & UPPER
            and after not in lexicon_pronouns
        ):
            continue  # PK/Pid.Sus/2020, S.Pd
        before = lows[i - 1]
        if len(before) == 1 and lows[i + 1] in lex.connectives and lows[i + 1] not in lex.given:
            starts.add(i + 1)  # golongan E dan F. Namun, …: no initial
            continue
        if (
            before in article.lexicon.abbreviations
            and before not in _ZONES
            and not (before == "m" and i > 1 and words[i - 2][0].isdigit())
        ):
            continue
        if before in _ZONES:
            starts.add(i + 1)
            continue
        if (
            len(before) == 1
            and words[i - 1].isupper()
            and i > 1
            and not words[i - 2][0].isdigit()
            and after[0].isalpha()
        ):
            continue
        starts.add(i + 1)
    # A closed quotation that ends with a stop ends its sentence when what follows opens one.
    for _, close in inside:
        i = bisect_right(ends, close)
        while i < len(words) and not kinds[i] & ALNUM and words[i] not in ".?!,;:(":
            i += 1
        if 0 < i < len(words) and kinds[i] & UPPER and lows[i] not in article.lexicon.cues:
            tail = article.text[max(0, close - 2) : close].rstrip()
            if tail and tail[-1] in ".?!\u2026":
                starts.add(i)
    return sorted(starts)


_BEHIND_SUBHEAD = frozenset(
    ("Menanggapi", "Merespons", "Menyikapi", "Dihubungi", "Ditemui", "Dikonfirmasi", "Ditanya", "Menjawab")
)
_SUBHEAD = 6


def _behind_subheads(article: Article, starts: set[int]) -> list[int]:
    """The words that open a sentence behind a subhead without a line break: *Sudah berani* | *Dihubungi terpisah, …*"""
    words, kinds = article.words, article.kinds
    return [
        i
        for i in compress(count(), map(_BEHIND_SUBHEAD.__contains__, words))
        if i + 1 < len(words)
        and words[i + 1][0].islower()
        and any(_opens(article, k, starts) for k in range(max(0, i - _SUBHEAD), i))
        and all(kinds[k] & ALPHA for k in range(max(0, i - 1), i))
    ]


def _opens(article: Article, i: int, starts: set[int]) -> bool:
    """Whether word ``i`` opens a sentence, as far as the stop or closing mark before it tells."""
    return i in starts or article.words[i - 1] in '.?!\u201d"'


def _noise(article: Article) -> list[tuple[int, int]]:
    """The spans of related links, video and advertisement lines, captions and bylines."""
    text = article.text
    at_line, inside = _noise_patterns(article.lexicon.noise)
    found = [m.span() for first, _ in article.paragraphs if (m := at_line.match(text, first))]
    if "[" in text or "(" in text or "SCROLL" in text or "ADVERT" in text:
        found += [m.span() for m in inside.finditer(text)]
    found += [
        span for span in article.paragraphs if span[1] - span[0] < _HEADLINE and is_headline(text[span[0] : span[1]])
    ]
    for match in _INLINE_LINK.finditer(text):
        at = bisect_right(article.paragraphs, (match.start(), len(text))) - 1
        first, last = article.paragraphs[at] if at >= 0 else (0, len(text))
        if (ink := _INK.search(text, first)) and ink.start() < match.start():
            end = last if match.group(1) else _link_end(article, match.end(), last)
            found.append((match.start(), end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


_HEADLINE = 160
_OF_SPEECH = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'


def is_headline(line: str) -> bool:
    """A line of four words or more, nearly all with a capital, that no full stop or mark ends."""
    line = line.rstrip()
    if not line or not (line[-1].isalnum() or line[-1] in "!?") or any(mark in line for mark in _OF_SPEECH):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    return len(words) > 3 and len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.9 * len(long)


_INK = re.compile(r"\S")
# A link or byline inside a paragraph: up to where the article goes on (_link_end), or to the paragraph's end (group 1).
_INLINE_LINK = re.compile(
    r"[BSLTPEC](?:(?:aca|ACA|imak|ihat|onton) (?:[Jj]uga|JUGA|[Vv]ideo)\s*:?"
    r"|(ilihan [Ee]ditor\s*:|ewarta\s*:|ditor\s*:|opyright \u00a9))"
)


@lru_cache(maxsize=8)
def _noise_patterns(sources: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns for noise that opens a line, and for noise that may stand anywhere."""
    lines = [source.removeprefix("^") for source in sources if source.startswith("^")]
    return (
        re.compile("|".join(lines), re.IGNORECASE | re.MULTILINE),
        re.compile("|".join(source for source in sources if not source.startswith("^")), re.MULTILINE),
    )


_LINK_LONGEST = 30


def _link_end(article: Article, start: int, limit: int) -> int:
    """Where a link that stands inside a paragraph ends: at a mark, a stop, or a word that opens a sentence."""
    words, lows, ends = article.words, article.lows, article.ends
    lex = article.lexicon
    first = i = article.at(start)
    while i < len(words) and ends[i] <= limit and i < first + _LINK_LONGEST:
        word = words[i]
        if word in '"\u201c\u201d\u201e\u00ab' or (
            i > first + 2
            and word[0].isupper()
            and (
                lows[i] in lex.openers
                or (words[i - 1][0].islower() and (lows[i] in lex.roles or lows[i] in lex.role_abbreviations))
            )
        ):
            return article.start(i)
        if word in _STOPS and i > first:
            return ends[i]
        i += 1
    return article.start(i) if i < len(words) and ends[i] <= limit else limit

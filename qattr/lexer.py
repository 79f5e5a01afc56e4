"""Text -> words with their offsets, and the paragraphs: one scan, which makes the :class:`Article`."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, compress, count

from qattr.acronyms import spelled_out
from qattr.article import Article
from qattr.derived import forms_of
from qattr.kinds import Forms
from qattr.lexicon import DEFAULT, Lexicon
from qattr.noise import noise_spans

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
_ODD_RANGES = (
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_ODD = frozenset(chr(code) for first, last in _ODD_RANGES for code in range(first, last + 1))
"""What prints nothing and is no blank for Python: each is a word of its own where the scan does not leave it out."""


@cache
def _scan_odd() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The scan for such texts, and the blanks at the head of its pieces; most runs need neither."""
    return re.compile(_BLANK + "(?:" + _PLAIN + _TOKEN + r"|\Z)"), re.compile(_BLANK)


def scan(text: str, lexicon: Lexicon = DEFAULT) -> Article:
    """Cut a text into words.

    >>> scan("Kata Budi, siap.").words
    ('Kata', 'Budi', ',', 'siap', '.')
    """
    forms = forms_of(lexicon)
    pieces = _SCAN.findall(text)
    while pieces and not pieces[-1].strip():
        pieces.pop()  # the last blanks, at which the scan ends
    words, lows, kinds = _columns(forms, pieces)
    ends = list(accumulate(map(len, pieces)))
    vocabulary = frozenset(words)
    if not vocabulary.isdisjoint(_ODD) or "&nbsp;" in text or "&#160;" in text:
        odd, blank = _scan_odd()
        pieces = odd.findall(text)
        bare = [piece[blank.match(piece).end() :] for piece in pieces]  # type: ignore[union-attr]
        while bare and not bare[-1]:
            bare.pop()
        words, lows, kinds = _columns(forms, bare)
        ends = list(accumulate(map(len, pieces[: len(bare)])))
        vocabulary = frozenset(words)
    glued = _glued(vocabulary & forms.seams, lexicon)
    if glued:
        bare, ends = _unglue(words, ends, glued)
        words, lows, kinds = _columns(forms, bare)
    article = Article(text, lexicon, words, lows, kinds, ends, vocabulary, _paragraphs(text))
    article.noise = noise_spans(article)
    article.acronyms = spelled_out(article)
    article.spelled = dict(reversed(article.acronyms.values()))
    return article


def _columns(forms: Forms, pieces: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """The words, the words in lower case and their kinds, each for itself."""
    return tuple(zip(*map(forms.__getitem__, pieces), strict=True)) or ((), (), ())  # type: ignore[return-value]


_GOES_ON_BELOW = ",\"'\u201d\u2019"
"""Ends of a line behind which a small letter on the next line goes on (*"Kami siap,"* / *ujar Rahma*)."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that hold something; a line that goes on with a small letter belongs to the one before."""
    found: list[tuple[int, int]] = []
    end = -1
    odd = "\r" in text or "\u2028" in text or "\u2029" in text
    for line in re.split(r"[\r\n\u2028\u2029]", text) if odd else text.split("\n"):
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
    """The words and their ends, with those that are glued taken apart."""
    new_words: list[str] = []
    new_ends: list[int] = []
    done = 0
    for i in compress(count(), map(glued.__contains__, words)):
        parts = glued[words[i]]
        new_words += words[done:i]
        new_words += parts
        new_ends += ends[done:i]
        new_ends += accumulate(map(len, parts[1:]), initial=ends[i] - len(words[i]) + len(parts[0]))
        done = i + 1
    return [*new_words, *words[done:]], [*new_ends, *ends[done:]]

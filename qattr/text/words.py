"""What a word is, and what stands between two blanks -> its words: *(3/3/2025),* is ``(``, ``3/3/2025``, ``)``, ``,``.

Most of what stands between two blanks of an article has stood in another one before.  So a text is cut at its blanks,
which costs next to nothing, and each piece is looked up; the pattern sees only pieces that are new.
"""

from __future__ import annotations

import re
from functools import cache

from qattr.text.features import Forms

Cell = tuple[str, str, int, int]
"""A word, the word in lower case, what it can be, and its width with the blank before it."""

# A word may hold apostrophes and hyphens (Ma'ruf, Al-Qur'an, Ganjar-Mahfud), a number its points, a site its dots.
_TOKEN = (
    r"(?:(?<!\w)@\w+(?:\.[a-z\d_]\w*|\*+\w+)*|[^\w\s]|(?:Rp|RP|USD|IDR|RM|SGD|EUR)?\d+(?:[.,:/]\d+)*(?:[-\u2013]?\w+)*"
    r"|\w[\w\u0300-\u036f]*(?:['\u2019\u2018`\u00b4\u02bc-]\w[\w\u0300-\u036f]*)*(?:(?<=\d)[.,]\d+)*(?:\.(?:com|co|id|net|org|tv|news|ac|go)\b|\.[a-z\d]+(?=\.(?:com|co|net|org|go|ac)\b))*)"
)
# What most words are, tried first: it halves the time.
_PLAIN = r"[A-Za-z]++(?![\w'\u2019\u2018`\u00b4\u02bc-]|\.[a-z])|"
# `re`, because `regex` takes 1.8 times as many instructions (44.9 M against 24.6 M for the pieces of 40 articles).
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
ODD = frozenset(chr(code) for first, last in _ODD_RANGES for code in range(first, last + 1)) | {"nbsp", "160"}
"""Words of a text that may have to be cut by :func:`cut_odd`: what prints nothing and is no blank for Python, and the
middle of a blank written as an entity."""


@cache
def _odd_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of such texts, and the blanks at the head of their pieces; most runs need neither."""
    return re.compile(_BLANK + "(?:" + _PLAIN + _TOKEN + r"|\Z)"), re.compile(_BLANK)


def cut_odd(text: str) -> tuple[list[str], list[int]]:
    """The words of a text that holds characters that print nothing, which count as blanks, and the words' widths,
    each with the blanks before it."""
    pattern, blank = _odd_patterns()
    pieces = pattern.findall(text)
    words = [piece[blank.match(piece).end() :] for piece in pieces]  # type: ignore[union-attr]
    while words and not words[-1]:
        words.pop()
    return words, list(map(len, pieces[: len(words)]))


class Chunks(dict[str, tuple[Cell, ...]]):
    """A chunk, which is what stands between two blanks -> a cell for each of its words.

    A chunk that ends with a blank of another kind (a tab, the ``\\r`` of a line's end) has an empty word as wide as
    that after its words; so has a chunk without a word.

    >>> from qattr.lexicon import DEFAULT
    >>> chunks = Chunks(Forms(DEFAULT, frozenset(), frozenset()))
    >>> [(word, low, width) for word, low, _, width in chunks['"Kata,']]
    [('"', '"', 2), ('Kata', 'kata', 4), (',', ',', 1)]
    >>> chunks[""]
    (('', '', 0, 1),)
    """

    __slots__ = ("forms",)

    def __init__(self, forms: Forms) -> None:
        self.forms = forms

    def __missing__(self, chunk: str) -> tuple[Cell, ...]:
        row: tuple[Cell, ...]
        if not chunk.isascii():
            row = self._cut(chunk)
        elif chunk.isalpha():
            row = ((*self.forms[chunk], len(chunk) + 1),)
        elif chunk[-1:] in _AFTER_WORDS and (word := chunk[:-1]).isalpha():  # three in four are a word and no more
            row = ((*self.forms[word], len(chunk)), (*self.forms[chunk[-1]], 1))
        else:
            row = self._cut(chunk)
        if len(chunk) <= _LONGEST_KEPT:
            self[chunk] = row
        return row

    def _cut(self, chunk: str) -> tuple[Cell, ...]:
        """The cells of a chunk that is more than a word and a mark after it."""
        cells: list[Cell] = []
        blank = 1  # the one before the chunk
        for piece in _SCAN.findall(chunk):
            word = piece.lstrip()
            width = blank + len(piece)
            if word:
                cells.append((*self.forms[word], width))
            elif width:
                cells.append(("", "", 0, width))
            blank = 0
        return tuple(cells)


_AFTER_WORDS = frozenset('.,:;?!)"')
_LONGEST_KEPT = 60
"""Characters of the chunks that are kept: longer ones hardly come again."""

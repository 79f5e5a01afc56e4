"""The text as it was meant: as long as before, so that every offset stays, but without what damaged it.

:data:`MENDS` at the foot holds what is mended, in order; each looks for its own trace first, which most texts lack.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qattr.text.noise import is_headline

# `re`, and as strings, so that a pattern is compiled (and kept) when a text first has its trace; few have.


def plain(text: str) -> str:
    """*?Kami siap,? kata \\*\\*Rahma\\*\\** -> *"Kami siap," kata Rahma*, with blanks where the asterisks were.

    >>> plain("?Kami siap,? kata **Rahma**.")
    '"Kami siap," kata   Rahma  .'
    """
    for mend in MENDS:
        text = mend(text)
    return text


# ------------------------------------------------------------------------------------------------ characters

_FOR_MARKS = {0x2BA: '"', 0x2EE: '"', 0x84: "\u201e", 0x91: "\u2018", 0x92: "\u2019", 0x93: "\u201c", 0x94: "\u201d"}
"""Letters of Unicode that some editors write for a quotation mark (*\u02baKami siap,\u02ba kata Rahma*), and the
marks of Windows-1252 where they were taken for Latin-1."""
_LETTERS = re.compile("[\u02ba\u02ee\x84\x91-\x94]")


def letters_for_marks(text: str) -> str:
    """*\u02baKami siap,\u02ba* -> *"Kami siap,"*."""
    return text.translate(_FOR_MARKS) if not text.isascii() and _LETTERS.search(text) else text


_MISREAD = "\u00e2\u20ac(?:(\u0153)|(\u2122|\u02dc)|(\u201c|\u201d)|[\x9d\ufffd]?)"
"""UTF-8 that was read as Windows-1252: opening mark, single mark, dash, and else a closing mark."""


def misread_marks(text: str) -> str:
    """*\u00e2\u20ac\u0153Kami siap,\u00e2\u20ac kata Rahma* -> *"Kami siap," kata Rahma*."""
    return re.sub(_MISREAD, _read_again, text) if "\u00e2\u20ac" in text else text


def _read_again(found: re.Match[str]) -> str:
    """The mark that was meant, close to its words, with blanks for the other characters."""
    opening, single, dash = found.groups()
    if opening:
        return "  \u201c"
    width = len(found.group())
    return ("\u2019" if single else "\u2013" if dash else "\u201d").ljust(width)


# ------------------------------------------------------------------------------------------- marks turned into ?

_OPENS = r"(?:(?<=[\s(\[:\u2013-])|^)[?\ufffd](?=\w)"
_AFTER_COMMA = r",[?\ufffd]"
"""*"Kami siap,? kata Rahma*: no question mark stands after a comma …"""
_OPENS_WORDS = rf"{_OPENS}(?P<few>(?:\w+ ){{0,3}}\w+[?\ufffd](?!\w))?"
"""… nor before a word (*?Kami siap*), and again behind it: *pasar ?kaget? itu* …"""
_CLOSES_WORDS = r"[.!?\u2026][?\ufffd](?!\w)"
"""… or behind the stop of its line: *siap.? Rahma*. Where marks stand too, these may have been anything."""
_QUERY = "[?\ufffd]"
_BEFORE_CLOSING = frozenset(",.!?\u2026\ufffd")
"""A mark after one of these closes; after a letter it may ask."""


def marks_turned_into_queries(text: str) -> str:
    """*?Kami siap. Apa lagi? Ayo,? kata Ma?ruf* -> *"Kami siap. Apa lagi? Ayo," kata Ma'ruf*."""
    if ("?" not in text and "\ufffd" not in text) or not _has_queries_for_marks(text):
        return text
    letters = list(text)
    for first, last in _line_ranges(text):
        for at, mark in _meant(text, first, last):
            letters[at] = mark
    return "".join(letters)


def _has_queries_for_marks(text: str) -> bool:
    """Whether question marks stand where none can."""
    if re.search(_AFTER_COMMA, text):
        return True
    return '"' not in text and "\u201c" not in text and any(_holds_pair(line) for line in text.split("\n"))


def _holds_pair(line: str) -> bool:
    """*?Kami siap.? Rahma pergi*, *pasar ?kaget? itu*: whether two of them stand around words; linear in the line."""
    opening = re.search(_OPENS_WORDS, line)
    if opening is None:
        return False
    if opening["few"] or re.search(_CLOSES_WORDS, line[opening.end() :]):
        return True
    return any(found["few"] for found in re.finditer(_OPENS_WORDS, line))


def _line_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end."""
    first = 0
    for line in text.split("\n"):
        yield first, first + len(line)
        first += len(line) + 1


def _meant(text: str, first: int, last: int) -> Iterator[tuple[int, str]]:
    """What each mark of a line was that is no question mark, with its place."""
    asked: int | None = None  # a mark inside the quotation that may have closed it
    is_open = False
    for found in re.compile(_QUERY).finditer(text, first, last):
        at = found.start()
        before, after = text[at - 1 : at] if at > first else "", text[at + 1 : at + 2] if at + 1 < last else ""
        if before.isalnum() and after.islower():
            yield at, "\u2019"
        elif before.isspace() and after.isspace():
            closes = is_open and text[at - 2] in _BEFORE_CLOSING
            is_open = is_open and not closes
            yield at, '"' if closes else "\u2013"
        elif after.isalnum() and not (is_open and before in _BEFORE_CLOSING) and not before.isalnum():
            if is_open and asked is not None:
                yield asked, '"'
            yield at, '"'
            is_open, asked = True, None
        elif is_open and before in _BEFORE_CLOSING:
            yield at, '"'
            is_open, asked = False, None
        elif is_open and (asked is None or text[at] == "\ufffd") and text[at + 1 : at + 2] not in ("?", "\ufffd"):
            asked = at
    if is_open and asked is not None:
        yield asked, '"'


# ---------------------------------------------------------------------------------------------- Markdown

_EMPHASIS = (
    r"(?<![\w*@\\])(\*{1,3})(?=[^\s*])[^*\n]{1,300}?(?<=[^\s*])\1(?![\w*])"
    r"|(?<![\w@\\/])(_{1,3})(?=[^\s_])[^_\n]{1,300}?(?<=[^\s_])\2(?![\w])"
)
_LINK = r"(?<!!)\[([^\]\n]{1,300})\]\((?:https?:|/|#|www\.|mailto:)[^)\s]{0,400}\)"


def markdown(text: str) -> str:
    """*kata \\*\\*Rahma\\*\\*, [ketua](https://a.test)* -> *kata Rahma, ketua*, with blanks for the signs."""
    if "](" in text:
        text = re.sub(_LINK, lambda found: f" {found[1]}".ljust(len(found[0])), text)
    if "*" in text or "_" in text:
        text = re.sub(_EMPHASIS, _without_signs, text)
    return text


def _without_signs(found: re.Match[str]) -> str:
    """The words between the signs, blanks in place of these."""
    width = len(found[1] or found[2])
    return " " * width + found[0][width:-width] + " " * width


# ---------------------------------------------------------------------------------------------- wrapped lines

_WIDEST = 120
"""No text that a mail program or a PDF has wrapped has longer lines."""
_NARROWEST = 40
_FEWEST_FULL = 2
"""Breaks that prove that a text is wrapped."""
_DATELINE = r"[-\u2013\u2014] "
_SENTENCE_ENDS = frozenset(".?!:;\"'\u201d\u2019)")


def wrapped_lines(text: str) -> str:
    """Lines that were cut at 60 to 100 characters: a line break inside a sentence is a blank.

    A break is one of these where the next word had no room on its line; most breaks of the text must be."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST or len(lines) <= _FEWEST_FULL:
        return text
    width = max(len(line.rstrip()) for line in lines)
    breaks = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    full = [n for n in breaks if _has_no_room(lines[n].rstrip(), lines[n + 1].lstrip(), width)]
    inside = [n for n in full if lines[n].rstrip()[-1] not in _SENTENCE_ENDS]
    if len(inside) < _FEWEST_FULL or 2 * len(full) < len(breaks) or 2 * len(inside) < len(full):
        return text
    joined = set(full)
    if is_headline(lines[0]) and not re.search(_DATELINE, lines[0]):
        joined.discard(0)
    return "".join(line + (" " if n in joined else "\n") for n, line in enumerate(lines))[:-1]


def _has_no_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on a line."""
    word = following.split(None, 1)[0]
    return len(line) + 1 + len(word) > width


MENDS: list[Callable[[str], str]] = [
    letters_for_marks,
    misread_marks,
    marks_turned_into_queries,
    markdown,
    wrapped_lines,
]
"""What is mended, in order: marks before lines, because a line that ends with a mark ends a sentence."""

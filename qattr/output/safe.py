"""Text that came from outside, made harmless for where it goes.

An article or a file name may hold terminal escape sequences, marks that turn the direction of writing, lone surrogates
that no encoding has, or a spreadsheet formula.  What is shown to people passes :func:`printable`; a table's cell passes
:func:`cell`.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def _visible(match: re.Match[str]) -> str:
    """A picture of a control character; a line end for those that end lines."""
    code = ord(match[0])
    if match[0] in "\r\u2028\u2029":
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def printable(text: str) -> str:
    """The text with control characters made visible, so that none of them reaches a terminal as such.

    Line feeds and tabs stay, other line breaks become line feeds; what is harmless comes back as it is.

    >>> printable("\\x1b[31mmerah")
    '\u241b[31mmerah'
    """
    return _UNSAFE.sub(_visible, text.replace("\r\n", "\n")) if _UNSAFE.search(text) else text


def one_line(text: str) -> str:
    """The text in one printable line, its runs of blanks made one blank."""
    return " ".join(printable(text).split())


def cell(value: object) -> str:
    """A value as the cell of a spreadsheet: nothing in it is taken for a formula or a command.

    >>> cell("=1+1"), cell(None), cell(0.5)
    ("'=1+1", '', '0.5')
    """
    if value is None:
        return ""
    text = printable(str(value))
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text

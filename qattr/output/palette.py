"""Which colour a speaker has, and ANSI colours without rich."""

from __future__ import annotations

NAMES = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""The colours of the first six speakers, then again; a terminal's own theme makes them readable on its background."""

_CODES = {"cyan": "36", "magenta": "35", "green": "32", "yellow": "33", "blue": "34", "red": "31"}
_CODES |= {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "none": ""}


def of(speaker_id: int | None) -> str:
    """The colour of a speaker; ``none`` for nobody."""
    return NAMES[(speaker_id - 1) % len(NAMES)] if speaker_id else "none"


def paint(text: str, *styles: str, color: bool = True) -> str:
    """The text between ANSI codes, line by line so that no line leaves a colour open.

    >>> paint("a", "bold", "red"), paint("a", "bold", color=False)
    ('\\x1b[1;31ma\\x1b[0m', 'a')
    """
    codes = ";".join(_CODES[s] for s in styles if _CODES[s])
    if not color or not codes:
        return text
    return "\n".join(f"\x1b[{codes}m{line}\x1b[0m" if line else line for line in text.split("\n"))

"""How a question about a sentence steps through its words: over some, to the first of some, to the last of some.

``lows`` are the words of the article in lower case, marks among them; ``wanted`` are words or marks.
"""

from __future__ import annotations

from collections.abc import Container

COMMA = frozenset(",")


def over(lows: tuple[str, ...], wanted: Container[str], i: int, end: int) -> int:
    """*kembali lagi* | *menegaskan*: the first word from ``i`` on that is none of these, or ``end``.

    >>> over(("dari", "oleh", "Rahma"), {"dari", "oleh"}, 0, 3)
    2
    """
    while i < end and lows[i] in wanted:
        i += 1
    return i


def back_over(lows: tuple[str, ...], wanted: Container[str], i: int, start: int) -> int:
    """*,* | *seperti yang dilansir*: the first of the words right before ``i`` that are among these, or ``i``.

    >>> back_over(("turun", ",", "seperti", "dilansir"), {"seperti"}, 3, 0)
    2
    """
    while i > start and lows[i - 1] in wanted:
        i -= 1
    return i


def first_of(lows: tuple[str, ...], wanted: Container[str], i: int, end: int) -> int | None:
    """Where the first of these words stands among ``i``-``end`` (half-open).

    >>> first_of(("saat", "ditemui", ",", "Rahma"), COMMA, 0, 4)
    2
    """
    for k in range(i, end):
        if lows[k] in wanted:
            return k
    return None


def last_of(lows: tuple[str, ...], wanted: Container[str], i: int, end: int) -> int | None:
    """Where the last of these words stands among ``i``-``end`` (half-open).

    >>> last_of(("harga", ",", "kata", ",", "Rahma"), COMMA, 0, 5)
    3
    """
    for k in range(end - 1, i - 1, -1):
        if lows[k] in wanted:
            return k
    return None

"""Forms that the press writes in small letters (``everyday.txt``): *Pidato Rahma* is no name.

Read when a rule first asks: most articles need none of them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words() -> frozenset[str]:
    """All forms, in small letters; how often each was met stands in the file.

    >>> "pidato" in words(), "rahma" in words()
    (True, False)
    """
    lines = files("qattr.lexicon").joinpath("everyday.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split(" ", 1)[0] for line in lines if not line.startswith("#"))

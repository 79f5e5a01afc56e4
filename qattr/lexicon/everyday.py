"""Forms that the press writes in small letters (``everyday.txt``): *Pidato Rahma* is no name.

Read when a rule first asks: most articles need none of them.
"""

from __future__ import annotations

from functools import cache


@cache
def words() -> frozenset[str]:
    """All forms, in small letters; how often each was met stands in the file.

    >>> "pidato" in words(), "rahma" in words()
    (True, False)
    """
    from pkgutil import get_data  # late: most articles need none of it

    data = get_data("qattr.lexicon", "everyday.txt") or b""
    forms_and_counts = data.decode().partition("\n\n")[2].split()  # the head ends with an empty line
    return frozenset(forms_and_counts[::2])

"""Words by what they look like: which are one letter apart, which go on from a word. No look-up walks through all."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

_LONGEST = 40
"""Letters of a word that can be misspelt; longer ones are no names."""


def one_apart(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two neighbours changed round."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a == b or a[0] != b[0]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[i + 1 :] == short[i:]


_FEW = 64


class Spellings:
    """A growing set of words.

    >>> words = Spellings(["hidayat", "hidayah", "rahma"])
    >>> list(words.near("hidayet")), list(words.longer("rah"))
    (['hidayat'], ['rahma'])
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._new: list[str] = list(words)
        """Words that have not been sorted in: of a few each is looked at, which is faster."""
        self._sorted: list[str] = []
        self._cut: dict[str, list[str]] = {}
        """The other words, each as it is and without one of its letters."""

    def add(self, word: str) -> None:
        """Take a word that is not yet in the set."""
        self._new.append(word)

    def near(self, word: str) -> Iterator[str]:
        """The words that are :func:`one_apart` from this one."""
        self._sort_in()
        for other in self._new:
            if other[0] == word[0] and one_apart(word, other):
                yield other
        if self._cut:
            seen = set()
            for form in _cut(word):
                for other in self._cut.get(form, ()):
                    if other not in seen and one_apart(word, other):
                        seen.add(other)
                        yield other

    def longer(self, word: str) -> Iterator[str]:
        """The words that begin with this one and go on."""
        self._sort_in()
        for other in self._new:
            if other.startswith(word) and other != word:
                yield other
        for at in range(bisect_left(self._sorted, word), len(self._sorted)):
            other = self._sorted[at]
            if not other.startswith(word):
                return
            if other != word:
                yield other

    def _sort_in(self) -> None:
        """Sorts the new words in, once there are more than a few."""
        if len(self._new) <= _FEW:
            return
        for word in self._new:
            insort(self._sorted, word)
            for form in _cut(word):
                self._cut.setdefault(form, []).append(word)
        self._new.clear()


def _cut(word: str) -> list[str]:
    """The word, and the word without one of its letters but the first: two that are one apart share one of these."""
    if not 5 <= len(word) <= _LONGEST:
        return []
    return [word, *{word[:i] + word[i + 1 :] for i in range(1, len(word))}]

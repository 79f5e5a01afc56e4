"""Where the name begins in a segment that may begin with a role, an organization or titles.

*Kepala Dinas Kesehatan Melur* | *Rahma Wulandari*: no mark divides them.  Every word gets a class
(:mod:`qattr.mentions.word_classes`), every place where a name could begin its points
(:mod:`qattr.mentions.name_evidence`).
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.degrees import OPENS_DEGREE, after_degrees
from qattr.mentions.kept import kept
from qattr.mentions.name_evidence import best_place
from qattr.mentions.segment_words import Segment, segment
from qattr.mentions.single_words import title_word
from qattr.mentions.word_classes import word_class
from qattr.text.article import Article
from qattr.text.features import NAME

__all__ = [
    "OPENS_DEGREE", "after_degrees", "name_after_role", "name_start", "strong_name", "unknown_name", "word_class",
]  # fmt: skip


def name_start(article: Article, i: int, j: int) -> int:
    """*Kepala Dinas Kesehatan* | *Rahma*: where the name begins in the words ``i``-``j``, ``j`` if they hold none."""
    starts = kept(article).names
    start = starts.get((i, j))
    if start is None:
        start = starts[i, j] = _find_name(article, i, j)
    return start


def _find_name(article: Article, i: int, j: int) -> int:
    """The same, not kept."""
    words = segment(article, i, _before_degrees(article, i, j))
    if not words.known and _NAMELESS.issuperset(words.classes):
        return j  # Kepala Dinas Kesehatan
    if _is_judge(words):
        return i + 1
    k = best_place(words)
    return i + _with_initial(words, k) if k < words.size else j


_NAMELESS = frozenset("VADLP.")
"""Where all words are of these classes, and none is known, no name can begin."""


def _before_degrees(article: Article, i: int, j: int) -> int:
    """*Lisa Rahma* | *, S.H.*: the comma before the degrees at the end of a segment; ``j`` where there are none."""
    words = article.words
    if "," not in words[i:j]:
        return j
    return next((k for k in range(i + 1, j) if words[k] == "," and after_degrees(article, k + 1, j) >= j), j)


def _is_judge(words: Segment) -> bool:
    """*kata Hakim* | *Marbun* in an article about a court; elsewhere *Hakim* may be the first of two names."""
    return (
        words.size == 2
        and words.lows[0] == "hakim"
        and words.classes[1] in "NGX"
        and not _COURT.isdisjoint(words.article.vocabulary)
    )


_COURT = tagged("about", "court") | {"Majelis"}
"""They stand in an article about a court: *majelis hakim*, *terdakwa*."""


def _with_initial(words: Segment, k: int) -> int:
    """*Kabupaten Melur* | *M Rahma Wulandari*, *M. Rahma*: one place farther back where an initial stands before."""
    if not 1 < k < words.size:
        return k
    initial = k - 2 if words.lows[k - 1] == "." else k - 1
    if initial > 0 and words.classes[initial] != "T" and _is_initial(words.article, words.first + initial):
        return initial
    return k


def _is_initial(article: Article, i: int) -> bool:
    """Whether word ``i`` is an initial before a name rather than the letter of a class (*Komisi B*, *Kelas A*)."""
    low = article.lows[i]
    dotted = i + 1 < len(article.words) and article.words[i + 1] == "."
    return len(low) == 1 and article.words[i].isupper() and (dotted or low in "fhjkmnrsty")


def strong_name(article: Article, start: int, end: int) -> bool:
    """*Menteri Sosial Rahma*: whether a segment that begins with a role surely holds a name as well."""
    split = name_start(article, start, end)
    if split >= end:
        return False
    lows = article.lows
    return title_word(article, split - 1) or any(
        lows[k] in article.short_names or word_class(article, k, end) == "G" for k in range(split, end)
    )


def name_after_role(article: Article, i: int, j: int) -> int:
    """*Amah, sapaan akrab Bupati Karang* | : where the name begins after a role beside a nickname.

    One unknown word is the place of the role; then there is no name, and the answer is ``j``."""
    split = name_start(article, i, j)
    return j if split == j - 1 and word_class(article, split, j) == "N" else split


def unknown_name(article: Article, start: int, j: int) -> bool:
    """*pedagang* | *Sugandi Tarmo*: two or more capitals in a row at the end of a segment, surely a name."""
    features = article.features
    return j - 2 > start and bool(features[j - 2] & features[j - 1] & NAME)

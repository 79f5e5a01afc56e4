"""Text -> words with their offsets, paragraphs, sentence starts and the parts that are no article.

One scan, no object a token: an :class:`Article` holds parallel lists, and a word is named by its index.
The start of word ``i`` is ``ends[i] - len(words[i])``.  All offsets are code points into the untouched text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

from qattr.lexicon import DEFAULT, Lexicon

# A word may hold apostrophes and hyphens (Ma'ruf, Al-Qur'an, Ganjar-Mahfud), a number its points, a site its dots.
_TOKEN = (
    r"(?:\d+(?:[.,:/]\d+)*(?:[-\u2013]?\w+)*"
    r"|\w[\w\u0300-\u036f]*(?:['\u2019\u2018`\u00b4\u02bc-]\w[\w\u0300-\u036f]*)*(?:\.(?:com|co|id|net|org|tv|news|ac|go)\b)*"
    r"|[^\w\s])"
)
_SCAN = re.compile(r"\s*" + _TOKEN)
# The same where the text holds characters that print nothing, or blanks written as entities.
_BLANK = r"(?:[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x1f\x7f-\x9f]|&nbsp;|&#160;)*"
_SCAN_ODD = re.compile(_BLANK + _TOKEN)
_ODD = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
    r"|&nbsp;|&#160;"
)
_LEADING_BLANK = re.compile(_BLANK)
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOPS = frozenset(".?!\u2026")


class Article(NamedTuple):
    """What the scan found; the later stages read it and change nothing."""

    text: str
    lexicon: Lexicon
    words: list[str]
    lows: list[str]
    """The words in lower case."""
    ends: list[int]
    """The end offset of each word."""
    paragraphs: list[tuple[int, int]]
    """Start and end of every line that holds something; the whole text where there are no line breaks."""
    starts_paragraph: frozenset[int]
    """The words that open a paragraph."""
    noise: list[tuple[int, int]]
    """Spans of the text that are not the article: related links, bylines, advertisement."""

    def start(self, i: int) -> int:
        """The offset of the first character of word ``i`` (the text's length behind the last word)."""
        return self.ends[i] - len(self.words[i]) if i < len(self.words) else len(self.text)

    def at(self, offset: int) -> int:
        """The index of the first word that ends behind ``offset``."""
        return bisect_right(self.ends, offset)

    def blank_before(self, i: int) -> bool:
        """Whether something stands between word ``i`` and the one before it."""
        return i == 0 or self.ends[i] - len(self.words[i]) > self.ends[i - 1]

    def slice(self, i: int, j: int) -> str:
        """The text of the words ``i`` to ``j`` (half-open)."""
        return self.text[self.start(i) : self.ends[j - 1]] if j > i else ""


def scan(text: str, lexicon: Lexicon = DEFAULT) -> Article:
    """Cut a text into words.

    >>> scan("Kata Budi, siap.").words
    ['Kata', 'Budi', ',', 'siap', '.']
    """
    if _ODD.search(text):
        raw = _SCAN_ODD.findall(text)
        words = [piece[_LEADING_BLANK.match(piece).end() :] for piece in raw]  # type: ignore[union-attr]
    else:
        raw = _SCAN.findall(text)
        words = list(map(str.lstrip, raw))
    ends = list(accumulate(map(len, raw)))
    lows = list(map(str.lower, words))
    paragraphs = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    opening = frozenset(bisect_right(ends, start) for start, _ in paragraphs)
    article = Article(text, lexicon, words, lows, ends, paragraphs, opening, [])
    article.noise.extend(_noise(article))
    return article


def sentence_starts(article: Article, inside: list[tuple[int, int]]) -> list[int]:
    """The words that open a sentence, in order; ``inside`` are spans (in code points) in which nothing ends.

    A stop ends a sentence when the next word has a capital, a digit or a mark, unless it belongs to an
    abbreviation (*dr.*, *No.*) or an initial (*Sara K. Lubis*).
    """
    words, lows, ends = article.words, article.lows, article.ends
    starts = set(article.starts_paragraph)
    starts.add(0)
    zones = iter(inside)
    low, high = next(zones, (len(article.text) + 1,) * 2)
    for i in compress(count(), map(_STOPS.__contains__, words)):
        while ends[i] > high:
            low, high = next(zones, (len(article.text) + 1,) * 2)
        if low < ends[i] <= high or i + 1 >= len(words):
            continue
        after = words[i + 1]
        if after in _STOPS or after in ")]":
            continue
        if words[i] != ".":
            starts.add(i + 1)
            continue
        if after[0].islower() or i == 0:
            continue
        before = lows[i - 1]
        if before in article.lexicon.abbreviations and not (before == "m" and i > 1 and words[i - 2][0].isdigit()):
            continue
        if len(before) == 1 and words[i - 1].isupper() and i > 1 and not words[i - 2][0].isdigit() and after[0].isalpha():
            continue
        starts.add(i + 1)
    # A closed quotation that ends with a stop ends its sentence when what follows opens one.
    for _, close in inside:
        i = bisect_right(ends, close)
        while i < len(words) and not words[i][0].isalnum() and words[i] not in ".?!,;:(":
            i += 1
        if 0 < i < len(words) and words[i][0].isupper() and lows[i] not in article.lexicon.cues:
            tail = article.text[max(0, close - 2) : close].rstrip()
            if tail and tail[-1] in ".?!\u2026":
                starts.add(i)
    return sorted(starts)


def _noise(article: Article) -> list[tuple[int, int]]:
    """The spans of related links, video and advertisement lines, captions and bylines."""
    text = article.text
    found = [m.span() for m in _noise_pattern(article.lexicon.noise).finditer(text)]
    for match in _INLINE_LINK.finditer(text):
        at = bisect_right(article.paragraphs, (match.start(), len(text))) - 1
        first, last = article.paragraphs[at] if at >= 0 else (0, len(text))
        if text[first : match.start()].strip():
            end = last if match.group(1) else _link_end(article, match.end(), last)
            found.append((match.start(), end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


# A link or byline inside a paragraph: up to where the article goes on (_link_end), or to the paragraph's end (group 1).
_INLINE_LINK = re.compile(
    r"(?:[Bb]aca|BACA|[Ss]imak|[Ll]ihat|[Tt]onton) (?:[Jj]uga|JUGA|[Vv]ideo)\s*:?|(Pilihan [Ee]ditor\s*:|Pewarta\s*:|Editor\s*:|Copyright \u00a9)"
)


@lru_cache(maxsize=8)
def _noise_pattern(sources: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sources), re.IGNORECASE | re.MULTILINE)


_LINK_LONGEST = 30


def _link_end(article: Article, start: int, limit: int) -> int:
    """Where a link that stands inside a paragraph ends: at a mark, a stop, or a word that opens a sentence."""
    words, lows, ends = article.words, article.lows, article.ends
    first = i = article.at(start)
    while i < len(words) and ends[i] <= limit and i < first + _LINK_LONGEST:
        word = words[i]
        if word in '"\u201c\u201d\u201e\u00ab' or (i > first + 2 and lows[i] in article.lexicon.openers and word[0].isupper()):
            return article.start(i)
        if word in _STOPS and i > first:
            return ends[i]
        i += 1
    return article.start(i) if i < len(words) and ends[i] <= limit else limit

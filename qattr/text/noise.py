"""What is on the page but not the article: related links, advertisement, captions, bylines, headlines.

The patterns are in ``lexicon/noise.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from qattr.text.article import Article


def noise_spans(article: Article, seams: set[str]) -> list[tuple[int, int]]:
    """The spans of related links, video and advertisement lines, captions and bylines.

    ``seams``: the words that may be two which lost the blank between them."""
    text = article.text
    if not article.paragraphs:
        return []  # blanks: no pattern need be made for them
    at_line, inside = _noise_patterns(article.lexicon.noise)
    found = [m.span() for first, _ in article.paragraphs if (m := at_line.match(text, first))]
    for beginning, pattern in inside:
        if beginning in text:
            found += [m.span() for m in pattern.finditer(text)]
    for first, last in article.paragraphs:
        if last - first < _HEADLINE and is_headline(text[first:last]):
            found.append((first, last))
    for match in _INLINE_LINK.finditer(text) if _may_hold_link(article, seams) else ():
        at = bisect_right(article.paragraphs, (match.start(), len(text))) - 1
        first, last = article.paragraphs[at] if at >= 0 else (0, len(text))
        if (ink := _INK.search(text, first)) and ink.start() < match.start():
            end = last if match.group(1) else _link_end(article, match.end(), last)
            found.append((match.start(), end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


_HEADLINE = 160
_OF_SPEECH = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'


def is_headline(line: str) -> bool:
    """A line of four words or more, nearly all with a capital, that no full stop or mark ends."""
    line = line.rstrip()
    if not line or not (line[-1].isalnum() or line[-1] in "!?") or any(mark in line for mark in _OF_SPEECH):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    return len(words) > 3 and len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.9 * len(long)


_INK = re.compile(r"\S")
# A link or byline inside a paragraph: up to where the article goes on (_link_end), or to the paragraph's end (group 1).
_INLINE_LINK = re.compile(
    r"[BSLTPEC](?:(?:aca|ACA|imak|ihat|onton) (?:[Jj]uga|JUGA|[Vv]ideo)\s*:?"
    r"|(ilihan [Ee]ditor\s*:|ewarta\s*:|ditor\s*:|opyright \u00a9))"
)
_BEGIN_LINK = ("Baca", "BACA", "Simak", "Lihat", "Tonton", "Pilihan", "Pewarta", "Editor", "Copyright")


def _may_hold_link(article: Article, seams: set[str]) -> bool:
    """Whether a word stands in the text with which a link begins, by itself or glued to another (*usaiBaca juga*)."""
    return not article.vocabulary.isdisjoint(_BEGIN_LINK) or any(word.endswith(_BEGIN_LINK) for word in seams)


@lru_cache(maxsize=8)
def _noise_patterns(sources: tuple[str, ...]) -> tuple[re.Pattern[str], list[tuple[str, re.Pattern[str]]]]:
    """The pattern for noise that opens a line, and those for noise that may stand anywhere, each after the
    characters that it begins with: nearly no text has them, and to look for them is cheaper."""
    lines = [source.removeprefix("^") for source in sources if source.startswith("^")]
    inside = [source for source in sources if not source.startswith("^")]
    return (
        re.compile("|".join(lines), re.IGNORECASE | re.MULTILINE),
        [(_beginning(source), re.compile(source, re.MULTILINE)) for source in inside],
    )


_PLAIN_START = re.compile(r"(?:\\\W|\w)*(?![?*+{])")


def _beginning(pattern: str) -> str:
    """The characters that whatever a pattern matches begins with: *[Gambas* of ``\\[Gambas:[^]]*``; none of ``a|b``."""
    outside = re.sub(r"\\.|\[[^\]]*\]", "", pattern)
    for _ in range(outside.count("(")):
        outside = re.sub(r"\([^()]*\)", "", outside)  # the innermost groups
    plain = _PLAIN_START.match(pattern)
    return plain.group().replace("\\", "") if plain and "|" not in outside else ""


_LINK_ENDS = frozenset(".?!\u2026")
_LINK_LONGEST = 30


def _link_end(article: Article, start: int, limit: int) -> int:
    """Where a link that stands inside a paragraph ends: at a mark, a stop, or a word that opens a sentence."""
    words, lows, ends = article.words, article.lows, article.ends
    lex = article.lexicon
    first = i = article.at(start)
    while i < len(words) and ends[i] <= limit and i < first + _LINK_LONGEST:
        word = words[i]
        if word in '"\u201c\u201d\u201e\u00ab' or (
            i > first + 2
            and word[0].isupper()
            and (
                lows[i] in lex.openers
                or (words[i - 1][0].islower() and (lows[i] in lex.roles or lows[i] in lex.role_abbreviations))
            )
        ):
            return article.start(i)
        if word in _LINK_ENDS and i > first:
            return ends[i]
        i += 1
    return article.start(i) if i < len(words) and ends[i] <= limit else limit

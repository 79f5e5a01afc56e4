"""What is on the page but not the article: related links, advertisement, captions, bylines, headlines.

The patterns are in ``lexicon/noise.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from qattr.text.article import Article
from qattr.text.windows import HEADLINE, LINK


def noise_spans(article: Article, seams: set[str]) -> list[tuple[int, int]]:
    """The spans of related links, video and advertisement lines, captions and bylines.

    ``seams``: the words that may be two which lost the blank between them."""
    if not article.paragraphs:
        return []  # blanks: no pattern need be made for them
    found = [*_at_lines(article), *_inside_lines(article), *_comments(article.text)]
    if _may_hold_link(article, seams):
        found += _links(article)
    return _apart(found)


def _at_lines(article: Article) -> Iterator[tuple[int, int]]:
    """Lines that noise opens (*Baca juga: …*), and headlines."""
    text = article.text
    at_line, _ = _noise_patterns(article.lexicon.noise)
    for first, last in article.paragraphs:
        match = at_line.match(text, first)
        if match:
            yield match.span()
        if last - first < HEADLINE and is_headline(text[first:last]):
            yield first, last


def _inside_lines(article: Article) -> Iterator[tuple[int, int]]:
    """Noise that may stand anywhere: *[Gambas:Video 20detik]*, *(uus/rio)*."""
    _, inside = _noise_patterns(article.lexicon.noise)
    for beginning, pattern in inside:
        if beginning in article.text:
            for match in pattern.finditer(article.text):
                yield match.span()


_COMMENTS = re.compile(
    r"^[ \t]*(?:komentar(?: pembaca)?[ \t]*\(\d+\)|\d+ komentar|komentar pembaca)[ \t]*:?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """What readers have written below the article: *Komentar (3)* and all that follows."""
    if "omentar" in text or "OMENTAR" in text:
        heading = _COMMENTS.search(text)
        if heading and heading.start() > 0:
            yield heading.start(), len(text)


def _links(article: Article) -> Iterator[tuple[int, int]]:
    """Links and bylines inside a paragraph, after something else: *… sejak subuh. Baca juga: Panen Raya*."""
    text, paragraphs = article.text, article.paragraphs
    for match in re.finditer(_INLINE_LINK, text):
        at = bisect_right(paragraphs, (match.start(), len(text))) - 1
        first, last = paragraphs[at] if at >= 0 else (0, len(text))
        ink = re.compile(_INK).search(text, first)
        if ink and ink.start() < match.start():
            if _has_lost_headline(text, match.end()):
                yield match.span()
            else:
                yield match.start(), last if match.group(1) else _link_end(article, match.end(), last)


def _has_lost_headline(text: str, end: int) -> bool:
    """*kios itu tutup.Baca Juga* | *Rahma mengatakan …*: whether the article goes on right after the word at whose end
    ``end`` is, for the page had the headline elsewhere."""
    return text[end - 1].islower() and text[end : end + 1].isupper()


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one, those that hold nothing left out."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


_OF_SPEECH = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'


def is_headline(line: str) -> bool:
    """A line of four words or more, nearly all with a capital, that no full stop or mark ends."""
    line = line.rstrip()
    if not line or not (line[-1].isalnum() or line[-1] in "!?") or any(mark in line for mark in _OF_SPEECH):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    return len(words) > 3 and len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.9 * len(long)


# `re`, because `regex` takes twice as many instructions for the links (12.8 M against 6.5 M for 40 articles), and 2.6
# times as many to compile what opens a line (35 M against 14 M), at every start.
_INK = r"\S"
# A link or byline inside a paragraph: up to where the article goes on (_link_end), or to the paragraph's end (group 1).
_INLINE_LINK = (
    r"[BSLTPEC](?:(?:aca|ACA|imak|ihat|onton) (?:[Jj]uga|JUGA|[Vv]ideo)\s*:?|(?:aca|ACA)\s?:"
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


_PLAIN_START = r"(?:\\\W|\w)*(?![?*+{])"


def _beginning(pattern: str) -> str:
    """The characters that whatever a pattern matches begins with: *[Gambas* of ``\\[Gambas:[^]]*``; none of ``a|b``."""
    outside = re.sub(r"\\.|\[[^\]]*\]", "", pattern)
    for _ in range(outside.count("(")):
        outside = re.sub(r"\([^()]*\)", "", outside)  # the innermost groups
    plain = re.match(_PLAIN_START, pattern)
    return plain.group().replace("\\", "") if plain and "|" not in outside else ""


_LINK_ENDS = frozenset(".?!\u2026")
_FEWEST_LINK = 3
"""Words that a link has at least."""


def _link_end(article: Article, start: int, limit: int) -> int:
    """Where a link that stands inside a paragraph ends: at a mark, a stop, or a word that opens a sentence.

    In a headline with capitals (*Baca: Ini Harga Beras di Melur* | *Menurut dia, …*) that is the last such word before
    the small letters, elsewhere the first."""
    words, ends = article.words, article.ends
    first = i = article.at(start)
    opens: int | None = None
    small = False
    while i < len(words) and ends[i] <= limit and i < first + LINK:
        if words[i] in _OPENS_QUOTATION:
            return article.start(i)
        if words[i] in _LINK_ENDS and i > first:
            return ends[i]
        if i >= first + _FEWEST_LINK and _opens_sentence(article, i):
            opens = i
        small = small or (words[i][0].islower() and article.lows[i] not in article.lexicon.stops)
        if small and opens is not None:
            return article.start(opens)
        i += 1
    return article.start(i) if i < len(words) and ends[i] <= limit else limit


_OPENS_QUOTATION = frozenset('"\u201c\u201d\u201e\u00ab')


def _opens_sentence(article: Article, i: int) -> bool:
    """Whether the article may go on with word ``i``: a word that opens sentences, or a role that begins here."""
    low, before, lex = article.lows[i], article.lows[i - 1], article.lexicon
    if not article.words[i][0].isupper():
        return False
    role = low in lex.roles or low in lex.role_abbreviations
    return low in lex.openers or (role and not (before in lex.roles or before in lex.openers))

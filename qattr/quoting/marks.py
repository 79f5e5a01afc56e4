"""Where a quotation mark stands, and what it can do.

Indonesian outlets use every style there is: ``"…"``, ``“…”``, ``”…”`` with one glyph on both sides, ``''…''``,
``‘…’``, ``«…»``, ``„…”`` and entities left over from HTML.  So the glyph says little; what stands on each side of a
mark says more.  A mark *can open* when something follows it closely, and *can close* when something stands closely
before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qattr.text.article import Article

_ENTITY = r"&(?:quot|#34|[lr]dquo|#822[012]);"
_GLYPHS = frozenset("\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033\u301d\u301e'\u2018\u2019`&")
"""What a mark begins with; an ampersand only in an entity."""
_DOUBTFUL = frozenset("'`\u2018\u2019")
"""Glyphs that may be no mark; they make a double one when they stand twice."""
_SINGLE = frozenset("'\u2018\u2019")
_OPENING = frozenset(("\u201c", "\u201e", "\u00ab", "&ldquo;", "&#8220;", "\u2018", "\u2018\u2018"))
_CLOSING = frozenset(("\u201d", "\u00bb", "&rdquo;", "&#8221;", "\u2019", "\u2019\u2019"))
_ENDS_SPEECH = frozenset(",.!?\u2026")
"""*\u201cKami siap, \u201c ungkapnya*: a mark between blanks that closes, after one of these, before a small letter."""
_BOTH_SIDES = frozenset(("\u201d", "&rdquo;", "&#8221;"))


class Mark(NamedTuple):
    """One quotation mark; offsets are code points, half-open."""

    start: int
    end: int
    can_open: bool
    can_close: bool
    single: bool
    """A single mark, which more often holds a term than speech."""


class QuotedSpan(NamedTuple):
    """Words between quotation marks, as the text has them."""

    start: int
    """The first code point inside the marks."""
    end: int
    """After the last code point inside the marks."""
    open: int
    """Where the opening mark begins (``start`` where there is none)."""
    close: int
    """After the closing mark (``end`` where there is none)."""
    single: bool
    """Between single marks, which more often hold a term than speech."""


def marks(article: Article) -> Iterator[Mark]:
    """All marks with what they can do; apostrophes inside words and lone backticks are no marks."""
    text = article.text
    taken = -1  # the end of the last doubled mark
    for start in _glyphs(article):
        if start < taken:
            continue
        end = _mark_end(text, start)
        if end is None:
            continue
        if end > start + 1:
            taken = end
        yield _with_sides(text, start, end)


def _glyphs(article: Article) -> list[int]:
    """Where a glyph stands of which marks are made.

    A text has two or three of them: to look for each is cheaper than one pass with a pattern for all."""
    text = article.text
    found = []
    for glyph in _GLYPHS & article.vocabulary:
        at = text.find(glyph)
        while at >= 0:
            found.append(at)
            at = text.find(glyph, at + 1)
    found.sort()
    return found


def _mark_end(text: str, start: int) -> int | None:
    """Where the mark ends that begins with the glyph at ``start``; none where the glyph is no mark."""
    glyph = text[start]
    if glyph == "&":
        import regex  # late: see CONTRIBUTING.md, "Start-up"

        entity = regex.match(_ENTITY, text, pos=start)
        return entity.end() if entity else None
    if glyph not in _DOUBTFUL:
        return start + 1
    if text[start + 1 : start + 2] == glyph:
        return start + 2
    return None if glyph == "`" or _is_apostrophe(text, start) else start + 1


def _is_apostrophe(text: str, at: int) -> bool:
    """*Ma'ruf*, *5' 10*: letters on both sides, or nothing that a mark could open or close."""
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    opens = bool(right) and not right.isspace() and right != "'" and not (left.isalnum() or left == "_")
    closes = bool(left) and not left.isspace() and left != "'" and not (right.isalnum() or right == "_")
    return not opens and not closes


def _with_sides(text: str, start: int, end: int) -> Mark:
    """A mark with what it can do, as the characters on both sides and then the glyph tell."""
    glyph = text[start:end]
    left = text[start - 1] if start else " "
    if left == "\\":
        start -= 1  # an escape that was left over
        left = text[start - 1] if start else " "
    right = text[end] if end < len(text) else " "
    can_open = not right.isspace() and (right not in ",.;:!?)]" or text[end : end + 3] == "...")
    can_close = not left.isspace() and left not in "([:"
    if can_open and can_close:
        if glyph in _OPENING:
            can_close = not (right.isalnum() and not left.isalnum() and left in ".,;-\u2013\u2014")
        elif glyph in _CLOSING and glyph not in _BOTH_SIDES:
            can_open = False
    elif not can_open and not can_close:
        closes = text[max(0, start - 2) : start].rstrip()[-1:] in _ENDS_SPEECH and text[end + 1 : end + 2].islower()
        can_open, can_close = glyph not in _CLOSING and not closes, glyph not in _OPENING or closes
    return Mark(start, end, can_open, can_close, glyph in _SINGLE)

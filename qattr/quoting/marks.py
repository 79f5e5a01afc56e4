"""Quotation marks -> marked spans.

Indonesian outlets use every style there is: ``"…"``, ``“…”``, ``”…”`` with one glyph on both sides, ``''…''``,
``‘…’``, ``«…»``, ``„…”`` and entities left over from HTML.  So the glyph says little; what stands on each side of a
mark says more.  A mark *can open* when something follows it closely, and *can close* when something stands closely
before it.  Marks are paired within a paragraph by a stack, so that one bad paragraph spoils no other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from qattr.text.article import Article

_ENTITY = re.compile(r"&(?:quot|#34|[lr]dquo|#822[012]);")
_GLYPHS = frozenset("\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033\u301d\u301e'\u2018\u2019`&")
"""What a mark begins with; an ampersand only in an entity."""
_DOUBTFUL = frozenset("'`\u2018\u2019")
"""Glyphs that may be no mark; they make a double one when they stand twice."""
_SINGLE = frozenset("'\u2018\u2019")
_OPENING = frozenset(("\u201c", "\u201e", "\u00ab", "&ldquo;", "&#8220;", "\u2018", "\u2018\u2018"))
_CLOSING = frozenset(("\u201d", "\u00bb", "&rdquo;", "&#8221;", "\u2019", "\u2019\u2019"))
_BOTH_SIDES = frozenset(("\u201d", "&rdquo;", "&#8221;"))
_NEAR = 300  # how far before a mark the attribution of the quotation before it is looked for
_LONGEST = 3000  # how far a quotation without an opening mark may reach back
_CUE_AFTER = re.compile(r"[,.?!\u2026]?\s*(\w+)")


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


class _Mark(NamedTuple):
    start: int
    end: int
    can_open: bool
    can_close: bool
    single: bool


def quoted_spans(article: Article) -> list[QuotedSpan]:
    """The outermost marked spans, in order; nested ones are part of the span around them.

    >>> from qattr.text.scan import scan
    >>> [(m.start, m.end) for m in quoted_spans(scan('"Ya," kata Budi. "Siap."'))]
    [(1, 4), (18, 23)]
    """
    text = article.text
    found: list[QuotedSpan] = []
    marks = list(_marks(article))
    starts = [mark.start for mark in marks]
    at = 0
    pending: int | None = None  # the same, over paragraphs without a mark
    bare = 0
    carried: int | None = None  # an opening mark whose paragraph ended without a closing one
    for first, last in article.paragraphs:
        here, at = at, bisect_left(starts, last, at)
        inside = marks[here:at]
        if not inside:
            carried = None
            bare += 1
            continue
        spans, open_end = _pair(article, inside, first, last)
        closer = inside[0]
        if pending is not None and bare <= _BARE and closer.can_close and not closer.can_open and not closer.single:
            # opened once, closed once, with line breaks between
            before = found.pop()
            spans = [span for span in spans if span.open >= closer.end]
            spans.insert(0, QuotedSpan(before.start, closer.start, before.open, closer.end, False))
        if carried is not None and inside[0].can_open and not text[first : inside[0].start].strip():
            # each paragraph of one quotation opens with a mark; only the last one closes it
            if spans and spans[0].open == inside[0].start:
                before = found.pop()
                spans[0] = spans[0]._replace(start=before.start, open=before.open)
            elif open_end is not None:
                spans = [QuotedSpan(found.pop().start, last, carried, last, False)]
        found.extend(spans)
        carried = open_end if open_end is None or carried is None or found[-1].open != carried else carried
        pending, bare = open_end, 0
    return list(_tight(text, found))


_BARE = 2
"""Paragraphs without a mark that one quotation may run through."""


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


def _marks(article: Article) -> Iterator[_Mark]:
    """All marks with what they can do; apostrophes inside words and lone backticks are no marks."""
    text = article.text
    skip = -1
    for start in _glyphs(article):
        glyph = text[start]
        end = start + 1
        if glyph == "&":
            entity = _ENTITY.match(text, start)
            if entity is None:
                continue
            glyph, end = entity.group(), entity.end()
        elif glyph in _DOUBTFUL:
            if start < skip:
                continue
            if text[end : end + 1] == glyph:
                skip = end = end + 1
                glyph += glyph
            elif glyph == "`":
                continue
            else:
                left, right = text[start - 1 : start], text[end : end + 1]
                opens = bool(right) and not right.isspace() and right != "'" and not (left.isalnum() or left == "_")
                closes = bool(left) and not left.isspace() and left != "'" and not (right.isalnum() or right == "_")
                if not opens and not closes:
                    continue
        yield _flank(text, start, end, glyph)


def _flank(text: str, start: int, end: int, glyph: str) -> _Mark:
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
        can_open, can_close = glyph not in _CLOSING, glyph not in _OPENING
    return _Mark(start, end, can_open, can_close, glyph in _SINGLE)


def _pair(article: Article, marks: list[_Mark], first: int, last: int) -> tuple[list[QuotedSpan], int | None]:
    """The outermost pairs of one paragraph, and the opening mark that was left open at its end, if any."""
    text = article.text
    spans: list[QuotedSpan] = []
    stack: list[_Mark] = []
    unbalanced: bool | None = None
    for mark in marks:
        start, end, can_open, can_close, single = mark
        if single:
            if stack and not stack[0].single:
                continue
            if stack and can_close:
                spans.append(QuotedSpan(stack[0].end, start, stack[0].start, end, True))
                stack.clear()
            elif not stack and can_open and not can_close:
                stack.append(mark)
            continue
        if stack and stack[0].single:
            stack.clear()
        if stack and start == stack[-1].end and text[end : end + 1].isalnum():
            stack[-1] = stack[-1]._replace(end=end)  # a doubled mark
            continue
        if stack and can_close and not (can_open and _opens_again(text, mark)):
            top = stack.pop()
            if not stack:
                spans.append(QuotedSpan(top.end, start, top.start, end, False))
        elif can_open:
            if stack:
                if unbalanced is None:
                    unbalanced = sum([m.can_open - m.can_close for m in marks if not m.single]) > 0
                if _was_closed(article, stack[0].end, start) or (
                    unbalanced and len(stack) == 1 and _ends_sentence(text, stack[0].end, mark)
                ):
                    spans.append(_unclosed(article, stack[0], start))
                    stack.clear()
            stack.append(mark)
        elif not stack:
            lost = _unopened(article, mark, max(first, spans[-1].close if spans else first), not spans)
            if lost is not None:
                spans.append(lost)
    stack = [mark for mark in stack if not mark.single]
    if not stack:
        return spans, None
    if len(stack) > 1 and spans_between(marks, stack):
        # inner pairs closed, the outer one did not: it ran to the last closing mark
        closing = max((m for m in marks if m.can_close and m.start > stack[0].end), key=lambda m: m.start, default=None)
        if closing is not None and closing.start > stack[-1].end:
            spans.append(QuotedSpan(stack[0].end, closing.start, stack[0].start, closing.end, False))
            return spans, None
    for mark, following in zip(stack, [*stack[1:], None], strict=True):
        limit = following.start if following else last
        spans.append(_unclosed(article, mark, limit))
    final = spans[-1]
    return spans, (final.open if final.end == last and not _attributed(article, final.start, last) else None)


def spans_between(marks: list[_Mark], stack: list[_Mark]) -> bool:
    """Whether a closing mark stands after the outermost open one."""
    return any(m.can_close and m.start > stack[-1].end for m in marks)


def _opens_again(text: str, mark: _Mark) -> bool:
    """A glued mark (``sudah "x``) inside an open quotation that opens rather than closes."""
    return text[mark.start - 1].isspace() and not text[mark.end : mark.end + 1].isspace()


def _is_cue(article: Article, word: str, shapes: tuple[str, ...]) -> bool:
    entry = article.lexicon.cues.get(word.lower())
    return entry is not None and entry[2] in shapes


_ATTRIBUTION = re.compile(r"[,.?!\u2026]\s*([a-z]\w*)\s+(\w+)")


def _attribution_inside(article: Article, start: int, end: int) -> int | None:
    """Where an attribution begins between ``start`` and ``end`` (*…, kata Budi*): the offset after the comma."""
    text = article.text
    for match in _ATTRIBUTION.finditer(text, start, end):
        cue, after = match.groups()
        if _is_cue(article, cue, ("nya",)) or (
            _is_cue(article, cue, ("post",)) and after.lower() not in article.lexicon.stops
        ):
            return match.start() + 1
    return None


def _attributed(article: Article, start: int, end: int) -> bool:
    return _attribution_inside(article, start, end) is not None


def _was_closed(article: Article, start: int, end: int) -> bool:
    """Whether an open quotation must have ended before a new mark: its attribution stands just before it."""
    inside = article.text[max(start, end - _NEAR) : end].rstrip()
    return bool(inside) and inside[-1] in ".?!" and _attributed(article, max(start, end - _NEAR), end)


def _ends_sentence(text: str, start: int, mark: _Mark) -> bool:
    """Whether a sentence ends right before a mark that only opens: the paragraphs of one quotation in one line."""
    before = text[max(start, mark.start - 4) : mark.start].rstrip()
    return not mark.can_close and before[-1:] in tuple(".?!\u2026")


def _unclosed(article: Article, mark: _Mark, limit: int) -> QuotedSpan:
    """A quotation without a closing mark: up to its attribution, else to ``limit``."""
    end = _attribution_inside(article, mark.end, limit)
    if end is None:
        end = limit
    return QuotedSpan(mark.end, end, mark.start, end, False)


def _unopened(article: Article, mark: _Mark, floor: int, alone: bool) -> QuotedSpan | None:
    """A quotation without an opening mark: from the start of its sentence, when an attribution follows the mark."""
    text = article.text
    floor = max(floor, mark.start - _LONGEST)
    after = _CUE_AFTER.match(text, mark.end)
    if not after or not _is_cue(article, after.group(1), ("post", "nya")):
        return None
    start = floor
    if not alone or floor == 0 or len(article.paragraphs) < 2:
        for stop in re.finditer(r"[.?!][\"\u201d\u201c]?\s+(?=[A-Z0-9])", text[floor : mark.start]):
            start = floor + stop.end()
    words = text[start : mark.start].split()
    if len(words) < 3 or _is_cue(article, words[0].strip(",."), ("nya",)):
        return None
    return QuotedSpan(start, mark.start, start, mark.end, False)


def _tight(text: str, spans: list[QuotedSpan]) -> Iterator[QuotedSpan]:
    """The spans without blanks just inside their marks; those that hold nothing else are left out."""
    for span in spans:
        inside = text[span.start : span.end]
        bare = inside.strip()
        if bare == inside and bare:
            yield span
        elif bare:
            start = span.end - len(inside.lstrip())
            yield span._replace(start=start, end=start + len(bare))

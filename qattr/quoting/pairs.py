"""The marks of one paragraph -> the outermost pairs; a question for each way in which a mark can be missing."""

from __future__ import annotations

from itertools import pairwise

from qattr.quoting.marks import Mark, QuotedSpan
from qattr.text.article import Article
from qattr.text.windows import ATTRIBUTION_BEFORE_MARK, UNOPENED

_STOPS = tuple(".?!\u2026")
# Only where a mark is missing are these asked for, so `regex` compiles and keeps them then, not at every start.
_CUE_AFTER = r"[,.?!\u2026]?\s*(\w+)"
_ATTRIBUTION = r"[,.?!\u2026]\s*(\p{Ll}\w*)\s+(\w+)"
_SENTENCE_END = (
    r"[.?!][\"\u201d\u201c]?\s+(?=[\p{Lu}\d])|(?<=[\p{Ll})])[.?!](?=\p{Lu}\p{Ll})|(?<=\p{Ll}{5})[.?!]\s+(?=\p{Ll})"
)
"""A blank and a capital, a capital without a blank, or a small letter after a long word."""
_FEWEST_UNOPENED = 3
"""Words of a quotation without an opening mark."""
_POST = frozenset(("post",))
_NYA = frozenset(("nya",))


class Pairs:
    """The pairs of one paragraph, found mark by mark: ``Pairs(article, marks, first, last)``.

    ``spans`` are the outermost ones; ``open_end`` is the opening mark that was left open at the paragraph's end.
    """

    __slots__ = ("article", "first", "last", "marks", "open_end", "spans", "stack", "text")

    def __init__(self, article: Article, marks: list[Mark], first: int, last: int) -> None:
        self.article, self.text = article, article.text
        self.marks = marks
        self.first, self.last = first, last
        self.spans: list[QuotedSpan] = []
        self.stack: list[Mark] = []
        """The marks that are open, the outermost first."""
        for mark in marks:
            if mark.single:
                self._take_single(mark)
            else:
                self._take(mark)
        self.open_end = self._close_all()

    def _take_single(self, mark: Mark) -> None:
        """A single mark counts only outside double ones: *‘…’* as the outer pair."""
        stack = self.stack
        if stack and not stack[0].single:
            return
        if stack and mark.can_close:
            self.spans.append(QuotedSpan(stack[0].end, mark.start, stack[0].start, mark.end, True))
            stack.clear()
        elif not stack and mark.can_open and not mark.can_close:
            stack.append(mark)

    def _take(self, mark: Mark) -> None:
        """A double mark: it doubles the one before it, closes one, opens one, or its opening one is missing."""
        if self.stack and self.stack[0].single:
            self.stack.clear()
        if self._is_doubled(mark):
            self.stack[-1] = self.stack[-1]._replace(end=mark.end)
        elif self._closes(mark):
            self._close(mark)
        elif mark.can_open:
            self._open(mark)
        elif not self.stack:
            self._take_unopened(mark)

    def _is_doubled(self, mark: Mark) -> bool:
        """``""Kami siap``: the same mark written twice."""
        text = self.text
        return bool(self.stack) and mark.start == self.stack[-1].end and text[mark.end : mark.end + 1].isalnum()

    def _closes(self, mark: Mark) -> bool:
        """Whether a mark closes what is open."""
        return bool(self.stack) and mark.can_close and not (mark.can_open and _opens_again(self.text, mark))

    def _close(self, mark: Mark) -> None:
        """The innermost open mark is closed; the outermost pair is a span."""
        top = self.stack.pop()
        if not self.stack:
            self.spans.append(QuotedSpan(top.end, mark.start, top.start, mark.end, False))

    def _open(self, mark: Mark) -> None:
        """A mark that opens; what has been open so far may have lost its closing mark before it."""
        if self.stack and self._has_ended(mark):
            self.spans.append(_unclosed(self.article, self.stack[0], mark.start))
            self.stack.clear()
        self.stack.append(mark)

    def _has_ended(self, mark: Mark) -> bool:
        """Whether what is open has ended before a new mark: its attribution stands there, or its last sentence ends."""
        start = self.stack[0].end
        return _was_closed(self.article, start, mark.start) or (
            len(self.stack) == 1 and _ends_sentence(self.text, start, mark) and self._opens_more()
        )

    def _opens_more(self) -> bool:
        """Whether more marks of the paragraph open than close."""
        return sum(mark.can_open - mark.can_close for mark in self.marks if not mark.single) > 0

    def _take_unopened(self, mark: Mark) -> None:
        """A closing mark without an opening one: back to where its sentence begins, if that is a quotation."""
        floor = max(self.first, self.spans[-1].close if self.spans else self.first)
        lost = _unopened(self.article, mark, floor, not self.spans)
        if lost is not None:
            self.spans.append(lost)

    def _close_all(self) -> int | None:
        """What is still open at the paragraph's end is closed; where it runs to the end, its opening mark."""
        stack = [mark for mark in self.stack if not mark.single]
        if not stack:
            return None
        outer = self._outer(stack)
        if outer is not None:
            self.spans.append(outer)
            return None
        limits = [*(mark.start for mark in stack[1:]), self.last]
        self.spans += [_unclosed(self.article, mark, limit) for mark, limit in zip(stack, limits, strict=True)]
        final = self.spans[-1]
        runs_on = final.end == self.last and _attribution_inside(self.article, final.start, self.last) is None
        return final.open if runs_on else None

    def _outer(self, stack: list[Mark]) -> QuotedSpan | None:
        """Inner pairs closed, the outer one did not: it ran to the last closing mark."""
        if len(stack) == 1:
            return None
        closing = [mark for mark in self.marks if mark.can_close and mark.start > stack[-1].end]
        if not closing:
            return None
        return QuotedSpan(stack[0].end, closing[-1].start, stack[0].start, closing[-1].end, False)


def _opens_again(text: str, mark: Mark) -> bool:
    """A glued mark (``sudah "x``) inside an open quotation that opens rather than closes."""
    return text[mark.start - 1].isspace() and not text[mark.end : mark.end + 1].isspace()


def _is_cue(article: Article, word: str, shapes: frozenset[str]) -> bool:
    """Whether a word is a cue of one of these shapes."""
    entry = article.lexicon.cues.get(word.lower())
    return entry is not None and entry[2] in shapes


def _attribution_inside(article: Article, start: int, end: int) -> int | None:
    """Where an attribution begins between ``start`` and ``end`` (*…, kata Budi*): the offset after the comma."""
    import regex  # late: see CONTRIBUTING.md, "Start-up"

    for match in regex.finditer(_ATTRIBUTION, article.text, pos=start, endpos=end):
        cue, after = match.groups()
        if _is_cue(article, cue, _NYA) or (_is_cue(article, cue, _POST) and after.lower() not in article.lexicon.stops):
            return match.start() + 1
    return None


def _was_closed(article: Article, start: int, end: int) -> bool:
    """Whether an open quotation must have ended before a new mark: its attribution stands just before it."""
    near = max(start, end - ATTRIBUTION_BEFORE_MARK)
    inside = article.text[near:end].rstrip()
    return bool(inside) and inside[-1] in ".?!" and _attribution_inside(article, near, end) is not None


def _ends_sentence(text: str, start: int, mark: Mark) -> bool:
    """Whether a sentence ends right before a mark that only opens: the paragraphs of one quotation in one line."""
    before = text[max(start, mark.start - 4) : mark.start].rstrip()
    return not mark.can_close and before[-1:] in _STOPS


def _unclosed(article: Article, mark: Mark, limit: int) -> QuotedSpan:
    """A quotation without a closing mark: up to its attribution, else to ``limit``."""
    end = _attribution_inside(article, mark.end, limit)
    if end is None:
        end = limit
    return QuotedSpan(mark.end, end, mark.start, end, False)


def _unopened(article: Article, mark: Mark, floor: int, alone: bool) -> QuotedSpan | None:
    """A quotation without an opening mark: from the start of its sentence, when an attribution follows the mark."""
    import regex  # late: see CONTRIBUTING.md, "Start-up"

    text = article.text
    after = regex.match(_CUE_AFTER, text, pos=mark.end)
    if not after or not _is_cue(article, after.group(1), _POST | _NYA):
        return None
    start = floor = max(floor, mark.start - UNOPENED)
    if not alone or floor == 0 or len(article.paragraphs) < 2:
        for stop in regex.finditer(_SENTENCE_END, text, pos=floor, endpos=mark.start):
            start = stop.end()
    words = text[start : mark.start].split()
    if len(words) < _FEWEST_UNOPENED or _is_cue(article, words[0].strip(",."), _NYA) or _says_who(article, words):
        return None
    return QuotedSpan(start, mark.start, start, mark.end, False)


def _says_who(article: Article, words: list[str]) -> bool:
    """*Hingga kini* | *kata Rahma,* | *ada 40 bus*: whether the words name their source and are no quotation."""
    return any(
        word[0].islower() and after[0].isupper() and after[-1] == "," and _is_cue(article, word, _POST)
        for word, after in pairwise(words)
    )

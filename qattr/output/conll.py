"""``conll``: one word a line, a column of B, I and O for each of quote, cue, mention and role (CoNLL-U Plus).

A line of the article is a paragraph, with an empty line behind it; ``MISC`` has the offsets, so nothing is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from qattr.model import Document, Span
from qattr.output import Style
from qattr.output.safe import one_line
from qattr.reading.types import Article

COLUMNS = ("ID", "FORM", "QATTR:QUOTE", "QATTR:CUE", "QATTR:MENTION", "QATTR:ROLE", "QATTR:SPEAKER", "MISC")
_WORD = re.compile(r"\w+(?:[-'’./]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_Labelled = tuple[int, int, str]


def head(style: Style, title: str) -> str:
    """The line that names the columns."""
    return f"# global.columns = {' '.join(COLUMNS)}\n"


def article(item: Article, document: Document, style: Style) -> str:
    """``1<tab>Kami<tab>B-direct<tab>O<tab>O<tab>O<tab>1<tab>StartChar=1|EndChar=5`` and so on."""
    columns = [_marks(spans) for spans in _columns(document)]
    speaker = _speakers(document)
    cuts = sorted({at for column in _columns(document) for start, end, _ in column for at in (start, end)})
    lines = [f"# newdoc id = {one_line(document.source or '-')}"]
    lines += [f"# speaker {s.id} = {one_line(s.name)}" for s in document.speakers]
    for paragraph in _LINE.finditer(document.text):
        if paragraph[0].strip():
            lines.append(f"# newpar\n# text = {one_line(paragraph[0])}")
            words = _words(document.text, paragraph.start(), paragraph.end(), cuts)
            lines += [_row(document.text, n, a, b, columns, speaker) for n, (a, b) in enumerate(words, 1)]
            lines.append("")
    return "\n".join(lines) + "\n"


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def _columns(document: Document) -> list[list[_Labelled]]:
    """The labelled spans of the four columns; a quote's label is its type, the others need none."""
    cues = [quote.cue for quote in document.quotes if quote.cue]
    mentions = [quote.mention for quote in document.quotes if quote.mention]
    roles: Iterable[Span] = {role for speaker in document.speakers for role in speaker.roles}
    return [
        [(quote.start, quote.end, quote.type) for quote in document.quotes],
        [(cue.start, cue.end, cue.act) for cue in cues],
        [(mention.start, mention.end, "mention") for mention in mentions],
        [(role.start, role.end, "role") for role in roles],
    ]


def _marks(spans: list[_Labelled]) -> list[_Labelled]:
    """The spans in order, none of them over another: of two that overlap the first stays, then the longer."""
    kept: list[_Labelled] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _speakers(document: Document) -> list[_Labelled]:
    """The quotes with their speaker's number."""
    return _marks([(q.start, q.end, str(q.speaker_id)) for q in document.quotes if q.speaker_id])


def _words(text: str, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """Where words stand; a word that a span ends in is cut there, so that every span is whole words."""
    for word in _WORD.finditer(text, start, end):
        a, b = word.span()
        for cut in cuts[bisect_right(cuts, a) : bisect_left(cuts, b)]:
            yield a, cut
            a = cut
        yield a, b


def _row(text: str, number: int, start: int, end: int, columns: list[list[_Labelled]], speaker: list[_Labelled]) -> str:
    """One token's line."""
    said = _over(speaker, start)
    misc = f"StartChar={start}|EndChar={end}"
    if text[end : end + 1].strip():
        misc = f"SpaceAfter=No|{misc}"
    cells = [str(number), one_line(text[start:end]), *(_bio(column, text, start) for column in columns)]
    return "\t".join([*cells, said[2] if said else "_", misc])


def _over(spans: list[_Labelled], at: int) -> _Labelled | None:
    """The span that holds an offset."""
    i = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return spans[i] if i >= 0 and at < spans[i][1] else None


def _bio(spans: list[_Labelled], text: str, at: int) -> str:
    """``B-`` where no word of the span stands before the offset."""
    span = _over(spans, at)
    if span is None:
        return "O"
    return f"{'I' if _WORD.search(text, span[0], at) else 'B'}-{span[2]}"

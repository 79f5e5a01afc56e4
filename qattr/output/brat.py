"""``brat``: standoff annotation for BRAT: ``NAME.ann`` beside ``NAME.txt``.

One article goes to stdout or to the file that ``-o`` names; several need a folder (``-o DIR``), which gets the texts,
their annotations and the ``annotation.conf`` that BRAT asks for (:mod:`qattr.corpus.folder` writes them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qattr.model import ACTS, Document, Quote, Span
from qattr.output import Style
from qattr.output.json_lines import dumps
from qattr.output.safe import one_line, printable
from qattr.reading.types import Article

_BREAK = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
CONFIGURATION = f"""[entities]
Direct
Mixed
Indirect
Fragment
Cue
Mention
Role
[relations]
CueOf\tArg1:Cue, Arg2:Direct|Mixed|Indirect
SourceOf\tArg1:Mention, Arg2:Direct|Mixed|Indirect
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Act\tArg:Cue, Value:{"|".join(ACTS)}
"""
"""What BRAT has to know of the types."""


def head(style: Style, title: str) -> str:
    """Nothing: each article has a file of its own."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """``T1<tab>Direct 1 11<tab>Kami siap,`` and so on: quotes, cues, mentions, roles, and notes with the speaker."""
    if style.folder:
        return dumps({"source": document.source, "text": document.text, "ann": standoff(document)})
    return standoff(document)


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def standoff(document: Document) -> str:
    """The lines of an ``.ann`` file."""
    return "".join(f"{line}\n" for line in _Lines(document))


class _Lines:
    """The lines of one document, numbered as BRAT has it: T, R, A and # each from 1."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers: dict[str, int] = {}
        self.known: dict[tuple[str, int, int], str] = {}

    def __iter__(self) -> Iterator[str]:
        for quote in self.document.quotes:
            name, new = self._name(quote.type.capitalize(), quote.start, quote.end)
            yield from new
            for fragment in quote.fragments:
                yield from self._span("Fragment", fragment)[1]
            if quote.cue:
                cue, new = self._name("Cue", quote.cue.start, quote.cue.end)
                yield from new
                yield f"{self._next('R')}\tCueOf Arg1:{cue} Arg2:{name}"
                if new:
                    yield f"{self._next('A')}\tAct {cue} {quote.cue.act}"
            if quote.mention:
                mention, new = self._span("Mention", quote.mention)
                yield from new
                yield f"{self._next('R')}\tSourceOf Arg1:{mention} Arg2:{name}"
            yield f"{self._next('#')}\tAnnotatorNotes {name}\t{_note(quote)}"
        for role in sorted({role for speaker in self.document.speakers for role in speaker.roles}, key=lambda r: r[1:]):
            yield from self._span("Role", role)[1]

    def _next(self, letter: str) -> str:
        """``T1``, ``T2``, ``R1`` …: the next identifier of a letter."""
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"

    def _span(self, kind: str, span: Span) -> tuple[str, list[str]]:
        """The identifier and the lines of an annotation over a span."""
        return self._name(kind, span.start, span.end)

    def _name(self, kind: str, start: int, end: int) -> tuple[str, list[str]]:
        """The name of a text-bound annotation and its line, or no line where it is there already."""
        key = (kind, start, end)
        if key in self.known:
            return self.known[key], []
        name = self.known[key] = self._next("T")
        text = self.document.text
        pieces = _pieces(text, start, end)
        places = ";".join(f"{a} {b}" for a, b in pieces)
        words = " ".join(printable(text[a:b]).replace("\t", " ") for a, b in pieces)
        return name, [f"{name}\t{kind} {places}\t{words}"]


def _note(quote: Quote) -> str:
    """``Rahma Wulandari; Kepala Pasar; quote_cue_speaker; 0.98``: what a quote's note says."""
    names = ", ".join((quote.speaker or "?", *quote.co_speakers))
    return one_line("; ".join(filter(None, (names, quote.role, quote.rule, f"{quote.confidence:.2f}"))))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut at line breaks, over which none of BRAT's goes."""
    pieces, at = [], start
    for mark in _BREAK.finditer(text, start, end):
        if mark.start() > at:
            pieces.append((at, mark.start()))
        at = mark.end()
    if end > at:
        pieces.append((at, end))
    return pieces or [(start, end)]

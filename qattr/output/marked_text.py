"""``text``: the article itself with its quotes marked.

With colours a quote has its speaker's colour (paraphrase in italics, verbatim words in bold) and the speaker's number
behind it; without, it stands in brackets that say the same in words.
"""

from __future__ import annotations

from qattr.model import Document, Quote, Speaker
from qattr.output import Style, palette
from qattr.output.fields import given
from qattr.output.safe import one_line, printable
from qattr.output.segments import segments
from qattr.output.summary import counted
from qattr.reading.types import Article


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """The article with its quotes marked, and a legend of its speakers."""
    parts = []
    if style.many:
        parts.append(palette.paint(one_line(document.source or ""), "bold", "underline", color=style.color) + "\n\n")
    parts.extend(f"{name}: {one_line(str(value))}\n" for name, value in given(item, style.keep))
    text = document.text
    body = "".join(
        _marked(text[start:end], quote, style) if quote else printable(text[start:end])
        for start, end, quote in segments(document)
    )
    parts.append(body.rstrip("\n") + "\n")
    if document.quotes:
        parts.append("\n" + "".join(_legend(s, style) for s in document.speakers))
        if any(q.speaker_id is None for q in document.quotes):
            parts.append("[?] speaker unknown\n")
    return "".join(parts) + ("\n" if style.many else "")


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def _marked(text: str, quote: Quote, style: Style) -> str:
    """A piece of a quote: in colour, or in brackets with its number and type."""
    number = str(quote.speaker_id or "?")
    if not style.color:
        return f"[{number} {quote.type}: {printable(text)}]"
    manner = {"direct": ("bold",), "mixed": ("underline",), "indirect": ("italic",)}[quote.type]
    colour = palette.of(quote.speaker_id)
    return palette.paint(printable(text), *manner, colour) + palette.paint(f"[{number}]", "dim", colour)


def _legend(speaker: Speaker, style: Style) -> str:
    """``[1] Rahma Wulandari, Kepala Pasar (3 quotes, 41 words)``"""
    role = speaker.role or speaker.affiliation
    name = palette.paint(one_line(speaker.name), "bold", palette.of(speaker.id), color=style.color)
    count = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.words, 'word')}"
    return f"[{speaker.id}] {name}{', ' + one_line(role) if role else ''} ({count})\n"

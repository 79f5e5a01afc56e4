"""A document as a notebook shows it: a piece of HTML with its styles inside, for light and dark pages alike."""

from __future__ import annotations

from qattr.model import Document, Quote
from qattr.output.page import escaped, hue
from qattr.output.segments import segments

_BOX = "max-width:46rem;line-height:1.7;white-space:pre-wrap;overflow-wrap:anywhere"
_COLOURS = "color:inherit;background:hsl(var(--h) var(--s,70%) 50%/.22)"
_MARK = f"{_COLOURS};border-bottom:2px {{line}} hsl(var(--h) var(--s,60%) 50%)"
_TAG = "font:600 .75em system-ui,sans-serif;margin-left:.35em;opacity:.85"
_LINES = {"direct": "solid", "mixed": "dashed", "indirect": "dotted"}


def render(document: Document) -> str:
    """The text with each quote in its speaker's colour and the name behind it; role and rule under the pointer."""
    if not document.text:
        return _listed(document)
    parts = [
        _marked(document.text[start:end], quote) if quote else escaped(document.text[start:end])
        for start, end, quote in segments(document)
    ]
    return f'<div lang="id" style="{_BOX}">{"".join(parts)}</div>'


def _marked(words: str, quote: Quote) -> str:
    """A piece of a quote in its speaker's colour, with the name behind it."""
    names = ", ".join((quote.speaker or "?", *quote.co_speakers))
    title = "; ".join(filter(None, (quote.role, quote.type, quote.rule, f"{quote.confidence:.2f}")))
    style = f"{hue(quote.speaker_id)};{_MARK.format(line=_LINES[quote.type])}"
    return (
        f'<mark style="{style}" title="{escaped(title)}">{escaped(words)}'
        f'<span style="{_TAG}">{escaped(names)}</span></mark>'
    )


def _listed(document: Document) -> str:
    """Without the article's text: the quotes alone."""
    items = "".join(f"<li>{_marked(quote.text, quote)}</li>" for quote in document.quotes)
    return f'<ol lang="id" style="{_BOX}">{items}</ol>'

"""Documents made by hand, for the tests of what is printed of them: no engine is asked."""

from __future__ import annotations

from typing import cast

from qattr.model import Cue, Document, NonQuote, Quote, QuoteType, Span, Speaker
from qattr.reading.types import Article


def find(text: str, words: str) -> Span:
    """The first place of some words in a text."""
    at = text.index(words)
    return Span(words, at, at + len(words))


def document(
    text: str,
    *said: tuple[str, str, str | None],
    roles: dict[str, str] | None = None,
    fragments: tuple[str, ...] = (),
    source: str = "uji.txt",
    non_quotes: tuple[str, ...] = (),
) -> Document:
    """A document with one quote for each ``(type, words, speaker)``; its cue is the word *kata* where there is one."""
    names = list(dict.fromkeys(name for _, _, name in said if name))
    quotes = []
    for number, (kind, words, name) in enumerate(said, 1):
        span = find(text, words)
        cue = Cue(*find(text, "kata"), "kata", "say") if "kata" in text else None
        held = tuple(find(text, f) for f in fragments) if kind == "mixed" else ()
        line = text.count("\n", 0, span.start) + 1
        identity = (name, names.index(name) + 1 if name else None, (), (roles or {}).get(name or ""), None)
        answer = ("quote_cue_speaker", 0.97, "same_name")
        quotes.append(Quote(number, cast("QuoteType", kind), *span, line, held, cue, None, *identity, *answer))
    speakers = []
    for number, name in enumerate(names, 1):
        own = [q for q in quotes if q.speaker == name]
        words = sum(len(q.text.split()) for q in own)
        role = (roles or {}).get(name)
        speakers.append(Speaker(number, name, (), "person", role, None, (), (), (), len(own), words))
    others = tuple(NonQuote(*find(text, words), "title") for words in non_quotes)
    return Document(text, source, tuple(quotes), tuple(speakers), others)


def article(made: Document) -> Article:
    return Article(made.source or "", made.text)

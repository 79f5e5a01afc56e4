"""``--summary``: who is quoted, how often and how much, over one article or a million.

A tally grows with the number of different speakers, not of articles.  Over several articles only people with names of
two words and more, and bodies, are taken for the same when their names are; the rest is pooled in lines of its own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from qattr.model import Document, Quote, Speaker
from qattr.output.filters import words as count_words

POOLED = {
    "one-word": "people named by one word only",
    "unnamed": "people without a name",
    "unknown": "speaker unknown",
}
"""What is not told apart over several articles, and how its line is called."""


class Line(NamedTuple):
    """One speaker of a summary."""

    name: str
    kind: str
    """``person``, ``organization``, ``unnamed``, or ``pooled`` for a line of :data:`POOLED`."""
    role: str | None
    articles: int
    quotes: int
    direct: int
    mixed: int
    indirect: int
    words: int
    share: float
    """The part of all quoted words that is this speaker's, 0 to 1; a shared quote counts for each of its sources."""


class Tally:
    """The counts of some articles; tallies of consecutive articles are merged with :meth:`merge`."""

    def __init__(self, many: bool) -> None:
        self.many = many
        self.articles = 0
        self.types = {"direct": 0, "mixed": 0, "indirect": 0}
        self.words = 0
        self._rows: dict[str, _Row] = {}

    def add(self, document: Document) -> None:
        """Count one article."""
        self.articles += 1
        by_name = {s.name: s for s in document.speakers}
        seen: set[str] = set()
        for quote in document.quotes:
            words = count_words(quote.text)
            self.types[quote.type] += 1
            self.words += words
            for name in (quote.speaker, *quote.co_speakers):
                self._count(by_name.get(name or ""), name, quote, words, seen)

    def _count(self, speaker: Speaker | None, name: str | None, quote: Quote, words: int, seen: set[str]) -> None:
        key, shown, kind = self._identity(speaker, name)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = _Row(shown, kind)
        if kind != "pooled" and speaker and speaker.role and len(speaker.role) > len(row.role or ""):
            row.role = speaker.role
        row.articles += key not in seen
        seen.add(key)
        row.types[quote.type] += 1
        row.words += words

    def _identity(self, speaker: Speaker | None, name: str | None) -> tuple[str, str, str]:
        """(what makes it the same, the name shown, the kind)"""
        if name is None:
            return "?", POOLED["unknown"], "pooled"
        kind = speaker.kind if speaker else "person"
        if self.many and kind == "unnamed":
            return "?unnamed", POOLED["unnamed"], "pooled"
        if self.many and kind == "person" and " " not in name:
            return "?one-word", POOLED["one-word"], "pooled"
        folded = " ".join(name.casefold().split())
        return f"{kind[0]}:{folded}", name, kind

    def merge(self, later: Tally) -> None:
        """Take in the tally of the articles that come behind these."""
        self.articles += later.articles
        self.words += later.words
        for kind, count in later.types.items():
            self.types[kind] += count
        for key, other in later._rows.items():
            row = self._rows.get(key)
            if row is None:
                self._rows[key] = other
                continue
            row.articles += other.articles
            row.words += other.words
            if len(other.role or "") > len(row.role or ""):
                row.role = other.role
            for kind, count in other.types.items():
                row.types[kind] += count

    def lines(self) -> list[Line]:
        """The speakers, most words first; pooled lines last."""
        rows = sorted(self._rows.values(), key=lambda r: (r.kind == "pooled", -r.words, r.name))
        return [
            Line(
                r.name, r.kind, r.role, r.articles, sum(r.types.values()),
                r.types["direct"], r.types["mixed"], r.types["indirect"], r.words,
                round(r.words / self.words, 4) if self.words else 0.0,
            )
            for r in rows
        ]  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """The JSON of ``--summary``."""
        total = sum(self.types.values())
        counts = {"articles": self.articles, "quotes": total, **self.types, "words": self.words}
        return {**counts, "speakers": [line._asdict() for line in self.lines()]}


class _Row:
    __slots__ = ("articles", "kind", "name", "role", "types", "words")

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind
        self.role: str | None = None
        self.articles = 0
        self.types = {"direct": 0, "mixed": 0, "indirect": 0}
        self.words = 0

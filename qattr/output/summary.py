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


def counted(number: int, noun: str) -> str:
    """``1 quote``, ``2,000 quotes``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
    group: str = ""
    """What is counted apart (``--by``): the value of a field; ``share`` is then of the words of this group."""


FIELDS = Line._fields[:-1]
"""What every summary has of a speaker; the group is called by its field's name."""


class Entry(NamedTuple):
    """One article in a list of contents."""

    key: str
    title: str
    quotes: int


class Tally:
    """The counts of some articles; tallies of consecutive articles are merged with :meth:`merge`."""

    def __init__(self, many: bool) -> None:
        self.many = many
        self.articles = 0
        self.types = {"direct": 0, "mixed": 0, "indirect": 0}
        self.words = 0
        self.entries: list[Entry] = []
        """The articles, where a format lists them."""
        self._rows: dict[tuple[str, str], _Row] = {}

    def add(self, document: Document, group: str = "") -> None:
        """Count one article, apart from those of other groups."""
        self.articles += 1
        by_name = {s.name: s for s in document.speakers}
        seen: set[tuple[str, str]] = set()
        for quote in document.quotes:
            words = count_words(quote.text)
            self.types[quote.type] += 1
            self.words += words
            for name in (quote.speaker, *quote.co_speakers):
                self._row(by_name.get(name or ""), name, group).count(quote, words, seen)

    def _row(self, speaker: Speaker | None, name: str | None, group: str) -> _Row:
        """The row that a quote of this speaker is counted in."""
        key, shown, kind = self._identity(speaker, name)
        row = self._rows.get((group, key))
        if row is None:
            row = self._rows[group, key] = _Row(shown, kind, (group, key))
        if kind != "pooled" and speaker and speaker.role and len(speaker.role) > len(row.role or ""):
            row.role = speaker.role
        return row

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
        self.entries += later.entries
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
        """The speakers, most words first; pooled lines last; group by group where there are groups."""
        said: dict[str, int] = {}
        for row in self._rows.values():
            said[row.key[0]] = said.get(row.key[0], 0) + row.words
        if len(said) < 2:
            said = dict.fromkeys(said, self.words)  # a shared quote counts once in the whole
        rows = sorted(self._rows.values(), key=lambda r: (r.key[0], r.kind == "pooled", -r.words, r.name))
        return [
            Line(
                r.name, r.kind, r.role, r.articles, sum(r.types.values()),
                r.types["direct"], r.types["mixed"], r.types["indirect"], r.words,
                round(r.words / said[r.key[0]], 4) if said[r.key[0]] else 0.0, r.key[0],
            )
            for r in rows
        ]  # fmt: skip

    def to_dict(self, by: str = "") -> dict[str, Any]:
        """The JSON of ``--summary``; with ``by``, each speaker has the group under that name."""
        total = sum(self.types.values())
        counts = {"articles": self.articles, "quotes": total, **self.types, "words": self.words}
        speakers = []
        for line in self.lines():
            *values, group = line
            speakers.append(dict(zip(FIELDS, values, strict=True)) | ({"by": group or None} if by else {}))
        return {**counts, **({"by": by} if by else {}), "speakers": speakers}


class _Row:
    __slots__ = ("articles", "key", "kind", "name", "role", "types", "words")

    def __init__(self, name: str, kind: str, key: tuple[str, str]) -> None:
        self.name = name
        self.key = key
        self.kind = kind
        self.role: str | None = None
        self.articles = 0
        self.types = {"direct": 0, "mixed": 0, "indirect": 0}
        self.words = 0

    def count(self, quote: Quote, words: int, seen: set[tuple[str, str]]) -> None:
        """One more quote; ``seen`` are the rows that this article is counted in already."""
        self.articles += self.key not in seen
        seen.add(self.key)
        self.types[quote.type] += 1
        self.words += words

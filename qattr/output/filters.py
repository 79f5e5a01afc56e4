"""What ``--speaker``, ``--type``, ``--act`` and ``--min-confidence`` leave of a document."""

from __future__ import annotations

import re
from typing import NamedTuple

from qattr.model import Document, Quote, Speaker

_WORD = re.compile(r"\w+")


class Filters(NamedTuple):
    """Which quotes to keep; the default keeps all."""

    speakers: tuple[str, ...] = ()
    """Names, or whole words of names, in any case; a quote is kept when one of its sources has one of them."""
    types: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    """A quote without a cue of its own has no act and is not kept."""
    min_confidence: float = 0.0

    def apply(self, document: Document) -> Document:
        """The document with the quotes that pass: ids stay, ``speakers`` holds those with a quote left, recounted."""
        if self == _ALL:
            return document
        wanted = {s.name for s in document.speakers if self._names(s)} if self.speakers else None
        quotes = tuple(q for q in document.quotes if self._keeps(q, wanted))
        left = [_recounted(s, quotes) for s in document.speakers]
        return document._replace(quotes=quotes, speakers=tuple(s for s in left if s.quotes))

    def _keeps(self, quote: Quote, wanted: set[str] | None) -> bool:
        return (
            (not self.types or quote.type in self.types)
            and (not self.acts or (quote.cue is not None and quote.cue.act in self.acts))
            and quote.confidence >= self.min_confidence
            and (wanted is None or quote.speaker in wanted or not wanted.isdisjoint(quote.co_speakers))
        )

    def _names(self, speaker: Speaker) -> bool:
        names = [f" {_folded(name)} " for name in (speaker.name, *speaker.aliases)]
        return any(f" {_folded(asked)} " in name for asked in self.speakers for name in names)


_ALL = Filters()


def words(text: str) -> int:
    """How many words a quote has, as ``speakers[].words`` counts them."""
    return len(text.split())


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _recounted(speaker: Speaker, quotes: tuple[Quote, ...]) -> Speaker:
    own = [q for q in quotes if q.speaker_id == speaker.id or speaker.name in q.co_speakers]
    return speaker._replace(quotes=len(own), words=sum(words(q.text) for q in own))

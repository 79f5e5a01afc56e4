"""What ``--speaker``, ``--type`` and their like leave of a document, and which articles ``--since`` leaves at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from qattr.model import Document, Quote, Speaker

_WORD = re.compile(r"\w+")


class Filters(NamedTuple):
    """Which quotes to keep, and of which articles; the default keeps all.

    Names and phrases are asked for by whole words, in any case, and one of those that are asked for is enough.
    """

    speakers: tuple[str, ...] = ()
    """Words of a source's names, of its roles or its affiliations."""
    types: Collection[str] = ()
    acts: Collection[str] = ()
    """A quote without a cue of its own has no act and is not kept."""
    min_confidence: float = 0.0
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    """Words of those to whom it was said; a quote that names none is not kept."""
    ids: Collection[int] = ()
    """Numbers of quotes in their article; marks that hold no quote have none."""
    since: str = ""
    until: str = ""
    """The first and the last day, or month, or year: ``2025``, ``2025-03``, ``2025-03-31``."""

    def apply(self, document: Document) -> Document:
        """The document with the quotes that pass: ids stay, ``speakers`` holds those with a quote left, recounted."""
        if self == _ALL:
            return document
        wanted = {s.name for s in document.speakers if self._wants(s)} if self._asks_for_sources() else None
        quotes = tuple(q for q in document.quotes if self._keeps(q, wanted))
        left = [_recounted(s, quotes) for s in document.speakers]
        others = () if self.ids else document.non_quotes
        return document._replace(quotes=quotes, speakers=tuple(s for s in left if s.quotes), non_quotes=others)

    def asks_for_dates(self) -> bool:
        """Whether an article's date is asked for."""
        return bool(self.since or self.until)

    def holds(self, day: str) -> bool:
        """True when an article of this day (``2025-03-31``, or only its month or year) is wanted."""
        after = not self.since or day[: len(self.since)] >= self.since
        return after and (not self.until or day[: len(self.until)] <= self.until)

    def _asks_for_sources(self) -> bool:
        """Whether it is asked for who speaks."""
        return bool(self.speakers or self.roles or self.affiliations)

    def _keeps(self, quote: Quote, wanted: set[str] | None) -> bool:
        """Whether a quote is one of those asked for."""
        return (
            (not self.types or quote.type in self.types)
            and (not self.acts or (quote.cue is not None and quote.cue.act in self.acts))
            and (not self.ids or quote.id in self.ids)
            and _any_has(self.addressees, (quote.context.addressee.text if quote.context.addressee else "",))
            and quote.confidence >= self.min_confidence
            and (wanted is None or quote.speaker in wanted or not wanted.isdisjoint(quote.co_speakers))
        )

    def _wants(self, speaker: Speaker) -> bool:
        """Whether a speaker is one of those asked for, by name, role and affiliation."""
        names = (speaker.name, *speaker.aliases)
        roles = (speaker.role or "", *(span.text for span in speaker.roles))
        bodies = (speaker.affiliation or "", *(span.text for span in speaker.affiliations))
        return (
            _any_has(self.speakers, (*names, *roles, *bodies))
            and _any_has(self.roles, roles)
            and _any_has(self.affiliations, bodies)
        )


_ALL = Filters()


def words(text: str) -> int:
    """How many words a quote has, as ``speakers[].words`` counts them."""
    return len(text.split())


def _any_has(asked: tuple[str, ...], phrases: Iterable[str]) -> bool:
    """True when one of the phrases has one of the words that are asked for; nothing asked is always had."""
    if not asked:
        return True
    wanted = [f" {_folded(name)} " for name in asked]
    return any(name in f" {_folded(phrase)} " for phrase in phrases if phrase for name in wanted)


def _folded(name: str) -> str:
    """``Dr. RAHMA`` -> ``dr rahma``: a name as it is compared."""
    return " ".join(_WORD.findall(name.casefold()))


def _recounted(speaker: Speaker, quotes: tuple[Quote, ...]) -> Speaker:
    """The speaker with the quotes that are left counted."""
    own = [q for q in quotes if q.speaker_id == speaker.id or speaker.name in q.co_speakers]
    return speaker._replace(quotes=len(own), words=sum(words(q.text) for q in own))

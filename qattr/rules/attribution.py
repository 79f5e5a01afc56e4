"""What rules answer: `Match`, `Attribution`, `Turn`. All numbers but the offsets are word indexes."""

from __future__ import annotations

from operator import attrgetter
from typing import Literal, NamedTuple

from qattr.mentions import Mention
from qattr.model import QuoteType
from qattr.quoting.marks import QuotedSpan

Reference = Literal["mention", "nya", "floor", "same", "bare"]
"""How words refer to who speaks: ``mention`` the words name somebody, ``nya`` the cue's suffix does, ``floor`` it is
whoever is speaking, ``same`` the source of the quotation before, ``bare`` context alone tells."""


class Match(NamedTuple):
    """*kata Rahma*: the cue, the words that name the source, and how the words refer."""

    cue: int | None
    mention: Mention | None
    reference: Reference = "mention"


class NoSpeech(NamedTuple):
    """*film "Kuda Besi"*: a quoted span that nobody said, and why (a value of ``non_quotes[].reason``)."""

    span: QuotedSpan
    reason: str
    question: str = ""
    """The question of :mod:`qattr.rules.speech` that had the verdict."""


class Turn:
    """A place where somebody speaks or is brought in as speaking (*kata Rahma*, *Hal itu disampaikan Rahma*)."""

    __slots__ = ("aloud", "at", "cue", "mention", "reference", "said", "speaks")

    at: int
    """The word where the attribution (or what is attributed) stands."""
    mention: Mention | None
    reference: Reference
    speaks: bool
    """False where somebody only takes the floor (*Hal itu disampaikan Budi*)."""
    aloud: bool
    """False where the words are reported, not quoted."""
    cue: int | None
    said: tuple[int, int] | None
    """Offsets of the first character of what is said, and after its last one."""

    def __init__(
        self,
        at: int,
        mention: Mention | None,
        reference: Reference,
        cue: int | None = None,
        said: tuple[int, int] | None = None,
        aloud: bool = True,
    ) -> None:
        self.at, self.mention, self.reference = at, mention, reference
        self.cue, self.said, self.aloud = cue, said, aloud
        self.speaks = said is not None

    def with_mention(self, mention: Mention) -> Turn:
        """The same turn with other words that name somebody."""
        return Turn(self.at, mention, self.reference, self.cue, self.said, self.aloud)


class Attribution:
    """*"Harga naik," kata Rahma*: a quoted span or reported clause with its match, before the entity is known."""

    __slots__ = ("at", "declined", "end", "fragments", "match", "question", "rule", "start", "type")

    type: QuoteType
    start: int
    """Offset of the first character of what is said …"""
    end: int
    """… and the offset after its last one."""
    match: Match
    rule: str
    at: int
    """The word by which it takes its turn in the text."""
    fragments: tuple[tuple[int, int], ...]
    """Start and end offset of each quoted fragment of a mixed quote."""
    question: str
    """The question of :mod:`qattr.rules.speech` that took the marks for speech; empty where there are none."""
    declined: tuple[str, ...]
    """The rules that were asked before and did not answer, where a trace is asked for."""

    def __init__(self, type: QuoteType, start: int, end: int, match: Match, rule: str, at: int) -> None:
        self.type, self.start, self.end, self.match, self.rule, self.at = type, start, end, match, rule, at
        self.fragments, self.question, self.declined = (), "", ()

    def turn(self) -> Turn:
        """The turn that this attribution is."""
        cue, mention, reference = self.match
        aloud = self.type != "indirect"
        return Turn(self.at, mention, reference, cue, (self.start, self.end), aloud)


def in_text_order(takers: list[Turn], attributions: list[Attribution]) -> list[Turn]:
    """The turns of those who only take the floor, and of attributions (by ``at``), in one order.

    Where both begin at the same word, the floor is taken first."""
    return sorted([*takers, *[attribution.turn() for attribution in attributions]], key=attrgetter("at"))

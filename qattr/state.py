"""What the stages of the pipeline hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from qattr.entities.resolution import Answer
from qattr.entities.table import EntityTable
from qattr.mentions.word_questions import Range
from qattr.quoting.marks import QuotedSpan
from qattr.rules.attribution import Attribution, Match, Turn
from qattr.rules.direct import SpanContext
from qattr.text.article import Article


@dataclass(slots=True, eq=False)
class State:
    """What the stages have found so far; each fills in what the next ones read."""

    article: Article
    source: str | None
    text: str
    """What was given; the article's own text may have other marks, character by character."""
    quoted: list[QuotedSpan] = field(default_factory=list)
    non_quotes: list[tuple[QuotedSpan, str]] = field(default_factory=list)
    speech: list[tuple[QuotedSpan, SpanContext, Match | None]] = field(default_factory=list)
    fragments: list[tuple[QuotedSpan, str]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    table: EntityTable | None = None
    spoken: list[Range] = field(default_factory=list)
    """The words of the quotations that are speech, with their marks."""
    noise: list[Range] = field(init=False)
    """The words that are no part of the article."""

    def __post_init__(self) -> None:
        self.noise = [(self.article.at(start), self.article.at(end)) for start, end in self.article.noise]

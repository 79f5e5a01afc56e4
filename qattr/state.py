"""What the stages of the pipeline hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from qattr.entities.resolution import Answer
from qattr.entities.table import EntityTable
from qattr.mentions import Range
from qattr.quoting.marks import QuotedSpan
from qattr.rules import Attribution, Circumstances, NoSpeech, Quoted, Turn
from qattr.text.article import Article


@dataclass(slots=True, eq=False)
class State:
    """What the stages have found so far; each fills in what the next ones read."""

    article: Article
    source: str | None
    text: str
    """What was given; the article's own text may have other marks, character by character."""
    traced: bool = False
    """Whether the stages keep which rules and links declined."""
    noise: list[Range] = field(init=False)
    """The words that are no part of the article."""
    spans: list[QuotedSpan] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    """The words that open a sentence."""
    cues: list[int] = field(default_factory=list)
    """The words that can be cues."""
    quoted: Quoted = field(default_factory=Quoted)
    attributions: list[Attribution] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    """Places where somebody only takes the floor."""
    non_quotes: list[NoSpeech] = field(default_factory=list)
    circumstances: list[Circumstances] = field(default_factory=list)
    """What is said of the saying of each attribution, in their order."""
    table: EntityTable | None = None
    answers: list[Answer] = field(default_factory=list)
    """Who is meant by each attribution, in their order."""
    declined_links: list[tuple[str, ...]] | None = None
    """The links that were asked in vain for each attribution; ``None`` where nobody wants to know."""

    def __post_init__(self) -> None:
        self.declined_links = [] if self.traced else None
        self.noise = [(self.article.at(start), self.article.at(end)) for start, end in self.article.noise]

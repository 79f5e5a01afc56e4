"""What the stages of the pipeline hand on to each other."""

from __future__ import annotations

from qattr.entities.resolution import Answer
from qattr.entities.table import EntityTable
from qattr.mentions import Range
from qattr.quoting.marks import QuotedSpan
from qattr.rules import Attribution, Circumstances, NoSpeech, Quoted, Turn
from qattr.text.article import Article


class State:
    """What the stages have found so far; each fills in what the next ones read."""

    __slots__ = (
        "answers", "article", "attributions", "circumstances", "cues", "declined_links", "noise", "non_quotes",
        "published", "quoted", "sentences", "source", "spans", "table", "text", "traced", "turns",
    )  # fmt: skip

    article: Article
    source: str | None
    text: str
    """What was given; the article's own text may have other marks, character by character."""
    traced: bool
    """Whether the stages keep which rules and links declined."""
    published: str
    """The article's date, ``2025-03-31``; empty where nobody has told."""
    noise: list[Range]
    """The words that are no part of the article."""
    spans: list[QuotedSpan]
    sentences: list[int]
    """The words that open a sentence."""
    cues: list[int]
    """The words that can be cues."""
    quoted: Quoted
    attributions: list[Attribution]
    turns: list[Turn]
    """Places where somebody only takes the floor."""
    non_quotes: list[NoSpeech]
    circumstances: list[Circumstances]
    """What is said of the saying of each attribution, in their order."""
    table: EntityTable | None
    answers: list[Answer]
    """Who is meant by each attribution, in their order."""
    declined_links: list[tuple[str, ...]] | None
    """The links that were asked in vain for each attribution; ``None`` where nobody wants to know."""

    def __init__(
        self, article: Article, source: str | None, text: str, traced: bool = False, published: str = ""
    ) -> None:
        self.article, self.source, self.text, self.traced = article, source, text, traced
        self.published = published
        self.noise = [(article.at(start), article.at(end)) for start, end in article.noise]
        self.spans, self.sentences, self.cues = [], [], []
        self.quoted = Quoted()
        self.attributions, self.turns, self.non_quotes, self.circumstances = [], [], [], []
        self.table = None
        self.answers = []
        self.declined_links = [] if traced else None

"""What the stages of the pipeline hand on to each other."""

from __future__ import annotations

from typing import NamedTuple

from qattr.entities.entity import Pointer
from qattr.entities.resolution import Answer
from qattr.entities.table import People
from qattr.mentions.read import Mention
from qattr.mentions.word_questions import Range
from qattr.model import QuoteType
from qattr.quoting.marks import Marked
from qattr.rules.direct import Found, View
from qattr.text.article import Article


class Statement(NamedTuple):
    """One quotation or reported clause with its attribution, before its source is known."""

    type: QuoteType
    start: int
    end: int
    cue: int | None
    mention: Mention | None
    pointer: str
    rule: str
    at: int
    """The word by which it takes its turn in the text."""
    fragments: tuple[tuple[int, int], ...] = ()


class State:
    """What the stages have found so far; each fills in what the next ones read."""

    __slots__ = (
        "answers", "article", "cues", "fragments", "known", "marked", "noise", "non_quotes", "people", "sentences",
        "source", "speech", "spoken", "statements", "text", "turns",
    )  # fmt: skip

    def __init__(self, article: Article, source: str | None, text: str) -> None:
        self.article = article
        self.source = source
        self.text = text
        """What was given; the article's own text may have other marks, character by character."""
        self.marked: list[Marked] = []
        self.non_quotes: list[tuple[Marked, str]] = []
        self.speech: list[tuple[Marked, View, Found | None]] = []
        self.fragments: list[tuple[Marked, str]] = []
        self.sentences: list[int] = []
        self.cues: list[int] = []
        self.known: frozenset[str] = frozenset()
        self.statements: list[Statement] = []
        self.turns: list[Pointer] = []
        self.answers: list[Answer] = []
        self.people: People | None = None
        self.spoken: list[Range] = []
        """The words of the quotations that are speech, with their marks."""
        self.noise: list[Range] = [(article.at(start), article.at(end)) for start, end in article.noise]
        """The words that are no part of the article."""

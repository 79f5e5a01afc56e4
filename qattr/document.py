"""What the stages have found -> the document that the caller gets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from qattr._confidence import COUNTS
from qattr.entities.entity import Source
from qattr.entities.resolution import Answer, best_role
from qattr.entities.table import People
from qattr.mentions.organizations import held_body
from qattr.mentions.word_questions import Range
from qattr.model import Cue, Document, NonQuote, Quote, Span, Speaker, make
from qattr.state import State, Statement
from qattr.text.article import Article


@lru_cache(maxsize=128)
def confidence(rule: str) -> float:
    """The share of a rule's answers that were right on the development gold: (right + 1) / (n + 2), Laplace's rule."""
    right, n = COUNTS.get(rule, (0, 0))
    return round((right + 1) / (n + 2), 3)


def _post(article: Article, bodies: list[Range], role: Range) -> Range:
    """The post alone where a preposition leads to the body: *peneliti* in *peneliti di Lembaga Kajian Kota*.

    ``bodies`` are sorted."""
    for k in range(bisect_right(bodies, (role[0] + 2, 0)), len(bodies)):
        begin = bodies[k][0]
        if begin >= role[1]:
            break
        if article.lows[begin - 1] in ("di", "pada", "dari"):
            return role[0], begin - 1
    return role


def _line_breaks(text: str, start: int, end: int) -> int:
    """How many lines end between two offsets, neither of them between ``\\r`` and ``\\n``."""
    return sum(text.count(mark, start, end) for mark in "\r\n") - text.count("\r\n", start, end)


class _Voice:
    """A source that is quoted: its number, what is shown of it, and its quotes so far."""

    __slots__ = ("best", "body", "number", "role", "said", "source")

    def __init__(self, number: int, people: People, source: Source) -> None:
        self.number = number
        self.source = source
        self.best, self.role, self.body = _described(people, source)
        self.said: list[str] = []


class _Voices(dict[int, _Voice]):
    """The index of a source -> what it says; they are numbered in the order in which they are asked for."""

    __slots__ = ("people",)

    def __init__(self, people: People) -> None:
        self.people = people

    def __missing__(self, at: int) -> _Voice:
        voice = self[at] = _Voice(len(self) + 1, self.people, self.people.sources[at])
        return voice


def _spans(article: Article, text: str, places: list[Range]) -> tuple[Span, ...]:
    """Where the words ``i`` to ``j`` (half-open) of each place stand; there is one at least in each."""
    words, ends = article.words, article.ends
    spans = []
    for i, j in places:
        start, end = ends[i] - len(words[i]), ends[j - 1]
        spans.append(make(Span, (text[start:end], start, end)))
    return tuple(spans)


def document(state: State) -> Document:
    """The quotes in the order of the text, and who is quoted in the order of their first quotes."""
    article, people = state.article, state.people
    assert people is not None
    text, words, ends, cues = state.text, article.words, article.ends, article.lexicon.cues
    returns = "\r" in text
    voices = _Voices(people)
    quotes = []
    line, counted = 1, 0
    told = sorted(zip(state.statements, state.answers, strict=True), key=_stretch)
    for identifier, (statement, (at, link, others)) in enumerate(told, 1):
        kind, start, end, at_cue, mention, _, rule, _, fragments = statement
        content = text[start:end]
        line += _line_breaks(text, counted, start) if returns else text.count("\n", counted, start)
        counted = start
        cue = None
        if at_cue is not None:
            lemma, act, _, _ = cues[article.lows[at_cue]]
            word, behind = words[at_cue], ends[at_cue]
            cue = make(Cue, (word, behind - len(word), behind, lemma, act))
        pointed = None
        if mention is not None:
            i, j = mention.head
            a, b = ends[i] - len(words[i]), ends[j - 1]
            pointed = make(Span, (text[a:b], a, b))
        name = speaker = role = body = None
        if at is not None:
            voice = voices[at]
            name, speaker, role, body = voice.source.name, voice.number, voice.role, voice.body
            voice.said.append(content)
        for other in others:
            voices[other].said.append(content)
        answered = rule or link or "floor"
        quotes.append(
            make(
                Quote,
                (
                    identifier,
                    kind,
                    content,
                    start,
                    end,
                    line,
                    tuple([Span(text[a:b], a, b) for a, b in fragments]) if fragments else (),
                    cue,
                    pointed,
                    name,
                    speaker,
                    tuple([people.sources[other].name for other in others]) if others else (),
                    role,
                    body,
                    answered,
                    confidence(answered),
                    link,
                ),
            )
        )
    found = [_speaker(article, text, voice) for voice in voices.values()]
    non_quotes = [NonQuote(text[m.start : m.end], m.start, m.end, reason) for m, reason in sorted(state.non_quotes)]
    return Document(text, state.source, tuple(quotes), tuple(found), tuple(non_quotes))


def _stretch(told: tuple[Statement, Answer]) -> tuple[int, int]:
    """Where a statement begins and ends."""
    return told[0][1:3]


def _line(article: Article, words: Range) -> str:
    """The same as one line with single blanks."""
    return " ".join(article.slice(*words).split())


Described = tuple[Range | None, str | None, str | None]
"""Where a source's best post stands, that post, and its body."""


def _described(people: People, source: Source) -> Described:
    """*Rahma, Kepala Dinas Kesehatan*: the post *Kepala Dinas Kesehatan*, the body *Dinas Kesehatan*."""
    article = people.article
    best = best_role(people, source)
    if best is not None and source.kind == "unnamed":
        low = article.lows[best[0]]
        if article.lexicon.roles.get(low) != "post" and low not in article.lexicon.role_abbreviations:
            best = None  # seorang pedagang: the description is the name
    if best is None:
        held = source.bodies and source.kind == "person"
        return None, None, _line(article, min(source.bodies)) if held else None
    i, j = best
    for begin, end in source.bodies:
        if i <= begin and end <= j:
            return best, _line(article, best), _line(article, (begin, end))
    body = held_body(article, i, j)
    return best, _line(article, best), _line(article, body) if body is not None else None


def _speaker(article: Article, text: str, voice: _Voice) -> Speaker:
    source = voice.source
    bodies = sorted(source.bodies)
    shown: Iterable[Range] = source.roles
    if source.kind == "unnamed" and voice.best is None:
        shown = ()  # seorang pedagang: as above
    elif True in source.roles.values():
        shown = [role for role, beside in source.roles.items() if beside]
    posts = sorted(shown)
    if bodies:
        posts = [_post(article, bodies, post) for post in posts]
    return Speaker(
        voice.number,
        source.name,
        tuple([alias for alias in source.aliases if alias != source.name]),
        source.kind,
        voice.role,
        voice.body,
        _spans(article, text, sorted(source.mentions)),
        _spans(article, text, posts) if posts else (),
        _spans(article, text, bodies) if bodies else (),
        len(voice.said),
        len(" ".join(voice.said).split()),
    )

"""What the stages have found -> the document that the caller gets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from qattr._confidence import COUNTS
from qattr.entities.entity import Entity
from qattr.entities.resolution import Answer, best_role
from qattr.entities.table import EntityTable
from qattr.mentions.organizations import held_organization
from qattr.mentions.word_questions import Range
from qattr.model import Cue, Document, NonQuote, Quote, Span, Speaker, make
from qattr.rules.attribution import Attribution
from qattr.state import State
from qattr.text.article import Article


@lru_cache(maxsize=128)
def confidence(rule: str) -> float:
    """The share of a rule's answers that were right on the development gold: (right + 1) / (n + 2), Laplace's rule."""
    right, n = COUNTS.get(rule, (0, 0))
    return round((right + 1) / (n + 2), 3)


def _role(article: Article, organizations: list[Range], role: Range) -> Range:
    """The role alone where a preposition leads to the organization: *peneliti* in *peneliti di Lembaga Kajian Kota*.

    ``organizations`` are sorted."""
    for k in range(bisect_right(organizations, (role[0] + 2, 0)), len(organizations)):
        begin = organizations[k][0]
        if begin >= role[1]:
            break
        if article.lows[begin - 1] in ("di", "pada", "dari"):
            return role[0], begin - 1
    return role


def _line_breaks(text: str, start: int, end: int) -> int:
    """How many lines end between two offsets, neither of them between ``\\r`` and ``\\n``."""
    return sum(text.count(mark, start, end) for mark in "\r\n") - text.count("\r\n", start, end)


class _Voice:
    """An entity that is quoted: its number, what is shown of it, and its quotes so far."""

    __slots__ = ("best", "entity", "number", "organization", "role", "said")

    def __init__(self, number: int, table: EntityTable, entity: Entity) -> None:
        self.number = number
        self.entity = entity
        self.best, self.role, self.organization = _described(table, entity)
        self.said: list[str] = []


class _Voices(dict[int, _Voice]):
    """The index of an entity -> what it says; they are numbered in the order in which they are asked for."""

    __slots__ = ("table",)

    def __init__(self, table: EntityTable) -> None:
        self.table = table

    def __missing__(self, at: int) -> _Voice:
        voice = self[at] = _Voice(len(self) + 1, self.table, self.table.entities[at])
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
    article, table = state.article, state.table
    assert table is not None
    text, words, ends, cues = state.text, article.words, article.ends, article.lexicon.cues
    returns = "\r" in text
    voices = _Voices(table)
    quotes = []
    line, counted = 1, 0
    told = sorted(zip(state.attributions, state.answers, strict=True), key=_stretch)
    for identifier, (attribution, (at, link, others)) in enumerate(told, 1):
        start, end = attribution.start, attribution.end
        at_cue, mention, _ = attribution.match
        content = text[start:end]
        line += _line_breaks(text, counted, start) if returns else text.count("\n", counted, start)
        counted = start
        cue = None
        if at_cue is not None:
            lemma, act, _, _ = cues[article.lows[at_cue]]
            word, after = words[at_cue], ends[at_cue]
            cue = make(Cue, (word, after - len(word), after, lemma, act))
        pointed = None
        if mention is not None:
            i, j = mention.head
            a, b = ends[i] - len(words[i]), ends[j - 1]
            pointed = make(Span, (text[a:b], a, b))
        name = speaker = role = organization = None
        if at is not None:
            voice = voices[at]
            name, speaker, role, organization = voice.entity.name, voice.number, voice.role, voice.organization
            voice.said.append(content)
        for other in others:
            voices[other].said.append(content)
        answered = attribution.rule or link or "floor"
        quotes.append(
            make(
                Quote,
                (
                    identifier,
                    attribution.type,
                    content,
                    start,
                    end,
                    line,
                    tuple([Span(text[a:b], a, b) for a, b in attribution.fragments]) if attribution.fragments else (),
                    cue,
                    pointed,
                    name,
                    speaker,
                    tuple([table.entities[other].name for other in others]) if others else (),
                    role,
                    organization,
                    answered,
                    confidence(answered),
                    link,
                ),
            )
        )
    found = [_speaker(article, text, voice) for voice in voices.values()]
    non_quotes = [NonQuote(text[m.start : m.end], m.start, m.end, reason) for m, reason in sorted(state.non_quotes)]
    return Document(text, state.source, tuple(quotes), tuple(found), tuple(non_quotes))


def _stretch(told: tuple[Attribution, Answer]) -> tuple[int, int]:
    """Where an attribution begins and ends."""
    return told[0].start, told[0].end


def _line(article: Article, words: Range) -> str:
    """The same as one line with single blanks."""
    return " ".join(article.slice(*words).split())


Described = tuple[Range | None, str | None, str | None]
"""Where an entity's best role stands, that role, and its organization."""


def _described(table: EntityTable, entity: Entity) -> Described:
    """*Rahma, Kepala Dinas Kesehatan*: the role *Kepala Dinas Kesehatan*, the organization *Dinas Kesehatan*."""
    article = table.article
    best = best_role(table, entity)
    if best is not None and entity.kind == "unnamed":
        low = article.lows[best[0]]
        if article.lexicon.roles.get(low) != "office" and low not in article.lexicon.role_abbreviations:
            best = None  # seorang pedagang: the description is the name
    if best is None:
        held = entity.organizations and entity.kind == "person"
        return None, None, _line(article, min(entity.organizations)) if held else None
    i, j = best
    for begin, end in entity.organizations:
        if i <= begin and end <= j:
            return best, _line(article, best), _line(article, (begin, end))
    organization = held_organization(article, i, j)
    return best, _line(article, best), _line(article, organization) if organization is not None else None


def _speaker(article: Article, text: str, voice: _Voice) -> Speaker:
    entity = voice.entity
    organizations = sorted(entity.organizations)
    shown: Iterable[Range] = entity.roles
    if entity.kind == "unnamed" and voice.best is None:
        shown = ()  # seorang pedagang: as above
    elif True in entity.roles.values():
        shown = [role for role, beside in entity.roles.items() if beside]
    roles = sorted(shown)
    if organizations:
        roles = [_role(article, organizations, role) for role in roles]
    return Speaker(
        voice.number,
        entity.name,
        tuple([alias for alias in entity.aliases if alias != entity.name]),
        entity.kind,
        voice.role,
        voice.organization,
        _spans(article, text, sorted(entity.mentions)),
        _spans(article, text, roles) if roles else (),
        _spans(article, text, organizations) if organizations else (),
        len(voice.said),
        len(" ".join(voice.said).split()),
    )

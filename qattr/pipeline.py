"""The stages in order: a table of contents of what happens to one article."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from qattr import rules
from qattr.document import document
from qattr.entities import resolve_turns
from qattr.lexicon import DEFAULT, Lexicon
from qattr.model import Document
from qattr.quoting import find_spans, merged
from qattr.state import State
from qattr.text.plain import plain
from qattr.text.scanner import scan
from qattr.text.sentences import sentence_starts


def analyze(
    text: str, source: str | None = None, *, lexicon: Lexicon | None = None, trace: bool = False, published: str = ""
) -> Document:
    """Find who said what in one Indonesian news article.

    ``source`` is handed on; ``lexicon`` replaces the built-in one (:func:`qattr.lexicon.load`); with ``trace`` each
    quote tells what was asked before; by ``published`` (``2025-03-31``) *Senin* is a date.  Offsets in the result are
    code points into ``text``, half-open.  Raises :class:`TypeError` when ``text`` is no ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    state = State(scan(plain(text), lexicon or DEFAULT), source, text, trace, published)
    for stage in STAGES:
        stage(state)
    return document(state)


def find_marks(state: State) -> None:
    """Quotation marks -> quoted spans; those in noise are no quotations."""
    state.spans, noise = find_spans(state.article)
    state.non_quotes += [rules.NoSpeech(span, "noise") for span in noise]


def find_cues(state: State) -> None:
    """Sentence starts, cue words outside the marks, and the short names that stand at them."""
    article, inside = state.article, [(span.open, span.close) for span in state.spans]
    state.sentences = sentence_starts(article, inside)
    state.cues = rules.candidates(article, merged([*inside, *article.noise]))
    article.short_names = rules.short_names(article, state.cues)


def attribute_marks(state: State) -> None:
    """Quoted spans -> speech with its cue and mention, fragments, and marks that are no speech."""
    around = rules.Neighbourhoods(state.article, state.spans, state.sentences, state.noise, state.traced)
    state.quoted = rules.attribute_spans(around)
    state.non_quotes += state.quoted.others


def report(state: State) -> None:
    """Cues that no quotation has used -> reported clauses, takers of the floor, what is said of the saying."""
    sentences = rules.Sentences(state.article, state.sentences, state.noise, state.quoted.apart)
    fragments = rules.Fragments(state.article, state.quoted.fragments)
    used = {attribution.match.cue for attribution in state.quoted.attributions}
    reported, takers = rules.report_clauses(sentences, state.cues, used, fragments, state.traced)
    state.attributions = sorted([*state.quoted.attributions, *reported], key=attrgetter("at", "start"))
    state.circumstances = [rules.circumstances(sentences, attribution) for attribution in state.attributions]
    state.turns = takers + rules.takers(state.article, state.sentences, merged(state.quoted.spoken))
    state.non_quotes += fragments.left()


def resolve(state: State) -> None:
    """Turns -> entities, in text order."""
    in_order = rules.in_text_order(state.turns, state.attributions)
    closed = merged([*state.quoted.spoken, *state.noise])
    state.table, answers = resolve_turns(state.article, state.sentences, in_order, closed, state.declined_links)
    state.answers = [answer for turn, answer in zip(in_order, answers, strict=True) if turn.speaks]


STAGES: list[Callable[[State], None]] = [find_marks, find_cues, attribute_marks, report, resolve]

"""What the stages have found -> the document that the caller gets."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from qattr._confidence import COUNTS
from qattr.article import Article
from qattr.bodies import held_body
from qattr.model import Cue, Document, NonQuote, Quote, Span, Speaker
from qattr.people import People, Source
from qattr.speakers import best_role
from qattr.state import State
from qattr.words import Range


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
    newlines, returns = text.count("\n", start, end), text.count("\r", start, end)
    return newlines + returns - (text.count("\r\n", start, end) if returns else 0)


def document(state: State) -> Document:
    """The quotes in the order of the text, and who is quoted in the order of their first quotes."""
    article, people = state.article, state.people
    assert people is not None
    text, words, ends, cues = state.text, article.words, article.ends, article.lexicon.cues
    told = sorted(zip(state.statements, state.answers, strict=True), key=lambda each: (each[0].start, each[0].end))
    number: dict[int, int] = {}
    for _, answer in told:
        for at in (answer.source, *answer.others):
            if at is not None and at not in number:
                number[at] = len(number) + 1
    described = {at: _described(people, people.sources[at]) for at in number}
    counts = {at: [0, 0] for at in number}
    quotes = []
    line, counted = 1, 0
    for identifier, (statement, answer) in enumerate(told, 1):
        kind, start, end, at_cue, mention, _, rule, _, fragments = statement
        content = text[start:end]
        line, counted = line + _line_breaks(text, counted, start), start
        cue = None
        if at_cue is not None:
            lemma, act, _, _ = cues[article.lows[at_cue]]
            word, behind = words[at_cue], ends[at_cue]
            cue = Cue(word, behind - len(word), behind, lemma, act)
        at, link, others = answer
        name = speaker = role = body = None
        if at is not None:
            name, speaker = people.sources[at].name, number[at]
            _, role, body = described[at]
            _count(counts[at], content)
        for other in others:
            _count(counts[other], content)
        answered = rule or link or "floor"
        quotes.append(
            Quote(
                identifier,
                kind,
                content,
                start,
                end,
                line,
                tuple([Span(text[a:b], a, b) for a, b in fragments]) if fragments else (),
                cue,
                _span(article, mention.head) if mention else None,
                name,
                speaker,
                tuple([people.sources[other].name for other in others]) if others else (),
                role,
                body,
                answered,
                confidence(answered),
                link,
            )
        )
    found = [
        _speaker(article, identifier, people.sources[at], described[at], counts[at])
        for at, identifier in number.items()
    ]
    non_quotes = [NonQuote(text[m.start : m.end], m.start, m.end, reason) for m, reason in sorted(state.non_quotes)]
    return Document(text, state.source, tuple(quotes), tuple(found), tuple(non_quotes))


def _count(counts: list[int], content: str) -> None:
    """One quote more, and its words."""
    counts[0] += 1
    counts[1] += len(content.split())


def _span(article: Article, words: Range) -> Span:
    """The words ``i`` to ``j`` (half-open), of which there is one at least."""
    i, j = words
    start, end = article.ends[i] - len(article.words[i]), article.ends[j - 1]
    return Span(article.text[start:end], start, end)


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


def _speaker(article: Article, identifier: int, source: Source, described: Described, counts: list[int]) -> Speaker:
    best, role, body = described
    bodies = sorted(source.bodies)
    roles = source.roles
    if source.kind == "unnamed" and best is None:
        shown = []  # seorang pedagang: as above
    elif any(roles.values()):
        shown = sorted([role for role, beside in roles.items() if beside])
    else:
        shown = sorted(roles)
    return Speaker(
        identifier,
        source.name,
        tuple([alias for alias in source.aliases if alias != source.name]),
        source.kind,
        role,
        body,
        tuple([_span(article, mention) for mention in sorted(source.mentions)]),
        tuple([_span(article, _post(article, bodies, span)) for span in shown]),
        tuple([_span(article, span) for span in bodies]),
        counts[0],
        counts[1],
    )

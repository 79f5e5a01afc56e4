"""The stages in order: a table of contents of what happens to one article."""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from qattr import attribution, indirect, speakers
from qattr._confidence import COUNTS
from qattr.bodies import held_body
from qattr.cues import candidates, shape, short_names
from qattr.floor import introduced, presented, speaks_up, takes_floor
from qattr.indirect import Reported, Scene
from qattr.kinds import ALNUM, UPPER
from qattr.lexer import Article, scan, sentence_starts
from qattr.lexicon import DEFAULT, Lexicon
from qattr.mentions import Mention
from qattr.model import Cue, Document, NonQuote, Quote, QuoteType, Span, Speaker
from qattr.quotes import Marked, marked_spans
from qattr.speakers import Answer, People, Pointer
from qattr.speech import kind_of
from qattr.vocabulary import CLAUSE_JOINS, TERM_BEFORE
from qattr.words import Range


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

    def __init__(self, article: Article, source: str | None, text: str) -> None:
        self.article = article
        self.source = source
        self.text = text
        """What was given; the article's own text may have other marks, character by character."""
        self.marked: list[Marked] = []
        self.non_quotes: list[tuple[Marked, str]] = []
        self.speech: list[tuple[Marked, attribution.View, attribution.Found | None]] = []
        self.fragments: list[tuple[Marked, str]] = []
        self.sentences: list[int] = []
        self.cues: list[int] = []
        self.known: frozenset[str] = frozenset()
        self.statements: list[Statement] = []
        self.turns: list[Pointer] = []
        self.answers: list[Answer] = []
        self.people: People | None = None
        self.noise_starts: list[int] = [article.at(start) for start, _ in article.noise]


_LETTERS_FOR_MARKS = {0x2BA: '"', 0x2EE: '"'}
"""Letters of Unicode that some editors write for a quotation mark (*\u02baKami siap,\u02ba kata Rahma*)."""


def analyze(text: str, source: str | None = None, *, lexicon: Lexicon | None = None) -> Document:
    """Find who said what in one Indonesian news article.

    ``source`` is handed through to the result; ``lexicon`` replaces the built-in one (:func:`qattr.lexicon.load`).
    Offsets in the result are code points into ``text``, half-open.  Raises :class:`TypeError` when ``text`` is no
    ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    collecting = gc.isenabled()
    gc.disable()  # no cycle is made; to look for some over and over takes more than linear time in long texts
    try:
        plain = text.translate(_LETTERS_FOR_MARKS) if any(map(text.__contains__, "\u02ba\u02ee")) else text
        state = State(scan(plain, lexicon or DEFAULT), source, text)
        for stage in STAGES:
            stage(state)
        document = _document(state)
        if state.people is not None:
            state.people.forget()
    finally:
        if collecting:
            gc.enable()
    return document


# ------------------------------------------------------------------------------------- the stages


def find_marks(state: State) -> None:
    """Quotation marks -> marked spans; what lies in noise is no quotation."""
    article = state.article
    noise = article.noise
    starts = [start for start, _ in noise]
    for span in marked_spans(article):
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and noise[at][1] > span.start:
            state.non_quotes.append((span, "noise"))
        else:
            state.marked.append(span)


def find_cues(state: State) -> None:
    """Sentence starts, cue words outside the marks, and the short names that stand at them."""
    article = state.article
    spans = [(m.open, m.close) for m in state.marked]
    state.sentences = sentence_starts(article, spans)
    state.cues = candidates(article, _merged([*spans, *article.noise]))
    state.known = short_names(article, state.cues)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and those that overlap made one: noise may lie inside a quotation."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def attribute_marks(state: State) -> None:
    """Marked spans -> speech with its cue and source, fragments, and marks that are no speech."""
    spoke: int | None = None
    for k, span in enumerate(state.marked):
        view = _view(state, k, spoke)
        kind, reason, found = kind_of(view)
        spoke = k if kind == "speech" else spoke
        if kind == "none":
            state.non_quotes.append((span, reason))
        elif kind == "fragment":
            state.fragments.append((span, reason))
        else:
            state.speech.append((span, view, found))
    for span, view, _ in state.speech:
        for function in attribution.RULES:
            found = function(view)
            if found is not None:
                break
        else:
            continue
        at = view.opens if found.cue is None else max(found.cue, view.opens)
        mixed = function is attribution.speaker_fragment
        fragments = ((span.start, span.end),) if mixed else ()
        state.statements.append(
            Statement(
                "mixed" if mixed else "direct",
                span.start,
                span.end,
                found.cue,
                found.mention,
                found.pointer,
                function.__name__,
                at,
                fragments,
            )
        )


def _view(state: State, k: int, spoke: int | None) -> attribution.View:
    """The neighbourhood of the marked span ``k``; ``spoke`` is the last one before it that was speech."""
    article, sentences, marked = state.article, state.sentences, state.marked
    total = len(article.words)
    span = marked[k]

    def word_at(offset: int) -> int:
        i = article.at(offset)
        return i + 1 if i < total and article.start(i) < offset else i

    opens = article.at(span.start)
    before = min(word_at(span.open), opens)
    after = word_at(span.close)
    at = bisect_right(sentences, before) - 1
    if at > 0 and sentences[at] == before and article.words[before - 1] == ":":
        at -= 1  # a colon leads to the quotation in the next paragraph
    sentence = sentences[at] if at >= 0 else 0
    behind = follows = False
    if spoke is not None:
        close = word_at(marked[spoke].close)
        next_to = spoke == k - 1
        behind = next_to and (close > sentence or (close == sentence and close < before and sentences[at] != close))
        if close > sentence:
            sentence = min(close, before)
        follows = next_to and before - close < 40 and article.starts_paragraph.isdisjoint(range(close, before + 1))
    nxt = bisect_left(sentences, after)
    if nxt < len(sentences) and sentences[nxt] == after:
        nxt += 1  # the closing mark ends a sentence, but an attribution may still follow ("… Benar." kata Budi)
    limit = after if after in article.starts_paragraph else sentences[nxt] if nxt < len(sentences) else total
    if k + 1 < len(marked):
        limit = min(limit, max(after, article.at(marked[k + 1].open)))
    cut = bisect_left(state.noise_starts, after)
    if cut < len(state.noise_starts):
        limit = min(limit, max(after, state.noise_starts[cut]))
    cue = attribution.cue_behind(article, after, limit)
    return attribution.View(article, span, state.known, opens, before, after, sentence, limit, behind, follows, cue)


_LONGEST = 160
"""Words of a sentence that are looked at on either side of a cue: text without a full stop takes no quadratic time."""


def report_clauses(state: State) -> None:
    """Cues that no marked quotation has used -> reported clauses, and people who only take the floor."""
    article = state.article
    used = {s.cue for s in state.statements if s.cue is not None}
    direct = [(span.open, span.close) for span, _, _ in state.speech]
    opens = [article.at(a) for a, _ in direct]
    closes = [article.at(b) for _, b in direct]
    noise = sorted((article.at(a), article.at(b)) for a, b in article.noise)
    noise_starts = [a for a, _ in noise]
    sentences = state.sentences
    found: list[Statement] = []
    openings = set(sentences)
    rules: dict[str, list[indirect.Rule]] = {}
    taken = -1
    for cue in state.cues:
        if cue in used or cue < taken:
            continue
        kind = shape(article, cue)
        if kind not in rules:
            rules[kind] = indirect.rules_for(kind)
        if not rules[kind]:
            continue
        before = article.lows[cue - 1] if cue else ","
        if (
            before[0].isalpha()
            and kind in ("post", "nya", "noun")
            and cue not in openings
            and not (before in article.lexicon.connectives or before in CLAUSE_JOINS or article.kinds[cue] & UPPER)
            and not indirect.set_in(article, cue)
        ):
            continue  # an everyday word: a bare form opens its clause or stands behind a comma
        at = bisect_right(sentences, cue) - 1
        low = sentences[at] if at >= 0 else 0
        high = sentences[at + 1] if at + 1 < len(sentences) else len(article.words)
        d = bisect_right(opens, cue)
        if d and closes[d - 1] > low:
            low = closes[d - 1]
            while low < cue and not article.kinds[low] & ALNUM:
                low += 1
        if d < len(opens):
            high = min(high, opens[d])
        n = bisect_right(noise_starts, cue)
        if n < len(noise):
            high = min(high, noise[n][0])
        if n and noise[n - 1][1] > low:
            low = min(cue, noise[n - 1][1])
        scene = Scene(article, cue, max(low, cue - _LONGEST), min(high, cue + _LONGEST), state.known, state.cues)
        answer: Reported | None = None
        for rule in rules[kind]:
            answer = rule(scene)
            if answer is not None:
                break
        if answer is None:
            turn = takes_floor(scene)
            if turn is not None:
                state.turns.append(turn)
            continue
        inner = tuple(
            (span.start, span.end)
            for span, _ in state.fragments
            if article.start(answer.first) <= span.start and span.end <= article.ends[answer.last - 1] + 2
        )
        start, end = article.start(answer.first), article.ends[answer.last - 1]
        quoted = tuple((a, min(b, end)) for a, b in inner if a < end and _is_quoted(article, a, b))
        found.append(
            Statement(
                "mixed" if quoted else "indirect",
                start,
                end,
                answer.cue,
                answer.mention,
                answer.pointer,
                rule.__name__,
                cue,
                quoted,
            )
        )
        taken = max(taken, answer.last)
    state.turns.extend(introduced(article, sentences, state.known))
    state.turns.extend(presented(article, sentences, state.known))
    state.turns.extend(speaks_up(article, sentences, state.known))
    covered = [(s.start, s.end) for s in found]
    for span, reason in state.fragments:
        if any(a <= span.start and span.end <= b + 2 for a, b in covered) and _is_quoted(article, span.start, span.end):
            continue
        state.non_quotes.append((span, reason or "term"))
    state.statements.extend(found)
    state.statements.sort(key=lambda s: (s.at, s.start))


def _is_quoted(article: Article, start: int, end: int) -> bool:
    """Whether a fragment in a reported clause is the source's own words rather than a term or name."""
    size = len(article.text[start:end].split())
    before = article.at(start) - 1
    while before > 0 and not article.kinds[before] & ALNUM:
        before -= 1
    return size >= 1 and article.lows[before] not in TERM_BEFORE and not (size <= 4 and article.text[start].isupper())


def find_speakers(state: State) -> None:
    """Mentions -> sources, in text order."""
    article = state.article
    people = People(article, state.known, state.sentences)
    pointers: list[Pointer] = []
    for statement in state.statements:
        aloud = statement.type != "indirect"
        pointers.append(Pointer(statement.at, statement.mention, statement.pointer, aloud=aloud))
    events = sorted(
        [*((p, n) for n, p in enumerate(pointers)), *((t, -1) for t in state.turns)], key=lambda e: (e[0].at, e[1])
    )
    closed = [(article.at(span.open), article.at(span.close)) for span, _, _ in state.speech]
    closed += [(article.at(a), article.at(b)) for a, b in article.noise]
    people.gather([e[0] for e in events], _merged(closed))
    answers = speakers.resolve(people, [e[0] for e in events])
    state.answers = [speakers.UNKNOWN] * len(pointers)
    for (_, n), answer in zip(events, answers, strict=True):
        if n >= 0:
            state.answers[n] = answer
    state.people = people


STAGES: list[Callable[[State], None]] = [find_marks, find_cues, attribute_marks, report_clauses, find_speakers]


# ----------------------------------------------------------------------------------- the result


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


def _document(state: State) -> Document:
    article, people = state.article, state.people
    assert people is not None
    text = state.text
    order = sorted(range(len(state.statements)), key=lambda n: (state.statements[n].start, state.statements[n].end))
    number: dict[int, int] = {}
    for n in order:
        answer = state.answers[n]
        for at in (answer.source, *answer.others):
            if at is not None:
                number.setdefault(at, len(number) + 1)
    line, counted = 1, 0

    def span(words: Range) -> Span:
        start, end = article.start(words[0]), article.ends[words[1] - 1]
        return Span(text[start:end], start, end)

    described: dict[int, tuple[str | None, str | None]] = {}
    best_roles: dict[int, Range | None] = {}
    for at in number:
        source = people.sources[at]
        best = speakers.best_role(people, source)
        if (
            best is not None
            and source.kind == "unnamed"
            and article.lexicon.roles.get(article.lows[best[0]]) != "post"
            and article.lows[best[0]] not in article.lexicon.role_abbreviations
        ):
            best = None  # seorang pedagang: the description is the name
        best_roles[at] = best
        role = " ".join(span(best).text.split()) if best else None
        body = None
        if best:
            inside = next((b for b in source.bodies if best[0] <= b[0] and b[1] <= best[1]), held_body(article, *best))
            if inside is not None:
                body = " ".join(span(inside).text.split())
        elif source.bodies and source.kind == "person":
            body = " ".join(span(min(source.bodies)).text.split())
        described[at] = (role, body)
    quotes = []
    counts: dict[int, list[int]] = {at: [0, 0] for at in number}
    for identifier, n in enumerate(order, 1):
        s, answer = state.statements[n], state.answers[n]
        content = text[s.start : s.end]
        line, counted = line + _line_breaks(text, counted, s.start), s.start
        cue = None
        if s.cue is not None:
            lemma, act, _, _ = article.lexicon.cues[article.lows[s.cue]]
            cue = Cue(article.words[s.cue], article.start(s.cue), article.ends[s.cue], lemma, act)
        role, body = described[answer.source] if answer.source is not None else (None, None)
        for at in (answer.source, *answer.others):
            if at is not None:
                counts[at][0] += 1
                counts[at][1] += len(content.split())
        quotes.append(
            Quote(
                identifier,
                s.type,
                content,
                s.start,
                s.end,
                line,
                tuple(Span(text[a:b], a, b) for a, b in s.fragments),
                cue,
                span(s.mention.head) if s.mention else None,
                people.sources[answer.source].name if answer.source is not None else None,
                number[answer.source] if answer.source is not None else None,
                tuple(people.sources[at].name for at in answer.others),
                role,
                body,
                s.rule or answer.link or "floor",
                confidence(s.rule or answer.link or "floor"),
                answer.link,
            )
        )
    found = []
    for at, identifier in number.items():
        source = people.sources[at]
        role, body = described[at]
        bodies = sorted(source.bodies)
        found.append(
            Speaker(
                identifier,
                source.name,
                tuple(a for a in source.aliases if a != source.name),
                source.kind,
                role,
                body,
                tuple([span(m) for m in sorted(source.mentions)]),
                tuple(
                    [
                        span(_post(article, bodies, r))
                        for r in sorted(source.roles)
                        if (source.kind != "unnamed" or best_roles[at])
                        and (source.roles[r] or not any(source.roles.values()))
                    ]
                ),
                tuple([span(b) for b in bodies]),
                counts[at][0],
                counts[at][1],
            )
        )
    non_quotes = [NonQuote(text[m.start : m.end], m.start, m.end, reason) for m, reason in sorted(state.non_quotes)]
    return Document(text, state.source, tuple(quotes), tuple(found), tuple(non_quotes))

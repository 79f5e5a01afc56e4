"""The stages in order: a table of contents of what happens to one article."""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import attrgetter

from qattr.document import document
from qattr.entities import resolve_turns
from qattr.lexicon import DEFAULT, Lexicon
from qattr.lexicon.vocabulary import CLAUSE_JOINS, TERM_BEFORE
from qattr.mentions.word_questions import Range
from qattr.model import Document, QuoteType
from qattr.quoting.marks import quoted_spans
from qattr.rules import direct as attribution
from qattr.rules import indirect
from qattr.rules.attribution import Attribution, Match
from qattr.rules.clauses import CueContext
from qattr.rules.cues import candidates, shape, short_names
from qattr.rules.inset import run_in, set_in
from qattr.rules.speech import kind_of
from qattr.rules.turns import speaks_up, takes_floor, turns
from qattr.state import State
from qattr.text.article import Article
from qattr.text.features import ALNUM, UPPER
from qattr.text.scan import scan
from qattr.text.sentences import sentence_starts

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
        return _analyze(text, source, lexicon or DEFAULT)
    finally:
        if collecting:
            gc.enable()  # what the stages have found is gone by now: nothing of it is looked through


def _analyze(text: str, source: str | None, lexicon: Lexicon) -> Document:
    plain = text.translate(_LETTERS_FOR_MARKS) if "\u02ba" in text or "\u02ee" in text else text
    state = State(scan(plain, lexicon), source, text)
    for stage in STAGES:
        stage(state)
    return document(state)


# ------------------------------------------------------------------------------------- the stages


def find_marks(state: State) -> None:
    """Quotation marks -> marked spans; what lies in noise is no quotation."""
    noise = state.article.noise
    spans = quoted_spans(state.article)
    if not noise:
        state.quoted = spans
        return
    starts = [start for start, _ in noise]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and noise[at][1] > span.start:
            state.non_quotes.append((span, "noise"))
        else:
            state.quoted.append(span)


def find_cues(state: State) -> None:
    """Sentence starts, cue words outside the marks, and the short names that stand at them."""
    article = state.article
    spans = [(m.open, m.close) for m in state.quoted]
    state.sentences = sentence_starts(article, spans)
    state.cues = candidates(article, _merged([*spans, *article.noise]))
    article.short_names = short_names(article, state.cues)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and those that overlap made one: noise may lie inside a quotation."""
    merged: list[tuple[int, int]] = []
    last = -1
    for span in sorted(spans):
        start, end = span
        if start >= last:
            merged.append(span)
            last = end
        elif end > last:
            merged[-1] = (merged[-1][0], end)
            last = end
    return merged


def attribute_marks(state: State) -> None:
    """QuotedSpan spans -> speech with its cue and source, fragments, and marks that are no speech."""
    told: attribution.SpanContext | None = None
    for k, span in enumerate(state.quoted):
        view = _view(state, k, told)
        kind, reason, found = kind_of(view)
        if kind == "none":
            state.non_quotes.append((span, reason))
        elif kind == "fragment":
            state.fragments.append((span, reason))
        else:
            state.speech.append((span, view, found))
            told = view
    ends = state.article.ends
    for span, view, _ in state.speech:
        state.spoken.append((bisect_right(ends, span.open), bisect_right(ends, span.close)))
        for function in attribution.RULES:
            found = function(view)
            if found is not None:
                break
        else:
            continue
        at = view.opens if found.cue is None else max(found.cue, view.opens)
        start, end = span.start, span.end
        mixed = function is attribution.speaker_fragment
        how: QuoteType
        how, fragments = ("mixed", ((start, end),)) if mixed else ("direct", ())
        state.attributions.append(Attribution(how, start, end, found, function.__name__, at, fragments))


def _view(state: State, k: int, told: attribution.SpanContext | None) -> attribution.SpanContext:
    """The neighbourhood of the marked span ``k``; ``told`` is that of the last one before it that was speech."""
    article, sentences, marked = state.article, state.sentences, state.quoted
    words, ends = article.words, article.ends
    count = len(sentences)
    span = marked[k]
    opens = bisect_right(ends, span.start)
    before = min(article.after(span.open), opens)
    after = article.after(span.close)
    at = bisect_right(sentences, before) - 1
    if at > 0 and sentences[at] == before and words[before - 1] == ":":
        at -= 1  # a colon leads to the quotation in the next paragraph
    sentence = sentences[at] if at >= 0 else 0
    goes_on = follows = False
    if told is not None:
        close = told.after
        next_to = told.quote is marked[k - 1]
        goes_on = next_to and (close > sentence or (close == sentence and close < before and sentences[at] != close))
        if close > sentence:
            sentence = min(close, before)
        follows = next_to and before - close < 40 and article.starts_paragraph.isdisjoint(range(close, before + 1))
    if after in article.starts_paragraph:
        limit = after
    else:
        # after `after`: the closing mark ends a sentence, but an attribution may still follow ("… Benar." kata Budi)
        nxt = bisect_right(sentences, after)
        limit = sentences[nxt] if nxt < count else len(words)
    if k + 1 < len(marked):
        following = bisect_right(ends, marked[k + 1].open)
        if following < limit:
            limit = max(after, following)
    if state.noise:
        cut = bisect_left(state.noise, (after, 0))
        if cut < len(state.noise) and state.noise[cut][0] < limit:
            limit = state.noise[cut][0]
    cue, form = attribution.cue_after(article, after, limit)
    source = attribution.source_after(article, cue, limit) if cue is not None and form == "post" else None
    return attribution.SpanContext(
        article, span, opens, before, after, sentence, limit, goes_on, follows, cue, form, source
    )


_LONGEST = 160
"""Words of a sentence that are looked at on either side of a cue: text without a full stop takes no quadratic time."""


def report_clauses(state: State) -> None:
    """Cues that no marked quotation has used -> reported clauses, and people who only take the floor."""
    article, sentences = state.article, state.sentences
    ends = article.ends
    used = {s.match.cue for s in state.attributions}
    spoken = [first for first, _ in state.spoken]
    found: list[Attribution] = []
    rules: dict[str, list[indirect.Rule]] = {}
    taken = -1
    for nth, cue in enumerate(state.cues):
        if cue in used or cue < taken:
            continue
        kind = shape(article, cue)
        asked = rules.get(kind)
        if asked is None:
            asked = rules[kind] = indirect.rules_for(kind)
        if not asked or (kind in _EVERYDAY and _is_everyday(article, cue, sentences)):
            continue
        low, high = _sentence(state, cue, spoken)
        scene = CueContext(article, cue, kind, low, high, state.cues, nth)
        for rule in asked:
            answer = rule(scene)
            if answer is not None:
                break
        else:
            turn = takes_floor(scene)
            if turn is not None:
                state.turns.append(turn)
            continue
        first, last, at, mention, pointer = answer
        start, end = ends[first] - len(article.words[first]), ends[last - 1]
        quoted: tuple[tuple[int, int], ...] = ()
        if state.fragments:
            quoted = tuple(
                (span.start, min(span.end, end))
                for span, _ in state.fragments
                if start <= span.start < end and span.end <= end + 2 and _is_quoted(article, span.start, span.end)
            )
        how: QuoteType = "mixed" if quoted else "indirect"
        found.append(Attribution(how, start, end, Match(at, mention, pointer), rule.__name__, cue, quoted))
        taken = max(taken, last)
    state.turns += turns(article, sentences)
    state.turns += speaks_up(article, sentences)
    for span, reason in state.fragments:
        if any(s.start <= span.start and span.end <= s.end + 2 for s in found) and _is_quoted(
            article, span.start, span.end
        ):
            continue
        state.non_quotes.append((span, reason or "term"))
    state.attributions.extend(found)
    state.attributions.sort(key=attrgetter("at", "start"))


_EVERYDAY = frozenset(("post", "nya", "noun"))
"""Shapes whose forms are everyday words too: *lanjut*, *terangnya*, *kata kunci*."""


def _is_everyday(article: Article, cue: int, sentences: list[int]) -> bool:
    """Whether a bare form is no cue: it neither opens its clause nor stands after a comma (*lebih* | *jelas*)."""
    before = article.lows[cue - 1] if cue else ","
    return (
        before[0].isalpha()
        and not article.features[cue] & UPPER
        and before not in article.lexicon.connectives
        and before not in CLAUSE_JOINS
        and sentences[bisect_right(sentences, cue) - 1] != cue
        and not set_in(article, cue)
        and not run_in(article, cue)
    )


def _sentence(state: State, cue: int, spoken: list[int]) -> Range:
    """The sentence of a cue, without the noise in it and the direct quotations, which begin at the words ``spoken``."""
    article, sentences, noise = state.article, state.sentences, state.noise
    at = bisect_right(sentences, cue)
    low = sentences[at - 1] if at else 0
    high = sentences[at] if at < len(sentences) else len(article.words)
    if spoken:
        d = bisect_right(spoken, cue)
        if d and state.spoken[d - 1][1] > low:
            low = state.spoken[d - 1][1]
            while low < cue and not article.features[low] & ALNUM:
                low += 1
        if d < len(spoken) and spoken[d] < high:
            high = spoken[d]
    if noise:
        n = bisect_left(noise, (cue + 1, 0))
        if n < len(noise):
            high = min(high, noise[n][0])
        if n and noise[n - 1][1] > low:
            low = min(cue, noise[n - 1][1])
    if high - low > _LONGEST:
        low, high = max(low, cue - _LONGEST), min(high, cue + _LONGEST)
    return low, high


def _is_quoted(article: Article, start: int, end: int) -> bool:
    """Whether a fragment in a reported clause is the source's own words rather than a term or name."""
    size = len(article.text[start:end].split())
    before = article.at(start) - 1
    while before > 0 and not article.features[before] & ALNUM:
        before -= 1
    return size >= 1 and article.lows[before] not in TERM_BEFORE and not (size <= 4 and article.text[start].isupper())


def find_speakers(state: State) -> None:
    """Turns -> entities, in text order."""
    # where somebody takes the floor and an attribution begins at the same word, the floor is taken first
    in_order = [*state.turns, *[attribution.turn() for attribution in state.attributions]]
    in_order.sort(key=attrgetter("at"))
    table, answers = resolve_turns(state.article, state.sentences, in_order, _merged(state.spoken + state.noise))
    state.answers = [answer for turn, answer in zip(in_order, answers, strict=True) if turn.speaks]
    state.table = table


STAGES: list[Callable[[State], None]] = [find_marks, find_cues, attribute_marks, report_clauses, find_speakers]

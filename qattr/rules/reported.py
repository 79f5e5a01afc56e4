"""The stage for cues that no quotation has used: reported clauses, and people who only take the floor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from qattr.lexicon.tags import tagged
from qattr.mentions import Range
from qattr.rules import indirect
from qattr.rules.attribution import Attribution, NoSpeech, Turn
from qattr.rules.cue_context import ClauseMatch, CueContext
from qattr.rules.cues import shape
from qattr.rules.inset import run_in, set_in
from qattr.rules.objects import JUDGES_AS
from qattr.rules.turns import takes_floor
from qattr.text.article import Article
from qattr.text.features import ALNUM, UPPER
from qattr.text.windows import SENTENCE

CLAUSE_JOINS = tagged("joins", "clauses")
"""After one of these an attribution opens the second of two clauses."""
TERM_BEFORE = tagged("marks", "fragment_term")
"""Marks after one of these hold a term or a name: *istilah "tilang"*."""

AS = "sebagai"
_EVERYDAY = frozenset(("post", "nya"))
"""Shapes whose forms are everyday words too: *lanjut*, *terangnya*, *kata kunci*."""
_AFTER_MARKS = 2
"""Code points by which a fragment may pass the end of its clause: a comma or stop inside the marks."""
_LABEL = 4
"""Words of a fragment with a capital that is a name or label rather than the source's own words."""


class Sentences:
    """The sentences of an article without what is noise or quoted speech in them; all numbers are word indexes."""

    __slots__ = ("article", "noise", "spoken", "starts")

    article: Article
    starts: list[int]
    noise: list[Range]
    spoken: list[Range]

    def __init__(self, article: Article, starts: list[int], noise: list[Range], spoken: list[Range]) -> None:
        self.article, self.starts, self.noise, self.spoken = article, starts, noise, spoken

    def opens(self, i: int) -> bool:
        """Whether word ``i`` opens its sentence."""
        return self.starts[bisect_right(self.starts, i) - 1] == i

    def around(self, cue: int) -> Range:
        """*"Harga naik," kata Rahma.* | *Ia menyebut stok tipis.* |: the sentence of a cue, 160 words each way."""
        starts = self.starts
        at = bisect_right(starts, cue)
        low = starts[at - 1] if at else 0
        high = starts[at] if at < len(starts) else len(self.article.words)
        if self.spoken:
            low, high = self._outside_speech(cue, low, high)
        if self.noise:
            low, high = self._outside_noise(cue, low, high)
        return (max(low, cue - SENTENCE), min(high, cue + SENTENCE)) if high - low > SENTENCE else (low, high)

    def _outside_speech(self, cue: int, low: int, high: int) -> Range:
        """From the end of the quotation before the cue to the beginning of the one after it."""
        spoken, features = self.spoken, self.article.features
        following = bisect_right(spoken, (cue, len(features)))
        if following and spoken[following - 1][1] > low:
            low = spoken[following - 1][1]
            while low < cue and not features[low] & ALNUM:
                low += 1
        return low, min(high, spoken[following][0]) if following < len(spoken) else high

    def _outside_noise(self, cue: int, low: int, high: int) -> Range:
        """From the end of the noise before the cue to the beginning of the noise after it."""
        noise = self.noise
        following = bisect_left(noise, (cue + 1, 0))
        if following < len(noise):
            high = min(high, noise[following][0])
        if following and noise[following - 1][1] > low:
            low = min(cue, noise[following - 1][1])
        return low, high


class Fragments:
    """The quoted fragments of an article; a reported clause takes those that stand in it."""

    __slots__ = ("_article", "_fragments", "_starts", "_taken")

    def __init__(self, article: Article, fragments: list[NoSpeech]) -> None:
        self._article = article
        self._fragments = fragments
        self._starts = [fragment.span.start for fragment in fragments]
        self._taken: set[int] = set()

    def __len__(self) -> int:
        return len(self._fragments)

    def taken_by(self, start: int, end: int, judged: bool) -> tuple[Range, ...]:
        """*Rahma menyebut aturan itu* | *"tidak adil"* | *bagi warga*: those in it, cut at its end (offsets).

        ``judged``: its verb says what somebody calls something, so that *sebagai* leads to words of theirs."""
        taken = []
        for nth in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            span = self._fragments[nth].span
            if span.end <= end + _AFTER_MARKS and _are_own_words(self._article, span.start, span.end, judged):
                self._taken.add(nth)
                taken.append((span.start, min(span.end, end)))
        return tuple(taken)

    def left(self) -> list[NoSpeech]:
        """Those that no clause has taken: terms and names."""
        return [
            fragment._replace(reason=fragment.reason or "term")
            for nth, fragment in enumerate(self._fragments)
            if nth not in self._taken
        ]


def _are_own_words(article: Article, start: int, end: int, judged: bool) -> bool:
    """*"tidak adil"* but *istilah "tilang"*: whether a fragment is what the source said rather than a term or name.

    *menyebut aturan itu sebagai "hukuman"*, but *mengatakan kue itu dikenal sebagai "dadar"*."""
    before = article.at(start) - 1
    while before > 0 and not article.features[before] & ALNUM:
        before -= 1
    if article.lows[before] in TERM_BEFORE and not (judged and article.lows[before] == AS):
        return False
    return not article.text[start].isupper() or len(article.text[start:end].split()) > _LABEL


def report_clauses(
    sentences: Sentences, cues: list[int], used: set[int | None], fragments: Fragments, traced: bool
) -> tuple[list[Attribution], list[Turn]]:
    """*Budi mengatakan harga naik.* is reported, *Budi membantah tudingan itu.* gives Budi the floor.

    ``cues`` are the words that can be cues, ``used`` those that belong to quotations."""
    article = sentences.article
    reported: list[Attribution] = []
    turns: list[Turn] = []
    rules_for: dict[str, list[indirect.Rule]] = {}
    ends = -1
    for cue in cues:
        if cue in used or cue < ends:
            continue
        found = shape(article, cue)
        rules = rules_for.get(found)
        if rules is None:
            rules = rules_for[found] = indirect.rules_for(found)
        if not rules or (found in _EVERYDAY and _is_everyday(sentences, cue)):
            continue
        context = CueContext(article, cue, found, *sentences.around(cue), cues)
        declined: list[str] | None = [] if traced else None
        for rule in rules:
            clause = rule(context)
            if clause is not None:
                reported.append(_attribution(context, clause, rule.__name__, fragments, declined))
                ends = max(ends, clause.last)
                break
            if declined is not None:
                declined.append(rule.__name__)
        else:
            turn = takes_floor(context)
            if turn is not None:
                turns.append(turn)
    return reported, turns


def _attribution(
    context: CueContext, clause: ClauseMatch, rule: str, fragments: Fragments, declined: list[str] | None
) -> Attribution:
    """The clause with its match, mixed where some of its words are quoted."""
    article = context.article
    start, end = article.start(clause.first), article.ends[clause.last - 1]
    quoted = fragments.taken_by(start, end, article.lows[context.cue] in JUDGES_AS) if fragments else ()
    made = Attribution("mixed" if quoted else "indirect", start, end, clause.match, rule, context.cue)
    made.fragments = quoted
    if declined is not None:
        made.declined = tuple(declined)
    return made


def _is_everyday(sentences: Sentences, cue: int) -> bool:
    """*lebih* | *jelas*: whether a bare form is no cue, for it neither opens its clause nor stands after a comma."""
    article = sentences.article
    before = article.lows[cue - 1] if cue else ","
    return (
        before[0].isalpha()
        and not article.features[cue] & UPPER
        and before not in article.lexicon.connectives
        and before not in CLAUSE_JOINS
        and not sentences.opens(cue)
        and not set_in(article, cue)
        and not run_in(article, cue)
    )

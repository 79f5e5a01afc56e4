"""One cue with its sentence, and the questions that the rules for reported speech ask of it.

S source, V cue, Y reported clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

from qattr.lexicon.morphology import Shape
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range, read
from qattr.rules.attribution import Match, Reference
from qattr.rules.clauses import LEADS_TO_CITATION, clause_after, clause_end
from qattr.rules.complements import AGAIN, THAT, Opening, complement_of
from qattr.rules.cues import blocked, shape
from qattr.rules.predicates import has_predicate
from qattr.rules.subjects import Subject, subject_before
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALNUM, ALPHA, CAPITAL, DAY
from qattr.text.walk import COMMA, back_over, last_of, over

CLAUSE_JOINS = tagged("joins", "clauses")

_JOINS_DROPPED = tagged("joins", "dropped_subject")
FEELINGS = tagged("is", "feeling")
_SUBORDINATES = tagged("opens", "time_clause", "condition") | tagged("joins", "while")
_DENIES = tagged("cue", "denies")
_NOT = tagged("denies", "verb")
_MARKS = THAT | COMMA
_FROM = tagged("cite", "from")
_ACCORDING = frozenset(("prep", "prep_nya"))
_AFTER_CLAUSE = frozenset(("post", "nya"))
_NAMES_A_SOURCE = frozenset(("post", "nya", "prep", "prep_nya", "active", "passive_nya"))


Told = TypeVar("Told")


class asked_once(Generic[Told]):  # a decorator, as property is
    """A question whose answer is an attribute from then on.

    ``functools.cached_property`` takes four times as long for a first answer, as it takes a lock on Python 3.11."""

    def __init__(self, question: Callable[[Any], Told]) -> None:
        self._question, self._name, self.__doc__ = question, question.__name__, question.__doc__

    def __get__(self, context: object, _: type) -> Told:
        answer = context.__dict__[self._name] = self._question(context)
        return answer


class ClauseMatch(NamedTuple):
    """*harga turun* | *kata Rahma*: the words ``first``-``last`` (half-open) of a reported clause, and its match."""

    first: int
    last: int
    match: Match


class CueContext:
    """One cue and its sentence; all numbers are word indexes. A question is worked out when a rule first asks it."""

    article: Article
    cue: int
    shape: Shape
    start: int
    """Where the sentence begins (after the last direct quotation in it)."""
    end: int
    """Where it ends (before the next direct quotation in it)."""
    cues: list[int]
    """All words of the article that can be cues."""

    def __init__(self, article: Article, cue: int, shape: Shape, start: int, end: int, cues: list[int]) -> None:
        self.article, self.cue, self.shape, self.start, self.end, self.cues = article, cue, shape, start, end, cues

    # ------------------------------------------------------------------------------- the words beside the cue

    @property
    def form(self) -> str:
        """*katanya*: the cue as it is written, lower case."""
        return self.article.lows[self.cue]

    @property
    def word_after(self) -> str:
        """*mengatakan* | *bahwa*: the word after the cue, lower case; empty where the sentence ends."""
        return self.article.lows[self.cue + 1] if self.cue + 1 < self.end else ""

    @property
    def word_before(self) -> str:
        """*yang* | *mengatakan*: the word or mark before the cue, lower case; empty where the sentence begins."""
        return self.article.lows[self.cue - 1] if self.cue > self.start else ""

    @property
    def is_capitalized(self) -> bool:
        """*Katanya*."""
        return bool(self.article.features[self.cue] & CAPITAL)

    @asked_once
    def is_denied_denial(self) -> bool:
        """*tak* | *menampik*, *tidak* | *membantah*: who does not deny something says it."""
        return self.form in _DENIES and self.word_before in _NOT

    @property
    def is_blocked(self) -> bool:
        """*tidak mengatakan*, *untuk menjelaskan*, *yang menyebut*: what stands before it makes it no report."""
        return blocked(self.article, self.cue)

    # --------------------------------------------------------------------------------------- before the cue

    @asked_once
    def opens_clause(self) -> bool:
        """*Menurut Rahma*, *Bahkan, kata dia,*: the cue opens its sentence or clause, at most after a connective."""
        lows, features, connectives = self.article.lows, self.article.features, self.article.lexicon.connectives
        if self.word_before == ":" and self.shape in _ACCORDING and self.is_capitalized:
            return True  # Caranya berbeda: Menurut Rahma, …
        words_before = (lows[k] for k in range(self.start, self._before_like) if features[k] & ALNUM)
        before = list(islice(words_before, windows.CONNECTIVES + 1))
        if not before or (before == ["di"] and self.word_before == "di" and self.shape == "passive"):
            return True  # also Di jelaskan Rahma: the prefix set apart
        if len(before) > windows.CONNECTIVES:
            return False
        # or the attribution opens the second of two clauses (Harga turun, tetapi menurut Budi …)
        return connectives.issuperset(before) or " ".join(before) in connectives or self.word_before in CLAUSE_JOINS

    @asked_once
    def _before_like(self) -> int:
        """| *Seperti yang* | *dijelaskan Rahma*: where the words begin that compare what is said; the cue elsewhere."""
        if self.shape != "passive":
            return self.cue
        first = back_over(self.article.lows, LEADS_TO_CITATION, self.cue, self.start)
        return first if self.article.lows[first] != "yang" else self.cue

    @property
    def compares(self) -> bool:
        """*Seperti* | *dijelaskan Rahma*."""
        return self._before_like < self.cue

    @asked_once
    def subject(self) -> Subject | None:
        """*Rahma* | *mengatakan*: the source before the cue that is its subject."""
        return subject_before(self.article, self.start, self.cue - self.is_denied_denial)

    @asked_once
    def joined_by(self) -> str:
        """*Budi datang* | *dan* | *mengatakan*: the conjunction that joins the cue to the verb before it, or empty."""
        lows = self.article.lows
        at = last_of(lows, _JOINS_DROPPED, max(self.start, self.cue - 2), self.cue)
        return lows[at] if at is not None else ""

    @asked_once
    def follows_attribution(self) -> bool:
        """*Harga turun, kata Rahma* | *sembari menekankan*: an attribution after its clause stands before the cue."""
        article, first, last = self.article, bisect_left(self.cues, self.start), bisect_left(self.cues, self.cue)
        return any(
            cue > 0 and not article.features[cue - 1] & ALPHA and shape(article, cue) in _AFTER_CLAUSE
            for cue in self.cues[first:last]
        )

    @property
    def is_purpose(self) -> bool:
        """*Budi datang untuk melihat pasar sekaligus* | *memastikan stok aman*: what somebody came for, unless *bahwa*
        shows that it was said."""
        lows = self.article.lows
        far = max(self.start, self.cue - windows.PURPOSE)
        return "untuk" in lows[far : self.cue - 1] and "bahwa" not in lows[self.cue : self.cue + 3]

    @property
    def refers_to_a_matter(self) -> bool:
        """*Hal itu* | *disampaikan Rahma*: what was said stands in another sentence."""
        return "hal" in self.article.lows[self.start : self.cue]

    @property
    def comma_before_citation(self) -> int | None:
        """*Gempa itu merusak rumah* | *,* | *seperti dilansir*."""
        lows = self.article.lows
        comma = back_over(lows, LEADS_TO_CITATION, self.cue, self.start) - 1
        return comma if comma >= self.start and lows[comma] == "," else None

    @asked_once
    def names_another_source(self) -> bool:
        """*dikutip dari Harian Pagi*, where the sentence says *kata Rahma* as well."""
        first, last = bisect_left(self.cues, self.start), bisect_left(self.cues, self.end)
        return any(self._has_source(cue) for cue in self.cues[first:last] if cue != self.cue)

    def _has_source(self, cue: int) -> bool:
        """*kata Rahma*, *Rahma mengatakan*: whether another cue of the sentence has a source of its own."""
        article, other = self.article, shape(self.article, cue)
        if other == "active":
            return not blocked(article, cue) and subject_before(article, self.start, cue) is not None
        if other == "post":
            return cue > 0 and (article.words[cue - 1] == "," or cue == self.start)
        return other in _NAMES_A_SOURCE

    # ---------------------------------------------------------------------------------------- after the cue

    @asked_once
    def agent(self) -> Mention | None:
        """*dijelaskan oleh* | *Rahma*, *kata* | *Rahma*: the source after the cue."""
        return self.source_from(self.cue + 1, self.end)

    def source_from(self, i: int, end: int) -> Mention | None:
        """*oleh* | *Rahma*, *pula* | *Rahma*: the source that begins at word ``i`` or after *oleh* and adverbs."""
        lows, features, pronouns = self.article.lows, self.article.features, self.article.lexicon.pronouns
        while i < end and (lows[i] == "oleh" or (features[i] & ADVERB and lows[i] not in pronouns)):
            i += 1
        return read(self.article, i, end) if i < end else None

    def clause_after(self, mention: Mention | None) -> Opening | None:
        """*Menurut Rahma saat ditemui,* | *pasar …*: where the clause after the source opens."""
        if mention is None or mention.last >= self.end:
            return None
        lows, opening = self.article.lows, clause_after(self.article, mention, self.end)
        first = opening.first
        if self.shape == "prep" and first == mention.last and self._is_second_verb(first):
            first += 1  # Menurut Rahma mengatakan, harga …: two attributions made one
        if first < self.end and lows[first] == "bahwa":
            return Opening(first + 1, "bahwa")
        if first > opening.first:
            return Opening(first + 1, ",")
        return opening if first < self.end else None

    def _is_second_verb(self, i: int) -> bool:
        """*Menurut Rahma* | *mengatakan* | *, harga …*."""
        article = self.article
        return i + 1 < self.end and article.lows[i + 1] in _MARKS and shape(article, i) == "active"

    def has_second_verb(self, i: int) -> bool:
        """*Menurut Rahma,* | *yang mengatakan pasar tutup*: the verb in the relative clause reports."""
        article = self.article
        if i + 2 >= self.end or article.lows[i] != "yang" or shape(article, i + 1) != "active":
            return False
        return article.lexicon.cues[article.lows[i + 1]][3] == "clause"

    @property
    def ends_with_day(self) -> bool:
        """*Toni akan pindah, Nusa Pers melaporkan* | *pada Senin.*"""
        day = self.cue + (2 if self.word_after == "pada" else 1)
        return day < self.end <= day + 8 and bool(self.article.features[day] & DAY)

    @asked_once
    def clause_after_cue(self) -> Opening:
        """*tegasnya lagi,* | *jalan itu …*: where the clause after the cue itself opens."""
        lows = self.article.lows
        i = over(lows, AGAIN, self.cue + 1, self.end)
        return Opening(i + 1, lows[i]) if i < self.end and lows[i] in _MARKS else Opening(self.cue + 1, "")

    def comma_after(self, mention: Mention) -> bool:
        """*dijelaskan Rahma* | *,*."""
        return mention.last < self.end and self.article.lows[mention.last] == ","

    @asked_once
    def cited(self) -> Mention | None:
        """*dikutip dari* | *Harian Pagi*: the paper or site after the cue."""
        first = over(self.article.lows, _FROM, self.cue + 1, self.end)
        return read(self.article, first, self.end) if first < self.end else None

    @asked_once
    def complement(self) -> Range | None:
        """*Rahma mengatakan bahwa* | *pasar akan dibuka*: the clause after an active cue."""
        later = self.cues[bisect_right(self.cues, self.cue) : bisect_left(self.cues, self.end)]
        return complement_of(self.article, self.cue, self.end, later)

    @asked_once
    def reported(self) -> Range | None:
        """The same where nothing before the cue keeps it from reporting."""
        if (self.is_capitalized and self.cue != self.start) or (self.is_blocked and not self.is_denied_denial):
            return None
        return None if self._ends_with_comma else self.complement

    @property
    def _ends_with_comma(self) -> bool:
        """*Ketika Rahma berpidato* | *, Hasan keluar*: the comma ends a subordinate clause."""
        article = self.article
        if self.word_after != "," or (article.lexicon.cues[self.form][3] != "noun" and self.form not in FEELINGS):
            return False
        comma = last_of(article.lows, COMMA, self.start, self.cue)
        opens = self.start if comma is None else comma + 1
        return article.lows[opens] in _SUBORDINATES

    def has_predicate(self, first: int, last: int) -> bool:
        """Whether some words of the sentence are a clause."""
        return has_predicate(self.article, first, min(last, self.end))

    # ------------------------------------------------------------------------------------------- the answer

    def reports(
        self, first: int, last: int, mention: Mention | None, reference: Reference = "mention"
    ) -> ClauseMatch | None:
        """The answer of a rule, without the stop after the clause; none where nothing is left."""
        last = clause_end(self.article, first, last)
        if last - first < 1 or (last - first < 2 and not self.article.features[first] & ALNUM):
            return None
        return ClauseMatch(first, last, Match(self.cue, mention, reference))

"""What the rules for a quoted span ask of its neighbourhood: the cue after the mark, its mention, the cue before …

:class:`qattr.rules.quoted.Neighbourhoods` makes the :class:`SpanContext` of each span of an article; a context
answers named questions.  Those that several rules ask are worked out once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from qattr.lexicon.morphology import Shape
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, noun_mention, read
from qattr.mentions.single_words import role_word
from qattr.quoting.marks import QuotedSpan
from qattr.rules.attribution import Match
from qattr.rules.cues import blocked, shape
from qattr.rules.openings import openings
from qattr.rules.subjects import subject_before
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CAPITAL, LOWER
from qattr.text.windows import BEFORE_QUOTE, BETWEEN_QUOTE_AND_CUE

LEADS = tagged("leads", "cue")
"""They lead to a cue after a quotation: *demikian kata Budi*."""
ADDRESSEE = tagged("opens", "addressee")
"""After cue and source they open addressee or occasion: *ujarnya kepada wartawan*."""

WORDS_SAID = tagged("after_quote", "words")
"""*mengucapkan* | *kalimat* | *"…"*, *"…"* | *Kalimat* | *itu diucapkan Rahma*."""

MARKS_BETWEEN = frozenset(",.-\u2013\u2014'\"\u201d\u00bb\u2019)")
"""What stands between a quotation and its attribution beside the closing mark."""
_AFTER_BARE_CUE = tagged("after_cue", "skipped")
"""*kata | lirih | Rahma*, *kata | pula | Rahma*."""
_SPEAKERS = tagged("refers", "one")
_JOINS = tagged("joins", "reports")
_LISTENER = tagged("opens", "listener")
"""*mengatakan | kepada | warga*."""
_NO_CLAUSE = frozenset(".:(")
"""After *Budi menambahkan* these open no reported clause."""
_AFTER_MARKS = frozenset(("post", "nya"))
"""Shapes of the cue after a closing mark: *kata*, *katanya*."""
_ACCORDING = frozenset(("prep", "prep_nya"))
_VERBS = frozenset(("active", "cite"))
_NYA = frozenset(("nya", "prep_nya", "passive_nya"))
_COMPLETE = frozenset(".?!\u2026")
_MANY = 12
"""Words of a quotation that are counted; no question asks for more."""
NOT_ASKED: Any = object()


class SpanContext:
    """*Budi berkata, | "Harga naik," | kata Rahma*: a quoted span and what stands around it, as word indexes."""

    __slots__ = (
        "_mention_after", "after", "after_quote", "answer", "article", "bare_cue_after", "before", "cue_after",
        "declined", "follows", "limit", "nya_cue_after", "opens", "opens_sentence", "sentence", "size", "span",
        "starts_small", "text", "word_before",
    )  # fmt: skip

    article: Article
    span: QuotedSpan
    opens: int
    """The first word after the opening mark."""
    before: int
    """After the last word before the opening mark."""
    after: int
    """The first word after the closing mark."""
    sentence: int
    """Where the sentence that leads to the quotation begins (not before the previous quotation's end)."""
    limit: int
    """Where the words after the quotation end: the sentence's end or the next quotation."""
    after_quote: bool
    """Whether the previous quotation ended in the same sentence, so that the words between may be its attribution."""
    follows: bool
    """Whether another quotation stands before this one in its paragraph, with nothing but its attribution between."""
    declined: list[str] | None
    """The rules that were asked and did not answer, in order; ``None`` where nobody wants to know."""
    answer: tuple[str, Match] | None
    """The rule that answers and its match (:func:`qattr.rules.direct.strongest`), kept once it was asked for."""
    text: str
    """*Harga naik,*: what stands between the marks …"""
    size: int
    """… how many words that are; more than 12 are counted as 13 …"""
    starts_small: bool
    """… and whether the first letter is small: *"tidak adil"*."""
    opens_sentence: bool
    """*… kemarin. | "Harga naik,"*: whether nothing of the sentence stands before the mark."""
    word_before: str
    """*film | "Kuda Besi"*: the word before the mark in lower case, empty if the quotation opens its sentence."""
    cue_after: int | None
    """*"…," | kata Rahma*, *"…," | katanya*: the bare or -nya form right after the closing mark …"""
    bare_cue_after: int | None
    """… if it is a bare form …"""
    nya_cue_after: int | None
    """… and if it has the suffix."""
    _mention_after: Mention | None

    def __init__(self, article: Article, span: QuotedSpan, before: int, after: int, sentence: int, limit: int) -> None:
        self.article, self.span, self.before, self.after = article, span, before, after
        self.sentence, self.limit = sentence, limit
        self.after_quote = self.follows = False
        self.declined = None
        self.opens = article.at(span.start)
        self.answer = self._mention_after = NOT_ASKED
        self.cue_after = self.bare_cue_after = self.nya_cue_after = None
        self.text = article.text[span.start : span.end]
        self.size = len(self.text.split(None, _MANY))
        self.starts_small = self.text[0].islower()
        self.opens_sentence = before <= sentence
        self.word_before = "" if self.opens_sentence else article.lows[before - 1]
        self._find_cue_after()

    @property
    def is_complete(self) -> bool:
        """*"Harga naik."*: whether the words end as a sentence does."""
        return self.text[-1] in _COMPLETE

    # ----------------------------------------------------------------------- before the opening mark

    @property
    def second_word_before(self) -> str:
        """*lagu | daerah "Hujan Pagi"*: the one before that, empty where the sentence begins after it."""
        return self.article.lows[self.before - 2] if self.before - 2 >= self.sentence else ""

    @property
    def after_colon(self) -> bool:
        """*Budi: | "Harga naik."*"""
        return self.word_before == ":"

    @property
    def shape_before(self) -> Shape:
        """*Budi mengatakan | "harga naik"*: the shape of the cue right before the mark, if one stands there."""
        return "" if self.before <= self.sentence else shape(self.article, self.before - 1)

    @property
    def opens_paragraph(self) -> bool:
        """Whether the quotation is the first thing of its paragraph."""
        return self.before == 0 or self.before in self.article.starts_paragraph

    @property
    def fills_paragraph(self) -> bool:
        """Whether nothing else stands in its paragraph."""
        opens = self.article.starts_paragraph
        return self.before in opens and (self.after in opens or self.after >= len(self.article.words))

    def cue_before(self, *shapes: Shape) -> int | None:
        """*Rahma* | *mengatakan* | *kepada warga, "…"*: the cue that leads to the mark, if it has one of these shapes.

        Nothing but a name, an addressee or a comma stands after it; another verb of saying nearer to the mark is in the
        way."""
        if self.opens_sentence or (self.after_quote and shape(self.article, self.sentence) in _AFTER_MARKS):
            return None
        last = self.before - 1
        for cue in self._cues_before():
            found = shape(self.article, cue)
            if found in shapes:
                leads = self._leads_to_mark(cue, found)
                if leads is not None:
                    return cue if leads else None
            elif found == "active" and cue < last and not self.after_colon:
                return None
        return None

    def _cues_before(self) -> Iterator[int]:
        """The words before the mark that can be cues, nearest first."""
        cues = self.article.cues
        first = bisect_left(cues, max(self.sentence, self.before - 1 - BEFORE_QUOTE))
        return reversed(cues[first : bisect_left(cues, self.before)])

    def _leads_to_mark(self, cue: int, found: Shape) -> bool | None:
        """Whether what stands between a cue and the mark belongs to the attribution; ``None``: this is no cue."""
        if found in _NYA:
            return cue >= self.before - 2
        if found in _VERBS:
            return self._verb_leads_to_mark(cue)
        return self._mention_leads_to_mark(cue)

    def _verb_leads_to_mark(self, cue: int) -> bool:
        """*mengatakan* | *"…"*, *mengatakan,* | *"…"*, *mengatakan kepada warga* | *"…"*."""
        article, last = self.article, self.before - 1
        lows, word = article.lows, self.word_before
        if cue > self.sentence and article.features[cue] & CAPITAL:
            return False
        if cue == last or word == ":":
            return True
        if cue + 1 == last:
            return word in (",", "bahwa") or word in WORDS_SAID
        following = lows[cue + 1]
        if word in (",", "bahwa"):
            return following == "," or following in ADDRESSEE or following in article.lexicon.subject_adverbs
        return following in _LISTENER and last - cue <= 4

    def _mention_leads_to_mark(self, cue: int) -> bool | None:
        """*Kata Rahma,* | *"…"*, *Menurut Rahma kepada warga:* | *"…"*."""
        mention = read(self.article, cue + 1, self.before)
        if mention is None:
            return None
        gap = self.before - mention.last
        return gap == 0 or (
            self.word_before in (":", ",") and (gap == 1 or self.article.lows[mention.last] in ADDRESSEE)
        )

    def subject_of_cue(self, cue: int) -> Mention | None:
        """*Rahma* | *mengatakan, "…"*: the source before a verb in the sentence that leads to the mark."""
        found = subject_before(self.article, self.sentence, cue)
        return None if found is None else found[0]

    def opens_clause(self, cue: int) -> bool:
        """*Kata Rahma, "…"*, *…, kata Rahma, "…"*: whether a cue before the mark opens its sentence or clause."""
        article = self.article
        return (
            cue == self.sentence
            or bool(article.features[cue] & CAPITAL)
            or article.lows[cue - 1] in article.lexicon.connectives
            or article.words[cue - 1] == ","
        )

    def joined_to_verb_before(self, cue: int) -> bool:
        """*Rahma berdiri dan* | *mengatakan, "…"*: whether the verb borrows the subject of the verb before it."""
        return cue > 0 and self.article.lows[cue - 1] in _JOINS

    def mentions_up_to_colon(self) -> Iterator[Mention]:
        """*Ketua Panitia Rahma* | *: "…"*: phrases that end at the colon, which begin the sentence or with a role."""
        article, colon = self.article, self.before - 1
        features = article.features
        for begin in range(self.sentence, colon):
            if begin == self.sentence or (
                features[begin] & CAPITAL and not features[begin - 1] & CAPITAL and role_word(article, begin)
            ):
                mention = read(article, begin, colon)
                if mention is not None and mention.last == colon:
                    yield mention

    @property
    def puts_words_after_verb(self) -> bool:
        """*Warga memposting* | *status "kami lelah"*: whether a verb and a noun for words lead to the mark."""
        verb = self.before - 2
        return self.word_before in WORDS_SAID and verb >= self.sentence and shape(self.article, verb) == "active"

    def has_cue_before(self, words: frozenset[str]) -> bool:
        """*Rahma* | *menyebut* | *aturan itu sebagai "hukuman"*: whether one of these cues stands before the mark."""
        return any(self.article.lows[cue] in words for cue in self._cues_before())

    @property
    def clause_is_reported(self) -> bool:
        """*Menurut Rahma, pemerintah* | *"menutup mata"*, *Pemerintah "menutup mata",* | *kata Rahma*: whether an
        attribution stands before the clause or closes it."""
        article = self.article
        if any(shape(article, cue) in _ACCORDING for cue in self._cues_before()):
            return True
        cues = article.cues
        behind = cues[bisect_left(cues, self.after) : bisect_left(cues, self.limit)]
        return any(article.words[cue - 1] == "," and shape(article, cue) in _AFTER_MARKS for cue in behind)

    def mentions_up_to_mark(self) -> Iterator[Mention]:
        """*Pemerintah Andara* | *"mengutuk keras" …*: phrases up to the mark that can be the subject."""
        for begin in openings(self.article, self.sentence, self.before):
            mention = read(self.article, begin, self.before) if begin < self.before else None
            if mention is not None and mention.last == self.before:
                yield mention

    # ----------------------------------------------------------------------- after the closing mark

    def _find_cue_after(self) -> None:
        """*"…," demikian* | *kata Rahma*: a cue before the limit, with marks and *demikian, seperti* before it."""
        article, start = self.article, self.after
        words, lows = article.words, article.lows
        cue, stop = start, min(self.limit, start + BETWEEN_QUOTE_AND_CUE)
        while cue < stop and (words[cue] in MARKS_BETWEEN or (lows[cue] in LEADS and cue + 1 < stop)):
            cue += 1
        found = shape(article, cue) if cue < stop else ""
        if found not in _AFTER_MARKS:
            return
        if article.features[cue] & CAPITAL and cue > start and words[cue - 1] == ".":
            return  # the next sentence
        self.cue_after = cue
        if found == "post":
            self.bare_cue_after = cue
        else:
            self.nya_cue_after = cue

    @property
    def mention_after(self) -> Mention | None:
        """*"…," kata | Rahma Wulandari |, Senin*: the words for the source after the bare form."""
        if self._mention_after is NOT_ASKED:
            cue = self.bare_cue_after
            self._mention_after = None if cue is None else mention_of_cue(self.article, cue, self.limit)
        return self._mention_after

    @property
    def word_after(self) -> int:
        """*"…," | demikian Rahma*: the first word after the closing mark and the commas there."""
        return self.over(self.after, MARKS_BETWEEN)

    def over(self, i: int, words: frozenset[str]) -> int:
        """The first place from word ``i`` on that has none of these words (the limit where there is none)."""
        lows, limit = self.article.lows, self.limit
        while i < limit and lows[i] in words:
            i += 1
        return i

    def over_statement(self, i: int, words: frozenset[str]) -> int:
        """*demikian* | *keterangan tertulis*, *demikian* | *dituturkan oleh*: the same, over passives of saying too."""
        while i < self.limit and (self.article.lows[i] in words or shape(self.article, i) == "passive"):
            i += 1
        return i

    def opens_with_capital(self, i: int) -> bool:
        """*"…"* | *Begitu keluhan Rahma*: whether word ``i`` has a capital."""
        return i < self.limit and bool(self.article.features[i] & CAPITAL)

    def low_at(self, i: int) -> str:
        """Word ``i`` in lower case, empty where the words after the quotation have ended."""
        return self.article.lows[i] if i < self.limit else ""

    def shape_at(self, i: int) -> Shape:
        """The shape of the cue at word ``i`` after the quotation, empty where there is none."""
        return shape(self.article, i) if i < self.limit else ""

    def mention_at(self, i: int) -> Mention | None:
        """The phrase for somebody that begins at word ``i`` after the quotation."""
        return read(self.article, i, self.limit) if i < self.limit else None

    def noun_at(self, i: int) -> Mention | None:
        """*demikian pendapat* | *penyintas gempa*: the common noun that begins at word ``i`` after the quotation."""
        return noun_mention(self.article, i, self.limit) if i < self.limit else None

    def mention_before(self, i: int, end: int) -> Mention | None:
        """The phrase for somebody that begins at word ``i`` and ends before word ``end``, beyond the limit too."""
        return read(self.article, i, end) if i < end else None

    def passive_among(self, i: int, j: int) -> int | None:
        """*demikian* | *disampaikan oleh* | *Rahma*: the last passive among the words ``i`` to ``j``."""
        return next((k for k in reversed(range(i, j)) if shape(self.article, k) == "passive"), None)

    def is_active_verb(self, i: int) -> bool:
        """*"…," Budi* | *menambahkan*: whether an active cue stands there that is not negated and opens no sentence."""
        article = self.article
        return self.shape_at(i) == "active" and not article.features[i] & CAPITAL and not blocked(article, i)

    def has_clause_at(self, i: int) -> bool:
        """*menambahkan* | *bahwa harga naik* but *menambahkan* | *kepada warga*: whether a reported clause begins."""
        low = self.low_at(i)
        if low == ",":
            after = self.low_at(i + 1)
            return bool(after) and after not in ADDRESSEE
        return low == "bahwa" or (bool(low) and low not in _NO_CLAUSE and low not in ADDRESSEE)

    def names_something_at(self, i: int) -> bool:
        """*ujar* | *konsorsium* but *ujar* | *saat dihubungi*: whether word ``i`` is neither mark nor function word."""
        article = self.article
        return i < self.limit and article.lows[i] not in article.lexicon.stops and bool(article.features[i] & ALPHA)


def mention_of_cue(article: Article, cue: int, limit: int) -> Mention | None:
    """*kata* | *Rahma Wulandari* | *, Senin*: the words for the source after a bare cue, before word ``limit``."""
    lows, features = article.lows, article.features
    i = cue + 1
    while i < limit and (features[i] & ADVERB or lows[i] in _AFTER_BARE_CUE) and lows[i] not in _SPEAKERS:
        i += 1
    mention = read(article, i, limit)
    if mention is None and features[cue] & LOWER:
        mention = noun_mention(article, i, limit)
    return mention

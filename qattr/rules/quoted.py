"""The stage for quoted spans: which are speech, who said them, and what the others are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from qattr.mentions import Range
from qattr.quoting.marks import QuotedSpan
from qattr.rules.attribution import Attribution, NoSpeech
from qattr.rules.direct import first_answer, speaker_fragment
from qattr.rules.span_context import SpanContext
from qattr.rules.speech import verdict_on
from qattr.text.article import Article
from qattr.text.windows import BETWEEN_QUOTES


class Neighbourhoods:
    """The quoted spans of an article: makes the context of each."""

    __slots__ = ("article", "noise", "sentences", "spans", "traced")

    article: Article
    spans: list[QuotedSpan]
    sentences: list[int]
    """The words that open a sentence."""
    noise: list[Range]
    """The words that are no part of the article."""
    traced: bool
    """Whether the contexts keep which rules declined."""

    def __init__(
        self, article: Article, spans: list[QuotedSpan], sentences: list[int], noise: list[Range], traced: bool = False
    ) -> None:
        self.article, self.spans, self.sentences = article, spans, sentences
        self.noise, self.traced = noise, traced

    def context(self, nth: int, previous: SpanContext | None) -> SpanContext:
        """The context of a span; ``previous`` is that of the last one before it that was speech."""
        article, span = self.article, self.spans[nth]
        before = min(article.after(span.open), article.at(span.start))
        after = article.after(span.close)
        sentence = self._leading_sentence(before)
        after_quote = follows = False
        if previous is not None:
            close = previous.after
            if previous.span is self.spans[nth - 1]:
                after_quote = close > sentence
                follows = before - close < BETWEEN_QUOTES and self._in_one_paragraph(close, before)
            if close > sentence:
                sentence = min(close, before)
        context = SpanContext(article, span, before, after, sentence, self._limit(nth, after))
        context.after_quote, context.follows = after_quote, follows
        if self.traced:
            context.declined = []
        return context

    def _in_one_paragraph(self, close: int, before: int) -> bool:
        """Whether no paragraph begins at the words from the end of one quotation to the next."""
        return self.article.starts_paragraph.isdisjoint(range(close, before + 1))

    def _leading_sentence(self, before: int) -> int:
        """Where the sentence begins that leads to the mark after word ``before``."""
        sentences = self.sentences
        at = bisect_right(sentences, before) - 1
        if at > 0 and sentences[at] == before and self.article.words[before - 1] == ":":
            at -= 1  # a colon leads to the quotation in the next paragraph
        return sentences[at]

    def _limit(self, nth: int, after: int) -> int:
        """Where the words end that can belong to the quotation before word ``after``."""
        article, sentences = self.article, self.sentences
        if after in article.starts_paragraph:
            return after
        # the closing mark ends a sentence, but an attribution may still follow ("… Benar." kata Budi)
        following = bisect_right(sentences, after)
        limit = sentences[following] if following < len(sentences) else len(article.words)
        if nth + 1 < len(self.spans):
            limit = min(limit, max(after, article.at(self.spans[nth + 1].open)))
        if self.noise:
            cut = bisect_left(self.noise, (after, 0))
            if cut < len(self.noise):
                limit = min(limit, self.noise[cut][0])
        return limit


class Quoted:
    """What the quoted spans of an article are, each in the order of the text."""

    __slots__ = ("apart", "attributions", "fragments", "others", "spoken")

    attributions: list[Attribution]
    """Those that are speech."""
    spoken: list[Range]
    """The words of these, with their marks."""
    apart: list[Range]
    """Those of them that are no fragment of the narrator's sentence: a sentence ends before and begins after them."""
    fragments: list[NoSpeech]
    """Words in a sentence of the narrator: a reported clause around them makes them the source's own."""
    others: list[NoSpeech]
    """Those that are no speech."""

    def __init__(self) -> None:
        self.attributions, self.spoken, self.apart, self.fragments, self.others = [], [], [], [], []


def attribute_spans(neighbourhoods: Neighbourhoods) -> Quoted:
    """*"Harga naik," kata Rahma.*: one attribution; *film "Kuda Besi"*: no speech, a title."""
    found = Quoted()
    previous: SpanContext | None = None
    for nth, span in enumerate(neighbourhoods.spans):
        context = neighbourhoods.context(nth, previous)
        verdict, question = verdict_on(context)
        if verdict.what == "none":
            found.others.append(NoSpeech(span, verdict.reason, question))
        elif verdict.what == "fragment":
            found.fragments.append(NoSpeech(span, verdict.reason, question))
        else:
            after_mixed = previous is not None and _is_mixed(previous)
            previous = context
            spoken = (context.article.at(span.open), context.article.at(span.close))
            found.spoken.append(spoken)
            attribution = _attribution(context, question, after_mixed)
            if attribution is None or attribution.type != "mixed":
                found.apart.append(spoken)
            if attribution is not None:
                found.attributions.append(attribution)
    return found


def _is_mixed(context: SpanContext) -> bool:
    """*Rahma "sangat kecewa" dengan putusan itu*: whether a span is a fragment of the narrator's sentence."""
    answer = first_answer(context)
    return answer is not None and answer[0] == speaker_fragment.__name__


def _attribution(context: SpanContext, question: str, after_mixed: bool) -> Attribution | None:
    """The span with the match of the first rule that answers; a second part after a mixed quote is one too."""
    answer = first_answer(context)
    if answer is None:
        return None
    rule, match = answer
    start, end = context.span.start, context.span.end
    at = context.opens if match.cue is None else max(match.cue, context.opens)
    fragment = rule == speaker_fragment.__name__ or (after_mixed and match.reference == "same" and context.starts_small)
    made = Attribution("mixed" if fragment else "direct", start, end, match, rule, at)
    made.question = question
    if fragment:
        made.fragments = ((start, end),)
    if context.declined is not None:
        made.declined = tuple(context.declined)
    return made

"""The stage for quoted spans: which are speech, who said them, and what the others are."""

from __future__ import annotations

from dataclasses import dataclass, field

from qattr.mentions import Range
from qattr.rules.attribution import Attribution, NoSpeech
from qattr.rules.direct import first_answer, speaker_fragment
from qattr.rules.span_context import Neighbourhoods, SpanContext
from qattr.rules.speech import verdict_on


@dataclass(slots=True, eq=False)
class Quoted:
    """What the quoted spans of an article are, each in the order of the text."""

    attributions: list[Attribution] = field(default_factory=list)
    """Those that are speech."""
    spoken: list[Range] = field(default_factory=list)
    """The words of these, with their marks."""
    apart: list[Range] = field(default_factory=list)
    """Those of them that are no fragment of the narrator's sentence: a sentence ends before and begins after them."""
    fragments: list[NoSpeech] = field(default_factory=list)
    """Words in a sentence of the narrator: a reported clause around them makes them the source's own."""
    others: list[NoSpeech] = field(default_factory=list)
    """Those that are no speech."""


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
            previous = context
            spoken = (context.article.at(span.open), context.article.at(span.close))
            found.spoken.append(spoken)
            attribution = _attribution(context, question)
            if attribution is None or attribution.rule != speaker_fragment.__name__:
                found.apart.append(spoken)
            if attribution is not None:
                found.attributions.append(attribution)
    return found


def _attribution(context: SpanContext, question: str) -> Attribution | None:
    """The span with the match of the first rule that answers."""
    answer = first_answer(context)
    if answer is None:
        return None
    rule, match = answer
    start, end = context.span.start, context.span.end
    at = context.opens if match.cue is None else max(match.cue, context.opens)
    declined = () if context.declined is None else tuple(context.declined)
    if rule == speaker_fragment.__name__:
        return Attribution("mixed", start, end, match, rule, at, ((start, end),), question, declined)
    return Attribution("direct", start, end, match, rule, at, (), question, declined)

"""Which quoted spans are speech, which are a fragment in the narrator's sentence, which are no speech at all.

:data:`QUESTIONS` at the foot holds what is asked, in order; the first question that has a verdict decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from qattr.lexicon.tags import tagged
from qattr.rules.direct import speaker_fragment, strongest
from qattr.rules.objects import JUDGES_AS
from qattr.rules.reported import AS
from qattr.rules.span_context import SpanContext
from qattr.text.features import is_capital
from qattr.text.noise import is_headline

NO_SPEECH = {
    "title": tagged("marks", "title"),
    "name": tagged("marks", "name"),
    "term": tagged("marks", "term"),
}
"""What a word before the marks says of what is between them: no speech, but this."""

_REASON_OF = {word: reason for reason, words in NO_SPEECH.items() for word in words}
_LEADS_ON = tagged("before_marks", "leads_on")
"""Words that may stand between the noun that tells what the marks hold and the marks: *film berjudul "…"*."""
_WORKS = tagged("before_marks", "work")
"""Nouns that tell so with any word after them: *lagu daerah "…"*."""
_OF_A_QUOTE = frozenset(("active", "post"))
"""Shapes of a cue right before the marks that makes them a quotation."""
_ENDS = frozenset(".?!,\u2026")


class Verdict(NamedTuple):
    """What a quoted span is; ``reason`` why it is no speech (a value of ``non_quotes[].reason``)."""

    what: Literal["speech", "fragment", "none"]
    reason: str = ""


_SPEECH = Verdict("speech")
_FRAGMENT = Verdict("fragment")
_FRAGMENT_OR_NAME = Verdict("fragment", "name")
_NAME = Verdict("none", "name")
_TERM = Verdict("none", "term")
_TITLE = Verdict("none", "title")
Question = Callable[[SpanContext], Verdict | None]


def verdict_on(context: SpanContext) -> tuple[Verdict, str]:
    """*"Harga naik," kata Rahma* is speech: the verdict on a quoted span, and the question that had it."""
    for question in QUESTIONS:
        verdict = question(context)
        if verdict is not None:
            return verdict, question.__name__
    raise AssertionError("the last question always has a verdict")


# ------------------------------------------------------------------------------------- questions


def predicate_of_its_sentence(context: SpanContext) -> Verdict | None:
    """Pemerintah Andara "mengutuk keras" serangan itu.

    Speech: the narrator's predicate in the words of its subject."""
    if context.starts_small and not context.span.single and context.cue_after is None and speaker_fragment(context):
        return _SPEECH
    return None


def told_by_the_word_before(context: SpanContext) -> Verdict | None:
    """Ia menonton film "Kuda Besi" semalam.

    No speech: the noun before the marks tells what they hold."""
    reason = _reason_before(context)
    if reason is None or context.after_colon or context.size > _SENTENCE:
        return None
    if context.size > _PHRASE and _cue_that_counts(context) is not None:
        return None
    if context.word_before == AS and context.has_cue_before(JUDGES_AS):
        return _FRAGMENT
    if context.puts_words_after_verb:
        return None
    return Verdict("none", reason)


def inside_a_sentence_before_a_cue(context: SpanContext) -> Verdict | None:
    """Aturan itu "tidak adil", kata Rahma.

    A fragment: the marked words are part of the clause that the cue closes."""
    if not context.starts_small or context.opens_sentence or context.after_quote or _cue_that_counts(context) is None:
        return None
    if context.size > _SENTENCE:
        return None  # a quotation whose first letter, or the stop before it, was lost
    word = context.word_before
    if (word == "," or word[0].isalpha()) and context.shape_before not in _OF_A_QUOTE:
        return _FRAGMENT
    return None


def before_a_cue(context: SpanContext) -> Verdict | None:
    """ "Harga naik," kata Rahma.

    Speech: a cue follows the marks."""
    return _SPEECH if _cue_that_counts(context) is not None else None


def single_marks_in_a_sentence(context: SpanContext) -> Verdict | None:
    """Pasar 'kaget' itu ramai.

    A term: single marks inside a sentence."""
    if context.span.single and not context.opens_sentence and context.word_before not in (":", ","):
        return _TERM
    return None


def few_words_after_a_verb(context: SpanContext) -> Verdict | None:
    """Rahma menyebut "salah besar" keputusan itu.

    A fragment: the clause goes on around some words of the source."""
    if context.is_complete or context.size > _FEW or context.shape_before != "active":
        return None
    return _FRAGMENT if _attributed(context, after=False) else None


def attributed_by_a_rule(context: SpanContext) -> Verdict | None:
    """Rahma berkata, "Harga naik."

    Speech: a rule finds the words that name the source."""
    if _attributed(context, after=True):
        return _SPEECH
    if context.starts_small and not context.is_complete and context.size < _FEW and not context.after_colon:
        return None
    return _SPEECH if _attributed(context, after=False) else None


def second_part(context: SpanContext) -> Verdict | None:
    """ "Kami siap," kata Budi, "tetapi butuh waktu."

    Speech: the quotation before goes on."""
    answer = strongest(context) if context.size > 1 else None
    return _SPEECH if answer is not None and answer[1].reference == "same" else None


def short_in_single_marks(context: SpanContext) -> Verdict | None:
    """'Sasi laut' dibuka lagi tahun ini.

    A term: two words between single marks that open a sentence."""
    return _TERM if context.span.single and context.size <= _PAIR and _stands_first(context) else None


def sentence_goes_on(context: SpanContext) -> Verdict | None:
    """ "Rumah Terang" dibuka untuk umum.

    A name, or a fragment: what opens the sentence is its subject."""
    if context.is_complete or context.size > _SHORT_CLAUSE or not _stands_first(context):
        return None
    if not context.low_at(context.after) or not context.article.words[context.after][0].islower():
        return None
    if context.text[-1] == "," and context.size > _PAIR and not context.text.istitle():
        return None  # "Mari kita pulang," lalu ia pergi
    return _NAME if context.size <= _PHRASE and is_capital(context.text[0]) else _FRAGMENT_OR_NAME


def headline_alone(context: SpanContext) -> Verdict | None:
    """ "Harga Beras Naik Lagi"

    A title: capitals throughout, and the marks fill their paragraph."""
    if context.follows or not _stands_first(context) or not context.fills_paragraph:
        return None
    return _TITLE if is_headline(context.text) else None


def long_enough(context: SpanContext) -> Verdict | None:
    """ "Semua alat sudah diperiksa."

    Speech without a cue if it ends as a sentence does or has some words, else a name."""
    if not _stands_first(context):
        return None
    whole = context.size >= _PAIR and (context.is_complete or context.text[-1] == ",")
    return _SPEECH if whole or context.size >= _FEW else _NAME


def whole_sentence(context: SpanContext) -> Verdict | None:
    """Spanduk besar di dermaga menyala "Kami tidak mau pindah."

    Speech: a sentence of its own inside another."""
    return _SPEECH if context.is_complete and context.size >= _FEW and not context.starts_small else None


def capitalized_phrase(context: SpanContext) -> Verdict | None:
    """Warga membuka "Warung Pagi" di dermaga.

    A fragment, perhaps a name."""
    if context.starts_small or context.is_complete or context.size > _LONG_NAME:
        return None
    return _FRAGMENT_OR_NAME


def words_in_a_sentence(context: SpanContext) -> Verdict | None:
    """Rahma membeli beras yang "tidak layak" di pasar.

    A fragment: whose words they are, the clause around them tells."""
    return _FRAGMENT


QUESTIONS: list[Question] = [
    predicate_of_its_sentence,
    told_by_the_word_before,
    inside_a_sentence_before_a_cue,
    before_a_cue,
    single_marks_in_a_sentence,
    few_words_after_a_verb,
    attributed_by_a_rule,
    second_part,
    # a quotation that opens its sentence or follows a colon
    short_in_single_marks,
    sentence_goes_on,
    headline_alone,
    long_enough,
    # a quotation inside a sentence
    whole_sentence,
    capitalized_phrase,
    words_in_a_sentence,
]

# ------------------------------------------------------------------------------------ what they ask

_PAIR, _FEW, _PHRASE, _SHORT_CLAUSE, _LONG_NAME, _SENTENCE = 2, 4, 6, 7, 7, 12
"""Words: two are a term or name, from four on it is a clause, a name or title has six or seven at most."""


def _stands_first(context: SpanContext) -> bool:
    """Whether the quotation opens its sentence or follows a colon."""
    return context.opens_sentence or context.after_colon


def _reason_before(context: SpanContext) -> str | None:
    """*film "…"*, *film berjudul "…"*, *lagu daerah "…"*: why the marks hold no speech, told by the words before."""
    word = context.word_before
    reason = _REASON_OF.get(word)
    if reason is not None or not word:
        return reason
    before = context.second_word_before
    if word in _LEADS_ON or (before in _WORKS and word[0].isalpha() and context.size <= _PHRASE):
        return _REASON_OF.get(before)
    return None


def _cue_that_counts(context: SpanContext) -> int | None:
    """The cue after the mark; none after a word or two without a comma where nobody is named (*kata "maaf" kata …*)."""
    cue = context.cue_after
    if cue is None or context.size > _PAIR or context.text[-1] in _ENDS or context.bare_cue_after is None:
        return cue
    if context.article.words[context.after] == "," or context.mention_after is not None:
        return cue
    return None


def _attributed(context: SpanContext, after: bool) -> bool:
    """Whether a rule finds an attribution after the quotation, or (``after`` false) before it."""
    answer = strongest(context)
    if answer is None or answer[1].reference == "same":
        return False
    cue = answer[1].cue
    return (cue is not None and cue >= context.opens) is after

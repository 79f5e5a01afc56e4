"""Who said a quoted span: one function a rule, :data:`RULES` at the foot, strongest first.

A rule sees the context of one span and answers with the cue and the words that name the source, or with ``None``.
Rules here only *find*; who the words mean is the question of :mod:`qattr.entities.links`.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.rules.attribution import Match
from qattr.rules.cues import blocked, shape
from qattr.rules.span_context import MARKS_BETWEEN, NOT_ASKED, SpanContext, mention_of_cue
from qattr.rules.unusual import quote_dash_speaker, quote_verb_nya, quote_verb_speaker, quote_words_passive_speaker

Rule = Callable[[SpanContext], Match | None]

_NAMED = frozenset(("name", "role", "organization"))
_SAYS_WHO = _NAMED | {"unnamed"}
_SUBJECTS = _NAMED | {"pronoun", "description"}
_THUS = tagged("after_quote", "thus")
"""*"…," | demikian | keterangan Rahma*."""
_STATEMENT = tagged("after_quote", "statement")
"""*"…," demikian | keterangan | Rahma*."""
_BEFORE_CITED = MARKS_BETWEEN | tagged("cite", "leads")
"""*"…," | seperti | dikutip dari Harian Pagi*."""
_FROM = tagged("cite", "from", "site")
"""*dikutip | dari laman resmi | Persada*."""
_OPENS_STATE = tagged("fragment", "state") | tagged("is", "feeling")
"""*Rahma* | *"sangat kecewa" dengan …*."""
_ABOUT = tagged("fragment", "about")
"""*Rahma "sangat kecewa"* | *dengan putusan itu*."""
_BY = tagged("names", "agent")
"""*disampaikan | oleh | Rahma*."""


# ----------------------------------------------------------------------------- after the quotation


def quote_cue_pronoun(context: SpanContext) -> Match | None:
    """ "Jalan itu rusak sejak lama," kata dia.

    The pronoun names whoever is speaking."""
    cue, speaker = context.bare_cue_after, context.mention_after
    if cue is None or speaker is None or speaker.type != "pronoun":
        return None
    return Match(cue, speaker)


def quote_cue_description(context: SpanContext) -> Match | None:
    """ "Kami tidak gentar," ujar politikus senior itu.

    A description with *itu, ini, tersebut, sang* points to somebody named before."""
    cue, speaker = context.bare_cue_after, context.mention_after
    if cue is None or speaker is None or speaker.type != "description":
        return None
    return Match(cue, speaker)


def quote_cue_speaker(context: SpanContext) -> Match | None:
    """ "Harga beras turun," kata Rahma Wulandari, kepala pasar, kepada wartawan."""
    cue, speaker = context.bare_cue_after, context.mention_after
    if cue is None or speaker is None or speaker.type not in _SAYS_WHO:
        return None
    return Match(cue, speaker)


def quote_cue_nya(context: SpanContext) -> Match | None:
    """ "Kami masih mendata korban," tambahnya."""
    cue = context.nya_cue_after
    return None if cue is None else Match(cue, None, "nya")


def quote_cue_alone(context: SpanContext) -> Match | None:
    """ "Semua sudah selesai," ujar saat dihubungi, Senin.

    The source was dropped, or the words after the cue name none."""
    cue = context.bare_cue_after
    if cue is None or cue > context.after + 1 or context.names_something_at(cue + 1):
        return None
    return Match(cue, None, "floor")


def quote_according_to(context: SpanContext) -> Match | None:
    """ "Korban sudah dievakuasi," menurut Rahma."""
    cue = context.word_after
    if context.shape_at(cue) != "prep":
        return None
    speaker = context.mention_at(cue + 1)
    return None if speaker is None else Match(cue, speaker)


def quote_thus_speaker(context: SpanContext) -> Match | None:
    """ "Korban sudah dievakuasi," demikian keterangan Rahma.

    Also *demikian Rahma*, *begitu isi surat itu*, *demikian dituturkan oleh Rahma*, and as a sentence of its own:
    *"Semua mahal." Begitu keluhan Rahma.*"""
    thus = context.word_after
    if context.low_at(thus) not in _THUS:
        return None
    name = context.over_statement(thus + 1, _STATEMENT)
    if name == thus + 1 and context.opens_with_capital(thus):
        return None
    speaker = context.mention_at(name) or context.noun_at(name)
    return None if speaker is None else Match(context.passive_among(thus + 1, name), speaker)


def quote_passive_speaker(context: SpanContext) -> Match | None:
    """ "Korban sudah dievakuasi," disampaikan oleh Rahma."""
    cue = context.word_after
    if context.shape_at(cue) != "passive" or not context.low_at(cue).endswith("kan"):
        return None
    speaker = context.mention_at(context.over(cue + 1, _BY))
    return None if speaker is None else Match(cue, speaker)


def quote_speaker_cue(context: SpanContext) -> Match | None:
    """ "Kami menunggu hasil uji," Budi menambahkan.

    With a reported clause of its own after the verb this is the next sentence."""
    speaker = context.mention_at(context.word_after)
    if speaker is None or speaker.type == "unnamed":
        return None
    cue = context.over(speaker.last, context.article.lexicon.subject_adverbs)
    if not context.is_active_verb(cue) or context.has_clause_at(cue + 1):
        return None
    return Match(cue, speaker)


def quote_cited_from(context: SpanContext) -> Match | None:
    """ "Saya bangga dengan tim ini," seperti dikutip dari Harian Pagi.

    Only where no nearer source is named; the paper is then the source."""
    cue = context.over(context.after, _BEFORE_CITED)
    if context.shape_at(cue) != "cite":
        return None
    paper = context.mention_at(context.over(cue + 1, _FROM))
    return None if paper is None else Match(cue, paper)


# ----------------------------------------------------------------------------- before the quotation


def split_quote(context: SpanContext) -> Match | None:
    """ "Kami siap," kata Budi, "tetapi kami butuh waktu."

    The second part has the first one's source."""
    if not context.after_quote or context.opens_sentence:
        return None
    if context.word_before not in (",", ":") and not context.starts_small:
        return None
    return Match(None, None, "same")


def speaker_cue_quote(context: SpanContext) -> Match | None:
    """Budi mengatakan, "Harga beras sudah turun."

    Also with a colon, or with nothing between the verb and the mark."""
    cue = context.cue_before("active", "cite") if context.after_colon else context.cue_before("active")
    if cue is None or blocked(context.article, cue):
        return None
    subject = context.subject_of_cue(cue)
    if subject is not None:
        return Match(cue, subject)
    if cue == context.sentence or context.after_colon or context.joined_to_verb_before(cue):
        return Match(cue, None, "floor")
    return None


def cue_speaker_quote(context: SpanContext) -> Match | None:
    """Kata Budi, "Harga beras sudah turun."

    Also *Menurut Budi, "…"*, *Dikatakan Budi, "…"*."""
    cue = context.cue_before("post", "prep", "passive")
    if cue is None or (shape(context.article, cue) == "post" and not context.opens_clause(cue)):
        return None
    speaker = mention_of_cue(context.article, cue, context.before)
    return None if speaker is None else Match(cue, speaker)


def cue_nya_quote(context: SpanContext) -> Match | None:
    """Menurutnya, "Tidak ada yang perlu dikhawatirkan."

    Also *Katanya: "…"*."""
    cue = context.cue_before("nya", "prep_nya", "passive_nya")
    if cue is None or (context.after_quote and cue != context.sentence):
        return None
    return Match(cue, None, "nya")


def speaker_colon_quote(context: SpanContext) -> Match | None:
    """Budi: "Saya tidak tahu apa-apa." """
    if not context.after_colon:
        return None
    speaker = next((mention for mention in context.mentions_up_to_colon() if mention.type in _NAMED), None)
    return None if speaker is None else Match(None, speaker)


def speaker_fragment(context: SpanContext) -> Match | None:
    """Pemerintah Andara "mengutuk keras" serangan itu.

    The marks hold the predicate of the narrator's sentence, in the words of its subject (a mixed quote); also a state:
    *Kementerian Andara "sangat prihatin" atas serangan itu*."""
    if context.after_quote or context.opens_sentence or not context.starts_small or context.clause_is_reported:
        return None
    if not verb_like(context.article.lows[context.opens]) and not _tells_a_state(context):
        return None
    subject = next((mention for mention in context.mentions_up_to_mark() if mention.type in _SUBJECTS), None)
    return None if subject is None else Match(None, subject)


def _tells_a_state(context: SpanContext) -> bool:
    """*"sangat prihatin" atas*, *"tidak terima" dengan*: words that open a predicate, and what it is about."""
    opens = context.article.lows[context.opens]
    return context.size > 1 and opens in _OPENS_STATE and context.low_at(context.after) in _ABOUT


# ----------------------------------------------------------------------------- context alone


def same_paragraph(context: SpanContext) -> Match | None:
    """ "Kami siap," kata Budi. "Semua alat sudah diperiksa."

    A quotation without a cue in the paragraph of another quotation goes on with its source."""
    return Match(None, None, "bare") if context.follows else None


def sentence_before(context: SpanContext) -> Match | None:
    """Budi membantah tudingan itu. "Saya tidak pernah menerima apa pun."

    A quotation without a cue after a sentence of the narrator: whoever that sentence lets speak."""
    return None if context.opens_paragraph else Match(None, None, "bare")


def paragraph_before(context: SpanContext) -> Match | None:
    """Budi menjelaskan alasannya kepada warga.
    "Jembatan itu sudah tua dan berbahaya."

    A quotation without a cue that fills its paragraph: whoever has the floor."""
    return Match(None, None, "bare")


RULES: list[Rule] = [
    # after the quotation: what is written there nearly always names the source
    quote_cue_pronoun,
    quote_cue_description,
    quote_cue_speaker,
    quote_cue_nya,
    quote_according_to,
    quote_thus_speaker,
    quote_passive_speaker,
    quote_speaker_cue,
    # before the quotation
    split_quote,  # before speaker_cue_quote, which would take the attribution of the first part for a new one
    speaker_cue_quote,
    cue_speaker_quote,
    cue_nya_quote,
    speaker_colon_quote,
    speaker_fragment,
    # weak: the cue says that somebody speaks, not who
    quote_cited_from,
    quote_cue_alone,
    # unusual: no cue that anybody knows, or the sentence after the quotation
    quote_dash_speaker,
    quote_verb_speaker,
    quote_verb_nya,
    quote_words_passive_speaker,
    # bare quotations: context alone
    same_paragraph,
    sentence_before,
    paragraph_before,
]
BARE = (same_paragraph, sentence_before, paragraph_before)
"""They answer for a quotation without a cue; :mod:`qattr.rules.speech` asks the others whether it is speech at all."""


def strongest(context: SpanContext) -> tuple[str, Match] | None:
    """The first of :data:`RULES` that answers, and its match; those of :data:`BARE` are not asked."""
    if context.answer is NOT_ASKED:
        context.answer = _first(context, bare=False)
    return context.answer


def first_answer(context: SpanContext) -> tuple[str, Match] | None:
    """The first of :data:`RULES` that answers for a quotation that is speech, and its match."""
    return strongest(context) or _first(context, bare=True)


def _first(context: SpanContext, bare: bool) -> tuple[str, Match] | None:
    """The first of the rules that answers: among those of :data:`BARE`, or among the others."""
    for rule in RULES:
        if (rule in BARE) is not bare:
            continue
        match = rule(context)
        if match is not None:
            return rule.__name__, match
        if context.declined is not None:
            context.declined.append(rule.__name__)
    return None

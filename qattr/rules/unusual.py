"""Who said a quoted span, by shapes that are rare: a verb that nobody knows, a dash, the sentence after the quotation.

They are rules like those of :mod:`qattr.rules.direct`, whose list says when they are asked.
"""

from __future__ import annotations

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.rules.attribution import Match
from qattr.rules.span_context import WORDS_SAID, SpanContext, mention_of_cue
from qattr.text.features import LOWER
from qattr.text.features import ROLE as IS_ROLE
from qattr.text.windows import AFTER_DASH

_BACK = tagged("refers", "back")
_BY = tagged("names", "agent")
_FROM = tagged("after_quote", "from")
"""*Pesan itu* | *datang dari* | *Rahma*."""
_NO_VERB = tagged("marks", "title", "name", "term") | tagged("joins", "verbs", "clauses", "reports", "names")
"""*"…," | novel | Rahma*, *"…," | lalu | Rahma pergi*: no verbs, though a name follows."""
_DASHES = frozenset(("-", "\u2013", "\u2014", "--", "~"))
_ENDS = frozenset(".?!,\u2026")
_AFTER_SPEAKER = frozenset(".,;(!")
_NAMED = frozenset(("name", "role"))
_LEAST = 3
"""Letters of a verb; a noun in *-an* has more."""
_SEVERAL = 4
"""Words of a quotation that is no title, where nothing but the comma after its mark sets it off."""


def quote_verb_speaker(context: SpanContext) -> Match | None:
    """ "Besok kami pergi," njeplak Rahma.

    A verb that the lexicon lacks, or a cue that is misspelt: between a comma or stop and a name."""
    verb = _unknown_verb(context)
    if verb is None:
        return None
    speaker = mention_of_cue(context.article, verb, context.limit)
    if speaker is None or speaker.type not in _NAMED or not _ends_there(context, speaker):
        return None
    return Match(verb, speaker)


def quote_verb_nya(context: SpanContext) -> Match | None:
    """ "Besok kami pergi," njeplaknya.

    The same with the suffix, where the sentence ends or its occasion follows."""
    verb = _unknown_verb(context)
    if verb is None or not context.low_at(verb).endswith("nya"):
        return None
    following = context.low_at(verb + 1)
    return Match(verb, None, "nya") if following in ("", ".") else None


def quote_dash_speaker(context: SpanContext) -> Match | None:
    """ "Pasar ini kami buka lagi tahun depan." - Kepala Dinas Perdagangan Rahma Wulandari

    Nothing but the source stands between the dash and the end of its paragraph."""
    article, dash = context.article, context.after
    if dash >= len(article.words) or article.words[dash] not in _DASHES:
        return None
    end = _line_end(context, dash)
    speaker = None if end is None else context.mention_before(dash + 1, end)
    if speaker is None or end is None or speaker.type not in _NAMED:
        return None
    return Match(None, speaker) if speaker.last >= end - 1 and end - dash > 1 else None


def quote_words_passive_speaker(context: SpanContext) -> Match | None:
    """ "Semua mahal." Kalimat itu diucapkan Rahma, pedagang sayur.

    The sentence after the quotation says whose words it was."""
    noun = context.after
    if context.low_at(noun) not in WORDS_SAID or context.low_at(noun + 1) not in _BACK:
        return None
    after = noun + 2
    if context.shape_at(after) == "passive":
        speaker = context.mention_at(context.over(after + 1, _BY))
        return None if speaker is None else Match(after, speaker)
    name = context.over(after, _FROM)
    speaker = context.mention_at(name) if name > after else None
    return None if speaker is None else Match(None, speaker)


# ------------------------------------------------------------------------------------ what they ask


def _unknown_verb(context: SpanContext) -> int | None:
    """*"…,"* | *njeplak* | *Rahma*: the small word right after the mark, where it can be a verb of saying."""
    at = context.word_after
    low = context.low_at(at)
    if len(low) < _LEAST or not context.article.features[at] & LOWER or not low.isalpha():
        return None
    if context.text[-1] not in _ENDS and (context.size < _SEVERAL or context.low_at(context.after) != ","):
        return None
    if context.size > 1 and context.text[:-1].istitle():
        return None  # "Kuda Besi," …
    return at if _can_be_verb(context, at, low) else None


def _can_be_verb(context: SpanContext, at: int, low: str) -> bool:
    """*njeplak*, not *sementara*, *novel*, *lukisan*, *pedagang*, *membuat*: a word that is nothing else."""
    lex = context.article.lexicon
    particles = (lex.stops, lex.prepositions, lex.connectives, lex.pronouns, lex.predicates, lex.subject_adverbs)
    if any(low in table for table in (*particles, lex.times, lex.organizations, lex.cues, _NO_VERB)):
        return False
    if context.article.features[at] & IS_ROLE or low.capitalize() in lex.openers:
        return False
    return not (verb_like(low) or is_abstract(low) or low.endswith("an"))


def _ends_there(context: SpanContext, speaker: Mention) -> bool:
    """*njeplak Rahma* | *.*, *njeplak Rahma* | *kepada warga*: whether the attribution goes no further."""
    low = context.low_at(speaker.last)
    lex = context.article.lexicon
    return not low or low in _AFTER_SPEAKER or low in lex.stops or low in lex.prepositions


def _line_end(context: SpanContext, dash: int) -> int | None:
    """Where the paragraph ends in which a dash stands; ``None`` where it goes on for too many words."""
    article = context.article
    for i in range(dash + 1, dash + AFTER_DASH):
        if i >= len(article.words) or i in article.starts_paragraph:
            return i
    return None

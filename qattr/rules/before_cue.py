"""Who stands before a cue without being its subject: a paper, somebody presented, the agent of an earlier passive.

*Dalam putusan itu disebutkan* · *Begitu pula dengan Rahma yang mengaku* · *disampaikan Rahma yang berharap*
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.rules.cue_context import CueContext
from qattr.rules.cues import shape
from qattr.rules.predicates import has_predicate
from qattr.rules.presenting import presents
from qattr.text import windows
from qattr.text.features import ADVERB, ALPHA, CAPITAL, HANDLE
from qattr.text.walk import COMMA, first_of, last_of

DETERMINERS = tagged("refers", "back")
OCCASION = tagged("opens", "occasion")
PAPERS_SAY = tagged("reports", "itself")

TEXTS = tagged("is", "paper", "text") | tagged("is", "law")
"""What is written or told and can say something: *laporan*, *kabar*, *pasal*."""
LAWS = tagged("is", "law")
TEXT_SAYS = tagged("cue", "text_says")
_IN_A_LAW = frozenset(("(", ")", "/", "dan"))
_A_TEXT = tagged("before", "text")
_LEADS_TO_SOURCE = tagged("leads", "source")
_COMES = tagged("floor", "comes")
_SOMEBODY = frozenset(("name", "organization", "role"))
_IN_A_PAPER = tagged("governs", "paper")


def paper(context: CueContext) -> Mention | None:
    """*Dalam* | *putusan itu* | *disebutkan*: the paper before a passive.

    Or who wrote it: *Dalam laporan ketua panitia, Rahma, disampaikan*."""
    article, cue = context.article, context.cue
    inside = first_of(article.lows, _IN_A_PAPER, context.start, cue)
    if inside is None or inside >= cue - 1:
        return None
    first = inside + 1
    noun = article.lows[first]
    if noun in PAPERS_SAY and first + 1 < cue:
        writer = read(article, first + 1, cue)
        if writer is not None and writer.type == "name":
            return writer.replace(first=first)
    if noun.removesuffix("nya") in TEXTS:
        end = _before_adverbs(context)
        named = first + 1 < end and not noun.endswith("nya") and article.features[first + 1] & CAPITAL
        if noun in LAWS:
            return _text(context, first, _after_law(context, first, end))
        if not named:
            return _text(context, first, end)
    mention = read(article, first, cue)
    if mention is None and noun.removesuffix("nya") in PAPERS_SAY:
        end = cue - 1 if article.lows[cue - 1] == "," else cue
        return Mention(first, end, "unnamed", (first, end))
    return mention


def is_text(context: CueContext, mention: Mention) -> bool:
    """*Pasal 7 ayat 2*, *surat edaran itu*: whether a source is something written."""
    return context.article.lows[mention.first].removesuffix("nya") in TEXTS


def _before_adverbs(context: CueContext) -> int:
    """*kabar itu* | *juga menyebut*: the end of what stands before the cue, its adverbs and a comma."""
    article, end = context.article, context.cue
    while end > context.start and (article.features[end - 1] & ADVERB or article.lows[end - 1] == ","):
        end -= 1
    return end


def _after_law(context: CueContext, first: int, end: int) -> int:
    """*Pasal 7 ayat (2) UU Pasar* | *yang baru*: after the law, its articles and their numbers."""
    article, k = context.article, first
    while k < end and (
        article.lows[k] in LAWS
        or article.words[k][0].isdigit()
        or article.features[k] & CAPITAL
        or article.words[k] in _IN_A_LAW
    ):
        k += 1
    return k + (k < end and article.lows[k] in DETERMINERS)


def _text(context: CueContext, first: int, end: int) -> Mention | None:
    """The words ``first``-``end`` as a text, if they are one phrase."""
    if end <= first or end - first > windows.TEXT or has_predicate(context.article, first, end):
        return None
    return Mention(first, end, "unnamed", (first, end))


def text_before(context: CueContext) -> Mention | None:
    """*Kabar itu* | *menyebutkan*, *laporan* | *yang menyebutkan*: the text that is the cue's subject."""
    article, lows = context.article, context.article.lows
    if context.form not in TEXT_SAYS or context.is_capitalized:
        return None
    end = _before_adverbs(context)
    relative = end > context.start and lows[end - 1] == "yang"
    if relative:
        end -= 1
    noun = last_of(lows, TEXTS, max(context.start, end - windows.TEXT), end)
    if noun is None or first_of(lows, COMMA, noun, end) is not None:
        return None
    while noun > context.start and lows[noun - 1] in TEXTS:
        noun -= 1  # hasil survei
    first = noun - 1 if noun > context.start and lows[noun - 1] in _A_TEXT else noun
    begins = first == context.start or not article.features[first - 1] & ALPHA
    if not relative and not begins and lows[first - 1] not in article.lexicon.connectives:
        return None
    after = noun + 1
    if relative and _is_denied(context, noun):
        return None
    somebody = any(bits & (CAPITAL | HANDLE) for bits in article.features[after:end])
    if not relative and somebody and lows[noun] not in LAWS:
        return None  # laporan Bank Dunia menyebut: the body speaks
    if relative and somebody and lows[noun] not in LAWS:
        writer = read(article, after + (lows[after] in _LEADS_TO_SOURCE), end)
        if writer is not None and writer.last == end and writer.type in _SOMEBODY:
            return writer  # pernyataan Rahma yang menyebut …
    return _text(context, first, end)


def _is_denied(context: CueContext, noun: int) -> bool:
    """*Rahma membantah* | *kabar* | *yang menyebut …*: whether somebody denies what the text says."""
    article, cues = context.article, context.article.lexicon.cues
    return any(
        article.lows[k] in cues and cues[article.lows[k]][1] == "deny"
        for k in range(max(context.start, noun - windows.TEXT), noun)
    )


def subject_after_comma(context: CueContext) -> Mention | None:
    """*Enam orang dirawat,* | *kementerian itu* | *menambahkan.*: a clause, a comma, and the cue's subject."""
    article, start, cue = context.article, context.start, context.cue
    comma = last_of(article.lows, COMMA, max(start + 2, cue - windows.CLOSING_SUBJECT), cue)
    if comma is None or cue - start < 4 or article.lows[start] in OCCASION:
        return None
    mention = read(article, comma + 1, cue)
    return mention if mention is not None and mention.last == cue else None


def who(context: CueContext) -> int | None:
    """*Rahma* | *yang* | *juga mengaku*: the *yang* before the cue and its adverbs."""
    article, i = context.article, context.cue - 1
    while i > context.start and article.features[i] & ADVERB:
        i -= 1
    return i if i > context.start and article.lows[i] == "yang" else None


def presented(context: CueContext) -> Mention | None:
    """*Begitu pula dengan* | *Rahma* | *yang mengaku*: a person whom the sentence only presents."""
    relative = who(context)
    if relative is None:
        return None
    begin = presents(context.article, context.start, relative)
    if begin is None:
        return _comes_from(context, relative)
    mention = read(context.article, begin, relative) if begin is not None and begin < relative else None
    at_relative = mention is not None and mention.last == _before_comma(context, relative)
    return mention if mention is not None and at_relative and mention.type == "name" else None


def _comes_from(context: CueContext, relative: int) -> Mention | None:
    """*Pujian datang dari* | *Rahma* | *, yang mengatakan*, *salah satunya adalah* | *Rahma* | *yang menegaskan*."""
    article, end = context.article, _before_comma(context, relative)
    lows = article.lows
    leads = last_of(lows, _LEADS_TO_SOURCE, max(context.start, end - windows.AGENT), end)
    if leads is None or leads + 1 >= end or (lows[leads] == "dari" and lows[leads - 1] not in _COMES):
        return None
    mention = context.source_from(leads + 1, relative)
    return mention if mention is not None and mention.last == end and mention.type in _SOMEBODY else None


def agent_who(context: CueContext) -> Mention | None:
    """*Hal senada diungkapkan* | *Rahma* | *yang berharap*: the agent of the passive before."""
    relative = who(context)
    if relative is None:
        return None
    article, end = context.article, _before_comma(context, relative)
    for i in range(end - 1, max(context.start, end - windows.AGENT), -1):
        if shape(article, i) == "passive":
            mention = context.source_from(i + 1, relative)
            named = mention is not None and mention.type == "name" and mention.last in (end, relative)
            return mention if named else None
    return None


def _before_comma(context: CueContext, i: int) -> int:
    """*Rahma* | *, yang*."""
    return i - 1 if context.article.lows[i - 1] == "," else i

"""Who stands before a cue without being its subject: a paper, somebody presented, the agent of an earlier passive.

*Dalam putusan itu disebutkan* · *Begitu pula dengan Rahma yang mengaku* · *disampaikan Rahma yang berharap*
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.rules.cue_context import CueContext
from qattr.rules.cues import shape
from qattr.rules.presenting import presents
from qattr.text import windows
from qattr.text.features import ADVERB
from qattr.text.walk import COMMA, first_of, last_of

OCCASION = tagged("opens", "occasion")
PAPERS_SAY = tagged("reports", "itself")

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
    mention = read(article, first, cue)
    if mention is None and noun.removesuffix("nya") in PAPERS_SAY:
        end = cue - 1 if article.lows[cue - 1] == "," else cue
        return Mention(first, end, "unnamed", (first, end))
    return mention


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
    mention = read(context.article, begin, relative) if begin is not None and begin < relative else None
    at_relative = mention is not None and mention.last == _before_comma(context, relative)
    return mention if mention is not None and at_relative and mention.type == "name" else None


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

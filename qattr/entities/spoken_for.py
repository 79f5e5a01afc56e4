"""*kata kuasa hukum Rahma*: the lawyer of somebody named before is not Rahma; nobody says what the lawyer is called."""

from __future__ import annotations

from collections.abc import Iterable

from qattr.entities.introductions import Introductions
from qattr.entities.names import NameKey, NameKeys
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.rules.attribution import Turn

_SPEAKS_FOR = tagged("speaks", "for_name")
"""*kuasa* hukum, *juru* bicara, *ajudan*: who speaks for somebody whose name may follow."""
_LONGEST_ROLE = 3
"""*kuasa hukum*, *tim kuasa hukum*: with more words the role tells whose it is."""


def spoken_for(
    turns: list[Turn], found: list[Mention], introductions: Introductions, keys: NameKeys
) -> tuple[list[Turn], list[Mention]]:
    """The turns and the named mentions, where whoever speaks for a person named before has no name."""
    asked = [turn.mention for turn in turns if turn.mention is not None and _may_speak_for(turn.mention, introductions)]
    if not asked:
        return turns, found
    before = [(keys[mention.name], mention) for mention in found if mention.name is not None]
    other = {
        id(mention): _speaker_for(mention) for mention in asked if _is_named_before(mention, before, introductions)
    }
    if not other:
        return turns, found
    turns = [turn.with_mention(other.get(id(turn.mention), turn.mention)) if turn.mention else turn for turn in turns]
    return turns, [mention for mention in found if id(mention) not in other]


def _speaker_for(mention: Mention) -> Mention:
    """*kuasa hukum Rahma*: somebody without a name."""
    assert mention.name is not None
    whole = mention.roles[0][0], mention.name[1]
    return Mention(whole[0], mention.last, "unnamed", whole)


def _may_speak_for(mention: Mention, introductions: Introductions) -> bool:
    """*kuasa hukum* | *Rahma*: a short role in small letters right before the name."""
    if mention.name is None or len(mention.roles) != 1 or mention.also:
        return False
    first, last = mention.roles[0]
    lows, words = introductions.article.lows, introductions.article.words
    short = last == mention.name[0] and last - first <= _LONGEST_ROLE
    return short and not _SPEAKS_FOR.isdisjoint(lows[first:last]) and words[first + 1 : last] == lows[first + 1 : last]


def _is_named_before(mention: Mention, found: Iterable[tuple[NameKey, Mention]], introductions: Introductions) -> bool:
    """Whether the article has named the same before, and never with such a role of their own."""
    lows = introductions.article.lows
    assert mention.name is not None
    key = set(lows[mention.name[0] : mention.name[1]])
    known = False
    for other_key, other in found:
        if other.first >= mention.first or not key <= set(other_key):
            continue
        if len(other_key) == len(key) and _may_speak_for(other, introductions):
            continue  # kata kuasa hukum Rahma, once more
        if any(not _SPEAKS_FOR.isdisjoint(lows[i:j]) for i, j in other.roles):
            return False
        known = True
    return known

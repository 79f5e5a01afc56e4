"""Links of *mereka*, *keduanya*, *ketiganya*: several who were named together before."""

from __future__ import annotations

from qattr.entities.discourse import Discourse, Together, looks_at
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.rules.attribution import Turn
from qattr.rules.narrated import narrated
from qattr.text import windows
from qattr.text.features import CAPITAL

_SEVERAL = tagged("refers", "several")
"""*mereka*, *keduanya*."""
_TWO = tagged("refers", "two")
"""*keduanya*."""
_TEAMS = tagged("is", "team")
"""*Rahma dan | timnya*."""
_AND = tagged("joins", "names")
_REFERS_BACK = tagged("refers", "back")
"""*tim | itu*."""
_THREE = tagged("refers", "three")
"""*ketiganya*."""


@looks_at("pronoun")
def spoke_together(discourse: Discourse, turn: Turn) -> Together | None:
    """ "Kami menang," kata Hasan Basuki dan Karso Utomo. Mereka berharap hadiah segera dibayar.

    *Mereka*, *keduanya*: those who have the floor together, if nobody has spoken since."""
    together = discourse.floor.together
    if together is None or not _means_several(discourse, turn):
        return None
    when, those = together
    if discourse.floor.turns[-1][0] != when or not _are_so_many(discourse, turn, len(those)):
        return None
    return Together(those[0], those[1:])


@looks_at("pronoun")
def named_together(discourse: Discourse, turn: Turn) -> Together | None:
    """Polisi menangkap Hasan Basuki dan Karso Utomo. Keduanya mengaku mencuri sapi.

    *Keduanya*: the two who were named together in the sentences before; *mereka*: whom the sentence before is about."""
    mention = turn.mention
    if mention is None or not _means_several(discourse, turn):
        return None
    counted = discourse.article.lows[mention.first] in _TWO | _THREE
    number = discourse.sentence_of(mention.first)
    reach = windows.SEVERAL_SENTENCES if counted else 2
    for before in range(number - 1, max(-1, number - reach), -1):
        pair = _in_sentence(discourse, before, counted)
        if pair is not None and _are_so_many(discourse, turn, 1 + len(pair.also)):
            return _those(discourse, pair)
    return None


def _means_several(discourse: Discourse, turn: Turn) -> bool:
    """*mereka*, *keduanya*."""
    return turn.mention is not None and discourse.article.lows[turn.mention.first] in _SEVERAL


def _are_so_many(discourse: Discourse, turn: Turn, number: int) -> bool:
    """Whether *keduanya* can be so many: two; *mereka* any number."""
    assert turn.mention is not None
    low = discourse.article.lows[turn.mention.first]
    return (low not in _TWO or number == 2) and (low not in _THREE or number == 3)


def _in_sentence(discourse: Discourse, number: int, anywhere: bool) -> Mention | None:
    """*Hasan Basuki dan Karso Utomo*: the persons named together as the subject of a sentence, or ``anywhere``."""
    article = discourse.article
    begin, end = discourse.sentence(number)
    subject = narrated(article, begin, end)
    if subject is not None and subject.also and subject.last < end:
        return subject
    if not anywhere:
        return None
    i = begin
    while i < end:
        if article.features[i] & CAPITAL:
            mention = read(article, i, end)
            if mention is not None and mention.type == "name" and mention.also:
                return mention
            i = mention.last if mention is not None else i + 1
        else:
            i += 1
    return None


def _those(discourse: Discourse, pair: Mention) -> Together | None:
    """The entities of persons named together; none where one of them cannot be told."""
    those = []
    for mention in (pair, *pair.also):
        found = discourse.named(mention) if mention.name is not None else []
        at = found[0] if len(found) == 1 else discourse.add(mention) if not found and mention.name is not None else None
        if at is None or at in those:
            return None
        those.append(at)
    return Together(those[0], tuple(those[1:]))


@looks_at("pronoun", "organization", "description", "unnamed")
def with_team(discourse: Discourse, turn: Turn) -> int | None:
    """Rahma Wulandari dan timnya meneliti padi. Menurut mereka, benih itu kuat. Tim ini mengaku terkejut.

    *Mereka*, *tim ini*: the one who was named with a team in the sentences before."""
    mention, article = turn.mention, discourse.article
    if mention is None or not (_means_several(discourse, turn) or _is_this_team(discourse, mention)):
        return None
    number = discourse.sentence_of(mention.first)
    begin = discourse.sentences[max(0, number - windows.TEAM_SENTENCES)]
    for i in range(mention.first - 1, begin, -1):
        if article.lows[i] in _TEAMS:
            return _leader(discourse, begin, i)
    return None


def _is_this_team(discourse: Discourse, mention: Mention) -> bool:
    """*tim ini*, *tim peneliti tersebut*."""
    lows = discourse.article.lows
    i, j = mention.head
    return lows[i] == "tim" and lows[j - 1] in _REFERS_BACK


def _leader(discourse: Discourse, begin: int, team: int) -> int | None:
    """*Rahma Wulandari* | *dan timnya*: the person named right before the word for a team."""
    article = discourse.article
    end = team - 1 if article.lows[team - 1] in _AND else team
    first = end
    while first > begin and article.features[first - 1] & CAPITAL:
        first -= 1
    leader = read(article, first, end) if first < end else None
    if leader is None or leader.type != "name" or leader.last != end:
        return None
    found = discourse.named(leader)
    return found[0] if len(found) == 1 else None if found else discourse.add(leader)

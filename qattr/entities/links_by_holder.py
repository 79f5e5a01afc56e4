"""Links to whoever has the floor: one inference, with a name for each grade of evidence.

*-nya*, *dia* and a quotation without a cue mean the source that was attributed last.  How sure that is depends on how
that source was heard, and how far back; so each grade is a link of its own, and is counted on its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from qattr.entities.discourse import NO_WORDS, Discourse, looks_at
from qattr.entities.entity import Entity
from qattr.entities.floor import Voice
from qattr.lexicon.tags import tagged
from qattr.rules.attribution import Reference, Turn
from qattr.rules.turns import CHANGES_FLOOR
from qattr.text import windows
from qattr.text.features import CAPITAL

_ONE_PERSON = tagged("refers", "one")
"""*ia*, *dia*, *beliau*."""
_WITHOUT_WORDS: tuple[Reference, ...] = ("nya", "floor")
_SEVERAL = tagged("refers", "several")
"""*mereka*, *keduanya*."""
_CROWDS = tagged("counts", "several", "exactly") | tagged("is", "crowd")
"""*para pedagang*, *dua pria*, *petugas*."""
_TEXTS = tagged("is", "paper", "text") - tagged("is", "human")
"""*laporan itu*."""
_CLIENT = tagged("is", "client")
"""*klien kami*: a lawyer speaks."""
_ACCUSED = tagged("is", "accused")
"""*tersangka*, *korban*: the police and the court speak of them."""
_I = tagged("is", "speaker")
"""*saya*, *aku*."""


def means_one(discourse: Discourse, turn: Turn) -> bool:
    """*ujarnya*, *kata dia*: somebody who is one."""
    if turn.mention is None:
        return turn.reference in _WITHOUT_WORDS
    return discourse.article.lows[turn.mention.first] in _ONE_PERSON


def _means_several(discourse: Discourse, turn: Turn) -> bool:
    """*mereka*, *keduanya*."""
    return turn.mention is not None and discourse.article.lows[turn.mention.first] in _SEVERAL


def _distance(discourse: Discourse, turn: Turn, at: int) -> int:
    """How many sentences back an entity was heard last."""
    return discourse.sentence_of(turn.at) - discourse.sentence_of(discourse.floor.last[at])


@looks_at("pronoun", NO_WORDS)
def guest_gone(discourse: Discourse, turn: Turn) -> int | None:
    """ "Kios ditutup," kata Rahma. Ratusan warga mengaku belum diberi tahu. "Sudah kami beri tahu," ujarnya.

    Who was only a guest leaves the floor to the one who was quoted aloud before."""
    floor = discourse.floor
    before, holder = floor.before, floor.holder
    if before is None or holder is None or before == holder or not discourse.is_person(before):
        return None
    if not means_one(discourse, turn) or _turns_away(discourse):
        return None
    return before if _is_guest(discourse, turn, discourse.entity(holder)) else None


def _turns_away(discourse: Discourse) -> bool:
    """*Sementara itu, warga meminta …*: whether the holder came with a turn to somebody else."""
    since = discourse.floor.since
    assert since is not None
    begin, _ = discourse.sentence(max(0, discourse.sentence_of(since.at)))
    return discourse.article.lows[begin] in CHANGES_FLOOR


def _is_guest(discourse: Discourse, turn: Turn, holder: Entity) -> bool:
    """Whether the holder is not one to be quoted now: a crowd, a text, somebody who gave an order, a client."""
    floor = discourse.floor
    if floor.voice == Voice.ALOUD:
        return False
    if _is_crowd_or_text(discourse, holder):
        return True
    if holder.kind != "person":
        return False
    words = said(discourse, turn)
    if floor.voice == Voice.BROUGHT_IN and not _CLIENT.isdisjoint(words):
        return True  # Rahma melaporkan Hasan. "Klien kami dirugikan," ujarnya.
    if _ACCUSED.isdisjoint(words) or not _I.isdisjoint(words):
        return False
    return _is_accused(discourse, holder) or is_named(discourse, turn, holder)


def _is_accused(discourse: Discourse, holder: Entity) -> bool:
    """*tersangka Hasan*, *MF*: somebody of whom the police or the court speak."""
    if any(len(word) <= 3 for word in holder.key) and len(holder.key) == 1:
        return True
    return any(not _ACCUSED.isdisjoint(discourse.article.lows[i:j]) for i, j in holder.roles)


def _is_crowd_or_text(discourse: Discourse, entity: Entity) -> bool:
    """*ratusan warga*, *petugas*, *laporan itu*, not *seorang warga*, *dokter itu* or an office without a name."""
    if entity.kind != "unnamed" or not entity.mentions:
        return False
    mention = next(iter(entity.mentions.values()))
    low = discourse.article.lows[mention.head[0]]
    return low in _CROWDS or low in _TEXTS or discourse.article.lexicon.organizations.get(low) == "speaks"


def _is_body(discourse: Discourse, entity: Entity) -> bool:
    """*BPS*, not *Senior Analis Umar Hadi*, which has been read as one."""
    return entity.kind == "organization" and discourse.article.lexicon.given.isdisjoint(entity.key)


def said(discourse: Discourse, turn: Turn) -> Sequence[str]:
    """The words (lower case) of what is said at a turn."""
    if turn.said is None:
        return ()
    article = discourse.article
    return article.lows[article.at(turn.said[0]) : article.at(turn.said[1])]


def is_named(discourse: Discourse, turn: Turn, person: Entity) -> bool:
    """*"Rahma sudah tahu," ujarnya*: whether what is quoted at a turn names a person."""
    if not turn.aloud or turn.said is None or person.kind != "person" or person.without_name:
        return False
    article, lows = discourse.article, discourse.article.lows
    first, last = article.at(turn.said[0]), article.at(turn.said[1])
    names = {word for word in person.key if word in article.short_names} | {person.key[-1]}
    given = person.key[0] if person.key[0] in article.lexicon.given else None
    for i in range(first, last):
        if not article.features[i] & CAPITAL:
            continue
        if lows[i] in names or (lows[i] == given and not article.features[i + 1] & CAPITAL):
            return True  # Rahma, not Rahma Utami
    return False


def _names_holder(discourse: Discourse, turn: Turn, at: int) -> bool:
    """Whether the quotation names the holder, who would not do so, unless he has done so before."""
    holder = discourse.entity(at)
    if holder.kind != "person" or holder.without_name or not is_named(discourse, turn, holder):
        return False
    own = (spoke for spoke in discourse.turns_of(at) if spoke.reference == "mention")
    return not any(is_named(discourse, spoke, holder) for spoke in own)


def _fits(discourse: Discourse, turn: Turn) -> int | None:
    """The holder, if the words at a turn can mean them; a wrong name is worse than none."""
    at = discourse.floor.holder
    if at is None or _means_several(discourse, turn):
        return None if discourse.is_person(at) else at
    if not means_one(discourse, turn):
        return at
    holder = discourse.entity(at)
    if discourse.floor.voice != Voice.ALOUD and (_is_body(discourse, holder) or _is_crowd_or_text(discourse, holder)):
        return None
    return None if _names_holder(discourse, turn, at) else at


@looks_at("pronoun", NO_WORDS)
def speaking_far(discourse: Discourse, turn: Turn) -> int | None:
    """ "Pasar aman," kata Rahma. Kiosnya dua. Atapnya seng. Jalannya sempit. Parkirnya luas. "Ramai," ujarnya.

    Whoever has the floor, when that was some sentences back."""
    at = _fits(discourse, turn)
    return at if at is not None and _distance(discourse, turn, at) >= windows.FLOOR_FAR else None


@looks_at("pronoun", NO_WORDS)
def speaking_brought_in(discourse: Discourse, turn: Turn) -> int | None:
    """Hal itu disampaikan Rahma. "Tidak ada masalah," tambahnya.

    Whoever has the floor, when they have only been brought in as speaking."""
    at = _fits(discourse, turn)
    return at if at is not None and discourse.floor.voice == Voice.BROUGHT_IN else None


@looks_at("pronoun", NO_WORDS)
def speaking_reported(discourse: Discourse, turn: Turn) -> int | None:
    """ "Pasar ramai," kata Hasan. Rahma mengatakan pasar aman. "Tidak ada masalah," tambahnya.

    Whoever has the floor, when they have been reported once and somebody else was quoted aloud before."""
    floor = discourse.floor
    once = floor.voice == Voice.REPORTED and floor.times == 1 and floor.before is not None
    return _fits(discourse, turn) if once else None


@looks_at("pronoun", NO_WORDS)
def speaking(discourse: Discourse, turn: Turn) -> int | None:
    """Rahma mengatakan pasar aman. "Tidak ada masalah," tambahnya.

    *-nya*, *dia*, *pihaknya* and a quotation without a cue: whoever has the floor."""
    return _fits(discourse, turn)

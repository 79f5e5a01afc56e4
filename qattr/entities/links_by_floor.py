"""Links without words that name somebody: *ia*, *mereka*, *ujarnya*, a quotation without a cue.

They mean whoever has the floor, or whom the narrator's sentences before are about.
"""

from __future__ import annotations

from itertools import takewhile

from qattr.entities.discourse import NO_WORDS, Discourse, Together, looks_at
from qattr.entities.links_by_holder import is_named
from qattr.entities.links_by_words import itself, role_name, same_name
from qattr.entities.told import person_told, prominent_one, tells_on
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, read
from qattr.mentions.single_words import opens_predicate
from qattr.rules.attribution import Reference, Turn
from qattr.rules.narrated import after_subject, narrated
from qattr.text import windows
from qattr.text.features import CAPITAL
from qattr.text.walk import first_of

_WITHOUT_WORDS: tuple[Reference, ...] = ("nya", "floor", "bare")
_ONE_PERSON = tagged("refers", "one")
"""*ia*, *dia*, *beliau*."""
_SEVERAL = tagged("refers", "several")
"""*mereka*, *keduanya*."""
_THEY = _SEVERAL - tagged("refers", "counted")
"""*mereka*, not *keduanya*."""
_BY = tagged("names", "agent")
"""*dihentikan | oleh | Hasan*."""
_SEVERAL_NAMELESS = tagged("counts", "several")
"""*Sejumlah nelayan*, *para pedagang*."""


@looks_at("pronoun")
def previous_subject(discourse: Discourse, turn: Turn) -> int | None:
    """Rahma berbicara. Hasan memasuki ruangan. Ia menyatakan sidang dibuka.

    *Ia* at the head of a sentence is the person whom the narrator's sentence before is about, if nobody spoke in it."""
    mention = turn.mention
    if mention is None or discourse.article.lows[mention.first] not in _ONE_PERSON:
        return None
    number = discourse.sentence_of(mention.first)
    if number < 1 or mention.first - discourse.sentence(number)[0] > 2:
        return None
    found = person_told(discourse, number - 1)
    if found is None and number > 1 and tells_on(discourse, number - 1):
        return person_told(discourse, number - 2)  # Hasan ikut hadir. Ia duduk di depan. Ia berjanji …
    return found


@looks_at("pronoun", NO_WORDS)
def new_subject(discourse: Discourse, turn: Turn) -> int | None:
    """ "Kami siap," kata Rahma. Wakil Bupati Hasan Basuki meninjau kebun itu. "Kami dukung," ujarnya.

    After a sentence that brings in somebody with a role and tells what they do, the quotation is theirs."""
    if turn.reference not in _WITHOUT_WORDS and (turn.mention is None or turn.mention.type != "pronoun"):
        return None
    article = discourse.article
    number = discourse.sentence_of(turn.at)
    if number < 1 or article.words[discourse.sentence(number)[0]] not in _MARKS:
        return None
    begin, end = discourse.sentence(number - 1)
    if not _names_office(discourse, begin, end):
        return None
    subject = discourse.told_of(number - 1)
    if subject is None or subject.name is None or subject.type != "name" or subject.last >= end:
        return None
    if not any(_names_office(discourse, i, j) for i, j in subject.roles):
        return None
    return _just_introduced(discourse, subject) if _acts(discourse, subject, end) else None


def _names_office(discourse: Discourse, i: int, j: int) -> bool:
    """Whether an office stands among the words ``i``-``j``: *Wakil Bupati*."""
    return "office" in map(discourse.article.lexicon.roles.get, discourse.article.lows[i:j])


def _acts(discourse: Discourse, subject: Mention, end: int) -> bool:
    """*meninjau*, not *dilantik*: whether a predicate that is no passive follows the subject."""
    article = discourse.article
    after = after_subject(article, subject, end)
    return after < end and opens_predicate(article, after) and not article.lows[after].startswith("di")


def _just_introduced(discourse: Discourse, subject: Mention) -> int | None:
    """The person of a subject where that is the first mention, and nothing of theirs has been quoted."""
    found = discourse.named(subject)
    if not found:
        return discourse.add(subject)
    if len(found) > 1 or found[0] in discourse.floor.last or not discourse.is_person(found[0]):
        return None
    return found[0] if discourse.entity(found[0]).introduced >= subject.first else None


_MARKS = frozenset("\"\u201c\u201d\u201e\u00ab\u2018\u2019'")


@looks_at("pronoun")
def those_before(discourse: Discourse, turn: Turn) -> int | Together | None:
    """Sejumlah nelayan berkumpul. "Solar hilang," kata Rahma. Mereka mengaku kecewa.

    *Mereka* after one person: the several whom a sentence shortly before is about, or the organization of the
    sentence right before."""
    mention, article = turn.mention, discourse.article
    if mention is None or article.lows[mention.first] not in _THEY or not discourse.is_person(discourse.floor.holder):
        return None
    number = discourse.sentence_of(mention.first)
    for before in range(number - 1, max(-1, number - windows.SEVERAL_SENTENCES), -1):
        begin, end = discourse.sentence(before)
        group = narrated(article, begin, end)
        if group is None or group.last >= end:
            continue
        if group.type == "unnamed" and article.lows[group.first] in _SEVERAL_NAMELESS:
            return itself(discourse, turn.with_mention(group))
        if before == number - 1 and _is_organization(discourse, group):
            return discourse.add(group)
    return None


def _is_organization(discourse: Discourse, subject: Mention) -> bool:
    """*Persada membuka cabang*, *Persada, perusahaan kapal, …*: an organization by its name as a whole subject."""
    article = discourse.article
    if subject.type != "organization" or not article.features[subject.head[0]] & CAPITAL:
        return False
    return opens_predicate(article, subject.last) or article.words[subject.last] == ","


@looks_at("pronoun")
def several_speaking(discourse: Discourse, turn: Turn) -> int | None:
    """ "Solar hilang," keluh para nelayan. "Kami dengar," kata Rahma di kantornya. Mereka berharap solar datang.

    *Mereka* after one person: the organization or the nameless people that spoke last, shortly before."""
    if not _means_several(discourse, turn) or not discourse.is_person(discourse.floor.holder):
        return None
    lately = takewhile(lambda had: had[0] > turn.at - windows.SEVERAL_SPOKE, reversed(discourse.floor.turns))
    several = [(when, at) for when, at in lately if not discourse.is_person(at)]
    return max(several)[1] if several else None


@looks_at(NO_WORDS)
def reported_before(discourse: Discourse, turn: Turn) -> int | None:
    """ "Stok aman," kata Rahma. Badan Pangan menyatakan harga turun. "Turun dua persen."

    A quotation without a cue right behind what an organization is reported to say is the organization's."""
    reported = discourse.floor.reported
    if turn.reference != "bare" or reported is None:
        return None
    return reported if _right_before(discourse, turn, reported) else None


def _means_several(discourse: Discourse, turn: Turn) -> bool:
    """*mereka*, *keduanya*."""
    mention = turn.mention
    return mention is not None and discourse.article.lows[mention.first] in _SEVERAL


def _right_before(discourse: Discourse, turn: Turn, at: int) -> bool:
    """Whether an entity that spoke last did so in the sentence right before a turn."""
    return discourse.sentence_of(turn.at) - discourse.sentence_of(discourse.floor.last[at]) <= 1


@looks_at(NO_WORDS)
def next_speaker(discourse: Discourse, turn: Turn) -> int | Together | None:
    """ "Kami tidak tahu apa-apa." / "Kami hanya petani," kata Rahma.

    A quotation before anybody has spoken belongs to whoever speaks next."""
    coming = discourse.coming(turn.at) if turn.reference == "bare" else None
    if coming is None:
        return None
    for link in (same_name, role_name, itself):
        at = link(discourse, coming)
        if at is not None:
            return at
    return None


@looks_at("pronoun", NO_WORDS)
def agent_before(discourse: Discourse, turn: Turn) -> int | None:
    """Pemilihan itu dihentikan oleh pimpinan rapat Hasan Basuki. "Ada yang salah hitung," katanya.

    Nobody has spoken yet: the person with a role who does what the sentence before tells in the passive."""
    number = discourse.sentence_of(turn.at) - 1
    if discourse.floor.holder is not None or number < 0 or _means_several(discourse, turn):
        return None
    article = discourse.article
    begin, end = discourse.sentence(number)
    by = first_of(article.lows, _BY, begin, end)
    agent = read(article, by + 1, end) if by is not None and by + 1 < end else None
    if agent is None or agent.type != "name" or not agent.roles:
        return None
    at = discourse.add(agent)
    return None if at is None or is_named(discourse, turn, discourse.entity(at)) else at


@looks_at("pronoun", NO_WORDS)
def prominent(discourse: Discourse, turn: Turn) -> int | None:
    """Rahma Wulandari kini menjadi sorotan. "Saya hanya berbagi cerita," ujarnya.

    Nobody has spoken yet: the person whom the sentences before are about."""
    if discourse.floor.holder is not None and not _means_several(discourse, turn):
        return None  # somebody has spoken, and the words do not fit them
    at = prominent_one(discourse, turn)
    return None if at is None or is_named(discourse, turn, discourse.entity(at)) else at

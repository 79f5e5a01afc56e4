"""Who takes the floor without being quoted: the next *-nya*, *ia* or bare quotation is theirs.

*Rahma angkat bicara.* · *Sementara itu, Ketua RT Budi menyambut baik rencana itu.* · *Hal itu disampaikan Budi.*
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Set
from functools import lru_cache
from itertools import compress, pairwise
from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range, read
from qattr.rules.attribution import Turn
from qattr.rules.cue_context import CueContext
from qattr.rules.narrated import narrated
from qattr.rules.presenting import OPENS_PRESENTING, presents
from qattr.rules.subjects import subject_before
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.derived import derived
from qattr.text.features import CAPITAL
from qattr.text.walk import COMMA, first_of, over

ASKED = tagged("floor", "asked")
CHANGES_FLOOR = tagged("floor", "changes")
MAY_CHANGE_FLOOR = tagged("floor", "may_change")
CHANGE_FOLLOWS = tagged("floor", "change_follows")
MET = tagged("floor", "answers")
BEFORE_AGENT = tagged("floor", "before_agent")
VOICED = tagged("floor", "voiced")
COMES = tagged("floor", "comes")
REACTIONS = tagged("floor", "reaction")
STANCES = tagged("floor", "stance")
WELCOMES = tagged("floor", "welcome")
WELCOMED = tagged("floor", "welcomes")
RAISES = tagged("floor", "raises")
RAISED = tagged("floor", "raised")
SPEAKS_UP = tagged("floor", "speaks_up")
ADDRESSES = tagged("speech", "address", "response")
GIVES_ADDRESS = tagged("floor", "gives_address")

_PERSON = frozenset(("name", "role"))
_SPEAKER = frozenset(("name", "role", "organization"))
_NAME = frozenset(("name",))


@lru_cache(maxsize=1)
def _of_speaking_up(answers: frozenset[str]) -> frozenset[str]:
    """The words that :func:`speaks_up` looks at."""
    return answers | RAISES | SPEAKS_UP | ADDRESSES | MET | VOICED | COMES | STANCES


def speaks_up(article: Article, sentences: list[int], spoken: list[Range]) -> list[Turn]:
    """*Rahma angkat bicara.*, *Massa ditemui oleh Sekretaris Dinas Hasan.*: whoever that is has the floor; ``spoken``
    are the words of quotations, in which nobody takes it."""
    taken = []
    for i in article.places(_of_speaking_up(derived(article.lexicon).answers)):
        if spoken and _within(spoken, i):
            continue
        for question in _SPEAKING_UP:
            verb = question(article, i)
            if verb is not None:
                mention = verb.agent or _subject(article, sentences, verb)
                if mention is not None:
                    taken.append(Turn(verb.at, mention, "mention"))
                break
    return taken


def _within(ranges: list[Range], i: int) -> bool:
    """Whether word ``i`` stands in one of these, which are sorted."""
    k = bisect_right(ranges, (i, len(ranges))) - 1
    return k >= 0 and ranges[k][0] <= i < ranges[k][1]


class _Verb(NamedTuple):
    """*angkat* | *bicara*: a verb whose subject, of one of these types, or whose ``agent`` takes the floor."""

    at: int
    subjects: frozenset[str]
    agent: Mention | None = None
    told: bool = False
    """Whether the subject must be the person whom the whole sentence is about."""


def _subject(article: Article, sentences: list[int], verb: _Verb) -> Mention | None:
    """*Rahma* | *angkat bicara*."""
    number = max(0, bisect_right(sentences, verb.at) - 1)
    start = sentences[number]
    if verb.told:
        end = sentences[number + 1] if number + 1 < len(sentences) else len(article.words)
        return _person_told(article, start, end, verb.at)
    subject = subject_before(article, start, verb.at) if verb.subjects else None
    return subject.mention if subject is not None and subject.mention.type in verb.subjects else None


def _person_told(article: Article, start: int, end: int, verb: int) -> Mention | None:
    """*Di lain pihak,* | *Rahma Wulandari* | *juga bersyukur*: the subject of a verb, if it is a person and the whole
    sentence is about them."""
    told = narrated(article, start, end)
    subject = subject_before(article, told.first, verb) if told is not None else None
    if told is None or subject is None or subject.borrowed or subject.mention.first != told.first:
        return None
    mention = subject.mention
    if mention.type != "name" or mention.name is None:
        return None
    known = article.lows[mention.name[0]] in article.short_names
    return mention if known or _surely_person(article, mention, end) else None


def _is_met(article: Article, i: int) -> _Verb | None:
    """*Massa ditemui oleh* | *Sekretaris Dinas Hasan*: a person with a role is the agent."""
    if article.lows[i] not in MET:
        return None
    total = len(article.lows)
    first = over(article.lows, BEFORE_AGENT, i + 1, total)
    agent = read(article, first, total) if i + 1 < first < total else None
    with_role = agent is not None and agent.type == "name" and bool(agent.roles)
    return _Verb(i, frozenset(), agent if with_role else None)


def _is_voiced(article: Article, i: int) -> _Verb | None:
    """*Sikap fraksi itu dibacakan oleh* | *Hasan Basuki*: the agent lends a text or a body the voice."""
    if article.lows[i] not in VOICED:
        return None
    total = len(article.lows)
    first = over(article.lows, BEFORE_AGENT, i + 1, total)
    agent = read(article, first, total) if first < total else None
    return _Verb(i, frozenset(), agent if agent is not None and agent.type in _PERSON else None)


def _comes_from(article: Article, i: int) -> _Verb | None:
    """*Kritik juga datang dari* | *pengamat transportasi, Hasan Basuki*: whose a reaction is."""
    lows, total = article.lows, len(article.lows)
    if lows[i] not in COMES or i + 2 >= total or lows[i + 1] != "dari":
        return None
    if REACTIONS.isdisjoint(lows[max(0, i - windows.REACTION) : i]):
        return None
    source = read(article, i + 2, total)
    return _Verb(i, frozenset(), source if source is not None and source.type in _SPEAKER else None)


def _takes_stance(article: Article, i: int) -> _Verb | None:
    """*Rahma* | *berterima kasih kepada warga*, *Rahma* | *menyambut baik rencana itu*, not *menyambut tamu*."""
    lows = article.lows
    meant = lows[i] in STANCES and lows[i - 1] != "yang"
    if lows[i] in WELCOMES and (i + 1 == len(lows) or lows[i + 1] not in WELCOMED):
        meant = False
    return _Verb(i, _NAME, told=True) if meant else None


def _answers(article: Article, i: int) -> _Verb | None:
    """*Rahma* | *membantahnya*, not *yang membantahnya*."""
    if article.lows[i] not in derived(article.lexicon).answers:
        return None
    return _Verb(i, _NAME if article.lows[i - 1] != "yang" else frozenset())


def _gives_address(article: Article, i: int) -> _Verb | None:
    """*Rahma* | *memberi sambutan*, *Rahma* | *membuka kata sambutannya*."""
    lows = article.lows
    if lows[i] not in ADDRESSES:
        return None
    verb = i - 1 - (lows[i - 1] == "kata")
    return _Verb(verb, _PERSON if verb >= 0 and lows[verb] in GIVES_ADDRESS else frozenset())


def _raises_voice(article: Article, i: int) -> _Verb | None:
    """*Rahma* | *angkat bicara*, *Rahma* | *buka suara*, *Rahma* | *buka-bukaan*."""
    lows = article.lows
    raised = lows[i] in SPEAKS_UP or (i + 1 < len(lows) and lows[i + 1] in RAISED)
    return _Verb(i, _SPEAKER) if raised else None


_SPEAKING_UP: tuple[Callable[[Article, int], _Verb | None], ...] = (
    _is_met, _is_voiced, _comes_from, _takes_stance, _answers, _gives_address, _raises_voice,
)  # fmt: skip


def _opened_by(article: Article, sentences: list[int], wanted: Set[str]) -> Iterator[Range]:
    """Start and end of the sentences that begin with one of these words (lower case)."""
    total = len(article.lows)
    heads = sentences[: bisect_left(sentences, total)]
    return compress(pairwise([*heads, total]), map(wanted.__contains__, map(article.lows.__getitem__, heads)))


_TURNS = ASKED | CHANGES_FLOOR | MAY_CHANGE_FLOOR


@lru_cache(maxsize=1)
def _turning(connectives: frozenset[str]) -> frozenset[str]:
    """Words that can begin a sentence that turns to somebody else or presents somebody."""
    return _TURNS.union(OPENS_PRESENTING, connectives)


def turns(article: Article, sentences: list[int]) -> list[Turn]:
    """*Sementara itu, Ketua RT Budi …*, *Petani itu bernama Hasan.*: those to whom a sentence by its first words gives
    the floor, for it turns to them or presents them."""
    wanted = frozenset(article.lows) if "bernama" in article.vocabulary else _turning(article.lexicon.connectives)
    given = []
    for first, end in _opened_by(article, sentences, wanted):
        for mention in (_turned_to(article, first, end), _presented(article, first, end)):
            if mention is not None:
                given.append(Turn(mention.first, mention, "mention"))
    return given


def _turned_to(article: Article, first: int, end: int) -> Mention | None:
    """*Sementara itu,* | *Ketua RT Budi* | *menyambut baik …*: to whom a sentence turns."""
    if article.lows[first] in ASKED:
        return _asked(article, first)
    if not _changes_floor(article, first):
        return None
    words, features = article.words, article.features
    i = first + 1
    while i < end and i < first + windows.CHANGES_FLOOR and words[i] != "," and not features[i] & CAPITAL:
        i += 1
    if i < end and words[i] == ",":
        i += 1
    mention = read(article, i, end) if i < end else None
    return mention if mention is not None and mention.type == "name" and (mention.roles or mention.rank) else None


def _changes_floor(article: Article, first: int) -> bool:
    """*Senada*, *Di tempat terpisah*, *Hal senada*."""
    lows = article.lows
    if lows[first] in CHANGES_FLOOR:
        return True
    follows = first + 1 < len(lows) and lows[first + 1] in CHANGE_FOLLOWS
    return follows and lows[first] in MAY_CHANGE_FLOOR


def _asked(article: Article, first: int) -> Mention | None:
    """*Ditemui di kantornya,* | *Budi* | *…*: who stands after the comma."""
    total = len(article.words)
    comma = first_of(article.lows, COMMA, first, min(total, first + windows.ASKED))
    mention = read(article, comma + 1, total) if comma is not None and comma + 1 < total else None
    return mention if mention is not None and mention.type == "name" else None


def _presented(article: Article, first: int, end: int) -> Mention | None:
    """*Begitu pula dengan Hanum, pendaki dari Melur.*, *Petani itu bernama Hasan.*: whom a sentence only presents."""
    i = presents(article, first, end)
    mention = read(article, i, end) if i is not None and i < end else None
    if mention is None or mention.type != "name" or mention.name is None:
        return None
    return (
        mention
        if _surely_person(article, mention, end) or article.lows[mention.name[0]] in article.short_names
        else None
    )


def _surely_person(article: Article, mention: Mention, end: int) -> bool:
    """Whether a name is a person's for sure: a known given name, a role, a rank, or an age in brackets after it."""
    words, lows = article.words, article.lows
    assert mention.name is not None
    i, j = mention.name
    aged = j + 1 < end and words[j] in "(," and words[j + 1].isdigit() and len(words[j + 1]) < 3
    return aged or bool(mention.roles) or mention.rank or any(low in article.lexicon.given for low in lows[i:j])


def takes_floor(context: CueContext) -> Turn | None:
    """*Hal itu disampaikan Budi*, *Budi membantah tudingan itu*: nothing is reported, but Budi has the floor."""
    if context.shape == "passive":
        by = over(context.article.lows, BEFORE_AGENT, context.cue + 1, context.end)
        mention = read(context.article, by, context.end)
        taken = mention is not None and mention.type in _PERSON
    elif context.shape == "active" and context.word_before != "yang" and context.subject is not None:
        mention = context.subject.mention
        taken = not context.subject.borrowed and _is_person(context.article, mention)
    else:
        return None
    return Turn(context.cue, mention, "mention", context.cue) if taken else None


def _is_person(article: Article, mention: Mention) -> bool:
    """*Budi*, *Bupati*, not *kepala* or *warga*: a name, or the role of one person."""
    if mention.type != "role":
        return mention.type == "name"
    office = article.lexicon.roles.get(article.lows[mention.first]) in ("office", None)
    return office and bool(article.features[mention.first] & CAPITAL)


def takers(article: Article, sentences: list[int], spoken: list[Range]) -> list[Turn]:
    """*Hal itu disampaikan Rahma.*, *Rahma angkat bicara.*: every place where somebody only takes the floor."""
    return [*turns(article, sentences), *speaks_up(article, sentences, spoken)]

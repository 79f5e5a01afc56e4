"""Who takes the floor without being quoted: the next *-nya*, *ia* or bare quotation is theirs.

*Rahma angkat bicara.* · *Sementara itu, Ketua RT Budi menyambut baik rencana itu.* · *Hal itu disampaikan Budi.*
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import compress, pairwise

from qattr.lexicon.vocabulary import ADDRESSES, ASKED, CHANGES_FLOOR, MET
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range
from qattr.rules.attribution import Turn
from qattr.rules.cue_context import CueContext
from qattr.rules.presenting import OPENS_PRESENTING, presents
from qattr.rules.subjects import subject_before
from qattr.text.article import Article
from qattr.text.derived import derived
from qattr.text.features import CAPITAL
from qattr.text.walk import over

_BY = frozenset(["oleh", "langsung", "juga"])
_RAISED = {"angkat": ("bicara", "suara"), "buka": ("suara",)}
"""*angkat bicara*, *buka suara*; *buka-bukaan* by itself."""
_ADDRESSES = ADDRESSES | {"tanggapan", "tanggapannya"}
_GIVES = frozenset(("memberi", "memberikan", "menyampaikan", "membuka", "mengawali"))
"""*memberi sambutan*, *membuka kata sambutannya*."""
_PERSON, _SPEAKER, _NAME = (
    frozenset(("name", "role")),
    frozenset(("name", "role", "organization")),
    frozenset(("name",)),
)


@lru_cache(maxsize=1)
def _of_speaking_up(answers: frozenset[str]) -> frozenset[str]:
    """The words that :func:`speaks_up` looks at."""
    return answers.union(_RAISED, ("buka-bukaan",), _ADDRESSES, MET)


def speaks_up(article: Article, sentences: list[int]) -> list[Turn]:
    """*Rahma angkat bicara.*, *Massa ditemui oleh Sekretaris Dinas Hasan.*: whoever that is has the floor."""
    lows = article.lows
    answers = derived(article.lexicon).answers
    found = []
    for i in article.places(_of_speaking_up(answers)):
        low = lows[i]
        if low in MET:
            mention = _met(article, i)
            if mention is not None:
                found.append(Turn(i, mention, "mention", False))
            continue
        if low in answers:
            at, forms = i, _NAME  # Rahma membantahnya
            if lows[i - 1] == "yang":
                continue
        elif low in _ADDRESSES:
            at, forms = i - 1 - (lows[i - 1] == "kata"), _PERSON
            if at < 0 or lows[at] not in _GIVES:
                continue
        else:
            at, forms = i, _SPEAKER
            if low in _RAISED and (i + 1 == len(lows) or lows[i + 1] not in _RAISED[low]):
                continue
        start = sentences[max(0, bisect_right(sentences, at) - 1)]
        subject = subject_before(article, start, at)
        if subject is not None and subject[0].type in forms:
            found.append(Turn(at, subject[0], "mention", False))
    return found


def _met(article: Article, i: int) -> Mention | None:
    """*ditemui oleh* | *Sekretaris Dinas Hasan*: a person with a role who is met at word ``i``."""
    lows = article.lows
    j = i + 1
    while j < len(lows) and lows[j] in ("oleh", "langsung"):
        j += 1
    met = read(article, j, len(lows)) if j > i + 1 and j < len(lows) else None
    return met if met is not None and met.type == "name" and met.roles else None


def _opened_by(article: Article, sentences: list[int], wanted: Set[str]) -> Iterator[Range]:
    """Start and end of the sentences that begin with one of these words (lower case)."""
    total = len(article.lows)
    heads = sentences[: bisect_left(sentences, total)]
    return compress(pairwise([*heads, total]), map(wanted.__contains__, map(article.lows.__getitem__, heads)))


_TURNS = ASKED | CHANGES_FLOOR | {"di", "hal"}


@lru_cache(maxsize=1)
def _turning(connectives: frozenset[str]) -> frozenset[str]:
    """Words that can begin a sentence that turns to somebody else or presents somebody."""
    return _TURNS.union(OPENS_PRESENTING, connectives)


def turns(article: Article, sentences: list[int]) -> list[Turn]:
    """Those to whom a sentence by its first words gives the floor, for it turns to them or presents them."""
    lows = article.lows
    found = []
    named = "bernama" in article.vocabulary
    wanted = frozenset(lows) if named else _turning(article.lexicon.connectives)
    for first, end in _opened_by(article, sentences, wanted):
        if lows[first] in _TURNS:
            mention = _introduced(article, first, end)
            if mention is not None:
                found.append(Turn(mention.first, mention, "mention", False))
        mention = _presented(article, first, end)
        if mention is not None:
            found.append(Turn(mention.first, mention, "mention", False))
    return found


def _introduced(article: Article, first: int, end: int) -> Mention | None:
    """*Sementara itu, Ketua RT Budi menyambut baik …*: to whom a sentence turns."""
    words, lows, features = article.words, article.lows, article.features
    if lows[first] in ASKED:
        comma = next((i for i in range(first, min(len(words), first + 25)) if words[i] == ","), None)
        mention = read(article, comma + 1, len(words)) if comma is not None and comma + 1 < len(words) else None
        return mention if mention is not None and mention.type == "name" else None
    if lows[first] not in CHANGES_FLOOR and (
        first + 1 >= len(words) or lows[first + 1] not in ("tempat", "senada", "serupa", "kesempatan")
    ):
        return None
    i = first + 1
    while i < end and i < first + 6 and words[i] != "," and not features[i] & CAPITAL:
        i += 1
    if i < end and words[i] == ",":
        i += 1
    mention = read(article, i, end) if i < end else None
    return mention if mention is not None and mention.type == "name" and (mention.roles or mention.rank) else None


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
        by = over(context.article.lows, _BY, context.cue + 1, context.end)
        mention = read(context.article, by, context.end)
        taken = mention is not None and mention.type in _PERSON
    elif context.shape == "active" and context.word_before != "yang" and context.subject is not None:
        mention = context.subject.mention
        taken = not context.subject.borrowed and _is_person(context.article, mention)
    else:
        return None
    return Turn(context.cue, mention, "mention", False) if taken else None


def _is_person(article: Article, mention: Mention) -> bool:
    """*Budi*, *Bupati*, not *kepala* or *warga*: a name, or the role of one person."""
    if mention.type != "role":
        return mention.type == "name"
    office = article.lexicon.roles.get(article.lows[mention.first]) in ("office", None)
    return office and bool(article.features[mention.first] & CAPITAL)

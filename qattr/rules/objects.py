"""Whether a reported clause follows a reporting verb: *mengatakan* | *harga turun*, not *menjelaskan kronologi*.

The mark before it, its first word and the verb are asked, in this order; each question says yes, no, or that it is not
its business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.tags import tagged
from qattr.rules.predicates import has_predicate, is_preposition_akan
from qattr.text import windows
from qattr.text.article import Article

FEELINGS = tagged("is", "feeling")
FELT_AT = tagged("after", "feeling")
OCCASION = tagged("opens", "occasion")
STORIES = tagged("object", "whole_story")
TAKES_A_NOUN = tagged("object", "not_reported")

_SECURED = tagged("object", "secured")
_SECURES = tagged("secures", "object")
DETERMINERS = tagged("refers", "back")
_HOW = tagged("object", "manner")
_AFTER_HOW = tagged("after", "manner") | {"."}
_THIS = frozenset(("itu", "hal"))
_NEEDS_BAHWA = frozenset(("noun", "marked"))


class Object(NamedTuple):
    """The words ``first``-``end`` (half-open) that follow a reporting verb."""

    article: Article
    first: int
    end: int
    verb: str
    """The verb's form, lower case."""
    lemma: str
    takes: str
    """What the verb takes: ``clause``, ``either``, ``marked``, ``noun``."""
    marked: bool
    """Whether *bahwa* or a comma stood before these words."""

    @property
    def word(self) -> str:
        """Its first word."""
        return self.article.lows[self.first]

    @property
    def next_word(self) -> str:
        """Its second word (a full stop where it has one word alone)."""
        return self.article.lows[self.first + 1] if self.first + 1 < self.end else "."

    @property
    def is_clause(self) -> bool:
        """Whether a predicate stands in it."""
        return has_predicate(self.article, self.first, self.end)


def takes_clause(article: Article, verb: int, first: int, end: int, marked: bool) -> bool:
    """*mengatakan* | *harga turun*: whether ``first``-``end`` after the verb at word ``verb`` are a reported clause.

    ``marked``: *bahwa* or a comma stands before them.
    """
    if end - first < 1:
        return False
    form = article.lows[verb]
    lemma, _, _, takes = article.lexicon.cues[form]
    asked = Object(article, first, end, form, lemma, takes, marked)
    for question in (*_BY_MARK, *_BY_FIRST_WORD.get(asked.word, ()), *_BY_VERB):
        answer = question(asked)
        if answer is not None:
            return answer
    return asked.word not in TAKES_A_NOUN and asked.is_clause


def after_bahwa(asked: Object) -> bool | None:
    """Yes: *berbicara bahwa* | *harga turun*; but *berceletuk,* | *Senin* has no predicate."""
    if not asked.marked:
        return None
    return asked.is_clause if asked.takes == "noun" else asked.end - asked.first > 1


def needs_bahwa(asked: Object) -> bool | None:
    """No: *membicarakan* | *harga beras*: the verb takes a clause only after *bahwa* or a comma."""
    return False if asked.takes in _NEEDS_BAHWA else None


def secured(asked: Object) -> bool | None:
    """No: *memastikan* | *tiket ke final*."""
    return False if asked.lemma in _SECURES else None


def how(asked: Object) -> bool | None:
    """No: *berharap* | *banyak pada tim itu*, *mengatakan* | *demikian*: how somebody speaks rather than what."""
    return False if asked.next_word in _AFTER_HOW else None


def story(asked: Object) -> bool | None:
    """No: *menceritakan* | *detik-detik dirinya menyelamatkan diri*."""
    return False


def this_on_an_occasion(asked: Object) -> bool | None:
    """No: *mengemukakan* | *itu menanggapi polemik*, *mengatakan* | *hal itu setelah bertemu bupati*."""
    after = asked.end
    if asked.word == "itu":
        after = asked.first + 1
    elif asked.word == "hal" and asked.first + 2 < asked.end and asked.next_word in DETERMINERS:
        after = asked.first + 2
    return False if after < asked.end and asked.article.lows[after] in OCCASION else None


def felt_at(asked: Object) -> bool | None:
    """No: *curiga* | *dengan gerak-gerik itu*."""
    return False if asked.verb in FEELINGS else None


def warned_of(asked: Object) -> bool | None:
    """No: *mengingatkan* | *nelayan akan bahaya ombak*."""
    near = range(asked.first + 1, min(asked.end - 1, asked.first + windows.WARNED))
    if asked.takes != "clause" or "akan" not in asked.article.lows[near.start : near.stop]:
        return None
    warned = any(is_preposition_akan(asked.article, k) for k in near)
    return False if warned and not asked.is_clause else None


def verb_of_saying(asked: Object) -> bool | None:
    """Yes: *mengatakan* | *harga turun*; but *menyampaikan* | *dukungan* is a noun alone."""
    if asked.takes != "clause":
        return None
    if asked.end - asked.first < 2:
        return False
    short = asked.end - asked.first < windows.SHORT_OBJECT
    if asked.word not in TAKES_A_NOUN and not (short and is_abstract(asked.word)):
        return True
    return asked.is_clause or "sebagai" in asked.article.lows[asked.first : asked.end]


_BY_MARK: tuple[Callable[[Object], bool | None], ...] = (after_bahwa, needs_bahwa)
_BY_FIRST_WORD: dict[str, tuple[Callable[[Object], bool | None], ...]] = {
    **dict.fromkeys(_SECURED, (secured,)),
    **dict.fromkeys(_HOW, (how,)),
    **dict.fromkeys(STORIES, (story,)),
    **dict.fromkeys(_THIS, (this_on_an_occasion,)),
    **dict.fromkeys(FELT_AT, (felt_at,)),
}
"""The first word of the object -> what is asked of it; no word is in two of the sets."""
_BY_VERB: tuple[Callable[[Object], bool | None], ...] = (warned_of, verb_of_saying)

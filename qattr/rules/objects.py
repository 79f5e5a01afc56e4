"""Whether a reported clause follows a reporting verb: *mengatakan* | *harga turun*, not *menjelaskan kronologi*.

The mark before it, its first word and the verb are asked, in this order; each question says yes, no, or that it is not
its business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.tags import tagged
from qattr.rules.predicates import has_predicate, is_preposition_akan, says_of_definite
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import CAPITAL, DAY, PREPOSITION
from qattr.text.walk import COMMA, first_of

FEELINGS = tagged("is", "feeling")
FELT_AT = tagged("after", "feeling")
OCCASION = tagged("opens", "occasion")
STORIES = tagged("object", "whole_story")
TAKES_A_NOUN = tagged("object", "not_reported")
MATTERS = tagged("object", "matter")
"""What is told of rather than said, unless a predicate follows: *mengungkap* | *kasus pencurian*."""
_CONTINUES = tagged("cue", "continues")
_TOUCHES = tagged("cue", "touches")
_AGREES = tagged("cue", "agrees")

_SECURED = tagged("object", "secured")
_SECURES = tagged("secures", "object")
DETERMINERS = tagged("refers", "back")
_HOW = tagged("object", "manner")
_AFTER_HOW = tagged("after", "manner") | {"."}
_THIS = frozenset(("itu", "hal"))
_ABOUT = tagged("opens", "topic")
_JOINS = tagged("joins", "equals")
_ASKS = tagged("opens", "question")
_SCORED = tagged("object", "scored")
_NUMBERS = tagged("counts", "exactly")
_WAYS = tagged("object", "way")
_EQUATES = tagged("is", "copula")
_SCORES = tagged("cue", "scores")
_OF_ONESELF = tagged("cue", "of_oneself")
_ADDRESSED = frozenset(("kepada", "pada"))
JUDGES_AS = tagged("governs", "judged")
"""*menyebut* | *aturan itu sebagai "hukuman"*."""
_AS_OR_WHO = frozenset(("sebagai", "yang"))
_COUNTS = frozenset(("judge", "report"))
_MEASURED = tagged("measured", "amount")
_MEASURES = tagged("measures", "amount")
_JUDGES = frozenset(("judge", "admit"))
TO_DO = tagged("opens", "purpose")
_WARNS_OR_ASKS = frozenset(("warn", "ask"))
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
    def act(self) -> str:
        """What the verb does: ``warn`` for *mengingatkan*."""
        return self.article.lexicon.cues[self.verb][1]

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
    if asked.word in TAKES_A_NOUN:
        return says_of_definite(article, first, end)  # menegaskan momen itulah yang …
    return asked.is_clause


def after_bahwa(asked: Object) -> bool | None:
    """Yes: *berbicara bahwa* | *harga turun*; but *berceletuk,* | *Senin* has no predicate."""
    if not asked.marked:
        return None
    return asked.is_clause if asked.takes == "noun" else asked.end - asked.first > 1


def needs_bahwa(asked: Object) -> bool | None:
    """No: *membicarakan* | *harga beras*: the verb takes a clause only after *bahwa* or a comma."""
    return False if asked.takes in _NEEDS_BAHWA else None


def date_alone(asked: Object) -> bool | None:
    """No: *menanyakan soal banjir,* | *Kamis (28/12/2023)*: when it was said."""
    return False if asked.article.features[asked.first] & DAY and not asked.is_clause else None


def joins_an_equal(asked: Object) -> bool | None:
    """No: *bertanya* | *atau mengadu kepada petugas*: the verb is one of two."""
    return None if asked.marked else False


def like_this(asked: Object) -> bool | None:
    """No: *berkata* | *seperti itu karena marah*."""
    return False if asked.next_word in DETERMINERS else None


def asks(asked: Object) -> bool | None:
    """Yes: *mempertanyakan* | *mengapa pasar tutup*."""
    return True if asked.act == "ask" and asked.end - asked.first > 2 else None


def topic(asked: Object) -> bool | None:
    """No: *menjelaskan* | *soal rencana yang tertunda*; but *menjelaskan* | *terkait itu, warga sudah setuju*."""
    if asked.marked:
        return None
    comma = first_of(asked.article.lows, COMMA, asked.first, min(asked.end, asked.first + windows.ADVERBIAL))
    return asked.takes == "clause" and comma is not None and has_predicate(asked.article, comma + 1, asked.end)


def told_about(asked: Object) -> bool | None:
    """No: *mengingatkan* | *pegawai mengenai jam kerja*, *mengingatkan* | *kepada warga soal denda*."""
    if asked.marked or (asked.act not in _WARNS_OR_ASKS and asked.word not in _ADDRESSED):
        return None
    about = first_of(asked.article.lows, _ABOUT, asked.first + 1, min(asked.end, asked.first + windows.WARNED))
    return False if about is not None and not has_predicate(asked.article, asked.first, about) else None


def scored(asked: Object) -> bool | None:
    """No: *mencatat* | *20 poin dan 9 rebound*, *menambahkan* | *dua gol*, *mencatat* | *kemenangan beruntun*."""
    if asked.verb not in _SCORES:
        return None
    if asked.word in _SCORED:
        return None if asked.is_clause else False
    if asked.next_word not in _SCORED:
        return None
    first = asked.article.words[asked.first]
    return False if first[0].isdigit() or first.lower() in _NUMBERS else None


def of_oneself(asked: Object) -> bool | None:
    """Yes: *mengaku* | *kehilangan dompet*: what follows is said of the speaker, who is its subject."""
    return True if asked.verb in _OF_ONESELF and asked.end > asked.first else None


def secured(asked: Object) -> bool | None:
    """No: *memastikan* | *tiket ke final*."""
    return False if asked.lemma in _SECURES else None


def how(asked: Object) -> bool | None:
    """No: *berharap* | *banyak pada tim itu*, *mengatakan* | *demikian*: how somebody speaks rather than what."""
    return False if asked.next_word in _AFTER_HOW else None


def story(asked: Object) -> bool | None:
    """No: *menceritakan* | *detik-detik dirinya menyelamatkan diri*."""
    return False


def way(asked: Object) -> bool | None:
    """No: *memaparkan* | *cara pabrik mengurangi asap*; but *menjelaskan* | *cara itu akan diubah*."""
    predicates = asked.article.lexicon.predicates
    said_of = asked.next_word in DETERMINERS or any(
        low in predicates for low in asked.article.lows[asked.first : asked.end]
    )
    return None if asked.marked or said_of else False


def equates(asked: Object) -> bool | None:
    """No: *salah satu ahli yang diberi kesempatan menjelaskan* | *adalah Hasan Basri*."""
    return None if asked.marked else False


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


def felt_about(asked: Object) -> bool | None:
    """No: *optimistis* | *akan usaha itu*; but *optimistis* | *akan menang*."""
    if asked.verb not in FEELINGS or asked.marked:
        return None
    low = asked.next_word
    return None if verb_like(low) or low in asked.article.lexicon.predicates else False


def warned_of(asked: Object) -> bool | None:
    """No: *mengingatkan* | *nelayan akan bahaya ombak*."""
    near = range(asked.first + 1, min(asked.end - 1, asked.first + windows.WARNED))
    if asked.takes != "clause" or "akan" not in asked.article.lows[near.start : near.stop]:
        return None
    warned = any(is_preposition_akan(asked.article, k) for k in near)
    return False if warned and not asked.is_clause else None


def continued(asked: Object) -> bool | None:
    """Yes: *melanjutkan* | *pemerintah akan membantu*, no: *melanjutkan* | *program bantuan yang tertunda*."""
    if asked.verb not in _CONTINUES:
        return None
    low = asked.word
    deed = low in MATTERS or low in TAKES_A_NOUN or is_abstract(low)
    if deed or (verb_like(low) and low not in asked.article.lexicon.predicates):
        return False
    return asked.is_clause


def touched(asked: Object) -> bool | None:
    """No: *menyoroti* | *jeda gol yang lama*; yes: *menyinggung* | *dana itu sudah dibagikan*, with a word for when or
    whether it is so."""
    if asked.verb not in _TOUCHES or asked.marked:
        return None
    lows, predicates = asked.article.lows, asked.article.lexicon.predicates
    end = first_of(lows, _AS_OR_WHO | COMMA, asked.first, asked.end) or asked.end
    return any(low in predicates for low in lows[asked.first : end]) and has_predicate(asked.article, asked.first, end)


def agreed(asked: Object) -> bool | None:
    """Yes: *sepakat* | *lomba itu harus diulang*, no: *sepakat* | *menjalin kerja sama*: a deed."""
    if asked.verb not in _AGREES or asked.marked:
        return None
    if asked.article.features[asked.first] & PREPOSITION:
        return False
    return asked.word not in TO_DO and not verb_like(asked.word) and asked.is_clause


def judged_as(asked: Object) -> bool | None:
    """Yes: *mengakui* | *danau itu sebagai yang terbaik*, *menggambarkan* | *pasar itu sebagai neraka*."""
    if (asked.act not in _JUDGES and asked.verb not in JUDGES_AS) or asked.takes != "either":
        return None
    lows = asked.article.lows
    turn = first_of(lows, _AS_OR_WHO, asked.first + 1, asked.end)
    return True if turn is not None and lows[turn] == "sebagai" else None


def amounts_to(asked: Object) -> bool | None:
    """Yes: *memperkirakan* | *kerugian Rp 3 miliar*, *mencatat* | *jumlah kios sebanyak 40 unit*."""
    if asked.act not in _COUNTS or asked.word.removesuffix("nya") not in _MEASURED:
        return None
    article, near = asked.article, min(asked.end, asked.first + windows.MEASURED)
    measure = first_of(article.lows, _MEASURES, asked.first + 1, near)
    if measure is None or measure + 1 >= asked.end:
        return None
    return True if article.words[measure + 1][0].isdigit() or article.lows[measure + 1] in _MEASURES else None


def _is_matter(asked: Object) -> bool:
    """*kasus pencurian*, *kesiapannya*, but *keponakannya*: whether it begins with a noun for what is told of, or is
    short and begins with an abstract one."""
    noun, article = asked.word.removesuffix("nya"), asked.article
    if noun in MATTERS:
        return True
    if asked.end - asked.first >= windows.SHORT_OBJECT:
        return False
    return is_abstract(noun) and noun not in article.lexicon.roles and not article.features[asked.first] & CAPITAL


def verb_of_saying(asked: Object) -> bool | None:
    """Yes: *mengatakan* | *harga turun*; but *menyampaikan* | *dukungan* is a noun alone."""
    if asked.takes != "clause":
        return None
    if asked.end - asked.first < 2:
        return False
    if asked.word not in TAKES_A_NOUN and not _is_matter(asked):
        return True
    return asked.is_clause or "sebagai" in asked.article.lows[asked.first : asked.end]


_BY_MARK: tuple[Callable[[Object], bool | None], ...] = (date_alone, after_bahwa, needs_bahwa, told_about, scored)
_BY_FIRST_WORD: dict[str, tuple[Callable[[Object], bool | None], ...]] = {
    **dict.fromkeys(_SECURED, (secured,)),
    **dict.fromkeys(_JOINS, (joins_an_equal,)),
    **dict.fromkeys(_ABOUT, (topic,)),
    **dict.fromkeys(_ASKS, (asks,)),
    "seperti": (like_this,),
    "akan": (felt_about,),
    **dict.fromkeys(_HOW, (how,)),
    **dict.fromkeys(_WAYS, (way,)),
    **dict.fromkeys(_EQUATES, (equates,)),
    **dict.fromkeys(STORIES, (story,)),
    **dict.fromkeys(_THIS, (this_on_an_occasion,)),
    **dict.fromkeys(FELT_AT, (felt_at,)),
}
"""The first word of the object -> what is asked of it; no word is in two of the sets."""
_BY_VERB: tuple[Callable[[Object], bool | None], ...] = (
    warned_of,
    of_oneself,
    continued,
    agreed,
    touched,
    judged_as,
    amounts_to,
    verb_of_saying,
)

"""The reported clause after an active verb: *mengatakan kepada warga, Kamis, bahwa* | *pasar akan dibuka*.

What may stand between the verb and its clause, where the clause begins, and where the next reported clause ends it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.morphology import is_abstract, verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import Range, read
from qattr.rules.cues import blocked, shape
from qattr.rules.objects import takes_clause
from qattr.rules.predicates import TIME_CLAUSES, has_predicate
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, CAPITAL, DAY, ORGANIZATION, PREPOSITION, STARTER
from qattr.text.walk import COMMA, first_of, over

ASKED_FOR = tagged("object", "asked_for")
OCCASION = tagged("opens", "occasion")
SETTINGS = tagged("speech", "address", "setting")

AGAIN = tagged("adds", "again")
_ALSO = tagged("adds", "again", "also")
THAT = tagged("opens", "reported")
_IF = tagged("opens", "condition")
_ASKING = tagged("opens", "question")
_SOTHAT = tagged("opens", "order")
_DIRECTIVE = tagged("opens", "order", "purpose")
JOINS_REPORTS = tagged("joins", "reports")
_OPENS_SECOND = THAT | _IF | COMMA
_ADDRESSED = tagged("opens", "whom")
PRONOUNS = tagged("refers", "person")
_TURNS = tagged("joins", "contrast")
"""*harga turun,* | *namun* | *ia yakin stok cukup*: after one of these the sentence goes on with its source."""
_COMPARES = tagged("after", "condition")
"""*jika* | *dibandingkan dengan tahun lalu*: a condition, never what is reported."""
_GOES_ON_AFTER_COMMA = tagged("joins", "clauses", "equals", "reports") | tagged("opens", "clause", "topic")
_ASKED = tagged("asked", "body")
"""Built like abstract nouns, and yet they can be asked: *perusahaan*."""
_STOPS_AT_THAT = THAT | COMMA | {"yang"}
_CAN_SAY = frozenset(("name", "role", "organization", "pronoun", "unnamed"))
_PUSHES = tagged("cue", "pushes")
_LOOKS_AHEAD = frozenset(("hope", "promise"))
_TAKES_CLAUSE = frozenset(("clause", "either", "directive"))
_DEEDS = tagged("cue", "deed")
"""As the second of two verbs they tell what is done: *datanya diperiksa* | *dan memastikan bantuan tepat*."""


class Opening(NamedTuple):
    """Where a clause may begin, and the mark before it that says so: ``,``, ``bahwa`` or a word like it, or empty."""

    first: int
    mark: str


def complement_of(article: Article, cue: int, end: int, later_cues: list[int]) -> Range | None:
    """*Rahma mengatakan kepada warga bahwa* | *pasar akan dibuka*: the words (half-open) of the reported clause after
    the active verb at ``cue``; ``None`` where a noun phrase or nothing stands there.

    ``end`` is the sentence's; ``later_cues`` are the cues of the sentence after this one.
    """
    lows = article.lows
    first = over(lows, _ALSO, cue + 1, end)
    if first >= end or lows[first] == "lain" or _second_verb_reports(article, first, end):
        return None
    if article.lexicon.cues[lows[cue]][3] == "directive":
        return _request(article, first, _second_report(article, first, end, later_cues, asked=True))
    opening = _over_occasion(article, _over_day(article, first, end, first > cue + 1), end)
    _, act, _, takes = article.lexicon.cues[lows[cue]]
    ahead = act in _LOOKS_AHEAD and takes in _TAKES_CLAUSE
    opening = _over_mark(article, _over_whom(article, opening, end), end, ahead)
    end = _second_report(article, opening.first, end, later_cues)
    if opening.first >= end or not takes_clause(article, cue, opening.first, end, bool(opening.mark)):
        return None
    return opening.first, end


def _second_verb_reports(article: Article, i: int, end: int) -> bool:
    """*menyampaikan* | *sekaligus mengingatkan bahwa …*: the first of two verbs has no clause of its own."""
    return article.lows[i] in JOINS_REPORTS and i + 1 < end and shape(article, i + 1) == "active"


def _request(article: Article, i: int, end: int) -> Range | None:
    """*meminta* | *warga agar* | *tidak panik*, *meminta* | *rekeningnya dibuka untuk membayar gaji*."""
    lows = article.lows
    if lows[i] in ASKED_FOR:
        return None  # meminta maaf dan menjelaskan …: the second verb reports
    stop = first_of(lows, COMMA, i, end) or end
    leads = first_of(lows, _DIRECTIVE, i, min(stop, i + windows.DIRECTIVE))
    pushes = lows[i - 1] in _PUSHES or leads is not None
    if pushes and (leads is None or lows[leads] not in _SOTHAT) and _is_a_matter(article, i):
        return None  # mendorong peningkatan mutu untuk menekan biaya: nobody is asked
    if leads is None or has_predicate(article, i, leads):
        return (i, end) if has_predicate(article, i, stop) else None
    return (leads + 1, end) if leads + 1 < end else None


def _is_a_matter(article: Article, i: int) -> bool:
    """*peningkatan mutu*, not *kepolisian*: whether word ``i`` is an abstract noun that nobody can ask."""
    low = article.lows[i]
    return is_abstract(low) and low not in _ASKED and not article.features[i] & (ORGANIZATION | CAPITAL | STARTER)


def _over_whom(article: Article, opening: Opening, end: int) -> Opening:
    """*mengingatkan* | *Kepala Dinas Rahma* | *bahwa …*, *memperkenalkan* | *diri* | *bahwa …*."""
    lows, i = article.lows, opening.first
    if i >= end or opening.mark or lows[i] in _OPENS_SECOND or lows[i] in _IF:
        return opening
    that = first_of(lows, _STOPS_AT_THAT, i, min(end, i + windows.ADDRESSEE))
    if that is None or lows[that] not in THAT or has_predicate(article, i, that):
        return opening
    return Opening(that, "")


def _over_day(article: Article, i: int, end: int, again: bool) -> int:
    """*mengatakan* | *Minggu malam* | *bahwa …*; ``again``: *kembali* or the like stood before word ``i``."""
    features, times = article.features, article.lexicon.times
    while i + 1 < end and (features[i] & DAY or (again and article.lows[i] in times)):
        i, again = i + 1, True
    return i


def _over_occasion(article: Article, i: int, end: int) -> Opening:
    """*mengatakan* | *kepada warga* | *bahwa …*: where the clause opens after an addressee or an occasion."""
    if article.lows[i] in OCCASION or article.lows[i] in _ADDRESSED:
        for question in _AFTER_OCCASION:
            opening = question(article, i, end)
            if opening is not None:
                return opening
    return Opening(i, "")


def _at_bahwa(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *saat rapat di Solo* | *bahwa …*."""
    that = first_of(article.lows, THAT, i, min(end, i + windows.OCCASION_BEFORE_THAT))
    return Opening(that, "bahwa") if that is not None else None


def _after_setting(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *dalam sambutannya* | *, pasar itu …*."""
    lows = article.lows
    comma = first_of(lows, COMMA, i + 1, min(end, i + windows.SETTING)) if lows[i] == "dalam" else None
    return Opening(comma, "") if comma is not None and not SETTINGS.isdisjoint(lows[i:comma]) else None


def _after_addressee(article: Article, i: int, end: int) -> Opening | None:
    """*mengatakan* | *kepada warga agar* | *tidak panik*, *bertanya* | *kepada warga* | *apakah …*."""
    lows = article.lows
    if lows[i] not in _ADDRESSED:
        return None
    at = first_of(lows, COMMA | _ASKING | _SOTHAT, i, min(end, i + windows.ADDRESSEE))
    if at is None:
        return None
    if lows[i] != "kepada" and lows[at] not in _ASKING:
        return None
    if lows[at] in _SOTHAT:
        return Opening(at + 1, lows[at])
    return Opening(at, "" if lows[at] == "," else lows[at])


_AFTER_OCCASION: tuple[Callable[[Article, int, int], Opening | None], ...] = (
    _at_bahwa,
    _after_setting,
    _after_addressee,
)


def _over_mark(article: Article, opening: Opening, end: int, ahead: bool) -> Opening:
    """*mengatakan* | *, bahwa* | *harga turun*: over *bahwa*, a comma or a colon, which mark the clause; for a verb of
    hope or promise (``ahead``) also over *agar* and *untuk*."""
    lows = article.lows
    i, mark = opening
    if i >= end:
        return opening
    if lows[i] in ",:":
        i, mark = over(lows, THAT, i + 1, min(end, i + 2)), ","
    elif lows[i] in THAT:
        i, mark = i + 1, "bahwa"
    elif lows[i] in _IF:
        mark = "bahwa"
        if not _is_condition(article, i, end):
            i += 1
    elif ahead and i + 1 < end and (lows[i] in _SOTHAT or (lows[i] in _DIRECTIVE and verb_like(lows[i + 1]))):
        i, mark = i + 1, "bahwa"
    return Opening(over(lows, COMMA, i, min(end, i + 1)), mark)


def _is_condition(article: Article, i: int, end: int) -> bool:
    """*mengatakan* | *jika harga naik, ongkos ikut naik*, not *membenarkan* | *jika harga naik, namun …*: a main clause
    follows its comma."""
    lows = article.lows
    if lows[i] == "kalau":
        return "maka" in lows[i:end]
    if "maka" in lows[i:end] or (i + 1 < end and lows[i + 1] in _COMPARES):
        return True
    comma = first_of(lows, COMMA, i, min(end, i + windows.DIRECTIVE))
    if comma is None or comma + 2 >= end or not has_predicate(article, i + 1, comma):
        return False
    after, bits = lows[comma + 1], article.features[comma + 1]
    if after in _GOES_ON_AFTER_COMMA or after in article.lexicon.predicates or verb_like(after) or bits & PREPOSITION:
        return False
    return has_predicate(article, comma + 1, end)


def _second_report(article: Article, first: int, end: int, later_cues: list[int], asked: bool = False) -> int:
    """*harga turun* | *dan menambahkan bahwa …*: where a clause ends because the sentence goes on to report another;
    ``asked``: the first verb asks somebody for something."""
    lows, features = article.lows, article.features
    inside = lows[first] in _TURNS if first < end else True  # whether the reported words hold a verb of saying
    for cue in later_cues:
        if cue >= end - 1:
            break
        if cue < first + 2 or features[cue] & CAPITAL or shape(article, cue) != "active":
            continue
        k = cue - 1
        while k > first and (features[k] & ADVERB or lows[k] in PRONOUNS):
            k -= 1
        if lows[k] in JOINS_REPORTS and (
            lows[cue + 1] in _OPENS_SECOND or (not inside and _reports_too(article, first, k, cue, end, asked))
        ):
            return k - 1 if lows[k - 1] == "," else k
        turn = _turn_before(article, first, k)
        if turn is not None and turn < cue - 1 and lows[first] not in _TURNS:
            return turn - 1  # harga turun, namun ia yakin / namun ia enggan merinci …
        inside = True
    return end


def _turn_before(article: Article, first: int, k: int) -> int | None:
    """*harga turun,* | *namun* | *Rahma yakin …*: the conjunction before the name that ends with word ``k``."""
    while k > first and article.features[k] & CAPITAL and article.lows[k] in article.short_names:
        k -= 1
    return k if article.lows[k] in _TURNS and article.lows[k - 1] == "," else None


def _reports_too(article: Article, first: int, joint: int, cue: int, end: int, asked: bool) -> bool:
    """*jembatan itu tua* | *dan menyebut dananya kurang*, but *warga menolak* | *dan menilai harganya terlalu murah*:
    whether the verb of saying after *dan* is the source's, for who is told of before it can say nothing."""
    takes, low = article.lexicon.cues[article.lows[cue]][3], article.lows[cue]
    if takes not in _TAKES_CLAUSE or low in _DEEDS or article.features[cue + 1] & PREPOSITION or blocked(article, cue):
        return False
    if first_of(article.lows, TIME_CLAUSES, first, joint) is not None:
        return False  # what happened is told there
    said_of = read(article, first, joint)
    can_say = said_of is not None and said_of.last < joint and said_of.type in _CAN_SAY
    if can_say and not (asked and takes != "directive"):
        return False
    return complement_of(article, cue, end, []) is not None

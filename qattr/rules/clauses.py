"""What the rules for reported speech ask of a sentence: where its clause begins and ends, and by whom.

S source, V cue, Y reported clause.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, NamedTuple

from qattr.lexicon.vocabulary import ASKED_FOR, CLAUSE_JOINS, OCCASION, SETTINGS
from qattr.mentions.read import Mention, read
from qattr.mentions.word_questions import Range, place_length
from qattr.rules.attribution import Reference
from qattr.rules.cues import Shape, blocked, has_predicate, shape, takes_clause
from qattr.rules.subjects import subject_before
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALNUM, CAPITAL, DAY

_NOT_READ: Any = object()


class CueContext:
    """One cue and its sentence; all numbers are word indexes."""

    __slots__ = ("article", "clause", "cue", "cues", "high", "low", "nth", "shape", "subject")

    def __init__(
        self,
        article: Article,
        cue: int,
        shape: Shape,
        low: int,
        high: int,
        cues: list[int],
        nth: int,
    ) -> None:
        self.article = article
        self.cue = cue
        self.shape = shape
        """The shape of the cue."""
        self.low = low
        """Where the sentence begins (after the last direct quotation in it)."""
        self.high = high
        """Where it ends (before the next direct quotation in it)."""
        self.cues = cues
        """All words of the article that can be cues …"""
        self.nth = nth
        """… and which of them this is."""
        self.clause: Range | None = _NOT_READ
        """What :func:`clause_of` answers."""
        self.subject: tuple[Mention, bool] | None = _NOT_READ
        """What :func:`subject_of` answers."""


class Reported(NamedTuple):
    """A reported clause: the words ``first`` to ``last`` (half-open), and how the sentence points to its source."""

    first: int
    last: int
    cue: int
    mention: Mention | None
    reference: Reference = "mention"
    """``mention`` the words, ``nya`` the cue's suffix, ``floor`` whoever is speaking."""


_IF = frozenset(["jika", "kalau", "bila"])
_FOR_THAT = frozenset(["bahwa", "bahwasanya", "jika", "kalau", "bila"])
_DIRECTIVE = frozenset(["agar", "supaya", "untuk"])
_TAKEN_FROM = frozenset(["dikutip", "dilansir", "dinukil", "disitat"])


def _tail(article: Article, first: int, last: int) -> int:
    """The clause's end without the stop or comma after it, and without a paper that it was taken from."""
    words, lows = article.words, article.lows
    if article.holds(_TAKEN_FROM):
        for i in range(last - 1, max(first, last - 25), -1):
            if lows[i] in _TAKEN_FROM:
                j = i - 1
                while j > first and lows[j] in ("seperti", "sebagaimana", "yang"):
                    j -= 1
                if words[j] == ",":
                    last = j
                    break
    if last < len(words) and words[last] == "," and words[last - 1] == ".":
        return last  # … Rp 3,5 M., kata Rahma: the dot is the abbreviation's
    features = article.features
    while last > first and not features[last - 1] & ALNUM and words[last - 1] in ".,;:!?\u2026-\u2013\u2014([":
        last -= 1
    return last


def time_or_place(article: Article, i: int, high: int) -> bool:
    """Whether an adverbial of time, place or occasion begins at word ``i`` rather than a clause."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.days or low in lex.times or low in lex.months:
        return True
    if article.words[i][0].isdigit() and i + 1 < high and article.lows[i + 1] in lex.months:
        return True
    if low in OCCASION:
        return True
    size = place_length(article, i, high)
    return bool(size) and (i + size >= high or article.words[i + size] in ",.(")


def after_source(article: Article, mention: Mention, high: int) -> tuple[int, bool]:
    """Where the clause after *Menurut S* begins, over adverbials up to a comma; and whether a comma stood there."""
    words = article.words
    i = mention.last
    return _over_adverbials(article, i, high) if i < high and words[i] != "," else _comma(article, i, high)


def _comma(article: Article, i: int, high: int) -> tuple[int, bool]:
    words, lows = article.words, article.lows
    while i < high and words[i] == ",":
        i += 1
        if i < high and (
            time_or_place(article, i, high)
            and lows[i] not in ("di", "pada", "dalam", "saat", "dari", "ketika", "setelah", "dengan", "yang", "secara")
        ):
            j = i
            while j < high and j < i + 14 and words[j] != ",":
                j += 1
            if j < high and words[j] == ",":
                i = j
                continue
        return i, True
    return i, False


def _over_adverbials(article: Article, i: int, high: int) -> tuple[int, bool]:
    """*Menurut Budi saat ditemui di Solo, …*: over an adverbial that a comma ends."""
    words, lows = article.words, article.lows
    if lows[i] in OCCASION or lows[i] in article.lexicon.days:
        j = i
        while j < high and j < i + 18:
            if words[j] == "," and not (
                j + 1 < high and (time_or_place(article, j + 1, high) or words[j + 1][0].isdigit())
            ):
                return j + 1, True
            j += 1
    return i, False


def clause_of(scene: CueContext) -> Range | None:
    """The reported clause after an active verb that nothing before it keeps from reporting; read once a scene."""
    clause = scene.clause
    if clause is _NOT_READ:
        clause = scene.clause = complement_of(scene) if _is_active(scene.article, scene.cue, scene.low) else None
    return clause


def _is_active(article: Article, cue: int, low: int) -> bool:
    return (not article.features[cue] & CAPITAL or cue == low) and not blocked(article, cue)


def subject_of(scene: CueContext) -> tuple[Mention, bool] | None:
    """The source that is the cue's subject, as :func:`.subjects.subject_before` finds it; read once a scene."""
    found = scene.subject
    if found is _NOT_READ:
        found = scene.subject = subject_before(scene.article, scene.low, scene.cue)
    return found


def complement_of(scene: CueContext) -> Range | None:
    """The reported clause after an active verb, or ``None`` where a noun phrase or nothing stands there."""
    article, cue, high = scene.article, scene.cue, scene.high
    words, lows = article.words, article.lows
    takes = article.lexicon.cues[lows[cue]][3]
    i = cue + 1
    while i < high and lows[i] in _AGAIN:
        i += 1
    if i >= high or lows[i] == "lain":
        return None
    if lows[i] in _WITH_A_VERB and i + 1 < high and shape(article, i + 1) == "active":
        return None  # menyampaikan sekaligus mengingatkan bahwa …: the second verb reports
    if takes == "directive":
        if lows[i] in ASKED_FOR:
            return None  # meminta maaf dan menjelaskan …: the second verb reports
        for j in range(i, min(high, i + 25)):
            if lows[j] in _DIRECTIVE:
                if has_predicate(article, i, j):
                    break  # meminta rekeningnya dibuka untuk membayar gaji
                return (j + 1, high) if j + 1 < high else None
            if words[j] == ",":
                break
        stop = next((j for j in range(i, high) if words[j] == ","), high)
        return (i, high) if has_predicate(article, i, stop) else None
    marked = False
    while (article.features[i] & DAY or (i > cue + 1 and lows[i] in article.lexicon.times)) and i + 1 < high:
        i += 1  # mengatakan Minggu malam bahwa …
    if lows[i] in OCCASION:
        # an addressee or an adverbial before "bahwa" or a comma
        for j in range(i, min(high, i + 16)):
            if lows[j] in ("bahwa", "bahwasanya"):
                i, marked = j, True
                break
        else:
            if lows[i] == "dalam":
                i = _after_setting(article, i, high)
            elif lows[i] == "kepada":
                for j in range(i, min(high, i + 10)):
                    if words[j] == "," or lows[j] in ("apakah", "mengapa", "bagaimana", "kenapa"):
                        i = j
                        marked = words[j] != ","
                        break
                    if lows[j] in ("agar", "supaya"):
                        i, marked = j + 1, True
                        break
    if words[i] in ",:":
        marked = True
        i += 1
        if i < high and lows[i] in ("bahwa", "bahwasanya"):
            i += 1
    elif lows[i] in _FOR_THAT:
        marked = True
        if not (lows[i] in _IF and "maka" in lows[i:high]):
            i += 1  # a real condition (jika …, maka …) stays in the clause
    if i < high and words[i] == ",":
        i += 1
    high = _second_report(scene, i)
    if i >= high or not takes_clause(article, cue, i, high, marked):
        return None
    return i, high


def _after_setting(article: Article, i: int, high: int) -> int:
    """*mengatakan* | *dalam sambutannya,* | *pasar itu …*: the comma after where somebody spoke, or ``i``."""
    lows = article.lows
    for j in range(i + 1, min(high, i + _SETTING_WORDS)):
        if lows[j] == ",":
            return i if SETTINGS.isdisjoint(lows[i:j]) else j
    return i


_SETTING_WORDS = 10
_AGAIN = frozenset(["kembali", "lagi", "pula", "juga", "pun"])
_WITH_A_VERB = frozenset(["sekaligus", "dan", "serta", "sambil", "seraya"])


def _second_report(scene: CueContext, i: int) -> int:
    """Where a clause ends because the sentence goes on to report another: *… dan menambahkan bahwa …*."""
    article, high = scene.article, scene.high
    lows, words, features = article.lows, article.words, article.features
    cues = scene.cues
    for nth in range(scene.nth + 1, len(cues)):
        j = cues[nth]
        if j >= high - 1:
            break
        if j < i + 2:
            continue
        if (
            lows[j + 1] in ("bahwa", ",", "jika", "kalau")
            and shape(article, j) == "active"
            and not features[j] & CAPITAL
        ):
            k = j - 1
            while k > i and (features[k] & ADVERB or lows[k] in ("ia", "dia", "juga")):
                k -= 1
            if lows[k] in ("dan", "serta", "sambil", "seraya", "sembari", "lalu", "kemudian"):
                return k - 1 if words[k - 1] == "," else k
    return high


def agent_at(scene: CueContext, i: int, high: int) -> Mention | None:
    article = scene.article
    lows = article.lows
    while i < high and (
        lows[i] in ("oleh", "lagi", "pula")
        or (article.features[i] & ADVERB and lows[i] not in article.lexicon.pronouns)
    ):
        i += 1
    return read(article, i, high) if i < high else None


_CONNECTIVE_WORDS = 4
"""Words that connectives before a cue can have."""


def opens_clause(scene: CueContext) -> bool:
    """Whether the cue opens its sentence, or only a connective stands before it."""
    article, cue = scene.article, scene.cue
    lows, features, connectives = article.lows, article.features, article.lexicon.connectives
    i = scene.low
    while i < cue and not features[i] & ALNUM:
        i += 1
    if i == cue:
        return True
    if i == cue - 1 and lows[i] == "di" and scene.shape == "passive":
        return True  # Di jelaskan Rahma: the prefix set apart
    phrase: list[str] = []
    for k in range(i, cue):
        if features[k] & ALNUM:
            if len(phrase) == _CONNECTIVE_WORDS:
                return False
            phrase.append(lows[k])
    if connectives.issuperset(phrase) or " ".join(phrase) in connectives:
        return True
    # the attribution opens the second of two clauses (Harga turun, tetapi menurut Budi …)
    return lows[cue - 1] in CLAUSE_JOINS


def nearer_source(scene: CueContext) -> bool:
    """Whether another cue of the sentence names a source of its own."""
    article = scene.article
    for i in scene.cues[bisect_left(scene.cues, scene.low) : bisect_left(scene.cues, scene.high)]:
        kind = shape(article, i) if i != scene.cue else ""
        if kind in _NAMES_A_SOURCE:
            if kind == "active" and (blocked(article, i) or not _has_subject(scene, i)):
                continue
            if kind == "post" and not (i and (article.words[i - 1] == "," or i == scene.low)):
                continue
            return True
    return False


_NAMES_A_SOURCE = frozenset(("post", "nya", "prep", "prep_nya", "active", "passive_nya"))


def _has_subject(scene: CueContext, cue: int) -> bool:
    """Whether another verb of the sentence has a source for its subject; kept, for every cue beside it may ask."""
    reads = scene.article.reads
    key = ("subject", scene.low, cue)
    if key not in reads:
        reads[key] = subject_before(scene.article, scene.low, cue) is not None
    return reads[key]  # type: ignore[no-any-return]


def reported_clause(
    scene: CueContext, first: int, last: int, mention: Mention | None, reference: Reference = "mention"
) -> Reported | None:
    article = scene.article
    last = _tail(article, first, last)
    if last - first < 1 or (not article.features[first] & ALNUM and last - first < 2):
        return None
    return Reported(first, last, scene.cue, mention, reference)

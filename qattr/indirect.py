"""Reported speech without marks: one function a rule, :data:`RULES` at the foot, strongest first.

A rule sees one cue in its sentence and answers with the reported clause and the words that name the source.
S source, V cue, Y reported clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from qattr.article import Article
from qattr.cues import blocked, has_predicate, shape, takes_clause
from qattr.dispatch import Dispatch
from qattr.kinds import ADVERB, ALNUM, ALPHA, CAPITAL, DAY, UPPER
from qattr.mentions import Mention, read
from qattr.subjects import presents, subject_before
from qattr.vocabulary import (
    ADJECTIVES,
    ASKED_FOR,
    CLAUSE_JOINS,
    GOES_ON,
    JUDGED,
    OCCASION,
    PAPERS_SAY,
    PRONOUNS,
    SAYS,
    SUMS_UP,
)
from qattr.words import place_length


class Scene:
    """One cue and its sentence; all numbers are word indexes."""

    __slots__ = ("article", "cue", "cues", "high", "known", "low")

    def __init__(self, article: Article, cue: int, low: int, high: int, known: frozenset[str], cues: list[int]) -> None:
        self.article = article
        self.cue = cue
        self.low = low
        """Where the sentence begins (behind the last direct quotation in it)."""
        self.high = high
        """Where it ends (before the next direct quotation in it)."""
        self.known = known
        self.cues = cues
        """All words of the article that can be cues."""


class Reported(NamedTuple):
    """A reported clause: the words ``first`` to ``last`` (half-open), and how the sentence points to its source."""

    first: int
    last: int
    cue: int
    mention: Mention | None
    pointer: str = "mention"
    """``mention`` the words, ``nya`` the cue's suffix, ``floor`` whoever is speaking."""


Rule = Callable[[Scene], Reported | None]

_DISPATCH = Dispatch[Rule]()
_at = _DISPATCH.at
"""The rule below looks at cues of these shapes."""


def rules_for(shape: str) -> list[Rule]:
    """Those of :data:`RULES` that look at cues of a shape, in the same order."""
    return _DISPATCH.among(RULES, shape)


_IF = frozenset(["jika", "kalau", "bila"])
_FOR_THAT = frozenset(["bahwa", "bahwasanya", "jika", "kalau", "bila"])
_DIRECTIVE = frozenset(["agar", "supaya", "untuk"])


_TAKEN_FROM = frozenset(["dikutip", "dilansir", "dinukil", "disitat"])


def _tail(article: Article, first: int, last: int) -> int:
    """The clause's end without the stop or comma behind it, and without a paper that it was taken from."""
    words, lows = article.words, article.lows
    if not article.low_words.isdisjoint(_TAKEN_FROM):
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
    while last > first and words[last - 1] in ".,;:!?\u2026-\u2013\u2014([":
        last -= 1
    return last


def _time_or_place(article: Article, i: int, high: int) -> bool:
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


def _behind_source(article: Article, mention: Mention, high: int) -> tuple[int, bool]:
    """Where the clause behind *Menurut S* begins, over adverbials up to a comma; and whether a comma stood there."""
    words = article.words
    i = mention.last
    return _over_adverbials(article, i, high) if i < high and words[i] != "," else _comma(article, i, high)


def _comma(article: Article, i: int, high: int) -> tuple[int, bool]:
    words, lows = article.words, article.lows
    while i < high and words[i] == ",":
        i += 1
        if i < high and (
            _time_or_place(article, i, high)
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
                j + 1 < high and (_time_or_place(article, j + 1, high) or words[j + 1][0].isdigit())
            ):
                return j + 1, True
            j += 1
    return i, False


# ------------------------------------------------------------------------------------------ rules


@_at("prep")
def according_to_speaker(scene: Scene) -> Reported | None:
    """Menurut Rahma, harga beras akan turun bulan depan.

    Also behind a connective (*Pasalnya, menurut Rahma, …*) and with *menurut dia*."""
    article, cue = scene.article, scene.cue
    if not _opens_clause(scene):
        return None
    mention = read(article, cue + 1, scene.high, scene.known)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = _behind_source(article, mention, scene.high)
    if (
        first + 1 < scene.high
        and first == mention.last
        and shape(article, first) == "active"
        and article.lows[first + 1] in (",", "bahwa")
    ):
        first, comma = first + 2, True  # Menurut Rahma mengatakan, harga …: two attributions made one
    if not comma and mention.form in ("unnamed", "body") and not has_predicate(article, first, scene.high):
        return None
    return _clause(scene, first, scene.high, mention)


@_at("prep_nya")
def according_nya(scene: Scene) -> Reported | None:
    """Menurutnya, harga beras akan turun bulan depan."""
    article, cue = scene.article, scene.cue
    if not _opens_clause(scene):
        return None
    first = cue + 1
    if first < scene.high and article.words[first] == ",":
        first += 1
    return _clause(scene, first, scene.high, None, "nya")


@_at("post")
def cue_speaker_clause(scene: Scene) -> Reported | None:
    """Kata Budi, warga sudah mengungsi sejak malam.

    The bare form opens the sentence or follows a connective (*Bahkan, kata dia, …*)."""
    article, cue = scene.article, scene.cue
    if not _opens_clause(scene):
        return None
    mention = _agent(scene, cue + 1, scene.high)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = _behind_source(article, mention, scene.high)
    if first < scene.high and article.lows[first] == "bahwa":
        first, comma = first + 1, True
    if not comma:
        return None
    return _clause(scene, first, scene.high, mention)


@_at("nya", "passive_nya")
def cue_nya_clause(scene: Scene) -> Reported | None:
    """Terlebih, tegasnya, jalan itu baru diperbaiki."""
    article, cue = scene.article, scene.cue
    if not _opens_clause(scene) or article.lows[cue] in SUMS_UP:
        return None
    first = cue + 1
    if first < scene.high and article.lows[first] in ("lagi", "kembali", "pula"):
        first += 1
    if first >= scene.high or (article.words[first] != "," and article.lows[first] != "bahwa"):
        return None
    first += 1
    return _clause(scene, first, scene.high, None, "nya")


@_at("passive")
def passive_agent_clause(scene: Scene) -> Reported | None:
    """Dijelaskan Rahma, pasar itu akan dibuka pekan depan.

    Also *dikatakan oleh Rahma bahwa …*."""
    article, cue = scene.article, scene.cue
    mention = _agent(scene, cue + 1, scene.high)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = _behind_source(article, mention, scene.high)
    if first < scene.high and article.lows[first] == "bahwa":
        return _clause(scene, first + 1, scene.high, mention)
    if not comma or not _opens_clause(scene) or "hal" in article.lows[scene.low : cue]:
        return None
    return _clause(scene, first, scene.high, mention)


@_at("cite")
def cited_clause(scene: Scene) -> Reported | None:
    """Dikutip dari Harian Pagi, gempa itu merusak puluhan rumah.

    Only where the sentence names no nearer source."""
    article, cue = scene.article, scene.cue
    if not _opens_clause(scene) or _nearer_source(scene):
        return None
    i = cue + 1
    while i < scene.high and article.lows[i] in ("dari", "oleh"):
        i += 1
    mention = read(article, i, scene.high, scene.known)
    if mention is None or mention.last >= scene.high or mention.form == "pronoun":
        return None
    first, comma = _behind_source(article, mention, scene.high)
    if not comma:
        return None
    return _clause(scene, first, scene.high, mention)


@_at("cite")
def clause_cited_from(scene: Scene) -> Reported | None:
    """Gempa itu merusak puluhan rumah, seperti dilansir dari situs Badan Gempa.

    Only where the sentence names no nearer source."""
    article, cue = scene.article, scene.cue
    lows, words = article.lows, article.words
    if lows[cue] in ("mengutip", "melansir", "menukil") or _nearer_source(scene):
        return None
    last = cue
    while last > scene.low and lows[last - 1] in ("seperti", "sebagaimana", "yang"):
        last -= 1
    if last <= scene.low or words[last - 1] != ",":
        return None
    i = cue + 1
    while i < scene.high and lows[i] in ("dari", "oleh"):
        i += 1
    mention = read(article, i, scene.high, scene.known) if i < scene.high else None
    if mention is None or mention.form == "pronoun":
        return None
    return _clause(scene, scene.low, last - 1, mention)


@_at("post", "nya", "prep", "prep_nya", "passive_nya")
def clause_cue_speaker(scene: Scene) -> Reported | None:
    """Harga beras akan turun bulan depan, kata Rahma di Solo, Senin.

    The attribution closes the sentence; only time, place and occasion follow."""
    return _trailing(scene, inset=False)


@_at("post", "nya", "prep", "prep_nya", "passive", "passive_nya")
def inset_cue_speaker(scene: Scene) -> Reported | None:
    """Proses lelang, lanjut Rahma, dilakukan bersama kantor pajak.

    The attribution is set into the clause, which stays one."""
    return _trailing(scene, inset=True)


_LEADS_IN = 5
"""Words before an attribution that only a comma behind it sets off."""


def set_in(article: Article, cue: int) -> bool:
    """*Beruntung* | *kata dia,* *tidak ada korban*: the comma before the attribution was not written."""
    words, lows, kinds = article.words, article.lows, article.kinds
    if lows[cue] not in SAYS or cue + 2 >= len(words):
        return False
    if lows[cue].endswith("nya"):
        return words[cue + 1] == ","
    if lows[cue + 1] in PRONOUNS:
        return words[cue + 2] == ","
    return bool(kinds[cue + 1] & CAPITAL) and "," in words[cue + 2 : cue + 4]


def _trailing(scene: Scene, inset: bool) -> Reported | None:
    article, cue = scene.article, scene.cue
    words, kinds = article.words, article.kinds
    kind = shape(article, cue)
    if kind == "passive" and inset and words[cue - 1] == "," and cue > scene.low + 1:
        agent = _agent(scene, cue + 1, scene.high)
        if (
            agent is None
            or agent.form not in ("name", "pronoun", "role")
            or not (agent.last < scene.high and words[agent.last] == ",")
        ):
            return None
        return _clause(scene, scene.low, scene.high, agent)
    if kind == "passive" or cue <= scene.low or article.lows[cue] in SUMS_UP:
        return None
    if article.lows[cue - 1] == "yang":
        return None  # mekaniknya yang disebutnya bekerja tanpa tidur
    if kinds[cue] & CAPITAL:
        return None
    bare = words[cue - 1] != "," and not (kind == "passive_nya" and inset)
    half = bare and inset and cue - scene.low <= _LEADS_IN and set_in(article, cue)
    if (
        bare
        and not half
        and not (inset and kind in ("prep", "prep_nya") and words[cue - 1].isalpha() and not blocked(article, cue))
    ):
        return None
    mention: Mention | None = None
    pointer = "nya"
    if kind in ("post", "prep"):
        mention, pointer = _agent(scene, cue + 1, scene.high), "mention"
        if mention is None:
            return None
        behind = mention.last
    else:
        behind = cue + 1
        while behind < scene.high and article.lows[behind] in ("lagi", "kembali", "pula", "menambahkan"):
            behind += 1
    if half and not (behind < scene.high and words[behind] == ","):
        return None
    if bare and not half and not (behind < scene.high and has_predicate(article, behind, behind + 1)):
        return None  # Kedua jembatan itu menurut Rahma dibangun …: the predicate follows at once
    goes_on = _goes_on(article, behind, scene.high)
    if inset != goes_on:
        return None
    if kind == "passive_nya" and words[cue - 1] != "," and not inset:
        return None
    first = scene.low
    last = scene.high if inset else cue - 1
    if not inset:
        for k in range(last - 3, first + 2, -1):
            low = article.lows[k]
            if (
                words[k - 1] == ","
                and kinds[k] & UPPER
                and low not in article.lexicon.given
                and low not in article.lexicon.places
                and (low in article.lexicon.openers or low in article.vocabulary)
            ):
                first = k  # …, Lihat saja nanti, kata Rahma: the marks were lost, the capital is left
                break
    if last - first < 2:
        return None
    return _clause(scene, first, last, mention, pointer)


def _goes_on(article: Article, i: int, high: int) -> bool:
    """Whether the clause goes on behind an attribution, rather than the occasion of the talk."""
    words, kinds = article.words, article.kinds
    while i < high and words[i] in ")":
        i += 1
    if i >= high - 1:
        return False
    if words[i] != "," and article.lows[i] in GOES_ON:
        return True
    if words[i] != ",":
        return (
            bool(kinds[i] & ALPHA)
            and article.lows[i] not in article.lexicon.stops
            and not _time_or_place(article, i, high)
        )
    i += 1
    if i >= high:
        return False
    if article.lows[i] in ("dalam", "di", "pada", "dengan", "dari", "saat", "yang", "ketika", "setelah", "secara"):
        # an adverbial can open the rest of the clause as well; then a predicate follows its comma
        for j in range(i, high):
            if words[j] == "," and j + 2 < high:
                return (
                    not _time_or_place(article, j + 1, high)
                    and has_predicate(article, j + 1, high)
                    and article.lows[i] != "yang"
                )
        return False
    if article.lows[i] in ("ini", "itu") and has_predicate(article, i + 1, min(high, i + 4)):
        return True  # Aturan itu, kata Rahma, ini jadi beban baru
    return not _time_or_place(article, i, high)


@_at("active")
def speaker_cue_clause(scene: Scene) -> Reported | None:
    """Budi Santoso mengatakan bahwa warga sudah mengungsi sejak malam.

    The main shape: *S mengatakan (bahwa|,|∅) Y*, with appositions and adverbials around the subject."""
    article, cue = scene.article, scene.cue
    if not _active(scene):
        return None
    clause = _complement(scene)
    if clause is None:
        return None
    found = subject_before(article, scene.low, cue, scene.known)
    if found is None or found[1]:
        return None
    return _clause(scene, *clause, found[0])


@_at("active")
def dropped_subject_clause(scene: Scene) -> Reported | None:
    """Budi datang ke balai desa dan mengatakan bahwa warga sudah mengungsi.

    The verb borrows the subject of the verb before it; behind a direct quotation, its source
    (*… sembari menekankan bahwa Y*)."""
    article, cue = scene.article, scene.cue
    if not _active(scene):
        return None
    clause = _complement(scene)
    if clause is None:
        return None
    borrowed = any(article.lows[i] in ("sambil", "seraya", "sembari") for i in range(max(scene.low, cue - 2), cue))
    if borrowed and any(
        shape(article, i) in ("post", "nya") and i > 0 and not article.kinds[i - 1] & ALPHA
        for i in range(scene.low, cue)
    ):
        return _clause(scene, *clause, None, "floor")  # kata Rahma sembari menekankan bahwa Y
    if (
        "untuk" in article.lows[max(scene.low, cue - _PURPOSE_WORDS) : cue - 1]
        and "bahwa" not in article.lows[cue : cue + 3]
    ):
        return None  # Budi datang untuk melihat pasar sekaligus memastikan stok aman: what he came for
    found = subject_before(article, scene.low, cue, scene.known)
    if found is not None:
        return _clause(scene, *clause, found[0]) if found[1] else None
    joined = any(
        article.lows[i] in ("sambil", "seraya", "sembari", "dan", "lalu", "serta", "sekaligus")
        for i in range(max(scene.low, cue - 2), cue)
    )
    if joined:
        return _clause(scene, *clause, None, "floor")
    return None


_PURPOSE_WORDS = 8
"""Words before a joined verb in which *untuk* makes it a purpose."""


@_at("passive")
def judged_by_speaker(scene: Scene) -> Reported | None:
    """Aturan itu dinilai Rahma terlalu berat.

    Also *dianggap Rahma sebagai beban*: the agent stands inside the clause, which stays one."""
    article, cue = scene.article, scene.cue
    lows, kinds = article.lows, article.kinds
    if lows[cue] not in JUDGED or cue - scene.low < 2 or not kinds[cue - 1] & ALPHA or blocked(article, cue):
        return None
    mention = _agent(scene, cue + 1, scene.high)
    if mention is None or mention.form not in ("name", "pronoun") or mention.first > cue + 2:
        return None
    i = mention.last
    if i + 1 >= scene.high or not kinds[i] & ALPHA:
        return None
    if lows[i] != "sebagai" and not has_predicate(article, i, i + 2) and lows[i] not in ADJECTIVES:
        return None
    return _clause(scene, scene.low, scene.high, mention)


@_at("active")
def presented_who_cue(scene: Scene) -> Reported | None:
    """Hal senada diungkapkan Rahma yang berharap dermaga diperbaiki.

    Also *Seperti Rahma yang mengaku kaget*: the sentence presents somebody, and what they say is in a relative
    clause."""
    article, cue = scene.article, scene.cue
    words, lows, kinds = article.words, article.lows, article.kinds
    who = cue - 1
    while who > scene.low and kinds[who] & ADVERB:
        who -= 1
    if who <= scene.low or lows[who] != "yang":
        return None
    end = who - 1 if words[who - 1] == "," else who
    begin = presents(article, scene.low, who)
    mention = read(article, begin, who, scene.known) if begin is not None and begin < who else None
    if mention is None or mention.last != end:
        passive = next(
            (i for i in range(end - 1, max(scene.low, end - _AGENT_WORDS), -1) if shape(article, i) == "passive"), None
        )
        mention = _agent(scene, passive + 1, who) if passive is not None else None
    if mention is None or mention.form != "name" or mention.last not in (end, who):
        return None
    clause = _complement(scene)
    return _clause(scene, *clause, mention) if clause is not None else None


_AGENT_WORDS = 20


@_at("active")
def clause_speaker_cue(scene: Scene) -> Reported | None:
    """Enam orang lainnya dirawat di rumah sakit, kementerian itu menambahkan.

    The attribution closes the sentence with its subject first, as agencies write."""
    article, cue = scene.article, scene.cue
    words = article.words
    if (cue + 1 < scene.high and words[cue + 1] != ".") or cue - scene.low < 4:
        return None
    comma = next((i for i in range(cue - 1, max(scene.low, cue - 9), -1) if words[i] == ","), None)
    if comma is None or comma - scene.low < 2 or article.lows[scene.low] in OCCASION:
        return None
    mention = read(article, comma + 1, cue, scene.known)
    if mention is None or mention.last != cue:
        return None
    return _clause(scene, scene.low, comma, mention)


@_at("passive")
def document_says(scene: Scene) -> Reported | None:
    """Dalam putusan itu disebutkan bahwa terdakwa wajib membayar denda."""
    article, cue = scene.article, scene.cue
    lows, words = article.lows, article.words
    if cue + 1 >= scene.high or lows[cue + 1] != "bahwa":
        return None
    i = scene.low
    while i < cue and lows[i] not in ("dalam", "pada", "di"):
        i += 1
    if i >= cue - 1:
        return None
    mention = read(article, i + 1, cue, scene.known)
    end = cue - 1 if words[cue - 1] == "," else cue
    if mention is None:
        mention = (
            Mention(i + 1, end, "unnamed", (i + 1, end)) if lows[i + 1].removesuffix("nya") in PAPERS_SAY else None
        )
    if mention is None:
        return None
    return _clause(scene, cue + 2, scene.high, mention)


def _active(scene: Scene) -> bool:
    article, cue = scene.article, scene.cue
    if blocked(article, cue):
        return False
    return not article.kinds[cue] & CAPITAL or cue == scene.low


def _complement(scene: Scene) -> tuple[int, int] | None:
    """The reported clause behind an active verb, or ``None`` where a noun phrase or nothing stands there."""
    reads = scene.article.reads
    key = ("complement", scene.cue, scene.high)
    if key not in reads:
        reads[key] = _read_complement(scene)
    return reads[key]  # type: ignore[no-any-return]


def _read_complement(scene: Scene) -> tuple[int, int] | None:
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
            if lows[j] == "untuk" and has_predicate(article, i, j):
                break  # meminta rekeningnya dibuka untuk membayar gaji
            if lows[j] in _DIRECTIVE:
                return (j + 1, high) if j + 1 < high else None
            if words[j] == ",":
                break
        stop = next((j for j in range(i, high) if words[j] == ","), high)
        return (i, high) if has_predicate(article, i, stop) else None
    marked = False
    while (article.kinds[i] & DAY or (i > cue + 1 and lows[i] in article.lexicon.times)) and i + 1 < high:
        i += 1  # mengatakan Minggu malam bahwa …
    if lows[i] in OCCASION:
        # an addressee or an adverbial before "bahwa" or a comma
        for j in range(i, min(high, i + 16)):
            if lows[j] in ("bahwa", "bahwasanya"):
                i, marked = j, True
                break
        else:
            if lows[i] == "kepada":
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


_AGAIN = frozenset(["kembali", "lagi", "pula", "juga", "pun"])
_WITH_A_VERB = frozenset(["sekaligus", "dan", "serta", "sambil", "seraya"])


def _second_report(scene: Scene, i: int) -> int:
    """Where a clause ends because the sentence goes on to report another: *… dan menambahkan bahwa …*."""
    article, high = scene.article, scene.high
    lows, words, kinds = article.lows, article.words, article.kinds
    for j in scene.cues[bisect_left(scene.cues, i + 2) : bisect_left(scene.cues, high - 1)]:
        if lows[j + 1] in ("bahwa", ",", "jika", "kalau") and shape(article, j) == "active" and not kinds[j] & CAPITAL:
            k = j - 1
            while k > i and (kinds[k] & ADVERB or lows[k] in ("ia", "dia", "juga")):
                k -= 1
            if lows[k] in ("dan", "serta", "sambil", "seraya", "sembari", "lalu", "kemudian"):
                return k - 1 if words[k - 1] == "," else k
    return high


def _agent(scene: Scene, i: int, high: int) -> Mention | None:
    article = scene.article
    lows = article.lows
    while i < high and (
        lows[i] in ("oleh", "lagi", "pula") or (article.kinds[i] & ADVERB and lows[i] not in article.lexicon.pronouns)
    ):
        i += 1
    return read(article, i, high, scene.known) if i < high else None


_CONNECTIVE_WORDS = 4
"""Words that connectives before a cue can have."""


def _opens_clause(scene: Scene) -> bool:
    """Whether the cue opens its sentence, or only a connective stands before it."""
    article, cue = scene.article, scene.cue
    words, lows, kinds = article.words, article.lows, article.kinds
    lex = article.lexicon
    i = scene.low
    while i < cue and (not kinds[i] & ALNUM or words[i] == ","):
        i += 1
    if i == cue:
        return True
    if i == cue - 1 and lows[i] == "di" and shape(article, cue) == "passive":
        return True  # Di jelaskan Rahma: the prefix set apart
    phrase: list[str] = []
    for low, kind in zip(lows[i:cue], kinds[i:cue], strict=True):
        if kind & ALNUM:
            if len(phrase) == _CONNECTIVE_WORDS:
                return False
            phrase.append(low)
    joined = " ".join(phrase)
    if joined in lex.connectives or all(low in lex.connectives for low in phrase):
        return True
    # the attribution opens the second of two clauses (Harga turun, tetapi menurut Budi …)
    return lows[cue - 1] in CLAUSE_JOINS


def _nearer_source(scene: Scene) -> bool:
    """Whether another cue of the sentence names a source of its own."""
    article = scene.article
    for i in scene.cues[bisect_left(scene.cues, scene.low) : bisect_left(scene.cues, scene.high)]:
        if i != scene.cue and shape(article, i) in ("post", "nya", "prep", "prep_nya", "active", "passive_nya"):
            if shape(article, i) == "active" and (
                blocked(article, i) or subject_before(article, scene.low, i, scene.known) is None
            ):
                continue
            if shape(article, i) == "post" and not (i and (article.words[i - 1] == "," or i == scene.low)):
                continue
            return True
    return False


def _clause(scene: Scene, first: int, last: int, mention: Mention | None, pointer: str = "mention") -> Reported | None:
    article = scene.article
    last = _tail(article, first, last)
    if last - first < 1 or (not article.kinds[first] & ALNUM and last - first < 2):
        return None
    return Reported(first, last, scene.cue, mention, pointer)


RULES: list[Rule] = [
    according_to_speaker,
    according_nya,
    cue_speaker_clause,
    cue_nya_clause,
    document_says,  # before passive_agent_clause, which would read "bahwa" as no agent
    passive_agent_clause,
    inset_cue_speaker,  # before clause_cue_speaker: what goes on behind the attribution is part of the clause
    clause_cue_speaker,
    clause_speaker_cue,
    speaker_cue_clause,
    dropped_subject_clause,
    presented_who_cue,
    judged_by_speaker,
    # only where nobody nearer is named
    cited_clause,
    clause_cited_from,
]

"""An attribution after its clause or set into it: *Harga turun, kata Rahma.*, *Proses itu, lanjut Rahma, dilakukan …*.

Which of the two it is, the words after it tell: a clause that goes on, or when and where somebody spoke.
"""

from __future__ import annotations

from qattr.lexicon.vocabulary import ASKED, DETERMINERS, GOES_ON, OCCASION, PRONOUNS, SAYS, SETTINGS, SUMS_UP
from qattr.mentions.read import Mention
from qattr.rules.attribution import Reference
from qattr.rules.clauses import CueContext, Reported, agent_at, reported_clause, time_or_place
from qattr.rules.cues import blocked, has_predicate
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CAPITAL, FIELD, GIVEN, PREPOSITION, TITLE, UPPER

_LEADS_IN = 5
"""Words before an attribution that only a comma after it sets off."""


def set_in(article: Article, cue: int) -> bool:
    """*Beruntung* | *kata dia,* *tidak ada korban*: the comma before the attribution was not written."""
    words, lows, features = article.words, article.lows, article.features
    if lows[cue] not in SAYS or cue + 2 >= len(words):
        return False
    if lows[cue].endswith("nya"):
        return words[cue + 1] == ","
    if lows[cue + 1] in PRONOUNS:
        return words[cue + 2] == ","
    return bool(features[cue + 1] & CAPITAL) and "," in words[cue + 2 : cue + 4]


def run_in(article: Article, cue: int) -> bool:
    """*Kejadian itu* | *kata Rahma* | *sudah sering terjadi*: neither comma around the attribution was written."""
    return (
        cue + 1 < len(article.words)
        and article.lows[cue] in SAYS
        and article.lows[cue - 1] in DETERMINERS
        and (bool(article.features[cue + 1] & _SURELY_SOMEBODY) or article.lows[cue + 1] in PRONOUNS)
    )


_SURELY_SOMEBODY = GIVEN | TITLE
"""Of these is the word after *kata* where it can also mean *word*: *di lagu itu kata Merdeka akan diganti*."""


def trailing(scene: CueContext, inset: bool) -> Reported | None:
    """The clause before an attribution, or around it (``inset``); ``None`` where it is the other of the two."""
    article, cue = scene.article, scene.cue
    words, features = article.words, article.features
    kind = scene.shape
    if kind == "passive" and inset and words[cue - 1] == "," and cue > scene.low + 1:
        agent = agent_at(scene, cue + 1, scene.high)
        if (
            agent is None
            or agent.type not in ("name", "pronoun", "role")
            or not (agent.last < scene.high and words[agent.last] == ",")
        ):
            return None
        return reported_clause(scene, scene.low, scene.high, agent)
    if kind == "passive" or cue <= scene.low or article.lows[cue] in SUMS_UP:
        return None
    if article.lows[cue - 1] == "yang":
        return None  # mekaniknya yang disebutnya bekerja tanpa tidur
    if features[cue] & CAPITAL:
        return None
    bare = words[cue - 1] != "," and not (kind == "passive_nya" and inset)
    half = bare and inset and cue - scene.low <= _LEADS_IN and set_in(article, cue)
    if (
        bare
        and not half
        and not (
            inset
            and (kind in ("prep", "prep_nya") or (kind == "post" and run_in(article, cue)))
            and words[cue - 1].isalpha()
            and not blocked(article, cue)
        )
    ):
        return None
    mention: Mention | None = None
    reference: Reference = "nya"
    if kind in ("post", "prep"):
        mention, reference = agent_at(scene, cue + 1, scene.high), "mention"
        if mention is None:
            return None
        after = mention.last
    else:
        after = cue + 1
        while after < scene.high and article.lows[after] in ("lagi", "kembali", "pula", "menambahkan"):
            after += 1
    if half and not (after < scene.high and words[after] == ","):
        return None
    if bare and not half and not (after < scene.high and has_predicate(article, after, after + 1)):
        return None  # Kedua jembatan itu menurut Rahma dibangun …: the predicate follows at once
    goes_on = _goes_on(article, after, scene.high) or (
        words[cue - 1] == ","
        and after + 2 < scene.high
        and words[after] == ","
        and _is_no_clause(article, scene.low, cue - 1)
        and (not _is_occasion(article, after + 1, scene.high) or _resumes(article, after + 1, scene.high))
    )
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
                and features[k] & UPPER
                and low not in article.lexicon.given
                and low not in article.lexicon.places
                and (low in article.lexicon.openers or low in article.vocabulary)
            ):
                first = k  # …, Lihat saja nanti, kata Rahma: the marks were lost, the capital is left
                break
    if last - first < 2:
        return None
    return reported_clause(scene, first, last, mention, reference)


def _goes_on(article: Article, i: int, high: int) -> bool:
    """Whether the clause goes on after an attribution, rather than the occasion of the talk."""
    words, features = article.words, article.features
    while i < high and words[i] in ")":
        i += 1
    if i >= high - 1:
        return False
    if words[i] != "," and article.lows[i] in GOES_ON:
        return True
    if words[i] != ",":
        return (
            bool(features[i] & ALPHA)
            and article.lows[i] not in article.lexicon.stops
            and not time_or_place(article, i, high)
        )
    i += 1
    if i >= high:
        return False
    if article.lows[i] in ("dalam", "di", "pada", "dengan", "dari", "saat", "yang", "ketika", "setelah", "secara"):
        # an adverbial can open the rest of the clause as well; then a predicate follows its comma
        for j in range(i, high):
            if words[j] == "," and j + 2 < high:
                return (
                    not time_or_place(article, j + 1, high)
                    and has_predicate(article, j + 1, high)
                    and article.lows[i] != "yang"
                )
        return False
    if article.lows[i] in ("ini", "itu") and has_predicate(article, i + 1, min(high, i + 4)):
        return True  # Aturan itu, kata Rahma, ini jadi beban baru
    return not time_or_place(article, i, high)


def _is_no_clause(article: Article, i: int, j: int) -> bool:
    """*Kronologi kejadian* | *, jelas Rahma, saat mobil itu …*, *Dari sisi harga*, *Kondisi ini*: a phrase that needs a
    predicate, which then stands after the attribution."""
    lows, features = article.lows, article.features
    if j - i > _LEADS_IN or j <= i or has_predicate(article, i, j):
        return False
    return (
        bool(features[i] & PREPOSITION)
        or lows[j - 1] in DETERMINERS
        or (j - i == 1 and (lows[i] in article.lexicon.connectives or bool(features[i] & ADVERB)))
        or any(kind & FIELD for kind in features[i:j])
    )


_OCCASION_WORDS = 4
_TALKS = ASKED | SETTINGS


def _is_occasion(article: Article, i: int, high: int) -> bool:
    """*saat ditemui di kantornya*, *dalam jumpa pers*, *Senin (3/3)*: when and where somebody spoke."""
    return time_or_place(article, i, high) and (
        article.lows[i] not in OCCASION or not _TALKS.isdisjoint(article.lows[i : min(high, i + _OCCASION_WORDS)])
    )


def _resumes(article: Article, i: int, high: int) -> bool:
    """*Kebakaran itu, kata Rahma,* | *Senin malam, menewaskan dua orang*: whether a predicate stands after a comma."""
    comma = next((k for k in range(i, high) if article.words[k] == ","), None)
    return comma is not None and has_predicate(article, comma + 1, high)

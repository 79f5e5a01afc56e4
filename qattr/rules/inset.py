"""An attribution after its clause or set into it: *Harga turun, kata Rahma.*, *Proses itu, lanjut Rahma, dilakukan …*.

Which of the two it is, the words after it tell: a clause that goes on, or when and where somebody spoke.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.rules.attribution import Reference
from qattr.rules.clauses import OPENS_EITHER, time_or_place
from qattr.rules.complements import AGAIN
from qattr.rules.cue_context import CueContext
from qattr.rules.predicates import has_predicate
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CAPITAL, DAY, FIELD, GIVEN, PREPOSITION, TITLE, UPPER
from qattr.text.walk import COMMA, first_of, over

ADJECTIVES = tagged("may_be", "attribute")
ASKED = tagged("floor", "asked")
DETERMINERS = tagged("refers", "back")
GOES_ON = tagged("resumes", "clause")
OCCASION = tagged("opens", "occasion")
OPENS_ADVERBIAL = tagged("opens", "inserted_adverbial", "fronted_adverbial", "time_clause", "condition", "topic")
PRONOUNS = tagged("refers", "person")
SAYS = tagged("cue", "only_says")
SETTINGS = tagged("speech", "address", "setting")
SKIPPED = tagged("skipped", "before_subject")
SUMS_UP = tagged("cue", "beside_marks")

_BEFORE_AGENT = frozenset(("post", "prep"))
_ACCORDING = frozenset(("prep", "prep_nya"))
_NO_CLAUSE_BEFORE = frozenset(("", "yang"))
_TALKS = ASKED | SETTINGS
_ONE_OF = ("salah", "satu")
_SURELY_SOMEBODY = GIVEN | TITLE
"""Of these is the word after *kata* where it can also mean *word*: *di lagu itu kata Merdeka akan diganti*."""


class Aside(NamedTuple):
    """*, kata Rahma,*: an attribution beside its clause."""

    mention: Mention | None
    reference: Reference
    end: int
    """The word or mark after it."""


def aside_of(context: CueContext) -> Aside | None:
    """*Harga turun,* | *kata Rahma* | *.*: the attribution after or inside a clause, or none where the cue opens the
    sentence, is written with a capital, or stands in a relative clause (*mekanik yang disebutnya* …)."""
    if context.word_before in _NO_CLAUSE_BEFORE or context.is_capitalized or context.form in SUMS_UP:
        return None
    if context.shape == "passive_nya" and context.article.features[context.cue - 1] & PREPOSITION:
        return None  # seiring dengan dirilisnya data itu: a noun
    if context.shape in _BEFORE_AGENT:
        agent = context.agent
        return Aside(agent, "mention", _after_again(context, agent.last)) if agent is not None else None
    return Aside(None, "nya", over(context.article.lows, AGAIN, context.cue + 1, context.end))


def _after_again(context: CueContext, i: int) -> int:
    """*, kata dia* | *lagi,*: over what says that somebody goes on, where a comma or nothing follows."""
    lows = context.article.lows
    after = over(lows, AGAIN, i, context.end)
    return after if after >= context.end or lows[after] in ",." else i


# ---------------------------------------------------------------------- is it set off from the clause around it?


def between_commas(context: CueContext, aside: Aside) -> bool | None:
    """Yes: *Proses itu* | *,* | *lanjut Rahma, dilakukan …*."""
    return True if context.word_before == "," else None


def by_its_form(context: CueContext, aside: Aside) -> bool | None:
    """Yes: *Pasar itu* | *disebutnya* | *sepi*: no other verb has such a form."""
    return True if context.shape == "passive_nya" else None


def by_the_second_comma(context: CueContext, aside: Aside) -> bool | None:
    """Yes: *Sampai siang* | *kata Hasan,* | *air belum surut*; the comma must follow."""
    if context.cue - context.start > windows.LEADS_IN or not set_in(context.article, context.cue):
        return None
    return aside.end < context.end and context.article.lows[aside.end] == ","


def by_no_comma(context: CueContext, aside: Aside) -> bool | None:
    """Yes: *Kedua jembatan itu* | *menurut Rahma* | *dibangun …*; the predicate must follow at once."""
    article = context.article
    possible = context.shape in _ACCORDING or (context.shape == "post" and run_in(article, context.cue))
    if not possible or not context.word_before.isalpha() or context.is_blocked:
        return False
    after = aside.end
    if after < context.end and article.lows[after] == "," and context.shape == "prep":
        after += not has_predicate(article, context.start, context.cue)  # Yang berat menurut Rahma, adalah …
    return after < context.end and has_predicate(article, after, after + 1)


SET_OFF: tuple[Callable[[CueContext, Aside], bool | None], ...] = (
    between_commas,
    by_its_form,
    by_the_second_comma,
    by_no_comma,
)


def is_set_off(context: CueContext, aside: Aside) -> bool:
    """Whether an attribution inside a clause is no part of it."""
    return next((answer for question in SET_OFF if (answer := question(context, aside)) is not None), False)


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
        and (_names_after_closed_noun(article, cue) or _pronoun_before_predicate(article, cue))
    )


def _names_after_closed_noun(article: Article, cue: int) -> bool:
    """*Kejadian itu* | *kata Rahma*."""
    if article.lows[cue - 1] not in DETERMINERS:
        return False
    return bool(article.features[cue + 1] & _SURELY_SOMEBODY) or article.lows[cue + 1] in PRONOUNS


def _pronoun_before_predicate(article: Article, cue: int) -> bool:
    """*Melur* | *kata dia* | *merupakan kota pelabuhan*."""
    after = cue + 2
    return (
        article.lows[cue + 1] in PRONOUNS
        and after < len(article.words)
        and bool(article.features[cue - 1] & ALPHA)
        and not article.features[cue - 1] & PREPOSITION
        and has_predicate(article, after, after + 1)
    )


# ----------------------------------------------------------------------------- does the clause go on after it?


def goes_on(context: CueContext, aside: Aside) -> bool:
    """*Proses itu, lanjut Rahma* | *, dilakukan …*: whether the clause goes on after the attribution."""
    return _clause_goes_on(context.article, aside.end, context.end) or _lacks_predicate(context, aside)


def _clause_goes_on(article: Article, i: int, end: int) -> bool:
    """*, dilakukan bersama warga*, not *, saat ditemui di Solo*: a clause rather than the occasion of the talk."""
    lows = article.lows
    i = over(lows, ")", i, end)
    if i >= end - 1:
        return False
    if lows[i] != ",":
        return _goes_on_at_once(article, i, end)
    i += 1
    if lows[i] in OPENS_EITHER:
        return _adverbial_with_predicate(article, i, end)
    if lows[i] in DETERMINERS and has_predicate(article, i + 1, min(end, i + 4)):
        return True  # Aturan itu, kata Rahma, ini jadi beban baru
    return not time_or_place(article, i, end)


def _goes_on_at_once(article: Article, i: int, end: int) -> bool:
    """*Pasar itu, kata Rahma* | *sudah siap*."""
    low = article.lows[i]
    if low in GOES_ON:
        return True
    word = bool(article.features[i] & ALPHA)
    return word and low not in article.lexicon.stops and not time_or_place(article, i, end)


def _adverbial_with_predicate(article: Article, i: int, end: int) -> bool:
    """*, kata Rahma,* | *saat hujan, air naik ke jalan*: the adverbial opens the rest of the clause, for a predicate
    follows its comma."""
    comma = first_of(article.lows, COMMA, i, end - 2)
    if comma is None or article.lows[i] == "yang":
        return False
    return not time_or_place(article, comma + 1, end) and has_predicate(article, comma + 1, end)


def _lacks_predicate(context: CueContext, aside: Aside) -> bool:
    """*Kronologi kejadian, jelas Rahma,* | *saat mobil itu …*: what stands before is no clause, so it must go on."""
    article, after, end = context.article, aside.end, context.end
    if context.word_before != "," or after + 2 >= end or article.lows[after] != ",":
        return False
    if not _is_phrase(article, context.start, context.cue - 1):
        return False
    return not _is_occasion(article, after + 1, end) or _resumes(article, after + 1, end)


def _is_phrase(article: Article, i: int, j: int) -> bool:
    """*Kronologi kejadian*, *Dari sisi harga*, *Kondisi ini*: a phrase that needs a predicate."""
    lows, features = article.lows, article.features
    one_of = lows[i : i + 2] == _ONE_OF  # Salah satu cara menarik pembeli, kata Rahma, dengan …
    if j - i > (windows.SUBJECT_SET_IN if one_of else windows.LEADS_IN) or j <= i or has_predicate(article, i, j):
        return False
    return (
        one_of
        or bool(features[i] & PREPOSITION)
        or lows[j - 1] in DETERMINERS
        or (j - i == 1 and (lows[i] in article.lexicon.connectives or bool(features[i] & ADVERB)))
        or any(bits & FIELD for bits in features[i:j])
    )


def lacks_its_predicate(context: CueContext, comma: int, after: int) -> bool:
    """*Gejala lainnya,* … *, terlihat dari penjualan*: whether what stands before word ``comma`` is a subject, and
    its predicate begins at word ``after``."""
    article, start = context.article, context.start
    if after >= context.end or comma - start > windows.SUBJECT_SET_IN or comma <= start:
        return False
    low, bits = article.lows[start], article.features[start]
    if bits & (PREPOSITION | DAY) or low in OPENS_EITHER or low in article.lexicon.connectives:
        return False
    adverbial = low in article.lexicon.times or low in OPENS_ADVERBIAL or low in SKIPPED
    if adverbial or verb_like(low) or has_predicate(article, start, comma):
        return False
    return has_predicate(article, after, after + 1 + bool(article.features[after] & ADVERB))


def _is_occasion(article: Article, i: int, end: int) -> bool:
    """*saat ditemui di kantornya*, *dalam jumpa pers*, *Senin (3/3)*: when and where somebody spoke."""
    lows = article.lows
    return time_or_place(article, i, end) and (
        lows[i] not in OCCASION or not _TALKS.isdisjoint(lows[i : min(end, i + windows.OCCASION_OPENS)])
    )


def _resumes(article: Article, i: int, end: int) -> bool:
    """*Kebakaran itu, kata Rahma,* | *Senin malam, menewaskan dua orang*: whether a predicate stands after a comma."""
    comma = first_of(article.lows, COMMA, i, end)
    return comma is not None and has_predicate(article, comma + 1, end)


def between_object_and_judgement(context: CueContext, agent: Mention) -> bool:
    """*Aturan itu* | *dinilai Rahma* | *terlalu berat*: words before the passive, its agent right after it, and then an
    adjective, a predicate or *sebagai*."""
    article, after = context.article, agent.last
    lows, features = article.lows, article.features
    if context.cue - context.start < 2 or not features[context.cue - 1] & ALPHA or agent.first > context.cue + 2:
        return False
    if after + 1 >= context.end or not features[after] & ALPHA:
        return False
    return lows[after] == "sebagai" or lows[after] in ADJECTIVES or has_predicate(article, after, after + 2)


# ------------------------------------------------------------------------------------ where the clause begins


def clause_before(context: CueContext) -> int:
    """*…,* | *Lihat saja nanti* | *, kata Rahma*: where the clause before an attribution begins.

    The marks around it may be lost: the capital of its first word is left."""
    article, first = context.article, context.start
    words, features = article.words, article.features
    for k in range(context.cue - 4, first + 2, -1):
        if words[k - 1] == "," and features[k] & UPPER and _opens_sentences(article, article.lows[k]):
            return k
    return first


def _opens_sentences(article: Article, low: str) -> bool:
    """*Lihat*, *Kami*: a word whose capital says that a sentence begins, for it is no name."""
    lexicon = article.lexicon
    if low in lexicon.given or low in lexicon.places:
        return False
    return low in lexicon.openers or low in article.vocabulary

"""Whether a word goes on with the segment before it: the end of a name, a role or an organization in a phrase without
marks."""

from __future__ import annotations

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.vocabulary import (
    ARTICLES,
    CREDITS,
    DETERMINERS,
    ENGLISH_LINKS,
    HUMANS,
    IN_ROLES,
    NAMED,
    NEEDS_A_NAME,
    NO_CUES,
    OFFICES,
    PAPERS,
    PARTICLES,
    REGIONS_AND_ROADS,
)
from qattr.mentions.names import name_start, strong_name, unknown_name
from qattr.mentions.organizations import organization_goes_on
from qattr.mentions.word_questions import (
    capitals_end,
    contains_role,
    field_word,
    no_person,
    ordinal,
    organization_word,
    role_word,
)
from qattr.text.article import Article
from qattr.text.features import (
    ACRONYM,
    ADVERB,
    ALNUM,
    ALPHA,
    APART,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HUMAN,
    MONTH,
    NAME,
    PREDICATE,
    PREPOSITION,
    ROLE,
    STARTER,
    STOP,
    TITLES,
    UPPER,
    is_capital,
)

CAPITAL_WORD = CAPITAL | ALPHA
CAPITAL_MASK = CAPITAL_WORD | APART
"""A word that goes on with the capitals before it has of these bits those of :data:`CAPITAL_WORD`."""


def goes_on_with(article: Article, start: int, j: int, end: int) -> bool:
    """Whether word ``j`` belongs to the segment that began at ``start``."""
    lows, features, lex = article.lows, article.features, article.lexicon
    kind, low = features[j], lows[j]
    if kind & CAPITAL_WORD == CAPITAL_WORD:
        return capital_goes_on(article, start, j, end)
    if kind & _ENDS_PHRASE and kind & ALPHA and not kind & STARTER and low not in _GOES_ON:
        return False  # Kepala Dinas Kesehatan / mengatakan
    if j == start:
        return bool(kind & STARTER) and (
            low in ARTICLES
            or low in lex.titles
            or role_word(article, j)
            or low in lex.organizations
            or low in HUMANS
            or low in PAPERS
        )
    back = _word_before(article, start, j) if lows[j - 1] == ")" else j - 1
    after = features[j + 1] if j + 1 < end else 0
    prior = lows[back]
    if not kind & ALNUM:
        if low == ".":
            return _dot_continues(article, back, j, end)
        return low in "/&-\u2013'\u2019" and bool(after & features[back] & CAPITAL)
    if not kind & ALPHA:
        return (
            low[0].isdigit()
            and _headed(article, start, j)
            and (not features[j - 1] & NAME or prior in ("urut", "nomor") or prior in lex.months)
            and not (j > start + 1 and lows[j - 1] in lex.times)
        )
    if after & features[back] & CAPITAL and ((low in PARTICLES and low not in ("di", "da")) or low in ENGLISH_LINKS):
        return True
    if prior == "yang" and low in ("juga", "sekaligus"):
        return True
    if not features[start] & _SOMEBODY and not _headed(article, start, j):
        return False
    if low in _LINKS:
        linked = _link_continues(article, start, back, j, end)
        if linked is not None:
            return linked
    elif kind & _ENDS_PHRASE and not kind & STARTER:
        return False
    if ordinal(low):
        return True  # Presiden ke-5
    if kind & TITLES and (after & CAPITAL or (after and lows[j + 1] == ".")):
        return True
    if (
        kind & CUE
        and lex.cues[low][2] != "noun"
        and low not in lex.fields
        and not (low == "berita" and prior == "kantor")
    ):
        return False
    if low in DETERMINERS or (kind & PREDICATE and verb_like(low) and low not in lex.roles and low not in lex.titles):
        return False
    if low in ("beserta", "bersama", "rombongan", "angkat"):
        return False
    tail_is_name = bool(features[back] & NAME)
    if low in ("dari", "di", "pada", "asal", "bidang"):
        return _preposition_continues(article, start, j, end, tail_is_name)
    if j == start + 1 and low in IN_ROLES:
        return True
    if kind & _BREAKS_OFF or low in lex.pronouns or low in lex.predicates:
        return False
    if (
        features[start] & CAPITAL
        and not role_word(article, start)
        and lows[start] not in HUMANS
        and any(features[k] & CAPITAL for k in range(start + 1, j))
    ):
        return False  # Partai Persada / menang: the name of an organization is over
    return not tail_is_name or (
        not features[start] & CAPITAL
        and lows[j - 1] not in lex.given
        and lows[j - 1] not in article.short_names
        and not unknown_name(article, start, j)
    )


_LINKS = (
    NAMED | IN_ROLES | frozenset(("sekaligus", "merangkap", "yang", "juga", "dan", "serta", "and", "untuk", "bidang"))
)
_LINKS |= frozenset(("setempat", "sekitar", "dari", "di", "pada", "asal"))
"""Small words that may go on inside a role."""


_GOES_ON = _LINKS | PARTICLES | ENGLISH_LINKS
"""Of the words that end a phrase, those that may go on with it as well."""


_SOMEBODY = ROLE | HUMAN
_ENDS_PHRASE = STOP | PREPOSITION | PREDICATE
_BREAKS_OFF = STOP | PREPOSITION | ADVERB


def _dot_continues(article: Article, back: int, j: int, end: int) -> bool:
    """Whether the full stop at ``j`` belongs to the word before it, at ``back``: *Sara K. Lubis*, *dr. Rahma*."""
    if j + 1 >= end or not article.features[back] & (APART | STARTER):
        return False
    before, prior, lex = article.words[back], article.lows[back], article.lexicon
    if (len(before) == 1 and before.isupper()) or prior in lex.abbreviations or prior in lex.titles:
        follows = article.features[j + 1] & UPPER or article.lows[j + 1] in (",", "(")
        return bool(follows) and j + 1 not in article.starts_paragraph
    return False


def _link_continues(article: Article, start: int, back: int, j: int, end: int) -> bool | None:
    """Whether the small word at ``j`` (*dan*, *yang juga*, *bidang*) goes on inside a role; ``None`` where it is to be
    judged as any other word.  ``back`` is the word before it, a bracket left out."""
    lows, features = article.lows, article.features
    low, prior = lows[j], lows[back]
    follows = lows[j + 1] if j + 1 < end else ""
    capital = bool(follows) and bool(features[j + 1] & CAPITAL)
    if low in ("sekaligus", "merangkap") and follows and role_word(article, j + 1):
        return True
    if low == "yang" and j + 2 < end and follows in ("juga", "sekaligus") and role_word(article, j + 2):
        return True
    if low in ("dan", "serta") and follows == "juga":
        return j + 2 < end and role_word(article, j + 2)
    if prior == "dan" and low == "juga":
        return bool(follows) and role_word(article, j + 1)
    if low in ("dan", "serta") or (low == "and" and prior == ","):
        return bool(follows) and _and_continues(article, start, back, j, end)
    if low == "untuk" and capital and features[back] & CAPITAL and not features[j - 1] & NAME:
        return True
    if low == "bidang" and capital:
        return not features[back] & NAME or any(organization_word(article, k) for k in range(start + 1, back))
    if low in ("setempat", "sekitar") and not features[back] & NAME:
        return True  # tokoh masyarakat setempat, Hasan
    if low in NAMED and capital:
        return True
    return None


def _headed(article: Article, start: int, j: int) -> bool:
    """Whether the words ``start``-``j`` begin with a role, an organization or a common noun, or hold a role."""
    kind, low = article.features[start], article.lows[start]
    if kind & _SOMEBODY:
        return True
    begins = kind & STARTER and (
        role_word(article, start) or low in article.lexicon.organizations or low in ARTICLES or low in PAPERS
    )
    return bool(begins) or contains_role(article, start, j)


def _word_before(article: Article, start: int, j: int) -> int:
    """The word before ``j``, a bracket left out: *Sosial* in *Menteri Sosial (Mensos) dan*."""
    words, back = article.words, j - 1
    if words[back] == ")":
        while back > start and words[back] != "(":
            back -= 1
        back = max(start, back - 1)
    return back


def capital_goes_on(article: Article, start: int, j: int, end: int) -> bool:
    """Whether the capitalized word ``j`` belongs to the segment; days, cues and a person after an acronym do not."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    kind, low = features[j], lows[j]
    if kind & DAY:
        return False
    if low in CREDITS and j + 1 < end and words[j + 1] == ":":
        return False  # Head of Marketing Persada Foto: the credit of a picture
    if j == start:
        return True
    if kind & MONTH:
        site = (
            words[j - 1].isdigit()
            and j - 1 > start
            and (organization_word(article, j - 2) or lows[j - 2] in REGIONS_AND_ROADS)
        )
        return site and bool(features[j - 2] & CAPITAL)  # pedagang di Pasar 23 Maret
    if low in DETERMINERS or (low in ("juga", "pun", "telah") and not kind & GIVEN):
        return False
    if (
        kind & GIVEN
        and features[start] & ACRONYM
        and lows[start] not in NEEDS_A_NAME
        and organization_word(article, start)
        and not contains_role(article, start, j)
    ):
        return False
    if (
        features[j - 1] & ACRONYM
        and features[start] & ACRONYM
        and organization_word(article, start)
        and lows[start] not in NEEDS_A_NAME
        and kind & NAME
        and j + 1 < end
        and features[j + 1] & NAME
    ):
        return False  # KPR Rahma Wulandari: an organization, then a person
    return not (
        kind & CUE
        and lex.cues[low][2] in ("active", "prep", "prep_nya")
        and not kind & GIVEN
        and f"{lows[j - 1]} {low}" not in NO_CUES
    )


def _and_continues(article: Article, start: int, back: int, j: int, end: int) -> bool:
    """Whether the *dan* at ``j`` joins parts of one role or organization (*Pekerjaan Umum dan Permukiman*) rather
    than people; ``back`` is the word before it, a bracket left out."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    before, nxt = words[back], words[j + 1]
    if before == ",":
        return is_capital(nxt)  # the list has been looked at
    if ordinal(lows[back]) and ordinal(lows[j + 1]):
        return True  # Wakil Presiden ke-10 dan ke-12
    if before[0].islower() and lows[j + 1] in lex.places and not features[start] & CAPITAL:
        return True  # legenda sepak bola dunia dan Italia
    if (
        nxt[0].islower()
        and (before[0].islower() or back == start)
        and role_word(article, j + 1)
        and role_word(article, start)
    ):
        return True  # ekonom dan pemerhati kebijakan
    if before[0].islower() and nxt[0].islower() and lex.roles.get(lows[start]) == "trade":
        return field_word(article, back) and field_word(article, j + 1)  # peneliti hukum dan studi agraria
    if is_capital(before) and is_capital(nxt):
        if lex.roles.get(lows[j + 1]) == "office" and strong_name(article, start, j):
            return False  # Gubernur Melur Rahma dan Gubernur Andara Hasan
        if no_person(article, back) and no_person(article, j + 1) and capitals_end(article, j + 1, end) > j + 2:
            return True
        return (
            (field_word(article, back) or field_word(article, j + 1)) and lows[j + 1] not in article.short_names
        ) or (lows[start] in lex.organizations and organization_goes_on(article, start))
    return False


def _holds_name(article: Article, i: int, j: int, surely: bool) -> bool:
    return strong_name(article, i, j) if surely else name_start(article, i, j) < j


def _run_end(article: Article, i: int, end: int) -> int:
    """After the capitalized words at ``i``, over a *dan* between two of them."""
    j = capitals_end(article, i, end)
    while j + 1 < end and article.lows[j] == "dan" and article.features[j + 1] & CAPITAL:
        j = capitals_end(article, j + 1, end)
    return j


def _preposition_continues(article: Article, start: int, j: int, end: int, tail_is_name: bool) -> bool:
    """Whether *dari*, *di*, *asal* at ``j`` leads to where somebody works or comes from (*pedagang di Pasar Induk*)."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    low, prior = lows[j], lows[_word_before(article, start, j)]
    nxt = words[j + 1] if j + 1 < end else ""
    kind = lex.roles.get(lows[start])
    if low == "dari" and lows[start] in OFFICES:
        return False  # kata Presiden dari Istana Melur
    if (
        low in ("di", "pada", "dari")
        and kind == "office"
        and nxt
        and is_capital(nxt)
        and organization_word(article, j + 1)
        and _holds_name(article, j + 1, _run_end(article, j + 1, end), tail_is_name)
    ):
        return True  # Kepala Bidang Logistik di Badan Bencana Kota Rahma: the name comes after the organization
    if (
        low == "dari"
        and nxt
        and is_capital(nxt)
        and not tail_is_name
        and (organization_word(article, j + 1) or lows[start] in PAPERS)
    ):
        return True
    lower_head = not features[start] & CAPITAL
    if (
        tail_is_name
        and kind is not None
        and not (lower_head and prior not in lex.given and prior not in article.short_names)
    ):
        return False
    if not (nxt and (kind in ("trade", "kin") or lows[start] in HUMANS or lows[start] in ARTICLES)):
        return False
    if low == "dari":
        return kind == "kin" or is_capital(nxt)
    if low == "asal":
        return is_capital(nxt)
    if low in ("di", "dari") and lows[j + 1] in REGIONS_AND_ROADS and j + 2 < end and features[j + 2] & CAPITAL:
        return True  # pedagang di jalan Melur
    return is_capital(nxt) and (
        organization_word(article, j + 1)
        or lows[j + 1] in ("pasar", "desa", "kampung", "kawasan", "perumahan", "jalan")
    )

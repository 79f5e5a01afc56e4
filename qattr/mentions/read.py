"""Names, roles, organizations, pronouns and descriptions: which words name a source.

:func:`read` reads one source phrase forward from a word.  Such a phrase is one or more segments, divided by commas
or brackets: *Menteri Sosial (Mensos) Rahma Wulandari*, *Budi Santoso, peneliti senior Lembaga Kajian Kota*,
*politikus itu*.  Role, organization and name often run together without a mark; :func:`.names.name_start` finds where
the name begins by weighing the evidence of every possible place.
"""

from __future__ import annotations

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.vocabulary import (
    ACCOUNTS,
    DETERMINERS,
    ENGLISH_LINKS,
    HUMANS,
    NUMBERS,
    PAPERS,
    PARTICLES,
    PRONOUNS,
    SAID_IN,
)
from qattr.mentions.additions import MAY_ADD_TO_NAME, more_after
from qattr.mentions.assembly import assemble
from qattr.mentions.mention import LONGEST, Mention, MentionType
from qattr.mentions.names import name_start, strong_name
from qattr.mentions.organizations import organization_ranges
from qattr.mentions.phrases import split_phrase
from qattr.mentions.reads import reads
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD
from qattr.mentions.word_questions import Range, capitals_end, place_length, role_word
from qattr.text.article import Article
from qattr.text.features import (
    ALNUM,
    ALPHA,
    APART,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HANDLE,
    HUMAN,
    LOWER,
    NAME,
    ORGANIZATION,
    PREPOSITION,
    ROLE,
    STARTER,
    STOP,
    is_site,
)

__all__ = ["Mention", "MentionType", "noun_source", "read"]


def read(article: Article, i: int, end: int) -> Mention | None:
    """The source phrase that begins at word ``i`` and ends before word ``end``; ``None`` where none begins there.

    ``end`` is at most the number of words.
    """
    if end - i > LONGEST:
        end = i + LONGEST
    if i >= end:
        return None
    kind = article.features[i]
    if kind & _BARE == NAME and kind & ALPHA:
        bare = _bare_name(article, i, end)
        if bare is not None:
            return bare
    elif not kind & _OPENS or not kind & ALPHA:
        return Mention(i, i + 1, "name", (i, i + 1), (i, i + 1)) if kind & HANDLE else None
    else:
        low = article.lows[i]
        if kind & STARTER:
            if low in PRONOUNS:
                return Mention(i, i + 1, "pronoun", (i, i + 1))
        elif not kind & CAPITAL and not is_site(low):
            return None
        if kind & PREPOSITION and not kind & GIVEN and low != "dekat":
            return None
    kept = reads(article).mentions
    key = (i, end)
    if key not in kept:
        kept[key] = _read(article, i, end)
    return kept[key]


_OPENS = CAPITAL | STARTER | APART
"""One of these has every word that can begin a phrase."""
_BARE = NAME | STARTER | ORGANIZATION | APART
"""Of these a word that is a person's name and nothing else has the first alone."""
_MAY_GO_ON = CAPITAL | STARTER
_AFTER_NAMES = PARTICLES | ENGLISH_LINKS | frozenset(("dan", "serta", *"([/&'\u2019"))
"""Words and marks after which a phrase that begins with a name may go on: *Rahma dan Hasan*, *Rahma (45)*."""


def _bare_name(article: Article, i: int, end: int) -> Mention | None:
    """*Rahma Wulandari* | *mengatakan*, *Rahma* | *, saat …*: a name to which the words after it surely add nothing.

    Half of all phrases are so; all that could be found in longer ones need not be looked for."""
    lows, features = article.lows, article.features
    if lows[i] in article.acronyms or i in article.spelled:
        return None
    j = i + 1
    while j < end and features[j] & _BARE == NAME:
        j += 1
    k, total = j, len(lows)
    if j < total and lows[j] == ",":
        k += 1
    if k < total:
        kind, low = features[k], lows[k]
        if low in _AFTER_NAMES or (low in MAY_ADD_TO_NAME and more_after(article, j)):
            return None
        if k < end and kind & _MAY_GO_ON and (k == j or not kind & DAY):
            return None
        if k > j and kind & ALNUM and not kind & ALPHA:
            return None  # Sutarmi, 47 tahun
    span = i, j
    return Mention(i, j, "name", span, span)


_OF_ACCOUNTS = frozenset(["akun", "pemilik", "pengguna"])


def _account(article: Article, i: int, end: int) -> Mention | None:
    """*pemilik akun @rina*, *akun Instagram resmi Persada*: whose account it is."""
    lows = article.lows
    j = i
    while j < end and lows[j] in ACCOUNTS:
        j += 1
    if "akun" not in lows[i:j] or j >= end:
        return None
    named = read(article, j, end)
    return named.replace(first=i) if named is not None and named.type in ("name", "organization") else None


def _read(article: Article, i: int, end: int) -> Mention | None:
    lows, kind = article.lows, article.features[i]
    low = lows[i]
    if kind & STARTER:
        if low in _OF_ACCOUNTS:
            account = _account(article, i, end)
            if account is not None:
                return account
        described = _description(article, i, end)
        if described is not None:
            named = _name_after(article, described, end)
            return named or described
        if low in SAID_IN:
            j = i + 1
            while j < end and (lows[j] in SAID_IN or lows[j] in _AFTER_SAID_IN):
                j += 1
            inner = read(article, j, end) if j < end else None
            if inner is not None and inner.type != "pronoun":
                return inner.replace(first=i)
    if kind & APART and is_site(low):
        return Mention(i, i + 1, "organization", (i, i + 1), (i, i + 1))
    full = article.spelled.get(i)
    if full is not None and "," in lows[i:full] and full + 2 < end:
        # Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)
        return Mention(i, full + 3, "organization", (i, full), (i, full), aliases=((full + 1, full + 2),))
    segments, last, aliases = split_phrase(article, i, end)
    if not segments:
        return None
    mention = assemble(article, segments, last, aliases)
    if mention is None:
        return None
    last = mention.last
    if last < end - 1 and lows[last] in _JOINS_SOURCES and mention.type in ("name", "organization"):
        other = read(article, last + 1, end)
        if other is not None and other.type == mention.type:
            mention = mention.replace(last=other.last, also=(other.replace(also=()), *other.also))
    return mention


_JOINS_SOURCES = frozenset(("dan", "serta", "/"))
_AFTER_SAID_IN = frozenset(("resmi", "tertulis", "bersama", "pers", "dari", "di", "media", "sosial", "akun"))
"""Words between one that says where a source spoke and its name: *keterangan resmi dari Persada*."""


def _name_after(article: Article, described: Mention, end: int) -> Mention | None:
    """*Pedagang itu, Sumarni, berharap …*: the name in apposition to a description."""
    words, lows, features = article.words, article.lows, article.features
    i = described.last
    if (
        described.type != "description"
        or i + 1 >= end
        or words[i] != ","
        or not features[i + 1] & CAPITAL
        or not features[i + 1] & NAME
    ):
        return None
    j = capitals_end(article, i + 1, end)
    if not all(features[k] & NAME for k in range(i + 1, j)) or (j < end and words[j] not in ",.("):
        return None
    if lows[i + 1] in article.lexicon.days or lows[i + 1] in article.lexicon.months:
        return None
    first, last = described.head
    relative = next((k for k in range(first + 1, last) if lows[k] == "yang"), None)
    role = (
        (first, relative)
        if relative is not None
        else (first, last - 1)
        if lows[last - 1] in DETERMINERS
        else (first, last)
    )
    return Mention(first, j, "name", (i + 1, j), (i + 1, j), (role,) if role_word(article, first) else ())


_THEN = frozenset(["saat", "waktu", "ketika", "kala", "hari", "malam", "pagi", "siang", "sore"])


def _description(article: Article, i: int, end: int) -> Mention | None:
    """*politikus senior itu*, *pria asal Solo tersebut*: somebody who has been named before."""
    words, lows, features = article.words, article.lows, article.features
    if lows[i] not in _OPENS_DESCRIPTION and _IN_DESCRIPTION.isdisjoint(lows[i + 1 : i + _DESCRIPTION_WORDS]):
        return None  # most roles: nothing can close a description
    j = i
    while j < end and lows[j] in _BEFORE_DESCRIPTION:
        j += 1
    if j >= end:
        return None
    if (
        j > i
        and lows[i] == "sang"
        and features[j] & ALPHA
        and (role_word(article, j) or features[j] & CAPITAL or lows[j] in HUMANS)
    ):
        k = j + 1
        while k < end and features[k] & ALPHA and features[k] & CAPITAL and lows[k] not in article.lexicon.stops:
            k += 1
        if k < end and words[k] == "," and k + 1 < end and (features[k + 1] & CAPITAL):
            name = capitals_end(article, k + 1, end)
            if not (name < end and (lows[name] == "dan" or lows[name] in article.lexicon.predicates)):
                return None  # menurut sang pengacara, Rahma sudah pulang: the clause's subject
        split = name_start(article, j, k)
        if split < k and role_word(article, j):
            return None  # sang kakak Rahma Wulandari: a name follows
        return Mention(i, k, "description", (i, k))
    kind = features[j]
    if not kind & _SOMEBODY and not (
        kind & STARTER and (role_word(article, j) or lows[j] in article.lexicon.organizations or lows[j] in PAPERS)
    ):
        return None
    if j + 1 < end and lows[j + 1] in _BEFORE_BIRTHPLACE:
        born = _birthplace_end(article, j + 1, end)
        if born is not None:
            return Mention(i, born, "description", (i, born))
    if lows[j] in _PARENTS:
        after = _children_end(article, j, end)
        if after is not None:
            return Mention(i, after, "description", (i, after))
    last = min(end, j + _DESCRIPTION_WORDS)
    if _CLOSES.isdisjoint(lows[j + 1 : last]):
        return None
    relative = False
    for k, kind in enumerate(features[j + 1 : last], j + 1):
        if kind & CAPITAL_MASK == CAPITAL_WORD:
            continue  # Kepala Dinas Kesehatan Melur itu
        low = lows[k]
        if (
            low == "berusia"
            and k + 2 < end
            and words[k + 1][0].isdigit()
            and lows[k + 2] == "tahun"
            and not (k + 3 < end and lows[k + 3] in DETERMINERS)
        ):
            return Mention(i, k + 3, "description", (i, k + 3))
        if low == "kala":
            return None  # kata Gubernur Rahma kala itu
        if low in DETERMINERS:
            if lows[k - 1] in _THEN:
                continue  # Hasan yang saat itu hadir
            if not relative and strong_name(article, j, capitals_end(article, j, k)):
                return None  # Gubernur Rahma Wulandari membuka pasar itu
            age = next((m for m in range(i + 1, k - 1) if words[m][0].isdigit() and lows[m + 1] == "tahun"), k)
            roles: tuple[Range, ...] = ((i, age),) if role_word(article, i) and k > i + 1 and not relative else ()
            if lows[j] in PAPERS or lows[j] in HUMANS:
                roles = ()
            organizations = organization_ranges(article, i, age) if roles else ()
            return Mention(i, k + 1, "description", (i, k + 1), roles=roles, organizations=organizations)
        if low == "yang":
            if not relative and strong_name(article, j, capitals_end(article, j, k)):
                return None  # Anggota Komisi Hasan Basri yang menerima tamu itu
            relative = True
        if low == "," and not relative:
            listed = _after_places(article, k, end)
            return Mention(i, listed, "description", (i, listed)) if listed is not None else None
        if not kind & ALNUM and low not in _MARKS_INSIDE:
            return None
        if not relative and (
            (kind & STOP and low not in _STOPS_INSIDE)
            or (kind & CUE and not kind & CAPITAL and article.lexicon.cues[low][2] in ("active", "post", "nya"))
            or (kind & LOWER and low[:2] == "me" and verb_like(low) and low not in article.lexicon.roles)
        ):
            return None
    return None


_SOMEBODY = ROLE | HUMAN
_CLOSES = DETERMINERS | {"berusia"}
"""Words that can close a description: *politikus senior itu*, *pria berusia 40 tahun*."""
_DESCRIPTION_WORDS = 16
_BEFORE_DESCRIPTION = frozenset(["sang", "mantan", "eks"])
_BEFORE_BIRTHPLACE = frozenset(["kelahiran", "asal"])
_PARENTS = frozenset(["ibu", "ayah", "bapak"])
_OPENS_DESCRIPTION = _BEFORE_DESCRIPTION | _PARENTS
_IN_DESCRIPTION = _CLOSES | _BEFORE_BIRTHPLACE
"""Without one of these words a phrase that does not begin with one of those before is no description."""
_MARKS_INSIDE = frozenset("()/&-.")
_STOPS_INSIDE = frozenset(["asal", "di", "dari", "untuk", "dan", "pada"])
"""They do not end a description: *pedagang di pasar itu*."""


def _after_places(article: Article, comma: int, end: int) -> int | None:
    """*Warga Desa Karang* | *, Melur Tengah, Andara itu,*: after the places and the *itu* that closes them."""
    j = comma
    while j < end and article.words[j] == ",":
        place = capitals_end(article, j + 1, end)
        if place == j + 1:  # pemain asal Karang, Melur, ini
            return place + 1 if j > comma and place < end and article.lows[place] in DETERMINERS else None
        j = place
    return j + 1 if j < end and article.lows[j] in DETERMINERS else None


def _children_end(article: Article, i: int, end: int) -> int | None:
    """*Ibu tiga anak* | *menjelaskan*, *ayah dua orang anak* | *ini*: after the children of whoever that is."""
    lows = article.lows
    if i + 2 >= end or not (lows[i + 1] in NUMBERS or lows[i + 1].isdigit()):
        return None
    j = i + 2 + (lows[i + 2] == "orang")
    if j >= end or lows[j] != "anak":
        return None
    return j + 1 + (j + 1 < end and lows[j + 1] in DETERMINERS)


def _birthplace_end(article: Article, i: int, end: int) -> int | None:
    """*aktor* | *kelahiran Tual, Maluku, tersebut*: after the birthplace that word ``i`` leads to.

    *kelahiran* is said of somebody named before, *asal* only with *itu* after it."""
    words, lows = article.words, article.lows
    if i + 1 >= end or lows[i] not in _BEFORE_BIRTHPLACE:
        return None
    k = capitals_end(article, i + 1, end)
    if k == i + 1:
        return None
    listed = k
    while k + 1 < end and words[k] == "," and place_length(article, k + 1, end):
        k += 1 + place_length(article, k + 1, end)
    if k < end and words[k].isdigit() and len(words[k]) == 4:
        k += 1
    if k + 1 < end and words[k] == "," and lows[k + 1] in DETERMINERS:
        return k + 2
    if k < end and lows[k] in DETERMINERS:
        return k + 1 if k > listed + 1 else None
    return k if lows[i] == "kelahiran" and not (k < end and words[k] in ",(") else None


def noun_source(article: Article, i: int, end: int) -> Mention | None:
    """A common noun right after a bare cue (*ujar konsorsium*, *tutur penyintas gempa*): whoever it is has no name."""
    words, lows, lex, features = article.words, article.lows, article.lexicon, article.features
    j = i
    while j < min(end, i + 5) and words[j].isalpha() and features[j] & LOWER:
        low = lows[j]
        if (
            low in lex.stops
            or low in lex.prepositions
            or low in lex.subject_adverbs
            or low in lex.predicates
            or low in lex.pronouns
            or low in lex.days
        ):
            break
        if low in lex.cues and j > i:
            break
        j += 1
    if j == i or (j < end and words[j].isalpha() and lows[j] not in lex.stops and lows[j] not in lex.prepositions):
        return None
    if lows[j - 1].endswith("nya") and j + 1 < end and words[j] == "," and features[j + 1] & NAME:
        k = capitals_end(article, j + 1, end)  # ujar istrinya, Agustina Boru
        if all(features[m] & NAME for m in range(j + 1, k)) and (k >= end or not features[k] & ALNUM):
            return Mention(i, k, "name", (j + 1, k), (j + 1, k))
    if lows[i] in lex.cues or verb_like(lows[i]):
        return None
    return Mention(i, j, "unnamed", (i, j))

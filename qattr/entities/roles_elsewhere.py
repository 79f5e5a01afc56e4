"""The role of somebody who has none at the name: *Hasan terpilih sebagai Ketua Persada*, *bersama istrinya, Rahma*.

Asked only for people who speak and whom no phrase has given a role. :data:`QUESTIONS` are asked in order at every
place where such a person is named; the first line of a docstring is an example.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from qattr.entities.introductions import Introductions
from qattr.entities.table import EntityTable
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range, read
from qattr.mentions.single_words import role_word
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CUE, DAY, LEADS, LOWER, MONTH, NAME, PREDICATE, ROLE

_APPOINTED = tagged("appoints", "subject")
"""*Hasan dilantik sebagai …*, *Hasan bertugas sebagai …*."""
_APPOINTING = tagged("appoints", "object")
"""*melantik Hasan sebagai …*, *masa jabatan Hasan sebagai …*."""
_AS = tagged("becomes", "role")
"""*sebagai*, *menjadi*."""
_IS = tagged("equates", "person")
"""*adalah*, *merupakan*, *menjabat*."""
_BEFORE_ROLE = tagged("introduces", "person") | _AS
"""*seorang*, *salah* satu."""
_DENIES = tagged("denies", "predicate")
"""*bukan*, *tidak hanya*, *pernah*: no role, or none any more."""
_NAMELY = tagged("equates", "terms") - tagged("proves", "clause")
"""*yakni*, *yaitu*."""
_DETERMINERS = tagged("refers", "back")
_HUMANS = tagged("is", "human")
_ONE_OF = frozenset(("salah satu",))
_WITHOUT_NAME = frozenset(("role", "unnamed"))
_CLOSES = frozenset(",.(")


class Named:
    """One place where somebody is named, in its sentence ``begin``-``end``."""

    __slots__ = ("article", "begin", "end", "name")

    article: Article
    name: Range
    begin: int
    end: int

    def __init__(self, article: Article, name: Range, begin: int, end: int) -> None:
        self.article, self.name, self.begin, self.end = article, name, begin, end

    @property
    def closed(self) -> bool:
        """Whether a comma, a stop, a bracket or the end of the sentence follows the name."""
        return self.name[1] >= self.end or self.article.words[self.name[1]] in _CLOSES


def find_roles(table: EntityTable, introductions: Introductions, speakers: Iterable[int]) -> None:
    """Give those speakers who have no role the one that the article tells elsewhere, if it does."""
    without = [at for at in speakers if table.entities[at].kind == "person" and not table.entities[at].roles]
    if not without:
        return
    epithets: list[tuple[int, Range]] | None = None
    for at in without:
        role = _told(table, introductions, at)
        if role is None:
            if epithets is None:
                epithets = _epithets(table, introductions)
            role = next((role for whose, role in epithets if whose == at), None)
        if role is not None:
            table.roles.hold(at, role, beside=False)


def _told(table: EntityTable, introductions: Introductions, at: int) -> Range | None:
    """The first role that a question finds at a place where the speaker is named."""
    article = table.article
    places = [Named(article, name, *introductions.sentence(name[0])) for name in sorted(table.entities[at].mentions)]
    for question in QUESTIONS:
        for place in places:
            if not introductions.quoted(place.name[0]):
                role = question(place)
                if role is not None:
                    return role
    return None


def _role_at(article: Article, i: int, end: int) -> Range | None:
    """*Ketua Umum Persada* | *sejak 2019*: the role that begins at word ``i``, after *seorang*."""
    while i < end and (article.lows[i] in _BEFORE_ROLE or " ".join(article.lows[i - 1 : i + 1]) in _ONE_OF):
        i += 1
    if i + 1 >= end or _is_of_company(article, i):
        return None
    mention = read(article, i, end) if role_word(article, i) else None
    if mention is None or not (mention.roles or mention.type in _WITHOUT_NAME):
        return None
    last = mention.roles[0][1] if mention.roles else mention.head[1]
    if mention.name is not None and mention.name[0] == last:
        last = mention.name[1]  # Ketua Umum Persada: nobody's name
    return i, last


def _is_of_company(article: Article, i: int) -> bool:
    """*anak usaha Persada*, *anak perusahaan*: kin only in name."""
    return article.lexicon.roles.get(article.lows[i]) == "kin" and bool(article.features[i + 1] & LOWER)


# ----------------------------------------------------------------------------- questions of a place with the name


def _appointed(named: Named) -> Range | None:
    """*Hasan dilantik sebagai* | *Bupati Melur*; *masa jabatan Hasan sebagai* | *Bupati Melur*."""
    article, (i, j) = named.article, named.name
    lows, features = article.lows, article.features
    verb = i > named.begin and lows[i - 1] in _APPOINTING
    for k in range(j, min(named.end, j + windows.WORDS_TO_ROLE)):
        if lows[k] in _DENIES or not features[k] & LOWER:
            return None
        if lows[k] in _AS and (verb or lows[k - 1] in _APPOINTED):
            return _role_at(article, k + 1, named.end)
        verb = verb and bool(features[k] & ADVERB)
        if lows[k] in _APPOINTED and k + 1 < named.end and lows[k + 1] not in _AS:
            verb = True
    return None


def _equated(named: Named) -> Range | None:
    """*Hasan, demikian ia disapa, adalah* | *guru SD*; *Hasan merupakan* | *pendiri klub*; *menjabat* | *camat*."""
    article, k = named.article, named.name[1]
    lows, words = article.lows, article.words
    if k < named.end and words[k] == ",":
        close = next((m for m in range(k + 1, min(named.end, k + windows.INSERTION)) if words[m] == ","), None)
        if close is None:
            return None
        k = close + 1
    while k < named.end and (article.features[k] & ADVERB or lows[k] == "yang") and lows[k] not in _DENIES:
        k += 1
    return _role_at(article, k + 1, named.end) if k < named.end and lows[k] in _IS else None


def _namely(named: Named) -> Range | None:
    """*satu penumpang selamat, yakni* | *Hasan*: what stands before *yakni*."""
    article, i = named.article, named.name[0]
    lows, words = article.lows, article.words
    if i - 3 < named.begin or lows[i - 1] not in _NAMELY or words[i - 2] != ",":
        return None
    first = None
    for k in range(i - 3, max(named.begin, i - windows.PHRASE_BEFORE_NAMELY) - 1, -1):
        verb = article.features[k] & PREDICATE and not article.features[k] & ROLE
        if not article.features[k] & ALPHA or (verb and k < i - 3):
            break  # penumpang selamat, yakni …
        if role_word(article, k):
            first = k
    return None if first is None or _is_of_company(article, first) else (first, i - 2)


def _somebodys(named: Named) -> Range | None:
    """*bersama* | *istrinya* | *, Rahma,*: kin, a lawyer, a neighbour of somebody named before."""
    article, comma = named.article, named.name[0] - 1
    if comma - 1 < named.begin or article.words[comma] != "," or not named.closed:
        return None
    lows, roles = article.lows, article.lexicon.roles
    if not lows[comma - 1].endswith("nya"):
        return None
    for k in range(comma - 1, comma - 3, -1):
        if k >= named.begin and lows[k].removesuffix("nya") in roles:
            former = k > named.begin and lows[k - 1] in article.lexicon.role_modifiers
            return k - former, comma
    return None


QUESTIONS: tuple[Callable[[Named], Range | None], ...] = (_appointed, _equated, _namely, _somebodys)


# --------------------------------------------------------------------------------------------------- epithets


def _epithets(table: EntityTable, introductions: Introductions) -> list[tuple[int, Range]]:
    """*Hasan menang. Petenis 21 tahun itu …*: whose epithets, and the roles in them, in text order."""
    article = table.article
    named = sorted((name[1], name[0], at) for at, entity in enumerate(table.entities) for name in entity.mentions)
    found = []
    for i, low in enumerate(article.lows):
        if low not in _DETERMINERS or introductions.quoted(i):
            continue
        role = _epithet(article, introductions.sentence(i)[0], i)
        if role is None or table.roles.holders(article.lows[role[0]]):
            continue
        k = bisect_left(named, (role[0] + 1, -1, -1)) - 1
        if k < 0:
            continue
        after, first, at = named[k]
        mention = table.entities[at].mentions[first, after]
        if _is_told_of(introductions, mention) and _points_to(introductions, after, role[0]):
            found.append((at, role))
    return found


def _is_epithet(article: Article, i: int) -> bool:
    """*petenis*, *ketua*: an office or a trade, not only *pria*."""
    low = article.lows[i]
    return article.lexicon.roles.get(low) in _POSTS and low not in _HUMANS


_POSTS = frozenset(("office", "trade"))
"""Classes of role nouns that are no kin."""


def _epithet(article: Article, begin: int, itu: int) -> Range | None:
    """| *Ketua DPC Partai Melur* | *ini*: the role that *itu*, *ini* closes, at the head of a clause."""
    for k in range(max(begin, itu - windows.EPITHET), itu - 1):
        opens = k == begin or article.features[k - 1] & LEADS
        if not opens or not role_word(article, k) or not _is_epithet(article, k):
            continue
        mention = read(article, k, itu + 1)
        if mention is not None and mention.type == "description" and mention.last == itu + 1 and mention.roles:
            return mention.roles[0]
    return None


def _is_told_of(introductions: Introductions, mention: Mention) -> bool:
    """| *Hasan menang*, *kata* | *Hasan*: whether somebody is the subject of the sentence, or speaks in it."""
    article, first, last = introductions.article, mention.first, mention.last
    if first == introductions.sentence(first)[0] or article.features[first - 1] & CUE:
        return True
    return last < len(article.lows) and bool(article.features[last] & CUE)


_NAME_OR_DATE = NAME | DAY | MONTH
"""Of these the name of a person has the first alone."""


def _points_to(introductions: Introductions, named: int, epithet: int) -> bool:
    """Whether nobody else is named between a name that ends before word ``named`` and an epithet that is near."""
    article = introductions.article
    features, lows = article.features, article.lows
    if epithet - named > windows.NAME_TO_EPITHET:
        return False
    return not any(
        lows[k] == lows[epithet] or (features[k] & _NAME_OR_DATE == NAME and introductions.sentence(k)[0] != k)
        for k in range(named, epithet)
        if not introductions.quoted(k)
    )

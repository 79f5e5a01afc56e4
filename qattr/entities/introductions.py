"""The phrase around a word of somebody's name: *Kepala Dinas Kesehatan Rahma Wulandari* around *Rahma*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, Range, read
from qattr.mentions.english import role_begins
from qattr.mentions.single_words import capitals_end, role_word
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import (
    ALPHA,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    HUMAN,
    LOWER,
    OFFICE_NOUN,
    PAIR,
    PREPOSITION,
    ROLE,
    STOP,
)

_BEFORE_NICKNAME = tagged("nickname", "follows")
"""*alias Emil*, *disapa Emil*."""
_PRODUCTS = tagged("names", "product")
"""*aplikasi Pasar Kita*: what is named is no organization."""
_RELATED = tagged("belongs", "to_name")
"""*sahabat Rahma* is not Rahma."""
_NOUN_JOINS = tagged("joins", "nouns")
"""*ketua dan wakil ketua*."""
_IN_LONG_ROLE = tagged("inside", "description")
"""*Kepala Bidang Pembinaan dan Pelatihan*, *Komandan Pos untuk Wilayah Timur*."""


class Introductions:
    """Reads, for a word of a name, the phrase that it belongs to; all numbers are word indexes."""

    __slots__ = ("_closed", "_sentences", "article")

    def __init__(self, article: Article, sentences: list[int], closed: list[Range]) -> None:
        self.article = article
        self._sentences = sentences
        self._closed = closed
        """Quotations and noise, in order: nobody is introduced there."""

    def quoted(self, i: int) -> bool:
        """Whether word ``i`` stands in a quotation or in noise."""
        at = bisect_left(self._closed, (i + 1, 0))
        return at > 0 and self._closed[at - 1][1] > i

    def sentence(self, i: int) -> Range:
        """The sentence in which word ``i`` stands."""
        sentences = self._sentences
        at = bisect_right(sentences, i)
        return sentences[at - 1] if at else 0, sentences[at] if at < len(sentences) else len(self.article.words)

    def sentence_before(self, i: int) -> Range | None:
        """The sentence before the one in which word ``i`` stands."""
        at = bisect_right(self._sentences, i) - 1
        return (self._sentences[at - 1], self._sentences[at]) if at > 0 else None

    # -- organizations

    def organization(self, i: int) -> Mention | None:
        """The name of an organization around word ``i``, where no role stands before it and no person's name after."""
        article = self.article
        begin = self.sentence(i)[0]
        if self._in_role(i, begin):
            return None
        first = self._run_start(i, begin)
        if i - first >= windows.PHRASE_WORDS or self._of_something_else(first):
            return None
        mention = read(article, first, len(article.words))
        if mention is None or mention.type != "organization" or mention.name is None:
            return None
        return mention if _holds(mention.name, i) else None

    def _in_role(self, i: int, begin: int) -> bool:
        """*Kepala Seksi (Kasi) Logistik* | *BPBD Melur*: whether word ``i`` belongs to a role that stands before it."""
        article = self.article
        words, features = article.words, article.features
        for role in range(i - 1, max(begin, i - windows.OFFICE_BEFORE_ORGANIZATION) - 1, -1):
            if features[role] & OFFICE_NOUN:
                between = range(role, i)
                return not any(words[k] == "," or (words[k] == "(" and not role_word(article, k + 1)) for k in between)
        return False

    def _run_start(self, i: int, begin: int) -> int:
        """Where the capitals before word ``i`` begin, without a word that only opens its sentence."""
        lows, features, openers = self.article.lows, self.article.features, self.article.lexicon.openers
        k = i
        while (
            k > begin
            and i - k < windows.PHRASE_WORDS
            and features[k - 1] & CAPITAL
            and features[k - 1] & ALPHA
            and (k - 1 > begin or lows[k - 1] not in openers)
        ):
            k -= 1
        return k

    def _of_something_else(self, first: int) -> bool:
        """*Bupati* | *Melur*, *aplikasi* | *Pasar Kita*: whether a role or a product is called so."""
        article = self.article
        if role_word(article, first):
            return True
        return first > 0 and (role_word(article, first - 1) or article.lows[first - 1] in _PRODUCTS)

    # -- people

    def person(self, i: int) -> Mention | None:
        """The phrase around the name word ``i``, with the role before it; also where the word is a nickname."""
        words, lows, features = self.article.words, self.article.lows, self.article.features
        if i > 1 and words[i - 1] == "(" and features[i - 2] & CAPITAL:
            mention = self._around(i - 2)
            return mention if mention is not None and _is_alias(mention, i) else None
        if i > 2 and lows[i - 1] in _BEFORE_NICKNAME:
            mention = self._called_so(i)
            if mention is not None:
                return mention
        return self._around(i)

    def _called_so(self, i: int) -> Mention | None:
        """*Rahma Wulandari yang akrab disapa* | *Amah*: the phrase of which word ``i`` is the nickname."""
        features = self.article.features
        k = i - 1
        while k > i - windows.NAME_BEFORE_NICKNAME and k > 0 and not (features[k] & CAPITAL and features[k] & ALPHA):
            k -= 1
        mention = self._around(k) if features[k] & CAPITAL and k < i - 1 else None
        return mention if mention is not None and _is_alias(mention, i) else None

    def _around(self, i: int) -> Mention | None:
        """The phrase around the name word ``i`` where that is no nickname of somebody named before it."""
        article = self.article
        begin, end = self.sentence(i)
        for k in self._role_starts(i, begin):
            if any(elsewhere(article, k, i, begin) for elsewhere in ROLE_OF_NOBODY):
                continue
            mention = read(article, k, end)
            if mention is None or mention.name is None:
                continue
            if any(other(article, k, mention.name[0], begin) for other in ROLE_OF_SOMEBODY_ELSE):
                continue
            if _holds(mention.name, i):
                return mention
            if article.features[k] & CAPITAL and any(_holds(role, i) for role in mention.roles):
                return None  # the word is part of somebody's role
        return self._without_role(i, max(begin, i - windows.PHRASE_WORDS + 1), end)

    def _role_starts(self, i: int, begin: int) -> Iterator[int]:
        """The words before ``i`` with which a role of the name could begin, the farthest first."""
        article = self.article
        features = article.features
        starts: list[int] = []
        for k in range(i - 1, max(begin, i - windows.ROLE_BEFORE_NAME) - 1, -1):
            kind = features[k]
            if kind & _TELLS == ALPHA:
                continue
            if _ends_phrase(article, k):
                break
            if kind & HUMAN or (kind & _MAY_BE_ROLE and role_word(article, k)):
                starts.append(k)
        if starts and starts[-1] == begin + 1 and article.lows[begin] == "sebagai" and features[begin + 1] & HUMAN:
            return iter(())  # Sebagai sesama artis, Rahma …: a comparison, no role
        if starts:
            first = role_begins(article, starts[-1], begin)
            if first < starts[-1]:
                starts.append(first)  # Business Innovation Director Rahma
        return reversed(starts[-windows.ROLES_BEFORE_NAME :])

    def _without_role(self, i: int, begin: int, end: int) -> Mention | None:
        """The name around word ``i`` in a run of capitals: from the farthest word on that begins one."""
        article = self.article
        lows, features, openers = article.lows, article.features, article.lexicon.openers
        first = i
        while (
            first > begin
            and features[first - 1] & CAPITAL
            and features[first - 1] & ALPHA
            and lows[first - 1] not in openers
        ):
            first -= 1
        for k in range(first, i + 1):
            mention = read(article, k, end)
            if mention is None or mention.name is None or not _holds(mention.name, i):
                continue
            if not any(no_name(article, *mention.name) for no_name in NO_NAME):
                return mention
        return None


def _holds(span: Range, i: int) -> bool:
    """Whether word ``i`` is one of the words of ``span``."""
    return span[0] <= i < span[1]


def _is_alias(mention: Mention, i: int) -> bool:
    """Whether word ``i`` belongs to a nickname that a phrase gives."""
    return any(_holds(alias, i) for alias in mention.aliases)


_LEADS_AWAY = STOP | PREPOSITION | CUE
_MAY_BE_ROLE = ROLE | PAIR
_TELLS = ALPHA | DAY | _LEADS_AWAY | HUMAN | _MAY_BE_ROLE
"""Of these a word that neither ends nor opens what stands before a name has the first alone."""


def _ends_phrase(article: Article, k: int) -> bool:
    """*Senin*, *dengan*, *mengatakan*, *:*: whether what stands before word ``k`` is no part of a phrase after it."""
    kind, low = article.features[k], article.lows[k]
    if not kind & ALPHA:
        return article.words[k] not in ",().&/-" and not article.words[k][0].isdigit()
    if kind & DAY:
        return True
    if not kind & _LEADS_AWAY or kind & CAPITAL:
        return False
    if kind & (STOP | PREPOSITION) and low not in _IN_LONG_ROLE:
        return True
    return bool(kind & CUE) and low not in article.lexicon.fields


# Whether a role that begins with word k is not that of the name word i, in a sentence that begins with word begin.


def _ends_clause(article: Article, k: int, i: int, begin: int) -> bool:
    """*pemilihan ketua dan wakil ketua, Rahma menilai …*: the roles end the clause before."""
    return (
        k > begin
        and article.lows[k - 1] in _NOUN_JOINS
        and bool(article.features[k] & LOWER)
        and article.words[i - 1] == ","
    )


def _role_follows(article: Article, k: int, i: int, begin: int) -> bool:
    """*keluarga.* / *keluarga* | *Menteri Agama Budi*: the name has the role after this noun."""
    features = article.features
    return (
        bool(features[k] & HUMAN)
        and article.lexicon.roles.get(article.lows[k]) != "kin"
        and k + 1 < i
        and bool(features[k + 1] & CAPITAL)
        and role_word(article, k + 1)
    )


ROLE_OF_NOBODY: tuple[Callable[[Article, int, int, int], bool], ...] = (_ends_clause, _role_follows)


# Whether the phrase that begins with word k, whose name begins with word name, tells of two people.


def _relative(article: Article, k: int, name: int, begin: int) -> bool:
    """*Sahabat* | *Rahma beruntung*: somebody else than Rahma."""
    return article.lows[k] in _RELATED and name == k + 1


def _governed(article: Article, k: int, name: int, begin: int) -> bool:
    """*dimaki oleh pedagang,* | *Mahmud …*: the role is somebody else's; *oleh Bupati Melur,* | *Mahmud,* is not."""
    if k <= begin or article.words[name - 1] != ",":
        return False
    before, low = article.features[k - 1], article.lows[k - 1]
    if low in _BECOMES and before & LOWER:
        return True  # jangankan untuk menjadi juara, Mahmud …
    opens = k - 1 == begin and low != "sebagai"
    if not before & _LEADS_AWAY or not (before & LOWER or opens):
        return False
    return opens or not _closed(article, name)


_BECOMES = tagged("becomes", "role")
"""*menjadi juara*, *sebagai ketua*: the noun after it is said of the subject of that clause."""


def _closed(article: Article, i: int) -> bool:
    """*oleh Bupati Melur, Mahmud* | *,*: whether a comma, a bracket or the end follows the name at word ``i``."""
    after = capitals_end(article, i, len(article.words))
    return after > i and (after == len(article.words) or article.words[after] in ",.(")


ROLE_OF_SOMEBODY_ELSE: tuple[Callable[[Article, int, int, int], bool], ...] = (_relative, _governed)


# Whether a run of capitals, the words i to j, is more than a name.


def _glued(article: Article, i: int, j: int) -> bool:
    """*Rahma Dorong Pemerintah Benahi Pasar*: a run of capitals that begins with a given name, few more in it."""
    features = article.features
    return j - i > 4 and bool(features[i] & GIVEN) and sum(kind & GIVEN > 0 for kind in features[i:j]) * 2 < j - i


def _tells_more(article: Article, i: int, j: int) -> bool:
    """*Pernikahan Rahma*, *Rahma Gugat Hasan*: one of the capitalized words is a noun of an act or a verb."""
    return any(
        not article.features[k] & GIVEN and low not in article.short_names and _no_name_word(article, low)
        for k, low in enumerate(article.lows[i:j], i)
    )


def _no_name_word(article: Article, low: str) -> bool:
    """*pernikahan*, *gugat*, *mati-matian*."""
    lex = article.lexicon
    return is_abstract(low) or low in lex.predicates or low in lex.cues or ("-" in low and low in lex.subject_adverbs)


NO_NAME: tuple[Callable[[Article, int, int], bool], ...] = (_glued, _tells_more)

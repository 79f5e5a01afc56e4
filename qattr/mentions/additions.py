"""What is added after a name: *alias Emil*, *dari Lembaga Kota*, *yang juga ketua panitia*, *selaku direktur*."""

from __future__ import annotations

from collections.abc import Callable, Set

from qattr.lexicon.tags import tagged
from qattr.mentions.english import english_role
from qattr.mentions.parts import Parts
from qattr.mentions.phrases import split_phrase
from qattr.mentions.single_words import Range, opens_predicate, organization_word, role_word
from qattr.text.article import Article
from qattr.text.features import ALPHA, CAPITAL
from qattr.text.windows import BEFORE_CALLED, BEFORE_SECOND_ROLE, NICKNAME_WORDS, PHRASE_WORDS

_CALLED = tagged("leads", "called") | {"alias"}
_CALLED_NOUNS = tagged("nickname", "noun")
_BEFORE_CALLED = tagged("nickname", "before_called")
_BEFORE_NICKNAME = tagged("nickname", "between")
_DASHES = "-\u2013\u2014"
_BACK = tagged("refers", "back")
_UNITS = tagged("acts_as", "organization")
_INTRODUCES_ROLE = tagged("introduces", "role")
_ADDS_ROLE = tagged("adds", "role") | tagged("leads", "second_role")
_LEADS_SECOND_ROLE = tagged("leads", "second_role")
_STATUS_BRACKETS = tagged("in_brackets", "status")
MAY_ADD_TO_NAME = _CALLED | _INTRODUCES_ROLE | _BEFORE_CALLED | _CALLED_NOUNS | {"dari", *_DASHES}
"""Words and marks that may add something to the name before them: *alias Kaesang*, *dari Lembaga Kota*, *selaku …*."""
_AFTER_YANG = _CALLED | _BEFORE_CALLED | _CALLED_NOUNS | _ADDS_ROLE


def more_after(article: Article, last: int) -> bool:
    """*Rahma* + *alias Amah*, *yang akrab disapa Amah*, but not *yang datang*: whether the word at ``last``, or after a
    comma there, may add something to the name before it."""
    lows, total = article.lows, len(article.lows)
    if last < total and lows[last] == ",":
        last += 1
    if last >= total or lows[last] not in MAY_ADD_TO_NAME:
        return False
    if lows[last] not in _BEFORE_CALLED or lows[last] == "atau":
        return True
    return last + 1 < total and lows[last + 1] in _AFTER_YANG


# -------------------------------------------------------------------------- a role or an organization more


def _organization_after(parts: Parts, last: int) -> int:
    """*Rahma Wulandari dari Lembaga Kota* |, *Rahma Wulandari dari Humas Pasar Melur* |: an organization or a unit."""
    article, start = parts.article, last + 1
    lows = article.lows
    if start >= len(lows) or lows[last] != "dari" or not article.features[start] & CAPITAL:
        return last
    unit = lows[start] in _UNITS
    if not unit and not organization_word(article, start):
        return last
    segments = _phrase(article, start)[0]
    if not segments:
        return last
    if unit:
        parts.role(*segments[0])
    else:
        parts.organizations.append(segments[0])
    return segments[0][1]


def _second_role(parts: Parts, last: int) -> int:
    """*Rahma Wulandari, yang juga menjabat ketua panitia* |: a further role."""
    article, total = parts.article, len(parts.article.lows)
    lows = article.lows
    yang = last + (last < total and lows[last] == ",")
    if yang + 2 >= total or lows[yang] != "yang" or lows[yang + 1] not in _ADDS_ROLE:
        return last
    role = _skip(article, yang + 2, _LEADS_SECOND_ROLE, BEFORE_SECOND_ROLE)
    if role >= total or not role_word(article, role):
        return last
    segments, stop = _phrase(article, role)
    if not segments:
        return last
    parts.role(*segments[0])
    return stop + (stop < total and lows[stop] in _BACK)  # yang juga ketua panitia ini


def _introduced_role(parts: Parts, last: int) -> int:
    """*Rahma Wulandari selaku ketua panitia* |: the role that a word leads to."""
    article, role = parts.article, last + 1
    lows, total = article.lows, len(article.lows)
    if role >= total or lows[last] not in _INTRODUCES_ROLE:
        return last
    if not role_word(article, role) and not english_role(article, role, total):
        return last
    surely = lows[last] == "selaku"
    office = article.lexicon.roles.get(lows[role]) == "office" or article.features[role] & CAPITAL
    segments, stop = _phrase(article, role)
    narrated = stop < total and article.features[stop] & ALPHA and opens_predicate(article, stop)
    if not segments or not (surely or (office and not narrated)):
        return last  # Rahma sebagai ketua panitia akan datang
    parts.role(*segments[0])
    return stop


AFTER_NAME: list[Callable[[Parts, int], int]] = [_organization_after, _second_role, _introduced_role]
"""Each may add a role or an organization that follows the name at once, and says where the phrase ends then."""


def _phrase(article: Article, i: int) -> tuple[list[Range], int]:
    """The segments of the phrase that begins at word ``i``, and where it ends."""
    segments, stop, _ = split_phrase(article, i, min(len(article.words), i + PHRASE_WORDS))
    return segments, stop


def _skip(article: Article, i: int, wanted: Set[str], most: int) -> int:
    """After the words from ``i`` on that are among some, at most so many of them."""
    lows, end = article.lows, min(len(article.lows), i + most)
    return next((k for k in range(i, end) if lows[k] not in wanted), end)


# ------------------------------------------------------------------------------------------- nicknames


def alias_like(article: Article, inner: Range) -> bool:
    """*(Jokowi)*, but not *(45)*, *(Purn)*: whether the words in a bracket after a name are another name."""
    i, j = inner
    name = all(bits & ALPHA and bits & CAPITAL for bits in article.features[i:j])
    return name and 0 < j - i <= NICKNAME_WORDS and article.lows[i] not in _STATUS_BRACKETS


def called_otherwise(article: Article, i: int) -> tuple[int, Range | None]:
    """*alias Emil*, *atau Gus Ipul*, *yang akrab disapa Emil*, *, sapaan akrabnya Emil,* after a name that ends before
    word ``i``: where the phrase ends, and the nickname."""
    start = _nickname_at(article, i)
    if start is None:
        return i, None
    lows, features = article.lows, article.features
    bound = min(len(lows), start + NICKNAME_WORDS + 1)
    end = next((k for k in range(start, bound) if not (features[k] & ALPHA and features[k] & CAPITAL)), bound)
    if end == start:  # Amah, sapaan akrabnya, mengatakan
        return (start, None) if lows[start - 1].endswith("nya") else (i, None)
    closed = end < len(lows) and (lows[end] in _BACK or (lows[i] in _DASHES and lows[end] in _DASHES))
    return end + closed, (start, end)


def _nickname_at(article: Article, i: int) -> int | None:
    """*, yang akrab disapa dengan* | *Emil*: where the nickname begins after a name, ``None`` where none follows."""
    lows, total = article.lows, len(article.lows)
    mark = i < total and (lows[i] == "," or lows[i] in _DASHES)
    word = _skip(article, i + mark, _BEFORE_CALLED, BEFORE_CALLED - mark)
    if word >= total:
        return None
    called = lows[word] in _CALLED or lows[word] in _CALLED_NOUNS
    if called and (word > i or lows[word] == "alias" or lows[word] in _CALLED_NOUNS):
        return _skip(article, word + 1, _BEFORE_NICKNAME, total)
    return word if word > i and lows[word - 1] == "atau" else None

"""*di*, *dari*, *asal* inside a role: where somebody works or comes from (:data:`WORKPLACES`).

Each question answers ``True`` (the role goes on), ``False`` (it ends before the word) or ``None`` (not my business);
the first line of its docstring is a phrase in which ``|`` marks the cut.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.joint import Joint, Question
from qattr.mentions.names import name_start, strong_name
from qattr.mentions.single_words import capitals_end, organization_word, place_length, role_word
from qattr.text.article import Article
from qattr.text.features import CAPITAL, DAY, GIVEN, MONTH, NAME, TITLES

_INTRODUCES_PERSON = tagged("introduces", "person")
_HUMANS = tagged("is", "human")
_OF_STATE = tagged("of", "state")
_PAPERS = tagged("is", "paper")
_SITES = tagged("is", "region", "road")
_PRIVATE = frozenset(("trade", "kin"))
"""Classes of role nouns that are no offices."""
TO_WORKPLACE = tagged("leads", "workplace")
"""Words that lead to where somebody works or comes from."""


def to_workplace(joint: Joint) -> bool:
    """*pedagang* with *di Pasar Induk*: whether *dari*, *di*, *asal* lead to where somebody works or comes from."""
    return bool(first_answer(WORKPLACES, joint))


def name_after_comma(joint: Joint, i: int) -> bool:
    """*Direktur Sagara di* | *Wirdana, Rahma Wulandari, …*: whether the phrase has no name yet, and after the capitals
    at word ``i`` and a comma one follows that is no place or day."""
    article = joint.article
    features = article.features
    comma = capitals_end(article, i, joint.end)
    after = comma + 1
    if comma == i or after >= joint.end or article.words[comma] != "," or not features[after] & CAPITAL:
        return False
    if features[after] & (DAY | MONTH) or place_length(article, after, joint.end):
        return False
    named = features[after] & (NAME | TITLES | GIVEN) and not strong_name(article, joint.start, joint.at)
    return bool(named) and not organization_word(article, after) and not role_word(article, after)


def _small_head(joint: Joint) -> bool:
    """Whether the segment begins in small letters: *pedagang* …"""
    return not joint.head_bits & CAPITAL


def runs_on(joint: Joint) -> int:
    """After the capitals that follow the word, over a *dan* between two of them."""
    article = joint.article
    j = capitals_end(article, joint.at + 1, joint.end)
    while j + 1 < joint.end and article.lows[j] == "dan" and article.features[j + 1] & CAPITAL:
        j = capitals_end(article, j + 1, joint.end)
    return j


def _from_palace(joint: Joint) -> bool | None:
    """Presiden | dari Istana Melur: where a president speaks is no part of the role."""
    return False if joint.low == "dari" and joint.head in _OF_STATE else None


def _office_at(joint: Joint) -> bool | None:
    """Kepala Bidang Logistik di Badan Bencana Kota Rahma | mengatakan: the name comes after the organization."""
    if (
        joint.low not in TO_WORKPLACE
        or joint.head_class != "office"
        or not joint.next_capital
        or not joint.next_organization
    ):
        return None
    first, last = joint.at + 1, runs_on(joint)
    named = strong_name if joint.after_name else _any_name
    return True if named(joint.article, first, last) else None


def _office_before_name(joint: Joint) -> bool | None:
    """Managing Director di Sagara, | Rahma Wulandari, | hadir: the name comes after the comma."""
    office = joint.head_class == "office" and joint.low in TO_WORKPLACE and joint.next_capital
    return True if office and name_after_comma(joint, joint.at + 1) else None


def _any_name(article: Article, i: int, j: int) -> bool:
    """*Badan Bencana Kota* | *Rahma*: whether a name stands in the words ``i``-``j``, however surely."""
    return name_start(article, i, j) < j


def _from_organization(joint: Joint) -> bool | None:
    """pengamat dari Universitas Melur | mengatakan; laporan dari Andara | mengatakan: whose the source is."""
    if joint.low != "dari" or not joint.next_capital or joint.after_name:
        return None
    return True if joint.next_organization or joint.head in _PAPERS else None


def _after_full_name(joint: Joint) -> bool | None:
    """Pengamat Hasan | di Universitas Melur: after the name it is where the thing was said."""
    article, low = joint.article, joint.before_low
    if not joint.after_name or joint.head_class is None:
        return None
    unknown = low not in article.lexicon.given and low not in article.short_names
    return None if _small_head(joint) and unknown else False


def _no_trade(joint: Joint) -> bool | None:
    """Bandara Melur | dari PT Persada: only a trade, kin or somebody of a kind is told by a place."""
    told = joint.head_class in _PRIVATE or joint.head in _HUMANS or joint.head in _INTRODUCES_PERSON
    return None if told and joint.next_low else False


def _from(joint: Joint) -> bool | None:
    """pedagang dari Melur | mengatakan; kakak dari korban | mengatakan: whence, or whose."""
    return joint.head_class == "kin" or joint.next_capital if joint.low == "dari" else None


def _native(joint: Joint) -> bool | None:
    """pedagang asal Melur | mengatakan: where somebody was born."""
    return joint.next_capital if joint.low == "asal" else None


def _small_site(joint: Joint) -> bool | None:
    """pedagang di jalan Melur | mengatakan: a site whose noun is written small."""
    article, name = joint.article, joint.at + 2
    site = joint.low in TO_WORKPLACE and joint.next_low in _SITES
    return True if site and name < joint.end and article.features[name] & CAPITAL else None


def _site(joint: Joint) -> bool:
    """pedagang di Pasar Induk | mengatakan; pedagang | di Melur: a site or an organization with a capital."""
    return joint.next_capital and (joint.next_organization or joint.next_low in _SITES)


WORKPLACES: list[Question] = [
    # before _from_organization: *Istana* is an organization
    _from_palace,
    # before _no_trade: an office is no trade
    _office_at,
    # before _no_trade: the same
    _office_before_name,
    # before _no_trade: a paper is none
    _from_organization,
    # before _site: the site of what was said looks the same
    _after_full_name,
    # before _from: all below ask about a trade, kin or somebody of a kind
    _no_trade,
    # before _site: somebody may be from a place that is no site
    _from,
    # before _site: or be born there
    _native,
    # before _site: its noun has no capital
    _small_site,
    _site,
]
"""Asked of *di*, *dari*, *pada*, *asal*: does it lead to where somebody works or comes from?"""

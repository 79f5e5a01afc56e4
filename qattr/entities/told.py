"""Whom the narrator's sentences before a quotation are about: *Hasan memasuki ruangan. Ia …*."""

from __future__ import annotations

from qattr.entities.discourse import Discourse
from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.rules.attribution import Turn
from qattr.rules.narrated import narrated
from qattr.text import windows
from qattr.text.features import CAPITAL, NAME

_DASHES = frozenset("-\u2013\u2014")
_PAPERS = tagged("is", "paper", "text")
"""*Laporan*, *Kabar*."""
_ONE_PERSON = tagged("refers", "one")
"""*ia*, *dia*, *beliau*."""
_COUNTED = tagged("refers", "counted")
"""*keduanya*, *ketiganya*: which two cannot be told."""
_SEVERAL = tagged("refers", "several")
"""*mereka*."""


def person_told(discourse: Discourse, number: int) -> int | None:
    """*Hasan memasuki ruangan.*: the person whom the narrator's sentence is about, if nobody spoke in it."""
    subject = discourse.told_of(number)
    if subject is None or subject.type != "name" or subject.name is None:
        return None
    if subject.last >= discourse.sentence(number)[1]:
        return None
    found = discourse.named(subject)
    if len(found) == 1 and discourse.is_person(found[0]):
        return found[0]
    return discourse.add(subject) if _names_new_person(discourse, subject, known=bool(found)) else None


def _names_new_person(discourse: Discourse, subject: Mention, *, known: bool) -> bool:
    """*Hasan Basuki*, *Rahma*: a full name that is surely a person's, or a given name that nobody bears yet."""
    article = discourse.article
    assert subject.name is not None
    i, j = subject.name
    low, names = article.lows[i], article.lexicon.given
    if low in article.lexicon.openers or is_abstract(low):
        return False
    given = [name in names for name in article.lows[i:j]]
    if len(given) == 1:
        return given[0] and low not in article.vocabulary and not known
    return given[0] or bool(subject.roles) or (any(given) and bool(article.features[i] & NAME))


def tells_on(discourse: Discourse, number: int) -> bool:
    """*Ia duduk di depan.*: whether the narrator's sentence tells on about *ia*, and nobody speaks in it."""
    subject = discourse.told_of(number)
    return subject is not None and discourse.article.lows[subject.first] in _ONE_PERSON


def prominent_one(discourse: Discourse, turn: Turn) -> int | None:
    """The person whom the sentences up to a turn are about, or the organization where the turn says *mereka*."""
    article = discourse.article
    pronoun = article.lows[turn.mention.first] if turn.mention is not None else ""
    if pronoun in _COUNTED:
        return None
    choose = _organization if pronoun in _SEVERAL else _person
    last = discourse.sentence_of(turn.at)
    for number in range(last, max(-1, last - windows.PROMINENT_SENTENCES), -1):
        begin, end = discourse.sentence(number)
        if article.words[end - 1] in _DASHES:
            continue  # WARTAMELUR.COM - …: a dateline
        subject = narrated(article, begin, end) if begin < turn.at else None
        if subject is None or subject.name is None or "." in article.lows[subject.name[0]]:
            continue  # MELUR.id - …: the paper
        chosen, at = choose(discourse, subject)
        if chosen:
            return at
    return None


def _organization(discourse: Discourse, subject: Mention) -> tuple[bool, int | None]:
    """Whether a sentence is about an organization by its name (not *kampung suaminya*), and which entity that is."""
    assert subject.name is not None
    article, i = discourse.article, subject.name[0]
    if subject.type != "organization" or not article.features[i] & CAPITAL or article.lows[i] in _PAPERS:
        return False, None  # Laporan Wartawan Harian Pagi, Hasan
    return True, discourse.add(subject)


def _person(discourse: Discourse, subject: Mention) -> tuple[bool, int | None]:
    """Whether a sentence is about somebody who is a person, and which entity that is."""
    if subject.type != "name":
        return False, None
    found = discourse.named(subject)
    if len(found) == 1 and discourse.is_person(found[0]):
        return True, found[0]
    if not _may_be_person(discourse, subject):
        return False, None
    return True, discourse.add(subject)


def _may_be_person(discourse: Discourse, subject: Mention) -> bool:
    """*Rahma*, *Hasan Basuki*, *Bupati Melur, Lukas*: a given name, several words, a rank or a role."""
    assert subject.name is not None
    i, j = subject.name
    article = discourse.article
    low, lex = article.lows[i], article.lexicon
    if low in lex.given:
        return True
    if low in lex.openers or is_abstract(low) or (low in article.vocabulary and not subject.roles):
        return False  # Kehadiran Rahma, Hobi Rahma
    return (j - i > 1 and low not in lex.fields) or subject.rank or bool(subject.roles)

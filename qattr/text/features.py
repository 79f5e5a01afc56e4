"""What a word can be by itself, whatever stands around it: one number a word, its bits the answers.

*Rahma* is ``CAPITAL | ALPHA | GIVEN | NAME | …`` in every article, so the tables of the lexicon are asked once, when
the word is met first (:class:`Forms`); the rules test a bit of :attr:`qattr.text.article.Article.features`.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from qattr.lexicon import Lexicon
from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged

DETERMINERS = tagged("refers", "back")
"""They close a description of somebody named before: *politikus itu*."""
HUMANS = tagged("is", "human")
"""Human beings by what they are rather than by their role: *pria*, *saksi*, *lulusan*."""
CREDITS = tagged("opens", "credit")
"""They open the credit of a picture: *Foto: …*."""
CAPITAL_ONLY = tagged("written", "capital")
"""English words that are part of a role only with a capital: *Product Manager*."""
BEFORE_ENGLISH_ROLE = tagged("english", "before_role")
"""They begin a role if the noun of one follows: *Investment Strategist*, *Wealth Management Head*."""
ROMAN = tagged("is", "roman_number")
"""Numbers of units, popes and kings: *Komisi II*, *Paku Buwono XIII*."""
INITIALS = tagged("in_name", "initials")
"""Letters that begin a name though they are written like an acronym: *FX Hadi*, *Tb Hasan*."""
OPENS_CLAUSE = tagged("opens", "clause")
"""A new clause, and so a new subject, begins after one of these."""

# ------------------------------------------------------------------------------------- how it is written
CAPITAL = 1 << 0
"""*Rahma*, *al-Hamdan*."""
ALPHA = 1 << 1
"""It begins with a letter …"""
ALNUM = 1 << 2
"""… or with a letter or digit: everything else is a mark."""
UPPER = 1 << 3
"""It begins with a capital."""
LOWER = 1 << 4
"""All its letters are small."""
ACRONYM = 1 << 5
"""*DPRD*, *KPK-RI*: written in capitals throughout."""
# ----------------------------------------------------------------------------------- what it may be part of
STARTER = 1 << 6
"""It can begin a source phrase although it has no capital (*politikus*, *seorang*)."""
ROLE = 1 << 7
"""It can begin a role, trade or kinship."""
PAIR = 1 << 8
"""So can it together with the next word (*kabid humas*) or the noun that follows (*Wealth Management Head*)."""
OFFICE_NOUN = 1 << 9
"""A role noun of an office, with a capital: *Direktur* in *Persada Direktur Utama*."""
ORGANIZATION = 1 << 10
"""It can begin the name of an organization."""
TITLE = 1 << 11
"""*Dr*, *Pak*, *Kombes*."""
RANK_PART = 1 << 12
"""*Besar*: a title only after the first word of a rank."""
TITLES = TITLE | RANK_PART
"""Both: *Komisaris Besar*."""
HUMAN = 1 << 13
GIVEN = 1 << 14
NAME = 1 << 15
"""A capitalized word that is no part of a role, an organization, a field or a place."""
FIELD = 1 << 16
"""A field of work: a known one, or a noun in *pe-…-an*, *ke-…-an*."""
PLACE = 1 << 17
"""A word of some place's name."""
OFFICE = 1 << 18
"""A capitalized word of roles, organizations, fields or places, and nothing else: *Kepala Dinas Kesehatan*."""
# --------------------------------------------------------------------------------- what it does in a sentence
CUE = 1 << 19
DAY = 1 << 20
MONTH = 1 << 21
STOP = 1 << 22
"""It ends the source after a cue."""
PREPOSITION = 1 << 23
PREDICATE = 1 << 24
"""It goes on as a clause does: *akan*, *juga*, *memeriksa*."""
ADVERB = 1 << 25
"""It may stand between a subject and its verb."""
LEADS = 1 << 26
"""After it the subject of a verb may begin: *namun*, *bahwa*, a comma."""
# ------------------------------------------------------------------------------------- beside its neighbours
HANDLE = 1 << 27
"""*@melur_info*: an account."""
APART = 1 << 28
"""With a capital as well it may be no part of the name or role around it, or more than a word of it: *Senin*, *Kata*,
*Foto*, *Yang*, *S*, *detikcom*.  All other capitalized words go on with the one before them."""

BREAKS = 1 << 29
"""A stop, which may end a sentence; or a word in which a small letter meets a capital or the like: it may be two words
that have lost the blank between them."""

_STANDS_APART = tagged("capital", "stands_apart") | CREDITS | DETERMINERS
"""With a capital, too, they end a phrase or divide it: *Gubernur Rahma Kala Itu*, *Rahma Salah Satu Warga*."""
UPPER_ONLY = tagged("written", "all_capitals")
"""Roles only in capitals throughout: *ART Rina*, but *Art Gallery*."""
STOPS = frozenset(".?!\u2026")
_LETTERS = ALPHA | ALNUM
_VERBS_BEGIN = frozenset(("di", "me", "be", "te"))
"""The first two letters of the prefixes of verbs: *di-*, *me-*, *ber-*, *ter-* …"""
_ABSTRACT_BEGIN = frozenset(("pe", "ke"))
"""… and of those of abstract nouns: *pe-…-an*, *ke-…-an*."""


class Forms(dict[str, tuple[str, str, int]]):
    """A word -> the word itself, that in lower case, and what it can be.

    Articles share nearly all of their words, and a look-up is cheaper than a call; besides, the words of all articles
    are the same objects, so that their hashes are known as well.

    >>> from qattr.lexicon import DEFAULT
    >>> forms = Forms(DEFAULT, frozenset(), frozenset())
    >>> word, low, kind = forms["Mengatakan"]
    >>> word, low, bool(kind & CUE), bool(kind & CAPITAL), bool(kind & GIVEN)
    ('Mengatakan', 'mengatakan', True, True, False)
    """

    __slots__ = ("_bits", "_same", "given", "lexicon", "of_office", "pairs", "place_words")

    def __init__(self, lexicon: Lexicon, starters: Set[str], of_office: Set[str]) -> None:
        self.lexicon = lexicon
        self.given, self.place_words = lexicon.given, lexicon.place_words
        self.of_office = of_office
        self.pairs = frozenset(name.split(" ", 1)[0] for name in lexicon.role_abbreviations if " " in name)
        self._same: dict[int, int] = {}
        """Equal features are one object, which is then always at hand."""
        said: dict[str, int] = {}
        self._bits = said
        """What the small tables say of their words; the two large ones are asked themselves."""
        for bits, table in (
            (STARTER, starters),
            (FIELD, lexicon.fields),
            (ORGANIZATION, lexicon.organizations),
            (HUMAN, HUMANS),
            (MONTH | APART, lexicon.months),
            (CUE | APART, lexicon.cues),
            (DAY | APART, lexicon.days),
            (STOP | APART, lexicon.stops),
            (PREPOSITION | APART, lexicon.prepositions),
            (ADVERB | PREDICATE, lexicon.subject_adverbs),
            (PREDICATE, lexicon.predicates),
            (LEADS, OPENS_CLAUSE.union(lexicon.connectives, ',:;-\u2013\u2014)"\u201c\u201d\u00ab\u00bb')),
            (BREAKS, STOPS),
            (APART, lexicon.abbreviations),
            (APART, lexicon.degrees),
            (APART, _STANDS_APART),
        ):
            for word in table:
                said[word] = said.get(word, 0) | bits
        for word, title in lexicon.titles.items():
            said[word] = said.get(word, 0) | (RANK_PART if title == "rank_part" else TITLE)

    def __missing__(self, word: str) -> tuple[str, str, int]:
        low = word.lower()
        if low == word:
            low = word
        features = self._by_letters(word, low)
        features |= self._by_affixes(low, features)
        if features & STARTER:
            features |= self._as_role(word, low)
        if word.islower():
            features |= LOWER
        elif low is not word:  # neither small letters nor a mark or number
            features |= self._capital(word, low, features)
        if features & ALNUM and _may_be_two(word, low) and _has_seam(word):
            features |= BREAKS
        known = self[word] = (word, low, self._same.setdefault(features, features))
        return known

    def _by_letters(self, word: str, low: str) -> int:
        """What the tables say of a word, and what its characters are."""
        found = self._bits.get(low, 0)
        if low in self.given:
            found |= GIVEN
        if low in self.place_words:
            found |= PLACE
        if not word.isalpha():
            return found | _by_characters(word, low)
        return found | (_LETTERS if len(word) > 1 else _LETTERS | APART)

    def _by_affixes(self, low: str, features: int) -> int:
        """What the affixes of a word say: *memeriksa* is a verb, *pendidikan* a field of work."""
        begin = low[:2]
        if begin in _VERBS_BEGIN:
            return PREDICATE if not features & PREDICATE and verb_like(low) else 0
        if begin in _ABSTRACT_BEGIN:
            return FIELD if low[-2:] == "an" and not features & GIVEN and len(low) > _SHORT_ABSTRACT else 0
        return APART if begin == "de" and is_site(low) else 0

    def _as_role(self, word: str, low: str) -> int:
        """A word of an English role is one only with its capital (*Program Manager*), some only in capitals (*PM*)."""
        if not self._is_role(low):
            return PAIR if low in self.pairs else 0
        if low in UPPER_ONLY:
            return ROLE if word.isupper() else 0
        return ROLE if low not in CAPITAL_ONLY or word[0].isupper() else 0

    def _is_role(self, low: str) -> bool:
        """A word that begins a role: a role noun, a word in front of one, an abbreviation."""
        lex = self.lexicon
        return low in lex.roles or low in lex.role_modifiers or low in lex.role_abbreviations

    def _capital(self, word: str, low: str, features: int) -> int:
        """What a word is besides that is not all in small letters."""
        found = UPPER if word[0].isupper() else 0
        capital = bool(found) or is_capital(word)
        if found and low in BEFORE_ENGLISH_ROLE:
            found |= PAIR
        acronym = word.isupper() and is_acronym(word)
        if acronym:
            found |= ACRONYM
        if low in self.lexicon.acronyms and (word.isupper() or (capital and len(low) > 4 and not features & GIVEN)):
            found |= ORGANIZATION
        return found | self._with_capital(low, features | found & ACRONYM) if capital else found

    def _with_capital(self, low: str, features: int) -> int:
        """What a word with a capital may be part of: a name, a role, an organization."""
        found = CAPITAL
        if self.lexicon.roles.get(low) == "office":
            found |= OFFICE_NOUN
        in_office = features & (PLACE | TITLES) or low in self.of_office
        if not features & ACRONYM and (features & GIVEN or not in_office):
            found |= NAME
        if not features & (GIVEN | TITLES | MONTH) and (features & _OF_OFFICES or self._is_role(low)):
            found |= 0 if may_be_letters(low) else OFFICE
        return found


_SHORT_ABSTRACT = 7
"""Letters of a word in *pe-…-an*, *ke-…-an* that is hardly a field of work: *kerikil*, *pekan*."""
_OF_OFFICES = HUMAN | PLACE | FIELD | ORGANIZATION


def _may_be_two(word: str, low: str) -> bool:
    """Whether a word may have lost a blank inside: a small letter before a capital, a hyphen, a site at its end."""
    if "detik" in low and "detik" in word:
        return True
    return not word.islower() and ("-" in word or not (word.isupper() or word[1:].islower()))


def _has_seam(word: str) -> bool:
    """*dilansirAntara*, *dikutipdetik*, *Solo-Kapolres*: where it may have lost it."""
    parts = pairwise(word.split("-"))
    return (
        any(before.islower() and after.isupper() for before, after in pairwise(word))
        or "tdetik" in word
        or "rdetik" in word
        or any((left[-1:].islower() or left[-1:].isdecimal()) and right[:1].isupper() for left, right in parts)
    )


def _by_characters(word: str, low: str) -> int:
    """What the characters of a word tell that holds others than letters."""
    first = word[0]
    apart = APART if len(word) == 1 or is_site(low) else 0
    if first.isalpha():
        return apart | ALPHA | ALNUM
    if first.isalnum():
        return apart | ALNUM
    return apart | HANDLE if first == "@" and len(word) > 1 else apart


def is_site(low: str) -> bool:
    """*detikcom*, *kompas.com*: a word (lower case) that is the name of a site by its form."""
    return "." in low or low.startswith("detik")


def is_capital(word: str) -> bool:
    """*Rahma*, *al-Hamdan*."""
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())


def is_acronym(word: str) -> bool:
    """*DPRD*, *KPK-RI*: written in capitals throughout."""
    return len(word) > 1 and word.isupper() and word.replace("-", "").isalpha()


def may_be_letters(low: str) -> bool:
    """Letters before a name or a number after one (lower case): *FX Hadi*, *I Made*, *Komisi III*, *Timnas U-16*."""
    return len(low) == 1 or low == "ni" or low[:2] == "u-" or low in INITIALS or low in ROMAN

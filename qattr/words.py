"""What one word can be: the beginning of a post, of a body, a title, a place, a field of work, part of a name.

These are the questions that every reader of a source phrase asks; none of them looks farther than a word or two.
"""

from __future__ import annotations

from qattr.lexer import Article, derived
from qattr.morphology import verb_like
from qattr.vocabulary import CAPITAL_ONLY, UPPER_ONLY

Range = tuple[int, int]
"""Words ``i`` to ``j``, half-open."""


def is_capital(word: str) -> bool:
    """*Rahma*, *al-Hamdan*."""
    return word[0].isupper() or (len(word) > 3 and word[2] == "-" and word[3].isupper())


def is_acronym(word: str) -> bool:
    """*DPRD*, *KPK-RI*: written in capitals throughout."""
    return len(word) > 1 and word.isupper() and word.replace("-", "").isalpha()


def ordinal(low: str) -> bool:
    """*ke-5*."""
    return low.startswith("ke-") and low[3:].isdigit()


def role_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin a post, trade or kinship."""
    low = article.lows[i]
    if low not in article.starters:
        return False  # most words: every role is a starter
    lex = article.lexicon
    if low in lex.roles or low in lex.role_modifiers or low in lex.role_abbreviations:
        if low in UPPER_ONLY:
            return article.words[i].isupper()
        return low not in CAPITAL_ONLY or article.words[i][0].isupper()
    return _pair(article, i) in lex.role_abbreviations


def _pair(article: Article, i: int) -> str:
    """Word ``i`` and the next."""
    lows = article.lows
    return f"{lows[i]} {lows[i + 1]}" if i + 1 < len(lows) else lows[i]


def body_word(article: Article, i: int) -> bool:
    """Whether word ``i`` can begin the name of a body."""
    low = article.lows[i]
    lex = article.lexicon
    if low in lex.bodies or (low in article.acronyms and is_capital(article.words[i])):
        return True
    return low in lex.acronyms and (
        article.words[i].isupper() or (is_capital(article.words[i]) and len(low) > 4 and low not in lex.given)
    )


def title_word(article: Article, i: int) -> bool:
    """Whether word ``i`` is a title or a rank: *Dr*, *Pak*, *Kombes*."""
    titles = article.lexicon.titles
    kind = titles.get(article.lows[i])
    if kind != "rank_part":
        return kind is not None
    for k in range(i - 1, max(-1, i - _RANK_PARTS), -1):
        kind = titles.get(article.lows[k])
        if kind != "rank_part":
            return kind is not None
    return False


_RANK_PARTS = 8
"""Words that a rank can have behind its first: *Komisaris Besar Polisi*."""


def place_length(article: Article, i: int, end: int) -> int:
    """How many words from ``i`` on are the name of a place (0 for none)."""
    lex, lows = article.lexicon, article.lows
    if lows[i] not in lex.place_words:
        return 0
    for j in range(min(end, i + 4), i, -1):
        if " ".join(lows[i:j]) in lex.places:
            return j - i
    return 0


def field_word(article: Article, i: int) -> bool:
    """Whether word ``i`` names a field of work: a known one, or a noun in *pe-…-an*, *ke-…-an*."""
    low = article.lows[i]
    return (
        low in article.lexicon.fields
        or (low in article.vocabulary and low not in article.lexicon.given)
        or (low[:2] in ("pe", "ke") and low.endswith("an") and len(low) > 7 and low not in article.lexicon.given)
    )


def no_person(article: Article, i: int) -> bool:
    """Whether word ``i`` can stand inside the name of a post: no person, post, title or place."""
    low, lex = article.lows[i], article.lexicon
    if low in lex.fields and lex.roles.get(low) != "post":
        return True
    if (role_word(article, i) and lex.roles.get(low) != "kin") or low in lex.given:
        return False
    return field_word(article, i) or not (low in lex.titles or low in lex.place_words or low in lex.bodies)


def plain_name(article: Article, i: int) -> bool:
    """A capitalized word that is no part of a post, a body, a field or a place."""
    low, lex = article.lows[i], article.lexicon
    if not is_capital(article.words[i]) or is_acronym(article.words[i]):
        return False
    if low in lex.given:
        return True
    return not (low in derived(lex).of_office or low in lex.place_words or low in lex.titles)


def contains_role(article: Article, i: int, j: int) -> bool:
    """Whether a post stands behind the first word of ``i``-``j``: *Persada Direktur Utama*."""
    roles = article.lexicon.roles
    return j - i > 1 and any(
        roles.get(low) == "post" and is_capital(article.words[k])
        for k, low in enumerate(article.lows[i + 1 : j], i + 1)
    )


def capitals_end(article: Article, i: int, end: int) -> int:
    """Behind the run of capitalized words at ``i``: *Rahma Wulandari* | *mengatakan*."""
    while i < end and is_capital(article.words[i]) and article.words[i][0].isalpha():
        i += 1
    return i


def opens_predicate(article: Article, i: int) -> bool:
    """Whether word ``i`` goes on as a clause does rather than a phrase: *akan*, *diduga*, *memeriksa*."""
    low, lex = article.lows[i], article.lexicon
    return low in lex.predicates or low in lex.subject_adverbs or verb_like(low)

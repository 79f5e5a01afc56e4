"""Where a subject may begin in its sentence, leftmost first: at its head, after a connective, a comma, a role noun.

*Sementara itu,* | *Rahma mengatakan*, *Dalam rapat di Solo,* | *Bupati Rahma menilai*.
"""

from __future__ import annotations

from collections.abc import Iterator

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions import after_degrees
from qattr.mentions.single_words import role_word
from qattr.text import windows
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALNUM, ALPHA, CAPITAL, GIVEN, LEADS, LOWER, OFFICE_NOUN, STOP, TITLES
from qattr.text.walk import COMMA, last_of

SKIPPED = tagged("skipped", "before_subject")

FEELINGS = tagged("is", "feeling")
SEVERAL = tagged("counts", "several")
PRONOUNS = tagged("refers", "person")
_POINTS_BACK = tagged("after", "connective")
_IN_A_SUBJECT = tagged("refers", "back") | tagged("joins", "names")
_POINTS_AT_TIME = tagged("after", "time")
_ROLE_OR_LEADS = OFFICE_NOUN | LEADS


def openings(article: Article, start: int, cue: int) -> Iterator[int]:
    """*Dalam rapat di Solo,* | *Rahma mengatakan*: the words at which the subject of the verb at ``cue`` may begin.

    Leftmost first, for most often the sentence begins with it; a word can be among them more than once."""
    lows, features = article.lows, article.features
    if not features[start] & LEADS or lows[start] not in article.lexicon.connectives:
        yield start
    connectives = article.lexicon.connectives
    at = start
    while at < cue and (lows[at] in SKIPPED or not features[at] & ALNUM or lows[at] in connectives):
        at += 1
    # a connective phrase may itself be several words (Di sisi lain, Lebih lanjut); every later place counts as well
    if at > start:
        yield at
    if lows[start] == "lanjut":
        yield start + 1  # Lanjut Rahma mengatakan …
    for i, bits in enumerate(features[start:cue], start):
        if not bits & _ROLE_OR_LEADS:
            continue
        if bits & OFFICE_NOUN and i > start and not (features[i - 1] & CAPITAL and _is_role(article, i - 1)):
            yield i
        if bits & LEADS:
            yield i + 1
            if i + 2 < cue and lows[i + 1] in _POINTS_BACK:
                yield i + 2
    begin = _begins_at_verb(article, start, cue)
    if begin is not None:
        yield begin
    else:
        last = _before_adverbs(article, start, cue)
        if last > start and lows[last] in PRONOUNS and (verb_like(lows[cue]) or lows[cue] in FEELINGS):
            yield last  # Lebih lanjut ia menjelaskan …, Secara bertahap dia meyakini …


def _is_role(article: Article, i: int) -> bool:
    """*Ketua* | *pedagang*, but *Banyak* | *pedagang*: a role noun that counts nobody."""
    return role_word(article, i) and article.lows[i] not in SEVERAL


def _begins_at_verb(article: Article, start: int, cue: int) -> int | None:
    """*Lebih jauh* | *Budi menilai*: where a name or role right before the verb begins, whatever stands before it."""
    lows, lex = article.lows, article.lexicon
    last = _before_degrees(article, start, _before_adverbs(article, start, cue))
    i = last
    while i >= start and last - i < windows.NAME_AT_VERB and _is_part_of_subject(article, start, i):
        i -= 1
    if i == last:
        return None
    begin = i + 1
    while start < begin < last and _is_no_head(article, begin):
        begin += 1
    if begin + 2 <= last and lows[begin + 1] in _POINTS_AT_TIME and lows[begin] in lex.openers:
        begin += 2  # Hari ini Persada mengumumkan …
    return begin


def _before_adverbs(article: Article, start: int, cue: int) -> int:
    """*Budi* | *, juga menilai*: the last word before a verb that is no adverb."""
    i = cue - 1
    while i > start and (article.features[i] & ADVERB or (i == cue - 1 and article.words[i] == ",")):
        i -= 1
    return i


def _is_part_of_subject(article: Article, start: int, i: int) -> bool:
    """*Ir. Rahma dan Bupati (Melur)*: a capital, a role, *dan*, brackets, the dot of a title."""
    word, features = article.words[i], article.features
    if features[i] & ALPHA:
        return bool(features[i] & CAPITAL) or article.lows[i] in _IN_A_SUBJECT or role_word(article, i)
    return word in "()" or (word == "." and i > start and bool(features[i - 1] & TITLES))


def _is_no_head(article: Article, i: int) -> bool:
    """*Namun* | *Rahma*: a connective, or a word that ends a source, and no given name or role as well."""
    bits = article.features[i]
    if bits & GIVEN or not (bits & STOP or article.lows[i] in article.lexicon.connectives):
        return False
    return not role_word(article, i)


def _before_degrees(article: Article, start: int, last: int) -> int:
    """*Rahma Wulandari* | *, S.H., M.Si*: the last word before the degrees that end with word ``last``."""
    if article.features[last] & LOWER:
        return last  # most words before a verb
    comma = last_of(article.lows, COMMA, max(start, last - windows.DEGREES) + 1, last)
    if comma is None or after_degrees(article, comma + 1, last + 1) <= last:
        return last
    return comma - 1

"""Where a source phrase ends, and the segments into which commas and dashes divide it.

*Rahma Wulandari (45), | Kepala Dinas Kesehatan, Perumahan, dan Permukiman, |* mengatakan: some commas part segments,
some stand inside the name of a role, the last one ends the phrase.

:class:`Phrase` walks over the words.  At each it asks the questions of :data:`AT_WORDS`, :data:`AT_COMMAS` or
:data:`AT_MARKS`: ``True`` (the phrase goes on; the question has moved it on), ``False`` (it ends
before the word) or ``None`` (not my business).  The first line of their docstrings is a phrase in which ``|`` marks the
cuts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from qattr.lexicon.tags import tagged
from qattr.mentions.commas import Comma, added, begins_role, list_goes_on
from qattr.mentions.decisions import first_answer
from qattr.mentions.names import OPENS_DEGREE, after_degrees, name_start
from qattr.mentions.segments import CAPITAL_MASK, CAPITAL_WORD, goes_on_with
from qattr.mentions.single_words import Range, opens_predicate, organization_word, role_word
from qattr.text.article import Article
from qattr.text.features import ACRONYM, ALNUM, ALPHA, CAPITAL, LOWER, NAME, STARTER
from qattr.text.windows import BRACKET_WORDS, DASHED_WORDS


def split_phrase(article: Article, i: int, end: int) -> tuple[list[Range], int, list[tuple[int, Range]]]:
    """*Rahma Wulandari* | *peneliti senior* | …: the segments of the phrase that begins at word ``i``, where it ends,
    and its brackets (where each stands, and the words in it).

    All are word indexes; the phrase ends before word ``end``."""
    phrase = Phrase(article, i, end)
    features = article.features
    while phrase.at < end:
        at = phrase.at
        bits = features[at]
        if bits & CAPITAL_MASK == CAPITAL_WORD and not features[phrase.start] & ACRONYM:
            phrase.at += 1  # most words are of this kind: Kepala Dinas Kesehatan Rahma Wulandari
        elif not first_answer(_questions(bits, article.words[at]), phrase):
            break
    phrase.close()
    _drop_subject(phrase)
    return phrase.segments, phrase.at, phrase.brackets


def _questions(bits: int, word: str) -> list[Question]:
    """What is asked at a word with these features."""
    if bits & ALNUM:
        return AT_WORDS
    return AT_COMMAS if word == "," else AT_MARKS


class Phrase:
    """A phrase while it is read: its segments so far, and the word that is asked about next."""

    __slots__ = ("article", "at", "brackets", "end", "named", "roled", "segments", "start")

    article: Article
    end: int
    """Before it the phrase must end."""
    start: int
    """The first word of the segment that is open."""
    at: int
    """The word that is asked about."""
    segments: list[Range]
    brackets: list[tuple[int, Range]]
    named: bool
    """A segment with a name has been closed."""
    roled: bool
    """A segment that begins with a role has been closed."""

    def __init__(self, article: Article, start: int, end: int) -> None:
        self.article, self.end = article, end
        self.start = self.at = start
        self.segments, self.brackets = [], []
        self.named = self.roled = False

    @property
    def word(self) -> str:
        """The word that is asked about."""
        return self.article.words[self.at]

    @property
    def empty(self) -> bool:
        """Whether the open segment has no word yet."""
        return self.at == self.start

    def has(self, i: int, bits: int) -> bool:
        """Whether word ``i`` is inside the phrase's bounds and has one of these features."""
        return i < self.end and bool(self.article.features[i] & bits)

    def close(self) -> None:
        """The open segment ends before the word that is asked about."""
        if not self.empty:
            self.segments.append((self.start, self.at))

    def open(self, i: int) -> None:
        """The next segment begins at word ``i``."""
        self.start = self.at = i


Question: TypeAlias = Callable[[Phrase], bool | None]
"""Does the phrase go on at the word that is asked about?  Yes (the question has moved on), no, or not my business."""


def _drop_subject(phrase: Phrase) -> None:
    """*Menurut Rahma,* | *korban diduga terpeleset*: a segment before a predicate is the subject of the clause, not an
    addition to the phrase."""
    segments, features, at = phrase.segments, phrase.article.features, phrase.at
    if len(segments) < 2 or segments[-1][1] != at or not phrase.has(at, ALPHA):
        return
    first = segments[-1][0]
    if features[first] & LOWER and opens_predicate(phrase.article, at):
        segments.pop()
        phrase.at = first - (phrase.article.words[first - 1] == ",")


# --------------------------------------------------------------------------------------------- at a word


def _description_without_comma(phrase: Phrase) -> bool | None:
    """Tarno | salah satu warga, | mengatakan; Rahma | pedagang beras, | hadir: a description right after a name."""
    article, at, start = phrase.article, phrase.at, phrase.start
    features, low = article.features, article.lows[at]
    if not features[at] & STARTER or phrase.named or phrase.empty:
        return None
    trade = features[at] & LOWER and article.lexicon.roles.get(low) == "trade"
    name = features[start] & NAME and not role_word(article, start)
    after_name = name and (features[at - 1] & CAPITAL or article.words[at - 1] == ")")
    if not after_name or not (trade or low in _OPENS_DESCRIPTION):
        return None
    phrase.close()
    phrase.open(at)
    phrase.named = True
    return _goes_on(phrase)


_OPENS_DESCRIPTION = tagged("opens", "description") - tagged("introduces", "role")


def _goes_on(phrase: Phrase) -> bool:
    """Kepala Dinas Pasar | mengatakan; Sara K. Lubis | mengatakan: what goes on with no segment ends the phrase."""
    if not goes_on_with(phrase.article, phrase.start, phrase.at, phrase.end):
        return False
    phrase.at += 1
    return True


AT_WORDS: list[Question] = [
    # before _goes_on: *warga* goes on with a role, not with the name before it
    _description_without_comma,
    _goes_on,
]
"""Asked at a word or number."""


# --------------------------------------------------------------------------------------------- at a mark


def _bracket(phrase: Phrase) -> bool | None:
    """Rahma (45) | mengatakan: what stands in brackets is left out."""
    if phrase.word not in _OPENING or phrase.empty:
        return None
    close = _mark_after(phrase, _CLOSING, BRACKET_WORDS)
    if close is None:
        return False
    phrase.brackets.append((phrase.at, (phrase.at + 1, close)))
    phrase.at = close + 1
    return True


_OPENING, _CLOSING = "([", ")]"


def _mark_after(phrase: Phrase, marks: str, words: int) -> int | None:
    """Where the next of some marks stands, within so many words."""
    column = phrase.article.words
    return next((k for k in range(phrase.at + 1, min(phrase.end, phrase.at + words)) if column[k] in marks), None)


def _dotted_degree(phrase: Phrase) -> bool | None:
    """Rahma Wulandari S.H., M.Hum. | mengatakan; Rahma SH., MH. | mengatakan: degrees right after the name."""
    first, article = phrase.at - 1, phrase.article
    if phrase.word != "." or first <= phrase.start:
        return None
    if article.words[first] not in OPENS_DEGREE and article.lows[first] not in article.lexicon.degrees:
        return None
    end = after_degrees(article, first, phrase.end)
    if end <= phrase.at or (end == phrase.at + 1 and not phrase.has(end, LOWER)):
        return None  # Ketua DPRD Rahma SE. | Ia mengatakan
    phrase.at = end
    return True


def _slash(phrase: Phrase) -> bool | None:
    """Hendra Sasmaka | /Hasan Basri: a pair of players, two people."""
    two = (
        phrase.word == "/" and not phrase.empty and phrase.has(phrase.at - 1, NAME) and phrase.has(phrase.at + 1, NAME)
    )
    return False if two else None


def _dashes(phrase: Phrase) -> bool | None:
    """Ibnu Salman - | ulama kota itu - | mengatakan: a description between dashes ends the phrase."""
    after = phrase.at + 1
    if phrase.word not in _DASHES or phrase.empty or after >= phrase.end:
        return None
    if not phrase.article.words[after][0].islower() or not role_word(phrase.article, after):
        return None
    close = _mark_after(phrase, _DASHES, DASHED_WORDS)
    if close is None:
        return None
    phrase.close()
    phrase.segments.append((after, close))
    phrase.open(close + 1)
    return False


_DASHES = "-\u2013\u2014"


def _degrees(phrase: Phrase) -> bool | None:
    """Rahma Wulandari, S.H., M.Hum., | mengatakan: degrees belong to the name."""
    after = phrase.at + 1
    end = after_degrees(phrase.article, after, phrase.end) if phrase.has(after, CAPITAL) else after
    if end == after:
        return None
    phrase.at = end
    return True


def _listed(phrase: Phrase) -> bool | None:
    """Kepala Dinas Kesehatan, Perumahan, dan Permukiman | mengatakan: the comma stands inside the name of a role."""
    article, start = phrase.article, phrase.start
    may_hold_list = begins_role(article, start) or (phrase.has(start, CAPITAL) and organization_word(article, start))
    if not may_hold_list or not list_goes_on(article, phrase.at, phrase.end):
        return None
    phrase.at += 1
    return True


def _age(phrase: Phrase) -> bool | None:
    """Sutarmi, 47 tahun, | warga Melur, | mengatakan: an age is kept as a bracket is."""
    number, article = phrase.at + 1, phrase.article
    if number + 2 >= phrase.end or not article.words[number][0].isdigit():
        return None
    if article.lows[number + 1] != "tahun" or article.words[number + 2] != ",":
        return None
    phrase.brackets.append((phrase.at, (number, number + 2)))
    phrase.close()
    phrase.named = phrase.named or not begins_role(article, phrase.start)
    phrase.open(number + 3)
    return True


def _addition(phrase: Phrase) -> bool:
    """Rahma Wulandari, | kepala pasar, | mengatakan: what the words after the comma add (:mod:`.commas`)."""
    comma = Comma(phrase.article, phrase.start, phrase.at, phrase.end, phrase.named, phrase.roled)
    gain = added(comma)
    if gain == "nothing":
        return False
    if gain == "place":
        phrase.at += 1
        return True
    if comma.headed:
        phrase.roled = True
        named = gain == "role" and name_start(phrase.article, phrase.start, phrase.at) < phrase.at
    else:
        named = not (gain == "name" and phrase.roled)
    phrase.named = phrase.named or named
    phrase.close()
    phrase.open(phrase.at + 1)
    return True


AT_COMMAS: list[Question] = [
    # before _addition: *S.H.* looks like a name
    _degrees,
    # before _addition: *Jalan* looks like an organization
    _listed,
    # before _addition: a number begins a clause
    _age,
    _addition,
]
"""Asked at a comma: it stands inside a segment, divides two, or ends the phrase."""


AT_MARKS: list[Question] = [
    _bracket,
    # before _goes_on: the last dot of *S.H. mengatakan* goes on with nothing
    _dotted_degree,
    # before _goes_on: a mark between two capitals belongs to one name
    _slash,
    # before _goes_on: a dash goes on with nothing else
    _dashes,
    _goes_on,
]
"""Asked at another mark than a comma."""

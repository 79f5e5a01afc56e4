"""Text -> words with their offsets, and the paragraphs: one scan, which makes the :class:`Article`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain, compress, count
from typing import Any

from qattr.lexicon import DEFAULT, Lexicon
from qattr.text.acronyms import spelled_out
from qattr.text.article import Article
from qattr.text.derived import current
from qattr.text.features import Forms
from qattr.text.noise import noise_spans
from qattr.text.words import ODD, cut_odd


def scan(text: str, lexicon: Lexicon = DEFAULT) -> Article:
    """Cut a text into words.

    >>> scan("Kata Budi, siap.").words
    ('Kata', 'Budi', ',', 'siap', '.')
    """
    tables = current(lexicon)
    forms = tables.forms
    cells = tuple(_Cells(list(map(tables.chunks.__getitem__, _chunks(text)))))
    words, lows, features = cells[::4], cells[1::4], cells[2::4]
    ends = list(accumulate(cells[3::4], initial=-1))  # no blank stands before the first word
    del ends[0]
    vocabulary = frozenset(words)
    if not vocabulary.isdisjoint(ODD):
        bare, widths = cut_odd(text)
        words, lows, features = _columns(forms, bare)
        ends = list(accumulate(widths))
        vocabulary = frozenset(words)
    elif "" in vocabulary:  # a third blank, or a tab before one
        lows, features, ends = (
            tuple(compress(lows, words)),
            tuple(compress(features, words)),
            list(compress(ends, words)),
        )
        words = tuple(filter(None, words))
        vocabulary -= {""}
    article = Article(text, lexicon, words, lows, features, ends, vocabulary, _paragraphs(text))
    seams = {words[i] for i in article.seams}
    glued = _glued(seams, lexicon) if seams else {}
    if glued:
        bare, ends = _unglue(words, ends, glued)
        words, lows, features = _columns(forms, bare)
        article = Article(text, lexicon, words, lows, features, ends, vocabulary, article.paragraphs)
    article.noise = noise_spans(article, seams)
    article.acronyms = spelled_out(article)
    article.spelled = dict(reversed(article.acronyms.values()))
    return article


class _Cells:
    """The cells of all rows, and about how many they are: a tuple that grows by and by is copied a dozen times."""

    __slots__ = ("rows",)

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(self.rows)

    def __length_hint__(self) -> int:
        return _CELLS * len(self.rows)


_CELLS = 5
"""Cells of a row: four for each word, and one row in five is of several words."""


def _chunks(text: str) -> list[str]:
    """What stands between the blanks; of two that stand side by side, the second belongs to what follows."""
    return text.replace("\n", " ").replace("  ", " \t").split(" ")


def _columns(forms: Forms, words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """The words, the words in lower case and their features, each for itself."""
    return tuple(zip(*map(forms.__getitem__, words), strict=True)) or ((), (), ())  # type: ignore[return-value]


_GOES_ON_BELOW = ",\"'\u201d\u2019"
"""Ends of a line after which a small letter on the next line goes on (*"Kami siap,"* / *ujar Rahma*)."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that hold something; a line that goes on with a small letter belongs to the one before."""
    found: list[tuple[int, int]] = []
    end = -1
    odd = "\r" in text or "\u2028" in text or "\u2029" in text
    for line in re.split(r"[\r\n\u2028\u2029]", text) if odd else text.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        organization = line.lstrip()
        if not organization:
            continue
        last = found[-1][1] if found else 0
        near = bool(found) and text.count("\n", last, start) < 2  # no blank line between
        if near and organization[0].islower() and (text[last - 1].isalnum() or text[last - 1] in _GOES_ON_BELOW):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


_SEAM = re.compile(r"([A-Za-z]?[a-z]+?)((?:[A-Z]|(?<=ansir|kutip|.dari)detik)[\w'-]*)$")


def _glued(seams: set[str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Words that lost the blank between them (*PenmasPolda*, *dilansirAntara*), where one of the two is known."""
    found: dict[str, tuple[str, ...]] = {}
    for word in seams:
        if "-" in word:
            left, _, right = word.partition("-")
            if (
                right[:1].isupper()
                and (left[-1:].isdigit() or (left.lower() in lexicon.places and left[:1].isupper()))
                and _opens_phrase(right.lower(), lexicon)
            ):
                found[word] = (left, "-", right)  # Warta7-Ketua, Solo-Kapolres: an outlet or place glued to a role
            continue
        seam = _SEAM.match(word) if len(word) > 4 else None
        if seam is None:
            continue
        left, right = seam.groups()
        low, tail = left.lower(), right.lower()
        if (
            low in lexicon.cues
            or low in lexicon.prepositions
            or low in lexicon.place_words
            or (low in lexicon.given and len(low) > 3)
            or lexicon.titles.get(tail) == "rank"
            or lexicon.organizations.get(tail) == "organization"
        ):
            found[word] = (left, right)
    return found


def _opens_phrase(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.roles or low in lexicon.organizations or low in lexicon.role_abbreviations


def _unglue(words: tuple[str, ...], ends: list[int], glued: dict[str, tuple[str, ...]]) -> tuple[list[str], list[int]]:
    """The words and their ends, with those that are glued taken apart."""
    new_words: list[str] = []
    new_ends: list[int] = []
    done = 0
    for i in compress(count(), map(glued.__contains__, words)):
        parts = glued[words[i]]
        new_words += words[done:i]
        new_words += parts
        new_ends += ends[done:i]
        new_ends += accumulate(map(len, parts[1:]), initial=ends[i] - len(words[i]) + len(parts[0]))
        done = i + 1
    return [*new_words, *words[done:]], [*new_ends, *ends[done:]]

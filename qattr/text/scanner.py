"""Text -> words with their offsets, and the paragraphs: one scan, which makes the :class:`Article`."""

from __future__ import annotations

import re
from itertools import accumulate, chain, compress, count

from qattr.lexicon import DEFAULT, Lexicon
from qattr.lexicon.tags import tagged
from qattr.text.acronyms import spelled_out
from qattr.text.article import Article, Columns
from qattr.text.derived import Derived, current
from qattr.text.features import Forms
from qattr.text.noise import noise_spans
from qattr.text.words import ODD, cut_odd


def scan(text: str, lexicon: Lexicon = DEFAULT) -> Article:
    """Cut a text into words.

    >>> scan("Kata Budi, siap.").words
    ('Kata', 'Budi', ',', 'siap', '.')
    """
    tables = current(lexicon)
    article = Article(text, lexicon, _columns(text, tables), _paragraphs(text))
    seams = {article.words[i] for i in article.seams}
    glued = _glued(seams, lexicon) if seams else {}
    if glued:
        article = Article(text, lexicon, _taken_apart(article, glued, tables.forms), article.paragraphs)
    article.noise = noise_spans(article, seams)
    article.acronyms = spelled_out(article)
    article.spelled = dict(reversed(article.acronyms.values()))
    return article


def _columns(text: str, tables: Derived) -> Columns:
    """The words of a text and what is known of each, looked up chunk by chunk."""
    cells = chain.from_iterable(map(tables.chunks.__getitem__, _chunks(text)))
    words, lows, features, widths = zip(*cells, strict=True)
    vocabulary = frozenset(words)
    if not vocabulary.isdisjoint(ODD):
        bare, odd_widths = cut_odd(text)
        return _looked_up(bare, list(accumulate(odd_widths)), tables.forms)
    ends = list(accumulate(widths, initial=-1))  # no blank stands before the first word
    del ends[0]
    if "" in vocabulary:  # a third blank, or a tab before one
        return Columns(
            tuple(filter(None, words)),
            tuple(compress(lows, words)),
            tuple(compress(features, words)),
            list(compress(ends, words)),
            vocabulary - {""},
        )
    return Columns(words, lows, features, ends, vocabulary)


def _looked_up(words: list[str], ends: list[int], forms: Forms) -> Columns:
    """The columns of words that have been cut by hand."""
    found = [forms[word] for word in words]
    return Columns(
        tuple(word for word, _, _ in found),
        tuple(low for _, low, _ in found),
        tuple(features for _, _, features in found),
        ends,
        frozenset(words),
    )


def _chunks(text: str) -> list[str]:
    """What stands between the blanks; of two that stand side by side, the second belongs to what follows."""
    return text.replace("\n", " ").replace("  ", " \t").split(" ")


_GOES_ON_BELOW = ",\"'\u201d\u00bb\u2019"
"""Ends of a line after which a small letter on the next line goes on (*"Kami siap,"* / *ujar Rahma*)."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that hold something; a line that goes on with a small letter belongs to the one before."""
    found: list[tuple[int, int]] = []
    end = -1
    for line in _lines(text):
        start, end = end + 1, end + 1 + len(line)
        bare = line.lstrip()
        if not bare:
            continue
        if found and bare[0].islower() and _is_open_line(text, found[-1][1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _lines(text: str) -> list[str]:
    """The text without its line breaks, of whatever kind."""
    odd = "\r" in text or "\u2028" in text or "\u2029" in text
    return re.split(_LINE_BREAK, text) if odd else text.split("\n")


_LINE_BREAK = r"[\r\n\u2028\u2029]"


def _is_open_line(text: str, last: int, start: int) -> bool:
    """Whether the line that ends at ``last`` may go on at ``start``: no blank line between, nothing that closes it."""
    return text.count("\n", last, start) < 2 and (text[last - 1].isalnum() or text[last - 1] in _GOES_ON_BELOW)


_SEAM = r"(\p{L}?\p{Ll}+?)((?:\p{Lu}|(?<=ansir|kutip|.dari)detik)[\w'-]*)$"
_ENDS_LABEL = tagged("ends", "label")
"""*Baca Juga* | *Total kios*: the last words of labels, to which the article is glued."""
_SHORT_WORD = 4
"""Letters of a word that is too short to be two."""


def _glued(seams: set[str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Words that lost the blank between them (*PenmasPolda*, *dilansirAntara*), where one of the two is known."""
    found: dict[str, tuple[str, ...]] = {}
    for word in seams:
        parts = _at_hyphen(word, lexicon) if "-" in word else _at_capital(word, lexicon)
        if parts:
            found[word] = parts
    return found


def _at_seam(word: str) -> tuple[str, str]:
    """*dilansir* | *Antara*, *dikutip* | *detikcom*: the two parts of a word; the first is empty where it has none."""
    if word[1:].islower() and "detik" not in word:
        return "", word
    import regex  # late: see CONTRIBUTING.md, "Start-up"

    seam = regex.match(_SEAM, word)
    return (seam[1], seam[2]) if seam is not None else ("", word)


def _at_hyphen(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """*Warta7-Ketua*, *Solo-Kapolres*: an outlet or a place glued to a role or an organization."""
    left, _, right = word.partition("-")
    if (label := _at_label(left)) is not None:
        return (label, word[len(label) :])
    outlet_or_place = left[-1:].isdigit() or (left.lower() in lexicon.places and left[:1].isupper())
    opens_phrase = right[:1].isupper() and _opens_phrase(right.lower(), lexicon)
    return (left, "-", right) if outlet_or_place and opens_phrase else None


def _at_label(left: str) -> str | None:
    """*Juga* of *JugaCo*: the end of a label with a capital after it."""
    label = _at_seam(left)[0]
    return label if label.lower() in _ENDS_LABEL else None


def _at_capital(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """*dilansirAntara*, *PenmasPolda*: cut before the capital where the word before or after it is known."""
    left, right = _at_seam(word) if len(word) > _SHORT_WORD else ("", "")
    if not left:
        return None
    return (left, right) if _ends_apart(left.lower(), lexicon) or _begins_apart(right.lower(), lexicon) else None


def _ends_apart(low: str, lexicon: Lexicon) -> bool:
    """A word (lower case) that is one by itself: a cue, a preposition, the end of a label, a place or a given name."""
    known = low in lexicon.cues or low in lexicon.prepositions or low in _ENDS_LABEL or low in lexicon.place_words
    return known or (low in lexicon.given and len(low) > 3)


def _begins_apart(low: str, lexicon: Lexicon) -> bool:
    """A word (lower case) that begins something: a rank or an organization."""
    return lexicon.titles.get(low) == "rank" or lexicon.organizations.get(low) == "organization"


def _opens_phrase(low: str, lexicon: Lexicon) -> bool:
    """A word (lower case) that begins a role or an organization."""
    return low in lexicon.roles or low in lexicon.organizations or low in lexicon.role_abbreviations


def _taken_apart(article: Article, glued: dict[str, tuple[str, ...]], forms: Forms) -> Columns:
    """The columns of an article with the words that are glued taken apart."""
    words, ends = article.words, article.ends
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
    return _looked_up([*new_words, *words[done:]], [*new_ends, *ends[done:]], forms)

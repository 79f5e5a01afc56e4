"""Markdown: its marks belong to the file, the words to the article; offsets count both.

No parser of Markdown says where in the file an emphasis begins (markdown-it gives lines), so the marks are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qattr.reading.marks import without
from qattr.reading.opening import shown
from qattr.reading.own import is_own_markdown
from qattr.reading.plain import LEFT_OUT, decoded
from qattr.reading.types import Article, Marks, Reading, Task

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.S)
_FRONT_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.+?)\1[ \t]*\r?$", re.M)
_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+)(.*?)([ \t]+#+)?[ \t]*\r?$", re.M)
_UNDERLINED = re.compile(r"^(?=\S)(.+)\r?\n( {0,3}(?:=+|-{3,})[ \t]*)\r?$", re.M)
_LINE = re.compile(
    r"^(?:[ \t]*>[ \t]?)+"  # a quote
    r"|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)"  # an item of a list
    r"|^[ \t]*(?:[-*_][ \t]*){3,}\r?$"  # a rule
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*\S+.*$"  # where a link leads
    r"|^[ \t]*(?:```|~~~).*$",  # code
    re.M,
)
_INSIDE = re.compile(
    r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"  # a picture
    r"|\[(?=[^\[\]\n]+\](?:\(|\[)|!\[)"  # a link's words stay
    r"|\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|</?[A-Za-z][^<>\n]*>"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|`+",
    re.S,
)
_EMPHASIS = re.compile(
    r"(?P<star>\*{1,3})(?=[^\s*])[^*\n]*(?:\n[^*\n]+)*?(?<=[^\s*])(?P=star)"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_\n]*(?:\n[^_\n]+)*?(?<=[^\s_])(?P=line)(?![\w_])"
    r"|(?P<wave>~~)(?=\S)[^~\n]+?(?<=\S)(?P=wave)"
)


def article(task: Task, data: bytes, reading: Reading) -> Article:
    """The article in a Markdown file's bytes.  Raises :class:`qattr.reading.types.Unreadable`."""
    text, notes = decoded(task, data, reading)
    if is_own_markdown(text):
        raise LEFT_OUT
    marks = marks_of(text)
    return Article(shown(task.source), text, title=title_of(text), marks=marks if marks.removed else None, notes=notes)


def title_of(text: str) -> str | None:
    """The title of the front matter, or the first heading."""
    front = _FRONT.match(text)
    if front and (named := _FRONT_TITLE.search(front[1])):
        return named[2].strip()
    if heading := _HEADING.search(text, front.end() if front else 0):
        return marks_of(heading[2]).text.strip() or None
    return None


def marks_of(text: str) -> Marks:
    """The text without Markdown's marks; line breaks all stay.

    >>> marks_of("# Pasar\\n> *Kami* [siap](http://a.test),").text
    'Pasar\\nKami siap,'
    """
    first = list(_front(text))
    rest = _blanked(text, first)
    lines = list(_lines(rest))
    rest = _blanked(rest, lines)
    comments = list(_comments(rest))
    rest = _blanked(rest, comments)
    inside = [m.span() for m in _INSIDE.finditer(rest)]
    rest = _blanked(rest, inside)
    return without(text, [*first, *lines, *comments, *inside, *_emphases(rest)])


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text of the same length with letters that mean nothing where the ranges are."""
    parts, at = [], 0
    for start, end in sorted(ranges):
        if start >= at:
            parts += [text[at:start], re.sub(r"[^\r\n]", "\x00", text[start:end])]
            at = end
    return "".join([*parts, text[at:]])


def _front(text: str) -> Iterator[tuple[int, int]]:
    """The head between ``---`` lines, as spans to be left out."""
    if match := _FRONT.match(text):
        yield from _but_breaks(text, match.start(), match.end())


def _but_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without its line ends, as spans."""
    yield from ((m.start(), m.end()) for m in re.compile(r"[^\r\n]+").finditer(text, start, end))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """What stands between ``<!--`` and ``-->``; what is not closed is none."""
    at = text.find("<!--")
    while at >= 0 and (end := text.find("-->", at)) >= 0:
        yield from _but_breaks(text, at, end + 3)
        at = text.find("<!--", end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """What marks a whole line: headings, quotes, lists, rules, fences."""
    for match in _HEADING.finditer(text):
        yield match.span(1)
        if match[3]:
            yield match.span(3)
    for match in _UNDERLINED.finditer(text):
        yield match.span(2)
    for match in _LINE.finditer(text):
        yield from _but_breaks(text, match.start(), match.end())


def _emphases(text: str) -> Iterator[tuple[int, int]]:
    """Pairs of asterisks and underscores around words, those inside others too."""
    at = 0
    while match := _EMPHASIS.search(text, at):
        mark = match["star"] or match["line"] or match["wave"]
        yield match.start(), match.start() + len(mark)
        yield match.end() - len(mark), match.end()
        inner = match.start() + len(mark)
        yield from _emphases_within(text, inner, match.end() - len(mark))
        at = match.end()


def _emphases_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The marks of emphasis in a stretch, as spans of the whole text."""
    yield from ((start + a, start + b) for a, b in _emphases(text[start:end]))

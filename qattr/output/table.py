"""``table``: who said what, made for reading in a terminal (drawn by rich).

Wide terminals get a column for each fact, narrow ones fewer columns with the facts below each other, so that twenty
are enough.  Only verbatim words stand between quotation marks; paraphrase is italic and has none.
"""

from __future__ import annotations

import re

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from qattr.model import Document, Quote
from qattr.output import Style, palette
from qattr.output.fields import given
from qattr.output.safe import one_line
from qattr.reading.types import Article

WIDE, MIDDLE = 100, 56
"""From so many columns on a column for everything, or two: who (with role, verb, type and line below) and what; below
that, one under the other."""
LINES = 6
"""A quote that would need more lines than this is shortened, unless ``--full``."""
_GLUE = "\ue0ff"
"""A blank at which no line ends; rich breaks at a no-break space too."""
_GLUE = "\ue0ff"
"""A blank at which no line ends; rich breaks at a no-break space too."""
_WORD = re.compile(r"\S+")


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """One article's quotes: a grid, two columns or a stack, by the terminal's width."""
    parts: list[RenderableType] = []
    if style.many:
        parts.append(Text(one_line(document.source or ""), style="bold underline"))
        parts.extend(Text(f"{name}: {one_line(str(value))}", style="dim") for name, value in given(item, style.keep))
    if not document.quotes:
        parts.append(Text("no quotes found", style="dim"))
    elif style.width >= WIDE:
        parts.append(_grid(document, style))
    elif style.width >= MIDDLE:
        parts.append(_two_columns(document, style))
    else:
        parts.extend(_stack(document, style))
    return render(parts, style) + ("\n" if style.many else "")


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def render(parts: list[RenderableType], style: Style) -> str:
    """What rich prints of these parts, as a string; ASCII frames and no colours where the style says so."""
    from io import StringIO

    file = StringIO()
    console = Console(
        file=file,
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        safe_box=True,
    )
    for part in parts:
        console.print(part)
    shown = file.getvalue().replace(_GLUE, " ")
    return "".join(line.rstrip(" ") + "\n" for line in shown.splitlines())


def columns(style: Style) -> Table:
    """An empty table, two blanks between its columns and a rule under its header."""
    frame = box.ASCII2 if style.ascii else box.SIMPLE_HEAD
    return Table(box=frame, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")


def _grid(document: Document, style: Style) -> Table:
    """A row a quote, a column a field."""
    quotes = document.quotes
    roomy = style.width >= 120
    widths = [
        _widest([_who(q).plain for q in quotes], "Speaker", 24 if roomy else 18),
        _widest([_role(q) for q in quotes], "Role", 28 if roomy else 18),
        _widest([_verb(q) for q in quotes], "Verb", 14),
        _widest([q.type for q in quotes], "Type", 8),
        _widest([str(q.line) for q in quotes], "Line", 9),
    ]
    said = style.width - sum(widths) - 2 * len(widths)
    table = columns(style)
    for name, width in zip(("Speaker", "Role", "Verb", "Type", "Line", "Quote"), (*widths, said), strict=True):
        table.add_column(name, width=width, overflow="fold", justify="right" if name == "Line" else "left")
    for q, again in _with_repeats(quotes):
        who = (Text(""), Text("")) if again else (_who(q), Text(_role(q), style="dim"))
        facts = (Text(_verb(q)), Text(q.type), Text(str(q.line), style="dim"))
        table.add_row(*who, *facts, _said(q, said, style))
    return table


def _two_columns(document: Document, style: Style) -> Table:
    """Who and how at the left, the words at the right."""
    facts = [_facts(q, style) for q in document.quotes]
    quotes = _with_repeats(document.quotes)
    who = _widest([_who(q).plain for q in document.quotes] + facts, "Speaker", style.width * 2 // 5)
    said = style.width - who - 2
    table = columns(style)
    table.add_column("Speaker", width=who, overflow="fold")
    table.add_column("Quote", width=said, overflow="fold")
    for number, ((q, again), fact) in enumerate(zip(quotes, facts, strict=True)):
        if number:
            table.add_row("", "")
        above = [] if again else [_who(q), *([Text(_role(q), style="dim")] if _role(q) else [])]
        table.add_row(Text("\n").join([*above, Text(fact)]), _said(q, said, style))
    return table


def _with_repeats(quotes: tuple[Quote, ...]) -> list[tuple[Quote, bool]]:
    """Each quote, and whether the one above it has the same speakers in the same role: they stand there only once."""
    above: tuple[object, ...] | None = None
    found = []
    for quote in quotes:
        who = (quote.speaker_id, quote.co_speakers, _role(quote)) if quote.speaker_id else None
        found.append((quote, who is not None and who == above))
        above = who
    return found


def _widest(texts: list[str], header: str, most: int) -> int:
    """The width of a column: its widest cell, and no more than ``most``."""
    return min(most, max(map(cell_len, (header, *texts))))


def _stack(document: Document, style: Style) -> list[RenderableType]:
    """Each quote under its speaker, for a narrow terminal."""
    parts: list[RenderableType] = []
    for quote in document.quotes:
        title = _who(quote)
        if _role(quote):
            title.append(f", {_role(quote)}", style="not bold dim")
        parts.append(title)
        parts.append(Padding(Text(_facts(quote, style), style="dim"), (0, 0, 0, 2)))
        parts.append(Padding(_said(quote, max(8, style.width - 2), style), (0, 0, 1, 2)))
    return parts


def _facts(quote: Quote, style: Style) -> str:
    """``kata · direct · line 5``"""
    between = " - " if style.ascii else " · "
    return between.join(filter(None, (_verb(quote), quote.type, f"line{_GLUE}{quote.line}")))


def _who(quote: Quote) -> Text:
    """The names of a quote in its speaker's colour; ``?`` for nobody known."""
    names = one_line(", ".join((quote.speaker or "?", *quote.co_speakers)))
    return Text(names, style=f"bold {palette.of(quote.speaker_id)}" if quote.speaker_id else "dim")


def _role(quote: Quote) -> str:
    """The role, or the affiliation where there is none."""
    return one_line(quote.role or quote.affiliation or "")


def _verb(quote: Quote) -> str:
    """The cue."""
    return one_line(quote.cue.text) if quote.cue else ""


def _said(quote: Quote, width: int, style: Style) -> Text:
    """The quote as it is shown: marks around direct speech only, shortened at a word where it is too long."""
    opening, closing = ("", "") if quote.type != "direct" else ('"', '"') if style.ascii else ("“", "”")
    words = one_line(quote.text)
    shown = words if style.full else _shortened(words, width, style)
    text = Text(f"{opening}{shown}{closing}", overflow="fold")
    text.stylize(palette.of(quote.speaker_id) if quote.speaker_id else "")
    if quote.type == "indirect":
        text.stylize("italic")
    for fragment in quote.fragments:
        at = shown.find(one_line(fragment.text))
        if at >= 0:
            text.stylize("bold", at, at + len(one_line(fragment.text)))
    circumstances = [one_line(span.text) for span in quote.context if span] if style.context else []
    if circumstances:
        text.append("\n" + (" - " if style.ascii else " · ").join(circumstances), style="not italic dim")
    return text


def _shortened(words: str, width: int, style: Style) -> str:
    """As much of the words as fits into :data:`LINES` lines of this width, cut behind a word; all of them if they fit.

    Room is left for the marks and the dots.
    """
    line, column, end = 1, 1, 0
    for word in _WORD.finditer(words):
        size = cell_len(word[0])
        if column + size > width and column > 1:
            line, column = line + 1, 0
        line, size = line + size // (width + 1), size % (width + 1)
        column += size + 1
        if line > LINES:
            return words[: end or (width - 1) * LINES] + ("..." if style.ascii else " …")
        if line < LINES or column + 3 <= width:
            end = word.end()
    return words

"""The scoreboard and a comparison as text of at most 100 columns, for a terminal and for a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qattr.evaluate.against import Comparison
from qattr.evaluate.board import FIGURES, ROWS, Interval, Scoreboard

LABELS = {
    "P": "found P", "R": "found R", "F1": "found F1", "exact": "exact", "speaker": "speaker", "full": "full name",
    "wrong": "wrong", "end2end": "end to end", "role": "role", "cue": "cue", "type": "type",
}  # fmt: skip
"""What each figure is called; docs/evaluation.md defines them."""
_WIDTH = 21


def render(board: Scoreboard) -> str:
    """``found F1   99.1 (98.2-99.6)`` and so on: a line a figure, a column a type, intervals in brackets."""
    return "\n".join((*_head(board), *_table(board), *_context(board))) + "\n"


def _head(board: Scoreboard) -> Iterator[str]:
    """The lines above the table."""
    articles = f"{board.articles} article{'s' if board.articles != 1 else ''}"
    missing = len(board.missing)
    yield f"{articles}, {missing} without an answer, {board.non_speech} marked non-quotes reported as quotes"
    yield "per cent, in brackets the 95 % interval over other draws of the articles"
    yield ""


def _table(board: Scoreboard) -> Iterator[str]:
    """The table: a line a figure, a column a type of quote."""
    yield _line("", ROWS)
    yield _line("gold", [str(board.counts[row].gold) for row in ROWS])
    yield _line("answered", [str(board.counts[row].pred) for row in ROWS])
    for name in FIGURES:
        yield _line(LABELS[name], [_cell(board.figures[row][name], board.intervals[row][name]) for row in ROWS])


def _line(label: str, cells: tuple[str, ...] | list[str]) -> str:
    """A label and cells of equal width."""
    return (f"{label:12}" + "".join(f"{cell:<{_WIDTH}}" for cell in cells)).rstrip()


def _cell(value: float | None, interval: Interval | None) -> str:
    """``98.7 (97.0-99.5)``; ``-`` for none."""
    if value is None:
        return "-"
    return f"{value:.1f}" + (f" ({interval[0]:.1f}-{interval[1]:.1f})" if interval else "")


def _context(board: Scoreboard) -> Iterator[str]:
    """The lines on time, place, occasion and addressee; none where no gold tells them."""
    told = [(field, of) for field, of in board.context.items() if of["F1"] is not None]
    if told:
        yield ""
        yield "context, of the quotes found whose gold tells it"
    for field, of in told:
        numbers = f"{of.get('right', 0)} right of {of.get('gold', 0)}, {of.get('pred', 0)} answered"
        yield f"{field:12}F1 {of['F1']:.1f}   {numbers}"


def render_comparison(found: Comparison) -> str:
    """The changes, a line each, gains before losses, then each figure as it was and is."""
    changes = sorted(found.changes, key=lambda c: (not c.gained, c.figure))
    gained = Counter(c.figure for c in changes if c.gained)
    lost = Counter(c.figure for c in changes if not c.gained)
    lines = [*map(str, changes), *([""] if changes else [])]
    lines.append(f"{'all quotes':12}{'was':>8}{'is':>8}{'points':>9}   {'95 % interval':18}{'gained':>8}{'lost':>6}")
    for name in FIGURES:
        was, now, span = found.old["all"][name], found.new["all"][name], found.difference[name]
        if was is None or now is None:
            continue
        moved = f"{span[0]:+.1f} to {span[1]:+.1f}" if span else ""
        key = "found" if name == "R" else name
        counts = f"{gained[key]:>8}{lost[key]:>6}" if name not in ("P", "F1", "end2end") else ""
        lines.append(f"{LABELS[name]:12}{was:>8.1f}{now:>8.1f}{now - was:>+9.1f}   {moved:18}{counts}".rstrip())
    spurious = f"{'':30}{gained['spurious']:>22}{lost['spurious']:>6}"
    lines.append(f"{'spurious':12}" + spurious[1:] if gained["spurious"] or lost["spurious"] else "")
    return "\n".join(lines).rstrip("\n") + "\n"

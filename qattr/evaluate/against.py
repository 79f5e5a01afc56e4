"""Two answers to the same gold side by side: what a change gained and what it lost, quote by quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from qattr.evaluate.board import FIGURES, RESAMPLED, ROWS, Counts, Interval, added, bounds, draws, figures, table
from qattr.evaluate.verdicts import Judged, Verdict, span_text

ASKED = ("found", "speaker", "full", "wrong", "role", "cue", "exact", "type")
"""What is compared of a gold quote; ``wrong`` is the one that is better where it is not so."""


class Change(NamedTuple):
    """One quote that is answered otherwise than before, in one respect."""

    article: str
    figure: str
    """One of :data:`ASKED`, or ``spurious``."""
    gained: bool
    text: str
    """The quote, of the gold where it has it."""
    was: str
    now: str

    def __str__(self) -> str:
        """``+ speaker berita: was None, now 'Rahma Wulandari': 'Kami siap,'``."""
        sign = "+" if self.gained else "-"
        return f"{sign} {self.figure} {self.article}: was {self.was}, now {self.now}: {self.text[:70]!r}"


class Comparison(NamedTuple):
    """An old answer and a new one over the same articles."""

    changes: tuple[Change, ...]
    old: dict[str, dict[str, float | None]]
    """Row -> figure -> per cent, as in :class:`~qattr.evaluate.board.Scoreboard`."""
    new: dict[str, dict[str, float | None]]
    difference: dict[str, Interval | None]
    """Figure of all quotes -> 95 per cent interval of new less old, in points, the same articles drawn for both."""

    def to_dict(self) -> dict[str, Any]:
        """As ``--format json`` prints it."""
        return {
            "old": self.old,
            "new": self.new,
            "difference": self.difference,
            "changes": [change._asdict() for change in self.changes],
        }


def compare(old: Sequence[Judged], new: Sequence[Judged], resampled: int = RESAMPLED) -> Comparison:
    """Both in the same order of the same gold."""
    changes = [c for before, after in zip(old, new, strict=True) for c in _changes(before, after)]
    before, after = [table(article) for article in old], [table(article) for article in new]
    return Comparison(tuple(changes), _figures(before), _figures(after), _difference(before, after, resampled))


def _figures(tables: list[dict[str, Counts]]) -> dict[str, dict[str, float | None]]:
    """Row -> figure -> value, over all articles."""
    return {row: figures(added(found[row] for found in tables)) for row in ROWS}


def _difference(
    old: list[dict[str, Counts]], new: list[dict[str, Counts]], resampled: int
) -> dict[str, Interval | None]:
    """Figure -> the interval of new minus old over other draws of the articles; ``None`` where it cannot be told."""
    drawn: dict[str, list[float]] = {name: [] for name in FIGURES}
    for indexes in draws(len(old), resampled) if old else ():
        before = figures(added(old[i]["all"] for i in indexes))
        after = figures(added(new[i]["all"] for i in indexes))
        for name in FIGURES:
            was, now = before[name], after[name]
            if was is not None and now is not None:
                drawn[name].append(now - was)
    return {name: bounds(values) if values else None for name, values in drawn.items()}


def _changes(old: Judged, new: Judged) -> Iterator[Change]:
    """What one article gained and lost, quote by quote and figure by figure."""
    before = [v for v in old.verdicts if v.want is not None]
    after = [v for v in new.verdicts if v.want is not None]
    for was, now in zip(before, after, strict=True):
        assert now.want is not None
        for figure in ASKED:
            a, b = getattr(was, figure), getattr(now, figure)
            if a != b and (figure == "found" or (was.found and now.found)):
                gained = b != (figure == "wrong")
                yield Change(new.name, figure, gained, now.want["text"], _told(was, figure), _told(now, figure))
    gone, come = _spurious(old), _spurious(new)
    for key in sorted(gone.keys() ^ come.keys()):
        verdict = gone.get(key) or come[key]
        assert verdict.got is not None
        told = (repr(verdict.got.get("speaker")), "nothing")
        yield Change(new.name, "spurious", key in gone, verdict.got["text"], *(told if key in gone else told[::-1]))


def _spurious(article: Judged) -> dict[tuple[int, int], Verdict]:
    """Span -> the verdict on an answer that the gold does not have."""
    return {(v.got["start"], v.got["end"]): v for v in article.verdicts if v.want is None and v.got is not None}


def _told(verdict: Verdict, figure: str) -> str:
    """What was answered, where a figure asks for it."""
    got = verdict.got
    if got is None:
        return "missed"
    if figure in ("found", "speaker", "full", "wrong"):
        return repr(got.get("speaker"))
    if figure == "exact":
        return repr(got["text"][:70])
    return repr(span_text(got.get(figure)))

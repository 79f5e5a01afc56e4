"""Verdicts -> the scoreboard: counts, per cents, and how far another choice of articles would move them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from qattr.evaluate.verdicts import Judged, Verdict

ROWS = ("all", "direct", "mixed", "indirect")
FIGURES = ("P", "R", "F1", "exact", "speaker", "full", "wrong", "end2end", "role", "cue", "type")
"""The figures in per cent, in the order in which they are shown."""
RESAMPLED = 1000
"""How many times the articles are drawn again, with replacement, for an interval."""


class Counts(NamedTuple):
    """What is counted of some quotes; counts of articles add up."""

    gold: int
    pred: int
    found: int
    exact: int
    speaker: int
    full: int
    wrong: int
    role: int
    cue: int
    type: int


_NOTHING = Counts(*(0,) * 10)


def _counts(verdict: Verdict) -> Counts:
    """One quote; a missed one counts for the gold alone, a spurious one for the answers alone."""
    found = verdict.found
    return Counts(
        verdict.want is not None, verdict.got is not None, found, verdict.exact, verdict.speaker, verdict.full,
        verdict.wrong, verdict.role, verdict.cue, verdict.type,
    )  # fmt: skip


def added(rows: Iterable[Sequence[int]]) -> Counts:
    """The counts of several quotes or articles together."""
    sums = [sum(column) for column in zip(*rows, strict=True)]
    return Counts(*sums) if sums else _NOTHING


def figures(counts: Counts) -> dict[str, float | None]:
    """:data:`FIGURES` in per cent; ``None`` where there is nothing to take a share of."""

    def share(part: int, whole: int) -> float | None:
        """Per cent; ``None`` of nothing."""
        return 100 * part / whole if whole else None

    def f1(right: int) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent."""
        p, r = share(right, counts.pred) or 0.0, share(right, counts.gold) or 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    precision, recall, found = f1(counts.found)
    of_found = {name: share(getattr(counts, name), counts.found) for name in ("exact", "speaker", "full", "wrong")}
    return {
        "P": precision,
        "R": recall,
        "F1": found,
        **of_found,
        "end2end": f1(counts.speaker)[2],
        "role": share(counts.role, counts.speaker),
        "cue": share(counts.cue, counts.found),
        "type": share(counts.type, counts.found),
    }


Interval = tuple[float, float]


class Scoreboard(NamedTuple):
    """The figures over some articles."""

    articles: int
    missing: tuple[str, ...]
    """The articles without an answer."""
    non_speech: int
    bad_offsets: tuple[str, ...]
    counts: dict[str, Counts]
    """For each of :data:`ROWS`."""
    figures: dict[str, dict[str, float | None]]
    intervals: dict[str, dict[str, Interval | None]]
    """95 per cent of the draws lie between these two, both in per cent; ``None`` where the figure is."""
    context: dict[str, dict[str, float | None]]
    """Field, or ``all`` -> ``gold``, ``pred`` and ``right`` (numbers of spans) and ``F1`` (per cent)."""

    def to_dict(self) -> dict[str, Any]:
        """The form of ``--format json``: the keys of the gold's own scorer, and ``intervals``."""
        rows = {
            row: {"gold": self.counts[row].gold, "pred": self.counts[row].pred, **self.figures[row]} for row in ROWS
        }
        return {
            "articles": self.articles,
            "missing": list(self.missing),
            "non_speech_reported": self.non_speech,
            "bad_offsets": len(self.bad_offsets),
            "context": self.context,
            **rows,
            "intervals": self.intervals,
        }


def scoreboard(judged: Sequence[Judged], resampled: int = RESAMPLED) -> Scoreboard:
    """The figures over judged articles; the draws are the same at every run."""
    tables = [table(article) for article in judged]
    counts = {row: added(found[row] for found in tables) for row in ROWS}
    shown = {row: figures(counts[row]) for row in ROWS}
    return Scoreboard(
        len(judged),
        tuple(sorted(article.name for article in judged if not article.answered)),
        sum(article.non_speech for article in judged),
        tuple(f"{article.name}: {line}" for article in judged for line in article.bad_offsets),
        counts,
        shown,
        _intervals(tables, shown, resampled),
        _context(judged),
    )


def table(article: Judged) -> dict[str, Counts]:
    """The counts of one article for each of :data:`ROWS`."""
    rows: dict[str, list[Counts]] = {row: [] for row in ROWS}
    for verdict in article.verdicts:
        one = _counts(verdict)
        rows["all"].append(one)
        rows[verdict.kind].append(one)
    return {row: added(found) for row, found in rows.items()}


def draws(articles: int, resampled: int) -> Iterable[list[int]]:
    """``resampled`` times as many indexes of articles as there are articles, drawn with replacement."""
    dice = random.Random(20260101)
    every = range(articles)
    return (dice.choices(every, k=articles) for _ in range(resampled))


def bounds(values: list[float]) -> Interval:
    """Between which two values the middle 95 per cent of some values lie."""
    values = sorted(values)
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]


def _intervals(
    tables: list[dict[str, Counts]], shown: dict[str, dict[str, float | None]], resampled: int
) -> dict[str, dict[str, Interval | None]]:
    """Row -> figure -> interval; ``None`` where the figure itself is."""
    drawn: dict[str, dict[str, list[float]]] = {row: {name: [] for name in FIGURES} for row in ROWS}
    for indexes in draws(len(tables), resampled) if tables else ():
        for row in ROWS:
            counts = added(tables[i][row] for i in indexes)
            if not counts.gold and not counts.pred:
                continue  # none of the few articles with such quotes was drawn: nothing to be right or wrong about
            for name, value in figures(counts).items():
                if value is not None:
                    drawn[row][name].append(value)
    return {
        row: {
            name: bounds(values) if values and shown[row][name] is not None else None
            for name, values in drawn[row].items()
        }
        for row in ROWS
    }


def _context(judged: Sequence[Judged]) -> dict[str, dict[str, float | None]]:
    """Field of the context (and ``all``) -> how many are in the gold, answered and right, and F1."""
    told: dict[str, Counter[str]] = {}
    for article in judged:
        for field, counts in article.context.items():
            told.setdefault(field, Counter()).update(counts)
    if told:
        told["all"] = Counter({key: sum(of[key] for of in told.values()) for key in ("gold", "pred", "right")})
    return {field: {**counts, "F1": _context_f1(counts)} for field, counts in told.items()}


def _context_f1(counts: Counter[str]) -> float | None:
    """F1 of one field in per cent; ``None`` where it is neither in the gold nor answered."""
    total = counts["gold"] + counts["pred"]
    return 200 * counts["right"] / total if total else None

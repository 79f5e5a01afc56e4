"""The development gold, where this checkout has one beside it: the figures may rise, not fall.

The figures are what ``score.py`` beside the gold prints; :data:`LEAST` and :data:`MOST` are the only place where they
are asked for. Raise them when the engine has become better for good.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import qattr
from benchmarks.confidence import SINCE, count, judged
from qattr._confidence import COUNTS
from qattr.document import confidence

PERFECT = ("P", "R", "F1", "exact", "speaker", "full", "end2end", "role", "cue", "type")
LEAST: dict[str, dict[tuple[str, str], float]] = {
    "seed": {
        **{("all", figure): 100 for figure in PERFECT},
        ("all", "gold"): 9,
    },
    "dev": {
        ("all", "end2end"): 95.5,
        ("all", "type"): 99,
        ("direct", "F1"): 99,
        ("direct", "exact"): 99,
        ("direct", "speaker"): 97,
        ("direct", "full"): 94,
        ("direct", "cue"): 98.5,
        ("direct", "role"): 94,
        ("indirect", "P"): 98,
        ("indirect", "R"): 96,
        ("indirect", "F1"): 97,
        ("indirect", "exact"): 98,
        ("indirect", "speaker"): 96,
        ("indirect", "full"): 92,
        ("indirect", "cue"): 97,
        ("indirect", "role"): 95,
    },
}
"""What was reached on 2026-11-29 on the 199 articles: set of articles -> (row, column) of the table -> per cent."""

MOST: dict[str, dict[tuple[str, str], float]] = {
    "seed": {("all", "wrong"): 0},
    "dev": {("direct", "wrong"): 2.5},
}
"""What must not be passed."""

TRUSTED = 0.9
"""Answers whose confidence is above this …"""
TRUSTED_RIGHT = 0.97
"""… are right in at least this share of the quotes."""


@cache
def figures(shared: Path, name: str) -> dict[str, Any]:
    """The table of score.py as a dictionary of rows, for one set of articles."""
    command = [
        sys.executable,
        str(shared / "gold" / "score.py"),
        str(shared / "gold" / name),
        "--run",
        f"{sys.executable} -m qattr --format json",
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["missing"] == [] and result["bad_offsets"] == 0
    return result


@pytest.mark.parametrize("name", LEAST)
def test_the_figures(shared: Path, name: str) -> None:
    table = figures(shared, name)
    short = [
        f"{row} {column}: {table[row][column]:.1f} < {least}"
        for (row, column), least in LEAST[name].items()
        if table[row][column] < least - 1e-9
    ]
    short += [
        f"{row} {column}: {table[row][column]:.1f} > {most}"
        for (row, column), most in MOST[name].items()
        if table[row][column] > most + 1e-9
    ]
    assert not short, f"{name}: " + "; ".join(short)


def test_confident_answers_were_right_where_nobody_had_read() -> None:
    """Of the judged answers that today's table puts above .9 at least 97 in 100 were right; most answers are."""
    rows = judged(SINCE)
    trusted = [row["outcome"] == "right" for row in rows if confidence(row["rule"], row["link"]) > TRUSTED]
    assert len(trusted) >= 0.6 * len(rows)
    assert sum(trusted) / len(trusted) >= TRUSTED_RIGHT


def test_confidence_is_computed_from_the_counts() -> None:
    assert count(judged(SINCE)) == COUNTS
    for quote in qattr.analyze('"Kami siap," kata Rahman Hidayat. Menurut Siti, jalan ditutup.').quotes:
        assert quote.confidence == confidence(quote.rule, quote.link)
    often, (right, seen) = max(COUNTS.items(), key=lambda item: item[1][1] if "*" not in item[0] else 0)
    assert confidence(*often.split()) == pytest.approx((right + 1) / (seen + 2), abs=0.005)

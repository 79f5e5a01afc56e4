"""Counts how often answers were right on articles that nobody had read, and writes ``qattr/_confidence.py``.

    python -m benchmarks.confidence              from the rounds since the first mends, writes the table
    python -m benchmarks.confidence --since 9    from round 9 on
    python -m benchmarks.confidence --show       prints the table, writes nothing

The answers are those that readers judged in the reading rounds (``benchmarks/reading-answers.tsv``), each round before
anything was mended for it. An answer is right when it is a quote and names the right speaker, under whatever name; one
that names nobody is not counted. It is counted by its rule and its link together, and by each alone: the confidence of
an answer is ``(right + 1) / (n + 2)`` (Laplace's rule of succession) of the pair where that was judged often enough,
else the lower of the two.
"""

from __future__ import annotations

import argparse
import collections
import csv
import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
ANSWERS = ROOT / "benchmarks" / "reading-answers.tsv"
TABLE = ROOT / "qattr" / "_confidence.py"
SINCE = 9
"""The first round that was judged on the engine of 2026-11-29: those before are of other engines."""

Counts = dict[str, tuple[int, int]]


def scorer(gold: Path) -> ModuleType:
    """The gold's own score.py as a module: its matching and its comparison of names are the definition."""
    spec = importlib.util.spec_from_file_location("gold_score", gold.parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(since: int, answers: Path = ANSWERS) -> list[dict[str, str]]:
    """The judged answers of the rounds from ``since`` on, as rows of the log; those that name nobody are left out."""
    with answers.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [row for row in rows if int(row["round"]) >= since and row["outcome"] != "null"]


def count(rows: list[dict[str, str]]) -> Counts:
    """``"rule link"``, ``"rule *"`` and ``"* link"`` -> (right, n)."""
    right: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    for row in rows:
        for key in (f"{row['rule']} {row['link']}", f"{row['rule']} *", f"* {row['link']}"):
            seen[key] += 1
            right[key] += row["outcome"] == "right"
    return {key: (right[key], seen[key]) for key in sorted(seen)}


def render(counts: Counts, answers: int) -> str:
    """The source of ``qattr/_confidence.py``."""
    rows = "".join(f'    "{key}": ({good}, {n}),\n' for key, (good, n) in counts.items())
    return f'''"""How often answers were right on articles not read before. By `python -m benchmarks.confidence`."""

JUDGED = {answers}
"""How many answers were judged."""
COUNTS: dict[str, tuple[int, int]] = {{
{rows}}}
"""``rule link``, ``rule *``, ``* link`` -> (right, n): of n answers, how many were quotes with the right speaker."""
'''


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__.split("\n")[0])
    parser.add_argument("--since", type=int, default=SINCE, help="the first round that counts")
    parser.add_argument("--show", action="store_true", help="print the counts, write nothing")
    args = parser.parse_args()
    rows = judged(args.since)
    counts = count(rows)
    if args.show:
        for key, (right, seen) in sorted(counts.items(), key=lambda item: -item[1][1]):
            print(f"{key:60} {right:4} of {seen:4}   {(right + 1) / (seen + 2):.3f}")
        return
    TABLE.write_text(render(counts, len(rows)), encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {len(rows)} answers, {len(counts)} rows")


if __name__ == "__main__":
    main()

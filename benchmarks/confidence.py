"""Counts how often each rule was right on the development gold and writes ``qattr/_confidence.py``.

    python -m benchmarks.confidence            writes the table
    python -m benchmarks.confidence --show     prints it and what changed, writes nothing

An answer counts as right when it is matched to a quote of the gold, as the gold's ``score.py`` matches them, and names
the right speaker: a full name, an alias or a co-speaker of the gold. An answer that is matched to nothing counts as not
right. Quotes that the gold calls optional, and what merely touches such quotes, are left out. The confidence of an
answer is ``(right + 1) / (n + 2)`` over the answers of its rule.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import qattr
from qattr.model import Quote

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
TABLE = ROOT / "qattr" / "_confidence.py"


class Outcome(NamedTuple):
    """One answer that counts, and whether it was right."""

    article: str
    quote: Quote
    right: bool


def scorer(gold: Path) -> ModuleType:
    """The gold's own score.py as a module: its matching and its comparison of names are the definition."""
    spec = importlib.util.spec_from_file_location("gold_score", gold.parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _left_out(score: ModuleType, want: list[dict[str, Any]], chosen: dict[int, int], quote: Quote) -> bool:
    """Whether an answer that matches nothing is left out of every count, as score.py does."""
    touched = [i for i, w in enumerate(want) if score.overlap((w["start"], w["end"]), (quote.start, quote.end))]
    if touched and all(want[i].get("optional") for i in touched):
        return True
    return any(
        i in chosen and want[i]["type"] == "mixed" and want[i]["start"] <= quote.start and quote.end <= want[i]["end"]
        for i in touched
    )


def outcomes(gold: Path) -> Iterator[Outcome]:
    """Every answer to the gold's articles that counts. Raises ``FileNotFoundError`` where there is no gold."""
    score = scorer(gold)
    for path in sorted(gold.glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
        want = json.loads(path.read_text(encoding="utf-8"))["quotes"]
        quotes = qattr.analyze(text).quotes
        chosen = score.match(text, want, [q.to_dict() for q in quotes])
        matched = {p: g for g, p in chosen.items()}
        for index, quote in enumerate(quotes):
            if index not in matched:
                if not _left_out(score, want, chosen, quote):
                    yield Outcome(path.stem, quote, False)
                continue
            expected = want[matched[index]]
            if expected.get("optional"):
                continue
            names = [expected["speaker"], *expected.get("aliases", []), *expected.get("co_speakers", [])]
            right = score.name_key(quote.speaker) in {score.name_key(n) for n in names}
            yield Outcome(path.stem, quote, right)


def count(gold: Path) -> dict[str, tuple[int, int]]:
    """Rule name -> (right, n) over the gold's articles."""
    right: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    for outcome in outcomes(gold):
        seen[outcome.quote.rule] += 1
        right[outcome.quote.rule] += outcome.right
    return {rule: (right[rule], seen[rule]) for rule in sorted(seen)}


def render(counts: dict[str, tuple[int, int]]) -> str:
    """The source of ``qattr/_confidence.py``."""
    total, right = sum(n for _, n in counts.values()), sum(r for r, _ in counts.values())
    rows = "".join(f'    "{rule}": ({good}, {n}),\n' for rule, (good, n) in counts.items())
    return f'''"""How often each rule was right on the development gold. Made by `python -m benchmarks.confidence`."""

COUNTS: dict[str, tuple[int, int]] = {{
{rows}}}
"""Rule -> (right, n): of its n answers, how many named the right speaker. {right} of {total} in all."""
'''


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help="folder of NAME.txt and NAME.json pairs")
    parser.add_argument("--show", action="store_true", help="print the counts, write nothing")
    args = parser.parse_args()
    if not args.gold.is_dir():
        sys.exit(f"{args.gold}: no such folder. Name the folder of the development gold.")
    counts = count(args.gold)
    if args.show:
        from qattr._confidence import COUNTS

        for rule, (right, seen) in sorted(counts.items(), key=lambda item: -item[1][1]):
            old = COUNTS.get(rule)
            note = "" if old == (right, seen) else f"   written: {old}"
            print(f"{rule:40} {right:4} of {seen:4}   {(right + 1) / (seen + 2):.3f}{note}")
        return
    TABLE.write_text(render(counts), encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {len(counts)} rules")


if __name__ == "__main__":
    main()

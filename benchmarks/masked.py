"""Reads *kata Rahma* as *katanya* over annotated articles and asks who is meant: ``python -m benchmarks.masked [REV]``.

    python -m benchmarks.masked                 how many are right, wrong and null, and by which link
    python -m benchmarks.masked main --show 40  the same for the commit ``main``, and the quotations that differ
    python -m benchmarks.masked --gold FOLDER   other articles than the development gold

One quotation at a time: the words that name a person right after the cue are taken out, all else stays. Only direct
quotations count that are answered rightly with the name and whose person has been named before.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import qattr
from benchmarks.compare import ROOT, answers
from benchmarks.confidence import GOLD, scorer
from qattr.lexicon import DEFAULT


class Masked(NamedTuple):
    """An article in which one quotation names nobody."""

    article: str
    text: str
    start: int
    """Where the quotation begins."""
    names: frozenset[tuple[str, ...]]
    """Who said it, as names are compared."""


def masks(folder: Path, score: ModuleType) -> Iterator[Masked]:
    """Every quotation of the annotated articles whose source can be masked."""
    for path in sorted(folder.glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
        want = json.loads(path.read_text(encoding="utf-8"))["quotes"]
        found = [quote.to_dict() for quote in qattr.analyze(text).quotes]
        for at, number in sorted(score.match(text, want, found).items()):
            expected, quote = want[at], found[number]
            names = [expected["speaker"], *expected.get("aliases", []), *expected.get("co_speakers", [])]
            keys = frozenset(score.name_key(name) for name in names)
            end = None if expected.get("optional") else _masked(quote)
            if end is None or expected["kind"] != "person" or score.name_key(quote["speaker"]) not in keys:
                continue
            if any(name and name in text[: quote["start"]] for name in names):
                cue = quote["cue"]
                yield Masked(path.stem, f"{text[: cue['end']]}nya{text[end:]}", quote["start"], keys)


def _masked(quote: dict[str, Any]) -> int | None:
    """Where the name ends that stands right after a bare cue: *"…," kata Rahma* |."""
    cue, mention = quote["cue"], quote["mention"]
    if quote["type"] != "direct" or cue is None or mention is None or f"{cue['text'].lower()}nya" not in DEFAULT.cues:
        return None
    after = quote["end"] <= cue["start"] < mention["start"]
    return mention["end"] if after and quote["rule"] == "quote_cue_speaker" else None


def outcome(mask: Masked, answer: dict[str, Any], score: ModuleType) -> tuple[str, str]:
    """``right``, ``wrong`` or ``null``, and the name that was answered."""
    for quote in answer["quotes"]:
        if quote["start"] == mask.start:
            name = quote["speaker"]
            return ("null" if not name else "right" if score.name_key(name) in mask.names else "wrong"), name or "-"
    return "null", "-"


def _links(masked: list[Masked], outcomes: list[tuple[str, str]]) -> None:
    """Prints right of n by link."""
    counts: dict[str, collections.Counter[str]] = {}
    for mask, (what, _) in zip(masked, outcomes, strict=True):
        link = next((quote.link for quote in qattr.analyze(mask.text).quotes if quote.start == mask.start), "")
        counts.setdefault(link or "(none)", collections.Counter())[what] += 1
    for link, counted in sorted(counts.items(), key=lambda item: -item[1].total()):
        print(f"{link:28} {counted['right']:4} of {counted.total():4}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.masked", description=__doc__.split("\n")[0])
    parser.add_argument("rev", nargs="?", help="a commit to compare with")
    parser.add_argument("--gold", type=Path, nargs="+", default=[GOLD], help="folders of NAME.txt and NAME.json pairs")
    parser.add_argument("--show", type=int, default=12, help="how many quotations that differ are shown")
    args = parser.parse_args()
    score = scorer(GOLD)
    masked = [mask for folder in args.gold for mask in masks(folder, score)]
    lines = "".join(json.dumps(mask.text) + "\n" for mask in masked)
    new = [outcome(*pair, score) for pair in zip(masked, answers(ROOT, lines), strict=True)]
    print("here:", dict(collections.Counter(what for what, _ in new)))
    _links(masked, new)
    if args.rev is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", args.rev, "qattr"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        old = [outcome(*pair, score) for pair in zip(masked, answers(Path(folder), lines), strict=True)]
    print(f"{args.rev}:", dict(collections.Counter(what for what, _ in old)))
    differ = [(mask, a, b) for mask, a, b in zip(masked, old, new, strict=True) if a[0] != b[0] or a[1] != b[1]]
    for mask, before, after in differ[: args.show]:
        print(f"{mask.article}:{mask.start} {before[0]} {before[1]} -> {after[0]} {after[1]}")


if __name__ == "__main__":
    main()

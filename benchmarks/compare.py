"""Compares the answers of two versions of the engine: a commit against the working tree.

    python -m benchmarks.compare [REV]          REV is HEAD where none is given
    python -m benchmarks.compare REV --show 40  the first forty differences
    python -m benchmarks.compare REV --own      without the texts of ../shared

Every text that there is goes through both: case files, samples and, where present, all of ../shared (gold, PFSA, cases
and the articles to read, whose texts are compared here and shown to nobody but for the lines that differ). It prints
how many texts differ and the first differences as lines that read like a case. Exit status 1 where some text differs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

_ANSWER = """
import json, sys
import qattr
for line in sys.stdin:
    text = json.loads(line)
    try:
        answer = qattr.analyze(text).to_dict()
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer))
"""
"""What runs in a process of its own for each version: a text a line in, an answer a line out."""

_LEFT_OUT = ("source", "confidence")
"""Fields that say nothing about who said what."""


def texts(own: bool) -> Iterator[tuple[str, str]]:
    """(name, text) of everything that is compared; ``own``: only what the repository itself holds."""
    for path in sorted((ROOT / "samples").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests" / "cases").rglob("*.txt")):
        yield from _blocks(path)
    if own or not SHARED.is_dir():
        return
    for path in sorted((SHARED / "gold").glob("*/*.txt")):
        yield path.name, path.read_text(encoding="utf-8-sig")
    for part in ("pfsa/dev.jsonl", "cases/mini.jsonl"):
        with (SHARED / part).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield f"{part}:{record['id']}", record["text"]
    with gzip.open(SHARED / "reading" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield f"reading:{record['id']}", record["text"]


def _blocks(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of one case file: what stands below a title, without the lines that say what is expected."""
    kept: list[str] = []
    first = 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), "# "], start=1):
        if line.startswith("# "):
            if kept:
                yield f"{path.parent.name}/{path.name}:{first}", "\n".join(kept).strip("\n")
            kept, first = [], number
        elif not line.startswith(("=>", "~>")):
            kept.append(line)


def answers(tree: Path, lines: str) -> list[dict[str, Any]]:
    """What the version in the folder ``tree`` answers to the texts, one JSON string a line."""
    command = [sys.executable, "-c", _ANSWER]
    env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True, cwd=tree, env=env)
    return [json.loads(line) for line in done.stdout.splitlines()]


def plain(value: Any) -> Any:
    """An answer without the fields that are left out of the comparison."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key not in _LEFT_OUT}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def as_case(answer: dict[str, Any], rules: bool) -> list[str]:
    """An answer as the lines of a case file."""
    if "error" in answer:
        return [f"!! {answer['error']}"]
    lines = []
    for quote in answer["quotes"]:
        cue = quote["cue"]["text"] if quote["cue"] else "-"
        words = quote["text"].split()
        text = " ".join(words if len(words) <= 12 else [*words[:6], "…", *words[-5:]])
        rule = quote["rule"] if rules else "*"
        parts = [quote["speaker"] or "-", cue, rule, f"role={quote['role'] or '-'}", f"text={text}"]
        if quote["type"] != "direct":
            parts.append(f"type={quote['type']}")
        lines.append("=> " + " | ".join(parts))
    lines += [f"~> {mark['reason']} | {mark['text'][:60]}" for mark in answer["non_quotes"]]
    return lines


def difference(old: dict[str, Any], new: dict[str, Any], rules: bool) -> list[str]:
    """The lines that went (``-``) and came (``+``); where the lines are equal, the fields that differ."""
    before, after = as_case(old, rules), as_case(new, rules)
    lines = [f"- {line}" for line in before if line not in after]
    lines += [f"+ {line}" for line in after if line not in before]
    return lines or [f"  {path}" for path in fields(old, new, "")][:4]


def fields(old: Any, new: Any, path: str) -> Iterator[str]:
    """The paths at which two answers differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from fields(old.get(key), new.get(key), f"{path}.{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from fields(one, other, f"{path}[{index}]")
    elif old != new:
        yield f"{path}: {json.dumps(old, ensure_ascii=False)[:90]} -> {json.dumps(new, ensure_ascii=False)[:90]}"


def without_rules(value: Any) -> Any:
    """An answer without the names of the rules that gave it."""
    if isinstance(value, dict):
        return {key: without_rules(item) for key, item in value.items() if key != "rule"}
    return [without_rules(item) for item in value] if isinstance(value, list) else value


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__.split("\n")[0])
    parser.add_argument("rev", nargs="?", default="HEAD", help="the commit to compare with")
    parser.add_argument("--show", type=int, default=12, help="how many texts that differ are shown")
    parser.add_argument("--own", action="store_true", help="only cases and samples")
    parser.add_argument("--rules", action="store_true", help="the name of the rule counts as well")
    chosen = parser.parse_args()
    pairs = list(texts(chosen.own))
    lines = "".join(json.dumps(text) + "\n" for _, text in pairs)
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", chosen.rev, "qattr"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        old = answers(Path(folder), lines)
    new = answers(ROOT, lines)
    strip = plain if chosen.rules else lambda answer: without_rules(plain(answer))
    differ = [
        (name, before, after)
        for (name, _), before, after in zip(pairs, map(strip, old), map(strip, new), strict=True)
        if before != after
    ]
    for (name, _), before, after in zip(pairs, old, new, strict=True):
        if chosen.show and any(name == other for other, _, _ in differ[: chosen.show]):
            print(f"# {name}", *difference(before, after, chosen.rules), sep="\n")
    print(f"{len(differ)} of {len(pairs)} texts differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())

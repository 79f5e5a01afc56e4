"""The articles that are measured: those beside this checkout where there are some, else the samples."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measure import ROOT

SHARED = ROOT.parent / "shared"


def articles() -> tuple[str, list[str]]:
    """(what they are, their texts)."""
    texts: list[str] = []
    if SHARED.is_dir():
        for path in sorted((SHARED / "gold" / "dev").glob("*.txt")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                texts.append(file.read())
        with (SHARED / "pfsa" / "dev.jsonl").open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
        return f"{len(texts)} articles of ../shared", texts
    samples = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))]
    return f"the {len(samples)} samples, 40 times", samples * 40


def many(texts: list[str], count: int) -> list[str]:
    """Exactly that many articles, the texts repeated."""
    return list(islice(cycle(texts), count))


def as_files(texts: list[str], folder: Path) -> list[Path]:
    """Writes each text to a file of its own."""
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number:05}.txt"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def as_jsonl(texts: list[str], path: Path) -> Path:
    """Writes the texts as one file of records."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return path

"""The articles of samples/ and their golden answers, read by a person before they were kept.

``python tests/test_samples.py --write`` writes the goldens anew; read the difference before you commit it.
``confidence`` is not compared: it moves with every measurement on the development gold.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import qattr

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "samples").glob("*.txt"))


def read(path: Path) -> str:
    """The article as the command reads it: UTF-8, line ends untouched, a leading byte order mark dropped."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return file.read()


def answer(path: Path) -> dict[str, Any]:
    return qattr.analyze(read(path), f"samples/{path.name}").to_dict()


def without_confidence(value: dict[str, Any]) -> dict[str, Any]:
    quotes = [{k: v for k, v in quote.items() if k != "confidence"} for quote in value["quotes"]]
    return {**value, "quotes": quotes}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_sample(path: Path) -> None:
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert without_confidence(answer(path)) == without_confidence(golden)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_golden_keeps_to_the_schema(path: Path) -> None:
    schema = json.loads((Path(qattr.__file__).parent / "schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), schema)


def test_there_are_samples_and_each_has_a_golden() -> None:
    assert len(SAMPLES) >= 8
    assert [p.with_suffix(".json") for p in SAMPLES] == sorted(SAMPLES[0].parent.glob("*.json"))


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_samples.py --write")
    for sample in SAMPLES:
        content = json.dumps(answer(sample), ensure_ascii=False, indent=2)
        sample.with_suffix(".json").write_text(content + "\n", encoding="utf-8")
        print(sample.with_suffix(".json").name)

"""The articles of samples/ and their golden answers, read by a person before they were kept.

``readings.txt`` is what that person read. ``python tests/test_samples.py --write`` writes the goldens that agree with
it and names the others; read the difference before you commit it. ``confidence`` is not compared: it moves with every
measurement on the development gold.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import qattr
from casefiles import Block, differences, expected

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "samples").glob("*.txt"))


def read(path: Path) -> str:
    """The article as the command reads it: UTF-8, line ends untouched, a leading byte order mark dropped."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return file.read()


def readings() -> dict[str, Block]:
    """Sample name -> what a person read in it."""
    path = Path(__file__).parent / "readings.txt"
    blocks: dict[str, Block] = {}
    name = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            name = line[2:].strip()
            blocks[name] = Block(path, number, name, None, "", (), None)
        elif line.startswith("=> "):
            want = expected(f"{path}:{number}", number, line[3:])
            assert want is not None
            blocks[name] = blocks[name]._replace(quotes=(*blocks[name].quotes, want))
    return blocks


def disagreements(path: Path) -> list[str]:
    """Where the engine answers otherwise than the person who read the sample."""
    return differences(readings()[path.stem], qattr.analyze(read(path)))


def answer(path: Path) -> dict[str, Any]:
    return qattr.analyze(read(path), f"samples/{path.name}").to_dict()


def without_confidence(value: dict[str, Any]) -> dict[str, Any]:
    quotes = [{k: v for k, v in quote.items() if k != "confidence"} for quote in value["quotes"]]
    return {**value, "quotes": quotes}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_engine_agrees_with_the_reader(path: Path) -> None:
    wrong = disagreements(path)
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


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
    wrong: list[str] = []
    for sample in SAMPLES:
        against = disagreements(sample)
        if against:
            wrong += [f"{sample.name}: not written, the engine disagrees with readings.txt:", *against]
            continue
        content = json.dumps(answer(sample), ensure_ascii=False, indent=2)
        sample.with_suffix(".json").write_text(content + "\n", encoding="utf-8")
        print(sample.with_suffix(".json").name)
    sys.exit("\n".join(wrong) or None)

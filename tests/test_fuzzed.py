"""What the fuzzers of fuzz/ found in the readers, cut down; what they found in the engine is in test_invariants.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import qattr


@pytest.mark.parametrize("encoding", ["idna", "utf-7", "shift_jis", "utf-32"])
def test_bytes_that_an_odd_codec_can_neither_read_nor_replace(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(b"text\n\xff\xff\xc0.\xff\n")
    done = qattr("--encoding", encoding, "a.csv", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert [line.split(":")[:2] for line in done.err.splitlines()] == [["qattr", " a.csv"]] * len(done.err.splitlines())
    assert "internal error" not in done.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "id," + "kolom" * 10_000 + ",x" * 5_000 + "\n1,2\n"),
        ("a.jsonl", json.dumps({"kolom" * 10_000: 1, **{f"k{n}": 1 for n in range(5_000)}})),
    ],
)
def test_a_line_on_stderr_is_short_whatever_the_names_are(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    done = qattr(name, cwd=tmp_path)
    assert done.code == 2
    assert "kolomkolom" in done.err
    assert len(done.err) < 400

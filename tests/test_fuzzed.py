"""What the fuzzers of fuzz/ found in the readers, cut down; what they found in the engine is in test_invariants.py."""

from __future__ import annotations

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

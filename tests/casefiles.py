"""The case files of this folder; :mod:`qattr.evaluate.cases` describes their form and reads them."""

from __future__ import annotations

from pathlib import Path

from qattr.evaluate.cases import KEYS, Block, CaseError, Expected, blocks, differences, expected, read

__all__ = ["CASES", "KEYS", "STAGES", "Block", "CaseError", "Expected", "all_blocks", "blocks", "differences"]
__all__ += ["expected"]

CASES = Path(__file__).parent / "cases"
STAGES = ("text", "quoting", "mentions", "direct", "indirect", "links", "context")


def all_blocks() -> list[Block]:
    """Every block of every case file, in a stable order."""
    return read(CASES)

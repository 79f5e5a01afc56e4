"""The case files as a test set: how many blocks are answered as they expect, and in which respects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from qattr.evaluate.cases import KEYS, Block, Expected, agrees, differences
from qattr.model import Document, Quote

ASKED = ("speaker", "cue", "role", "type", "text")
"""What is counted of the quotes found; ``role``, ``type`` and ``text`` only where the case asks for them."""


class CaseBoard(NamedTuple):
    """Counts for each folder of cases, in the order of the blocks, and for ``all``."""

    rows: dict[str, Counter[str]]
    """``blocks``, ``right`` (blocks answered as expected), ``xfail`` (blocks known to fail), ``expected`` and
    ``answered`` (quotes), ``found``; and for each of :data:`ASKED` ``of NAME`` and ``NAME``."""
    errors: tuple[str, ...]
    """A line for each difference."""

    def to_dict(self) -> dict[str, Any]:
        """As ``--format json`` prints it."""
        return {name: dict(row) for name, row in self.rows.items()}


def case_board(pairs: Iterable[tuple[Block, Document]]) -> CaseBoard:
    """Each block with what was answered to its text; names of rules are not compared."""
    rows: dict[str, Counter[str]] = {"all": Counter()}
    errors: list[str] = []
    for block, document in pairs:
        counts = _counts(block, document)
        wrong = differences(block, document, names=False)
        counts["right"] = not wrong
        errors += wrong
        for name in ("all", block.path.parent.name):
            rows.setdefault(name, Counter()).update(counts)
    return CaseBoard(rows, tuple(errors))


def _counts(block: Block, document: Document) -> Counter[str]:
    """What one block asks for, and how much of it was answered so."""
    counts = Counter(blocks=1, xfail=block.xfail is not None)
    counts["expected"], counts["answered"] = len(block.quotes), len(document.quotes)
    for want, quote in align(block.quotes, document.quotes):
        counts["found"] += 1
        asked = [("speaker", want.speaker, quote.speaker), ("cue", want.cue, quote.cue.text if quote.cue else None)]
        asked += [(key, value, KEYS[key](document, quote)) for key, value in want.keys if key in ASKED]
        for name, wanted, got in asked:
            if wanted != "*":
                counts[f"of {name}"] += 1
                counts[name] += agrees(wanted, got)
    return counts


def align(wanted: Sequence[Expected], answered: Sequence[Quote]) -> Iterator[tuple[Expected, Quote]]:
    """Which answer is which expectation: all in order where they are as many, else those whose cues agree, in order."""
    if len(wanted) == len(answered):
        yield from zip(wanted, answered, strict=True)
        return
    at = 0
    for want in wanted:
        for i in range(at, len(answered)):
            cue = answered[i].cue
            if agrees(want.cue, cue.text if cue else None):
                yield want, answered[i]
                at = i + 1
                break


def render(board: CaseBoard) -> str:
    """``direct   812   809  99.6  …``: a line a folder."""
    names = (*(f"{name} %" for name in ASKED),)
    lines = [f"{'':10}{'blocks':>8}{'right':>8}{'%':>7}{'xfail':>7}{'quotes':>8}{'found':>7}" + _cells(names)]
    for name, row in board.rows.items():
        share = [_share(row[key], row[f"of {key}"]) for key in ASKED]
        right = _share(row["right"], row["blocks"])
        head = f"{name:10}{row['blocks']:>8}{row['right']:>8}{right:>7}{row['xfail']:>7}"
        lines.append(head + f"{row['expected']:>8}{row['found']:>7}" + _cells(share))
    return "\n".join(lines) + "\n"


def _cells(values: Iterable[str]) -> str:
    """Values as cells of equal width."""
    return "".join(f"{value:>11}" for value in values)


def _share(part: int, whole: int) -> str:
    """``98.7``: per cent; ``-`` of nothing."""
    return f"{100 * part / whole:.1f}" if whole else "-"

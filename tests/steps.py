"""How many lines of Python an analysis runs through: the same figure every time, whatever else the machine does.

``python tests/steps.py`` prints, as JSON, shape -> [lines for 10,000 characters, lines for 100,000], of the shapes of
:mod:`benchmarks.shapes`.  The figures are equal in processes with the same ``PYTHONHASHSEED`` only: the order of a set
can decide how early a search ends.
"""

from __future__ import annotations

import json
import sys
from types import FrameType
from typing import Any

import qattr
from benchmarks.shapes import CROWDS, SHAPES

SMALL, LARGE = 10_000, 100_000


def steps(text: str) -> int:
    """The lines that are run through while a text is analyzed, each as often as it is."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return on_line

    before = sys.gettrace()
    sys.settrace(lambda frame, event, argument: on_line)
    try:
        qattr.analyze(text)
    finally:
        sys.settrace(before)
    return count


if __name__ == "__main__":
    qattr.analyze(SHAPES["an ordinary article repeated"](SMALL))  # what is read or compiled when first needed
    found = {name: [steps(shape(SMALL)), steps(shape(LARGE))] for name, shape in {**SHAPES, **CROWDS}.items()}
    json.dump(found, sys.stdout)

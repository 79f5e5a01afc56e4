"""How good answers are, measured against gold: ``qattr gold/ --evaluate``.

In: gold articles (:func:`qattr.evaluate.gold.read`) and for each the JSON object that was answered.  Out: one
:class:`~qattr.evaluate.verdicts.Judged` an article (:func:`judge`), which
:func:`~qattr.evaluate.board.scoreboard` counts, with intervals, and :mod:`~qattr.evaluate.against` sets beside an older
answer.  No engine is run here.  ``docs/evaluation.md`` defines every figure.
"""

from __future__ import annotations

from qattr.evaluate.board import Scoreboard, scoreboard
from qattr.evaluate.gold import Gold, GoldError, read
from qattr.evaluate.verdicts import Judged, Verdict, judge

__all__ = ["Gold", "GoldError", "Judged", "Scoreboard", "Verdict", "judge", "read", "scoreboard"]

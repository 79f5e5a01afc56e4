"""A progress bar on stderr for long work; nothing is imported or drawn before the work has proved long."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before the bar appears."""


class Amount(NamedTuple):
    """How much there is to do: files, or the bytes of the files of records."""

    total: int
    done: Callable[[], int] | None = None
    """How much of it is done; ``None``: as many as there are articles done."""


class Bar:
    """Counts articles; draws after :data:`PATIENCE` seconds, when it is wanted at all, and is gone at the end.

    One line: how many articles, how many a second, and, where ``amount`` is known, how much is left.
    """

    def __init__(self, wanted: bool, amount: Amount | None) -> None:
        self.wanted = wanted
        self.amount = amount
        self.done = 0
        self.failed = 0
        self._since = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def advance(self, articles: int, failed: int) -> None:
        """Some more articles are done, some of them in vain."""
        self.done += articles + failed
        self.failed += failed
        if not self.wanted:
            return
        if self._progress is None:
            if time.monotonic() - self._since < PATIENCE:
                return
            self._start()
        assert self._progress is not None and self._task is not None
        so_far = self.amount.done() if self.amount and self.amount.done else self.done
        self._progress.update(self._task, completed=so_far, said=self._said())

    def message(self, line: str) -> bool:
        """Print a line above the bar; False when there is no bar."""
        if self._progress is None:
            return False
        self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        return True

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()

    def _said(self) -> str:
        """``1,200 articles, 340 a second, 2 failed``"""
        rate = self.done / max(time.monotonic() - self._since, 0.001)
        failed = f", {self.failed:,} failed" if self.failed else ""
        return f"{self.done:,} articles, {rate:,.0f} a second{failed}"

    def _start(self) -> None:
        """Shows the bar: with its end where the amount is known, else with the time that has passed."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
        from rich.progress import TimeRemainingColumn as Remaining

        ending = [TaskProgressColumn(), Remaining(), TextColumn("left")] if self.amount else [TimeElapsedColumn()]
        columns = [TextColumn("{task.fields[said]}"), BarColumn(20), *ending]
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, transient=True, refresh_per_second=5)
        total = self.amount.total if self.amount else None
        self._task = self._progress.add_task("", total=total, completed=0, said=self._said())
        self._progress.start()

"""A progress bar on stderr for long work; nothing is imported or drawn before the work has proved long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of work before the bar appears."""


class Bar:
    """Counts articles; draws after :data:`PATIENCE` seconds, when it is wanted at all, and is gone at the end."""

    def __init__(self, wanted: bool, total: int | None) -> None:
        self.wanted = wanted
        self.total = total
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
        self._progress.update(self._task, completed=self.done, failed=f", {self.failed} failed" if self.failed else "")

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

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = [TextColumn("{task.completed:,} articles{task.fields[failed]}"), BarColumn(), TimeElapsedColumn()]
        if self.total:
            columns.insert(2, TaskProgressColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5)
        self._task = self._progress.add_task("", total=self.total, completed=self.done, failed="")
        self._progress.start()

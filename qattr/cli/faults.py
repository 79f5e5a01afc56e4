"""What is said on stderr of inputs that could not be read: errors of one kind are one line."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from qattr.output.safe import one_line
from qattr.reading.types import Failure

SHOWN = 3
"""So many places are named."""
MOST = 1000
"""So many kinds are told apart; what comes then is said at once, so that memory does not grow."""
PATIENCE = 2.0
"""Seconds after which a kind that was met is said at once; short runs say each kind once, at the end."""
_VARYING = re.compile(r"0x[0-9a-f]{2}|\d+")
_FIELDS = re.compile(r"; it has .*")


class _Kind:
    """Failures that differ in their places only."""

    def __init__(self) -> None:
        self.first: list[Failure] = []
        self.more = 0
        self.said = False


class Faults:
    """Collects failures and says them, in the order of their first ones.

    A kind is said after :data:`PATIENCE` at the earliest or at the end, then counted on and said once more at the end:
    two lines a kind at most, whatever comes.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self.failed = 0
        self._say = say
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._since = time.monotonic()

    def add(self, failure: Failure) -> None:
        """One more failure; maybe the first of its kind for a while."""
        self.failed += not failure.note
        key = (_VARYING.sub("0", _FIELDS.sub("", failure.reason)), failure.step)
        kind = self._kinds.get(key)
        if kind is None:
            if len(self._kinds) == MOST:
                self._say(one_line(str(failure)))
                return
            kind = self._kinds[key] = _Kind()
        if len(kind.first) < SHOWN and not kind.said:
            kind.first.append(failure)
        else:
            kind.more += 1
        if not kind.said and time.monotonic() - self._since > PATIENCE:
            self._tell(kind)

    def close(self) -> None:
        """Say what has not been said."""
        for kind in self._kinds.values():
            if not kind.said:
                self._tell(kind)
            elif kind.more:
                self._say(f"{kind.more:,} more: {kind.first[0].reason}. {kind.first[0].step}.")
                kind.more = 0

    def _tell(self, kind: _Kind) -> None:
        """``a.txt, b.txt and 3 more: not UTF-8. Try --encoding auto.``: one line for one kind of fault."""
        places = ", ".join(one_line(failure.source) for failure in kind.first)
        more = f" and {kind.more:,} more" if kind.more else ""
        self._say(f"{places}{more}: {kind.first[0].reason}. {kind.first[0].step}.")
        kind.said, kind.more = True, 0

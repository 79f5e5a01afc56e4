"""The command, with the seconds that it spent in ``analyze()`` on the last line of stderr:
``python -m benchmarks.watched --format json FILE …``
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any, NoReturn

import qattr
from qattr.cli import options as cli

_analyze, _exit = qattr.analyze, os._exit
_spent = 0.0


def _timed(*args: Any, **kwargs: Any) -> Any:
    global _spent
    start = time.perf_counter()
    try:
        return _analyze(*args, **kwargs)
    finally:
        _spent += time.perf_counter() - start


def _end(code: int) -> NoReturn:
    sys.stderr.write(f"{_spent}\n")
    sys.stderr.flush()
    _exit(code)


if __name__ == "__main__":
    qattr.analyze, os._exit = _timed, _end
    cli.main()

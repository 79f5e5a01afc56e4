"""Timing: interleaved rounds, medians, ratios. Seconds unless a name says otherwise."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Run(NamedTuple):
    """One finished command."""

    seconds: float
    peak_kib: int
    """The largest resident set of the process, in KiB."""
    analyzing: float
    """What it says to have spent in ``analyze()`` (:mod:`benchmarks.watched`); other commands say nothing: 0."""


def timed(work: Callable[[], object]) -> float:
    """How long one call takes in this process."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def environment() -> dict[str, str]:
    """This process's environment, with bytecode allowed and this checkout importable."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), env.get("PYTHONPATH"))))
    return env


def qattr_command() -> list[str]:
    """The command as a user starts it: the installed script, else the module."""
    script = Path(sys.executable).parent / "qattr"
    return [str(script)] if script.exists() else [sys.executable, "-m", "qattr"]


def command(arguments: Sequence[str], *, stdin: Path | None = None) -> Run:
    """Runs a command to its end, its output into a pipe that is drained. Raises ``RuntimeError`` when it fails."""
    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdin=source, stdout=subprocess.PIPE, stderr=said, env=environment())
        assert process.stdout is not None
        while process.stdout.read(1 << 20):
            pass
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        last = (said.read().splitlines() or [""])[-1]
    if process.returncode != 0:
        raise RuntimeError(f"exit status {process.returncode}: {' '.join(arguments)[:200]}")
    return Run(elapsed, usage.ru_maxrss, float(last) if re.fullmatch(r"\d+\.\d+", last) else 0.0)


def interleaved(rounds: int, works: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Measures each of the works once a round, one after the other, after a round that is thrown away."""
    for work in works.values():
        work()
    results: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            results[name].append(work())
    return results


def interleaved_parts(
    rounds: int, works: dict[str, Callable[[list[str]], float]], texts: list[str]
) -> dict[str, list[float]]:
    """The same for works over many texts: each takes its turn at every :data:`PART` of them, and the turns of a round
    are added up, so that what disturbs a second of it disturbs all of them."""
    parts = [texts[at : at + PART] for at in range(0, len(texts), PART)]
    for work in works.values():
        work(texts)
    results: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        taken = dict.fromkeys(works, 0.0)
        for part in parts:
            for name, work in works.items():
                taken[name] += work(part)
        for name, seconds in taken.items():
            results[name].append(seconds)
    return results


PART = 40
"""Texts of a turn: some tenths of a second."""


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the rounds' ratios: what slows a whole round down cancels out."""
    return statistics.median(a / b for a, b in zip(above, below, strict=True))

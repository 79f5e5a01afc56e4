"""What ``analyze()`` costs without the machine's noise: ``python -m benchmarks.simulated`` (a minute; needs valgrind).

On a shared machine the ratio of ``python -m benchmarks`` moves by a tenth and more from run to run.  Valgrind's
cachegrind counts instead: the instructions of the machine, and the reads and writes that miss a first cache of 32 KiB
or a second one of 512 KiB.  The same commit gives the same figures but for a per cent of the misses, so a change that
saves one per cent can be told from one that does not.  The cycles are a model (:data:`COSTS`), to weigh the three
against each other; they are no measure of time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import qattr
from benchmarks import corpus, measure

TOKEN = re.compile(r"\w+|[^\w\s]")
EVERY = 6
"""One article in so many is taken."""
COSTS = {"I refs": 0.4, "I1 misses": 12, "D1 misses": 12, "LL misses": 55}
"""Cycles of an instruction, of a miss of the first caches, and of one of the second."""
_VALGRIND = (
    "valgrind", "--tool=cachegrind", "--cache-sim=yes", "--I1=32768,8,64", "--D1=32768,8,64", "--LL=524288,8,64",
    "--cachegrind-out-file=/dev/null",
)  # fmt: skip


def work(what: str) -> None:
    """What is counted, in a process of its own: two rounds of analyses, then ``what``."""
    texts = corpus.articles()[1][::EVERY]
    for _ in range(2):
        for text in texts:
            qattr.analyze(text)
            TOKEN.findall(text)
    for text in texts:
        if what == "analyze":
            qattr.analyze(text)
        elif what == "tok":
            TOKEN.findall(text)


def counted(what: str) -> dict[str, int]:
    """The counts of a process that does ``work(what)``."""
    command = [*_VALGRIND, sys.executable, "-m", "benchmarks.simulated", what]
    environment = measure.environment() | {"PYTHONHASHSEED": "0"}
    run = subprocess.run(command, env=environment, cwd=measure.ROOT, capture_output=True, text=True, check=True)
    return {
        name: int(re.search(rf"{name.replace(' ', ' +')}: +([\d,]+)", run.stderr)[1].replace(",", ""))  # type: ignore[index]
        for name in COSTS
    }


def main() -> None:
    if len(sys.argv) > 1:
        work(sys.argv[1])
        return
    if shutil.which(_VALGRIND[0]) is None:
        sys.exit("valgrind is not installed: install Debian's package valgrind, or use python -m benchmarks")
    what, texts = corpus.articles()
    nothing, analyze, tok = (counted(name) for name in ("nothing", "analyze", "tok"))
    articles = len(texts[::EVERY])
    print(f"{articles} of {what}, on {os.uname().machine}\n")
    print("| an article | analyze | tok |\n| --- | --- | --- |")
    cycles = 0.0
    for name, cost in COSTS.items():
        here, unit = [(counts[name] - nothing[name]) / articles for counts in (analyze, tok)]
        cycles += cost * here
        print(f"| {name} | {here:,.0f} | {unit:,.0f} |")
    print(f"| cycles by the model | {cycles:,.0f} | |")


if __name__ == "__main__":
    main()

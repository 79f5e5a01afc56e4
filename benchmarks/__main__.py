"""Prints how fast qattr is: ``python -m benchmarks`` (some minutes; ``--quick`` for a first look).

Two units make the figures comparable between machines. ``tok`` is one pass of
``re.findall(r"\\w+|[^\\w\\s]", text)`` over the same articles in the same process; ``pass`` is ``python -c pass``.
"""

from __future__ import annotations

import argparse
import compileall
import datetime
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import qattr
from benchmarks import corpus, measure, peers
from benchmarks.shapes import SHAPES

TOKEN = re.compile(r"\w+|[^\w\s]")


class Row(NamedTuple):
    """One line of the table; ``must`` and ``aim`` are upper limits, both in ``unit``."""

    what: str
    value: float
    unit: str
    must: float | None
    aim: float | None


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    files: int
    records: int
    few_records: int
    length: int


FULL = Plan(rounds=7, files=1_000, records=20_000, few_records=1_000, length=100_000)
QUICK = Plan(rounds=3, files=200, records=1_000, few_records=100, length=30_000)


def tok(texts: list[str]) -> float:
    def scan() -> None:
        for text in texts:
            TOKEN.findall(text)

    return measure.timed(scan)


def analyses(texts: list[str]) -> float:
    def scan() -> None:
        for text in texts:
            qattr.analyze(text)

    return measure.timed(scan)


def _seconds(arguments: list[str]) -> Callable[[], float]:
    return lambda: measure.command(arguments).seconds


def engine(plan: Plan, texts: list[str]) -> Iterator[Row]:
    got = measure.interleaved_parts(plan.rounds, {"tok": tok, "analyze": analyses}, texts)
    yield Row(
        "`analyze()` over the articles, everything resolved", measure.ratio(got["analyze"], got["tok"]), "tok", 10, 5
    )


def start_up(plan: Plan, texts: list[str], folder: Path) -> Iterator[Row]:
    path = str(corpus.as_files([sorted(texts, key=len)[len(texts) // 2]], folder)[0])
    command = measure.qattr_command()
    imported = "import qattr; qattr.analyze('')"
    works = {
        "pass": _seconds([sys.executable, "-c", "pass"]),
        "json": _seconds([*command, "--format", "json", path]),
        "table": _seconds([*command, "--format", "table", path]),
        "version": _seconds([*command, "--version"]),
        "help": _seconds([*command, "--help"]),
        "import": _seconds([sys.executable, "-c", imported]),
    }
    got = measure.interleaved(max(plan.rounds, 7), works)
    unit = {name: measure.ratio(times, got["pass"]) for name, times in got.items()}
    yield Row("`qattr x.txt` to a pipe, JSON", unit["json"], "pass", 9, 7.5)
    yield Row("the same, a table", unit["table"], "pass", 12, 11)
    yield Row("`qattr --version`", unit["version"], "pass", 8, 7)
    yield Row("`qattr --help`", unit["help"], "pass", 8, 7)
    yield Row("`import qattr; qattr.analyze('')`", unit["import"], "pass", 5, 3.5)
    loaded = f"{imported}; import sys; sys.exit(bool({{'typer', 'click', 'rich'}} & set(sys.modules)))"
    if subprocess.run([sys.executable, "-c", loaded], env=measure.environment(), check=False).returncode:
        print("warning: `import qattr` loads typer or rich", file=sys.stderr)


def around_the_engine(plan: Plan, texts: list[str], folder: Path) -> Iterator[Row]:
    """What the command costs beside starting and analysing: reading, JSON, writing.

    The time in ``analyze()`` is taken in the command itself.  The difference to what the same articles take in another
    process would be mostly the noise of two figures ten times as large."""
    chosen = corpus.many(texts, plan.files)
    paths = [str(p) for p in corpus.as_files(chosen, folder)]
    empty = folder / "empty.txt"
    empty.write_text("")
    spent: list[float] = []

    def files() -> float:
        run = measure.command([sys.executable, "-m", "benchmarks.watched", "--format", "json", *paths])
        spent.append(run.analyzing)
        return run.seconds

    works = {
        "tok": lambda: tok(chosen),
        "start": _seconds([sys.executable, "-m", "benchmarks.watched", "--format", "json", str(empty)]),
        "files": files,
    }
    got = measure.interleaved(plan.rounds, works)
    rest = [f - s - a for f, s, a in zip(got["files"], got["start"], spent[1:], strict=True)]
    what = f"the command over {plan.files:,} named files, start-up and `analyze()` taken off"
    yield Row(what, measure.ratio(rest, got["tok"]), "tok", 2, 1.2)


def many_articles(plan: Plan, texts: list[str], folder: Path) -> Iterator[Row]:
    large = str(corpus.as_jsonl(corpus.many(texts, plan.records), folder / "large.jsonl"))
    small = str(corpus.as_jsonl(corpus.many(texts, plan.few_records), folder / "small.jsonl"))
    command = [*measure.qattr_command(), "--format", "json"]
    peaks: dict[str, list[float]] = {"large": [], "small": []}

    def one_job(name: str, path: str) -> float:
        run = measure.command([*command, path])
        peaks[name].append(run.peak_kib)
        return run.seconds

    works = {
        "one": lambda: one_job("large", large),
        "two": _seconds([*command, "--jobs", "2", large]),
        "few": lambda: one_job("small", small),
    }
    got = measure.interleaved(plan.rounds, works)
    yield Row(
        f"`--jobs 2`, {plan.records:,} articles, against one job",
        measure.ratio(got["two"], got["one"]),
        "×",
        0.65,
        0.55,
    )
    peak = measure.ratio(peaks["large"], peaks["small"])
    yield Row(f"peak memory, {plan.records:,} articles against {plan.few_records:,}", peak, "×", 1.2, 1.05)


def long_texts(plan: Plan) -> Iterator[Row]:
    for name, shape in SHAPES.items():
        what = f"ten times the text: {name}"
        part, one, ten = (shape(plan.length * times // 10) for times in (1, 10, 100))
        glance = analyses([one]) / analyses([part])
        if glance > 30:  # far from linear: the whole measurement would take hours and say the same
            yield Row(what, glance, "×", 12, 10.5)
            continue
        works: dict[str, Callable[[], float]] = {
            "one": lambda text=one: analyses([text] * 10) / 10,  # type: ignore[misc]
            "ten": lambda text=ten: analyses([text]),  # type: ignore[misc]
        }
        got = measure.interleaved(plan.rounds, works)
        yield Row(what, measure.ratio(got["ten"], got["one"]), "×", 12, 10.5)


def peer_rows(plan: Plan, texts: list[str]) -> Iterator[Row]:
    for name, work in peers.installed():
        got = measure.interleaved(min(plan.rounds, 3), {"tok": lambda: tok(texts), "peer": lambda w=work: w(texts)})  # type: ignore[misc]
        yield Row(name, measure.ratio(got["peer"], got["tok"]), "tok", None, None)


def rows(plan: Plan, with_peers: bool, texts: list[str]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="qattr-bench-") as name:
        folders = [Path(name, str(number)) for number in range(3)]
        for folder in folders:
            folder.mkdir()
        yield from engine(plan, texts)
        yield from start_up(plan, texts, folders[0])
        yield from around_the_engine(plan, texts, folders[1])
        yield from many_articles(plan, texts, folders[2])
        yield from long_texts(plan)
        if with_peers:
            yield from peer_rows(plan, texts)


def line(row: Row) -> str:
    """One line of the Markdown table; a figure that misses its limit is marked."""
    missed = " **missed**" if row.must is not None and row.value > row.must else ""
    limits = [f"<= {limit:g}" if limit is not None else "" for limit in (row.must, row.aim)]
    return f"| {row.what} | {row.value:.2f} {row.unit}{missed} | {limits[0]} | {limits[1]} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds and articles: a first look, not for quoting")
    parser.add_argument("--peers", action="store_true", help="also other tools that are installed (spaCy)")
    args = parser.parse_args()
    plan = QUICK if args.quick else FULL
    compileall.compile_dir(str(Path(qattr.__file__).parent), quiet=2)
    what, texts = corpus.articles()
    when = f"{datetime.date.today()}, Python {platform.python_version()}"
    print(f"{when}, {what}, median of {plan.rounds} interleaved rounds\n")
    print("| what | measured | must | aim |\n| --- | --- | --- | --- |")
    missed = False
    for row in rows(plan, args.peers, texts):
        print(line(row), flush=True)
        missed = missed or (row.must is not None and row.value > row.must)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()

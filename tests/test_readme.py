"""README and docs/ tell the truth: their commands are run in a terminal 100 columns wide, and print what they show.

A fence opened as ``console`` is run and compared: lines that begin with ``$ `` are commands, the others are what they
print; a line ``…`` stands for any lines. A fence ``console run`` is only run, and must succeed. No other fence is run.

``python tests/test_readme.py --write`` writes what the commands print today; read the difference before you commit it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from qattr._confidence import JUDGED

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
COLUMNS = 100
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
OPTIONAL_TOOLS = ("jq", "chromium")


class Step(NamedTuple):
    """One command of a page."""

    page: Path
    line: int
    command: str
    output: str
    compared: bool


def steps(page: Path) -> Iterator[Step]:
    lines = page.read_text(encoding="utf-8").splitlines()
    number = 0
    while number < len(lines):
        match = re.fullmatch(r"```console( run)?", lines[number])
        number += 1
        if not match:
            continue
        current: list[str] | None = None
        start = number
        while lines[number] != "```":
            if lines[number].startswith("$ "):
                if current is not None:
                    yield Step(page, start + 1, current[0][2:], "\n".join(current[1:]), not match[1])
                current, start = [], number
            if current is None:
                raise ValueError(f"{page.name}:{number + 1}: a console block begins with a command")
            current.append(lines[number])
            number += 1
        if current:
            yield Step(page, start + 1, current[0][2:], "\n".join(current[1:]), not match[1])


def run(command: str) -> tuple[int, str]:
    """Runs a command with bash in a terminal, at the top of the repository: its exit status and what it prints."""
    controller, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    env = {**os.environ, "PATH": path, "NO_COLOR": "1", "TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    for name in ("COLUMNS", "FORCE_COLOR"):
        env.pop(name, None)
    process = subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    printed = bytearray()
    with contextlib.suppress(OSError):  # the terminal closes with the last process that holds it
        while part := os.read(controller, 65536):
            printed += part
    os.close(controller)
    status = process.wait(timeout=120)
    text = ESCAPES.sub("", printed.decode("utf-8")).replace("\r\n", "\n").expandtabs(8)
    return status, "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))


def agrees(shown: str, printed: str) -> bool:
    """Whether README's lines are what was printed, ``…`` standing for any lines and any confidence for another."""
    shown, printed = (re.sub(r'(confidence"?:? )[01]\.\d+', r"\1N", text) for text in (shown, printed))
    pattern = "\n".join(r"(?:.*\n)*?.*" if line == "…" else re.escape(line.rstrip()) for line in shown.split("\n"))
    return re.fullmatch(pattern, printed) is not None


def _steps() -> list[Step]:
    return [step for page in PAGES for step in steps(page)]


@pytest.mark.parametrize("step", _steps(), ids=lambda s: f"{s.page.stem}-{s.line}")
def test_command(step: Step) -> None:
    for tool in OPTIONAL_TOOLS:
        if re.search(rf"\b{tool}\b", step.command) and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    if re.match(r"qattr\b", step.command) and not (Path(sys.executable).parent / "qattr").exists():
        pytest.skip("qattr is not installed in this environment: pip install -e .")
    status, printed = run(step.command)
    assert status == 0, f"{step.page.name}:{step.line}: exit status {status}\n{printed}"
    if step.compared:
        assert agrees(step.output, printed), f"{step.page.name}:{step.line}: {step.command}\nprinted:\n{printed}"


def test_ci_runs_the_command_that_readme_gives() -> None:
    commands = re.findall(r"^pip install .*pytest.*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 1
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert commands[0] in [line.strip() for line in ci.splitlines()]


def test_the_python_examples_work() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        shown = [line.partition("# → ")[2] for line in block.splitlines() if "# → " in line]
        assert shown == done.stdout.splitlines()


def answers_counted() -> int:
    """How many answers the confidences rest on."""
    return JUDGED


def test_readme_says_what_the_confidence_rests_on() -> None:
    assert f"rest on {answers_counted()} answers" in README.read_text(encoding="utf-8")


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), target


def write() -> None:
    """Puts today's output under every compared command whose output its page does not shorten with ``…``."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for step in steps(page):
            if not step.compared or "…" in step.output.split("\n"):
                continue
            status, printed = run(step.command)
            if status:
                print(f"{page.name}:{step.line}: not written: {step.command}: exit status {status}\n{printed}")
                continue
            old = f"$ {step.command}\n" + (f"{step.output}\n" if step.output else "")
            text = text.replace(old, f"$ {step.command}\n" + (f"{printed}\n" if printed else ""), 1)
        text = re.sub(r"rest on \d+ answers", f"rest on {answers_counted()} answers", text)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_readme.py --write")
    write()

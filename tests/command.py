"""Running the command as its users do, for the tests of the command."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterable
from fcntl import ioctl
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qattr.cli.main import run

ARTICLE = """\
Rahma Wulandari, Bupati Sukamaju, meresmikan jembatan baru. "Jembatan ini penting bagi warga," kata Rahma, Senin.

Ia menambahkan, pembangunan memakan waktu dua tahun. "Kami bersyukur," ujarnya.

Menurut Budi Santoso, Kepala Dinas Perhubungan Sukamaju, kendaraan berat belum boleh lewat.
"""
OTHER = 'Harga cabai naik di Pasar Legi. "Stok kami menipis," ujar Rahma Wulandari, bupati Sukamaju.\n'


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def articles(self) -> list[dict[str, Any]]:
        """stdout as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**changes: str | None) -> dict[str, str]:
    """The environment without what would change how the command looks, then with these changes (``None`` removes)."""
    plain = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "QATTR_DEBUG", "QATTR_VERBS", "PYTHONUNBUFFERED")
    env = {k: v for k, v in os.environ.items() if k not in plain}
    env.update(
        PYTHONPATH=str(Path(__file__).parents[1]), TERM="xterm", LC_ALL="C.UTF-8", XDG_CONFIG_HOME="/nonexistent"
    )
    for key, value in changes.items():
        env.pop(key, None)
        if value is not None:
            env[key] = value
    return env


def command(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "qattr", *map(str, args)]


def qattr(*args: str | Path, stdin: str | bytes = b"", cwd: Path | None = None, **env: str | None) -> Result:
    """Run ``qattr`` with pipes on all sides."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        command(*args), input=data, capture_output=True, cwd=cwd, env=environment(**env), timeout=60, check=False
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def inside(*args: str | Path, stdin: str | bytes = b"", cwd: Path, **env: str) -> Result:
    """The same in this process, where neither pipes nor processes are the point: a tenth of the time."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    streams = [io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)), "utf-8")]  # type: ignore[arg-type]
    streams += [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    plain = {**environment(), **env}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in [name for name in os.environ if name not in plain]:
            patch.delenv(name)
        for name, value in plain.items():
            patch.setenv(name, value)
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        code = run(list(map(str, args)))
        out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])  # type: ignore[attr-defined]
    return Result(code, out, err)


def in_terminal(
    *args: str | Path, width: int = 100, cwd: Path | None = None, stdout: int | None = None, **env: str | None
) -> Result:
    """Run ``qattr`` in a pseudo-terminal of so many columns; what it showed is in ``out``.

    With ``stdout`` (a file descriptor) only stdin and stderr are the terminal.
    """
    parent, child = pty.openpty()
    ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    process = subprocess.Popen(
        command(*args),
        stdin=child,
        stdout=stdout or child,
        stderr=child,
        cwd=cwd,
        env=environment(**env),
        close_fds=True,
    )
    os.close(child)
    shown = b"".join(_read(parent, process))
    os.close(parent)
    return Result(process.wait(10), shown.decode(errors="replace").replace("\r\n", "\n"), "")


def _read(parent: int, process: subprocess.Popen[bytes]) -> Iterable[bytes]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([parent], [], [], 0.1)
        if ready:
            try:
                data = os.read(parent, 65536)
            except OSError:
                return
            if not data:
                return
            yield data
        elif process.poll() is not None:
            return

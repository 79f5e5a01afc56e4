"""No network at run time: the command works where a socket ends the process.

Python tells an audit hook of every socket, whoever makes it and in whatever module; the hook ends the process with a
status of its own, which no ``except`` can hide. Worker processes inherit it. (An AF_UNIX socket is no network:
processes of one program talk over them.)
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from command import ARTICLE, Result, qattr

ROOT = Path(__file__).resolve().parent.parent
CAUGHT = 97
"""The exit status of a process that asked for the network."""
EVERY_SOCKET = "socket."
"""What the names of all events of sockets begin with."""
TO_OTHERS = "socket.connect socket.send socket.getaddrinfo socket.gethostby socket.getnameinfo"
"""Those that reach another machine: urllib3, which trafilatura loads, tries out locally whether there is IPv6."""

HOOK = """\
import os, sys
forbidden = tuple({events!r}.split())
def hook(event, args):
    if event.startswith(forbidden):
        if event == "socket.__new__" and args[1] == 1:  # AF_UNIX
            return
        os.write(2, b"network: %s\\n" % event.encode())
        os._exit({status})
sys.addaudithook(hook)
"""
PAGE = "<html><body><article><h1>Jembatan Sukamaju</h1>{}</article></body></html>".format(
    "".join(f"<p>{paragraph}</p>" for paragraph in (ARTICLE * 3).split("\n\n"))
)


def offline(folder: Path, *args: str, events: str = EVERY_SOCKET, stdin: str = "") -> Result:
    """The command with the hook; Python loads sitecustomize before anything else."""
    (folder / "hook").mkdir(exist_ok=True)
    (folder / "hook" / "sitecustomize.py").write_text(HOOK.format(events=events, status=CAUGHT))
    return qattr(*args, stdin=stdin, cwd=folder, PYTHONPATH=f"{folder / 'hook'}:{ROOT}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "use.toml").write_text('[verbs]\ngremeng = { act = "say", takes = "noun", forms = "0 me" }\n')
    (tmp_path / "latin.txt").write_bytes("“Café kami ramai sejak pagi,” kata Rahma Wulandari.\n".encode("cp1252") * 9)
    return tmp_path


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "markdown", "html", "text"])
def test_every_format(folder: Path, form: str) -> None:
    done = offline(folder, "--format", form, "a.txt")
    assert (done.code, done.err) == (0, "")
    assert "Rahma Wulandari" in done.out


@pytest.mark.parametrize(
    "options",
    [
        ["--summary"],
        ["--explain"],
        ["--rules"],
        ["--schema"],
        ["--help"],
        ["--version"],
        ["--verbs", "use.toml"],
        ["-o", "out.html"],
        ["-o", "out.xlsx"],
        ["--man"],
        ["--jobs", "2", "b.txt"],
    ],
    ids=lambda o: o[-1].strip("-"),
)
def test_every_way_of_working(folder: Path, options: list[str]) -> None:
    done = offline(folder, *options, "a.txt")
    assert (done.code, done.err) == (0, "")


def test_from_a_pipe(folder: Path) -> None:
    assert len(offline(folder, "-", stdin=ARTICLE).articles[0]["quotes"]) >= 2


def test_a_web_page_is_read_without_fetching_anything(folder: Path) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    done = offline(folder, "a.html", events=TO_OTHERS)
    assert (done.code, done.err) == (0, "")
    assert done.articles[0]["quotes"]


@pytest.mark.skipif(importlib.util.find_spec("charset_normalizer") is None, reason="needs charset-normalizer")
def test_an_encoding_is_detected_without_asking_anybody(folder: Path) -> None:
    assert offline(folder, "--encoding", "auto", "latin.txt").code == 0


@pytest.mark.parametrize("events", [EVERY_SOCKET, TO_OTHERS], ids=["every", "to others"])
def test_the_hook_would_catch_it(folder: Path, events: str) -> None:
    (folder / "hook").mkdir()
    (folder / "hook" / "trafilatura.py").write_text(
        "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9), 1)\nexcept BaseException:\n    pass\n"
    )
    done = offline(folder, "a.html", events=events)
    assert done.code == CAUGHT
    assert done.err.startswith("network: socket.")

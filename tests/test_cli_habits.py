"""How the command behaves among others: pipes, interrupts, full disks, processes, terminals, memory."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from command import ARTICLE, OTHER, Result, command, environment, in_terminal, qattr
from qattr.corpus import jobs
from qattr.reading.types import Failure, Task

RECORD = json.dumps({"text": ARTICLE}) + "\n"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with a few hundred articles in files and records, some of them broken."""
    for number in range(60):
        (tmp_path / f"a{number:03}.txt").write_text(ARTICLE if number % 3 else OTHER * number)
    (tmp_path / "b.jsonl").write_text("".join(RECORD if n % 50 else "{putus\n" for n in range(200)))
    (tmp_path / "c.txt").write_bytes(b"\xe9\xff rusak")
    (tmp_path / "d.csv").write_text("id,text\n1,Hujan.\n2\n3,Panas.\n")
    return tmp_path


# ---------------------------------------------------------------------------------------- output


def test_an_old_output_file_stays_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "hasil.json").write_text("lama")
    got = qattr("tidak-ada.txt", "-o", "hasil.json", cwd=tmp_path)
    assert got.code == 2
    assert (tmp_path / "hasil.json").read_text() == "lama"


def test_an_output_file_holds_what_could_be_done_when_some_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    assert qattr("a.txt", "b.txt", "-o", "hasil.json", cwd=tmp_path).code == 2
    assert json.loads((tmp_path / "hasil.json").read_text())["source"] == "a.txt"


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "b.txt").symlink_to("a.txt")
    for out in ("a.txt", "b.txt", "./a.txt"):
        got = qattr("a.txt", "-o", out, cwd=tmp_path)
        assert got.code == 2
        assert "is also an input and would be lost" in got.err
    assert (tmp_path / "a.txt").read_text() == OTHER


def test_output_keeps_mode_and_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "asli.json").write_text("lama")
    (tmp_path / "asli.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("asli.json")
    assert qattr("-o", "link.json", stdin=OTHER, cwd=tmp_path) == Result(0, "", "")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "asli.json").stat().st_mode & 0o777 == 0o640
    assert json.loads((tmp_path / "asli.json").read_text())
    os.umask(umask := os.umask(0o22))
    assert qattr("-o", "baru.json", stdin=OTHER, cwd=tmp_path).code == 0
    assert (tmp_path / "baru.json").stat().st_mode & 0o777 == 0o666 & ~umask


def test_output_to_a_device_and_a_fifo(tmp_path: Path) -> None:
    assert qattr("-o", "/dev/null", stdin=OTHER) == Result(0, "", "")
    assert Path("/dev/null").is_char_device()
    os.mkfifo(tmp_path / "pipa")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipa").read_text()))
    reader.start()
    assert qattr("-o", "pipa", stdin=OTHER, cwd=tmp_path) == Result(0, "", "")
    reader.join(10)
    assert json.loads(read[0])["source"] == "-"
    assert qattr("-o", "/dev/stdout", stdin=OTHER).articles[0]["source"] == "-"


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    step = "Write to another place with -o FILE.\n"
    (tmp_path / "d").mkdir()
    assert qattr("-o", "d", stdin=OTHER, cwd=tmp_path) == Result(2, "", f"qattr: d: is a directory. {step}")
    got = qattr("-o", "x/a.json", stdin=OTHER, cwd=tmp_path)
    assert got == Result(2, "", f"qattr: x/a.json: no such file or directory. {step}")
    (tmp_path / "loop.json").symlink_to("loop.json")
    got = qattr("-o", "loop.json", stdin=OTHER, cwd=tmp_path)
    assert got == Result(2, "", f"qattr: loop.json: too many levels of symbolic links. {step}")
    got = qattr("-o", f"{'x' * 300}.json", stdin=OTHER, cwd=tmp_path)
    assert got == Result(2, "", f"qattr: {'x' * 300}.json: file name too long. {step}")
    assert qattr("-o", "", stdin=OTHER).err.endswith("Invalid value: -o needs the name of a file.\n")
    got = qattr("-o", "/dev/full", stdin=OTHER)
    assert got == Result(2, "", f"qattr: /dev/full: no space left on device. {step}")


@pytest.mark.parametrize(
    "args", [["-"], ["-", "-f", "table"], ["-s"], ["--explain"], ["--rules"], ["--help"], ["--schema"]]
)
def test_a_full_disk_behind_stdout_is_one_line(args: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(*args), input=ARTICLE.encode(), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    assert re.fullmatch(
        r"qattr: stdout: no space left on device\. Write to another place[^\n]*\n", done.stderr.decode(), re.I
    )


def test_a_file_size_limit_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORD * 500)
    (tmp_path / "hasil.json").write_text("lama")
    done = subprocess.run(
        command("a.jsonl", "-o", "hasil.json"),
        cwd=tmp_path, env=environment(), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"qattr: hasil.json: file too large. ")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl", "hasil.json"]
    assert (tmp_path / "hasil.json").read_text() == "lama"


# ----------------------------------------------------------------------------- pipes and interrupts


def _start(*args: str | Path, cwd: Path | None = None, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*args), stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE, cwd=cwd, env=environment()
    )


@pytest.mark.parametrize("args", [["-f", "json"], ["-f", "csv"], ["-f", "html"], ["-f", "table"], ["--jobs", "2"]])
def test_a_closed_pipe_is_silent(tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "a.jsonl").write_text(RECORD * 2000)
    process = _start("a.jsonl", *args, cwd=tmp_path)
    assert process.stdout and process.stderr
    assert process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 0


@pytest.mark.parametrize("args", [["--help"], ["--rules"], ["--schema"]])
def test_a_pipe_that_is_closed_before_anything_is_said(args: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = _start(*args, stdout=writing)
    os.close(writing)
    assert process.communicate(timeout=30)[1] == b""
    assert process.returncode == 0


@pytest.mark.parametrize("number", ["1", "2"])
def test_the_first_result_leaves_before_the_last_article_is_there(number: str) -> None:
    process = _start("--from", "jsonl", "--jobs", number, "-")
    assert process.stdin and process.stdout
    process.stdin.write(RECORD.encode() * (1 if number == "1" else 8))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["source"] == "-:1"
    process.stdin.write(RECORD.encode())
    out, _ = process.communicate(timeout=30)
    assert json.loads(out.splitlines()[-1])["source"] == ("-:2" if number == "1" else "-:9")


@pytest.mark.parametrize("number", ["1", "2"])
def test_ctrl_c_exits_130_and_leaves_no_half_line(number: str) -> None:
    process = _start("--from", "jsonl", "--jobs", number, "-")
    assert process.stdin and process.stdout and process.stderr
    stop = threading.Event()

    def feed() -> None:
        try:
            while not stop.is_set():
                process.stdin.write(RECORD.encode() * 10)  # type: ignore[union-attr]
        except OSError:
            pass

    feeder = threading.Thread(target=feed)
    feeder.start()
    out = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out += process.stdout.read()
    stop.set()
    assert process.wait(30) == 130
    feeder.join(10)
    assert process.stderr.read() == b""
    assert out.endswith(b"\n")
    for line in out.splitlines():
        json.loads(line)


def test_ctrl_c_ends_a_long_article_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE * 30_000)
    process = _start("a.txt", "-o", "hasil.json", cwd=tmp_path)
    time.sleep(1.5)
    since = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert time.monotonic() - since < 2


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_killed_during_output_the_old_file_is_whole(tmp_path: Path, number: signal.Signals, code: int) -> None:
    (tmp_path / "hasil.json").write_text("lama")
    process = _start("--from", "jsonl", "-", "-o", "hasil.json", cwd=tmp_path)
    assert process.stdin
    process.stdin.write(RECORD.encode() * 100)
    process.stdin.flush()
    deadline = time.monotonic() + 20
    while not any(p.stat().st_size for p in tmp_path.glob(".hasil.json.*.tmp")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    assert process.wait(20) == code
    assert (tmp_path / "hasil.json").read_text() == "lama"
    if number != signal.SIGKILL:
        assert [p.name for p in tmp_path.iterdir()] == ["hasil.json"]


def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    process = _start("--from", "jsonl", "--jobs", "2", "-", cwd=tmp_path)
    assert process.stdin and process.stdout
    process.stdin.write(RECORD.encode() * 20)
    process.stdin.flush()
    process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    process.kill()
    process.wait(10)
    deadline = time.monotonic() + 10
    while any(_alive(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in children)


def _alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


# ------------------------------------------------------------------------------------------- jobs


@pytest.mark.parametrize("form", ["json", "csv", "html", "table", "summary", "explain"])
def test_jobs_give_the_same_bytes(mixed: Path, form: str) -> None:
    args = ["--summary"] if form == "summary" else ["--explain"] if form == "explain" else ["-f", form]
    one = qattr(*args, ".", cwd=mixed)
    assert one.code == 2
    assert one.err.splitlines()[-1] == "qattr: 5 of 264 articles failed"
    for processes in ("2", "3"):
        several = qattr(*args, "--jobs", processes, ".", cwd=mixed)
        assert (several.code, several.out) == (one.code, one.out)
        # faults are said at once where the run takes long, else together at its end: the order is the clock's
        assert several.err.splitlines()[-1] == one.err.splitlines()[-1]


def test_jobs_zero_means_all_processors(mixed: Path) -> None:
    assert qattr("-j", "0", ".", cwd=mixed).out == qattr(".", cwd=mixed).out


def test_a_worker_that_dies_is_one_line(tmp_path: Path) -> None:
    process = _start("--from", "jsonl", "--jobs", "2", "-", cwd=tmp_path)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(RECORD.encode() * 20)
    process.stdin.flush()
    process.stdout.readline()
    for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
        os.kill(int(pid), signal.SIGKILL)
    time.sleep(0.3)
    _, err = process.communicate(RECORD.encode() * 400, timeout=30)
    assert process.returncode == 2
    assert err == b"qattr: a worker process died, maybe for lack of memory. Try again with fewer --jobs.\n"


def test_chunks_grow_and_stay_small() -> None:
    tasks: list[Task | Failure] = [Task(str(n), "jsonl", b"x" * 100) for n in range(200)]
    sizes = [len(c) for c in jobs.chunks(tasks)]
    assert sizes[:7] == [1, 2, 4, 8, 16, 32, 32]
    assert [t for c in jobs.chunks(tasks) for t in c] == tasks
    large: list[Task | Failure] = [Task(str(n), "jsonl", b"x" * jobs.CHUNK_BYTES) for n in range(5)]
    assert [len(c) for c in jobs.chunks(large)] == [1] * 5


# ------------------------------------------------------------------------------------- the terminal


def test_a_progress_bar_for_long_work_on_a_terminal_only(tmp_path: Path) -> None:
    script = (
        "import time, qattr, qattr.corpus.progress as p, qattr.corpus.jobs as j\n"
        "p.PATIENCE = 0.0\n"
        "from qattr.cli.main import main\n"
        "main()\n"
    )
    (tmp_path / "slow.py").write_text(script)
    (tmp_path / "a.jsonl").write_text(RECORD * 50 + "{\n")
    bar = _with_terminal_stderr([sys.executable, "slow.py", "a.jsonl"], tmp_path)
    assert b"articles" in bar
    assert b"qattr: a.jsonl:51: no JSON" in bar.replace(b"\r\n", b"\n")
    assert b"qattr: 1 of 51 articles failed" in bar
    quick = _with_terminal_stderr(command("a.jsonl"), tmp_path)
    assert quick.replace(b"\r\n", b"\n").startswith(b"qattr: a.jsonl:51: no JSON"), "short work has no bar"
    piped = subprocess.run([sys.executable, "slow.py", "a.jsonl"], cwd=tmp_path, env=environment(), capture_output=True)
    assert piped.stderr.count(b"\n") == 2
    assert len(piped.stdout.splitlines()) == 50


def _with_terminal_stderr(args: list[str], cwd: Path) -> bytes:
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        args, cwd=cwd, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=child
    )
    os.close(child)
    shown = b""
    try:
        while data := os.read(parent, 65536):
            shown += data
    except OSError:
        pass
    os.close(parent)
    process.wait(20)
    return shown


@pytest.mark.parametrize("form", ["json", "table", "text", "csv", "html"])
def test_a_locale_without_utf8(tmp_path: Path, form: str) -> None:
    (tmp_path / "é.txt").write_text(OTHER.replace('"', "”"))
    plain = qattr("-f", form, "é.txt", cwd=tmp_path, COLUMNS="100")
    assert plain.code == 0
    for strict in ({}, {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}):
        assert qattr("-f", form, "é.txt", cwd=tmp_path, COLUMNS="100", LC_ALL="C", **strict) == plain


def test_a_terminal_without_utf8_gets_ascii(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    for args in (["a.txt"], ["-s", "a.txt"], ["--explain", "a.txt"], ["-f", "text", "a.txt"]):
        got = in_terminal(*args, cwd=tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0", NO_COLOR="1")
        assert got.code == 0
        assert got.out.isascii()
        assert "Rahma Wulandari" in got.out


@pytest.mark.parametrize("form", ["table", "text", "json", "csv", "tsv", "markdown", "html"])
def test_escape_sequences_never_reach_the_terminal(tmp_path: Path, form: str) -> None:
    evil = "\x1b[31m\x1b]0;judul\x07\x9b2J\x08\u202e"
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": f"{evil}id", "text": f'"Kami{evil} siap," kata Rahma{evil} Wulandari, bupati{evil}.'})
    )
    summary = [] if form in ("text", "html") else [["-s", "-f", form]]
    for args in ([], ["--explain"] if form == "table" else ["-f", form], *summary):
        for color in ("never", "always"):
            out = qattr("a.jsonl", "--color", color, *args, cwd=tmp_path).out
            assert not re.search("\x1b(?!\\[[0-9;]*m)|[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202e]", out)
            assert "\x1b[31m\x1b" not in out
            assert color == "always" or "\x1b" not in out


def test_closed_standard_streams() -> None:
    for redirect in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        line = " ".join(f"'{part}'" for part in command("-")) + f" {redirect} | cat"
        done = subprocess.run(["bash", "-c", line], input=b"", env=environment(), capture_output=True, timeout=30)
        assert b"Traceback" not in done.stderr + done.stdout


# ----------------------------------------------------------------------------------------- memory


def test_fifty_megabytes_of_records_in_constant_memory(tmp_path: Path) -> None:
    filler = "Hujan turun di desa itu sepanjang hari tanpa henti. " * 40
    line = json.dumps({"text": OTHER + filler, "isi": "x" * 46_000}) + "\n"

    def peak(records: int) -> int:
        (tmp_path / "a.jsonl").write_text(line * records)
        code = (
            "import resource, subprocess, sys\n"
            "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
            "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
        )
        run = [sys.executable, "-c", code, *command("a.jsonl")]
        done = subprocess.run(run, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
        status, kilobytes = map(int, done.stdout.split())
        assert status == 0
        return kilobytes

    small, large = peak(50), peak(1100)
    assert (tmp_path / "a.jsonl").stat().st_size > 50_000_000
    assert large <= small * 1.2


def test_one_record_does_not_wait_for_the_end_of_a_large_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORD * 3000)
    process = _start("a.jsonl", cwd=tmp_path)
    assert process.stdout
    since = time.monotonic()
    process.stdout.readline()
    assert time.monotonic() - since < 2
    process.kill()
    process.wait(10)

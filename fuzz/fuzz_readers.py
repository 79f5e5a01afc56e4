"""A coverage-guided fuzzer of what reads files: text, JSON Lines, CSV, HTML, gzip, encodings, a user's lexicon.

    pip install -e '.[fuzz]'
    python fuzz/fuzz_readers.py -max_total_time=1200      twenty minutes
    python fuzz/fuzz_readers.py crash-0123…               a crash again

The first byte of an input chooses how the rest is read. Every article must come out or be a failure that says why; the
only exception may be the one that the command turns into a line (LexiconError).
"""

from __future__ import annotations

import gzip
import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "fuzz")]

with atheris.instrument_imports(include=["qattr"], enable_loader_override=False):
    from qattr import lexicon
    from qattr.lexicon import custom, entries  # noqa: F401
    from qattr.output.safe import one_line
    from qattr.reading import files as corpus
    from qattr.reading import json_array, json_lines, loading, markdown, rows, web  # noqa: F401
    from qattr.reading.types import Article, Failure, Reading, Task, Unreadable

from seeds import arguments, plant, texts  # noqa: E402

NAMES = (
    "a.txt",
    "a.jsonl",
    "a.csv",
    "a.tsv",
    "a.html",
    "a.md",
    "a.json",
    "a.toml",
    "a.jsonl.gz",
    "a.csv.gz",
    "a.txt.gz",
    "packed.jsonl.gz",
)
"""What the rest of the bytes is called; ``packed`` is packed first, so that the bytes are inside a good gzip file."""
ENCODINGS = ("utf-8", "utf-8", "utf-8", "auto", "utf-16", "cp1252", "utf-32", "utf-7", "shift_jis", "idna")
LONGEST = 8192
OWN_WORDS = """\
[verbs]
ceplos = { act = "say", takes = "noun", forms = "0 me" }
[titles]
puang = "honorific"
"""

_folder = Path(tempfile.mkdtemp(prefix="qattr-fuzz.", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))


def one_input(data: bytes) -> None:
    if not data:
        return
    choice, data = data[0], data[1:]
    name, encoding = NAMES[choice % len(NAMES)], ENCODINGS[choice // len(NAMES) % len(ENCODINGS)]
    path = _folder / name
    path.write_bytes(gzip.compress(data, 1) if name.startswith("packed") else data)
    if name.endswith(".toml"):
        try:
            lexicon.load(path)
        except lexicon.LexiconError as error:
            assert "\n" not in str(error), error
        return
    reading = Reading(encoding=encoding)
    for task in corpus.tasks([str(path)], reading):
        outcome = read(task, reading)
        if isinstance(outcome, Failure):
            said = one_line(str(outcome))
            assert said.startswith(str(path)) and "\n" not in said and len(said) < 1000, said
        else:
            assert isinstance(outcome.text, str) and isinstance(outcome.source, str)


def read(task: Task | Failure, reading: Reading) -> Article | Failure:
    """What the command does with a task, up to the analysis."""
    if isinstance(task, Failure):
        return task
    try:
        return loading.load(task, reading)
    except Unreadable as error:
        return Failure(task.source, error.reason, error.step)


def seeds() -> Iterator[bytes]:
    """Every way of reading, on something that it can read."""
    import json

    some = list(texts())[:12]
    page = "<html><body><article>{}</article></body></html>"
    for at, name in enumerate(NAMES):
        for text in some:
            line = json.dumps({"id": 1, "text": text, "date": "2025-03-03"}, ensure_ascii=False) + "\n"
            quoted = text.replace('"', '""')
            rest = {
                "jsonl": line * 3,
                "csv": f'id,text\n1,"{quoted}"\n2,"{quoted}"\n',
                "tsv": f'id\ttext\n1\t"{quoted}"\n',
                "html": page.format("".join(f"<p>{p}</p>" for p in text.splitlines())),
                "toml": OWN_WORDS,
                "txt": text,
                "md": f"# {text}",
                "json": f"[{line}, {line}]",
            }[name.removesuffix(".gz").rsplit(".", 1)[1]].encode()
            yield bytes([at]) + (gzip.compress(rest) if name.startswith("a.") and name.endswith(".gz") else rest)
    yield bytes([4 * len(NAMES)]) + some[0].encode("utf-16")


def main() -> None:
    logging.disable()
    folder = Path(tempfile.gettempdir()) / "qattr-fuzz" / "readers"
    plant(folder, seeds())
    atheris.Setup(arguments(sys.argv, folder, longest=LONGEST), one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""The kinds of files: how each is called, what reads it. One line a kind; everything else asks here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import IO, NamedTuple, Protocol, cast

from qattr.reading.types import Article, Failure, Kind, Reading, Task


class Reader(NamedTuple):
    """How files of one kind are read."""

    suffixes: tuple[str, ...]
    """The names that are read in a folder, each also packed (``.gz`` behind it)."""
    module: str
    """The module of this package that reads them."""
    records: bool = False
    """True: many articles a file; the module is a :class:`Cutter`, else an :class:`Extractor`."""


class Extractor(Protocol):
    """A module that reads one article a file."""

    def article(self, task: Task, data: bytes, reading: Reading) -> Article:
        """The article in a file's bytes.  Raises :class:`qattr.reading.types.Unreadable`."""


class Cutter(Protocol):
    """A module that cuts a file of records into tasks, and makes an article of each."""

    def cut(self, path: str, stream: IO[bytes], encoding: str, reading: Reading) -> Iterator[Task | Failure]:
        """One task a record, as they are read.  Raises what reading raises, and ``Unreadable``."""

    def record(self, task: Task, reading: Reading) -> Article:
        """The article of one of these tasks.  Raises :class:`qattr.reading.types.Unreadable`."""


READERS: dict[Kind, Reader] = {
    "text": Reader((".txt",), "plain"),
    "md": Reader((".md", ".markdown"), "markdown"),
    "html": Reader((".html", ".htm"), "web"),
    "jsonl": Reader((".jsonl", ".ndjson"), "json_lines", records=True),
    "json": Reader((".json",), "json_array", records=True),
    "csv": Reader((".csv", ".tsv"), "rows", records=True),
    "docx": Reader((".docx",), "office"),
    "odt": Reader((".odt",), "office"),
    "pdf": Reader((".pdf",), "pdf"),
}
SUFFIXES: dict[str, Kind] = {suffix: kind for kind, reader in READERS.items() for suffix in reader.suffixes}
PACKED = (".gz", ".bz2", ".xz", ".zst")
"""What may stand behind each of these names."""
ARCHIVE = ".zip"
"""Read as a folder is."""


def kind_of(name: str) -> Kind | None:
    """What a file of this name holds, or ``None`` when the name does not say.

    >>> [kind_of(n) for n in ("a.txt", "b.JSONL.gz", "c.png")]
    ['text', 'jsonl', None]
    """
    stem, suffix = os.path.splitext(name.lower())
    if suffix in PACKED:
        suffix = os.path.splitext(stem)[1]
    return SUFFIXES.get(suffix)


def is_archive(path: str) -> bool:
    """Whether a path's ending is an archive's."""
    return path.lower().endswith(ARCHIVE)


def holds_records(kind: Kind | None) -> bool:
    """Whether files of this kind hold several articles, one a record."""
    return kind is not None and READERS[kind].records


@cache
def extractor(kind: Kind) -> Extractor:
    """What makes an article of a file of this kind; loaded when the first one comes."""
    return cast(Extractor, import_module(f"qattr.reading.{READERS[kind].module}"))


@cache
def cutter(kind: Kind) -> Cutter:
    """What cuts a file of records of this kind; loaded when the first one comes."""
    return cast(Cutter, import_module(f"qattr.reading.{READERS[kind].module}"))


def listed(names: Iterable[str]) -> str:
    """Names for a message: the first ten, each cut at 30 characters, since a file's first line may be anything."""
    names = list(names)
    short = [name if len(name) <= 30 else f"{name[:29]}…" for name in names[:10]]
    return ", ".join([*short, f"and {len(names) - 10} more"] if len(names) > 10 else short)

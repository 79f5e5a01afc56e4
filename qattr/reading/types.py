"""What the readers hand to each other and to their callers: how to read, a task, an article, a failure."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Kind = Literal["text", "html", "jsonl", "csv"]
"""What a file holds: one article (``text``, ``html``) or one a line or row (``jsonl``, ``csv``)."""


class Reading(NamedTuple):
    """How to read; the options of the command that matter here."""

    kind: Kind | None = None
    """What a named file or stdin holds; ``None``: as its name says. Files found in a folder go by their names."""
    encoding: str = "utf-8"
    """A codec's name, or ``auto`` to detect it."""
    text_field: str = "text"
    id_field: str = "id"
    skip: tuple[int, int] | None = None
    """Device and inode of the output file, which is left out of a folder."""


class Task(NamedTuple):
    """One article still to be loaded; cheap to send to another process."""

    source: str
    """The path, ``-``, or ``FILE:LINE`` of a record: what an error message names."""
    kind: Kind
    data: bytes | str | dict[str, str] | None = None
    """What was read so far; ``None``: read the file ``source``."""
    offset: int = 0
    """Where ``data`` begins in its file, in bytes."""


class Article(NamedTuple):
    """One article, ready for :func:`qattr.analyze`."""

    source: str
    """The path, ``-``, a record's id, or ``FILE:LINE``."""
    text: str
    meta: dict[str, Any] | None = None
    """A record's other fields; ``None`` for what is no record."""
    extracted: bool = False
    """True when the text was extracted (from HTML), so that offsets mean nothing without it."""


class Failure(NamedTuple):
    """Something that could not be read or analysed."""

    source: str
    reason: str
    step: str
    """What to do next; no full stop."""
    note: bool = False
    """True where nothing is lost: it is said, but does not count as a failure."""

    def __str__(self) -> str:
        """The line for stderr, without the program's name."""
        return f"{self.source}: {self.reason}. {self.step}."


class Unreadable(Exception):
    """One article cannot be had; ``args`` are the reason and the next step."""

    def __init__(self, reason: str, step: str) -> None:
        super().__init__(reason, step)
        self.reason = reason
        self.step = step

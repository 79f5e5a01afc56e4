"""What the readers hand to each other and to their callers: how to read, a task, an article, a failure."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Kind = Literal["text", "md", "html", "jsonl", "json", "csv", "docx", "odt", "pdf"]
"""What a file holds; :data:`qattr.reading.kinds.READERS` says how each is read."""


class Reading(NamedTuple):
    """How to read; the options of the command that matter here, under their names."""

    kind: Kind | None = None
    """What a named file or stdin holds; ``None``: as its name or its first line says. Files found in a folder go by
    their names."""
    encoding: str = "utf-8"
    """A codec's name, or ``auto`` to detect it."""
    text_field: str = "text"
    """The field or column with the article; ``article.body`` is the field ``body`` in the field ``article``."""
    id_field: str = "id"
    skip: tuple[int, int] | None = None
    """Device and inode of the output file, which is left out of a folder."""
    errors: Literal["strict", "replace"] = "strict"
    """What becomes of bytes that are not in the encoding."""
    delimiter: str = ""
    """What stands between the cells of a row; empty: as the first line says."""
    field_html: bool = False
    """The text field holds HTML."""
    date_field: str = "date"
    date: str = ""
    """The articles' day, ``2025-03-31``, where their records have none."""


class Task(NamedTuple):
    """One article still to be loaded; cheap to send to another process."""

    source: str
    """The path, ``-``, or ``FILE:LINE`` of a record: what an error message names."""
    kind: Kind
    data: bytes | str | dict[str, Any] | None = None
    """What was read so far; ``None``: read the file ``source``."""
    offset: int = 0
    """Where ``data`` begins in its file, in bytes."""
    encoding: str = ""
    """The encoding of ``data`` where its file has told it; empty: what the options say."""


class Marks(NamedTuple):
    """What of a file is no part of its article (Markdown's asterisks, zero-width characters)."""

    text: str
    """The article without them: what the engine reads."""
    removed: tuple[tuple[int, int], ...]
    """Where they stand in the file's text: half-open ranges in order, apart from each other."""


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


class Article(NamedTuple):
    """One article, ready for :func:`qattr.analyze`."""

    source: str
    """The path, ``-``, a record's id, or ``FILE:LINE``."""
    text: str
    meta: dict[str, Any] | None = None
    """A record's other fields; ``None`` for what is no record."""
    extracted: bool = False
    """True when the text was extracted (from HTML, from a PDF), so that offsets mean nothing without it."""
    title: str | None = None
    """The headline, where the file has one that is marked as such."""
    marks: Marks | None = None
    notes: tuple[Failure, ...] = ()
    """What is to be said of how it was read."""


class Unreadable(Exception):
    """One article cannot be had; ``args`` are the reason and the next step."""

    note = False
    """True where that is no loss."""

    def __init__(self, reason: str, step: str) -> None:
        super().__init__(reason, step)
        self.reason = reason
        self.step = step


class LeftOut(Unreadable):
    """Not read, and rightly so."""

    note = True

"""Files, folders and streams -> articles.

:func:`tasks` walks over what was named and cuts it into *tasks*, one an article, in a stable order and with little
work; :func:`load` turns one task into an :class:`Article`.  The two are apart so that loading (decoding, parsing,
extracting) can happen in another process.  Nothing here raises for a bad file: :func:`tasks` yields a
:class:`Failure` in its place and goes on, :func:`load` raises :class:`Unreadable` for that one article.
"""

from __future__ import annotations

import errno
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

from qattr.reading.types import Article, Failure, Kind, Reading, Task, Unreadable

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
}
"""The names that are read in a folder, each also with ``.gz`` behind it."""

_NO_TEXT = (
    (b"%PDF", "a PDF, not text", "Extract its text first: pdftotext FILE.pdf"),
    (b"PK\x03\x04", "a ZIP or Office file, not text", "Save it as plain text first"),
    (b"\x1f\x8b", "gzip data", "Name it FILE.gz, or pipe it through zcat"),
    (b"\xd0\xcf\x11\xe0", "an Office file, not text", "Save it as plain text first"),
)
_NEXT_STEP = {
    errno.ENOENT: "Check the name",
    errno.EACCES: "Check its permissions: ls -l",
    errno.ELOOP: "Name the file itself, not the link",
    errno.EMFILE: "Raise the limit (ulimit -n) or use fewer --jobs",
}


def kind_of(name: str) -> Kind | None:
    """What a file of this name holds, or ``None`` when the name does not say.

    >>> [kind_of(n) for n in ("a.txt", "b.JSONL.gz", "c.pdf")]
    ['text', 'jsonl', None]
    """
    stem, suffix = os.path.splitext(name.lower())
    if suffix == ".gz":
        suffix = os.path.splitext(stem)[1]
    return SUFFIXES.get(suffix)


def holds_many(paths: Iterable[str], reading: Reading) -> bool:
    """True when these paths may give more than one article."""
    paths = list(paths)
    if len(paths) != 1:
        return True
    kind = reading.kind or kind_of(paths[0])
    return kind in ("jsonl", "csv") or os.path.isdir(paths[0])


# -------------------------------------------------------------------------------------------- tasks


def tasks(paths: Iterable[str], reading: Reading) -> Iterator[Task | Failure]:
    """The articles behind the paths, in order; a folder's in the order of their names.

    Files of records are read as they are asked for, so a stream gives its first article before its last one is there.
    """
    for path in paths:
        if path != "-" and os.path.isdir(path):
            empty = True
            for found in _walk(path, reading.skip):
                empty = False
                yield from _open_task(found, kind_of(found), reading) if isinstance(found, str) else (found,)
            if empty:
                names = " ".join(SUFFIXES)
                yield Failure(path, "no article in this folder", f"Looked for {names}, each also with .gz", note=True)
            continue
        kind = reading.kind or kind_of(path)
        if kind is None and path.lower().endswith(".json"):
            step = "One article an object and line: jq -c '.[]' FILE | qattr --from jsonl -"
            yield Failure(path, "JSON is read as JSON Lines only", step)
            continue
        yield from _open_task(path, kind or "text", reading)


def _open_task(path: str, kind: Kind | None, reading: Reading) -> Iterator[Task | Failure]:
    if kind in ("jsonl", "csv"):
        from qattr.reading.records import records

        yield from records(path, kind, reading)
    elif path == "-":
        try:
            yield Task(path, kind or "text", _stdin().read(LARGEST + 1))
        except OSError as error:
            yield failure(path, error)
    else:
        yield Task(path, kind or "text")


def _walk(folder: str, skip: tuple[int, int] | None) -> Iterator[str | Failure]:
    """The files of a folder and of its subfolders; hidden ones and links to folders are left out."""
    pending = _inside(folder)
    while pending:
        entry = pending.pop()
        if isinstance(entry, Failure):
            yield entry
        elif _is_folder(entry):
            pending.extend(_inside(entry.path))
        elif kind_of(entry.name) and _is_file(entry, skip):
            yield entry.path


def _inside(folder: str) -> list[os.DirEntry[str] | Failure]:
    """What is in a folder, last name first; or why that cannot be told."""
    try:
        with os.scandir(folder) as entries:
            return [*sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name, reverse=True)]
    except OSError as error:
        return [failure(folder, error)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str], skip: tuple[int, int] | None) -> bool:
    """True for what is worth opening: a file, or a link that leads nowhere (opening it says why)."""
    try:
        status = entry.stat()
    except OSError:
        return True
    return entry.is_file() and (status.st_dev, status.st_ino) != skip


def open_bytes(path: str, buffering: int = -1) -> IO[bytes]:
    """The bytes of a file, unpacked when its name ends in ``.gz``; ``-`` is stdin.

    ``buffering`` as for :func:`open`: without a buffer (0) who reads all at once asks the system less often.

    Raises OSError; reading from it may raise OSError, EOFError or zlib.error.
    """
    if path == "-":
        return _stdin()
    if path.lower().endswith(".gz"):
        import gzip

        return cast(IO[bytes], gzip.open(path, "rb"))
    return open(path, "rb", buffering)


def _stdin() -> IO[bytes]:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "stdin is closed")
    return sys.stdin.buffer


def failure(path: str, error: BaseException) -> Failure:
    """The failure that an exception means."""
    if isinstance(error, Unreadable):
        return Failure(path, error.reason, error.step)
    return Failure(path, *explain_error(error))


def explain_error(error: BaseException) -> tuple[str, str]:
    """Why reading or writing failed, and what to do next, in words."""
    if isinstance(error, EOFError):
        return "the gzip data ends early", "Fetch or copy the file again"
    if isinstance(error, zlib.error) or type(error).__name__ == "BadGzipFile":
        return "damaged or no gzip data", "Test it with gzip -t, or rename it if it is not packed"
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return reason[:1].lower() + reason[1:], _NEXT_STEP.get(error.errno or 0, "Check the file and try again")
    return str(error) or type(error).__name__, "Check the file and try again"


def bad_bytes(data: bytes, error: UnicodeError, offset: int, encoding: str) -> Unreadable:
    """What is to be said of bytes that cannot be decoded; ``offset`` is where they begin in their file."""
    for magic, what, step in _NO_TEXT:
        if offset == 0 and data.startswith(magic):
            return Unreadable(what, step)
    step = "Name its encoding with --encoding (cp1252, utf-16), or let it be detected with --encoding auto"
    if not isinstance(error, UnicodeDecodeError):
        return Unreadable(f"not {encoding} ({error})", step)
    place = f"byte {offset + error.start} (0x{data[error.start]:02x})"
    return Unreadable(f"not {encoding.upper()} at {place}", step)


# ------------------------------------------------------------------------------------------ loading


def load(task: Task, reading: Reading) -> Article:
    """Read, decode, parse or extract the article of a task.

    Raises :class:`Unreadable` with a reason and a next step.
    """
    if isinstance(task.data, dict):
        return _from_record(task, dict(task.data), reading)
    data = _read(task.source) if task.data is None else task.data
    if len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST >> 20} MB: no single article", _SPLIT)
    text = data if isinstance(data, str) else decode(data, reading.encoding, task.offset)
    if task.kind == "jsonl":
        return _from_record(task, _parse(text), reading)
    if task.kind == "html":
        return Article(shown(task.source), _extract(text), extracted=True)
    return Article(shown(task.source), text)


LARGEST = 16 << 20
"""Bytes of one article; a larger file is none, and each megabyte takes some fifty of memory."""
_USUAL = 64 << 10
_SPLIT = "Split it, one article a file or JSON line"


def shown(path: str) -> str:
    """A path as the output names it: UTF-8, whatever the locale has made of its bytes."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "surrogateescape")


def _read(path: str) -> bytes:
    try:
        with open_bytes(path, buffering=0) as stream:
            data = part = stream.read(_USUAL)  # to ask for more at once reserves the memory for it
            while part and len(data) <= LARGEST:
                part = stream.read(max(_USUAL, len(data)))
                data += part
            return data
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(*explain_error(error)) from None
    except MemoryError:
        raise Unreadable("too large for the memory", _SPLIT) from None


def decode(data: bytes, encoding: str = "utf-8", offset: int = 0) -> str:
    """Decode a file's bytes strictly; a byte order mark in front is dropped.

    ``offset`` is where the bytes begin in their file, for the message.  Raises :class:`Unreadable`.
    """
    try:
        text = data.decode("utf-8" if encoding == "auto" else encoding)
    except UnicodeError as error:
        if encoding != "auto":
            raise bad_bytes(data, error, offset, encoding) from None
        if any(data.startswith(magic) for magic, _, _ in _NO_TEXT):
            raise bad_bytes(data, error, offset, "utf-8") from None
        text = data.decode(detect_encoding(data), "replace")
    return text[1:] if text.startswith("\ufeff") else text


def detect_encoding(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8.  Raises :class:`Unreadable`."""
    try:
        import charset_normalizer
    except ImportError:
        step = "Install it with pip install 'qattr[encoding]', or name the encoding with --encoding"
        raise Unreadable("not UTF-8, and --encoding auto needs charset-normalizer", step) from None
    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise Unreadable("no known text encoding", "Name its encoding with --encoding, or save it as UTF-8")
    return str(best.encoding)


def _parse(line: str) -> dict[str, Any]:
    import json

    try:
        record = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        what = f"no JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
        raise Unreadable(what, "Each line must be one JSON object; jq -c makes it so") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"JSON that cannot be read ({error})", "Simplify the record") from None
    if not isinstance(record, dict):
        raise Unreadable("no JSON object", "Each line must be an object; jq -c '.[]' cuts up an array")
    return record


def _from_record(task: Task, record: dict[str, Any], reading: Reading) -> Article:
    text = record.pop(reading.text_field, None)
    if text is None:
        names = listed(record) or "no other"
        raise Unreadable(f"no field {reading.text_field!r}; it has {names}", "Name the field with --text-field")
    if not isinstance(text, str):
        step = "Name the field that holds the text with --text-field"
        raise Unreadable(f"field {reading.text_field!r} is no string but {type(text).__name__}", step)
    key = record.get(reading.id_field)
    if (isinstance(key, str) and key) or (isinstance(key, int) and not isinstance(key, bool)):
        del record[reading.id_field]
        return Article(str(key), text, record)
    return Article(shown(task.source), text, record)


def listed(names: Iterable[str]) -> str:
    """Names for a message: the first ten, each cut at 30 characters, since a file's first line may be anything."""
    names = list(names)
    short = [name if len(name) <= 30 else f"{name[:29]}…" for name in names[:10]]
    return ", ".join([*short, f"and {len(names) - 10} more"] if len(names) > 10 else short)


def _extract(html: str) -> str:
    """The article in a web page, its paragraphs between line breaks."""
    try:
        import trafilatura
    except ImportError as error:
        what = "HTML needs the package trafilatura"
        if error.name not in ("trafilatura", None):
            what += f", which cannot be loaded ({str(error).splitlines()[0]})"
        raise Unreadable(what, "Install it: pip install 'qattr[html]'") from None
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    text = trafilatura.extract(html, include_comments=False) if html.strip() else None
    if not text:
        raise Unreadable("no article text found in the page", "Save the article as .txt, or use --from text")
    return str(text)

"""Files, folders, archives and streams -> tasks.

:func:`tasks` walks over what was named and cuts it into *tasks*, one an article, in a stable order and with little
work; :func:`qattr.reading.loading.load` turns one task into an article.  The two are apart so that loading (decoding,
parsing, extracting) can happen in another process.  Nothing here raises for a bad file: a
:class:`~qattr.reading.types.Failure` stands in its place, and the rest goes on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import IO

from qattr.reading.encodings import of_stream
from qattr.reading.kinds import ARCHIVE, PACKED, SUFFIXES, cutter, holds_records, is_archive, kind_of
from qattr.reading.opening import Position, failure, is_damage, open_bytes
from qattr.reading.types import Failure, Kind, Reading, Task

LARGEST = 16 << 20
"""Bytes of one article; a larger file is none, and each megabyte takes some fifty of memory."""
_PEEKED = 1 << 16


def holds_many(paths: Iterable[str], reading: Reading) -> bool:
    """True when these paths may give more than one article.  Looks at how stdin begins where nothing else tells."""
    paths = list(paths)
    if len(paths) != 1:
        return True
    [path] = paths
    if path != "-" and (os.path.isdir(path) or (is_archive(path) and reading.kind is None)):
        return True
    kind = reading.kind or kind_of(path)
    if kind is None and (path == "-" or os.path.isfile(path)):
        kind = _looked_at(path, reading)
    return holds_records(kind)


def _looked_at(path: str, reading: Reading) -> Kind | None:
    """What a file or stdin holds, by how it begins; ``None`` where that cannot be seen."""
    try:
        stream = open_bytes(path)
        try:
            return _sniffed(stream, reading)
        finally:
            if path != "-":
                stream.close()
    except Exception as error:
        if not is_damage(error):
            raise
        return None


def amount_of(paths: Iterable[str], reading: Reading) -> int | None:
    """How many bytes the files of records among these paths have, when they all are such files."""
    total = 0
    for path in paths:
        if not holds_records(reading.kind or kind_of(path)) or not os.path.isfile(path):
            return None
        total += os.path.getsize(path)
    return total


def tasks(paths: Iterable[str], reading: Reading, position: Position | None = None) -> Iterator[Task | Failure]:
    """The articles behind the paths, in order; a folder's in the order of their names.

    Files of records are read as they are asked for, so a stream gives its first article before its last one is there.
    """
    for path in paths:
        if path != "-" and os.path.isdir(path):
            yield from _folder(path, reading)
        elif reading.kind is None and is_archive(path):
            yield from _archive(path, reading)
        else:
            yield from _file(path, reading.kind or kind_of(path), reading, position)


def _folder(path: str, reading: Reading) -> Iterator[Task | Failure]:
    """The articles below a folder, in order; a note where there is none."""
    empty = True
    own = reading._replace(kind=None)
    for found in _walk(path, reading.skip):
        empty = False
        if isinstance(found, Failure):
            yield found
        elif is_archive(found):
            yield from _archive(found, own)
        else:
            yield from _file(found, kind_of(found), own)
    if empty:
        step = f"Looked for {' '.join(SUFFIXES)} {ARCHIVE}, each also packed ({' '.join(PACKED)})"
        yield Failure(path, "no article in this folder", step, note=True)


def _file(path: str, kind: Kind | None, reading: Reading, position: Position | None = None) -> Iterator[Task | Failure]:
    """The tasks of one file; what is no record is a failure in its place.

    A file that cannot be read further ends with a failure that names it.
    """
    if kind and not holds_records(kind) and path != "-":
        yield Task(path, kind)
        return
    done = 0
    try:
        with open_bytes(path, position=position) as stream:
            for task in _stream(path, stream, kind or _sniffed(stream, reading), reading):
                done += not (isinstance(task, Failure) and task.note)
                yield task
    except Exception as error:
        if not is_damage(error):
            raise
        last = failure(path, error)
        yield last._replace(reason=f"{last.reason} (after record {done})") if done else last
    finally:
        if position:
            position.closed()


def _stream(path: str, stream: IO[bytes], kind: Kind, reading: Reading) -> Iterator[Task | Failure]:
    """The tasks of an open file."""
    if holds_records(kind):
        encoding = of_stream(_peeked(stream), reading.encoding)
        yield from cutter(kind).cut(path, stream, encoding, reading)
    else:
        yield Task(path, kind, stream.read(LARGEST + 1))


def _sniffed(stream: IO[bytes], reading: Reading) -> Kind:
    """What kind a stream is, told from how it begins."""
    from qattr.reading.sniffing import sniff

    return sniff(_peeked(stream), reading)


def _peeked(stream: IO[bytes]) -> bytes:
    """How a stream begins, without reading it; nothing where it cannot be looked at."""
    head: bytes = stream.peek(_PEEKED) if hasattr(stream, "peek") else b""
    return head


# --------------------------------------------------------------------------------- folders, archives


def _archive(path: str, reading: Reading) -> Iterator[Task | Failure]:
    """The articles in a ZIP file, in the order of their names: ``FILE.zip/NAME``."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            for info in sorted(archive.infolist(), key=lambda i: i.filename):
                name, kind = info.filename, kind_of(info.filename)
                inside = f"{path}/{name}"
                hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
                if info.is_dir() or hidden or kind is None or name.lower().endswith(PACKED):
                    continue
                yield from _member(archive, info, inside, kind, reading)
    except Exception as error:
        if not is_damage(error):
            raise
        yield failure(path, error)


def _member(archive: object, info: object, inside: str, kind: Kind, reading: Reading) -> Iterator[Task | Failure]:
    """The articles of one file in an archive, or why it cannot be read."""
    import io
    import zipfile

    assert isinstance(archive, zipfile.ZipFile) and isinstance(info, zipfile.ZipInfo)
    try:
        with archive.open(info) as packed:
            yield from _stream(inside, io.BufferedReader(packed), kind, reading)  # type: ignore[type-var]
    except (RuntimeError, NotImplementedError):  # a password; a method that zipfile has not
        yield Failure(inside, "cannot be unpacked", "Unpack it with another program first")
    except Exception as error:
        if not is_damage(error):
            raise
        yield failure(inside, error)


def _walk(folder: str, skip: tuple[int, int] | None) -> Iterator[str | Failure]:
    """The files of a folder and of its subfolders; hidden ones and links to folders are left out."""
    pending = _inside(folder)
    while pending:
        entry = pending.pop()
        if isinstance(entry, Failure):
            yield entry
        elif _is_folder(entry):
            pending.extend(_inside(entry.path))
        elif (kind_of(entry.name) or is_archive(entry.name)) and _is_file(entry, skip):
            yield entry.path


def _inside(folder: str) -> list[os.DirEntry[str] | Failure]:
    """What is in a folder, last name first; or why that cannot be told."""
    try:
        with os.scandir(folder) as entries:
            return [*sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name, reverse=True)]
    except OSError as error:
        return [failure(folder, error)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder and no link to one."""
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
    return stat.S_ISREG(status.st_mode) and (status.st_dev, status.st_ino) != skip

"""Bytes out of files, packed ones and stdin, and what is said when they cannot be had."""

from __future__ import annotations

import errno
import os
import sys
import zlib
from typing import IO, Any, cast

from qattr.reading.types import Failure, Unreadable

_NEXT_STEP = {
    errno.ENOENT: "Check the name",
    errno.EACCES: "Check its permissions: ls -l",
    errno.ELOOP: "Name the file itself, not the link",
    errno.EMFILE: "Raise the limit (ulimit -n) or use fewer --jobs",
}
_PROGRAMS = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}
_DAMAGE = ("BadGzipFile", "LZMAError", "ZstdError", "BadZipFile", "error")
"""The names of what unpacking raises; the modules that define them are not loaded for a look."""


class Position:
    """How far the reading of some files is, in bytes of the files as they are on the disk."""

    def __init__(self) -> None:
        self._before = 0
        self._file: IO[bytes] | None = None

    def opened(self, file: IO[bytes]) -> None:
        """The next file is read now."""
        self._before = self.bytes()
        self._file = file

    def closed(self) -> None:
        """The file has been read; closes it."""
        self._before = self.bytes()
        if self._file:
            self._file.close()
        self._file = None

    def bytes(self) -> int:
        """How many bytes have been read."""
        try:
            return self._before + (self._file.tell() if self._file else 0)
        except (OSError, ValueError):  # stdin; closed in the same moment
            return self._before


def open_bytes(path: str, buffering: int = -1, position: Position | None = None) -> IO[bytes]:
    """The bytes of a file, unpacked when its name ends in ``.gz``, ``.bz2``, ``.xz`` or ``.zst``; ``-`` is stdin.

    ``buffering`` as for :func:`open`: without a buffer (0) who reads all at once asks the system less often.
    ``position`` is told of the file.

    Raises OSError and :class:`Unreadable`; reading from it may raise whatever :func:`is_damage` knows.
    """
    if path == "-":
        return stdin()
    suffix = os.path.splitext(path)[1].lower()
    if position is None:
        return _unpacked(path, suffix) if suffix in _PROGRAMS else open(path, "rb", buffering)
    file = open(path, "rb", buffering)  # noqa: SIM115  # the position closes it
    position.opened(file)
    return _unpacked(file, suffix) if suffix in _PROGRAMS else file


def _unpacked(file: str | IO[bytes], suffix: str) -> IO[bytes]:
    """What is in a packed file: one with this name, or an open one, which stays open."""
    if suffix == ".gz":
        import gzip

        packed = gzip.GzipFile(file, "rb") if isinstance(file, str) else gzip.GzipFile(fileobj=file, mode="rb")
        return cast(IO[bytes], packed)
    if suffix == ".bz2":
        import bz2

        return cast(IO[bytes], bz2.BZ2File(file, "rb"))
    if suffix == ".xz":
        import lzma

        return cast(IO[bytes], lzma.LZMAFile(file, "rb"))
    import io

    owned = isinstance(file, str)
    raw = open(file, "rb") if isinstance(file, str) else file  # noqa: SIM115  # closed with the reader
    reader = zstd().ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=owned)
    return io.BufferedReader(cast(Any, reader))


def zstd() -> Any:
    """The module that packs and unpacks ``.zst``.  Raises :class:`Unreadable` where there is none."""
    try:
        import zstandard
    except ImportError:
        raise Unreadable(".zst needs the package zstandard", "Install it: pip install 'qattr[zst]'") from None
    return zstandard


def stdin() -> IO[bytes]:
    """Raises OSError where it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "stdin is closed")
    return sys.stdin.buffer


def is_damage(error: Exception) -> bool:
    """True for what opening, reading and unpacking a file may raise."""
    return isinstance(error, OSError | EOFError | zlib.error | Unreadable) or type(error).__name__ in _DAMAGE


def failure(path: str, error: BaseException) -> Failure:
    """The failure that an exception means."""
    if isinstance(error, Unreadable):
        return Failure(path, error.reason, error.step, error.note)
    return Failure(path, *explain_error(error, path))


def explain_error(error: BaseException, path: str = "") -> tuple[str, str]:
    """Why reading or writing failed, and what to do next, in words."""
    program = _PROGRAMS.get(os.path.splitext(path)[1].lower(), "packed")
    if isinstance(error, EOFError):
        return f"the {program} data ends early", "Fetch or copy the file again"
    # bz2 raises an OSError that no system has given
    if isinstance(error, zlib.error) or type(error).__name__ in _DAMAGE or str(error) == "Invalid data stream":
        if program == "packed":
            return "damaged or no ZIP file", "Test it with unzip -t, or fetch it again"
        return f"damaged or no {program} data", f"Test it with {program} -t, or rename it if it is not packed"
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return reason[:1].lower() + reason[1:], _NEXT_STEP.get(error.errno or 0, "Check the file and try again")
    return str(error) or type(error).__name__, "Check the file and try again"


def shown(path: str) -> str:
    """A path as the output names it: UTF-8, whatever the locale has made of its bytes."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "surrogateescape")

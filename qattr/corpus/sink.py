"""Where the results go: stdout, a file that is written whole or not at all, or a device."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import sys
from types import FrameType, TracebackType
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from qattr.corpus.packing import Packer


class Closed(Exception):
    """The reader of a pipe has gone; nobody wants more."""


class Sink:
    """Takes the results as text and writes them as UTF-8.

    ``Sink(None)`` is stdout.  ``packing`` is one of :data:`~qattr.corpus.packing.PACKINGS`.

    A named file gets its new content at the end, in one step (:meth:`commit`); until then, and when that never happens,
    the old one stays as it was.  A FIFO or a device is written to directly.

    A Ctrl-C that comes while something is being written takes effect behind it, so that no half line is left; a second
    one does not wait.  Every method may raise OSError, and :class:`Closed` where the other end of a pipe has gone.
    """

    def __init__(self, path: str | None, encoding: str = "utf-8", packing: str = "") -> None:
        self.path = path
        self.encoding = encoding
        self._errors = "backslashreplace" if encoding == "utf-8" else "replace"
        self._temporary: str | None = None
        self._target = ""
        self._writing = False
        self._interrupted = False
        self._packer: Packer | None = None
        self._file = self._open()
        if packing:
            from qattr.corpus.packing import PACKINGS

            try:
                self._packer = PACKINGS[packing](self._file)
            except BaseException:
                self.discard()
                raise

    def _open(self) -> IO[bytes]:
        """Standard output, a device, or a new file beside the place of the result. Raises :class:`OSError`."""
        if self.path is None:
            if sys.stdout is None:
                raise OSError(errno.EBADF, "it is closed")
            return sys.stdout.buffer
        try:
            mode = os.stat(self.path).st_mode
        except FileNotFoundError:
            mode = None
        if mode is not None and not stat.S_ISREG(mode):
            return open(self.path, "wb")
        if mode is not None and not os.access(self.path, os.W_OK):
            raise PermissionError(errno.EACCES, "permission denied")
        import tempfile

        self._target = os.path.realpath(self.path)
        folder, name = os.path.split(self._target)
        handle, self._temporary = tempfile.mkstemp(".tmp", f".{name[:40]}.", folder)
        file = os.fdopen(handle, "wb")
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(self._temporary, stat.S_IMODE(mode) if mode is not None else 0o666 & ~umask)
        return file

    def __enter__(self) -> Sink:
        signal.signal(signal.SIGINT, self._on_interrupt)
        signal.signal(signal.SIGTERM, _on_termination)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self.discard()

    def _on_interrupt(self, number: int, frame: FrameType | None) -> None:
        """Ctrl-C while a result is being written waits for its end; the second one, and any other, stops at once."""
        if not self._writing or self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True

    def write(self, text: str) -> None:
        """Write and flush; whole or not at all as far as Ctrl-C is concerned."""
        if not text:
            return
        self._writing = True
        try:
            data = text.encode(self.encoding, self._errors)
            if self._packer:
                self._packer.write(data)  # no flush: it would cost most of the packing
            else:
                self._file.write(data)
                self._file.flush()
        except BrokenPipeError:
            raise Closed from None
        finally:
            self._writing = False
        if self._interrupted:
            raise KeyboardInterrupt

    def commit(self) -> None:
        """Put the new file in the place of the old one; for stdout there is at most the end of what is packed."""
        try:
            if self._packer:
                packer, self._packer = self._packer, None
                packer.close()
            self._file.flush()
            if self.path is None:
                return
            if self._temporary:
                os.fsync(self._file.fileno())
            self._file.close()
        except BrokenPipeError:
            raise Closed from None
        if self._temporary:
            os.replace(self._temporary, self._target)
            self._temporary = None

    def discard(self) -> None:
        """Leave the old file as it was; does nothing behind :meth:`commit`."""
        if self._packer:
            packer, self._packer = self._packer, None
            with contextlib.suppress(Exception):
                packer.close()  # what it writes now is thrown away; left open it would complain later
        if self.path is not None and not self._file.closed:
            with contextlib.suppress(OSError):
                self._file.close()
        if self._temporary:
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = None


def _on_termination(number: int, frame: FrameType | None) -> None:
    """A signal to end ends as an exit does, so that what was begun is cleared away."""
    sys.exit(128 + number)


def silence_stdout() -> None:
    """Point stdout to nowhere, so that the interpreter does not complain about it at exit."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

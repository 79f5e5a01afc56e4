"""The lines of a stream, with the place where each begins."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

from qattr.reading.types import Unreadable


def lines(stream: IO[bytes], encoding: str, errors: str = "strict") -> Iterator[tuple[int, bytes | str]]:
    """Lines with the byte offset at which each begins; decoded already where bytes cannot be cut at line feeds.

    Raises :class:`Unreadable` for what cannot be decoded here.
    """
    encoding = "utf-8" if encoding == "auto" else encoding
    if "\n".encode(encoding) == b"\n":
        offset = 0
        for line in stream:
            if not offset and line.startswith(b"\xef\xbb\xbf"):
                offset, line = 3, line[3:]
            yield offset, line
            offset += len(line)
        return
    try:
        for text in io.TextIOWrapper(stream, encoding, errors, newline="\n"):
            yield 0, text.removeprefix("\ufeff")
    except UnicodeError as error:
        raise Unreadable(f"not {encoding} ({error})", "Name the right encoding with --encoding") from None

"""Bytes -> text: strictly where nothing else was asked for, and never a file of mojibake for one bad byte."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qattr.reading.types import Failure, Reading, Unreadable

NO_TEXT = (
    (b"%PDF", "a PDF, not text", "Name it FILE.pdf, or extract its text first: pdftotext FILE"),
    (b"PK\x03\x04", "a ZIP or Office file, not text", "Name it as what it is (.zip, .docx, .odt)"),
    (b"\x1f\x8b", "gzip data", "Name it FILE.gz, or pipe it through zcat"),
    (b"BZh", "bzip2 data", "Name it FILE.bz2, or pipe it through bzcat"),
    (b"\xfd7zXZ", "xz data", "Name it FILE.xz, or pipe it through xzcat"),
    (b"\x28\xb5\x2f\xfd", "zstd data", "Name it FILE.zst, or pipe it through zstdcat"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, not text", "Save it as .docx or plain text first"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer ones first: UTF-32's begins as UTF-16's does."""
_GUESSED = 4096
"""So many bytes tell whether a file is UTF-16 without a mark."""
_FEWEST = 8
"""Of fewer pairs of bytes nothing is said."""
_STEP = "Name its encoding with --encoding (cp1252, utf-16), or let it be detected with --encoding auto"
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A character of UTF-8 that is not ASCII."""


class Note(NamedTuple):
    """What is to be said of bytes that were not what they should be."""

    reason: str
    bytes: int

    def of(self, source: str) -> Failure:
        """The line for an article."""
        step = "Look at the places, or name the right encoding with --encoding"
        return Failure(f"{source} ({self.bytes:,})", self.reason, step, note=True)


def decode(data: bytes, reading: Reading, offset: int = 0, encoding: str = "") -> tuple[str, Note | None]:
    """``(text, note)``: a file's bytes decoded, a byte order mark dropped, and what is to be said of it.

    ``offset`` is where the bytes begin in their file, for the message; ``encoding`` overrides that of ``reading``.
    Raises :class:`Unreadable` for bytes that are not in the encoding, unless ``reading.errors`` is ``replace``.
    """
    name, note = encoding or reading.encoding, None
    usual = name in ("utf-8", "auto")
    try:
        text = data.decode("utf-8" if usual else name)
        if usual and "\0" in text and (found := by_zeros(data)):
            text = data.decode(found)
    except UnicodeError as error:
        other = usual and offset == 0 and (by_mark(data) or by_zeros(data))
        if not other and any(data.startswith(magic) for magic, _, _ in NO_TEXT):
            raise bad_bytes(data, error, offset, name) from None
        if other or name != "auto":
            text, note = _as(data, other or name, reading.errors, offset)
        else:
            text, note = detected(data)
    return (text[1:] if text.startswith("\ufeff") else text), note


def _as(data: bytes, name: str, errors: str, offset: int) -> tuple[str, Note | None]:
    """The text in one encoding, and what was lost. Raises :class:`Unreadable` for bad bytes."""
    try:
        return data.decode(name), None
    except UnicodeError as error:
        if errors != "replace":
            raise bad_bytes(data, error, offset, name) from None
    try:
        text = data.decode(name, "replace")
    except UnicodeError as error:  # not every codec can replace what is bad
        raise bad_bytes(data, error, offset, name) from None
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    return text, Note(f"bytes not {name.upper()}, replaced by \ufffd", lost)


def detected(data: bytes) -> tuple[str, Note | None]:
    """``(text, note)`` of bytes that are not UTF-8 throughout.  Raises :class:`Unreadable`.

    Where most of what is not ASCII is UTF-8 all the same, the file is UTF-8 with some bad bytes, and only those are
    taken for something else.
    """
    good = len(_SEQUENCE.findall(data))
    text = data.decode("utf-8", "qattr-cp1252")
    bad = len(_SEQUENCE.sub(b"", data).translate(None, bytes(range(128))))
    if bad <= good or (good == 0 and bad * 100 < len(data) and bad < 3):
        return text, Note("bytes not UTF-8, taken as cp1252", bad)
    return data.decode(detect_encoding(data), "replace"), None


def _from_cp1252(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 read as Windows wrote it: an error handler."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("qattr-cp1252", _from_cp1252)


def by_mark(data: bytes) -> str:
    """The encoding that a byte order mark names, or nothing."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def by_zeros(data: bytes) -> str:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    head = data[: min(_GUESSED, len(data) // 2 * 2)]
    pairs = len(head) // 2
    if pairs < _FEWEST:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > pairs * 0.7 and even < pairs * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.7 and odd < pairs * 0.05 else ""


def of_stream(head: bytes, encoding: str) -> str:
    """The encoding of a file of records, by its first bytes."""
    if encoding not in ("utf-8", "auto"):
        return encoding
    if found := by_mark(head) or by_zeros(head):
        return found
    if encoding == "auto":
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            if len(_SEQUENCE.findall(head)) == 0:
                return detect_encoding(head)
    return encoding


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


def bad_bytes(data: bytes, error: UnicodeError, offset: int, encoding: str) -> Unreadable:
    """What is to be said of bytes that cannot be decoded; ``offset`` is where they begin in their file."""
    for magic, what, step in NO_TEXT:
        if offset == 0 and data.startswith(magic):
            return Unreadable(what, step)
    if not isinstance(error, UnicodeDecodeError):
        return Unreadable(f"not {encoding} ({error})", _STEP)
    name = "utf-8" if encoding == "auto" else encoding
    return Unreadable(f"not {name.upper()} at byte {offset + error.start} (0x{data[error.start]:02x})", _STEP)

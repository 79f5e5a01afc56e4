"""What stdin, or a file whose name does not say, holds: told from how it begins."""

from __future__ import annotations

import json
import re

from qattr.reading import rows
from qattr.reading.encodings import by_mark, by_zeros
from qattr.reading.types import Kind, Reading, Unreadable

LOOKED_AT = 1 << 16
_OBJECT = re.compile(r'\{\s*("|\Z)')
_ARRAY = re.compile(r"\[\s*(\{|\Z)")
_PAGE = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_OPEN = re.compile(r"[{\[,]$")
"""How the first line of an object over several lines ends."""


def sniff(head: bytes, reading: Reading) -> Kind:
    """The kind of what begins like this; ``text`` where nothing speaks for another.

    Raises :class:`Unreadable` where a field was named for what is no record.
    """
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]:
            return "odt"
        return "docx" if b"word/" in head or b"[Content_Types].xml" in head[:100] else "text"
    name = by_mark(head) or by_zeros(head) or ("utf-8" if reading.encoding == "auto" else reading.encoding)
    return _by_text(head.decode(name, "replace").lstrip("\ufeff \t\r\n"), reading)


def _by_text(text: str, reading: Reading) -> Kind:
    """The kind that the beginning of a text shows."""
    first = text.split("\n", 1)[0].strip()
    if _OBJECT.match(text):
        return "json" if _OPEN.search(first) and not _is_json(first) else "jsonl"
    if _ARRAY.match(text):
        return "json"
    if _PAGE.match(text):
        return "html"
    named = reading.text_field != Reading().text_field
    least = 1 if named else 2
    marks = reading.delimiter or rows.MARKS
    if first.startswith("sep=") or any(
        reading.text_field in (cells := rows.names(first, mark)) and len(cells) >= least for mark in marks
    ):
        return "csv"
    if named and text:
        step = "Leave out --text-field, or say what it holds with --input jsonl, json or csv"
        raise Unreadable(f"plain text has no field {reading.text_field!r}", step)
    return "text"


def _is_json(line: str) -> bool:
    """Whether a line is a JSON value."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True

"""What an article is called: its headline where it has one, else its file."""

from __future__ import annotations

import re
import zlib

from qattr.model import Document
from qattr.output.safe import one_line
from qattr.output.summary import Entry
from qattr.reading.types import Article

LONGEST = 160
"""Characters; what is longer is a paragraph."""
_FIRST = re.compile(r"\s*(\S[^\n\r]*)[\n\r]\s*\S")
_ENDS = (".", ",", ";", ":", '"', "”", "'", "’")


def headline(item: Article) -> str | None:
    """The title that the file marks as such, or a first line without a full stop."""
    text = item.marks.text if item.marks else item.text
    if item.title:
        return one_line(item.title)
    first = _FIRST.match(text)
    if first and len(first[1]) <= LONGEST and not first[1].rstrip().endswith(_ENDS):
        return one_line(first[1])
    return None


def title_of(item: Article) -> str:
    """The headline, or the file's name."""
    return headline(item) or one_line(item.source or "")


def key_of(item: Article) -> str:
    """What tells an article from the others of a page, in the names of its anchors."""
    return f"{zlib.crc32((item.source + chr(0) + item.text).encode('utf-8', 'replace')):08x}"


def entry_of(item: Article, document: Document) -> Entry:
    """Its line in a list of contents."""
    return Entry(key_of(item), title_of(item), len(document.quotes))

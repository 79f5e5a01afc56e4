"""PDF: the words of its pages in paragraphs, without what stands on every page and without the breaks of its lines.

pdfminer.six, because it gives boxes of lines with their places: they are the paragraphs, and tell what is at the head
and the foot of a page. pypdf is quicker, but gives lines alone, and leaves out or adds blanks (its issues 3341, 3358).
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qattr.reading.opening import shown
from qattr.reading.types import Article, Reading, Task, Unreadable

_MARGIN = 0.12
"""What stands above or below this part of a page may be its head or foot."""
_NUMBER = re.compile(r"\W*(?:\w+\s+)?\d+(?:\s*(?:/|\w+)\s*\d+)?\W*")
_HYPHENS = re.compile(r"(\w+)[-\u00ad]\n(\w+)")
_ENDS = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]*$")


class _Box(NamedTuple):
    """Lines that stand together on a page."""

    text: str
    page: int
    outside: bool
    """True in the margin, above or below."""


def article(task: Task, data: bytes, reading: Reading) -> Article:
    """The article in a PDF's bytes.  Raises :class:`Unreadable`."""
    text = "\n\n".join(_joined(_without_furniture(_boxes(data))))
    if not text:
        raise Unreadable("a PDF without text (pictures of pages?)", "Run a text recognition over it: ocrmypdf FILE OUT")
    return Article(shown(task.source), text, extracted=True)


def _boxes(data: bytes) -> list[_Box]:
    """The boxes of words in page order, with their places. Raises :class:`Unreadable`."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer
    except ImportError:
        step = "Install it: pip install 'qattr[office]', or extract the text first: pdftotext FILE"
        raise Unreadable("PDF needs the package pdfminer.six", step) from None
    import logging

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)
    found = []
    try:
        for number, page in enumerate(extract_pages(io.BytesIO(data))):
            for item in page:
                if isinstance(item, LTTextContainer):
                    below, above = page.height * _MARGIN, page.height * (1 - _MARGIN)
                    outside = item.y1 < below or item.y0 > above
                    found.append(_Box(item.get_text().strip(), number, outside))
    except Exception as error:  # damaged files raise whatever they run into
        what = "a PDF with a password" if "Password" in type(error).__name__ else "a PDF that cannot be read"
        raise Unreadable(what, "Print it to a new PDF, or save its text") from None
    return [box for box in found if box.text]


def _without_furniture(boxes: list[_Box]) -> list[_Box]:
    """The boxes without page numbers and without what stands in the margin of several pages."""
    seen = Counter(_alike(box.text) for box in boxes if box.outside)
    return [b for b in boxes if not (b.outside and (seen[_alike(b.text)] > 1 or _NUMBER.fullmatch(b.text)))]


def _alike(text: str) -> str:
    """A line with its numbers made equal, as page numbers are."""
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _joined(boxes: Iterable[_Box]) -> Iterator[str]:
    """Paragraphs, one over the end of a page put together."""
    held, page = "", -1
    for box in boxes:
        if held and box.page != page and not _ENDS.search(held) and not box.text[:1].isupper():
            held = f"{held}\n{box.text}"
        else:
            if held:
                yield unwrapped(held)
            held = box.text
        page = box.page
    if held:
        yield unwrapped(held)


def unwrapped(text: str) -> str:
    """Lines as one, a word that was cut at the end of a line whole again; a doubled word keeps its hyphen.

    >>> unwrapped("pem-\\nbangunan rumah-\\nrumah")
    'pembangunan rumah-rumah'
    """
    return " ".join(_HYPHENS.sub(_whole, text).split())


def _whole(match: re.Match[str]) -> str:
    """A word parted at a line's end as one word; the hyphen stays where it belongs to the word."""
    before, behind = match[1], match[2]
    doubled = behind.lower().startswith(before.lower()) or before.lower().endswith(behind.lower())
    return f"{before}-{behind}" if doubled or behind[0].isupper() or behind[0].isdigit() else before + behind

"""A web page: trafilatura finds the article in it."""

from __future__ import annotations

import re
from html import unescape

from qattr.reading.opening import shown
from qattr.reading.own import is_own_page
from qattr.reading.plain import LEFT_OUT, decoded
from qattr.reading.types import Article, Reading, Task, Unreadable

_TITLES = (
    re.compile(r"""<meta\s[^<>]*property=["']og:title["'][^<>]*content=(["'])(.{0,400}?)\1""", re.I | re.S),
    re.compile(r"<(h1|title)\b[^<>]*>(.{0,400}?)</\1", re.I | re.S),
)
_TAG = re.compile(r"<[^>]*>")


def article(task: Task, data: bytes, reading: Reading) -> Article:
    """The article in a page's bytes.  Raises :class:`Unreadable`."""
    html, notes = decoded(task, data, reading)
    if is_own_page(html):
        raise LEFT_OUT
    return Article(shown(task.source), _extract(html), None, True, title_of(html), notes=notes)


def title_of(html: str) -> str | None:
    """The headline of a page.

    >>> title_of("<title>Jembatan &amp; Jalan Dibuka</title>")
    'Jembatan & Jalan Dibuka'
    """
    for pattern in _TITLES:
        if match := pattern.search(html[:200_000]):
            return " ".join(unescape(_TAG.sub("", match[2])).split()) or None
    return None


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
        raise Unreadable("no article text found in the page", "Save the article as .txt, or use --input text")
    return str(text)

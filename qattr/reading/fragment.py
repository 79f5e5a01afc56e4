"""HTML in a field -> text, by the standard library alone: a field holds the article, no page around it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    word
    for line in (
        "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li",
        "main ol p pre section table td th tr ul",
    )
    for word in line.split()
)
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "iframe", "svg"))
_BREAKS = re.compile(r"\s*\n\s*")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what a page does not show is silent."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The same where it ends."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Words, with single blanks."""
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of(html: str) -> str:
    """The text of some HTML, a paragraph a line.

    >>> text_of("<p>&ldquo;Kami <b>siap</b>,&rdquo; kata Budi.</p><p>Hujan.</p>")
    '“Kami siap,” kata Budi.\\n\\nHujan.'
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    return _BREAKS.sub("\n\n", "".join(parser.parts)).strip()

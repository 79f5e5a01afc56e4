"""The output formats: one module a format, each with ``head``, ``article`` and ``foot``.

Each turns one analysed article into a string and knows nothing of the others, so articles can be written while later
ones are still being read, and rendered in several processes.  :data:`FORMATS` is the registry; a module is imported
when its format is asked for.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from qattr.model import Document
from qattr.reading.types import Article

FORMATS: dict[str, str] = {
    "table": "a table made for reading in a terminal",
    "json": "one object an article and line (see --schema)",
    "csv": "one row a quote, for spreadsheets",
    "tsv": "the same between tabs",
    "markdown": "the same as a Markdown table",
    "html": "one page: the articles with their quotes marked",
    "review": "one page on which to check and correct the quotes, and to save them as gold",
    "text": "the articles with their quotes marked, for a terminal",
    "webannotation": "W3C Web Annotations (JSON-LD)",
    "brat": "standoff annotation for BRAT; several articles need -o FOLDER",
    "conll": "one word a line, in columns (CoNLL-U Plus)",
    "jsonld": "schema.org Quotations for a web page (JSON-LD)",
}
"""Every format's name and what it is."""

BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".ann": "brat",
    ".conll": "conll",
    ".conllup": "conll",
    ".jsonld": "jsonld",
}
"""The format that ``auto`` takes for ``-o FILE``."""


class Style(NamedTuple):
    """How to print; the same for all articles of a run."""

    format: str = "json"
    width: int = 80
    """Columns of the terminal."""
    color: bool = False
    full: bool = False
    """Never shorten a quote."""
    with_text: bool = False
    many: bool = False
    """More than one article may come, so each says where it is from."""
    ascii: bool = False
    """The terminal cannot show what is not ASCII."""
    below: float = 0.9
    """On the review page, quotes whose confidence is below this come first."""
    folder: bool = False
    """Each article becomes files of its own, in a folder."""


class Format(Protocol):
    """What a module of this package offers."""

    def head(self, style: Style, title: str) -> str:
        """What stands before the first article; ``title`` names the input."""

    def article(self, item: Article, document: Document, style: Style) -> str:
        """One article; ``document`` is what the filters have left of its analysis."""

    def foot(self, style: Style) -> str:
        """What stands behind the last article."""


def load(name: str) -> Format:
    """The module of a format of :data:`FORMATS`, or of ``explain``."""
    match name:
        case "json":
            from qattr.output import json_lines

            return json_lines
        case "csv" | "tsv":
            from qattr.output import delimited

            return delimited
        case "markdown":
            from qattr.output import markdown

            return markdown
        case "html":
            from qattr.output import page

            return page
        case "review":
            from qattr.output import review

            return review
        case "text":
            from qattr.output import marked_text

            return marked_text
        case "webannotation":
            from qattr.output import web_annotation

            return web_annotation
        case "brat":
            from qattr.output import brat

            return brat
        case "conll":
            from qattr.output import conll

            return conll
        case "jsonld":
            from qattr.output import schema_org

            return schema_org
        case "explain":
            from qattr.output import explain

            return explain
        case "table":
            from qattr.output import table

            return table
    raise ValueError(f"no format {name!r}")

"""The output formats: one module a format, each with ``head``, ``article`` and ``foot``.

Each turns one analysed article into a string and knows nothing of the others, so articles can be written while later
ones are still being read, and rendered in several processes.  :data:`FORMATS` is the registry, one line a format; a
module is imported when its format is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from qattr.model import Document
from qattr.reading.types import Article

if TYPE_CHECKING:
    from qattr.output.summary import Tally


class Form(NamedTuple):
    """What there is to know of a format before it is used."""

    what: str
    module: str
    suffixes: tuple[str, ...] = ()
    """The names of files that ``auto`` gives it."""
    for_people: bool = False
    """May have colours and follow the terminal's width and encoding."""
    sums: bool = False
    """A summary has it too."""
    counts: bool = False
    """Its foot wants the counts of all articles."""


FORMATS: dict[str, Form] = {
    "table": Form("a table made for reading in a terminal", "table", for_people=True, sums=True),
    "json": Form(
        "one object an article and line (see --schema)", "json_lines", (".json", ".jsonl", ".ndjson"), sums=True
    ),
    "csv": Form("one row a quote, for spreadsheets", "delimited", (".csv",), sums=True),
    "tsv": Form("the same between tabs", "delimited", (".tsv",), sums=True),
    "xlsx": Form("the same as a workbook", "workbook", (".xlsx",), sums=True),
    "markdown": Form("the same as a Markdown table", "markdown", (".md",), sums=True),
    "html": Form("one page: the articles with their quotes marked", "page", (".html", ".htm"), sums=True, counts=True),
    "review": Form("one page on which to check and correct the quotes, and to save them as gold", "review"),
    "text": Form("the articles with their quotes marked, for a terminal", "marked_text", (".txt",), for_people=True),
    "webannotation": Form("W3C Web Annotations (JSON-LD)", "web_annotation"),
    "brat": Form("standoff annotation for BRAT; several articles need -o FOLDER", "brat", (".ann",)),
    "conll": Form("one word a line, in columns (CoNLL-U Plus)", "conll", (".conll", ".conllup")),
    "jsonld": Form("schema.org Quotations for a web page (JSON-LD)", "schema_org", (".jsonld",)),
}
_EXPLAIN = Form("what --explain prints", "explain", for_people=True)
BY_SUFFIX = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""The format that ``auto`` takes for ``-o FILE``."""
UNITS = {"year": 4, "month": 7, "day": 10}
"""What ``--by FIELD:UNIT`` may count by, and how many characters of a date that is."""


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
    keep: tuple[str, ...] = ()
    """The fields of a record that are printed too."""
    by: str = ""
    """The field that a summary counts by, maybe with a unit: ``date:month``."""
    date_field: str = "date"
    below: float = 0.9
    """On the review page, quotes whose confidence is below this come first."""
    folder: bool = False
    """Each article becomes files of its own, in a folder."""
    context: bool = False
    """Show when, where, on what occasion and to whom it was said."""


class Format(Protocol):
    """What a module of this package offers."""

    def head(self, style: Style, title: str) -> str:
        """What stands before the first article; ``title`` names the input."""

    def article(self, item: Article, document: Document, style: Style) -> str:
        """One article; ``document`` is what the filters have left of its analysis."""

    def foot(self, style: Style, tally: Tally | None) -> str:
        """What stands behind the last article; the counts of all where the format wants them."""


def form_of(name: str) -> Form:
    """The entry of a format of :data:`FORMATS`, or of ``explain``."""
    if name not in FORMATS and name != "explain":
        raise ValueError(f"no format {name!r}")
    return _EXPLAIN if name == "explain" else FORMATS[name]


def load(name: str) -> Format:
    """The module of a format of :data:`FORMATS`, or of ``explain``."""
    return cast(Format, import_module(f"qattr.output.{form_of(name).module}"))

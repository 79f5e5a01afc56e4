"""``.docx`` and ``.odt``: both are XML in a ZIP file, and the standard library reads it.

python-docx loses what stands in tracked insertions, content controls and text boxes (its issues 6, 295 and 1123 are
open), docx2python gives nested lists of tables; what is wanted here is every paragraph as the page shows it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qattr.reading.opening import shown
from qattr.reading.types import Article, Reading, Task, Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT = {"docx": "word/document.xml", "odt": "content.xml"}
_LARGEST = 64 << 20
_PARAGRAPHS = frozenset(("p", "h"))
_SKIPPED = frozenset((
    # docx: deleted words, the copy of a text box for old programs, codes of fields, properties
    "del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr",
    # odt: the record of changes, comments, notes
    "tracked-changes", "annotation", "note", "sequence-decls", "automatic-styles", "font-face-decls",
))  # fmt: skip
_BREAKS = frozenset(("br", "cr", "line-break"))
_TITLES = frozenset(("Title", "Heading1", "Judul", "Judul1"))


def article(task: Task, data: bytes, reading: Reading) -> Article:
    """The article in the bytes of a document.  Raises :class:`Unreadable`."""
    body = _body(data, _CONTENT[task.kind])
    paragraphs = [" ".join(text.split(" ")).strip() for text in _paragraphs(body)]
    text = "\n\n".join(filter(None, paragraphs))
    if not text:
        raise Unreadable("no text in the document", "Save its text as .txt, or run a text recognition over it")
    return Article(shown(task.source), text, extracted=True, title=_title(body))


def _body(data: bytes, name: str) -> Element:
    """The root of the XML file that holds the words. Raises :class:`Unreadable`."""
    from xml.etree import ElementTree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as file:
            xml = file.read(_LARGEST + 1)
        if len(xml) > _LARGEST:
            raise Unreadable("too large for one article", "Split it, one article a file")
        return ElementTree.fromstring(xml)
    except (zipfile.BadZipFile, KeyError, EOFError, ElementTree.ParseError, RuntimeError, NotImplementedError):
        raise Unreadable("damaged, locked, or no such document", "Open it in an office program and save it") from None


def _name(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _paragraphs(element: Element) -> Iterator[str]:
    """The text of every paragraph, in the order of the page; one inside another (a text box) comes behind it."""
    for child in element:
        name = _name(child)
        if name in _SKIPPED:
            continue
        if name not in _PARAGRAPHS:
            yield from _paragraphs(child)
            continue
        inside: list[Element] = []
        yield "".join(_words(child, inside))
        for inner in inside:
            yield "".join(_words(inner, []))


def _words(element: Element, inside: list[Element]) -> Iterator[str]:
    """The words of one paragraph in order; paragraphs inside it are added to ``inside``."""
    is_docx = element.tag.startswith("{http://schemas.openxmlformats.org")
    if element.text and (not is_docx or _name(element) == "t"):
        yield element.text
    for child in element:
        name = _name(child)
        if name in _PARAGRAPHS:
            inside.append(child)
        elif name in _BREAKS:
            yield "\n"
        elif name == "tab":
            yield "\t"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "s":  # odt: several blanks
            yield " " * int(next((v for k, v in child.items() if k.endswith("}c")), "1"))
        elif name not in _SKIPPED:
            yield from _words(child, inside)
        if child.tail and not is_docx:
            yield child.tail


def _title(body: Element) -> str | None:
    """The first heading, or paragraph with a style for titles."""
    for paragraph in body.iter():
        name = _name(paragraph)
        if name == "h" or (name == "p" and any(map(_is_title_style, paragraph.iter()))):
            return "".join(_words(paragraph, [])).strip() or None
    return None


def _is_title_style(element: Element) -> bool:
    """Whether it says that its paragraph is a title."""
    return _name(element) == "pStyle" and next(iter(element.attrib.values()), "") in _TITLES

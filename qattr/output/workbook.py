"""``xlsx``: one row a quote, as csv has it; the sheet of a workbook, which the packing puts together.

Written by hand: a sheet is XML whose rows can leave one by one, which xlsxwriter (constant memory, a temporary file)
and openpyxl (slow) do with more code than this. A cell is text or a number, so none can become a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qattr.model import Document
from qattr.output import Style, delimited
from qattr.output.safe import printable
from qattr.reading.types import Article

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LONGEST = 32_767
"""Characters that a cell can hold."""
_BEGIN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView '
    'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    "</sheetViews><sheetData>"
)
_END = "</sheetData></worksheet>"


def head(style: Style, title: str) -> str:
    """The sheet's beginning and its header."""
    return _BEGIN + row(delimited.columns(style), bold=True)


def article(item: Article, document: Document, style: Style) -> str:
    """A row a quote."""
    return "".join(map(row, delimited.rows(item, document, style)))


def foot(style: Style, tally: object) -> str:
    """The sheet's end."""
    return _END


def sheet(rows: Iterable[Iterable[object]]) -> str:
    """A whole sheet, the first row its header."""
    header, *body = rows
    return _BEGIN + row(header, bold=True) + "".join(map(row, body)) + _END


def row(values: Iterable[object], bold: bool = False) -> str:
    """One row of the sheet."""
    return f"<row>{''.join(_cell(value, 1 if bold else 2) for value in values)}</row>"


def _cell(value: object, style: int) -> str:
    """One cell: a number, nothing, or words that no spreadsheet takes for a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<c s="{style}"><v>{value}</v></c>'
    if value is None or value == "":
        return "<c/>"
    words = _FORBIDDEN.sub("\ufffd", printable(str(value)))[:_LONGEST].translate(_ESCAPES)
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'

"""What qattr itself has written is no article: a folder that holds yesterday's results is read without them.

The signatures are what every format begins with (a summary too); a test writes each and reads it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_HEADERS = (
    ("source", "id", "type", "speaker", "kind", "role", "affiliation", "cue", "act", "mention", "text"),
    ("name", "kind", "role", "articles", "quotes", "direct", "mixed", "indirect", "words", "share"),
)
"""How the header of a csv or tsv of quotes begins, and of a summary."""
_RECORDS = (frozenset(("source", "quotes", "speakers", "non_quotes")), frozenset(("articles", "quotes", "speakers")))
_PAGE = '<meta name="generator" content="qattr">'
_MARKDOWN = re.compile(
    r"(?:\| Source )?\| Speaker \| Role \| Verb \| Type \| Line \| Quote \|"
    r"|\| name \| kind \| role \| articles \| quotes \|"
)
_LEGEND = re.compile(r"\[\d+\] .+ \(\d+ quotes?, \d+ words?\)\s*\Z")
_MARKED = re.compile(r"\[[\d?]+ (?:direct|mixed|indirect): ")
_SUMMARY = re.compile(r"\d[\d,]* articles?, \d[\d,]* quotes?: \d+ direct, \d+ mixed, \d+ indirect$", re.M)
_TABLE = re.compile(r"Speaker +(?:Role +)?(?:Verb +Type +Line +)?Quote *\n[─-]{10}")


def is_own_header(names: Iterable[str]) -> bool:
    """Whether these are the columns of a table that qattr wrote."""
    names = tuple(names)
    return any(names[: len(header)] == header for header in _HEADERS)


def is_own_record(record: dict[str, Any]) -> bool:
    """Whether this is a record that qattr wrote."""
    return any(keys <= record.keys() and isinstance(record["quotes"], list | int) for keys in _RECORDS)


def is_own_line(line: bytes) -> bool:
    """True for the first line of a file of qattr's JSON."""
    if line.startswith(b'{"@context":'):
        return b'"type":"AnnotationPage"' in line
    return (line.startswith(b'{"source":') and b'"non_quotes":[' in line) or line.startswith(b'{"articles":')


def is_own_page(html: str) -> bool:
    """Whether this is a page that qattr wrote."""
    return _PAGE in html[:2000]


def is_own_markdown(text: str) -> bool:
    """Whether this is a Markdown table that qattr wrote."""
    return _MARKDOWN.match(text) is not None


def is_own_text(text: str) -> bool:
    """True for ``text``, for a table that was written to a file, and for what only lost its ending."""
    if text.startswith("Speaker ") and _TABLE.match(text):
        return True
    if _SUMMARY.match(text):
        return True
    return text.rstrip().endswith(")") and bool(_LEGEND.search(text[-400:]) and _MARKED.search(text))

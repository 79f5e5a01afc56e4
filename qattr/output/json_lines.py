"""``json``: one article, one object, one line; the public contract that ``qattr --schema`` describes.

The bytes are ASCII-safe where it matters: control characters, line separators and marks of direction are written as
``\\uXXXX``, so that a line is a line for every reader and no escape sequence reaches a terminal; so are lone
surrogates, which UTF-8 does not have.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from qattr.corpus import Article
from qattr.model import Document
from qattr.output import Style

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode


def head(style: Style, title: str) -> str:
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    found = document.to_dict()
    result: dict[str, Any] = {"source": found.pop("source")}
    if style.with_text or item.extracted:
        result["text"] = document.text
    if item.meta is not None:
        result["meta"] = item.meta
    result.update(found)
    return dumps(result)


def foot(style: Style) -> str:
    return ""


def dumps(value: Any) -> str:
    """One line of JSON.

    What JSON has no number for (NaN, infinity) is written as ``null``.
    """
    try:
        line = _encode(value)
    except ValueError:
        line = _encode(_finite(value))
    # what needs an escape beyond JSON's own is not printable; most lines are plain ASCII, whatever the article is
    if "\x7f" in line if line.isascii() else not line.isprintable():
        line = _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", line)
    return line + "\n"


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return value

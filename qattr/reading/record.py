"""A record (an object, a row) -> an article: which field is the text, which names it, the rest beside it."""

from __future__ import annotations

from typing import Any

from qattr.reading.kinds import listed
from qattr.reading.opening import shown
from qattr.reading.types import Article, Failure, Reading, Unreadable

TITLES = ("title", "judul", "headline")
"""The fields that hold a headline."""
_ABSENT = object()


def article_of(source: str, record: dict[str, Any], reading: Reading, notes: tuple[Failure, ...] = ()) -> Article:
    """The article of a record, which is used up.  Raises :class:`Unreadable`."""
    text = _taken(record, reading.text_field)
    if text is _ABSENT or text is None:
        raise _no_text(record, reading.text_field)
    if not isinstance(text, str):
        step = "Name the field that holds the text with --text-field"
        raise Unreadable(f"field {reading.text_field!r} is no string but {type(text).__name__}", step)
    if reading.field_html:
        from qattr.reading.fragment import text_of

        text = text_of(text)
    key = looked_up(record, reading.id_field)
    if (isinstance(key, str) and key) or (isinstance(key, int) and not isinstance(key, bool)):
        _taken(record, reading.id_field)
        source = str(key)
    else:
        source = shown(source)
    title = next((record[name] for name in TITLES if isinstance(record.get(name), str) and record[name]), None)
    return Article(source, text, record, extracted=reading.field_html, title=title, notes=notes)


def looked_up(record: dict[str, Any], name: str) -> Any:
    """The value of a field; ``a.b`` is the field ``b`` of the object ``a`` where no field is called ``a.b``.

    >>> looked_up({"a": {"b": 1}}, "a.b"), looked_up({"a": 1}, "c")
    (1, None)
    """
    holder, last = _place(record, name)
    return None if holder is None else holder.get(last)


def _taken(record: dict[str, Any], name: str) -> Any:
    """The field's value, taken out of the record."""
    holder, last = _place(record, name)
    return _ABSENT if holder is None else holder.pop(last, _ABSENT)


def _place(record: dict[str, Any], name: str) -> tuple[dict[str, Any] | None, str]:
    """The object that a field is in, and its name there."""
    if name in record:
        return record, name
    *path, last = name.split(".")
    inner: Any = record
    for step in path:
        inner = inner.get(step) if isinstance(inner, dict) else None
    return (inner if isinstance(inner, dict) else None), last


def _no_text(record: dict[str, Any], name: str) -> Unreadable:
    """The error for a record without its text, with the way to the text where one shows."""
    reason = f"no field {name!r}; it has {listed(record) or 'no other'}"
    for key, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return Unreadable(reason, f"Take the records out first: jq -c '.{key}[]' FILE | qattr --input jsonl -")
        if isinstance(value, dict) and name.rpartition(".")[2] in value:
            return Unreadable(reason, f"Name the field with --text-field {key}.{name.rpartition('.')[2]}")
    return Unreadable(reason, "Name the field with --text-field")

"""A record's fields beside its quotes: what ``--keep`` and ``--by`` take of them."""

from __future__ import annotations

from typing import Any

from qattr.output import UNITS
from qattr.reading.dates import day_of
from qattr.reading.record import looked_up
from qattr.reading.types import Article


def kept(item: Article, names: tuple[str, ...]) -> tuple[object, ...]:
    """The values of some fields of an article; ``None`` where it has none of this name."""
    return tuple(field(item, name) for name in names)


def given(item: Article, names: tuple[str, ...]) -> list[tuple[str, object]]:
    """The names and values of those fields that the article has."""
    return [(name, value) for name, value in zip(names, kept(item, names), strict=True) if value not in (None, "")]


def field(item: Article, name: str) -> Any:
    """One field of an article's record; what is no string or number is written as JSON."""
    value = looked_up(item.meta, name) if item.meta else None
    if isinstance(value, dict | list):
        from qattr.output.json_lines import dumps

        return dumps(value).rstrip("\n")
    return value


def group_of(item: Article, by: str) -> str:
    """What a summary by ``outlet`` or ``date:month`` counts this article under; empty where it has no such field."""
    name, _, unit = by.rpartition(":")
    if not name or unit not in UNITS:
        name, unit = by, ""
    value = field(item, name)
    if value is None:
        return ""
    return (day_of(value) or "")[: UNITS[unit]] if unit else str(value)

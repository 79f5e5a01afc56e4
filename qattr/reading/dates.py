"""A record's date as ``2025-03-31``: what spreadsheets, crawlers and Indonesian desks write, and no guess."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des",
)  # fmt: skip
"""How the Indonesian names of the months begin."""
_ENGLISH = {"may": 5, "aug": 8, "oct": 10, "dec": 12, "agt": 8, "ags": 8}
_ISO = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)")
_SECONDS = (10**8, 10**11)


def day_of(value: object) -> str | None:
    """The day that a field names, or ``None``.

    >>> [day_of(v) for v in ("2025-03-31T08:00:00+07:00", "Senin, 31 Maret 2025", "31/3/2025", 1743379200, "kemarin")]
    ['2025-03-31', '2025-03-31', '2025-03-31', '2025-03-31', None]
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_seconds(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    if match := _ISO.match(text):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.search(text):
        return _day(match[3], match[2], match[1])
    if match := _NAMED.search(text):
        return _day(match[3], _month(match[2]), match[1])
    return None


def _month(name: str) -> int:
    """*Maret*, *mar*, *may* -> 3, 3, 5; 0 for no month."""
    begin = name[:3].lower()
    return _MONTHS.index(begin) + 1 if begin in _MONTHS else _ENGLISH.get(begin, 0)


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    """``2025-03-09``; ``None`` for a day that is in no calendar."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _of_seconds(value: float) -> str | None:
    """Seconds since 1970, or milliseconds."""
    seconds = value / 1000 if value >= _SECONDS[1] else value
    if not _SECONDS[0] <= seconds < _SECONDS[1]:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()

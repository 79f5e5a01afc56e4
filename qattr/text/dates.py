"""*Senin (3/3/2025)* -> ``2025-03-03``: the day that a time of saying means, where the words and the article's date
tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qattr.lexicon.tags import tagged

if TYPE_CHECKING:
    from datetime import date

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""From Monday on, as :meth:`datetime.date.weekday` counts."""
OTHER_DAYS = {"jum'at": "jumat", "ahad": "minggu"}
MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "ag", "sep", "okt", "no", "des")
"""The beginnings of the months' names, whole or shortened (*Agustus, Agu, Agt*; *November, Nopember*)."""
YESTERDAY = tagged("day", "yesterday")
TODAY = tagged("day", "today")
LAST = tagged("day", "last")


def date_of(words: str, published: str = "") -> str | None:
    """The day as ``YYYY-MM-DD``; ``published`` is the article's date in the same form, without which no day is guessed.

    >>> date_of("Senin (3/3/2025)"), date_of("Kamis, 13 November 2025"), date_of("Senin")
    ('2025-03-03', '2025-11-13', None)
    >>> date_of("Senin", "2025-03-05"), date_of("Senin (3/3)", "2025-03-05"), date_of("kemarin", "2025-03-05")
    ('2025-03-03', '2025-03-03', '2025-03-04')
    """
    from datetime import date as day_of

    pieces = [piece for piece in words.lower().replace("(", " ").replace(")", " ").replace(",", " ").split() if piece]
    found = _named(pieces)
    today = day_of.fromisoformat(published[:10]) if published else None
    if found is None:
        return _told_from(pieces, today) if today else None
    day, month, year = found
    try:
        if year is not None:
            return day_of(year, month, day).isoformat()
        return _nearest(day, month, today) if today else None
    except ValueError:
        return None


def _named(pieces: list[str]) -> tuple[int, int, int | None] | None:
    """*3/3/2025*, *3/3*, *13 november 2025*, *13 november*: day, month and year."""
    for at, piece in enumerate(pieces):
        numbers = piece.replace("-", "/").replace(".", "/").split("/")
        if len(numbers) in (2, 3) and all(number.isdecimal() for number in numbers):
            year = int(numbers[2]) if len(numbers) == 3 else None
            return int(numbers[0]), int(numbers[1]), year + 2000 if year is not None and year < 100 else year
        if piece.isdecimal() and at + 1 < len(pieces):
            month = next((m for m, name in enumerate(MONTHS, 1) if pieces[at + 1].startswith(name)), None)
            if month is not None:
                last = pieces[at + 2] if at + 2 < len(pieces) else ""
                return int(piece), month, int(last) if last.isdecimal() and len(last) == 4 else None
    return None


def _nearest(day: int, month: int, today: date) -> str:
    """*3/3*: the last such day that is not after the article's."""
    found = today.replace(month=month, day=day)
    return (found if found <= today else found.replace(year=found.year - 1)).isoformat()


def _told_from(pieces: list[str], today: date) -> str | None:
    """*kemarin*, *hari ini*, *Senin*, *Senin lalu*: counted from the article's day."""
    from datetime import timedelta

    if not YESTERDAY.isdisjoint(pieces):
        return (today - timedelta(days=1)).isoformat()
    day = next((OTHER_DAYS.get(piece, piece) for piece in pieces if OTHER_DAYS.get(piece, piece) in DAYS), None)
    if day is None:
        return today.isoformat() if " ".join(pieces[:2]) in TODAY else None
    back = (today.weekday() - DAYS.index(day)) % 7
    if back == 0 and not LAST.isdisjoint(pieces):
        back = 7
    return (today - timedelta(days=back)).isoformat()

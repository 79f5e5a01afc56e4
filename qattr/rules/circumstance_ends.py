"""Where a time, a place, an occasion and those who were told end: (di) *Balai Kota, Melur* |, *Senin (3/3/2025)* |.

Every function here gets a :class:`Zone` and the word where the circumstance begins, and answers the word after it.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.text.article import Article
from qattr.text.features import ALNUM, CUE, DAY, MONTH, UPPER
from qattr.text.windows import LONGEST_CIRCUMSTANCE, LONGEST_PLACE_PART

PLACE_LEADS = tagged("context", "place")
"""*di*: what follows is where it was said."""
CHANNELS = tagged("context", "channel")
"""*di akun Instagram, di laman resmi*: a channel is an occasion, no place."""
OCCASION_LEADS = tagged("context", "occasion")
"""*saat, usai, dalam, melalui*."""
ASKS_LEADS = tagged("context", "asks")
"""*ke*: right after the cue it leads to those who are asked (*bertanya ke warga*)."""
LISTENER_LEADS = tagged("context", "addressee")
"""*kepada*."""
CITES = tagged("context", "cited")
"""*dikutip dari*: what follows up to the comma is none of the four."""
ENDS = tagged("context", "ends")
"""*bahwa, untuk, terkait*: they end whatever circumstance they stand after."""
TIME_WORDS = tagged("context", "time")
"""*kemarin*."""
TIME_ADDS = tagged("context", "time_part")
"""*pagi, malam, lalu*: they belong to the day they stand at."""
RELATIVE = tagged("context", "relative")
"""*yang*: ends a place, goes on in an occasion."""
THIS = tagged("context", "this")
"""*itu, ini*: *saat itu* is a time."""
MOMENTS = tagged("context", "moment")
"""*saat, ketika, hari*: before *itu*, *ini*."""


class Zone:
    """The words ``start`` to ``end`` (half-open), neither cue nor mention nor what is said."""

    __slots__ = ("article", "end", "features", "lows", "start")

    def __init__(self, article: Article, start: int, end: int) -> None:
        self.article, self.lows, self.features = article, article.lows, article.features
        self.start, self.end = start, end

    def has(self, i: int) -> bool:
        """Whether the zone reaches over word ``i``."""
        return i < self.end

    def low(self, i: int) -> str:
        """Word ``i`` in lower case; empty after the zone."""
        return self.lows[i] if i < self.end else ""

    def is_(self, i: int, features: int) -> bool:
        """Whether word ``i`` of the zone has one of these features."""
        return i < self.end and bool(self.features[i] & features)


# ---------------------------------------------------------------------------------- one circumstance


def time_end(zone: Zone, i: int) -> int | None:
    """*Senin (3/3/2025) malam* |: where the time that begins at word ``i`` ends; ``None`` where none begins."""
    low = zone.low(i)
    if zone.is_(i, DAY):
        return _day_end(zone, i)
    if low in TIME_WORDS:
        return _parts_end(zone, i + 1)
    if low in MOMENTS and zone.low(i + 1) in THIS:
        return _parts_end(zone, i + 2)
    if not low[:1].isdigit():
        return None
    if low.isdigit() and zone.is_(i + 1, MONTH):
        return _date_end(zone, i)
    return i + 1 if low.count("/") == 2 and low.replace("/", "").isdigit() else None  # (4/5/2001)


def _day_end(zone: Zone, i: int) -> int:
    """*Kamis, 13 November 2025* |, *Selasa sore (4/3)* |."""
    end = _parts_end(zone, i + 1)
    if zone.low(end) == "(":
        close = next((k for k in range(end + 1, min(end + 8, zone.end)) if zone.low(k) == ")"), None)
        if close is not None and any(zone.low(k)[0].isdigit() for k in range(end + 1, close)):
            return _parts_end(zone, close + 1)
        return end
    at = end + (zone.low(end) == ",")
    at += zone.low(at) == "tanggal"
    return _date_end(zone, at) if zone.low(at).isdigit() and zone.is_(at + 1, MONTH) else end


def _date_end(zone: Zone, i: int) -> int:
    """*3 Maret 2025* |."""
    end = i + 2
    if zone.low(end).isdigit() and len(zone.low(end)) == 4:
        end += 1
    return _parts_end(zone, end)


def _parts_end(zone: Zone, i: int) -> int:
    """*(Senin) malam* |, *dini hari* |."""
    while zone.low(i) in TIME_ADDS:
        i += 1
    return i


def _stops(zone: Zone, i: int) -> bool:
    """Whether no circumstance goes on over word ``i``: a full stop, *bahwa*, a day, a cue, whom it was said to."""
    low = zone.low(i)
    return (
        low in ";:"
        or low in _STOP_WORDS
        or (zone.is_(i, CUE) and not zone.is_(i, UPPER) and _says(zone, i))
        or time_end(zone, i) is not None
        or (low == "pada" and time_end(zone, i + 1) is not None)
    )


_STOP_WORDS = ENDS | CITES | LISTENER_LEADS


def _says(zone: Zone, i: int) -> bool:
    """*(di Melur)* | *mengatakan*: a verb of saying that no word of the occasion governs (*sebelum* | *memastikan*)."""
    article = zone.article
    return article.lexicon.cues[article.lows[i]][2] in _VERBS and article.lows[i - 1] not in OCCASION_LEADS


_VERBS = frozenset(("active", "passive"))


def place_end(zone: Zone, i: int) -> int:
    """(di) *Balai Kota, Jakarta* |, *Senin*: where the place that begins at word ``i`` ends."""
    k = i
    while zone.has(k) and k < i + LONGEST_CIRCUMSTANCE:
        low = zone.low(k)
        if _stops(zone, k) or low in OCCASION_LEADS or low in RELATIVE or low in ASKS_LEADS or low == "pada":
            break
        if low == "(":
            close = _bracket_end(zone, k)
            if close is None:
                break
            k = close
            continue
        if low == "," and not _place_goes_on(zone, k + 1):
            break
        k += 1
    return _without_marks(zone, i, k)


def _bracket_end(zone: Zone, i: int) -> int | None:
    """*(SUGBK)* |: after the closing bracket of the one at ``i``, where it holds a short form."""
    return i + 3 if zone.low(i + 2) == ")" and zone.is_(i + 1, UPPER) else None


def _place_goes_on(zone: Zone, i: int) -> bool:
    """*Senayan,* | *Jakarta*: whether words with capitals, and nothing else, stand up to the next comma or stop."""
    k = i
    while (zone.is_(k, UPPER) or zone.low(k) == "/") and not zone.is_(k, DAY) and k < i + LONGEST_PLACE_PART:
        k += 1
    ends = not zone.has(k) or zone.low(k) in ",.)" or zone.low(k) == "pada" or _stops(zone, k)
    return k > i and (ends or zone.low(k) in OCCASION_LEADS)


def occasion_end(zone: Zone, i: int) -> int:
    """*seusai menghadiri rapat* | *di Balai Kota*: where the occasion that begins at word ``i`` ends."""
    k, inside = i + 1, False
    if zone.low(i) in PLACE_LEADS:
        k += 1
    while zone.has(k) and k < i + LONGEST_CIRCUMSTANCE:
        low = zone.low(k)
        if low in _MARKS:
            inside = not inside
        elif not inside:
            if low == "," or _stops(zone, k):
                break
            if low in PLACE_LEADS and k > i + 1 and not _place_inside(zone, k):
                break
        k += 1
    return _without_marks(zone, i, k)


_MARKS = frozenset("\"\u201c\u201d\u00ab\u00bb\u2018\u2019'")


def _place_inside(zone: Zone, i: int) -> bool:
    """*(lewat unggahan)* | *di Instagram*, *(ditemui)* | *di gerai Melur saat bazar*: the place at ``i`` is no end."""
    if zone.low(i + 1) in CHANNELS:
        return True
    for k in range(i + 1, min(i + LONGEST_CIRCUMSTANCE, zone.end)):
        if zone.low(k) == "," or _stops(zone, k):
            return False
        if zone.low(k) in OCCASION_LEADS:
            return True
    return False


def addressee_end(zone: Zone, i: int) -> int:
    """(kepada) *wartawan* | *di Jakarta*: where those who were told, from word ``i`` on, end."""
    k = i
    while zone.has(k) and k < i + LONGEST_CIRCUMSTANCE:
        low = zone.low(k)
        if low == "," or _stops(zone, k) or low == "pada":
            break
        if low in PLACE_LEADS or low in OCCASION_LEADS or low in RELATIVE:
            break
        k += 1
    return _without_marks(zone, i, k)


def _without_marks(zone: Zone, i: int, k: int) -> int:
    """The end ``k`` without the commas and stops before it."""
    while k > i and not zone.article.features[k - 1] & ALNUM and zone.low(k - 1) not in (")", '"', "\u201d", "\u00bb"):
        k -= 1
    return k

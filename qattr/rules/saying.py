"""When, where, on what occasion and to whom something was said: the words around cue and source, outside what is said.

*kata Rahma | kepada wartawan | seusai rapat | di | Balai Kota Mandira | , | Senin (3/3/2025)*.  :func:`circumstances`
in: one attribution, out: :class:`Circumstances`, word ranges.  The attribution's own sentence is
read, nothing is carried over from another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from qattr.lexicon.tags import tagged
from qattr.mentions import Range
from qattr.rules.attribution import Attribution
from qattr.rules.reported import Sentences
from qattr.text.article import Article
from qattr.text.features import ALNUM, CUE, DAY, MONTH, PLACE, ROLE, UPPER
from qattr.text.windows import LONGEST_CIRCUMSTANCE, LONGEST_PLACE_PART

PLACE_LEADS = tagged("context", "place")
"""*di*: what follows is where it was said."""
NO_OCCASIONS = tagged("context", "no_occasion")
"""*dalam kasus itu, dalam hal ini*: what is talked about, no occasion."""
CHANNELS = tagged("context", "channel")
"""*di akun Instagram, di laman resmi*: a channel is an occasion, no place."""
OCCASION_LEADS = tagged("context", "occasion")
"""*saat, usai, dalam, melalui*."""
PLACED_OCCASIONS = tagged("context", "placed_occasion")
"""After *di* they make an occasion: *di sela rapat*."""
EVENTS = tagged("context", "event")
"""After *pada* they make an occasion: *pada kesempatan itu*, *pada rapat kerja*."""
BEFORE_LISTENERS = tagged("context", "listener")
"""After *di* they lead to whom it was said: *di hadapan wartawan*."""
EVENT_LEADS = tagged("context", "event_lead")
"""*pada, dari*: before an event or a text they make an occasion."""
PLACE_NOUNS = tagged("context", "place_noun")
"""*kantor, rumah, lokasi*: places that are written small."""
SOURCE_OF_PLACE = tagged("context", "from_place")
"""*dari*: before a surely placed name or a place noun (*kata Rahma dari Melur*)."""
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


class Circumstances(NamedTuple):
    """*Senin (3/3) | Balai Kota | seusai rapat | wartawan*: ranges of words, each ``None`` where nothing says it."""

    time: Range | None = None
    place: Range | None = None
    occasion: Range | None = None
    addressee: Range | None = None


NOTHING = Circumstances()


class Zone(NamedTuple):
    """The words ``start`` to ``end`` (half-open), neither cue nor mention nor what is said."""

    article: Article
    start: int
    end: int

    def has(self, i: int) -> bool:
        """Whether the zone reaches over word ``i``."""
        return i < self.end

    def low(self, i: int) -> str:
        """Word ``i`` in lower case; empty after the zone."""
        return self.article.lows[i] if i < self.end else ""

    def is_(self, i: int, features: int) -> bool:
        """Whether word ``i`` of the zone has one of these features."""
        return i < self.end and bool(self.article.features[i] & features)


# ---------------------------------------------------------------------------------- one circumstance


def time_end(zone: Zone, i: int) -> int | None:
    """*Senin (3/3/2025) malam* |: where the time that begins at word ``i`` ends; ``None`` where none begins."""
    if zone.is_(i, DAY):
        return _day_end(zone, i)
    if zone.low(i) in TIME_WORDS:
        return _parts_end(zone, i + 1)
    if zone.low(i) in MOMENTS and zone.low(i + 1) in THIS:
        return _parts_end(zone, i + 2)
    if zone.low(i).isdigit() and zone.is_(i + 1, MONTH):
        return _date_end(zone, i)
    if zone.low(i).count("/") == 2 and zone.low(i).replace("/", "").isdigit():
        return i + 1  # (4/5/2001)
    return None


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
        or low in ENDS
        or low in CITES
        or low in LISTENER_LEADS
        or (zone.is_(i, CUE) and not zone.is_(i, UPPER) and _says(zone, i))
        or time_end(zone, i) is not None
        or (low == "pada" and time_end(zone, i + 1) is not None)
    )


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


_MARKS = frozenset("\"\u201c\u201d\u2018\u2019'")


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
    while k > i and not zone.article.features[k - 1] & ALNUM and zone.low(k - 1) not in (")", '"', "\u201d"):
        k -= 1
    return k


# ------------------------------------------------------------------------------- what begins at a word


Found = tuple[str, int, int, int]
"""The field, its first word, the word after it, and where to read on."""


def cited_from(zone: Zone, i: int) -> Found | None:
    """*dikutip dari laman resmi,* |: read over."""
    if zone.low(i) not in CITES:
        return None
    k = i + 1
    while zone.has(k) and zone.low(k) != "," and time_end(zone, k) is None:
        k += 1
    return "", i, k, k


def on_a_day(zone: Zone, i: int) -> Found | None:
    """*pada* | *Senin (3/3/2025)* |."""
    end = time_end(zone, i)
    return None if end is None else ("time", i, end, end)


def to_somebody(zone: Zone, i: int) -> Found | None:
    """*kepada* | *wartawan* |, *di hadapan* | *warga* |."""
    begin = i + 1
    if zone.low(i) in PLACE_LEADS and zone.low(i + 1) in BEFORE_LISTENERS:
        begin = i + 2
    elif not (zone.low(i) in LISTENER_LEADS or (zone.low(i) in ASKS_LEADS and i == zone.start)):
        return None
    end = addressee_end(zone, begin)
    return "addressee", begin, end, max(end, begin)


def at_an_event(zone: Zone, i: int) -> Found | None:
    """| *pada kesempatan itu* |, | *di sela rapat* |, | *di akun Instagram miliknya* |."""
    low, after = zone.low(i), zone.low(i + 1)
    placed = low in PLACE_LEADS and (after in PLACED_OCCASIONS or after in CHANNELS or after in EVENTS)
    if not placed and not (low in EVENT_LEADS and after in EVENTS):
        return None
    end = occasion_end(zone, i)
    return "occasion", i, end, end


def while_doing(zone: Zone, i: int) -> Found | None:
    """| *saat ditemui* |, | *melalui keterangan tertulis* |, | *Ditemui seusai rapat* |."""
    apart = zone.low(i) in PLACE_LEADS and "di" + zone.low(i + 1) in OCCASION_LEADS  # di temui
    if (zone.low(i) not in OCCASION_LEADS and not apart) or zone.low(i + 1) in NO_OCCASIONS:
        return None
    end = occasion_end(zone, i)
    return ("occasion", i, end, end) if end > i + 1 or zone.is_(i, CUE) else None


def in_a_place(zone: Zone, i: int) -> Found | None:
    """*di* | *Balai Kota Mandira* |."""
    low = zone.low(i)
    if low not in PLACE_LEADS and low not in SOURCE_OF_PLACE:
        return None
    end = place_end(zone, i + 1)
    features = zone.article.features
    somewhere = zone.is_(i + 1, UPPER) if low in PLACE_LEADS else zone.is_(i + 1, PLACE)
    if not (somewhere or zone.low(i + 1).removesuffix("nya") in PLACE_NOUNS) or (i and features[i - 1] & ROLE):
        return "", i, end, max(end, i + 1)  # di awal pekan; pedagang di Pasar Melur
    return "place", i + 1, end, max(end, i + 1)


def before_a_day(zone: Zone, i: int) -> Found | None:
    """*(kata Rahma seusai rapat),* | *Melur* |, *Senin (3/3/2025)*: a place's name alone between commas."""
    if not zone.is_(i, PLACE) or not i or zone.article.lows[i - 1] != ",":
        return None
    end = place_end(zone, i)
    return ("place", i, end, end) if zone.low(end) == "," and time_end(zone, end + 1) is not None else None


BEGINNINGS: list[Callable[[Zone, int], Found | None]] = [
    cited_from,
    on_a_day,  # before while_doing: saat itu is a time
    to_somebody,  # before in_a_place: di hadapan wartawan
    at_an_event,  # before in_a_place: di sela rapat
    while_doing,
    in_a_place,
    before_a_day,
]
"""What can begin at a word; the first that knows it answers."""


def _read(zone: Zone) -> Iterator[tuple[str, Range]]:
    """Every circumstance of a zone, in order."""
    i = zone.start
    while i < zone.end:
        for begins in BEGINNINGS:
            found = begins(zone, i)
            if found is not None:
                field, first, end, i_after = found
                if field and end > first:
                    yield field, (first, end)
                i = max(i_after, i + 1)
                break
        else:
            i += 1


# ------------------------------------------------------------------------------------- the attribution


def circumstances(sentences: Sentences, attribution: Attribution) -> Circumstances:
    """*"Stok aman," kata Rahma* | *di pasar, Senin*: what the attribution's own sentence says of the saying."""
    article = sentences.article
    cue, mention, _ = attribution.match
    if cue is not None:
        low, high = sentences.around(cue)
    elif mention is not None:
        low, high = sentences.around(mention.first)
    else:
        return NOTHING
    first, last = article.at(attribution.start), article.at(attribution.end - 1) + 1
    taken = [(first, last)]
    if cue is not None:
        taken.append((cue, cue + 1))
    if mention is not None:
        taken.append((mention.first, mention.last))
    found: dict[str, Range] = {}
    for zone in _zones(article, low, high, sorted(taken), first):
        for field, words in _read(zone):
            found.setdefault(field, words)
    if "addressee" not in found and attribution.type != "direct" and cue is not None:
        listener = _told(article, cue, first)
        if listener is not None:
            found["addressee"] = listener
    return Circumstances(**found)


def _zones(article: Article, low: int, high: int, taken: list[Range], said: int) -> Iterator[Zone]:
    """The words of the sentence that nothing else has taken; what follows a reported clause is the clause's."""
    at = low
    anchored = False
    for begin, end in taken:
        if begin > at:
            yield Zone(article, at, min(begin, high))
        at = max(at, end)
        if begin == said and anchored:
            return
        anchored = True
    if at < high:
        yield Zone(article, at, high)


def _told(article: Article, cue: int, said: int) -> Range | None:
    """*meminta* | *warga* | *untuk mengungsi*: those whom an order or a warning goes to stand right after its cue."""
    if article.lexicon.cues[article.lows[cue]][3] != "directive" or said <= cue + 1:
        return None
    zone = Zone(article, cue + 1, said)
    end = addressee_end(zone, cue + 1)
    return (cue + 1, end) if end > cue + 1 else None

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
from qattr.rules.circumstance_ends import (
    ASKS_LEADS,
    CHANNELS,
    CITES,
    LISTENER_LEADS,
    MOMENTS,
    OCCASION_LEADS,
    PLACE_LEADS,
    TIME_WORDS,
    Zone,
    addressee_end,
    occasion_end,
    place_end,
    time_end,
)
from qattr.rules.reported import Sentences
from qattr.text.article import Article
from qattr.text.features import CUE, DAY, PLACE, ROLE, UPPER

NO_OCCASIONS = tagged("context", "no_occasion")
"""*dalam kasus itu, dalam hal ini*: what is talked about, no occasion."""
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


class Circumstances(NamedTuple):
    """*Senin (3/3) | Balai Kota | seusai rapat | wartawan*: ranges of words, each ``None`` where nothing says it."""

    time: Range | None = None
    place: Range | None = None
    occasion: Range | None = None
    addressee: Range | None = None


NOTHING = Circumstances()


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


_BEGIN = CITES.union(
    TIME_WORDS, MOMENTS, LISTENER_LEADS, ASKS_LEADS, PLACE_LEADS, EVENT_LEADS, OCCASION_LEADS, SOURCE_OF_PLACE
)
_BEGINS = DAY | PLACE
"""What :data:`BEGINNINGS` knows begins with such a word, or with a number."""


def _read(zone: Zone) -> Iterator[tuple[str, Range]]:
    """Every circumstance of a zone, in order."""
    i = zone.start
    while i < zone.end:
        if not (zone.lows[i] in _BEGIN or zone.features[i] & _BEGINS or zone.lows[i][0].isdigit()):
            i += 1  # most words begin nothing
            continue
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

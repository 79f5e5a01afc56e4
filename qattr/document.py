"""What the stages have found -> the document that the caller gets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from qattr._confidence import COUNTS
from qattr.entities.entity import Entity
from qattr.entities.resolution import Answer, best_role
from qattr.entities.table import EntityTable
from qattr.lexicon.tags import tagged
from qattr.mentions import Range, held_organization
from qattr.model import Context, Cue, Document, Moment, NonQuote, Quote, Span, Speaker, Trail
from qattr.rules import Attribution, Circumstances
from qattr.rules.saying import NOTHING
from qattr.state import State
from qattr.text.article import Article
from qattr.text.dates import date_of

_LEADS_TO_EMPLOYER = tagged("leads", "employer")
"""*peneliti | di | Lembaga Kajian Kota*; *asal* leads to a place or school as well (*pemain asal Karang*)."""


_OFTEN = 12
"""A rule and link that were judged together so often speak for themselves."""


@lru_cache(maxsize=512)
def confidence(rule: str, link: str) -> float:
    """How often answers of this rule and link were right on articles that nobody had read: (right + 1) / (n + 2).

    Where the two were seldom judged together, the lower of what each alone earned (Laplace's rule of succession)."""
    pair = COUNTS.get(f"{rule} {link}", (0, 0))
    if pair[1] >= _OFTEN:
        return _earned(*pair)
    return min(_earned(*COUNTS.get(f"{rule} *", (0, 0))), _earned(*COUNTS.get(f"* {link}", (0, 0))))


def _earned(right: int, n: int) -> float:
    """19 of 20 -> .909."""
    return round((right + 1) / (n + 2), 3)


def _role(article: Article, organizations: list[Range], role: Range) -> Range:
    """The role alone where a preposition leads to the organization: *peneliti* in *peneliti di Lembaga Kajian Kota*.

    ``organizations`` are sorted."""
    for k in range(bisect_right(organizations, (role[0] + 2, 0)), len(organizations)):
        begin = organizations[k][0]
        if begin >= role[1]:
            break
        if article.lows[begin - 1] in _LEADS_TO_EMPLOYER:
            return role[0], begin - 1
    return role


class _Speaker:
    """An entity that is quoted: its number, what is shown of it, and what it says."""

    __slots__ = ("best", "entity", "number", "organization", "role", "said")

    number: int
    entity: Entity
    best: Range | None
    """Where its best role stands."""
    role: str | None
    organization: str | None
    said: list[str]

    def __init__(
        self, number: int, entity: Entity, best: Range | None, role: str | None, organization: str | None
    ) -> None:
        self.number, self.entity, self.best = number, entity, best
        self.role, self.organization = role, organization
        self.said = []


class _Speakers(dict[int, _Speaker]):
    """The index of an entity -> the speaker; they are numbered in the order in which they are asked for."""

    __slots__ = ("table",)

    def __init__(self, table: EntityTable) -> None:
        self.table = table

    def __missing__(self, at: int) -> _Speaker:
        entity = self.table.entities[at]
        speaker = self[at] = _Speaker(len(self) + 1, entity, *_described(self.table, entity))
        return speaker


class _Lines:
    """Counts the lines of a text up to offsets that only grow."""

    __slots__ = ("_counted", "_line", "_returns", "_text")

    def __init__(self, text: str) -> None:
        self._text, self._returns = text, "\r" in text
        self._line, self._counted = 1, 0

    def of(self, offset: int) -> int:
        """The 1-based line of an offset; no line ends between ``\r`` and ``\n``."""
        text, counted = self._text, self._counted
        self._line += text.count("\n", counted, offset)
        if self._returns:
            self._line += text.count("\r", counted, offset) - text.count("\r\n", counted, offset)
        self._counted = offset
        return self._line


def _span(article: Article, text: str, i: int, j: int) -> Span:
    """Where the words ``i`` to ``j`` (half-open, one at least) stand."""
    start, end = article.ends[i] - len(article.words[i]), article.ends[j - 1]
    return Span(text[start:end], start, end)


def _spans(article: Article, text: str, places: list[Range]) -> tuple[Span, ...]:
    """The same for several places."""
    words, ends = article.words, article.ends
    spans = []
    for i, j in places:
        start, end = ends[i] - len(words[i]), ends[j - 1]
        spans.append(Span(text[start:end], start, end))
    return tuple(spans)


def document(state: State) -> Document:
    """The quotes in the order of the text, and who is quoted in the order of their first quotes."""
    article, table, text = state.article, state.table, state.text
    assert table is not None
    speakers, lines = _Speakers(table), _Lines(text)
    answered = sorted(zip(state.attributions, state.answers, state.circumstances, strict=True), key=_stretch)
    quotes = []
    for identifier, (attribution, answer, said) in enumerate(answered, 1):
        line = lines.of(attribution.start)
        quote = _quote(state, identifier, line, attribution, answer, speakers)
        quotes.append(quote if said is NOTHING else quote._replace(context=_context(state, said)))
    others = [
        NonQuote(text[other.span.start : other.span.end], other.span.start, other.span.end, other.reason)
        for other in sorted(state.non_quotes)
    ]
    shown = [_shown(article, text, speaker) for speaker in speakers.values()]
    trails = _trails(state) if state.traced else None
    return Document(text, state.source, tuple(quotes), tuple(shown), tuple(others), trails)


def _trails(state: State) -> tuple[Trail, ...]:
    """What was asked about each quote, fragment and non-quote."""
    text = state.text
    trails = [
        Trail(text[marked.span.start : marked.span.end], marked.span.start, marked.span.end, marked.question)
        for marked in (*state.quoted.fragments, *state.non_quotes)
    ]
    for attribution, links in zip(state.attributions, state.declined_links or (), strict=True):
        start, end = attribution.start, attribution.end
        trails.append(Trail(text[start:end], start, end, attribution.question, attribution.declined, links))
    return tuple(trails)


def _context(state: State, said: Circumstances) -> Context:
    """*Senin (3/3/2025)* | *Balai Kota* | *seusai rapat* | *wartawan*: the words of the circumstances as spans."""
    time, *others = (None if words is None else _span(state.article, state.text, *words) for words in said)
    return Context(None if time is None else Moment(*time, date_of(time.text, state.published)), *others)


def _stretch(answered: tuple[Attribution, Answer, Circumstances]) -> tuple[int, int]:
    """Where an attribution begins and ends."""
    return answered[0].start, answered[0].end


def _quote(
    state: State, identifier: int, line: int, attribution: Attribution, answer: Answer, speakers: _Speakers
) -> Quote:
    """One attribution with its answer as the caller gets it; what it says is added to its speakers."""
    article, text = state.article, state.text
    content = text[attribution.start : attribution.end]
    at, link, others = answer
    first = None if at is None else speakers[at]
    further = [speakers[other] for other in others] if others else []
    if first:
        first.said.append(content)
    for speaker in further:
        speaker.said.append(content)
    cue, mention, _ = attribution.match
    rule = attribution.rule
    return Quote(
        identifier,
        attribution.type,
        content,
        attribution.start,
        attribution.end,
        line,
        fragments=tuple([Span(text[a:b], a, b) for a, b in attribution.fragments]) if attribution.fragments else (),
        cue=None if cue is None else _cue(article, cue),
        mention=None if mention is None else _span(article, text, *mention.head),
        speaker=first.entity.name if first else None,
        speaker_id=first.number if first else None,
        co_speakers=tuple([speaker.entity.name for speaker in further]) if further else (),
        role=first.role if first else None,
        affiliation=first.organization if first else None,
        rule=rule,
        confidence=confidence(rule, link or "-"),
        link=link,
    )


def _cue(article: Article, i: int) -> Cue:
    """*ujarnya*: the cue at word ``i`` with its root and act; of a verb that nobody knows (*njeplak*) the word."""
    low = article.lows[i]
    lemma, act, _, _ = article.lexicon.cues.get(low, (low.removesuffix("nya"), "say", "", ""))
    word, end = article.words[i], article.ends[i]
    return Cue(word, end - len(word), end, lemma, act)


def _line(article: Article, words: Range) -> str:
    """The same as one line with single blanks."""
    return " ".join(article.slice(*words).split())


Described = tuple[Range | None, str | None, str | None]
"""Where an entity's best role stands, that role, and its organization."""


def _described(table: EntityTable, entity: Entity) -> Described:
    """*Rahma, Kepala Dinas Kesehatan*: the role *Kepala Dinas Kesehatan*, the organization *Dinas Kesehatan*."""
    article = table.article
    best = best_role(table, entity)
    if best is not None and entity.kind == "unnamed":
        low = article.lows[best[0]]
        if article.lexicon.roles.get(low) != "office" and low not in article.lexicon.role_abbreviations:
            best = None  # seorang pedagang: the description is the name
    if best is None:
        held = entity.organizations and entity.kind == "person"
        return None, None, _line(article, min(entity.organizations)) if held else None
    i, j = best
    for begin, end in entity.organizations:
        if i <= begin and end <= j:
            return best, _line(article, best), _line(article, (begin, end))
    organization = held_organization(article, i, j)
    return best, _line(article, best), _line(article, organization) if organization is not None else None


def _shown(article: Article, text: str, speaker: _Speaker) -> Speaker:
    """An entity that is quoted as the caller gets it."""
    entity = speaker.entity
    organizations = sorted(entity.organizations)
    kept: Iterable[Range] = entity.roles
    if entity.kind == "unnamed" and speaker.best is None:
        kept = ()  # seorang pedagang: as above
    elif True in entity.roles.values():
        kept = [role for role, beside in entity.roles.items() if beside]
    roles = sorted(kept)
    if organizations:
        roles = [_role(article, organizations, role) for role in roles]
    return Speaker(
        speaker.number,
        entity.name,
        tuple([alias for alias in entity.aliases if alias != entity.name]),
        entity.kind,
        speaker.role,
        speaker.organization,
        _spans(article, text, sorted(entity.mentions)),
        _spans(article, text, roles) if roles else (),
        _spans(article, text, organizations) if organizations else (),
        len(speaker.said),
        len(" ".join(speaker.said).split()),
    )

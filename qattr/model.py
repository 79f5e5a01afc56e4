"""The types. Reading this file from top to bottom is reading the pipeline.

Every span is a half-open range of *code points* over the text exactly as it was given:
``text[span.start:span.end] == span.text``.  Everything here is an immutable named tuple: cheap to
build, hashable, picklable, and never half filled.

The first part is what a caller sees (:class:`Document` and what is in it); the second part is what
the stages hand to each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Literal, NamedTuple

QuoteType = Literal["direct", "mixed", "indirect"]
Kind = Literal["person", "organization", "unnamed"]

ACTS = (
    "say", "add", "explain", "stress", "report", "write", "judge", "claim", "admit", "deny",
    "confirm", "hope", "warn", "request", "order", "promise", "ask", "reply",
)  # fmt: skip
"""What a reporting verb does, the values of :attr:`Cue.act`."""


# ---------------------------------------------------------------------------- the public result


class Span(NamedTuple):
    """A stretch of the article: ``text[start:end] == text`` (code points, half-open)."""

    text: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """``{"text": "Rahma", "start": 17, "end": 22}``."""
        return {"text": self.text, "start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Span:
        """What :meth:`to_dict` has made."""
        return cls(value["text"], value["start"], value["end"])


_SPANS_OF_A_SPEAKER = ("mentions", "roles", "affiliations")


def _spans(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    """Spans as JSON has them."""
    return [{"text": text, "start": start, "end": end} for text, start, end in spans]


def _to_spans(values: list[dict[str, Any]]) -> tuple[Span, ...]:
    """The spans of JSON's values."""
    return tuple([Span.from_dict(value) for value in values])


class Cue(NamedTuple):
    """The word that marks an attribution (*kata*, *tambahnya*, *menurut*)."""

    text: str
    start: int
    end: int
    lemma: str
    """The root as the lexicon has it: *tambahnya* -> ``tambah``."""
    act: str
    """One of :data:`ACTS`."""

    def to_dict(self) -> dict[str, Any]:
        """``{"text": "ujarnya", "start": 40, "end": 47, "lemma": "ujar", "act": "say"}``."""
        return {"text": self.text, "start": self.start, "end": self.end, "lemma": self.lemma, "act": self.act}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Cue:
        """What :meth:`to_dict` has made."""
        return cls(*(value[name] for name in cls._fields))


class Moment(NamedTuple):
    """When something was said: the words, and the day that they mean where that can be known."""

    text: str
    start: int
    end: int
    date: str | None = None
    """The day, ``2025-03-03``; ``None`` where the words alone do not say it and no date of the article is given."""

    def to_dict(self) -> dict[str, Any]:
        """``{"text": "Senin (3/3/2025)", "start": 40, "end": 56, "date": "2025-03-03"}``."""
        return {"text": self.text, "start": self.start, "end": self.end, "date": self.date}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Moment:
        """What :meth:`to_dict` has made."""
        return cls(value["text"], value["start"], value["end"], value.get("date"))


class Context(NamedTuple):
    """What the attribution's own sentence says of the saying; each ``None`` where it does not say it."""

    time: Moment | None = None
    """When it was said, without a preposition: *Senin (3/3/2025)*."""
    place: Span | None = None
    """Where, without *di*: *Balai Kota Mandira*."""
    occasion: Span | None = None
    """On what occasion or by what channel, with the word that leads to it: *seusai rapat*."""
    addressee: Span | None = None
    """To whom, without *kepada*: *wartawan*."""

    def to_dict(self) -> dict[str, Any]:
        """``{"time": …, "place": …, "occasion": …, "addressee": …}``, each a span or ``None``."""
        return {name: span.to_dict() if span else None for name, span in zip(self._fields, self, strict=True)}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Context:
        """What :meth:`to_dict` has made."""
        moment = Moment.from_dict(value["time"]) if value.get("time") else None
        spans = (Span.from_dict(value[name]) if value.get(name) else None for name in cls._fields[1:])
        return cls(moment, *spans)


NO_CONTEXT = Context()

_READ_APART = frozenset(("link", "context"))
"""Fields of a quote that are not read back as they stand in the JSON."""


class Quote(NamedTuple):
    """Content that the article attributes to a source, found in one stretch of text."""

    id: int
    """1, 2, … in the order of ``start``."""
    type: QuoteType
    text: str
    start: int
    end: int
    line: int
    """The 1-based line of ``start``."""
    fragments: tuple[Span, ...]
    """The marked fragments of a mixed quote; empty for the other types."""
    cue: Cue | None
    mention: Span | None
    """The words at this quote that point to the source, raw; ``None``: the pointer is in the cue or context alone."""
    speaker: str | None
    """The fullest name without titles and brackets; ``None`` when it cannot be told."""
    speaker_id: int | None
    co_speakers: tuple[str, ...]
    role: str | None
    affiliation: str | None
    rule: str
    """The name of the rule that answered (see ``qattr --rules``)."""
    confidence: float
    """The share of this rule's answers that were right on the development gold, (right + 1) / (n + 2)."""
    link: str = ""
    """The name of the link that took the mention to the speaker; shown by ``--explain``, not part of the JSON."""
    context: Context = NO_CONTEXT
    """When, where, on what occasion and to whom it was said, as the attribution's own sentence tells it."""

    def to_dict(self) -> dict[str, Any]:
        """One object of ``"quotes"`` in the JSON."""
        return {
            "id": self.id,
            "type": self.type,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "fragments": _spans(self.fragments),
            "cue": self.cue.to_dict() if self.cue else None,
            "mention": self.mention.to_dict() if self.mention else None,
            "speaker": self.speaker,
            "speaker_id": self.speaker_id,
            "co_speakers": list(self.co_speakers),
            "role": self.role,
            "affiliation": self.affiliation,
            "context": self.context.to_dict(),
            "rule": self.rule,
            "confidence": self.confidence,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Quote:
        """What :meth:`to_dict` has made; ``link``, which the JSON has not, is empty."""
        inner = {
            "fragments": _to_spans(value["fragments"]),
            "cue": Cue.from_dict(value["cue"]) if value["cue"] else None,
            "mention": Span.from_dict(value["mention"]) if value["mention"] else None,
            "co_speakers": tuple(value["co_speakers"]),
            "context": Context.from_dict(value.get("context") or {}),
        }
        return cls(**{name: value[name] for name in cls._fields if name not in _READ_APART} | inner)


class Speaker(NamedTuple):
    """Somebody who is quoted: a person, a body, or people without a name."""

    id: int
    name: str
    aliases: tuple[str, ...]
    """Other forms that the article uses for the same source."""
    kind: Kind
    role: str | None
    affiliation: str | None
    mentions: tuple[Span, ...]
    roles: tuple[Span, ...]
    affiliations: tuple[Span, ...]
    quotes: int
    """How many quotes of the document are this source's (as first or co-speaker)."""
    words: int
    """How many words those quotes have."""

    def to_dict(self) -> dict[str, Any]:
        """One object of ``"speakers"`` in the JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "aliases": list(self.aliases),
            "kind": self.kind,
            "role": self.role,
            "affiliation": self.affiliation,
            "mentions": _spans(self.mentions),
            "roles": _spans(self.roles),
            "affiliations": _spans(self.affiliations),
            "quotes": self.quotes,
            "words": self.words,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Speaker:
        """What :meth:`to_dict` has made."""
        inner = {name: _to_spans(value[name]) for name in _SPANS_OF_A_SPEAKER}
        return cls(**{name: value[name] for name in cls._fields} | inner | {"aliases": tuple(value["aliases"])})


class NonQuote(NamedTuple):
    """Words between marks that nobody said: a title, a name, a term."""

    text: str
    start: int
    end: int
    reason: str
    """Why the marks hold no quote: ``title``, ``name``, ``term``, ``noise``"""

    def to_dict(self) -> dict[str, Any]:
        """One object of ``"non_quotes"`` in the JSON."""
        return {"text": self.text, "start": self.start, "end": self.end, "reason": self.reason}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> NonQuote:
        """What :meth:`to_dict` has made."""
        return cls(*(value[name] for name in cls._fields))


class Trail(NamedTuple):
    """What was asked about one stretch of text; recorded while it ran (``analyze(…, trace=True)``)."""

    text: str
    start: int
    end: int
    question: str
    """The question of :mod:`qattr.rules.speech` that said what the marks hold; empty where there are none."""
    rules: tuple[str, ...] = ()
    """The rules that were asked before one answered, in order."""
    links: tuple[str, ...] = ()
    """The links that were asked before one led to the speaker, in order."""


class Document(NamedTuple):
    """One analysed article: the result of :func:`qattr.analyze`."""

    text: str
    """The text as it was given; spans count its code points."""
    source: str | None
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    non_quotes: tuple[NonQuote, ...]
    trails: tuple[Trail, ...] | None = None
    """What was asked about each quote, fragment and non-quote; ``None`` unless a trace was asked for."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of this article (DESIGN: the public contract)."""
        return {
            "source": self.source,
            "quotes": [q.to_dict() for q in self.quotes],
            "speakers": [s.to_dict() for s in self.speakers],
            "non_quotes": [n.to_dict() for n in self.non_quotes],
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any], text: str | None = None) -> Document:
        """``Document.from_dict(document.to_dict(), document.text)`` is the document again (but for ``link``).

        ``value`` is one object of the JSON.  Without ``text`` it is the object's own (``--with-text``), or empty: what
        looks into the text, as :meth:`html` does, then has nothing to look at.  Raises ValueError for what is no such
        object, or where a quote's offsets do not give its words.
        """
        try:
            document = cls(
                value.get("text", "") if text is None else text,
                value["source"],
                tuple([Quote.from_dict(quote) for quote in value["quotes"]]),
                tuple([Speaker.from_dict(speaker) for speaker in value["speakers"]]),
                tuple([NonQuote.from_dict(non_quote) for non_quote in value["non_quotes"]]),
            )
        except KeyError as error:
            raise ValueError(f"not a document of qattr: no field {error}") from None
        except (TypeError, AttributeError) as error:
            raise ValueError(f"not a document of qattr: {error}") from None
        for quote in document.quotes if document.text else ():
            if document.text[quote.start : quote.end] != quote.text:
                raise ValueError(f"not the document's text: {quote.start}:{quote.end} is not {quote.text[:60]!r}")
        return document

    def html(self) -> str:
        """One self-contained page with the quotes marked, as ``--format html`` writes it."""
        return _printed(self, "page", "page_of")

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return _printed(self, "notebook", "render")


def _printed(document: Document, module: str, function: str) -> str:
    """What a module of :mod:`qattr.output` makes of a document.

    It is looked up by name when somebody asks: the model depends on nothing that prints it, and loads none of it.
    """
    return str(getattr(import_module(f"qattr.output.{module}"), function)(document))

"""A person's corrections put in the place of the engine's answers: ``--overrides review.json``.

The file is what the review page saves, or any gold.  What it says of an article is the whole answer: a quote that it
has not is gone.  A quote on which it agrees with the engine stays as the engine has answered it, rule and all; any
other has the rule ``by hand`` and the confidence 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from qattr.evaluate.gold import GoldError, checked, objects
from qattr.lexicon import DEFAULT
from qattr.model import Cue, Document, Kind, NonQuote, Quote, Span, Speaker
from qattr.output.review import article_id
from qattr.reading.opening import explain_error
from qattr.reading.types import Unreadable

Json = dict[str, Any]
BY_HAND = "by hand"
"""The rule of what a person has answered, and the reason of what a person calls no quote."""
_BREAK = re.compile(r"\r\n|\r|\n")


class Corrections(NamedTuple):
    """What a person says of some articles, by the names that an article may go by; cheap to send to a process."""

    by_source: dict[str, Json]
    by_name: dict[str, Json]

    def apply(self, document: Document) -> Document:
        """The document as a person has it; one that nobody has corrected comes back as it is.

        Raises :class:`~qattr.reading.types.Unreadable` where the article is no longer the one that was corrected.
        """
        source = document.source or "-"
        gold = self.by_source.get(source) or self.by_name.get(article_id(source))
        if gold is None:
            return document
        try:
            if gold.get("text", document.text) != document.text:
                raise GoldError("the text differs")
            checked(gold, source, document.text, source)
        except GoldError as error:
            step = "Correct it again, or leave out --overrides for it"
            raise Unreadable(f"not the article that was corrected ({error})", step) from None
        return corrected(document, gold)


def read_corrections(path: str) -> Corrections:
    """The articles of a file of gold (one object, one a line, or an array).  Raises GoldError."""
    by_source, by_name = {}, {}
    try:
        values = list(objects(Path(path)))
    except OSError as error:
        raise GoldError(f"{path}: {explain_error(error)[0]}. Check the name") from None
    for value in values:
        if not isinstance(value.get("quotes"), list):
            raise GoldError(f"{path}: no list of quotes. See qattr --schema gold")
        if value.get("source"):
            by_source[str(value["source"])] = value
        by_name[str(value.get("id") or Path(path).stem)] = value
    return Corrections(by_source, by_name)


def corrected(document: Document, gold: Json) -> Document:
    """The document with exactly the quotes of the gold; speakers are counted again, in the order of their quotes."""
    answered = {(quote.start, quote.end): quote for quote in document.quotes}
    wanted = sorted(gold["quotes"], key=lambda quote: (quote["start"], -quote["end"]))
    voices = _Voices(document)
    quotes = []
    for identifier, want in enumerate(wanted, 1):
        engine = answered.get((want["start"], want["end"]))
        quote = engine if engine is not None and _agrees(engine, want) else _by_hand(document, want, engine)
        number = voices.heard(quote, want)
        quotes.append(quote._replace(id=identifier, speaker_id=number))
    reasons = {(mark.start, mark.end): mark.reason for mark in document.non_quotes}
    marks = sorted((mark["start"], mark["end"], mark["text"]) for mark in gold.get("non_quotes", ()))
    non_quotes = tuple(NonQuote(text, a, b, reasons.get((a, b), BY_HAND)) for a, b, text in marks)
    return document._replace(quotes=tuple(quotes), speakers=voices.speakers(quotes), non_quotes=non_quotes)


def _agrees(quote: Quote, want: Json) -> bool:
    """Whether a quote of the engine is as a person left it: then it stays with its rule and confidence."""
    cue = want.get("cue")
    return (
        (quote.type, quote.speaker, quote.role) == (want["type"], want["speaker"], want.get("role"))
        and list(quote.co_speakers) == list(want.get("co_speakers") or ())
        and (quote.cue is None if cue is None else quote.cue is not None and quote.cue.start == cue["start"])
    )


def _by_hand(document: Document, want: Json, engine: Quote | None) -> Quote:
    """The quote as a person wrote it, with what the engine knows of it where they name the same speaker."""
    same = engine is not None and engine.speaker == want["speaker"] and engine.role == want.get("role")
    fields: Json = {
        "id": 0,
        "type": want["type"],
        "text": want["text"],
        "start": want["start"],
        "end": want["end"],
        "line": sum(1 for _ in _BREAK.finditer(document.text, 0, want["start"])) + 1,
        "fragments": tuple(Span.from_dict(span) for span in want.get("fragments") or ()),
        "cue": _cue(want.get("cue"), document.quotes),
        "mention": Span.from_dict(want["mention"]) if want.get("mention") else None,
        "speaker": want["speaker"],
        "speaker_id": None,
        "co_speakers": tuple(want.get("co_speakers") or ()),
        "role": want.get("role"),
        "affiliation": engine.affiliation if engine is not None and same else None,
        "rule": BY_HAND,
        "confidence": 1.0,
    }
    return Quote(**fields)


def _cue(want: Json | None, quotes: Iterable[Quote]) -> Cue | None:
    """The cue as a person marked it: the engine's own at that place, else its lemma and act from the lexicon."""
    if want is None:
        return None
    for quote in quotes:
        if quote.cue is not None and (quote.cue.start, quote.cue.end) == (want["start"], want["end"]):
            return quote.cue
    known = DEFAULT.cues.get(want["text"].casefold())
    lemma, act = known[:2] if known else (want["text"].casefold(), "say")
    return Cue(want["text"], want["start"], want["end"], lemma, act)


class _Voices:
    """Who is quoted, numbered by their first quotes; the engine's speaker where it has one of that name."""

    def __init__(self, document: Document) -> None:
        self.known = {name: s for s in document.speakers for name in (*reversed(s.aliases), s.name)}
        self.found: dict[str, Speaker] = {}

    def heard(self, quote: Quote, want: Json) -> int | None:
        """The number of a quote's speaker, ``None`` for nobody."""
        for name in (quote.speaker, *quote.co_speakers):
            if name and name not in self.found:
                self.found[name] = self._made(name, quote, want)
        return self.found[quote.speaker].id if quote.speaker else None

    def _made(self, name: str, quote: Quote, want: Json) -> Speaker:
        """A new entry of ``speakers`` under this name, with what the engine knew of it."""
        first = name == quote.speaker
        role, affiliation = (quote.role, quote.affiliation) if first else (None, None)
        number = len(self.found) + 1
        if name in self.known:
            known = self.known[name]
            aliases = tuple(alias for alias in (known.name, *known.aliases) if alias != name)
            shown = (role, affiliation) if first else (known.role, known.affiliation)
            return known._replace(id=number, name=name, aliases=aliases, role=shown[0], affiliation=shown[1])
        kind: Kind = (want.get("kind") or "person") if first else "person"
        aliases = tuple(want.get("aliases") or ()) if first else ()
        mentions = (quote.mention,) if first and quote.mention else ()
        return Speaker(number, name, aliases, kind, role, affiliation, mentions, (), (), 0, 0)

    def speakers(self, quotes: list[Quote]) -> tuple[Speaker, ...]:
        """The entries that were asked for, with their quotes and words counted."""
        counted = []
        for name, speaker in self.found.items():
            said = [quote.text for quote in quotes if name == quote.speaker or name in quote.co_speakers]
            counted.append(speaker._replace(quotes=len(said), words=len(" ".join(said).split())))
        return tuple(counted)

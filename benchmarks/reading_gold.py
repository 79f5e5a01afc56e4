"""The right answers to one article, in the form of the gold: what the engine printed, with a reader's corrections.

What the reader passed over is right as it was printed. The context of an attribution is left out: it is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from benchmarks.judged import Answer, Line, Range, kept, missed, nearest, overlap, settled, several, words

_FRAGMENT = re.compile(r'["“”„«]([^"“”„«»]+)["“”»]')

Fields = dict[str, str | None]
Key = tuple[str, ...]


class Item(NamedTuple):
    """A quote that there is: its right span, what the reader says of it, and the printed quote, if it was printed."""

    span: Range
    fields: Fields
    printed: Answer | None

    @property
    def speaker(self) -> str | None:
        """The right name of its source."""
        for field in ("speaker", "name"):
            if field in self.fields:
                return self.fields[field]
        return self.printed["speaker"] if self.printed else None

    @property
    def person_right(self) -> bool:
        """Whether the printed name, full or not, is that of the right source."""
        return self.printed is not None and self.printed["speaker"] is not None and "speaker" not in self.fields

    @property
    def type(self) -> str:
        """Its right type."""
        return self.fields.get("type") or (self.printed["type"] if self.printed else "indirect")


def items(text: str, answer: Answer, lines: list[Line]) -> list[Item]:
    """Every quote that there is in the article by the reader's word, in the order of the text."""
    fields, spans = settled(answer, lines), kept(text, answer, lines)
    found = [Item(spans[q["id"]], fields[q["id"]], q) for q in answer["quotes"] if q["id"] in spans]
    for line in lines:
        if line.quote is None:
            span = missed(text, line, (item.span for item in found))
            if span is not None:
                found.append(Item(span, line.fields, None))
    return sorted(found, key=lambda item: item.span)


class People:
    """Who is who in the article: the engine's speakers as far as the reader leaves them one person each."""

    def __init__(self, answer: Answer, found: list[Item]) -> None:
        self.items = found
        self.names: dict[Key, str] = {}
        for item in found:
            for name in (item.speaker, *several(item.fields.get("co"))):
                if name:
                    self.names.setdefault(words(name), name)
        self.speakers = {speaker["id"]: speaker for speaker in answer["speakers"]}
        self.right: dict[int, set[Key]] = {}
        self.wrong: dict[int, set[Key]] = {}
        for item in found:
            if item.printed and item.printed["speaker_id"] is not None and item.speaker:
                side = self.right if item.person_right else self.wrong
                side.setdefault(item.printed["speaker_id"], set()).add(words(item.speaker))

    def _forms(self, number: int) -> list[str]:
        """The names that the engine has for one of its speakers."""
        speaker = self.speakers[number]
        return [speaker["name"], *speaker["aliases"]]

    def _mixed(self, number: int) -> bool:
        """Whether the engine takes two people for one."""
        forms = {words(form) for form in self._forms(number)}
        return len(self.right.get(number, ())) > 1 or bool(forms & self.wrong.get(number, set()))

    def _of(self, key: Key) -> Iterator[int]:
        """The engine's speakers that are this person."""
        for number in self.speakers:
            if key in self.right.get(number, ()) or key in {words(form) for form in self._forms(number)}:
                yield number

    def aliases(self, name: str | None) -> list[str]:
        """Other forms of the name. None of them may make another person of the article right."""
        if not name:
            return []
        key = words(name)
        mine = [item for item in self.items if words(item.speaker) == key]
        refused = {words(i.printed["speaker"]) for i in mine if i.printed and "speaker" in i.fields}
        others = [other for other in self.names if other != key]
        sure = [item.printed["speaker"] for item in mine if item.printed and item.person_right]
        sure += [alias for item in mine for alias in several(item.fields.get("alias"))]
        forms = [form for form in sure if words(form) not in others]
        for number in self._of(key):
            for form in self._forms(number):
                own = words(form)
                ambiguous = any({*own} <= {*other} for other in others)
                foreign = self._mixed(number) and not {*own} & {*key}
                if own and not ambiguous and not foreign and own not in refused:
                    forms.append(form)
        return [form for form in dict.fromkeys(forms) if form != name]

    def role(self, item: Item) -> str | None:
        """The right role of the quote's source: as given here, as given or printed elsewhere for it, as printed."""
        if "role" in item.fields:
            return item.fields["role"]
        if item.person_right and item.printed:
            return _text(item.printed["role"])
        key = words(item.speaker)
        for other in self.items if key else ():
            if words(other.speaker) == key and "role" in other.fields:
                return other.fields["role"]
        for other in self.items if key else ():
            if words(other.speaker) == key and other.person_right and other.printed:
                return _text(other.printed["role"])
        for number in self._of(key) if key else ():
            if not self._mixed(number):
                return _text(self.speakers[number]["role"])
        return _text(item.printed["role"]) if item.printed else None

    def kind(self, item: Item) -> str:
        """What the source is: as given, as the engine has it, or a person where the name has a capital letter."""
        if not item.speaker:
            return "unnamed"
        key = words(item.speaker)
        given = [item, *(other for other in self.items if words(other.speaker) == key)]
        for other in given:
            if other.fields.get("kind"):
                return str(other.fields["kind"])
        for number in self._of(key):
            return str(self.speakers[number]["kind"])
        return "person" if any(word[:1].isupper() for word in item.speaker.split()) else "unnamed"

    def role_aliases(self, item: Item) -> list[str]:
        """Further roles that the reader allows for the same source, here or at another of its quotes."""
        key, role = words(item.speaker), self.role(item)
        mine = [item, *(other for other in self.items if key and words(other.speaker) == key)]
        allowed = [alias for other in mine for alias in several(other.fields.get("role_alias"))]
        allowed += [told for other in mine if (told := self.role(other))]
        return [alias for alias in dict.fromkeys(allowed) if alias != role]


def _text(value: Any) -> str | None:
    """A role of the engine's JSON; none where it is empty."""
    return str(value) if value else None


def _span(text: str, place: Range | None) -> dict[str, Any] | None:
    """A stretch of the text in the form of the gold."""
    return {"start": place[0], "end": place[1], "text": text[place[0] : place[1]]} if place else None


def _words_at(text: str, item: Item, field: str) -> dict[str, Any] | None:
    """The cue or the mention of a quote, as given or as printed."""
    if field in item.fields:
        given = item.fields[field]
        return _span(text, nearest(text, given, item.span)) if given else None
    printed = item.printed[field] if item.printed else None
    return _span(text, (printed["start"], printed["end"])) if printed else None


def _fragments(text: str, item: Item) -> list[dict[str, Any] | None]:
    """The marked words of a mixed quote; all of it where it lies inside its marks."""
    if item.type != "mixed":
        return []
    printed = item.printed
    if printed and printed["type"] == "mixed" and (printed["start"], printed["end"]) == item.span:
        return [_span(text, (part["start"], part["end"])) for part in printed["fragments"]]
    found = [match.span(1) for match in _FRAGMENT.finditer(text, *item.span)]
    return [_span(text, place) for place in found or [item.span]]


def _quote(text: str, item: Item, people: People) -> dict[str, Any]:
    """One quote in the form of the gold."""
    kind = people.kind(item)
    co = (
        several(item.fields["co"]) if "co" in item.fields else list(item.printed["co_speakers"] if item.printed else ())
    )
    start, end = item.span
    return {
        "type": item.type,
        "start": start,
        "end": end,
        "text": text[start:end],
        "cue": _words_at(text, item, "cue"),
        "mention": _words_at(text, item, "mention"),
        "speaker": item.speaker,
        "aliases": people.aliases(item.speaker),
        "co_speakers": [name for name in co if words(name) != words(item.speaker)],
        "role": None if kind == "organization" else people.role(item),
        "role_aliases": [] if kind == "organization" else people.role_aliases(item),
        "kind": kind,
        "fragments": _fragments(text, item),
        "optional": "optional" in item.fields,
    }


def _non_quotes(text: str, answer: Answer, lines: Iterable[Line], found: list[Item]) -> list[dict[str, Any] | None]:
    """Marks that are no speech: those that the engine found, and the direct quotes that the reader struck out."""
    spurious = {line.quote for line in lines if "spurious" in line.fields}
    struck = [q for q in answer["quotes"] if q["id"] in spurious and q["type"] == "direct"]
    places = sorted((mark["start"], mark["end"]) for mark in (*answer["non_quotes"], *struck))
    return [_span(text, p) for p in places if not any(overlap(p, item.span) >= 0.5 for item in found)]


def gold(name: str, text: str, answer: Answer, lines: Iterable[Line]) -> dict[str, Any]:
    """The gold of one article, as GUIDELINES.md has it, without contexts."""
    here = [line for line in lines if line.article == name]
    found = items(text, answer, here)
    people = People(answer, found)
    return {
        "id": name,
        "quotes": [_quote(text, item, people) for item in found],
        "non_quotes": _non_quotes(text, answer, here, found),
    }

"""What a reader wrote about one round of articles: the lines of a ``.judged`` file, and what cannot be read in them.

A line is ``ID <TAB> QUOTE-ID <TAB> FIELD=VALUE …`` for a printed quote that is not right, or ``ID <TAB> + <TAB> …``
for a quote that was missed. What is right has no line. Where a line names words of the article, they are looked for
with any blanks between them and with any form of the quotation marks; ``first words ... last words`` stands for all
between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Answer = dict[str, Any]
"""What the engine found in one article, as ``qattr.analyze(text).to_dict()`` gives it."""

TYPES = ("direct", "indirect", "mixed")
KINDS = ("person", "organization", "unnamed")
BARE = {"spurious", "optional"}
SHARED = {"optional", "speaker", "role", "role_alias", "alias", "co", "type", "cue", "span", "kind", "mention", "class"}
PRINTED = SHARED | {"spurious", "name"}
NEEDED = ("type", "span", "speaker")
"""The fields that the line of a missed quote cannot do without."""

_MARKS = "\"“”„‟«»'‘’‚‛`´"
_MARK = f"[{re.escape(_MARKS)}]"
_CUT = re.compile(r"\s+(?:\.\.\.|…)\s+")
_REACH = 300
"""How many characters from its quote a cue or a mention is looked for."""

Range = tuple[int, int]


class Line(NamedTuple):
    """One line of a judged file. ``quote`` is ``None`` for a missed quote."""

    number: int
    article: str
    quote: int | None
    fields: dict[str, str | None]


class Problem(NamedTuple):
    """What is wrong with a line. A note is worth a look, the line can be read all the same."""

    number: int
    text: str
    note: bool = False

    def __str__(self) -> str:
        return f"line {self.number}: {'note: ' if self.note else ''}{self.text}"


def words(text: str | None) -> tuple[str, ...]:
    """A name as words that can be compared: without what stands in brackets, in small letters."""
    return tuple(re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", text or "").casefold()))


def several(value: str | None) -> list[str]:
    """The names in ``A;B``; none for an empty value."""
    return [part.strip() for part in (value or "").split(";") if part.strip()]


def overlap(a: Range, b: Range) -> float:
    """The characters that two ranges share, of those that either covers."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


# ---------------------------------------------------------------------------- words in the article


def _pattern(phrase: str) -> str:
    """The phrase as a pattern: any blanks between its words, any form of its marks, no word cut at its start."""
    escaped = (re.sub(_MARK, lambda _: _MARK, re.escape(word).replace("\\'", "'")) for word in phrase.split())
    bare = r"\s+".join(escaped)
    return rf"(?<!\w){bare}" if phrase[:1].isalnum() else bare


def places(text: str, phrase: str) -> list[Range]:
    """Everywhere that the phrase stands in the text, also as ``first words ... last words``."""
    if not phrase.strip():
        return []
    whole = [match.span() for match in re.finditer(_ended(phrase), text)]
    parts = _CUT.split(phrase.strip())
    if whole or len(parts) < 2:
        return whole
    found = []
    for start in re.finditer(_pattern(parts[0]), text):
        at = start.end()
        for part in parts[1:]:
            following = re.compile(_ended(part)).search(text, at)
            if following is None:
                break
            at = following.end()
        else:
            found.append((start.start(), at))
    return found


def _ended(phrase: str) -> str:
    """The phrase as a pattern that cuts no word at its end either."""
    return _pattern(phrase) + (r"(?!\w)" if phrase[-1:].isalnum() else "")


def nearest(text: str, phrase: str, around: Range, reach: int = _REACH) -> Range | None:
    """Where the phrase stands closest to a range, outside it before inside it (a cue may be set into its clause)."""
    start, end = around

    def distance(place: Range) -> tuple[bool, int]:
        inside = start < place[1] and place[0] < end
        return inside, 0 if inside else max(start - place[1], place[0] - end)

    near = [place for place in places(text, phrase) if distance(place)[1] <= reach]
    return min(near, key=distance, default=None)


def _inner(text: str, span: Range, kind: str | None) -> Range:
    """The words of a direct quote without the marks around them, as the gold has them."""
    start, end = span
    if kind == "direct":
        while start < end and text[start] in _MARKS[:8]:
            start += 1
        while end > start and text[end - 1] in _MARKS[:8]:
            end -= 1
    return start, end


def corrected(text: str, phrase: str, printed: Answer, kind: str | None) -> Range | None:
    """The right span of a printed quote: of several places the one that covers most of what was printed."""
    was = (printed["start"], printed["end"])

    def fit(place: Range) -> tuple[float, int]:
        return -overlap(place, was), abs(place[0] - was[0])

    place = min(places(text, phrase), key=fit, default=None)
    return _inner(text, place, kind) if place else None


def missed(text: str, line: Line, taken: Iterable[Range]) -> Range | None:
    """The span of a missed quote: of several places one that no other quote covers, and the closest to its cue."""
    fields = line.fields
    covered, cue = list(taken), fields.get("cue")

    def fit(place: Range) -> tuple[bool, int, int]:
        at = nearest(text, cue, place) if cue else None
        far = max(place[0] - at[1], at[0] - place[1], 0) if at else _REACH
        return any(overlap(place, other) >= 0.5 for other in covered), far, place[0]

    place = min(places(text, fields.get("span") or ""), key=fit, default=None)
    return _inner(text, place, fields.get("type")) if place else None


# ---------------------------------------------------------------------------- reading the file


def _fields(number: int, parts: list[str], known: set[str]) -> tuple[dict[str, str | None], list[Problem]]:
    """The fields of a line, and what is no field of such a line."""
    fields: dict[str, str | None] = {}
    problems = []
    for part in filter(None, (p.strip() for p in parts)):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if name not in known:
            problems.append(Problem(number, f"unknown field {name[:40]!r} (known: {', '.join(sorted(known))})"))
        elif name in fields and name not in {"role_alias", "alias"}:
            problems.append(Problem(number, f"{name} is there twice"))
        elif not equals and name not in BARE:
            problems.append(Problem(number, f"{name} has no value: write {name}=… ({name}=null for none)"))
        elif name in fields:
            fields[name] = f"{fields[name]};{value}"
        else:
            fields[name] = None if value == "null" or not value else value
    return fields, problems


def parse(path: Path) -> tuple[list[Line], list[Problem]]:
    """The lines of a file, and what is no line. Passed over: empty lines, and what begins with #."""
    lines, problems = [], []
    for number, row in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        row = row.rstrip("\r")
        if not row.strip() or row.startswith("#"):
            continue
        parts = row.split("\t")
        if len(parts) < 3:
            problems.append(Problem(number, "fewer than three parts: ID <TAB> QUOTE-ID or + <TAB> FIELD=VALUE"))
            continue
        article, which = parts[0].strip(), parts[1].strip()
        if which != "+" and not which.isdecimal():
            problems.append(Problem(number, f"quote id {which[:20]!r} is neither a number nor +"))
            continue
        fields, wrong = _fields(number, parts[2:], SHARED if which == "+" else PRINTED)
        problems += wrong
        lines.append(Line(number, article, None if which == "+" else int(which), fields))
    return lines, problems


# ---------------------------------------------------------------------------- what cannot be read


def check(path: Path, texts: dict[str, str], answers: dict[str, Answer]) -> list[Problem]:
    """Every line of the file that cannot be read, and notes on lines that are likely to mean something else."""
    lines, problems = parse(path)
    seen: dict[tuple[str, int], int] = {}
    for line in lines:
        if line.article not in texts:
            problems.append(Problem(line.number, f"no article {line.article!r} in this round"))
            continue
        quotes = {quote["id"]: quote for quote in answers[line.article]["quotes"]}
        if line.quote is not None and line.quote not in quotes:
            ids = f"1 to {len(quotes)}" if quotes else "none"
            problems.append(Problem(line.number, f"no quote {line.quote} in {line.article} (printed: {ids})"))
            continue
        if line.quote is not None:
            first = seen.setdefault((line.article, line.quote), line.number)
            if first != line.number:
                problems.append(Problem(line.number, f"quote {line.quote} is judged in line {first} already"))
        problems += _values(line)
        text = texts[line.article]
        problems += _printed(line, text, quotes[line.quote]) if line.quote is not None else _missed(line, text)
    if not any(not problem.note for problem in problems):
        problems += _twice(lines, texts, answers)
    return sorted(problems)


def _values(line: Line) -> Iterator[Problem]:
    """Values that are none of those that the field can have."""
    fields = line.fields
    for name, known in (("type", TYPES), ("kind", KINDS)):
        if name in fields and fields[name] not in known:
            yield Problem(line.number, f"{name}={fields[name]}: one of {', '.join(known)}")
    for name in ("name", "span"):
        if name in fields and not fields[name]:
            yield Problem(line.number, f"{name} is empty")


def _missed(line: Line, text: str) -> Iterator[Problem]:
    """What cannot be read in the line of a missed quote."""
    for name in NEEDED:
        if name not in line.fields:
            yield Problem(line.number, f"a missed quote needs {name}=…")
    if "role" not in line.fields and line.fields.get("kind") == "person":
        yield Problem(line.number, "no role given: taken as role=null", note=True)
    yield from _found(line, text, missed(text, line, ()), None)


def _printed(line: Line, text: str, quote: Answer) -> Iterator[Problem]:
    """What cannot be read in the line of a printed quote, or contradicts what is printed."""
    fields, printed = line.fields, quote["speaker"]
    if "spurious" in fields and set(fields) - {"spurious", "class"}:
        yield Problem(line.number, "a spurious quote has no other field but class")
    if not set(fields) - {"class"}:
        yield Problem(line.number, "says nothing of the quote")
    if "speaker" in fields and "name" in fields:
        yield Problem(line.number, "speaker= (another person) and name= (the same person) exclude each other")
    elif "name" in fields and (printed is None or fields["name"] == printed):
        yield Problem(line.number, "name= is as printed" if printed else "no name is printed: write speaker=")
    elif "speaker" in fields:
        yield from _speaker(line, quote)
    span = (quote["start"], quote["end"])
    if "span" in fields:
        span = corrected(text, fields["span"] or "", quote, fields.get("type", quote["type"])) or span
        found = bool(fields["span"]) and bool(places(text, fields["span"] or ""))
        if found and not overlap(span, (quote["start"], quote["end"])):
            yield Problem(line.number, "the span is elsewhere: spurious and a + line?", note=True)
    yield from _found(line, text, span, quote)


def _speaker(line: Line, quote: Answer) -> Iterator[Problem]:
    """A speaker that is the printed one, or may be the same person."""
    name, printed = line.fields["speaker"], quote["speaker"]
    if name == printed or (name and words(name) == words(printed)):
        yield Problem(line.number, f"speaker={name or 'null'} is what is printed")
    elif name and printed and {*words(name)} & {*words(printed)}:
        yield Problem(line.number, f"is {name!r} another person than {printed!r}? If not, write name=", note=True)
    if name and "role" not in line.fields:
        yield Problem(line.number, "speaker= without role=: write the right role, or role=null", note=True)


def _found(line: Line, text: str, span: Range | None, quote: Answer | None) -> Iterator[Problem]:
    """Words that the line names and the article has not, or not near the quote."""
    fields = line.fields
    if fields.get("span") and not places(text, fields["span"] or ""):
        yield Problem(line.number, f"span not found: {_short(fields['span'])}")
        return
    for name in ("cue", "mention"):
        phrase = fields.get(name)
        if phrase and span and nearest(text, phrase, span) is None:
            yield Problem(line.number, f"{name} not found near the quote: {_short(phrase)}")
    have = {*words(re.sub(r"[()]", " ", text))}
    for name in ("speaker", "name", "co"):
        for person in several(fields.get(name)):
            absent = [word for word in words(person) if word not in have]
            if absent:
                yield Problem(line.number, f"{name}: the article has no word {absent[0]!r}", note=True)


def _twice(lines: list[Line], texts: dict[str, str], answers: dict[str, Answer]) -> Iterator[Problem]:
    """Missed quotes that are printed all the same, or that two lines name."""
    for article in dict.fromkeys(line.article for line in lines):
        here = [line for line in lines if line.article == article]
        taken = [(span, f"quote {number}") for number, span in kept(texts[article], answers[article], here).items()]
        for line in here:
            if line.quote is not None:
                continue
            span = missed(texts[article], line, (s for s, _ in taken))
            if span is None:
                continue
            for other, name in taken:
                if overlap(span, other) >= 0.5:
                    yield Problem(line.number, f"the missed quote covers the same words as {name}")
                    break
            taken.append((span, f"line {line.number}"))


def settled(answer: Answer, lines: Iterable[Line]) -> dict[int, dict[str, str | None]]:
    """What the reader says of every printed quote, by its id.

    A fuller name and a fuller role are the source's in the whole article: given at one quote, they hold for the others
    of the same printed speaker, unless those have a name, a role or another speaker of their own.
    """
    said = {line.quote: line.fields for line in lines if line.quote is not None}
    fields = {quote["id"]: dict(said.get(quote["id"], {})) for quote in answer["quotes"]}
    for field, printed in (("name", "speaker"), ("role", "role")):
        given: dict[tuple[Any, Any], set[str | None]] = {}
        groups: dict[tuple[Any, Any], list[int]] = {}
        for quote in answer["quotes"]:
            own, key = fields[quote["id"]], (quote["speaker_id"], quote[printed])
            if quote["speaker_id"] is None or "speaker" in own or "spurious" in own:
                continue
            if field in own:
                given.setdefault(key, set()).add(own[field])
            else:
                groups.setdefault(key, []).append(quote["id"])
        for key, values in given.items():
            if len(values) == 1:
                for number in groups.get(key, ()):
                    fields[number][field] = next(iter(values))
    return fields


def kept(text: str, answer: Answer, lines: Iterable[Line]) -> dict[int, Range]:
    """The printed quotes of an article that are quotes, by their ids, each with its right span."""
    said = {line.quote: line.fields for line in lines if line.quote is not None}
    spans: dict[int, Range] = {}
    for quote in answer["quotes"]:
        fields = said.get(quote["id"], {})
        if "spurious" in fields:
            continue
        right = corrected(text, fields.get("span") or "", quote, fields.get("type", quote["type"]))
        spans[quote["id"]] = right or (quote["start"], quote["end"])
    return spans


def _short(phrase: str | None) -> str:
    """A phrase with its middle left out."""
    parts = (phrase or "").split()
    return " ".join(parts if len(parts) <= 12 else [*parts[:6], "…", *parts[-5:]])

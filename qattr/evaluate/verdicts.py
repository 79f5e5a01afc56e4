"""One article judged: a verdict for every quote that counts, found, missed or spurious."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from qattr.evaluate.gold import Gold
from qattr.evaluate.matching import LEAST_OTHER, Json, match
from qattr.evaluate.names import SAME, name_key, overlap, same_role, token_f1, trim


class Verdict(NamedTuple):
    """What is to be said of one quote: ``want`` alone is missed, ``got`` alone is spurious, both are found."""

    want: Json | None
    got: Json | None
    exact: bool = False
    """The trimmed spans are equal."""
    speaker: bool = False
    """The right source: its name, an alias of it or a co-speaker."""
    full: bool = False
    """Under the fullest name."""
    wrong: bool = False
    """Somebody else is named; an unknown speaker is not right, but not wrong either."""
    role: bool = False
    """Asked only where the speaker is right."""
    cue: bool = False
    type: bool = False

    @property
    def found(self) -> bool:
        """Whether the gold has the quote and the answer too."""
        return self.want is not None and self.got is not None

    @property
    def kind(self) -> str:
        """The type it is counted under: the gold's where there is one."""
        quote = self.want or self.got
        assert quote is not None
        return str(quote["type"])


class Judged(NamedTuple):
    """One article with its verdicts, those with a gold quote first and in its order."""

    name: str
    verdicts: tuple[Verdict, ...]
    non_speech: int
    """How many spurious quotes are marks of which the gold says that they hold no speech."""
    bad_offsets: tuple[str, ...]
    """Answered spans whose offsets do not give their text; always empty for qattr's own."""
    context: dict[str, Counter[str]]
    """Of the found quotes whose gold is annotated for it: field -> how often in ``gold``, ``pred`` and ``right``."""
    answered: bool = True
    """False when there is no answer for this article at all."""


def judge(gold: Gold, answer: Json | None) -> Judged:
    """The verdicts on one article; ``answer`` is the JSON object of the article, ``None`` where there is none."""
    quotes: list[Json] = gold.quotes
    answered: list[Json] = answer["quotes"] if answer else []
    chosen = match(gold.text, quotes, answered)
    verdicts = []
    context: dict[str, Counter[str]] = {}
    for g, want in enumerate(quotes):
        if want.get("optional"):
            continue
        got = answered[chosen[g]] if g in chosen else None
        verdicts.append(Verdict(want, None) if got is None else _found(gold.text, want, got))
        if got is not None:
            _count_context(context, want, got)
    non_speech = 0
    for got in _spurious(quotes, answered, chosen):
        verdicts.append(Verdict(None, got))
        non_speech += _in_non_quote(gold, got)
    bad = tuple(line for got in answered if (line := _bad_offsets(gold.text, got)))
    return Judged(gold.name, tuple(verdicts), non_speech, bad, context, answer is not None)


def _found(text: str, want: Json, got: Json) -> Verdict:
    """How a quote that was found compares with the gold's, figure by figure."""
    key = name_key(got.get("speaker"))
    sources = {name_key(name) for name in (want["speaker"], *want.get("co_speakers", []))}
    right = key in sources or key in {name_key(name) for name in want.get("aliases", [])}
    return Verdict(
        want,
        got,
        exact=trim(text, want["start"], want["end"]) == trim(text, got["start"], got["end"]),
        speaker=right,
        full=key in sources,
        wrong=bool(got.get("speaker")) and not right,
        role=right and same_role((want.get("role"), *want.get("role_aliases", [])), got.get("role")),
        cue=(span_text(want.get("cue")) or "").casefold() == (span_text(got.get("cue")) or "").casefold(),
        type=want["type"] == got["type"],
    )


def _spurious(quotes: list[Json], answered: list[Json], chosen: dict[int, int]) -> Iterator[Json]:
    """The answered quotes that match no gold quote, those left out that no figure counts."""
    taken = set(chosen.values())
    for a, got in enumerate(answered):
        if a in taken:
            continue
        touched = [g for g, want in enumerate(quotes) if overlap(_span(want), _span(got))]
        if touched and all(quotes[g].get("optional") for g in touched):
            continue
        if any(g in chosen and quotes[g]["type"] == "mixed" and _holds(quotes[g], got) for g in touched):
            continue  # another fragment of a mixed quote that is found
        yield got


def _span(quote: Json) -> tuple[int, int]:
    """(start, end)"""
    return quote["start"], quote["end"]


def _holds(outer: Json, inner: Json) -> bool:
    """Whether one quote lies inside another."""
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _in_non_quote(gold: Gold, got: Json) -> bool:
    """Whether an answer covers what the gold marks as no quote."""
    span = trim(gold.text, *_span(got))
    return any(overlap(trim(gold.text, *_span(mark)), span) >= LEAST_OTHER for mark in gold.non_quotes)


def _bad_offsets(text: str, got: Json) -> str | None:
    """``OFFSETS 3:9 do not give 'Harga'``; ``None`` where they do."""
    start, end = _span(got)
    if 0 <= start <= end <= len(text) and got["text"] == text[start:end]:
        return None
    return f"OFFSETS {start}:{end} do not give {got['text'][:60]!r}"


def _count_context(counts: dict[str, Counter[str]], want: Json, got: Json) -> None:
    """Adds what one pair says of time, place, occasion and addressee."""
    for field, given, guess, right in context_of(want, got):
        of = counts.setdefault(field, Counter())
        of["gold"] += bool(given)
        of["pred"] += bool(guess)
        of["right"] += right


def context_of(want: Json, got: Json) -> Iterator[tuple[str, str | None, str | None, bool]]:
    """``(field, wanted, answered, right)`` for each field of a gold quote's context."""
    for field, span in (want.get("context") or {}).items():
        given, guess = span_text(span), span_text((got.get("context") or {}).get(field))
        yield field, given, guess, bool(given and guess and token_f1(given, guess) >= SAME)


def span_text(value: Any) -> str | None:
    """The text of a span, which may be the text itself."""
    if value is None:
        return None
    return str(value["text"]) if isinstance(value, dict) else str(value)

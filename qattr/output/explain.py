"""``--explain``: for each quote the rules in order, which one answered, on which words, and what linked it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from qattr.entities import links as speakers
from qattr.model import Document, Quote, Trail
from qattr.output import Style
from qattr.output.palette import of, paint
from qattr.output.safe import one_line
from qattr.reading.types import Article
from qattr.rules import direct as attribution
from qattr.rules import indirect
from qattr.rules.speech import QUESTIONS

_REASONS = {
    "title": "the marks hold the title of a work",
    "name": "the marks hold a name",
    "term": "the marks hold a term, a word as a word, or irony",
    "noise": "the line is no part of the article",
}


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """A block a quote and a block for marks that hold none, each with what decided."""
    lines = [paint(one_line(document.source or "-"), "bold", "underline", color=style.color), ""]
    trails = {(trail.start, trail.end): trail for trail in document.trails or ()}
    for quote in document.quotes:
        lines.extend(_quote(quote, trails.get((quote.start, quote.end)), style))
        lines.append("")
    for other in document.non_quotes:
        why = _REASONS.get(other.reason)
        lines.append(f"no quote  {other.start}-{other.end}  {_clip(other.text, style)}")
        lines.append(f"  reason   {other.reason}{': ' + why if why else ''}")
        trail = trails.get((other.start, other.end))
        if trail and trail.question:
            lines.append(f"  marks    {_question(trail.question)}")
        lines.append("")
    if not document.quotes and not document.non_quotes:
        lines += ["nothing found: no quotation marks that hold speech, no reporting verb with a clause", ""]
    return "\n".join(lines)


def _quote(q: Quote, trail: Trail | None, style: Style) -> Iterator[str]:
    """The lines for one quote; the trail tells what was asked while the article was read."""
    name = one_line(", ".join((q.speaker or "unknown", *q.co_speakers)))
    yield f"quote {q.id}  {q.type}  line {q.line}  {q.start}-{q.end}  {_clip(q.text, style)}"
    role = q.role or q.affiliation
    painted = paint(name, "bold", of(q.speaker_id), color=style.color)
    yield f"  speaker  {painted}{', ' + one_line(role) if role else ''}"
    if trail and trail.question:
        yield f"  marks    {_question(trail.question)}"
    if q.cue:
        yield f"  cue      {one_line(q.cue.text)}  {q.cue.start}-{q.cue.end}  (root {q.cue.lemma}, act {q.cue.act})"
    else:
        yield "  cue      none of its own"
    if q.mention:
        yield f"  mention  {one_line(q.mention.text)}  {q.mention.start}-{q.mention.end}"
    else:
        yield "  mention  none: the pointer is in the cue, or the context alone says who"
    for name, words in zip(q.context._fields, q.context, strict=True):
        if words:
            yield f"  {name:<9}{one_line(words.text)}  {words.start}-{words.end}"
    yield f"  link     {_link(q)}"
    for name in trail.links if trail else ():
        yield f"           - {name} found nobody"
    yield f"  rules    {q.rule} answered (confidence {q.confidence:.2f})"
    for name in trail.rules if trail else ():
        yield f"           - {name} did not apply"
    example = example_of(named(RULES).get(q.rule))
    yield paint(f"           = {q.rule}", "bold", color=style.color) + (f"  as in: {example}" if example else "")


def _link(q: Quote) -> str:
    """``short_name: A part of a longer name …``; why there is none."""
    if q.link:
        meaning = meaning_of(named(speaker_links()).get(q.link))
        return f"{q.link}{': ' + meaning if meaning else ''}"
    return "none: no single source fits" if q.speaker is None else "none needed"


def _question(name: str) -> str:
    """The question that said what the marks hold, and what it means."""
    return f"{name}: {meaning_of(named(QUESTIONS).get(name))}"


def _clip(text: str, style: Style) -> str:
    """The words on one line, cut to the terminal's width."""
    words = one_line(text)
    room = max(20, style.width - 34)
    return words if style.full or len(words) <= room else words[: room - 1].rstrip() + ("..." if style.ascii else "…")


# -------------------------------------------------------------------------------- rules and links

Function = Callable[..., Any]


RULES: list[Function] = [*attribution.RULES, *indirect.RULES]
"""Every rule, those for quoted spans first."""


def speaker_links() -> list[Function]:
    """Every way from a mention to its source, in order; the ways from name to name come first."""
    return [*getattr(speakers, "NAME_LINKS", ()), *speakers.LINKS]


def named(functions: Sequence[Function]) -> dict[str, Function]:
    """Name -> function."""
    return {function.__name__: function for function in functions}


def example_of(function: Function | None) -> str:
    """The example sentence that a rule's docstring begins with."""
    text = (function.__doc__ or "").strip() if function else ""
    return text.splitlines()[0].strip() if text else ""


def whole_example_of(function: Function) -> list[str]:
    """The lines of that example: a sentence, and the quote below it where the rule goes over paragraphs."""
    text = (function.__doc__ or "").strip().split("\n\n")[0]
    return [line.strip() for line in text.splitlines()]


def meaning_of(function: Function | None) -> str:
    """What a rule's docstring says behind its example, or the example where it says no more."""
    lines = [line.strip() for line in (function.__doc__ or "").strip().splitlines()] if function else []
    return " ".join(filter(None, lines[1:])) or (lines[0] if lines else "")


def list_rules(style: Style) -> str:
    """``--rules``: all rules and links in the order in which they are asked, with their examples."""
    groups: list[tuple[str, Sequence[Function]]] = [
        ("Rules for words between quotation marks", attribution.RULES),
        ("Rules for reported clauses without marks, and for mixed quotes", indirect.RULES),
        ("Links from the words at a quote to the source", speaker_links()),
    ]
    lines = []
    for title, functions in groups:
        lines.append(paint(f"{title}, strongest first", "bold", color=style.color))
        for number, function in enumerate(functions, 1):
            lines.append(f"{number:3}. {paint(function.__name__, 'cyan', color=style.color)}")
            lines.extend(f"     {line}" for line in whole_example_of(function))
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"

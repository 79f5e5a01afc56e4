"""``json``: one article, one object, one line; the public contract that ``qattr --schema`` describes.

The bytes are ASCII-safe where it matters: control characters, line separators and marks of direction are written as
``\\uXXXX``, so that a line is a line for every reader and no escape sequence reaches a terminal; so are lone
surrogates, which UTF-8 does not have.
"""

from __future__ import annotations

import json
import math
import re
from json.encoder import encode_basestring as _quoted
from typing import Any

from qattr.model import NO_CONTEXT, Context, Cue, Document, Moment, NonQuote, Quote, Span, Speaker
from qattr.output import Style
from qattr.reading.types import Article

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """What the library makes of :meth:`qattr.model.Document.to_dict`, character for character.

    The types of the model are written here one by one: dictionaries made for the library to walk over cost twice as
    much, which is a twentieth of all time spent on many articles."""
    members = [f'"source":{_string(document.source)}']
    if style.with_text or item.extracted:
        members.append(f'"text":{_quoted(document.text)}')
    if item.meta is not None:
        members.append(f'"meta":{_json(item.meta)}')
    members.append(f'"quotes":[{",".join(map(_quote, document.quotes))}]')
    members.append(f'"speakers":[{",".join(map(_speaker, document.speakers))}]')
    members.append(f'"non_quotes":[{",".join(map(_non_quote, document.non_quotes))}]')
    return _line(f"{{{','.join(members)}}}")


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


# ------------------------------------------------------------------------------- the types of the model


def _quote(quote: Quote) -> str:
    """A quote as JSON."""
    (
        identifier, kind, text, start, end, line, fragments, cue, mention, speaker, number, others, role, affiliation,
        rule, confidence, _, context,
    ) = quote  # fmt: skip
    return (
        f'{{"id":{identifier},"type":"{kind}","text":{_quoted(text)},"start":{start},"end":{end},"line":{line}'
        f',"fragments":{_spans(fragments)},"cue":{_NULL if cue is None else _cue(cue)}'
        f',"mention":{_NULL if mention is None else _span(mention)},"speaker":{_string(speaker)}'
        f',"speaker_id":{_NULL if number is None else number},"co_speakers":{_strings(others)}'
        f',"role":{_string(role)},"affiliation":{_string(affiliation)}'
        f',"context":{_NO_CONTEXT if context == NO_CONTEXT else _context(context)}'
        f',"rule":{_quoted(rule)},"confidence":{confidence}}}'
    )


def _context(context: Context) -> str:
    """When, where, on what occasion and to whom as JSON."""
    time, *others = context
    places = ",".join(
        f'"{name}":{_NULL if span is None else _span(span)}'
        for name, span in zip(("place", "occasion", "addressee"), others, strict=True)
    )
    return f'{{"time":{_NULL if time is None else _moment(time)},{places}}}'


def _moment(moment: Moment) -> str:
    """A time with its date as JSON."""
    text, start, end, date = moment
    return f'{{"text":{_quoted(text)},"start":{start},"end":{end},"date":{_string(date)}}}'


_NO_CONTEXT = '{"time":null,"place":null,"occasion":null,"addressee":null}'


def _speaker(speaker: Speaker) -> str:
    """A speaker as JSON."""
    identifier, name, aliases, kind, role, affiliation, mentions, roles, affiliations, quotes, words = speaker
    return (
        f'{{"id":{identifier},"name":{_quoted(name)},"aliases":{_strings(aliases)},"kind":"{kind}"'
        f',"role":{_string(role)},"affiliation":{_string(affiliation)},"mentions":{_spans(mentions)}'
        f',"roles":{_spans(roles)},"affiliations":{_spans(affiliations)},"quotes":{quotes},"words":{words}}}'
    )


def _cue(cue: Cue) -> str:
    """A cue as JSON."""
    text, start, end, lemma, act = cue
    return f'{{"text":{_quoted(text)},"start":{start},"end":{end},"lemma":{_quoted(lemma)},"act":{_quoted(act)}}}'


def _non_quote(non_quote: NonQuote) -> str:
    """Marks that hold no quote as JSON."""
    text, start, end, reason = non_quote
    return f'{{"text":{_quoted(text)},"start":{start},"end":{end},"reason":{_quoted(reason)}}}'


def _span(span: Span) -> str:
    """A span as JSON."""
    text, start, end = span
    return f'{{"text":{_quoted(text)},"start":{start},"end":{end}}}'


def _spans(spans: tuple[Span, ...]) -> str:
    """Spans as a JSON array."""
    return f"[{','.join(map(_span, spans))}]" if spans else "[]"


def _strings(values: tuple[str, ...]) -> str:
    """Strings as a JSON array."""
    return f"[{','.join(map(_quoted, values))}]" if values else "[]"


def _string(value: str | None) -> str:
    """A JSON string or ``null``."""
    return _NULL if value is None else _quoted(value)


_NULL = "null"

# ------------------------------------------------------------------------------------- anything else


def dumps(value: Any) -> str:
    """One line of JSON.

    What JSON has no number for (NaN, infinity) is written as ``null``.
    """
    return _line(_json(value))


def _line(raw: str) -> str:
    """JSON as a line, in which what does not print is escaped; most lines are plain ASCII, whatever the article is."""
    if "\x7f" in raw if raw.isascii() else not raw.isprintable():
        raw = _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", raw)
    return raw + "\n"


def _json(value: Any) -> str:
    """Any value of a record as JSON; numbers that JSON has not become ``null``."""
    try:
        return _encode(value)
    except ValueError:
        return _encode(_finite(value))


def _finite(value: Any) -> Any:
    """The value with ``None`` for NaN and infinities."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return value

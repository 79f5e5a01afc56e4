"""``webannotation``: W3C Web Annotations, one AnnotationPage an article and line (JSON-LD).

Each quote is an annotation whose target is selected by position (code points, as everywhere) and by its words with what
stands around them, so that it can be found again when the page has changed.  Its body says who said it in the terms of
schema.org.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent_encoded

from qattr.model import Document, Quote, Speaker
from qattr.output import Style
from qattr.output.json_lines import dumps
from qattr.output.schema_org import source_of
from qattr.reading.types import Article

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "qattr": "urn:qattr:"},
]
AROUND = 32
"""Code points of prefix and suffix of a text quote selector."""


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """``{"@context": […], "type": "AnnotationPage", "items": [{"type": "Annotation", …}]}`` and a line feed."""
    iri = iri_of(document.source)
    speakers = {speaker.id: speaker for speaker in document.speakers}
    items = [_annotation(document, quote, speakers.get(quote.speaker_id or 0), iri) for quote in document.quotes]
    return dumps({"@context": CONTEXT, "id": f"{iri}#quotes", "type": "AnnotationPage", "items": items})


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def iri_of(source: str | None) -> str:
    """``"arsip/berita 1.txt"`` -> ``"arsip/berita%201.txt"``: a relative IRI; a web address stays as it is."""
    return percent_encoded(source or "-", safe="/:@?&=+$,;%~!*'()" if "://" in (source or "") else "/")


def _annotation(document: Document, quote: Quote, speaker: Speaker | None, iri: str) -> dict[str, Any]:
    """One quote as an annotation of the article."""
    body: dict[str, Any] = {
        "type": "schema:Quotation",
        "qattr:type": quote.type,
        "qattr:rule": quote.rule,
        "qattr:confidence": quote.confidence,
    }
    if quote.cue:
        body |= {"qattr:cue": quote.cue.text, "qattr:act": quote.cue.act}
    if speaker:
        body["schema:spokenByCharacter"] = source_of(speaker, quote, prefix="schema:")
    return {
        "id": f"{iri}#quote-{quote.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": quote.speaker}, body] if speaker else [body],
        "target": {"source": iri, "selector": [_position(quote), _words(document.text, quote)]},
    }


def _position(quote: Quote) -> dict[str, Any]:
    """Where it stands, by offsets."""
    return {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}


def _words(text: str, quote: Quote) -> dict[str, Any]:
    """Where it stands, by its words and those around it."""
    return {
        "type": "TextQuoteSelector",
        "exact": quote.text,
        "prefix": text[max(0, quote.start - AROUND) : quote.start],
        "suffix": text[quote.end : quote.end + AROUND],
    }

"""``jsonld``: schema.org Quotations for a web page, one NewsArticle an article and line (JSON-LD).

Only verbatim words are a Quotation: direct quotes and the fragments of mixed ones.  What an article reports in its own
words is left out, since nobody said it like that.  A line can stand between ``<script type="application/ld+json">`` and
``</script>`` as it is.
"""

from __future__ import annotations

from typing import Any

from qattr.model import Document, Quote, Speaker
from qattr.output import Style
from qattr.output.json_lines import dumps
from qattr.reading.types import Article

_KINDS = {"person": "Person", "organization": "Organization", "unnamed": "Person"}


def head(style: Style, title: str) -> str:
    """Nothing."""
    return ""


def article(item: Article, document: Document, style: Style) -> str:
    """``{"@context": "https://schema.org", "@type": "NewsArticle", "hasPart": [{"@type": "Quotation", …}]}``."""
    speakers = {speaker.id: speaker for speaker in document.speakers}
    parts = []
    for quote in document.quotes:
        for words in _verbatim(quote):
            part: dict[str, Any] = {"@type": "Quotation", "text": words, "inLanguage": "id"}
            if quote.speaker_id in speakers:
                part["spokenByCharacter"] = source_of(speakers[quote.speaker_id], quote)
            parts.append(part)
    value: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "id"}
    if document.source:
        value["url" if "://" in document.source else "identifier"] = document.source
    return dumps({**value, "hasPart": parts}).replace("<", "\\u003c")


def foot(style: Style, tally: object) -> str:
    """Nothing."""
    return ""


def _verbatim(quote: Quote) -> list[str]:
    """The words that the source really said, without the commas before closing marks."""
    if quote.type == "direct":
        return [quote.text.strip().rstrip(",")]
    return [fragment.text.strip().rstrip(",") for fragment in quote.fragments]


def source_of(speaker: Speaker, quote: Quote, prefix: str = "") -> dict[str, Any]:
    """A speaker as a Person or an Organization; ``prefix`` stands before the terms of schema.org."""
    value: dict[str, Any] = {
        "@type" if not prefix else "type": prefix + _KINDS[speaker.kind],
        f"{prefix}name": speaker.name,
    }
    if speaker.aliases:
        value[f"{prefix}alternateName"] = list(speaker.aliases)
    if quote.role:
        value[f"{prefix}jobTitle"] = quote.role
    if quote.affiliation and speaker.kind == "person":
        kind = "@type" if not prefix else "type"
        value[f"{prefix}affiliation"] = {kind: f"{prefix}Organization", f"{prefix}name": quote.affiliation}
    return value

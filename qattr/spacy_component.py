"""The spaCy component ``qattr`` (``pip install 'qattr[spacy]'``): quotes as spans of a spaCy document.

    nlp = spacy.blank("id")
    nlp.add_pipe("qattr")
    doc = nlp('"Kami siap," kata Kepala Desa Sumber Jaya, Mulyono Kartika.')
    doc.spans["quotes"][0]._.speaker  # 'Mulyono Kartika'

spaCy finds the component by itself, as an entry point of the installed package.  This module loads spaCy only when the
component is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qattr.model import Document, Quote
from qattr.pipeline import analyze

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

EXTENSIONS = ("speaker", "role", "cue", "confidence", "co_speakers", "affiliation", "rule")
"""What each span of ``doc.spans["quotes"]`` has under ``span._``, besides ``quote_id``.

``cue`` is the word, ``confidence`` a share from 0 to 1; a speaker or a role that cannot be told is ``None``.
``doc._.qattr.quotes[span._.quote_id - 1]`` is the :class:`qattr.Quote` itself."""


class QuoteComponent:
    """Fills ``doc.spans`` and ``doc._.qattr`` (the :class:`qattr.Document`).

    A span covers whole tokens: where a quote ends inside one (*DilansirdetikSport*), the token belongs to it; the exact
    offsets are those of the quote.  Everything is plain data: it outlives ``to_bytes`` and ``nlp.pipe(n_process=2)``.
    The cues and the words that point to a source are under ``KEY_cues`` and ``KEY_mentions``.
    """

    def __init__(self, spans_key: str) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        document = analyze(doc.text)
        doc.user_data["qattr"] = document.to_dict()
        doc.spans[self.spans_key] = [span for quote in document.quotes if (span := _span(doc, quote)) is not None]
        cues = ((q.cue.start, q.cue.end, q.cue.act) for q in document.quotes if q.cue)
        mentions = ((q.mention.start, q.mention.end, q.speaker or "") for q in document.quotes if q.mention)
        doc.spans[f"{self.spans_key}_cues"] = _labelled(doc, cues)
        doc.spans[f"{self.spans_key}_mentions"] = _labelled(doc, mentions)
        return doc


def _span(doc: Doc, quote: Quote) -> Span | None:
    """A quote as a spaCy span with its extensions; ``None`` where no token is in it."""
    span = doc.char_span(quote.start, quote.end, label=quote.type, alignment_mode="expand")
    if span is None:  # nothing but blanks: no token is in it
        return None
    span._.quote_id = quote.id
    for name in EXTENSIONS:
        span._.set(name, getattr(quote, name))
    span._.cue = quote.cue.text if quote.cue else None
    span._.co_speakers = list(quote.co_speakers)
    return span


def _labelled(doc: Doc, places: Iterable[tuple[int, int, str]]) -> list[Span]:
    """Places as labelled spaCy spans, each once."""
    spans = [doc.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in dict.fromkeys(places)]
    return [span for span in spans if span is not None]


def _document(doc: Doc) -> Document | None:
    """The document that the component kept; ``None`` where it has not run."""
    value = doc.user_data.get("qattr")
    return Document.from_dict(value, doc.text) if value else None


def make_component(nlp: Language, name: str, spans_key: str) -> QuoteComponent:
    """The component for a pipeline: ``nlp.add_pipe("qattr", config={"spans_key": "kutipan"})``."""
    from spacy.tokens import Doc, Span

    Doc.set_extension("qattr", getter=_document, force=True)
    for extension in ("quote_id", *EXTENSIONS):
        Span.set_extension(extension, default=None, force=True)
    return QuoteComponent(spans_key)


def __getattr__(name: str) -> Any:
    """``factory``, what the entry point names: registers the component with spaCy when it is first asked for."""
    if name != "factory":
        raise AttributeError(name)
    from spacy.language import Language

    config = {"spans_key": "quotes"}
    assigns = ["doc.spans", "doc._.qattr"]
    return Language.factory("qattr", default_config=config, assigns=assigns, func=make_component)

"""qattr: who said what, in Indonesian news.

>>> document = analyze('"Kami siap," kata Kepala Desa Sumber Jaya, Mulyono Kartika. "Ayo," ujarnya.', "berita.txt")
>>> [(quote.speaker, quote.text, quote.cue.text) for quote in document.quotes if quote.cue]
[('Mulyono Kartika', 'Kami siap,', 'kata'), ('Mulyono Kartika', 'Ayo,', 'ujarnya')]
>>> [(speaker.name, speaker.role, speaker.quotes) for speaker in document.speakers]
[('Mulyono Kartika', 'Kepala Desa Sumber Jaya', 2)]

Everything is frozen, typed and picklable.  Offsets are code points into the text as it was given, half-open:

>>> document.text[document.quotes[0].start : document.quotes[0].end]
'Kami siap,'

Many articles, in their order, on several processors, without holding more than a few of them:

>>> [len(found.quotes) for found in analyze_many([document.text, "Tidak ada kutipan."], jobs=2)]
[2, 0]

To JSON and back, and as a page:

>>> Document.from_dict(document.to_dict(), document.text).to_dict() == document.to_dict()
True
>>> document.html().startswith("<!doctype html>")
True

A notebook shows a document that stands at the end of a cell with its quotes in colours.
"""

from __future__ import annotations

from qattr.many import analyze_many
from qattr.model import Cue, Document, NonQuote, Quote, Span, Speaker
from qattr.pipeline import analyze

__all__ = ["Cue", "Document", "NonQuote", "Quote", "Span", "Speaker", "analyze", "analyze_many"]
__version__ = "0.1.0"

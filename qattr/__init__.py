"""qattr: who said what, in Indonesian news."""

from __future__ import annotations

from qattr.many import analyze_many
from qattr.model import Cue, Document, NonQuote, Quote, Span, Speaker
from qattr.pipeline import analyze

__all__ = ["Cue", "Document", "NonQuote", "Quote", "Span", "Speaker", "analyze", "analyze_many"]
__version__ = "0.1.0"

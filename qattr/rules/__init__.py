"""Which spans and clauses are speech, and which words beside them name the speaker.

:func:`candidates` in: an article, out: the words that can be cues.  :func:`attribute_spans` in: quoted spans in their
:class:`Neighbourhoods`, out: :class:`Quoted`, an attribution for each that is speech, and what the others are.
:func:`report_clauses` in: :class:`Sentences` and the cues that no quotation has used, out: an attribution for each
reported clause, and the turns of those who only take the floor.  :func:`takers`: further such turns.
"""

from __future__ import annotations

from qattr.rules.attribution import Attribution, Match, NoSpeech, Turn, in_text_order
from qattr.rules.cues import candidates, short_names
from qattr.rules.quoted import Neighbourhoods, Quoted, attribute_spans
from qattr.rules.reported import Fragments, Sentences, report_clauses
from qattr.rules.saying import Circumstances, circumstances
from qattr.rules.turns import takers

__all__ = [
    "Attribution", "Circumstances", "Fragments", "Match", "Neighbourhoods", "NoSpeech", "Quoted", "Sentences", "Turn",
    "attribute_spans",
    "candidates", "circumstances", "in_text_order", "report_clauses", "short_names", "takers",
]  # fmt: skip

"""Which marked spans are speech, which are a fragment in the narrator's sentence, which are no speech at all."""

from __future__ import annotations

from qattr.lexicon.vocabulary import NO_SPEECH
from qattr.rules.attribution import Match
from qattr.rules.cues import shape
from qattr.rules.direct import (
    BARE,
    RULES,
    SpanContext,
    quote_cue_description,
    quote_cue_pronoun,
    quote_cue_speaker,
    speaker_fragment,
)
from qattr.text.features import is_capital
from qattr.text.noise import is_headline

_REASON_OF = {word: reason for reason, words in NO_SPEECH.items() for word in words}
_LEADS_ON = frozenset(("berjudul", "karya", "kecil", "nama"))
"""Words that may stand between the noun that tells what the marks hold and the marks: *film berjudul "…"*."""
_WORKS = frozenset(("film", "lagu", "buku", "novel", "akun", "program", "album"))
"""Nouns that tell so with any word after them: *lagu daerah "…"*."""
_ENDS = ".?!,\u2026"
_MANY = 12
"""Words of a quotation that are counted; no question below asks for more."""


def kind_of(view: SpanContext) -> tuple[str, str, Match | None]:
    """``("speech" | "fragment" | "none", reason, what a strong rule found)``."""
    article = view.article
    words, lows = article.words, article.lows
    text = article.text[view.quote.start : view.quote.end]
    size = len(text.split(None, _MANY))
    before, sentence = view.before, view.sentence
    first = before == sentence
    prior = words[before - 1] if not first else ""
    low = lows[before - 1] if not first else ""
    cue = view.cue
    lower = text[:1].islower()
    named = _REASON_OF.get(low)
    if (
        named is None
        and before - 2 >= sentence
        and (low in _LEADS_ON or (size <= 6 and prior[0].isalpha() and lows[before - 2] in _WORKS))
    ):
        named = _REASON_OF.get(lows[before - 2])
    if cue is None and lower and not view.quote.single:
        found = speaker_fragment(view)
        if found is not None:
            return "speech", "", found
    if (
        cue is not None
        and view.shape == "post"
        and size <= 2
        and text.rstrip()[-1:] not in _ENDS
        and words[view.after] != ","
    ):
        follow = quote_cue_speaker(view) or quote_cue_pronoun(view) or quote_cue_description(view)
        if follow is None:
            cue = None
    if named and not (cue is not None and size > 6) and not (prior == ":" or size > 12):
        return "none", named, None
    if cue is not None:
        if (
            lower
            and not first
            and not view.after_quote
            and prior not in (":", "")
            and (prior == "," or low[0].isalpha())
            and shape(article, view.before - 1) not in ("active", "post")
        ):
            return "fragment", "", None
        return "speech", "", None
    if view.quote.single and not first and prior != ":" and prior != ",":
        return "none", "term", None
    found = None
    for rule in RULES:
        found = rule(view) if rule not in BARE else None
        if found is not None:
            break
    complete = text.rstrip()[-1:] in ".?!\u2026"
    if found is not None and found.reference != "same":
        before_it = found.cue is None or found.cue < view.opens
        if before_it and low and shape(article, view.before - 1) == "active" and size <= 4 and not complete:
            return "fragment", "", None
        if not before_it or not lower or complete or size >= 4 or prior == ":":
            return "speech", "", found
    if found is not None and found.reference == "same" and size >= 2:
        return "speech", "", found
    if first or prior == ":":
        follows = words[view.after] if view.after < view.limit else ""
        goes_on = bool(follows) and follows[0].islower() and not complete
        if size <= 2 and view.quote.single:
            return "none", "term", None
        if goes_on and size < 8:
            return "none" if size <= 6 and is_capital(text[:1] or "a") else "fragment", "name", None
        if not view.follows and is_headline(text) and _alone(view):
            return "none", "title", None
        if (complete and size >= 2) or size >= 4 or (text.rstrip()[-1:] == "," and size >= 2):
            return "speech", "", None
        return "none", "name", None
    if complete and size >= 4 and not lower:
        return "speech", "", None
    if not lower and size <= 7 and not complete:
        return "fragment", "name", None
    return "fragment", "", None


def _alone(view: SpanContext) -> bool:
    """Whether the quotation fills its paragraph."""
    opens = view.article.starts_paragraph
    return view.before in opens and (view.after in opens or view.after >= len(view.article.words))

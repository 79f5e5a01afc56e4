"""How far a rule looks, in words: one table, with the reason for each number.

A window keeps every step linear in the text's length and keeps a rule from answering out of another sentence.
"""

from __future__ import annotations

# ------------------------------------------------------------------------------ inside a phrase (mentions)

BRACKET_WORDS = 12
"""What stands in brackets after a name: an age, a short form, a nickname with a word or two."""
DASHED_WORDS = 14
"""A description between dashes: *Ibnu Salman –ulama kota itu–*."""
LIST_WORDS = 12
"""The further parts of a role with a list in its name: *Kepala Pusat Data* | *, Informasi, dan Komunikasi*."""
PLACES_BEFORE_NAME = 4
"""Places between a role and its name: village, district, regency, province."""
PLACE_WORDS = 6
"""Words of one such place: *Kabupaten Melur Tengah*."""

# ------------------------------------------------------------------------ around a quotation or cue (rules)

BEFORE_QUOTE = 30
"""Before an opening mark a cue is looked for: verb, addressee and occasion take so many at most."""
BETWEEN_QUOTE_AND_CUE = 5
"""From a closing mark to its cue stand a comma or two and *seperti*, *demikian*; further on another clause begins."""
BETWEEN_QUOTES = 40
"""Between two quotations of one source in a paragraph stand the attribution and perhaps a sentence of the narrator."""
SENTENCE = 160
"""To either side of a cue: text without a full stop takes no quadratic time."""

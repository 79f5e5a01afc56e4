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

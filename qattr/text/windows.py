"""How far a rule looks, in words: one table, with the reason for each number.

A window keeps every step linear in the text's length and keeps a rule from answering out of another sentence.
"""

from __future__ import annotations

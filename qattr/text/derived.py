"""What is worked out of a lexicon once, so that the rules look one thing up instead of several."""

from __future__ import annotations

from typing import NamedTuple

from qattr.lexicon import Lexicon
from qattr.lexicon.tags import tagged
from qattr.text.features import HUMANS, Forms
from qattr.text.words import Chunks

SMALL_STARTERS = (
    tagged("refers", "person")
    | tagged("introduces", "person", "role")
    | tagged("is", "human", "paper")
    | tagged("holds", "speech")
)
"""What can begin a source phrase without a capital, besides the entries of the lexicon: *seorang*, *mereka*,
*sumber*."""


class Derived(NamedTuple):
    """What is worked out of a lexicon once."""

    common: frozenset[str]
    """Words in lower case that belong to roles, organizations, fields and places."""
    role_heads: dict[str, list[str]]
    """The first word of a role -> the abbreviations of roles that begin with it."""
    answers: frozenset[str]
    """*membantahnya*, *membenarkannya*, *mengakuinya*."""
    of_office: frozenset[str]
    """Words of roles and organizations, fields of work and acronyms: no personal name unless it is a given name as
    well."""
    forms: Forms
    """The words met so far …"""
    chunks: Chunks
    """… and what has stood between two blanks."""


_kept: tuple[Lexicon, Derived] | None = None


def derived(lexicon: Lexicon) -> Derived:
    """The tables that are made of a lexicon's own; those of the last lexicon are kept."""
    kept = _kept  # once: another thread may put the tables of another lexicon there
    return kept[1] if kept is not None and kept[0] is lexicon else _renewed(lexicon)


def current(lexicon: Lexicon) -> Derived:
    """The same; what the texts so far have left in them is begun anew when it is too much."""
    tables = derived(lexicon)
    return tables if len(tables.chunks) <= _MOST_CHUNKS else _renewed(lexicon)


def _renewed(lexicon: Lexicon) -> Derived:
    """The tables of a lexicon, made now and kept."""
    global _kept
    made = _derive(lexicon)
    _kept = (lexicon, made)
    return made


_ANSWERING_ACTS = frozenset(("deny", "confirm", "admit"))
_MOST_CHUNKS = 150_000
"""Then they are begun anew; they are never emptied, because another thread may be reading them."""


def _derive(lexicon: Lexicon) -> Derived:
    """The tables of a lexicon, made."""
    several = (name.split(" ", 1)[0] for name in lexicon.role_abbreviations)
    roles = frozenset(lexicon.roles).union(lexicon.role_modifiers)
    people = lexicon.given - lexicon.places  # Sri, though there is a Sri Lanka
    starters = SMALL_STARTERS.union(roles, several, lexicon.organizations, lexicon.titles)
    role_heads: dict[str, list[str]] = {}
    for short, spelled in lexicon.role_abbreviations.items():
        role_heads.setdefault(spelled.split(" ", 1)[0].lower(), []).append(short)
    of_office = roles.union(lexicon.role_abbreviations, lexicon.organizations, lexicon.fields, lexicon.acronyms)
    forms = Forms(lexicon, starters, of_office)
    return Derived(
        HUMANS.union(
            roles, lexicon.role_abbreviations, lexicon.organizations, lexicon.fields, lexicon.place_words - people
        ),
        role_heads,
        frozenset(
            f"{form}nya"
            for form, (_, act, shape, _) in lexicon.cues.items()
            if shape == "active" and act in _ANSWERING_ACTS
        ),
        of_office,
        forms,
        Chunks(forms),
    )

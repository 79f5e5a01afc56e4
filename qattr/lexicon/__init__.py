"""The vocabulary: what ships is the generated ``_tables.py``; its sources are the TOML files beside it.

:data:`DEFAULT` is the lexicon that :func:`qattr.analyze` uses; :func:`load` extends it with a user's file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qattr.lexicon import _tables as t

if TYPE_CHECKING:
    from os import PathLike


__all__ = ["DEFAULT", "Lexicon", "LexiconError", "load"]


class LexiconError(ValueError):
    """A user's lexicon file cannot be used; the one-line message names file, entry, reason and next step."""


class Lexicon(NamedTuple):
    """All word tables; every key is in lower case."""

    cues: dict[str, tuple[str, str, str, str]]
    """A cue's form -> (lemma, act, shape, takes); shapes are in :mod:`qattr.morphology`."""
    roles: dict[str, str]
    """A role noun -> ``post``, ``trade`` or ``kin``."""
    role_modifiers: frozenset[str]
    """Words in front of a role (*wakil*, *mantan*, *seorang*)."""
    role_abbreviations: dict[str, str]
    """An abbreviated post, maybe of several words (*kabid humas*) -> what it stands for."""
    titles: dict[str, str]
    """A word in front of a name -> ``honorific``, ``academic``, ``rank`` or ``rank_part``."""
    degrees: frozenset[str]
    """Degrees behind a name, without dots (*sh*, *msi*)."""
    bodies: dict[str, str]
    """A noun that begins a body -> ``body``, ``unit`` or ``speaks``."""
    acronyms: dict[str, str]
    """A body's acronym -> what it stands for."""
    fields: frozenset[str]
    """Words inside posts and bodies that are no names."""
    ambiguous: frozenset[str]
    """Common words that are names too."""
    places: frozenset[str]
    place_words: frozenset[str]
    """Every word of every place."""
    given: frozenset[str]
    """Given names and clan names."""
    prepositions: frozenset[str]
    stops: frozenset[str]
    """Words that end the source behind a cue."""
    days: frozenset[str]
    months: frozenset[str]
    times: frozenset[str]
    subject_adverbs: frozenset[str]
    connectives: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    predicates: frozenset[str]
    """Words that prove a clause."""
    openers: frozenset[str]
    """Capitalized words that open sentences and are no names."""
    abbreviations: frozenset[str]
    """Words whose full stop does not end a sentence, without that stop."""
    noise: tuple[str, ...]
    """Regular expressions (flags ``im``) for what is on the page but not the article."""


DEFAULT = Lexicon(
    t.CUES, t.ROLES, t.ROLE_MODIFIERS, t.ROLE_ABBREVIATIONS, t.TITLES, t.DEGREES, t.BODIES, t.ACRONYMS, t.FIELDS,
    t.AMBIGUOUS, t.PLACES, t.PLACE_WORDS, t.GIVEN, t.PREPOSITIONS, t.STOPS, t.DAYS, t.MONTHS, t.TIMES,
    t.SUBJECT_ADVERBS, t.CONNECTIVES, t.PRONOUNS, t.DETERMINERS, t.PREDICATES, t.OPENERS, t.ABBREVIATIONS, t.NOISE,
)  # fmt: skip


def load(path: str | PathLike[str]) -> Lexicon:
    """:data:`DEFAULT` with the entries of a TOML file added (its own win).

    The file has up to three tables in the lexicon's own form::

        [verbs]
        gremeng = { act = "say", takes = "clause", forms = "0 me-kan" }
        [titles]
        puang = "honorific"
        [roles]
        syahbandar = "post"

    Raises :class:`LexiconError` when the file cannot be read or an entry cannot be used.
    """
    from qattr.lexicon.custom import extend

    return extend(DEFAULT, path)

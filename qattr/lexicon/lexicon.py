"""The form of a lexicon: which tables it has, whoever fills them (this package's own, or a user's file)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qattr.lexicon.morphology import Shape


class LexiconError(ValueError):
    """A user's lexicon file cannot be used; the one-line message names file, entry, reason and next step."""


class Lexicon:
    """All word tables; every key is in lower case.  Nothing changes a lexicon: :meth:`replace` makes another one.

    A class with slots rather than a named tuple: the rules read the tables thousands of times an article, and a slot
    costs a tenth of a named tuple's attribute.
    """

    __slots__ = (
        "abbreviations", "acronyms", "ambiguous", "connectives", "cues", "days", "degrees", "fields", "given",
        "months", "noise", "openers", "organizations", "place_words", "places", "predicates", "prepositions",
        "pronouns", "role_abbreviations", "role_modifiers", "roles", "stops", "subject_adverbs", "times", "titles",
    )  # fmt: skip

    cues: dict[str, tuple[str, str, Shape, str]]
    """A cue's form -> (lemma, act, shape, takes); shapes are in :mod:`qattr.lexicon.morphology`."""
    roles: dict[str, str]
    """A role noun -> ``office``, ``trade`` or ``kin``."""
    role_modifiers: frozenset[str]
    """Words in front of a role (*wakil*, *mantan*, *seorang*)."""
    role_abbreviations: dict[str, str]
    """An abbreviated role, maybe of several words (*kabid humas*) -> what it stands for."""
    titles: dict[str, str]
    """A word in front of a name -> ``honorific``, ``academic``, ``rank`` or ``rank_part``."""
    degrees: frozenset[str]
    """Degrees after a name, without dots (*sh*, *msi*)."""
    organizations: dict[str, str]
    """A noun that begins an organization -> ``organization``, ``unit`` or ``speaks``."""
    acronyms: dict[str, str]
    """An organization's acronym -> what it stands for."""
    fields: frozenset[str]
    """Words inside roles and organizations that are no names."""
    ambiguous: frozenset[str]
    """Common words that are names too."""
    places: frozenset[str]
    place_words: frozenset[str]
    """Every word of every place."""
    given: frozenset[str]
    """Given names and clan names."""
    prepositions: frozenset[str]
    stops: frozenset[str]
    """Words that end the source after a cue."""
    days: frozenset[str]
    months: frozenset[str]
    times: frozenset[str]
    subject_adverbs: frozenset[str]
    connectives: frozenset[str]
    pronouns: frozenset[str]
    predicates: frozenset[str]
    """Words that prove a clause."""
    openers: frozenset[str]
    """Capitalized words that open sentences and are no names."""
    abbreviations: frozenset[str]
    """Words whose full stop does not end a sentence, without that stop."""
    noise: tuple[str, ...]
    """Regular expressions (flags ``im``) for what is on the page but not the article."""

    def __init__(self, **tables: Any) -> None:
        for name in self.__slots__:
            setattr(self, name, tables.pop(name))
        if tables:
            raise TypeError(f"a lexicon has no {', '.join(tables)}")

    def replace(self, **others: Any) -> Lexicon:
        """The same lexicon with other tables under these names."""
        return Lexicon(**{name: getattr(self, name) for name in self.__slots__} | others)

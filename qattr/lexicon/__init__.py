"""The vocabulary: what ships is the generated ``_tables.py``; its sources are the TOML files beside it.

:data:`DEFAULT` is the lexicon that :func:`qattr.analyze` uses; :func:`load` extends it with a user's file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qattr.lexicon import _tables as tables
from qattr.lexicon.lexicon import Lexicon, LexiconError
from qattr.lexicon.tags import tagged

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["DEFAULT", "Lexicon", "LexiconError", "load"]


DEFAULT = Lexicon(
    cues=tables.CUES,
    roles=tables.ROLES,
    role_modifiers=tables.ROLE_MODIFIERS,
    role_abbreviations=tables.ROLE_ABBREVIATIONS,
    titles=tables.TITLES,
    degrees=tables.DEGREES,
    organizations=tables.ORGANIZATIONS,
    acronyms=tables.ACRONYMS,
    fields=tables.FIELDS,
    ambiguous=tables.AMBIGUOUS,
    places=tables.PLACES,
    place_words=tables.PLACE_WORDS,
    given=tables.GIVEN,
    prepositions=tagged("is", "preposition"),
    stops=tagged("ends", "source"),
    days=tagged("is", "day"),
    months=tagged("is", "month"),
    times=tagged("is", "time"),
    subject_adverbs=tagged("between", "subject_and_verb"),
    connectives=tagged("opens", "sentence"),
    pronouns=tagged("is", "pronoun"),
    predicates=tagged("proves", "clause"),
    openers=tagged("capital", "opens_sentence"),
    abbreviations=tables.ABBREVIATIONS,
    noise=tables.NOISE,
)


def load(*paths: str | PathLike[str]) -> Lexicon:
    """:data:`DEFAULT` with the entries of TOML files added; those of a later file win over those of an earlier one.

    A file has tables in the lexicon's own form, none of which must be there::

        [verbs]
        gremeng = { act = "say", takes = "clause", forms = "0 me-kan" }
        [titles]
        puang = "honorific"
        [roles]
        syahbandar = "office"
        [organizations]
        paguyuban = "organization"
        [places]
        "suka tirta" = "place"
        [names]
        wulan = "given"
        [acronyms]
        dispar = "Dinas Pariwisata"
        [abbreviations]
        kadispar = "Kepala Dinas Pariwisata"

    Raises :class:`LexiconError` when a file cannot be read or an entry cannot be used.
    """
    from qattr.lexicon.custom import extend

    lexicon = DEFAULT
    for path in paths:
        lexicon = extend(lexicon, path)
    return lexicon

"""One line of a lexicon file -> its table entries: shared by the build and by a user's file (:func:`load`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qattr.lexicon.morphology import forms
from qattr.model import ACTS

TAKES = ("clause", "either", "marked", "noun", "directive")
"""What may follow a verb's active form (verbs.toml says what each means)."""
ROLE_CLASSES = ("office", "trade", "kin", "modifier")
TITLE_CLASSES = ("honorific", "academic", "rank", "rank_part", "degree")
VERB_FIELDS = frozenset({"act", "takes", "forms", "root", "lemma", "not", "example"})

Cue = tuple[str, str, str, str]
"""lemma, act, shape, takes."""


def words(text: str) -> list[str]:
    """The entries of a blank-separated list, in lower case; ``_`` stands for the blank inside one.

    >>> words("namun sementara_itu")
    ['namun', 'sementara itu']
    """
    return [word.replace("_", " ") for word in text.lower().split()]


def verb(key: str, entry: Mapping[str, Any]) -> dict[str, Cue]:
    """The forms of one verb line, those under ``not`` taken out.

    ``not`` names a form (*tekan*) or one shape of it (*bilang:role*).  Raises :class:`ValueError` for an unknown
    field, act, ``takes`` or pattern, and for a line that makes no form.

    >>> verb("seru", {"act": "request", "takes": "directive", "forms": "0 ber", "not": "seru"})
    {'serunya': ('seru', 'request', 'nya', 'directive'), 'berseru': ('seru', 'request', 'active', 'directive')}
    """
    unknown = sorted(set(entry) - VERB_FIELDS)
    if unknown:
        raise ValueError(f"unknown field {unknown[0]!r}; use {', '.join(sorted(VERB_FIELDS))}")
    act, takes = entry.get("act"), entry.get("takes", "clause")
    if act not in ACTS:
        raise ValueError(f"act {act!r} is unknown; use one of {', '.join(ACTS)}")
    if takes not in TAKES:
        raise ValueError(f"takes {takes!r} is unknown; use one of {', '.join(TAKES)}")
    without = set(str(entry.get("not", "")).split())
    lemma, root = str(entry.get("lemma", key)).lower(), str(entry.get("root", key)).lower()
    found: dict[str, Cue] = {}
    for pattern in str(entry.get("forms", "")).split():
        for form, shape in forms(root, [pattern]).items():
            if form not in without and f"{form}:{shape}" not in without:
                found.setdefault(form, (lemma, act, shape, takes))
    if not found:
        raise ValueError('no form; list affix patterns under forms, as in forms = "0 ber me-kan di-kan"')
    return found


def verbs(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Cue]:
    """The forms of many verb lines.

    Raises :class:`ValueError`, its message beginning with the entry, for a bad line and for a form of two lines.
    """
    table: dict[str, Cue] = {}
    owner: dict[str, str] = {}
    for key, entry in entries.items():
        try:
            found = verb(key, entry)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from None
        for form, cue in found.items():
            if form in table:
                raise ValueError(
                    f"{key}: the form {form!r} belongs to {owner[form]} already; "
                    f'give it to one of the two, with not = "{form}" on the other line'
                )
            table[form], owner[form] = cue, key
    return table


def classes(entries: Mapping[str, Any], allowed: tuple[str, ...]) -> dict[str, str]:
    """word -> class, the spellings under ``words`` included; the first class of a word stays.

    An entry is ``{class = …}`` or the class alone.  Raises :class:`ValueError` for a class that is not allowed.

    >>> classes({"pak": {"class": "honorific", "words": "pakde"}, "puang": "honorific"}, TITLE_CLASSES)
    {'pak': 'honorific', 'pakde': 'honorific', 'puang': 'honorific'}
    """
    table: dict[str, str] = {}
    for key, entry in entries.items():
        fields = entry if isinstance(entry, Mapping) else {"class": entry}
        kind = fields.get("class")
        if kind not in allowed:
            raise ValueError(f"{key}: class {kind!r} is unknown; use one of {', '.join(allowed)}")
        for word in (key.lower(), *words(str(fields.get("words", "")))):
            table.setdefault(word, kind)
    return table

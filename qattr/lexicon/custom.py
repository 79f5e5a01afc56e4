"""A user's lexicon file: read, checked, and laid over the shipped tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from qattr.lexicon.entries import ROLE_CLASSES, TITLE_CLASSES, classes, verbs
from qattr.lexicon.lexicon import Lexicon, LexiconError

ORGANIZATION_CLASSES = ("organization", "unit", "speaks")
PLACE_CLASSES = ("place",)
NAME_CLASSES = ("given", "ambiguous")
Entries = Mapping[str, Any]


# ------------------------------------------------------------------ one function a table of the file


def _verbs(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the cues of ``[verbs]``. Raises :class:`ValueError`."""
    for key, entry in entries.items():
        if not isinstance(entry, dict):
            raise ValueError(f'{key}: no table; write {key} = {{ act = "say", forms = "0 me-kan" }}')
        _single(key, "a verb is looked for by one word; enter the one that carries it (bicara for angkat bicara)")
    return lexicon.replace(cues=lexicon.cues | verbs(entries))


def _titles(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the titles and degrees of ``[titles]``. Raises :class:`ValueError`."""
    for key in entries:
        _single(key, "a title is one word; enter each of its words on a line")
    found = classes(entries, TITLE_CLASSES)
    degrees = {re.sub(r"\W", "", word) for word, kind in found.items() if kind == "degree"}
    titles = {word: kind for word, kind in found.items() if kind != "degree"}
    return lexicon.replace(titles=lexicon.titles | titles, degrees=lexicon.degrees | degrees)


def _roles(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the role nouns and modifiers of ``[roles]``. Raises :class:`ValueError`."""
    for key in entries:
        _single(key, "a role is known by its first word, its noun; enter that one")
    found = classes(entries, ROLE_CLASSES)
    return lexicon.replace(
        roles=lexicon.roles | {word: kind for word, kind in found.items() if kind != "modifier"},
        role_modifiers=lexicon.role_modifiers | {word for word, kind in found.items() if kind == "modifier"},
    )


def _organizations(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the nouns of ``[organizations]``. Raises :class:`ValueError`."""
    for key in entries:
        _single(key, "an organization is known by its first word; enter that one, or its short form under [acronyms]")
    return lexicon.replace(organizations=lexicon.organizations | classes(entries, ORGANIZATION_CLASSES))


def _places(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the places of ``[places]``, and each of their words. Raises :class:`ValueError`."""
    places = classes(entries, PLACE_CLASSES).keys()
    words = {word for place in places for word in place.split()}
    return lexicon.replace(places=lexicon.places | places, place_words=lexicon.place_words | words)


def _names(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the given names of ``[names]``. Raises :class:`ValueError`."""
    found = classes(entries, NAME_CLASSES)
    given = {word for name in found for word in name.split()}
    ambiguous = {name for name, kind in found.items() if kind == "ambiguous"}
    return lexicon.replace(given=lexicon.given | given, ambiguous=lexicon.ambiguous | ambiguous)


def _acronyms(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the acronyms of ``[acronyms]`` and what they stand for. Raises :class:`ValueError`."""
    for key in entries:
        _single(key, "an acronym is one word")
    return lexicon.replace(acronyms=lexicon.acronyms | _expansions(entries))


def _abbreviations(lexicon: Lexicon, entries: Entries) -> Lexicon:
    """With the abbreviated roles of ``[abbreviations]``. Raises :class:`ValueError`."""
    return lexicon.replace(role_abbreviations=lexicon.role_abbreviations | _expansions(entries))


_TABLES: dict[str, tuple[Callable[[Lexicon, Entries], Lexicon], str]] = {
    "verbs": (_verbs, '{ act = "say", takes = "clause", forms = "0 me-kan" }'),
    "titles": (_titles, " ".join(TITLE_CLASSES)),
    "roles": (_roles, " ".join(ROLE_CLASSES)),
    "organizations": (_organizations, " ".join(ORGANIZATION_CLASSES)),
    "places": (_places, " ".join(PLACE_CLASSES)),
    "names": (_names, " ".join(NAME_CLASSES)),
    "acronyms": (_acronyms, "what an organization's short form stands for"),
    "abbreviations": (_abbreviations, "what a role's short form stands for"),
}
"""The tables of a file, what lays each over the lexicon, and what its entries are."""


def _single(key: str, otherwise: str) -> None:
    """Raises :class:`ValueError`, with what to write otherwise, for an entry of several words."""
    if len(key.split()) > 1:
        raise ValueError(f"{key}: {otherwise}")


def _expansions(entries: Entries) -> dict[str, str]:
    """Short form, in small letters -> what it stands for. Raises :class:`ValueError` for an empty one."""
    for key, value in entries.items():
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f'{key}: write what it stands for, {key} = "Dinas Perikanan"')
    return {key.lower(): value for key, value in entries.items()}


def tables() -> str:
    """Every table with what its entries are, for a message."""
    return "; ".join(f"[{name}] {what}" for name, (_, what) in _TABLES.items())


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """The tables of the file; :class:`LexiconError` for what is no readable TOML of the right form."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}; name a TOML file that can be read") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        reason = str(error).replace("\n", " ")
        hint = ' (a key of two words stands between quotes: "angkat bicara")' if "after a key" in reason else ""
        raise LexiconError(f"{path}: no valid TOML: {reason}{hint}; correct that line") from None
    for name, table in data.items():
        if name not in _TABLES:
            raise LexiconError(f"{path}: unknown table [{name}]; there are {tables()}")
        if not isinstance(table, dict):
            raise LexiconError(f"{path}: {name} is no table; write [{name}] on a line of its own, entries below it")
    return data


def extend(lexicon: Lexicon, path: str | PathLike[str]) -> Lexicon:
    """``lexicon`` with the file's entries added; an entry of the file wins over the shipped one.

    Raises :class:`LexiconError`, its message one line naming file, entry, reason and next step.
    """
    file = Path(path)
    for name, entries in _read(file).items():
        try:
            lexicon = _TABLES[name][0](lexicon, entries)
        except ValueError as error:
            raise LexiconError(f"{file}: [{name}] {error}") from None
    return lexicon

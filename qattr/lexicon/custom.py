"""A user's lexicon file: read, checked, and laid over the shipped tables."""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path
from typing import Any

from qattr.lexicon import Lexicon, LexiconError
from qattr.lexicon.entries import ROLE_CLASSES, TITLE_CLASSES, classes, verbs

_TABLES = ("verbs", "titles", "roles")


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
        raise LexiconError(f"{path}: no valid TOML: {reason}; correct that line") from None
    for name, table in data.items():
        if name not in _TABLES:
            raise LexiconError(f"{path}: unknown table [{name}]; use [verbs], [titles] or [roles]")
        if not isinstance(table, dict):
            raise LexiconError(f"{path}: {name} is no table; write [{name}] on a line of its own, entries below it")
    for key, entry in data.get("verbs", {}).items():
        if not isinstance(entry, dict):
            raise LexiconError(f'{path}: [verbs] {key}: no table; write {key} = {{ act = "say", forms = "0 me-kan" }}')
    return data


def extend(lexicon: Lexicon, path: str | PathLike[str]) -> Lexicon:
    """``lexicon`` with the file's entries added; an entry of the file wins over the shipped one.

    Raises :class:`LexiconError`, its message one line naming file, entry, reason and next step.
    """
    file = Path(path)
    data = _read(file)
    name = ""
    try:
        name = "verbs"
        cues = verbs(data.get(name, {}))
        name = "titles"
        titles = classes(data.get(name, {}), TITLE_CLASSES)
        name = "roles"
        roles = classes(data.get(name, {}), ROLE_CLASSES)
    except ValueError as error:
        raise LexiconError(f"{file}: [{name}] {error}") from None
    degrees = {re.sub(r"\W", "", word) for word, kind in titles.items() if kind == "degree"}
    return lexicon.replace(
        cues=lexicon.cues | cues,
        titles=lexicon.titles | {word: kind for word, kind in titles.items() if kind != "degree"},
        degrees=lexicon.degrees | degrees,
        roles=lexicon.roles | {word: kind for word, kind in roles.items() if kind != "modifier"},
        role_modifiers=lexicon.role_modifiers | {word for word, kind in roles.items() if kind == "modifier"},
    )

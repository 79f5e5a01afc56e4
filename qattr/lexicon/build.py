"""Compile the lexicon's sources to ``_tables.py``: ``python -m qattr.lexicon.build`` (development only).

Every source error is a :class:`ValueError` that names the file and the entry; ``tests/test_lexicon.py`` holds the
sources and the generated file equal.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qattr.model import ACTS
from qattr.morphology import forms

HERE = Path(__file__).parent
TARGET = HERE / "_tables.py"
TAKES = ("clause", "either", "noun", "directive")

Cue = tuple[str, str, str, str]
"""lemma, act, shape, takes."""


def read(name: str) -> dict[str, Any]:
    """One TOML source of this folder."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _words(text: str) -> list[str]:
    """The entries of a blank-separated list; ``_`` stands for the blank inside one, at an end for nothing."""
    return [word.strip("_").replace("_", " ") for word in text.lower().split()]


def _lines(name: str) -> list[str]:
    """The entries of a text source: one a line, ``#`` opens a comment."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def verb_forms(key: str, entry: dict[str, Any]) -> dict[str, Cue]:
    """The forms of one verb line, ``not`` taken out.

    ``not`` names a form (*tekan*) or one shape of it (*bilang:post*).  Raises :class:`ValueError` for an unknown act,
    ``takes`` or pattern.
    """
    act, takes = entry.get("act"), entry.get("takes", "clause")
    if act not in ACTS:
        raise ValueError(f"act {act!r} is none of {', '.join(ACTS)}")
    if takes not in TAKES:
        raise ValueError(f"takes {takes!r} is none of {', '.join(TAKES)}")
    without = set(str(entry.get("not", "")).split())
    lemma = str(entry.get("lemma", key))
    found: dict[str, Cue] = {}
    for pattern in str(entry.get("forms", "0")).split():
        for form, shape in forms(str(entry.get("root", key)), [pattern]).items():
            if form not in without and f"{form}:{shape}" not in without:
                found.setdefault(form, (lemma, act, shape, takes))
    return found


def cues(verbs: dict[str, dict[str, Any]]) -> dict[str, Cue]:
    """All cue forms; a form of two lines is a :class:`ValueError` that names both."""
    table: dict[str, Cue] = {}
    owner: dict[str, str] = {}
    for key, entry in verbs.items():
        try:
            found = verb_forms(key, entry)
        except ValueError as error:
            raise ValueError(f"verbs.toml: {key}: {error}") from None
        for form, cue in found.items():
            if form in table:
                raise ValueError(
                    f"verbs.toml: {key}: the form {form!r} belongs to {owner[form]} already; "
                    f'give it to one of them with not = "{form}" on the other line'
                )
            table[form], owner[form] = cue, key
    return table


def classes(entries: dict[str, dict[str, Any]]) -> dict[str, str]:
    """word -> class, the spellings under ``words`` included; the first class of a word stays."""
    table: dict[str, str] = {}
    for key, entry in entries.items():
        for word in [key, *_words(entry.get("words", ""))]:
            table.setdefault(word, entry["class"])
    return table


def tables() -> dict[str, Any]:
    """Every table by its name in ``_tables.py``, from the sources."""
    roles, titles, words = classes(read("roles.toml")), classes(read("titles.toml")), read("words.toml")
    noise, places = read("noise.toml"), frozenset(_lines("places.txt"))
    abbreviations = {key: str(value) for key, value in read("abbreviations.toml")["roles"].items()}
    fields = read("fields.toml")
    result: dict[str, Any] = {
        "CUES": cues(read("verbs.toml")),
        "ROLES": {word: kind for word, kind in roles.items() if kind != "modifier"},
        "ROLE_MODIFIERS": frozenset(word for word, kind in roles.items() if kind == "modifier"),
        "ROLE_ABBREVIATIONS": abbreviations,
        "TITLES": {word: kind for word, kind in titles.items() if kind != "degree"},
        "DEGREES": frozenset(_degrees(read("titles.toml"))),
        "BODIES": classes(read("bodies.toml")),
        "ACRONYMS": {key: str(value) for key, value in read("acronyms.toml")["bodies"].items()},
        "FIELDS": frozenset(_words(fields["fields"])),
        "AMBIGUOUS": frozenset(_words(fields["ambiguous"])),
        "PLACES": places,
        "PLACE_WORDS": frozenset(word for place in places for word in place.split()) - {"dan"},
        "GIVEN": frozenset(_lines("given_names.txt")),
    }
    for name in (
        "prepositions", "stops", "days", "months", "times", "subject_adverbs", "connectives", "pronouns", "determiners",
        "predicates", "openers", "abbreviations",
    ):  # fmt: skip
        result[name.upper()] = frozenset(_words(words[name]))
    line = [rf"^[ \t]*(?:{entry['pattern']})[^\n]*" for entry in noise["line"].values()]
    result["NOISE"] = (*line, *(entry["pattern"] for entry in noise["inline"].values()))
    return result


def _degrees(titles: dict[str, dict[str, Any]]) -> Iterable[str]:
    for key, entry in titles.items():
        if entry["class"] == "degree":
            yield from (re.sub(r"\W", "", word) for word in (key, *_words(entry.get("words", ""))))


def source() -> str:
    """The text of ``_tables.py``: plain literals, long sets as one string split at import."""
    out = ['"""Generated by ``python -m qattr.lexicon.build`` from the TOML beside it; do not edit."""\n']
    for name, value in tables().items():
        if isinstance(value, frozenset):
            joined = "|".join(sorted(value))
            out.append(f'{name}: frozenset[str] = frozenset({joined!r}.split("|"))')
        elif isinstance(value, tuple):
            out.append(f"{name}: tuple[str, ...] = {value!r}")
        elif name == "CUES":
            rows = "".join(f"    {form!r}: {cue!r},\n" for form, cue in value.items())
            out.append(f"{name}: dict[str, tuple[str, str, str, str]] = {{\n{rows}}}")
        else:
            rows = "".join(f"    {key!r}: {item!r},\n" for key, item in value.items())
            out.append(f"{name}: dict[str, str] = {{\n{rows}}}")
    return "\n".join(out) + "\n"


def main() -> int:
    """Write ``_tables.py``; 1 and one line on stderr for an error in a source."""
    try:
        text = source()
    except (ValueError, KeyError) as error:
        print(f"qattr.lexicon.build: {error}", file=sys.stderr)
        return 1
    TARGET.write_text(text, "utf-8")
    print(f"{TARGET}: {len(text.encode()) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

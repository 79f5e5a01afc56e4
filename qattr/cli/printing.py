"""How and where to print: what the options, the name of the output file and the terminal say together."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple

from qattr import output
from qattr.corpus.packing import PACKINGS
from qattr.output import Style, form_of


class Usage(Exception):
    """Options that do not go together; the message says what to do instead."""


class Printing(NamedTuple):
    """The options of the group *Printing*, under their names."""

    format: str = "auto"
    json: bool = False
    output: str | None = None
    full: bool = False
    with_text: bool = False
    context: bool = False
    keep: tuple[str, ...] = ()
    summary: bool = False
    by: str = ""
    explain: bool = False
    color: str = "auto"
    below: float = 0.9


class Target(NamedTuple):
    """Where the results go, and as what."""

    form: str
    """A format's name."""
    path: str | None
    """``None`` is stdout."""
    packing: str = ""
    """One of :data:`qattr.corpus.packing.PACKINGS`; empty for none."""


def target_of(options: Printing) -> Target:
    """Where to and as what.  Raises :class:`Usage` for what does not go together."""
    if options.output == "":
        raise Usage("-o needs the name of a file.")
    if options.json and options.format not in ("auto", "json"):
        raise Usage(f"--json and --format {options.format} contradict each other.")
    if options.by and not options.summary:
        raise Usage("--by counts for each value of a field; give it together with --summary.")
    path = None if options.output == "-" else options.output
    stem, packing = os.path.splitext((path or "").lower())
    if packing in PACKINGS and packing != ".xlsx":
        suffix = os.path.splitext(stem)[1]
    else:
        suffix, packing = packing, ""
    form = _form(options, path, suffix)
    if form == "xlsx":
        if packing:
            raise Usage("a workbook is packed already; write to FILE.xlsx.")
        if path is None and is_terminal():
            raise Usage("a workbook is nothing for a terminal; write it with -o FILE.xlsx.")
        packing = ".xlsx"
    return Target(form, path, packing)


def _form(options: Printing, path: str | None, suffix: str) -> str:
    """The name of the format: as asked, by the ending of ``-o``, a table in a terminal, JSON into a pipe."""
    form = "json" if options.json else options.format
    if options.explain:
        if form != "auto":
            raise Usage(f"--explain prints text of its own; leave out --format {form}.")
        if options.summary:
            raise Usage("--explain and --summary contradict each other; give one of them.")
        return "explain"
    if form == "auto":
        form = _by_name(options, path, suffix) if path else "table" if is_terminal() else "json"
    if options.summary and not form_of(form).sums:
        names = ", ".join(name for name, entry in output.FORMATS.items() if entry.sums)
        raise Usage(f"--summary has no format {form}; it has {names}.")
    return form


def _by_name(options: Printing, path: str, suffix: str) -> str:
    """The format that the output file's name says; JSON for what has no ending (a pipe, a device)."""
    form = output.BY_SUFFIX.get(suffix, "" if suffix else "json")
    if not form:
        packed = ", ".join(name for name in PACKINGS if name != ".xlsx")
        known = f"{' '.join(output.BY_SUFFIX)}, each but .xlsx also with {packed} behind it"
        raise Usage(f"-o {path}: no format has the ending {suffix!r}. Use {known}, or say --format.")
    return "table" if options.summary and form == "text" else form


def style_of(options: Printing, target: Target, many: bool) -> Style:
    """How to print to this target."""
    people = form_of(target.form).for_people
    to_terminal = target.path is None and is_terminal()
    limited = people and to_terminal and not (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    return Style(
        format=target.form,
        width=max(10, shutil.get_terminal_size((100, 24)).columns) if people else 80,
        color=people and _color(options.color, to_terminal),
        full=options.full,
        with_text=options.with_text,
        many=many,
        ascii=limited,
        context=options.context,
        keep=options.keep,
        by=options.by,
        below=options.below,
        folder=_in_folder(target, many),
    )


def _in_folder(target: Target, many: bool) -> bool:
    """True where each article becomes files of its own.  Raises :class:`Usage` where it must, and cannot."""
    path = target.path
    if target.form != "brat":
        return False
    if many and path is None:
        raise Usage("--format brat writes files for each article; name a folder for them: -o FOLDER.")
    return path is not None and (many or os.path.isdir(path) or path.endswith(os.sep))


def is_terminal() -> bool:
    """True when stdout is one."""
    return sys.stdout is not None and sys.stdout.isatty()


def _color(when: str, shown: bool) -> bool:
    """Whether to colour: as asked, else in a terminal that no variable of the environment speaks against."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return shown and os.environ.get("TERM") != "dumb"

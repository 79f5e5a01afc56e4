"""Every option of the command, once: its flags, its help, what it takes, and the group that ``--help`` shows it in.

The name of an option is the field that takes its value (of :class:`~qattr.reading.types.Reading`,
:class:`~qattr.output.filters.Filters`, :class:`~qattr.cli.command.Printing` or :class:`~qattr.cli.command.Run`): an
option more is a line here, a field there, and what the field does.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from qattr import output
from qattr.model import ACTS
from qattr.reading.kinds import READERS

TYPES = ("direct", "mixed", "indirect")


class Mistake(ValueError):
    """A value that an option cannot take; the message says what it takes."""


class Option(NamedTuple):
    """One option of the command."""

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    """What its value is called; empty for a flag."""
    default: Any = None
    of: type[str] | type[int] | type[float] = str
    """The type of its value."""
    least: float | None = None
    most: float | None = None
    many: bool = False
    """May be repeated."""
    choices: tuple[str, ...] = ()
    """The only values; a repeatable option takes several with commas between them too."""
    check: Callable[[str], str] | None = None
    """Gives back the value as it is used.  Raises :class:`Mistake`."""
    is_path: bool = False
    """Names a file: in a configuration file, one beside it."""

    @property
    def key(self) -> str:
        """How a configuration file calls it."""
        return next(flag for flag in self.flags if flag.startswith("--")).removeprefix("--")

    def checked(self, value: Any) -> Any:
        """The value as it is used; a tuple where there may be several.  Raises :class:`Mistake`."""
        if not self.many:
            return value if value is None else self._one(value)
        given = [part for text in value or () for part in (text.split(",") if self.choices else [text])]
        return tuple(self._one(part) for part in given)

    def _one(self, value: Any) -> Any:
        """One value, within the option's range and choices. Raises :class:`Mistake`."""
        if self.least is not None and (value < self.least or (self.most is not None and value > self.most)):
            most = "" if self.most is None else f"<={self.of(self.most)}"
            least = f"{self.of(self.least)}<=x" if most else f"x>={self.of(self.least)}"
            raise Mistake(f"{value} is not in the range {least}{most}.")
        if self.choices and value not in self.choices:
            raise Mistake(f"{value!r} is not one of {', '.join(self.choices)}.")
        return self.check(value) if self.check and value else value


# --------------------------------------------------------------------------------------------- checks


def _encoding(value: str) -> str:
    """*utf-8*, *auto*: the name of an encoding that Python knows. Raises :class:`Mistake`."""
    try:
        if value != "auto":
            with contextlib.suppress(UnicodeError):
                b"a".decode(value)
    except LookupError:
        raise Mistake(f"{value!r} is no text encoding. Try utf-8, cp1252, utf-16 or auto.") from None
    return value


def _delimiter(value: str) -> str:
    """One character; *tab* for a tab. Raises :class:`Mistake`."""
    value = {"tab": "\t", "\\t": "\t"}.get(value, value)
    if len(value) != 1 or value in '"\r\n':
        raise Mistake(f"{value!r} is no delimiter: one character, or tab.")
    return value


def _date(value: str) -> str:
    """*2025*, *2025-03*, *2025-03-31*. Raises :class:`Mistake`."""
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise Mistake(f"{value!r} is no date: write 2025, 2025-03 or 2025-03-31.")
    return value


def _day(value: str) -> str:
    """*2025-03-31*: a whole date. Raises :class:`Mistake`."""
    import datetime

    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise Mistake(f"{value!r} is no day: write 2025-03-31.") from None


def _by(value: str) -> str:
    """*outlet*, *date:month*: a field, and the unit that its dates are counted in. Raises :class:`Mistake`."""
    field, colon, unit = value.rpartition(":")
    if colon and (not field or unit not in output.UNITS):
        raise Mistake(f"{value!r}: behind the field may stand {', '.join(':' + u for u in output.UNITS)}.")
    return value


def _fields(value: str) -> str:
    """*outlet,date*: names with commas between, none of them empty. Raises :class:`Mistake`."""
    if not all(part.strip() for part in value.split(",")):
        raise Mistake(f"{value!r} has an empty name between its commas.")
    return value


# ------------------------------------------------------------------------------------------ the options

READING = (
    Option(
        "kind", ("--input", "--from"), f"What stdin or the named files hold: auto, {', '.join(READERS)}.", "KIND",
        "auto", choices=("auto", *READERS),
    ),
    Option("text_field", ("--text-field",), "The field or column with the article; a.b is b in a.", "NAME", "text"),
    Option("id_field", ("--id-field",), "The field or column that names the article.", "NAME", "id"),
    Option("date_field", ("--date-field",), "The field or column with its date.", "NAME", "date"),
    Option("date", ("--date",), "The articles' date, for days without one: kemarin, Senin.", "DATE", "", check=_day),
    Option("field_html", ("--field-html",), "The text field holds HTML."),
    Option("delimiter", ("--delimiter",), "What stands between cells: one character, or tab.", "CHAR", "",
           check=_delimiter),
    Option("encoding", ("--encoding",), "The files' encoding; auto detects it.", "NAME", "utf-8", check=_encoding),
    Option(
        "errors", ("--encoding-errors",), "Bytes not in the encoding: strict (an error), or replace.", "WHAT", "strict",
        choices=("strict", "replace"),
    ),
    Option(
        "verbs", ("--verbs",), "Add your own verbs, titles, roles, names … (TOML); may be repeated.", "FILE",
        many=True, is_path=True,
    ),
)  # fmt: skip
CHOOSING = (
    Option(
        "speakers", ("--speaker",), "Only quotes of NAME: a word of the name, the role or the affiliation; may be "
        "repeated.", "NAME", many=True,
    ),
    Option("roles", ("--role",), "Only of people with this word in their role.", "WORD", many=True),
    Option("affiliations", ("--affiliation",), "Only of people with it in their affiliation.", "WORD", many=True),
    Option(
        "types", ("--type", "-t"), "Only direct, mixed or indirect quotes: direct,mixed.", "TYPE", many=True,
        choices=TYPES,
    ),
    Option(
        "acts", ("--act",), f"Only quotes whose verb does this: {', '.join(ACTS)}.", "ACT", many=True, choices=ACTS,
    ),
    Option(
        "min_confidence", ("--min-confidence",), "Only quotes with at least this confidence.", "P", 0.0, float, 0, 1,
    ),
    Option("addressees", ("--to",), "Only what was said to them: a word of the addressee.", "WORD", many=True),
    Option("ids", ("--quote",), "Only the quote with this number in its article.", "ID", of=int, many=True),
    Option("since", ("--since",), "Only articles from this date on: 2025, 2025-03, 2025-03-31.", "DATE", "",
           check=_date),
    Option("until", ("--until",), "Only articles up to this date, the whole of it.", "DATE", "", check=_date),
)  # fmt: skip
PRINTING = (
    Option(
        "format", ("--format", "-f"),
        f"auto, {', '.join(output.FORMATS)}. auto: a table on a terminal, what the name says for -o FILE, else JSON.",
        "FORMAT", "auto", choices=("auto", *output.FORMATS),
    ),
    Option("json", ("--json",), "Short for --format json."),
    Option(
        "output", ("--output", "-o"),
        "Write to FILE, whole or not at all; x.csv.gz is packed, - is stdout.", "FILE",
    ),
    Option("full", ("--full",), "Shorten no quote in a table."),
    Option("with_text", ("--with-text",), "Put the article's text into the JSON."),
    Option("context", ("--context",), "Show when, where, on what occasion, to whom it was said."),
    Option("keep", ("--keep",), "Fields of the record to print too: outlet,date,url.", "NAMES", many=True,
           check=_fields),
    Option("summary", ("--summary", "-s"), "Count instead: who is quoted, how often, how many words."),
    Option("by", ("--by",), "Count for each value of a field: outlet, date:month.", "FIELD", "", check=_by),
    Option(
        "explain", ("--explain",),
        "Show for each quote which rule answered, on which words, and what linked it; --explain 3: for quote 3.",
    ),
    Option(
        "color", ("--color",), "auto (heeds NO_COLOR, FORCE_COLOR), always or never.", "WHEN", "auto",
        choices=("auto", "always", "never"),
    ),
)  # fmt: skip
EVALUATING = (
    Option("evaluate", ("--evaluate",), "Measure against gold: folders of NAME.txt and NAME.json, or case files."),
    Option("disagreements", ("--errors",), "With --evaluate: list every disagreement."),
    Option(
        "predictions", ("--predictions",), "With --evaluate: measure these answers, in our JSON.", "FILE", is_path=True,
    ),
    Option(
        "against", ("--against",), "With --evaluate: what is gained and lost against older answers.", "FILE",
        is_path=True,
    ),
    Option(
        "overrides", ("--overrides",), "Put a person's answers (saved by the review page) in place.", "FILE",
        is_path=True,
    ),
    Option("below", ("--below",), "On the review page, quotes below P come first.", "P", 0.9, float, 0, 1),
)  # fmt: skip
CORPUS = (
    Option("jobs", ("--jobs", "-j"), "Use N processors, 0: all. The output is the same.", "N", 1, int, 0),
)  # fmt: skip
ASKING = (
    Option("rules", ("--rules",), "List the rules and links in order, with examples."),
    Option("schema", ("--schema",), "Print the JSON Schema of the JSON; --schema summary, gold: of these."),
    Option("no_config", ("--no-config",), "Read no qattr.toml."),
    Option("man", ("--man",), "Print the manual page: qattr --man | man -l -"),
    Option("version", ("--version",), "Print the version."),
)

GROUPS: dict[str, tuple[Option, ...]] = {
    "Reading": READING,
    "Choosing": CHOOSING,
    "Printing": PRINTING,
    "Corpus": CORPUS,
    "Evaluating": EVALUATING,
    "Asking": ASKING,
}
"""The groups of ``--help``, in its order."""
OPTIONS: tuple[Option, ...] = tuple(option for group in GROUPS.values() for option in group)

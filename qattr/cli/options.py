"""The command ``qattr``: reads the options, calls, prints, exits.

Exit codes: 0 all done (also when nothing was found), 2 something could not be done, 130 Ctrl-C.
"""

# No "from __future__ import annotations" here: typer would have to compile every annotation again at each start.
import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, cast

gc.disable()  # while the modules load, collecting garbage only costs time

import typer  # noqa: E402

from qattr import __version__, output  # noqa: E402
from qattr.model import ACTS  # noqa: E402

if TYPE_CHECKING:
    from qattr.reading.types import Kind

app = typer.Typer(
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

TYPES = ("direct", "mixed", "indirect")
KINDS = ("auto", "text", "html", "jsonl", "csv")
FORMATS = ("auto", *output.FORMATS)
COLORS = ("auto", "always", "never")

PATHS_HELP = (
    "Files, folders, or - for stdin. Read are .txt .md .html .htm (one article each), .jsonl .ndjson .csv .tsv (one a "
    "line or row), and .gz of each; a file with another name is read as text."
)
FORMAT_HELP = f"{', '.join(FORMATS)}. auto is a table on a terminal, what the name says for -o FILE, else JSON."
ACT_HELP = f"Only quotes whose verb does this; may be repeated: {', '.join(ACTS)}."

EPILOG = """\b
Examples:
  qattr article.txt                         a table in a terminal, JSON into a pipe
  qattr article.txt | jq -r '.quotes[] | [.speaker, .text] | @tsv'
  qattr --speaker wati --type direct *.txt  her own words in all these files
  qattr archive/ -j 0 -o quotes.csv         a folder, on all cores, as a spreadsheet
  qattr news.jsonl.gz --text-field body --summary
  qattr page.html -o page-quotes.html       a page to read and share
  curl -s URL | qattr --from html -         from a pipe
"""


def _choice(names: tuple[str, ...], *flags: str, metavar: str, help: str, default: bool = True) -> Any:
    """An option that takes these names only (one, or several where the parameter is a list) and completes them."""

    def check(value: str | list[str] | None) -> str | list[str] | None:
        for given in [value] if isinstance(value, str) else value or ():
            if given not in names:
                raise typer.BadParameter(f"{given!r} is not one of {', '.join(names)}.")
        return value

    def complete(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return typer.Option(
        *flags, metavar=metavar, help=help, show_default=default, callback=check, autocompletion=complete
    )


def _encoding(value: str) -> str:
    try:
        if value != "auto":
            with contextlib.suppress(UnicodeError):
                b"a".decode(value)
    except LookupError:
        raise typer.BadParameter(f"{value!r} is no text encoding. Try utf-8, cp1252, utf-16 or auto.") from None
    return value


def _version(value: bool) -> None:
    if value:
        typer.echo(f"qattr {__version__}")
        raise typer.Exit


SCHEMAS = {"gold": ("evaluate", "gold.schema.json")}
"""What ``--schema NAME`` prints; without a name, the JSON of an article."""


def _schema(names: list[str] | None) -> NoReturn:
    parts = SCHEMAS.get(names[0] if names else "", ("schema.json",))
    with open(os.path.join(os.path.dirname(os.path.dirname(__file__)), *parts), encoding="utf-8") as file:
        typer.echo(file.read(), nl=False)
    raise typer.Exit


@app.command(epilog=EPILOG)
def qattr(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=PATHS_HELP, show_default=False)] = None,
    format: Annotated[str, _choice(FORMATS, "--format", "-f", metavar="FORMAT", help=FORMAT_HELP)] = "auto",
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Shorten no quote in a table.")] = False,
    summary: Annotated[
        bool, typer.Option("--summary", "-s", help="Count instead: who is quoted, how often, how many words.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show for each quote which rule answered, on which words, and what linked it."),
    ] = False,
    speaker: Annotated[
        list[str] | None,
        typer.Option("--speaker", metavar="NAME", help="Only quotes of NAME (or a word of it); may be repeated."),
    ] = None,
    type: Annotated[
        list[str] | None,
        _choice(TYPES, "--type", "-t", metavar="TYPE", help="Only direct, mixed or indirect quotes; may be repeated."),
    ] = None,
    act: Annotated[
        list[str] | None,
        _choice(ACTS, "--act", metavar="ACT", help=ACT_HELP),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="P", min=0.0, max=1.0, help="Only quotes with at least this confidence.", show_default=False
        ),
    ] = 0.0,
    kind: Annotated[
        str, _choice(KINDS, "--from", metavar="KIND", help="What stdin or named files hold: text, html, jsonl or csv.")
    ] = "auto",
    text_field: Annotated[str, typer.Option(metavar="NAME", help="The field or column with the article.")] = "text",
    id_field: Annotated[str, typer.Option(metavar="NAME", help="The field or column that names it.")] = "id",
    encoding: Annotated[
        str, typer.Option(metavar="NAME", callback=_encoding, help="The files' encoding; auto detects it.")
    ] = "utf-8",
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the article's text into the JSON.")] = False,
    verbs: Annotated[
        str | None, typer.Option(metavar="FILE", help="Add your own reporting verbs, titles and roles (TOML).")
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="N", min=0, help="Use N processors, 0: all. The output is the same."),
    ] = 1,
    color: Annotated[
        str,
        _choice(COLORS, "--color", metavar="WHEN", help="auto (heeds NO_COLOR, FORCE_COLOR), always or never."),
    ] = "auto",
    below: Annotated[
        float,
        typer.Option(metavar="P", min=0.0, max=1.0, help="On the review page, quotes below P come first."),
    ] = 0.9,
    overrides: Annotated[
        str | None, typer.Option(metavar="FILE", help="Put a person's answers (saved by the review page) in place.")
    ] = None,
    evaluate: Annotated[
        bool, typer.Option("--evaluate", help="Measure against gold: folders of NAME.txt and NAME.json, or case files.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="With --evaluate: list every disagreement.")] = False,
    predictions: Annotated[
        str | None, typer.Option(metavar="FILE", help="With --evaluate: measure these answers, in our JSON.")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="FILE", help="With --evaluate: what is gained and lost against older answers.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and links in order, with examples.")] = False,
    schema: Annotated[
        bool,
        typer.Option("--schema", help="Print the JSON Schema of the JSON (--schema gold: of gold)."),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what, in Indonesian news: every quote with its speaker, role and verb.

    Exit code: 0 done (also when nothing was found), 2 something failed, 130 Ctrl-C.
    """
    from qattr.cli import command
    from qattr.output.filters import Filters
    from qattr.reading.types import Reading

    if schema:
        _schema(paths)
    if json and format not in ("auto", "json"):
        raise typer.BadParameter(f"--json and --format {format} contradict each other.")
    options = command.Options(
        paths=tuple(paths or ()),
        format="json" if json else format,
        output=out,
        full=full,
        summary=summary,
        explain=explain,
        filters=Filters(tuple(speaker or ()), frozenset(type or ()), frozenset(act or ()), min_confidence),
        reading=Reading(None if kind == "auto" else cast("Kind", kind), encoding, text_field, id_field),
        with_text=with_text,
        verbs=verbs,
        jobs=jobs,
        color=color,
        below=below,
        overrides=overrides,
    )
    try:
        if evaluate or predictions or against:
            code = command.evaluate(options, errors, predictions, against)
        else:
            code = command.list_rules(options) if rules else command.run(options)
    except command.Usage as error:
        raise typer.BadParameter(str(error)) from None
    raise typer.Exit(code)


def main() -> NoReturn:
    """The console script.  Ends the process without taking it apart piece by piece, which would cost a fifth more."""
    code = 2
    try:
        app(prog_name="qattr")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
        if code == 1:  # typer's answer to a closed pipe
            code = 0
    except KeyboardInterrupt:
        code = 130
    except OSError as error:  # --help or --schema to a full disk
        print(f"qattr: stdout: {error.strerror}. Write to another place.", file=sys.stderr)
    with contextlib.suppress(OSError, AttributeError):
        sys.stdout.flush()
    os._exit(code)


gc.freeze()
gc.enable()

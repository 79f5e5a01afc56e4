"""The command ``qattr``: reads the options, calls, prints, exits.

Exit codes: 0 all done (also when nothing was found), 2 something could not be done, 130 Ctrl-C.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import Any, NoReturn

gc.disable()  # while the modules load, collecting garbage only costs time

import typer  # noqa: E402
from typer.core import TyperArgument, TyperCommand, TyperOption  # noqa: E402

from qattr import __version__  # noqa: E402
from qattr.cli import help as words  # noqa: E402
from qattr.cli.options import GROUPS, OPTIONS, Mistake, Option  # noqa: E402

_COMPLETION = ("--install-completion", "--show-completion")


class Command(TyperCommand):
    """A command whose help has its options in groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """``--help``'s options, in the groups of :data:`GROUPS`."""
        with formatter.section("Arguments"):
            formatter.write_dl([("[PATH]...", words.PATHS)])
        for title, group in GROUPS.items():
            with formatter.section(title):
                lines = [(words.flags(option), words.text(option)) for option in group]
                if title == "Asking":
                    lines += [(flag, f"{flag[2:].replace('-', ' ').capitalize()}.") for flag in _COMPLETION]
                    lines.append(("-h, --help", "Show this."))
                formatter.write_dl(lines)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """``--help``'s last blocks: files and examples."""
        for title, block in (("Files", words.FILES), ("Examples", words.EXAMPLES)):
            formatter.write(f"\n{title}:\n")
            for line in block.splitlines():
                formatter.write(f"  {line}\n")


def command() -> Command:
    """The command with all its options."""
    params: list[Any] = [TyperArgument(param_decls=["paths"], nargs=-1, metavar="[PATH]...")]
    params += [_parameter(option) for option in OPTIONS]
    if "_QATTR_COMPLETE" in os.environ or any("completion" in argument for argument in sys.argv):
        params += _completion_parameters()
    return Command(
        "qattr",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        callback=_run,
        params=params,
        help=f"{words.SUMMARY}\n\n{words.EXIT}",
        rich_markup_mode=None,
    )


def _parameter(option: Option) -> TyperOption:
    """The option as typer has it."""

    def check(context: Any, parameter: Any, value: Any) -> Any:
        """The value as the option wants it, or typer's error with the option's own words."""
        try:
            return option.checked(value)
        except Mistake as error:
            raise typer.BadParameter(str(error), ctx=context, param=parameter) from None

    def complete(context: Any, given: list[str], incomplete: str) -> list[tuple[str, str] | str]:
        """The choices that begin with what is typed."""
        return [name for name in option.choices if name.startswith(incomplete)]

    if not option.metavar:
        return TyperOption(param_decls=[option.name, *option.flags], is_flag=True, default=False, help=option.help)
    return TyperOption(
        param_decls=[option.name, *option.flags],
        type=option.of,
        default=option.default,
        multiple=option.many,
        metavar=option.metavar,
        help=option.help,
        callback=check,
        autocompletion=complete if option.choices else None,
    )


def _completion_parameters() -> list[Any]:
    """The two options that typer gives a command of its own, and what it needs to complete."""
    app = typer.Typer(add_completion=True)
    app.command()(lambda: None)
    return [p for p in typer.main.get_command(app).params if any(flag in p.opts for flag in _COMPLETION)]


def _run(**values: Any) -> None:
    """Does what is asked, prints the version, a schema or the manual, or starts the run."""
    from qattr.cli import command as work

    if values["version"]:
        typer.echo(f"qattr {__version__}")
        return
    if values["man"]:
        typer.echo(words.manual(), nl=False)
        return
    if values["schema"]:
        _print_schema("summary" if values["summary"] else (*(values["paths"] or ()), "")[0])
        return
    try:
        code = work.start(values)
    except work.Usage as error:
        raise typer.BadParameter(str(error)) from None
    raise typer.Exit(code)


SCHEMAS = {"gold": ("evaluate", "gold.schema.json"), "summary": ("summary.schema.json",)}
"""What ``--schema NAME`` prints; without a name, the JSON of an article."""


def _print_schema(name: str) -> None:
    """Prints the JSON Schema of a name: the result's, the summary's, the gold's."""
    parts = SCHEMAS.get(name, ("schema.json",))
    with open(os.path.join(os.path.dirname(os.path.dirname(__file__)), *parts), encoding="utf-8") as file:
        typer.echo(file.read(), nl=False)


def _spelled_out(arguments: list[str]) -> list[str]:
    """``--explain 3`` as ``--explain --quote 3``, where no file is called 3; ``--errors replace`` for the encoding.

    >>> _spelled_out(["--explain", "3", "a.txt"]), _spelled_out(["--explain=2"])
    (['--explain', '--quote', '3', 'a.txt'], ['--explain', '--quote', '2'])
    """
    made: list[str] = []
    for argument in arguments:
        if argument.startswith("--explain=") and argument[10:].isdigit():
            made += ["--explain", "--quote", argument[10:]]
        elif argument.isdigit() and made[-1:] == ["--explain"] and not os.path.exists(argument):
            made += ["--quote", argument]
        elif argument in ("--errors=replace", "--errors=strict"):
            made.append(f"--encoding-{argument[2:]}")
        elif argument in ("replace", "strict") and made[-1:] == ["--errors"]:
            made[-1:] = ["--encoding-errors", argument]
        else:
            made.append(argument)
    return made


def _defaults(arguments: list[str]) -> dict[str, Any]:
    """What the configuration says.  Ends the process where it cannot be used."""
    if "--no-config" in arguments:
        return {}
    from qattr.cli.config import defaults

    try:
        return defaults()
    except Mistake as error:
        print(f"qattr: {error}", file=sys.stderr)
        sys.exit(2)


def run(arguments: list[str]) -> int:
    """The command with these arguments; its exit code."""
    try:
        arguments = _spelled_out(arguments)
        command().main(arguments, prog_name="qattr", default_map=_defaults(arguments))
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
        return 0 if code == 1 else code  # 1 is typer's answer to a closed pipe
    except KeyboardInterrupt:
        return 130
    except OSError as error:  # --help or --schema to a full disk
        print(f"qattr: stdout: {error.strerror}. Write to another place.", file=sys.stderr)
    return 2


def main() -> NoReturn:
    """The console script.  Ends the process without taking it apart piece by piece, which would cost a fifth more."""
    code = run(sys.argv[1:])
    with contextlib.suppress(OSError, AttributeError):
        sys.stdout.flush()
    os._exit(code)


gc.freeze()
gc.enable()

"""What the command does with its options: input -> work -> output, and what is said on stderr."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import NamedTuple

from qattr import output
from qattr.corpus.jobs import Work, cores
from qattr.corpus.sink import Closed, Sink, silence_stdout
from qattr.output import Style
from qattr.output.filters import Filters
from qattr.output.safe import one_line
from qattr.output.summary import Tally
from qattr.reading import files as corpus
from qattr.reading.types import Failure, Reading

_FOR_PEOPLE = ("table", "text", "explain")
"""The formats that may have colours and follow the terminal's width and encoding."""


class Usage(Exception):
    """Options that do not go together; the message says what to do instead."""


class Options(NamedTuple):
    """The options of the command, as ``qattr --help`` describes them."""

    paths: tuple[str, ...]
    format: str
    output: str | None
    full: bool
    summary: bool
    explain: bool
    filters: Filters
    reading: Reading
    with_text: bool
    verbs: str | None
    jobs: int
    color: str
    below: float = 0.9
    overrides: str | None = None


def run(options: Options) -> int:
    """Do what was asked and give the exit code.  Raises :class:`Usage`."""
    paths = options.paths
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            _tell("Usage: qattr [OPTIONS] [PATH]...\n")
            _tell("qattr: nothing to read. Give a file, a folder or - (qattr article.txt); qattr -h tells more.")
            return 2
        paths = ("-",)
    if paths.count("-") > 1:
        raise Usage("stdin (-) can be read only once.")
    if options.output == "":
        raise Usage("-o needs the name of a file.")
    form = _format(options)
    style = _style(options, form, corpus.holds_many(paths, options.reading))
    reading = options.reading._replace(skip=_identity(options.output))
    _keep_inputs(paths, reading)
    work = Work(reading, options.filters, style, None if options.summary else form, None)
    try:
        if options.verbs:
            from qattr import lexicon

            work = work._replace(lexicon=lexicon.load(options.verbs))
        if options.overrides:
            from qattr.evaluate.corrections import read_corrections

            work = work._replace(corrections=read_corrections(options.overrides))
        encoding = sys.stdout.encoding if style.ascii else "utf-8"
        with _sink(options.output, form, style, encoding) as sink:
            return _Run(paths, work, _jobs(options.jobs, paths, style), sink).go()
    except ValueError as error:  # a LexiconError, a GoldError
        _say(str(error))
    except RuntimeError as error:
        _say(f"{error}. Try again with fewer --jobs.")
    except OSError as error:
        reason, _ = corpus.explain_error(error)
        _say(f"{options.output or 'stdout'}: {reason}. Write to another place with -o FILE.")
        silence_stdout()
    except KeyboardInterrupt:
        os._exit(130)  # at once: nothing is buffered, and worker processes end with this one
    return 2


def list_rules(options: Options) -> int:
    """``--rules``."""
    from qattr.output.explain import list_rules

    style = _style(options, "explain", False)
    try:
        with Sink(options.output) as sink:
            sink.write(list_rules(style))
            sink.commit()
    except Closed:
        silence_stdout()
    except OSError as error:
        _say(f"{options.output or 'stdout'}: {corpus.explain_error(error)[0]}. Write to another place with -o FILE.")
        silence_stdout()
        return 2
    return 0


def evaluate(options: Options, errors: bool, predictions: str | None, against: str | None) -> int:
    """``--evaluate``: 2 when something could not be read or an answer is unsound.  Raises :class:`Usage`."""
    from qattr.cli.evaluation import Asked, measure

    if not options.paths:
        raise Usage("--evaluate needs a folder of gold or of case files.")
    try:
        from qattr import lexicon

        own = lexicon.load(options.verbs) if options.verbs else None
        asked = Asked(options.paths, options.format, errors, predictions, against, options.jobs)
        found = measure(asked, own)
        with Sink(options.output) as sink:
            sink.write(found.output)
            sink.commit()
    except ValueError as error:  # a LexiconError, a GoldError, a CaseError
        _say(str(error))
    except Closed:
        silence_stdout()
        return 0
    except OSError as error:
        _say(f"{error.filename or options.output or 'stdout'}: {corpus.explain_error(error)[0]}.")
        silence_stdout()
    else:
        if found.problem:
            _say(found.problem)
        return 2 if found.problem else 0
    return 2


class _Run:
    """One run over all inputs."""

    def __init__(self, paths: tuple[str, ...], work: Work, jobs: int, sink: Sink) -> None:
        from qattr.corpus.progress import Bar

        self.paths = paths
        self.work = work
        self.jobs = jobs
        self.sink = sink
        self.done = 0
        self.failed = 0
        known = not any(corpus.holds_many((path,), work.reading) for path in paths) if len(paths) > 1 else False
        self.bar = Bar(_wants_bar(sink.path), len(paths) if known else None)

    def go(self) -> int:
        try:
            self._write()
        except Closed:
            silence_stdout()
        finally:
            self.bar.close()
        if self.failed and self.done + self.failed > 1:
            _say(f"{self.failed} of {self.done + self.failed} articles failed")
        return 2 if self.failed else 0

    def _write(self) -> None:
        from qattr.corpus import jobs

        style, tally = self.work.style, Tally(self.work.style.many)
        form = output.load(self.work.form) if self.work.form else None
        started = False
        for outcome in jobs.run(corpus.tasks(self.paths, self.work.reading), self.work, self.jobs):
            self._report(outcome.failures)
            self.done += outcome.articles
            if outcome.tally:
                tally.merge(outcome.tally)
            if form and outcome.articles and not started:
                self.sink.write(form.head(style, self._title()))
                started = True
            self.sink.write(outcome.output)
            self.bar.advance(outcome.articles, sum(not f.note for f in outcome.failures))
        self.bar.close()
        if self.failed and not self.done:
            return  # nothing was read: an old output file is worth more than an empty one
        if form is None:
            from qattr.output.summary_view import render

            self.sink.write(render(tally, style))
        else:
            self.sink.write((form.head(style, self._title()) if not started else "") + form.foot(style))
        self.sink.commit()

    def _report(self, failures: tuple[Failure, ...]) -> None:
        for failure in failures:
            self.failed += not failure.note
            line = f"qattr: {one_line(str(failure))}"
            if not self.bar.message(line):
                _tell(line)

    def _title(self) -> str:
        return corpus.shown(self.paths[0]) if len(self.paths) == 1 else f"{len(self.paths)} inputs"


def _tell(line: str) -> None:
    """One line on stderr; where nobody listens, none."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)


def _say(message: str) -> None:
    _tell(f"qattr: {one_line(message)}")


# ------------------------------------------------------------------------------------- options


def _format(options: Options) -> str:
    form = options.format
    if options.explain:
        if form != "auto":
            raise Usage(f"--explain prints text of its own; leave out --format {form}.")
        if options.summary:
            raise Usage("--explain and --summary contradict each other; give one of them.")
        return "explain"
    if form == "auto" and options.output:
        suffix = os.path.splitext(options.output)[1].lower()
        form = output.BY_SUFFIX.get(suffix, "json")
        if options.summary and suffix == ".txt":
            form = "table"
    elif form == "auto":
        form = "table" if _is_terminal() else "json"
    if options.summary:
        from qattr.output.summary_view import FORMATS

        if form not in FORMATS:
            raise Usage(f"--summary has no format {form}; it has {', '.join(FORMATS)}.")
    return form


def _style(options: Options, form: str, many: bool) -> Style:
    people = form in _FOR_PEOPLE
    shown = options.output is None and _is_terminal()
    limited = people and shown and not (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    return Style(
        format=form,
        width=max(10, shutil.get_terminal_size((100, 24)).columns) if people else 80,
        color=people and _color(options.color, shown),
        full=options.full,
        with_text=options.with_text,
        many=many,
        below=options.below,
        folder=_in_folder(options.output, form, many),
        ascii=limited,
    )


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _color(when: str, shown: bool) -> bool:
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return shown and os.environ.get("TERM") != "dumb"


def _wants_bar(path: str | None) -> bool:
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return path is not None or not _is_terminal()


def _in_folder(path: str | None, form: str, many: bool) -> bool:
    """True where each article becomes files of its own.  Raises :class:`Usage` where it must, and cannot."""
    if form != "brat":
        return False
    if many and path is None:
        raise Usage("--format brat writes files for each article; name a folder for them: -o FOLDER.")
    return path is not None and (many or os.path.isdir(path) or path.endswith(os.sep))


def _sink(path: str | None, form: str, style: Style, encoding: str) -> Sink:
    if style.folder and path:
        from qattr.corpus.folder import FolderSink

        return FolderSink(path)
    return Sink(path, encoding)


def _jobs(asked: int, paths: tuple[str, ...], style: Style) -> int:
    return (asked or cores()) if style.many else 1


def _identity(path: str | None) -> tuple[int, int] | None:
    """Device and inode of a file that is there."""
    try:
        status = os.stat(path) if path else None
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status else None


def _keep_inputs(paths: tuple[str, ...], reading: Reading) -> None:
    """Refuse to write over what is to be read."""
    for path in paths if reading.skip else ():
        if path != "-" and not os.path.isdir(path) and os.path.isfile(path) and _identity(path) == reading.skip:
            raise Usage(f"-o {path} is also an input and would be lost; write to another file.")

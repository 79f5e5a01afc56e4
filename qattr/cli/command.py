"""What the command does with its options: input -> work -> output, and what is said on stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from qattr import output
from qattr.cli import printing
from qattr.cli.faults import Faults
from qattr.cli.printing import Printing, Target, Usage
from qattr.corpus.jobs import Work, cores
from qattr.corpus.sink import Closed, Sink, silence_stdout
from qattr.output.filters import Filters
from qattr.output.safe import one_line
from qattr.output.summary import Tally
from qattr.reading.files import amount_of, holds_many, tasks
from qattr.reading.opening import Position, explain_error, shown
from qattr.reading.types import Reading, Unreadable

if TYPE_CHECKING:
    from qattr.corpus.progress import Amount

__all__ = ["Usage", "start"]

_Fields = TypeVar("_Fields", Reading, Filters, Printing)
_ELSEWHERE = "Write to another place with -o FILE"


class Run(NamedTuple):
    """The options of one run, those that belong together in one."""

    paths: tuple[str, ...]
    reading: Reading
    filters: Filters
    printing: Printing
    verbs: tuple[str, ...] = ()
    jobs: int = 1
    overrides: str | None = None


def start(values: Mapping[str, Any]) -> int:
    """Do what the options say, given by their names, and give the exit code.  Raises :class:`Usage`."""
    given = dict(values) | {"kind": None if values["kind"] == "auto" else values["kind"]}
    given["keep"] = tuple(name.strip() for part in given["keep"] for name in part.split(","))
    reading, filters = _gathered(Reading, given), _gathered(Filters, given)
    options = Run(
        tuple(given["paths"] or ()), reading, filters, _gathered(Printing, given),
        given["verbs"], given["jobs"], given["overrides"],
    )  # fmt: skip
    if given["evaluate"] or given["predictions"] or given["against"]:
        return evaluate(options, given["disagreements"], given["predictions"], given["against"])
    return list_rules(options) if given["rules"] else run(options)


def _gathered(kind: type[_Fields], values: Mapping[str, Any]) -> _Fields:
    """A named tuple of the options whose names are its fields."""
    return kind(**{name: values[name] for name in kind._fields if name in values})


def run(options: Run) -> int:
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
    target = printing.target_of(options.printing)
    reading = options.reading._replace(skip=_identity(target.path))
    style = printing.style_of(options.printing, target, holds_many(paths, reading))
    style = style._replace(date_field=reading.date_field)
    _keep_inputs(paths, reading)
    work = Work(reading, options.filters, style, None if options.printing.summary else target.form, None)
    try:
        if options.verbs:
            from qattr import lexicon

            work = work._replace(lexicon=lexicon.load(*options.verbs))
        if options.overrides:
            from qattr.evaluate.corrections import read_corrections

            work = work._replace(corrections=read_corrections(options.overrides))
        encoding = sys.stdout.encoding if style.ascii else "utf-8"
        with _sink(target, style, encoding) as sink:
            return _Run(paths, work, _jobs(options.jobs, style), sink).go()
    except ValueError as error:  # a LexiconError, a GoldError
        _say(str(error))
    except Unreadable as error:
        _say(f"{target.path}: {error.reason}. {error.step}.")
    except RuntimeError as error:
        _say(f"{error}. Try again with fewer --jobs.")
    except OSError as error:
        _say(f"{target.path or 'stdout'}: {explain_error(error)[0]}. {_ELSEWHERE}.")
        silence_stdout()
    except KeyboardInterrupt:
        os._exit(130)  # at once: nothing is buffered, and worker processes end with this one
    return 2


def list_rules(options: Run) -> int:
    """``--rules``."""
    from qattr.output.explain import list_rules

    target = printing.target_of(options.printing._replace(explain=True, summary=False, format="auto"))
    try:
        with Sink(target.path, packing=target.packing) as sink:
            sink.write(list_rules(printing.style_of(options.printing, target, many=False)))
            sink.commit()
    except Closed:
        silence_stdout()
    except OSError as error:
        _say(f"{target.path or 'stdout'}: {explain_error(error)[0]}. {_ELSEWHERE}.")
        silence_stdout()
        return 2
    return 0


def evaluate(options: Run, errors: bool, predictions: str | None, against: str | None) -> int:
    """``--evaluate``: 2 when something could not be read or an answer is unsound.  Raises :class:`Usage`."""
    from qattr.cli.evaluation import Asked, measure

    if not options.paths:
        raise Usage("--evaluate needs a folder of gold or of case files.")
    output_format = "json" if options.printing.json else options.printing.format
    path = None if options.printing.output == "-" else options.printing.output
    try:
        from qattr import lexicon

        own = lexicon.load(*options.verbs) if options.verbs else None
        asked = Asked(options.paths, output_format, errors, predictions, against, options.jobs)
        found = measure(asked, own)
        with Sink(path) as sink:
            sink.write(found.output)
            sink.commit()
    except ValueError as error:  # a LexiconError, a GoldError, a CaseError
        _say(str(error))
    except Closed:
        silence_stdout()
        return 0
    except OSError as error:
        _say(f"{error.filename or path or 'stdout'}: {explain_error(error)[0]}.")
        silence_stdout()
    else:
        if found.problem:
            _say(found.problem)
        return 2 if found.problem else 0
    return 2


def _sink(target: Target, style: output.Style, encoding: str) -> Sink:
    """Where the results go: a folder for a format that writes one, else a file or standard output."""
    if style.folder and target.path:
        from qattr.corpus.folder import FolderSink

        return FolderSink(target.path)
    return Sink(target.path, encoding, target.packing)


class _Run:
    """One run over all inputs."""

    def __init__(self, paths: tuple[str, ...], work: Work, jobs: int, sink: Sink) -> None:
        from qattr.corpus.progress import Bar

        self.paths = paths
        self.work = work
        self.jobs = jobs
        self.sink = sink
        self.done = 0
        self.position = Position()
        self.bar = Bar(_wants_bar(sink.path), self._amount())
        self.faults = Faults(self._fault)

    def go(self) -> int:
        """Does the run and returns the exit status: 2 where an article failed, else 0."""
        try:
            self._write()
        except Closed:
            silence_stdout()
        finally:
            self.bar.close()
        failed = self.faults.failed
        if failed and self.done + failed > 1:
            _say(f"{failed} of {self.done + failed} articles failed")
        return 2 if failed else 0

    def _write(self) -> None:
        """Head, articles and foot, in the order of the input, as they are ready."""
        from qattr.corpus import jobs

        style, tally = self.work.style, Tally(self.work.style.many)
        form = output.load(self.work.form) if self.work.form else None
        started = False
        for outcome in jobs.run(tasks(self.paths, self.work.reading, self.position), self.work, self.jobs):
            for failure in outcome.failures:
                self.faults.add(failure)
            self.done += outcome.articles
            if outcome.tally:
                tally.merge(outcome.tally)
            if form and outcome.articles and not started:
                self.sink.write(form.head(style, outcome.title or self._title()))
                started = True
            self.sink.write(outcome.output)
            self.bar.advance(outcome.articles, sum(not f.note for f in outcome.failures))
        self.faults.close()
        self.bar.close()
        if self.faults.failed and not self.done:
            return  # nothing was read: an old output file is worth more than an empty one
        if form is None:
            from qattr.output.summary_view import render

            self.sink.write(render(tally, style))
        else:
            self.sink.write((form.head(style, self._title()) if not started else "") + form.foot(style, tally))
        self.sink.commit()

    def _amount(self) -> Amount | None:
        """How much there is to do, where that can be told without much work."""
        from qattr.corpus.progress import Amount

        if size := amount_of(self.paths, self.work.reading):
            return Amount(size, self.position.bytes)
        single = len(self.paths) > 1 and not any(holds_many((path,), self.work.reading) for path in self.paths)
        return Amount(len(self.paths)) if single else None

    def _fault(self, line: str) -> None:
        """A line about what could not be read, above the bar where there is one."""
        line = f"qattr: {line}"
        if not self.bar.message(line):
            _tell(line)

    def _title(self) -> str:
        """What the whole result is called: the input, or how many there are."""
        return shown(self.paths[0]) if len(self.paths) == 1 else f"{len(self.paths)} inputs"


def _tell(line: str) -> None:
    """One line on stderr; where nobody listens, none."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{line}\n")  # one write: another program may print to the same terminal
            sys.stderr.flush()


def _say(message: str) -> None:
    """One line of the command's own on standard error."""
    _tell(f"qattr: {one_line(message)}")


def _wants_bar(path: str | None) -> bool:
    """Whether a progress bar is seen, and does not run into results on the same terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return path is not None or not printing.is_terminal()


def _jobs(asked: int, style: output.Style) -> int:
    """How many processes: as asked, all cores for 0, and one where there is only one article."""
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

"""Many articles: analysed one by one or by several processes, given back in their order, in constant memory."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import qattr
from qattr import output
from qattr.output import Style
from qattr.output.fields import group_of
from qattr.output.filters import Filters
from qattr.output.headline import entry_of, title_of
from qattr.output.summary import Tally
from qattr.reading.dates import day_of
from qattr.reading.loading import load
from qattr.reading.marks import restored
from qattr.reading.opening import failure
from qattr.reading.record import looked_up
from qattr.reading.types import Article, Failure, Reading, Task, Unreadable

if TYPE_CHECKING:
    from concurrent.futures import Future

    from qattr.evaluate.corrections import Corrections
    from qattr.lexicon import Lexicon

CHUNK_ARTICLES = 32
CHUNK_BYTES = 1 << 18
"""What one process gets at a time, at most; the first chunks are smaller, so that a first result leaves early."""
WAITING = 3
"""Chunks under way per process: enough to keep all busy, few enough to stay small."""


_UNCOLLECTED = 100_000
"""An article leaves no cycles behind: looking for some after every 700 objects finds nothing."""


class Work(NamedTuple):
    """What is to be done with every article."""

    reading: Reading = Reading()
    filters: Filters = Filters()
    style: Style = Style()
    form: str | None = "json"
    """The output format's name; ``None`` counts only."""
    lexicon: Lexicon | None = None
    corrections: Corrections | None = None
    """A person's answers, which take the place of the engine's."""


class Outcome(NamedTuple):
    """What came of some consecutive tasks."""

    output: str
    """The articles as they are to be printed."""
    articles: int
    """How many articles were analysed."""
    failures: tuple[Failure, ...]
    tally: Tally | None
    """Their counts, where the work was to count."""
    title: str = ""
    """What the article is called, where only one may come."""


class Worker:
    """Loads, analyses, filters and renders; one lives in each process."""

    def __init__(self, work: Work) -> None:
        gc.freeze()  # what is loaded now stays
        gc.set_threshold(_UNCOLLECTED)
        self.work = work
        self.format = output.load(work.form) if work.form else None
        self.counts = not work.form or (work.style.many and output.form_of(work.form).counts)

    def run(self, tasks: Iterable[Task | Failure]) -> Outcome:
        """All of some tasks.  What goes wrong with one of them is a :class:`Failure` in the outcome."""
        printed: list[str] = []
        failures: list[Failure] = []
        tally = Tally(self.work.style.many) if self.counts else None
        articles, title = 0, ""
        for task in tasks:
            if isinstance(task, Failure):
                failures.append(task)
                continue
            try:
                article = load(task, self.work.reading)
                failures.extend(article.notes)
                if not (undated := self._undated(article)):
                    printed.append(self.one(article, tally))
                elif undated.reason:
                    failures.append(undated)
                articles += 1
                title = title if self.work.style.many else title_of(article)
            except Unreadable as error:
                failures.append(failure(task.source, error))
            except Exception as error:
                if os.environ.get("QATTR_DEBUG"):
                    raise
                what = f"internal error ({type(error).__name__}: {error})"
                failures.append(Failure(task.source, what, "Please report it; QATTR_DEBUG=1 shows where it is"))
        return Outcome("".join(printed), articles, tuple(failures), tally, title)

    def _undated(self, article: Article) -> Failure | None:
        """Why an article is out of the dates that were asked for, with no reason to be said where it just is."""
        filters, name = self.work.filters, self.work.reading.date_field
        if not filters.asks_for_dates():
            return None
        day = self._day(article)
        if day is None:
            step = "Name the field with --date-field"
            return Failure(article.source, f"left out: no date in field {name!r}", step, note=True)
        return None if filters.holds(day) else Failure(article.source, "", "", note=True)

    def _day(self, article: Article) -> str | None:
        """The date of a record, ``2025-03-31``."""
        return day_of(looked_up(article.meta, self.work.reading.date_field)) if article.meta else None

    def one(self, article: Article, tally: Tally | None = None) -> str:
        """Analyse one article and render it (or count it into ``tally``)."""
        marks, style = article.marks, self.work.style
        text, trace = marks.text if marks else article.text, self.work.form == "explain"
        day = self._day(article) or self.work.reading.date
        document = qattr.analyze(text, article.source, lexicon=self.work.lexicon, trace=trace, published=day)
        if marks:
            document = restored(document, article.text, marks)
        if self.work.corrections is not None:
            document = self.work.corrections.apply(document)
        document = self.work.filters.apply(document)
        if tally is not None:
            tally.add(document, group_of(article, style.by) if style.by else "")
            if self.format:
                tally.entries.append(entry_of(article, document))
        return self.format.article(article, document, style) if self.format else ""


def run(tasks: Iterable[Task | Failure], work: Work, jobs: int) -> Iterator[Outcome]:
    """The outcomes of all tasks, in order.  With one job each task is done before the next one is read.

    Raises RuntimeError when a process dies.
    """
    if jobs > 1:
        yield from _in_parallel(tasks, work, jobs)
        return
    worker = Worker(work)
    for task in tasks:
        yield worker.run((task,))


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --------------------------------------------------------------------------------- several processes

_worker: Worker | None = None


def _in_parallel(tasks: Iterable[Task | Failure], work: Work, jobs: int) -> Iterator[Outcome]:
    """The outcomes of several processes, in the order of the tasks; tasks are read as there is room for them."""
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from queue import SimpleQueue as Queue

    method = "fork" if sys.platform == "linux" else None
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(jobs, context, _start, (work,))
    pool.submit(_run, []).result()  # starts the processes, before there are threads that a fork would tear
    coming: Queue[Future[Outcome] | BaseException | None] = Queue()
    room = threading.Semaphore(jobs * WAITING)

    def feed() -> None:  # in a thread of its own, so that results leave while the next article is awaited
        """Hands chunks to the pool; at the end ``None``, or the error that stopped the reading."""
        end: BaseException | None = None
        try:
            for chunk in chunks(tasks):
                room.acquire()
                coming.put(pool.submit(_run, chunk))
        except BaseException as error:
            end = error
        coming.put(end)

    finished = False
    try:
        threading.Thread(target=feed, daemon=True).start()
        while (next_one := coming.get()) is not None:
            if isinstance(next_one, BaseException):
                raise next_one
            yield next_one.result()
            room.release()
        finished = True
    except BrokenProcessPool:
        raise RuntimeError("a worker process died, maybe for lack of memory") from None
    finally:
        pool.shutdown(wait=finished, cancel_futures=True)


def chunks(tasks: Iterable[Task | Failure]) -> Iterator[list[Task | Failure]]:
    """Tasks in portions of growing size, up to :data:`CHUNK_ARTICLES` and about :data:`CHUNK_BYTES`."""
    most, chunk, size = 1, list[Task | Failure](), 0
    for task in tasks:
        chunk.append(task)
        if isinstance(task, Task) and isinstance(task.data, bytes | str):
            size += len(task.data)
        if len(chunk) >= most or size >= CHUNK_BYTES:
            yield chunk
            most, chunk, size = min(most * 2, CHUNK_ARTICLES), [], 0
    if chunk:
        yield chunk


def _start(work: Work) -> None:
    """In a new process: leave Ctrl-C to the parent, and end when the parent is gone."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    global _worker
    _worker = Worker(work)


def _end_with_parent() -> None:
    """Ends this process when the one that started it ends, however that happens."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run(chunk: list[Task | Failure]) -> Outcome:
    """One chunk, in a worker process."""
    assert _worker is not None
    return _worker.run(chunk)

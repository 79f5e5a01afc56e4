"""Many articles from Python: in their order, on one processor or several, without holding more than a few of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import TYPE_CHECKING

from qattr.model import Document
from qattr.pipeline import analyze

if TYPE_CHECKING:
    from concurrent.futures import Future

    from qattr.lexicon import Lexicon

_Pair = tuple[str, str | None]
_CHUNK = 32
"""Articles that one process gets at a time, at most; the first portions are smaller: a first result comes soon."""
_WAITING = 3
"""Portions under way per process: enough to keep all busy."""


def analyze_many(
    texts: Iterable[str], sources: Iterable[str | None] | None = None, *, jobs: int = 1, lexicon: Lexicon | None = None
) -> Iterator[Document]:
    """``analyze_many(['"Siap," kata Rahma.', "…"], jobs=2)`` gives a :class:`~qattr.Document` a text, in order.

    ``texts`` may be a generator without end: it is read a few hundred texts ahead at most (with one job, none), and
    results come as they are ready.  ``sources`` names them, one for each.  ``jobs`` is a number of processes, 0 all
    processors; the result does not depend on it.  Where processes are not forked (macOS, Windows) a script that asks
    for several needs ``if __name__ == "__main__":``.

    Raises TypeError for what is no ``str`` when its turn comes, ValueError for a negative ``jobs`` and for ``sources``
    of another length, RuntimeError when a process dies.
    """
    if jobs < 0:
        raise ValueError(f"jobs must be 0 or more, not {jobs}")
    pairs: Iterator[_Pair] = zip(texts, repeat(None)) if sources is None else zip(texts, sources, strict=True)
    jobs = jobs or _processors()
    return _in_parallel(pairs, jobs, lexicon) if jobs > 1 else _one_by_one(pairs, lexicon)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _one_by_one(pairs: Iterable[_Pair], lexicon: Lexicon | None) -> Iterator[Document]:
    """The documents, in this process."""
    for text, source in pairs:
        yield analyze(text, source, lexicon=lexicon)


def _in_parallel(pairs: Iterator[_Pair], jobs: int, lexicon: Lexicon | None) -> Iterator[Document]:
    """The documents of several processes, in the order of the texts, a few portions read ahead."""
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(jobs, context, _start, (lexicon,))
    waiting: deque[Future[list[Document | TypeError]]] = deque()
    try:
        for portion in chain(_portions(pairs), repeat([])):
            if portion:
                waiting.append(pool.submit(_analyze, portion))
            while waiting and (not portion or len(waiting) > jobs * _WAITING or waiting[0].done()):
                yield from map(_unwrapped, waiting.popleft().result())
            if not portion:
                return
    except BrokenProcessPool:
        raise RuntimeError("a worker process died, maybe for lack of memory") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _portions(pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """The texts in lists that grow: the first answer comes soon, the later ones cost little."""
    most, portion = 1, list[_Pair]()
    for pair in pairs:
        portion.append(pair)
        if len(portion) >= most:
            yield portion
            most, portion = min(most * 2, _CHUNK), []
    if portion:
        yield portion


def _unwrapped(answer: Document | TypeError) -> Document:
    """The document; raises what stands in its place."""
    if isinstance(answer, TypeError):
        raise answer
    return answer


# ------------------------------------------------------------------------------------- in a process

_lexicon: Lexicon | None = None


def _start(lexicon: Lexicon | None) -> None:
    """Keeps the lexicon of a worker process."""
    global _lexicon
    _lexicon = lexicon


def _analyze(portion: list[_Pair]) -> list[Document | TypeError]:
    """An error stands in its place, so that the documents before it still come."""
    found: list[Document | TypeError] = []
    for text, source in portion:
        try:
            found.append(analyze(text, source, lexicon=_lexicon))
        except TypeError as error:
            found.append(error)
            break
    return found

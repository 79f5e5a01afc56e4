"""Other tools on the same articles, where they are installed; never needed, never part of the tests."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator

from benchmarks.measure import timed


def _spacy_tokenizer() -> Callable[[list[str]], float]:
    nlp = importlib.import_module("spacy").blank("id")

    def work(texts: list[str]) -> float:
        def scan() -> None:
            for text in texts:
                nlp.make_doc(text)

        return timed(scan)

    return work


PEERS: dict[str, tuple[str, Callable[[], Callable[[list[str]], float]]]] = {
    "spaCy's blank Indonesian tokenizer (tokens only)": ("spacy", _spacy_tokenizer),
}
"""What the line says -> (the module it needs, a function that makes the work)."""


def installed() -> Iterator[tuple[str, Callable[[list[str]], float]]]:
    """The peers that this environment has."""
    for name, (module, make) in PEERS.items():
        if importlib.util.find_spec(module) is not None:
            yield name, make()

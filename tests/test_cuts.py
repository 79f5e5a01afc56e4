"""Words and sentences: the expected cuts stand inside the input.

``phrases/words.txt`` has ``|`` where two words touch (a blank always divides), ``phrases/sentences.txt`` where a
sentence begins.  Where a phrase ends and where a name begins: ``test_phrases.py``.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from qattr.lexicon import DEFAULT
from qattr.pipeline import find_cues, find_marks
from qattr.state import State
from qattr.text.article import Article
from qattr.text.plain import plain
from qattr.text.scanner import scan

FOLDER = Path(__file__).parent / "phrases"


def lines(name: str) -> list[object]:
    """The lines of a file of cuts, each with its place."""
    numbered = enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1)
    kept = [(n, line) for n, line in numbered if line.strip() and not line.startswith("#")]
    return [pytest.param(line.replace("\\n", "\n"), id=f"{name}:{n}: {line}") for n, line in kept]


def with_cuts(article: Article, places: list[int]) -> str:
    """The text with ``|`` at some offsets."""
    return "|".join(article.text[i:j] for i, j in pairwise([0, *places, len(article.text)]))


@pytest.mark.parametrize("line", lines("words.txt"))
def test_words(line: str) -> None:
    article = scan(plain(line.replace("|", "")))
    starts = [article.start(k) for k in range(1, len(article.words))]
    assert with_cuts(article, [start for start in starts if not article.text[start - 1].isspace()]) == line
    assert not any(set(word) & set(" \n") for word in article.words)


@pytest.mark.parametrize("line", lines("sentences.txt"))
def test_sentences(line: str) -> None:
    text = line.replace("| ", "").replace("|", "")
    state = State(scan(plain(text), DEFAULT), None, text, False)
    find_marks(state)
    find_cues(state)
    article = state.article
    starts = [article.start(k) for k in state.sentences if 0 < k < len(article.words)]
    assert with_cuts(article, starts) == line.replace("| ", "|")

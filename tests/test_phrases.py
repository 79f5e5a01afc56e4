"""Where a source phrase ends and where its name begins: the expected cuts stand inside the input.

``phrases/ends.txt`` has one phrase a line with ``|`` where a segment or the phrase ends, ``phrases/names.txt`` with
``|`` where the name begins (at the end of the role where there is no name).  Each question of the lists in
:data:`LISTS` begins its docstring with such a phrase, or with several between semicolons, before a colon.  It must
decide one of them and *earn its place*: without it some phrase is cut otherwise.  Where a list says
``# before _other: why``, some phrase is cut otherwise when the question comes after the other.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from qattr.lexicon import DEFAULT
from qattr.mentions import (
    commas,
    organization_segments,
    phrases,
    read,
    role_segments,
    segments,
    small_words,
    workplaces,
)
from qattr.mentions.kept import kept
from qattr.pipeline import find_cues, find_marks
from qattr.state import State
from qattr.text.article import Article
from qattr.text.scanner import scan

FOLDER = Path(__file__).parent / "phrases"
LISTS: dict[str, ModuleType] = {
    "AT_WORDS": phrases,
    "AT_MARKS": phrases,
    "AT_COMMAS": phrases,
    "HOLDS_NAME": commas,
    "ADDITIONS": commas,
    "CAPITALS": segments,
    "WORDS": segments,
    "NUMBERS": segments,
    "MARKS": segments,
    "LINKS": small_words,
    "JOINED": small_words,
    "WORKPLACES": workplaces,
    "ROLE_ENDS": role_segments,
    "SHAPES": organization_segments,
}
"""Every list of questions about phrases, and the module that has it."""
OF_NAMES = ("ROLE_ENDS", "SHAPES")
"""Their phrases show where the name begins; all others, where segments end."""


@cache
def _scanned(text: str) -> Article:
    """The words of a text, with the short names that stand at its cues."""
    state = State(scan(text, DEFAULT), None, text, False)
    find_marks(state)
    find_cues(state)
    return state.article


def read_article(text: str) -> Article:
    """The same, with nothing read of it yet."""
    article = _scanned(text)
    answers = kept(article)
    answers.mentions.clear()
    answers.names.clear()
    return article


def _with_cuts(article: Article, cuts: set[int]) -> str:
    """The text with ``|`` before some words, without blanks."""
    offsets = sorted(article.start(k) if k < len(article.words) else len(article.text) for k in cuts)
    pieces = [article.text[i:j] for i, j in zip([0, *offsets], [*offsets, None], strict=True)]
    return "".join("|".join(pieces).split())


def ends(article: Article) -> str:
    """``Rahma Wulandari, | kepala pasar, | mengatakan``, without blanks: where the first phrase is cut."""
    found, stop, _ = phrases.split_phrase(article, 0, len(article.words))
    closed = stop < len(article.words) and article.words[stop] == "," and stop > 0
    return _with_cuts(article, {start for start, _ in found[1:]} | {stop + closed})


def names(article: Article) -> str:
    """``Kepala Dinas Pasar | Rahma Wulandari``, without blanks: where the name of the first phrase begins."""
    mention = read(article, 0, len(article.words))
    if mention is None:
        return _with_cuts(article, set())
    return _with_cuts(article, {mention.name[0] if mention.name is not None else mention.last})


class Phrase(NamedTuple):
    """One phrase with its cuts."""

    where: str
    cut: str
    answer: Callable[[Article], str]

    @property
    def wrong(self) -> str | None:
        """How the phrase is cut instead; ``None`` where it is cut as it should be."""
        article = read_article(" ".join(self.cut.replace("|", " ").split()).replace(" ,", ","))
        got = self.answer(article)
        return None if got.rstrip("|") == "".join(self.cut.split()).rstrip("|") else got


def _of_file(name: str, answer: Callable[[Article], str]) -> list[Phrase]:
    lines = enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1)
    return [Phrase(f"{name}:{n}", line, answer) for n, line in lines if line.strip() and not line.startswith("#")]


def _of_question(name: str, question: Callable[..., Any]) -> list[Phrase]:
    first = (inspect.getdoc(question) or "").split("\n")[0].partition(": ")[0]
    answer = names if name in OF_NAMES else ends
    return [Phrase(f"{name} {question.__name__}", cut, answer) for cut in first.split("; ")]


QUESTIONS = [(name, question) for name, module in LISTS.items() for question in getattr(module, name)]
IN_FILES = [*_of_file("ends.txt", ends), *_of_file("names.txt", names)]
IN_DOCSTRINGS = [phrase for name, question in QUESTIONS for phrase in _of_question(name, question)]
EVERY = [*IN_FILES, *IN_DOCSTRINGS]


@pytest.mark.parametrize("phrase", EVERY, ids=lambda phrase: f"{phrase.where}: {phrase.cut}")
def test_a_phrase_is_cut_as_it_stands_there(phrase: Phrase) -> None:
    assert phrase.wrong is None, f"{phrase.where}: {phrase.cut} is cut {phrase.wrong}"


@pytest.mark.parametrize(("name", "question"), QUESTIONS, ids=lambda value: getattr(value, "__name__", value))
def test_a_question_decides_its_own_example(
    name: str, question: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = []

    def watched(case: Any) -> Any:
        answer = question(case)
        decided.append(answer is not None)
        return answer

    asked = [watched if other is question else other for other in getattr(LISTS[name], name)]
    monkeypatch.setattr(LISTS[name], name, asked)
    for phrase in _of_question(name, question):
        assert phrase.wrong is None
    assert any(decided), f"{question.__name__} has nothing to say about its own example"


def _changed(name: str, questions: list[Callable[..., Any]], monkeypatch: pytest.MonkeyPatch) -> list[Phrase]:
    """The phrases that are cut otherwise when a list holds these questions; an error counts as well."""
    with monkeypatch.context() as patch:
        patch.setattr(LISTS[name], name, questions)
        changed = []
        for phrase in EVERY:
            try:
                if phrase.wrong is not None:
                    changed.append(phrase)
            except (AssertionError, IndexError, TypeError):
                changed.append(phrase)
        return changed


@pytest.mark.parametrize(("name", "question"), QUESTIONS, ids=lambda value: getattr(value, "__name__", value))
def test_a_question_earns_its_place(name: str, question: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    others = [other for other in getattr(LISTS[name], name) if other is not question]
    assert _changed(name, others, monkeypatch), f"without {question.__name__} no phrase is cut otherwise"


def _orders() -> list[tuple[str, str, str]]:
    """(list, question, other) of every ``# before _other: why`` in a list of questions."""
    found = []
    for name, module in LISTS.items():
        body = re.search(rf"^{name}: [^\n]* = \[\n.*?^\]", inspect.getsource(module), re.MULTILINE | re.DOTALL)
        if body is None:
            continue  # one question
        found += [(name, one, other) for other, one in re.findall(r"# before (\w+): [^\n]+\n +(\w+),", body[0])]
    return found


@pytest.mark.parametrize(("name", "question", "other"), _orders())
def test_the_order_that_a_list_speaks_of_matters(
    name: str, question: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_name = {asked.__name__: asked for asked in getattr(LISTS[name], name)}
    names_in_order = list(by_name)
    assert names_in_order.index(question) < names_in_order.index(other)
    names_in_order.remove(question)
    names_in_order.insert(names_in_order.index(other) + 1, question)
    moved = [by_name[each] for each in names_in_order]
    assert _changed(name, moved, monkeypatch), f"{question} may stand after {other}: no phrase is cut otherwise"


def test_every_list_is_walked() -> None:
    assert len(_orders()) > len(LISTS)

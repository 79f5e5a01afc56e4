"""Every rule and every link has an example, a positive and a negative case, and earns its place.

The case file of the rule ``quote_cue_speaker`` is ``tests/cases/<stage>/quote_cue_speaker.txt``. In it a block that
expects the rule is a positive; a block whose title begins with ``not:`` is a negative: it looks like the rule's shape,
and the rule does not answer. In a negative of a link the last quote is the one that looks like it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import qattr
from casefiles import CASES, Block, all_blocks, blocks, differences
from qattr.entities import links as speakers
from qattr.output.explain import whole_example_of
from qattr.rules import direct as attribution
from qattr.rules import indirect
from qattr.rules.speech import QUESTIONS

LISTS = ((attribution, "RULES"), (indirect, "RULES"), (speakers, "LINKS"), (speakers, "NAME_LINKS"))


GRADES = (
    "same_paragraph", "sentence_before", "paragraph_before",
    "speaking_far", "speaking_brought_in", "speaking_reported",
)  # fmt: skip
"""One inference in grades of reliability: the name of the rule or link, and so the confidence, is the answer."""


class Entry(NamedTuple):
    """One function of one of the ordered lists."""

    module: ModuleType
    list_name: str
    function: Callable[..., Any]

    @property
    def is_link(self) -> bool:
        return self.list_name != "RULES"

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def file(self) -> Any:
        return CASES / self.module.__name__.rpartition(".")[2] / f"{self.name}.txt"


def _entries() -> Iterator[Entry]:
    for module, list_name in LISTS:
        for function in getattr(module, list_name):
            yield Entry(module, list_name, function)


ENTRIES = [pytest.param(e, id=f"{e.module.__name__.rpartition('.')[2]}.{e.name}") for e in _entries()]


@cache
def _passing() -> tuple[Block, ...]:
    """The blocks that hold with all rules in place, the shortest first."""
    return tuple(
        sorted(
            (b for b in all_blocks() if not b.xfail and not differences(b, qattr.analyze(b.text))),
            key=lambda b: len(b.text),
        )
    )


def _positive(entry: Entry, block: Block) -> bool:
    if entry.is_link:
        return any(("link", entry.name) in q.keys for q in block.quotes)
    return any(q.rule == entry.name for q in block.quotes)


def test_names_are_unique() -> None:
    rules = [e.name for e in _entries() if not e.is_link]
    links = [e.name for e in _entries() if e.is_link]
    assert len(set(rules)) == len(rules)
    assert len(set(links)) == len(links)


@pytest.mark.parametrize("entry", ENTRIES)
def test_begins_with_its_example(entry: Entry) -> None:
    doc = (entry.function.__doc__ or "").strip()
    assert doc, f"{entry.name} has no docstring; its first line is an example sentence"
    example = doc.splitlines()[0]
    assert len(example.split()) >= 3, f"{entry.name}: {example!r} is no example sentence"


@pytest.mark.parametrize("entry", ENTRIES)
def test_answers_its_example(entry: Entry) -> None:
    """The example is a whole text: everything before the first empty line of the docstring."""
    example = "\n".join(whole_example_of(entry.function))
    quotes = qattr.analyze(example).quotes
    assert entry.name in {quote.link if entry.is_link else quote.rule for quote in quotes}, quotes


@pytest.mark.parametrize("entry", ENTRIES)
def test_has_a_positive_and_a_negative_case(entry: Entry) -> None:
    assert entry.file.exists(), f"write {entry.file}"
    cases = list(blocks(entry.file))
    assert any(_positive(entry, b) for b in cases), f"{entry.file}: no block expects {entry.name}"
    negatives = [b for b in cases if b.negative]
    assert negatives, f"{entry.file}: no block's title begins with `not:`"
    for block in negatives:
        assert not _positive(entry, block), f"{block.where}: a `not:` block expects the rule"
        document = qattr.analyze(block.text)
        names = {q.link for q in document.quotes[-1:]} if entry.is_link else {q.rule for q in document.quotes}
        assert entry.name not in names, f"{block.where}: {entry.name} answered"


@contextmanager
def without(entry: Entry) -> Iterator[None]:
    """Takes the function out of its list, in place: other modules may hold the same list."""
    functions = getattr(entry.module, entry.list_name)
    at = functions.index(entry.function)
    del functions[at]
    try:
        yield
    finally:
        functions.insert(at, entry.function)


@pytest.mark.parametrize("entry", ENTRIES)
def test_earns_its_place(entry: Entry) -> None:
    """With the rule taken out some answer changes, not only the name of the rule that gives it."""
    own_first = sorted(_passing(), key=lambda b: b.path != entry.file)
    with without(entry):
        changed = any(differences(b, qattr.analyze(b.text), names=entry.name in GRADES) for b in own_first)
    assert changed, f"no case fails without {entry.name}: write the case that needs it, or take it out"


def test_every_answer_comes_from_the_lists() -> None:
    rules = {e.name for e in _entries() if not e.is_link}
    links = {e.name for e in _entries() if e.is_link} | {""}
    for block in all_blocks():
        for quote in qattr.analyze(block.text).quotes:
            assert quote.rule in rules, f"{block.where}: {quote.rule}"
            assert quote.link in links, f"{block.where}: {quote.link}"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_a_question_has_a_verdict_on_its_example(question: Callable[..., Any]) -> None:
    """The example of each question of :mod:`qattr.rules.speech` is decided by it and by none before it."""
    example = (question.__doc__ or "").strip().splitlines()[0]
    trails = qattr.analyze(example, trace=True).trails or ()
    assert question.__name__ in {trail.question for trail in trails}, trails


def test_a_trace_changes_no_answer() -> None:
    for block in _passing()[:300]:
        plain, traced = qattr.analyze(block.text), qattr.analyze(block.text, trace=True)
        assert plain.trails is None
        assert traced._replace(trails=None) == plain
        assert {(quote.start, quote.end) for quote in traced.quotes} <= {
            (trail.start, trail.end) for trail in traced.trails or ()
        }


def _said_to_stand_before() -> Iterator[tuple[ModuleType, str, str, str]]:
    """(module, list, rule, the other) of each comment ``rule,  # before other, …`` in an ordered list."""
    for module, list_name in LISTS:
        for rule, other in re.findall(r"^    (\w+),  # before (\w+)", inspect.getsource(module), re.MULTILINE):
            yield module, list_name, rule, other


@pytest.mark.parametrize(("module", "list_name", "rule", "other"), list(_said_to_stand_before()))
def test_a_comment_on_order_has_a_case(module: ModuleType, list_name: str, rule: str, other: str) -> None:
    """With the two in the other order some case fails; where none does, the order need not be told."""
    held = _passing()  # as long as all stand in their order
    functions = getattr(module, list_name)
    before = list(functions)
    names = [function.__name__ for function in functions]
    functions.remove(before[names.index(rule)])
    functions.insert(functions.index(before[names.index(other)]) + 1, before[names.index(rule)])
    try:
        assert any(differences(block, qattr.analyze(block.text)) for block in held)
    finally:
        functions[:] = before

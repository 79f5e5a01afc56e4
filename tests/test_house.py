"""The house: which package imports which, how long things are, and that each function says what it answers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import qattr

PACKAGE = Path(qattr.__file__).parent
ORDER = (
    *("model", "lexicon", "text", "quoting", "mentions", "rules", "entities"),
    *("state", "_confidence", "document", "pipeline", "many", "qattr", "spacy_component"),
    *("reading", "output", "evaluate", "corpus", "cli", "__main__"),
)
"""A package imports from those before it: DESIGN.md, section 2, with the modules that stand beside the packages."""
MOST_LINES, MOST_LINES_OF_PIPELINE, MOST_LINES_OF_A_FUNCTION, MOST_PARAMETERS = 400, 80, 50, 7
MAKES_A_RECORD = "__new__"
"""A record's constructor has a parameter a field."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A module of the package, parsed."""

    name: str
    path: Path
    lines: int
    tree: ast.Module

    @property
    def package(self) -> str:
        """*rules* of ``qattr.rules.direct``; *qattr* of the package itself."""
        return self.name.split(".")[min(1, self.name.count("."))]

    def functions(self) -> Iterator[Function]:
        """Every function and method, also those inside others."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def place(self, node: Function) -> str:
        """``rules/direct.py:12 quote_cue_nya``"""
        return f"{self.path.relative_to(PACKAGE)}:{node.lineno} {node.name}"


@cache
def modules() -> dict[str, Module]:
    """Name -> module; without the tables, which are made."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "_tables.py":
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
            source = path.read_text("utf-8")
            found[name] = Module(name, path, source.count("\n"), ast.parse(source))
    return found


def imported(module: Module) -> set[str]:
    """The modules of the package that a module imports: anywhere, under ``TYPE_CHECKING`` and in functions too."""
    names = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level and node.module, f"{module.name}:{node.lineno}: a relative import"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= whole & modules().keys() or {node.module}
    return {name for name in names if name in modules() and name != module.name}


def test_every_module_has_its_place() -> None:
    assert {module.package for module in modules().values()} == set(ORDER)


def test_packages_import_one_way() -> None:
    wrong = [
        f"{module.name} imports {name}"
        for module in modules().values()
        for name in sorted(imported(module))
        if ORDER.index(module.package) < ORDER.index(modules()[name].package)
    ]
    assert not wrong


def test_no_circle_between_modules() -> None:
    """What imports nothing that is left is taken away until nothing is left."""
    left = {name: imported(module) for name, module in modules().items()}
    while free := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in free}
    assert not left, "a circle is among these"


def test_no_module_is_too_long() -> None:
    long = {module.name: module.lines for module in modules().values() if module.lines > MOST_LINES}
    assert not long
    assert modules()["qattr.pipeline"].lines <= MOST_LINES_OF_PIPELINE


def _lines(function: Function) -> int:
    """From the first statement that is no docstring to the last."""
    body = function.body[bool(ast.get_docstring(function)) :]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_is_too_long() -> None:
    long = [
        module.place(function)
        for module in modules().values()
        for function in module.functions()
        if _lines(function) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


def test_no_function_has_too_many_parameters() -> None:
    many = [
        module.place(function)
        for module in modules().values()
        for function in module.functions()
        if len([*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]) > MOST_PARAMETERS
        and function.name != MAKES_A_RECORD
    ]
    assert not many


def test_every_function_says_what_it_answers() -> None:
    silent = [
        module.place(function)
        for module in modules().values()
        for function in module.functions()
        if not ast.get_docstring(function) and not function.name.startswith("__")
    ]
    assert not silent, "the first line of a docstring: an example, or what comes out"


def test_every_module_says_what_it_is_for() -> None:
    assert [module.name for module in modules().values() if not ast.get_docstring(module.tree)] == []


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_module_is_a_drawer(name: str) -> None:
    """What a module is for is in its name."""
    assert [module.name for module in modules().values() if module.name.endswith(f".{name}")] == []


def test_what_contributing_names_is_there() -> None:
    """``rules/direct.py``, ``lexicon/words/``, and a file after its package in the table of where what happens."""
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`(?:qattr/)?((?:\w+/)+(?:\w+\.(?:py|toml))?)`", text)
    for row in re.findall(r"^\|.*$", text, re.MULTILINE):
        if package := re.search(r"\| `(\w+/)` \|", row):
            named += [package[1] + name for name in re.findall(r"`(\w+\.(?:py|toml))`", row[package.end() :])]
    assert len(named) > 40
    assert [name for name in named if not (PACKAGE / name).exists() and not (PACKAGE.parent / name).exists()] == []


def test_the_engine_starts_without_what_few_texts_need() -> None:
    """CONTRIBUTING.md, "Start-up": each of these takes a fifth of a start or more."""
    late = {"dataclasses", "inspect", "regex", "zipfile", "pkgutil"}
    program = (
        "import sys; before = set(sys.modules); import qattr; qattr.analyze(''); print(*set(sys.modules) - before)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not late & set(said.split())

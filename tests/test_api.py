"""The API page: made from the docstrings, with every example run."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import qattr

ROOT = Path(__file__).resolve().parent.parent
MODULES = [i.name for i in pkgutil.walk_packages(qattr.__path__, "qattr.") if i.name != "qattr.__main__"]
PUBLIC = [getattr(qattr, name) for name in qattr.__all__]


@pytest.mark.parametrize("name", ["qattr", *MODULES])
def test_every_example_in_a_docstring_is_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_package_itself_has_examples() -> None:
    assert len(doctest.DocTestFinder().find(qattr)[0].examples) > 5


@pytest.mark.parametrize("thing", PUBLIC, ids=lambda t: t.__name__)
def test_what_is_public_says_what_it_is(thing: Any) -> None:
    own = [thing]
    if inspect.isclass(thing):
        own += [value for name, value in vars(thing).items() if inspect.isfunction(value) and not name.startswith("_")]
        assert not [n for n in thing.__annotations__ if n.startswith("_")]
    for one in own:
        described = inspect.getdoc(one) or ""
        assert described and not described.startswith(f"{thing.__name__}("), one
        if inspect.isfunction(one):
            signature = inspect.signature(one)
            assert signature.return_annotation is not inspect.Signature.empty, one


def test_the_page_is_made(tmp_path: Path) -> None:
    pytest.importorskip("pdoc")
    done = subprocess.run(
        [sys.executable, "tools/api_page.py", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "qattr.html").read_text(encoding="utf-8")
    for name in qattr.__all__:
        assert f'id="{name}"' in page
    assert 'id="Document.from_dict"' in page and "Mulyono Kartika" in page
    assert (tmp_path / "qattr" / "evaluate.html").exists()

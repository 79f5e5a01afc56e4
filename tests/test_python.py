"""From Python: many articles, a document from its JSON and back, what a notebook shows."""

from __future__ import annotations

import itertools
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

import qattr
from command import ARTICLE, OTHER
from documents import document

ROOT = Path(__file__).resolve().parent.parent


def samples() -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted((ROOT / "samples").glob("*.txt"))]


@pytest.mark.parametrize("jobs", [1, 2, 0])
def test_many_articles_come_in_their_order(jobs: int) -> None:
    texts = samples() * 9
    found = list(qattr.analyze_many(iter(texts), (str(n) for n in range(len(texts))), jobs=jobs))
    assert found == [qattr.analyze(text, str(n)) for n, text in enumerate(texts)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stream_without_end_is_read_a_little_ahead(jobs: int) -> None:
    read = 0

    def stream() -> Iterator[str]:
        nonlocal read
        for text in itertools.cycle((ARTICLE, OTHER)):
            read += 1
            yield text

    documents = qattr.analyze_many(stream(), jobs=jobs)
    assert len([next(documents) for _ in range(50)]) == 50
    assert read <= 50 if jobs == 1 else read < 1000
    documents.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_text_is_told_when_its_turn_comes(jobs: int) -> None:
    documents = qattr.analyze_many([ARTICLE, OTHER, 3, ARTICLE], jobs=jobs)  # type: ignore[list-item]
    assert [len(next(documents).quotes) for _ in range(2)] == [4, 1]
    with pytest.raises(TypeError, match="text must be str, not int"):
        next(documents)


def test_what_analyze_many_refuses() -> None:
    with pytest.raises(ValueError, match="jobs"):
        qattr.analyze_many([], jobs=-1)
    with pytest.raises(ValueError, match="zip"):
        list(qattr.analyze_many([ARTICLE], ["a", "b"]))
    assert list(qattr.analyze_many([])) == list(qattr.analyze_many([], jobs=2)) == []


@pytest.mark.parametrize("text", samples())
def test_a_document_comes_back_from_its_json(text: str) -> None:
    made = qattr.analyze(text, "berita.txt")
    value = json.loads(json.dumps(made.to_dict()))
    again = qattr.Document.from_dict(value, text)
    assert again == made._replace(quotes=tuple(quote._replace(link="") for quote in made.quotes))
    assert again.to_dict() == value
    assert qattr.Document.from_dict({**value, "text": text}) == again
    assert qattr.Document.from_dict(value).to_dict() == value
    assert pickle.loads(pickle.dumps(again)) == again


def test_what_is_no_document_is_refused() -> None:
    value = qattr.analyze(ARTICLE).to_dict()
    for wrong in ({}, {**value, "quotes": [{}]}, {**value, "quotes": None}, {**value, "speakers": [3]}):
        with pytest.raises(ValueError, match="not a document of qattr"):
            qattr.Document.from_dict(wrong)
    with pytest.raises(ValueError, match="not the document's text"):
        qattr.Document.from_dict(value, OTHER)


def test_the_page_is_that_of_the_command(tmp_path: Path) -> None:
    page = qattr.analyze(ARTICLE, "berita.txt").html()
    assert page.startswith("<!doctype html>") and page.endswith("</html>\n")
    assert "<title>berita.txt</title>" in page and page.count("<mark") == 4


def test_a_notebook_shows_the_quotes_and_nothing_of_an_article_runs() -> None:
    evil = "<script>alert(1)</script>"
    made = document(f'"Kami {evil} siap," kata Rahma.', ("direct", f"Kami {evil} siap,", f"Rahma {evil}"))
    shown = made._repr_html_()
    assert "<script" not in shown and shown.count("<mark") == 1 and 'title="direct; quote_cue_speaker; 0.97"' in shown
    alone = made._replace(text="")._repr_html_()
    assert alone.startswith("<ol") and "<script" not in alone and "Rahma" in alone


def test_analyzing_loads_no_printer() -> None:
    import subprocess
    import sys

    code = "import sys, qattr; list(qattr.analyze_many(['x'])); print([m for m in sys.modules if 'output' in m])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

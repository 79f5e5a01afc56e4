"""The spaCy component: spans, what hangs on them, and displaCy; .ci/run has an environment with spaCy for this file."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

import qattr
from command import ARTICLE

spacy = pytest.importorskip("spacy", reason="needs the extra qattr[spacy]")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def nlp() -> Any:
    if not any(entry.name == "qattr" for entry in entry_points(group="spacy_factories")):
        from qattr.spacy_component import factory  # an older install of this tree: spaCy cannot find it by itself

        assert factory
    pipeline = spacy.blank("id")
    pipeline.add_pipe("qattr")
    return pipeline


def test_quotes_are_spans_with_their_speakers(nlp: Any) -> None:
    doc = nlp(ARTICLE)
    wanted = qattr.analyze(ARTICLE)
    assert doc._.qattr.to_dict() == wanted.to_dict()
    spans = doc.spans["quotes"]
    assert [span.label_ for span in spans] == [quote.type for quote in wanted.quotes]
    for span, quote in zip(spans, wanted.quotes, strict=True):
        assert doc._.qattr.quotes[span._.quote_id - 1].start == quote.start
        assert (span._.speaker, span._.role, span._.confidence) == (quote.speaker, quote.role, quote.confidence)
        assert span._.cue == (quote.cue.text if quote.cue else None)
        assert span.text == quote.text
    assert [span.text for span in doc.spans["quotes_cues"]] == [q.cue.text for q in wanted.quotes if q.cue]
    assert len(doc.spans["quotes_mentions"]) == sum(q.mention is not None for q in wanted.quotes)


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.txt")), ids=lambda p: p.stem)
def test_a_span_holds_its_quote_on_every_sample(nlp: Any, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    doc = nlp(text)
    for span, quote in zip(doc.spans["quotes"], doc._.qattr.quotes, strict=True):
        assert span.start_char <= quote.start and quote.end <= span.end_char
        assert span._.speaker == quote.speaker


def test_empty_texts_streams_and_another_key(nlp: Any) -> None:
    empty = nlp("")
    assert len(empty.spans["quotes"]) == 0
    assert [len(doc.spans["quotes"]) for doc in nlp.pipe([ARTICLE, "x", ARTICLE])] == [4, 0, 4]
    other = spacy.blank("id")
    other.add_pipe("qattr", config={"spans_key": "kutipan"})
    doc = other(ARTICLE)
    assert len(doc.spans["kutipan"]) == 4


def test_a_document_can_be_stored_and_read(nlp: Any) -> None:
    doc = nlp(ARTICLE)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans["quotes"]] == [quote.text for quote in qattr.analyze(ARTICLE).quotes]
    assert [span._.speaker for span in again.spans["quotes"]] == [span._.speaker for span in doc.spans["quotes"]]
    assert again._.qattr.to_dict() == doc._.qattr.to_dict()


def test_the_example_of_readme(nlp: Any, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```python spacy\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    values: dict[str, Any] = {}
    exec(example, values)
    shown = [line.partition("# → ")[2] for line in example.splitlines() if "# → " in line]
    assert shown == capsys.readouterr().out.splitlines()
    assert "direct" in values["page"] and "indirect" in values["page"]  # displaCy shows the label of each span

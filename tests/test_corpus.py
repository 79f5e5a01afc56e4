"""Reading files and filtering documents, where running the command would be a long way round."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import document
from qattr.model import Document, NonQuote, Span
from qattr.output.filters import Filters
from qattr.reading import files as corpus
from qattr.reading import kinds, loading
from qattr.reading.markdown import marks_of
from qattr.reading.marks import restored
from qattr.reading.types import Article, Failure, Reading, Task, Unreadable

PLAIN = Reading()


def read(*paths: Path | str, reading: Reading = PLAIN) -> list[Article | Failure]:
    """Everything behind some paths, failures included."""
    found: list[Article | Failure] = []
    for task in corpus.tasks(map(str, paths), reading):
        if isinstance(task, Failure):
            found.append(task)
            continue
        try:
            found.append(loading.load(task, reading))
        except Unreadable as error:
            found.append(Failure(task.source, error.reason, error.step))
    return found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text"), ("A.TXT", "text"), ("a.md", "md"), ("a.html", "html"), ("a.htm", "html"),
        ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("a.csv", "csv"), ("a.tsv", "csv"), ("a.b.txt.gz", "text"),
        ("a.CSV.GZ", "csv"), ("a.gz", None), ("a", None), ("txt", None), ("a.pdf", "pdf"), ("a.png", None),
    ],
)  # fmt: skip
def test_kind_of(name: str, kind: str | None) -> None:
    assert kinds.kind_of(name) == kind


def test_holds_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert not corpus.holds_many([str(tmp_path / "a.txt")], Reading())
    assert not corpus.holds_many(["-"], Reading())
    assert corpus.holds_many(["-"], Reading("jsonl"))
    assert corpus.holds_many([str(tmp_path)], Reading())
    assert corpus.holds_many(["a.csv.gz"], Reading())
    assert not corpus.holds_many(["a.csv"], Reading("text"))


def test_records_are_tasks_before_the_next_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lines(io.BytesIO):
        given = 0

        def __next__(self) -> bytes:
            Lines.given += 1
            return b'{"text": "x"}\n'

    class Stdin:
        buffer = Lines()

    monkeypatch.setattr(sys, "stdin", Stdin)
    tasks = corpus.tasks(["-"], Reading("jsonl"))
    for number in (1, 2, 3):
        assert next(tasks).source == f"-:{number}"
        assert Lines.given == number


def test_a_record_s_task_carries_its_place_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": ""}\n\n  \r\n{"text": ""}')
    first, second = corpus.tasks([str(tmp_path / "a.jsonl")], Reading())
    assert first == Task(f"{tmp_path}/a.jsonl:1", "jsonl", b'{"text": ""}\n', 3)
    assert second == Task(f"{tmp_path}/a.jsonl:4", "jsonl", b'{"text": ""}', 21)


@given(st.lists(st.tuples(st.text(), st.text(st.characters(exclude_categories=["Cs"])))))
def test_jsonl_gives_back_every_text(tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, str]]) -> None:
    file = tmp_path_factory.mktemp("r") / "a.jsonl.gz"
    lines = "".join(json.dumps({"text": text, "n": other}) + "\n" for text, other in records)
    file.write_bytes(gzip.compress(lines.encode()))
    wanted = [Article(f"{file}:{n}", text, {"n": other}) for n, (text, other) in enumerate(records, 1)]
    assert [found._replace(marks=None) for found in read(file)] == wanted


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("b")
    names = ["a.txt", "a.md", "a.jsonl", "a.json", "a.csv", "a.docx", "a.odt", "a.zip", "tanpa-nama"]
    for name in [
        *names,
        *(f"a.{kind}.{packing}" for kind in ("txt", "jsonl", "csv") for packing in ("gz", "bz2", "xz")),
    ]:
        (folder / name).write_bytes(data)
        for encoding in ("utf-8", "latin-1", "utf-16"):
            for found in read(folder / name, reading=Reading(encoding=encoding)):
                assert isinstance(found, Article) or "\n" not in str(found)


@given(st.text(st.sampled_from("*_[]()<>!#>-`~ab \n\r\\.\"'|:=\u200b")))
def test_markdown_s_marks_come_back_to_their_places(text: str) -> None:
    marks = marks_of(text)
    left, at = [], 0
    for start, end in marks.removed:
        assert at <= start < end and not set(text[start:end]) & set("\r\n")
        left.append(text[at:start])
        at = end
    assert "".join([*left, text[at:]]) == marks.text
    spans = [Span(marks.text[a:b], a, b) for a in range(len(marks.text)) for b in (a, a + 1, len(marks.text)) if b >= a]
    document = Document(marks.text, None, (), (), tuple(NonQuote(*span, "term") for span in spans))
    for span, moved in zip(spans, restored(document, text, marks).non_quotes, strict=True):
        assert text[moved.start : moved.end] == moved.text
        if span.text:
            assert (moved.text[0], moved.text[-1]) == (span.text[0], span.text[-1])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_file_is_read_as_it_is(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("t") / "a.txt"
    file.write_bytes(text.encode())
    [got] = read(file)
    assert got._replace(marks=None) == Article(str(file), text.removeprefix("\ufeff"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_delimiters(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "a.csv").write_text(
        delimiter.join(["id", "text"]) + "\n" + delimiter.join(["1", '"a ""b"", c"']) + "\n"
    )
    assert read(tmp_path / "a.csv") == [Article("1", 'a "b", c', {})]


def test_csv_of_odd_shapes(tmp_path: Path) -> None:
    (tmp_path / "mac.csv").write_bytes(b'id,text\r1,"a\rb"\r2,c\r')
    (tmp_path / "header.csv").write_text('"text","dua\nbaris"\nx,y\n')
    (tmp_path / "none.csv").write_text('"text\n')
    assert read(tmp_path / "mac.csv") == [Article("1", "a\rb", {}), Article("2", "c", {})]
    assert read(tmp_path / "header.csv") == [Article(f"{tmp_path}/header.csv:3", "x", {"dua\nbaris": "y"})]
    [none] = read(tmp_path / "none.csv")
    assert isinstance(none, Failure)
    assert none.reason.startswith("no header row (")


def test_named_kind_does_not_reach_into_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hujan")
    assert read(tmp_path, reading=Reading("jsonl")) == [Article(f"{tmp_path}/a.txt", "hujan")]


# ---------------------------------------------------------------------------------------- filters

SAID = document(
    '"Ya," kata Siti Aminah. "Tidak," kata Aminah Putri. "Entah," kata Hasan.',
    ("direct", "Ya,", "Siti Aminah"),
    ("direct", "Tidak,", "Aminah Putri"),
    ("indirect", "Entah,", None),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (("aminah",), [1, 2]),
        (("Siti  AMINAH",), [1]),
        (("siti", "putri"), [1, 2]),
        (("amin",), []),
        (("aminah putri.",), [2]),
        (("",), []),
    ],
)
def test_speakers_are_asked_for_by_whole_words(asked: tuple[str, ...], ids: list[int]) -> None:
    left = Filters(speakers=asked).apply(SAID)
    assert [q.id for q in left.quotes] == ids
    assert [s.id for s in left.speakers] == ids


def test_a_shared_quote_stays_for_each_of_its_speakers() -> None:
    first, second, third = SAID.quotes
    shared = SAID._replace(quotes=(first._replace(co_speakers=("Aminah Putri",)), second, third))
    left = Filters(speakers=("putri",)).apply(shared)
    assert [q.id for q in left.quotes] == [1, 2]
    assert [(s.name, s.quotes) for s in left.speakers] == [("Siti Aminah", 1), ("Aminah Putri", 2)]


def test_aliases_count_and_nothing_asked_keeps_all() -> None:
    named = SAID._replace(speakers=(SAID.speakers[0]._replace(aliases=("Bu Guru",)), SAID.speakers[1]))
    assert [q.id for q in Filters(speakers=("guru",)).apply(named).quotes] == [1]
    assert Filters().apply(named) is named

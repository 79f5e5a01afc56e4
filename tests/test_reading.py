"""benchmarks.reading: what a reader wrote is read, becomes gold, and is counted. Texts and people are invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import judged, reading
from benchmarks.reading_gold import gold

TEXT = (
    "Wali Kota Mandira Budi Hartono mengatakan pasar\nbaru dibuka bulan depan.\n\n"
    '"Kami siap," kata Santi, Senin. Ia memastikan harga "tidak naik" tahun ini.\n\n'
    'Film "Malam Panjang" diputar. Menurut Rina Hartono, stok beras aman sampai akhir tahun.\n'
)
LONG = "pasar\nbaru dibuka bulan depan"


def printed(number: int, text: str, speaker: str | None, speaker_id: int | None, **more: Any) -> dict[str, Any]:
    """A quote as the engine prints it."""
    start = TEXT.index(text)
    quote = {
        "id": number, "type": "direct", "text": text, "start": start, "end": start + len(text), "fragments": [],
        "cue": None, "mention": None, "speaker": speaker, "speaker_id": speaker_id, "co_speakers": [], "role": None,
        "rule": "some_rule", "confidence": 0.96, "link": "some_link",
    }  # fmt: skip
    return quote | more


def answer() -> dict[str, Any]:
    """Two people taken for one, a film taken for speech, and a source that was not found."""
    budi = {"role": "Wali Kota Mandira"}
    return {
        "source": "a-1",
        "quotes": [
            printed(1, LONG, "Budi Hartono", 1, type="indirect", **budi),
            printed(2, "Kami siap,", "Budi Hartono", 1, **budi),
            printed(3, "Malam Panjang", None, None, confidence=0.5),
        ],
        "speakers": [
            {"id": 1, "name": "Budi Hartono", "aliases": ["Budi", "Hartono", "Santi"], "kind": "person", **budi},
        ],
        "non_quotes": [],
    }


MISSED = (
    "a-1\t+\ttype=indirect\tspan=stok beras ... akhir tahun\tspeaker=Rina Hartono\trole=null\tcue=Menurut\tkind=person"
)
LINES = (
    "a-1\t2\tspeaker=Santi Dewi\trole=juru bicara\tclass=a name behind the cue",
    "a-1\t3\tspurious",
    MISSED,
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A round of one article, its answers, and what was judged."""
    paths = {name: tmp_path / name for name in ("articles", "answers", "judged")}
    with gzip.open(paths["articles"], "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a-1", "text": TEXT}) + "\n")
    paths["answers"].write_text(json.dumps(answer()) + "\n", encoding="utf-8")
    write(paths["judged"], *LINES)
    return paths


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def problems(tmp_path: Path, *lines: str) -> list[str]:
    path = write(tmp_path / "some.judged", *lines)
    return [str(problem) for problem in judged.check(path, {"a-1": TEXT}, {"a-1": answer()})]


def read(tmp_path: Path, *lines: str) -> list[dict[str, Any]]:
    """The gold's quotes by a judged file of these lines."""
    path = write(tmp_path / "some.judged", *lines)
    assert problems(tmp_path, *lines) == []
    return list(gold("a-1", TEXT, answer(), judged.parse(path)[0])["quotes"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("b-2\t1\tspurious", "no article 'b-2'"),
        ("a-1\t9\tspurious", "no quote 9"),
        ("a-1\tx\tspurious", "neither a number nor +"),
        ("a-1 1 spurious", "fewer than three parts"),
        ("a-1\t1\tspaeker=Budi", "unknown field 'spaeker'"),
        ("a-1\t+\ttype=direct\tspan=Kami siap,\tspeaker=null\tname=Budi", "unknown field 'name'"),
        ("a-1\t1\tspan=pasar lama dibuka", "span not found"),
        ("a-1\t1\tspan=pasar ... tahun lalu", "span not found"),
        ("a-1\t+\ttype=direct\tspan=Kami siap,", "needs speaker="),
        ("a-1\t1\ttype=spoken", "type=spoken: one of"),
        ("a-1\t1\tcue=tutur", "cue not found"),
        ("a-1\t1\trole", "role has no value"),
        ("a-1\t1\tspeaker=Budi Hartono", "is what is printed"),
        ("a-1\t1\tname=Budi Hartono", "name= is as printed"),
        ("a-1\t3\tname=Budi Hartono", "no name is printed"),
        ("a-1\t1\tspurious\trole=null", "no other field"),
        ("a-1\t+\ttype=direct\tspan=Kami siap,\tspeaker=null", "same words as quote 2"),
        ("a-1\t2\tspeaker=Hartono\trole=null", "note: is 'Hartono' another person"),
        ("a-1\t2\tspeaker=Lukman\trole=null", "note: speaker: the article has no word 'lukman'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, told: str) -> None:
    found = problems(tmp_path, "# a remark", "", line)
    assert any(told in problem and problem.startswith("line 3: ") for problem in found), found


def test_a_quote_is_judged_once(tmp_path: Path) -> None:
    assert "judged in line 1" in problems(tmp_path, "a-1\t1\toptional", "a-1\t1\trole=null")[0]


def test_words_are_found_over_line_breaks_and_other_marks() -> None:
    assert judged.places(TEXT, "pasar baru dibuka") == [(TEXT.index("pasar"), TEXT.index(" bulan"))]
    assert judged.places(TEXT, "harga “tidak naik” ... ini")
    assert judged.places(TEXT, "asar baru") == []


def test_what_nobody_corrects_is_right(tmp_path: Path) -> None:
    first, second, third = read(tmp_path, "# nothing")
    assert (first["text"], first["speaker"], first["role"]) == (LONG, "Budi Hartono", "Wali Kota Mandira")
    assert first["aliases"] == second["aliases"] == ["Budi", "Hartono", "Santi"]
    assert (third["speaker"], third["aliases"], third["kind"]) == (None, [], "unnamed")


def test_no_alias_makes_another_person_right(tmp_path: Path) -> None:
    budi, rina, santi = sorted(
        read(tmp_path, *LINES[1:], "a-1\t2\tspeaker=Santi\trole=null"), key=lambda q: q["speaker"]
    )
    assert budi["aliases"] == ["Budi"]
    assert rina["aliases"] == []
    assert (santi["aliases"], santi["role"], santi["kind"]) == ([], None, "person")


def test_missed_and_spurious(tmp_path: Path) -> None:
    rows = judged.parse(write(tmp_path / "some.judged", *LINES))[0]
    article = gold("a-1", TEXT, answer(), rows)
    missed = article["quotes"][-1]
    assert [q["speaker"] for q in article["quotes"]] == ["Budi Hartono", "Santi Dewi", "Rina Hartono"]
    assert (missed["text"], missed["cue"]["text"]) == ("stok beras aman sampai akhir tahun", "Menurut")
    assert [mark["text"] for mark in article["non_quotes"]] == ["Malam Panjang"]
    for quote in article["quotes"]:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]


def test_a_fuller_name_and_role_hold_for_the_whole_article(tmp_path: Path) -> None:
    line = "a-1\t1\tname=Budi Hartono Santi\trole=Wali Kota\trole_alias=Wali\tspan=baru dibuka\toptional"
    first, second, _ = read(tmp_path, line)
    assert (first["text"], first["optional"], second["optional"]) == ("baru dibuka", True, False)
    for quote in (first, second):
        assert (quote["speaker"], quote["role"]) == ("Budi Hartono Santi", "Wali Kota")
        assert (quote["role_aliases"], quote["aliases"][0]) == (["Wali"], "Budi Hartono")


def test_a_mixed_quote_has_its_marked_words(tmp_path: Path) -> None:
    line = 'a-1\t+\ttype=mixed\tspan=harga "tidak naik" tahun ini\tspeaker=Santi\trole=null\tcue=memastikan\tmention=Ia'
    quote = next(q for q in read(tmp_path, line) if q["type"] == "mixed")
    assert [part["text"] for part in quote["fragments"]] == ["tidak naik"]
    assert (quote["cue"]["text"], quote["mention"]["text"]) == ("memastikan", "Ia")


def command(files: dict[str, Path], name: str, *more: str) -> None:
    given = [f"--{key}={path}" for key, path in files.items()]
    reading.main([name, "1", *given, *more])


def test_a_round_is_logged_once(files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for by in ("second", "first", "first"):
        command(files, "log", "--commit", "abc1234", "--by", by, "--folder", str(tmp_path))
    rows = reading.read_rows(tmp_path / "reading-log.tsv")
    assert [row["by"] for row in rows] == ["first", "second"]
    assert list(rows[0].values()) == ["1", "abc1234", "1", "3", "2", "1", "1", "1", "0", "0", "0", "0", "first"]
    answers = reading.read_rows(tmp_path / "reading-answers.tsv")
    assert [(a["quote"], a["link"], a["outcome"]) for a in answers if a["by"] == "first"] == [
        ("1", "some_link", "right"), ("2", "some_link", "wrong"), ("3", "some_link", "wrong"),
    ]  # fmt: skip
    capsys.readouterr()
    reading.main(["table", "--folder", str(tmp_path)])
    shown = capsys.readouterr().out
    assert [line.split() for line in shown.splitlines() if line.startswith(">= 0.95")] == [
        [">=", "0.95", "2", "1", "50.0", "%"]
    ]
    assert "33.3 %" in shown and shown.count("abc1234") == 1


def test_optional_and_null_answers(files: dict[str, Path], tmp_path: Path) -> None:
    write(files["judged"], "a-1\t1\toptional\tspeaker=Santi", "a-1\t2\tspeaker=null")
    command(files, "log", "--commit", "abc1234", "--folder", str(tmp_path))
    answers = reading.read_rows(tmp_path / "reading-answers.tsv")
    assert [(a["quote"], a["outcome"]) for a in answers] == [("2", "wrong"), ("3", "null")]
    row = reading.read_rows(tmp_path / "reading-log.tsv")[0]
    assert (row["quotes"], row["wrong_speaker"], row["null_though_tellable"]) == ("2", "1", "0")


def test_the_gold_is_written_and_nothing_of_a_file_that_cannot_be_read(files: dict[str, Path], tmp_path: Path) -> None:
    command(files, "check")
    command(files, "gold", "--out", str(tmp_path / "gold"))
    assert (tmp_path / "gold" / "a-1.txt").read_bytes().decode() == TEXT
    assert json.loads((tmp_path / "gold" / "a-1.json").read_text(encoding="utf-8"))["id"] == "a-1"
    write(files["judged"], "a-1\t7\tspurious")
    with pytest.raises(SystemExit, match="1"):
        command(files, "log", "--commit", "abc1234", "--folder", str(tmp_path))
    assert not (tmp_path / "reading-log.tsv").exists()


def test_answers_are_the_engine_s_or_recorded(files: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "recorded.jsonl"
    reading.main(["record", "1", "--articles", str(files["articles"]), "--out", str(out)])
    texts = reading.articles(1, files["articles"])
    assert reading.recorded(out, texts) == reading.analyze(texts)
    assert all(quote["link"] for quote in reading.analyze(texts)["a-1"]["quotes"])
    with pytest.raises(SystemExit, match="not in the article"):
        reading.recorded(files["answers"], {"a-1": "Teks lain."})

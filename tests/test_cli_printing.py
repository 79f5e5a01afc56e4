"""What is printed and where: names of files, fields of records, filters, summaries, pages, one quote explained."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

import qattr as library
from command import ARTICLE, OTHER, Result, inside
from qattr import output

RECORDS = (
    {"id": "a", "text": ARTICLE, "outlet": "Harian Mandira", "date": "2025-03-03", "n": 3},
    {"id": "b", "text": OTHER, "outlet": "Kabar Legi", "date": "Senin, 14 April 2025"},
    {"id": "c", "text": '"Kami siap," kata Budi Santoso.\n', "date": "besok", "tags": ["x", "y"]},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "berita.txt").write_text(ARTICLE)
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    return tmp_path


def rows(result: Result) -> list[dict[str, str]]:
    assert result.code == 0, result
    return list(csv.DictReader(io.StringIO(result.out, newline="")))


# ----------------------------------------------------------------------------------- names of files


def test_a_dash_is_stdout(folder: Path) -> None:
    assert inside("berita.txt", "-o", "-", cwd=folder) == inside("berita.txt", cwd=folder)
    assert not (folder / "-").exists()


@pytest.mark.parametrize(("ending", "module"), [(".gz", gzip), (".bz2", bz2), (".xz", lzma)])
def test_results_are_packed_as_the_name_says(folder: Path, ending: str, module: object) -> None:
    assert inside("berita.txt", "-o", f"x.csv{ending}", cwd=folder) == Result(0, "", "")
    with module.open(folder / f"x.csv{ending}", "rt", encoding="utf-8", newline="") as file:  # type: ignore[attr-defined]
        assert file.read() == inside("berita.txt", "-f", "csv", cwd=folder).out
    again = (folder / f"x.csv{ending}").read_bytes()
    inside("berita.txt", "-o", f"x.csv{ending}", cwd=folder)
    assert (folder / f"x.csv{ending}").read_bytes() == again, "the same results, the same bytes"


def test_an_ending_that_nobody_knows_is_an_error_and_nothing_is_written(folder: Path) -> None:
    got = inside("berita.txt", "-o", "x.pdf", cwd=folder)
    assert (got.code, got.out) == (2, "")
    assert "-o x.pdf: no format has the ending '.pdf'. Use .json .jsonl" in got.err
    assert all(suffix in got.err for suffix in output.BY_SUFFIX)
    assert not (folder / "x.pdf").exists()
    assert inside("berita.txt", "-o", "x.pdf", "-f", "csv", cwd=folder).code == 0


def test_a_workbook(folder: Path) -> None:
    text = '"=1+1 & <b>," kata Rahma Wulandari.\n'
    (folder / "b.txt").write_text(text)
    assert inside("b.txt", "berita.txt", "-o", "x.xlsx", cwd=folder) == Result(0, "", "")
    with zipfile.ZipFile(folder / "x.xlsx") as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count("<row>") == 1 + len(rows(inside("b.txt", "berita.txt", "-f", "csv", cwd=folder)))
    openpyxl = pytest.importorskip("openpyxl")
    cells = [[c.value for c in row] for row in openpyxl.load_workbook(folder / "x.xlsx").active]
    assert cells[0][:4] == ["source", "id", "type", "speaker"]
    assert cells[1][3:5] == ["Rahma Wulandari", "person"]
    assert cells[1][10] == "=1+1 & <b>,"
    assert isinstance(cells[1][12], int)
    assert inside("berita.txt", "-s", "-o", "y.xlsx", cwd=folder).code == 0
    assert openpyxl.load_workbook(folder / "y.xlsx").active["A2"].value == "Rahma Wulandari"
    assert "a workbook is packed already" in inside("b.txt", "-o", "x.xlsx.gz", cwd=folder).err


# -------------------------------------------------------------------------------- fields of a record


def test_kept_fields_come_behind_the_columns(folder: Path) -> None:
    got = rows(inside("a.jsonl", "-f", "csv", "--keep", "outlet,date", "--keep", "tags", cwd=folder))
    assert list(got[0])[-4:] == ["addressee", "outlet", "date", "tags"]
    assert {(r["source"], r["outlet"], r["date"], r["tags"]) for r in got} == {
        ("a", "Harian Mandira", "2025-03-03", ""),
        ("b", "Kabar Legi", "Senin, 14 April 2025", ""),
        ("c", "", "besok", '["x","y"]'),
    }
    lines = inside("a.jsonl", "-f", "markdown", "--keep", "outlet", cwd=folder).out.splitlines()
    assert lines[0].endswith("| Quote | outlet |") and lines[2].endswith("| Harian Mandira |")
    for form in ("table", "text"):
        assert "\noutlet: Kabar Legi\n" in inside("a.jsonl", "-f", form, "--keep", "outlet", cwd=folder).out
    assert "outlet: Kabar Legi</p>" in inside("a.jsonl", "-f", "html", "--keep", "outlet", cwd=folder).out
    evil = json.dumps({"text": OTHER, "x": "=1+1 <b>"})
    assert ",'=1+1 <b>" in inside("-", "-f", "csv", "--keep", "x", stdin=evil, cwd=folder).out
    assert "x: =1+1 &lt;b&gt;" in inside("-", "-f", "html", "--keep", "x", stdin=evil, cwd=folder).out


def test_a_summary_by_a_field(folder: Path) -> None:
    got = rows(inside("a.jsonl", "-s", "-f", "csv", "--by", "outlet", cwd=folder))
    assert [(r["name"], r["outlet"], r["quotes"]) for r in got] == [
        ("Budi Santoso", "", "1"), ("Rahma Wulandari", "Harian Mandira", "3"), ("Budi Santoso", "Harian Mandira", "1"),
        ("Rahma Wulandari", "Kabar Legi", "1"),
    ]  # fmt: skip
    assert [r["share"] for r in got] == ["1.0", "0.7059", "0.2941", "1.0"]
    got = rows(inside("a.jsonl", "-s", "-f", "csv", "--by", "date:month", cwd=folder))
    assert [r["date:month"] for r in got] == ["", "2025-03", "2025-03", "2025-04"]
    table = inside("a.jsonl", "-s", "-f", "table", "--by", "outlet", cwd=folder).out
    assert "\noutlet: Harian Mandira\n" in table and "\noutlet: -\n" in table
    assert "<h2>outlet: Kabar Legi</h2>" in inside("a.jsonl", "-s", "-f", "html", "--by", "outlet", cwd=folder).out
    value = json.loads(inside("a.jsonl", "-s", "--by", "date:year", "--json", cwd=folder).out)
    assert (value["by"], [s["by"] for s in value["speakers"]]) == ("date:year", [None, "2025", "2025"])
    assert "give it together with --summary" in inside("a.jsonl", "--by", "outlet", cwd=folder).err
    assert "behind the field may stand" in inside("a.jsonl", "-s", "--by", "date:week", cwd=folder).err


def test_the_schema_of_the_summary(folder: Path) -> None:
    schema = json.loads(inside("--schema", "--summary", cwd=folder).out)
    assert json.loads(inside("--schema", "summary", cwd=folder).out) == schema
    jsonschema.Draft202012Validator.check_schema(schema)
    for options in ([], ["--by", "outlet"]):
        jsonschema.validate(json.loads(inside("a.jsonl", "-s", "--json", *options, cwd=folder).out), schema)


def test_a_summary_as_a_page(folder: Path) -> None:
    page = inside("a.jsonl", "--summary", "-f", "html", cwd=folder).out
    assert page.startswith("<!doctype html>") and page.endswith("</html>\n")
    assert "<h1>Siapa dikutip, seberapa banyak</h1>\n<p>3 artikel, 6 kutipan, 22 kata</p>" in page
    assert "<b>Rahma Wulandari</b>, Bupati Sukamaju <small>2 artikel, 4 kutipan" in page


# ------------------------------------------------------------------------------------------- filters


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--speaker", "bupati"], [1, 2, 3]),
        (["--speaker", "dinas perhubungan"], [4]),
        (["--role", "bupati"], [1, 2, 3]),
        (["--role", "rahma"], []),
        (["--affiliation", "perhubungan"], [4]),
        (["--affiliation", "bupati"], []),
        (["--role", "kepala", "--speaker", "budi"], [4]),
        (["--type", "direct,mixed"], [1, 3]),
        (["--act", "add,say", "--type", "indirect"], [2, 4]),
        (["--quote", "2"], [2]),
        (["--quote", "2", "--quote", "4"], [2, 4]),
    ],
)
def test_filters(folder: Path, options: list[str], ids: list[int]) -> None:
    [article] = inside("berita.txt", *options, cwd=folder).articles
    assert [q["id"] for q in article["quotes"]] == ids


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--since", "2025-03"], ["a", "b"]),
        (["--since", "2025-03-04"], ["b"]),
        (["--until", "2025-03"], ["a"]),
        (["--until", "2024"], []),
        (["--since", "2025-03-03", "--until", "2025-04-14"], ["a", "b"]),
    ],
)
def test_dates(folder: Path, options: list[str], names: list[str]) -> None:
    got = inside("a.jsonl", *options, cwd=folder)
    assert (got.code, [a["source"] for a in got.articles]) == (0, names)
    assert got.err == "qattr: c: left out: no date in field 'date'. Name the field with --date-field.\n"
    assert inside("a.jsonl", *options, "-s", "--json", cwd=folder).code == 0


def test_mistaken_dates(folder: Path) -> None:
    assert "'3/3' is no date: write 2025, 2025-03 or 2025-03-31." in inside("--since", "3/3", cwd=folder).err
    got = inside("berita.txt", "--since", "2025", cwd=folder)
    assert got.err.startswith("qattr: berita.txt: left out: no date in field 'date'")


# --------------------------------------------------------------------------------- tables and pages


def test_a_repeated_speaker_stands_once_and_a_line_number_stays_whole(folder: Path) -> None:
    wide = inside("berita.txt", "-f", "table", cwd=folder, COLUMNS="120").out
    assert wide.count("Rahma Wulandari") == 1 and wide.count("Bupati Sukamaju") <= 1
    for width in range(20, 60):
        out = inside("berita.txt", "-f", "table", cwd=folder, COLUMNS=str(width)).out
        assert not re.search(r"line *$", out, re.M), width
        assert "line 1" in out


def test_one_quote_one_word(tmp_path: Path) -> None:
    out = inside("-", "-f", "text", stdin='"Siap," kata Rahma Wulandari.\n', cwd=tmp_path).out
    assert "[1] Rahma Wulandari (1 quote, 1 word)\n" in out


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.txt", f"Harga Cabai Naik\n\n{OTHER}", "Harga Cabai Naik"),
        ("a.txt", OTHER * 2, "a.txt"),
        ("a.md", f"## Harga *Cabai*\n\n{OTHER}", "Harga Cabai"),
        ("a.jsonl", json.dumps({"id": "x", "judul": "Cabai Naik", "text": OTHER}), "Cabai Naik"),
    ],
)
def test_a_page_is_called_after_its_article(tmp_path: Path, name: str, text: str, title: str) -> None:
    (tmp_path / name).write_text(text)
    page = inside(name, "-f", "html", cwd=tmp_path).out
    if name != "a.jsonl":
        assert f"<title>{title}</title>" in page and f'<h1 id="judul">{title}</h1>' in page
    several = inside(name, "-", "-f", "html", stdin=OTHER, cwd=tmp_path).out
    assert f">{title}</h2>" in several


def test_many_articles_have_contents_and_speakers_across_them(folder: Path) -> None:
    page = inside("a.jsonl", "-f", "html", cwd=folder).out
    contents = page.partition('<nav id="isi"')[2]
    links = re.findall(r'<li><a href="#(t[0-9a-f]+)">([^<]+)</a> <small>(\d) kutipan', contents)
    assert [(title, quotes) for _, title, quotes in links] == [("a", "4"), ("b", "1"), ("c", "1")]
    assert all(f'id="{anchor}"' in page for anchor, _, _ in links)
    assert "<b>Rahma Wulandari</b>, Bupati Sukamaju <small>2 artikel, 4 kutipan" in contents
    assert inside("a.jsonl", "-f", "html", "-j", "2", cwd=folder).out == page
    assert 'id="isi"' not in inside("berita.txt", "-f", "html", cwd=folder).out


# -------------------------------------------------------------------------------------- explanations


def test_one_quote_is_explained(folder: Path) -> None:
    whole = inside("--explain", "berita.txt", cwd=folder).out
    one = inside("--explain", "3", "berita.txt", cwd=folder)
    assert one.code == 0
    assert re.findall(r"^quote (\d)", one.out, re.M) == ["3"]
    assert one.out.split("\n\n")[1] in whole
    assert inside("--explain=3", "berita.txt", cwd=folder) == one
    (folder / "3").write_text(OTHER)
    assert inside("--explain", "3", cwd=folder).out.startswith("3\n")


def test_a_rule_of_two_lines_is_listed_with_both(folder: Path) -> None:
    out = inside("--rules", cwd=folder).out
    block = out.partition(" paragraph_before\n")[2].split(". ")[0]
    assert '\n     "' in block, "the sentence, and the quote below it"


# ------------------------------------------------------------------------------------ manual, version


def test_the_manual_page_has_every_option(folder: Path) -> None:
    page = inside("--man", cwd=folder)
    assert page.code == 0 and page.out.startswith('.TH QATTR 1 "" "qattr ' + library.__version__)
    from qattr.cli.options import OPTIONS

    for option in OPTIONS:
        assert option.flags[0].replace("-", "\\-") in page.out
    if shutil.which("man"):
        (folder / "qattr.1").write_text(page.out)
        env = {"MANWIDTH": "80", "PATH": "/usr/bin:/bin"}
        run = ["man", "--warnings", "-l", "qattr.1"]
        done = subprocess.run(run, cwd=folder, capture_output=True, text=True, env=env)
        assert done.stderr == "" and "--min-confidence P" in done.stdout


def test_help_is_in_groups_of_one_screen_each(folder: Path) -> None:
    out = inside("--help", cwd=folder).out
    for title in ("Reading", "Choosing", "Printing", "Corpus", "Evaluating", "Asking"):
        block = out.partition(f"\n{title}:\n")[2].partition("\n\n")[0]
        assert 0 < block.count("\n") < 40, title
    for name in output.FORMATS:
        assert f" {name}" in out

"""Files as people have them: kinds, packings, encodings, marks of a file, records of every shape, own results."""

from __future__ import annotations

import bz2
import io
import json
import lzma
import zipfile
from pathlib import Path

import pytest

from command import ARTICLE, OTHER, Result, inside
from qattr import output

SAID = "Stok kami menipis,"
"""What is said in OTHER."""
DOCX = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Harga Cabai Naik</w:t></w:r></w:p>'
    '<w:sdt><w:sdtContent><w:p><w:r><w:t xml:space="preserve">“Stok kami </w:t></w:r><w:ins><w:r><w:t>menipis,”</w:t>'
    "</w:r></w:ins><w:del><w:r><w:delText>habis,”</w:delText></w:r></w:del><w:hyperlink><w:r>"
    '<w:t xml:space="preserve"> ujar Rahma Wulandari, bupati Sukamaju.</w:t></w:r></w:hyperlink></w:p></w:sdtContent>'
    "</w:sdt></w:body></w:document>"
)
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:tracked-changes><text:p>lama</text:p></text:tracked-changes><text:h>Harga Cabai Naik</text:h>"
    "<text:p>“Stok<text:s/>kami <text:span>menipis</text:span>,” ujar Rahma Wulandari, bupati Sukamaju.</text:p>"
    "</office:text></office:body></office:document-content>"
)


def sources(result: Result) -> list[str]:
    return [a["source"] for a in result.articles]


def said(result: Result) -> list[list[str]]:
    return [[q["text"] for q in a["quotes"]] for a in result.articles]


def lines(*records: object) -> str:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return file.getvalue()


# ------------------------------------------------------------------------------------- own results


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.html", "a.md", "a.txt"])
def test_own_results_are_no_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / "berita.txt").write_text(ARTICLE)
    for options in ([], ["--summary"]):
        assert inside("berita.txt", "-o", name, *options, cwd=tmp_path).code == 0
        got = inside(".", cwd=tmp_path)
        assert (got.code, sources(got)) == (0, ["./berita.txt"])
        assert got.err == f"qattr: ./{name}: results of qattr, no article. Left out.\n"


def test_every_format_with_a_name_of_an_article_is_known_again(tmp_path: Path) -> None:
    (tmp_path / "berita.txt").write_text(ARTICLE)
    for suffix, form in output.BY_SUFFIX.items():
        name = f"hasil{suffix}"
        assert inside("berita.txt", "-o", name, cwd=tmp_path).code == 0, form
    got = inside(".", cwd=tmp_path)
    assert (got.code, sources(got)) == (0, ["./berita.txt"])
    assert got.err.count("\n") == 1, "they are one line"


def test_own_results_under_the_name_of_a_kind_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    inside("a.txt", "-o", "a.csv", cwd=tmp_path)
    got = inside("--input", "csv", "a.csv", cwd=tmp_path)
    assert got.articles[0]["source"] == "1"


# ------------------------------------------------------------------------------- what stdin may hold


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (lines({"id": "k", "text": OTHER}), "k"),
        ("\n" + lines({"text": OTHER}), "-:2"),
        (json.dumps([{"text": OTHER}]), "-[0]"),
        (json.dumps({"text": OTHER}, indent=2), "-"),
        ("id,text\n7," + json.dumps(OTHER.strip()).replace('\\"', '""') + "\n", "7"),
        ("sep=;\nid;text\n8;Hujan.\n", "8"),
        (OTHER, "-"),
        ('{kurung} "Stok kami menipis," ujar Rahma Wulandari.', "-"),
        ("[Gambas] Hujan turun.\n", "-"),
        ("", "-"),
    ],
)
def test_stdin_is_told_from_how_it_begins(tmp_path: Path, text: str, source: str) -> None:
    got = inside("-", stdin=text, cwd=tmp_path)
    assert (got.code, sources(got)) == (0, [source])
    (tmp_path / "tanpa-nama").write_text(text)
    got = inside("tanpa-nama", cwd=tmp_path)
    assert (got.code, sources(got)) == (0, [source.replace("-", "tanpa-nama", 1) if source[0] == "-" else source])


def test_records_through_stdin_with_a_named_field(tmp_path: Path) -> None:
    got = inside("-", "--text-field", "body", stdin=lines({"body": OTHER}, {"body": OTHER}), cwd=tmp_path)
    assert sources(got) == ["-:1", "-:2"]
    got = inside("-", "--text-field", "isi", stdin="isi\nHujan.\n", cwd=tmp_path)
    assert sources(got) == ["-:2"]
    got = inside("-", "--text-field", "body", stdin=OTHER, cwd=tmp_path)
    assert got == Result(
        2, "", "qattr: -: plain text has no field 'body'. Leave out --text-field, or say what it holds with --input "
        "jsonl, json or csv.\n",
    )  # fmt: skip
    got = inside("-", stdin=lines({"body": OTHER}), cwd=tmp_path)
    assert got.err == "qattr: -:1: no field 'text'; it has body. Name the field with --text-field.\n"


def test_a_page_through_stdin(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    page = "<!doctype html><title>Cabai</title><article>" + f"<p>{OTHER}</p>" * 5 + "</article>"
    [article] = inside("-", stdin=page, cwd=tmp_path).articles
    assert article["text"].startswith("Harga cabai naik")


# ------------------------------------------------------------------------------------------ records


def test_json_arrays_and_objects_over_several_lines(tmp_path: Path) -> None:
    records = [{"id": n, "text": OTHER, "isi": "x" * 30_000} for n in range(5)]
    (tmp_path / "a.json").write_text(json.dumps(records, indent=1))
    (tmp_path / "b.json").write_text(json.dumps({"text": OTHER}, indent=1))
    (tmp_path / "c.json").write_text('[{"text": "Hujan."}, 3, {"teks": 1}, {"text"')
    (tmp_path / "d.json").write_text(json.dumps({"data": [{"text": OTHER}]}))
    got = inside("a.json", "b.json", "c.json", "d.json", cwd=tmp_path)
    assert sources(got) == ["0", "1", "2", "3", "4", "b.json", "c.json[0]"]
    assert got.err.splitlines() == [
        "qattr: c.json[1]: no JSON object but int. An article must be an object.",
        "qattr: c.json[2]: no field 'text'; it has teks. Name the field with --text-field.",
        "qattr: c.json: no JSON (Expecting ':' delimiter) (after record 3). Check it with jq . FILE.",
        "qattr: d.json: no field 'text'; it has data. Take the records out first: jq -c '.data[]' FILE | qattr --input "
        "jsonl -.",
        "qattr: 4 of 11 articles failed",
    ]


def test_nested_fields(tmp_path: Path) -> None:
    record = {"article": {"body": OTHER, "no": "a-1", "at": "2025-03-03"}, "a.b": "datar"}
    got = inside("-", "--text-field", "article.body", "--id-field", "article.no", stdin=lines(record), cwd=tmp_path)
    assert (sources(got), got.articles[0]["meta"]) == (["a-1"], {"article": {"at": "2025-03-03"}, "a.b": "datar"})
    got = inside("-", "--text-field", "body", stdin=lines(record), cwd=tmp_path)
    assert "Name the field with --text-field article.body." in got.err


def test_html_in_a_field(tmp_path: Path) -> None:
    html = "<p>Harga naik.</p><script>x</script><p>&ldquo;Stok kami <b>menipis</b>,&rdquo; ujar Rahma Wulandari.</p>"
    [article] = inside("-", "--field-html", stdin=lines({"text": html}), cwd=tmp_path).articles
    assert article["text"] == "Harga naik.\n\n“Stok kami menipis,” ujar Rahma Wulandari."
    assert said(inside("-", "--field-html", stdin=lines({"text": html}), cwd=tmp_path)) == [[SAID]]


def test_delimiters_and_what_excel_writes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=;\r\n no ; text \r\n1;Hujan, deras.\r\n")
    (tmp_path / "b.csv").write_text("id#text\n1#Hujan.\n")
    (tmp_path / "c.csv").write_text("id\ttext\n1\tHujan; deras, sekali.\n")
    (tmp_path / "d.csv").write_text("id|text\n1|Hujan; deras, sekali.\n")
    got = inside("a.csv", cwd=tmp_path)
    assert (sources(got), got.articles[0]["meta"]) == (["a.csv:3"], {"no": "1"})
    assert sources(inside("b.csv", "--delimiter", "#", cwd=tmp_path)) == ["1"]
    assert sources(inside("c.csv", "d.csv", cwd=tmp_path)) == ["1", "1"]
    assert sources(inside("c.csv", "--delimiter", "tab", cwd=tmp_path)) == ["1"]
    assert "no delimiter: one character, or tab" in inside("c.csv", "--delimiter", "ab", cwd=tmp_path).err


def test_columns_of_one_name_are_an_error_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text,judul,judul,,\n1,Hujan.,a,b,,\n")
    got = inside("a.csv", cwd=tmp_path)
    assert got == Result(2, "", "qattr: a.csv: two columns are called 'judul'. Give each column a name of its own.\n")


def test_rows_with_too_few_cells_are_kept_and_named_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,judul,url\nHujan.,a,b\nPanas.,a\nDingin.\n")
    got = inside("a.csv", cwd=tmp_path)
    assert got.code == 0
    assert [a["meta"] for a in got.articles][1:] == [{"judul": "a", "url": ""}, {"judul": "", "url": ""}]
    assert got.err == "qattr: a.csv:3: 2 cells under a header of 3. The missing ones are taken as empty.\n"


def test_errors_of_one_kind_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(*({"teks": n} for n in range(2000))) + lines({"text": OTHER}) + "{\n")
    got = inside("a.jsonl", cwd=tmp_path)
    assert got.err.splitlines() == [
        "qattr: a.jsonl:1, a.jsonl:2, a.jsonl:3 and 1,997 more: no field 'text'; it has teks. Name the field with "
        "--text-field.",
        "qattr: a.jsonl:2002: no JSON (Expecting property name enclosed in double quotes at column 2). Each line must "
        "be one JSON object; jq -c makes it so.",
        "qattr: 2001 of 2002 articles failed",
    ]


# ----------------------------------------------------------------------------------------- packings


def test_packed_files_and_archives(tmp_path: Path) -> None:
    (tmp_path / "a.txt.bz2").write_bytes(bz2.compress(OTHER.encode()))
    (tmp_path / "b.jsonl.xz").write_bytes(lzma.compress(lines({"text": OTHER}).encode()))
    members = {"d/b.txt": OTHER, "a.jsonl": lines({"text": OTHER}), "gambar.png": "x", "__MACOSX/x.txt": "x"}
    (tmp_path / "c.zip").write_bytes(zipped(members))
    (tmp_path / "rusak.txt.xz").write_text("x")
    (tmp_path / "rusak.zip").write_text("x")
    got = inside(".", cwd=tmp_path)
    assert sources(got) == ["./a.txt.bz2", "./b.jsonl.xz:1", "./c.zip/a.jsonl:1", "./c.zip/d/b.txt"]
    assert said(got) == [[SAID]] * 4
    assert got.err.splitlines()[:2] == [
        "qattr: ./rusak.txt.xz: damaged or no xz data. Test it with xz -t, or rename it if it is not packed.",
        "qattr: ./rusak.zip: damaged or no ZIP file. Test it with unzip -t, or fetch it again.",
    ]


def test_zstd(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(lines({"text": OTHER}, {"text": OTHER}).encode()))
    assert said(inside("a.jsonl.zst", cwd=tmp_path)) == [[SAID], [SAID]]
    assert inside("a.jsonl.zst", "-o", "b.csv.zst", cwd=tmp_path).code == 0
    with zstandard.open(tmp_path / "b.csv.zst", "rt", encoding="utf-8") as file:
        assert file.read().startswith("source,id,type")


# -------------------------------------------------------------------------------------------- office


def test_office_documents_keep_what_the_page_shows(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": DOCX}))
    (tmp_path / "b.odt").write_bytes(zipped({"content.xml": ODT}))
    got = inside("a.docx", "b.odt", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    text = "Harga Cabai Naik\n\n“Stok kami menipis,” ujar Rahma Wulandari, bupati Sukamaju."
    assert [a["text"] for a in got.articles] == [text, text]
    assert said(got) == [[SAID], [SAID]]
    got = inside("-", stdin=zipped({"word/document.xml": DOCX}), cwd=tmp_path)
    assert said(got) == [[SAID]]


def pdf(*pages: list[tuple[int, str]]) -> bytes:
    """A PDF with lines of Helvetica at some heights: no more of the format than a test needs."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, page in enumerate(pages):
        words = "".join(f"BT /F1 11 Tf 60 {y} Td ({text}) Tj ET\n" for y, text in page)
        resources = "<</Font<</F1 3 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{resources}/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(words)}>>stream\n{words}endstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def test_a_pdf_without_its_furniture_and_its_line_ends(tmp_path: Path) -> None:
    pytest.importorskip("pdfminer")
    first = [(800, "Harian Mandira, Senin"), (700, '"Stok kami menipis," ujar Rahma Wula-')]
    first += [(686, "ndari, bupati Sukamaju, saat mem-"), (672, "bagikan anak-"), (658, "anak ayam kepada warga yang")]
    second = [(800, "Harian Mandira, Senin"), (700, "datang sejak pagi."), (40, "Halaman 2")]
    (tmp_path / "a.pdf").write_bytes(pdf([*first, (40, "Halaman 1")], second))
    got = inside("a.pdf", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert got.articles[0]["text"] == (
        '"Stok kami menipis," ujar Rahma Wulandari, bupati Sukamaju, saat membagikan anak-anak ayam kepada warga yang '
        "datang sejak pagi."
    )
    assert got.articles[0]["quotes"][0]["speaker"] == "Rahma Wulandari"


def test_without_pdfminer_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(700, "Hujan.")]))
    monkeypatch.setitem(__import__("sys").modules, "pdfminer.high_level", None)
    assert inside("a.pdf", cwd=tmp_path).err == (
        "qattr: a.pdf: PDF needs the package pdfminer.six. Install it: pip install 'qattr[office]', or extract the "
        "text first: pdftotext FILE.\n"
    )


# ----------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_unicode_needs_no_option(tmp_path: Path, encoding: str) -> None:
    text = OTHER.replace('"', "”")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (tmp_path / "b.jsonl").write_bytes(lines({"text": text}).encode(encoding))
    (tmp_path / "c.csv").write_bytes(f"id,text\n3,{json.dumps(text.strip(), ensure_ascii=False)}\n".encode(encoding))
    (tmp_path / "d.json").write_bytes(json.dumps([{"text": text}]).encode(encoding))
    got = inside("--with-text", ".", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert [a["text"].strip() for a in got.articles] == [text.strip()] * 4


def test_one_bad_byte_is_no_mojibake(tmp_path: Path) -> None:
    text = "“Kafe kami ramai,” kata Rahma Wulandari. "
    data = text.encode() + "Café".encode("cp1252") + b" tutup.\n"
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_bytes("Harga di café naik. ".encode("cp1252") + b"Hujan turun. " * 40)
    got = inside("--encoding", "auto", "--with-text", "a.txt", "b.txt", cwd=tmp_path)
    assert got.code == 0
    assert got.articles[0]["text"] == f"{text}Café tutup.\n"
    assert got.articles[1]["text"].startswith("Harga di café naik.")
    step = "Look at the places, or name the right encoding with --encoding."
    assert got.err == f"qattr: a.txt (1), b.txt (1): bytes not UTF-8, taken as cp1252. {step}\n"


def test_bad_bytes_can_be_replaced_and_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(OTHER.encode() + b"\xe9\xe8")
    (tmp_path / "b.jsonl").write_bytes(lines({"text": OTHER}).encode().replace(b"cabai", b"caba\xff"))
    (tmp_path / "c.csv").write_bytes(b"id,text\n3,caba\xff\n")
    assert inside(".", cwd=tmp_path).code == 2
    got = inside(".", "--errors", "replace", "--with-text", cwd=tmp_path)
    assert got.code == 0
    assert [a["text"].count("\ufffd") for a in got.articles] == [2, 1, 1]
    assert got.err.startswith(
        "qattr: ./a.txt (2), ./b.jsonl:1 (1), ./c.csv:2 (1): bytes not UTF-8, replaced by \ufffd. Look at the places"
    )
    assert inside(".", "--encoding-errors", "replace", "--with-text", cwd=tmp_path) == got


# ------------------------------------------------------------------------------------ marks of a file

MARKDOWN = """---
title: "Harga Cabai Naik"
---
# Harga *cabai*

> "Stok **kami** [menipis](https://x.test/a_(b))," ujar *Rahma* __Wulandari__, `bupati` Sukamaju.

- "Kami \\*siap\\*," katanya.
- <!-- catatan: "bukan," kata Editor. -->Hujan_deras_sekali.

![foto "lama"](x.png)
"""


def test_markdown_s_marks_are_no_words_and_offsets_are_the_file_s(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(MARKDOWN.replace("\n", "\r\n"), newline="")
    [article] = inside("--with-text", "a.md", cwd=tmp_path).articles
    text = article["text"]
    assert text == MARKDOWN.replace("\n", "\r\n")
    assert [q["text"] for q in article["quotes"]] == [
        "Stok **kami** [menipis](https://x.test/a_(b)),", "Kami \\*siap\\*,"
    ]  # fmt: skip
    assert [q["line"] for q in article["quotes"]] == [6, 8]
    [speaker] = article["speakers"]
    assert (speaker["name"], speaker["role"]) == ("Rahma Wulandari", "bupati Sukamaju")
    spans = [*article["quotes"], *speaker["mentions"], *speaker["roles"], article["quotes"][0]["cue"]]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)


def test_invisible_characters_do_not_make_two_people_of_one(tmp_path: Path) -> None:
    for n, between in enumerate((" ", "\u200b ", "\u00a0", "\u00ad ", "\ufeff ")):
        words = f'"Kami siap," kata Rahma{between}Wulan\u200bdari, bupati.\n'
        (tmp_path / f"{n}.txt").write_text(words)
    got = json.loads(inside("--summary", "--json", ".", cwd=tmp_path).out)
    assert [(s["name"], s["quotes"]) for s in got["speakers"]] == [("Rahma Wulandari", 5)]
    for article in inside("--with-text", ".", cwd=tmp_path).articles:
        mention = article["quotes"][0]["mention"]
        assert article["text"][mention["start"] : mention["end"]] == mention["text"]

"""What the command reads, and what it says of what it cannot read."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import ARTICLE, OTHER, Result, command, environment, inside, qattr
from qattr.reading import files as corpus
from qattr.reading import loading
from qattr.reading.types import Failure, Reading, Unreadable

HTML = """<!doctype html><html lang="id"><head><title>Jembatan</title></head><body>
<nav><a href="/">Beranda</a> <a href="/olahraga">Olahraga</a></nav>
<article><h1>Jembatan Sukamaju Dibuka</h1>
<p>Rahma Wulandari, Bupati Sukamaju, meresmikan jembatan baru yang menghubungkan dua desa di seberang sungai.</p>
<p>&ldquo;Jembatan ini penting bagi warga,&rdquo; kata Rahma di hadapan warga yang datang sejak pagi, Senin.</p>
<p>Ia menambahkan, pembangunan memakan waktu dua tahun dan memakai dana dari kas daerah serta sumbangan warga.</p>
</article><footer>Hak cipta</footer></body></html>
"""


def sources(result: Result) -> list[str]:
    return [a["source"] for a in result.articles]


def lines(*records: object) -> str:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


# --------------------------------------------------------------------------------------- folders


def test_a_folder_is_read_in_the_order_of_names_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".rahasia.txt", "gambar.png", "c/d.txt", ".git/e.txt", "Z.TXT", "c.txt"):
        path = tmp_path / "arsip" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(OTHER)
    (tmp_path / "arsip" / "r.jsonl").write_text(lines({"id": "x", "text": OTHER}))
    (tmp_path / "arsip" / "t.csv").write_text("judul,text\nCabai,Hujan turun\n")
    with gzip.open(tmp_path / "arsip" / "u.txt.gz", "wt") as file:
        file.write(OTHER)
    got = inside("arsip", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    names = ["Z.TXT", "a.md", "b.txt", "c/d.txt", "c.txt", None, "t.csv:2", "u.txt.gz"]
    assert sources(got) == [f"arsip/{n}" if n else "x" for n in names]
    assert inside("arsip/", cwd=tmp_path).articles[1]["source"] == "arsip/a.md"


def test_a_folder_without_articles_is_said_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "gambar.png").write_bytes(b"\x89PNG")
    got = inside(".", cwd=tmp_path)
    assert (got.code, got.out) == (0, "")
    assert got.err == (
        "qattr: .: no article in this folder. "
        "Looked for .txt .md .markdown .html .htm .jsonl .ndjson .json .csv .tsv .docx .odt .pdf .zip, "
        "each also packed (.gz .bz2 .xz .zst).\n"
    )


def test_the_output_file_is_no_input_of_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    for _ in range(2):
        got = inside(".", "-o", "hasil.csv", cwd=tmp_path)
        assert (got.code, got.err) == (0, "")
    assert len((tmp_path / "hasil.csv").read_text().splitlines()) == 2


def test_links_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_text(OTHER)
    (tmp_path / "d" / "b.txt").symlink_to("a.txt")
    (tmp_path / "d" / "loop").symlink_to("../d")
    (tmp_path / "d" / "self.txt").symlink_to("self.txt")
    (tmp_path / "d" / "gone.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "d" / "pipa.txt")
    got = inside("d", cwd=tmp_path)
    assert got.code == 2
    assert sources(got) == ["d/a.txt", "d/b.txt"]
    assert got.err.splitlines() == [
        "qattr: d/gone.txt: no such file or directory. Check the name.",
        "qattr: d/self.txt: too many levels of symbolic links. Name the file itself, not the link.",
        "qattr: 2 of 4 articles failed",
    ]


# --------------------------------------------------------------------------------------- records


def test_jsonl_keeps_ids_and_other_fields(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        lines(
            {"id": "k-1", "text": ARTICLE, "tanggal": "2025-03-03", "n": 3},
            {"id": 7, "text": OTHER},
            {"text": OTHER, "id": None},
            {"text": ""},
        )
    )
    got = inside("a.jsonl", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert sources(got) == ["k-1", "7", "a.jsonl:3", "a.jsonl:4"]
    assert [a["meta"] for a in got.articles] == [{"tanggal": "2025-03-03", "n": 3}, {}, {"id": None}, {}]


def test_fields_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text(lines({"url": "https://x.test/1", "body": OTHER, "text": "ringkas"}))
    got = inside("a.ndjson", "--text-field", "body", "--id-field", "url", cwd=tmp_path)
    assert sources(got) == ["https://x.test/1"]
    assert got.articles[0]["meta"] == {"text": "ringkas"}
    assert got.articles[0]["quotes"][0]["speaker"] == "Rahma Wulandari"


def test_a_broken_record_is_named_and_the_rest_done(tmp_path: Path) -> None:
    good = lines({"text": OTHER})
    bad = ['{"text": "putus', '["text"]', '{"teks": "x", "judul": 1}', '{"text": 5}', "[" * 100_000]
    (tmp_path / "a.jsonl").write_text(good + "\n" + "\n".join(bad) + "\n" + good)
    got = inside("a.jsonl", cwd=tmp_path)
    assert sources(got) == ["a.jsonl:1", "a.jsonl:8"]
    assert got.code == 2
    errors = got.err.splitlines()
    assert errors[:4] == [
        "qattr: a.jsonl:3: no JSON (Unterminated string starting at column 10). "
        "Each line must be one JSON object; jq -c makes it so.",
        "qattr: a.jsonl:4: no JSON object. Each line must be an object; jq -c '.[]' cuts up an array.",
        "qattr: a.jsonl:5: no field 'text'; it has teks, judul. Name the field with --text-field.",
        "qattr: a.jsonl:6: field 'text' is no string but int. Name the field that holds the text with --text-field.",
    ]
    assert errors[4].startswith("qattr: a.jsonl:7: JSON that cannot be read (")
    assert errors[5:] == ["qattr: 5 of 7 articles failed"]


def test_bad_bytes_in_a_record_are_named_by_their_place_in_the_file(tmp_path: Path) -> None:
    good = lines({"text": OTHER}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + good + b'{"text": "caf\xe9"}\n' + good)
    got = inside("a.jsonl", cwd=tmp_path)
    assert sources(got) == ["a.jsonl:1", "a.jsonl:3"]
    at = 3 + len(good) + 13
    assert got.err.splitlines()[0] == (
        f"qattr: a.jsonl:2: not UTF-8 at byte {at} (0xe9). Name its encoding with --encoding (cp1252, utf-16), or let "
        "it be detected with --encoding auto."
    )


def test_numbers_that_json_has_not_become_null(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x", "a": NaN, "b": [1e999, {"c": -Infinity}], "d": 0.5}\n')
    got = inside("a.jsonl", cwd=tmp_path)
    assert got.articles[0]["meta"] == {"a": None, "b": [None, {"c": None}], "d": 0.5}
    assert "NaN" not in got.out


def test_lone_surrogates_come_out_as_they_came_in(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "\\"Ya \\ud83d,\\" kata Rahma.", "x\\udc00": "\\udfff"}\n')
    got = inside("a.jsonl", "--with-text", cwd=tmp_path)
    assert got.code == 0
    assert got.articles[0]["text"] == '"Ya \ud83d," kata Rahma.'
    assert got.articles[0]["meta"] == {"x\udc00": "\udfff"}
    for form in ("csv", "tsv", "markdown", "html", "text", "table"):
        assert inside("a.jsonl", "-f", form, cwd=tmp_path).code == 0


def test_csv_and_tsv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(
        b'\xef\xbb\xbfid,judul,text\r\n1,Cabai,"Harga naik.\r\n""Stok tipis,"" kata Rahma."\r\n\r\n2,"A, B",Hujan.\r\n'
    )
    (tmp_path / "b.csv").write_text("id;text\n9;Hujan, deras.\n")
    (tmp_path / "c.tsv").write_text("kode\ttext\nx\tHujan.\n")
    got = inside("a.csv", "b.csv", "c.tsv", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert sources(got) == ["1", "2", "9", "c.tsv:2"]
    assert [a["meta"] for a in got.articles] == [{"judul": "Cabai"}, {"judul": "A, B"}, {}, {"kode": "x"}]
    assert got.articles[0]["quotes"][0]["line"] == 2


def test_csv_rows_that_are_none_are_named_and_the_rest_done(tmp_path: Path) -> None:
    rows = b'id,text\na,Hujan.\nb,x,y\nc,"x"y,z\nd,caf\xe9\ne,Hujan.\nf,"tak ditutup\n'
    (tmp_path / "a.csv").write_bytes(rows)
    got = inside("a.csv", cwd=tmp_path)
    assert sources(got) == ["a", "e"]
    errors = got.err.splitlines()
    step = "Put cells with delimiters or quotes between double quotes."
    assert errors[0] == f"qattr: a.csv:3: no CSV row (3 cells under a header of 2). {step}"
    assert errors[1].startswith("qattr: a.csv:4: no CSV row (")
    assert errors[2].startswith(f"qattr: a.csv:5: not UTF-8 at byte {rows.index(0xE9)} (0xe9). ")
    assert errors[3].startswith("qattr: a.csv:7: no CSV row (")
    assert errors[4] == "qattr: 4 of 6 articles failed"


def test_csv_without_the_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,isi\n1,x\n")
    (tmp_path / "b.csv").write_text("")
    got = inside("a.csv", "b.csv", cwd=tmp_path)
    assert got.out == ""
    assert got.err.splitlines() == [
        "qattr: a.csv: no column 'text'; it has id, isi. Name the column with --text-field.",
        "qattr: b.csv: no header row. The first row must name the columns.",
        "qattr: 2 of 2 articles failed",
    ]


# ------------------------------------------------------------------------------------------ gzip


def test_gzip_of_each(tmp_path: Path) -> None:
    texts = {"a.txt.gz": OTHER, "b.jsonl.gz": lines({"text": OTHER}), "c.csv.gz": "id,text\n3,Hujan.\n", "d.gz": OTHER}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    assert sources(inside(*texts, cwd=tmp_path)) == ["a.txt.gz", "b.jsonl.gz:1", "3", "d.gz"]


def test_gzip_that_ends_early_or_is_damaged(tmp_path: Path) -> None:
    many = "".join(lines({"n": os.urandom(300).hex(), "text": OTHER}) for _ in range(200)).encode()
    whole = gzip.compress(many)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(OTHER.encode() * 50)[:-20])
    (tmp_path / "c.txt.gz").write_text(OTHER)
    (tmp_path / "d.jsonl.gz").write_bytes(whole[:1000] + b"\0" * 50 + whole[1050:])
    got = inside("a.jsonl.gz", "b.txt.gz", "c.txt.gz", "d.jsonl.gz", cwd=tmp_path)
    assert got.code == 2
    done = [s for s in sources(got) if s.startswith("a.jsonl.gz")]
    assert len(done) > 50, "what was there before the end is done"
    errors = got.err.splitlines()
    assert errors[0] == (
        f"qattr: a.jsonl.gz: the gzip data ends early (after record {len(done)}). Fetch or copy the file again."
    )
    assert errors[1] == "qattr: b.txt.gz: the gzip data ends early. Fetch or copy the file again."
    assert errors[2].startswith("qattr: c.txt.gz") and ": damaged or no gzip data. " in errors[2]
    assert any("d.jsonl.gz" in e for e in errors[2:])


# ------------------------------------------------------------------------------- files that are none


def test_unreadable_files_are_named_and_the_others_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "nama dengan spasi é.txt").write_text(OTHER)
    (tmp_path / "laporan.pdf").write_bytes(b"%PDF-1.7\n\xe2\xe3")
    (tmp_path / "laporan.docx").write_bytes(b"PK\x03\x04\xff")
    (tmp_path / "latin.txt").write_bytes(b"kafe caf\xe9")
    got = qattr(
        "a.txt", "tidak ada.txt", "laporan.pdf", "laporan.docx", "latin.txt", "nama dengan spasi é.txt", cwd=tmp_path
    )
    assert got.code == 2
    assert sources(got) == ["a.txt", "nama dengan spasi é.txt"]
    assert got.err.splitlines() == [
        "qattr: tidak ada.txt: no such file or directory. Check the name.",
        "qattr: laporan.pdf: a PDF that cannot be read. Print it to a new PDF, or save its text.",
        "qattr: laporan.docx: damaged, locked, or no such document. Open it in an office program and save it.",
        "qattr: latin.txt: not UTF-8 at byte 8 (0xe9). Name its encoding with --encoding (cp1252, utf-16), or let it "
        "be detected with --encoding auto.",
        "qattr: 4 of 6 articles failed",
    ]


def test_a_file_too_large_for_an_article_is_named_and_the_others_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    with (tmp_path / "arsip.txt").open("wb") as file:
        file.truncate(corpus.LARGEST + 1)
    with gzip.open(tmp_path / "arsip.txt.gz", "wb", compresslevel=1) as packed:
        packed.write(b"a" * (corpus.LARGEST + 1))
    (tmp_path / "b.txt").write_text(OTHER)
    got = inside("a.txt", "arsip.txt", "arsip.txt.gz", "b.txt", cwd=tmp_path)
    assert (got.code, sources(got)) == (2, ["a.txt", "b.txt"])
    reason = "larger than 16 MB: no single article. Split it, one article a file or JSON line."
    assert got.err.splitlines() == [
        f"qattr: arsip.txt, arsip.txt.gz: {reason}",
        "qattr: 2 of 4 articles failed",
    ]
    endless = inside("-", stdin="a" * (corpus.LARGEST + 1), cwd=tmp_path)
    assert endless == Result(2, "", f"qattr: -: {reason}\n")


def test_one_missing_file_is_one_line(tmp_path: Path) -> None:
    got = inside("tidak-ada.txt", cwd=tmp_path)
    assert got == Result(2, "", "qattr: tidak-ada.txt: no such file or directory. Check the name.\n")


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl", "c.txt"):
        (tmp_path / name).write_text(lines({"text": OTHER}))
    reading = Reading()
    found = []
    for task in corpus.tasks([str(tmp_path)], reading):
        for name in ("a.txt", "b.jsonl"):
            (tmp_path / name).unlink(missing_ok=True)
        try:
            found.append(str(task) if isinstance(task, Failure) else loading.load(task, reading).source)
        except Unreadable as error:
            found.append(str(Failure(task.source, error.reason, error.step)))
    gone = "no such file or directory. Check the name."
    assert found == [f"{tmp_path}/a.txt: {gone}", f"{tmp_path}/b.jsonl: {gone}", f"{tmp_path}/c.txt"]


def as_nobody(*args: str, cwd: Path) -> Result:
    """Run the command as somebody who may not do everything, where root runs the tests."""
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*user, *command(*args)], cwd=cwd, env=environment(), capture_output=True, stdin=subprocess.DEVNULL, text=True,
        check=False,
    )  # fmt: skip
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may read and write; pytest's own are for one user only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        if (os.geteuid() == 0 and shutil.which("setpriv") is None) or as_nobody("--version", cwd=Path(name)).code:
            pytest.skip("root may read everything")
        yield Path(name)


def test_no_permission(open_folder: Path) -> None:
    for name in ("a.txt", "b.txt", "d/c.txt", "keep/d.txt"):
        (open_folder / name).parent.mkdir(exist_ok=True)
        (open_folder / name).write_text(OTHER)
    (open_folder / "lama").write_text("lama")
    for name, mode in (("a.txt", 0), ("d", 0), ("keep", 0o555), ("lama", 0o444)):
        (open_folder / name).chmod(mode)
    got = as_nobody("a.txt", cwd=open_folder)
    assert got == Result(2, "", "qattr: a.txt: permission denied. Check its permissions: ls -l.\n")
    got = as_nobody(".", cwd=open_folder)
    assert got.err.splitlines() == [
        "qattr: ./a.txt, ./d: permission denied. Check its permissions: ls -l.",
        "qattr: 2 of 4 articles failed",
    ]
    assert sources(got) == ["./b.txt", "./keep/d.txt"]
    for out in ("keep/x.json", "lama"):
        got = as_nobody("b.txt", "-o", out, cwd=open_folder)
        assert got == Result(2, "", f"qattr: {out}: permission denied. Write to another place with -o FILE.\n")
    assert (open_folder / "lama").read_text() == "lama"
    (open_folder / "d").chmod(0o755)


def test_a_fifo_and_dev_null(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    writer = threading.Thread(target=lambda: (tmp_path / "pipa").write_text(OTHER))
    writer.start()
    got = inside("pipa", "/dev/null", cwd=tmp_path)
    writer.join(10)
    assert sources(got) == ["pipa", "/dev/null"]
    assert [len(a["quotes"]) for a in got.articles] == [1, 0]


def test_a_file_name_that_is_no_unicode_or_holds_escapes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(OTHER)
    (tmp_path / "\x1b[31mmerah\n.txt").write_text(OTHER)
    got = inside(".", cwd=tmp_path)
    assert got.code == 0
    assert "\x1b" not in got.out
    assert sources(got) == ["./\x1b[31mmerah\n.txt", "./caf\udce9.txt"]
    for form in ("table", "csv", "tsv", "html", "text", "markdown"):
        assert "\x1b" not in inside("-f", form, ".", cwd=tmp_path).out
    assert "\x1b" not in inside("\x1b[31mhilang.txt", cwd=tmp_path).err


# -------------------------------------------------------------------------------------- encodings


def test_encodings(tmp_path: Path) -> None:
    text = OTHER.replace("menipis", "“menipis” é")
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(text.encode("utf-16"))
    (tmp_path / "c.jsonl").write_bytes(lines({"text": text}).encode("utf-16"))
    (tmp_path / "d.csv").write_bytes(f'text\n"{text.replace(chr(34), chr(34) * 2)}"\n'.encode("utf-16"))
    [one] = inside("--encoding", "cp1252", "--with-text", "a.txt", cwd=tmp_path).articles
    assert one["text"] == text
    several = inside("--encoding", "utf-16", "--with-text", "b.txt", "c.jsonl", "d.csv", cwd=tmp_path)
    assert [a["text"] for a in several.articles] == [text] * 3
    (tmp_path / "e.jsonl").write_bytes(lines({"text": text}).encode("utf-16") + b"\n")
    wrong = inside("--encoding", "utf-16", "c.jsonl", "e.jsonl", cwd=tmp_path)
    assert wrong.code == 2
    assert len(wrong.articles) == 2
    assert wrong.err.startswith("qattr: e.jsonl: not utf-16 (")


def test_encoding_is_detected(tmp_path: Path) -> None:
    pytest.importorskip("charset_normalizer")
    text = "Café di Kota Sukamaju ramai. “Kami senang,” kata Rahma Wulandari, pemilik café itu.\n" * 5
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    (tmp_path / "b.txt").write_text(text)
    (tmp_path / "c.jsonl").write_bytes(lines({"text": text}).encode("cp1252"))
    got = inside("--encoding", "auto", "--with-text", "a.txt", "b.txt", "c.jsonl", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert got.articles[1]["text"] == text
    for article in got.articles:
        assert article["text"].startswith("Café di Kota Sukamaju ramai. “Kami senang,”")


def test_a_byte_order_mark_is_dropped_and_offsets_count_behind_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + OTHER.replace("\n", "\r\n").encode())
    [article] = inside("--with-text", "a.txt", cwd=tmp_path).articles
    assert article["text"] == OTHER.replace("\n", "\r\n")
    quote = article["quotes"][0]
    assert article["text"][quote["start"] : quote["end"]] == quote["text"]


# ------------------------------------------------------------------------------------------- html


def test_html_is_extracted_and_its_text_given(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.htm").write_text("<html><body></body></html>")
    got = inside("a.html", "b.htm", cwd=tmp_path)
    [article] = got.articles
    assert "Beranda" not in article["text"]
    quote = article["quotes"][0]
    assert article["text"][quote["start"] : quote["end"]] == quote["text"] == "Jembatan ini penting bagi warga,"
    assert quote["speaker"] == "Rahma Wulandari"
    assert got.err.splitlines()[0].startswith("qattr: b.htm: no article text found in the page. ")
    [piped] = qattr("--from", "html", stdin=HTML).articles
    assert piped["text"] == article["text"]


@pytest.mark.parametrize(
    ("module", "name", "args", "hint"),
    [
        ("trafilatura", "a.html", [], "HTML needs the package trafilatura. Install it: pip install 'qattr[html]'."),
        (
            "charset_normalizer",
            "b.txt",
            ["--encoding", "auto"],
            "not UTF-8, and --encoding auto needs charset-normalizer. Install it with pip install 'qattr[encoding]', "
            "or name the encoding with --encoding.",
        ),
    ],
)
def test_missing_extras_are_named(tmp_path: Path, module: str, name: str, args: list[str], hint: str) -> None:
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / f"{module}.py").write_text("raise ImportError\n")
    path = os.pathsep.join([str(tmp_path / "bare"), str(Path(__file__).parents[1])])
    assert qattr(name, *args, cwd=tmp_path, PYTHONPATH=path) == Result(2, "", f"qattr: {name}: {hint}\n")

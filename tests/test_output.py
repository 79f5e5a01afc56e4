"""What each format makes of a document, and that nothing in a document can do harm there."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from documents import article, document
from qattr import analyze, output
from qattr.output import Style, delimited, json_lines, markdown, marked_text, page, palette, safe, summary_view, table
from qattr.output.segments import segments
from qattr.output.summary import Tally

TEXT = 'Rahma berkata. "Kami siap," kata Rahma. Aturan itu "tidak adil" bagi warga, nilai Budi.\nHujan, sebut orang.\n'
SAMPLE = document(
    TEXT,
    ("direct", "Kami siap,", "Rahma Wulandari"),
    ("mixed", 'Aturan itu "tidak adil" bagi warga', "Budi Santoso"),
    ("indirect", "Hujan", None),
    roles={"Rahma Wulandari": "Bupati Sukamaju"},
    fragments=("tidak adil",),
)
EVIL = "<script>alert('x')</script>\x1b[31m\x9b\u202e&\"'=1"


# ------------------------------------------------------------------------------------------- safe


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+62 811", "'+62 811"),
        ("-1", "'-1"),
        ("@rahma", "'@rahma"),
        ("  =1+1", "'  =1+1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "\n=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a=1", "a=1"),
        (0.5, "0.5"),
        (None, ""),
    ],
)
def test_a_cell_is_no_formula(value: object, wanted: str) -> None:
    assert safe.cell(value) == wanted


def test_printable_leaves_no_control_character() -> None:
    everything = "".join(map(chr, range(0x3000))) + "\ud800\udfff"
    shown = safe.printable(everything)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert safe.printable("a\tb\r\nc\rd\u2028e") == "a\tb\nc\nd\ne"
    assert safe.one_line(" a \n\t b ") == "a b"


# ------------------------------------------------------------------------------------------- json


def test_json_is_one_line_for_every_reader() -> None:
    text = "a\x85b\u2028c\u2029d\x0be\x9bf\ud800"
    line = json_lines.article(article(document(text)), document(text), Style(with_text=True))
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text
    line.encode()


def test_json_has_the_keys_in_the_order_of_the_contract() -> None:
    line = json_lines.article(article(SAMPLE)._replace(meta={"a": 1}), SAMPLE, Style(with_text=True))
    assert list(json.loads(line)) == ["source", "text", "meta", "quotes", "speakers", "non_quotes"]
    assert json.loads(json_lines.article(article(SAMPLE), SAMPLE, Style())) == SAMPLE.to_dict()
    extracted = json.loads(json_lines.article(article(SAMPLE)._replace(extracted=True), SAMPLE, Style()))
    assert extracted["text"] == TEXT


def test_json_is_what_the_library_makes_of_the_dictionary() -> None:
    samples = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
    assert samples
    for found in (SAMPLE, document(EVIL), *[analyze(path.read_text("utf-8"), path.name) for path in samples]):
        assert json_lines.article(article(found), found, Style()) == json_lines.dumps(found.to_dict())


# ------------------------------------------------------------------------------------------- rows


def test_csv_rows_exactly() -> None:
    style = Style("csv")
    assert delimited.head(style, "") + delimited.article(article(SAMPLE), SAMPLE, style) == (
        "source,id,type,speaker,kind,role,affiliation,cue,act,mention,text,line,start,end,co_speakers,rule,confidence,time,day,place,occasion,addressee\r\n"
        'uji.txt,1,direct,Rahma Wulandari,person,Bupati Sukamaju,,kata,say,,"Kami siap,",1,16,26,,'
        "quote_cue_speaker,0.97,,,,,\r\n"
        'uji.txt,2,mixed,Budi Santoso,person,,,kata,say,,"Aturan itu ""tidak adil"" bagi warga",1,40,74,,'
        "quote_cue_speaker,0.97,,,,,\r\n"
        "uji.txt,3,indirect,,,,,kata,say,,Hujan,2,88,93,,quote_cue_speaker,0.97,,,,,\r\n"
    )


def test_hostile_rows_stay_rows() -> None:
    text = f'"=HYPERLINK(1)\n{EVIL}\tb|c" kata @Rahma'
    hostile = document(text, ("direct", text[1:-12], "@Rahma"), source="=evil.txt")
    rows = list(csv.reader(io.StringIO(delimited.article(article(hostile), hostile, Style("csv")), newline="")))
    assert len(rows) == 1
    assert len(rows[0]) == len(delimited.COLUMNS)
    assert [c[:2] for c in (rows[0][0], rows[0][3], rows[0][10])] == ["'=", "'@", "'="]
    tsv = delimited.article(article(hostile), hostile, Style("tsv"))
    assert tsv.count("\n") == 1
    assert tsv.count("\t") == len(delimited.COLUMNS) - 1
    line = markdown.article(article(hostile), hostile, Style("markdown"))
    assert line.count("\n") == 1
    assert len(re.findall(r"(?<!\\)\|", line)) == 7
    assert "<script" not in line
    for out in (*rows[0], tsv, line):
        assert "\x1b" not in out


# ------------------------------------------------------------------------------------ text and html


def test_segments_cover_the_text_and_give_every_quote_once() -> None:
    text = "abcdefghij"
    made = document(
        text, ("direct", "bcd", "A"), ("indirect", "cdef", "B"), ("direct", "d", None), ("mixed", "hij", "A")
    )
    parts = list(segments(made))
    assert "".join(text[a:b] for a, b, _ in parts) == text
    assert [(text[a:b], q.id if q else 0) for a, b, q in parts] == [
        ("a", 0), ("bcd", 1), ("ef", 2), ("", 3), ("g", 0), ("hij", 4),
    ]  # fmt: skip


def test_text_exactly() -> None:
    assert marked_text.article(article(SAMPLE), SAMPLE, Style("text")) == (
        'Rahma berkata. "[1 direct: Kami siap,]" kata Rahma. '
        '[2 mixed: Aturan itu "tidak adil" bagi warga], nilai Budi.\n[? indirect: Hujan], sebut orang.\n\n'
        "[1] Rahma Wulandari, Bupati Sukamaju (1 quote, 2 words)\n"
        "[2] Budi Santoso (1 quote, 6 words)\n"
        "[?] speaker unknown\n"
    )


def test_html_shows_every_part_and_escapes_it() -> None:
    text = f'Awal {EVIL}. "Kami {EVIL} siap," kata Rahma.\n\nAkhir.'
    made = document(text, ("direct", f"Kami {EVIL} siap,", f"Rahma {EVIL}"), roles={f"Rahma {EVIL}": f"Bupati {EVIL}"})
    style = Style("html")
    out = page.head(style, EVIL) + page.article(article(made), made, style) + page.foot(style, None)
    assert "<script" not in out
    assert "\x1b" not in out
    assert out.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") == 8
    assert out.count("<p>") == 3, "one in the head, two of the text"


def test_html_marks_a_quote_over_paragraphs_in_each_but_focuses_it_once() -> None:
    text = '"Satu.\r\n\r\nDua.\n Tiga," kata Rahma.'
    made = document(text, ("direct", "Satu.\r\n\r\nDua.\n Tiga,", "Rahma"))
    out = page.article(article(made), made, Style("html"))
    assert out.count("<mark ") == 3
    assert out.count("tabindex=0") == 1
    ids = re.findall(r' id="?([^" >]+)', out)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-describedby="([^"]+)"', out)) <= set(ids)


def test_html_without_quotes_says_so() -> None:
    made = document("Hujan.")
    assert "Tidak ada kutipan" in page.article(article(made), made, Style("html"))


# ------------------------------------------------------------------------------------------ table


def test_table_exactly() -> None:
    style = Style("table", width=100)
    lines = table.article(article(SAMPLE), SAMPLE, style).splitlines()
    assert lines == [
        "Speaker          Role             Verb  Type      Line  Quote",
        "─" * 100,
        "Rahma Wulandari  Bupati Sukamaju  kata  direct       1  “Kami siap,”",
        'Budi Santoso                      kata  mixed        1  Aturan itu "tidak adil" bagi warga',
        "?                                 kata  indirect     2  Hujan",
    ]


def test_table_keeps_types_apart_in_colour() -> None:
    out = table.article(article(SAMPLE), SAMPLE, Style("table", width=100, color=True))
    assert "\x1b[36m“Kami siap,”" in out
    assert "\x1b[1;35mtidak adil" in out
    assert "\x1b[3mHujan" in out


def test_wide_characters_and_long_words_keep_to_the_width() -> None:
    from rich.cells import cell_len

    words = "新聞記者 " * 40 + "x" * 500
    made = document(f'"{words}" kata Rahma.', ("direct", words, "Rahma " + "漢" * 40))
    for width in (20, 60, 100):
        for full in (False, True):
            out = table.article(article(made), made, Style("table", width=width, full=full))
            assert max(map(cell_len, out.splitlines())) <= width


@pytest.mark.parametrize("width", [20, 40, 60, 100, 160])
def test_shortened_quotes_fill_the_lines_they_may_have(width: int) -> None:
    words = " ".join(f"kata{n}" for n in range(400))
    made = document(f'"{words}" kata Rahma.', ("direct", words, "Rahma"))
    out = table.article(article(made), made, Style("table", width=width))
    shown = [line for line in out.splitlines() if re.search(r"kata\d", line)]
    assert len(shown) == table.LINES
    assert shown[-1].rstrip().endswith("…”")
    full = table.article(article(made), made, Style("table", width=width, full=True))
    assert "kata399" in full
    assert "…" not in full


def test_palette_repeats() -> None:
    assert palette.of(1) == palette.of(7)
    assert palette.of(None) == "none"


def test_every_format_of_the_registry_loads() -> None:
    for name in (*output.FORMATS, "explain"):
        assert isinstance(output.load(name).article(article(SAMPLE), SAMPLE, Style(name)), str)
    with pytest.raises(ValueError, match="no format"):
        output.load("xml")


# ---------------------------------------------------------------------------------------- summary


def _tally(many: bool, *documents: object) -> Tally:
    tally = Tally(many)
    for made in documents:
        tally.add(made)  # type: ignore[arg-type]
    return tally


def test_summary_merges_names_of_two_words_and_pools_the_rest() -> None:
    other = document(
        '"Ya," kata Rahma Wulandari, "tidak," kata Joni.',
        ("direct", "Ya,", "RAHMA WULANDARI"),
        ("direct", "tidak,", "Joni"),
    )
    lines = {line.name: line for line in _tally(True, SAMPLE, other, other).lines()}
    assert list(lines) == ["Budi Santoso", "Rahma Wulandari", "people named by one word only", "speaker unknown"]
    rahma = lines["Rahma Wulandari"]
    assert (rahma.articles, rahma.quotes, rahma.words, rahma.role) == (3, 3, 4, "Bupati Sukamaju")
    assert lines["people named by one word only"].articles == 2
    assert lines["speaker unknown"].kind == "pooled"


def test_summary_of_one_article_names_all() -> None:
    one = document('"Ya," kata Joni.', ("direct", "Ya,", "Joni"))
    assert [line.name for line in _tally(False, one).lines()] == ["Joni"]


def test_tallies_merge_as_if_counted_together() -> None:
    made = [SAMPLE, document('"Ya," kata Joni Iskandar.', ("direct", "Ya,", "Joni Iskandar")), SAMPLE]
    together, apart = _tally(True, *made), _tally(True, made[0])
    apart.merge(_tally(True, *made[1:]))
    assert apart.to_dict() == together.to_dict()


def test_summary_table_exactly() -> None:
    assert summary_view.render(_tally(False, SAMPLE), Style("table", width=70)).splitlines() == [
        "1 article, 3 quotes: 1 direct, 1 mixed, 1 indirect",
        "",
        "Speaker          Quotes  dir/mix/ind  Words  Share",
        "─" * 60,
        "Budi Santoso          1        0/1/0      6   67% ██████████",
        "Rahma Wulandari       1        1/0/0      2   22% ███▍",
        "speaker unknown       1        0/0/1      1   11% █▋",
    ]
    assert summary_view.render(_tally(False), Style("table")) == "0 articles, 0 quotes: 0 direct, 0 mixed, 0 indirect\n"

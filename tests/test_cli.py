"""The command's options, each by running it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

import qattr as library
from command import ARTICLE, OTHER, Result, in_terminal, inside, qattr
from qattr import output
from qattr.entities import links as speakers
from qattr.rules import direct as attribution
from qattr.rules import indirect

ESC = "\x1b"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them with a name that needs care."""
    (tmp_path / "berita.txt").write_text(ARTICLE)
    (tmp_path / "harga cabai é.txt").write_text(OTHER)
    return tmp_path


def failed(result: Result) -> list[str]:
    """The lines on stderr of a run that has exit code 2."""
    assert result.code == 2, result
    return result.err.splitlines()


# ------------------------------------------------------------------------------------------ json


def test_json_is_the_library_s_answer(folder: Path) -> None:
    got = inside("berita.txt", cwd=folder)
    assert (got.code, got.err) == (0, "")
    assert got.out.count("\n") == 1
    assert json.loads(got.out) == library.analyze(ARTICLE, "berita.txt").to_dict()


def test_several_articles_are_json_lines_in_the_order_given(folder: Path) -> None:
    names = ["harga cabai é.txt", "berita.txt"]
    assert [a["source"] for a in inside(*names, cwd=folder).articles] == names


def test_json_flag_and_format(folder: Path) -> None:
    plain = inside("berita.txt", cwd=folder)
    assert inside("--json", "berita.txt", cwd=folder) == plain
    assert inside("--format", "json", "berita.txt", cwd=folder) == plain
    assert inside("-f", "auto", "berita.txt", cwd=folder) == plain


def test_with_text(folder: Path) -> None:
    [article] = inside("--with-text", "berita.txt", cwd=folder).articles
    assert article["text"] == ARTICLE
    assert list(article) == ["source", "text", "quotes", "speakers", "non_quotes"]
    quote = article["quotes"][0]
    assert article["text"][quote["start"] : quote["end"]] == quote["text"]


def test_schema_holds_for_what_is_printed(folder: Path) -> None:
    shown = qattr("--schema")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == Path(library.__file__).with_name("schema.json").read_text()
    schema = json.loads(shown.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for article in inside("--with-text", ".", cwd=folder).articles:
        jsonschema.validate(article, schema)


def test_nothing_found_is_no_error() -> None:
    got = qattr("-", stdin="Hujan turun.\n")
    assert got.code == 0
    assert got.articles == [{"source": "-", "quotes": [], "speakers": [], "non_quotes": []}]


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    got = inside("kosong.txt", cwd=tmp_path)
    assert (got.code, got.err) == (0, "")
    assert got.articles == [{"source": "kosong.txt", "quotes": [], "speakers": [], "non_quotes": []}]


# ------------------------------------------------------------------------------------------ stdin


def test_stdin_by_dash_and_by_pipe() -> None:
    assert qattr("-", stdin=ARTICLE) == qattr(stdin=ARTICLE)
    assert qattr(stdin=ARTICLE).articles[0]["source"] == "-"


def test_stdin_only_once() -> None:
    got = qattr("-", "-", stdin=ARTICLE)
    assert failed(got)[-1] == "Error: Invalid value: stdin (-) can be read only once."


def test_no_argument_in_a_terminal_is_a_short_usage() -> None:
    got = in_terminal()
    assert got.code == 2
    assert got.out == (
        "Usage: qattr [OPTIONS] [PATH]...\n\n"
        "qattr: nothing to read. Give a file, a folder or - (qattr article.txt); qattr -h tells more.\n"
    )


def test_from_says_what_stdin_holds() -> None:
    line = json.dumps({"id": "a1", "text": ARTICLE})
    got = qattr("--from", "jsonl", "-", stdin=line)
    assert [a["source"] for a in got.articles] == ["a1"]
    got = qattr("--from", "csv", "-", stdin='id;text\n7;"Ya," kata Rahma.\n')
    assert failed(got)[0].startswith("qattr: -:2: no CSV row")
    got = qattr("--from", "csv", "-", stdin='id;text\n7;"""Ya,"" kata Rahma."\n')
    assert got.articles[0]["source"] == "7"


# ------------------------------------------------------------------------------------ rows and pages


def test_csv_has_a_row_a_quote(folder: Path) -> None:
    document = library.analyze(ARTICLE)
    rows = list(csv.DictReader(io.StringIO(inside("-f", "csv", "berita.txt", cwd=folder).out, newline="")))
    assert [r["text"] for r in rows] == [q.text for q in document.quotes]
    assert [r["speaker"] for r in rows] == [q.speaker or "" for q in document.quotes]
    assert [int(r["start"]) for r in rows] == [q.start for q in document.quotes]
    assert {r["source"] for r in rows} == {"berita.txt"}


def test_tsv_has_the_same_cells(folder: Path) -> None:
    rows = [line.split("\t") for line in inside("-f", "tsv", "berita.txt", cwd=folder).out.splitlines()]
    same = list(csv.reader(io.StringIO(inside("-f", "csv", "berita.txt", cwd=folder).out, newline="")))
    assert rows == same


def test_markdown_is_a_table(folder: Path) -> None:
    lines = inside("-f", "markdown", "berita.txt", cwd=folder).out.splitlines()
    assert lines[:2] == ["| Speaker | Role | Verb | Type | Line | Quote |", "| --- | --- | --- | --- | --- | --- |"]
    assert lines[2] == "| Rahma Wulandari | Bupati Sukamaju | kata | direct | 1 | “Jembatan ini penting bagi warga,” |"
    assert len(lines) == 2 + len(library.analyze(ARTICLE).quotes)
    several = inside("-f", "markdown", ".", cwd=folder).out.splitlines()
    assert several[0].startswith("| Source | Speaker |")


def test_text_marks_the_quotes_in_words_without_colour(folder: Path) -> None:
    out = inside("-f", "text", "berita.txt", cwd=folder).out
    assert '"[1 direct: Jembatan ini penting bagi warga,]" kata Rahma' in out
    assert "Ia menambahkan, [1 indirect: pembangunan memakan waktu dua tahun]." in out
    assert "\n[1] Rahma Wulandari, Bupati Sukamaju (3 quotes, 12 words)\n" in out
    assert ESC not in out


def test_text_marks_the_quotes_with_colour(folder: Path) -> None:
    out = inside("-f", "text", "--color", "always", "berita.txt", cwd=folder).out
    assert f"{ESC}[1;36mJembatan ini penting bagi warga,{ESC}[0m{ESC}[2;36m[1]{ESC}[0m" in out
    assert re.sub(f"{ESC}\\[[0-9;]*m|\\[\\d\\]", "", out).startswith(ARTICLE)


def test_html_is_one_page(folder: Path) -> None:
    out = inside("-f", "html", ".", cwd=folder).out
    assert out.startswith('<!doctype html>\n<html lang="id">')
    assert out.endswith("</html>\n")
    assert out.count("<article ") == 2
    assert out.count("tabindex=0") == sum(len(library.analyze(t).quotes) for t in (ARTICLE, OTHER))


# ------------------------------------------------------------------------------------------ table


def test_table_in_a_pipe_and_columns(folder: Path) -> None:
    got = inside("-f", "table", "berita.txt", cwd=folder, COLUMNS="110")
    assert got.out.splitlines()[0].split() == ["Speaker", "Role", "Verb", "Type", "Line", "Quote"]
    assert "“Jembatan ini penting bagi warga,”" in got.out
    assert "“pembangunan" not in got.out, "paraphrase stands in no marks"
    assert ESC not in got.out
    assert max(map(len, got.out.splitlines())) <= 110


@pytest.mark.parametrize("width", [20, 30, 56, 80, 99, 100, 140])
def test_table_keeps_to_the_terminal(folder: Path, width: int) -> None:
    got = in_terminal("berita.txt", width=width, cwd=folder, NO_COLOR="1")
    assert got.code == 0
    assert max(map(len, got.out.splitlines())) <= width
    squeezed = re.sub(r"\s", "", got.out)
    for word in ("RahmaWulandari", "menambahkan", "indirect", "BupatiSukamaju", "Jembatan", "penting"):
        assert word in squeezed


def test_table_has_colours_in_a_terminal_only(folder: Path) -> None:
    assert ESC in in_terminal("berita.txt", cwd=folder).out
    assert ESC not in in_terminal("berita.txt", cwd=folder, NO_COLOR="1").out
    assert ESC not in in_terminal("berita.txt", cwd=folder, TERM="dumb").out
    assert ESC not in in_terminal("--color", "never", "berita.txt", cwd=folder).out
    assert ESC in inside("-f", "table", "berita.txt", cwd=folder, FORCE_COLOR="1").out
    assert ESC in inside("-f", "table", "--color", "always", "berita.txt", cwd=folder, NO_COLOR="1").out


def test_no_colour_in_data(folder: Path) -> None:
    for name in ("json", "csv", "tsv", "markdown", "html"):
        assert ESC not in inside("-f", name, "--color", "always", "berita.txt", cwd=folder, FORCE_COLOR="1").out


def test_long_quotes_are_shortened_where_the_width_forces_it_and_whole_with_full(tmp_path: Path) -> None:
    long = " ".join(["kata demi kata tentang jembatan"] * 30)
    (tmp_path / "a.txt").write_text(f'"{long}," ujar Rahma Wulandari.\n')
    narrow = inside("-f", "table", "a.txt", cwd=tmp_path, COLUMNS="80").out
    assert " …”" in narrow
    assert "…" not in inside("-f", "table", "--full", "a.txt", cwd=tmp_path, COLUMNS="80").out
    assert "…" not in inside("-f", "table", "a.txt", cwd=tmp_path, COLUMNS="300").out


def test_table_says_when_nothing_is_found() -> None:
    assert qattr("-f", "table", "-", stdin="Hujan turun.").out == "no quotes found\n"


# -------------------------------------------------------------------------------------------- -o


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", "source,id,type"),
        ("a.tsv", "source\tid\ttype"),
        ("a.md", "| Speaker"),
        ("a.html", "<!doctype html>"),
        ("a.json", '{"source":"berita.txt"'),
        ("a.jsonl", '{"source":"berita.txt"'),
        ("a.txt", "Rahma Wulandari, Bupati Sukamaju"),
        ("a", '{"source":"berita.txt"'),
    ],
)
def test_output_file_s_name_gives_the_format(folder: Path, name: str, begins: str) -> None:
    got = inside("-o", f"hasil-{name}", "berita.txt", cwd=folder)
    assert got == Result(0, "", "")
    assert (folder / f"hasil-{name}").read_text().startswith(begins)
    assert not list(folder.glob(".*")), "no temporary file is left"


def test_output_format_can_be_forced(folder: Path) -> None:
    inside("-o", "hasil.txt", "-f", "csv", "berita.txt", cwd=folder)
    assert (folder / "hasil.txt").read_text().startswith("source,")


# ---------------------------------------------------------------------------------------- filters


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--speaker", "rahma"], [1, 2, 3]),
        (["--speaker", "RAHMA WULANDARI"], [1, 2, 3]),
        (["--speaker", "santoso"], [4]),
        (["--speaker", "santo"], []),
        (["--speaker", "rahma", "--speaker", "budi"], [1, 2, 3, 4]),
        (["--type", "direct"], [1, 3]),
        (["-t", "indirect", "-t", "direct"], [1, 2, 3, 4]),
        (["--act", "add"], [2]),
        (["--min-confidence", "1"], []),
        (["--min-confidence", "0"], [1, 2, 3, 4]),
        (["--type", "direct", "--speaker", "budi"], []),
    ],
)
def test_filters_keep_ids_and_recount(folder: Path, options: list[str], ids: list[int]) -> None:
    [article] = inside(*options, "berita.txt", cwd=folder).articles
    assert [q["id"] for q in article["quotes"]] == ids
    for speaker in article["speakers"]:
        own = [q for q in article["quotes"] if q["speaker_id"] == speaker["id"]]
        assert speaker["quotes"] == len(own) > 0
        assert speaker["words"] == sum(len(q["text"].split()) for q in own)
    assert {s["id"] for s in article["speakers"]} == {q["speaker_id"] for q in article["quotes"]}


@pytest.mark.parametrize("form", [name for name in output.FORMATS if name != "xlsx"])
def test_filters_hold_for_every_format(folder: Path, form: str) -> None:
    out = inside("-f", form, "--speaker", "budi", "berita.txt", cwd=folder, COLUMNS="120").out
    if form == "jsonld":  # verbatim words only, and his are reported
        assert '"hasPart":[]' in out
        return
    if form == "conll":  # a word a line, of the whole article
        assert "B-indirect" in out and "B-direct" not in out
        return
    assert "kendaraan berat" in out
    assert "Budi Santoso" in out
    if form == "review":
        assert out.count('"rule"') == 1
    elif form not in ("text", "html"):
        assert "Jembatan ini penting" not in out
    else:
        assert "[1" not in out
        assert "<sup aria-hidden=true>1<" not in out


def test_filtered_output_holds_to_the_schema(folder: Path) -> None:
    schema = json.loads(qattr("--schema").out)
    for article in inside("--type", "indirect", ".", cwd=folder).articles:
        jsonschema.validate(article, schema)


# ---------------------------------------------------------------------------------------- summary


def test_summary_as_json(folder: Path) -> None:
    got = json.loads(inside("--summary", ".", cwd=folder).out)
    assert (got["articles"], got["quotes"], got["direct"], got["mixed"], got["indirect"]) == (2, 5, 3, 0, 2)
    first = got["speakers"][0]
    assert (first["name"], first["articles"], first["quotes"]) == ("Rahma Wulandari", 2, 4)
    assert first["words"] == 15
    assert sum(s["share"] for s in got["speakers"]) == pytest.approx(1, abs=0.001)


def test_summary_in_a_terminal_has_bars(folder: Path) -> None:
    got = in_terminal("--summary", ".", cwd=folder, NO_COLOR="1")
    assert got.out.splitlines()[0] == "2 articles, 5 quotes: 3 direct, 0 mixed, 2 indirect"
    assert "████████" in got.out


@pytest.mark.parametrize("width", [20, 60, 100])
def test_summary_keeps_to_the_terminal(folder: Path, width: int) -> None:
    lines = inside("-s", "-f", "table", ".", cwd=folder, COLUMNS=str(width)).out.splitlines()
    assert max(map(len, lines)) <= width


def test_summary_as_rows(folder: Path) -> None:
    lines = inside("-s", "-f", "csv", ".", cwd=folder).out.splitlines()
    assert lines[0] == "name,kind,role,articles,quotes,direct,mixed,indirect,words,share"
    assert lines[1].startswith("Rahma Wulandari,person,")
    assert inside("-s", "-f", "markdown", ".", cwd=folder).out.startswith("| name | kind |")


def test_summary_marks_no_text(folder: Path) -> None:
    got = inside("-s", "-f", "text", ".", cwd=folder)
    assert failed(got)[-1].endswith("--summary has no format text; it has table, json, csv, tsv, xlsx, markdown, html.")


# ------------------------------------------------------------------------------ explain and rules


def test_explain_names_rule_words_and_link(folder: Path) -> None:
    got = inside("--explain", "berita.txt", cwd=folder)
    assert got.code == 0
    quote = library.analyze(ARTICLE).quotes[0]
    block = got.out.split("\n\n")[1]
    order = [rule.__name__ for rule in attribution.RULES]
    assert f"quote 1  direct  line 1  {quote.start}-{quote.end}  Jembatan ini penting bagi warga," in block
    assert f"  cue      kata  {quote.cue.start}-{quote.cue.end}  (root kata, act say)" in block  # type: ignore[union-attr]
    assert f"  mention  Rahma  {quote.mention.start}-{quote.mention.end}" in block  # type: ignore[union-attr]
    assert f"  link     {quote.link}: " in block
    assert [re.sub(r".* - (\w+) did.*", r"\1", x) for x in block.splitlines() if " did not apply" in x] == order[
        : order.index(quote.rule)
    ]
    assert f"           = {quote.rule}  as in: " in block
    assert "  marks    before_a_cue: Speech: a cue follows the marks." in block


def test_explain_tells_what_was_asked_of_this_quote_and_no_other(folder: Path) -> None:
    """A cue of the form *mengatakan* is not shown to the rules for *menurut*, so they are not among those asked."""
    out = inside("--explain", stdin="Rahma datang dan Hasan mengatakan bahwa pasar ramai.\n", cwd=folder).out
    asked = [line.split()[1] for line in out.splitlines() if " did not apply" in line]
    assert "according_to_speaker" not in asked
    assert "clause_speaker_cue" in asked


def test_explain_says_why_marks_hold_no_quote() -> None:
    out = qattr("--explain", stdin='Ia menonton film "Kuda Besi" semalam.\n').out
    assert "no quote  18-27  Kuda Besi" in out
    assert "  reason   title: the marks hold the title of a work" in out


def test_explain_goes_with_no_format(folder: Path) -> None:
    assert "leave out --format csv" in failed(inside("--explain", "-f", "csv", "berita.txt", cwd=folder))[-1]
    assert "contradict" in failed(inside("--explain", "--summary", "berita.txt", cwd=folder))[-1]


def test_rules_are_listed_in_order_with_examples() -> None:
    got = qattr("--rules")
    assert (got.code, got.err) == (0, "")
    names = re.findall(r"^ *\d+\. (\w+)$", got.out, re.M)
    wanted = [*attribution.RULES, *indirect.RULES, *speakers.LINKS]
    assert [n for n in names if n in {f.__name__ for f in wanted}] == [f.__name__ for f in wanted]
    for function in wanted:
        assert (function.__doc__ or "").strip().splitlines()[0] in got.out


# ---------------------------------------------------------------------------------------- lexicon


def test_verbs_adds_a_verb(tmp_path: Path) -> None:
    (tmp_path / "saya.toml").write_text(
        '[verbs]\ngremeng = { act = "say", takes = "clause", forms = "0 me-kan", example = "x" }\n'
    )
    text = "Rahma Wulandari menggremengkan besok libur.\n"
    [without] = qattr(stdin=text).articles
    [with_it] = inside("--verbs", "saya.toml", stdin=text, cwd=tmp_path).articles
    assert without["quotes"] == []
    assert with_it["quotes"][0]["cue"]["lemma"] == "gremeng"
    assert with_it["quotes"][0]["speaker"] == "Rahma Wulandari"


def test_a_bad_lexicon_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "saya.toml").write_text('[verbs]\ngremeng = { act = "mumble", takes = "clause", forms = "0" }\n')
    [line] = failed(inside("--verbs", "saya.toml", stdin=ARTICLE, cwd=tmp_path))
    assert line.startswith("qattr: saya.toml: ")
    assert "gremeng" in line
    [line] = failed(inside("--verbs", "tidak-ada.toml", stdin=ARTICLE, cwd=tmp_path))
    assert "tidak-ada.toml" in line


# -------------------------------------------------------------------------------- help and mistakes


def test_version() -> None:
    assert qattr("--version") == Result(0, f"qattr {library.__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_shows_examples(flag: str) -> None:
    got = qattr(flag)
    assert (got.code, got.err) == (0, "")
    assert got.out.startswith("Usage: qattr [OPTIONS] [PATH]...\n")
    assert "Examples:\n  qattr article.txt " in got.out
    assert ESC not in got.out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--format", "xml"],
            "'xml' is not one of auto, table, json, csv, tsv, xlsx, markdown, html, review, text, web",
        ),
        (["--type", "oral"], "'oral' is not one of direct, mixed, indirect."),
        (["--act", "sing"], "'sing' is not one of say, add, explain,"),
        (["--from", "doc"], "'doc' is not one of auto, text, md, html, jsonl, json, csv, docx, odt, pdf."),
        (["--color", "blue"], "'blue' is not one of auto, always, never."),
        (["--encoding", "utf-9"], "'utf-9' is no text encoding. Try utf-8, cp1252, utf-16 or auto."),
        (["--encoding", "hex"], "'hex' is no text encoding."),
        (["--min-confidence", "2"], "2.0 is not in the range 0.0<=x<=1.0."),
        (["--jobs", "-1"], "-1 is not in the range x>=0."),
        (["--json", "-f", "csv"], "--json and --format csv contradict each other."),
        (["--nonsense"], "No such option: --nonsense"),
    ],
)
def test_mistakes_are_named(args: list[str], message: str) -> None:
    got = qattr(*args, stdin=ARTICLE)
    assert got.code == 2
    assert got.out == ""
    assert "Try 'qattr -h' for help." in got.err
    assert message in got.err


def test_the_registry_and_the_options_agree() -> None:
    shown = qattr("--help").out
    for name in output.FORMATS:
        module = output.load(name)
        assert {"head", "article", "foot"} <= set(dir(module))
        assert f" {name}" in shown
    assert set(output.BY_SUFFIX.values()) <= set(output.FORMATS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    variables = {"bash": {"COMP_WORDS": "qattr --fo", "COMP_CWORD": "1"}, "zsh": {}, "fish": {}}[shell]
    if shell != "bash":
        variables = {"_TYPER_COMPLETE_ARGS": "qattr --fo", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    got = qattr(_QATTR_COMPLETE=f"complete_{shell}", **variables)
    assert "--format" in got.out
    values = {name: value.replace("--fo", "--type mi").replace("CWORD=1", "") for name, value in variables.items()}
    if shell == "bash":
        values["COMP_CWORD"] = "2"
    assert "mixed" in qattr(_QATTR_COMPLETE=f"complete_{shell}", **values).out


def test_completion_can_be_shown() -> None:
    got = qattr("--show-completion", "bash")
    assert got.code == 0 and "_QATTR_COMPLETE=complete_bash" in got.out

"""``--evaluate``: every figure on answers made by hand, and all of them as the gold's own scorer has them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from command import Result, qattr
from qattr.evaluate import Gold, judge, scoreboard
from qattr.evaluate.against import compare
from qattr.evaluate.names import name_key, overlap, same_role, token_f1, trim

TEXT = '"Kami siap," kata Rahma Wulandari, Bupati Sukamaju. Menurut Budi Santoso, hujan turun. Film "Ombak" laris.\n'
ROOT = Path(__file__).resolve().parent.parent


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    at = text.index(words)
    return {"text": words, "start": at, "end": at + len(words)}


def quote(words: str, kind: str, speaker: str | None, cue: str | None, **more: Any) -> dict[str, Any]:
    return {"type": kind, **span(words), "speaker": speaker, "cue": span(cue) if cue else None, **more}


SAID = quote("Kami siap,", "direct", "Rahma Wulandari", "kata", role="Bupati Sukamaju", aliases=["Rahma"])
RAIN = quote("hujan turun", "indirect", "Budi Santoso", "Menurut", role=None)
GOLD = {"id": "berita", "quotes": [SAID, RAIN], "non_quotes": [span("Ombak")]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "berita.txt").write_text(TEXT)
    (tmp_path / "gold" / "berita.json").write_text(json.dumps(GOLD))
    return tmp_path


def measured(*quotes: dict[str, Any]) -> dict[str, Any]:
    gold = Gold("berita", TEXT, GOLD["quotes"], GOLD["non_quotes"], "berita.txt")
    return scoreboard([judge(gold, {"quotes": list(quotes)})]).to_dict()


def test_all_right() -> None:
    board = measured(SAID, RAIN)
    right = {"P": 100, "R": 100, "F1": 100, "exact": 100, "speaker": 100, "full": 100, "wrong": 0, "end2end": 100}
    assert board["all"] == {"gold": 2, "pred": 2, **right, "role": 100, "cue": 100, "type": 100}
    assert board["mixed"]["F1"] == 0 and board["mixed"]["speaker"] is None


@pytest.mark.parametrize(
    ("answered", "changed"),
    [
        ({**SAID, "speaker": "Rahma"}, {"full": 50}),
        ({**SAID, "speaker": "Ibu Rahma Wulandari, M.Si"}, {}),
        ({**SAID, "speaker": None}, {"speaker": 50, "full": 50, "end2end": 50}),
        ({**SAID, "speaker": "Budi"}, {"speaker": 50, "full": 50, "end2end": 50, "wrong": 50}),
        ({**SAID, "role": "Bupati"}, {"role": 50}),
        ({**SAID, "cue": None}, {"cue": 50}),
        ({**SAID, "type": "indirect"}, {"type": 50}),
        ({**SAID, **span('"Kami siap,"')}, {}),
        ({**SAID, **span("Kami siap,\" kata")}, {"P": 50, "R": 50, "F1": 50, "end2end": 50}),
        ({**RAIN, **span("hujan turun. Film")}, {"exact": 50}),
    ],
    ids=["alias", "title", "unknown", "wrong", "role", "cue", "type", "marks", "span", "inexact"],
)  # fmt: skip
def test_one_thing_is_otherwise(answered: dict[str, Any], changed: dict[str, float]) -> None:
    other = RAIN if answered["start"] < RAIN["start"] else SAID
    all_right, board = measured(SAID, RAIN)["all"], measured(answered, other)["all"]
    assert {name: value for name, value in board.items() if value != all_right[name]} == changed


def test_spurious_optional_and_non_speech() -> None:
    title = {**span("Ombak"), "type": "direct", "speaker": None, "cue": None}
    board = measured(SAID, RAIN, title)
    assert board["non_speech_reported"] == 1
    assert board["all"]["pred"] == 3 and board["direct"]["P"] == 50
    gold = Gold("berita", TEXT, [SAID, {**RAIN, "optional": True}], [], "")
    for answered in ([SAID], [SAID, RAIN]):
        shown = scoreboard([judge(gold, {"quotes": answered})]).to_dict()["all"]
        assert (shown["gold"], shown["pred"]) == (1, 1)


def test_a_fragment_finds_a_mixed_quote_and_the_next_one_is_not_spurious() -> None:
    text = 'Budi menyebut aturan yang "tidak adil" bagi warga desa itu "harus dicabut" segera.'
    whole = 'aturan yang "tidak adil" bagi warga desa itu "harus dicabut" segera'
    parts = [span("tidak adil", text), span("harus dicabut", text)]
    want = {"type": "mixed", **span(whole, text), "speaker": "Budi", "fragments": parts, "cue": None}
    answered = [{"type": "mixed", **part, "speaker": "Budi", "cue": None} for part in parts]
    board = scoreboard([judge(Gold("a", text, [want], [], ""), {"quotes": answered})]).to_dict()["mixed"]
    assert (board["gold"], board["pred"], board["F1"], board["exact"]) == (1, 1, 100, 0)


def test_context_counts_where_the_gold_has_it() -> None:
    given = {"time": None, "place": span("Sukamaju"), "occasion": None, "addressee": None}
    gold = Gold("a", TEXT, [{**SAID, "context": given}, RAIN], [], "")
    right = judge(gold, {"quotes": [{**SAID, "context": given}, {**RAIN, "context": {"time": span("hujan")}}]})
    context = scoreboard([right]).context
    assert context["place"] == {"gold": 1, "pred": 1, "right": 1, "F1": 100}
    assert context["all"]["F1"] == 100
    assert scoreboard([judge(gold, {"quotes": [SAID]})]).context["all"]["F1"] == 0


def test_names_roles_and_spans() -> None:
    assert name_key("Prof. Dr. Rahma Wulandari (RW), M.Si") == ("rahma", "wulandari")
    assert name_key("PT Sinar Laut Tbk") == ("sinar", "laut")
    assert name_key("salah satu warga") == ("warga",)
    assert name_key(None) == name_key("") == ()
    assert token_f1("Kepala Dinas Kota", "kepala dinas") == 0.8
    assert same_role((None,), None) and not same_role(("Bupati",), None)
    assert trim('"Kami siap," kata', 0, 12) == (1, 10)
    assert overlap((0, 10), (5, 10)) == 0.5


def test_intervals_hold_the_figure_and_are_the_same_at_every_run() -> None:
    gold = [Gold(str(n), TEXT, [SAID, RAIN], [], "") for n in range(20)]
    judged = [judge(g, {"quotes": [SAID, RAIN] if n % 4 else [SAID]}) for n, g in enumerate(gold)]
    board, again = scoreboard(judged), scoreboard(judged)
    assert board == again
    low, high = board.intervals["all"]["R"] or (0, 0)
    assert low < (board.figures["all"]["R"] or 0) < high


# -------------------------------------------------------------------------------------- the command


def test_the_engine_on_pairs(folder: Path) -> None:
    done = qattr("gold", "--evaluate", cwd=folder)
    assert (done.code, done.err) == (0, "")
    lines = {line[:12].strip(): line.split() for line in done.out.splitlines()}
    assert done.out.startswith("1 article, 0 without an answer, 0 marked non-quotes reported as quotes\n")
    assert lines["found F1"][2:4] == ["100.0", "(100.0-100.0)"]
    assert all(len(line) <= 100 for line in done.out.splitlines())
    value = json.loads(qattr("gold", "--evaluate", "--format", "json", cwd=folder).out)
    assert value["all"]["end2end"] == 100 and value["intervals"]["all"]["F1"] == [100, 100]


def test_one_file_of_a_pair_and_an_article_inside_its_gold(folder: Path) -> None:
    (folder / "dalam.json").write_text(json.dumps({**GOLD, "text": TEXT}))
    (folder / "dua.jsonl").write_text(2 * (json.dumps({**GOLD, "text": TEXT}) + "\n"))
    for path, articles in (("gold/berita.txt", 1), ("gold/berita.json", 1), ("dalam.json", 1), ("dua.jsonl", 2)):
        value = json.loads(qattr(path, "--evaluate", "--format", "json", cwd=folder).out)
        assert (value["articles"], value["all"]["F1"]) == (articles, 100)


def test_pairs_in_subfolders_where_a_folder_has_none_itself(folder: Path) -> None:
    assert json.loads(qattr(".", "--evaluate", "-f", "json", cwd=folder).out)["articles"] == 1
    assert "found F1" in qattr("gold", "--evaluate", "-o", "-", cwd=folder).out


def answers(folder: Path, name: str, *quotes: dict[str, Any]) -> str:
    (folder / name).write_text(json.dumps({"source": "di/mana/berita.txt", "quotes": list(quotes)}))
    return name


def test_answers_of_another_tool_and_errors(folder: Path) -> None:
    file = answers(folder, "lain.jsonl", {**SAID, "speaker": "Budi", "cue": None}, {**SAID, **span("Film")})
    done = qattr("gold", "--evaluate", "--predictions", file, "--errors", cwd=folder)
    assert done.out.splitlines()[:4] == [
        "berita: SPEAKER want 'Rahma Wulandari' got 'Budi' rule=None 'Kami siap,'",
        "berita: CUE want 'kata' got None 'Kami siap,'",
        "berita: MISSED indirect [Budi Santoso] 'hujan turun'",
        "berita: SPURIOUS direct [Rahma Wulandari] 'Film' rule=None",
    ]
    assert "wrong       100.0" in done.out


def test_against_an_older_answer(folder: Path) -> None:
    old = answers(folder, "dulu.jsonl", {**SAID, "speaker": None}, RAIN)
    done = qattr("gold", "--evaluate", "--against", old, cwd=folder)
    assert done.code == 0
    assert "+ speaker berita: was None, now 'Rahma Wulandari': 'Kami siap,'\n" in done.out
    row = next(line for line in done.out.splitlines() if line.startswith("speaker") and "+50.0" in line)
    assert row.split() == ["speaker", "50.0", "100.0", "+50.0", "+50.0", "to", "+50.0", "1", "0"]
    value = json.loads(qattr("gold", "--evaluate", "--against", old, "-f", "json", cwd=folder).out)["against"]
    assert {c["figure"] for c in value["changes"]} == {"speaker", "full", "role"}


def test_a_comparison_tells_losses_and_spurious_ones() -> None:
    gold = Gold("a", TEXT, [SAID, RAIN], [], "")
    film = {**SAID, **span("Film")}
    old, new = (judge(gold, {"quotes": quotes}) for quotes in ([SAID, RAIN], [SAID, film]))
    found = compare([old], [new]).changes
    assert [(c.figure, c.gained, c.text) for c in found] == [
        ("found", False, "hujan turun"),
        ("spurious", False, "Film"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quotes": [{**SAID, "start": 3}]}, "3:11 is "),
        ({"quotes": [{**SAID, "type": "langsung"}]}, "quote 1 has no type"),
        ({"quotes": None}, "no list of quotes"),
        ({"quotes": [{**SAID, "end": 5000}]}, "no offsets"),
    ],
)
def test_gold_that_cannot_be_used(folder: Path, change: dict[str, Any], said: str) -> None:
    (folder / "gold" / "berita.json").write_text(json.dumps({**GOLD, **change}))
    done = qattr("gold", "--evaluate", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and done.err.count("\n") == 1


def test_what_is_said_when_there_is_nothing_to_measure(folder: Path) -> None:
    (folder / "leer").mkdir()
    assert "no pairs" in qattr("leer", "--evaluate", cwd=folder).err
    assert qattr("gone", "--evaluate", cwd=folder).code == 2
    assert "needs a folder" in qattr("--evaluate", cwd=folder).err
    other = answers(folder, "lain.jsonl")
    (folder / other).write_text(json.dumps({"source": "lain.txt", "quotes": []}))
    assert "no answer for any" in qattr("gold", "--evaluate", "--predictions", other, cwd=folder).err
    assert "no format csv" in qattr("gold", "--evaluate", "-f", "csv", cwd=folder).err


def test_unsound_offsets_of_an_answer_end_in_status_2(folder: Path) -> None:
    file = answers(folder, "lain.jsonl", {**SAID, "start": 2, "end": 12})
    done = qattr("gold", "--evaluate", "--predictions", file, cwd=folder)
    assert done.code == 2 and "do not give their text" in done.err and "found F1" in done.out


def test_the_gold_keeps_to_its_schema(folder: Path) -> None:
    schema = json.loads(qattr("--schema", "gold").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(GOLD, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"quotes": [{"type": "direct"}]}, schema)


def test_case_files_are_a_test_set(tmp_path: Path) -> None:
    (tmp_path / "direct").mkdir()
    block = '# {}\n"Kami siap," kata Rahma Wulandari.\n=> {} | kata | * | type=direct\n\n'
    (tmp_path / "direct" / "a.txt").write_text(block.format("one", "Rahma Wulandari") + block.format("two", "Budi"))
    done = qattr(".", "--evaluate", "--errors", cwd=tmp_path)
    assert done.code == 0, done.err
    error, want, got, head, total, row = done.out.splitlines()
    assert error == "direct/a.txt:7: speaker: expected 'Budi', got 'Rahma Wulandari'"
    assert want == "    expected => Budi            | kata | *                 | type=direct"
    assert got.startswith("    got      => Rahma Wulandari | kata | quote_cue_speaker | type=direct | link=")
    assert head.split()[:3] == ["blocks", "right", "%"]
    assert total.split() == ["all", "2", "1", "50.0", "0", "2", "2", "50.0", "100.0", "-", "100.0", "-"]
    assert row.split()[0] == "direct"
    value = json.loads(qattr(".", "--evaluate", "-f", "json", cwd=tmp_path).out)
    assert value["all"]["blocks"] == 2 and value["direct"]["right"] == 1


def test_the_case_files_of_this_repository() -> None:
    done = qattr("--evaluate", "tests/cases", "-f", "json", cwd=ROOT)
    value = json.loads(done.out)["all"]
    assert value["blocks"] > 700 and value["right"] + value["xfail"] >= value["blocks"]


# ------------------------------------------------------------------------- beside the gold's own scorer


def their_figures(shared: Path, folders: list[str], file: Path) -> dict[str, Any]:
    paths = [str(shared / "gold" / name) for name in folders]
    command = [sys.executable, str(shared / "gold" / "score.py"), *paths, "--pred", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def damaged(line: str, number: int) -> str:
    """An answer that errs in many ways, so that every figure is asked: spans cut, names swapped, quotes lost."""
    value = json.loads(line)
    kept = []
    for at, answered in enumerate(value["quotes"]):
        turn = (number + at) % 7
        if turn == 1 and answered["end"] - answered["start"] > 20:
            cut = answered["start"] + (answered["end"] - answered["start"]) // 3
            answered |= {"start": cut, "text": answered["text"][cut - answered["start"] :]}
        if turn == 2:
            answered |= {"speaker": "Orang Lain", "role": "Ketua"}
        if turn == 3:
            answered |= {"type": "mixed", "cue": None}
        if turn != 4:
            kept.append(answered)
    return json.dumps({**value, "quotes": kept})


@pytest.mark.parametrize("damage", [False, True], ids=["as it is", "damaged"])
def test_the_figures_are_the_scorers_to_the_last_digit(shared: Path, tmp_path: Path, damage: bool) -> None:
    folders = [name for name in ("seed", "dev") if (shared / "gold" / name).is_dir()]
    paths = [shared / "gold" / name for name in folders]
    texts = [str(file) for path in paths for file in sorted(path.glob("*.txt"))]
    lines: list[str] = qattr(*texts, "--format", "json").out.splitlines()
    if damage:
        lines = [damaged(line, number) for number, line in enumerate(lines)][1:]
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(lines))
    ours: Result = qattr(*map(str, paths), "--evaluate", "--predictions", str(file), "--format", "json")
    value = json.loads(ours.out)
    del value["intervals"]
    assert value == their_figures(shared, folders, file)
    if not damage:
        engine = json.loads(qattr(*map(str, paths), "--evaluate", "--format", "json").out)
        assert {**engine, "intervals": None} == {**value, "intervals": None}

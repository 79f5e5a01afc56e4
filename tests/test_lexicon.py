"""The lexicon: every entry earns its place by an example, no form has two owners, the tables are the sources'."""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qattr.lexicon import DEFAULT, LexiconError, build, entries, load, morphology, tags
from qattr.lexicon._tables import TAGS
from qattr.model import ACTS

VERBS = build.read("verbs.toml")
WORD = re.compile(r"[\w'.]+(?:-\w+)*")


def holds(example: str, form: str) -> bool:
    """Whether the example has the form as a word (or words) of its own, dots left aside."""
    plain = " ".join(WORD.findall(example.lower()))
    return f" {form.replace('.', '')} " in f" {plain.replace('.', '')} "


@pytest.mark.parametrize("key", VERBS)
def test_a_verbs_example_holds_one_of_its_forms(key: str) -> None:
    example = VERBS[key]["example"]
    assert any(holds(example, form) for form in entries.verb(key, VERBS[key])), example


@pytest.mark.parametrize("name", ["roles.toml", "titles.toml", "organizations.toml"])
def test_an_entrys_example_holds_one_of_its_words(name: str) -> None:
    without = [
        key
        for key, entry in build.read(name).items()
        if not any(
            holds(entry["example"], word) or holds(entry["example"], word.replace("-", " "))
            for word in (key, *entries.words(entry.get("words", "")))
        )
        and entry["class"] != "degree"
    ]
    assert not without


FUNCTION_WORDS = {path.name: build.read(f"words/{path.name}") for path in sorted((build.HERE / "words").glob("*.toml"))}
PACKAGE = build.HERE.parent


def spellings(key: str, entry: dict[str, Any]) -> list[str]:
    return entries.words(f"{key} {entry.get('words', '')}")


def modules(*packages: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "_tables.py" and (not packages or path.relative_to(PACKAGE).parts[0] in packages):
            yield path, ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("name", FUNCTION_WORDS)
def test_a_function_words_example_holds_it(name: str) -> None:
    without = [
        key
        for key, entry in FUNCTION_WORDS[name].items()
        if not any(holds(entry["example"], word) for word in spellings(key, entry))
    ]
    assert not without


@pytest.mark.parametrize("name", FUNCTION_WORDS)
def test_a_function_word_is_tagged(name: str) -> None:
    assert [key for key, entry in FUNCTION_WORDS[name].items() if not set(entry) - {"example", "words"}] == []


def test_a_word_stands_on_one_line() -> None:
    lines: dict[str, list[str]] = {}
    for name, file in (*FUNCTION_WORDS.items(), *((n, build.read(n)) for n in ("roles.toml", "organizations.toml"))):
        for key, entry in file.items():
            if name in FUNCTION_WORDS or set(entry) - {"class", "example", "words"}:
                for word in spellings(key, entry):
                    lines.setdefault(word, []).append(f"{name}: {key}")
    assert {word: where for word, where in lines.items() if len(where) > 1} == {}


def test_every_tag_is_read_and_every_tag_that_is_read_is_there() -> None:
    """``tagged("opens", "occasion")`` in some module of the package: the values stand there as they are."""
    asked: dict[str, str] = {}
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tagged":
                key, *values = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                assert values and len(values) + 1 == len(node.args), f"{path}:{node.lineno}: no plain words"
                asked |= {f"{key} {value}": f"{path.name}:{node.lineno}" for value in values}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tag_values":
                key = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
                asked |= {tag: f"{path.name}:{node.lineno}" for tag in TAGS if tag.startswith(f"{key} ")}
    assert {tag: where for tag, where in asked.items() if tag not in TAGS} == {}, "no line has this tag"
    assert sorted(set(TAGS) - set(asked)) == [], "no rule asks for this tag"


def test_no_words_stand_inside_a_function() -> None:
    """What only a sentence can tell is a tag in the lexicon; what code needs of its own is a constant with a name."""
    plain = re.compile(r"[a-z][a-z'-]+( [a-z'-]+)*")

    def is_word(node: ast.expr) -> bool:
        return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(plain.fullmatch(node.value))

    lists = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path, tree in modules("text", "quoting", "mentions", "rules", "entities", "pipeline.py", "document.py")
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
        if isinstance(node, (ast.Tuple, ast.Set, ast.List))
        and len(node.elts) > 1
        and all(
            isinstance(e, ast.Constant) and isinstance(e.value, str) and plain.fullmatch(e.value) for e in node.elts
        )
    ]
    assert lists == []


def test_a_noise_pattern_matches_its_example() -> None:
    for group in build.read("noise.toml").values():
        for key, entry in group.items():
            assert re.match(entry["pattern"], entry["example"], re.IGNORECASE), key


def test_no_form_belongs_to_two_lemmas() -> None:
    owners: dict[str, set[str]] = {}
    for key, entry in VERBS.items():
        for form in entries.verb(key, entry):
            owners.setdefault(form, set()).add(key)
    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


def test_a_form_taken_out_is_made_by_the_patterns() -> None:
    """``not`` names only what the line would otherwise make, and says who has it or that nobody has."""
    for key, entry in VERBS.items():
        everything = entries.verb(key, {name: value for name, value in entry.items() if name != "not"})
        for item in entry.get("not", "").split():
            assert item.partition(":")[0] in everything, f"{key}: not {item!r} takes out nothing"


def test_a_cue_is_one_word() -> None:
    """The engine looks words up one by one."""
    assert [form for form in DEFAULT.cues if " " in form] == []


def test_the_tables_are_the_sources() -> None:
    assert build.TARGET.read_text("utf-8") == build.source(), "run python -m qattr.lexicon.build and commit _tables.py"


def test_keys_are_lower_case() -> None:
    for name in DEFAULT.__slots__:
        table: Iterable[str] = getattr(DEFAULT, name)
        if name != "noise":
            assert [word for word in table if word != word.lower() or not word.strip()] == [], name


def test_every_act_is_of_the_contract() -> None:
    assert {act for _, act, _, _ in DEFAULT.cues.values()} <= set(ACTS)
    assert {shape for _, _, shape, _ in DEFAULT.cues.values()} <= set(morphology.SHAPES)


@pytest.mark.parametrize(
    ("form", "lemma", "shape"),
    [
        ("kata", "kata", "post"),
        ("katanya", "kata", "nya"),
        ("mengatakan", "kata", "active"),
        ("berkata", "kata", "active"),
        ("dikatakannya", "kata", "passive_nya"),
        ("menjelaskan", "jelas", "active"),
        ("disampaikan", "sampai", "passive"),
        ("menyebut", "sebut", "active"),
        ("menuturkan", "tutur", "active"),
        ("mengklaim", "klaim", "active"),
        ("mengonfirmasi", "konfirmasi", "active"),
        ("mengkonfirmasi", "konfirmasi", "active"),
        ("memperingatkan", "ingat", "active"),
        ("memperkirakan", "kira", "active"),
        ("mempertanyakan", "tanya", "active"),
        ("memprediksi", "prediksi", "active"),
        ("akui", "aku", "bare"),
        ("menurut", "menurut", "prep"),
        ("menurutnya", "menurut", "prep_nya"),
        ("dilansir", "lansir", "cite"),
        ("bilang", "bilang", "active"),
        ("mewanti-wanti", "wanti", "active"),
    ],
)
def test_forms_of_common_verbs(form: str, lemma: str, shape: str) -> None:
    assert (DEFAULT.cues[form][0], DEFAULT.cues[form][2]) == (lemma, shape)


@pytest.mark.parametrize("word", ["dan", "yang", "di", "adalah", "pada", "melanjutkan studi", "contohnya"])
def test_everyday_words_are_no_cues(word: str) -> None:
    assert word not in DEFAULT.cues


@pytest.mark.parametrize(
    ("root", "made"),
    [
        ("ajak", "mengajak"), ("bantah", "membantah"), ("cerita", "mencerita"), ("duga", "menduga"),
        ("fokus", "memfokus"), ("gambar", "menggambar"), ("hitung", "menghitung"), ("imbau", "mengimbau"),
        ("janji", "menjanji"), ("kisah", "mengisah"), ("kritik", "mengkritik"), ("lapor", "melapor"),
        ("minta", "meminta"), ("nilai", "menilai"), ("pinta", "meminta"), ("proyeksi", "memproyeksi"),
        ("ramal", "meramal"), ("saran", "menyaran"), ("sosialisasi", "menyosialisasi"), ("syukur", "mensyukur"),
        ("tolak", "menolak"), ("transfer", "mentransfer"), ("usul", "mengusul"), ("verifikasi", "memverifikasi"),
        ("warta", "mewarta"), ("yakin", "meyakin"), ("cek", "mengecek"),
    ],
)  # fmt: skip
def test_men_assimilates(root: str, made: str) -> None:
    assert morphology.men(root) == made


@pytest.mark.parametrize("pattern", ["mem-kan", "me-an", "-lah", "past:kata"])
def test_an_unknown_pattern_is_named(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(pattern)) + "|unknown"):
        morphology.forms("kata", [pattern])


@pytest.mark.parametrize("module", [morphology, entries, tags])
def test_doctests(module: Any) -> None:
    assert doctest.testmod(module).failed == 0


def test_a_users_file_extends_the_lexicon(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[verbs]\ngremeng = { act = "say", takes = "noun", forms = "0 me" }\n'
        'kata = { act = "claim", forms = "0" }\n'
        '[titles]\npuang = "honorific"\n"S.Tik" = { class = "degree" }\n'
        '[roles]\nsyahbandar = "office"\nbekas_calon = "modifier"\n',
        "utf-8",
    )
    lexicon = load(file)
    assert lexicon.cues["gremengnya"] == ("gremeng", "say", "nya", "noun")
    assert lexicon.cues["menggremeng"][2] == "active"
    assert lexicon.cues["kata"] == ("kata", "claim", "post", "clause")
    assert lexicon.cues["mengatakan"] == DEFAULT.cues["mengatakan"]
    assert lexicon.titles["puang"] == "honorific"
    assert "stik" in lexicon.degrees
    assert lexicon.roles["syahbandar"] == "office"
    assert "gremeng" not in DEFAULT.cues


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("[verbs\n", ["no valid TOML", "correct that line"]),
        ("[nouns]\n", ["[nouns]", "[verbs] {", "[titles] honorific", "[roles] office", "[organizations]", "[names]"]),
        ("verbs = 1\n", ["verbs", "no table"]),
        ("[verbs]\nkata = 1\n", ["[verbs] kata", "no table"]),
        ('[verbs]\ngremeng = { act = "sing", forms = "0" }\n', ["[verbs] gremeng", "'sing'", "use one of say"]),
        ('[verbs]\ngremeng = { act = "say", takes = "all", forms = "0" }\n', ["gremeng", "'all'", "clause"]),
        ('[verbs]\ngremeng = { act = "say" }\n', ["gremeng", "no form", "forms ="]),
        ('[verbs]\ngremeng = { act = "say", forms = "mem" }\n', ["gremeng", "'mem'", "memper"]),
        ('[verbs]\ngremeng = { act = "say", froms = "0" }\n', ["gremeng", "'froms'", "forms"]),
        ('[verbs]\n"" = { act = "say", forms = "me" }\n', ["empty root"]),
        (
            '[verbs]\na = { act = "say", forms = "post:ab" }\nb = { act = "say", forms = "post:ab" }\n',
            ["b", "'ab'", "belongs to a", 'not = "ab"'],
        ),
        ('[titles]\npuang = "king"\n', ["[titles] puang", "'king'", "honorific"]),
        ("[roles]\nsyahbandar = 3\n", ["[roles] syahbandar", "3", "office"]),
    ],
)
def test_an_error_in_a_users_file_is_one_line(tmp_path: Path, content: str, parts: list[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(LexiconError) as caught:
        load(file)
    message = str(caught.value)
    assert str(file) in message
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml: No such file"):
        load(tmp_path / "none.toml")
    with pytest.raises(LexiconError, match="directory"):
        load(tmp_path)
    file = tmp_path / "latin.toml"
    file.write_bytes("# caf\xe9".encode("latin-1"))
    with pytest.raises(LexiconError, match="UTF-8"):
        load(file)

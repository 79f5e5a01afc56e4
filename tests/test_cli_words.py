"""Words of one's own and defaults of one's own: lexicon files, qattr.toml, QATTR_VERBS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from command import ARTICLE, OTHER, inside

TEXT = """\
"Besok libur," gremeng Gimbalwan Melur, Tono Wiryawan, kepada tetangganya.

"Harga naik," kata Kadispaku Sinta Larasati. "Kami pantau," kata Wulan dari Dispaku, Senin.
"""
VERBS = '[verbs]\ngremeng = { act = "say", takes = "clause", forms = "0 me-kan" }\n'
OTHERS = '[roles]\ngimbalwan = "office"\n[abbreviations]\nkadispaku = "Kepala Dinas Palawija Kota"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "berita.txt").write_text(TEXT)
    (tmp_path / "kata.toml").write_text(VERBS)
    (tmp_path / "jabatan.toml").write_text(OTHERS)
    return tmp_path


def speakers(folder: Path, *args: str, **env: str) -> list[tuple[str | None, str | None]]:
    got = inside("berita.txt", *args, cwd=folder, **env)
    assert got.code == 0, got
    return [(q["speaker"], q["cue"] and q["cue"]["lemma"]) for q in got.articles[0]["quotes"]]


# ------------------------------------------------------------------------------------------- words


def test_several_files_add_up(folder: Path) -> None:
    assert ("Tono Wiryawan", "gremeng") not in speakers(folder, "--verbs", "kata.toml")
    both = speakers(folder, "--verbs", "kata.toml", "--verbs", "jabatan.toml")
    assert both[:2] == [("Tono Wiryawan", "gremeng"), ("Sinta Larasati", "kata")]


def test_a_later_file_wins(folder: Path) -> None:
    (folder / "lain.toml").write_text(VERBS.replace('"say"', '"deny"'))
    got = inside("berita.txt", "--verbs", "kata.toml", "--verbs", "lain.toml", "--act", "deny", cwd=folder)
    assert len(got.articles[0]["quotes"]) == 1


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ('[verbs]\n"angkat bicara" = { act = "say", forms = "0" }', ["angkat bicara", "one word", "bicara for"]),
        ('[verbs]\nangkat bicara = { act = "say", forms = "0" }', ["between quotes", "correct that line"]),
        ('[roles]\n"juru kunci" = "office"', ["juru kunci", "first word"]),
        ('[titles]\n"ki ageng" = "honorific"', ["ki ageng", "one word"]),
        ('[organizations]\nrumpuk = "office"', ["rumpuk", "organization, unit, speaks"]),
        ('[names]\nwulan = "name"', ["wulan", "given, ambiguous"]),
        ('[places]\nmelur = "kota"', ["melur", "place"]),
        ("[acronyms]\ndispaku = 3", ["dispaku", "what it stands for"]),
        ("[nouns]", ["[nouns]", "[verbs]", "[titles] honorific", "[acronyms]"]),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(folder: Path, entry: str, parts: list[str]) -> None:
    (folder / "salah.toml").write_text(entry + "\n")
    got = inside("berita.txt", "--verbs", "kata.toml", "--verbs", "salah.toml", cwd=folder)
    assert (got.code, got.out, got.err.count("\n")) == (2, "", 1)
    assert got.err.startswith("qattr: salah.toml: ")
    assert all(part in got.err for part in parts), got.err


def test_the_other_tables_are_heeded(folder: Path) -> None:
    text = '"Kami siap," kata Ketua Rumpuk Tani Melur, Zzyra, di Suka Zantra.\n'
    words = '[organizations]\nrumpuk = "organization"\n[names]\nzzyra = "given"\n[places]\n"suka zantra" = "place"\n'
    (folder / "semua.toml").write_text(
        words + '[acronyms]\ndispaku = "Dinas Palawija"\n[titles]\npuang = "honorific"\n'
    )
    [article] = inside("-", "--verbs", "semua.toml", stdin=text, cwd=folder).articles
    assert article["quotes"][0]["affiliation"] == "Rumpuk Tani Melur"


# --------------------------------------------------------------------------------------- defaults


def test_qattr_verbs_names_files(folder: Path) -> None:
    both = os.pathsep.join(("kata.toml", "jabatan.toml"))
    assert speakers(folder, QATTR_VERBS=both)[0] == ("Tono Wiryawan", "gremeng")
    assert speakers(folder, "--verbs", "kata.toml", QATTR_VERBS=both)[0] != ("Tono Wiryawan", "gremeng")


def test_a_file_in_the_folder_sets_defaults(folder: Path) -> None:
    (folder / "qattr.toml").write_text('format = "csv"\nverbs = ["kata.toml"]\ntype = "direct"\nkeep = ["outlet"]\n')
    got = inside("berita.txt", cwd=folder)
    assert got.out.startswith("source,id,type") and ",outlet\r\n" in got.out and ",gremeng," in got.out
    assert inside("berita.txt", "--format", "json", cwd=folder).out.startswith("{"), "the command line wins"
    assert inside("berita.txt", "--no-config", cwd=folder).out.startswith("{")
    (folder / "qattr.toml").write_text("json = true\n")
    assert inside("berita.txt", "-f", "csv", cwd=folder).out.startswith("source,")


def test_the_user_s_own_file_counts_where_the_folder_has_none(folder: Path) -> None:
    own = folder / "config" / "qattr"
    own.mkdir(parents=True)
    (own / "kata.toml").write_text(VERBS)
    (own / "qattr.toml").write_text('format = "csv"\nverbs = ["kata.toml"]\noutput = "hasil.csv"\n')
    assert inside("berita.txt", cwd=folder, XDG_CONFIG_HOME=str(folder / "config")).out == ""
    assert ",gremeng," in (folder / "hasil.csv").read_text()
    (folder / "qattr.toml").write_text("json = true\n")
    assert inside("berita.txt", cwd=folder, XDG_CONFIG_HOME=str(folder / "config")).out.startswith("{")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jbs = 2", "no option 'jbs'. It takes input, text-field,"),
        ('jobs = "two"', "jobs must be a number."),
        ("summary = 1", "summary must be true or false."),
        ("speaker = 3", "speaker must be a list."),
        ('type = ["oral"]', "type: 'oral' is not one of direct, mixed, indirect."),
        ("jobs = -1", "jobs: -1 is not in the range x>=0."),
        ('output = "~/.bashrc"', "'output' may stand in your own qattr.toml only"),
        ("version = true", "no option 'version'."),
        ("jobs 2", "no valid TOML ("),
    ],
)
def test_a_mistake_in_it_is_one_line(folder: Path, text: str, message: str) -> None:
    (folder / "qattr.toml").write_text(text + "\n")
    got = inside("berita.txt", cwd=folder)
    assert (got.code, got.out, got.err.count("\n")) == (2, "", 1)
    assert got.err.startswith("qattr: qattr.toml: ") and message in got.err
    assert inside("berita.txt", "--no-config", cwd=folder).code == 0


def test_every_option_has_a_key_of_its_own() -> None:
    from qattr.cli.options import OPTIONS

    assert len({option.key for option in OPTIONS}) == len({option.name for option in OPTIONS}) == len(OPTIONS)
    flags = [flag for option in OPTIONS for flag in option.flags]
    assert len(flags) == len(set(flags))


def test_nothing_of_it_changes_an_ordinary_run(folder: Path) -> None:
    assert inside("-", stdin=ARTICLE + OTHER, cwd=folder).code == 0

"""What is shipped: exactly these files, and a command that works where there is nothing else.

Builds the sdist and the wheel as a release does. The environment that the wheel is installed into takes regex,
typer and rich from a registry; where none can be reached the tests that need it skip, except in `.ci/run`, which sets
QATTR_CI.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest

from command import ARTICLE
from qattr import __version__

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("qattr", "tests", "samples", "benchmarks", "docs", "fuzz", "tools", ".ci")
"""The folders of the sdist."""
LOOSE = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "pyproject.toml", ".gitignore", "PKG-INFO")
LOOSE += ("hatch_build.py", ".pre-commit-config.yaml")
"""The files of the sdist beside them; PKG-INFO is made by the build."""
DATA = {
    "qattr/py.typed",
    "qattr/schema.json",
    "qattr/summary.schema.json",
    "qattr/evaluate/gold.schema.json",
    "qattr/output/review.css",
}
DATA |= {"qattr/output/review.js", "qattr/lexicon/everyday.txt"}
"""What a wheel holds that is no Python."""
SOURCES = {"qattr/lexicon/build.py"}
"""Python that makes the tables and is not needed once they are made."""
MODULES = {
    "qattr/lexicon/_tables.py",
    "qattr/lexicon/custom.py",
    "qattr/cli/options.py",
    "qattr/cli/main.py",
    "qattr/__main__.py",
    "qattr/output/page.py",
}
"""Some that must be there, so that an empty wheel fails."""

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="needs hatchling: pip install -e '.[dev]'"
)


class Built(NamedTuple):
    sdist: Path
    wheel: Path


def run(*command: str | Path, cwd: Path = ROOT, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """A command that must succeed, without what would let it find this tree or change how it prints."""
    plain = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV", "NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**plain, "LC_ALL": "C.UTF-8", **env},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}: exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist and the wheel of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder)
    [sdist], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="module")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist's folder."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built.sdist) as archive:
        archive.extractall(folder, filter="data")
    [top] = folder.iterdir()
    return top


def names_in_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def kept_files() -> set[str]:
    """Every file of the repository: what git tracks, or would if it were added."""
    done = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()}


def test_names_and_version(built: Built) -> None:
    assert built.sdist.name == f"qattr-{__version__}.tar.gz"
    assert built.wheel.name == f"qattr-{__version__}-py3-none-any.whl"


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="no git checkout")
def test_the_sdist_holds_the_repository_and_nothing_else(built: Built) -> None:
    top = f"qattr-{__version__}"
    with tarfile.open(built.sdist) as archive:
        members = archive.getmembers()
    assert all(m.isfile() or m.isdir() for m in members)
    names = {str(PurePosixPath(m.name).relative_to(top)) for m in members if m.isfile()}
    wanted = {name for name in kept_files() if name.split("/")[0] in SHIPPED} | set(LOOSE)
    assert names == wanted
    assert {name.split("/")[0] for name in names if "/" in name} == set(SHIPPED)


def test_the_wheel_holds_the_package_and_nothing_else(built: Built, unpacked: Path) -> None:
    names = names_in_wheel(built.wheel)
    info = f"qattr-{__version__}.dist-info"
    about = {f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}
    python = {str(PurePosixPath(p.relative_to(unpacked))) for p in (unpacked / "qattr").rglob("*.py")}
    assert python > MODULES
    manual = {f"qattr-{__version__}.data/data/share/man/man1/qattr.1"}
    assert names == about | DATA | manual | (python - SOURCES)


def test_a_wheel_made_from_the_sdist_is_the_same(built: Built, unpacked: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=unpacked)
    [again] = tmp_path.glob("*.whl")
    assert names_in_wheel(again) == names_in_wheel(built.wheel)


def test_the_tests_of_the_sdist_can_be_collected(unpacked: Path) -> None:
    run(sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", cwd=unpacked)


def test_what_the_wheel_says_of_itself(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        info = f"qattr-{__version__}.dist-info"
        about = archive.read(f"{info}/METADATA").decode()
        scripts = archive.read(f"{info}/entry_points.txt").decode()
    fields = about.split("\n\n")[0].splitlines()
    needed = sorted(line for line in fields if line.startswith("Requires-Dist:") and "extra ==" not in line)
    assert needed == [
        "Requires-Dist: regex>=2024.9.11",
        "Requires-Dist: rich>=13.8",
        "Requires-Dist: typer<0.29,>=0.26",
    ]
    assert "Requires-Python: >=3.11" in fields
    assert "License: MIT" in fields or "License-Expression: MIT" in fields
    command = ["[console_scripts]", "qattr", "=", "qattr.cli.main:main"]
    assert scripts.split() == [*command, "[spacy_factories]", "qattr", "=", "qattr.spacy_component:factory"]


# ------------------------------------------------------------------------------- in an empty environment


class Installed(NamedTuple):
    """A virtual environment with the wheel, and an article to read, in a folder that is far from this tree."""

    python: Path
    qattr: Path
    folder: Path


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", folder / "venv")
    programs = folder / "venv" / "bin"
    pip = (programs / "python", "-m", "pip", "-q", "--disable-pip-version-check", "--no-input")
    try:
        run(*pip, "install", built.wheel, cwd=folder)
    except AssertionError as error:
        if os.environ.get("QATTR_CI"):
            raise
        pytest.skip(f"the dependencies could not be installed: {error}")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "berita.txt").write_text(ARTICLE, encoding="utf-8")
    (elsewhere / "kata.toml").write_text('[verbs]\ngremeng = { act = "say", takes = "noun", forms = "0 me" }\n')
    return Installed(programs / "python", programs / "qattr", elsewhere)


def test_the_command_works_from_another_folder(installed: Installed) -> None:
    here = installed.folder
    value = json.loads(run(installed.qattr, "berita.txt", cwd=here).stdout)
    assert [q["speaker"] for q in value["quotes"] if q["type"] == "direct"] == ["Rahma Wulandari"] * 2
    assert value["source"] == "berita.txt"
    piped = json.loads(run(installed.python, "-m", "qattr", "-", cwd=here, stdin=ARTICLE).stdout)
    assert piped == {**value, "source": "-"}
    assert run(installed.qattr, "--version", cwd=here).stdout == f"qattr {__version__}\n"


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "markdown", "html", "text"])
def test_every_format_works(installed: Installed, form: str) -> None:
    assert "Rahma Wulandari" in run(installed.qattr, "-f", form, "berita.txt", cwd=installed.folder).stdout


def test_what_needs_files_of_the_package_works(installed: Installed) -> None:
    here = installed.folder
    schema = run(installed.qattr, "--schema", cwd=here).stdout
    assert schema == (ROOT / "qattr" / "schema.json").read_text(encoding="utf-8")
    assert "quote_cue_speaker" in run(installed.qattr, "--rules", cwd=here).stdout
    assert "Rahma Wulandari" in run(installed.qattr, "--summary", "berita.txt", cwd=here).stdout
    assert "quote_cue_speaker" in run(installed.qattr, "--explain", "berita.txt", cwd=here).stdout
    own = run(
        installed.qattr, "--verbs", "kata.toml", "-", cwd=here, stdin='"Besok libur," gremeng Tono Wiryawan.'
    ).stdout
    assert json.loads(own)["quotes"][0]["cue"]["lemma"] == "gremeng"


def test_every_module_loads_and_no_more_than_the_dependencies_is_there(installed: Installed) -> None:
    code = (
        "import importlib, importlib.metadata as m, json, pkgutil, qattr\n"
        "names = [i.name for i in pkgutil.walk_packages(qattr.__path__, 'qattr.') if i.name != 'qattr.__main__']\n"
        "[importlib.import_module(n) for n in names]\n"
        "print(json.dumps([qattr.__file__, sorted(d.name.lower() for d in m.distributions())]))\n"
    )
    file, names = json.loads(run(installed.python, "-c", code, cwd=installed.folder).stdout)
    assert Path(file).is_relative_to(installed.python.parent.parent)
    known = {"qattr", "regex", "typer", "rich", "shellingham", "annotated-doc", "markdown-it-py", "mdurl", "pygments"}
    assert set(names) - {"pip", "setuptools", "wheel"} == known


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="needs mypy")
def test_its_types_are_seen(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(
        "import qattr\n"
        "names: list[str | None] = [quote.speaker for quote in qattr.analyze('x').quotes]\n"
        "wrong: int = qattr.analyze('x').source  # type: ignore[assignment]\n"
    )
    mypy = (sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=")
    run(*mypy, "--python-executable", installed.python, "use.py", cwd=tmp_path)

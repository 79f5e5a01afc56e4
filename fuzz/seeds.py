"""Where the fuzzers start: the samples and the texts of the case files, one file each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def texts() -> Iterator[str]:
    """Every sample, and every block of every case file without its title and answers."""
    for path in sorted((ROOT / "samples").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests" / "cases").rglob("*.txt")):
        block: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "# end"]:
            if line.startswith("# "):
                if text := "\n".join(block).strip():
                    yield text.replace("\\n", "\n")
                block = []
            elif not line.startswith(("=> ", "~> ")):
                block.append(line)


def plant(folder: Path, seeds: Iterator[bytes]) -> None:
    """Put seeds into a corpus folder, each under the name that libFuzzer would give it."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (folder / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)


def dictionary(path: Path, words: Iterable[str]) -> None:
    """Write words that libFuzzer may put into an input, in its own form."""
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    path.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")


def arguments(argv: list[str], folder: Path, *, longest: int) -> list[str]:
    """libFuzzer's arguments: those given, and defaults for what was not said."""
    defaults = {
        "max_len": longest,
        "len_control": 20,
        "timeout": 20,
        "rss_limit_mb": 4096,
        "artifact_prefix": f"{folder.parent}/",
    }
    said = {word[1:].split("=")[0] for word in argv[1:] if word.startswith("-")}
    options = [f"-{name}={value}" for name, value in defaults.items() if name not in said]
    if any(not word.startswith("-") for word in argv[1:]):  # a crash to repeat
        return [*argv, *options]
    return [*argv, *options, str(folder)]

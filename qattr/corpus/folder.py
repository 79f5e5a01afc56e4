"""Where ``--format brat`` puts many articles: a folder with ``NAME.txt`` and ``NAME.ann`` for each."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

from qattr.corpus.sink import Sink
from qattr.output.brat import CONFIGURATION

_UNSAFE = re.compile(r"[^\w.@-]+")


class FolderSink(Sink):
    """Takes what ``brat`` renders for a folder, one JSON object a line, and writes two files for each.

    A text that is there already stays, when it is the same; a file of another content is never written over.  Each
    ``.ann`` is written whole or not at all.  Raises OSError.
    """

    def __init__(self, path: str) -> None:
        self.folder = Path(path)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.used: set[str] = set()
        super().__init__(os.devnull)
        self.path = path

    def write(self, text: str) -> None:
        """Lines of JSON (source, text, ann) -> a ``.txt`` and an ``.ann`` each."""
        for line in text.splitlines():
            value = json.loads(line)
            name = self._name(value["source"] or "-")
            self._keep_or_write(self.folder / f"{name}.txt", value["text"])
            _replace(self.folder / f"{name}.ann", value["ann"])
        super().write("")

    def commit(self) -> None:
        """Writes brat's configuration where any article was written."""
        if self.used:
            _replace(self.folder / "annotation.conf", CONFIGURATION)
        super().commit()

    def _name(self, source: str) -> str:
        """``"arsip/berita 1.txt"`` -> ``"berita_1"``, with a number behind it where another article has that name."""
        stem = _UNSAFE.sub("_", Path(source).name.removesuffix(".gz").removesuffix(".txt")).strip(".") or "stdin"
        name, number = stem, 2
        while name in self.used:
            name, number = f"{stem}-{number}", number + 1
        self.used.add(name)
        return name

    def _keep_or_write(self, file: Path, text: str) -> None:
        """Writes a text, or leaves the same one as it is. Raises :class:`FileExistsError` for another of that name."""
        data = text.encode("utf-8", "surrogatepass")
        try:
            there = file.read_bytes()
        except FileNotFoundError:
            file.write_bytes(data)
            return
        if there.removeprefix(b"\xef\xbb\xbf") != data:
            raise FileExistsError(errno.EEXIST, f"{file.name} is there and is another text", str(file))


def _replace(file: Path, text: str) -> None:
    """Writes a file beside its place and puts it there when it is whole."""
    temporary = file.with_name(f".{file.name}.tmp")
    temporary.write_bytes(text.encode("utf-8", "backslashreplace"))
    os.replace(temporary, file)

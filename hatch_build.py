"""What the build adds to a wheel: the manual page, made from the same table of options as ``--help``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``qattr.1`` and tells the wheel where it goes."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        try:
            from qattr.cli.help import manual

            page = manual()
        finally:
            sys.path.remove(self.root)
        self._folder = tempfile.TemporaryDirectory(prefix="qattr-man.")
        file = Path(self._folder.name) / "qattr.1"
        file.write_text(page, encoding="utf-8")
        build_data["shared_data"][str(file)] = "share/man/man1/qattr.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self._folder.cleanup()

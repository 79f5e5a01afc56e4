"""Write qattr/lexicon/given_names.txt: given names and clan names from the PyPI package Faker (MIT).

    python -m venv /tmp/v && /tmp/v/bin/pip install faker && /tmp/v/bin/python tools/names.py

Widespread names that the package lacks (it is rich in Javanese and Batak names) are in tools/names_extra.txt.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "qattr" / "lexicon" / "given_names.txt"


def main() -> int:
    """Write the file; the exit code is 0."""
    provider = import_module("faker.providers.person.id_ID").Provider
    names = {str(name).split()[0].lower() for name in (*provider.first_names, *provider.last_names)}
    extra = (HERE / "names_extra.txt").read_text("utf-8").splitlines()
    names |= {name for line in extra if not line.startswith("#") for name in line.lower().split()}
    names = {name for name in names if name.isalpha() or "'" in name or "-" in name}
    head = (
        "# Given names and clan names, lower case, one a line.  Written by tools/names.py; do not edit.\n"
        f"# PyPI package Faker {version('faker')}, locale id_ID (MIT licence, https://github.com/joke2k/faker),\n"
        "# and tools/names_extra.txt.\n"
    )
    TARGET.write_text(head + "\n".join(sorted(names)) + "\n", "utf-8")
    print(f"{TARGET}: {len(names)} names")
    return 0


if __name__ == "__main__":
    sys.exit(main())

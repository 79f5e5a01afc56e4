#!/usr/bin/env python3
"""The API page from the docstrings, by pdoc: python tools/api_page.py FOLDER."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pdoc

PAGES = ("qattr", "qattr.evaluate", "qattr.evaluate.cases", "qattr.evaluate.corrections", "qattr.spacy_component")
"""What somebody calls from outside; the engine is read in the source."""


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # The constructor of a named tuple is made by Python and knows no module in which to look up its types.
    warnings.filterwarnings("ignore", "Error parsing type annotation")
    warnings.filterwarnings("ignore", "Failed to run TYPE_CHECKING code")  # spaCy need not be installed
    pdoc.render.configure(docformat="restructuredtext", show_source=False)
    pdoc.pdoc(*PAGES, output_directory=Path(sys.argv[1]))


if __name__ == "__main__":
    main()

"""``python -m qattr``: the command."""

from __future__ import annotations

from qattr.cli.main import main

if __name__ == "__main__":
    main()

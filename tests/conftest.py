"""Settings that all tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""The development gold, where this checkout has one beside it; tests that need it skip without."""

# `HYPOTHESIS_PROFILE=long pytest tests/test_invariants.py` is the long run (an hour or so); `default` is what CI does.
# A failing text is cut down only by `HYPOTHESIS_PROFILE=shrink`: that takes minutes where the text is long.
_common: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    "print_blob": True,
}
_as_found: dict[str, Any] = {**_common, "phases": [Phase.explicit, Phase.reuse, Phase.generate]}
settings.register_profile("quick", max_examples=50, **_as_found)
settings.register_profile("default", max_examples=400, **_as_found)
settings.register_profile("long", max_examples=50_000, **_as_found)
settings.register_profile("shrink", max_examples=2_000, **_common)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the development gold; skips the test where there is none."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no development gold at {SHARED}")
    return SHARED

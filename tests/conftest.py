"""Settings that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""The development gold, where this checkout has one beside it; tests that need it skip without."""

# `HYPOTHESIS_PROFILE=long pytest tests/test_invariants.py` is the long run (an hour or so); `default` is what CI does.
_common = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    "print_blob": True,
}
settings.register_profile("quick", max_examples=50, **_common)
settings.register_profile("default", max_examples=400, **_common)
settings.register_profile("long", max_examples=50_000, **_common)
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

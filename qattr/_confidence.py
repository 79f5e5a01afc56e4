"""How often each rule was right on the development gold. Made by `python -m benchmarks.confidence`."""

COUNTS: dict[str, tuple[int, int]] = {}
"""Rule -> (right, n): of its n answers, how many named the right speaker. 0 of 0 in all."""

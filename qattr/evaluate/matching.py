"""Which answered quote is which gold quote: one to one, best overlap first."""

from __future__ import annotations

from typing import Any

from qattr.evaluate.names import overlap, trim

Json = dict[str, Any]
"""A quote as the JSON has it, of the gold or answered."""

LEAST_DIRECT, LEAST_OTHER = 0.8, 0.5
"""The overlap (intersection over union of the trimmed spans) from which on a quote is found."""


def match(text: str, gold: list[Json], answered: list[Json]) -> dict[int, int]:
    """Index of a gold quote -> index of the answered quote that is it; each is used once at most."""
    pairs = []
    for g, want in enumerate(gold):
        spans = [(want["start"], want["end"], LEAST_DIRECT if want["type"] == "direct" else LEAST_OTHER)]
        if want["type"] == "mixed":  # one of its fragments will do
            spans += [(f["start"], f["end"], LEAST_DIRECT) for f in want.get("fragments", [])]
        trimmed = [(trim(text, start, end), least) for start, end, least in spans]
        for a, got in enumerate(answered):
            span = trim(text, got["start"], got["end"])
            overlaps = [(overlap(wanted, span), least) for wanted, least in trimmed]
            best = max(share if share >= least else 0.0 for share, least in overlaps)
            if best:
                pairs.append((-best, -overlaps[0][0], want["type"] != got["type"], g, a))
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for *_, g, a in sorted(pairs):
        if g not in chosen and a not in used:
            chosen[g] = a
            used.add(a)
    return chosen

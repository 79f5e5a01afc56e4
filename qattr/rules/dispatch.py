"""Which rules look at what: a rule names the features that it looks at and is not asked about others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Rule = TypeVar("Rule")


class Dispatch(Generic[Rule]):
    """The features (shapes of a cue, forms of a mention) at which each rule of a list looks.

    >>> rules = Dispatch[Callable[[], str]]()
    >>> @rules.at("post", "nya")
    ... def after(): return "kata Rahma"
    >>> rules.among([after], "nya") == [after], rules.among([after], "active")
    (True, [])
    """

    def __init__(self) -> None:
        self._looks_at: dict[Rule, frozenset[str]] = {}
        self._kept: tuple[list[Rule], dict[str, list[Rule]]] = [], {}

    def at(self, *features: str) -> Callable[[Rule], Rule]:
        """The rule below looks at these features."""

        def keep(rule: Rule) -> Rule:
            """Keeps what the rule looks at; the rule itself stays as it is."""
            self._looks_at[rule] = frozenset(features)
            return rule

        return keep

    def among(self, rules: list[Rule], feature: str) -> list[Rule]:
        """Those of ``rules`` that look at a feature, in the same order; the list is kept, so leave it as it is."""
        asked, found = self._kept
        if asked != rules:
            asked, found = self._kept = list(rules), {}
        among = found.get(feature)
        if among is None:
            among = found[feature] = [rule for rule in asked if feature in self._looks_at[rule]]
        return among

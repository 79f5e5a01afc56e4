"""Which words do what in a sentence: a rule asks for a tag, the words are in the TOML files of ``words/``.

    sambil = { joins = "verbs", opens = "occasion", example = "Rahma datang sambil mengatakan bahwa harga turun." }

``tagged("joins", "verbs")`` holds *sambil*; so does ``tagged("opens", "occasion")``.  Entries of ``roles.toml`` and
``organizations.toml`` carry tags in the same way (``kiper = { class = "trade", of = "team", … }``).
"""

from __future__ import annotations

from qattr.lexicon._tables import TAGS


def tagged(key: str, *values: str) -> frozenset[str]:
    """The words (lower case) whose line has one of ``values`` under ``key``.

    Asked once, when a module loads: ``VERB_JOINS = tagged("joins", "verbs")``.  A tag that no line has is an empty set
    here, so that the tables can be built anew with it; ``tests/test_lexicon.py`` names it.

    >>> "sambil" in tagged("joins", "verbs")
    True
    """
    lines = [TAGS[tag] for value in values if (tag := f"{key} {value}") in TAGS]
    return frozenset("|".join(lines).split("|")) if lines else frozenset()


def tag_values(key: str) -> dict[str, tuple[str, ...]]:
    """Each word (lower case) whose line has something under ``key``, with all that it has there.

    >>> tag_values("epithet")["bendahara negara"]
    ('menteri_keuangan',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in TAGS.items():
        if tag.startswith(f"{key} "):
            for word in words.split("|"):
                found[word] = (*found.get(word, ()), tag.partition(" ")[2])
    return found

"""Words by what they look like: the look-up finds what a walk through all words would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qattr.text.spellings import Spellings, one_apart

WORDS = st.text("abc", min_size=1, max_size=9)


@given(st.sets(WORDS, max_size=200), WORDS, st.integers(min_value=0, max_value=200))
def test_the_index_finds_what_a_walk_finds(words: set[str], word: str, when: int) -> None:
    found = Spellings()
    for n, other in enumerate(words):
        if n == when:
            list(found.near(word))  # what has been asked for before changes nothing
        found.add(other)
    assert sorted(found.near(word)) == sorted(other for other in words if one_apart(word, other))
    assert sorted(found.longer(word)) == sorted(w for w in words if w.startswith(word) and w != word)


def test_words_beyond_any_name_are_not_looked_at() -> None:
    found = Spellings(["a" * size for size in range(1, 200)])
    assert not list(found.near("a" * 100 + "b"))

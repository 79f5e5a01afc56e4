"""Cutting a text at its blanks and looking the pieces up gives the words that one pattern over the text would give."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import any_text, broken_articles, token_soup
from qattr.lexicon import DEFAULT
from qattr.text import derived
from qattr.text import words as tokens
from qattr.text.features import Forms
from qattr.text.scanner import scan

BLANKS = st.sampled_from([" ", "  ", "   ", "\n", "\n\n", "\r\n", "\t", " \n", "\u00a0", "\u2028", ""])
PIECES = st.sampled_from(
    ["Kata", "Rahma,", '"Ya."', "(3/3/2025),", "Rp1,5", "Ma'ruf", "@melur.id", "U-16", "\u2026", "."]
)
SPACED = st.lists(st.one_of(BLANKS, PIECES), max_size=40).map("".join)


@given(st.one_of(SPACED, broken_articles, token_soup, any_text))
def test_pieces_are_the_words_of_one_pattern(text: str) -> None:
    article = scan(text)
    for word, end in zip(article.words, article.ends, strict=True):
        assert word
        assert text[end - len(word) : end] == word
    if tokens.ODD.isdisjoint(text):
        pieces = tokens._SCAN.findall(text)
        ends = [end for piece, end in zip(pieces, accumulate(map(len, pieces)), strict=True) if piece.strip()]
        assert set(ends) <= set(article.ends)  # words that had lost their blank are cut once more
        if len(ends) == len(article.ends):
            assert article.words == tuple(piece.lstrip() for piece in pieces if piece.strip())


@given(SPACED)
def test_marked_words_are_all_of_their_kind(text: str) -> None:
    article = scan(text)
    assert article.capitals == [i for i, word in enumerate(article.words) if word[0].isupper()]
    assert article.stops == [i for i, word in enumerate(article.words) if word in ".?!\u2026"]
    assert article.cues == [i for i, low in enumerate(article.lows) if low in DEFAULT.cues]
    assert article.lowered == {article.lows[i] for i in article.capitals}


def test_long_pieces_are_not_kept() -> None:
    chunks = tokens.Chunks(Forms(DEFAULT, frozenset(), frozenset()))
    for piece in ('"' * 10_000, "naik" * 1_000):
        assert chunks[piece]
        assert piece not in chunks


def test_pieces_are_begun_anew_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "_MOST_CHUNKS", 50)
    for n in range(200):
        assert scan(f"Kata Rahma{n}, siap.").words == ("Kata", f"Rahma{n}", ",", "siap", ".")
        assert len(derived.derived(DEFAULT).chunks) < 60

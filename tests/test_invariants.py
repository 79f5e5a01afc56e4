"""What holds for any text: properties, checked on random articles, on damaged ones and on plain noise.

A longer run: ``HYPOTHESIS_PROFILE=long pytest tests/test_invariants.py``.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qattr
from articles import PLAIN, any_text, broken_articles, damaged, token_soup, whole_articles
from benchmarks.shapes import CROWDS, SHAPES
from qattr.entities import links as speakers
from qattr.model import ACTS, Document, Quote, Span
from qattr.rules import direct as attribution
from qattr.rules import indirect
from steps import steps

HARD_TEXTS = st.one_of(broken_articles, token_soup, any_text)
RULE_NAMES = frozenset(r.__name__ for r in (*attribution.RULES, *indirect.RULES))
LINK_NAMES = frozenset(link.__name__ for link in (*speakers.LINKS, *speakers.NAME_LINKS)) | {""}


@cache
def schema() -> jsonschema.protocols.Validator:
    path = Path(qattr.__file__).parent / "schema.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(content)
    validator.check_schema(content)
    return validator(content)


def overlap(a: Any, b: Any) -> bool:
    return bool(a.start < b.end and b.start < a.end)


def check_spans(document: Document) -> None:
    """Every span lies in the text and holds what it says."""
    text = document.text
    spans: list[Any] = [*document.quotes, *document.non_quotes]
    for quote in document.quotes:
        spans += [*quote.fragments, *(s for s in (quote.cue, quote.mention) if s)]
    for speaker in document.speakers:
        spans += [*speaker.mentions, *speaker.roles, *speaker.affiliations]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), span
        assert text[span.start : span.end] == span.text, span


def check_quotes(document: Document) -> None:
    """Order, disjointness, and no attribution taken from inside somebody's words."""
    quotes = document.quotes
    assert [q.id for q in quotes] == list(range(1, len(quotes) + 1))
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
    direct = [q for q in quotes if q.type == "direct"]
    for before, after in pairwise(direct):
        assert before.end <= after.start, (before, after)
    for quote in quotes:
        assert quote.type in ("direct", "mixed", "indirect")
        assert quote.rule in RULE_NAMES
        assert quote.link in LINK_NAMES
        assert 0 < quote.confidence < 1
        assert bool(quote.fragments) == (quote.type == "mixed")
        assert all(quote.start <= f.start and f.end <= quote.end for f in quote.fragments)
        if "\r" not in document.text:
            assert quote.line == document.text.count("\n", 0, quote.start) + 1
        if quote.cue:
            assert quote.cue.act in ACTS
            assert quote.cue.lemma == quote.cue.lemma.casefold()
        for pointer in (quote.cue, quote.mention):
            if pointer is not None:
                check_pointer(quote, pointer, direct)


def check_pointer(quote: Quote, pointer: Any, direct: list[Quote]) -> None:
    for other in direct:
        assert not overlap(pointer, other) or (other is quote and quote.type != "direct"), (quote, pointer, other)


def check_speakers(document: Document) -> None:
    """Quotes and speakers name each other."""
    by_id = {s.id: s for s in document.speakers}
    assert len(by_id) == len(document.speakers)
    counts = dict.fromkeys(by_id, 0)
    for quote in document.quotes:
        assert (quote.speaker is None) == (quote.speaker_id is None)
        if quote.speaker_id is not None:
            speaker = by_id[quote.speaker_id]
            assert (quote.speaker, quote.role, quote.affiliation) == (speaker.name, speaker.role, speaker.affiliation)
            counts[speaker.id] += 1
        else:
            assert quote.role is None and quote.affiliation is None and not quote.co_speakers
        for name in quote.co_speakers:
            others = [s.id for s in document.speakers if s.name == name]
            assert others, (name, document.speakers)
            counts[others[0]] += 1
    for speaker in document.speakers:
        assert speaker.name == " ".join(speaker.name.split()) != ""
        assert speaker.name not in speaker.aliases
        assert len(set(speaker.aliases)) == len(speaker.aliases)
        assert speaker.quotes == counts[speaker.id] > 0, speaker
        assert not (speaker.kind == "organization" and speaker.role), speaker
        assert [m.start for m in speaker.mentions] == sorted(m.start for m in speaker.mentions)


def check(document: Document) -> None:
    check_spans(document)
    check_quotes(document)
    check_speakers(document)


# ------------------------------------------------------------------------------------------- any text


@given(HARD_TEXTS)
def test_any_text(text: str) -> None:
    document = qattr.analyze(text)
    assert document.text == text
    check(document)


@given(whole_articles)
def test_whole_articles(text: str) -> None:
    document = qattr.analyze(text, "x.txt")
    assert document.source == "x.txt"
    check(document)


@given(HARD_TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    first = qattr.analyze(text)
    assert qattr.analyze(text) == first
    assert pickle.loads(pickle.dumps(first)) == first


@given(st.one_of(whole_articles, HARD_TEXTS))
def test_json_round_trips(text: str) -> None:
    value = qattr.analyze(text, "x").to_dict()
    assert json.loads(json.dumps(value)) == value
    assert json.loads(json.dumps(value, ensure_ascii=False)) == value


@given(st.one_of(whole_articles, broken_articles))
def test_the_schema_holds(text: str) -> None:
    schema().validate(json.loads(json.dumps(qattr.analyze(text).to_dict())))


@pytest.mark.parametrize("value", [None, b"kata", 1, ["kata"], 1.5])
def test_what_is_no_text_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError):
        qattr.analyze(value)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", '"', '""', '"""', "”", "\ufeff", "kata", "menurut", "é"]
)
def test_tiny_texts(text: str) -> None:
    document = qattr.analyze(text)
    check(document)
    assert document.quotes == ()


ONCE_BROKEN = (
    '"Harga naik," kata',
    "akuBg\u202e",
    "ungkap\u200b",
    "lanjutKetua u\u200f",
    "\u00aba\u201epedagang\x00",
    "\u201en\u201d\u200b",
    "''m\"\x07",
    "kata\x00",
    'MenurutA 2"p.',
    "a''f \"\",tulis R",
    'E menyebut i \u201c " """.',
    '".[Gambas:]disampaikan anggota , a',
    '"aBaca juga ""jelasK, S',
    'berharap"r[Gambas:]\u00a0\u2018 Menurut T 2',
    '" B ," kata"a,mengatakan, "J',
    '" "I di""kata"a"berkata,"C',
    "Putri Ayu Lestari (Tari)Putri Ayu Lestari (Tari)(menilaiRahmat Hidayat. ?TSW (34)",
)
"""What a run of these tests found, cut down to what matters; add yours."""


@pytest.mark.parametrize("text", ONCE_BROKEN)
def test_what_was_broken_once(text: str) -> None:
    check(qattr.analyze(text))


# ------------------------------------------------------------------------------- texts that belong together


def answers(document: Document) -> list[tuple[Any, ...]]:
    """What a reader sees of the quotes, without offsets."""
    return [
        (
            q.type,
            q.speaker,
            q.co_speakers,
            q.role,
            q.affiliation,
            q.cue and q.cue.text,
            q.mention and " ".join(q.mention.text.split()),  # a line wrapped inside a name
            q.rule,
        )
        for q in document.quotes
    ]


@given(st.one_of(whole_articles, broken_articles).filter(lambda t: "\n" in t))
def test_a_plain_paragraph_at_the_end_changes_nothing(text: str) -> None:
    before = qattr.analyze(text)
    after = qattr.analyze(f"{text}\n\n{PLAIN}")
    assert after.quotes == before.quotes
    assert after.speakers == before.speakers
    assert after.non_quotes == before.non_quotes


def crlf(span: Any, text: str) -> Any:
    """The span as it stands when every LF before or in it has become CRLF."""
    return span._replace(
        text=span.text.replace("\n", "\r\n"),
        start=span.start + text.count("\n", 0, span.start),
        end=span.end + text.count("\n", 0, span.end),
    )


@given(st.one_of(whole_articles, broken_articles, token_soup).filter(lambda t: "\r" not in t))
def test_crlf_moves_offsets_and_nothing_else(text: str) -> None:
    lf, dos = qattr.analyze(text), qattr.analyze(text.replace("\n", "\r\n"))
    assert answers(dos) == answers(lf)
    for old, new in zip(lf.quotes, dos.quotes, strict=True):
        assert Span(new.text, new.start, new.end) == crlf(Span(old.text, old.start, old.end), text)
        assert new.line == old.line
        assert new.cue == (crlf(old.cue, text) if old.cue else None)
        assert new.mention == (crlf(old.mention, text) if old.mention else None)
    assert [n.reason for n in dos.non_quotes] == [n.reason for n in lf.non_quotes]
    assert [s.name for s in dos.speakers] == [s.name for s in lf.speakers]


@pytest.mark.parametrize("text", ["\nFlri WITH \xbbi MSi, R", "Rahma Wulandari Mengatakan Pasar Melur Aman"])
def test_whether_a_line_is_a_headline_does_not_hang_on_what_follows(text: str) -> None:
    before, after = qattr.analyze(text), qattr.analyze(f"{text}\n\n{PLAIN}")
    assert (after.quotes, after.non_quotes) == (before.quotes, before.non_quotes)


def test_a_line_wrapped_inside_a_name_is_a_blank() -> None:
    text = "'Harga turun.' kata pedagang\nberas Rahma Wulandari."
    assert answers(qattr.analyze(text.replace("\n", "\r\n"))) == answers(qattr.analyze(text))


def curled(text: str, opening: str, closing: str) -> str:
    """Straight marks, which are balanced and not nested, become pairs."""
    parts = text.split('"')
    return parts[0] + "".join((opening if i % 2 == 0 else closing) + part for i, part in enumerate(parts[1:]))


@given(whole_articles, st.sampled_from([("“", "”"), ("”", "”"), ("„", "”"), ("«", "»")]))
def test_the_style_of_the_marks_changes_nothing(text: str, marks: tuple[str, str]) -> None:
    assert answers(qattr.analyze(curled(text, *marks))) == answers(qattr.analyze(text))


@given(whole_articles, st.integers(min_value=0))
def test_a_text_cut_anywhere_still_works(text: str, where: int) -> None:
    at = where % (len(text) + 1)
    check(qattr.analyze(text[:at]))
    check(qattr.analyze(text[at:]))


# ---------------------------------------------------------------------------------------- the gold's articles


def test_the_articles_of_the_gold_whole_and_damaged(shared: Path) -> None:
    texts = [p.open(encoding="utf-8-sig", newline="").read() for p in sorted((shared / "gold").glob("*/*.txt"))]
    with (shared / "pfsa" / "dev.jsonl").open(encoding="utf-8") as lines:
        texts += [json.loads(line)["text"] for line in lines]
    random = Random(20250101)
    for text in texts:
        for variant in (text, damaged(random, text), damaged(random, text)):
            document = qattr.analyze(variant)
            check(document)
            schema().validate(document.to_dict() if variant is text else qattr.analyze("").to_dict())


# ------------------------------------------------------------------------------------------------ linear time


def seconds(text: str) -> float:
    start = time.process_time()
    qattr.analyze(text)
    return time.process_time() - start


@cache
def lines_run() -> dict[str, list[int]]:
    """Shape -> the lines of Python run through for a text and for ten times as much; see steps.py."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("steps.py")],
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        check=True,
    )
    counted: dict[str, list[int]] = json.loads(done.stdout)
    return counted


@pytest.mark.parametrize("name", [*SHAPES, *CROWDS])
def test_ten_times_the_text_takes_at_most_twelve_times_the_steps(name: str) -> None:
    small, large = lines_run()[name]
    assert large <= 12 * small, f"{small} lines, then {large}"


DEEP = (
    '"Harga naik," kata Rahmat Hidayat. ' + "Rahmat (" * 3000,
    '"Harga naik," kata Amah. ' + "Rahmat akrab disapa Amah " * 3000,
    '"Harga naik," kata ' + "Polisi " * 3000 + "Rahmat Hidayat.",
    "Kombes" + " Pol" * 3000 + " Rahmat Hidayat mengatakan harga akan naik.",
    '"Harga naik," kata ' + "Rahmat dan " * 3000 + "Siti.",
    '"Harga naik," kata ' + "Ketua sekaligus " * 3000 + "Siti.",
    '"Harga naik," kata Siti' + ", S.H." * 3000 + ".",
)
"""What a step that calls itself for every word or bracket before it would not come back from."""


@pytest.mark.parametrize("text", DEEP)
def test_no_depth_is_too_deep(text: str) -> None:
    check(qattr.analyze(text))


def test_a_run_of_capitals_is_not_walked_again_at_each_of_its_words() -> None:
    quoted = '"Harga naik," kata Rahmat Hidayat. "Tipis," ujar Siti. "Ya," tulis Yayasan Bina Desa.\n'
    for run in ("Rahmat Siti Hidayat ", "Yayasan Bina Desa "):
        assert steps(quoted + run * 1200) <= 5 * steps(quoted + run * 300)


UNITS = (
    *("a", "A", "0", ".", "\u0301", "\n", " ", "'", "(", '"', "”", "&quot;", '"a" '),
    *("kata", "kata ", "Rahmat", "Rahmat "),
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_one_thing(unit: str) -> None:
    """In seconds, and many of them: what a pattern does is no line of Python."""
    for length in (10_000, 100_000, 1_000_000):
        assert seconds(unit * (length // len(unit))) < length / 50_000, f"{length} characters"


def test_a_letter_that_is_meant_as_a_mark_stays_in_the_text() -> None:
    text = "\u02baHarga turun,\u02ba kata Bupati Rahma \u02baNyai\u02ba Wulandari, Kamis. \u02baSiap,\u02ba ujarnya."
    document = qattr.analyze(text)
    assert document.text == text
    assert [quote.text for quote in document.quotes] == ["Harga turun,", "Siap,"]
    spans = [span for speaker in document.speakers for span in (*speaker.mentions, *speaker.roles)]
    assert all(text[span.start : span.end] == span.text for span in spans)

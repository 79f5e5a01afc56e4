"""What other tools make of our exports: each is read back by a parser that is not ours."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qattr as library
from command import ARTICLE, OTHER, qattr
from documents import document
from qattr.model import Document
from qattr.output import Style, brat, conll, review, schema_org, web_annotation
from qattr.reading.types import Article

ROOT = Path(__file__).resolve().parent.parent
EVIL = 'Kata <script>alert(1)</script>\x1b[31m "Baris satu\r\nbaris\tdua," kata Rahma.\u2028Budi\n'
TEXTS = [ARTICLE, OTHER, EVIL, "", *(f.read_text(encoding="utf-8") for f in sorted((ROOT / "samples").glob("*.txt")))]


def rendered(form: Any, made: Document, style: Style | None = None) -> str:
    style = style or Style()
    item = Article(made.source or "", made.text)
    return str(form.head(style, "") + form.article(item, made, style) + form.foot(style, None))


def made(text: str) -> Document:
    return library.analyze(text, "arsip/berita 1.txt")


# --------------------------------------------------------------------------------- Web Annotation

TERMS: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "value": {"@id": "rdf:value"},
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "TextPositionSelector", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in ("identifying", "tagging", "exact", "prefix", "suffix")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
}
"""What the context of Web Annotation says of the terms that are used here (https://www.w3.org/TR/annotation-vocab/)."""


def offline(url: str, options: Any) -> dict[str, Any]:
    """The contexts that pyld would fetch."""
    contexts = {
        "http://www.w3.org/ns/anno.jsonld": {"@context": TERMS},
        "https://schema.org": {"@context": {"@vocab": "https://schema.org/"}},
    }
    return {"contextUrl": None, "documentUrl": url, "document": contexts[url]}


@pytest.mark.parametrize("text", TEXTS)
def test_web_annotations_are_read_by_a_json_ld_processor(text: str) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    analyzed = made(text)
    value = json.loads(rendered(web_annotation, analyzed))
    expanded = jsonld.expand(value, {"documentLoader": offline, "base": "http://a.test/"})
    [page] = expanded or [{}]
    assert page.get("@id", "").endswith("arsip/berita%201.txt#quotes")
    items = page.get("http://www.w3.org/ns/activitystreams#items", [{"@list": []}])[0]["@list"]
    oa = "http://www.w3.org/ns/oa#"
    found = []
    for item in items:
        assert item["@type"] == [f"{oa}Annotation"]
        [target] = item[f"{oa}hasTarget"]
        assert target[f"{oa}hasSource"] == [{"@id": "http://a.test/arsip/berita%201.txt"}]
        position, words = target[f"{oa}hasSelector"]
        start, end = (position[f"{oa}{name}"][0]["@value"] for name in ("start", "end"))
        exact, prefix, suffix = (words[f"{oa}{name}"][0]["@value"] for name in ("exact", "prefix", "suffix"))
        assert text[start:end] == exact and (prefix + exact + suffix) in text
        names = [
            name["@value"]
            for body in item[f"{oa}hasBody"]
            for who in body.get("https://schema.org/spokenByCharacter", [])
            for name in who["https://schema.org/name"]
        ]
        found.append((start, end, names))
    assert found == [(q.start, q.end, [q.speaker] if q.speaker else []) for q in analyzed.quotes]


def test_a_web_address_stays_the_target() -> None:
    assert web_annotation.iri_of("https://a.test/berita?id=1&x=a b") == "https://a.test/berita?id=1&x=a%20b"
    assert web_annotation.iri_of(None) == "-"


# ------------------------------------------------------------------------------------- schema.org


@pytest.mark.parametrize("text", TEXTS)
def test_quotations_are_read_by_a_json_ld_processor(text: str) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    analyzed = made(text)
    line = rendered(schema_org, analyzed)
    assert "<" not in line  # so that it cannot end the script element that it stands in
    [article] = jsonld.expand(json.loads(line), {"documentLoader": offline})
    parts = article.get("https://schema.org/hasPart", [])
    assert all(part["@type"] == ["https://schema.org/Quotation"] for part in parts)
    said = [part["https://schema.org/text"][0]["@value"] for part in parts]
    verbatim = [w.text for q in analyzed.quotes for w in ((q,) if q.type == "direct" else q.fragments)]
    assert said == [words.strip().rstrip(",") for words in verbatim]
    roles = [
        role["@value"]
        for part in parts
        for who in part.get("https://schema.org/spokenByCharacter", [])
        for role in who.get("https://schema.org/jobTitle", [])
    ]
    assert set(roles) <= {quote.role for quote in analyzed.quotes}


# ------------------------------------------------------------------------------------------ CoNLL


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_spans_come_back_from_the_columns(text: str) -> None:
    conllu = pytest.importorskip("conllu")
    analyzed = made(text)
    fields = [name.lower() for name in conll.COLUMNS]
    raw = rendered(conll, analyzed)
    assert raw.startswith(f"# global.columns = {' '.join(conll.COLUMNS)}\n")
    words = [word for paragraph in conllu.parse(raw, fields=fields) for word in paragraph]
    places = [(int(w["misc"]["StartChar"]), int(w["misc"]["EndChar"])) for w in words]
    assert all(a < b <= c for (a, b), (c, _) in pairwise(places))
    assert "".join("".join(text[a:b] for a, b in places).split()) == "".join(text.split())
    assert _spans(words, "cue") == {(q.cue.start, q.cue.end, q.cue.act) for q in analyzed.quotes if q.cue}
    mentions = {(q.mention.start, q.mention.end) for q in analyzed.quotes if q.mention}
    assert {span[:2] for span in _spans(words, "mention")} <= mentions
    starts = {(q.start, q.type) for q in analyzed.quotes}
    assert {(start, kind) for start, _, kind in _spans(words, "quote")} <= {
        (text.index(text[s:].lstrip()[0], s), kind) for s, kind in starts
    }


def _spans(words: list[Any], column: str) -> set[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for word in words:
        mark, _, label = word[f"qattr:{column}"].partition("-")
        start, end = int(word["misc"]["StartChar"]), int(word["misc"]["EndChar"])
        if mark == "B":
            found.append((start, end, label))
        elif mark == "I":
            assert found and found[-1][2] == label, "an I without its B"
            found[-1] = (found[-1][0], end, label)
    return set(found)


def test_columns_of_a_short_text() -> None:
    short = document('"Kami siap," kata Rahma.', ("direct", "Kami siap,", "Rahma"))
    rows = [line.split("\t")[1:7] for line in rendered(conll, short).splitlines() if line[:1].isdigit()]
    assert rows[:6] == [
        ['"', "O", "O", "O", "O", "_"],
        ["Kami", "B-direct", "O", "O", "O", "1"],
        ["siap", "I-direct", "O", "O", "O", "1"],
        [",", "I-direct", "O", "O", "O", "1"],
        ['"', "O", "O", "O", "O", "_"],
        ["kata", "O", "B-say", "O", "O", "_"],
    ]


# ------------------------------------------------------------------------------------------- BRAT


def in_brat(file: Path) -> Any:
    """The entities, relations, attributes and notes of a file, its grammar and the lengths of its spans checked."""
    io = pytest.importorskip("bratly.io")
    return io.read_and_load_ann_file(str(file), sorting=False, no_duplicates=False, renumerotize=False)


@pytest.mark.parametrize("text", TEXTS)
def test_standoff_is_read_by_a_parser_of_brat_files(tmp_path: Path, text: str) -> None:
    analyzed = made(text)
    (tmp_path / "a.ann").write_text(rendered(brat, analyzed), encoding="utf-8", newline="\n")
    found = in_brat(tmp_path / "a.ann").annotations
    entities = [a for a in found if a.id.startswith("T")]
    for entity in entities:
        pieces = " ".join(text[f.start : f.end] for f in entity.fragments)
        assert entity.content == pieces.replace("\t", " ") or "\x1b" in text
    quotes = [e for e in entities if e.label in ("Direct", "Mixed", "Indirect")]
    assert [(q.fragments[0].start, q.fragments[-1].end) for q in quotes] == [(q.start, q.end) for q in analyzed.quotes]
    relations = [a.label for a in found if a.id.startswith("R")]
    assert relations.count("CueOf") == sum(q.cue is not None for q in analyzed.quotes)
    assert relations.count("SourceOf") == sum(q.mention is not None for q in analyzed.quotes)
    assert sum(a.id.startswith("#") for a in found) == len(analyzed.quotes)


def test_no_span_of_brat_goes_over_a_line_break() -> None:
    made_by_hand = document('"Satu\r\n\ndua," kata Rahma.', ("direct", "Satu\r\n\ndua,", "Rahma"))
    assert rendered(brat, made_by_hand).splitlines()[0] == "T1\tDirect 1 5;8 12\tSatu dua,"


def test_many_articles_become_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "satu.txt").write_text(ARTICLE)
    (tmp_path / "satu.txt").write_text(OTHER)
    done = qattr("a/satu.txt", "satu.txt", "-f", "brat", "-o", "out", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    names = ["annotation.conf", "satu-2.ann", "satu-2.txt", "satu.ann", "satu.txt"]
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == names
    assert (tmp_path / "out" / "satu-2.txt").read_text() == OTHER
    assert len(in_brat(tmp_path / "out" / "satu.ann").annotations) > 4
    # beside the articles themselves, which stay as they are
    assert qattr("a/satu.txt", "-f", "brat", "-o", "a/", cwd=tmp_path).code == 0
    assert (tmp_path / "a" / "satu.txt").read_text() == ARTICLE and (tmp_path / "a" / "satu.ann").exists()


def test_a_text_of_another_content_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "satu.txt").write_text(ARTICLE)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "satu.txt").write_text("milik orang lain")
    done = qattr("satu.txt", "-f", "brat", "-o", "out", cwd=tmp_path)
    assert done.code == 2 and "is another text" in done.err
    assert (tmp_path / "out" / "satu.txt").read_text() == "milik orang lain"


def test_several_articles_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    done = qattr("a.txt", "a.txt", "-f", "brat", cwd=tmp_path)
    assert done.code == 2 and "-o FOLDER" in done.err
    assert qattr("a.txt", "-f", "brat", cwd=tmp_path).out.startswith("T1\tDirect ")


@pytest.mark.parametrize("form", ["webannotation", "jsonld", "conll"])
def test_several_articles_in_one_stream(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(OTHER)
    done = qattr("a.txt", "b.txt", "-f", form, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    if form == "conll":
        assert [line for line in done.out.splitlines() if "newdoc" in line] == [
            "# newdoc id = a.txt",
            "# newdoc id = b.txt",
        ]
    else:
        assert len(done.articles) == 2


# ------------------------------------------------------------------------------------- of any text

ARTICLE_PIECES = [
    '"Kami siap," ',
    "kata Rahma Wulandari. ",
    "Menurut Budi, ",
    "hujan turun\n",
    "ujarnya. ",
    "Ketua DPRD ",
]
ODD_PIECES = ["\r\n", "\x1c", "\u2028", "😀", "e\u0301", "\ud800", "\t", "<b>", "|", "#", 'aturan itu "tidak adil" ']
PIECES = st.sampled_from(ARTICLE_PIECES + ODD_PIECES)


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_keeps_its_spans(text: str) -> None:
    analyzed = library.analyze(text)
    again = Document.from_dict(json.loads(json.dumps(analyzed.to_dict())), text)
    assert again.to_dict() == analyzed.to_dict()
    for form in (web_annotation, schema_org, conll, brat, review):
        rendered(form, analyzed).encode("utf-8", "backslashreplace")
    analyzed._repr_html_()
    for line in brat.standoff(analyzed).split("\n"):
        if line.startswith("T"):
            _, place, words = line.split("\t")
            spans = [tuple(map(int, piece.split())) for piece in place.split(" ", 1)[1].split(";")]
            assert len(words) == sum(b - a for a, b in spans) + len(spans) - 1
    rows = [line.split("\t") for line in rendered(conll, analyzed).split("\n") if "StartChar" in line]
    assert all(len(row) == len(conll.COLUMNS) for row in rows)

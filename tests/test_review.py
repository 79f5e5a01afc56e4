"""The review page driven in a real browser, as a person would: by keyboard, pointer and phone; then what it saved."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import chromium
from command import ARTICLE, OTHER, qattr
from test_output_page import CONTRAST

pytestmark = pytest.mark.skipif(chromium.path() is None, reason="Chromium is not installed (.ci/run installs it)")

WORDS = "[...document.querySelectorAll('#text mark')].map(m => m.textContent)"
NOW = "document.querySelector('#text mark.now')?.textContent"
LIVE = "document.querySelector('#live').textContent"
EVIL = '"Kami </script><img src=x onerror=alert(1)> 😀 siap," kata Rahma Wulandari. "Baik 😀 sekali," ujarnya.\n'


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(os.environ.get("QATTR_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Browser]:
    with chromium.Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "berita.txt").write_text(ARTICLE)
    done = qattr("berita.txt", "-o", "review.html", "--format", "review", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    return tmp_path / "review.html"


def fresh(browser: chromium.Browser, page: Path, width: int = 1200, height: int = 900, **media: str) -> None:
    """Open a page of which the browser keeps nothing."""
    browser.open(page, width)
    browser.evaluate("localStorage.clear()")
    browser.open(page, width, height, **media)


def saved(browser: chromium.Browser, folder: Path, name: str) -> list[dict[str, Any]]:
    """What the page saves under a name."""
    browser.downloads(folder)
    browser.press("m")
    file, end = folder / name, time.monotonic() + 20
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.05)
    raw = file.read_text(encoding="utf-8")
    return [json.loads(raw)] if name.endswith(".json") else [json.loads(line) for line in raw.splitlines()]


def go_to(browser: chromium.Browser, words: str) -> None:
    """Walk to the quote that begins with these words."""
    for _ in range(20):
        if (browser.evaluate(NOW) or "").startswith(words):
            return
        browser.press("n")
    raise AssertionError(f"no quote {words!r}")


def evaluated(folder: Path, gold: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(qattr(gold, "--evaluate", "-f", "json", cwd=folder).out)
    return value


def test_nothing_is_asked_of_the_network_and_nothing_fails(browser: chromium.Browser, page: Path, shots: Path) -> None:
    fresh(browser, page)
    browser.screenshot(shots / "review-light.png")
    assert sorted(browser.evaluate(WORDS)) == sorted(
        [
            "Jembatan ini penting bagi warga,",
            "pembangunan memakan waktu dua tahun",
            "Kami bersyukur,",
            "kendaraan berat belum boleh lewat",
        ]
    )
    asked = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    assert asked == [page.as_uri()]
    assert [e for e in browser.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")] == []


def test_all_right_is_the_engines_answer(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    for _ in range(4):
        browser.press("b")
    assert browser.evaluate("document.querySelector('#count').textContent") == "4 dari 4 diperiksa"
    assert "sudah diperiksa" in browser.evaluate(LIVE)
    [gold] = saved(browser, page.parent, "berita.json")
    assert all(quote["checked"] for quote in gold["quotes"])
    figures = evaluated(page.parent, "berita.json")["all"]
    assert {figures[name] for name in ("P", "R", "exact", "full", "role", "cue", "type")} == {100}
    schema = json.loads(qattr("--schema", "gold").out)
    jsonschema.validate(gold, schema)


def test_corrections_by_keyboard_are_saved_measured_and_put_in_place(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    go_to(browser, "Kami bersyukur")
    browser.press("s")
    browser.press("2")  # the second of those named
    go_to(browser, "Jembatan ini")
    browser.press("j")
    browser.press("a", "Control")
    browser.write("Wakil Bupati Kabupaten Sukamaju Raya")
    browser.press("Enter")
    go_to(browser, "pembangunan")
    browser.press("ArrowLeft", "Shift")  # the last word less
    browser.press("ArrowRight", "Shift", "Alt")  # and the first one
    assert browser.evaluate(NOW) == "memakan waktu dua"
    browser.press("t")  # indirect -> direct
    go_to(browser, "kendaraan")
    browser.press("x")
    [gold] = saved(browser, page.parent, "berita.json")
    told = {quote["text"]: quote for quote in gold["quotes"]}
    assert set(told) == {"Jembatan ini penting bagi warga,", "memakan waktu dua", "Kami bersyukur,"}
    assert told["Kami bersyukur,"]["speaker"] == "Budi Santoso"
    assert told["Jembatan ini penting bagi warga,"]["role"] == "Wakil Bupati Kabupaten Sukamaju Raya"
    assert told["memakan waktu dua"]["type"] == "direct"
    assert all(ARTICLE[q["start"] : q["end"]] == q["text"] for q in gold["quotes"])

    figures = evaluated(page.parent, "berita.json")["all"]
    assert (figures["gold"], figures["pred"]) == (3, 4)
    assert figures["R"] == pytest.approx(200 / 3) and figures["P"] == 50  # one was shortened too far, one is gone
    assert (figures["speaker"], figures["wrong"], figures["role"]) == (50, 50, 0)

    [article] = qattr("berita.txt", "--overrides", "berita.json", cwd=page.parent).articles
    assert [(q["text"], q["speaker"], q["rule"], q["confidence"]) for q in article["quotes"]] == [
        ("Jembatan ini penting bagi warga,", "Rahma Wulandari", "by hand", 1.0),
        ("memakan waktu dua", "Rahma Wulandari", "by hand", 1.0),
        ("Kami bersyukur,", "Budi Santoso", "by hand", 1.0),
    ]
    assert [(s["name"], s["quotes"]) for s in article["speakers"]] == [("Rahma Wulandari", 2), ("Budi Santoso", 1)]
    schema = json.loads(qattr("--schema").out)
    jsonschema.validate(article, schema)


def test_another_name_is_typed_and_undone(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    go_to(browser, "Kami bersyukur")
    browser.evaluate("document.querySelector('#other').focus()")
    browser.write("Siti Aminah")
    browser.press("Enter")
    offered = browser.evaluate("[...document.querySelectorAll('#others option')].map(o => o.value)")
    assert {"Budi Santoso", "Kepala Dinas Perhubungan Sukamaju"} <= set(offered)
    checked = "document.querySelector('[name=speaker]:checked').value"
    assert browser.evaluate(checked) == "Siti Aminah"
    browser.press("u")
    assert browser.evaluate(checked) == "Rahma Wulandari"
    browser.press("0")
    assert browser.evaluate(checked) == ""
    browser.press("z", "Control")
    browser.press("u")
    assert browser.evaluate(LIVE) == "Tidak ada yang dapat diurungkan."


def select(browser: chromium.Browser, words: str) -> None:
    """Select words of the article that stand in one piece of text."""
    browser.evaluate(
        "(() => { const walk = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);"
        f" const words = {json.dumps(words)};"
        " while (walk.nextNode()) { const at = walk.currentNode.data.indexOf(words); if (at < 0) continue;"
        " const r = document.createRange(); r.setStart(walk.currentNode, at);"
        " r.setEnd(walk.currentNode, at + words.length);"
        " getSelection().removeAllRanges(); getSelection().addRange(r); return } throw words })()"
    )


def test_a_missed_quote_is_added_from_a_selection(browser: chromium.Browser, page: Path, shots: Path) -> None:
    fresh(browser, page)
    select(browser, " meresmikan jembatan baru")
    time.sleep(0.2)
    browser.screenshot(shots / "review-selection.png")
    assert browser.evaluate("!document.querySelector('#chosen').hidden")
    browser.press("a")
    browser.write("Warga Lain")
    browser.press("Enter")
    select(browser, "Senin")
    browser.press("c")
    [gold] = saved(browser, page.parent, "berita.json")
    [added] = [quote for quote in gold["quotes"] if quote["text"] == "meresmikan jembatan baru"]
    assert (added["speaker"], added["type"], added["cue"]["text"]) == ("Warga Lain", "indirect", "Senin")
    assert len(gold["quotes"]) == 5
    [article] = qattr("berita.txt", "--overrides", "berita.json", cwd=page.parent).articles
    assert article["quotes"][0]["rule"] == "by hand" and article["quotes"][0]["cue"]["lemma"] == "senin"
    assert [q["rule"] == "by hand" for q in article["quotes"][1:]] == [False] * 4


def test_a_quote_is_added_without_a_pointer(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    go_to(browser, "Kami bersyukur")
    browser.press("a")
    browser.press("Escape")
    first = browser.evaluate(NOW)
    browser.press("ArrowRight", "Shift")
    assert browser.evaluate(NOW).startswith(first) and len(browser.evaluate(NOW)) > len(first)


def test_the_span_is_dragged(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    go_to(browser, "Jembatan ini")
    box = "(e => [e.left + e.width / 2, e.top + e.height / 2])"
    a = browser.evaluate(f"{box}(document.querySelector('.handle.end').getBoundingClientRect())")
    point = (
        "(() => { const r = document.createRange(), t = document.querySelector('#text mark.now').firstChild;"
        " const at = t.data.indexOf('penting') + 3; r.setStart(t, at); r.setEnd(t, at + 1);"
        f" return {box}(r.getBoundingClientRect()) }})()"
    )
    b = browser.evaluate(point)
    browser.mouse((a[0], a[1]), ((a[0] + b[0]) / 2, a[1]), (b[0], b[1]))
    assert browser.evaluate(NOW) == "Jembatan ini penting"


def test_progress_is_kept_in_the_browser(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    go_to(browser, "Kami bersyukur")
    browser.press("2")
    browser.open(page, 1200)
    assert browser.evaluate("document.querySelector('#count').textContent") == "1 dari 4 diperiksa"
    [gold] = saved(browser, page.parent, "berita.json")
    assert [q["speaker"] for q in gold["quotes"] if q["text"] == "Kami bersyukur,"] == ["Budi Santoso"]


def test_uncertain_answers_come_first(browser: chromium.Browser, page: Path) -> None:
    answers = qattr("berita.txt", cwd=page.parent).articles[0]["quotes"]
    order = "[...document.querySelectorAll('#list .words')].map(w => w.textContent)"
    qattr("berita.txt", "-o", "all.html", "-f", "review", "--below", "1", cwd=page.parent)
    fresh(browser, page.parent / "all.html")
    by_confidence = sorted(answers, key=lambda q: (q["confidence"], q["start"]))
    assert browser.evaluate(order) == [q["text"] for q in by_confidence]
    qattr("berita.txt", "-o", "none.html", "-f", "review", "--below", "0", cwd=page.parent)
    fresh(browser, page.parent / "none.html")
    assert browser.evaluate(order) == [q["text"] for q in answers]


def test_several_articles_in_one_page_with_a_list(browser: chromium.Browser, tmp_path: Path) -> None:
    (tmp_path / "berita.txt").write_text(ARTICLE)
    (tmp_path / "lain.txt").write_text(OTHER + " ")
    (tmp_path / "kosong.txt").write_text("Tidak ada yang berkata.\n")
    assert qattr(".", "-o", "review.html", "-f", "review", cwd=tmp_path).code == 0
    fresh(browser, tmp_path / "review.html")
    names = "[...document.querySelectorAll('#articles .words')].map(w => w.textContent)"
    assert browser.evaluate(names) == ["./berita.txt", "./kosong.txt", "./lain.txt"]
    for _ in range(4):
        browser.press("b")
    assert browser.evaluate(NOW) == "Stok kami menipis,"
    browser.press("[")
    assert "Tidak ada yang berkata." in browser.evaluate("document.querySelector('#text').textContent")
    golds = saved(browser, tmp_path, "review.jsonl")
    assert [gold["id"] for gold in golds] == ["berita", "kosong", "lain"]
    assert evaluated(tmp_path, "review.jsonl")["all"]["end2end"] == 100


def test_hostile_text_is_text_and_offsets_are_code_points(browser: chromium.Browser, tmp_path: Path) -> None:
    (tmp_path / "jahat.txt").write_text(EVIL)
    qattr("jahat.txt", "-o", "review.html", "-f", "review", cwd=tmp_path)
    fresh(browser, tmp_path / "review.html")
    assert browser.evaluate("document.querySelectorAll('img').length") == 0
    go_to(browser, "Baik")
    browser.press("ArrowLeft", "Shift")
    browser.press("ArrowRight", "Shift", "Alt")
    [gold] = saved(browser, tmp_path, "jahat.json")
    assert all(EVIL[q["start"] : q["end"]] == q["text"] for q in gold["quotes"])
    assert evaluated(tmp_path, "jahat.json")["bad_offsets"] == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1200, "dark")])
def test_a_phone_and_the_dark(browser: chromium.Browser, page: Path, shots: Path, width: int, scheme: str) -> None:
    fresh(browser, page, width, 800, color_scheme=scheme)
    browser.screenshot(shots / f"review-{width}-{scheme}.png")
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate(
        "document.querySelector('#text').scrollWidth <= document.querySelector('#text').clientWidth"
    )
    assert browser.evaluate("document.querySelector('#text').clientHeight") > 200
    least, where = browser.evaluate(CONTRAST)
    assert least >= 4.5, where


def test_everything_has_a_name_and_can_be_reached_by_tab(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    tree = browser.send("Accessibility.getFullAXTree")["nodes"]
    asked = ("button", "radio", "textbox", "progressbar", "main", "complementary", "navigation", "region")
    nameless = [
        node["role"]["value"]
        for node in tree
        if not node.get("ignored") and node["role"]["value"] in asked and not node.get("name", {}).get("value")
    ]
    assert nameless == []
    reached = set()
    for _ in range(30):
        browser.press("Tab")
        reached.add(browser.evaluate("(e => e.dataset.action || e.name || e.id)(document.activeElement)"))
    assert {
        "undo",
        "help",
        "save",
        "right",
        "wrong",
        "remove",
        "speaker",
        "other",
        "role",
        "type",
        "end-more",
    } <= reached


def test_the_focus_stays_when_the_page_is_drawn_anew(browser: chromium.Browser, page: Path) -> None:
    fresh(browser, page)
    browser.press("s")
    browser.press("2")
    assert browser.evaluate("[document.activeElement.name, document.activeElement.type]") == ["speaker", "radio"]
    browser.press("?")
    assert browser.evaluate("document.querySelector('#help').open")


def test_records_of_one_file_are_told_apart(browser: chromium.Browser, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in (ARTICLE, OTHER)))
    qattr("news.jsonl", "-o", "review.html", "-f", "review", cwd=tmp_path)
    fresh(browser, tmp_path / "review.html")
    go_to(browser, "Stok kami")
    browser.press("x")
    golds = saved(browser, tmp_path, "review.jsonl")
    assert [gold["id"] for gold in golds] == ["news.jsonl:1", "news.jsonl:2"]
    articles = qattr("news.jsonl", "--overrides", "review.jsonl", cwd=tmp_path).articles
    assert [len(article["quotes"]) for article in articles] == [4, 0]
    assert articles[1]["non_quotes"][0]["reason"] == "by hand"


def test_overrides_of_an_article_that_has_changed_are_refused(page: Path) -> None:
    gold = {"id": "berita", "text": OTHER, "quotes": []}
    (page.parent / "lama.json").write_text(json.dumps(gold))
    done = qattr("berita.txt", "--overrides", "lama.json", cwd=page.parent)
    assert done.code == 2 and "not the article that was corrected" in done.err
    missing = qattr("berita.txt", "--overrides", "tiada.json", cwd=page.parent)
    assert missing.code == 2 and missing.err.startswith("qattr: tiada.json: ")
    (page.parent / "lain.json").write_text(json.dumps({**gold, "id": "lain"}))
    assert len(qattr("berita.txt", "--overrides", "lain.json", cwd=page.parent).articles[0]["quotes"]) == 4

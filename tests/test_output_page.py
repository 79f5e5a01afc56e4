"""The HTML page in a real browser: marks, tooltips, colours, small screens, paper, and nothing that runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import chromium
from command import ARTICLE, OTHER, qattr
from documents import article, document
from qattr.output import Style, page

pytestmark = pytest.mark.skipif(chromium.path() is None, reason="Chromium is not installed (.ci/run installs it)")

EVIL = (
    "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script><a href='http://x.test/'>"
)
LONG = "Kami akan terus bekerja agar semua warga merasakan hasilnya, kata demi kata. " * 6


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept: ``$QATTR_SHOTS``, to look at them, or a temporary folder."""
    folder = Path(os.environ.get("QATTR_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the command for two articles."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "jembatan.txt").write_text(ARTICLE)
    (folder / "cabai.txt").write_text(OTHER)
    assert qattr(".", "-o", "hasil.html", cwd=folder).code == 0
    return folder / "hasil.html"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with thirty speakers, every type, long quotes, an unknown speaker and hostile text."""
    names = [f"Narasumber Nomor {n}" for n in range(30)]
    said = [("direct", f"({n}) {LONG}".strip(), name) for n, name in enumerate(names)]
    said += [("mixed", 'Aturan itu "tidak adil" bagi warga', names[1]), ("indirect", "Hujan turun lagi", None)]
    said.append(("direct", f"Ini {EVIL} jahat,", f"Rahma {EVIL}"))
    text = "".join(f'"{words}" kata {name}.\n\n' for _, words, name in said)
    made = document(text, *said, fragments=("tidak adil",), roles={names[0]: "Kepala Dinas Perhubungan " * 4})
    style = Style("html")
    file = tmp_path_factory.mktemp("many") / "banyak.html"
    file.write_text(page.head(style, EVIL) + page.article(article(made), made, style) + page.foot(style, None))
    return file


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Browser]:
    with chromium.Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


def test_marks_headings_language_and_no_network(browser: chromium.Browser, report: Path, shots: Path) -> None:
    browser.open(report, 1000)
    browser.screenshot(shots / "light.png")
    assert browser.evaluate("document.documentElement.lang") == "id"
    assert browser.evaluate("document.doctype.name") == "html"
    headings = browser.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName + ' ' + h.innerText)")
    assert headings == ["H1 Siapa berkata apa", "H2 ./cabai.txt", "H3 Narasumber", "H2 ./jembatan.txt", "H3 Narasumber",
        "H2 Daftar isi", "H2 Semua narasumber"]  # fmt: skip
    marks = browser.evaluate("[...document.querySelectorAll('mark')].map(m => m.firstChild.data)")
    assert marks == [
        "Stok kami menipis,",
        "Jembatan ini penting bagi warga,",
        "pembangunan memakan waktu dua tahun",
        "Kami bersyukur,",
        "kendaraan berat belum boleh lewat",
    ]
    assert [e for e in browser.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")] == []
    asked = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    assert asked == [report.as_uri()]


def test_speaker_role_rule_and_confidence_on_keyboard_focus(
    browser: chromium.Browser, report: Path, shots: Path
) -> None:
    browser.open(report, 1000)
    visible = "[...document.querySelectorAll('.tip')].filter(t => t.offsetParent).map(t => t.innerText)"
    assert browser.evaluate(visible) == []
    for _ in range(3):  # the link to the contents, the first article's quote, the second's
        browser.press("Tab")
    browser.screenshot(shots / "focus.png")
    [tip] = browser.evaluate(visible)
    lines = tip.splitlines()
    assert lines[:2] == ["Rahma Wulandari, Bupati Sukamaju", "kata penanda: kata; kutipan langsung"]
    assert lines[2] == "Senin"  # when it was said
    assert lines[3].startswith("aturan: quote_cue_speaker; keyakinan: 0,")
    described = "document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText"
    assert browser.evaluate(described) == tip
    assert browser.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_same_under_the_pointer(browser: chromium.Browser, report: Path) -> None:
    browser.open(report, 1000)
    browser.point("mark.indirect")
    visible = "[...document.querySelectorAll('.tip')].filter(t => t.offsetParent).map(t => t.innerText)"
    [tip] = browser.evaluate(visible)
    assert tip.startswith("Rahma Wulandari, Bupati Sukamaju\nkata penanda: menambahkan; kutipan tak langsung")


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_is_wider_than_the_screen(browser: chromium.Browser, many: Path, shots: Path, width: int) -> None:
    browser.open(many, width)
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    for _ in range(3):
        browser.press("Tab")
    browser.screenshot(shots / f"width-{width}.png")
    box = "document.querySelector('mark:focus>.tip').getBoundingClientRect()"
    left, right = browser.evaluate(f"[{box}.left, {box}.right]")
    assert 0 <= left < right <= width
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """
(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const c of colours) { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1) }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = p => p.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
  document.querySelectorAll('.tip').forEach(t => t.style.display = 'block');
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    const behind = [];
    const parent = walker.currentNode.parentElement;
    for (let e = parent; e; e = e.parentElement) behind.unshift(getComputedStyle(e).backgroundColor);
    const own = getComputedStyle(parent).color;
    found.push([ratio(rgb(...behind, own), rgb(...behind)), walker.currentNode.data.slice(0, 40)]);
  }
  for (const e of document.querySelectorAll('mark')) {
    const edge = getComputedStyle(e).borderBottomColor, back = getComputedStyle(document.body).backgroundColor;
    found.push([ratio(rgb(back, edge), rgb(back)) * 1.5, 'border ' + edge]);
  }
  return found.sort((a, b) => a[0] - b[0])[0];
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: chromium.Browser, many: Path, shots: Path, scheme: str) -> None:
    """Text at 4.5 to 1 or better, the line under a quote at 3 to 1 (WCAG 2, AA), for every speaker's colour."""
    browser.open(many, 1000, color_scheme=scheme)
    browser.screenshot(shots / f"{scheme}-many.png")
    least, where = browser.evaluate(CONTRAST)
    assert least >= 4.5, where


def test_types_look_different(browser: chromium.Browser, many: Path) -> None:
    browser.open(many, 1000)
    looks = browser.evaluate(
        "['direct', 'mixed', 'indirect'].map(t => { const s = getComputedStyle(document.querySelector('mark.' + t));"
        " return [s.fontStyle, s.borderBottomStyle, s.backgroundColor == 'rgba(0, 0, 0, 0)'].join() })"
    )
    assert looks == ["normal,solid,false", "normal,dashed,false", "italic,dotted,true"]
    assert browser.evaluate("document.querySelector('mark.mixed b').innerText") == "tidak adil"


def test_paper(browser: chromium.Browser, report: Path, shots: Path) -> None:
    browser.open(report, 800, kind="print", color_scheme="dark")
    browser.screenshot(shots / "print.png")
    browser.press("Tab")
    assert browser.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert browser.evaluate("[...document.querySelectorAll('.tip')].filter(t => t.offsetParent).length") == 0
    assert browser.evaluate("getComputedStyle(document.querySelector('mark')).printColorAdjust") == "exact"


def test_hostile_text_is_text(browser: chromium.Browser, many: Path) -> None:
    browser.open(many, 1000)
    assert browser.evaluate("document.title") == EVIL
    assert browser.evaluate("document.querySelectorAll('script, img, a, iframe, link').length") == 0
    assert EVIL in browser.evaluate("document.querySelector('mark:last-of-type').ownerDocument.body.innerText")
    asked = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    assert asked == [many.as_uri()]


def test_the_legend_gives_shares(browser: chromium.Browser, report: Path) -> None:
    browser.open(report, 1000)
    legend = browser.evaluate("[...document.querySelectorAll('article:last-of-type .legend li')].map(l => l.innerText)")
    assert legend == [
        "1 Rahma Wulandari, Bupati Sukamaju 3 kutipan, 12 kata, 71 %",
        "2 Budi Santoso, Kepala Dinas Perhubungan Sukamaju 1 kutipan, 5 kata, 29 %",
    ]
    widths = browser.evaluate(
        "[...document.querySelectorAll('article:last-of-type .bar')].map(b => b.firstChild.offsetWidth / b.offsetWidth)"
    )
    assert widths == pytest.approx([0.71, 0.29], abs=0.01)

"""``html``: one self-contained page that needs no network and no script.

Every quote is marked in its speaker's colour; speaker, role, rule and confidence show up under the pointer and under
keyboard focus.  The page is in Indonesian, as the articles are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qattr.model import Document, Quote, Speaker
from qattr.output import Style
from qattr.output.fields import given
from qattr.output.filters import words as count_words
from qattr.output.headline import key_of, title_of
from qattr.output.page_style import CSS
from qattr.output.safe import one_line, printable
from qattr.output.segments import segments
from qattr.output.summary import POOLED, Line, Tally
from qattr.reading.types import Article

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_BREAK = re.compile(r"\s*\n\s*")
POOLED_IN_INDONESIAN = {
    POOLED["one-word"]: "orang yang disebut dengan satu kata saja",
    POOLED["unnamed"]: "orang tanpa nama",
    POOLED["unknown"]: "tidak diketahui",
}
_TYPES = {"direct": "langsung", "mixed": "campuran", "indirect": "tak langsung"}


def begin(title: str) -> str:
    """How a page begins, up to its body."""
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="qattr">
<title>{escaped(title)}</title>
<style>{CSS}</style>
</head>
<body>
"""


def head(style: Style, title: str) -> str:
    """The page's head, its heading and the key of its colours."""
    title, heading = (f"{title}: siapa berkata apa", "Siapa berkata apa") if style.many else (title, title)
    return f"""{begin(title)}<header>
<h1 id="judul">{escaped(heading)}</h1>
<p>Setiap kutipan diberi warna narasumbernya. Arahkan penunjuk ke kutipan, ketuk, atau tekan Tab untuk melihat siapa
yang berkata, jabatannya, dan aturan yang menemukannya.</p>
<p class="key"><span class="q direct">langsung: kata demi kata</span> <span class="q mixed">campuran: sebagian
<b>kata demi kata</b></span> <span class="q indirect">tak langsung: diceritakan kembali</span></p>
{CONTENTS_LINK if style.many else ""}</header>
<main>
"""


CONTENTS_LINK = '<p class="key"><a href="#isi">Daftar isi dan semua narasumber</a></p>\n'


def foot(style: Style, tally: Tally | None) -> str:
    """The end; behind many articles a list of them and of those who speak in them."""
    lists = contents(tally) if style.many and tally else ""
    return f"</main>\n{lists}</body>\n</html>\n"


def contents(tally: Tally) -> str:
    """The list of articles, and the speakers across them."""
    items = "".join(
        f'<li><a href="#t{entry.key}">{escaped(entry.title)}</a> <small>{entry.quotes} kutipan</small></li>\n'
        for entry in tally.entries
    )
    return (
        f'<nav id="isi" aria-label="Daftar isi">\n<h2>Daftar isi</h2>\n<ol>\n{items}</ol>\n</nav>\n'
        f"<section>\n<h2>Semua narasumber</h2>\n{speakers(tally.lines(), True)}</section>\n"
    )


def speakers(lines: list[Line], many: bool) -> str:
    """The speakers of a summary with their shares."""
    items = []
    for number, line in enumerate(lines, 1):
        articles = f"{line.articles} artikel, " if many else ""
        said = Said(line.quotes, line.words, line.share, articles)
        name = POOLED_IN_INDONESIAN.get(line.name, line.name) if line.kind == "pooled" else line.name
        items.append(_item("", str(number), (name, line.role or ""), said, hue(number)))
    return "<ul class=legend>\n" + "".join(items) + "</ul>\n"


def article(item: Article, document: Document, style: Style) -> str:
    """One article: its legend and its text with the quotes marked."""
    key = key_of(item)
    parts = ['<article aria-labelledby="judul">\n']  # the page's own heading is that of its only article
    if style.many:
        parts = [f'<article aria-labelledby="t{key}">\n<h2 id="t{key}">{escaped(title_of(item))}</h2>\n']
    if about := _about(item, document, style):
        parts.append(f"<p class=about>{about}</p>\n")
    parts.append(_legend(document, key))
    parts.append('<div class="text">\n')
    parts.extend(f"<p>{paragraph}</p>\n" for paragraph in _paragraphs(document, key))
    parts.append("</div>\n</article>\n")
    return "".join(parts)


def _about(item: Article, document: Document, style: Style) -> str:
    """Where the article is from, unless its title says so, and the fields that are kept."""
    parts = [escaped(f"{name}: {value}") for name, value in given(item, style.keep)]
    if document.source and one_line(document.source) != title_of(item):
        parts.insert(0, escaped(document.source))
    return " · ".join(parts)


def page_of(document: Document) -> str:
    """The whole page of one document, named after its source."""
    style = Style("html")
    item = Article(document.source or "", document.text)
    return head(style, title_of(item)) + article(item, document, style) + foot(style, None)


def escaped(text: str) -> str:
    """Text that HTML shows as it is, in an element or in a quoted attribute."""
    return printable(text).translate(_ESCAPES)


def hue(speaker_id: int | None) -> str:
    """The inline style with a speaker's colour: neighbours in number are far apart in hue, nobody is grey."""
    return f"--h:{round((speaker_id - 1) * 137.508 + 210) % 360}" if speaker_id else "--h:0;--s:0%"


class Said(NamedTuple):
    """How much somebody says."""

    quotes: int
    words: int
    share: float
    articles: str = ""
    """In how many articles, in words."""


def _legend(document: Document, key: str) -> str:
    """Who speaks and how much; those who are not known last."""
    if not document.quotes:
        return "<p>Tidak ada kutipan yang ditemukan.</p>\n"
    total = sum(count_words(q.text) for q in document.quotes) or 1
    items = [_entry(s, s.words / total, key) for s in document.speakers]
    unknown = [q for q in document.quotes if q.speaker_id is None]
    if unknown:
        words = sum(count_words(q.text) for q in unknown)
        said = Said(len(unknown), words, words / total)
        items.append(_item("", "?", ("tidak diketahui", ""), said, hue(None)))
    return "<h3>Narasumber</h3>\n<ul class=legend>\n" + "".join(items) + "</ul>\n"


def _entry(speaker: Speaker, share: float, key: str) -> str:
    """A speaker's line of the legend."""
    who = (speaker.name, speaker.role or speaker.affiliation or "")
    said = Said(speaker.quotes, speaker.words, share)
    return _item(f' id="s{key}-{speaker.id}"', str(speaker.id), who, said, hue(speaker.id))


def _item(place: str, number: str, who: tuple[str, str], said: Said, style: str) -> str:
    """One line of the legend, with its bar."""
    percent = round(100 * said.share)
    name, role = who
    counts = f"{said.articles}{said.quotes} kutipan, {said.words} kata, {percent} %"
    role = f", {escaped(role)}" if role else ""
    return (
        f'<li{place} style="{style}"><span class=number>{number}</span> <b>{escaped(name)}</b>{role} '
        f"<small>{counts}</small>"
        f'<span class=bar aria-hidden=true><span style="width:{min(percent, 100)}%"></span></span></li>\n'
    )


def _paragraphs(document: Document, key: str) -> list[str]:
    """The text as paragraphs of HTML; a quote over several paragraphs is marked in each, focused in the first."""
    text = document.text
    paragraphs: list[list[str]] = [[]]
    for start, end, quote in segments(document):
        first, at = True, start
        pieces = [(m.start(), m.end()) for m in _BREAK.finditer(printable_breaks(text[start:end]))]
        for stop, go_on in [*((start + a, start + b) for a, b in pieces), (end, end)]:
            if stop > at:
                piece = _marked(document, at, stop, quote, key, first) if quote else escaped(text[at:stop])
                paragraphs[-1].append(piece)
                first = first and quote is None
            if go_on > stop:
                paragraphs.append([])
            at = go_on
    return ["".join(parts) for parts in paragraphs if "".join(parts).strip()]


def printable_breaks(text: str) -> str:
    """The text with every kind of line break as a line feed, of the same length."""
    return re.sub("[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)


def _marked(document: Document, start: int, end: int, quote: Quote, key: str, first: bool) -> str:
    """A piece of a quote, which points to its tip."""
    inside, at = [], start
    for fragment in quote.fragments:
        a, b = max(at, fragment.start), min(end, fragment.end)
        if a < b:
            inside.append(f"{escaped(document.text[at:a])}<b>{escaped(document.text[a:b])}</b>")
            at = b
    inside.append(escaped(document.text[at:end]))
    name = f"{key}-{quote.id}-{start}"
    place, focus = (f' id="q{key}-{quote.id}"', " tabindex=0") if first else ("", "")
    number = quote.speaker_id or "?"
    return (
        f'<mark{place} class="q {quote.type}" style="{hue(quote.speaker_id)}"{focus} aria-describedby="d{name}">'
        f"{''.join(inside)}<sup aria-hidden=true>{number}</sup>"
        f'<span class=tip role=tooltip id="d{name}">{_tip(quote)}</span></mark>'
    )


def _tip(quote: Quote) -> str:
    """What is shown at a quote: who, role, cue, type, rule, confidence."""
    names = ", ".join((quote.speaker or "tidak diketahui", *quote.co_speakers))
    role = quote.role or quote.affiliation
    lines = [f"<b>{escaped(names)}</b>{', ' + escaped(role) if role else ''}"]
    cue = f"kata penanda: {escaped(quote.cue.text)}; " if quote.cue else ""
    lines.append(f"{cue}kutipan {_TYPES[quote.type]}")
    circumstances = [escaped(span.text) for span in quote.context if span]
    if circumstances:
        lines.append("; ".join(circumstances))
    sure = f"{quote.confidence:.2f}".replace(".", ",")
    lines.append(f"aturan: {escaped(quote.rule)}; keyakinan: {sure}")
    return "<br>".join(lines)

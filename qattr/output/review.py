"""``review``: one self-contained page on which a person goes through the quotes and saves what is right as gold.

It works from a file, without a server and without the network; what was done is kept in the browser.  The behaviour is
``review.js`` beside this file, the looks ``review.css``.  What it saves is read by ``--evaluate`` and ``--overrides``.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from qattr.model import Document, Quote, Speaker
from qattr.output import Style
from qattr.output.json_lines import dumps
from qattr.output.page import escaped
from qattr.reading.types import Article

_KEYS = (
    ("n atau ↓", "kutipan berikutnya"), ("p atau ↑", "kutipan sebelumnya"), ("b atau Enter", "benar, lalu berikutnya"),
    ("s", "salah: pilih narasumber lain"), ("1 … 9, 0", "narasumber dengan nomor itu; tidak diketahui"),
    ("j", "ubah jabatan"), ("t", "ganti jenis kutipan"), ("x", "bukan kutipan"),
    ("Shift ← →", "akhir rentang satu kata ke kiri atau kanan"), ("Shift Alt ← →", "awal rentang"),
    ("a", "tambah kutipan dari teks yang disorot, atau sesudah kutipan ini"), ("r", "sorotan menjadi rentang"),
    ("c", "sorotan menjadi kata penanda"), ("u atau Ctrl Z", "urungkan"), ("[ ]", "artikel lain"),
    ("m atau Ctrl S", "simpan"), ("?", "bantuan ini"),
)  # fmt: skip


def head(style: Style, title: str) -> str:
    """The page's head, with its style and the policy that lets only its own script run."""
    css, script = _asset("review.css"), _asset("review.js")
    policy = f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}"
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="qattr">
<title>Periksa kutipan: {escaped(title)}</title>
<style>{css}</style>
</head>
<body data-below="{style.below}">
<header>
<h1>Periksa kutipan</h1>
<progress id="progress" aria-label="Kemajuan"></progress>
<span id="count"></span>
<div class="row">
<button type="button" data-action="undo">Urungkan <kbd>u</kbd></button>
<button type="button" data-action="help">Bantuan <kbd>?</kbd></button>
<button type="button" data-action="save">Simpan <kbd>m</kbd></button>
</div>
</header>
<main id="text" aria-label="Artikel" tabindex="0"></main>
<aside aria-label="Pemeriksaan">
<details id="articles"><summary></summary><ol></ol></details>
<section id="form" aria-label="Kutipan ini"></section>
<nav aria-label="Semua kutipan"><ol id="list"></ol></nav>
<button type="button" data-action="add">Tambah kutipan <kbd>a</kbd></button>
</aside>
<div id="chosen" role="group" aria-label="Teks yang disorot" hidden>
<button type="button" data-action="add">Tambah kutipan <kbd>a</kbd></button>
<button type="button" data-action="use-span">Jadikan rentang <kbd>r</kbd></button>
<button type="button" data-action="use-cue">Kata penanda <kbd>c</kbd></button>
</div>
<div id="live" class="sr" role="status" aria-live="polite"></div>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Papan ketik</h2>
<dl>{"".join(f"<dt>{escaped(key)}</dt><dd>{escaped(what)}</dd>" for key, what in _KEYS)}</dl>
<form method="dialog"><button>Tutup</button></form>
</dialog>
<noscript><p>Halaman ini memerlukan JavaScript.</p></noscript>
"""


def article(item: Article, document: Document, style: Style) -> str:
    """The article as data for the page; it cannot end the element that it stands in."""
    speakers = {speaker.id: speaker for speaker in document.speakers}
    value = {
        "id": article_id(document.source),
        "source": document.source,
        "text": document.text,
        "quotes": [_quote(quote, speakers.get(quote.speaker_id or 0)) for quote in document.quotes],
        "speakers": [_speaker(speaker) for speaker in document.speakers],
        "non_quotes": [{"start": mark.start, "end": mark.end} for mark in document.non_quotes],
    }
    data = dumps(value).strip().replace("<", "\\u003c")
    return f'<script type="application/json" class="article">{data}</script>\n'


def foot(style: Style, tally: object) -> str:
    """The script and the page's end."""
    return f"<script>{_asset('review.js')}</script>\n</body>\n</html>\n"


def article_id(source: str | None) -> str:
    """``"arsip/berita.txt"`` -> ``"berita"``; what is no file's name (``news.jsonl:3``) stays whole."""
    path = PurePath(source or "artikel")
    return (path.stem if path.suffix[1:].isalnum() else path.name) or "artikel"


def _asset(name: str) -> str:
    """The text of a file of this package."""
    return files("qattr.output").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The source of a content security policy that allows this content and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _quote(quote: Quote, speaker: Speaker | None) -> dict[str, Any]:
    """A quote as the page holds it, with its speaker's kind and aliases."""
    value = quote.to_dict()
    value["kind"] = speaker.kind if speaker else None
    value["aliases"] = list(speaker.aliases) if speaker else []
    return value


def _speaker(speaker: Speaker) -> dict[str, Any]:
    """A speaker as the page offers it."""
    return {"name": speaker.name, "aliases": speaker.aliases, "kind": speaker.kind, "role": speaker.role}
